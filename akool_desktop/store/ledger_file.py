"""The ledger's file and its schema, opened whatever state the file is in.

A damaged file is set aside; a folder that cannot be written is done without for this run. Either way the rows of
what may still cost are brought along as far as they can be read, newest first.
"""

import os
import sqlite3
from collections.abc import Collection, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from akool_desktop.store.database import UNREADABLE, connect, is_busy, is_damage, is_pipe, text_of
from akool_desktop.store.files import set_aside
from akool_desktop.words import Words

_VERSION = 3


@dataclass(frozen=True)
class Opened:
    """``said`` tells the operator what was wrong; then ``rescued`` holds the rows of the old file that still count.

    ``is_shared``: other programs see it too.
    """

    connection: sqlite3.Connection
    said: Words | None = None
    rescued: Sequence[sqlite3.Row] = ()
    is_shared: bool = True


def open_ledger(path: Path, over: Collection[str]) -> Opened:
    """``over``: the states of sessions that cannot cost any more."""
    try:
        return Opened(_open(path))
    except UNREADABLE as error:
        rescued = _still_open(path, over)
        if not is_damage(error):
            return Opened(_open(":memory:"), _this_run_only(path, error), rescued, is_shared=False)
    said = set_aside(path)
    for suffix in ("-wal", "-shm"):  # they belong to the damaged file alone
        journal = path.with_name(path.name + suffix)
        if os.path.exists(journal):
            set_aside(journal)
    try:
        return Opened(_open(path), said, rescued)
    except UNREADABLE as error:
        both = Words("{damaged} {now}", damaged=said, now=_this_run_only(path, error))
        return Opened(_open(":memory:"), both, rescued, is_shared=False)


def _open(path: Path | str) -> sqlite3.Connection:
    connection = connect(path, synchronous="FULL")
    try:
        connection.text_factory = text_of
        _migrate(connection)
        _try_to_write(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _try_to_write(connection: sqlite3.Connection) -> None:
    """A file that can only be read opens as well as any, and even begins a transaction."""
    (patience,) = connection.execute("PRAGMA busy_timeout").fetchone()
    connection.execute("PRAGMA busy_timeout=0")
    try:
        connection.execute("UPDATE sessions SET why = why WHERE row = -1")
    except sqlite3.OperationalError as error:
        if not is_busy(error):  # then another program writes, so it can be done; the window waits for none of it
            raise
    finally:
        connection.execute(f"PRAGMA busy_timeout={patience}")


def _still_open(path: Path, over: Collection[str]) -> list[sqlite3.Row]:
    """The rows that may still cost, newest first, up to where the file cannot be read.

    A ledger in a folder that cannot be written opens as ``immutable`` only, which leaves its journal unread.
    """
    rows: list[sqlite3.Row] = []
    if is_pipe(path):
        return rows
    query = f"SELECT * FROM sessions NOT INDEXED WHERE state NOT IN ({', '.join('?' * len(over))}) ORDER BY row DESC"
    for mode in ("mode=ro", "mode=ro&immutable=1"):
        with suppress(*UNREADABLE), closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True)
        ) as connection:
            connection.row_factory = sqlite3.Row
            connection.text_factory = text_of
            for row in connection.execute(query, tuple(over)):
                rows.append(row)
            break
        if rows:
            break
    return rows


def _this_run_only(path: Path, error: Exception) -> Words:
    if _is_newer(path):
        return Words("{file} was written by a newer version of the program, and this one cannot use it; sessions are "
                     "remembered for this run only.", file=path)
    return Words("{file} could not be opened ({error}); sessions are remembered for this run only.",
                 file=path, error=error)


def _is_newer(path: Path) -> bool:
    if is_pipe(path):
        return False
    with suppress(*UNREADABLE), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return bool(version > _VERSION)
    return False


_SCHEMA = """
CREATE TABLE sessions (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id TEXT NOT NULL, account TEXT NOT NULL, avatar TEXT NOT NULL, who TEXT NOT NULL, preset TEXT NOT NULL,
    stream_type TEXT NOT NULL, room TEXT NOT NULL, origin TEXT NOT NULL, length INTEGER, sent TEXT NOT NULL,
    session_id TEXT NOT NULL, state TEXT NOT NULL, why TEXT NOT NULL,
    created_at REAL NOT NULL, started_at REAL, end_asked_at REAL, ended_at REAL,
    credits_before REAL, credits_held REAL, credits_after REAL
);
CREATE INDEX sessions_by_state ON sessions (state);
CREATE INDEX sessions_by_end ON sessions (ended_at);
CREATE INDEX sessions_by_id ON sessions (account_id, session_id);
CREATE TABLE seen (account_id TEXT NOT NULL, session_id TEXT NOT NULL, PRIMARY KEY (account_id, session_id));
CREATE TABLE window (asked_at REAL NOT NULL);
INSERT INTO window VALUES (0);
CREATE VIRTUAL TABLE words USING fts5 (
    who, avatar, account, preset, session_id, state, why, content='sessions', content_rowid='row', prefix='1 2 3',
    tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER words_added AFTER INSERT ON sessions BEGIN
    INSERT INTO words (rowid, who, avatar, account, preset, session_id, state, why)
    VALUES (new.row, new.who, new.avatar, new.account, new.preset, new.session_id, new.state, new.why);
END;
CREATE TRIGGER words_changed AFTER UPDATE ON sessions BEGIN
    INSERT INTO words (words, rowid, who, avatar, account, preset, session_id, state, why)
    VALUES ('delete', old.row, old.who, old.avatar, old.account, old.preset, old.session_id, old.state, old.why);
    INSERT INTO words (rowid, who, avatar, account, preset, session_id, state, why)
    VALUES (new.row, new.who, new.avatar, new.account, new.preset, new.session_id, new.state, new.why);
END;
PRAGMA user_version = 1;
"""
_STAGE = """
ALTER TABLE sessions ADD COLUMN first_frame INTEGER;
ALTER TABLE sessions ADD COLUMN picture TEXT NOT NULL DEFAULT '';
PRAGMA user_version = 2;
"""
_PAYER = """
ALTER TABLE sessions ADD COLUMN payer TEXT NOT NULL DEFAULT '';
PRAGMA user_version = 3;
"""
# Each brings the version before it to the next. Programs of before go on writing into the file, so that nothing of it
# changes its name or goes, and what comes has a default.
_SCRIPTS = (_SCHEMA, _STAGE, _PAYER)


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the schema to this version; a newer one is left as it is, its extra columns unread."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version >= _VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    (version,) = connection.execute("PRAGMA user_version").fetchone()  # another program may have been faster
    for older, script in enumerate(_SCRIPTS):
        if version <= older:
            _run(connection, script)
    connection.execute("COMMIT")


def _run(connection: sqlite3.Connection, script: str) -> None:
    """executescript() would commit first; complete statements one by one stay in the transaction."""
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""

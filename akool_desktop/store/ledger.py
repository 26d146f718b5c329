"""Every session that may cost money, written down before the request leaves.

SQLite in WAL mode, each change committed to the disk before the call returns, so that a row survives a kill and a
power cut at any instant. It holds no secret and no session credential. Several programs may share it: a change by
one is seen by the others through ``changed``. Every method may block for a disk; call it off the window's thread.
"""

import json
import sqlite3
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, fields
from enum import StrEnum
from pathlib import Path

from akool_desktop.store.files import set_aside
from akool_desktop.words import Card, Words

_VERSION = 1
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_BUSY = 5.0  # seconds to wait while another program writes


class State(StrEnum):
    """How a session stands, in the words the operator sees."""

    CREATING = "Creating"
    WAITING = "Waiting in line"
    LIVE = "Live"
    ENDING = "Ending"
    ENDED = "Ended, confirmed"
    FAILED = "Failed"
    UNKNOWN = "Unknown"
    NOT_CONFIRMED = "Not confirmed: may still cost"
    NOT_STARTED = "Not started"

    @property
    def over(self) -> bool:
        """Nothing can cost any more."""
        return self in (State.ENDED, State.FAILED, State.NOT_STARTED)


_OVER = tuple(state.value for state in State if state.over)


@dataclass(frozen=True)
class Entry:
    """One row. Times are seconds since 1970; ``length`` is in seconds, None when it is not known.

    ``origin`` is what wrote the row: a window, a command, or elsewhere for a session that another program started.
    ``sent`` is the request without its secrets. ``started_at`` is when the session was first seen live.
    ``credits_before``, ``_held`` and ``_after`` are balances read before the create, after it, and after the end.
    """

    row: int
    account_id: str
    account: str
    avatar: str
    stream_type: str
    created_at: float
    state: State
    who: str = ""
    preset: str = ""
    room: str = ""
    origin: str = "window"
    length: int | None = None
    sent: Mapping[str, object] = field(default_factory=dict)
    session_id: str = ""
    started_at: float | None = None
    end_asked_at: float | None = None
    ended_at: float | None = None
    why: str = ""
    credits_before: float | None = None
    credits_held: float | None = None
    credits_after: float | None = None


_COLUMNS = tuple(item.name for item in fields(Entry))


class LedgerError(Exception):
    """The disk did not take it; nothing may be sent that is not written down."""

    def __init__(self, path: Path, error: sqlite3.Error) -> None:
        self.card = Card(
            Words("The session could not be written down"),
            Words("{file} could not be written: {error}.", file=path, error=error),
            Words("No. Nothing was sent."),
            Words("Make room on the disk, or start the program with another data folder, then try again."),
        )
        super().__init__(self.card)


class Ledger:
    """``ledger.sqlite`` in the data folder. Afterwards ``said`` tells of a damaged file that was set aside."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "ledger.sqlite"
        self._lock = threading.Lock()
        self._version = -1
        self.said: Words | None = None
        with suppress(OSError):  # opening the file will say it
            folder.mkdir(parents=True, exist_ok=True)
        try:
            self._connection = self._open(self._path)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode in _DAMAGED:
                self.said = self._set_aside()
                self._connection = self._open(self._path)
            else:
                self.said = Words("{file} could not be opened ({error}); sessions are remembered for this run only.",
                                  file=self._path, error=error)
                self._connection = self._open(":memory:")

    def _open(self, path: Path | str) -> sqlite3.Connection:
        connection = sqlite3.connect(path, timeout=_BUSY, isolation_level=None, check_same_thread=False)
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            _migrate(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _set_aside(self) -> Words:
        """The damaged file with its journal, which belongs to it alone."""
        said = set_aside(self._path)
        for suffix in ("-wal", "-shm"):
            journal = self._path.with_name(self._path.name + suffix)
            if journal.exists():
                set_aside(journal)
        return said

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    # what is written

    def begin(self, entry: Entry) -> Entry:
        """Write the row of a create that is about to leave; its number is new, whatever ``entry.row`` says."""
        values = {name: _stored(getattr(entry, name)) for name in _COLUMNS if name != "row"}
        names, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
        row = self._change(f"INSERT INTO sessions ({names}) VALUES ({marks})", values).lastrowid
        assert row is not None
        return self.entry(row)

    def note(self, row: int, **changes: object) -> Entry:
        """Change some columns of a row, all at once; the row as it stands then."""
        assert changes.keys() <= set(_COLUMNS)
        assignments = ", ".join(f"{name} = :{name}" for name in changes)
        values = {name: _stored(value) for name, value in changes.items()}
        self._change(f"UPDATE sessions SET {assignments} WHERE row = :row", {**values, "row": row})
        return self.entry(row)

    def _change(self, statement: str, values: Mapping[str, object]) -> sqlite3.Cursor:
        with self._lock:
            try:
                return self._connection.execute(statement, values)
            except sqlite3.Error as error:
                raise LedgerError(self._path, error) from error

    def saw(self, account_id: str, session_ids: Iterable[str]) -> None:
        """Remember the last list of an account's sessions that was read in the background.

        Not while a create of the account has no known outcome: the list may hold the very session it started, which
        must stay findable.
        """
        with self._lock, self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            unsettled = self._connection.execute(
                "SELECT 1 FROM sessions WHERE account_id = ? AND session_id = '' AND state IN (?, ?)",
                (account_id, State.CREATING, State.UNKNOWN),
            )
            if unsettled.fetchone():
                return
            self._connection.execute("DELETE FROM seen WHERE account_id = ?", (account_id,))
            self._connection.executemany(
                "INSERT OR IGNORE INTO seen VALUES (?, ?)", [(account_id, found) for found in session_ids]
            )

    def ask_forward(self) -> None:
        """Ask the window that has this folder to come forward."""
        with self._lock:
            self._connection.execute("UPDATE window SET asked_at = ?", (time.time(),))

    # what is read

    def entry(self, row: int) -> Entry:
        return self._entries("WHERE row = ?", (row,))[0]

    def open_entries(self) -> list[Entry]:
        """Whatever may still cost, oldest first."""
        return self._entries(f"WHERE state NOT IN ({', '.join('?' * len(_OVER))}) ORDER BY row", _OVER)

    def ended_since(self, moment: float) -> list[Entry]:
        """What has ended lately, oldest first."""
        return self._entries("WHERE ended_at >= ? ORDER BY row", (moment,))

    def known_ids(self, account_id: str) -> set[str]:
        """Ids of the account's sessions that are in the ledger, or were in the last list read in the background."""
        query = (
            "SELECT session_id FROM sessions WHERE account_id = ?1 "
            "UNION SELECT session_id FROM seen WHERE account_id = ?1"
        )
        with self._lock:
            return {found[0] for found in self._connection.execute(query, (account_id,))}

    def changed(self) -> bool:
        """Whether another program has written since the last question."""
        with self._lock:
            version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        was, self._version = self._version, version
        return bool(version != was)

    def forward_asked_at(self) -> float:
        with self._lock:
            return float(self._connection.execute("SELECT asked_at FROM window").fetchone()[0])

    def _entries(self, where: str, values: Sequence[object]) -> list[Entry]:
        with self._lock, closing(self._connection.execute(f"SELECT * FROM sessions {where}", tuple(values))) as found:
            return [read_entry(row) for row in found]


def _stored(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, Mapping) else value


def read_entry(row: sqlite3.Row) -> Entry:
    values = {name: row[name] for name in _COLUMNS}
    values["state"] = State(values["state"]) if values["state"] in set(State) else State.UNKNOWN
    try:
        values["sent"] = json.loads(values["sent"])
    except ValueError:
        values["sent"] = {}
    return Entry(**values)


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


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the schema to this version; a newer one is left as it is, its extra columns unread."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version >= _VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    (version,) = connection.execute("PRAGMA user_version").fetchone()  # another program may have been faster
    if version < 1:
        _run(connection, _SCHEMA)
    connection.execute("COMMIT")


def _run(connection: sqlite3.Connection, script: str) -> None:
    """executescript() would commit first; complete statements one by one stay in the transaction."""
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""

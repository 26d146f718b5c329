"""Every session that may cost money, written down before the request leaves.

SQLite in WAL mode, each change committed to the disk before the call returns, so that a row survives a kill and a
power cut at any instant. It holds no secret and no session credential. Several programs may share it: a change by
one is seen by the others through ``changed``. Every method may block for a disk; call it off the window's thread.
"""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from akool_desktop.store.database import is_busy
from akool_desktop.store.entry import COLUMNS, Entry, State, known_values, read_entry, stored, values_of
from akool_desktop.store.ledger_file import open_ledger
from akool_desktop.words import Card, Words

_OVER = tuple(state.value for state in State if state.over)
_OVER_IN_SQL = ", ".join(f"'{state}'" for state in _OVER)
_BLANK = values_of(Entry(0, "", "", "", "", 0.0, State.UNKNOWN))  # for what a row of another version lacks
_MEASURED = {"credits_before", "credits_held", "credits_after"}  # may come after the end; nothing else does


class LedgerError(Exception):
    """The disk failed; the card says what that means for money."""

    def __init__(self, card: Card) -> None:
        super().__init__(card)
        self.card = card


class Ledger:
    """``ledger.sqlite`` in the data folder. Afterwards ``said`` tells of a file that was damaged or cannot be used.

    ``last_before`` is the newest row that was there when it was opened; 0 when there was none. Where it is not
    ``is_shared``, it ends with this run.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "ledger.sqlite"
        self._lock = threading.Lock()
        self._version = -1
        with suppress(OSError):  # opening the file will say it
            folder.mkdir(parents=True, exist_ok=True)
        opened = open_ledger(self._path, _OVER)
        self._connection, self.said, self.is_shared = opened.connection, opened.said, opened.is_shared
        self._file = self._file_now() if self.is_shared else None
        for row in reversed(opened.rescued):
            with suppress(LedgerError):
                self._insert(_BLANK | known_values(row))
        self.last_before: int = self._read("SELECT coalesce(max(row), 0) FROM sessions")[0][0]

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    # what is written

    def begin(self, entry: Entry) -> Entry:
        """Write the row of a create that is about to leave; its number is new, whatever ``entry.row`` says."""
        if self._file and self._file != self._file_now():
            raise LedgerError(_taken_away(self._path))
        return self.entry(self._insert(values_of(entry)))

    def take_up(self, entry: Entry) -> Entry:
        """The same for a session that runs already, whoever started it."""
        return self.entry(self._insert(values_of(entry), _not_noted))

    def _file_now(self) -> tuple[int, int] | None:
        """What stands under the path: another one, or none, if somebody took the file from under this program."""
        with suppress(OSError):
            found = self._path.stat()
            return found.st_dev, found.st_ino
        return None

    def _insert(self, values: Mapping[str, object], failed: "_Failed | None" = None) -> int:
        names, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
        with self._disk(failed or _not_begun) as connection:
            row = connection.execute(f"INSERT INTO sessions ({names}) VALUES ({marks})", values).lastrowid
        assert row is not None
        return row

    def note(self, row: int, **changes: object) -> Entry:
        """Change some columns of a row, all at once; the row as it stands then.

        A row that is over stays as it is but for its credits: a status that comes late, to whichever program,
        brings no session back to life.
        """
        assert changes.keys() <= set(COLUMNS)
        assignments = ", ".join(f"{name} = :{name}" for name in changes)
        values = {name: stored(value) for name, value in changes.items()}
        only = "" if changes.keys() <= _MEASURED else f" AND state NOT IN ({_OVER_IN_SQL})"
        with self._disk(_not_noted) as connection:
            connection.execute(f"UPDATE sessions SET {assignments} WHERE row = :row{only}", {**values, "row": row})
        return self.entry(row)

    def saw(self, account_id: str, session_ids: Iterable[str]) -> None:
        """Remember the last list of an account's sessions that was read in the background.

        Not while a create of the account has no known outcome: the list may hold the very session it started, which
        must stay findable.
        """
        with self._disk(_not_noted) as connection, connection:
            connection.execute("BEGIN IMMEDIATE")
            unsettled = connection.execute(
                "SELECT 1 FROM sessions WHERE account_id = ? AND session_id = '' AND state IN (?, ?)",
                (account_id, State.CREATING, State.UNKNOWN),
            )
            if unsettled.fetchone():
                return
            connection.execute("DELETE FROM seen WHERE account_id = ?", (account_id,))
            connection.executemany(
                "INSERT OR IGNORE INTO seen VALUES (?, ?)", [(account_id, found) for found in session_ids]
            )

    def ask_forward(self) -> bool:
        """Ask the window that has this folder to come forward; False on a disk that takes nothing."""
        with suppress(LedgerError), self._disk(_not_noted) as connection:
            connection.execute("UPDATE window SET asked_at = ?", (time.time(),))
            return self.is_shared
        return False

    def answer_forward(self) -> None:
        """The window has come forward."""
        with suppress(LedgerError), self._disk(_not_noted) as connection:
            connection.execute("UPDATE window SET asked_at = 0")

    # what is read

    def entry(self, row: int) -> Entry:
        return self._entries("WHERE row = ?", (row,))[0]

    def open_entries(self) -> list[Entry]:
        """Whatever may still cost, oldest first."""
        return self._entries(f"WHERE state NOT IN ({_OVER_IN_SQL}) ORDER BY row")

    def ended_since(self, moment: float) -> list[Entry]:
        """What has ended lately, oldest first."""
        return self._entries("WHERE ended_at >= ? ORDER BY row", (moment,))

    def was_alone(self, entry: Entry) -> bool:
        """Whether no other session of the account held credits while this one did."""
        others = self._read(
            "SELECT 1 FROM sessions WHERE account_id = ? AND row <> ? AND state <> ? AND created_at <= ?"
            " AND (ended_at IS NULL OR ended_at >= ?) LIMIT 1",
            (entry.account_id, entry.row, State.NOT_STARTED, entry.ended_at or time.time(), entry.created_at),
        )
        return not others

    def last_hold(self, account_id: str, length: int) -> float | None:
        """Credits that Akool held for the account's last session of that length, as two balances told."""
        query = """SELECT credits_before - credits_held AS held FROM sessions
            WHERE account_id = ? AND length = ? AND credits_before > credits_held ORDER BY row DESC LIMIT 1"""
        return next((float(row["held"]) for row in self._read(query, (account_id, length))), None)

    def last_used(self, account_id: str) -> dict[str, float]:
        """When the avatars of the account's last sessions were asked for, by their ids."""
        query = """SELECT avatar, max(created_at) AS moment FROM (SELECT avatar, created_at FROM sessions
            WHERE account_id = ? AND avatar <> '' AND state <> ? ORDER BY row DESC LIMIT 1000) GROUP BY avatar"""
        return {row["avatar"]: row["moment"] for row in self._read(query, (account_id, State.NOT_STARTED))}

    def known_ids(self, account_id: str) -> set[str]:
        """Ids of sessions that are in the ledger, or were in the account's last list read in the background.

        In the ledger under any account: two of them may be the same one at Akool.
        """
        query = "SELECT session_id FROM sessions UNION SELECT session_id FROM seen WHERE account_id = ?"
        return {row["session_id"] for row in self._read(query, (account_id,))}

    def changed(self) -> bool:
        """Whether another program has written since the last question."""
        version = self._read("PRAGMA data_version")[0][0]
        was, self._version = self._version, version
        return bool(version != was)

    def is_forward_asked(self) -> bool:
        """Whether somebody waits for an answer."""
        return bool(self._read("SELECT asked_at FROM window")[0][0])

    def _entries(self, where: str, values: Sequence[object] = ()) -> list[Entry]:
        return [read_entry(row) for row in self._read(f"SELECT * FROM sessions {where}", values)]

    def _read(self, query: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        with self._disk(_not_read) as connection:
            return connection.execute(query, tuple(values)).fetchall()

    @contextmanager
    def _disk(self, failed: "_Failed") -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                yield self._connection
            except sqlite3.Error as error:
                raise LedgerError(failed(self._path, error)) from error


_LET_GO = Words("Another program holds the file: a backup, or one that looks into it. Close that, then try again.")
_Failed = Callable[[Path, sqlite3.Error], Card]


def _not_begun(path: Path, error: sqlite3.Error) -> Card:
    return Card(
        Words("The session could not be written down"),
        Words("{file} could not be written: {error}.", file=path, error=error),
        Words("No. Nothing was sent."),
        _LET_GO
        if is_busy(error)
        else Words("Make room on the disk, or start the program with another data folder, then try again."),
    )


def _taken_away(path: Path) -> Card:
    return Card(
        Words("The session could not be written down"),
        Words("{file} is not there any more, or another file is in its place.", file=path),
        Words("No. Nothing was sent."),
        Words("End what is open, then close the program and start it again."),
    )


def _not_noted(path: Path, error: sqlite3.Error) -> Card:
    return Card(
        Words("A change of a session could not be written down"),
        Words("{file} could not be written: {error}.", file=path, error=error),
        Words("It may: what is open stays in view here, but another start of the program may not know it."),
        Words(
            "Another program holds the file: a backup, or one that looks into it. Close that; writing is tried again "
            "by itself."
        )
        if is_busy(error)
        else Words("Make room on the disk, and end what is open before you close the program."),
    )


def _not_read(path: Path, error: sqlite3.Error) -> Card:
    return Card(
        Words("The list of sessions could not be read"),
        Words("{file} could not be read: {error}.", file=path, error=error),
        Words("Reading costs nothing; sessions that are open may."),
        Words("Look at the disk that holds this file. What is in view here stays in view."),
    )

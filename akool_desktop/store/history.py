"""Past sessions, searched in the ledger's file: full text, filtered, a page at a time, newest first.

Read-only connections of its own, so that a search never holds up what is being written, nor an export a search.
Every method may block for the disk and raises StoreError when it cannot be read; call it off the window's thread.
"""

import os
import sqlite3
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO

from akool_desktop.store.database import UNSPACED, text_of
from akool_desktop.store.entry import COLUMNS, Entry, State, read_entry
from akool_desktop.store.files import NOT_READ, StoreError, about

PAGE = 50
_BREATH = 50  # rows that an export writes between two rests
_ALL_BUT_SENT = ", ".join("'{}' AS sent" if name == "sent" else f"sessions.{name}" for name in COLUMNS)
# The full text takes what stands without spaces for one word; a word within it is looked for row by row.
_SEARCHED = " || ' ' || ".join(
    f"sessions.{name}" for name in ("who", "avatar", "account", "preset", "session_id", "state", "why")
)
_LAST_GOOD = """SELECT * FROM sessions WHERE row < :row AND state = :ended AND sent <> '{{}}' AND {same} <> ''
    AND {same} = :{same} ORDER BY row DESC LIMIT 1"""


@dataclass(frozen=True)
class Query:
    """What is looked for: words that each begin a word of the row, states (none: all), an account's id."""

    text: str = ""
    states: tuple[State, ...] = ()
    account_id: str = ""


class History:
    def __init__(self, folder: Path) -> None:
        self._path = folder / "ledger.sqlite"
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._version = -1

    def page(self, query: Query, before: int | None = None) -> list[Entry]:
        """Up to PAGE rows, newest first, those older than row ``before`` if given; without what was sent."""
        asked = _selection(query, before)
        if asked is None:
            return []
        sql, values = asked
        return [read_entry(found) for found in self._ask(f"{sql} LIMIT {PAGE}", values)]

    def entry(self, row: int) -> Entry | None:
        """One row, whole."""
        return next((read_entry(found) for found in self._ask("SELECT * FROM sessions WHERE row = ?", (row,))), None)

    def last_good(self, entry: Entry) -> Entry | None:
        """The run before it that ended confirmed, of the same preset, or else of the same avatar."""
        values = {"row": entry.row, "preset": entry.preset, "avatar": entry.avatar, "ended": State.ENDED.value}
        for same in ("preset", "avatar"):
            for found in self._ask(_LAST_GOOD.format(same=same), values):
                return read_entry(found)
        return None

    def accounts(self) -> list[tuple[str, str]]:
        """Id and latest name of every account that has a row."""
        sql = "SELECT account_id, account, max(row) FROM sessions GROUP BY account_id ORDER BY account"
        return [(row[0], row[1]) for row in self._ask(sql, ())]

    def changed(self) -> bool:
        """Whether anyone has written since the last question; the first answer is yes."""
        versions = self._ask("PRAGMA data_version", ())
        was, self._version = self._version, versions[0][0] if versions else -1
        return self._version != was

    def export(self, query: Query, path: Path) -> int:
        """All rows of the query, as they are at one moment, as CSV that a spreadsheet opens; how many.

        The file takes its name only when it is complete. Raises StoreError.
        """
        unfinished = path.with_name(f"{path.name}.new")
        try:
            with unfinished.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
                count = self._write(query, file)
            unfinished.replace(path)
        except OSError as error:
            raise StoreError(about("{file} could not be written: {reason}.", path, error)) from error
        finally:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
        return count

    def close(self) -> None:
        with self._lock:
            if self._connection:
                self._connection.close()
                self._connection = None

    def _write(self, query: Query, file: TextIO) -> int:
        import csv

        writer = csv.writer(file)
        writer.writerow(_HEADINGS)
        asked = _selection(query, None)
        if asked is None or not os.path.exists(self._path):
            return 0
        count = 0
        with self._reading(), closing(self._open()) as connection:
            for count, row in enumerate(connection.execute(*asked), 1):
                writer.writerow([_defused(cell) for cell in _cells(read_entry(row))])
                if count % _BREATH == 0:
                    time.sleep(0.001)  # lets go of the interpreter, which the window's thread needs while one types
        return count

    def _ask(self, sql: str, values: "_Values") -> list[sqlite3.Row]:
        """No row where there is no ledger yet."""
        with self._lock, self._reading():
            if self._connection is None:
                if not os.path.exists(self._path):
                    return []
                self._connection = self._open()
            return self._connection.execute(sql, values).fetchall()

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        connection.text_factory = text_of
        return connection

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(about(NOT_READ, self._path, error)) from error


_Values = Mapping[str, object] | Sequence[object]


def _selection(query: Query, before: int | None) -> tuple[str, Mapping[str, object]] | None:
    """The statement that finds the rows, and its values; None where no row can match."""
    asked = _words(query.text)
    if query.text.strip() and not asked:
        return None
    words = [word.replace('"', '""') for word in asked if not UNSPACED.search(word)]
    row = "words.rowid" if words else "sessions.row"
    source = "words JOIN sessions ON sessions.row = words.rowid" if words else "sessions"
    values: dict[str, object] = {"match": " ".join(f'"{word}"*' for word in words), "account": query.account_id}
    where = ["words MATCH :match"] if words else ["true"]
    for number, word in enumerate(word for word in asked if UNSPACED.search(word)):
        values[f"within{number}"] = word
        where.append(f"instr(lower({_SEARCHED}), lower(:within{number}))")
    if before is not None:
        values["before"] = before
        where.append(f"{row} < :before")
    if query.states:
        names = {f"state{number}": state.value for number, state in enumerate(query.states)}
        values |= names
        where.append(f"sessions.state IN ({', '.join(f':{name}' for name in names)})")
    if query.account_id:
        where.append("account_id = :account")
    return f"SELECT {_ALL_BUT_SENT} FROM {source} WHERE {' AND '.join(where)} ORDER BY {row} DESC", values


def _words(text: str) -> list[str]:
    """Each word once."""
    plain = text.replace("\0", " ").encode(errors="replace").decode()  # half an emoji cannot be stored either
    return list(dict.fromkeys(word for word in plain.split() if any(sign.isalnum() for sign in word)))


_HEADINGS = (
    "Created", "Account", "Avatar", "Avatar ID", "Preset", "Stream type", "Room", "State", "Why", "Session ID",
    "Booked seconds", "Used seconds", "Started", "Ended", "Credits before", "Credits held", "Credits after",
    "Credits measured",
)  # fmt: skip


def _cells(entry: Entry) -> Sequence[object]:
    started, ended = entry.started_at, entry.ended_at
    before, after = entry.credits_before, entry.credits_after
    return (
        _time(entry.created_at), entry.account, entry.who, entry.avatar, entry.preset, entry.stream_type,
        entry.room, entry.state, entry.why, entry.session_id, entry.length,
        _used(started, ended, entry.length), _time(started), _time(ended),
        before, entry.credits_held, after, None if before is None or after is None else round(before - after, 2),
    )  # fmt: skip


def _used(started: float | None, ended: float | None, booked: int | None) -> int | None:
    """Not more than was booked: it may have been found over a night later."""
    if started is None or ended is None:
        return None
    used = max(0, round(ended - started))
    return used if booked is None else min(used, booked)


def _time(moment: float | None) -> str:
    return "" if moment is None else datetime.fromtimestamp(moment).isoformat(" ", "seconds")


def _defused(cell: object) -> object:
    """Text that a spreadsheet would take for a formula is shown as the text it is (OWASP, CSV Injection)."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in _FORMULA else cell


_FORMULA = frozenset("=+-@\t\r\n")

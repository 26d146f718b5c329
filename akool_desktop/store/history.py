"""Past sessions, searched in the ledger's file: full text, filtered, a page at a time, newest first.

Its own read-only connection, so that a search never holds up what is being written. Every method may block for the
disk; call it off the window's thread.
"""

import csv
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from akool_desktop.store.ledger import Entry, State, read_entry

PAGE = 50
_ALL_BUT_SENT = """sessions.row, account_id, sessions.account, sessions.avatar, sessions.who, sessions.preset,
    stream_type, room, origin, length, '{}' AS sent, sessions.session_id, sessions.state, sessions.why, created_at,
    started_at, end_asked_at, ended_at, credits_before, credits_held, credits_after"""


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

    def page(self, query: Query, before: int | None = None) -> list[Entry]:
        """Up to PAGE rows, newest first, those older than row ``before`` if given; without what was sent."""
        return [read_entry(row) for row in self._rows(query, before, _ALL_BUT_SENT, PAGE)]

    def entry(self, row: int) -> Entry | None:
        """One row, whole."""
        return next((read_entry(found) for found in self._ask("SELECT * FROM sessions WHERE row = ?", (row,))), None)

    def last_good(self, entry: Entry) -> Entry | None:
        """The run before it that ended confirmed, of the same preset, or without one of the same avatar."""
        same = "preset = :preset" if entry.preset else "avatar = :avatar AND preset = ''"
        values = {"preset": entry.preset, "avatar": entry.avatar, "row": entry.row, "ended": State.ENDED.value}
        sql = f"SELECT * FROM sessions WHERE {same} AND row < :row AND state = :ended ORDER BY row DESC LIMIT 1"
        return next((read_entry(found) for found in self._ask(sql, values)), None)

    def accounts(self) -> list[tuple[str, str]]:
        """Id and latest name of every account that has a row."""
        sql = "SELECT account_id, account, max(row) FROM sessions GROUP BY account_id ORDER BY account"
        return [(row[0], row[1]) for row in self._ask(sql, ())]

    def export(self, query: Query, path: Path) -> int:
        """All rows of the query as CSV that a spreadsheet opens; how many. Raises OSError."""
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(_HEADINGS)
            count = 0
            for entry in self._all(query):
                writer.writerow([_defused(cell) for cell in _cells(entry)])
                count += 1
        return count

    def close(self) -> None:
        with self._lock:
            if self._connection:
                self._connection.close()
                self._connection = None

    def _all(self, query: Query) -> Iterator[Entry]:
        before: int | None = None
        while page := self.page(query, before):
            yield from page
            before = page[-1].row

    def _rows(self, query: Query, before: int | None, columns: str, limit: int) -> list[sqlite3.Row]:
        words = [word for word in query.text.replace("\0", " ").split() if any(sign.isalnum() for sign in word)]
        values: dict[str, object] = {"before": before, "limit": limit, "account": query.account_id}
        where = ["(:before IS NULL OR sessions.row < :before)"]
        source, order = "sessions", "sessions.row"
        if words:
            source, order = "words JOIN sessions ON sessions.row = words.rowid", "words.rowid"
            where = ["words MATCH :match", *(["words.rowid < :before"] if before is not None else [])]
            values["match"] = " ".join(f'"{word.replace(chr(34), chr(34) * 2)}"*' for word in words)
        elif query.text.strip():
            return []
        if query.states:
            names = {f"state{number}": state.value for number, state in enumerate(query.states)}
            values |= names
            where.append(f"sessions.state IN ({', '.join(f':{name}' for name in names)})")
        if query.account_id:
            where.append("account_id = :account")
        sql = f"SELECT {columns} FROM {source} WHERE {' AND '.join(where)} ORDER BY {order} DESC LIMIT :limit"
        return self._ask(sql, values)

    def _ask(self, sql: str, values: Mapping[str, object] | Sequence[object]) -> list[sqlite3.Row]:
        with self._lock:
            try:
                if self._connection is None:
                    self._connection = sqlite3.connect(
                        f"{self._path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False
                    )
                    self._connection.row_factory = sqlite3.Row
                return self._connection.execute(sql, values).fetchall()
            except sqlite3.OperationalError:
                return []  # no file yet, or one that cannot be read: the ledger says so itself


_HEADINGS = (
    "Created", "Account", "Avatar", "Avatar ID", "Preset", "Stream type", "Room", "State", "Why", "Session ID",
    "Booked seconds", "Started", "Ended", "Credits before", "Credits held", "Credits after",
)  # fmt: skip


def _cells(entry: Entry) -> Sequence[object]:
    return (
        _time(entry.created_at), entry.account, entry.who, entry.avatar, entry.preset, entry.stream_type, entry.room,
        entry.state.value, entry.why, entry.session_id, entry.length, _time(entry.started_at), _time(entry.ended_at),
        entry.credits_before, entry.credits_held, entry.credits_after,
    )  # fmt: skip


def _time(moment: float | None) -> str:
    return "" if moment is None else datetime.fromtimestamp(moment).isoformat(" ", "seconds")


def _defused(cell: object) -> object:
    """Text that a spreadsheet would take for a formula is shown as the text it is."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell

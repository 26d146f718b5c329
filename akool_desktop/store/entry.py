"""One row of the ledger: what is known of a session, and how that is written down and read."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3


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


@dataclass(frozen=True)
class Entry:
    """One row. Times are seconds since 1970; ``length`` is in seconds, None when it is not known.

    ``origin`` is what wrote the row: a window, a command, or elsewhere for a session that another program started.
    ``sent`` is the request without its secrets. ``started_at`` is when the session was first seen live.
    ``credits_before``, ``_held`` and ``_after`` are balances read before the create, after it, and after the end.
    ``first_frame`` is the time in milliseconds that its Stage took to show a picture, and ``picture`` what that was:
    codec and size. ``payer`` tells the key that paid from another that came in its place, and nothing of what it is.
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
    first_frame: int | None = None
    picture: str = ""
    payer: str = ""


COLUMNS = tuple(item.name for item in fields(Entry))


def stored(value: object) -> object:
    """As SQLite takes it. Half a letter, from a file's name or from JSON, is none."""
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, Mapping) else value
    return text.encode(errors="replace").decode() if isinstance(text, str) else text


def values_of(entry: Entry) -> dict[str, object]:
    """By column, without the number of the row."""
    return {name: stored(getattr(entry, name)) for name in COLUMNS if name != "row"}


def known_values(row: "sqlite3.Row") -> dict[str, Any]:
    """An older file lacks columns."""
    there = row.keys()
    return {name: row[name] for name in COLUMNS if name in there}


_NUMBERS = {
    "length", "created_at", "started_at", "end_asked_at", "ended_at", "credits_before", "credits_held",
    "credits_after", "first_frame",
}  # fmt: skip
_PAST_YEAR_5000 = 1e11


def _counts(value: object) -> bool:
    """SQLite keeps anything in a column of numbers; one that no clock shows must not hide all other rows."""
    return isinstance(value, int | float) and abs(value) < _PAST_YEAR_5000


def read_entry(row: "sqlite3.Row") -> Entry:
    values = known_values(row)
    values["state"] = State(values["state"]) if values["state"] in set(State) else State.UNKNOWN
    try:
        sent = json.loads(values["sent"])
    except (TypeError, ValueError):
        sent = {}
    values["sent"] = sent if isinstance(sent, dict) else {}
    for name in _NUMBERS & values.keys():
        if not _counts(values[name]):
            values[name] = 0.0 if name == "created_at" else None
    return Entry(**values)

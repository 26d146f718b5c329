"""How long a session has run, on computers that sleep and whose clocks are set."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from akool_desktop.store.entry import Entry

_PLAUSIBLE = 60  # seconds past its end that a session may still be seen


@dataclass(frozen=True)
class Left:
    """Seconds left of the booked length. Not ``sure`` when only a clock that was set meanwhile can tell."""

    seconds: int
    sure: bool


def steady() -> float:
    """Seconds that go on while the computer sleeps and that nobody can set.

    Linux has a clock of its own for that. macOS has it under the name that elsewhere stands still in sleep, and its
    time.monotonic() does (man clock_gettime); Windows has it in time.monotonic().
    """
    clock = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
    return time.monotonic() if clock is None else time.clock_gettime(clock)


class Clock:
    """Times each session by the steady clock from the moment it was seen live in this run."""

    def __init__(self, wall: Callable[[], float] = time.time, steady: Callable[[], float] = steady) -> None:
        self.wall, self.steady = wall, steady
        self._starts: dict[int, float] = {}

    def started(self, row: int) -> float:
        """The session is live from now on; the wall clock's time of it."""
        self._starts[row] = self.steady()
        return self.wall()

    def run(self, entry: Entry) -> float:
        """Seconds since it was first seen live, up to its end; 0 before that.

        Not more than was booked once it is over: it may have been found so a night later.
        """
        if entry.started_at is None:
            return 0
        if entry.row in self._starts and entry.ended_at is None:
            return self.steady() - self._starts[entry.row]
        ran = max(0, (entry.ended_at or self.wall()) - entry.started_at)
        return min(ran, entry.length) if entry.ended_at is not None and entry.length is not None else ran

    def left(self, entry: Entry) -> Left | None:
        """What is left of the booked length; None when that is not known."""
        if entry.length is None:
            return None
        if entry.started_at is None:
            return Left(entry.length, sure=True)
        elapsed = self.wall() - entry.started_at
        plausible = 0 <= elapsed <= entry.length + _PLAUSIBLE
        return Left(max(0, round(entry.length - self.run(entry))), sure=entry.row in self._starts or plausible)

    def surely_left(self, entry: Entry) -> int | None:
        """The same in seconds, for what must not be guessed."""
        left = self.left(entry)
        return left.seconds if left and left.sure else None

"""The practice sessions and credits: what was booked, what it holds, what came back.

All times are seconds of the clock that the service was given. Status codes are those of docs.akool.com,
Create Session: 1 queueing, 2 processing, 3 completed, 4 failed.
"""

import math
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass

from akool_desktop.practice.credentials import Credentials, made_up

QUEUEING, PROCESSING, COMPLETED, FAILED = 1, 2, 3, 4

QUEUE_SECONDS = 2.0
# Akool names no default for a duration that is not sent; the longest is the dearest, so practice takes that.
DEFAULT_SECONDS = 3600.0
OPENING_BALANCE = 1200.0
# Practice's own rate. Akool publishes none for streaming.
CREDITS_PER_MINUTE = 6


@dataclass(frozen=True)
class Booking:
    """One session as the books have it, ended or not. ``held`` and ``returned`` are credits; what it cost is
    the difference once it has ended. ``closes`` counts every close that named it, refused ones too."""

    id: str
    avatar_id: str
    stream_type: str
    credentials: Credentials
    status: int
    booked_seconds: float
    held: float
    returned: float
    closes: int


class TooFewCreditsError(Exception):
    """The balance does not cover the length asked for."""


class AlreadyEndedError(Exception):
    """The session was closed before, or ran its length."""


@dataclass
class _Session:
    id: str
    avatar_id: str
    stream_type: str
    credentials: Credentials
    seconds: float
    began: float
    fails: bool
    closed: float | None = None
    closes: int = 0

    def ended(self, now: float) -> float | None:
        """The moment of the end, or None while it may cost."""
        due = self.began + (min(QUEUE_SECONDS, self.seconds) if self.fails else self.seconds)
        end = due if self.closed is None else self.closed
        return end if end <= now else None

    def status(self, now: float) -> int:
        if self.ended(now) is not None:
            return FAILED if self.fails and self.closed is None else COMPLETED
        return QUEUEING if now - self.began < QUEUE_SECONDS else PROCESSING

    def returned(self, now: float) -> float:
        """The unused part: each second begun counts, from the booking on; a failed session costs nothing."""
        end = self.ended(now)
        if end is None:
            return 0.0
        used = 0.0 if self.status(now) == FAILED else min(math.ceil(end - self.began), self.seconds)
        return _credits(self.seconds) - _credits(used)


class Books:
    """Safe to read from any thread."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._sessions: dict[str, _Session] = {}

    def book(
        self,
        avatar_id: str,
        stream_type: str,
        own_room: Credentials | None,
        seconds: float | None,
        *,
        fails: bool = False,
    ) -> Booking:
        """Raises TooFewCreditsError. ``seconds`` None is DEFAULT_SECONDS; without an own room one is made up."""
        length = DEFAULT_SECONDS if seconds is None else seconds
        with self._lock:
            now = self._clock()
            if _credits(length) > self._balance(now):
                raise TooFewCreditsError
            session_id = self._new_id()
            credentials = own_room or made_up(stream_type, session_id, length)
            session = _Session(session_id, avatar_id, stream_type, credentials, length, now, fails)
            self._sessions[session_id] = session
            return _booking(session, now)

    def close(self, session_id: str) -> None:
        """Raises KeyError for an unknown id, and AlreadyEndedError."""
        with self._lock:
            now = self._clock()
            session = self._sessions[session_id]
            session.closes += 1
            if session.ended(now) is not None:
                raise AlreadyEndedError
            session.closed = now

    def bookings(self) -> list[Booking]:
        """Every session there ever was, oldest first."""
        with self._lock:
            now = self._clock()
            return [_booking(session, now) for session in self._sessions.values()]

    def balance(self) -> float:
        with self._lock:
            return self._balance(self._clock())

    def _balance(self, now: float) -> float:
        spoken_for = sum(_credits(each.seconds) - each.returned(now) for each in self._sessions.values())
        return round(OPENING_BALANCE - spoken_for, 2)

    def _new_id(self) -> str:
        while (session_id := secrets.token_hex(12)) in self._sessions:
            pass
        return session_id


def _booking(session: _Session, now: float) -> Booking:
    return Booking(
        session.id,
        session.avatar_id,
        session.stream_type,
        session.credentials,
        session.status(now),
        session.seconds,
        _credits(session.seconds),
        round(session.returned(now), 2),
        session.closes,
    )


def _credits(seconds: float) -> float:
    return round(seconds * CREDITS_PER_MINUTE / 60, 2)

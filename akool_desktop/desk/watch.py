"""Keeps what is in view true: asks Akool about open sessions at a polite pace, and the ledger for what others wrote."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from akool_desktop.akool.errors import NotSent, Refused
from akool_desktop.desk.accounts import AccountError
from akool_desktop.desk.reasons import STOPPED_BEFORE_THE_ANSWER, of_failure
from akool_desktop.desk.sessions import SessionDesk
from akool_desktop.desk.statuses import is_at_work
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.ledger import LedgerError

_TICK = 0.5  # seconds: with what reading takes, what others wrote shows within one
_PACE, _SLOWEST = 5.0, 60.0  # seconds between two rounds of an account: usually, and when Akool or the network balks
_SLEPT = 10.0  # seconds without a tick: the computer was asleep
_ASKED = (State.WAITING, State.LIVE, State.ENDING, State.NOT_CONFIRMED, State.UNKNOWN)


@dataclass
class _Round:
    """One account's questions: when the next are due, and how far apart they are now."""

    due: float = 0
    pause: float = _PACE


class Watch:
    def __init__(self, sessions: SessionDesk) -> None:
        self._sessions = sessions
        self._rounds: dict[str, _Round] = {}
        self._asking: dict[str, asyncio.Task[None]] = {}
        self.forward: Callable[[], None] = lambda: None  # another start asks this window to come forward

    async def run(self) -> None:
        """Until cancelled. One account that does not answer holds up no other."""
        last = self._sessions.clock.steady()
        try:
            while True:
                await asyncio.sleep(_TICK)
                now = self._sessions.clock.steady()
                if now - last > _SLEPT:
                    self._rounds.clear()
                last = now
                await self._share_ledger()
                await self._note_stopped()
                self._ask_due(now)
        finally:
            for task in self._asking.values():
                task.cancel()

    async def _share_ledger(self) -> None:
        """A disk that fails is no reason to stop watching what is in view."""
        await self._sessions.write_owed()
        with suppress(LedgerError):
            if await self._sessions.written_elsewhere() and await self._sessions.asked_forward():
                self.forward()

    async def _note_stopped(self) -> None:
        """A command that was killed before the answer came: what it has started, if it has, must be looked for."""
        now = self._sessions.clock.wall()
        for entry in self._sessions.open:
            if entry.state is State.CREATING and entry.origin == "command" and not is_at_work(entry, now):
                await self._sessions.note(entry, state=State.UNKNOWN, why=STOPPED_BEFORE_THE_ANSWER)

    def _ask_due(self, now: float) -> None:
        waiting: dict[str, list[Entry]] = {}
        for entry in self._sessions.open:
            if entry.session_id and entry.state in _ASKED:
                waiting.setdefault(entry.account_id, []).append(entry)
        for account_id, entries in waiting.items():
            due = self._rounds.setdefault(account_id, _Round()).due <= now
            if due and account_id not in self._asking:
                task = asyncio.ensure_future(self._ask(account_id, entries))
                self._asking[account_id] = task

    async def _ask(self, account_id: str, entries: list[Entry]) -> None:
        """One round. The next one comes later when nobody answers, or Akool says that it is asked too often."""
        this = self._rounds.setdefault(account_id, _Round())
        try:
            answered = await self._look_at(entries)
        finally:
            del self._asking[account_id]
        this.pause = _PACE if answered else min(_SLOWEST, this.pause * 2)
        this.due = self._sessions.clock.steady() + this.pause

    async def _look_at(self, entries: list[Entry]) -> bool:
        """Whether the round went well enough to keep the pace. One session that cannot be asked hides no other."""
        answered = 0
        for entry in entries:
            try:
                await self._sessions.look(entry)
                answered += 1
                self._note([entry])
            except Exception as error:
                why = of_failure(error)
                if _is_said_of_all(error):
                    self._note(entries, why)
                    return False
                self._note([entry], why)
        return answered > 0

    def _note(self, entries: list[Entry], why: str | None = None) -> None:
        """What is shown of a session is what was last heard of it: the row says when that may be old, and why."""
        unanswered = self._sessions.unanswered
        rows = [entry.row for entry in entries if unanswered.get(entry.row) != why]
        for row in rows:
            if why is None:
                del unanswered[row]
            else:
                unanswered[row] = why
        if rows:
            self._sessions.changed()


def _is_said_of_all(error: Exception) -> bool:
    """Asking about the account's next session would bring the same, and annoy."""
    return isinstance(error, NotSent | AccountError) or (isinstance(error, Refused) and (error.busy or error.auth))

"""Create a session, follow it, end it.

Creating is not idempotent and holds credits, so a create is sent once and never repeated by itself; a cancel that
comes too late ends the session that was started; and an end counts once Akool confirms it.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count

from akool_desktop.akool.client import AkoolClient
from akool_desktop.akool.errors import AkoolError, Refused, Unclear
from akool_desktop.akool.models import Session
from akool_desktop.store.accounts import Account
from akool_desktop.words import Card, Words

_PACE = 5.0  # seconds between two looks at a session
_CONFIRMING = (0.3, 0.7, 1.0, 2.0, 4.0)  # seconds before each question whether the end has come


class State(StrEnum):
    """How a session stands, in the words the operator sees."""

    WAITING = "Waiting in line"
    LIVE = "Live"
    ENDING = "Ending"
    ENDED = "Ended, confirmed"
    FAILED = "Failed"
    UNKNOWN = "Unknown"
    NOT_CONFIRMED = "Not confirmed: may still cost"

    @property
    def over(self) -> bool:
        return self in (State.ENDED, State.FAILED)


# docs.akool.com, Create Session, SessionResponse.status
_STATES = {1: State.WAITING, 2: State.LIVE, 3: State.ENDED, 4: State.FAILED}


@dataclass(frozen=True)
class Running:
    """A session that this run has started. ``number`` is ours: a service may repeat its ids."""

    number: int
    account: Account
    session: Session
    who: str
    state: State


class Withdrawn(Exception):  # noqa: N818
    """The operator cancelled. ``running`` is the session that started all the same and could not be ended."""

    def __init__(self, card: Card, running: Running | None = None) -> None:
        super().__init__(card)
        self.card = card
        self.running = running


class SessionDesk:
    """One create at a time; ``cancel`` takes back the one under way as far as that is possible."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._request: asyncio.Task[Session] | None = None
        self._left = False
        self._cancelled = False

    async def create(
        self, client: AkoolClient, account: Account, body: Mapping[str, object], who: str
    ) -> Running:
        """The session that was started. Raises AkoolError, or Withdrawn after cancel()."""
        self._left = self._cancelled = False
        self._request = asyncio.ensure_future(client.create_session(body, leaving=self._mark_left))
        try:
            session = await self._request
        except asyncio.CancelledError:
            if self._cancelled:
                raise Withdrawn(_NOTHING_SENT) from None
            raise
        except Refused:
            if self._cancelled:
                raise Withdrawn(_NONE_STARTED) from None
            raise
        finally:
            self._request = None
        if not session.stream_type:
            session = replace(session, stream_type=str(body["stream_type"]))
        running = Running(next(self._numbers), account, session, who, state_of(session))
        if self._cancelled:
            await self._end_unwanted(client, running)
        return running

    def _mark_left(self) -> None:
        self._left = True

    def cancel(self) -> None:
        """Take the create back: stop it while nothing has left, else end what it starts."""
        self._cancelled = True
        if self._request and not self._left:
            self._request.cancel()

    async def _end_unwanted(self, client: AkoolClient, running: Running) -> None:
        ended = await self.end(client, running)
        if ended.state.over:
            raise Withdrawn(_ended_late(running.session.id))
        raise Withdrawn(_not_ended(running.session.id), ended)

    async def end(self, client: AkoolClient, running: Running) -> Running:
        """Ask Akool to end it, and ask on until it is over; otherwise its state says that it is not confirmed."""
        try:
            await client.close_session(running.session.id)
        except Refused as refusal:
            if refusal.gone:
                return replace(running, state=State.ENDED)
            return replace(running, state=State.NOT_CONFIRMED)
        except AkoolError:
            return replace(running, state=State.NOT_CONFIRMED)
        for pause in _CONFIRMING:
            await asyncio.sleep(pause)
            seen = await self.look(client, running)
            if seen.state.over:
                return seen
        return replace(running, state=State.NOT_CONFIRMED)

    async def look(self, client: AkoolClient, running: Running) -> Running:
        """How it stands at Akool now; unchanged when Akool cannot say."""
        try:
            return replace(running, state=state_of(await client.session(running.session.id)))
        except Refused as refusal:
            return replace(running, state=State.ENDED) if refusal.gone else running
        except Unclear:
            return running
        except AkoolError:
            return running

    async def follow(self, client: AkoolClient, running: Running, changed: Callable[[Running], None]) -> None:
        """Tell of every change until it is over."""
        while not running.state.over:
            await asyncio.sleep(_PACE)
            seen = await self.look(client, running)
            if seen.state is not running.state:
                running = seen
                changed(running)


def state_of(session: Session) -> State:
    return _STATES.get(session.status or 0, State.UNKNOWN)


_NOTHING_SENT = Card(
    Words("Cancelled"),
    Words("The request was stopped before it left this computer."),
    Words("No. Nothing was sent."),
    Words("Nothing more to do."),
)
_NONE_STARTED = Card(
    Words("Cancelled"),
    Words("The request had left already, but Akool refused it."),
    Words("No. No session was started."),
    Words("Nothing more to do."),
)


def _ended_late(session_id: str) -> Card:
    return Card(
        Words("Cancelled, and the session ended"),
        Words("The request had left already, and Akool started session {id}. It was ended at once.", id=session_id),
        Words("At most a few seconds. Akool gives the unused part back."),
        Words("Nothing more to do."),
    )


def _not_ended(session_id: str) -> Card:
    return Card(
        Words("Cancelled, but the session may be running"),
        Words("The request had left already, and Akool started session {id}. Its end is not confirmed.", id=session_id),
        Words("It may: the session may still be running."),
        Words("Press Try again beside the session until its end is confirmed."),
    )

"""Create a session, see how it stands, end it.

Creating is not idempotent and holds credits. So its row is in the ledger before the request leaves, it is sent once
and never repeated by itself, a cancel that comes too late ends what was started, and an end counts once Akool
confirms it.
"""

import asyncio
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from akool_desktop.akool.client import AkoolClient
from akool_desktop.akool.errors import AkoolError, Refused, Unclear
from akool_desktop.akool.models import Session
from akool_desktop.desk.accounts import AccountDesk, AccountError, account_gone, finish
from akool_desktop.desk.clock import Clock
from akool_desktop.store.accounts import Account
from akool_desktop.store.ledger import Entry, Ledger, LedgerError, State
from akool_desktop.words import Card, Words

_CONFIRMING = (0.3, 0.7, 1.0, 2.0, 4.0)  # seconds before each question whether the end has come
_SHOWN_AFTER_END = 600  # seconds that an ended session stays in view

_STREAM_TYPES = ("agora", "livekit", "trtc")
# docs.akool.com, Create Session, SessionResponse.status
_STATES = {1: State.WAITING, 2: State.LIVE, 3: State.ENDED, 4: State.FAILED}


@dataclass(frozen=True)
class Order:
    """What is asked for: the body of Create Session, and the same without its secrets for the ledger."""

    body: Mapping[str, object]
    shown: Mapping[str, object]
    who: str


class Withdrawn(Exception):  # noqa: N818
    """The operator cancelled; the card says what became of it."""

    def __init__(self, card: Card) -> None:
        super().__init__(card)
        self.card = card


class SessionDesk:
    """``entries`` are the rows in view, by number; ``changed`` is called after each change of one."""

    def __init__(self, ledger: Ledger, accounts: AccountDesk, clock: Clock | None = None) -> None:
        self._ledger, self._accounts = ledger, accounts
        self.clock = clock or Clock()
        self.changed: Callable[[], None] = lambda: None
        self.entries: dict[int, Entry] = {}
        self.credentials: dict[int, Mapping[str, str | int]] = {}
        self.balances: dict[str, float] = {}
        self.unwritten: LedgerError | None = None
        self._request: asyncio.Task[Session] | None = None
        self._left = False
        self._cancelled = False
        self._forward_asked_at = self.clock.wall()

    @property
    def open(self) -> list[Entry]:
        """Whatever may still cost, oldest first."""
        return [entry for entry in self.entries.values() if not entry.state.over]

    # create

    async def create(self, account: Account, order: Order) -> Entry:
        """The session that was started, in the ledger. Raises AkoolError, AccountError, or Withdrawn after cancel()."""
        self._left = self._cancelled = False
        client = await self._accounts.client(account)
        entry = await self.write(self._ledger.begin, self._new_entry(account, order))
        if self._cancelled:
            await self._note_failure(entry, asyncio.CancelledError())
            raise Withdrawn(_NOTHING_SENT)
        self._request = asyncio.ensure_future(client.create_session(order.body, leaving=self._mark_left))
        try:
            session = await self._request
        except (AkoolError, asyncio.CancelledError) as error:
            await self._note_failure(entry, error)
            raise self._said(error) from None
        finally:
            self._request = None
        entry = await self._take(entry, session)
        if self._cancelled:
            await self._end_unwanted(entry)
        return entry

    def cancel(self) -> None:
        """Take the create back: stop it while nothing has left, else end what it starts."""
        self._cancelled = True
        if self._request and not self._left:
            self._request.cancel()

    def _mark_left(self) -> None:
        self._left = True

    def _new_entry(self, account: Account, order: Order) -> Entry:
        length = order.body.get("duration")
        return Entry(
            row=0,
            account_id=account.id,
            account=account.name,
            avatar=str(order.body["avatar_id"]),
            who=order.who,
            stream_type=str(order.body["stream_type"]),
            room="own" if "credentials" in order.body else "akool",
            length=length if isinstance(length, int) else None,
            sent=order.shown,
            created_at=self.clock.wall(),
            state=State.CREATING,
            credits_before=self.balances.get(account.id),
        )

    async def _take(self, entry: Entry, session: Session) -> Entry:
        """The id is there: write it down before anything else happens."""
        state = state_of(session) or State.WAITING
        changes: dict[str, object] = {"session_id": session.id, "state": state}
        if state is State.LIVE:
            changes["started_at"] = self.clock.started(entry.row)
        self.credentials[entry.row] = session.credentials
        if session.stream_type in _STREAM_TYPES:  # else the requested one is kept
            changes["stream_type"] = session.stream_type
        return await self.note(entry, **changes)

    async def _note_failure(self, entry: Entry, error: BaseException) -> None:
        unknown = isinstance(error, Unclear) or (isinstance(error, asyncio.CancelledError) and self._left)
        if unknown:
            await self.note(entry, state=State.UNKNOWN, why="The answer never came.")
        else:
            why = "Cancelled." if self._cancelled else _why(error)
            await self.note(entry, state=State.NOT_STARTED, ended_at=self.clock.wall(), why=why)

    def _said(self, error: BaseException) -> BaseException:
        """What to raise: a cancel that came in time is no error of Akool's."""
        if self._cancelled and isinstance(error, asyncio.CancelledError) and not self._left:
            return Withdrawn(_NOTHING_SENT)
        if self._cancelled and isinstance(error, Refused):
            return Withdrawn(_NONE_STARTED)
        return error

    async def _end_unwanted(self, entry: Entry) -> None:
        ended = await self.end(entry)
        raise Withdrawn(_ended_late(entry.session_id) if ended.state.over else _not_ended(entry.session_id))

    async def keep_credentials(self, entry: Entry) -> None:
        """Keep the room's credentials in the keyring while the session may run."""
        text = json.dumps(dict(self.credentials.get(entry.row, {})))
        await asyncio.to_thread(self._accounts.vault.write, _secret_name(entry), text)

    async def load_credentials(self, entry: Entry) -> None:
        """Bring back from the keyring what an earlier run has kept there."""
        if entry.row not in self.credentials:
            text = await asyncio.to_thread(self._accounts.vault.read, _secret_name(entry))
            with suppress(ValueError):
                self.credentials[entry.row] = json.loads(text or "{}")

    def credentials_kept(self, entry: Entry) -> Words | None:
        """Where the room's credentials are kept now; None when there are none."""
        return self._accounts.vault.where(_secret_name(entry)) if self.credentials.get(entry.row) else None

    # end

    async def end(self, entry: Entry) -> Entry:
        """Ask Akool to end it, and ask on until it is over; otherwise its state says that it is not confirmed."""
        entry = await self.note(entry, state=State.ENDING, end_asked_at=self.clock.wall())
        try:
            client = await self.client_of(entry)
            await client.close_session(entry.session_id)
        except Refused as refusal:
            if refusal.gone:
                return await self.settle(entry, State.ENDED, "Ended here.")
            return await self._not_confirmed(entry, refusal)
        except Exception as error:
            return await self._not_confirmed(entry, error)
        for pause in _CONFIRMING:
            await asyncio.sleep(pause)
            seen = await self._ask(client, entry)
            if seen and seen.over:
                return await self.settle(entry, seen, "Ended here.")
        return await self._not_confirmed(entry, None)

    async def _not_confirmed(self, entry: Entry, error: Exception | None) -> Entry:
        why = _why(error) if error else "Akool has not confirmed the end."
        return await self.note(entry, state=State.NOT_CONFIRMED, why=why)

    # watch

    async def look(self, entry: Entry) -> Entry:
        """How it stands at Akool now. Raises AkoolError when Akool cannot say."""
        seen = await self._status(await self.client_of(entry), entry)
        now = self.entries.get(entry.row, entry)
        if now.state.over or now.state is State.ENDING or seen is None:
            return now
        if seen.over:
            return await self.settle(now, seen, self._reason(now, seen))
        if now.state is State.NOT_CONFIRMED or seen is now.state:
            return now
        changes: dict[str, object] = {"state": seen}
        if seen is State.LIVE and now.started_at is None:
            changes["started_at"] = self.clock.started(now.row)
        return await self.note(now, **changes)

    def _reason(self, entry: Entry, seen: State) -> str:
        if seen is State.FAILED:
            return "Akool says that it failed."
        if entry.end_asked_at is not None:
            return "Ended here."
        left = self.clock.left(entry)
        return "The booked time was over." if left and left.seconds <= 5 else "Ended by Akool or another program."

    async def _ask(self, client: AkoolClient, entry: Entry) -> State | None:
        try:
            return await self._status(client, entry)
        except AkoolError:
            return None

    async def _status(self, client: AkoolClient, entry: Entry) -> State | None:
        try:
            return state_of(await client.session(entry.session_id))
        except Refused as refusal:
            if refusal.gone:
                return State.ENDED
            raise

    async def reload(self) -> None:
        """Read what the ledger holds now: rows in view are the open ones and those that ended lately."""
        rows = await asyncio.to_thread(self._ledger.open_entries)
        rows += await asyncio.to_thread(self._ledger.ended_since, self.clock.wall() - _SHOWN_AFTER_END)
        self.entries = {entry.row: entry for entry in sorted(rows, key=lambda entry: entry.row)}
        self.changed()

    async def written_elsewhere(self) -> bool:
        """Whether another program has written to the ledger; its rows are in view then."""
        if not await asyncio.to_thread(self._ledger.changed):
            return False
        await self.reload()
        return True

    async def asked_forward(self) -> bool:
        """Whether another start has asked for this window since the last question."""
        asked_at = await asyncio.to_thread(self._ledger.forward_asked_at)
        was, self._forward_asked_at = self._forward_asked_at, asked_at
        return asked_at > was

    # credits

    async def read_balance(self, account: Account) -> float:
        balance = await (await self._accounts.client(account)).credits()
        self.balances[account.id] = balance
        return balance

    async def measure(self, entry: Entry) -> None:
        """Read the balance after a create or an end, and write it into the row."""
        account = self._account(entry)
        if account:
            balance = await self.read_balance(account)
            column = "credits_after" if entry.state.over else "credits_held"
            await self.note(entry, **{column: balance})

    # the ledger

    async def settle(self, entry: Entry, state: State, why: str) -> Entry:
        settled = await self.note(entry, state=state, ended_at=self.clock.wall(), why=why)
        self.credentials.pop(entry.row, None)
        asyncio.get_running_loop().run_in_executor(None, self._accounts.vault.forget, _secret_name(entry))
        return settled

    async def note(self, entry: Entry, **changes: object) -> Entry:
        """Change the row. What the disk does not take is kept in view all the same, and said by ``unwritten``."""
        try:
            return await self.write(lambda: self._ledger.note(entry.row, **changes))
        except LedgerError as error:
            self.unwritten = error
            return self._show(replace(self.entries.get(entry.row, entry), **changes))  # type: ignore[arg-type]

    async def write(self, write: Callable[..., Entry], *values: Any) -> Entry:
        """Commit to the disk off this thread; a change that was begun is finished even when its caller is cancelled."""
        return self._show(await finish(asyncio.to_thread(write, *values)))

    def _show(self, entry: Entry) -> Entry:
        self.entries[entry.row] = entry
        self.changed()
        return entry

    def _account(self, entry: Entry) -> Account | None:
        return next((account for account in self._accounts.accounts if account.id == entry.account_id), None)

    async def client_of(self, entry: Entry) -> AkoolClient:
        account = self._account(entry)
        if account is None:
            raise AccountError(account_gone(entry.account))
        return await self._accounts.client(account)


def state_of(session: Session) -> State | None:
    """None when Akool does not say, or says something that no page explains."""
    return _STATES.get(session.status or 0)


def _why(error: BaseException) -> str:
    card = getattr(error, "card", None)
    return str(card.happened) if card else type(error).__name__


def _secret_name(entry: Entry) -> str:
    """Row numbers start again in each data folder; the moment of the create does not."""
    return f"session {entry.row} of {entry.created_at}"


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

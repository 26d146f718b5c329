"""Create a session, see how it stands, end it.

Creating is not idempotent and holds credits. So its row is in the ledger before the request leaves, it is sent once
and never repeated by itself, a cancel that comes too late ends what was started, and an end counts once Akool
confirms it.
"""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from akool_desktop.akool.client import AkoolClient
from akool_desktop.akool.errors import AkoolError, Refused, Unclear
from akool_desktop.akool.models import Session
from akool_desktop.desk import reasons
from akool_desktop.desk.accounts import AccountDesk, AccountError, account_gone
from akool_desktop.desk.clock import Clock
from akool_desktop.desk.credentials import RoomCredentials
from akool_desktop.desk.rows import Rows
from akool_desktop.desk.statuses import is_new, running_state_of, says_over, state_of
from akool_desktop.desk.withdrawn import NONE_STARTED, NOTHING_SENT, Withdrawn, ended_late, not_ended
from akool_desktop.session.room import identity
from akool_desktop.store.accounts import Account
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.ledger import Ledger, LedgerError
from akool_desktop.words import Card

_CONFIRMING = (0.3, 0.7, 1.0, 2.0, 4.0)  # seconds before each question whether the end has come
_CONFIRMED_WITHIN = 15.0  # seconds for all of them; then the watch goes on asking
_ENDING_TAKES = 90  # seconds; a program that has not said more by then was stopped in the middle
_STREAM_TYPES = ("agora", "livekit", "trtc")


@dataclass(frozen=True)
class Order:
    """What is asked for: the body of Create Session, and the same without its secrets for the ledger."""

    body: Mapping[str, object] = field(repr=False)
    shown: Mapping[str, object]
    who: str
    preset: str = ""


class SessionDesk(Rows):
    """``followed`` are the rows that were created or asked about in this run, ``unanswered`` those of which Akool
    did not say how they stand when it was asked last, and why; ``hindered`` those whose end could not be asked for, or
    was refused, and what to do about it: until that was said. ``balance_read`` is called whenever Akool has told one.
    ``origin``: a window's, or a command's.
    """

    def __init__(
        self, ledger: Ledger, accounts: AccountDesk, clock: Clock | None = None, *, origin: str = "window"
    ) -> None:
        super().__init__(ledger, clock or Clock())
        self._accounts, self._origin = accounts, origin
        accounts.has_open = self._has_open
        self.credentials = RoomCredentials(accounts.vault)
        self.avatars: dict[int, str] = {}  # their identities in own rooms, where a token told
        self.balances: dict[str, float] = {}
        self.balance_read: Callable[[Account], None] = lambda _: None
        self._read_with: dict[str, str] = {}  # by account: the key that the balance was read with
        self.followed: set[int] = set()
        self.unanswered: dict[int, str] = {}
        self.hindered: dict[int, Card] = {}
        self._ending: set[int] = set()
        self._request: asyncio.Task[Session] | asyncio.Task[AkoolClient] | None = None
        self._left = False
        self._cancelled = False

    # create

    async def create(self, account: Account, order: Order) -> Entry:
        """The session that was started, in the ledger. Raises AkoolError, AccountError, or Withdrawn after cancel()."""
        self._left = self._cancelled = False
        client = await self._client_for(account)
        entry = await self._begin(self._new_entry(account, order, client.mark))
        if self._cancelled:
            await self._note_failure(entry, asyncio.CancelledError())
            raise Withdrawn(NOTHING_SENT)
        self.avatars[entry.row] = identity(order.body["stream_type"], order.body.get("credentials"))
        asking = self._request = asyncio.ensure_future(client.create_session(order.body, leaving=self._mark_left))
        try:
            session = await asking
        except (Exception, asyncio.CancelledError) as error:
            await self._note_failure(entry, error)
            raise self._said(error) from None
        finally:
            self._request = None
        entry = await self._take(entry, session)
        if self._cancelled:
            await self._end_unwanted(entry)
        return entry

    async def _client_for(self, account: Account) -> AkoolClient:
        """The keyring may keep it waiting: who takes the create back does not wait with it."""
        asking = self._request = asyncio.ensure_future(self._accounts.client(account))
        try:
            return await asking
        except asyncio.CancelledError:
            raise (Withdrawn(NOTHING_SENT) if self._cancelled else asyncio.CancelledError) from None

    async def _begin(self, entry: Entry) -> Entry:
        entry = await self.write(self._ledger.begin, entry)
        self.followed.add(entry.row)
        return entry

    def cancel(self) -> bool:
        """Take the create back: stop it while nothing has left, else end what it starts. Whether that is waited for."""
        self._cancelled = True
        if self._request and not self._left:
            self._request.cancel()
        return self._request is not None and self._left

    def _mark_left(self) -> None:
        self._left = True

    def _new_entry(self, account: Account, order: Order, payer: str) -> Entry:
        length = order.body.get("duration")
        return Entry(
            row=0,
            account_id=account.id,
            account=account.name,
            avatar=str(order.body["avatar_id"]),
            who=order.who,
            preset=order.preset,
            origin=self._origin,
            stream_type=str(order.body["stream_type"]),
            room="own" if "credentials" in order.body else "akool",
            length=length if isinstance(length, int) else None,
            sent=order.shown,
            created_at=self.clock.wall(),
            state=State.CREATING,
            credits_before=self.balances.get(account.id) if self._read_with.get(account.id) == payer else None,
            payer=payer,
        )

    async def _take(self, entry: Entry, session: Session) -> Entry:
        """The id is there: write it down before anything else happens."""
        state = running_state_of(session)
        changes: dict[str, object] = {"session_id": session.id, "state": state}
        if state is State.LIVE:
            changes["started_at"] = self.clock.started(entry.row)
        self.credentials.take(entry, session.credentials)
        if session.stream_type in _STREAM_TYPES:  # else the requested one is kept
            changes["stream_type"] = session.stream_type
        return await self.note(entry, **changes)

    async def _note_failure(self, entry: Entry, error: BaseException) -> None:
        unknown = isinstance(error, Unclear) or (self._left and not isinstance(error, AkoolError))
        if unknown:
            await self.note(entry, state=State.UNKNOWN, why=reasons.NO_ANSWER)
        else:
            why = reasons.CANCELLED if self._cancelled else reasons.of_failure(error)
            await self.note(entry, state=State.NOT_STARTED, ended_at=self.clock.wall(), why=why)

    def _said(self, error: BaseException) -> BaseException:
        """What to raise: a cancel that came in time is no error of Akool's."""
        if self._cancelled and isinstance(error, asyncio.CancelledError) and not self._left:
            return Withdrawn(NOTHING_SENT)
        if self._cancelled and isinstance(error, Refused):
            return Withdrawn(NONE_STARTED)
        return error

    async def _end_unwanted(self, entry: Entry) -> None:
        ended = await self.end(entry)
        self.hindered.pop(entry.row, None)
        raise Withdrawn(ended_late(entry.session_id) if ended.state.over else not_ended(entry.session_id))

    # end

    async def end(self, entry: Entry) -> Entry:
        """Ask Akool to end it, and ask on until it is over; otherwise its state says that it is not confirmed."""
        entry = await self.note(entry, state=State.ENDING, end_asked_at=self.clock.wall())
        if entry.state.over:
            return entry
        self._ending.add(entry.row)
        self.hindered.pop(entry.row, None)
        try:
            return await self._close(entry)
        finally:
            self._ending.discard(entry.row)

    def is_ending(self, entry: Entry) -> bool:
        """Whether this run is at it."""
        return entry.row in self._ending

    async def _close(self, entry: Entry) -> Entry:
        try:
            client = await self.client_of(entry)
        except Exception as error:
            return await self._not_confirmed(entry, error)
        failure: Exception | None = None
        try:
            await client.close_session(entry.session_id)
        except Unclear as unclear:  # it may have arrived all the same
            failure = unclear
        except Exception as error:
            if self._says_over(error, client, entry):
                return await self.settle(entry, State.ENDED, reasons.ENDED_HERE)
            return await self._not_confirmed(entry, error)
        seen = await self._confirmed(client, entry, accepted=failure is None)
        return await self.settle(entry, seen, reasons.ENDED_HERE) if seen else await self._not_confirmed(entry, failure)

    async def _confirmed(self, client: AkoolClient, entry: Entry, *, accepted: bool) -> State | None:
        """How it ended; None while Akool does not say that it has. ``accepted``: it knew what it was to end."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_CONFIRMED_WITHIN):
                for pause in _CONFIRMING:
                    await asyncio.sleep(pause)
                    with suppress(AkoolError):
                        seen = await self._status(client, entry, accepted=accepted)
                        if seen and seen.over:
                            return seen
        return None

    async def _not_confirmed(self, entry: Entry, error: Exception | None) -> Entry:
        if error and (card := reasons.hindrance_in(error)):
            self.hindered[entry.row] = card
        why = reasons.of_no_end(error, is_new=is_new(entry, self.clock.wall()))
        return await self.note(entry, state=State.NOT_CONFIRMED, why=why)

    async def settle(self, entry: Entry, state: State, why: str) -> Entry:
        now = self.clock.wall()
        changes: dict[str, object] = {"state": state, "ended_at": now, "why": why}
        if entry.started_at is not None:  # by the clock that it ends by, which may have been set meanwhile
            changes["started_at"] = now - self.clock.run(entry)
        settled = await self.note(entry, **changes)
        await self.credentials.forget(entry)
        return settled

    # watch

    async def look(self, entry: Entry) -> Entry:
        """How it stands at Akool now. What goes on though its end was asked for is asked to end once more: the network
        may have been gone, and to Akool one end and two are the same. Raises AkoolError when Akool cannot say."""
        if self.is_ending(entry):
            return entry
        client = await self.client_of(entry)
        seen = await self._status(client, entry)
        now = self.entries.get(entry.row, entry)
        if now.state.over:
            return now
        if seen and seen.over:
            is_from_before = now.row <= self._ledger.last_before
            why = reasons.of_end(now, seen, self.clock.left(now), is_from_before=is_from_before)
            return await self.settle(now, seen, why)
        if now.state is State.NOT_CONFIRMED:
            with suppress(AkoolError):  # whether it does end is seen the next time
                await client.close_session(now.session_id)
        changes = self._news(now, seen)
        if seen:
            self.followed.add(now.row)
        return await self.note(now, **changes) if changes else now

    def _news(self, now: Entry, seen: State | None) -> dict[str, object]:
        """What changes now that Akool says that it waits or is live, or nothing that anybody knows. What is live waits
        no more, whatever is said."""
        if now.state is State.NOT_CONFIRMED:
            return {}
        if now.state is State.ENDING:
            on_time = 0 <= self.clock.wall() - (now.end_asked_at or 0) <= _ENDING_TAKES
            return {} if on_time else {"state": State.NOT_CONFIRMED, "why": reasons.NOT_CONFIRMED}
        changes: dict[str, object] = {}
        if seen is State.LIVE and now.started_at is None:
            changes["started_at"] = self._start_of(now)
        if seen and seen is not now.state and now.state is not State.LIVE:
            changes["state"] = seen
        return changes

    def _start_of(self, entry: Entry) -> float:
        """Now, if it waited a moment ago. Nobody looked before? Then it may be live since it was created."""
        return self.clock.started(entry.row) if entry.row in self.followed else entry.created_at

    async def _status(self, client: AkoolClient, entry: Entry, *, accepted: bool = False) -> State | None:
        try:
            return state_of(await client.session(entry.session_id))
        except Refused as refusal:
            if self._says_over(refusal, client, entry, accepted=accepted):
                return State.ENDED
            raise

    def _says_over(
        self, error: Exception, client: AkoolClient, entry: Entry, *, accepted: bool = False
    ) -> bool:
        """``accepted``: Akool knew what it was to end. Else it may not know yet what was created just now, which costs
        meanwhile."""
        now = self.clock.wall()
        known = entry.session_id in client.known or entry.payer == client.mark
        return says_over(error, entry, known=known and (accepted or not is_new(entry, now)), now=now)

    # credits

    async def read_balance(self, account: Account) -> float:
        client = await self._accounts.client(account)
        balance = await client.credits()
        self.balances[account.id], self._read_with[account.id] = balance, client.mark
        self.balance_read(account)
        return balance

    async def last_hold(self, account: Account, length: int) -> float | None:
        """What was held for a session of that length last time. Raises LedgerError."""
        return await asyncio.to_thread(self._ledger.last_hold, account.id, length)

    async def last_used(self, account: Account) -> dict[str, float]:
        """When its avatars were last asked for, by their ids. Where the disk fails, others will say so."""
        with suppress(LedgerError):
            return await asyncio.to_thread(self._ledger.last_used, account.id)
        return {}

    async def measure(self, entry: Entry) -> None:
        """Read the balance after a create or an end, and write it into the row.

        Not after the end where others of the account were open too: the difference would be theirs as well. Nor where
        another key has been put in since: the balance may be another account's.
        """
        account = self.account_of(entry)
        if account:
            balance = await self.read_balance(account)
            if entry.payer not in ("", self._read_with[account.id]):
                return
            if not entry.state.over:
                await self.note(entry, credits_held=balance)
            elif await asyncio.to_thread(self._ledger.was_alone, entry):
                await self.note(entry, credits_after=balance)

    # whose they are

    def account_of(self, entry: Entry) -> Account | None:
        """None when it is not here any more."""
        return self._accounts.by_id(entry.account_id)

    async def _has_open(self, account: Account) -> bool:
        return any(entry.account_id == account.id for entry in await self.all_open())

    async def client_of(self, entry: Entry) -> AkoolClient:
        account = self.account_of(entry)
        if account is None:
            raise AccountError(account_gone(entry.account))
        return await self._accounts.client(account)

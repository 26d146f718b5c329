"""Sessions that may cost money and that nobody here has in hand.

A create whose answer never came, what a window that was killed left behind, and what other programs started on the
same account. The operator decides which is which; nothing is created or ended by itself.
"""

import asyncio
from collections.abc import Sequence

from akool_desktop.akool.client import AkoolClient
from akool_desktop.akool.models import Session
from akool_desktop.desk.accounts import AccountDesk
from akool_desktop.desk.reasons import NOT_FOUND, PRACTICE_ENDED, STOPPED_BEFORE_THE_ANSWER, STOPPED_BEFORE_THE_END
from akool_desktop.desk.sessions import SessionDesk
from akool_desktop.desk.statuses import is_at_work, is_rehearsal, running_state_of, state_of
from akool_desktop.store.accounts import Account
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.ledger import Ledger
from akool_desktop.words import Card, Words

_LOOKING = (0.5, 2.0, 5.0)  # seconds before each look: a session may be listed late
_RUNNING = (1, 2)  # docs.akool.com, Session List: queueing and processing


class TakenError(Exception):
    """The session belongs to another row."""

    def __init__(self, card: Card) -> None:
        super().__init__(card)
        self.card = card


class Strays:
    def __init__(self, ledger: Ledger, accounts: AccountDesk, sessions: SessionDesk) -> None:
        self._ledger, self._accounts, self._sessions = ledger, accounts, sessions
        self._taking = asyncio.Lock()  # one session is one row's

    async def recover(self) -> list[Entry]:
        """What may be running since an earlier run, its unfinished steps named for what they are."""
        await self._sessions.reload()
        left = [entry for entry in self._sessions.open if entry.row <= self._ledger.last_before]
        for entry in left:
            if not is_at_work(entry, self._sessions.clock.wall()):
                entry = await self._named(entry)
            if is_rehearsal(entry) and entry.state is State.UNKNOWN:  # whatever came of it is gone with its run
                await self._sessions.settle(entry, State.ENDED, PRACTICE_ENDED)
        return [now for entry in left if not (now := self._sessions.entries[entry.row]).state.over]

    async def _named(self, entry: Entry) -> Entry:
        if entry.state is State.CREATING:
            return await self._sessions.note(entry, state=State.UNKNOWN, why=STOPPED_BEFORE_THE_ANSWER)
        if entry.state is State.ENDING and not self._sessions.is_ending(entry):
            return await self._sessions.note(entry, state=State.NOT_CONFIRMED, why=STOPPED_BEFORE_THE_END)
        return entry

    async def look_for(self, entry: Entry) -> list[Session]:
        """The running sessions that the unknown one may be. Raises AkoolError when Akool cannot say."""
        found: list[Session] = []
        for pause in _LOOKING:
            await asyncio.sleep(pause)
            listed = await running_sessions(await self._sessions.client_of(entry))
            known = await asyncio.to_thread(self._ledger.known_ids, entry.account_id)
            found = [session for session in listed if session.id not in known]
            if found:
                break
        return found

    async def is_payer(self, entry: Entry) -> bool:
        """Whether the account's key and address are those that created it: in another's list it does not stand."""
        told = entry.payer and not is_rehearsal(entry)
        return not told or entry.payer == (await self._sessions.client_of(entry)).mark

    async def take(self, entry: Entry, session: Session) -> Entry:
        """The operator says that this session is the unknown one. Raises TakenError if it is another row's."""
        payer = (await self._sessions.client_of(entry)).mark  # it is in this key's list
        state = running_state_of(session)
        async with self._taking:
            now = self._sessions.entries.get(entry.row, entry)
            if now.session_id or session.id in await self._open_ids():
                raise TakenError(_taken(session.id))
            return await self._sessions.note(entry, session_id=session.id, state=state, why="", payer=payer)

    async def give_up(self, entry: Entry) -> Entry:
        """The operator says that none was started; not of one that was found meanwhile."""
        async with self._taking:
            now = self._sessions.entries.get(entry.row, entry)
            return now if now.session_id else await self._sessions.settle(now, State.NOT_STARTED, NOT_FOUND)

    async def read_list(self, account: Account) -> int:
        """Remember which sessions run on the account now, so that an unknown one can be told from them later; how many
        of them have no row in view."""
        listed = [session.id for session in await running_sessions(await self._accounts.client(account))]
        await asyncio.to_thread(self._ledger.saw, account.id, listed)
        return len(set(listed) - {entry.session_id for entry in self._sessions.entries.values()})

    async def others(self, account: Account) -> list[Session]:
        """What runs on the account and is not in view here."""
        ours = {entry.session_id for entry in self._sessions.open if entry.account_id == account.id}
        running = await running_sessions(await self._accounts.client(account))
        return [session for session in running if session.id not in ours]

    async def adopt(self, account: Account, sessions: Sequence[Session]) -> list[Entry]:
        """Rows for sessions that another program started; the one it has, if a row came about meanwhile.

        A row of another account is this one's from now on: Akool knows the session by this key, and the other may be
        gone, or its key locked in a keyring.
        """
        payer = (await self._accounts.client(account)).mark
        async with self._taking:
            known = await self._open_ids()
            return [await self._adopt(account, payer, session, known.get(session.id)) for session in sessions]

    async def _adopt(self, account: Account, payer: str, session: Session, known: Entry | None) -> Entry:
        if known:
            return await self._sessions.note(known, account_id=account.id, account=account.name, payer=payer)
        return await self._sessions.take_up(
            Entry(
                row=0,
                account_id=account.id,
                account=account.name,
                avatar="",
                stream_type=session.stream_type,
                origin="elsewhere",
                created_at=self._sessions.clock.wall(),
                state=running_state_of(session),
                session_id=session.id,
                payer=payer,
            )
        )

    async def _open_ids(self) -> dict[str, Entry]:
        return {entry.session_id: entry for entry in await self._sessions.all_open()}


async def running_sessions(client: AkoolClient) -> list[Session]:
    """What Akool lists as waiting or live, without what it says is over.

    Each once: what goes live between the two questions is in both answers.
    """
    listed = {session.id: session for status in _RUNNING for session in await client.sessions(status)}
    return [session for session in listed.values() if not ((state := state_of(session)) and state.over)]


def _taken(session_id: str) -> Card:
    return Card(
        Words("This session is in the list already"),
        Words("Session {id} belongs to another row by now, so it is not the one that was looked for.", id=session_id),
        Words("It may: one more session may be running."),
        Words("Look for it again."),
    )

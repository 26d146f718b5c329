"""Sessions that may cost money and that nobody here has in hand.

A create whose answer never came, what a window that was killed left behind, and what other programs started on the
same account. The operator decides which is which; nothing is created or ended by itself.
"""

import asyncio
from collections.abc import Sequence

from akool_desktop.akool.models import Session
from akool_desktop.desk.accounts import AccountDesk
from akool_desktop.desk.sessions import SessionDesk, state_of
from akool_desktop.store.accounts import Account
from akool_desktop.store.ledger import Entry, Ledger, State

_LOOKING = (0.5, 2.0, 5.0)  # seconds before each look: a session may be listed late
_RUNNING = (1, 2)  # docs.akool.com, Session List: queueing and processing


class Strays:
    def __init__(self, ledger: Ledger, accounts: AccountDesk, sessions: SessionDesk) -> None:
        self._ledger, self._accounts, self._sessions = ledger, accounts, sessions

    async def recover(self) -> list[Entry]:
        """What may be running since an earlier run, its unfinished steps named for what they are."""
        await self._sessions.reload()
        for entry in self._sessions.open:
            if entry.state is State.CREATING and entry.origin == "window":
                await self._sessions.note(entry, state=State.UNKNOWN, why="The program stopped before the answer came.")
            if entry.state is State.ENDING and entry.origin != "command":
                await self._sessions.note(entry, state=State.NOT_CONFIRMED, why="The program stopped before the end.")
        return self._sessions.open

    async def look_for(self, entry: Entry) -> list[Session]:
        """The running sessions that the unknown one may be. Raises AkoolError when Akool cannot say."""
        found: list[Session] = []
        for pause in _LOOKING:
            await asyncio.sleep(pause)
            client = await self._sessions.client_of(entry)
            listed = [session for status in _RUNNING for session in await client.sessions(status)]
            known = await asyncio.to_thread(self._ledger.known_ids, entry.account_id)
            found = [session for session in listed if session.id not in known]
            if found:
                break
        return found

    async def take(self, entry: Entry, session: Session) -> Entry:
        """The operator says that this session is the unknown one."""
        state = state_of(session) or State.WAITING
        return await self._sessions.note(entry, session_id=session.id, state=state, why="")

    async def give_up(self, entry: Entry) -> Entry:
        """The operator says that none was started."""
        return await self._sessions.settle(entry, State.NOT_STARTED, "Looked for at Akool and not found.")

    async def read_list(self, account: Account) -> None:
        """Remember which sessions run on the account now, so that an unknown one can be told from them later."""
        listed = await self._running(account)
        await asyncio.to_thread(self._ledger.saw, account.id, [session.id for session in listed])

    async def others(self, account: Account) -> list[Session]:
        """What runs on the account and is not in view here."""
        ours = {entry.session_id for entry in self._sessions.open if entry.account_id == account.id}
        return [session for session in await self._running(account) if session.id not in ours]

    async def adopt(self, account: Account, sessions: Sequence[Session]) -> list[Entry]:
        """Rows for sessions that another program started."""
        return [
            await self._sessions.write(
                self._ledger.begin,
                Entry(
                    row=0,
                    account_id=account.id,
                    account=account.name,
                    avatar="",
                    stream_type=session.stream_type,
                    origin="elsewhere",
                    created_at=self._sessions.clock.wall(),
                    state=state_of(session) or State.WAITING,
                    session_id=session.id,
                ),
            )
            for session in sessions
        ]

    async def _running(self, account: Account) -> list[Session]:
        client = await self._accounts.client(account)
        return [session for status in _RUNNING for session in await client.sessions(status)]

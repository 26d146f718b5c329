"""An operator's desk over a real server, a real ledger and a vault of its own, for one test."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

from hostile import Behaviour, HostileServer, Visit, by_path, ok, refuse

from akool_desktop.akool.client import Access, AkoolClient, Deadlines
from akool_desktop.desk.accounts import ENVIRONMENT, AccountDesk
from akool_desktop.desk.clock import Clock
from akool_desktop.desk.sessions import Order, SessionDesk
from akool_desktop.desk.strays import Strays
from akool_desktop.session import rules
from akool_desktop.session.fields import Value
from akool_desktop.store.accounts import AccountBook
from akool_desktop.store.entry import Entry
from akool_desktop.store.ledger import Ledger
from akool_desktop.store.vault import Vault

KEY = "planted-key-41d2c8"
TOKEN = "planted-token-9be77a"
HASTY = Deadlines(connect=1, create=1, other=1)
DRAFT: dict[str, Value] = {
    "avatar_id": "dvp_Tristan_cloth2_1080P", "stream_type": "livekit", "room": "own",
    "credentials.livekit_url": "wss://booth.example", "credentials.livekit_token": TOKEN, "duration": 600,
}  # fmt: skip

CREATED = {"_id": "s1", "status": 1, "credentials": {"livekit_token": "room-token-2214", "livekit_url": "wss://x"}}
_STARTS, _CLOSES, _OVER = ok(CREATED), ok(None), ok({"status": 3})

Result = TypeVar("Result")


class Operator:
    """The desks as app.py puts them together, on the account Environment at ``url``."""

    def __init__(self, url: str, folder: Path, *, deadlines: Deadlines = HASTY, clock: Clock | None = None) -> None:
        self.account = ENVIRONMENT
        self.ledger = Ledger(folder)
        self.vault = Vault("Akool Desktop tests")
        self.accounts = AccountDesk(
            AccountBook(folder), self.vault, environment_key=KEY, start_practice=lambda: url
        )
        self.accounts.override_base_url(url)
        self._url, self._deadlines = url, deadlines
        self._sign_in(KEY)
        self.sessions = SessionDesk(self.ledger, self.accounts, clock)
        self.strays = Strays(self.ledger, self.accounts, self.sessions)

    async def use(self, key: str) -> None:
        """Another key in the place of the one before."""
        await self.accounts._clients[ENVIRONMENT.id].aclose()
        self._sign_in(key)

    def _sign_in(self, key: str) -> None:
        access = Access(self._url, "api_key", key)
        self.accounts._clients[ENVIRONMENT.id] = AkoolClient(access, deadlines=self._deadlines)

    def order(self, draft: dict[str, Value] | None = None) -> Order:
        body = rules.payload(draft or DRAFT)
        return Order(body, rules.without_secrets(body), "Tristan")

    async def create(self, draft: dict[str, Value] | None = None) -> Entry:
        return await self.sessions.create(self.account, self.order(draft))

    async def leave(self) -> None:
        await self.accounts.close()
        self.ledger.close()


def server(create: Behaviour = _STARTS, close: Behaviour = _CLOSES, detail: Behaviour = _OVER) -> HostileServer:
    """It starts session s1, ends it at once, and knows nothing else, but for what the test makes of that."""
    return HostileServer(
        by_path({"session/create": create, "session/close": close, "session/detail": detail}, refuse(1003))
    )


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """One after the other, each once; the last one goes on for ever."""
    script = list(behaviours)

    def behave(visit: Visit) -> bool:
        return (script.pop(0) if len(script) > 1 else script[0])(visit)

    return behave


def operate(operator: Operator, work: Coroutine[Any, Any, Result]) -> Result:
    async def run() -> Result:
        try:
            return await asyncio.wait_for(work, 30)
        finally:
            await operator.leave()

    return asyncio.run(run())

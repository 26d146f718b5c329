"""What lets a front end into a session's room: in memory, and in the keyring while the session may run, so that its
Stage still opens after a restart; in no file ever.
"""

import asyncio
import json
from collections.abc import Mapping
from contextlib import suppress

from akool_desktop.desk.statuses import is_rehearsal
from akool_desktop.store.entry import Entry
from akool_desktop.store.redaction import SECRETS, secrets_in
from akool_desktop.store.vault import Vault
from akool_desktop.words import Words

_KEYRING_TAKES = 2.0  # seconds that an end waits for them to be forgotten


class RoomCredentials:
    """By the session's row. A rehearsal's ask for no keyring: they are gone with the program, and whoever practises
    need unlock nothing.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._known: dict[int, Mapping[str, str | int]] = {}

    def of(self, entry: Entry) -> Mapping[str, str | int]:
        """Those of Create Session's answer, by its names; empty where they are not on this computer."""
        return self._known.get(entry.row, {})

    def take(self, entry: Entry, credentials: Mapping[str, str | int]) -> None:
        self._known[entry.row] = credentials
        SECRETS.know_room(entry.row, *secrets_in(credentials))

    async def keep(self, entry: Entry) -> None:
        """In the keyring, or for this run where there is none. Raises VaultError as the vault's write() does."""
        if not is_rehearsal(entry) and (kept := self.of(entry)):
            await asyncio.to_thread(self._vault.write, _name(entry), json.dumps(dict(kept)))

    async def load(self, entry: Entry) -> None:
        """Bring back what an earlier run has kept; where a prompt of the keyring is open, it waits for that."""
        if not is_rehearsal(entry) and entry.row not in self._known:
            text = await asyncio.to_thread(self._vault.read, _name(entry))
            with suppress(ValueError):
                if text:
                    self._known[entry.row] = json.loads(text)

    def kept_where(self, entry: Entry) -> Words | None:
        """None when there are none."""
        return self._vault.where(_name(entry)) if self.of(entry) else None

    async def forget(self, entry: Entry) -> None:
        """It is over. The keyring has them no more either when this returns, unless it takes too long."""
        self._known.pop(entry.row, None)
        SECRETS.leave_room(entry.row)
        if not is_rehearsal(entry):
            forgetting = asyncio.get_running_loop().run_in_executor(None, self._vault.forget, _name(entry))
            await asyncio.wait([forgetting], timeout=_KEYRING_TAKES)  # the program may be left right after this


def _name(entry: Entry) -> str:
    """Row numbers start again in each data folder; the moment of the create does not."""
    return f"session {entry.row} of {entry.created_at}"

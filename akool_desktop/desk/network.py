"""The way to the network: the operator's choice of a proxy, in force from the next request on, and a test of it."""

import asyncio

from akool_desktop.akool.proxies import Choice, PasswordWaits, choose, is_usable, passwords
from akool_desktop.akool.reach import reach
from akool_desktop.desk.accounts import finish
from akool_desktop.store.files import StoreError
from akool_desktop.store.network import PASSWORD_NAME, NetworkFile, NetworkSettings
from akool_desktop.store.redaction import SECRETS
from akool_desktop.store.vault import Kept, Vault
from akool_desktop.words import Words

_PATIENCE = 8.0  # seconds for the keyring


class BadNetwork(Exception):  # noqa: N818
    """What was entered cannot be used; ``words`` say what to enter."""

    def __init__(self, words: Words) -> None:
        super().__init__(str(words))
        self.words = words


class NetworkDesk:
    """``settings`` are those that are kept and in force."""

    def __init__(self, file: NetworkFile, vault: Vault) -> None:
        self._file, self._vault = file, vault
        self.settings = file.load()
        self.said = file.said
        SECRETS.know(*passwords(self.settings.address))
        choose(self._choice(self.settings, None))

    async def save(self, settings: NetworkSettings, password: str | None) -> Kept | None:
        """Where the password is kept, if one was entered; None leaves the one that is kept as it is.

        Raises BadNetwork, StoreError, VaultError.
        """
        checked(settings)
        try:
            await finish(asyncio.to_thread(self._file.save, settings))
            kept = await self._keep(settings, password)
        except StoreError:  # all is as it was, also a password that is kept for this run only
            raise
        except BaseException:
            self._vault.take_back(PASSWORD_NAME)  # a keyring that is locked still would take it when it is unlocked
            await asyncio.to_thread(self._file.save, self.settings)
            raise
        self.settings = settings
        choose(self._choice(settings, None))
        return kept

    async def test(self, settings: NetworkSettings, password: str | None, url: str) -> Words:
        """What happened, in words, when the server at ``url`` was asked this way. Raises AkoolError, BadNetwork."""
        checked(settings)
        reached = await reach(url, self._choice(settings, password))
        if reached.proxy:
            template = "{host} answered, through the proxy {proxy}, and its certificate is trusted."
            return Words(template, host=reached.host, proxy=reached.proxy)
        return Words("{host} answered, with no proxy in between, and its certificate is trusted.", host=reached.host)

    def kept_where(self) -> Words | None:
        return self._vault.where(PASSWORD_NAME)

    async def _keep(self, settings: NetworkSettings, password: str | None) -> Kept | None:
        try:
            async with asyncio.timeout(_PATIENCE):
                if password:
                    return await asyncio.to_thread(self._vault.write, PASSWORD_NAME, password)
                if self.settings.user and not settings.user:
                    await asyncio.to_thread(self._vault.forget, PASSWORD_NAME)
        except TimeoutError:
            return Kept.WAITING
        return None

    def _choice(self, settings: NetworkSettings, password: str | None) -> Choice:
        SECRETS.know(password or "")

        def kept() -> str:
            if not password and self._vault.waits_with(PASSWORD_NAME):
                raise PasswordWaits
            return password or self._vault.read(PASSWORD_NAME) or ""

        return Choice(settings.proxy, settings.address.strip(), settings.user, kept, settings.exceptions)


def checked(settings: NetworkSettings) -> None:
    if settings.proxy == "manual" and not is_usable(settings.address.strip()):
        raise BadNetwork(
            Words("A proxy is entered like this: http://proxy.example.com:3128. Its login has fields of its own.")
        )

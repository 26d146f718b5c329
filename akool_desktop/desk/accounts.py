"""Which account is worked with, and the client that speaks for it.

Practice and Environment are accounts like any other that the book does not hold: Practice needs no key and runs on
this computer, Environment has its key from AKOOL_API_KEY for this run.
"""

import asyncio
import uuid
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from typing import TypeVar

from akool_desktop.akool.client import Access, AkoolClient
from akool_desktop.akool.web import Web
from akool_desktop.store.accounts import (
    DEFAULT_BASE_URL,
    Account,
    AccountBook,
    Auth,
    BadAccount,
    check_base_url,
    clean_secret,
)
from akool_desktop.store.files import StoreError
from akool_desktop.store.keyrings import NO_KEYRING
from akool_desktop.store.redaction import SECRETS
from akool_desktop.store.vault import IN_KEYRING, WAITING, Kept, Vault
from akool_desktop.words import Card, Words

PRACTICE = Account("practice", "Practice", "slate", "api_key", "")
ENVIRONMENT = Account("environment", "Environment", "cocoa", "api_key", DEFAULT_BASE_URL)
_PRACTICE_HOST = "http://127.0.0.1"

Result = TypeVar("Result")

_PATIENCE = 8.0  # seconds for the keyring before the operator is told that it waits
_LOOK = 0.5  # seconds from one look at whether it waits still to the next


async def finish(work: Awaitable[Result]) -> Result:
    """Wait until it is done, also when the caller is cancelled: a thread cannot be stopped halfway."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise


async def _has_none(_account: Account) -> bool:
    return False


class AccountError(Exception):
    """The chosen account cannot be used now; nothing was sent."""

    def __init__(self, card: Card) -> None:
        super().__init__(card)
        self.card = card


class AccountDesk:
    """The accounts of this run, one of them chosen.

    ``start_practice`` returns the address of the practice service and may block for a moment; it is called off the
    window's thread, when Practice is first worked with. ``environment_key`` is the value of AKOOL_API_KEY.
    ``has_open`` is asked before an account is removed: whether a session of it may still cost.
    """

    def __init__(
        self, book: AccountBook, vault: Vault, *, environment_key: str, start_practice: Callable[[], str]
    ) -> None:
        self.vault = vault
        self._book = book
        self._environment_key = environment_key
        SECRETS.know(environment_key)
        self._start_practice = start_practice
        self._stored = book.load()
        self.said = book.said
        self.has_open: Callable[[Account], Awaitable[bool]] = _has_none
        self._overridden: dict[str, str] = {}
        self._clients: dict[str, AkoolClient] = {}
        self._dropped: list[AkoolClient] = []  # of accounts as they were before a change
        self._webs: dict[str, Web] = {}
        self._making: dict[str, asyncio.Lock] = {}  # two who ask at once get the same client, and one practice
        self.chosen = self.accounts[0]
        # the first run: no account, and nobody has named one, not even Practice
        self.undecided = self.accounts == [PRACTICE] and not self.said

    @property
    def accounts(self) -> list[Account]:
        """Environment first where there is one, then the book's, Practice last."""
        environment = [ENVIRONMENT] if self._environment_key else []
        return [*environment, *self._stored, PRACTICE]

    def named(self, name: str) -> Account | None:
        return next((account for account in self.accounts if account.name.casefold() == name.casefold()), None)

    def by_id(self, account_id: str) -> Account | None:
        return next((account for account in self.accounts if account.id == account_id), None)

    def choose(self, account: Account) -> None:
        self.chosen = account
        self.undecided = False

    def choose_remembered(self, account_id: str) -> None:
        """The account of last time, where it is still there."""
        if remembered := self.by_id(account_id):
            self.choose(remembered)

    def override_base_url(self, base_url: str) -> None:
        """Work with the chosen account at another address in this run."""
        self._overridden[self.chosen.id] = base_url

    def base_url(self, account: Account) -> str:
        return self._overridden.get(account.id, account.base_url)

    def mark(self, account: Account) -> str:
        """Tells the account's place from others, before its key is asked for: the address, and the environment's key,
        which may be another's in each run."""
        key = self._environment_key if account.id == ENVIRONMENT.id else ""
        return Access(self.base_url(account), account.auth, key).mark

    async def client(self, account: Account) -> AkoolClient:
        """The client that speaks for the account. Raises AccountError while its key cannot be had."""
        making = self._making.setdefault(account.id, asyncio.Lock())
        async with making:
            if account.id not in self._clients:
                account = self._now(account)
                secret = await self._secret(account)
                if account.id == PRACTICE.id:
                    base_url = await asyncio.to_thread(self._start_practice)
                else:
                    base_url = self.base_url(account)
                if self._making.get(account.id) is not making:  # changed or removed while its key was on its way
                    return await self.client(account)
                self._clients[account.id] = AkoolClient(Access(base_url, account.auth, secret))
            return self._clients[account.id]

    def _now(self, account: Account) -> Account:
        """As it is after a change: whoever began before holds the one of then. What was removed buys nothing."""
        if found := self.by_id(account.id):
            return found
        raise AccountError(_no_key(account, locked=False))

    def web(self, account: Account) -> Web:
        """What fetches the pictures and samples that the account's lists link to."""
        if account.id not in self._webs:
            account = self.by_id(account.id) or account
            self._webs[account.id] = Web(_PRACTICE_HOST if account.id == PRACTICE.id else self.base_url(account))
        return self._webs[account.id]

    async def _secret(self, account: Account) -> str:
        if account.id == PRACTICE.id:
            return "any-key"  # no word: it is hidden in whatever the service says
        if account.id == ENVIRONMENT.id:
            return self._environment_key
        if self.vault.waits_with(account.secret_name):
            raise AccountError(_KEYRING_WAITS)
        try:
            secret = await asyncio.wait_for(asyncio.to_thread(self.vault.read, account.secret_name), _PATIENCE)
        except TimeoutError:
            raise AccountError(_KEYRING_WAITS) from None
        if not secret:
            locked = self.vault.reason not in (None, NO_KEYRING)
            raise AccountError(_no_key(account, locked=locked))
        return secret

    async def test(self, auth: Auth, base_url: str, secret: str) -> float:
        """The credit balance that the key gives access to; asking is free. Raises AkoolError, BadAccount."""
        SECRETS.know(secret)
        cleaned = clean_secret(secret)
        SECRETS.know(cleaned)
        client = AkoolClient(Access(check_base_url(base_url), auth, cleaned))
        try:
            return await client.credits()
        finally:
            await client.aclose()

    async def test_stored(self, account: Account, auth: Auth, base_url: str) -> float:
        """The same with the key that is kept for the account."""
        return await self.test(auth, base_url, await self._secret(account))

    async def keeping(self) -> Words:
        """Where keys are kept on this computer; finding out may ask the operator to unlock the keyring.

        Who asks again and again while that is not answered takes up one thread, and not one more each time.
        """
        if self.vault.waiting:
            await asyncio.sleep(_LOOK)
        if self.vault.waiting:
            return WAITING
        try:
            await asyncio.wait_for(asyncio.to_thread(self.vault.read, "where"), _PATIENCE)
        except TimeoutError:
            return WAITING
        return self.vault.reason or IN_KEYRING

    async def add(self, name: str, colour: str, auth: Auth, base_url: str, secret: str) -> tuple[Account, Kept]:
        """A new account and where its key is kept. Raises BadAccount, StoreError, VaultError; then nothing is added."""
        account = Account(uuid.uuid4().hex[:8], name.strip(), colour, auth, check_base_url(base_url))
        cleaned = clean_secret(secret)
        try:
            await finish(asyncio.to_thread(self._book.add, account))
            kept = await self._keep(account, cleaned)
        except (BadAccount, StoreError):  # nothing was added, and no keyring need ask to be unlocked
            raise
        except BaseException:
            # a keyring that is locked still would take the key when it is unlocked
            asyncio.get_running_loop().run_in_executor(None, self.vault.forget, account.secret_name)
            await asyncio.to_thread(self._book.remove, account.id)
            raise
        self._stored = self._book.accounts
        return account, kept

    async def change(self, account: Account, secret: str) -> tuple[Account, Kept | None]:
        """The account under its id with other particulars; an empty secret leaves the key as it is."""
        account = replace(account, name=account.name.strip(), base_url=check_base_url(account.base_url))
        cleaned = clean_secret(secret)
        before = next(stored for stored in self._stored if stored.id == account.id)
        try:
            await finish(asyncio.to_thread(self._book.replace, account))
            kept = await self._keep(account, cleaned) if cleaned else None
        except (BadAccount, StoreError):  # the key of before stands, also one that is kept for this run only
            raise
        except BaseException:
            if cleaned:
                self.vault.take_back(account.secret_name)
            await asyncio.to_thread(self._book.replace, before)
            raise
        self._stored = self._book.accounts
        await self._drop_client(account)
        if self.chosen.id == account.id:
            self.chosen = account
        return account, kept

    async def remove(self, account: Account) -> None:
        """Its key is still to be forgotten. Raises AccountError while it is what can end a session."""
        if await self.has_open(account):
            raise AccountError(_in_use(account))
        await finish(self._remove(account))

    async def _remove(self, account: Account) -> None:
        await asyncio.to_thread(self._book.remove, account.id)
        self._stored = self._book.accounts
        await self._drop_client(account)
        if self.chosen.id == account.id:
            self.chosen = self.accounts[0]

    async def forget_key(self, account: Account) -> bool:
        """Whether nothing is left of it: a locked keyring may hold it still."""
        with suppress(TimeoutError):
            return await asyncio.wait_for(asyncio.to_thread(self.vault.forget, account.secret_name), _PATIENCE)
        return False

    async def _keep(self, account: Account, secret: str) -> Kept:
        try:
            return await asyncio.wait_for(
                asyncio.to_thread(self.vault.write, account.secret_name, secret), _PATIENCE
            )
        except TimeoutError:
            return Kept.WAITING

    async def unlock(self) -> None:
        """Ask the keyring once more: the operator says that it can be unlocked now."""
        await asyncio.to_thread(self.vault.retry)

    async def _drop_client(self, account: Account) -> None:
        """Not closed before the end of the program: a create may be under way, whose answer is worth money."""
        self._making.pop(account.id, None)  # who makes one now begins anew
        if client := self._clients.pop(account.id, None):
            self._dropped.append(client)
        if web := self._webs.pop(account.id, None):
            await web.aclose()

    async def close(self) -> None:
        for client in (*self._clients.values(), *self._dropped):
            await client.aclose()
        for web in self._webs.values():
            await web.aclose()
        self._clients.clear()
        self._dropped.clear()
        self._webs.clear()


_KEYRING_WAITS = Card(
    Words("The keyring is waiting for you"),
    Words("This computer's keyring, which keeps the key, asks to be unlocked."),
    Words("No. Nothing was sent."),
    Words("Unlock it in the window it has opened, then try again. Or paste the key into the account once more."),
    "account",
)


def account_gone(name: str) -> Card:
    return Card(
        Words("The account is not here any more"),
        Words("The session was created on {account}, which is not here any more.", account=name),
        Words("It may: the session may still be running."),
        Words("Add an account with the same key, choose it, and end all its sessions. Or end this one at Akool."),
        "account",
    )


def _in_use(account: Account) -> Card:
    return Card(
        Words("{account} has open sessions", account=account.name),
        Words("Without its key they could not be ended here."),
        Words("It may: they may be running."),
        Words("End them, then remove the account."),
    )


def _no_key(account: Account, *, locked: bool) -> Card:
    return Card(
        Words("No key for {account}", account=account.name),
        Words("This computer's keyring, which keeps the key, was not unlocked, or could not be read.")
        if locked
        else Words("This computer's keyring holds no key for this account, or could not be read."),
        Words("No. Nothing was sent."),
        Words("Open the account and press Ask the keyring again. Or paste its key once more.")
        if locked
        else Words("Open the account and paste its key once more."),
        "account",
    )

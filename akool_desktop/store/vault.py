"""Secrets: one entry each in the keyring of this computer, or in memory for this run; never in a file.

A keyring may be missing, unsafe, locked, broken, or silent behind a prompt that nobody answers. None of that is
an exception here: the secret is kept for this run, and ``reason`` says why. The operator is asked to unlock
once; after that the keyring is left alone until ``retry()``.

Calls block for as long as a prompt is open, so callers run them in a worker thread and may give up waiting:

    try:
        key = await asyncio.wait_for(asyncio.to_thread(vault.read, name), seconds)
    except TimeoutError:
        vault.use_this_run()
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from akool_desktop.store.keyrings import FORGETFUL, NO_KEYRING, NOT_UNLOCKED, UnfitError, safe_keyring, why_not
from akool_desktop.store.redaction import SECRETS
from akool_desktop.words import Card, Words

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Akool Desktop"
WINDOWS_LIMIT = 1200  # characters; CRED_MAX_CREDENTIAL_BLOB_SIZE is 2,560 bytes of UTF-16

IN_KEYRING = Words("Kept in this computer's keyring")
WAITING = Words("Waiting for the keyring to be unlocked")

_QUEUE = 3.0  # seconds that who brings a secret waits for the one before; what is brought is told later then
_MOMENT = 0.5  # seconds; an unlocked keyring answers in 0.03, the first time in 0.2

T = TypeVar("T")


class Kept(Enum):
    """Where a secret is kept now."""

    KEYRING = "keyring"
    THIS_RUN = "this run"
    WAITING = "waiting for the keyring to be unlocked"


class VaultError(Exception):
    """The secret was refused, and is kept nowhere."""

    def __init__(self, card: Card) -> None:
        super().__init__(card)
        self.card = card


class Vault:
    """``prepare``, ``read``, ``write``, ``forget`` and ``retry`` may block; everything else answers at once.

    ``answered`` is called, in whatever thread that is, when the keyring has kept waiting and then answers, or answers
    ``retry()``: who was turned away meanwhile can ask again.
    """

    def __init__(self, service: str = SERVICE) -> None:
        self.answered: Callable[[], None] = lambda: None
        self.reason: Words | None = None  # why the keyring is not used; None while it is
        self._service = service
        self._unsaved: dict[str, str | None] = {}  # what the keyring is not told yet; None: to be forgotten
        self._in_keyring: set[str] = set()  # names seen there in this run
        self._entered: float | None = None  # when the one call that is inside the keyring went in
        self._changed = threading.Condition()  # guards the above, never held while inside

    def prepare(self) -> None:
        """Load what the first secret needs, while nobody waits for it: it holds up every thread of the program."""
        with suppress(Exception):
            safe_keyring()

    def read(self, name: str) -> str | None:
        with self._changed:
            if name in self._unsaved:
                return self._unsaved[name]
        try:
            return self._ask(lambda keyring: self._fetch(keyring, name))
        except _NotAsked:
            return self._unsaved.get(name)

    def write(self, name: str, secret: str) -> Kept:
        """Readable from now on, whatever the keyring does; says where it is kept.

        Nobody queues for long behind an open prompt: a day's sessions would hold every thread of the program. Whoever
        opened it tells the keyring what has come together meanwhile.

        Raises VaultError if it is longer than the keyring of Windows takes.
        """
        SECRETS.know(secret)
        with self._changed:
            self._unsaved[name] = secret
        try:
            self._ask(lambda keyring: self._tell(keyring, name), _QUEUE)
        except _NotAsked:
            return Kept.THIS_RUN if self.reason else Kept.WAITING
        except VaultError:
            self._told(name, secret)
            raise
        return Kept.KEYRING

    def take_back(self, name: str) -> None:
        """A write that still stands behind a prompt changes nothing in the keyring when that is answered."""
        with self._changed:
            self._unsaved.pop(name, None)

    def forget(self, name: str) -> bool:
        """Whether nothing is left of it: False if the keyring could not be asked and may still hold it.

        Either way it is not read again; ``retry()`` forgets it in the keyring too.
        """
        with self._changed:
            self._unsaved[name] = None
        try:
            self._ask(lambda keyring: self._tell(keyring, name), _QUEUE)
        except _NotAsked:
            return self.reason == NO_KEYRING
        return True

    def retry(self) -> None:
        """Turn to the keyring again, and tell it what was kept for this run meanwhile.

        A prompt that is still open from before is waited for; no second one opens. Raises VaultError as write()
        does; the secret then stays for this run.
        """
        with self._changed:
            self.reason = None
        with suppress(_NotAsked):
            self._ask(self._tell_all)
            self.answered()

    def use_this_run(self) -> None:
        """Do without the keyring until ``retry()``; a call that hangs in it is abandoned."""
        self._leave_alone(NOT_UNLOCKED)

    @property
    def waiting(self) -> bool:
        """A call has been inside the keyring for more than a moment: a prompt is open, most likely."""
        entered = self._entered
        return self.reason is None and entered is not None and monotonic() - entered > _MOMENT

    def waits_with(self, name: str) -> bool:
        """Whether reading it would wait behind an open prompt: what this run has at hand does not."""
        with self._changed:
            return self.waiting and name not in self._unsaved

    def where(self, name: str) -> Words | None:
        """The line under a secret field: where it is kept, and if only for this run, why; None if nothing is known of
        it, which reading may change."""
        with self._changed:
            if self._unsaved.get(name) is not None:
                return self.reason or WAITING
            if name in self._in_keyring:
                return IN_KEYRING
        return WAITING if self.waiting else None

    def _ask(self, question: Callable[["KeyringBackend"], T], queue: float | None = None) -> T:
        """The answer of the keyring to one caller at a time; _NotAsked if there is none, or not within ``queue``."""
        with self._changed:
            free = self._changed.wait_for(lambda: self.reason is not None or self._entered is None, queue)
            if not free or self.reason is not None:
                raise _NotAsked
            self._entered = monotonic()
        try:
            keyring = safe_keyring()
            answer = question(keyring)
            self._tell_rest(keyring)
            return answer
        except VaultError:
            raise
        except Exception as error:  # of any type: jeepney's, pywin32's, D-Bus's own
            self._leave_alone(why_not(error))
            raise _NotAsked from None
        finally:
            with self._changed:
                waited, self._entered = self.waiting, None
                self._changed.notify_all()
            if waited:
                self.answered()

    def _leave_alone(self, reason: Words) -> None:
        with self._changed:
            self.reason = self.reason or reason
            self._changed.notify_all()

    def _fetch(self, keyring: "KeyringBackend", name: str) -> str | None:
        secret = keyring.get_password(self._service, name)
        if secret is not None:
            SECRETS.know(secret)
            self._in_keyring.add(name)
        return secret

    def _tell(self, keyring: "KeyringBackend", name: str) -> None:
        """Bring the keyring up to what this run knows of one name, which may change while a prompt is open.

        So what is there is asked for first: what would change it comes after the prompt, and may be unwanted by then.
        """
        there = keyring.get_password(self._service, name)
        while True:
            with self._changed:
                if name not in self._unsaved:
                    return
                secret = self._unsaved[name]
            if secret is None:
                self._delete(keyring, name, there)
            else:
                self._save(keyring, name, secret)
            if self._told(name, secret):
                return
            there = secret

    def _tell_rest(self, keyring: "KeyringBackend") -> None:
        """What came together while a prompt was open. The answer that was asked for is there already."""
        try:
            for name in tuple(self._unsaved) if self.reason is None else ():
                with suppress(VaultError):
                    self._tell(keyring, name)
        except Exception as error:
            self._leave_alone(why_not(error))

    def _tell_all(self, keyring: "KeyringBackend") -> None:
        for name in tuple(self._unsaved):
            self._tell(keyring, name)

    def _told(self, name: str, secret: str | None) -> bool:
        """Whether that was the latest. While the keyring is left alone, this run goes on with its own copy."""
        with self._changed:
            if self._unsaved.get(name, secret) != secret:
                return False
            if self.reason is None:
                self._unsaved.pop(name, None)
            return True

    def _save(self, keyring: "KeyringBackend", name: str, secret: str) -> None:
        if type(keyring).__module__ == "keyring.backends.Windows" and len(secret) > WINDOWS_LIMIT:
            raise VaultError(_too_long(len(secret)))
        keyring.set_password(self._service, name, secret)
        if keyring.get_password(self._service, name) != secret:
            raise UnfitError(FORGETFUL)
        self._in_keyring.add(name)

    def _delete(self, keyring: "KeyringBackend", name: str, there: str | None) -> None:
        if there is not None:
            keyring.delete_password(self._service, name)
        self._in_keyring.discard(name)


class _NotAsked(Exception):  # noqa: N818
    """The keyring is left alone, or has just failed: ``reason`` says why. Without one, a prompt is open."""


def _too_long(length: int) -> Card:
    return Card(
        title=Words("The secret is too long"),
        happened=Words(
            "The keyring of Windows keeps up to {most} characters; this has {length}.",
            most=WINDOWS_LIMIT,
            length=length,
        ),
        cost=Words("Nothing was sent, nothing was spent."),
        advice=Words("Paste only the key or token itself."),
        go_to="account",
    )

"""Keyrings for one test: one that works, one that breaks, one that is locked. A real one is the test command's."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

SAFE = "keyring.backends.SecretService"
PATIENCE = 10  # seconds, after which a test that hangs has failed


class Shelf(KeyringBackend):
    """A keyring that keeps what it is given by name; while ``open`` is not set, it waits behind its prompt."""

    __module__ = SAFE

    def __init__(self) -> None:
        self.entries: dict[str, str] = {}
        self.services: set[str] = set()
        self.open = threading.Event()
        self.open.set()

    def get_password(self, service: str, username: str) -> str | None:
        self._enter(service)
        return self.entries.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._enter(service)
        self.entries[username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._enter(service)
        del self.entries[username]

    def _enter(self, service: str) -> None:
        self.open.wait(30)
        self.services.add(service)


class WindowsShelf(Shelf):
    __module__ = "keyring.backends.Windows"


class Raising(Shelf):
    """Raises the same error whatever it is asked."""

    __module__ = SAFE

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error: Exception | None = error
        self.asked = 0

    def _enter(self, service: str) -> None:
        self.asked += 1
        if self.error:
            raise self.error
        super()._enter(service)


class Prompting(Shelf):
    """Locked: every call opens a prompt and blocks until it is answered."""

    __module__ = SAFE

    def __init__(self) -> None:
        super().__init__()
        self.prompts = 0
        self.opened = threading.Event()
        self.answered = threading.Event()
        self.dismissed = False

    def _enter(self, service: str) -> None:
        if not self.answered.is_set() or self.dismissed:
            self.prompts += 1
            self.opened.set()
            assert self.answered.wait(PATIENCE)
        if self.dismissed:
            raise KeyringLocked("Failed to unlock the collection!")
        super()._enter(service)

    def dismiss(self) -> None:
        self.dismissed = True
        self.answered.set()

    def unlock(self) -> None:
        self.answered.set()


_Made = TypeVar("_Made", bound=Shelf)


@contextmanager
def in_use(shelf: _Made) -> Iterator[_Made]:
    """The keyring of this computer, unlocked at the end."""
    before = keyring.get_keyring()
    keyring.set_keyring(shelf)
    try:
        yield shelf
    finally:
        shelf.open.set()
        keyring.set_keyring(before)

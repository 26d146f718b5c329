"""What the vault makes of every kind of keyring. The real one has its own file."""

import base64
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import InitError, KeyringLocked, PasswordSetError
from keyrings import SAFE, Raising, Shelf, WindowsShelf
from store.conftest import Use

from akool_desktop.store.keyrings import FORGETFUL, NO_KEYRING
from akool_desktop.store.redaction import SECRETS
from akool_desktop.store.vault import (
    IN_KEYRING,
    SERVICE,
    WINDOWS_LIMIT,
    Kept,
    Vault,
    VaultError,
)

SECRET = "planted-7f3a91c2"
LATER = "planted-later-0b44"


class Forgetful(Shelf):
    __module__ = SAFE

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class PlainText(KeyringBackend):
    """Like keyrings.alt's: base64 in a file."""

    __module__ = "keyrings.alt.file"

    def __init__(self, path: Path) -> None:
        self.path = path

    def get_password(self, service: str, username: str) -> str | None:  # noqa: ARG002
        return base64.b64decode(self.path.read_bytes()).decode() if self.path.exists() else None

    def set_password(self, service: str, username: str, password: str) -> None:  # noqa: ARG002
        self.path.write_bytes(base64.b64encode(password.encode()))


# A keyring that works


def test_a_secret_is_one_entry_under_our_service(vault_on: Use) -> None:
    shelf = Shelf()
    vault = vault_on(shelf)
    assert vault.write("account 1", SECRET) is Kept.KEYRING
    assert (shelf.services, shelf.entries) == ({SERVICE}, {"account 1": SECRET})
    assert vault.read("account 1") == SECRET
    assert vault.where("account 1") == IN_KEYRING
    assert vault.reason is None


def test_another_run_finds_it(vault_on: Use) -> None:
    vault_on(Shelf()).write("account 1", SECRET)
    later = Vault()
    assert later.where("account 1") is None
    assert later.read("account 1") == SECRET
    assert later.where("account 1") == IN_KEYRING


def test_writing_again_replaces_and_forgetting_removes(vault_on: Use) -> None:
    shelf = Shelf()
    vault = vault_on(shelf)
    vault.write("account 1", SECRET)
    vault.write("account 1", LATER)
    assert shelf.entries == {"account 1": LATER}
    assert vault.forget("account 1")
    assert shelf.entries == {}
    assert vault.read("account 1") is None
    assert vault.where("account 1") is None


def test_nothing_there_is_nothing_to_forget(vault_on: Use) -> None:
    vault = vault_on(Shelf())
    assert vault.read("account 1") is None
    assert vault.forget("account 1")
    assert vault.reason is None


# No safe keyring


@pytest.fixture(params=["fail", "null", "plain text", "unknown module", "empty chain"])
def unsafe(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> KeyringBackend:
    class Stranger(Shelf):
        __module__ = "somebody.elses"

    monkeypatch.setattr(chainer.ChainerBackend, "backends", [])
    made: dict[str, Callable[[], KeyringBackend]] = {
        "fail": fail.Keyring,
        "null": null.Keyring,
        "plain text": lambda: PlainText(tmp_path / "keyring_pass.cfg"),
        "unknown module": Stranger,
        "empty chain": lambda: chainer.ChainerBackend(),  # type: ignore[no-untyped-call]
    }
    return made[request.param]()


def test_without_a_safe_keyring_a_secret_lives_for_this_run(
    unsafe: KeyringBackend, vault_on: Use, written: Callable[[str], list[Path]]
) -> None:
    vault = vault_on(unsafe)
    assert vault.write("account 1", SECRET) is Kept.THIS_RUN
    assert vault.read("account 1") == SECRET
    assert vault.where("account 1") == vault.reason == NO_KEYRING
    assert written(SECRET) == []
    assert vault.forget("account 1")
    assert vault.read("account 1") is None
    assert vault.where("account 1") is None
    assert Vault().read("account 1") is None


def test_of_a_chain_only_the_safe_link_is_used(
    vault_on: Use, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: Callable[[str], list[Path]]
) -> None:
    shelf, plain = Shelf(), PlainText(tmp_path / "keyring_pass.cfg")
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [plain, shelf])
    vault = vault_on(chainer.ChainerBackend())  # type: ignore[no-untyped-call]
    assert vault.write("account 1", SECRET) is Kept.KEYRING
    assert shelf.entries == {"account 1": SECRET}
    assert written(SECRET) == []


def test_a_keyring_that_forgets_is_found_out(vault_on: Use) -> None:
    vault = vault_on(Forgetful())
    assert vault.write("account 1", SECRET) is Kept.THIS_RUN
    assert vault.read("account 1") == SECRET
    assert vault.where("account 1") == vault.reason == FORGETFUL


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no environment is without a keyring")
@pytest.mark.parametrize("backend", [None, "keyring.backends.null.Keyring", "no.such.Keyring"])
def test_a_computer_without_a_keyring(
    backend: str | None, tmp_path: Path, written: Callable[[str], list[Path]]
) -> None:
    program = (
        "import sys; from akool_desktop.store.vault import Vault\n"
        "assert 'keyring' not in sys.modules, 'imported before it is needed'\n"
        "vault = Vault()\n"
        f"print(vault.write('a', {SECRET!r}).value, vault.read('a') == {SECRET!r}, vault.where('a'), sep=' | ')"
    )
    bare = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    chosen = {"PYTHON_KEYRING_BACKEND": backend} if backend else {}
    done = subprocess.run(
        [sys.executable, "-c", program], env=bare | chosen, capture_output=True, text=True, cwd=tmp_path
    )
    assert (done.returncode, done.stderr) == (0, "")
    said = "the keyring failed (ModuleNotFoundError)" if backend == "no.such.Keyring" else "no keyring found"
    assert done.stdout == f"this run | True | This run only: {said}\n"
    assert written(SECRET) == []


# A keyring that breaks


class OddError(Exception):
    """As pywin32, jeepney and D-Bus raise them: of no type that keyring knows."""


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (KeyringLocked("Failed to unlock"), "This run only: the keyring was not unlocked"),
        (InitError("Prompt dismissed"), "This run only: the keyring was not unlocked"),
        (PasswordSetError(f"could not set {SECRET}"), "This run only: the keyring failed (PasswordSetError)"),
        (OddError(1783, "CredWrite", f"The stub received bad data {SECRET}"), "the keyring failed (OddError)"),
        (OSError(107, "Transport endpoint is not connected"), "the keyring failed (OSError)"),
        (AssertionError(), "the keyring failed (AssertionError)"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
@pytest.mark.parametrize("first", ["read", "write", "forget"])
def test_whatever_a_keyring_raises_the_secret_is_kept_for_this_run(
    error: Exception, said: str, first: str, vault_on: Use
) -> None:
    raising = Raising(error)
    vault = vault_on(raising)
    if first == "read":
        assert vault.read("account 1") is None
    elif first == "forget":
        assert not vault.forget("account 1"), "the keyring may still hold it"
    assert vault.write("account 1", SECRET) is Kept.THIS_RUN
    assert vault.read("account 1") == SECRET
    assert said in str(vault.where("account 1"))
    assert SECRET not in str(vault.reason)
    assert raising.asked == 1, "a keyring that failed is left alone"


# Limits, and what is never shown


def test_what_an_earlier_run_has_kept_is_hidden_from_when_it_is_read(vault_on: Use) -> None:
    shelf = Shelf()
    shelf.entries["account 1"] = SECRET
    assert vault_on(shelf).read("account 1") == SECRET
    assert SECRETS.clean(f"the key {SECRET}") == "the key [secret]"


def test_windows_refuses_what_its_keyring_cannot_take(vault_on: Use) -> None:
    shelf = WindowsShelf()
    vault = vault_on(shelf)
    assert vault.write("account 1", "k" * WINDOWS_LIMIT) is Kept.KEYRING
    with pytest.raises(VaultError) as refused:
        vault.write("account 2", SECRET * 100)
    assert "1200 characters; this has 1600" in str(refused.value.card)
    assert SECRET not in str(refused.value) + repr(refused.value)
    assert vault.read("account 2") is None
    assert vault.reason is None


def test_elsewhere_long_secrets_are_welcome(vault_on: Use) -> None:
    assert vault_on(Shelf()).write("account 1", "k" * 20_000) is Kept.KEYRING


@pytest.mark.parametrize("backend", [Shelf, fail.Keyring])
def test_a_vault_shows_no_secret(backend: type[KeyringBackend], vault_on: Use) -> None:
    vault = vault_on(backend())
    vault.write("account 1", SECRET)
    assert SECRET not in repr(vault) + str(vault)

"""What the vault makes of every kind of keyring. The real one has its own file."""

import asyncio
import base64
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import InitError, KeyringLocked, PasswordSetError

from akool_desktop.store.vault import (
    FORGETFUL,
    IN_KEYRING,
    NO_KEYRING,
    NOT_UNLOCKED,
    SERVICE,
    WAITING,
    WINDOWS_LIMIT,
    Kept,
    Vault,
    VaultError,
)

SECRET = "planted-7f3a91c2"
LATER = "planted-later-0b44"
PATIENCE = 10  # seconds, after which a test that hangs has failed


SAFE = "keyring.backends.SecretService"


class Shelf(KeyringBackend):
    """A working keyring that passes for an allow-listed one."""

    __module__ = SAFE

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.entries[service, username]


class WindowsShelf(Shelf):
    __module__ = "keyring.backends.Windows"


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


class Raising(Shelf):
    """Raises the same error whatever it is asked."""

    __module__ = SAFE

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error: Exception | None = error
        self.asked = 0

    def _ask(self) -> None:
        self.asked += 1
        if self.error:
            raise self.error

    def get_password(self, service: str, username: str) -> str | None:
        self._ask()
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._ask()
        super().set_password(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        self._ask()
        super().delete_password(service, username)


class Prompting(Shelf):
    """Locked: every call opens a prompt and blocks until it is answered."""

    __module__ = SAFE

    def __init__(self) -> None:
        super().__init__()
        self.prompts = 0
        self.opened = threading.Event()
        self.answered = threading.Event()
        self.dismissed = False

    def _prompt(self) -> None:
        if self.answered.is_set() and not self.dismissed:
            return
        self.prompts += 1
        self.opened.set()
        assert self.answered.wait(PATIENCE)
        if self.dismissed:
            raise KeyringLocked("Failed to unlock the collection!")

    def get_password(self, service: str, username: str) -> str | None:
        self._prompt()
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._prompt()
        super().set_password(service, username, password)

    def dismiss(self) -> None:
        self.dismissed = True
        self.answered.set()

    def unlock(self) -> None:
        self.answered.set()


Use = Callable[[KeyringBackend], Vault]


@pytest.fixture
def vault_on() -> Iterator[Use]:
    """A vault on the keyring given."""
    before = keyring.get_keyring()

    def use(backend: KeyringBackend) -> Vault:
        keyring.set_keyring(backend)
        return Vault()

    yield use
    keyring.set_keyring(before)


@pytest.fixture
def prompting() -> Iterator[Prompting]:
    prompting = Prompting()
    yield prompting
    prompting.unlock()


@pytest.fixture
def worker(prompting: Prompting) -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor() as pool:
        yield pool
        prompting.unlock()


# A keyring that works


def test_a_secret_is_one_entry_under_our_service(vault_on: Use) -> None:
    shelf = Shelf()
    vault = vault_on(shelf)
    assert vault.write("account 1", SECRET) is Kept.KEYRING
    assert shelf.entries == {(SERVICE, "account 1"): SECRET}
    assert vault.read("account 1") == SECRET
    assert vault.kept("account 1") is Kept.KEYRING
    assert vault.where("account 1") == IN_KEYRING
    assert vault.reason is None


def test_another_run_finds_it(vault_on: Use) -> None:
    vault_on(Shelf()).write("account 1", SECRET)
    later = Vault()
    assert later.kept("account 1") is None
    assert later.read("account 1") == SECRET
    assert later.kept("account 1") is Kept.KEYRING


def test_writing_again_replaces_and_forgetting_removes(vault_on: Use) -> None:
    shelf = Shelf()
    vault = vault_on(shelf)
    vault.write("account 1", SECRET)
    vault.write("account 1", LATER)
    assert shelf.entries == {(SERVICE, "account 1"): LATER}
    assert vault.forget("account 1")
    assert shelf.entries == {}
    assert vault.read("account 1") is None
    assert vault.kept("account 1") is None
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
    assert vault.kept("account 1") is Kept.THIS_RUN
    assert vault.where("account 1") == vault.reason == NO_KEYRING
    assert written(SECRET) == []
    assert vault.forget("account 1")
    assert vault.read("account 1") is None
    assert vault.kept("account 1") is None
    assert Vault().read("account 1") is None


def test_of_a_chain_only_the_safe_link_is_used(
    vault_on: Use, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: Callable[[str], list[Path]]
) -> None:
    shelf, plain = Shelf(), PlainText(tmp_path / "keyring_pass.cfg")
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [plain, shelf])
    vault = vault_on(chainer.ChainerBackend())  # type: ignore[no-untyped-call]
    assert vault.write("account 1", SECRET) is Kept.KEYRING
    assert shelf.entries == {(SERVICE, "account 1"): SECRET}
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


# A locked keyring


def test_the_operator_is_asked_once_until_they_say_try_again(vault_on: Use) -> None:
    locked = Raising(KeyringLocked("dismissed"))
    locked.entries = {(SERVICE, "account 1"): SECRET, (SERVICE, "old"): "gone soon"}
    vault = vault_on(locked)
    answered: list[bool] = []
    vault.answered = lambda: answered.append(True)
    assert vault.read("account 1") is None
    assert vault.read("account 1") is None
    assert vault.write("account 2", LATER) is Kept.THIS_RUN
    assert not vault.forget("old")
    assert locked.asked == 1
    assert vault.reason == NOT_UNLOCKED

    vault.retry()
    assert locked.asked == 2
    assert vault.reason == NOT_UNLOCKED
    assert not answered

    locked.error = None  # the operator unlocks it
    vault.retry()
    assert vault.reason is None
    assert answered  # what could not be read can be now
    assert vault.read("account 1") == SECRET
    assert vault.kept("account 2") is Kept.KEYRING
    assert locked.entries == {(SERVICE, "account 1"): SECRET, (SERVICE, "account 2"): LATER}


def test_many_callers_open_one_prompt(vault_on: Use, prompting: Prompting, worker: ThreadPoolExecutor) -> None:
    vault = vault_on(prompting)
    reading = [worker.submit(vault.read, f"account {n}") for n in range(3)]
    writing = worker.submit(vault.write, "account 9", SECRET)
    assert prompting.opened.wait(PATIENCE)
    prompting.dismiss()
    assert [call.result(PATIENCE) for call in reading] == [None, None, None]
    assert writing.result(PATIENCE) is Kept.THIS_RUN
    assert prompting.prompts == 1


def test_while_the_prompt_is_open_it_says_so_and_the_secret_can_be_used(
    vault_on: Use, prompting: Prompting, worker: ThreadPoolExecutor
) -> None:
    vault = vault_on(prompting)
    assert not vault.waiting
    writing = _stuck(vault, prompting, worker)
    _until(lambda: vault.waiting)
    assert vault.where("account 1") == WAITING
    assert vault.read("account 1") == SECRET
    assert vault.where("account 2") == WAITING, "whether there is one is not known yet"
    prompting.unlock()
    assert writing.result(PATIENCE) is Kept.KEYRING
    assert not vault.waiting
    assert vault.where("account 1") == IN_KEYRING
    assert vault.where("account 2") is None


def test_an_asynchronous_caller_gives_up_and_goes_on(vault_on: Use, prompting: Prompting) -> None:
    vault = vault_on(prompting)

    async def create_a_session() -> str | None:
        try:
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(asyncio.to_thread(vault.read, "account 1"), 0.05)
            vault.use_this_run()
            assert not vault.waiting
            await asyncio.wait_for(asyncio.to_thread(vault.write, "account 1", SECRET), PATIENCE)
            return await asyncio.wait_for(asyncio.to_thread(vault.read, "account 1"), PATIENCE)
        finally:
            prompting.unlock()  # or asyncio.run() waits for the stuck thread

    assert asyncio.run(create_a_session()) == SECRET
    assert vault.where("account 1") == NOT_UNLOCKED


def test_giving_up_lets_everyone_go_who_was_queueing(
    vault_on: Use, prompting: Prompting, worker: ThreadPoolExecutor
) -> None:
    vault = vault_on(prompting)
    stuck = _stuck(vault, prompting, worker)
    queueing = [worker.submit(vault.read, "account 2"), worker.submit(vault.read, "account 3")]
    vault.use_this_run()
    assert [call.result(PATIENCE) for call in queueing] == [None, None]
    assert not stuck.done()
    assert vault.kept("account 1") is Kept.THIS_RUN


def test_a_late_write_never_hides_what_came_after_it(
    vault_on: Use, prompting: Prompting, worker: ThreadPoolExecutor
) -> None:
    vault = vault_on(prompting)
    stuck = _stuck(vault, prompting, worker)
    vault.use_this_run()
    vault.write("account 1", LATER)
    prompting.unlock()
    stuck.result(PATIENCE)
    assert vault.read("account 1") == LATER
    assert prompting.entries == {(SERVICE, "account 1"): LATER}


def test_a_late_write_does_not_bring_back_what_was_forgotten(
    vault_on: Use, prompting: Prompting, worker: ThreadPoolExecutor
) -> None:
    vault = vault_on(prompting)
    stuck = _stuck(vault, prompting, worker)
    vault.use_this_run()
    assert not vault.forget("account 1")
    prompting.unlock()
    stuck.result(PATIENCE)
    assert prompting.entries == {}
    assert vault.read("account 1") is None


def test_trying_again_waits_for_the_prompt_that_is_still_open(
    vault_on: Use, prompting: Prompting, worker: ThreadPoolExecutor
) -> None:
    vault = vault_on(prompting)
    _stuck(vault, prompting, worker)
    vault.use_this_run()
    again = worker.submit(vault.retry)
    _until(lambda: vault.reason is None)
    assert vault.where("account 1") == WAITING
    prompting.unlock()
    again.result(PATIENCE)
    assert prompting.prompts == 1
    assert vault.kept("account 1") is Kept.KEYRING


# Limits, and what is never shown


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


def _stuck(vault: Vault, prompting: Prompting, worker: ThreadPoolExecutor) -> Future[Kept]:
    """A write of SECRET as account 1 that hangs in the prompt."""
    writing = worker.submit(vault.write, "account 1", SECRET)
    assert prompting.opened.wait(PATIENCE)
    return writing


def _until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.001)

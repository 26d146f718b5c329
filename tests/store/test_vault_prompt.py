"""What the vault makes of a keyring that is locked: one prompt, which nobody has to wait for."""

import asyncio
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from keyring.errors import KeyringLocked
from keyrings import PATIENCE, Prompting, Raising
from store.conftest import Use

from akool_desktop.store.keyrings import NOT_UNLOCKED
from akool_desktop.store.vault import (
    IN_KEYRING,
    WAITING,
    Kept,
    Vault,
)

SECRET = "planted-7f3a91c2"
LATER = "planted-later-0b44"


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


def test_the_operator_is_asked_once_until_they_say_try_again(vault_on: Use) -> None:
    locked = Raising(KeyringLocked("dismissed"))
    locked.entries = {"account 1": SECRET, "old": "gone soon"}
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
    assert vault.where("account 2") == IN_KEYRING
    assert locked.entries == {"account 1": SECRET, "account 2": LATER}


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
    answered: list[bool] = []
    vault.answered = lambda: answered.append(True)
    assert not vault.waiting
    writing = _stuck(vault, prompting, worker)
    _until(lambda: vault.waiting)
    assert vault.where("account 1") == WAITING
    assert vault.read("account 1") == SECRET
    assert vault.where("account 2") == WAITING, "whether there is one is not known yet"
    assert not answered
    prompting.unlock()
    assert writing.result(PATIENCE) is Kept.KEYRING
    assert answered, "who was turned away meanwhile can ask again"
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
    assert vault.where("account 1") == NOT_UNLOCKED


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
    assert prompting.entries == {"account 1": LATER}


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
    assert vault.where("account 1") == IN_KEYRING


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

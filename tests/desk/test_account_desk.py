"""Which account is worked with, and the one client that speaks for it."""

import asyncio
import threading
import uuid
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import keyring
import pytest
from hostile import HostileServer, ok, refuse
from keyring.errors import KeyringLocked
from keyrings import Raising, Shelf, WindowsShelf, in_use

from akool_desktop.akool.errors import AkoolError, NotSent, Refused
from akool_desktop.desk import accounts as accounts_module
from akool_desktop.desk.accounts import ENVIRONMENT, PRACTICE, AccountDesk, AccountError
from akool_desktop.practice.service import PracticeService
from akool_desktop.store import accounts as store_accounts
from akool_desktop.store.accounts import DEFAULT_BASE_URL, AccountBook, BadAccount
from akool_desktop.store.files import read_to_change
from akool_desktop.store.redaction import SECRETS
from akool_desktop.store.vault import WINDOWS_LIMIT, Kept, Vault, VaultError

KEY = "planted-key-5f3a91"

Desk = Callable[..., AccountDesk]


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    monkeypatch.setattr(accounts_module, "_PATIENCE", 0.2)
    with in_use(Shelf()) as shelf:
        yield shelf


@pytest.fixture
def make_desk(tmp_path: Path, practice: PracticeService) -> Desk:
    service = f"Akool Desktop test {uuid.uuid4()}"

    def make_desk(environment_key: str = "", start_practice: Callable[[], str] = practice.start) -> AccountDesk:
        return AccountDesk(
            AccountBook(tmp_path), Vault(service), environment_key=environment_key, start_practice=start_practice
        )

    return make_desk


def _add(desk: AccountDesk, name: str = "Client account", base_url: str = DEFAULT_BASE_URL) -> Kept:
    account, kept = asyncio.run(desk.add(name, "plum", "api_key", base_url, KEY))
    desk.choose(account)
    return kept


async def _until_it_waits(desk: AccountDesk) -> None:
    """Behind the prompt of its keyring."""
    while not desk.vault.waiting:  # noqa: ASYNC110  # the vault is asked, and sets no event for tests
        await asyncio.sleep(0.01)


def _cancel(desk: AccountDesk, work: Coroutine[Any, Any, object], locked: Shelf | None = None) -> None:
    """Once it has begun, or stands behind the prompt of a locked keyring, which is answered then."""

    async def begin_and_cancel() -> None:
        task = asyncio.ensure_future(work)
        await (_until_it_waits(desk) if locked else asyncio.sleep(0))
        task.cancel()
        await asyncio.wait([task])
        if locked:
            locked.open.set()

    asyncio.run(begin_and_cancel())  # waits for its threads


# which there are, and which is chosen


def test_practice_is_chosen_where_there_is_no_other(make_desk: Desk) -> None:
    assert make_desk().accounts == [PRACTICE]
    assert make_desk().chosen == PRACTICE


def test_environment_comes_first_where_its_key_is_set(make_desk: Desk) -> None:
    desk = make_desk(environment_key=KEY)
    assert desk.accounts == [ENVIRONMENT, PRACTICE]
    assert desk.chosen == ENVIRONMENT


def test_an_account_is_found_by_its_name_in_any_case(make_desk: Desk) -> None:
    desk = make_desk()
    _add(desk)
    assert desk.named("CLIENT ACCOUNT") == desk.chosen
    assert desk.named("practice") == PRACTICE
    assert desk.named("Client") is None


def test_the_account_of_last_time_is_chosen_if_it_is_still_there(make_desk: Desk) -> None:
    _add(make_desk())
    desk = make_desk()
    desk.choose_remembered(desk.accounts[0].id)
    assert desk.chosen.name == "Client account"
    desk.choose_remembered("gone")
    assert desk.chosen.name == "Client account"


def test_another_address_holds_for_the_chosen_account_alone(make_desk: Desk) -> None:
    desk = make_desk(environment_key=KEY)
    desk.override_base_url("https://gateway.example")
    assert desk.base_url(ENVIRONMENT) == "https://gateway.example"
    _add(desk)
    assert desk.base_url(desk.chosen) == DEFAULT_BASE_URL


# the client


def test_the_client_speaks_for_its_account(make_desk: Desk) -> None:
    with HostileServer(ok({"credit": 7})) as server:
        desk = make_desk()
        _add(desk, base_url=server.url)

        async def ask() -> float:
            try:
                return await (await desk.client(desk.chosen)).credits()
            finally:
                await desk.close()

        assert asyncio.run(ask()) == 7
        assert server.requests[0].header("x-api-key") == [KEY]


def test_practice_is_started_once_however_many_ask_at_once(make_desk: Desk, practice: PracticeService) -> None:
    starts: list[str] = []
    together = threading.Barrier(3)

    def start() -> str:
        together.wait(1)  # breaks where fewer than three come, which is as it should be
        starts.append(practice.start())
        return starts[-1]

    async def ask() -> None:
        desk = make_desk(start_practice=start)
        await asyncio.gather(*(desk.client(PRACTICE) for _ in range(3)))
        await desk.close()

    try:
        asyncio.run(ask())
    except threading.BrokenBarrierError:
        return
    finally:
        _stop_all(practice, len(starts))
    assert len(starts) == 1


def _stop_all(practice: PracticeService, starts: int) -> None:
    """A service that was started twice can be stopped only once: the other threads are daemons."""
    if starts:
        practice.stop()


def test_without_its_key_an_account_says_so(make_desk: Desk, shelf: Shelf) -> None:
    desk = make_desk()
    _add(desk)
    shelf.entries.clear()
    with pytest.raises(AccountError) as caught:
        asyncio.run(desk.client(desk.chosen))
    assert str(caught.value.card.title) == "No key for Client account"
    assert caught.value.card.go_to == "account"


def test_where_the_keyring_was_not_unlocked_the_way_to_ask_it_again_is_told(make_desk: Desk) -> None:
    """Whoever closed the prompt by a slip need not look for the key."""
    _add(make_desk())
    keyring.set_keyring(Raising(KeyringLocked()))
    desk = make_desk()
    with pytest.raises(AccountError) as caught:
        asyncio.run(desk.client(desk.chosen))
    card = caught.value.card
    assert str(card.happened) == "This computer's keyring, which keeps the key, was not unlocked, or could not be read."
    assert "press Ask the keyring again" in str(card.advice)
    assert card.go_to == "account"


def test_while_the_keyring_waits_that_is_said_and_nothing_hangs(make_desk: Desk, shelf: Shelf) -> None:
    _add(make_desk())
    desk = make_desk()
    shelf.open.clear()

    async def ask() -> None:
        loop = asyncio.get_running_loop()
        before = loop.time()
        with pytest.raises(AccountError) as caught:
            await desk.client(desk.accounts[0])
        assert str(caught.value.card.title) == "The keyring is waiting for you"
        assert loop.time() - before < 5
        shelf.open.set()

    asyncio.run(ask())


# adding


def test_a_new_account_is_there_at_the_next_start_with_its_key(make_desk: Desk) -> None:
    assert _add(make_desk()) is Kept.KEYRING
    desk = make_desk()
    assert [account.name for account in desk.accounts] == ["Client account", "Practice"]
    assert desk.vault.read(desk.accounts[0].secret_name) == KEY


def test_what_was_copied_along_is_not_kept(make_desk: Desk) -> None:
    desk = make_desk()
    account, _ = asyncio.run(desk.add(" Client ", "plum", "bearer", "https://AKOOL.example/", f"Bearer  {KEY}\n"))
    assert (account.name, account.base_url) == ("Client", "https://akool.example")
    assert desk.vault.read(account.secret_name) == KEY


def test_an_account_whose_key_is_refused_by_the_keyring_is_not_added(make_desk: Desk) -> None:
    keyring.set_keyring(WindowsShelf())
    desk = make_desk()
    with pytest.raises(VaultError):
        asyncio.run(desk.add("Client", "plum", "api_key", DEFAULT_BASE_URL, "k" * (WINDOWS_LIMIT + 1)))
    assert desk.accounts == make_desk().accounts == [PRACTICE]


@pytest.mark.parametrize(
    ("name", "base_url", "secret"),
    [("", DEFAULT_BASE_URL, KEY), ("Practice", DEFAULT_BASE_URL, KEY), ("Client", "http://akool.example", KEY),
     ("Client", DEFAULT_BASE_URL, "käy")],
)  # fmt: skip
def test_what_cannot_be_an_account_is_not_added(
    make_desk: Desk, shelf: Shelf, name: str, base_url: str, secret: str
) -> None:
    with pytest.raises(BadAccount):
        asyncio.run(make_desk().add(name, "plum", "api_key", base_url, secret))
    assert make_desk().accounts == [PRACTICE]
    assert not shelf.services, "no keyring asks to be unlocked for what is refused"


def test_an_adding_that_is_cancelled_leaves_nothing(make_desk: Desk) -> None:
    desk = make_desk()
    _cancel(desk, desk.add("Client", "plum", "api_key", DEFAULT_BASE_URL, KEY))
    assert make_desk().accounts == [PRACTICE]


def test_behind_a_locked_keyring_the_key_waits_and_works_meanwhile(make_desk: Desk, shelf: Shelf) -> None:
    desk = make_desk()
    shelf.open.clear()

    async def add() -> None:
        account, kept = await desk.add("Client", "plum", "api_key", DEFAULT_BASE_URL, KEY)
        assert kept is Kept.WAITING
        assert desk.vault.read(account.secret_name) == KEY
        shelf.open.set()

    asyncio.run(add())


def test_a_key_that_is_pasted_while_the_keyring_waits_is_worked_with_at_once(make_desk: Desk, shelf: Shelf) -> None:
    """As the card says that the keyring waits with."""
    with HostileServer(ok({"credit": 7})) as server:
        _add(make_desk(), base_url=server.url)
        desk = make_desk()
        shelf.open.clear()

        async def paste() -> None:
            with pytest.raises(AccountError):
                await desk.client(desk.accounts[0])
            await _until_it_waits(desk)
            await desk.change(desk.accounts[0], "another-key")
            await (await desk.client(desk.accounts[0])).credits()
            shelf.open.set()
            await desk.close()

        asyncio.run(paste())
        assert [seen.header("x-api-key") for seen in server.requests] == [["another-key"]]


def test_an_adding_that_is_cancelled_behind_a_locked_keyring_leaves_no_key_in_it(
    make_desk: Desk, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accounts_module, "_PATIENCE", 30)
    desk = make_desk()
    shelf.open.clear()
    _cancel(desk, desk.add("Client", "plum", "api_key", DEFAULT_BASE_URL, KEY), locked=shelf)
    assert make_desk().accounts == [PRACTICE]
    assert not shelf.entries


# changing and removing


def test_a_change_that_is_cancelled_changes_nothing(make_desk: Desk) -> None:
    desk = make_desk()
    _add(desk)
    before = desk.chosen
    _cancel(desk, desk.change(replace(before, base_url="https://elsewhere.example"), "another"))
    assert make_desk().accounts == [before, PRACTICE]
    assert desk.vault.read(before.secret_name) == KEY


def test_a_change_that_is_refused_leaves_the_key_that_is_kept_for_this_run(make_desk: Desk) -> None:
    """It may be all that can end a session."""
    keyring.set_keyring(Raising(KeyringLocked()))
    desk = make_desk()
    assert _add(desk) is Kept.THIS_RUN
    _add(desk, "Other")
    with pytest.raises(BadAccount):
        asyncio.run(desk.change(replace(desk.accounts[0], name="Other"), "another-key"))
    assert desk.vault.read(desk.accounts[0].secret_name) == KEY


def test_a_change_that_is_cancelled_behind_a_locked_keyring_leaves_the_key_of_before(
    make_desk: Desk, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = make_desk()
    _add(desk)
    monkeypatch.setattr(accounts_module, "_PATIENCE", 30)
    shelf.open.clear()
    _cancel(desk, desk.change(desk.chosen, "another-key"), locked=shelf)
    assert list(shelf.entries.values()) == [KEY]
    assert desk.vault.read(desk.chosen.secret_name) == KEY


def test_a_key_that_a_locked_keyring_still_holds_is_told_of(make_desk: Desk, shelf: Shelf) -> None:
    desk = make_desk()
    _add(desk)
    first = desk.chosen
    shelf.open.clear()

    async def remove() -> bool:
        await desk.remove(first)
        gone = await desk.forget_key(first)
        shelf.open.set()
        return gone

    assert asyncio.run(remove()) is False
    desk = make_desk()
    _add(desk)
    assert asyncio.run(desk.forget_key(desk.chosen)) is True


def test_no_disk_holds_up_the_windows_thread(make_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = make_desk()

    def read_elsewhere(*where: Any) -> Any:
        assert threading.current_thread() is not threading.main_thread()
        return read_to_change(*where)

    for name in ("read_document", "read_to_change"):
        monkeypatch.setattr(store_accounts, name, read_elsewhere)
    _add(desk)
    asyncio.run(desk.change(replace(desk.chosen, name="Renamed"), ""))
    assert [account.name for account in desk.accounts] == ["Renamed", "Practice"]
    asyncio.run(desk.remove(desk.chosen))
    assert desk.accounts == [PRACTICE]


def test_a_change_without_a_key_keeps_the_key(make_desk: Desk) -> None:
    desk = make_desk()
    _add(desk)
    changed, kept = asyncio.run(desk.change(desk.chosen.__class__(**vars(desk.chosen) | {"name": "Other"}), ""))
    assert kept is None
    assert desk.chosen == changed
    assert desk.vault.read(changed.secret_name) == KEY
    assert [account.name for account in make_desk().accounts] == ["Other", "Practice"]


def test_a_new_key_is_used_from_the_next_request_on(make_desk: Desk) -> None:
    with HostileServer(ok({"credit": 7})) as server:
        desk = make_desk()
        _add(desk, base_url=server.url)

        async def ask() -> None:
            await (await desk.client(desk.chosen)).credits()
            await desk.change(desk.chosen, "another-key")
            await (await desk.client(desk.chosen)).credits()
            await desk.close()

        asyncio.run(ask())
        assert [seen.header("x-api-key") for seen in server.requests] == [[KEY], ["another-key"]]


def test_a_key_that_is_changed_while_the_old_one_is_on_its_way_is_the_one_that_is_used(
    make_desk: Desk, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The keyring was asked for the old one and gives it after its prompt: it must not stay for the rest of the run."""
    monkeypatch.setattr(accounts_module, "_PATIENCE", 30)
    with HostileServer(ok({"credit": 7})) as server:
        _add(make_desk(), base_url=server.url)
        desk = make_desk()
        shelf.open.clear()

        async def ask() -> None:
            asked = asyncio.ensure_future(desk.client(desk.accounts[0]))
            await _until_it_waits(desk)
            monkeypatch.setattr(accounts_module, "_PATIENCE", 0.2)
            await desk.change(desk.accounts[0], "another-key")
            shelf.open.set()
            await (await asked).credits()
            await desk.close()

        asyncio.run(ask())
        assert [seen.header("x-api-key") for seen in server.requests] == [["another-key"]]


def test_a_removed_account_leaves_no_key_and_no_choice(make_desk: Desk, shelf: Shelf) -> None:
    desk = make_desk()
    _add(desk)
    account = desk.chosen
    asyncio.run(desk.remove(account))
    assert asyncio.run(desk.forget_key(account))
    assert desk.accounts == make_desk().accounts == [PRACTICE]
    assert desk.chosen == PRACTICE
    assert not shelf.entries


def test_an_account_that_is_removed_while_its_key_is_on_its_way_is_not_worked_with(
    make_desk: Desk, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A session on it could not be ended here."""
    monkeypatch.setattr(accounts_module, "_PATIENCE", 30)
    _add(make_desk())
    desk = make_desk()
    account = desk.accounts[0]
    shelf.open.clear()

    async def ask() -> None:
        asked = asyncio.ensure_future(desk.client(account))
        await _until_it_waits(desk)
        await desk.remove(account)
        shelf.open.set()
        with pytest.raises(AccountError):
            await asked

    asyncio.run(ask())


# testing a key


def test_a_test_asks_for_the_balance_and_keeps_nothing(make_desk: Desk, shelf: Shelf) -> None:
    with HostileServer(ok({"credit": 12.5})) as server:
        assert asyncio.run(make_desk().test("bearer", server.url, f"“{KEY}”")) == 12.5
        (seen,) = server.requests
        assert seen.path.endswith("/quota/info")
        assert seen.header("authorization") == [f"Bearer {KEY}"]
    assert not shelf.entries


def test_a_tested_key_passes_no_log_as_it_was_sent_either(make_desk: Desk) -> None:
    """It was pasted with ends of lines in it, and is not kept."""
    with HostileServer(ok({"credit": 1})) as server:
        asyncio.run(make_desk().test("api_key", server.url, "past\ned-i\nn-fo\nur-l\nines"))
        assert SECRETS.clean(f"sent {server.requests[0].header('x-api-key')[0]}") == "sent [secret]"


def test_a_kept_key_can_be_tested_at_another_address(make_desk: Desk) -> None:
    with HostileServer(ok({"credit": 1})) as server:
        desk = make_desk()
        _add(desk)
        assert asyncio.run(desk.test_stored(desk.chosen, "api_key", server.url)) == 1
        assert server.requests[0].header("x-api-key") == [KEY]


def test_a_refused_key_says_who_refused_it(make_desk: Desk) -> None:
    with HostileServer(refuse(1101, f"bad {KEY}")) as server:
        with pytest.raises(Refused) as caught:
            asyncio.run(make_desk().test("api_key", server.url, KEY))
        assert caught.value.auth
        assert KEY not in str(caught.value.card)


@pytest.mark.parametrize(
    ("base_url", "secret", "error"),
    [
        ("http://akool.example", KEY, BadAccount),
        (DEFAULT_BASE_URL, "", AkoolError),
        ("https://localhost:9", KEY, NotSent),
    ],
)
def test_what_cannot_be_asked_is_said(
    make_desk: Desk, base_url: str, secret: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        asyncio.run(make_desk().test("api_key", base_url, secret))


def test_whoever_still_holds_the_account_of_before_its_change_asks_where_it_is_now(make_desk: Desk) -> None:
    """A task that began with it: else the new key would go to the old address."""
    with HostileServer(ok({"credit": 7})) as old, HostileServer(ok({"credit": 7})) as new:
        desk = make_desk()
        _add(desk, base_url=old.url)
        before = desk.chosen

        async def ask() -> None:
            await desk.change(replace(before, base_url=new.url), "another-key")
            await (await desk.client(before)).credits()
            await desk.close()

        asyncio.run(ask())
        assert (len(old.requests), len(new.requests)) == (0, 1)

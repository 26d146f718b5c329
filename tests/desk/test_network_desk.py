"""The operator's proxy: tried in words, kept without its password, in force from the next request on."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile import HostileServer, reply, wanting_login
from keyrings import Shelf

from akool_desktop.akool.client import Access, AkoolClient, Deadlines
from akool_desktop.akool.errors import NotSent
from akool_desktop.akool.faults import Reason
from akool_desktop.akool.proxies import Choice, choose, proxy_for
from akool_desktop.desk.network import BadNetwork, NetworkDesk
from akool_desktop.desk.threads import DaemonExecutor
from akool_desktop.store import vault as vault_module
from akool_desktop.store.files import StoreError
from akool_desktop.store.network import PASSWORD_NAME, NetworkFile, NetworkSettings
from akool_desktop.store.redaction import SECRETS
from akool_desktop.store.vault import Vault

URL, PASSWORD = "http://akool.example/", "planted-proxy-word"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    choose(Choice())


@pytest.fixture
def vault() -> Iterator[Vault]:
    made = Vault("Akool Desktop test network")
    yield made
    made.forget(PASSWORD_NAME)


@pytest.fixture
def proxy() -> Iterator[HostileServer]:
    with HostileServer(wanting_login(f"jo:{PASSWORD}", reply(b"hello"))) as made:
        yield made


def entered(proxy: HostileServer) -> NetworkSettings:
    return NetworkSettings("manual", proxy.url, "jo", "inside.example")


def test_it_is_tried_before_it_is_kept(tmp_path: Path, vault: Vault, proxy: HostileServer) -> None:
    desk = NetworkDesk(NetworkFile(tmp_path), vault)
    said = asyncio.run(desk.test(entered(proxy), PASSWORD, URL))
    assert str(said) == f"akool.example answered, through the proxy {proxy.url}, and its certificate is trusted."
    with pytest.raises(NotSent) as caught:
        asyncio.run(desk.test(entered(proxy), "wrong", URL))
    assert caught.value.reason is Reason.PROXY_LOGIN
    assert list(tmp_path.iterdir()) == []


def test_it_is_in_force_from_now_on_and_in_the_next_run(tmp_path: Path, vault: Vault, proxy: HostileServer) -> None:
    desk = NetworkDesk(NetworkFile(tmp_path), vault)
    asyncio.run(desk.save(entered(proxy), PASSWORD))
    for _ in range(2):
        found = proxy_for(URL)
        assert found
        assert (found.address, found.user, found.password) == (proxy.url, "jo", PASSWORD)
        assert proxy_for("http://a.inside.example/") is None
        choose(Choice())
        assert NetworkDesk(NetworkFile(tmp_path), vault).settings == entered(proxy)
    assert PASSWORD not in (tmp_path / "network.json").read_text()
    assert PASSWORD not in repr(desk.settings)


def test_a_password_goes_with_its_user(tmp_path: Path, vault: Vault, proxy: HostileServer) -> None:
    desk = NetworkDesk(NetworkFile(tmp_path), vault)
    asyncio.run(desk.save(entered(proxy), PASSWORD))
    asyncio.run(desk.save(NetworkSettings("none"), ""))
    assert vault.read(PASSWORD_NAME) is None
    assert proxy_for(URL) is None


@pytest.mark.parametrize("address", ["", "proxy.example", f"http://jo:{PASSWORD}@proxy.example:3128"])
def test_an_address_that_cannot_be_used_is_not_kept(address: str, tmp_path: Path, vault: Vault) -> None:
    desk = NetworkDesk(NetworkFile(tmp_path), vault)
    with pytest.raises(BadNetwork, match=r"proxy\.example\.com:3128"):
        asyncio.run(desk.save(NetworkSettings("manual", address), ""))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("saved", ["{", "[]", json.dumps({"proxy": "wpad", "address": 3})])
def test_an_odd_file_means_the_systems_way(saved: str, tmp_path: Path, vault: Vault) -> None:
    (tmp_path / "network.json").write_text(saved)
    assert NetworkDesk(NetworkFile(tmp_path), vault).settings == NetworkSettings()


def test_a_keyring_that_waits_with_the_password_takes_no_thread_from_the_ledger(
    tmp_path: Path, vault: Vault, proxy: HostileServer, shelf: Shelf
) -> None:
    """Each request asks for it; with all threads at the prompt, nothing could be written down, and nothing ended."""
    desk = NetworkDesk(NetworkFile(tmp_path), vault)
    asyncio.run(desk.save(entered(proxy), PASSWORD))
    shelf.open.clear()
    client = AkoolClient(Access("https://akool.example", "api_key", "key"), deadlines=Deadlines(other=0.1))

    async def ask() -> list[NotSent]:
        asyncio.get_running_loop().set_default_executor(DaemonExecutor(8))
        refused: list[NotSent] = []
        while len(refused) < 10 or not vault.waiting:
            with pytest.raises(NotSent) as caught:
                await client.credits()
            refused.append(caught.value)
        await asyncio.wait_for(asyncio.to_thread(int), 2)
        with pytest.raises(NotSent) as caught:
            await client.credits()
        shelf.open.set()
        return [*refused, caught.value]

    *_, last = asyncio.run(ask())
    assert last.reason is Reason.KEYRING
    assert "asks to be unlocked" in str(last.card.happened)


@pytest.mark.parametrize(
    "value", ["http://jo:{}@proxy.example:3128", "jo:{}@proxy.example", "http://jo:{}@proxy.example:port", "socks5://:{}@p"]
)
def test_a_password_that_the_environment_or_the_file_holds_passes_no_log(
    tmp_path: Path, vault: Vault, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", value.format("planted%40/environment"))
    NetworkFile(tmp_path).save(NetworkSettings("manual", value.format("planted-by-hand")))
    NetworkDesk(NetworkFile(tmp_path), vault)
    for password in ("planted%40/environment", "planted@/environment", "planted-by-hand"):
        assert SECRETS.clean(f"in {password}, perhaps") == "in [secret], perhaps"


def test_a_password_that_is_entered_while_the_keyring_waits_is_used_at_once(
    tmp_path: Path, vault: Vault, proxy: HostileServer, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the card says that the keyring waits with."""
    monkeypatch.setattr(vault_module, "_QUEUE", 0.1)
    desk = NetworkDesk(NetworkFile(tmp_path), vault)
    shelf.open.clear()

    async def enter() -> str:
        asking = asyncio.get_running_loop().run_in_executor(None, vault.read, "another")
        while not vault.waiting:  # noqa: ASYNC110  # the vault is asked, and sets no event for tests
            await asyncio.sleep(0.01)
        await desk.save(entered(proxy), PASSWORD)
        found = proxy_for("https://akool.example")
        shelf.open.set()
        await asking
        return found.password if found else ""

    assert asyncio.run(enter()) == PASSWORD


def test_a_saving_that_is_cancelled_behind_a_locked_keyring_leaves_the_password_of_before(
    tmp_path: Path, vault: Vault, proxy: HostileServer, shelf: Shelf
) -> None:
    desk = NetworkDesk(NetworkFile(tmp_path), vault)
    asyncio.run(desk.save(entered(proxy), PASSWORD))
    shelf.open.clear()

    async def save_and_cancel() -> None:
        saving = asyncio.ensure_future(desk.save(NetworkSettings("manual", "http://other.example:1", "jo"), "another"))
        while not vault.waiting:  # noqa: ASYNC110  # the vault is asked, and sets no event for tests
            await asyncio.sleep(0.01)
        saving.cancel()
        await asyncio.wait([saving])
        shelf.open.set()

    asyncio.run(save_and_cancel())  # waits for its threads
    assert vault.read(PASSWORD_NAME) == PASSWORD
    assert NetworkDesk(NetworkFile(tmp_path), vault).settings == entered(proxy)


def test_a_disk_that_does_not_take_the_settings_leaves_the_password_of_this_run(
    tmp_path: Path, vault: Vault, proxy: HostileServer
) -> None:
    desk = NetworkDesk(NetworkFile(tmp_path / "config"), vault)
    vault.use_this_run()
    asyncio.run(desk.save(entered(proxy), PASSWORD))
    (tmp_path / "config").rename(tmp_path / "away")
    (tmp_path / "config").write_text("a file, where the folder was")
    for password in (None, "another"):
        with pytest.raises(StoreError):
            asyncio.run(desk.save(NetworkSettings("manual", "http://other.example:1", "jo"), password))
        found = proxy_for(URL)
        assert found
        assert (found.address, found.password) == (proxy.url, PASSWORD)

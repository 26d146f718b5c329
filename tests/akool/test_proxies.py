"""Proxies and certificates at work: real proxies over TCP, an authority of our own, real TLS."""

import asyncio
import logging
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest
import trustme
from hostile import HostileServer, Visit, cut, head, ok, reply, tunnel, wanting_login

from akool_desktop.akool import connections, proxies
from akool_desktop.akool.client import Access, AkoolClient
from akool_desktop.akool.connections import not_sent
from akool_desktop.akool.errors import Call, NotSent
from akool_desktop.akool.faults import Reason
from akool_desktop.akool.proxies import BadProxy, Choice, Proxy, choose, is_excepted, is_usable, proxy_for
from akool_desktop.akool.reach import Reached, reach
from akool_desktop.akool.web import Web, WebError

AKOOL, KEY, PASSWORD = "https://akool.example", "planted-key-51", "planted-proxy-é-7 word"
LOGIN = f"jo:{PASSWORD}"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    choose(Choice())


@pytest.fixture
def trusted(authority_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(authority_file))


def by_hand(proxy: HostileServer, password: str = PASSWORD, exceptions: str = "") -> Choice:
    return Choice("manual", proxy.url, "jo", lambda: password, exceptions)


def credits() -> float:
    async def ask() -> float:
        client = AkoolClient(Access(AKOOL, "api_key", KEY))
        try:
            return await client.credits()
        finally:
            await client.aclose()

    return asyncio.run(ask())


def picture(url: str) -> bytes:
    async def ask() -> bytes:
        web = Web(AKOOL)
        try:
            return await web.picture(url)
        finally:
            await web.aclose()

    return asyncio.run(ask())


@pytest.mark.usefixtures("trusted")
def test_a_request_and_a_picture_pass_the_same_proxy_with_its_login(
    tls: ssl.SSLContext, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with HostileServer(ok({"credit": 7}), reply(PNG, content_type="image/png"), tls=tls) as server:
        with HostileServer(wanting_login(LOGIN, tunnel(server.port))) as proxy:
            choose(by_hand(proxy))
            assert credits() == 7
            assert picture(f"{AKOOL}/a.png") == PNG
            assert [seen.method for seen in proxy.requests] == ["CONNECT", "CONNECT"]
        assert all(seen.header("proxy-authorization") == [] for seen in server.requests)
    assert PASSWORD not in caplog.text


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("password", ["", "wrong"])
def test_a_login_that_is_not_taken_is_a_sentence(password: str) -> None:
    with HostileServer(wanting_login(LOGIN, cut)) as proxy:
        choose(by_hand(proxy, password))
        with pytest.raises(NotSent) as caught:
            credits()
        assert caught.value.reason is Reason.PROXY_LOGIN
        with pytest.raises(WebError, match="wants a user name and a password"):
            picture(f"{AKOOL}/a.png")
        with pytest.raises(WebError, match="wants a user name and a password"):
            picture("http://pictures.example/a.png")
    assert "Enter both under Network" in str(caught.value.card.advice)


def test_a_proxy_that_is_not_there_is_not_taken_for_the_server() -> None:
    with HostileServer(cut) as proxy:
        pass
    choose(by_hand(proxy))
    with pytest.raises(NotSent) as caught:
        credits()
    assert caught.value.reason is Reason.PROXY_AWAY
    assert caught.value.__cause__ is None


@pytest.mark.usefixtures("trusted")
def test_a_change_counts_from_the_next_request_on(tls: ssl.SSLContext) -> None:
    async def twice() -> list[int]:
        client = AkoolClient(Access(AKOOL, "api_key", KEY))
        seen = []
        try:
            for proxy in (first, second):
                choose(by_hand(proxy))
                await client.credits()
                seen.append(len(second.requests))
            return seen
        finally:
            await client.aclose()

    with (
        HostileServer(ok({"credit": 7}), tls=tls) as server,
        HostileServer(tunnel(server.port)) as first,
        HostileServer(tunnel(server.port)) as second,
    ):
        assert asyncio.run(twice()) == [0, 1]


@pytest.mark.usefixtures("trusted")
def test_a_proxy_that_is_spoken_to_in_private(tls: ssl.SSLContext) -> None:
    with HostileServer(wanting_login(LOGIN, reply(PNG, content_type="image/png")), tls=tls) as proxy:
        choose(by_hand(proxy))
        assert picture("http://pictures.example/a.png") == PNG


# the inside stays closed


@pytest.mark.parametrize("link", ["http://localtest.example/", "https://localtest.example/"])
def test_a_name_that_is_known_to_lead_inside_is_not_handed_to_a_proxy(
    link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def inside(*_args: object, **_more: object) -> list[tuple[object, ...]]:
        return [(2, 1, 6, "", ("10.1.2.3", 0))]

    with HostileServer(reply(PNG, content_type="image/png")) as proxy:
        choose(Choice("manual", proxy.url))
        monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", _only("localtest.example", inside))
        with pytest.raises(WebError, match="its own network"):
            picture(link)
        assert proxy.requests == []


def _only(name: str, answer: object) -> object:
    usual = asyncio.BaseEventLoop.getaddrinfo

    async def look_up(loop: asyncio.BaseEventLoop, host: str, *args: object, **more: object) -> object:
        return await (answer() if host == name else usual(loop, host, *args, **more))  # type: ignore[operator, arg-type]

    return look_up


# which proxy


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.0.1", "[::1]"])
def test_this_computer_is_asked_directly_whatever_is_chosen(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://proxy.example:1")
    for choice in (Choice(), Choice("manual", "http://proxy.example:1")):
        assert proxy_for(f"http://{host}:8080/", choice) is None


def test_the_environments_proxy_with_its_login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "proxy.example:3128")
    monkeypatch.setenv("HTTP_PROXY", "http://jo:p%40ss@proxy.example:3129/")
    monkeypatch.setenv("no_proxy", "inside.example, 10.0.0.0/8")
    assert proxy_for(AKOOL) == Proxy("http://proxy.example:3128")
    assert proxy_for("http://akool.example/") == Proxy("http://proxy.example:3129", "jo", "p@ss")
    assert proxy_for("https://cdn.inside.example/") is None
    assert proxy_for("https://10.9.8.7/") is None
    assert proxy_for(AKOOL, Choice("none")) is None
    assert "p@ss" not in repr(proxy_for("http://akool.example/"))


@pytest.mark.parametrize(
    ("host", "exceptions", "excepted"),
    [("a.example", "a.example", True), ("b.a.example", ".a.example", True), ("b.a.example", "*.a.example", True),
     ("ba.example", "a.example", False), ("A.example.", "a.EXAMPLE", True), ("a.example", "*", True),
     ("a.example", "", False), ("a.example", " , ,", False), ("10.1.1.1", "10.0.0.0/8", True),
     ("11.1.1.1", "10.0.0.0/8", False), ("a.example", "10.0.0.0/8", False)],
)  # fmt: skip
def test_exceptions(host: str, exceptions: str, excepted: bool) -> None:
    assert is_excepted(host, exceptions) is excepted


@pytest.mark.parametrize("address", ["http://proxy.example:3128", "https://10.0.0.1:443/", "http://[fd00::1]:80"])
def test_an_address_of_a_proxy(address: str) -> None:
    assert is_usable(address)


@pytest.mark.parametrize(
    "address",
    ["", "proxy", "proxy.example:3128", "http://proxy.example", "socks5://proxy.example:1080", "http://:3128",
     "http://jo:word@proxy.example:1", "http://proxy.example:1/pac", "http://proxy.example:99999", "http://[::1"],
)  # fmt: skip
def test_what_is_no_address_of_a_proxy(address: str) -> None:
    assert not is_usable(address)


# the desktop's setting: what the portal answers


@pytest.mark.skipif(sys.platform != "linux", reason="the other systems have no portal")
@pytest.mark.parametrize(
    ("answers", "proxy"),
    [([], None), (["direct://"], None), (["http://proxy.example:3128"], Proxy("http://proxy.example:3128")),
     (["socks5://s.example:1", "http://proxy.example:8"], Proxy("http://proxy.example:8")),
     (["socks5://s.example:1", "direct://"], None)],
)  # fmt: skip
def test_the_desktops_setting(answers: list[str], proxy: Proxy | None, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(proxies, "_answered", {})

    def answer(url: str, _before: list[str]) -> list[str]:
        asked.append(url)
        return answers

    monkeypatch.setattr(proxies, "_ask_portal", answer)
    assert proxy_for(f"{AKOOL}/a?b=secret") == proxy
    assert proxy_for(f"{AKOOL}/c") == proxy
    assert asked == [f"{AKOOL}/"]


@pytest.mark.skipif(sys.platform != "linux", reason="the other systems have no portal")
def test_a_desktop_that_knows_only_socks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proxies, "_answered", {})
    monkeypatch.setattr(proxies, "_ask_portal", lambda *_: ["socks://s.example:1"])
    with pytest.raises(BadProxy, match="system's proxy setting"):
        proxy_for(AKOOL)


@pytest.fixture
def portal(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[list[str] | None]]:
    """A desktop's, on a bus of its own: what it answers, one after another; None is a refusal."""
    from jeepney import MessageType, message_bus, new_error, new_method_return
    from jeepney.io.blocking import open_dbus_connection

    script: list[list[str] | None] = []
    daemon = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(daemon, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        assert running.stdout
        address = running.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        bus = open_dbus_connection(address)
        bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"))

        def serve() -> None:
            with suppress(EOFError, OSError):  # until it is put away
                while asked := bus.receive():
                    if asked.header.message_type is MessageType.method_call:
                        said = script.pop(0)
                        bus.send(new_method_return(asked, "as", (said,)) if said else new_error(asked, "not.Now"))

        thread = threading.Thread(target=serve)
        thread.start()
        yield script
        bus.sock.shutdown(socket.SHUT_RDWR)
        thread.join()
        bus.close()
        running.terminate()


@pytest.mark.skipif(sys.platform != "linux", reason="the other systems have no portal")
def test_a_desktop_that_fails_to_answer_is_asked_again_and_takes_no_proxy_away(
    portal: list[list[str] | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program starts with the computer, before the network and the desktop's own services."""
    monkeypatch.setattr(proxies, "_answered", {})
    for name in ("_PORTAL_HOLDS", "_SILENCE_HOLDS", "_silent_until"):
        monkeypatch.setattr(proxies, name, 0.0)
    portal += [None, ["http://proxy.example:3128"], None, ["direct://"]]
    found = [proxy_for(AKOOL) for _ in range(4)]
    assert found == [None, Proxy("http://proxy.example:3128"), Proxy("http://proxy.example:3128"), None]


# certificates


def test_a_certificate_that_is_not_trusted_says_what_to_do(tls: ssl.SSLContext) -> None:
    with HostileServer(ok({}), tls=tls) as server, HostileServer(tunnel(server.port)) as proxy:
        choose(Choice("manual", proxy.url))
        with pytest.raises(NotSent) as caught:
            credits()
        assert caught.value.reason is Reason.CERTIFICATE
        assert "ask there for its certificate" in str(caught.value.card.advice)
        assert server.requests == []


def test_it_is_the_proxy_that_is_named_where_the_proxy_is_not_trusted(tls: ssl.SSLContext) -> None:
    with HostileServer(ok({}), tls=tls) as proxy:
        choose(Choice("manual", proxy.url))
        with pytest.raises(NotSent) as caught:
            credits()
        with pytest.raises(WebError) as pictured:
            picture(f"{AKOOL}/a.png")
        assert proxy.requests == []
    assert caught.value.reason is Reason.PROXY_UNSAFE
    assert f"The proxy {proxy.url}, which should lead to akool.example," in str(caught.value.card.happened)
    assert f"The proxy {proxy.url}, which should lead to akool.example," in str(pictured.value)


@pytest.mark.usefixtures("trusted")
def test_a_proxy_whose_certificate_is_anothers_is_named(authority: trustme.CA) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("other.example").configure_cert(context)
    with HostileServer(ok({}), tls=context) as proxy:
        choose(Choice("manual", proxy.url))
        with pytest.raises(NotSent) as caught:
            credits()
    assert caught.value.reason is Reason.PROXY_UNSAFE


@pytest.mark.usefixtures("trusted")
def test_behind_a_proxy_that_is_trusted_it_is_the_server_that_is_named(tls: ssl.SSLContext) -> None:
    untrusted = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("akool.example").configure_cert(untrusted)
    with HostileServer(ok({}), tls=untrusted) as server, HostileServer(tunnel(server.port), tls=tls) as proxy:
        choose(Choice("manual", proxy.url))
        with pytest.raises(NotSent) as caught:
            credits()
    assert caught.value.reason is Reason.CERTIFICATE


def test_a_server_that_hangs_up_behind_a_proxy_is_not_the_proxys_absence() -> None:
    def hangs_up(visit: Visit) -> bool:
        visit.send(head(200, []))
        visit.connection.recv(1)  # the greeting
        return cut(visit)

    with HostileServer(hangs_up) as proxy:
        choose(Choice("manual", proxy.url))
        with pytest.raises(NotSent) as caught:
            credits()
    assert caught.value.reason is Reason.NETWORK


@pytest.mark.skipif(sys.platform != "linux", reason="where the store is a list of files")
def test_the_systems_list_is_found_also_by_a_program_built_elsewhere(
    tls: ssl.SSLContext, authority_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "_LISTS", ("/nonexistent", str(authority_file)))
    with HostileServer(ok({"credit": 3}), tls=tls) as server, HostileServer(tunnel(server.port)) as proxy:
        choose(Choice("manual", proxy.url))
        assert credits() == 3


def test_where_the_system_decides_itself_our_requests_can_be_decided(
    tls: ssl.SSLContext, authority: trustme.CA, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = connections.asked_of_the_system()
    monkeypatch.setattr(connections, "_trusted", lambda _: context)
    with HostileServer(ok({"credit": 3}), tls=tls) as server, HostileServer(tunnel(server.port)) as proxy:
        choose(Choice("manual", proxy.url))
        with pytest.raises(NotSent) as caught:
            credits()
        assert caught.value.reason is Reason.CERTIFICATE
        authority.configure_trust(context)
        assert credits() == 3


# the test in the settings


@pytest.mark.usefixtures("trusted")
def test_reaching_says_by_which_way_and_sends_no_key(tls: ssl.SSLContext) -> None:
    with HostileServer(reply(b"", status=404), tls=tls) as server, HostileServer(tunnel(server.port)) as proxy:
        assert asyncio.run(reach(AKOOL, Choice("manual", proxy.url))) == Reached("akool.example", proxy.url)
        near = f"https://127.0.0.1:{server.port}"
        assert asyncio.run(reach(near, Choice("manual", proxy.url))) == Reached("127.0.0.1", "")
        names = {name.lower() for seen in server.requests for name, _ in seen.headers}
    assert names == {"host", "accept", "accept-encoding", "connection", "user-agent"}


def test_not_reaching_is_a_card() -> None:
    with HostileServer(reply(b"", status=403)) as proxy, pytest.raises(NotSent) as caught:
        asyncio.run(reach(AKOOL, Choice("manual", proxy.url)))
    assert caught.value.reason is Reason.PROXY


def test_a_greeting_that_never_ends_is_called_late_and_not_unsafe() -> None:
    """Behind a proxy that lets the connection by, and then stands still."""
    late = httpx.ConnectTimeout("late")
    late.__cause__ = ssl.SSLWantReadError()
    assert not_sent(Call.READ, late, "akool.example").reason is Reason.TIMEOUT

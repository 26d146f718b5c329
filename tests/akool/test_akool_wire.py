"""What keeps a request here, over real TCP: what it is called, and that it has cost nothing."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from asking import BODY, HASTY, KEY, TOKEN, ask, create, failure, leaks, recording
from hostile import (
    Behaviour,
    HostileServer,
    cut,
    ok,
    raw,
    reply,
    silent,
    tunnel,
)

from akool_desktop.akool.client import AkoolClient
from akool_desktop.akool.errors import NotSent
from akool_desktop.akool.faults import Reason

# before anything left


def test_a_name_that_does_not_exist() -> None:
    error = failure("https://akool.invalid", create)
    assert isinstance(error, NotSent)
    assert error.reason is Reason.DNS
    assert "akool.invalid" in str(error.card.happened)


def test_a_port_where_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    error = failure(f"http://127.0.0.1:{port}", create)
    assert isinstance(error, NotSent)
    assert error.reason is Reason.REFUSED


def test_a_certificate_that_is_not_trusted(tls: ssl.SSLContext) -> None:
    with HostileServer(ok({"_id": "s1"}), tls=tls) as server:
        error = failure(server.url, create)
        assert isinstance(error, NotSent)
        assert error.reason is Reason.CERTIFICATE
        assert server.requests == []


def test_a_certificate_for_another_name(
    tls: ssl.SSLContext, authority_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(authority_file))
    with HostileServer(ok({"_id": "s1"}), tls=tls) as server:
        error = failure(f"https://localhost:{server.port}", create)
    assert isinstance(error, NotSent)
    assert error.reason is Reason.OTHER_NAME
    assert "ask there for its certificate" not in str(error.card)  # a sign-in page's, perhaps, or a wrong address


def test_a_certificate_that_the_environment_trusts(
    tls: ssl.SSLContext, authority_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(authority_file))
    with HostileServer(ok({"credit": 7}), tls=tls) as server:
        assert ask(server.url, lambda client: client.credits()) == 7


def test_a_server_that_greets_in_plain_text() -> None:
    with speaking_first(b"HTTP/1.1 400 Bad Request\r\n\r\n") as port:
        error = failure(f"https://127.0.0.1:{port}", create)
    assert isinstance(error, NotSent)
    assert error.reason is Reason.TLS


def test_a_server_that_never_greets() -> None:
    with HostileServer(silent) as server:
        error = failure(f"https://127.0.0.1:{server.port}", create, deadlines=HASTY)
    assert isinstance(error, NotSent)
    assert error.reason is Reason.TIMEOUT


@pytest.mark.parametrize(
    "url",
    [
        "http://akool.example",
        "http://localhost.example",
        "http://127.0.0.1.example",
        "https://me:secret@127.0.0.1",
        "https://me@127.0.0.1",
        "https://127.0.0.1?key=1",
        "https://127.0.0.1#there",
        "https://",
        "https://127.0.0.1:99999",
        "https://[::1",
        "ftp://127.0.0.1",
        "127.0.0.1",
        "",
    ],
)
def test_a_key_goes_to_no_address_that_is_not_safe(url: str) -> None:
    error = failure(url, create)
    assert isinstance(error, NotSent)
    assert error.reason is Reason.ADDRESS
    assert error.card.go_to == "account"


@pytest.mark.parametrize("host", ["akool..example", f"{'a' * 70}.example"])
def test_a_host_that_cannot_be_one(host: str) -> None:
    assert isinstance(failure(f"https://{host}", create), NotSent)


@pytest.mark.parametrize("secret", ["ключ", "two words", "line\r\nX-Other: 1", " planted", "k\x00ey", "k\u200bey"])
def test_what_cannot_be_a_key_is_not_sent(secret: str) -> None:
    with HostileServer(ok({"_id": "s1"})) as server:
        error = failure(server.url, create, secret=secret)
        assert server.requests == []
    assert isinstance(error, NotSent)
    assert error.reason is Reason.KEY
    assert not leaks(error, [secret])


def test_only_this_computer_is_asked_without_a_key() -> None:
    error = failure("https://akool.invalid", create, secret="")
    assert isinstance(error, NotSent)
    assert error.reason is Reason.KEY


# proxies and other settings of this computer

PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_no_proxy_stands_between_this_computer_and_itself(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with HostileServer(ok({"credit": 1})) as proxy, HostileServer(ok({"credit": 2})) as server:
        for name in PROXIES:
            monkeypatch.setenv(name, proxy.url)
        monkeypatch.setenv("NO_PROXY", "")
        monkeypatch.setenv("SSL_CERT_FILE", "/nonexistent")
        assert ask(f"http://{host}:{server.port}", lambda client: client.credits()) == 2
        assert proxy.requests == []


def test_a_proxy_sees_where_a_request_goes_and_nothing_of_it(
    tls: ssl.SSLContext, authority_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks: list[tuple[int, int]] = []

    async def use(client: AkoolClient) -> object:
        leaving = lambda: marks.append((len(proxy.requests), len(server.requests)))  # noqa: E731
        return await client.create_session(BODY, leaving=leaving)

    with HostileServer(ok({"_id": "s1"}), tls=tls) as server, HostileServer(tunnel(server.port)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url.replace("http://", "http://me:proxy-login@"))
        monkeypatch.setenv("SSL_CERT_FILE", str(authority_file))
        ask("https://akool.example", use)
    [connect] = proxy.requests
    assert (connect.method, connect.path) == ("CONNECT", "akool.example:443")
    assert connect.header("x-api-key") == []
    assert server.requests[0].header("x-api-key") == [KEY]
    assert server.requests[0].header("proxy-authorization") == []
    assert marks == [(1, 0)]


@pytest.mark.parametrize("behaviour", [reply(b"", status=407), reply(b"", status=503), cut, raw(b"nonsense\r\n\r\n")])
def test_a_proxy_that_says_no(behaviour: Behaviour, monkeypatch: pytest.MonkeyPatch) -> None:
    marks: list[int] = []
    with HostileServer(behaviour) as proxy:
        monkeypatch.setenv("ALL_PROXY", proxy.url)
        leaving = recording(proxy, marks)
        error = failure("https://akool.example", lambda client: client.create_session(BODY, leaving=leaving))
    assert isinstance(error, NotSent)
    assert error.reason in (Reason.PROXY, Reason.PROXY_LOGIN, Reason.NETWORK)
    assert marks == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ALL_PROXY", "socks5://me:proxy-login@127.0.0.1:1080"),
        ("https_proxy", "ftp://me:proxy-login@127.0.0.1"),
        ("HTTPS_PROXY", "http://me:proxy-login@[::1"),
        ("SSL_CERT_FILE", "/nonexistent/proxy-login.pem"),
        ("SSLKEYLOGFILE", "/nonexistent/proxy-login.log"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_and_not_quoted(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    error = failure("https://akool.example", create)
    assert isinstance(error, NotSent)
    assert error.reason is Reason.SETTING
    assert str(error.card.happened) == f"{name} holds something that cannot be used here."
    assert not leaks(error, ["proxy-login"])


@pytest.mark.parametrize("url", ["https://akool.invalid", "http://127.0.0.1:9", "https://127.0.0.1:9"])
def test_no_secret_comes_out_of_a_request_that_did_not_leave(url: str) -> None:
    error = failure(url, create)
    assert not leaks(error, [KEY, TOKEN])
    assert error.__cause__ is None
    assert error.__context__ is None


# a server that only these tests need


@contextmanager
def speaking_first(greeting: bytes) -> Iterator[int]:
    """A server that greets before it is spoken to."""

    def serve() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.sendall(greeting)
            connection.recv(65536)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        thread.join(5)

"""What can happen between this computer and an answer, over real TCP: what it is called, and whether it may cost."""

import asyncio
import json
import logging
import socket
import ssl
import threading
import time
import traceback
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

import pytest
from asking import BODY, HASTY, KEY, PATIENT, TOKEN, ask, close, create, failure, read
from hostile import (
    Behaviour,
    HostileServer,
    answer,
    by_path,
    cut,
    cut_within_answer,
    drip,
    flood,
    head,
    ok,
    packed,
    raw,
    redirect,
    refuse,
    reply,
    silent,
    tunnel,
    web_page,
)

from akool_desktop.akool.client import AkoolClient
from akool_desktop.akool.errors import AkoolError, NotSent, Redirected, Refused, Unclear
from akool_desktop.akool.faults import Reason

CALLS = {"create": create, "close": close, "read": read}
ECHO = (
    f"bad {KEY} {quote(KEY)} {TOKEN} at https://me:{KEY}@host.example/a?token={TOKEN}&x=1 \x00\x1b[31m\n" + "long " * 99
)


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


# after the request left

AFTERWARDS: dict[str, tuple[Behaviour, Reason]] = {
    "no answer": (silent, Reason.TIMEOUT),
    "a dripping answer": (drip(b" " * 1000, 0.05), Reason.TIMEOUT),
    "a cut": (cut, Reason.CUT),
    "a goodbye without an answer": (raw(b""), Reason.CUT),
    "a cut within the answer": (cut_within_answer, Reason.CUT),
    "not HTTP": (raw(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"), Reason.CUT),
    "endless headers": (raw(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100_000), Reason.CUT),
    "a bad length": (raw(head(200, [("Content-Length", "9" * 30)])), Reason.CUT),
    "a web page": (web_page(), Reason.HTML),
    "a web page that says it is JSON": (reply(b" <html>"), Reason.HTML),
    "text": (reply(b"fine"), Reason.SHAPE),
    "nothing": (reply(b""), Reason.SHAPE),
    "no content": (raw(head(204, [])), Reason.SHAPE),
    "another protocol": (raw(head(101, [("Upgrade", "x"), ("Connection", "Upgrade")])), Reason.CUT),
    "a list": (answer([1000]), Reason.SHAPE),
    "no code": (answer({"data": {"_id": "s1"}}), Reason.SHAPE),
    "a code that is none": (answer({"code": "fine", "data": {"_id": "s1"}}), Reason.SHAPE),
    "a code that is true": (answer({"code": True, "data": {"_id": "s1"}}), Reason.SHAPE),
    "not UTF-8": (reply(b'{"code": "\xff\xfe"}'), Reason.SHAPE),
    "very deep JSON": (reply(b"[" * 200_000), Reason.SHAPE),
    "a very long number": (reply(b'{"code": ' + b"1" * 10_000 + b"}"), Reason.SHAPE),
    "badly packed": (reply(b"not packed", headers=[("Content-Encoding", "gzip")]), Reason.SHAPE),
    "packed in a way not asked for": (packed(b"{}", "br"), Reason.SHAPE),
    "50 MB": (flood(50, announced=False), Reason.TOO_LARGE),
    "50 MB announced": (flood(50, announced=True), Reason.TOO_LARGE),
    "50 MB packed small": (packed(bytes(50 << 20)), Reason.TOO_LARGE),
    "HTTP 500": (web_page(500), Reason.STATUS),
    "HTTP 502 with JSON": (answer({"message": "bad gateway"}, status=502), Reason.STATUS),
    "HTTP 503 with a code of its own": (answer({"code": 503, "msg": "busy"}, status=503), Reason.STATUS),
    "see other": (redirect("https://elsewhere.example/?sig=1", 303), Reason.REDIRECT),
}


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("fault", AFTERWARDS)
def test_without_a_usable_answer_only_what_was_asked_decides_on_the_cost(fault: str, call: str) -> None:
    behaviour, reason = AFTERWARDS[fault]
    with HostileServer(behaviour) as server:
        error = failure(server.url, CALLS[call], deadlines=HASTY if reason is Reason.TIMEOUT else PATIENT)
        assert len(server.requests) == 1
    assert isinstance(error, Unclear)
    assert error.reason is reason
    cost = {
        "create": "It may have: a session may be running that is not known here.",
        "close": "It may still: the session may be running.",
        "read": "No. This only asks, and asking is free.",
    }[call]
    assert str(error.card.cost) == cost


def test_plain_http_to_a_server_that_wants_a_safe_connection(tls: ssl.SSLContext) -> None:
    with HostileServer(ok({"_id": "s1"}), tls=tls) as server:
        error = failure(f"http://127.0.0.1:{server.port}", create)
    assert isinstance(error, Unclear)
    assert error.reason is Reason.CUT


# an answer that says no

REFUSALS: dict[str, tuple[Behaviour, int, int | None]] = {
    "Akool's code": (refuse(1104), 200, 1104),
    "as text": (answer({"code": "1104"}), 200, 1104),
    "with a status": (refuse(1101, status=401), 401, 1101),
    "with a fault's status": (refuse(1218, status=500), 500, 1218),
    "an unknown code": (refuse(4711), 200, 4711),
    "a gateway's code": (refuse(403, status=403), 403, 403),
    "a status and a web page": (web_page(403), 403, None),
    "a status and other JSON": (answer({"detail": "no"}, status=422), 422, None),
    "a status alone": (raw(head(401, [("Content-Length", "0")])), 401, None),
    "not found": (web_page(404), 404, None),
    "too many": (web_page(429), 429, None),
    "a redirect": (redirect("/login"), 302, None),
    "a redirect to nowhere": (redirect("https://[::1/:x"), 301, None),
}


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("kind", REFUSALS)
def test_a_no_is_a_no(kind: str, call: str) -> None:
    behaviour, status, code = REFUSALS[kind]
    with HostileServer(behaviour) as server:
        error = failure(server.url, CALLS[call])
    assert isinstance(error, Refused)
    assert error.code == code
    assert error.status == status or isinstance(error, Redirected)
    assert ("may" in str(error.card.cost)) is (call == "close")


@pytest.mark.parametrize("name", ["msg", "message", "detail", "error", "title"])
def test_the_servers_own_words_are_shown(name: str) -> None:
    with HostileServer(answer({name: "duration must be <= 3600"}, status=422)) as server:
        error = failure(server.url, create)
    assert str(error.card.happened) == "Akool refused the session: HTTP 422, duration must be <= 3600."


def test_the_servers_own_words_are_one_short_line() -> None:
    with HostileServer(refuse(1003, "a\n\tb\x00\x1b[31m\u202e\ud800" + "c" * 5000)) as server:
        error = failure(server.url, create)
    assert isinstance(error, Refused)
    assert error.msg.startswith("a b [31m c")
    assert error.msg.isprintable()
    assert len(error.msg) == 200


# redirects


@pytest.mark.parametrize("status", [300, 301, 302, 303, 304, 305, 307, 308])
def test_a_redirect_names_the_host_and_no_more(status: int) -> None:
    with HostileServer(redirect("https://me:pw@elsewhere.example/login?sig=abc", status)) as server:
        card = failure(server.url, create).card
    assert "elsewhere.example." in str(card.happened)
    assert not any(secret in str(card) for secret in ("pw", "sig", "login"))


# size and time


@pytest.mark.parametrize("fault", ["50 MB", "50 MB announced", "50 MB packed small"])
def test_fifty_megabytes_are_refused_at_once_and_never_held(fault: str) -> None:
    with HostileServer(AFTERWARDS[fault][0]) as server:
        failure(server.url, read)  # imports what is needed
        tracemalloc.start()
        began = time.monotonic()
        error = failure(server.url, read)
        took, (_, peak) = time.monotonic() - began, tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert fault == "50 MB packed small" or server.hung_up.wait(5)
    assert isinstance(error, Unclear)
    assert error.reason is Reason.TOO_LARGE
    assert took < 5
    assert peak < 20 << 20


def test_an_answer_of_nearly_two_megabytes_is_read() -> None:
    with HostileServer(answer({"code": 1000, "data": {"credit": 5, "more": "x" * 2_000_000}})) as server:
        assert ask(server.url, lambda client: client.credits()) == 5


@pytest.mark.parametrize("encoding", ["gzip", "GZIP"])
def test_a_packed_answer_is_read_all_the_same(encoding: str) -> None:
    with HostileServer(packed(json.dumps({"code": 1000, "data": {"credit": 5}}).encode(), encoding)) as server:
        assert ask(server.url, lambda client: client.credits()) == 5


# the moment of leaving


def recording(server: HostileServer, marks: list[int]) -> Callable[[], None]:
    return lambda: marks.append(len(server.requests))


def test_leaving_is_called_once_and_before_the_server_sees_anything() -> None:
    marks: list[int] = []
    with HostileServer(ok({"_id": "s1"})) as server:
        ask(server.url, lambda client: client.create_session(BODY, leaving=recording(server, marks)))
    assert marks == [0]


def test_leaving_is_not_called_when_nothing_leaves() -> None:
    marks: list[int] = []
    with HostileServer(silent) as server:
        leaving = recording(server, marks)
        url = f"https://127.0.0.1:{server.port}"
        failure(url, lambda client: client.create_session(BODY, leaving=leaving), deadlines=HASTY)
    assert marks == []


def test_what_leaving_raises_keeps_the_request_here() -> None:
    class NoDiskLeftError(OSError):
        pass

    def leaving() -> None:
        raise NoDiskLeftError

    async def use(client: AkoolClient) -> float:
        with pytest.raises(NoDiskLeftError):
            await client.create_session(BODY, leaving=leaving)
        return await client.credits()

    with HostileServer(ok({"credit": 1})) as server:
        assert ask(server.url, use) == 1
        assert [request.method for request in server.requests] == ["GET"]


def test_a_cancelled_request_hangs_up_and_leaves_the_client_usable() -> None:
    async def use(client: AkoolClient) -> float:
        creating = asyncio.create_task(client.create_session(BODY))
        assert await asyncio.to_thread(server.wait_for_requests, 1)
        creating.cancel()
        with pytest.raises(asyncio.CancelledError):
            await creating
        assert await asyncio.to_thread(server.hung_up.wait, 5)
        return await client.credits()

    with HostileServer(by_path({"create": silent}, ok({"credit": 3}))) as server:
        assert ask(server.url, use) == 3


def test_cancelling_before_the_request_left_is_known_to_have_cost_nothing() -> None:
    marks: list[int] = []

    async def use(client: AkoolClient) -> None:
        creating = asyncio.create_task(client.create_session(BODY, leaving=lambda: marks.append(1)))
        await asyncio.to_thread(accepted.wait, 5)
        creating.cancel()
        with pytest.raises(asyncio.CancelledError):
            await creating

    with never_speaking() as (port, accepted, hung_up):
        ask(f"https://127.0.0.1:{port}", use)
        assert hung_up.wait(5)
    assert marks == []


def test_cancelling_while_the_connections_are_built_leaves_the_client_usable() -> None:
    async def use(client: AkoolClient) -> float:
        first = asyncio.create_task(client.credits())
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.wait([first])
        return await client.credits()

    with HostileServer(ok({"credit": 3})) as server:
        assert ask(server.url, use) == 3


def test_putting_the_client_away_ends_what_is_under_way() -> None:
    async def use(client: AkoolClient) -> None:
        creating = asyncio.create_task(client.create_session(BODY))
        assert await asyncio.to_thread(server.wait_for_requests, 1)
        await client.aclose()
        with pytest.raises(Unclear):
            await creating

    with HostileServer(silent) as server:
        ask(server.url, use)


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


# secrets

SPILLS: dict[str, Behaviour] = {
    **{fault: behaviour for fault, (behaviour, reason) in AFTERWARDS.items() if reason is not Reason.TOO_LARGE},
    "an echo": refuse(1003, ECHO),
    "an echo with a fault": answer({"msg": ECHO}, status=500),
    "an echo with a status": answer({"detail": ECHO}, status=422),
    "an echo on the first line": raw(f"HTTP/1.1 200 {KEY} {TOKEN}\r\nX: {KEY}\r\nBad {TOKEN}\r\n\r\n".encode()),
    "an echo for a place": redirect(f"https://me:{KEY}@elsewhere.example/{KEY}?{TOKEN}"),
}


def leaks(error: BaseException, secrets: list[str]) -> list[str]:
    """The secrets found in anything that could be shown or written of an error and of all that led to it."""
    shown = traceback.format_exception(error)
    pending: list[BaseException | None] = [error]
    while pending:
        if one := pending.pop():
            shown += [str(one), repr(one), repr(vars(one)), repr(one.args)]
            shown += [str(one.card), repr(one.card)] if isinstance(one, AkoolError) else []
            pending += [one.__cause__, one.__context__]
    return [secret for secret in secrets if any(secret in text for text in shown)]


@pytest.mark.parametrize("spill", SPILLS)
def test_no_secret_comes_out_again(spill: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with HostileServer(SPILLS[spill]) as server:
        error = failure(server.url, create, deadlines=HASTY)
    assert not leaks(error, [KEY, TOKEN, "sig=1", "x=1"])
    assert error.__cause__ is None
    assert error.__context__ is None
    assert KEY not in caplog.text or spill.startswith("an echo")
    assert not [record for record in caplog.records if record.levelno >= logging.INFO and KEY in record.getMessage()]


@pytest.mark.parametrize("url", ["https://akool.invalid", "http://127.0.0.1:9", "https://127.0.0.1:9"])
def test_no_secret_comes_out_of_a_request_that_did_not_leave(url: str) -> None:
    error = failure(url, create)
    assert not leaks(error, [KEY, TOKEN])
    assert error.__cause__ is None
    assert error.__context__ is None


def test_short_secrets_do_not_riddle_the_servers_words() -> None:
    async def use(client: AkoolClient) -> object:
        return await client.create_session({"voice_params": {"elevenlabs_settings": {"api_key": "e"}}})

    with HostileServer(refuse(1003, "the parameter is empty")) as server:
        error = failure(server.url, use)
    assert isinstance(error, Refused)
    assert error.msg == "the parameter is empty"


# servers that only these tests need


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


@contextmanager
def never_speaking() -> Iterator[tuple[int, threading.Event, threading.Event]]:
    """A server that takes a connection and says nothing; the events: a client came, a client hung up."""
    accepted, hung_up = threading.Event(), threading.Event()

    def serve() -> None:
        connection, _ = listener.accept()
        accepted.set()
        with connection, suppress(OSError):
            while connection.recv(65536):
                pass
        hung_up.set()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=serve, daemon=True).start()
        yield listener.getsockname()[1], accepted, hung_up

"""What can come back, over real TCP: what it is called, whether it may have cost, and that no secret is in it."""

import asyncio
import json
import logging
import ssl
import threading
import time
import tracemalloc
from urllib.parse import quote

import pytest
from asking import BODY, HASTY, KEY, PATIENT, TOKEN, ask, close, create, failure, leaks, read
from hostile import (
    Behaviour,
    HostileServer,
    Visit,
    answer,
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
    web_page,
)

from akool_desktop.akool.client import AkoolClient
from akool_desktop.akool.errors import Redirected, Refused, Unclear
from akool_desktop.akool.faults import Reason
from akool_desktop.akool.models import Session

CALLS = {"create": create, "close": close, "read": read}
ECHO = (
    f"bad {KEY} {quote(KEY)} {TOKEN} at https://me:{KEY}@host.example/a?token={TOKEN}&x=1 \x00\x1b[31m\n" + "long " * 99
)


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
    "a code in other digits": (answer({"code": "¹⁰⁰⁰", "data": {"_id": "s1"}}), Reason.SHAPE),
    "a code that never ends": (answer({"code": "1" * 10_000, "data": {"_id": "s1"}}), Reason.SHAPE),
    "a code that is true": (answer({"code": True, "data": {"_id": "s1"}}), Reason.SHAPE),
    "not UTF-8": (reply(b'{"code": "\xff\xfe"}'), Reason.SHAPE),
    "very deep JSON": (reply(b"[" * 200_000), Reason.SHAPE),
    "a code longer than any": (answer({"code": 10**20, "data": {"_id": "s1"}}), Reason.SHAPE),
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


def test_an_answer_that_came_while_the_program_slept_is_read() -> None:
    """A closed lid, a stopped process: the end of the wait and the answer are both there at its next step."""
    asked, sent = threading.Event(), threading.Event()

    def late(visit: Visit) -> bool:
        asked.set()
        visit.server.stopping.wait(0.2)
        kept = ok({"_id": "s1"})(visit)
        sent.set()
        return kept

    async def use(client: AkoolClient) -> Session:
        creating = asyncio.create_task(client.create_session(BODY))
        await asyncio.to_thread(asked.wait, 10)
        sent.wait(10)  # in this thread: nothing moves
        threading.Event().wait(1)
        return await creating

    with HostileServer(late) as server:
        assert ask(server.url, use, deadlines=HASTY).id == "s1"
        assert len(server.requests) == 1


def test_an_answer_that_is_whole_counts_though_its_end_never_comes() -> None:
    """A length that is too long, an encoding whose last chunk is held back: the id of what was paid for is there."""
    body = json.dumps({"code": 1000, "msg": "OK", "data": {"_id": "s1"}}).encode()

    def unending(visit: Visit) -> bool:
        visit.send(head(200, [("Content-Length", str(len(body) + 1))]) + body)
        return silent(visit)

    with HostileServer(unending) as server:
        assert ask(server.url, lambda client: client.create_session(BODY), deadlines=HASTY).id == "s1"


def test_who_cancels_what_never_ends_is_not_kept_waiting() -> None:
    sent = threading.Event()

    def unending(visit: Visit) -> bool:
        visit.send(head(200, [("Content-Length", "1000")]) + b'{"code": 1000, "data": {"credit": 1}}')
        sent.set()
        return silent(visit)

    async def use(client: AkoolClient) -> None:
        reading = asyncio.create_task(client.credits())
        await asyncio.to_thread(sent.wait, 10)
        for _ in range(50):  # until it has read that much
            await asyncio.sleep(0)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading

    with HostileServer(unending) as server:
        ask(server.url, use)


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
    "a status that nobody knows": (web_page(418), 418, None),
    "too many": (web_page(429), 429, None),
    "a sign-in that the network wants": (web_page(511), 511, None),
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


def test_of_what_the_servers_words_repeat_the_secrets_alone_are_hidden() -> None:
    secrets = {name: f"planted-{name}" for name in ("livekit_token", "agora_token", "trtc_sdk_user_sig")}
    body = {"avatar_id": "dvp_Tristan", "credentials": secrets,
            "voice_params": {"elevenlabs_settings": {"api_key": "planted-api"}}}  # fmt: skip
    with HostileServer(refuse(1003, " ".join(["no dvp_Tristan for", *secrets.values(), "planted-api"]))) as server:
        error = failure(server.url, lambda client: client.create_session(body))
    assert isinstance(error, Refused)
    assert error.msg == "no dvp_Tristan for ••• ••• ••• •••"


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
    assert not any(secret in str(card) for secret in ("pw", "sig=", "login"))


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


# secrets

SPILLS: dict[str, Behaviour] = {
    **{fault: behaviour for fault, (behaviour, reason) in AFTERWARDS.items() if reason is not Reason.TOO_LARGE},
    "an echo": refuse(1003, ECHO),
    "an echo with a fault": answer({"msg": ECHO}, status=500),
    "an echo with a status": answer({"detail": ECHO}, status=422),
    "an echo on the first line": raw(f"HTTP/1.1 200 {KEY} {TOKEN}\r\nX: {KEY}\r\nBad {TOKEN}\r\n\r\n".encode()),
    "an echo for a place": redirect(f"https://me:{KEY}@elsewhere.example/{KEY}?{TOKEN}"),
}


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


def test_short_secrets_do_not_riddle_the_servers_words() -> None:
    async def use(client: AkoolClient) -> object:
        return await client.create_session({"voice_params": {"elevenlabs_settings": {"api_key": "e"}}})

    with HostileServer(refuse(1003, "the parameter is empty")) as server:
        error = failure(server.url, use)
    assert isinstance(error, Refused)
    assert error.msg == "the parameter is empty"

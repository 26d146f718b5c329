"""Akool's endpoints as they go over the wire, and what becomes of their answers."""

import asyncio
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from asking import BODY, KEY, ask, close, create, failure, read
from hostile import (
    Behaviour,
    HostileServer,
    Received,
    Visit,
    answer,
    by_path,
    head,
    ok,
    raw,
    redirect,
    refuse,
    reply,
    silent,
)

from akool_desktop.akool.client import Access, AkoolClient
from akool_desktop.akool.errors import Refused, Unclear
from akool_desktop.akool.faults import Reason
from akool_desktop.akool.models import Language, Session

LOGINS = ("x-api-key", "authorization", "cookie", "proxy-authorization")


def query(request: Received) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(request.path).query).items()}


def logins(request: Received) -> list[tuple[str, str]]:
    return [(name.lower(), value) for name, value in request.headers if name.lower() in LOGINS]


def rows(*ids: int) -> list[dict[str, str]]:
    return [{"_id": f"s{number}", "avatar_id": f"a{number}", "voice_id": f"v{number}"} for number in ids]


# what leaves


def test_creating_sends_the_body_as_it_is() -> None:
    with HostileServer(ok({"_id": "s1"})) as server:
        assert ask(server.url, create) == Session("s1")
    [request] = server.requests
    assert (request.method, request.path) == ("POST", "/api/open/v4/liveAvatar/session/create")
    assert request.json() == BODY
    assert request.header("content-type") == ["application/json"]
    assert request.header("accept-encoding") == ["identity"]


def test_a_key_is_the_only_login() -> None:
    with HostileServer(ok({"credit": 1})) as server:
        ask(server.url, read)
    assert logins(server.requests[0]) == [("x-api-key", KEY)]


def test_a_token_is_the_only_login() -> None:
    with HostileServer(ok({"credit": 1})) as server:
        ask(server.url, read, auth="bearer")
    assert logins(server.requests[0]) == [("authorization", f"Bearer {KEY}")]


def test_practice_needs_no_key() -> None:
    with HostileServer(ok({"credit": 1})) as server:
        ask(server.url, read, secret="")
    assert logins(server.requests[0]) == []


def test_netrc_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc = tmp_path / ".netrc"
    netrc.write_text("machine 127.0.0.1 login someone password else\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HOME", str(tmp_path))
    with HostileServer(ok({"credit": 1})) as server:
        ask(server.url, read)
    assert logins(server.requests[0]) == [("x-api-key", KEY)]


def test_cookies_are_not_kept() -> None:
    async def twice(client: AkoolClient) -> None:
        await client.credits()
        await client.credits()

    with HostileServer(reply(b'{"code": 1000, "data": {"credit": 1}}', headers=[("Set-Cookie", "a=1")])) as server:
        ask(server.url, twice)
    assert [logins(request) for request in server.requests] == [[("x-api-key", KEY)]] * 2


def test_a_gateways_path_stays_in_front() -> None:
    with HostileServer(ok({"credit": 1})) as server:
        ask(f"{server.url}/gateway/", read)
    assert server.requests[0].path == "/gateway/api/open/v3/faceswap/quota/info"


def test_ending_sends_the_id_and_needs_no_data_back() -> None:
    with HostileServer(answer({"code": 1000, "msg": "OK"})) as server:
        ask(server.url, close)
    [request] = server.requests
    assert (request.method, request.path) == ("POST", "/api/open/v4/liveAvatar/session/close")
    assert request.json() == {"id": "s1"}


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(status: int) -> None:
    with HostileServer(ok({"credit": 1})) as other, HostileServer(redirect(f"{other.url}/x?sig=1", status)) as server:
        for use in (read, create, close):
            card = failure(server.url, use).card
            assert "127.0.0.1" in str(card.happened)
            assert "sig=" not in str(card)
        assert (len(server.requests), other.requests) == (3, [])


# what comes back


@pytest.mark.parametrize("code", [1000, "1000"])
@pytest.mark.parametrize("status", [200, 201, 401, 500])
def test_code_1000_is_a_success_whatever_the_status_says(code: object, status: int) -> None:
    with HostileServer(answer({"code": code, "data": {"_id": "s1"}}, status=status)) as server:
        assert ask(server.url, create) == Session("s1")


@pytest.mark.parametrize("data", [None, {}, [], "s1", {"_id": ""}, {"_id": None, "status": 1}])
def test_a_session_without_an_id_may_cost(data: object) -> None:
    with HostileServer(ok(data)) as server:
        error = failure(server.url, create)
    assert isinstance(error, Unclear)
    assert error.reason is Reason.NO_ID


@pytest.mark.parametrize("named", [{}, {"_id": "another"}, {"id": "another"}])
def test_a_detail_is_of_the_id_that_was_asked_for(named: dict[str, str]) -> None:
    with HostileServer(ok({"status": 3, **named})) as server:
        assert ask(server.url, lambda client: client.session("a b/&")) == Session("a b/&", 3)
    assert query(server.requests[0]) == {"id": "a b/&"}


@pytest.mark.parametrize("code", [1216, 1219])
def test_a_session_that_is_gone_is_for_the_caller_to_judge(code: int) -> None:
    with HostileServer(refuse(code)) as server:
        error = failure(server.url, close)
    assert isinstance(error, Refused)
    assert (error.code, error.gone) == (code, True)


@pytest.mark.parametrize(("credit", "balance"), [(38, 38.0), (0, 0.0), (-1.5, -1.5), ("12.5", 12.5)])
def test_the_balance(credit: object, balance: float) -> None:
    with HostileServer(ok({"credit": credit, "more": 1})) as server:
        assert ask(server.url, lambda client: client.credits()) == balance


@pytest.mark.parametrize(
    "data", [None, {}, [], {"credit": None}, {"credit": True}, {"credit": "lots"}, {"credit": "inf"}]
)
def test_a_balance_that_is_not_a_number(data: object) -> None:
    with HostileServer(ok(data)) as server:
        error = failure(server.url, read)
    assert isinstance(error, Unclear)
    assert error.reason is Reason.SHAPE


# lists and their pages


@pytest.mark.parametrize("wrapped", ["result", "data"])
def test_sessions_are_read_from_all_pages(wrapped: str) -> None:
    first, second = rows(*range(100)), rows(*range(100, 130))
    with HostileServer(ok({"count": 130, wrapped: first}), ok({"count": 130, wrapped: second})) as server:
        found = ask(server.url, lambda client: client.sessions(status=2))
    assert [session.id for session in found] == [f"s{number}" for number in range(130)]
    asked = [query(request) for request in server.requests]
    assert asked == [{"status": "2", "page": str(page), "size": "100"} for page in (1, 2)]


def pages(*sizes: int, count: object) -> list[Behaviour]:
    """Pages of so many rows, each with ids of its own, then empty ones."""
    starts = [sum(sizes[:place]) for place in range(len(sizes))]
    full = [rows(*range(start, start + size)) for start, size in zip(starts, sizes, strict=True)]
    return [ok({"count": count, "result": page}) for page in [*full, []]]


@pytest.mark.parametrize(
    ("sizes", "count", "requests"),
    [
        ((3,), 3, 1),
        ((3,), None, 1),
        ((100, 20), None, 2),
        ((100,), 100, 1),
        ((100,), None, 2),
        ((10, 10, 5), 25, 3),  # the server allows ten a page
        ((10, 10), 1000, 3),  # and counts too many
        ((10, 10, 5), "25", 3),
        ((), 0, 1),
    ],
)
def test_paging_ends_with_the_count_or_a_short_page(sizes: tuple[int, ...], count: object, requests: int) -> None:
    with HostileServer(*pages(*sizes, count=count)) as server:
        assert len(ask(server.url, lambda client: client.sessions())) == sum(sizes)
        assert len(server.requests) == requests


def test_a_server_that_repeats_its_page_is_asked_twice() -> None:
    with HostileServer(ok({"count": 5000, "result": rows(*range(100))})) as server:
        assert len(ask(server.url, lambda client: client.sessions())) == 100
        assert len(server.requests) == 2


def test_a_server_without_an_end_is_left_after_a_hundred_pages() -> None:
    def endless(visit: Visit) -> bool:
        page = int(query(visit.request)["page"])
        return ok({"count": 10**9, "result": rows(*range(page * 10, page * 10 + 10))})(visit)

    with HostileServer(endless) as server:
        assert len(ask(server.url, lambda client: client.sessions())) == 1000
        assert len(server.requests) == 100


@pytest.mark.parametrize("data", ["text", 5, {}, {"count": 0}, {"result": "none"}])
def test_a_list_that_is_none_is_not_taken_for_an_empty_one(data: object) -> None:
    with HostileServer(ok(data)) as server:
        error = failure(server.url, lambda client: client.sessions())
    assert isinstance(error, Unclear)
    assert error.reason is Reason.SHAPE


@pytest.mark.parametrize("data", [None, [], {"result": []}, {"result": None, "count": 0}])
def test_an_empty_list(data: object) -> None:
    with HostileServer(ok(data)) as server:
        assert ask(server.url, lambda client: client.sessions()) == []


def test_a_broken_row_is_left_out() -> None:
    with HostileServer(ok({"count": 4, "result": [{"_id": "s1"}, None, {"status": 1}, {"_id": "s2"}]})) as server:
        assert ask(server.url, lambda client: client.sessions()) == [Session("s1"), Session("s2")]


def test_avatars() -> None:
    with HostileServer(ok({"count": 2, "result": rows(1, 2)})) as server:
        avatars = ask(server.url, lambda client: client.avatars())
    assert [avatar.avatar_id for avatar in avatars] == ["a1", "a2"]
    assert urlsplit(server.requests[0].path).path == "/api/open/v4/liveAvatar/avatar/list"


def test_voices_are_the_accounts_clones_and_akools_own() -> None:
    with HostileServer(ok({"count": 1, "result": rows(1)}), ok({"count": 1, "result": rows(2)})) as server:
        voices = ask(server.url, lambda client: client.voices())
    assert [(voice.voice_id, voice.cloned) for voice in voices] == [("v1", True), ("v2", False)]
    assert [query(request)["type"] for request in server.requests] == ["1", "2"]


def test_a_voice_that_both_lists_name_is_one_voice() -> None:
    """A service that ignores the type answers twice the same."""
    with HostileServer(ok({"count": 2, "result": rows(1, 2)})) as server:
        voices = ask(server.url, lambda client: client.voices())
    assert [(voice.voice_id, voice.cloned) for voice in voices] == [("v1", False), ("v2", False)]


def test_languages() -> None:
    with HostileServer(ok({"lang_list": [{"lang_code": "en", "lang_name": "English"}, {}]})) as server:
        assert ask(server.url, lambda client: client.languages()) == [Language("en", "English")]


@pytest.mark.parametrize("data", [rows(1, 2), {"knowledge_list": rows(1, 2)}])
def test_knowledge_bases_come_in_two_shapes(data: object) -> None:
    with HostileServer(ok(data)) as server:
        bases = ask(server.url, lambda client: client.knowledge_bases())
    assert [base.id for base in bases] == ["s1", "s2"]


def test_knowledge_bases_with_all_the_instructions_that_they_may_have() -> None:
    """10,000 letters each (docs.akool.com, Knowledge Base): a hundred of them would be more than one answer may be."""

    def behave(visit: Visit) -> bool:
        asked = query(visit.request)
        first, size = (int(asked["page"]) - 1) * int(asked["size"]), int(asked["size"])
        rows = [{"_id": f"k{number}", "prompt": "讲" * 10_000} for number in range(first, min(first + size, 101))]
        return ok(rows)(visit)

    with HostileServer(behave) as server:
        bases = ask(server.url, lambda client: client.knowledge_bases())
    assert [base.id for base in bases] == [f"k{number}" for number in range(101)]


# many at once, and the window's thread


def test_concurrent_requests_share_one_set_of_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[object] = []
    build = httpx.AsyncClient.__init__

    def counting(self: httpx.AsyncClient, *args: object, **options: object) -> None:
        built.append(self)
        build(self, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(httpx.AsyncClient, "__init__", counting)
    answers = {
        "create": ok({"_id": "s1"}),
        "info": ok({"credit": 2}),
        "list": ok({"count": 1, "result": rows(1)}),
        "close": refuse(1219),
    }

    async def everything(client: AkoolClient) -> list[object]:
        calls = [client.create_session(BODY), client.credits(), client.sessions(), client.close_session("s1")]
        return await asyncio.gather(*calls, *(client.credits() for _ in range(40)), return_exceptions=True)

    with HostileServer(by_path(answers, silent)) as server:
        session, balance, sessions, gone, *balances = ask(server.url, everything)
    assert (session, balance, sessions, balances) == (Session("s1"), 2.0, [Session("s1")], [2.0] * 40)
    assert isinstance(gone, Refused)
    assert len(built) == 1


def test_a_client_can_be_used_again_after_it_was_put_away() -> None:
    async def twice(client: AkoolClient) -> float:
        await client.aclose()
        await client.credits()
        await client.aclose()
        return await client.credits()

    with HostileServer(ok({"credit": 2})) as server:
        assert ask(server.url, twice) == 2


def test_httpx_is_imported_by_the_first_request_and_not_in_the_windows_thread() -> None:
    program = """
import asyncio, sys, threading

class Watch:
    def find_spec(self, name, path=None, target=None):
        if name in ("httpx", "httpcore", "anyio", "anyio._backends._asyncio"):
            print(name, threading.current_thread() is threading.main_thread())

sys.meta_path.insert(0, Watch())
from akool_desktop.akool.client import Access, AkoolClient
from akool_desktop.akool.errors import NotSent
print("imported", "httpx" in sys.modules)
client = AkoolClient(Access("http://127.0.0.1:9", "api_key", "k"))
print("made", "httpx" in sys.modules)
try:
    asyncio.run(client.credits())
except NotSent as error:
    print(error.reason)
"""
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    first, second, *imports, end = result.stdout.splitlines()
    assert (first, second, end) == ("imported False", "made False", "connection refused")
    assert sorted(imports) == ["anyio False", "anyio._backends._asyncio False", "httpcore False", "httpx False"]


def test_the_key_is_not_in_the_representation() -> None:
    assert KEY not in repr(Access("https://akool.example", "api_key", KEY))


@pytest.mark.parametrize(
    "body",
    [
        '{"code": 1000, "msg": "成功", "data": {"_id": "s1"}}'.encode("gbk"),
        '{"code": 1000, "msg": "réussi", "data": {"_id": "s1"}}'.encode("latin-1"),
        '{"code": 1000, "msg": "OK", "data": {"_id": "s1"}}'.encode("utf-16"),
        b'\xef\xbb\xbf{"code": 1000, "msg": "OK", "data": {"_id": "s1"}}',
        b'{"code": 1000, "msg": "first\nsecond\tline", "data": {"_id": "s1"}}',
    ],
    ids=["GBK", "Latin-1", "UTF-16", "byte order mark", "line break"],
)  # fmt: skip
def test_what_was_paid_for_is_known_however_the_answer_is_written(body: bytes) -> None:
    with HostileServer(reply(body)) as server:
        assert ask(server.url, create) == Session("s1")


@pytest.mark.parametrize(
    "announced", [[("Transfer-Encoding", "chunked")], [("Content-Length", "1000")]], ids=["chunked", "length"]
)
@pytest.mark.parametrize("whole", [True, False])
def test_an_answer_that_is_whole_counts_though_the_connection_broke_after_it(
    announced: list[tuple[str, str]], whole: bool
) -> None:
    """Proxies lose the end of an answer, which says nothing; the id that was paid for came before it."""
    body = b'{"code": 1000, "data": {"_id": "s1"}' + b"}" * whole
    chunk = b"%x\r\n%s\r\n" % (len(body), body) if announced[0][1] == "chunked" else body
    with HostileServer(raw(head(200, announced) + chunk)) as server:
        if whole:
            assert ask(server.url, create) == Session("s1")
        else:
            assert isinstance(failure(server.url, create), Unclear)

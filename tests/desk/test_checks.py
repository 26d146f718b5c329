"""The free check: every line against a real service, and against servers that do what they should not."""

import asyncio
import json
import socket
import time
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path
from typing import Any, NoReturn

import jwt
import keyring
import pytest
from hostile import Behaviour, HostileServer, Visit, by_path, drip, ok, redirect, refuse, reply, silent, web_page
from keyring.backend import KeyringBackend
from keyring.backends import fail
from operating import KEY, Operator

from akool_desktop.akool.client import Deadlines
from akool_desktop.desk import checks
from akool_desktop.desk.accounts import PRACTICE
from akool_desktop.desk.check_lines import Line
from akool_desktop.desk.checks import CheckDesk, fine
from akool_desktop.desk.lists import READERS
from akool_desktop.session.fields import Value
from akool_desktop.store.accounts import Account
from akool_desktop.store.entry import Entry, State
from akool_desktop.words import Words

PLANTED = "planted-secret-90ab17"
AVATAR = {"avatar_id": "tristan", "name": "Tristan", "available": True}
VOICE = {
    "voice_id": "clara", "name": "Clara", "locale": "en-GB", "language": "English", "support_stream": True, "status": 3,
}  # fmt: skip
DRAFT: dict[str, Value] = {"avatar_id": "tristan"}
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 100
ELEVENLABS = "voice_params.elevenlabs_settings.api_key"
TOKEN, SERVER = "credentials.livekit_token", "credentials.livekit_url"


def akool(**behaviours: Behaviour) -> HostileServer:
    """A service with one avatar, one voice, one knowledge base, 40 credits and no session, but for what is given."""
    usual = {
        "quota/info": ok({"credit": 40}),
        "avatar/list": ok({"count": 1, "result": [AVATAR]}),
        "voice/list": ok({"count": 1, "result": [VOICE]}),
        "knowledge/list": ok([{"_id": "museum", "name": "Museum"}]),
        "session/list": ok({"count": 0, "result": []}),
    }
    named = {name.replace("_", "/", 1): behaviour for name, behaviour in behaviours.items()}
    return HostileServer(by_path(usual | named, refuse(1003)))


def check(
    url: str, folder: Path, draft: dict[str, Value], *, elevenlabs: str = "", prepare: Callable[[Operator], object] = id
) -> dict[str, Line]:
    """The lines by their names."""
    operator = Operator(url, folder, deadlines=Deadlines(connect=5, create=5, other=5))
    prepare(operator)

    async def run() -> dict[str, Line]:
        desk = CheckDesk(operator.accounts, operator.sessions, elevenlabs)
        try:
            return {line.name: line for line in await desk.check(operator.account, draft)}
        finally:
            await operator.leave()

    return asyncio.run(asyncio.wait_for(run(), 30))


def said(line: Line) -> str:
    return " | ".join(str(words) for words in (line.words, line.detail, line.advice) if words)


@pytest.fixture(autouse=True)
def _names(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test asks the network for a name: example.com's are known, others are not."""
    real = socket.getaddrinfo

    def known(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else str(host)
        if name.endswith(("example.com", "agora.io")):
            return real("127.0.0.1", *args, **kwargs)
        if name[:1].isdigit():
            return real(host, *args, **kwargs)
        raise socket.gaierror(socket.EAI_NONAME, "not known")

    monkeypatch.setattr(socket, "getaddrinfo", known)


def test_all_is_fine(tmp_path: Path) -> None:
    with akool() as server:
        found = check(server.url, tmp_path, DRAFT | {"voice_id": "clara", "language": "en", "knowledge_id": "museum"})
    del found["keyring"], found["clock"]  # of this computer, and of a server without a clock
    assert {name: (line.state, said(line)) for name, line in found.items()} == {
        "key": ("good", "Key accepted | Environment"),
        "credits": (
            "good",
            "40 credits | What will be held is known after the first session of this length.",
        ),
        "sessions": ("good", "No other session is open"),
        "avatar_id": ("good", "Tristan is ready to stream"),
        "voice_id": ("good", "Clara can be streamed | English (en-GB)"),
        "knowledge_id": ("good", "Knowledge base Museum found"),
        "webrtc2-ap-web-1.agora.io": ("good", "Server of Agora found"),
    }
    assert fine(list(found.values()))


def test_practice_is_checked_without_asking_anyone_else(url: str, tmp_path: Path) -> None:
    operator = Operator(url, tmp_path)

    async def run() -> list[Line]:
        draft = {"avatar_id": "dvp_Tristan_cloth2_1080P", "knowledge_id": "practice-museum"}
        try:
            return await CheckDesk(operator.accounts, operator.sessions).check(PRACTICE, draft)
        finally:
            await operator.leave()

    found = asyncio.run(run())
    names = ["key", "credits", "clock", "sessions", "keyring", "avatar_id", "knowledge_id"]
    assert [line.name for line in found] == names
    assert {line.state for line in found if line.name != "keyring"} == {"good"}


def test_nothing_that_costs_is_asked(tmp_path: Path) -> None:
    with akool() as server:
        check(server.url, tmp_path, DRAFT)
        assert {request.method for request in server.requests} == {"GET"}


# the form


def test_what_create_would_refuse_is_red_and_leads_to_its_field(tmp_path: Path) -> None:
    draft: dict[str, Value] = {"room": "own", "stream_type": "livekit", "credentials.livekit_url": "wss://a.example.com"}
    with akool() as server:
        found = check(server.url, tmp_path, draft)
    wrong = {line.go_to: line for line in found.values() if line.state == "problem"}
    assert said(wrong[TOKEN]) == "LiveKit token | LiveKit token is needed."
    assert list(wrong) == ["avatar_id", TOKEN]
    assert not fine(list(found.values()))


def test_what_may_surprise_is_amber(tmp_path: Path) -> None:
    with akool() as server:
        found = check(server.url, tmp_path, DRAFT | {"duration": None})
    (note,) = [line for line in found.values() if line.go_to == "duration"]
    assert (note.state, str(note.detail)[:17]) == ("note", "Length not known:")
    assert fine(list(found.values()))


# the account


@pytest.mark.parametrize(
    ("behaviour", "state", "starts", "go_to"),
    [
        (refuse(1101, "illegal token"), "problem", "The key", "account"),
        (web_page(), "problem", "A web page came back", "account"),
        (ok({"credit": "many"}), "problem", "The answer makes no sense", "account"),
        (redirect("https://elsewhere.example/"), "problem", "The address leads elsewhere", "account"),
    ],
)
def test_a_key_that_is_not_accepted(
    behaviour: Behaviour, state: str, starts: str, go_to: str, tmp_path: Path
) -> None:
    with akool(quota_info=behaviour) as server:
        found = check(server.url, tmp_path, DRAFT)
    assert (found["key"].state, found["key"].go_to) == (state, go_to)
    assert said(found["key"]).startswith(starts)
    assert str(found["credits"].words) == "Credits: not known"
    assert found["avatar_id"].state == "good"


def test_nobody_there_is_red_once_and_the_rest_is_not_known(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    found = check(f"http://127.0.0.1:{port}", tmp_path, DRAFT)
    assert [name for name, line in found.items() if line.state == "problem"] == ["key"]
    assert str(found["key"].words) == "Nobody answers"
    assert str(found["avatar_id"].words) == "Avatar: not known"


def test_an_account_whose_key_is_gone_is_red_and_leads_to_it(tmp_path: Path) -> None:
    with akool() as server:
        operator = Operator(server.url, tmp_path)
        keyless = Account("keyless", "Client account", "plum", "api_key", server.url)

        async def run() -> list[Line]:
            try:
                return await CheckDesk(operator.accounts, operator.sessions).check(keyless, DRAFT)
            finally:
                await operator.leave()

        found = {line.name: line for line in asyncio.run(run())}
    assert (found["key"].state, found["key"].go_to) == ("problem", "account")
    assert said(found["key"]).startswith("No key for Client account")
    assert found["avatar_id"].state == "note"
    assert server.requests == []


def test_no_credits_are_red(tmp_path: Path) -> None:
    with akool(quota_info=ok({"credit": 0})) as server:
        found = check(server.url, tmp_path, DRAFT)
    assert (found["credits"].state, str(found["credits"].words)) == ("problem", "0 credits")


@pytest.mark.parametrize(("credits", "state"), [(60, "good"), (59, "note")])
def test_credits_are_compared_with_what_was_held_the_last_time(credits: int, state: str, tmp_path: Path) -> None:
    def remember(operator: Operator) -> None:
        for length, before, held in ((600, 500.0, 440.0), (300, 440.0, 410.0), (600, None, 1.0)):
            operator.ledger.begin(
                Entry(0, "environment", "Environment", "tristan", "agora", 1.0, State.ENDED, length=length,
                      credits_before=before, credits_held=held)
            )  # fmt: skip

    with akool(quota_info=ok({"credit": credits})) as server:
        found = check(server.url, tmp_path, DRAFT | {"duration": 600}, prepare=remember)
    assert found["credits"].state == state
    assert str(found["credits"].detail) == "60 were held for 10 minutes the last time."


@pytest.mark.parametrize(
    ("offset", "state", "words"),
    [
        (0, "good", "This computer's clock is right"),
        (-245, "note", "This computer's clock is 4 minutes ahead"),
        (605, "note", "This computer's clock is 10 minutes behind"),
    ],
)
def test_the_clock_is_compared_with_the_servers(offset: int, state: str, words: str, tmp_path: Path) -> None:
    body = json.dumps({"code": 1000, "msg": "OK", "data": {"credit": 40}}).encode()

    def dated(visit: Visit) -> bool:
        date = formatdate(time.time() + offset, usegmt=True)
        return reply(body, headers=[("Date", date)])(visit)

    with akool(quota_info=dated) as server:
        found = check(server.url, tmp_path, DRAFT)
    assert (found["clock"].state, str(found["clock"].words)) == (state, words)


@pytest.mark.parametrize("date", ["", "yesterday", "Thu, 99 Foo 2026 99:99:99 GMT", "Mon, 01 Jan 9999 00:00:00 -9999"])
def test_a_server_without_a_clock_says_nothing_against_this_one(date: str, tmp_path: Path) -> None:
    body = json.dumps({"code": 1000, "msg": "OK", "data": {"credit": 40}}).encode()
    with akool(quota_info=reply(body, headers=[("Date", date)])) as server:
        found = check(server.url, tmp_path, DRAFT)
    assert found["key"].state == "good"
    assert found["clock"].state == "note"


@pytest.mark.parametrize(
    ("running", "state", "words"),
    [
        ([], "good", "No other session is open"),
        ([2], "note", "1 session is open"),
        ([1, 2], "note", "2 sessions are open"),
    ],
)
def test_open_sessions_are_counted(running: list[int], state: str, words: str, tmp_path: Path) -> None:
    rows = [{"_id": f"s{status}", "status": status} for status in running]
    with akool(session_list=ok({"count": len(rows), "result": rows})) as server:
        found = check(server.url, tmp_path, DRAFT)
    assert (found["sessions"].state, str(found["sessions"].words)) == (state, words)


class Shelf(KeyringBackend):
    """A keyring that keeps what it is given for a while."""

    __module__ = "keyring.backends.SecretService"
    forgetful = False

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[str, str] = {}

    def get_password(self, _service: str, username: str) -> str | None:
        return self.kept.get(username)

    def set_password(self, _service: str, username: str, password: str) -> None:
        if not self.forgetful:
            self.kept[username] = password

    def delete_password(self, _service: str, username: str) -> None:
        self.kept.pop(username, None)


@pytest.mark.parametrize(
    ("backend", "state", "says"),
    [
        (Shelf, "good", "The keyring works"),
        (fail.Keyring, "note", "The keyring cannot be used | This run only: no keyring found"),
        (type("Null", (Shelf,), {"forgetful": True, "__module__": Shelf.__module__}), "note",
         "The keyring cannot be used | This run only: the keyring does not give back what it is given"),
    ],
)  # fmt: skip
def test_the_keyring_is_tried(
    backend: type[KeyringBackend], state: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = backend()
    monkeypatch.setattr(keyring.core, "_keyring_backend", shelf)
    with akool() as server:
        line = check(server.url, tmp_path, DRAFT)["keyring"]
    assert (line.state, said(line)) == (state, says)
    assert getattr(shelf, "kept", {}) == {}


# what the account's lists say


@pytest.mark.parametrize(
    ("avatar", "state", "starts"),
    [
        (AVATAR | {"available": False}, "problem", "Tristan: Not available now"),
        (AVATAR | {"avatar_id": "other"}, "problem", "Avatar is not in the account's list | tristan"),
        (AVATAR | {"name": ""}, "good", "tristan is ready to stream"),
    ],
)
def test_the_avatar(avatar: dict[str, object], state: str, starts: str, tmp_path: Path) -> None:
    with akool(avatar_list=ok({"count": 1, "result": [avatar]})) as server:
        found = check(server.url, tmp_path, DRAFT)["avatar_id"]
    assert (found.state, found.go_to) == (state, "avatar_id")
    assert said(found).startswith(starts)


@pytest.mark.parametrize(
    ("voice", "state", "starts"),
    [
        (VOICE | {"support_stream": False}, "problem", "Clara: Does not stream"),
        (VOICE | {"status": 2}, "problem", "Clara: Still being made"),
        (VOICE | {"voice_id": "other"}, "problem", "Voice is not in the account's list | clara"),
        (
            VOICE | {"locale": "es-MX"}, "note",
            "Clara can be streamed | It speaks es-MX; the session's language is en-US.",
        ),
        (VOICE | {"locale": ""}, "good", "Clara can be streamed | English"),
        (VOICE | {"locale": "EN_us"}, "good", "Clara can be streamed"),
    ],
)  # fmt: skip
def test_the_voice(voice: dict[str, object], state: str, starts: str, tmp_path: Path) -> None:
    with akool(voice_list=ok({"count": 1, "result": [voice]})) as server:
        found = check(server.url, tmp_path, DRAFT | {"voice_id": "clara", "language": "en-US"})["voice_id"]
    assert found.state == state
    assert said(found).startswith(starts)


def test_what_the_form_says_of_a_voice_stands_in_its_line_and_not_beside_it(tmp_path: Path) -> None:
    with akool(voice_list=ok({"count": 1, "result": [VOICE | {"locale": "es-MX"}]})) as server:
        draft = DRAFT | {"voice_id": "clara", "language": "en", "voice.language": "differs"}
        found = check(server.url, tmp_path, draft)
    assert (found["voice_id"].state, found["voice_id"].go_to) == ("note", "voice_id")
    assert str(found["voice_id"].detail) == "This voice speaks another language than the session."
    assert [name for name, line in found.items() if line.go_to == "voice_id"] == ["voice_id"]


def test_an_elevenlabs_voice_is_not_looked_for_at_akool(tmp_path: Path) -> None:
    with akool() as server:
        draft = DRAFT | {"voice_id": "x", "use_elevenlabs": True, ELEVENLABS: "k"}
        assert "voice_id" not in check(server.url, tmp_path, draft)


def test_a_knowledge_base_that_is_gone(tmp_path: Path) -> None:
    with akool() as server:
        found = check(server.url, tmp_path, DRAFT | {"knowledge_id": "castle"})["knowledge_id"]
    assert (found.state, str(found.detail)) == ("problem", "castle")


@pytest.mark.parametrize("broken", [refuse(1101), web_page(), redirect("https://x.example/"), refuse(1003, status=500)])
def test_a_list_that_cannot_be_read_says_nothing_against_the_session(broken: Behaviour, tmp_path: Path) -> None:
    with akool(avatar_list=broken) as server:
        found = check(server.url, tmp_path, DRAFT)
    assert (found["avatar_id"].state, str(found["avatar_id"].words)) == ("note", "Avatar: not known")
    assert found["key"].state == "good"


# the background


@pytest.mark.parametrize(
    ("behaviour", "state", "words"),
    [
        (reply(PNG, content_type="image/png"), "good", "The link leads to a picture"),
        (reply(b"\0\0\0\x18ftypmp42" + b"\0" * 40, content_type="video/mp4"), "good", "The link leads to a video"),
        (web_page(), "problem", "The link leads to no picture or video"),
        (
            reply(b"", status=404), "problem",
            "The link does not lead to a picture or video that anyone can open",
        ),
        (
            redirect("http://169.254.169.254/latest/meta-data/"), "problem",
            "The link does not lead to a picture or video that anyone can open",
        ),
    ],
)  # fmt: skip
def test_the_background(behaviour: Behaviour, state: str, words: str, tmp_path: Path) -> None:
    with akool() as server, HostileServer(behaviour) as files:
        found = check(server.url, tmp_path, DRAFT | {"background_url": f"{files.url}/beach?token={PLANTED}"})
    assert (found["background_url"].state, str(found["background_url"].words)) == (state, words)
    assert PLANTED not in said(found["background_url"])


# own rooms


def own(seconds: float, **more: Value) -> dict[str, Value]:
    claims = {"sub": "avatar-1", "exp": time.time() + seconds, "video": {"room": "booth-3", "roomJoin": True}}
    return DRAFT | {
        "room": "own", "stream_type": "livekit", "credentials.livekit_url": "wss://booth.example.com", "duration": 600,
        TOKEN: jwt.encode(claims, "s" * 32, "HS256"), **more,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("seconds", "more", "state", "words"),
    [
        (3150, {}, "good", "LiveKit token: Good for 52 minutes | room booth-3 · identity avatar-1 · may publish"),
        (330, {}, "note", "LiveKit token: Good for 5 minutes, shorter than your 10-minute session"),
        (-185, {}, "problem", "LiveKit token: Expired 3 minutes ago"),
        (0, {TOKEN: "booth"}, "problem", "LiveKit token cannot be read | This does not look like a LiveKit token."),
        (
            3150, {"credentials.livekit_room_name": "booth-4"}, "problem",
            "LiveKit token does not fit this session | This token is for room booth-3; LiveKit room says booth-4.",
        ),
    ],
)  # fmt: skip
def test_an_own_rooms_token(seconds: float, more: dict[str, Value], state: str, words: str, tmp_path: Path) -> None:
    with akool() as server:
        found = check(server.url, tmp_path, own(seconds, **more))[TOKEN]
    assert (found.state, found.go_to) == (state, TOKEN)
    assert said(found).startswith(words)


def test_the_operators_own_server_must_be_known_to_the_network(tmp_path: Path) -> None:
    with akool() as server:
        found = check(server.url, tmp_path, own(3125))
        assert said(found[SERVER]) == "booth.example.com found"
        found = check(server.url, tmp_path, own(3125, **{SERVER: "wss://booth.exmaple"}))
    assert (found[SERVER].state, found[SERVER].go_to) == ("problem", SERVER)
    assert str(found[SERVER].detail) == "The network does not know booth.exmaple."


def test_behind_a_proxy_an_unknown_server_is_no_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    with akool() as server:
        found = check(server.url, tmp_path, own(3125, **{SERVER: "wss://booth.exmaple"}))
    assert found[SERVER].state == "note"
    assert said(found[SERVER]).startswith("booth.exmaple could not be looked up")


def test_the_vendors_server_is_needed_to_look_on(tmp_path: Path) -> None:
    with akool() as server:
        found = check(server.url, tmp_path, DRAFT | {"stream_type": "trtc"})
    assert (found["schedule.cloud-rtc.com"].state, found["schedule.cloud-rtc.com"].go_to) == ("note", "")


# ElevenLabs

_MAY_NOT = {"detail": {"status": "missing_permissions"}}
_ALL_USED = {"subscription": {"character_count": 9, "character_limit": 9}}


@pytest.mark.parametrize(
    ("key", "state"), [("sk_" + "0a" * 24, "good"), ("0a" * 16, "good"), ("sk_1", "note"), (KEY, "note")]
)
def test_the_shape_of_an_elevenlabs_key(key: str, state: str, tmp_path: Path) -> None:
    with akool() as server, HostileServer(ok(None)) as elevenlabs:
        draft = DRAFT | {"use_elevenlabs": True, ELEVENLABS: key}
        line = check(server.url, tmp_path, draft, elevenlabs=elevenlabs.url)[ELEVENLABS]
        assert (line.state, line.offers) == (state, "elevenlabs")
        assert elevenlabs.requests == []


@pytest.mark.parametrize(
    ("behaviour", "state", "starts"),
    [
        (reply(b'{"subscription": {"character_count": 10, "character_limit": 10000}}'), "good",
         "ElevenLabs knows this key | 9,990 letters are left there."),
        (reply(json.dumps(_ALL_USED).encode()), "problem", "ElevenLabs knows this key | 0 letters are left there."),
        (reply(b"{}"), "good", "ElevenLabs knows this key"),
        (reply(json.dumps(_MAY_NOT).encode(), status=401), "good", "ElevenLabs knows this key"),
        (reply(b'{"detail": {"status": "invalid_api_key"}}', status=401), "problem", "ElevenLabs does not know"),
        (reply(b"[[", status=401), "problem", "ElevenLabs does not know this key"),
        (reply(b'{"detail": "no"}', status=500), "note", "ElevenLabs did not say: HTTP 500"),
        (redirect("https://elsewhere.example/"), "note", "ElevenLabs did not say: HTTP 302"),
        (web_page(status=503), "note", "ElevenLabs did not say: HTTP 503"),
        (drip(b"{", 0.01), "good", "ElevenLabs knows this key"),
    ],
)  # fmt: skip
def test_elevenlabs_is_asked_when_the_operator_asks(
    behaviour: Behaviour, state: str, starts: str, tmp_path: Path
) -> None:
    with HostileServer(behaviour) as elevenlabs:
        operator = Operator(elevenlabs.url, tmp_path)
        draft: dict[str, Value] = DRAFT | {"use_elevenlabs": True, ELEVENLABS: PLANTED}
        line = Line(ELEVENLABS, Words("ElevenLabs API key"), "good", go_to=ELEVENLABS, offers="elevenlabs")

        async def run() -> Line:
            try:
                return await CheckDesk(operator.accounts, operator.sessions, elevenlabs.url).ask_elevenlabs(line, draft)
            finally:
                await operator.leave()

        found = asyncio.run(run())
        (request,) = elevenlabs.requests
    assert request.header("xi-api-key") == [PLANTED]
    assert (found.state, found.offers) == (state, "")
    assert said(found).startswith(starts)
    assert PLANTED not in repr(found)


# one that hangs


@pytest.mark.parametrize("hanging", ["quota_info", "avatar_list", "voice_list", "knowledge_list", "session_list"])
def test_one_that_never_answers_holds_up_no_other(
    hanging: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "_SECONDS", 1.5)
    shown: list[tuple[float, Line]] = []
    draft = DRAFT | {"voice_id": "clara", "knowledge_id": "museum"}
    with akool(**{hanging: silent}) as server:
        operator = Operator(server.url, tmp_path, deadlines=Deadlines(connect=9, create=9, other=9))

        async def run() -> list[Line]:
            begin = time.monotonic()
            try:
                desk = CheckDesk(operator.accounts, operator.sessions)
                return await desk.check(
                    operator.account, draft, lambda line: shown.append((time.monotonic() - begin, line))
                )
            finally:
                await operator.leave()

        found = asyncio.run(run())
    late = {line.name for at, line in shown if line.state != "running" and at > 1.4}
    assert late == {
        "quota_info": {"key", "credits", "clock"}, "avatar_list": {"avatar_id"}, "voice_list": {"voice_id"},
        "knowledge_list": {"knowledge_id"}, "session_list": {"sessions"},
    }[hanging]  # fmt: skip
    assert "running" not in {line.state for line in found}
    assert all("Nobody answered within 1.5 seconds." in said(line) for line in found if line.name in late)
    assert (not fine(found)) == (hanging == "quota_info")


def test_a_fault_of_this_program_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(_client: object) -> NoReturn:
        raise ZeroDivisionError(PLANTED)

    monkeypatch.setitem(READERS, "avatars", broken)
    with akool() as server:
        found = check(server.url, tmp_path, DRAFT)
    assert said(found["avatar_id"]).startswith(
        "Avatar: not known | An unexpected fault of this program: ZeroDivisionError."
    )
    assert found["key"].state == "good"


def test_a_name_that_is_never_resolved_and_a_link_that_never_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "_SECONDS", 2)

    async def never(*_args: object, **_kwargs: object) -> object:
        return await asyncio.get_running_loop().create_future()

    with akool() as server, HostileServer(silent) as files:
        monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", never)
        found = check(server.url, tmp_path, DRAFT | {"background_url": files.url})
    assert found["webrtc2-ap-web-1.agora.io"].state == "note"
    assert found["background_url"].state in ("note", "problem")
    assert found["avatar_id"].state == "good"


def test_a_line_is_shown_when_it_begins_and_when_it_is_done(tmp_path: Path) -> None:
    shown: list[Line] = []
    with akool() as server:
        operator = Operator(server.url, tmp_path)

        async def run() -> list[Line]:
            try:
                desk = CheckDesk(operator.accounts, operator.sessions)
                return await desk.check(operator.account, DRAFT, shown.append)
            finally:
                await operator.leave()

        found = asyncio.run(run())
    assert {line.name for line in shown[: len(found)]} == {line.name for line in found}
    assert {line.state for line in shown[: len(found)]} == {"running"}
    assert {line.name: line for line in shown} == {line.name: line for line in found}


def test_a_check_that_is_stopped_leaves_nothing_behind(tmp_path: Path) -> None:
    with akool(quota_info=silent) as server:
        operator = Operator(server.url, tmp_path, deadlines=Deadlines(connect=9, create=9, other=9))

        async def run() -> set[asyncio.Task[Any]]:
            desk = CheckDesk(operator.accounts, operator.sessions)
            task = asyncio.ensure_future(desk.check(operator.account, DRAFT))
            await asyncio.to_thread(server.wait_for_requests, 1)
            task.cancel()
            await asyncio.wait([task])
            await operator.leave()
            return asyncio.all_tasks() - {asyncio.current_task()}

        assert asyncio.run(run()) == set()
        assert server.hung_up.wait(5)


def test_no_line_holds_a_secret(tmp_path: Path) -> None:
    secrets: dict[str, Value] = {TOKEN: PLANTED, "use_elevenlabs": True, ELEVENLABS: PLANTED}
    with akool(quota_info=refuse(1101, f"no such key: {KEY}")) as server:
        found = check(server.url, tmp_path, own(60, **secrets))
    assert KEY not in repr(found)
    assert PLANTED not in repr(found)


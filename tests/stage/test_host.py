"""Who gets what from the host: asked by a plain HTTP client, which no browser holds back."""

import logging
import re
import socket

import pytest
from staging import AGORA, LIVEKIT, SECRET, TRTC, Address, Console, session

from akool_desktop.stage.guard import connect_sources, content_policy, hide
from akool_desktop.stage.host import SDKS, StageError
from akool_desktop.stage.session import (
    FirstFrame,
    Picture,
    Quality,
    Refused,
    Said,
    StageSession,
    StateChanged,
    event_from,
    live_settings,
)


@pytest.fixture
def clock() -> list[float]:
    return [1000.0]


@pytest.fixture
def address(console: Console, clock: list[float]) -> Address:
    host, _ = console.host(session(livekit_token=SECRET), clock=lambda: clock[0])
    return Address(console.do(host.open()))


def test_a_ticket_is_long_stands_in_the_fragment_and_is_good_once(address: Address) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/stage\.html#t=[\w-]{43}", address.url)
    status, given = address.redeem(address.ticket)
    assert (status, given["title"], given["credentials"]) == (200, "Tristan", {"livekit_token": SECRET})
    assert given["avatar"] == ""
    assert address.redeem(address.ticket)[0] == 410
    assert address.redeem("x" * 43)[0] == 410


def test_a_ticket_is_good_for_a_minute(address: Address, clock: list[float]) -> None:
    clock[0] += 60
    assert address.redeem(address.ticket)[0] == 410


def test_every_opening_has_its_own_ticket_at_the_same_address(console: Console) -> None:
    host, _ = console.host(session())
    first, second = (Address(console.do(host.open())) for _ in range(2))
    assert first.origin == second.origin
    assert first.ticket != second.ticket
    assert second.redeem(second.ticket)[0] == 200


def refused(netloc: str) -> list[tuple[str, dict[str, str], int]]:
    port = netloc.split(":")[1]
    return [
        ("another name", {"Host": f"localhost:{port}"}, 421),
        ("a rebound name", {"Host": f"stage.example.com:{port}"}, 421),
        ("no port", {"Host": "127.0.0.1"}, 421),
        ("another page", {"Origin": "https://example.com"}, 403),
        ("another port's page", {"Origin": "http://127.0.0.1:9"}, 403),
        ("no page at all", {"Origin": ""}, 403),
        ("an opaque page", {"Origin": "null"}, 403),
        ("the browser says another site", {"Sec_Fetch_Site": "cross-site"}, 403),
        ("the browser says another port", {"Sec_Fetch_Site": "same-site"}, 403),
        ("typed by hand", {"Sec_Fetch_Site": "none"}, 403),
        ("a form", {"Content_Type": "text/plain"}, 403),
    ]


def test_what_is_not_the_page_gets_nothing_and_burns_no_ticket(address: Address) -> None:
    for why, headers, status in refused(address.netloc):
        assert (why, address.redeem(address.ticket, **headers)) == (why, (status, None))
    own = {"Origin": address.origin, "Content_Type": "application/json"}
    assert address.ask("POST", "/api/redeem", {"ticket": address.ticket}, **own).status == 403  # no header of ours
    assert address.redeem(address.ticket)[0] == 200


@pytest.mark.parametrize("body", [None, [], "x", {"ticket": 7}, {"ticket": None}, {"ticket": "ä" * 43}])
def test_odd_bodies_are_refused(address: Address, body: object) -> None:
    own = {"Origin": address.origin, "Content_Type": "application/json", "X_Stage": "1"}
    assert address.ask("POST", "/api/redeem", body, **own).status in {410, 500}
    assert address.ask("POST", "/api/redeem", {"ticket": "x" * 5000}, **own).status == 413


UPGRADE = {
    "Connection": "Upgrade", "Upgrade": "websocket", "Sec_WebSocket_Version": "13",
    "Sec_WebSocket_Key": "AAAAAAAAAAAAAAAAAAAAAA==",
}  # fmt: skip


def test_the_pages_line_needs_its_token_once_and_its_origin(address: Address) -> None:
    token = address.redeem(address.ticket)[1]["socket"]
    good = UPGRADE | {"Origin": address.origin, "Sec_WebSocket_Protocol": f"akool-stage, {token}"}
    for wrong in (
        {"Origin": "http://127.0.0.1:9"},
        {"Origin": ""},
        {"Host": "localhost"},
        {"Sec_WebSocket_Protocol": "akool-stage"},
        {"Sec_WebSocket_Protocol": f"akool-stage, {'x' * 43}"},
        {"Sec_WebSocket_Protocol": f"other, {token}"},
    ):
        assert address.ask("GET", "/api/page", **good | wrong).status in {403, 421}
    assert address.ask("GET", "/api/page", **good).status == 101
    assert address.ask("GET", "/api/page", **good).status == 403


def test_every_answer_is_dressed(address: Address) -> None:
    for path, status in (("/stage.html", 200), ("/stage.js", 200), ("/nothing.js", 404)):
        answer = address.ask("GET", path)
        headers = {name.lower(): value for name, value in answer.getheaders()}
        assert answer.status == status
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "camera=()" in headers["permissions-policy"]
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert "set-cookie" not in headers
        assert "aiohttp" not in headers["server"].lower()
    assert address.ask("GET", "/stage.html", Host="localhost").getheader("Cache-Control") == "no-store"


@pytest.mark.parametrize("path", ["/", "/../pyproject.toml", "/%2e%2e/%2e%2e/pyproject.toml", "/..%2fstyle/style.qss",
                                  "//etc/passwd", "/sdk", "/api", "/api/redeem"])  # fmt: skip
def test_only_the_pages_own_files_are_served(address: Address, path: str) -> None:
    assert address.ask("GET", path).status in {404, 405}


def test_a_port_that_is_taken_costs_the_link_its_place_and_not_the_stage(console: Console) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        host, _ = console.host(session(), port=port)
        assert Address(console.do(host.open())).netloc != f"127.0.0.1:{port}"
        assert host.taken == port


def test_the_port_is_given_back_with_the_session(console: Console) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    host, _ = console.host(session(), port=port)
    assert Address(console.do(host.open())).netloc == f"127.0.0.1:{port}"
    assert host.taken == 0
    console.do(host.close(ended=True))
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))
    console.do(host.close(ended=True))


def test_what_is_closed_opens_no_port_again(console: Console) -> None:
    """Whoever pressed Open while the session ended would leave one behind that nobody closes."""
    host, _ = console.host(session())
    console.do(host.open())
    console.do(host.close(ended=True))
    for late in (host.open(), host.program_url()):
        with pytest.raises(StageError, match="over"):
            console.do(late)


def test_nobody_to_talk_to_is_a_sentence(console: Console) -> None:
    host, _ = console.host(session())
    for open_it in (False, True):
        if open_it:
            console.do(host.open())
        for order in (host.say("Hello"), host.interrupt(), host.leave()):
            with pytest.raises(StageError, match="Open it first"):
                console.do(order)
    assert not host.page_open


def test_no_secret_in_a_log_or_a_repr(console: Console, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    host, _ = console.host(session("practice", livekit_token=SECRET))
    address = Address(console.do(host.open()))
    token = address.redeem(address.ticket)[1]["socket"]
    address.redeem(address.ticket)
    own = {"Origin": address.origin, "Content_Type": "application/json", "X_Stage": "1"}
    address.ask("POST", "/api/redeem", [SECRET], **own)
    address.ask("GET", "/api/page", **UPGRADE, Origin=address.origin, Sec_WebSocket_Protocol=f"akool-stage, {token}")
    console.do(host.close(ended=True))
    said = caplog.text + repr(session(livekit_token=SECRET))
    for secret in (SECRET, token, address.ticket, "#t="):
        assert secret not in said


@pytest.mark.parametrize(
    ("stream_type", "credentials", "expected"),
    [
        ("practice", {}, set()),
        ("livekit", {"livekit_url": "wss://lk.example.com"}, {"wss://lk.example.com", "https://lk.example.com"}),
        ("livekit", {"livekit_url": "ws://127.0.0.1:7880/x"}, {"ws://127.0.0.1:7880", "http://127.0.0.1:7880"}),
        ("livekit", {"livekit_url": "wss://a.com; script-src *"}, set()),
        ("livekit", {"livekit_url": "wss://a.com *"}, set()),
        ("livekit", {"livekit_url": "wss://[a.com"}, set()),
        ("livekit", {"livekit_url": "javascript:alert(1)"}, set()),
        ("livekit", {}, set()),
        ("livekit", LIVEKIT, {"wss://stage.example.livekit.cloud", "https://stage.example.livekit.cloud",
                              "wss://*.livekit.cloud", "https://*.livekit.cloud"}),
    ],
)  # fmt: skip
def test_a_page_may_call_its_provider_and_nobody_else(
    stream_type: str, credentials: dict[str, object], expected: set[str]
) -> None:
    assert set(connect_sources(stream_type, credentials)) == expected


def test_a_providers_servers_are_in_the_policy() -> None:
    agora, trtc = (content_policy("http://127.0.0.1:1", connect_sources(kind, c)) for kind, c in
                   (("agora", AGORA), ("trtc", TRTC)))  # fmt: skip
    assert "https://*.agora.io:*" in agora
    assert "wss://*.edge.sd-rtn.com:*" in agora
    assert "https://*.cloud-rtc.com:*" in trtc
    assert "agora" not in trtc
    assert "connect-src 'self' ws://127.0.0.1:1 " in trtc


def test_words_are_hidden_in_any_sentence() -> None:
    hidden = hide(f"Failed: wss://lk.example.com/rtc?access_token={SECRET}&v=1, then {SECRET}", [SECRET])
    assert hidden == "Failed: wss://lk.example.com/rtc?… then …"


BODY = {
    "avatar_id": "a", "language": "de", "mode_type": 1, "background_url": "https://x/y.png", "voice_id": "v",
    "voice_url": "https://x/v", "knowledge_id": "k", "voice_params": {"speed": 1.1, "pron_map": {"a": "b"}},
}  # fmt: skip


def test_what_may_change_in_a_session_is_named_as_the_channel_names_it() -> None:
    voice = {"vid": "v", "vurl": "https://x/v", "speed": 1.1}
    assert live_settings(BODY) == {"lang": "de", "mode": 1, "bgurl": "https://x/y.png", "vparams": voice}
    assert live_settings({}) == {}
    assert live_settings(BODY | {"scene_mode": "fast_dialogue"}).keys() == {"lang", "mode", "bgurl"}


def test_a_voice_of_elevenlabs_and_its_key_stay_out() -> None:
    theirs = {"speed": 0.9, "elevenlabs_settings": {"api_key": SECRET}}
    settings = live_settings(BODY | {"voice_params": theirs})
    assert settings["vparams"] == {"speed": 0.9}
    assert SECRET not in str(settings)


@pytest.mark.parametrize(
    ("said", "event"),
    [
        ({"is": "state", "state": "live", "sentence": "On."}, StateChanged("live", "On.")),
        ({"is": "said", "from": "bot", "mid": "m", "text": "Hi", "final": True}, Said("bot", "m", "Hi", True)),
        (
            {"is": "said", "from": "user", "mid": "m", "text": "Hi", "final": True, "sent": False},
            Said("user", "m", "Hi", True, sent=False),
        ),
        ({"is": "refused", "sentence": "No."}, Refused("No.")),
        ({"is": "refused"}, None),
        ({"is": "first-frame", "ms": 410}, FirstFrame(410)),
        ({"is": "picture", "codec": "VP8", "width": 640, "height": 360}, Picture("VP8", 640, 360)),
        ({"is": "quality", "word": "poor"}, Quality("poor")),
        ({"is": "state", "state": "made up", "sentence": "On."}, None),
        ({"is": "state", "state": "live"}, None),
        ({"is": "said", "from": "root", "mid": "m", "text": "Hi", "final": True}, None),
        ({"is": "first-frame", "ms": -1}, None),
        ({"is": "quality", "word": "<b>"}, None),
        ([], None), (None, None), ("state", None), ({}, None),
    ],
)  # fmt: skip
def test_what_the_page_reports_is_checked(said: object, event: object) -> None:
    assert event_from(said) == event


def test_fast_dialogue_is_read_from_the_request() -> None:
    assert StageSession("T", "agora", {}, {"scene_mode": "fast_dialogue"}).fast_dialogue
    assert not StageSession("T", "agora", {}, {}).fast_dialogue


def test_missing_sdks_are_a_sentence_with_the_command(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SDKS, "livekit", "not-there.js")
    host, _ = console.host(session("livekit"))
    with pytest.raises(StageError, match=r"Run: python3 packaging/stage_sdks\.py"):
        console.do(host.open())


def test_fast_dialogue_takes_no_text(console: Console) -> None:
    host, _ = console.host(session(body={"scene_mode": "fast_dialogue"}))
    with pytest.raises(StageError, match="voice only"):
        console.do(host.say("Hello"))

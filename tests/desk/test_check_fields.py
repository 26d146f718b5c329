"""The free check of what stands in the fields: lists, links, rooms, tokens, keys of others."""

import asyncio
import json
from pathlib import Path

import pytest
from checking import AVATAR, DRAFT, ELEVENLABS, PLANTED, PNG, SERVER, TOKEN, VOICE, akool, check, own, said
from hostile import Behaviour, HostileServer, drip, ok, redirect, refuse, reply, web_page
from operating import KEY, Operator

from akool_desktop.desk.check_lines import Line
from akool_desktop.desk.checks import CheckDesk
from akool_desktop.session.fields import Value
from akool_desktop.words import Words

pytestmark = pytest.mark.usefixtures("known_names")


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
    ("key", "state", "offers"),
    [("sk_" + "0a" * 24, "good", "elevenlabs"), ("0a" * 16, "good", "elevenlabs"), ("sk_1", "note", "elevenlabs"),
     (KEY, "note", "elevenlabs"), ("sk_ключ", "note", "")],
)  # fmt: skip
def test_the_shape_of_an_elevenlabs_key(key: str, state: str, offers: str, tmp_path: Path) -> None:
    """Of one that cannot be sent, nobody can be asked."""
    with akool() as server, HostileServer(ok(None)) as elevenlabs:
        draft = DRAFT | {"use_elevenlabs": True, ELEVENLABS: key}
        line = check(server.url, tmp_path, draft, elevenlabs=elevenlabs.url)[ELEVENLABS]
        assert (line.state, line.offers) == (state, offers)
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

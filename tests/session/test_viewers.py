"""What lets people into Akool's room: as JSON, as .env, as a link, and for how long it is good."""

import json
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest

from akool_desktop.session import viewers
from akool_desktop.session.viewers import Credentials

NOW = 1_800_000_000


def livekit(**claims: object) -> dict[str, str | int]:
    token = jwt.encode({"video": {"room": "r", "roomJoin": True}, **claims}, "k" * 32)
    return {"livekit_url": "wss://a.livekit.cloud", "livekit_token": token, "livekit_room_name": "r"}


def test_as_json_it_is_what_the_command_prints() -> None:
    found = livekit()
    assert json.loads(viewers.as_json("id-1", "livekit", found)) == {
        "id": "id-1", "stream_type": "livekit", "credentials": found,
    }  # fmt: skip


def test_as_env_it_has_one_name_for_each() -> None:
    found: Credentials = {"agora_uid": 7, "agora_channel": "hall 3", "agora_token": "007ab+/="}
    assert viewers.as_env("id-1", "agora", found) == (
        "AKOOL_SESSION_ID=id-1\nAKOOL_STREAM_TYPE=agora\nAGORA_UID=7\nAGORA_CHANNEL='hall 3'\nAGORA_TOKEN='007ab+/='\n"
    )


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (livekit(exp=NOW + 3000), "The token is good for 50 minutes."),
        (livekit(exp=NOW + 20), "The token is good for less than a minute."),
        (livekit(exp=NOW - 180), "The token expired 3 minutes ago: nobody can join with it."),
        (livekit(), "The token is good without a limit."),
        ({"livekit_token": "x"}, "How long the token is good cannot be read from it."),
        ({}, "How long the token is good cannot be read from it."),
    ],
)
def test_for_how_long_it_is_good(found: Credentials, said: str) -> None:
    assert str(viewers.good_for(found, NOW)) == said


def test_the_link_carries_server_and_token_whole() -> None:
    found = livekit()
    link = urlsplit(viewers.meet_link(found))
    assert link.hostname == "meet.livekit.io"
    assert parse_qs(link.query) == {"liveKitUrl": [found["livekit_url"]], "token": [found["livekit_token"]]}


@pytest.mark.parametrize("found", [{}, {"agora_token": "x"}, {"livekit_url": "wss://a"}, {"livekit_token": "x"}])
def test_without_both_there_is_no_link(found: Credentials) -> None:
    assert viewers.meet_link(found) == ""


@pytest.mark.parametrize(
    ("name", "secret", "said"),
    [
        ("agora_token", True, "Agora token"),
        ("trtc_sdk_user_sig", True, "TRTC UserSig"),
        ("livekit_url", False, "LiveKit server URL"),
        ("new_token", True, "new_token"),
        ("new_name", False, "new_name"),
    ],
)
def test_what_is_what(name: str, secret: bool, said: str) -> None:
    assert viewers.is_secret(name) == secret
    assert str(viewers.label(name)) == said

"""A session's room, handed on; and a viewer's pass for a room of one's own."""

import json
import time

import jwt
import pytest
from agora_token_builder import RtcTokenBuilder
from TLSSigAPIv2 import TLSSigAPIv2

from akool_desktop.session import room

APP, CERTIFICATE = "0123456789abcdef" * 2, "fedcba9876543210" * 2
NOW = time.time()
LIVEKIT = {"livekit_url": "wss://rooms.example.com", "livekit_room_name": "booth", "livekit_server_identity": "avatar"}
AGORA = {"agora_app_id": APP, "agora_channel": "hall", "agora_uid": 100}
TRTC = {"trtc_sdk_app_id": 1400000001, "trtc_sdk_room_id": "hall", "trtc_sdk_user_id": "avatar"}
ROOMS: dict[str, room.Credentials] = {"livekit": LIVEKIT, "agora": AGORA, "trtc": TRTC}


def livekit(who: str = "viewer", where: str = "booth", seconds: float = 600, **grant: bool) -> str:
    claims = {"sub": who, "exp": NOW + seconds, "video": {"room": where, "roomJoin": True, **grant}}
    return jwt.encode(claims, "s" * 32, "HS256")


def agora(uid: int = 7, channel: str = "hall", seconds: int = 600) -> str:
    return str(RtcTokenBuilder.buildTokenWithUid(APP, CERTIFICATE, channel, uid, 2, int(NOW) + seconds))


def trtc(user: str = "viewer", app: int = 1400000001) -> str:
    return str(TLSSigAPIv2(app, "key").gen_sig(user, 600))


def test_the_room_as_json_and_as_env() -> None:
    credentials = {"livekit_url": "wss://a.example.com", "livekit_token": "t0ken"}
    assert json.loads(room.as_json("s1", "livekit", credentials)) == {
        "session_id": "s1", "stream_type": "livekit", "credentials": credentials,
    }  # fmt: skip
    assert room.as_env("s1", "livekit", credentials) == (
        "AKOOL_SESSION_ID=s1\nAKOOL_STREAM_TYPE=livekit\nLIVEKIT_URL=wss://a.example.com\nLIVEKIT_TOKEN=t0ken\n"
    )


def test_what_it_holds_and_for_how_long() -> None:
    credentials = {"livekit_url": "wss://a.example.com", "livekit_token": livekit(seconds=52.5 * 60)}
    assert str(room.holds(credentials)) == "Holds LiveKit server URL, LiveKit token."
    assert str(room.good_for("livekit", credentials, NOW)) == "Its token is good for another 52 minutes."
    assert "expired 3 minutes ago" in str(room.good_for("livekit", credentials, NOW + 56 * 60))
    assert "cannot be read" in str(room.good_for("agora", {"agora_token": "practice"}, NOW))
    assert "another 9 minutes" in str(room.good_for("trtc", {"trtc_sdk_user_sig": trtc()}, time.time() + 30))


def test_the_meet_link_carries_address_and_token_and_nothing_is_made_of_half() -> None:
    link = room.meet_link({"livekit_url": "wss://a.example.com/x", "livekit_token": "t+k"})
    assert link == "https://meet.livekit.io/custom?liveKitUrl=wss%3A%2F%2Fa.example.com%2Fx&token=t%2Bk"
    assert room.meet_link({"livekit_url": "wss://a.example.com"}) == ""


def test_only_what_the_request_did_not_say_is_asked_for() -> None:
    assert room.asked("livekit", LIVEKIT) == ("livekit_token",)
    assert room.asked("agora", {"agora_channel": "h"}) == ("agora_app_id", "agora_uid", "agora_token")
    assert room.asked("trtc", TRTC) == ("trtc_sdk_user_id", "trtc_sdk_user_sig")


def test_a_viewers_pass_joins_as_akools_own_would() -> None:
    token = livekit()
    assert room.viewers_pass("livekit", LIVEKIT, {"livekit_token": f'"{token[:30]}\n{token[30:]}",'}, "", NOW) == {
        "livekit_url": "wss://rooms.example.com", "livekit_token": token,
    }  # fmt: skip
    token = agora()
    assert room.viewers_pass("agora", AGORA, {"agora_uid": "7", "agora_token": token}, "", NOW) == {
        "agora_app_id": APP, "agora_channel": "hall", "agora_uid": 7, "agora_token": token,
    }  # fmt: skip
    token = trtc()
    typed = {"trtc_sdk_user_id": "viewer", "trtc_sdk_user_sig": token}
    assert room.viewers_pass("trtc", TRTC, typed, "", NOW) == {
        **TRTC, "trtc_sdk_user_id": "viewer", "trtc_sdk_user_sig": token,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("stream_type", "typed", "said"),
    [
        ("livekit", {}, "Fill in LiveKit token."),
        ("livekit", {"livekit_token": "nonsense"}, "does not look like a LiveKit token"),
        ("livekit", {"livekit_token": livekit("avatar")}, "the avatar's own pass"),
        ("livekit", {"livekit_token": livekit(where="other")}, "another LiveKit room than booth"),
        ("livekit", {"livekit_token": livekit(seconds=-120)}, "expired 2 minutes ago"),
        ("livekit", {"livekit_token": livekit(roomJoin=False)}, "does not let anybody join"),
        ("agora", {"agora_uid": "100", "agora_token": agora(100)}, "the avatar's own pass"),
        ("agora", {"agora_uid": "x", "agora_token": agora()}, "Agora UID is a whole number"),
        ("agora", {"agora_uid": "8", "agora_token": agora(7)}, "another Agora UID than 8"),
        ("agora", {"agora_uid": "0", "agora_token": agora(100)}, "another Agora UID than 0"),
        ("agora", {"agora_uid": "7", "agora_token": agora(7, "other")}, "another Agora channel than hall"),
        ("trtc", {"trtc_sdk_user_id": "avatar", "trtc_sdk_user_sig": trtc("avatar")}, "the avatar's own pass"),
        ("trtc", {"trtc_sdk_user_id": "viewer", "trtc_sdk_user_sig": trtc(app=9)}, "another TRTC SDKAppID than 1400"),
    ],
)
def test_a_pass_that_would_not_do_is_refused_with_the_reason(
    stream_type: str, typed: dict[str, str], said: str
) -> None:
    known = ROOMS[stream_type]
    with pytest.raises(room.PassError) as refused:
        room.viewers_pass(stream_type, known, typed, "", NOW)
    assert said in str(refused.value.words)
    assert not [text for text in typed.values() if len(text) > 20 and text in repr(refused.value)]


def test_an_avatar_that_only_its_token_names_is_known_all_the_same() -> None:
    said = {"livekit_url": "wss://rooms.example.com"}
    avatar = room.identity("livekit", {"livekit_token": livekit("avatar")})
    with pytest.raises(room.PassError, match="own pass"):
        room.viewers_pass("livekit", said, {"livekit_token": livekit("avatar")}, avatar, NOW)


@pytest.mark.parametrize(
    ("stream_type", "known", "avatar"),
    [
        ("livekit", {"livekit_server_identity": "typed, and perhaps wrong"}, "avatar-1"),
        ("agora", {"agora_uid": 77}, "77"),
        ("agora", {"agora_uid": 0}, ""),  # the server chooses one
        ("trtc", {"trtc_sdk_user_id": "tristan"}, "tristan"),
        ("trtc", {}, ""),
    ],
)
def test_who_the_avatar_is_in_an_own_room(stream_type: str, known: dict[str, object], avatar: str) -> None:
    assert room.avatar_in(stream_type, known, "avatar-1" if stream_type == "livekit" else "") == avatar

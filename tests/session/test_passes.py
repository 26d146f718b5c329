"""Tokens in the form: how long they are good, and where they contradict what stands beside them."""

from itertools import pairwise
from typing import Any

import jwt
import pytest
from agora_token_builder import RtcTokenBuilder
from hypothesis import given
from hypothesis import strategies as st
from TLSSigAPIv2 import TLSSigAPIv2

from akool_desktop.session import passes, rules
from akool_desktop.session.fields import BY_KEY, FIELDS, Value

NOW = 1_795_640_000.5
TOKEN, SIG, AGORA = "credentials.livekit_token", "credentials.trtc_sdk_user_sig", "credentials.agora_token"
APP_ID = "970CA35de60c44645bbae8a215061b33"
Draft = dict[str, Value]


def livekit(seconds: float = 3120.0, *, starts: float = 0.0, **grant: bool) -> str:
    """Good for so many seconds from now."""
    claims: dict[str, object] = {"sub": "avatar-1", "exp": NOW + seconds, "nbf": NOW + starts}
    claims["video"] = {"room": "booth-3", "roomJoin": True} | grant
    return jwt.encode(claims, "s" * 32, "HS256")


def own_livekit(token: str, **more: Value) -> Draft:
    return {"room": "own", "stream_type": "livekit", TOKEN: token, "duration": 600, **more}


def own_agora(token: str, **more: Value) -> Draft:
    named = {f"credentials.agora_{name}": held for name, held in more.items()}
    return {"room": "own", "stream_type": "agora", AGORA: token, **named}


def clock(draft: Draft, key: str = TOKEN, *, coarse: bool = False) -> passes.TokenClock:
    found = passes.clock(draft, key, NOW, coarse=coarse)
    assert found
    return found


def doubts(draft: Draft, key: str) -> list[str]:
    return [str(doubt.words) for doubt in passes.doubts(draft, key)]


@pytest.mark.parametrize(
    ("seconds", "length", "state", "words"),
    [
        (3120.5, 600, "good", "Good for 52 minutes"),
        (3120.5, 3120, "good", "Good for 52 minutes"),
        (3120.5, 3600, "short", "Good for 52 minutes, shorter than your 60-minute session"),
        (48.5, 90, "short", "Good for 48 seconds, shorter than your 1:30-minute session"),
        (1.5, 45, "short", "Good for 1 second, shorter than your 45-second session"),
        (3120.5, None, "good", "Good for 52 minutes"),
        (3120.5, "an hour", "good", "Good for 52 minutes"),
        (7200.5, 600, "good", "Good for 2 hours"),
        (86400 * 180.0, 600, "good", "Good for 179 days"),
        (0.5, 600, "short", "Good for 0 seconds, shorter than your 10-minute session"),
        (-0.5, 600, "over", "Expired 0 seconds ago"),
        (-180.5, 600, "over", "Expired 3 minutes ago"),
        (-70, 600, "over", "Expired 1 minute ago"),
    ],
)
def test_a_clock_says_how_long_the_token_is_good(seconds: float, length: Value, state: str, words: str) -> None:
    found = clock(own_livekit(livekit(seconds), duration=length))
    assert (found.state, str(found.words)) == (state, words)


def test_a_token_without_an_end_is_good() -> None:
    endless = jwt.encode({"video": {"roomJoin": True}}, "s" * 32, "HS256")
    assert str(clock(own_livekit(endless)).words) == "Good without a limit"


def test_a_token_from_a_clock_that_is_a_little_ahead_is_good() -> None:
    assert clock(own_livekit(livekit(starts=59))).state == "good"
    early = clock(own_livekit(livekit(starts=300)))
    assert (early.state, str(early.words)) == ("early", "Not good for another 4 minutes")


def test_what_is_over_says_what_follows_and_what_it_was_for() -> None:
    found = clock(own_livekit(livekit(-180.5)))
    assert str(found.follows) == "The avatar could not join. Paste a new one."
    assert [*map(str, found.facts)] == ["room booth-3", "identity avatar-1", "may publish", "may send data"]


def test_what_cannot_be_read_is_said() -> None:
    assert str(clock(own_livekit("booth-3")).words) == "This does not look like a LiveKit token."
    assert clock(own_livekit("booth-3")).state == "unreadable"


@pytest.mark.parametrize("draft", [own_livekit(""), own_livekit(livekit(), stream_type="agora"), {TOKEN: livekit()}])
def test_a_token_that_is_not_there_or_not_sent_has_no_clock(draft: Draft) -> None:
    assert passes.clock(draft, TOKEN, NOW) is None
    assert passes.doubts(draft, TOKEN) == []
    assert passes.notes(draft, NOW) == []


def test_a_field_that_holds_no_token_has_no_clock() -> None:
    assert passes.clock({"avatar_id": livekit()}, "avatar_id", NOW) is None


def test_invisible_letters_from_copying_do_no_harm() -> None:
    assert clock(own_livekit(f" \u200b{livekit()}\n")).state == "good"


# contradictions


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, []),
        ({"credentials.livekit_room_name": "booth-3", "credentials.livekit_server_identity": "avatar-1"}, []),
        (
            {"credentials.livekit_room_name": "booth-4"},
            ["This token is for room booth-3; LiveKit room says booth-4."],
        ),
        (
            {"credentials.livekit_server_identity": "avatar-2"},
            ["This token is for identity avatar-1; LiveKit server identity says avatar-2."],
        ),
        ({"credentials.livekit_client_identity": "viewer"}, []),
    ],
)
def test_livekit_against_the_fields_beside_it(typed: Draft, said: list[str]) -> None:
    assert doubts(own_livekit(livekit(), **typed), TOKEN) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"app_id": APP_ID, "channel": "booth-3", "uid": 100}, []),
        ({"app_id": "a" * 32}, [f"This token is for app ID {APP_ID}; Agora App ID says {'a' * 32}."]),
        ({"channel": "booth-4"}, ["This token is for another channel than Agora channel says."]),
        ({"uid": 0}, ["This token is for another UID than Agora UID says."]),
    ],
)
def test_agora_against_the_fields_beside_it(typed: Draft, said: list[str]) -> None:
    made = RtcTokenBuilder.buildTokenWithUid(APP_ID, "b" * 32, "booth-3", 100, 1, int(NOW) + 60)
    assert doubts(own_agora(made, **typed), AGORA) == said


def test_trtc_against_the_fields_beside_it() -> None:
    draft: Draft = {"room": "own", "stream_type": "trtc", SIG: TLSSigAPIv2(1400000000, "k").gen_sig("avatar", 60)}
    assert doubts(draft, SIG) == []
    right = draft | {"credentials.trtc_sdk_app_id": 1400000000, "credentials.trtc_sdk_user_id": "avatar"}
    assert doubts(right, SIG) == []
    assert doubts(right | {"credentials.trtc_sdk_app_id": 14, "credentials.trtc_sdk_user_id": "me"}, SIG) == [
        "This token is for app ID 1400000000; TRTC SDKAppID says 14.",
        "This token is for user avatar; TRTC user says me.",
    ]


@pytest.mark.parametrize(
    ("grant", "starts", "certain"),
    [
        ({"roomJoin": False}, "This token does not let the avatar join.", True),
        ({"canPublish": False}, "This token does not allow publishing", True),
        ({"canPublishData": False}, "This token does not allow sending data", False),
    ],
)
def test_a_token_that_allows_too_little(grant: dict[str, Any], starts: str, certain: bool) -> None:
    (doubt,) = passes.doubts(own_livekit(livekit(**grant)), TOKEN)
    assert str(doubt.words).startswith(starts)
    assert doubt.certain is certain


def test_an_agora_token_for_listeners_is_no_certain_fault() -> None:
    made = RtcTokenBuilder.buildTokenWithUid(APP_ID, "b" * 32, "booth-3", 100, 2, int(NOW) + 60)
    (doubt,) = passes.doubts(own_agora(made), AGORA)
    assert "joining alone" in str(doubt.words)
    assert not doubt.certain


# notes


def test_a_good_token_is_no_note() -> None:
    assert passes.notes(own_livekit(livekit()), NOW) == []


@pytest.mark.parametrize(
    ("token", "words"),
    [
        (livekit(-185), "Expired 3 minutes ago. A warning only: you may still create."),
        (livekit(-5), "Expired less than a minute ago. A warning only: you may still create."),
        (livekit(starts=930), "Not good for another 15 minutes. A warning only: you may still create."),
        ("booth-3", "This does not look like a LiveKit token."),
        (livekit(roomJoin=False), "This token does not let the avatar join."),
    ],
)
def test_what_may_surprise_is_a_note_and_no_problem(token: str, words: str) -> None:
    draft = own_livekit(token, **{"avatar_id": "a", "credentials.livekit_url": "wss://booth.example"})
    assert [(note.key, str(note.words)) for note in passes.notes(draft, NOW)] == [(TOKEN, words)]
    assert rules.problems(draft) == []


def test_a_note_changes_once_a_minute_at_most() -> None:
    draft = own_livekit(livekit(-5))
    said = [tuple(str(note.words) for note in passes.notes(draft, NOW + second)) for second in range(180)]
    assert sum(one != other for one, other in pairwise(said)) <= 3


# the table


def test_every_own_rooms_secret_is_a_token_and_compared_with_its_neighbours() -> None:
    for field in FIELDS:
        assert (field.token is not None) == (field.secret and field.step == 6)
        if field.token:
            assert BY_KEY[field.token.outlasts].kind == "length"
            assert all(BY_KEY[key].when == field.when for key in field.token.agrees.values())


def test_no_secret_is_in_the_words() -> None:
    token = livekit(-5, canPublish=False)
    found = clock(own_livekit(token))
    said = f"{found!r}{passes.doubts(own_livekit(token), TOKEN)!r}{passes.notes(own_livekit(token), NOW)!r}"
    assert token not in said


VALUES = st.none() | st.integers() | st.floats() | st.text()


@given(st.dictionaries(st.sampled_from(sorted(BY_KEY)), VALUES), st.floats(-1e12, 1e12))
def test_no_draft_breaks_it(draft: Draft, now: float) -> None:
    draft |= {"room": "own", "stream_type": "livekit", TOKEN: livekit()}
    passes.notes(draft, now)

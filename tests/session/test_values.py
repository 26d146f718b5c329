"""What a preset's file says of the form, and what a form says to the file."""

import json

import pytest
from entered import PLAUSIBLE, RUBBISH_VALUE
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from akool_desktop.session import rules
from akool_desktop.session.fields import BY_KEY, FIELDS, Value
from akool_desktop.session.values import read_values, written_values

Draft = dict[str, Value]
TURN, ELEVEN = "voice_params.turn_detection.", "voice_params.elevenlabs_settings."
SECRETS = [field.key for field in FIELDS if field.secret]
quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def left_out(values: dict[str, object]) -> list[str]:
    return [str(words) for words in read_values(values).left_out]


def test_a_file_fills_the_form_and_the_rest_is_as_at_first() -> None:
    reading = read_values({"avatar_id": "a", "voice_params.pron_map": {"akool": "ai ku er"}})
    assert reading.left_out == ()
    assert reading.draft == {"avatar_id": "a", "voice_params.pron_map": (("akool", "ai ku er"),)}
    assert rules.payload(reading.draft)["duration"] == 600


def test_keys_may_be_nested_as_in_the_request() -> None:
    nested: dict[str, object] = {"credentials": {"agora_uid": 1, "agora_token": "planted-e0", "later": 2}}
    reading = read_values(nested)
    assert (reading.draft, reading.misplaced) == (
        {"credentials.agora_uid": 1, "room": "own"}, {"credentials.agora_token": "planted-e0"},
    )  # fmt: skip
    assert written_values(reading.draft, (), nested) == {
        "mode_type": 2, "stream_type": "agora", "room": "own", "credentials.agora_uid": 1, "duration": 600,
        "credentials.later": 2,
    }  # fmt: skip


def test_null_is_not_sent() -> None:
    reading = read_values({"avatar_id": "a", "duration": None, "voice_id": None, "scene_mode": None, "mode_type": None})
    assert reading.left_out == ()
    assert rules.problems(reading.draft) == []
    assert rules.payload(reading.draft) == {"avatar_id": "a", "mode_type": 2, "stream_type": "agora"}


ODD = {
    "no such key": ({"webhook": 1}, ["“webhook” was left out: the form has no such setting."]),
    "nested and unknown": ({"voice_params": {"pitch": 1}},
                           ["“voice_params.pitch” was left out: the form has no such setting."]),
    "number for text": ({"avatar_id": 7}, ["Avatar was left out: 7 is nothing that it can be."]),
    "list for text": ({"voice_id": ["x"]}, ["Voice was left out: ['x'] is nothing that it can be."]),
    "no number of this world": ({"duration": 10**400}, [
        "Session length was left out: 100000000000000000000000000000000000000… is nothing that it can be."]),
    "yes for number": ({"duration": True}, ["Session length was left out: True is nothing that it can be."]),
    "out of the choices": ({"stream_type": "webrtc"}, ["Stream type was left out: webrtc is nothing that it can be."]),
    "choice of another type": ({"mode_type": "2"}, ["Mode was left out: 2 is nothing that it can be."]),
    "one for true": ({ELEVEN + "use_speaker_boost": 1}, ["Speaker boost was left out: 1 is nothing that it can be."]),
    "text for switch": ({"use_elevenlabs": "yes"},
                        ["Use my ElevenLabs account was left out: yes is nothing that it can be."]),
    "numbers to say": ({"voice_params.pron_map": {"a": 1}},
                       ["Say words as was left out: {'a': 1} is nothing that it can be."]),
    "long": ({"language": ["x" * 90]}, [f"Language was left out: ['{'x' * 37}… is nothing that it can be."]),
}  # fmt: skip


@pytest.mark.parametrize(("values", "said"), ODD.values(), ids=ODD.keys())
def test_what_cannot_be_used_is_left_out_and_said(values: dict[str, object], said: list[str]) -> None:
    assert left_out({"language": "en"} | values) == said
    assert read_values({"knowledge_id": "k"} | values).draft == {"knowledge_id": "k"}


def test_a_number_that_was_written_as_text_is_shown_where_it_can_be_mended() -> None:
    draft = read_values({"avatar_id": "a", "voice_params.speed": "fast", "duration": 90.0}).draft
    assert [finding.key for finding in rules.problems(draft)] == ["voice_params.speed"]
    assert draft["duration"] == 90
    assert isinstance(draft["duration"], int)


@pytest.mark.parametrize(
    ("values", "slots", "switches"),
    [
        ({}, [], {}),
        ({"credentials.livekit_url": "wss://a"}, [], {"room": "own"}),
        ({}, ["credentials.agora_token"], {"room": "own"}),
        ({ELEVEN + "stability": 0.5}, [], {"use_elevenlabs": True}),
        ({}, [ELEVEN + "api_key"], {"use_elevenlabs": True}),
        ({"voice_id": "v"}, [], {}),
        ({"credentials.livekit_url": "wss://a", "room": "akool"}, [], {"room": "akool"}),
        ({ELEVEN + "model_id": "m", "use_elevenlabs": False}, [], {"use_elevenlabs": False}),
        ({"credentials.trtc_sdk_app_id": 1, ELEVEN + "style": 0}, [], {"room": "own", "use_elevenlabs": True}),
    ],
)
def test_switches_follow_from_what_depends_on_them(
    values: dict[str, object], slots: list[str], switches: Draft
) -> None:
    draft = read_values(values, slots).draft
    assert {key: draft[key] for key in ("room", "use_elevenlabs") if key in draft} == switches
    own = dict.fromkeys(slots, slots and None)
    assert own.keys() <= BY_KEY.keys()


def test_a_secret_in_clear_is_not_used_and_offered() -> None:
    reading = read_values({"credentials.agora_token": " planted-5d1 ", "credentials.livekit_token": None})
    assert reading.draft == {"room": "own"}
    assert reading.misplaced == {"credentials.agora_token": "planted-5d1"}
    assert [str(words) for words in reading.left_out] == [
        "Agora token stands in the file in clear and was not used. Let it be moved to the keyring."
    ]
    assert "planted" not in repr(reading)


def test_a_file_says_what_is_set_in_the_order_of_the_form() -> None:
    draft: Draft = {"duration": 600, "credentials.livekit_token": "t", "language": "", "avatar_id": " a "}
    assert list(written_values(draft).items()) == [
        ("avatar_id", "a"), ("mode_type", 2), ("stream_type", "agora"), ("duration", 600),
    ]  # fmt: skip


def test_what_was_taken_away_stays_away() -> None:
    written = written_values({"duration": None})
    assert written["duration"] is None
    assert "duration" not in rules.payload(read_values(written).draft)


def test_a_switch_that_is_off_over_what_is_typed_stays_off() -> None:
    written = written_values({"credentials.livekit_url": "wss://a", "room": "akool"})
    assert written["room"] == "akool"
    assert written_values({}, ["credentials.livekit_token"])["room"] == "akool"
    assert "room" not in written_values({})


def test_what_this_version_does_not_understand_stays_until_it_is_set() -> None:
    before: dict[str, object] = {"stream_type": "webrtc", "future": {"a": 1}, "duration": []}
    before["credentials.agora_token"] = "t"
    draft = dict(read_values(before).draft)
    assert written_values(draft, (), before) == {
        "mode_type": 2, "stream_type": "webrtc", "room": "own", "duration": [], "future": {"a": 1},
    }  # fmt: skip
    draft |= {"stream_type": "livekit", "duration": 60}
    assert written_values(draft, (), before)["stream_type"] == "livekit"
    assert written_values(draft, (), before)["duration"] == 60


@quick
@given(PLAUSIBLE)
def test_what_is_written_is_read_back(draft: Draft) -> None:
    stored = json.loads(json.dumps(written_values(draft)))
    assert not stored.keys() & set(SECRETS)
    assert written_values(read_values(stored).draft) == stored


@quick
@given(st.dictionaries(st.sampled_from(sorted(BY_KEY)), RUBBISH_VALUE))
@example({"credentials.agora_uid": 1e300})  # as a whole number it is beyond what a file may hold
def test_rubbish_is_written_once_and_then_stays(draft: Draft) -> None:
    once = written_values(read_values(written_values(draft)).draft)
    assert written_values(read_values(once).draft) == once


@quick
@given(PLAUSIBLE)
def test_a_form_that_was_saved_sends_what_it_sent(draft: Draft) -> None:
    facts = {key: found for key, found in draft.items() if key not in BY_KEY}  # they come from the account's lists
    secrets = {key: draft[key] for key in SECRETS if draft.get(key) is not None}
    stored = json.loads(json.dumps(written_values(draft, secrets)))
    assert rules.payload(dict(read_values(stored, secrets).draft) | secrets | facts) == rules.payload(draft)


@quick
@given(st.dictionaries(st.sampled_from([*BY_KEY, "webhook"]), RUBBISH_VALUE | st.dictionaries(st.text(), st.text())))
def test_whatever_stands_in_a_file_makes_a_form(values: dict[str, object]) -> None:
    reading = read_values(values)
    rules.problems(reading.draft)
    rules.payload(reading.draft)
    for words in reading.left_out:
        assert str(words)

"""What leaves, what stays and why, and what may be shown or written down of it."""

import json

import pytest

from akool_desktop.session import rules
from akool_desktop.session.fields import BY_KEY, FIELDS, Field, Value

Draft = dict[str, Value]
ELEVEN = "voice_params.elevenlabs_settings."
TURN = "voice_params.turn_detection."
AVATAR: Draft = {"avatar_id": "dvp_Tristan_cloth2_1080P"}

# The example on the vendor's page (docs.akool.com, Create Session), and the same as an operator enters it.
EXAMPLE_BODY = json.loads("""
{
  "avatar_id": "dvp_Tristan_cloth2_1080P", "duration": 3600, "voice_id": "iP95p4xoKVk53GoZ742B",
  "language": "en", "mode_type": 2, "knowledge_id": "64f8a1b2c3d4e5f6a7b8c9d0",
  "background_url": "https://example.com/background.jpg", "stream_type": "agora",
  "credentials": {
    "agora_uid": 100000, "agora_app_id": "your-app-id", "agora_channel": "your-channel", "agora_token": "your-token"
  },
  "voice_params": {
    "speed": 1, "stt_language": "en", "pron_map": {"akool": "ai ku er"}, "stt_type": "openai_realtime",
    "turn_detection": {
      "type": "server_vad", "threshold": 0.5, "prefix_padding_ms": 300, "silence_duration_ms": 500
    },
    "elevenlabs_settings": {
      "api_key": "sk_your_elevenlabs_api_key", "model_id": "eleven_flash_v2_5", "stability": 0.5,
      "similarity_boost": 0.75, "style": 0, "use_speaker_boost": true
    }
  }
}
""")
EXAMPLE_DRAFT: Draft = AVATAR | {
    "duration": 3600, "voice_id": "iP95p4xoKVk53GoZ742B", "language": "en", "mode_type": 2,
    "knowledge_id": "64f8a1b2c3d4e5f6a7b8c9d0", "background_url": "https://example.com/background.jpg",
    "stream_type": "agora", "room": "own", "credentials.agora_uid": 100000,
    "credentials.agora_app_id": "your-app-id", "credentials.agora_channel": "your-channel",
    "credentials.agora_token": "your-token", "voice_params.speed": 1, "voice_params.stt_language": "en",
    "voice_params.pron_map": (("akool", "ai ku er"),), "voice_params.stt_type": "openai_realtime",
    TURN + "type": "server_vad", TURN + "threshold": 0.5, TURN + "prefix_padding_ms": 300,
    TURN + "silence_duration_ms": 500, "use_elevenlabs": True, ELEVEN + "api_key": "sk_your_elevenlabs_api_key",
    ELEVEN + "model_id": "eleven_flash_v2_5", ELEVEN + "stability": 0.5, ELEVEN + "similarity_boost": 0.75,
    ELEVEN + "style": 0, ELEVEN + "use_speaker_boost": True,
}  # fmt: skip
# The example's form after a change of mind: much of it is hidden now.
FAST_DRAFT: Draft = EXAMPLE_DRAFT | {
    "scene_mode": "fast_dialogue", "e2e_type": "openai", "voice_params.voice_id": "marin", "use_elevenlabs": False,
    TURN + "type": "semantic_vad", "room": "akool",
}  # fmt: skip
SENT_ALWAYS = AVATAR | {"mode_type": 2, "stream_type": "agora", "duration": 600}


# What leaves.


def test_the_published_example_leaves_to_the_letter() -> None:
    assert rules.problems(EXAMPLE_DRAFT) == []
    assert json.dumps(rules.payload(EXAMPLE_DRAFT), sort_keys=True) == json.dumps(EXAMPLE_BODY, sort_keys=True)


def test_only_an_avatar_chosen_is_enough() -> None:
    assert rules.problems(AVATAR) == []
    assert rules.payload(AVATAR) == SENT_ALWAYS


def test_fast_dialogue_sends_its_own_kind_of_voice_params() -> None:
    assert rules.payload(FAST_DRAFT) == AVATAR | {
        "duration": 3600, "language": "en", "mode_type": 2, "knowledge_id": "64f8a1b2c3d4e5f6a7b8c9d0",
        "background_url": "https://example.com/background.jpg", "stream_type": "agora",
        "scene_mode": "fast_dialogue", "e2e_type": "openai",
        "voice_params": {"voice_id": "marin", "stt_language": "en", "turn_detection": {"type": "semantic_vad"}},
    }  # fmt: skip


def test_fast_dialogue_with_elevenlabs_sends_both_voices() -> None:
    body = rules.payload(FAST_DRAFT | {"use_elevenlabs": True})
    assert body["voice_id"] == "iP95p4xoKVk53GoZ742B"
    assert body["voice_params"] == {
        "voice_id": "marin", "stt_language": "en", "turn_detection": {"type": "semantic_vad"},
        "elevenlabs_settings": EXAMPLE_BODY["voice_params"]["elevenlabs_settings"],
    }  # fmt: skip


CREDENTIALS: Draft = {
    "credentials.agora_uid": 7, "credentials.agora_app_id": "app", "credentials.agora_channel": "hall",
    "credentials.agora_token": "007", "credentials.livekit_url": "wss://booth.example.com",
    "credentials.livekit_token": "ey", "credentials.livekit_room_name": "hall",
    "credentials.livekit_server_identity": "avatar", "credentials.livekit_client_identity": "guest",
    "credentials.trtc_sdk_app_id": 14, "credentials.trtc_sdk_room_id": "5", "credentials.trtc_sdk_user_id": "avatar",
    "credentials.trtc_sdk_user_sig": "eJ",
}  # fmt: skip


@pytest.mark.parametrize(
    ("provider", "credentials"),
    [
        ("agora", {"agora_uid": 7, "agora_app_id": "app", "agora_channel": "hall", "agora_token": "007"}),
        (
            "livekit",
            {
                "livekit_url": "wss://booth.example.com", "livekit_token": "ey", "livekit_room_name": "hall",
                "livekit_server_identity": "avatar", "livekit_client_identity": "guest",
            },
        ),
        (
            "trtc",
            {
                "trtc_sdk_app_id": 14, "trtc_sdk_room_id": "5", "trtc_sdk_user_id": "avatar",
                "trtc_sdk_user_sig": "eJ",
            },
        ),
    ],
)  # fmt: skip
def test_credentials_are_for_an_own_room_and_of_its_provider_alone(provider: str, credentials: object) -> None:
    draft = AVATAR | CREDENTIALS | {"stream_type": provider}
    assert rules.payload(draft | {"room": "own"}) == SENT_ALWAYS | {
        "stream_type": provider, "credentials": credentials,
    }  # fmt: skip
    assert rules.payload(draft | {"room": "akool"}) == SENT_ALWAYS | {"stream_type": provider}


@pytest.mark.parametrize("field", [field for field in FIELDS if not field.required], ids=lambda field: field.key)
@pytest.mark.parametrize("nothing", [None, "", "  ", "\u200b\u00a0", ()])
def test_nothing_is_sent_of_an_empty_field(field: Field, nothing: Value) -> None:
    full = EXAMPLE_DRAFT if field.key in rules.visible(EXAMPLE_DRAFT) else FAST_DRAFT
    text = json.dumps(rules.payload(full | {field.key: nothing}))
    assert "null" not in text
    assert '""' not in text
    assert "{}" not in text


def test_zero_and_off_are_values_and_leave() -> None:
    draft: Draft = AVATAR | {
        "use_elevenlabs": True, ELEVEN + "api_key": "sk", ELEVEN + "style": 0, ELEVEN + "use_speaker_boost": False,
        "room": "own", "credentials.agora_uid": 0,
    }  # fmt: skip
    body = json.loads(json.dumps(rules.payload(draft)))
    assert body["voice_params"]["elevenlabs_settings"] == {"api_key": "sk", "style": 0, "use_speaker_boost": False}
    assert body["credentials"]["agora_uid"] == 0


def test_the_length_may_be_left_out() -> None:
    assert "duration" not in rules.payload(AVATAR | {"duration": None})


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        (" dvp \n", "dvp"), ("\ufeffdvp\u200b", "dvp"), ("\u00a0dvp\u00a0", "dvp"), ("\u200edvp\u202c", "dvp"),
        ("d v p", "d v p"), ('"dvp"', '"dvp"'),
    ],
)  # fmt: skip
def test_what_is_copied_along_with_an_id_does_not_leave(typed: str, sent: str) -> None:
    assert rules.payload({"avatar_id": typed})["avatar_id"] == sent


def test_words_keep_their_inner_signs_but_not_the_blanks_around_them() -> None:
    farsi = "می\u200cخواهم"
    body = json.loads(json.dumps(rules.payload({"voice_params.pron_map": ((f" {farsi} ", " mikhaham "),)})))
    assert body["voice_params"]["pron_map"] == {farsi: "mikhaham"}


def test_form_switches_are_never_sent() -> None:
    for draft in (EXAMPLE_DRAFT, FAST_DRAFT):
        assert rules.payload(draft).keys() & {"use_elevenlabs", "room"} == set()


def test_a_key_of_no_field_is_never_sent() -> None:
    assert rules.payload(AVATAR | {"webhook_url": "https://a.example"}) == SENT_ALWAYS


# What stays.


def not_sent(draft: Draft) -> dict[str, tuple[str, ...]]:
    return {str(group.reason): group.keys for group in rules.not_sent(draft)}


def test_what_is_typed_but_stays_is_listed_by_reason() -> None:
    assert not_sent(FAST_DRAFT) == {
        "Because Scene mode is Fast dialogue. This comes back when you change it.": (
            "voice_id", "voice_params.speed", "voice_params.pron_map", "voice_params.stt_type",
        ),
        "Because Use my ElevenLabs account is off. This comes back when you change it.": tuple(
            ELEVEN + name
            for name in ("api_key", "model_id", "stability", "similarity_boost", "style", "use_speaker_boost")
        ),
        "Because Turn detection is Semantic VAD. This comes back when you change it.": (
            TURN + "threshold", TURN + "prefix_padding_ms", TURN + "silence_duration_ms",
        ),
        "Because Room is Akool's room. This comes back when you change it.": (
            "credentials.agora_uid", "credentials.agora_app_id", "credentials.agora_channel",
            "credentials.agora_token",
        ),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("draft", "reason"),
    [
        ({"voice_params.voice_id": "ash"}, "Because Scene mode is Standard."),
        ({"e2e_type": "openai"}, "Because Scene mode is Standard."),
        ({TURN + "threshold": 0.0}, "Because Turn detection is not sent."),
        ({"room": "own", "credentials.trtc_sdk_room_id": "5"}, "Because Stream type is Agora."),
        ({"stream_type": "trtc", "credentials.trtc_sdk_room_id": "5"}, "Because Room is Akool's room."),
        ({ELEVEN + "use_speaker_boost": False}, "Because Use my ElevenLabs account is off."),
    ],
)
def test_the_reason_is_the_field_to_change(draft: Draft, reason: str) -> None:
    assert list(not_sent(draft)) == [f"{reason} This comes back when you change it."]


@pytest.mark.parametrize(
    ("draft", "key", "leads_to"),
    [
        ({}, "stream_type", "stream_type"),
        ({}, TURN + "threshold", TURN + "type"),
        ({"scene_mode": "fast_dialogue"}, "voice_params.speed", "scene_mode"),
        ({"room": "own"}, "credentials.trtc_sdk_room_id", "stream_type"),
        ({"stream_type": "trtc"}, "credentials.trtc_sdk_room_id", "room"),
        ({"avatar.background": "not taken"}, "background_url", "avatar_id"),
    ],
)
def test_the_way_to_what_is_hidden_is_the_field_to_change(draft: Draft, key: str, leads_to: str) -> None:
    assert rules.way_to(draft, key) == leads_to


@pytest.mark.parametrize("draft", [{}, AVATAR, EXAMPLE_DRAFT, {"voice_params.voice_id": None}, {"e2e_type": " "}])
def test_nothing_stays_where_all_leaves_or_is_empty(draft: Draft) -> None:
    assert not_sent(draft) == {}


def test_every_reason_leads_to_a_field_that_shows() -> None:
    everything: Draft = EXAMPLE_DRAFT | CREDENTIALS | {"voice_params.voice_id": "ash", "e2e_type": "openai"}
    labels = {field.label for field in FIELDS if not field.when}
    for draft in (everything, everything | {"use_elevenlabs": False, "room": "akool", TURN + "type": None}):
        for group in rules.not_sent(draft):
            assert str(group.reason.values["field"]) in labels


# What is shown and written down.


def test_a_secret_that_stays_is_not_shown() -> None:
    for key in ("credentials.agora_token", ELEVEN + "api_key"):
        assert key in {key for group in rules.not_sent(FAST_DRAFT) for key in group.keys}
        assert str(rules.said(BY_KEY[key], FAST_DRAFT[key])) == "hidden"
    assert "your-token" not in repr(rules.not_sent(FAST_DRAFT))


def test_every_secret_is_dots_in_the_preview() -> None:
    shown = rules.masked(EXAMPLE_BODY)
    dots = "••••••••"
    expected = json.loads(json.dumps(EXAMPLE_BODY))
    expected["credentials"]["agora_token"] = dots
    expected["voice_params"]["elevenlabs_settings"]["api_key"] = dots
    assert shown == expected


@pytest.mark.parametrize("provider", ["agora", "livekit", "trtc"])
def test_no_secret_is_shown_or_written_down(provider: str) -> None:
    secrets: Draft = {field.key: f"planted-{place}" for place, field in enumerate(FIELDS) if field.secret}
    draft = EXAMPLE_DRAFT | CREDENTIALS | secrets | {"stream_type": provider}
    body = rules.payload(draft)
    assert json.dumps(body).count("planted") == 2
    assert "planted" not in json.dumps(rules.masked(body))
    assert "planted" not in json.dumps(rules.without_secrets(body))


# A body that was sent fills the form again.


@pytest.mark.parametrize(
    "draft",
    [
        AVATAR, EXAMPLE_DRAFT, FAST_DRAFT, AVATAR | {"duration": None, "mode_type": 1},
        AVATAR | {"voice_params.speed": 1.2},
    ],
)  # fmt: skip
def test_a_body_fills_the_form_that_would_send_it(draft: Draft) -> None:
    body = rules.payload(draft)
    again = rules.draft_of(body)
    assert rules.payload(again) == body
    assert rules.problems(again) == rules.problems(draft)


def test_what_was_written_down_fills_the_form_save_its_secrets() -> None:
    again = rules.draft_of(rules.without_secrets(EXAMPLE_BODY))
    assert [str(problem.words) for problem in rules.problems(again)] == [
        "ElevenLabs API key is needed.", "Agora token is needed.",
    ]  # fmt: skip
    secrets: Draft = {"credentials.agora_token": "your-token", ELEVEN + "api_key": "sk_your_elevenlabs_api_key"}
    assert rules.payload(again | secrets) == EXAMPLE_BODY


def test_elevenlabs_stays_on_even_if_its_key_was_all_there_was() -> None:
    """Otherwise its voice ID would be sent again as one of Akool's, on Akool's bill."""
    body = rules.payload(AVATAR | {"voice_id": "iP95", "use_elevenlabs": True, ELEVEN + "api_key": "sk"})
    again = rules.draft_of(rules.without_secrets(body))
    assert [problem.key for problem in rules.problems(again)] == [ELEVEN + "api_key"]
    assert rules.payload(again | {ELEVEN + "api_key": "sk"}) == body


def test_keys_that_no_field_has_are_left_out_of_a_body() -> None:
    body = SENT_ALWAYS | {"webhook": "x", "voice_params": {"pron_map": {}, "pitch": 2}}
    assert rules.payload(rules.draft_of(body)) == SENT_ALWAYS

"""What is wrong, what is noted, what leaves, what stays."""

import json

import pytest

from akool_desktop.session import rules
from akool_desktop.session.fields import BY_KEY, Value

ELEVEN = "voice_params.elevenlabs_settings."
TURN = "voice_params.turn_detection."
AVATAR: dict[str, Value] = {"avatar_id": "dvp_Tristan_cloth2_1080P"}

# The example on the vendor's page, field by field as an operator enters it (docs.akool.com, Create Session).
EXAMPLE_DRAFT: dict[str, Value] = AVATAR | {
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
EXAMPLE_BODY = {
    "avatar_id": "dvp_Tristan_cloth2_1080P", "duration": 3600, "voice_id": "iP95p4xoKVk53GoZ742B", "language": "en",
    "mode_type": 2, "knowledge_id": "64f8a1b2c3d4e5f6a7b8c9d0",
    "background_url": "https://example.com/background.jpg", "stream_type": "agora",
    "credentials": {
        "agora_uid": 100000, "agora_app_id": "your-app-id", "agora_channel": "your-channel",
        "agora_token": "your-token",
    },
    "voice_params": {
        "speed": 1, "stt_language": "en", "pron_map": {"akool": "ai ku er"}, "stt_type": "openai_realtime",
        "turn_detection": {
            "type": "server_vad", "threshold": 0.5, "prefix_padding_ms": 300, "silence_duration_ms": 500,
        },
        "elevenlabs_settings": {
            "api_key": "sk_your_elevenlabs_api_key", "model_id": "eleven_flash_v2_5", "stability": 0.5,
            "similarity_boost": 0.75, "style": 0, "use_speaker_boost": True,
        },
    },
}  # fmt: skip
FAST_LEFTOVERS: dict[str, Value] = EXAMPLE_DRAFT | {
    "scene_mode": "fast_dialogue", "e2e_type": "openai", "voice_params.voice_id": "marin", "use_elevenlabs": False,
    TURN + "type": "semantic_vad", "room": "akool",
}  # fmt: skip


def test_the_published_example_leaves_to_the_letter() -> None:
    assert rules.problems(EXAMPLE_DRAFT) == []
    assert rules.payload(EXAMPLE_DRAFT) == EXAMPLE_BODY


def test_fast_dialogue_sends_its_own_voice_params_and_nothing_else_in_them() -> None:
    body = rules.payload(FAST_LEFTOVERS)
    assert body["voice_params"] == {
        "voice_id": "marin", "stt_language": "en", "turn_detection": {"type": "semantic_vad"},
    }  # fmt: skip
    assert body.keys() & {"voice_id", "voice_url", "credentials"} == set()
    assert (body["scene_mode"], body["e2e_type"]) == ("fast_dialogue", "openai")


@pytest.mark.parametrize("stream_type", ["agora", "livekit", "trtc"])
def test_credentials_of_an_own_room_are_that_providers_alone(stream_type: str) -> None:
    every = {key: "1" for key in BY_KEY if key.startswith("credentials.")}
    body = rules.payload(AVATAR | every | {"room": "own", "stream_type": stream_type})
    credentials = body["credentials"]
    assert isinstance(credentials, dict)
    assert credentials
    assert all(name.startswith(stream_type) for name in credentials)
    assert "credentials" not in rules.payload(AVATAR | every | {"room": "akool", "stream_type": stream_type})


def test_what_nobody_meant_to_type_does_not_leave() -> None:
    body = rules.payload({"avatar_id": " \u200bdvp\ufeff ", "language": "  ", "voice_params.pron_map": ()})
    assert body["avatar_id"] == "dvp"
    assert body.keys() & {"language", "voice_params"} == set()


def test_form_switches_are_never_sent() -> None:
    text = json.dumps(rules.payload(EXAMPLE_DRAFT))
    assert "use_elevenlabs" not in text
    assert '"room"' not in text


PROBLEMS: list[tuple[str, Value, dict[str, Value], bool]] = [
    ("background_url", "https://example.com/a.jpg", {}, False),
    ("background_url", "http://example.com", {}, False),
    ("background_url", "ftp://example.com/a", {}, True),
    ("background_url", "example.com/a.jpg", {}, True),
    ("background_url", "https://", {}, True),
    ("background_url", "https://exa mple.com", {}, True),
    ("background_url", "http://[::1", {}, True),
    ("background_url", "/home/me/picture.png", {}, True),
    ("credentials.livekit_url", "wss://booth.example.com", {"room": "own", "stream_type": "livekit"}, False),
    ("credentials.livekit_url", "ws://10.0.0.2:7880", {"room": "own", "stream_type": "livekit"}, False),
    ("credentials.livekit_url", "https://booth.example.com", {"room": "own", "stream_type": "livekit"}, True),
    ("voice_params.speed", 0.8, {}, False),
    ("voice_params.speed", 1.2, {}, False),
    ("voice_params.speed", 0.79, {}, True),
    ("voice_params.speed", 2, {}, True),
    ("voice_params.speed", "fast", {}, True),
    ("voice_params.speed", True, {}, True),
    ("voice_params.speed", float("nan"), {}, True),
    (ELEVEN + "stability", 0, {"use_elevenlabs": True}, False),
    (ELEVEN + "stability", 1.01, {"use_elevenlabs": True}, True),
    ("credentials.agora_uid", 0, {"room": "own"}, False),
    ("credentials.agora_uid", 4294967295, {"room": "own"}, False),
    ("credentials.agora_uid", -1, {"room": "own"}, True),
    ("credentials.agora_uid", 1.5, {"room": "own"}, True),
    ("credentials.agora_uid", "abc", {"room": "own"}, True),
    ("credentials.trtc_sdk_app_id", 0, {"room": "own", "stream_type": "trtc"}, True),
    ("credentials.trtc_sdk_app_id", 1, {"room": "own", "stream_type": "trtc"}, False),
    (TURN + "prefix_padding_ms", 0, {TURN + "type": "server_vad"}, False),
    (TURN + "prefix_padding_ms", -1, {TURN + "type": "server_vad"}, True),
    ("duration", 1, {}, False),
    ("duration", 3600, {}, False),
    ("duration", None, {}, False),
    ("duration", 0, {}, True),
    ("duration", 3601, {}, True),
    ("duration", "ten", {}, True),
    ("mode_type", 3, {}, True),
    ("stream_type", "zoom", {}, True),
    ("voice_params.pron_map", (("akool", "ai ku er"),), {}, False),
    ("voice_params.pron_map", (("akool", ""),), {}, True),
    ("voice_params.pron_map", (("", "ai"),), {}, True),
    ("voice_params.pron_map", (("a", "b"), ("a ", "c")), {}, True),
    (ELEVEN + "api_key", "sk_key", {"use_elevenlabs": True}, False),
    (ELEVEN + "api_key", "sk\u0007key", {"use_elevenlabs": True}, True),
    ("avatar_id", "\u200b \u00a0", {}, True),
    ("avatar_id", False, {}, True),
    ("mode_type", None, {}, True),
    ("mode_type", True, {}, True),
    ("use_elevenlabs", "yes", {}, True),
    ("voice_params.pron_map", "akool", {}, True),
]


@pytest.mark.parametrize(("key", "found", "around", "wrong"), PROBLEMS)
def test_problems(key: str, found: Value, around: dict[str, Value], wrong: bool) -> None:
    draft = AVATAR | around | {key: found}
    assert (key in {problem.key for problem in rules.problems(draft)}) is wrong


def test_a_problem_of_a_hidden_field_blocks_nothing() -> None:
    assert rules.problems(AVATAR | {"credentials.livekit_url": "rubbish", "scene_mode": "fast_dialogue"}) == []


NOTES: list[tuple[str, dict[str, Value]]] = [
    ("voice_id", {"use_elevenlabs": True}),
    ("voice_id", {"voice_id": "a", "voice_url": "https://b.example"}),
    ("voice_id", {"scene_mode": "fast_dialogue", "use_elevenlabs": True, "voice_id": "a"}),
    ("voice_params.voice_id", {"scene_mode": "fast_dialogue", "use_elevenlabs": True}),
    ("mode_type", {"mode_type": 1, "scene_mode": "fast_dialogue"}),
    ("knowledge_id", {"mode_type": 1, "knowledge_id": "k"}),
    ("voice_params.stt_type", {"mode_type": 1, "voice_params.stt_type": "openai_realtime"}),
    ("duration", {"duration": None}),
]


@pytest.mark.parametrize(("key", "draft"), NOTES)
def test_notes_warn_and_never_block(key: str, draft: dict[str, Value]) -> None:
    draft = AVATAR | draft
    assert key in {note.key for note in rules.notes(draft)}
    assert key not in {problem.key for problem in rules.problems(draft)}


@pytest.mark.parametrize(
    "draft",
    [
        {}, {"knowledge_id": "k"}, {"mode_type": 1}, {"use_elevenlabs": True, "voice_id": "a"},
        {"scene_mode": "fast_dialogue"}, {"voice_url": "https://b.example"},
    ],
)  # fmt: skip
def test_no_note_without_a_reason(draft: dict[str, Value]) -> None:
    assert rules.notes(AVATAR | draft) == []


def test_the_voice_hint_asks_for_an_elevenlabs_voice() -> None:
    assert "ElevenLabs" in rules.hint({"use_elevenlabs": True}, BY_KEY["voice_id"])
    assert "ElevenLabs" not in rules.hint({}, BY_KEY["voice_id"])


def test_not_sent_says_what_and_why() -> None:
    groups = rules.not_sent(FAST_LEFTOVERS)
    said = {str(group.reason): group.keys for group in groups}
    assert said["Because Scene mode is Fast dialogue. They come back when you change it."] == (
        "voice_id", "voice_params.speed", "voice_params.pron_map", "voice_params.stt_type",
    )  # fmt: skip
    assert "Because Room is Akool's room. They come back when you change it." in said
    assert TURN + "threshold" in said["Because Turn detection is Semantic VAD. They come back when you change it."]
    assert rules.not_sent(AVATAR) == []
    assert rules.not_sent(EXAMPLE_DRAFT) == []


@pytest.mark.parametrize(
    ("key", "found", "words"),
    [
        ("voice_params.speed", 1.05, "1.05"), ("duration", 600, "10:00"), ("duration", None, "not sent"),
        ("voice_params.pron_map", (("a", "b"),), "1 word"), ("mode_type", 1, "Retelling"),
        ("scene_mode", None, "Standard"),
        (ELEVEN + "api_key", "sk_1", "hidden"), (TURN + "prefix_padding_ms", 300, "300 ms"),
        ("use_elevenlabs", True, "on"),
        ("avatar_id", "{x}", "{x}"),
    ],
)  # fmt: skip
def test_said(key: str, found: Value, words: str) -> None:
    assert str(rules.said(BY_KEY[key], found)) == words


def test_secrets_are_dots_in_the_preview_and_absent_from_what_is_written_down() -> None:
    shown, kept = json.dumps(rules.masked(EXAMPLE_BODY)), json.dumps(rules.without_secrets(EXAMPLE_BODY))
    for text in (shown, kept):
        assert "sk_your" not in text
        assert "your-token" not in text
        assert "your-channel" in text
    assert "api_key" in shown
    assert "api_key" not in kept


def test_a_body_fills_the_form_that_would_send_it() -> None:
    assert rules.payload(rules.draft_of(EXAMPLE_BODY)) == EXAMPLE_BODY
    fast = rules.payload(FAST_LEFTOVERS)
    assert rules.payload(rules.draft_of(fast)) == fast

"""The contract against the page it was written from (docs.akool.com, Live Avatar, Create Session)."""

import json
from typing import Any

import pytest

from akool_desktop.paths import resource
from akool_desktop.practice.contract import contract

CHECK = contract(resource("contract/create-session.json"))

AGORA = {"agora_uid": 100000, "agora_channel": "c", "agora_token": "t"}
LIVEKIT = {"livekit_url": "wss://l.example.com", "livekit_token": "t"}
TRTC = {
    "trtc_sdk_app_id": 1,
    "trtc_sdk_room_id": "r",
    "trtc_sdk_user_id": "u",
    "trtc_sdk_user_sig": "s",
}
FAST: dict[str, object] = {"scene_mode": "fast_dialogue"}

# Every option at once, as the page's own example sends it.
PAGE_EXAMPLE: dict[str, Any] = {
    "avatar_id": "dvp_Tristan_cloth2_1080P",
    "duration": 3600,
    "voice_id": "iP95p4xoKVk53GoZ742B",
    "language": "en",
    "mode_type": 2,
    "knowledge_id": "64f8a1b2c3d4e5f6a7b8c9d0",
    "background_url": "https://example.com/background.jpg",
    "stream_type": "agora",
    "credentials": {
        "agora_uid": 100000,
        "agora_app_id": "your-app-id",
        "agora_channel": "your-channel",
        "agora_token": "your-token",
    },
    "voice_params": {
        "speed": 1,
        "stt_language": "en",
        "pron_map": {"akool": "ai ku er"},
        "stt_type": "openai_realtime",
        "turn_detection": {
            "type": "server_vad",
            "threshold": 0.5,
            "prefix_padding_ms": 300,
            "silence_duration_ms": 500,
        },
        "elevenlabs_settings": {
            "api_key": "sk_your_elevenlabs_api_key",
            "model_id": "eleven_flash_v2_5",
            "stability": 0.5,
            "similarity_boost": 0.75,
            "style": 0,
            "use_speaker_boost": True,
        },
    },
}


def with_avatar(**values: object) -> dict[str, object]:
    return {"avatar_id": "a"} | values


def test_accepts_the_pages_own_example() -> None:
    assert CHECK(PAGE_EXAMPLE) is None


@pytest.mark.parametrize(
    "body",
    [
        with_avatar(),
        with_avatar(duration=1),
        with_avatar(duration=0.5),
        with_avatar(language="zh-CN", mode_type=1, voice_url="https://v.example.com"),
        with_avatar(**FAST, e2e_type="openai", voice_params={"voice_id": "cedar", "stt_language": "en"}),
        with_avatar(**FAST, voice_id="v", voice_params={"voice_id": "ash", "elevenlabs_settings": {"api_key": "k"}}),
        with_avatar(voice_params={"turn_detection": {"type": "semantic_vad"}}),
        with_avatar(voice_params={}),
        with_avatar(credentials=AGORA),
        with_avatar(stream_type="agora", credentials=AGORA | {"agora_app_id": "app"}),
        with_avatar(stream_type="livekit"),
        with_avatar(stream_type="livekit", credentials=LIVEKIT),
        with_avatar(
            stream_type="livekit",
            credentials=LIVEKIT
            | {"livekit_room_name": "r", "livekit_server_identity": "s", "livekit_client_identity": "c"},
        ),
        with_avatar(stream_type="trtc", credentials=TRTC),
    ],
)
def test_accepts(body: dict[str, object]) -> None:
    assert CHECK(body) is None


REFUSED: list[tuple[object, str]] = [
    ([], "body"),
    ("text", "body"),
    ({}, "avatar_id"),
    ({"avatar_id": ""}, "avatar_id"),
    ({"avatar_id": None}, "avatar_id"),
    # numbers, and as numbers
    (with_avatar(duration=0), "duration"),
    (with_avatar(duration=-1), "duration"),
    (with_avatar(duration=3601), "duration"),
    (with_avatar(duration="600"), "duration"),
    (with_avatar(duration=None), "duration"),
    (with_avatar(mode_type=3), "mode_type"),
    (with_avatar(mode_type="2"), "mode_type"),
    (with_avatar(mode_type=True), "mode_type"),
    # enumerations
    (with_avatar(scene_mode="standard"), "scene_mode"),
    (with_avatar(stream_type="zoom"), "stream_type"),
    (with_avatar(**FAST, e2e_type="google"), "e2e_type"),
    # no empty strings, no nulls, no unknown keys
    (with_avatar(knowledge_id=""), "knowledge_id"),
    (with_avatar(voice_id=""), "voice_id"),
    (with_avatar(voice_url=""), "voice_url"),
    (with_avatar(language=""), "language"),
    (with_avatar(background_url=None), "background_url"),
    (with_avatar(webhookUrl="https://w.example.com"), "webhookUrl"),
    (with_avatar(voice_params=None), "voice_params"),
    (with_avatar(voice_params={"pitch": 1}), "voice_params.pitch"),
    (with_avatar(voice_params={"pron_map": {"": "x"}}), "voice_params.pron_map"),
    (with_avatar(voice_params={"pron_map": {"a": ""}}), "voice_params.pron_map.a"),
    (with_avatar(voice_params={"pron_map": {"{a}": 1}}), "voice_params.pron_map.{a}"),
    (with_avatar(voice_params={"turn_detection": {"eagerness": "low"}}), "voice_params.turn_detection.eagerness"),
    (with_avatar(voice_params={"elevenlabs_settings": {"seed": 1}}), "voice_params.elevenlabs_settings.seed"),
    # bounds
    (with_avatar(voice_params={"speed": 0.79}), "voice_params.speed"),
    (with_avatar(voice_params={"speed": 1.21}), "voice_params.speed"),
    (with_avatar(voice_params={"elevenlabs_settings": {"style": 1.1}}), "voice_params.elevenlabs_settings.style"),
    # Option 2 when scene_mode is fast_dialogue, otherwise Option 1
    (with_avatar(voice_params={"voice_id": "alloy"}), "voice_params.voice_id"),
    (with_avatar(**FAST, voice_params={"voice_id": "iP95p4xoKVk53GoZ742B"}), "voice_params.voice_id"),
    (with_avatar(**FAST, voice_params={"speed": 1}), "voice_params.speed"),
    (with_avatar(**FAST, voice_params={"pron_map": {"a": "b"}}), "voice_params.pron_map"),
    (with_avatar(**FAST, voice_params={"stt_type": "openai_realtime"}), "voice_params.stt_type"),
    # the Voice List is not available in fast dialogue
    (with_avatar(**FAST, voice_id="v"), "voice_id"),
    (with_avatar(**FAST, voice_url="https://v.example.com"), "voice_url"),
    # e2e_type only with fast dialogue
    (with_avatar(e2e_type="openai"), "e2e_type"),
    # the three numbers only with server_vad
    *(
        (with_avatar(voice_params={"turn_detection": detection | {key: 1}}), f"voice_params.turn_detection.{key}")
        for detection in ({}, {"type": "semantic_vad"})
        for key in ("threshold", "prefix_padding_ms", "silence_duration_ms")
    ),
    (
        with_avatar(**FAST, voice_params={"turn_detection": {"type": "semantic_vad", "threshold": 0.5}}),
        "voice_params.turn_detection.threshold",
    ),
    # what each stream type requires, and nothing of another's
    *(
        (with_avatar(**stream, credentials={k: v for k, v in room.items() if k != missing}), f"credentials.{missing}")
        for stream, room in (
            ({}, AGORA),
            ({"stream_type": "livekit"}, LIVEKIT),
            ({"stream_type": "trtc"}, TRTC),
        )
        for missing in room
    ),
    (with_avatar(credentials={}), "credentials.agora_uid, credentials.agora_channel, credentials.agora_token"),
    (with_avatar(credentials=AGORA | {"livekit_url": "wss://l"}), "credentials.livekit_url"),
    (with_avatar(stream_type="livekit", credentials=LIVEKIT | {"agora_uid": 1}), "credentials.agora_uid"),
    (with_avatar(stream_type="trtc", credentials=TRTC | {"trtc_sdk_app_id": "1"}), "credentials.trtc_sdk_app_id"),
    (with_avatar(stream_type="trtc", credentials=TRTC | {"trtc_app_id": 1}), "credentials.trtc_app_id"),
]


@pytest.mark.parametrize(("body", "path"), REFUSED, ids=[f"{path}-{n}" for n, (_, path) in enumerate(REFUSED)])
def test_refuses_and_names_the_offending_keys(body: object, path: str) -> None:
    said = CHECK(body)
    assert said is not None
    assert said.partition(":")[0] == path


@pytest.mark.parametrize(
    "body",
    [
        with_avatar(credentials=AGORA | {"agora_token": ["PLANTED"]}),
        with_avatar(credentials={"agora_token": "PLANTED"}),
        with_avatar(stream_type="PLANTED"),
        with_avatar(voice_params={"elevenlabs_settings": {"api_key": {"PLANTED": "PLANTED"}}}),
        with_avatar(stream_type="trtc", credentials=TRTC | {"agora_token": "PLANTED"}),
    ],
)
def test_a_refusal_never_repeats_a_value(body: dict[str, object]) -> None:
    said = CHECK(body)
    assert said
    assert "PLANTED" not in said


def test_checking_leaves_the_body_as_it_was() -> None:
    body = with_avatar(voice_params={"speed": 1})
    CHECK(body)
    assert body == {"avatar_id": "a", "voice_params": {"speed": 1}}


def test_every_object_of_the_contract_is_closed() -> None:
    schema = json.loads(resource("contract/create-session.json").read_text(encoding="utf-8"))
    for name, definition in {"top": schema, **schema["definitions"]}.items():
        assert definition["additionalProperties"] is False, name

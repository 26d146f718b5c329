"""Every row of the form: its label, its first value, and when it shows.

The table here is written from the field list, not from fields.py.
"""

import pytest

from akool_desktop.session import rules
from akool_desktop.session.fields import BY_KEY, FIELDS, STEPS, Value

Draft = dict[str, Value]
FAST: Draft = {"scene_mode": "fast_dialogue"}
ELEVENLABS: Draft = {"use_elevenlabs": True}
VAD: Draft = {"voice_params.turn_detection.type": "server_vad"}
OWN_AGORA: Draft = {"room": "own", "stream_type": "agora"}
OWN_LIVEKIT: Draft = {"room": "own", "stream_type": "livekit"}
OWN_TRTC: Draft = {"room": "own", "stream_type": "trtc"}
ELEVEN = "voice_params.elevenlabs_settings."
TURN = "voice_params.turn_detection."
ALWAYS: tuple[Draft, ...] = ({}, FAST, ELEVENLABS, OWN_TRTC)
STANDARD_ONLY: tuple[Draft, ...] = ({}, {"scene_mode": None}, ELEVENLABS)

# key, label, step, kind, required, advanced, drafts that show it, drafts that hide it
ROWS: list[tuple[str, str, int, str, bool, bool, tuple[Draft, ...], tuple[Draft, ...]]] = [
    ("avatar_id", "Avatar", 1, "text", True, False, ALWAYS, ()),
    ("background_url", "Background picture or video", 1, "url", False, False, ALWAYS, ()),
    ("voice_id", "Voice", 2, "text", False, False, ({}, ELEVENLABS, FAST | ELEVENLABS), (FAST,)),
    ("voice_url", "Voice from a link", 2, "url", False, False, STANDARD_ONLY, (FAST, FAST | ELEVENLABS)),
    ("voice_params.voice_id", "Fast dialogue voice", 2, "choice", False, False, (FAST,), ({},)),
    ("voice_params.speed", "Speaking speed", 2, "number", False, False, STANDARD_ONLY, (FAST,)),
    ("voice_params.pron_map", "Say words as", 2, "pairs", False, True, STANDARD_ONLY, (FAST,)),
    ("use_elevenlabs", "Use my ElevenLabs account", 2, "switch", False, False, ALWAYS, ()),
    (ELEVEN + "api_key", "ElevenLabs API key", 2, "secret", True, False, (ELEVENLABS, FAST | ELEVENLABS), ({}, FAST)),
    (ELEVEN + "model_id", "ElevenLabs model", 2, "text", False, False, (ELEVENLABS,), ({},)),
    (ELEVEN + "stability", "Stability", 2, "number", False, False, (ELEVENLABS,), ({},)),
    (ELEVEN + "similarity_boost", "Similarity boost", 2, "number", False, False, (ELEVENLABS,), ({},)),
    (ELEVEN + "style", "Style", 2, "number", False, False, (ELEVENLABS,), ({},)),
    (ELEVEN + "use_speaker_boost", "Speaker boost", 2, "choice", False, False, (ELEVENLABS,), ({},)),
    ("mode_type", "Mode", 3, "choice", False, False, ALWAYS, ()),
    ("language", "Language", 3, "text", False, False, ALWAYS, ()),
    ("knowledge_id", "Knowledge base", 3, "text", False, False, ALWAYS, ()),
    ("scene_mode", "Scene mode", 4, "choice", False, False, ALWAYS, ()),
    ("e2e_type", "End-to-end engine", 4, "choice", False, False, (FAST,), ({},)),
    ("voice_params.stt_language", "Speech recognition language", 4, "text", False, True, ALWAYS, ()),
    ("voice_params.stt_type", "Speech recognition engine", 4, "choice", False, True, STANDARD_ONLY, (FAST,)),
    (TURN + "type", "Turn detection", 4, "choice", False, True, ALWAYS, ()),
    (TURN + "threshold", "Activation threshold", 4, "number", False, True, (VAD, VAD | FAST), ({},)),
    (TURN + "prefix_padding_ms", "Audio kept before speech", 4, "whole", False, True, (VAD,), ({},)),
    (
        TURN + "silence_duration_ms", "Silence before the answer", 4, "whole", False, True,
        (VAD,), ({}, {TURN + "type": "semantic_vad"}),
    ),
    ("stream_type", "Stream type", 5, "choice", False, False, ALWAYS, ()),
    ("room", "Room", 6, "choice", False, False, ALWAYS, ()),
    ("credentials.agora_uid", "Agora UID", 6, "whole", True, False, (OWN_AGORA,), ({}, OWN_LIVEKIT, OWN_TRTC)),
    ("credentials.agora_app_id", "Agora App ID", 6, "text", False, False, (OWN_AGORA,), ({}, OWN_LIVEKIT)),
    ("credentials.agora_channel", "Agora channel", 6, "text", True, False, (OWN_AGORA,), ({}, OWN_TRTC)),
    ("credentials.agora_token", "Agora token", 6, "secret", True, False, (OWN_AGORA, {"room": "own"}), ({},)),
    ("credentials.livekit_url", "LiveKit server URL", 6, "url", True, False, (OWN_LIVEKIT,), ({}, OWN_AGORA)),
    ("credentials.livekit_token", "LiveKit token", 6, "secret", True, False, (OWN_LIVEKIT,), ({}, OWN_AGORA)),
    ("credentials.livekit_room_name", "LiveKit room", 6, "text", False, False, (OWN_LIVEKIT,), ({}, OWN_TRTC)),
    (
        "credentials.livekit_server_identity", "LiveKit server identity", 6, "text", False, False,
        (OWN_LIVEKIT,), ({},),
    ),
    (
        "credentials.livekit_client_identity", "LiveKit client identity", 6, "text", False, False,
        (OWN_LIVEKIT,), ({},),
    ),
    ("credentials.trtc_sdk_app_id", "TRTC SDKAppID", 6, "whole", True, False, (OWN_TRTC,), ({}, OWN_AGORA)),
    ("credentials.trtc_sdk_room_id", "TRTC room", 6, "text", True, False, (OWN_TRTC,), ({}, OWN_LIVEKIT)),
    ("credentials.trtc_sdk_user_id", "TRTC user", 6, "text", True, False, (OWN_TRTC,), ({}, OWN_LIVEKIT)),
    ("credentials.trtc_sdk_user_sig", "TRTC UserSig", 6, "secret", True, False, (OWN_TRTC,), ({}, {"room": "own"})),
    ("duration", "Session length", 7, "length", False, False, ALWAYS, ()),
]  # fmt: skip


def test_the_form_has_these_rows_in_this_order() -> None:
    assert [row[0] for row in ROWS] == [field.key for field in FIELDS]
    assert STEPS == ("Avatar", "Voice", "Mode", "Scene mode", "Stream type", "Credentials", "Session")


@pytest.mark.parametrize(("key", "label", "step", "kind", "required", "advanced", "shown", "hidden"), ROWS)
def test_a_row(
    key: str, label: str, step: int, kind: str, required: bool, advanced: bool,
    shown: tuple[Draft, ...], hidden: tuple[Draft, ...],
) -> None:  # fmt: skip
    field = BY_KEY[key]
    assert (field.label, field.step, field.kind, field.advanced) == (label, step, kind, advanced)
    for draft in shown:
        assert key in rules.visible(draft)
        assert (key in _missing(draft)) is required
    for draft in hidden:
        assert key not in rules.visible(draft)
        assert key not in _missing(draft)


def _missing(draft: Draft) -> set[str]:
    return {problem.key for problem in rules.problems(draft) if "needed" in problem.words.template}


CHOICES: list[tuple[str, list[tuple[object, str]], object]] = [
    ("mode_type", [(2, "Dialogue"), (1, "Retelling")], 2),
    ("scene_mode", [(None, "Standard"), ("fast_dialogue", "Fast dialogue")], None),
    ("e2e_type", [(None, "not sent"), ("openai", "OpenAI")], None),
    ("voice_params.stt_type", [(None, "not sent"), ("openai_realtime", "OpenAI Realtime")], None),
    (
        TURN + "type",
        [(None, "not sent"), ("server_vad", "Server VAD"), ("semantic_vad", "Semantic VAD")],
        None,
    ),
    ("stream_type", [("agora", "Agora"), ("livekit", "LiveKit"), ("trtc", "TRTC (Tencent)")], "agora"),
    ("room", [("akool", "Akool's room"), ("own", "My own room")], "akool"),
    (ELEVEN + "use_speaker_boost", [(None, "not sent"), (True, "on"), (False, "off")], None),
]


@pytest.mark.parametrize(("key", "choices", "first"), CHOICES)
def test_choices(key: str, choices: list[tuple[object, str]], first: object) -> None:
    assert [(choice.value, choice.label) for choice in BY_KEY[key].choices] == choices
    assert rules.value({}, key) == first


def test_fast_dialogue_voices() -> None:
    names = ["alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse", "marin", "cedar"]
    assert [choice.value for choice in BY_KEY["voice_params.voice_id"].choices] == [None, *names]


def test_first_values() -> None:
    assert rules.value({}, "duration") == 600
    assert rules.value({}, "use_elevenlabs") is False
    assert rules.payload({"avatar_id": "x"}) == {
        "avatar_id": "x", "mode_type": 2, "stream_type": "agora", "duration": 600,
    }  # fmt: skip


def test_rules_name_real_fields_and_values_and_hold_no_cycle() -> None:
    for field in FIELDS:
        for condition in (*field.when, *(note.when for note in (*field.notes, *field.hints))):
            for key, values in condition.items():
                allowed = {choice.value for choice in BY_KEY[key].choices} | {None, ...}
                allowed |= {True, False} if BY_KEY[key].kind == "switch" else set()
                assert set(values) <= allowed, (field.key, key)
        assert field.key not in _ancestors(field.key, ())


def _ancestors(key: str, path: tuple[str, ...]) -> set[str]:
    assert key not in path, path
    parents = {parent for condition in BY_KEY[key].when for parent in condition}
    return parents.union(*(_ancestors(parent, (*path, key)) for parent in parents))

"""Every row of the form: what it is called, where it stands, what it takes and when it shows.

The tables here are written from the field list, not from fields.py.
"""

from collections.abc import Callable, Iterator
from itertools import product

import pytest

from akool_desktop.session import rules
from akool_desktop.session.fields import ANYTHING, BY_KEY, FACT_BY_KEY, FACTS, FIELDS, STEPS, Condition, Value

Draft = dict[str, Value]
ELEVEN = "voice_params.elevenlabs_settings."
TURN = "voice_params.turn_detection."
OWN = "credentials."

# What decides whether other fields show, each with every value it can have.
DECIDING: dict[str, tuple[Value, ...]] = {
    "scene_mode": (None, "fast_dialogue"),
    "use_elevenlabs": (False, True),
    TURN + "type": (None, "server_vad", "semantic_vad"),
    "room": ("akool", "own"),
    "stream_type": ("agora", "livekit", "trtc"),
    "avatar.background": (None, "taken", "not taken"),
}
SITUATIONS: list[Draft] = [dict(zip(DECIDING, found, strict=True)) for found in product(*DECIDING.values())]


def own_room(provider: str) -> Callable[[Draft], bool]:
    return lambda now: now["room"] == "own" and now["stream_type"] == provider


SHOWN_WHEN: dict[str, Callable[[Draft], bool]] = {
    "always": lambda _: True,
    "unless the avatar takes none": lambda now: now["avatar.background"] != "not taken",
    "fast dialogue": lambda now: now["scene_mode"] == "fast_dialogue",
    "not fast dialogue": lambda now: now["scene_mode"] is None,
    "not fast dialogue, or ElevenLabs on": lambda now: now["scene_mode"] is None or now["use_elevenlabs"] is True,
    "ElevenLabs on": lambda now: now["use_elevenlabs"] is True,
    "server VAD": lambda now: now[TURN + "type"] == "server_vad",
    "own room, Agora": own_room("agora"),
    "own room, LiveKit": own_room("livekit"),
    "own room, TRTC": own_room("trtc"),
}

# key, label, step, kind, shown when, and "required", "advanced" where it is
ROWS = [
    ("avatar_id", "Avatar", 1, "text", "always", "required"),
    ("background_url", "Background picture or video", 1, "url", "unless the avatar takes none", ""),
    ("voice_id", "Voice", 2, "text", "not fast dialogue, or ElevenLabs on", ""),
    ("voice_url", "Voice from a link", 2, "url", "not fast dialogue", ""),
    ("voice_params.voice_id", "Fast dialogue voice", 2, "choice", "fast dialogue", ""),
    ("voice_params.speed", "Speaking speed", 2, "number", "not fast dialogue", ""),
    ("voice_params.pron_map", "Say words as", 2, "pairs", "not fast dialogue", "advanced"),
    ("use_elevenlabs", "Use my ElevenLabs account", 2, "switch", "always", ""),
    (ELEVEN + "api_key", "ElevenLabs API key", 2, "secret", "ElevenLabs on", "required"),
    (ELEVEN + "model_id", "ElevenLabs model", 2, "text", "ElevenLabs on", ""),
    (ELEVEN + "stability", "Stability", 2, "number", "ElevenLabs on", ""),
    (ELEVEN + "similarity_boost", "Similarity boost", 2, "number", "ElevenLabs on", ""),
    (ELEVEN + "style", "Style", 2, "number", "ElevenLabs on", ""),
    (ELEVEN + "use_speaker_boost", "Speaker boost", 2, "choice", "ElevenLabs on", ""),
    ("mode_type", "Mode", 3, "choice", "always", ""),
    ("language", "Language", 3, "text", "always", ""),
    ("knowledge_id", "Knowledge base", 3, "text", "always", ""),
    ("scene_mode", "Scene mode", 4, "choice", "always", ""),
    ("e2e_type", "End-to-end engine", 4, "choice", "fast dialogue", ""),
    ("voice_params.stt_language", "Speech recognition language", 4, "text", "always", "advanced"),
    ("voice_params.stt_type", "Speech recognition engine", 4, "choice", "not fast dialogue", "advanced"),
    (TURN + "type", "Turn detection", 4, "choice", "always", "advanced"),
    (TURN + "threshold", "Activation threshold", 4, "number", "server VAD", "advanced"),
    (TURN + "prefix_padding_ms", "Audio kept before speech", 4, "whole", "server VAD", "advanced"),
    (TURN + "silence_duration_ms", "Silence before the answer", 4, "whole", "server VAD", "advanced"),
    ("stream_type", "Stream type", 5, "choice", "always", ""),
    ("room", "Room", 6, "choice", "always", ""),
    (OWN + "agora_uid", "Agora UID", 6, "whole", "own room, Agora", "required"),
    (OWN + "agora_app_id", "Agora App ID", 6, "text", "own room, Agora", ""),
    (OWN + "agora_channel", "Agora channel", 6, "text", "own room, Agora", "required"),
    (OWN + "agora_token", "Agora token", 6, "secret", "own room, Agora", "required"),
    (OWN + "livekit_url", "LiveKit server URL", 6, "url", "own room, LiveKit", "required"),
    (OWN + "livekit_token", "LiveKit token", 6, "secret", "own room, LiveKit", "required"),
    (OWN + "livekit_room_name", "LiveKit room", 6, "text", "own room, LiveKit", ""),
    (OWN + "livekit_server_identity", "LiveKit server identity", 6, "text", "own room, LiveKit", ""),
    (OWN + "livekit_client_identity", "LiveKit client identity", 6, "text", "own room, LiveKit", ""),
    (OWN + "trtc_sdk_app_id", "TRTC SDKAppID", 6, "whole", "own room, TRTC", "required"),
    (OWN + "trtc_sdk_room_id", "TRTC room", 6, "text", "own room, TRTC", "required"),
    (OWN + "trtc_sdk_user_id", "TRTC user", 6, "text", "own room, TRTC", "required"),
    (OWN + "trtc_sdk_user_sig", "TRTC UserSig", 6, "secret", "own room, TRTC", "required"),
    ("duration", "Session length", 7, "length", "always", ""),
]
by_key = pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])


def test_the_form_has_these_rows_in_this_order() -> None:
    assert [field.key for field in FIELDS] == [row[0] for row in ROWS]
    assert STEPS == ("Avatar", "Voice", "Mode", "Scene mode", "Stream type", "Credentials", "Session")


@by_key
def test_what_a_row_is(row: tuple[str, str, int, str, str, str]) -> None:
    key, label, step, kind, _, marks = row
    field = BY_KEY[key]
    assert (field.label, field.step, field.kind) == (label, step, kind)
    assert (field.required, field.advanced) == (marks == "required", marks == "advanced")
    assert field.secret is (kind == "secret")
    assert field.sent is (key not in ("use_elevenlabs", "room"))


@by_key
def test_when_a_row_shows_and_when_it_is_needed(row: tuple[str, str, int, str, str, str]) -> None:
    key, _, _, _, shown_when, marks = row
    for now in SITUATIONS:
        shows = SHOWN_WHEN[shown_when](now)
        assert (key in rules.visible(now)) is shows, now
        problems = {problem.key: str(problem.words) for problem in rules.problems(now)}
        needed = f"{BY_KEY[key].label} is needed."
        assert (problems.get(key) == needed) is (shows and marks == "required"), now
        assert shows or key not in problems


def test_these_fields_and_facts_alone_decide_what_shows() -> None:
    named = {key for field in FIELDS for condition in field.when for key in condition}
    assert named == set(DECIDING)


# key, what the list says in order, which one is chosen at first
NOT_SENT = (None, "not sent", "")
FAST_VOICES = ("alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse", "marin", "cedar")
CHOICES: list[tuple[str, list[tuple[Value, str, str]], Value]] = [
    ("mode_type", [(2, "Dialogue", "answers people"), (1, "Retelling", "says exactly what it is sent")], 2),
    (
        "scene_mode",
        [(None, "Standard", "the usual way"), ("fast_dialogue", "Fast dialogue", "quicker answers, voice input only")],
        None,
    ),
    ("e2e_type", [NOT_SENT, ("openai", "OpenAI", "")], None),
    ("voice_params.stt_type", [NOT_SENT, ("openai_realtime", "OpenAI Realtime", "")], None),
    (
        TURN + "type",
        [
            NOT_SENT,
            ("server_vad", "Server VAD", "after a silence"),
            ("semantic_vad", "Semantic VAD", "when the sentence sounds finished"),
        ],
        None,
    ),
    ("stream_type", [("agora", "Agora", ""), ("livekit", "LiveKit", ""), ("trtc", "TRTC (Tencent)", "")], "agora"),
    ("room", [("akool", "Akool's room", ""), ("own", "My own room", "")], "akool"),
    (ELEVEN + "use_speaker_boost", [NOT_SENT, (True, "on", ""), (False, "off", "")], None),
    ("voice_params.voice_id", [NOT_SENT, *((name, name, "") for name in FAST_VOICES)], None),
]


@pytest.mark.parametrize(("key", "choices", "first"), CHOICES, ids=[key for key, _, _ in CHOICES])
def test_choices(key: str, choices: list[tuple[Value, str, str]], first: Value) -> None:
    assert [(choice.value, choice.label, choice.sentence) for choice in BY_KEY[key].choices] == choices
    assert rules.value({}, key) == first


def test_every_list_has_its_row_here() -> None:
    assert {field.key for field in FIELDS if field.choices} == {key for key, _, _ in CHOICES}


# key, lowest, highest, one press of an arrow, unit
NUMBERS = [
    ("voice_params.speed", 0.8, 1.2, 0.05, ""),
    (ELEVEN + "stability", 0, 1, 0.05, ""),
    (ELEVEN + "similarity_boost", 0, 1, 0.05, ""),
    (ELEVEN + "style", 0, 1, 0.05, ""),
    (TURN + "threshold", 0, 1, 0.05, ""),
    (TURN + "prefix_padding_ms", 0, None, 50, "ms"),
    (TURN + "silence_duration_ms", 0, None, 50, "ms"),
    (OWN + "agora_uid", 0, None, 1, ""),
    (OWN + "trtc_sdk_app_id", 1, None, 1, ""),
    ("duration", 1, 3600, 60, ""),
]


def test_bounds() -> None:
    bounded = [
        (field.key, field.low, field.high, field.increment, field.unit)
        for field in FIELDS
        if field.kind in ("number", "whole", "length")
    ]
    assert bounded == NUMBERS


def test_links_pickers_and_suggestions() -> None:
    assert {field.key: set(field.schemes) for field in FIELDS if field.schemes} == {
        "background_url": {"http", "https"}, "voice_url": {"http", "https"}, OWN + "livekit_url": {"ws", "wss"},
    }  # fmt: skip
    assert {field.key: field.list_of for field in FIELDS if field.list_of} == {
        "avatar_id": "avatars", "voice_id": "voices", "language": "languages", "knowledge_id": "knowledge_bases",
        "voice_params.stt_language": "languages",
    }  # fmt: skip
    assert {field.key: field.suggestions for field in FIELDS if field.suggestions} == {
        ELEVEN + "model_id": ("eleven_flash_v2_5", "eleven_turbo_v2_5", "eleven_multilingual_v2"),
    }


def test_first_values() -> None:
    firsts = {field.key: field.default for field in FIELDS if field.default is not None}
    assert firsts == {
        "use_elevenlabs": False, "mode_type": 2, "stream_type": "agora", "room": "akool", "duration": 600,
    }  # fmt: skip


@pytest.mark.parametrize("token", ["agora_token", "livekit_token", "trtc_sdk_user_sig"])
def test_a_token_of_an_own_room_is_said_to_be_the_avatars(token: str) -> None:
    assert BY_KEY[OWN + token].hint.startswith("For the avatar")


# Conditions.


def conditions() -> Iterator[tuple[str, Condition]]:
    for field in FIELDS:
        for condition in (*field.when, *(note.when for note in (*field.notes, *field.hints))):
            yield field.key, condition


def test_conditions_name_real_fields_and_real_values() -> None:
    for owner, condition in conditions():
        assert condition, owner
        for key, values in condition.items():
            assert values, (owner, key)
            if fact := FACT_BY_KEY.get(key):
                assert set(values) <= {choice.value for choice in fact.choices}, (owner, key)
                continue
            field = BY_KEY[key]
            if field.kind == "choice":
                assert set(values) <= {choice.value for choice in field.choices}, (owner, key)
            elif field.kind == "switch":
                assert set(values) <= {True, False}, (owner, key)
            else:
                assert set(values) <= {None, *ANYTHING}, (owner, key)


def test_a_fact_is_about_a_field_and_may_not_be_known() -> None:
    assert not set(FACT_BY_KEY) & set(BY_KEY)
    for fact in FACTS:
        assert fact.of in BY_KEY
        assert fact.choices[0].value is None


def test_a_fact_that_closes_a_field_says_why() -> None:
    closing = [
        (fact, choice)
        for fact in FACTS
        for field in FIELDS
        for condition in field.when
        if fact.key in condition
        for choice in fact.choices
        if choice.value not in condition[fact.key]
    ]
    assert [(fact.key, choice.value) for fact, choice in closing] == [("avatar.background", "not taken")]
    assert all(choice.sentence for _, choice in closing)


def test_visibility_holds_no_cycle() -> None:
    parents = {field.key: {key for condition in field.when for key in condition} for field in FIELDS}
    parents |= {fact.key: {fact.of} for fact in FACTS}
    while settled := {key for key, above in parents.items() if not above}:
        parents = {key: above - settled for key, above in parents.items() if key not in settled}
    assert parents == {}


def test_a_hidden_field_fulfils_no_condition() -> None:
    """So what a hidden field still holds can show no other one."""
    fast_voice: Condition = {"voice_params.voice_id": ("marin",)}
    typed: Draft = {"voice_params.voice_id": "marin"}
    assert rules.holds(typed | {"scene_mode": "fast_dialogue"}, fast_voice)
    assert not rules.holds(typed, fast_voice)
    assert not rules.holds({}, {"voice_params.voice_id": (None,)})

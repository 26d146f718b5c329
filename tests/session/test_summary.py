"""The sentence that says what will happen, what is held for it, and each step in a word or two."""

import pytest

from akool_desktop.session import summary
from akool_desktop.session.fields import BY_KEY, Value

Draft = dict[str, Value]
NAMES = {"avatar_id": "Tristan", "language": "English", "knowledge_id": "Museum", "voice_id": "Rosa"}
TRISTAN: Draft = {"avatar_id": "dvp_Tristan_cloth2_1080P"}
FULL: Draft = TRISTAN | {"language": "en", "knowledge_id": "64f8a1b2"}
FAST: Draft = {"scene_mode": "fast_dialogue"}
RETELLING: Draft = {"mode_type": 1}


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (
            FULL,
            "Tristan will answer people in English for 10 minutes in Akool's Agora room,"
            " with the knowledge base Museum.",
        ),
        (
            TRISTAN | FAST | {"language": "en", "duration": 1800, "room": "own", "stream_type": "livekit"},
            "Tristan will answer people by fast dialogue in English for 30 minutes in your own LiveKit room.",
        ),
        (TRISTAN, "Tristan will answer people for 10 minutes in Akool's Agora room."),
        (
            TRISTAN | RETELLING | {"stream_type": "trtc", "duration": 90},
            "Tristan will say exactly what it is sent for 1:30 minutes in Akool's TRTC room.",
        ),
        (
            TRISTAN | RETELLING | FAST | {"room": "own", "stream_type": "trtc"},
            "Tristan will retell by fast dialogue for 10 minutes in your own TRTC room.",
        ),
        (
            {"duration": None},
            "An avatar you have not chosen yet will answer people for a length that is not known"
            " in Akool's Agora room.",
        ),
        (
            TRISTAN | {"duration": "ten"},
            "Tristan will answer people for a length you have not entered yet in Akool's Agora room.",
        ),
    ],
)
def test_the_sentence(draft: Draft, words: str) -> None:
    assert str(summary.sentence(draft, NAMES)) == words


def test_an_id_without_a_name_stands_for_itself() -> None:
    draft: Draft = {"avatar_id": " {odd} ", "language": "tlh", "knowledge_id": "{0}"}
    assert str(summary.sentence(draft, {})) == (
        "{odd} will answer people in tlh for 10 minutes in Akool's Agora room, with the knowledge base {0}."
    )


def test_what_a_hurried_reader_looks_for_is_strong() -> None:
    assert summary.sentence(FULL | FAST, NAMES).render(strong="*{}*".format) == (
        "*Tristan* will answer people by *fast dialogue* in *English* for *10 minutes* in *Akool's Agora room*,"
        " with the knowledge base *Museum*."
    )


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "1 second"), (2, "2 seconds"), (59, "59 seconds"), (60, "1 minute"), (61, "1:01 minutes"),
        (90, "1:30 minutes"), (120, "2 minutes"), (600, "10 minutes"), (3599, "59:59 minutes"), (3600, "60 minutes"),
    ],
)  # fmt: skip
def test_durations(seconds: int, words: str) -> None:
    assert str(summary.duration(seconds)) == words


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        (
            600,
            "Holds the full 10 minutes in advance; Akool gives the unused part back when the session has ended.",
        ),
        (
            1,
            "Holds the full 1 second in advance; Akool gives the unused part back when the session has ended.",
        ),
        (
            None,
            "Akool decides how long it may run and holds credits for that; it gives the unused part back.",
        ),
    ],
)
def test_what_is_held(duration: Value, words: str) -> None:
    assert str(summary.held({"duration": duration})) == words


def test_what_is_held_at_first_is_the_first_length() -> None:
    assert str(summary.held({})) == str(summary.held({"duration": BY_KEY["duration"].default}))


@pytest.mark.parametrize(
    ("step", "draft", "words"),
    [
        (1, FULL, "Tristan"),
        (1, {}, "An avatar you have not chosen yet"),
        (2, {}, "own voice"),
        (2, {"voice_id": "a"}, "Rosa"),
        (2, {"voice_url": "https://a.example"}, "from a link"),
        (2, FAST | {"voice_id": "a"}, "own voice"),
        (2, FAST | {"voice_params.voice_id": "marin", "voice_id": "a"}, "marin"),
        (2, {"voice_params.voice_id": "marin"}, "own voice"),
        (3, {}, "Dialogue"),
        (3, RETELLING, "Retelling"),
        (4, {}, "Standard"),
        (4, FAST, "Fast dialogue"),
        (5, {}, "Agora"),
        (5, {"stream_type": "livekit"}, "LiveKit"),
        (6, {}, "Akool's room"),
        (6, {"room": "own"}, "My own room"),
        (7, {}, "10:00"),
        (7, {"duration": 3599}, "59:59"),
        (7, {"duration": None}, "length not known"),
    ],
)
def test_gist(step: int, draft: Draft, words: str) -> None:
    assert str(summary.gist(draft, step, NAMES)) == words

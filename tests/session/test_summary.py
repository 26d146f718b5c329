"""The sentence that says what will happen."""

import pytest

from akool_desktop.session import summary
from akool_desktop.session.fields import Value

NAMES = {"avatar_id": "Tristan", "language": "English", "knowledge_id": "Museum"}
FULL: dict[str, Value] = {"avatar_id": "dvp", "language": "en", "knowledge_id": "k"}


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (FULL, "Tristan will answer people in English for 10 minutes in Akool's Agora room,"
               " with the knowledge base Museum."),
        (
            FULL | {"scene_mode": "fast_dialogue", "duration": 1800, "room": "own", "stream_type": "livekit",
                    "knowledge_id": None},
            "Tristan will answer people by fast dialogue in English for 30 minutes in your own LiveKit room.",
        ),
        (
            {"mode_type": 1, "avatar_id": "dvp", "stream_type": "trtc", "duration": 90},
            "Tristan will say exactly what it is sent for 1:30 minutes in Akool's TRTC room.",
        ),
        ({"duration": None}, "An avatar you have not chosen yet will answer people for a length that is not known"
                             " in Akool's Agora room."),
        ({"avatar_id": "dvp", "duration": "ten"}, "Tristan will answer people for a length you have not entered yet"
                                                  " in Akool's Agora room."),
    ],
)  # fmt: skip
def test_sentence(draft: dict[str, Value], words: str) -> None:
    names = {key: name for key, name in NAMES.items() if draft.get(key)}
    assert str(summary.sentence(draft, names)) == words


def test_an_id_without_a_name_stands_for_itself() -> None:
    assert str(summary.sentence({"avatar_id": "{odd}"}, {})).startswith("{odd} will answer people")


def test_what_matters_is_strong() -> None:
    marked = summary.sentence(FULL, NAMES).render(strong="*{}*".format)
    assert marked == (
        "*Tristan* will answer people in *English* for *10 minutes* in *Akool's Agora room*,"
        " with the knowledge base *Museum*."
    )


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "1 second"), (45, "45 seconds"), (60, "1 minute"), (600, "10 minutes"), (90, "1:30 minutes")],
)
def test_durations(seconds: int, words: str) -> None:
    assert str(summary.duration(seconds)) == words


def test_held() -> None:
    assert "10 minutes" in str(summary.held({}))
    assert "Akool decides" in str(summary.held({"duration": None}))


@pytest.mark.parametrize(
    ("step", "draft", "words"),
    [
        (1, FULL, "Tristan"), (2, {}, "own voice"), (2, {"voice_url": "https://a.example"}, "from a link"),
        (2, {"scene_mode": "fast_dialogue", "voice_params.voice_id": "marin", "voice_id": "x"}, "marin"),
        (3, {}, "Dialogue"), (4, {}, "Standard"), (5, {"stream_type": "livekit"}, "LiveKit"), (6, {}, "Akool's room"),
        (7, {}, "10:00"), (7, {"duration": None}, "length not known"),
    ],
)  # fmt: skip
def test_gist(step: int, draft: dict[str, Value], words: str) -> None:
    assert str(summary.gist(draft, step, NAMES)) == words

"""Fields show and hide at once, keep what was typed, and nothing jumps under the pointer."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QRadioButton
from ui.driving import AVATAR, Program, cursor, settle, until

from akool_desktop.session.fields import FIELDS, Value
from akool_desktop.words import Card, Words

ELEVENLABS = "voice_params.elevenlabs_settings."
TURN = "voice_params.turn_detection."
SIZES = [(1024, 640), (1440, 900), (720, 450)]
Choices = tuple[tuple[str, str], ...]

# What the operator chooses, and which fields come and which go with it.
CONDITIONS: dict[str, tuple[Choices, set[str], set[str]]] = {
    "fast dialogue": (
        (("scene_mode", "Fast dialogue"),),
        {"voice_params.voice_id", "e2e_type"},
        {"voice_id", "voice_url", "voice_params.speed", "voice_params.pron_map", "voice_params.stt_type"},
    ),
    "ElevenLabs": (
        (("use_elevenlabs", ""),),
        {
            ELEVENLABS + name
            for name in ("api_key", "model_id", "stability", "similarity_boost", "style", "use_speaker_boost")
        },
        set(),
    ),
    "fast dialogue with ElevenLabs, whose voice is a voice ID": (
        (("scene_mode", "Fast dialogue"), ("use_elevenlabs", "")),
        {"voice_params.voice_id", "e2e_type"}
        | {
            ELEVENLABS + name
            for name in ("api_key", "model_id", "stability", "similarity_boost", "style", "use_speaker_boost")
        },
        {"voice_url", "voice_params.speed", "voice_params.pron_map", "voice_params.stt_type"},
    ),
    "server VAD": (
        ((TURN + "type", "Server VAD"),),
        {TURN + "threshold", TURN + "prefix_padding_ms", TURN + "silence_duration_ms"},
        set(),
    ),
    "semantic VAD": (((TURN + "type", "Semantic VAD"),), set(), set()),
    "LiveKit in Akool's room": ((("stream_type", "LiveKit"),), set(), set()),
    "own Agora room": (
        (("room", "My own room"),),
        {f"credentials.agora_{name}" for name in ("uid", "app_id", "channel", "token")},
        set(),
    ),
    "own LiveKit room": (
        (("room", "My own room"), ("stream_type", "LiveKit")),
        {
            f"credentials.livekit_{name}"
            for name in ("url", "token", "room_name", "server_identity", "client_identity")
        },
        set(),
    ),
    "own TRTC room": (
        (("stream_type", "TRTC"), ("room", "My own room")),
        {f"credentials.trtc_sdk_{name}" for name in ("app_id", "room_id", "user_id", "user_sig")},
        set(),
    ),
}
BACK = {
    "scene_mode": "Standard",
    "use_elevenlabs": "",
    TURN + "type": "not sent",
    "stream_type": "Agora",
    "room": "Akool's room",
}


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_choice_shows_and_hides_fields_and_back(page: Program, condition: str) -> None:
    choices, come, go = CONDITIONS[condition]
    _open_advanced(page)
    before = _shown(page)
    assert go <= before
    assert not come & before
    for key, words in choices:
        _choose(page, key, words)
    assert _shown(page) == before - go | come
    for key, _ in reversed(choices):
        _choose(page, key, BACK[key])
    assert _shown(page) == before


def test_what_was_typed_survives_being_hidden(screen: Program) -> None:
    _open_advanced(screen)
    typed = {
        "voice_id": "a-voice",
        "voice_url": "https://voices.example/one",
        "voice_params.speed": "1.15",
        "credentials.agora_channel": "booth",
        "credentials.agora_token": "agora-token-9",
        "credentials.agora_uid": "100010",
        "credentials.livekit_url": "wss://booth.example",
        "credentials.livekit_token": "livekit-token-9",
        "credentials.trtc_sdk_user_id": "avatar",
    }
    for stream in ("Agora", "LiveKit", "TRTC"):
        screen.choose("room", "My own room")
        screen.choose("stream_type", stream)
        for key, text in typed.items():
            if screen.shows(key):
                screen.type(key, text)
    for key, words in (("scene_mode", "Fast dialogue"), ("room", "Akool's room"), ("stream_type", "Agora")):
        screen.choose(key, words)
    assert not any(screen.shows(key) for key in typed)
    screen.choose("scene_mode", "Standard")
    screen.choose("room", "My own room")
    back: dict[str, str] = {}
    for stream in ("Agora", "LiveKit", "TRTC"):
        screen.choose("stream_type", stream)
        back |= {key: screen.text_of(key).text() for key in typed if screen.shows(key)}
    assert back == typed


async def test_the_way_to_a_field_that_has_been_hidden_since_is_what_hides_it(program: Program) -> None:
    """A card still leads there. The cursor was in a field that nobody saw, and took what was typed next."""
    token = "credentials.livekit_token"
    program.load({"avatar_id": AVATAR, "room": "own", "stream_type": "livekit"})
    happened = Words("The token was refused.")
    card = program.window.errors.add(Card(Words("Refused"), happened, Words("No."), Words("Go there."), token))
    program.choose("stream_type", "TRTC (Tencent)")
    program.press("Go there", card)
    assert program.focused() == "stream_type"
    await until(lambda: not program.field("stream_type").visibleRegion().isEmpty(), "for it")


def test_words_to_say_survive_being_hidden(screen: Program) -> None:
    _open_advanced(screen)
    screen.press("Add a word")
    _type_pair(screen, "akool", "ai ku er")
    screen.choose("scene_mode", "Fast dialogue")
    screen.choose("scene_mode", "Standard")
    assert screen.form.draft["voice_params.pron_map"] == (("akool", "ai ku er"),)
    assert screen.says("akool", screen.row("voice_params.pron_map"))


@pytest.mark.parametrize("place", ["top", "middle", "bottom", "end of the page"])
@pytest.mark.parametrize(
    ("key", "there", "back"),
    [
        ("scene_mode", "Fast dialogue", "Standard"),
        ("use_elevenlabs", "", ""),
        ("room", "My own room", "Akool's room"),
    ],
)
def test_the_changed_row_does_not_move(page: Program, place: str, key: str, there: str, back: str) -> None:
    for size in SIZES:
        page.window.resize(*size)
        page.load({"avatar_id": AVATAR})
        _scroll(page, key, place)
        was = _place(page, key)
        for words in (there, back, there):
            _choose(page, key, words)
            assert _place(page, key) == was, size


def test_the_changed_row_does_not_move_at_the_very_top(screen: Program) -> None:
    """Where no scrolling can make up for what shows above it."""
    screen.window.resize(1600, 2000)
    was = _place(screen, "scene_mode")
    assert screen.form.verticalScrollBar().value() == 0
    for words in ("Fast dialogue", "Standard"):
        screen.choose("scene_mode", words)
        assert _place(screen, "scene_mode") == was


@pytest.mark.parametrize("size", SIZES)
def test_a_problem_that_appears_above_does_not_move_what_is_clicked(screen: Program, size: tuple[int, int]) -> None:
    """Else the button would be let go beside it, and the click be lost."""
    screen.window.resize(*size)
    screen.load({"avatar_id": AVATAR})
    screen.type("background_url", "nonsense")
    _scroll(screen, "mode_type", "middle")
    was = _place(screen, "mode_type")
    buttons = screen.field("mode_type").findChildren(QRadioButton)
    retelling = next(button for button in buttons if button.text() == "Retelling")
    QTest.mousePress(retelling, Qt.MouseButton.LeftButton)
    assert screen.says("This is not a whole link", screen.row("background_url"))
    assert _place(screen, "mode_type") == was
    QTest.mouseRelease(retelling, Qt.MouseButton.LeftButton)
    assert screen.form.draft["mode_type"] == 1


@pytest.mark.parametrize(
    ("key", "value", "label"),
    [
        ("voice_params.pron_map", (("a", ""),), "Say words as"),
        ("voice_params.stt_language", "en", "Speech recognition language"),
        (TURN + "type", "server_vad", "Turn detection"),
    ],
)
def test_advanced_opens_by_itself_when_it_holds_something(
    screen: Program, key: str, value: Value, label: str
) -> None:
    assert not screen.shows(key)
    screen.load({key: value})
    assert screen.labelled(label).isVisibleTo(screen.window)


def test_advanced_stays_open_while_it_holds_something_and_closes_after(screen: Program) -> None:
    screen.load({"voice_params.stt_language": "en"})
    fold = screen.folds(opened=True)[-1]
    screen.click(fold)
    assert screen.shows("voice_params.stt_language")
    screen.type("voice_params.stt_language", "")
    assert screen.shows("voice_params.stt_language")  # does not vanish under the cursor
    screen.click(fold)
    assert not screen.shows("voice_params.stt_language")


def _shown(screen: Program) -> set[str]:
    return {field.key for field in FIELDS if screen.shows(field.key)}


def _open_advanced(screen: Program) -> None:
    for fold in screen.folds(opened=False):
        screen.click(fold)


def _choose(screen: Program, key: str, words: str) -> None:
    """One of its words; a switch is simply turned."""
    if words:
        screen.choose(key, words)
    else:
        screen.turn(key)


def _type_pair(screen: Program, word: str, said: str) -> None:
    edits = screen.row("voice_params.pron_map").findChildren(QLineEdit)
    QTest.keyClicks(edits[0], word)
    QTest.keyClicks(edits[1], said)


def _scroll(screen: Program, key: str, place: str) -> None:
    """Bring the row to a place of the viewport, as far as the page goes."""
    settle()
    bar, height, row = screen.form.verticalScrollBar(), screen.form.viewport().height(), screen.row(key)
    wanted = {"top": 0, "middle": height // 2, "bottom": height - row.height()}.get(place)
    for _ in range(2):  # the first time, an empty strip at the top may go
        if wanted is None:
            bar.setValue(bar.maximum())
            settle()
            screen.bring_into_view(screen.field(key))
        else:
            bar.setValue(bar.value() + _place(screen, key) - wanted)
        settle()


def _place(screen: Program, key: str) -> int:
    settle()
    return screen.row(key).mapTo(screen.form.viewport(), QPoint(0, 0)).y()


def test_words_are_filled_into_the_rows_that_are_there(screen: Program) -> None:
    """Of a thousand, each step back would take seconds."""

    def shown() -> list[QLineEdit]:
        settle()
        edits = screen.row("voice_params.pron_map").findChildren(QLineEdit)
        return [edit for edit in edits if (row := edit.parentWidget()) and not row.isHidden()]

    def load(*words: str) -> list[QLineEdit]:
        screen.load({"voice_params.pron_map": tuple((word, word.upper()) for word in words)})
        edits = shown()
        assert [edit.text() for edit in edits] == [text for word in words for text in (word, word.upper())]
        return edits

    first = load("a", "b")
    assert load("c", "d", "e")[:4] == first
    assert load("f") == first[:2]


def test_of_thousands_of_words_those_have_rows_that_are_wanted_or_wrong(screen: Program) -> None:
    """A row for each would hold the window for a minute."""
    key = "voice_params.pron_map"
    words = tuple((f"word {number}", f"{number}") for number in range(2000))
    for fold in screen.folds(opened=False):
        screen.click(fold)
    screen.load({key: (*words, ("GIF", ""), words[7])})
    row, before = screen.row(key), len(screen.row(key).findChildren(QLineEdit))
    assert before <= 200
    edits = row.findChildren(QLineEdit)
    assert [edit.text() for edit in edits[:6]] == ["word 7", "7", "GIF", "", "word 7", "7"]
    screen.press("Show more words", row)
    assert len(row.findChildren(QLineEdit)) == 2 * before
    assert cursor() is row.findChildren(QLineEdit)[before]
    screen.press("Remove this word", edits[0].parentWidget())
    edits[3].setFocus()
    QTest.keyClicks(edits[3], "jif")
    assert dict(screen.form.draft[key]) == {**dict(words), "GIF": "jif"}  # type: ignore[arg-type]
    assert len(screen.form.draft[key]) == 2001  # type: ignore[arg-type]

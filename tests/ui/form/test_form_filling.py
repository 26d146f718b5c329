"""Filling the form in: when a problem is said, what every kind of input takes, and what changes nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from ui.driving import AVATAR, Program, settle

from akool_desktop.session.fields import FIELDS, Value

SECRETS = [field.key for field in FIELDS if field.secret]
OWN_LIVEKIT: dict[str, Value] = {"room": "own", "stream_type": "livekit"}


@pytest.fixture(autouse=True)
def _clipboard() -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


# problems


def test_nothing_is_wrong_with_a_form_that_nobody_has_touched(screen: Program) -> None:
    assert not screen.says("is needed")
    assert not screen.says("Needs you")


def test_a_problem_is_not_said_while_its_field_is_typed_in(screen: Program) -> None:
    screen.load({"avatar_id": AVATAR})
    for text in ("h", "ht", "not a link"):
        screen.type("background_url", text)
        assert not screen.says("This is not", screen.row("background_url"))
    screen.tab_out_of("background_url")
    assert screen.says("This is not a whole link", screen.row("background_url"))
    assert screen.says("Needs you: 1")


def test_a_problem_goes_as_soon_as_it_is_mended(screen: Program) -> None:
    screen.type("background_url", "x")
    screen.tab_out_of("background_url")
    screen.type("background_url", "https://pictures.example/a.png")
    assert not screen.says("This is not", screen.row("background_url"))


def test_a_required_field_left_empty_says_so(screen: Program) -> None:
    screen.type("avatar_id", "x")
    screen.type("avatar_id", "")
    screen.tab_out_of("avatar_id")
    assert screen.says("Avatar is needed.", screen.row("avatar_id"))


def test_create_with_problems_says_them_all_and_goes_to_the_first(screen: Program) -> None:
    screen.load({"background_url": "nonsense", "room": "own"})
    bar = screen.form.verticalScrollBar()
    bar.setValue(bar.maximum())
    screen.click(screen.create_button)
    assert screen.focused() == "avatar_id"
    assert screen.says("Avatar is needed.", screen.row("avatar_id"))
    assert screen.says("This is not a whole link", screen.row("background_url"))
    assert screen.says("Agora UID is needed.", screen.row("credentials.agora_uid"))
    assert not screen.tasks.runs("create")


def test_create_jumps_down_the_page_as_well_as_up(screen: Program, qtbot: QtBot) -> None:
    screen.load({"avatar_id": AVATAR, **OWN_LIVEKIT})
    screen.click(screen.create_button)
    assert screen.focused() == "credentials.livekit_url"
    row = screen.row("credentials.livekit_url")
    viewport = screen.form.viewport()
    qtbot.waitUntil(lambda: viewport.rect().contains(row.mapTo(viewport, row.rect().center())))


def test_create_opens_advanced_when_the_problem_is_there(screen: Program) -> None:
    screen.load({"avatar_id": AVATAR, "voice_params.turn_detection.type": "server_vad"})
    for fold in screen.folds(opened=True):
        screen.click(fold)
    screen.type("voice_params.turn_detection.threshold", "2")
    screen.click(screen.create_button)
    assert screen.focused() == "voice_params.turn_detection.threshold"


def test_the_create_button_counts_the_problems(screen: Program) -> None:
    assert screen.create_button.accessibleDescription() == "1 problem to fix"
    screen.load({"room": "own"})
    assert screen.create_button.accessibleDescription() == "4 problems to fix"
    screen.load({"avatar_id": AVATAR})
    assert screen.create_button.accessibleDescription() == ""
    assert screen.create_button.toolTip() == "Nothing is spent."  # which is read instead, after the name


@pytest.mark.parametrize("words", ["Problems", "Notes"])
def test_the_right_column_lists_findings_and_goes_there(screen: Program, words: str) -> None:
    if words == "Problems":
        screen.load({"avatar_id": AVATAR, "background_url": "nonsense"})
        screen.click(screen.create_button)
        key = "background_url"
    else:
        screen.load({"avatar_id": AVATAR, "mode_type": 1, "knowledge_id": "museum"})
        key = "knowledge_id"
    assert words in screen.words()
    screen.press("Go there")
    assert screen.focused() == key


# numbers and lengths


@pytest.mark.parametrize(
    ("key", "typed", "value", "said"),
    [
        ("voice_params.speed", "1.05", 1.05, ""),
        ("voice_params.speed", "1,05", 1.05, ""),
        ("voice_params.speed", ".9", 0.9, ""),
        ("voice_params.speed", "2", 2.0, "Enter a number from 0.8 to 1.2."),
        ("voice_params.speed", "fast", "fast", "Enter a number."),
        ("voice_params.speed", "nan", "nan", "Enter a number."),
        ("voice_params.speed", "", None, ""),
        ("duration", "5", 300, ""),
        ("duration", "1:05", 65, ""),
        ("duration", "60:00", 3600, ""),
        ("duration", "60:01", 3601, "Enter a length from 0:01 to 60:00."),
        ("duration", "0:00", 0, "Enter a length from 0:01 to 60:00."),
        ("duration", "1:5", "1:5", "Enter minutes and seconds, such as 10:00."),
        ("duration", "1:75", "1:75", "Enter minutes and seconds, such as 10:00."),
        ("duration", "", None, ""),
        ("credentials.agora_uid", "0", 0, ""),
        ("credentials.agora_uid", "-1", -1, "Enter a whole number from 0 up."),
        ("credentials.agora_uid", "1.5", "1.5", "Enter a whole number."),
        ("credentials.agora_uid", "9" * 5000, "9" * 5000, "Enter a whole number."),
        ("duration", "9" * 5000, "9" * 5000, "Enter minutes and seconds, such as 10:00."),
    ],
)
def test_what_is_typed_counts_as_the_number_it_is(
    page: Program, key: str, typed: str, value: Value, said: str
) -> None:
    page.load({"room": "own", "voice_params.speed": 1.0})
    if len(typed) < 100:
        page.type(key, typed)
    else:
        _paste(page, key, typed)
    taken = page.form.draft[key]
    assert (taken, type(taken)) == (value, type(value))
    page.tab_out_of(key)
    assert page.says(said, page.row(key)) if said else not page.says("Enter a", page.row(key))
    assert page.form.draft[key] == value


@pytest.mark.parametrize(
    ("key", "keys", "value"),
    [
        ("voice_params.speed", [Qt.Key.Key_Up], 1.0),
        ("voice_params.speed", [Qt.Key.Key_Up, Qt.Key.Key_Up], 1.05),
        ("voice_params.speed", [Qt.Key.Key_Up, Qt.Key.Key_PageUp], 1.2),
        ("voice_params.speed", [Qt.Key.Key_Up, Qt.Key.Key_PageDown], 0.8),
        ("duration", [Qt.Key.Key_Up], 660),
        ("duration", [Qt.Key.Key_PageDown], 1),
        ("voice_params.turn_detection.prefix_padding_ms", [Qt.Key.Key_Down], 0),
        ("voice_params.turn_detection.prefix_padding_ms", [Qt.Key.Key_Up, Qt.Key.Key_Up], 50),
    ],
)
def test_arrows_step_within_the_bounds(page: Program, key: str, keys: list[Qt.Key], value: Value) -> None:
    page.load({"voice_params.turn_detection.type": "server_vad"})
    found = page.field(key)
    found.setFocus()
    for pressed in keys:
        QTest.keyClick(found, pressed)
    assert page.form.draft[key] == pytest.approx(value)


def test_dont_send_takes_the_value_back(screen: Program) -> None:
    row = screen.row("duration")
    screen.press("Don't send", row)
    assert screen.form.draft["duration"] is None
    assert not screen.buttons("Don't send", row)
    assert screen.says("Length not known", row)
    assert "duration" not in screen.preview_body()


@pytest.mark.parametrize("key", ["voice_params.speed", "duration", "credentials.agora_uid"])
def test_only_what_is_optional_and_set_offers_not_to_be_sent(page: Program, key: str) -> None:
    page.load({"room": "own", "voice_params.speed": 1.0, "credentials.agora_uid": 7})
    assert bool(page.buttons("Don't send", page.row(key))) is (key != "credentials.agora_uid")


# secrets


@pytest.mark.parametrize("key", SECRETS)
def test_a_secret_is_dots_until_it_is_revealed_and_dots_again_when_it_is_left(
    page: Program, qtbot: QtBot, key: str
) -> None:
    _show_secrets(page, key)
    page.type(key, "planted-secret-4242")
    row, edit = page.row(key), page.text_of(key)
    assert edit.displayText() == "•" * 19 or "planted" not in edit.displayText()
    page.press("Reveal", row)
    assert edit.displayText() == "planted-secret-4242"
    page.press("Reveal", row)
    assert "planted" not in edit.displayText()
    page.press("Reveal", row)
    settle()  # the cursor is on the button now
    page.field("avatar_id").setFocus()
    qtbot.wait(1)
    assert "planted" not in edit.displayText()


@pytest.mark.parametrize("key", SECRETS)
def test_a_secret_can_be_pasted_and_cleared(page: Program, key: str) -> None:
    _show_secrets(page, key)
    QGuiApplication.clipboard().setText("  planted-secret-4242\n")
    row = page.row(key)
    page.press("Paste", row)
    assert page.form.draft[key] == "planted-secret-4242"
    page.press("Clear", row)
    assert page.form.draft[key] is None
    assert page.text_of(key).text() == ""


@pytest.mark.parametrize("key", SECRETS)
def test_a_secret_is_said_nowhere(screen: Program, key: str) -> None:
    _show_secrets(screen, key)
    screen.type(key, "planted-secret-4242")
    screen.press("Request preview")
    screen.click(screen.create_button)
    for widget in screen.window.findChildren(QWidget):
        spoken = (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        assert not any("planted" in words for words in spoken)
    assert not screen.says("planted")
    screen.load(screen.form.draft | {"room": "akool", "use_elevenlabs": False})
    assert screen.says("Not sent")
    assert not screen.says("planted")


# suggestions


def test_an_id_can_be_chosen_by_name(screen: Program) -> None:
    popup = _suggest(screen, "marin")
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert screen.form.draft["voice_params.elevenlabs_settings.model_id"] == "eleven_multilingual_v2"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab])
def test_what_stands_in_the_field_is_what_is_sent_however_the_list_is_left(page: Program, key: Qt.Key) -> None:
    popup = _suggest(page, "")
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, key)
    field = "voice_params.elevenlabs_settings.model_id"
    assert page.form.draft.get(field) == (page.text_of(field).text() or None)


def test_a_suggestion_can_be_clicked(screen: Program) -> None:
    popup = _suggest(screen, "")
    row = popup.visualRect(popup.model().index(1, 0))
    QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, row.center())
    assert screen.form.draft["voice_params.elevenlabs_settings.model_id"] == "eleven_turbo_v2_5"


# the wheel


def test_the_wheel_scrolls_the_page_and_changes_nothing(screen: Program) -> None:
    screen.load({
        "use_elevenlabs": True, "room": "own", "voice_params.speed": 1.0, "voice_params.stt_language": "en",
        "voice_params.turn_detection.type": "server_vad", "voice_params.turn_detection.threshold": 0.5,
    })  # fmt: skip
    bar = screen.form.verticalScrollBar()
    for field in FIELDS:
        if not screen.shows(field.key):
            continue
        found = screen.field(field.key)
        screen.bring_into_view(found)
        found.setFocus()
        draft = dict(screen.form.draft)
        value = screen.text_of(field.key).text() if isinstance(found, QLineEdit) else None
        before = bar.value()
        _wheel(found, -120 if before < bar.maximum() else 120)
        assert screen.form.draft == draft, field.key
        assert bar.value() != before, field.key
        assert value is None or screen.text_of(field.key).text() == value


def _wheel(widget: QWidget, angle: int) -> None:
    window = widget.window()
    place = widget.mapTo(window, widget.rect().center())
    QTest.wheelEvent(window.windowHandle(), QPointF(place), QPoint(0, angle))
    settle()


def _show_secrets(screen: Program, key: str) -> None:
    stream = key.split(".")[1].partition("_")[0] if key.startswith("credentials.") else "agora"
    screen.load({"avatar_id": AVATAR, "use_elevenlabs": True, "room": "own", "stream_type": stream})


def _suggest(screen: Program, typed: str) -> QAbstractItemView:
    """The open list of suggestions for the ElevenLabs model."""
    key = "voice_params.elevenlabs_settings.model_id"
    screen.load({"use_elevenlabs": True})
    if typed:
        screen.type(key, "multi")
    else:
        show = screen.button("Show suggestions", screen.row(key))
        assert show.accessibleDescription() == "ElevenLabs model"
        screen.click(show)
    completer = screen.text_of(key).completer()
    assert isinstance(completer, QCompleter)
    popup = completer.popup()
    assert popup
    assert popup.isVisible()
    return popup


def _paste(screen: Program, key: str, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    edit = screen.text_of(key)
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_switching_to_another_window_is_not_leaving(screen: Program, qtbot: QtBot) -> None:
    screen.type("background_url", "x")
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    other.windowHandle().requestActivate()
    qtbot.waitUntil(lambda: not screen.window.isActiveWindow())
    assert not screen.says("This is not", screen.row("background_url"))

"""Every field is on the screen, in its step, under its own words, and found by them."""

import pytest
from PySide6.QtCore import QPoint, QPropertyAnimation, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from ui.driving import AVATAR, Program, cursor, settle

from akool_desktop.session.fields import BY_KEY, FIELDS, STEPS, Value
from akool_desktop.ui.controls.painted import Segment
from akool_desktop.ui.keyboard.mnemonics import ARE_THERE
from akool_desktop.ui.rail import RailStep
from akool_desktop.ui.theme import colour

# The words on the screen, step by step, from top to bottom; "+" before those under Advanced.
LABELS = {
    "Avatar": ("Avatar", "Background picture or video"),
    "Voice": (
        "Voice",
        "Voice from a link",
        "Fast dialogue voice",
        "Speaking speed",
        "Use my ElevenLabs account",
        "ElevenLabs API key",
        "ElevenLabs model",
        "Stability",
        "Similarity boost",
        "Style",
        "Speaker boost",
        "+Say words as",
    ),
    "Mode": ("Mode", "Language", "Knowledge base"),
    "Scene mode": (
        "Scene mode",
        "End-to-end engine",
        "+Speech recognition language",
        "+Speech recognition engine",
        "+Turn detection",
        "+Activation threshold",
        "+Audio kept before speech",
        "+Silence before the answer",
    ),
    "Stream type": ("Stream type",),
    "Credentials": (
        "Room",
        "Agora UID",
        "Agora App ID",
        "Agora channel",
        "Agora token",
        "LiveKit server URL",
        "LiveKit token",
        "LiveKit room",
        "LiveKit server identity",
        "LiveKit client identity",
        "TRTC SDKAppID",
        "TRTC room",
        "TRTC user",
        "TRTC UserSig",
    ),
    "Session": ("Session length",),
}
# Between them, these drafts show every field.
DRAFTS: tuple[dict[str, Value], ...] = (
    {"use_elevenlabs": True, "room": "own", "voice_params.turn_detection.type": "server_vad"},
    {"scene_mode": "fast_dialogue", "room": "own", "stream_type": "livekit"},
    {"room": "own", "stream_type": "trtc", "voice_params.turn_detection.type": "server_vad"},
)


def test_every_input_has_its_label_as_buddy_and_its_key_as_name(screen: Program) -> None:
    for field in FIELDS:
        found = screen.labelled(field.label)
        assert found is screen.field(field.key)
        assert found.objectName() == field.key


def test_the_table_has_no_field_but_these(screen: Program) -> None:
    wanted = [label.removeprefix("+") for labels in LABELS.values() for label in labels]
    assert sorted(field.label for field in FIELDS) == sorted(wanted)
    for label in wanted:
        screen.labelled(label)


@pytest.mark.parametrize("draft", DRAFTS)
def test_each_label_stands_in_its_step(screen: Program, draft: dict[str, Value]) -> None:
    screen.load(draft)
    for fold in screen.folds(opened=False):
        screen.click(fold)
    place = dict(_places(screen))
    order = sorted(place, key=lambda words: place[words])
    step = ""
    for words in order:
        if words in STEPS_SHOWN:
            step = STEPS_SHOWN[words]
        else:
            assert words in {label.removeprefix("+") for label in LABELS[step]}, f"{words} stands in {step}"


def test_between_them_the_drafts_show_every_field(screen: Program) -> None:
    shown: set[str] = set()
    for draft in DRAFTS:
        screen.load(draft)
        for fold in screen.folds(opened=False):
            screen.click(fold)
        shown |= {field.key for field in FIELDS if screen.shows(field.key)}
    assert shown == {field.key for field in FIELDS}


def test_advanced_fields_are_folded_away_at_first(screen: Program) -> None:
    for labels in LABELS.values():
        for label in labels:
            if label.startswith("+"):
                assert not screen.labelled(label.removeprefix("+")).isVisible()
    assert len(screen.buttons("Advanced")) == 2


def test_the_rail_names_every_step_and_jumps_to_it(screen: Program) -> None:
    screen.type("avatar_id", AVATAR)
    for number, name in enumerate(STEPS, 1):
        screen.press(f"{number} {name}")
        first = next(field.key for field in FIELDS if field.step == number)
        assert screen.focused() == first
        assert screen.button(f"{number} {name}").accessibleDescription().startswith("Done: ")


@pytest.mark.parametrize("key", ["credentials.agora_token", "duration"])
def test_the_rail_shows_the_step_of_the_field_that_is_gone_to(screen: Program, qtbot: QtBot, key: str) -> None:
    """Even where the field does not come to the top of the page."""
    screen.window.resize(screen.window.minimumSize())
    screen.load({"avatar_id": AVATAR, "room": "own"})
    screen.form.go_to(key)
    (jump,) = screen.form.findChildren(QPropertyAnimation)
    qtbot.waitUntil(lambda: jump.state() == QPropertyAnimation.State.Stopped and screen.focused() == key)
    settle()
    (current,) = [step for step in screen.all(RailStep) if step.isChecked()]
    assert current.text().startswith(str(BY_KEY[key].step))


def test_tab_stops_at_the_step_that_the_form_is_at(screen: Program) -> None:
    screen.window.resize(1440, 900)
    screen.button("1 Avatar").setFocus()
    bar = screen.form.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()
    screen.button("Use an Akool account…").setFocus()
    QTest.keyClick(cursor(), Qt.Key.Key_Tab)
    assert cursor() is screen.button("7 Session")


@pytest.mark.skipif(not ARE_THERE, reason="Alt and a number writes a sign there")
def test_alt_and_a_number_goes_to_a_step_where_the_rail_is_one_line_too(screen: Program) -> None:
    screen.window.resize(screen.window.minimumSize())
    settle()
    assert not screen.buttons("5 Stream type")
    QTest.keyPress(cursor(), Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(cursor(), Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(cursor(), Qt.Key.Key_Alt)
    assert screen.focused() == "stream_type"


STEPS_SHOWN = {f"{number}   {name}": name for number, name in enumerate(STEPS, 1)}


def _places(screen: Program) -> list[tuple[str, int]]:
    """Headings and labels with how far down the page they are."""
    page = screen.form.widget()
    assert page
    labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
    return [
        (label.text(), _top(label, page)) for label in labels if label.buddy() or label.text() in STEPS_SHOWN
    ]


def _top(widget: QWidget, page: QWidget) -> int:
    return widget.mapTo(page, QPoint(0, 0)).y()


def test_a_switch_stands_beside_its_label(screen: Program) -> None:
    screen.window.resize(1440, 900)
    settle()
    switch = screen.field("use_elevenlabs")
    label = next(label for label in screen.all(QLabel) if label.buddy() is switch)
    middles = [part.mapTo(screen.form, part.rect().center()).y() for part in (label, switch)]
    assert abs(middles[0] - middles[1]) <= 1


def test_what_parts_choices_side_by_side_is_a_clear_line(qtbot: QtBot) -> None:
    segment = Segment("Akool's room", first=True, last=False)
    qtbot.addWidget(segment)
    picture = segment.grab().toImage()
    last, middle = picture.width() - 1, picture.height() // 2
    assert [picture.pixelColor(last - back, middle) for back in (0, 1)] == [colour("control"), colour("raised")]

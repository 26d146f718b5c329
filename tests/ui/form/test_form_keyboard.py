"""Everything can be done without a mouse: Tab goes down the form and traps nobody."""

import asyncio

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton, QWidget
from ui.driving import AVATAR, Program, cursor, settle, until

from akool_desktop.session.fields import FIELDS, Value
from akool_desktop.ui.theme import px
from akool_desktop.words import Card, Words

EVERYTHING: dict[str, Value] = {
    "avatar_id": AVATAR, "use_elevenlabs": True, "room": "own", "stream_type": "livekit",
    "voice_params.pron_map": (("akool", "ai ku er"), ("GIF", "jif")),
    "voice_params.turn_detection.type": "server_vad",
}  # fmt: skip


def test_tab_goes_down_the_form(screen: Program) -> None:
    screen.load(EVERYTHING)
    visited, places = _walk(screen, Qt.Key.Key_Tab)
    on_screen = sorted(FIELDS, key=lambda field: (field.step, field.advanced))
    assert list(dict.fromkeys(visited)) == [field.key for field in on_screen if screen.shows(field.key)]
    assert visited == sorted(visited, key=[field.key for field in on_screen].index)
    assert places == sorted(places)


def test_shift_tab_goes_back_up(screen: Program) -> None:
    screen.load(EVERYTHING)
    down, _ = _walk(screen, Qt.Key.Key_Tab)
    screen.field("duration").setFocus()
    up, _ = _walk(screen, Qt.Key.Key_Backtab)
    assert list(dict.fromkeys(reversed(up))) == list(dict.fromkeys(down))


def test_the_field_with_the_cursor_is_always_in_view(screen: Program) -> None:
    screen.load(EVERYTHING)
    screen.field("avatar_id").setFocus()
    while screen.focused():
        widget = cursor()
        settle()
        assert widget.visibleRegion().contains(widget.rect().center()), screen.focused()
        QTest.keyClick(widget, Qt.Key.Key_Tab)


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_F6])
def test_what_is_come_to_from_another_part_is_in_view(key: Qt.Key, screen: Program) -> None:
    screen.field("avatar_id").setFocus()
    screen.form.verticalScrollBar().setValue(screen.form.verticalScrollBar().maximum())
    screen.button("7 Session").setFocus()
    QTest.keyClick(cursor(), key)
    settle()
    assert screen.focused() == "avatar_id"
    assert cursor().visibleRegion().contains(cursor().rect().center())


def test_tab_comes_round_and_passes_the_create_button(screen: Program) -> None:
    screen.load(EVERYTHING)
    screen.press("Request preview")
    start = screen.field("avatar_id")
    start.setFocus()
    passed: list[QWidget] = []
    for _ in range(200):
        QTest.keyClick(cursor(), Qt.Key.Key_Tab)
        passed.append(cursor())
        if passed[-1] is start:
            break
    assert passed[-1] is start
    assert screen.create_button in passed
    assert len(passed) == len(set(passed))


def test_tab_goes_down_the_right_column(screen: Program) -> None:
    """A card that came later, and what is wrong with the form, stand where they are seen."""
    for title in (Words("Older"), Words("Newer")):
        screen.window.errors.add(Card(title, Words("It happened."), Words("No."), Words("Go on.")))
    screen.window._form.touch_all()
    settle()
    screen.field("duration").setFocus()
    passed: list[QWidget] = []
    while not passed or passed[-1] is not screen.create_button:
        QTest.keyClick(cursor(), Qt.Key.Key_Tab)
        passed.append(cursor())
    places = [widget.mapTo(screen.window, QPoint()).y() for widget in passed]
    names = [widget.accessibleName() or getattr(widget, "text", str)() for widget in passed]
    here = names.index("Dismiss")
    below = ["Go there", "Request preview", "Check", "Create session on Practice"]
    assert names[here:] == ["Dismiss", "Copy"] * 2 + below
    assert places[here:] == sorted(places[here:])


async def test_a_session_with_the_keyboard_alone(program: Program) -> None:
    QTest.keyClicks(cursor(), AVATAR)
    for _ in range(100):
        if cursor() is program.create_button:
            break
        QTest.keyClick(cursor(), Qt.Key.Key_Tab)
        await asyncio.sleep(0)
    QTest.keyClick(cursor(), Qt.Key.Key_Space)
    assert await program.created() == [program.practice.books()[0].id]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_step_of_the_rail_is_jumped_to_with_the_keyboard(screen: Program, key: Qt.Key) -> None:
    screen.button("5 Stream type").setFocus()
    QTest.keyClick(cursor(), key)
    assert screen.focused() == "stream_type"


async def test_return_presses_the_button_that_has_the_focus(program: Program) -> None:
    QTest.keyClicks(cursor(), AVATAR)
    program.create_button.setFocus()
    QTest.keyClick(cursor(), Qt.Key.Key_Return)
    await program.created()
    program.window.close()
    question = program.dialog()
    await until(question.top.isActiveWindow, "for the question")
    question.button("Stay").setFocus()
    QTest.keyClick(cursor(), Qt.Key.Key_Return)
    await program.closed()
    assert program.buttons("End session")
    assert [booking.closes for booking in program.practice.books()] == [0]


async def test_ctrl_return_creates_from_anywhere(program: Program) -> None:
    QTest.keyClicks(cursor(), AVATAR)
    QTest.keyClick(cursor(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await program.created()
    assert len(program.practice.books()) == 1


def test_return_in_a_field_creates_nothing(screen: Program) -> None:
    screen.load(EVERYTHING | {"room": "akool", "use_elevenlabs": False})
    for field in FIELDS:
        if screen.shows(field.key):
            screen.field(field.key).setFocus()
            QTest.keyClick(cursor(), Qt.Key.Key_Return)
    assert not screen.tasks.runs("create")


def _walk(screen: Program, key: Qt.Key) -> tuple[list[str], list[int]]:
    """The fields that the key leads through until it leaves the form, and how far down each stop is."""
    page = screen.form.widget()
    assert page
    if key == Qt.Key.Key_Tab:
        screen.field("avatar_id").setFocus()
    visited: list[str] = []
    places: list[int] = []
    while screen.focused() and len(visited) < 200:
        widget = cursor()
        visited.append(screen.focused())
        places.append(widget.mapTo(page, QPoint(0, widget.height() // 2)).y() // 16)
        QTest.keyClick(widget, key)
        while not screen.focused() and screen.form.isAncestorOf(cursor()):
            QTest.keyClick(cursor(), key)  # the heading of Advanced
    return visited, places


def test_the_arrows_bring_what_they_choose_into_view(screen: Program) -> None:
    screen.window.resize(1024, 640)
    settle()
    box, bar = screen.field("scene_mode"), screen.form.verticalScrollBar()
    end = box.mapTo(screen.form, box.rect().bottomLeft()).y()
    bar.setValue(bar.value() + end - screen.form.viewport().height() - px(24))  # the last choice is cut off
    first, last = box.findChildren(QRadioButton)
    first.setFocus()
    assert last.visibleRegion().boundingRect() != last.rect()
    QTest.keyClick(first, Qt.Key.Key_Down)
    settle()
    assert last.hasFocus()
    assert last.visibleRegion().boundingRect() == last.rect()


def test_a_click_on_a_choice_that_is_cut_off_stays_on_it(screen: Program) -> None:
    """A second click, of somebody in a hurry, must not meet the one below."""
    screen.window.resize(1024, 640)
    settle()
    box, bar = screen.field("scene_mode"), screen.form.verticalScrollBar()
    first, last = box.findChildren(QRadioButton)
    last.click()
    top = first.mapTo(screen.form, first.rect().topLeft()).y()
    bar.setValue(bar.value() + top - screen.form.viewport().height() + px(12))  # twelve pixels of it show
    settle()
    hit = first.mapToGlobal(QPoint(px(40), px(10)))
    QTest.mouseClick(first, Qt.MouseButton.LeftButton, pos=QPoint(px(40), px(10)))
    settle()
    assert first.isChecked()
    assert first.rect().contains(first.mapFromGlobal(hit))


def test_up_and_down_choose_among_what_stands_side_by_side_and_scroll_nothing(screen: Program) -> None:
    screen.window.resize(1024, 640)
    settle()
    box, bar = screen.field("stream_type"), screen.form.verticalScrollBar()
    screen.bring_into_view(box)
    box.setFocus()
    settle()
    chosen, stood = [], bar.value()
    assert 0 < stood < bar.maximum()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(cursor(), key)
        assert box.isAncestorOf(cursor())
        chosen.append(screen.form.draft.get("stream_type"))
    assert chosen == ["livekit", "trtc", "trtc", "livekit", "agora", "agora"]
    assert bar.value() == stood

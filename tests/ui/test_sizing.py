"""Text of another size: at once, with nothing lost, and as if the window had been made at that size."""

from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QStyle,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from ui.driving import AVATAR, Program, cursor, settle, until
from ui.spoken import crowded, windows

from akool_desktop.akool.models import Session
from akool_desktop.desk.clock import Clock
from akool_desktop.session.fields import BY_KEY
from akool_desktop.store.entry import Entry, State
from akool_desktop.ui.cards import card_of
from akool_desktop.ui.controls import dialog
from akool_desktop.ui.controls.dialog import ButtonRow, Dialog, Question
from akool_desktop.ui.controls.empty import Empty
from akool_desktop.ui.controls.icons import Icon
from akool_desktop.ui.controls.page import Page
from akool_desktop.ui.controls.painted import FilledButton
from akool_desktop.ui.controls.search_field import SearchField
from akool_desktop.ui.controls.toast import Toast, TwoLines
from akool_desktop.ui.form.inputs import SecretInput
from akool_desktop.ui.form.meanings import Mark
from akool_desktop.ui.keyboard.key_sheet import KeySheet
from akool_desktop.ui.language import say
from akool_desktop.ui.places import place_window, room_for
from akool_desktop.ui.presets.dialogs import MisplacedQuestion
from akool_desktop.ui.presets.pasting import PastingDialog
from akool_desktop.ui.presets.transfers import ExportQuestion
from akool_desktop.ui.sessions.program_dialog import ProgramDialog
from akool_desktop.ui.sessions.questions import EndAllQuestion, FindQuestion
from akool_desktop.ui.sessions.row import SessionRow
from akool_desktop.ui.sizing import resize_text
from akool_desktop.ui.theme import colour, px, theme


def change(percent: int) -> None:
    resize_text(percent, lambda: theme().apply("light"))
    settle()


@pytest.fixture(autouse=True)
def _as_it_was(qapp: QApplication) -> Iterator[None]:  # noqa: ARG001
    yield
    change(100)


def places(top: QWidget) -> set[tuple[object, ...]]:
    """What shows in the window, with where it is in what it is in, and the size of its words. Not how far the page is
    scrolled, nor the mark, which comes with the mouse or the cursor.
    """
    plain = (QWidget, Page)  # among them what scrolls
    named = [widget for widget in top.findChildren(QWidget) if type(widget) not in plain or widget.objectName()]
    shown = [widget for widget in named if widget.isVisible() and not isinstance(widget, Mark)]
    return {(type(widget).__name__, _said(widget), widget.geometry().getRect(), _points(widget)) for widget in shown}


def _said(widget: QWidget) -> str:
    return widget.property("text") or widget.accessibleName() or widget.objectName()


def _points(widget: QWidget) -> float:
    return round(widget.font().pointSizeF(), 2)


@pytest.mark.parametrize("name", ["dialog", "doors"])
@pytest.mark.parametrize("percent", [80, 100, 200])
def test_a_filled_button_has_one_ring_and_one_gap(qtbot: QtBot, name: str, percent: int) -> None:
    change(percent)
    top = QWidget()
    qtbot.addWidget(top)
    top.setObjectName(name)
    button = FilledButton("Use")
    QVBoxLayout(top).addWidget(button)
    top.show()
    settle()
    before = button.size(), button.sizeHint()
    top.activateWindow()
    button.setFocus()
    settle()
    assert (button.size(), button.sizeHint()) == before
    picture = top.grab(button.geometry()).toImage()
    down = [picture.pixelColor(picture.width() // 2, y).name() for y in range(picture.height() // 4)]
    accent = colour("accent").name()
    assert [pixel == accent for pixel, _ in groupby(down)] == [True, False, True], down


@pytest.mark.parametrize("kind", ["", "icon", "tall", "quiet", "bare", "link"])
@pytest.mark.parametrize("percent", [80, 100, 150, 175, 200])
def test_the_outline_of_the_cursor_shifts_nothing(qtbot: QtBot, percent: int, kind: str) -> None:
    change(percent)
    top = QWidget()
    qtbot.addWidget(top)
    layout = QVBoxLayout(top)
    edit, button = QLineEdit("words"), QPushButton("Use")
    button.setProperty("kind", kind)
    parts: list[QWidget] = [edit, button, QComboBox(), QSpinBox(), QCheckBox("Use")]
    for part in parts:
        layout.addWidget(part)
    top.show()
    top.activateWindow()
    qtbot.waitUntil(top.isActiveWindow)

    def stands(part: QWidget) -> tuple[object, ...]:
        at = part.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle) if isinstance(part, QLineEdit) else None
        return part.sizeHint().toTuple(), part.geometry().getRect(), at

    top.setFocus()
    settle()
    before = [stands(part) for part in parts]
    for part, stood in zip(parts, before, strict=True):
        part.setFocus()
        settle()
        assert part.hasFocus()
        assert stands(part) == stood, part
        if part is edit:
            part.setProperty("state", "problem")
            part.style().unpolish(part)
            part.style().polish(part)
            settle()
            assert stands(part) == stood, "with a problem"


@pytest.mark.parametrize("size", [(1440, 900), (1024, 616)])
@pytest.mark.parametrize("percent", [200, 150, 80])
def test_a_change_while_it_runs_is_what_a_start_at_that_size_is(
    screen: Program, tmp_path: Path, size: tuple[int, int], percent: int
) -> None:
    screen.window.resize(*size)
    screen.load({"avatar_id": AVATAR})
    settle()
    for through in (80, 175, percent):
        change(through)
    fresh = Program(tmp_path / "fresh")
    fresh.window.resize(*size)
    fresh.window.show()
    fresh.load({"avatar_id": AVATAR})
    settle()
    assert screen.window.size() == fresh.window.size()
    live, made = places(screen.window), places(fresh.window)
    fresh.put_away()
    assert sorted(map(str, live - made)) == sorted(map(str, made - live))


def test_what_is_typed_and_where_the_cursor_is_stay(screen: Program) -> None:
    screen.window.resize(1440, 900)
    screen.type("knowledge_id", "half an i")
    at = cursor()
    change(200)
    QTest.keyClicks(at, "d")
    assert cursor() is at
    assert screen.form.draft["knowledge_id"] == "half an id"
    top = at.mapTo(screen.form.viewport(), at.rect().topLeft()).y()
    assert 0 <= top <= screen.form.viewport().height() - at.height()  # still in view
    screen.form.edits.undo()
    assert screen.form.draft["knowledge_id"] == "half an i"  # what was done before can be undone


def test_the_field_with_the_cursor_stays_in_view_behind_the_palette(screen: Program) -> None:
    screen.window.resize(1440, 900)
    screen.field("knowledge_id").setFocus()
    next(command for command in screen.window.commands.all if say(command.name) == "Commands").act()
    settle()
    assert cursor().window() is not screen.window.window()
    change(200)
    at = screen.field("knowledge_id")
    top = at.mapTo(screen.form.viewport(), at.rect().topLeft()).y()
    assert 0 <= top <= screen.form.viewport().height() - at.height()
    cursor().window().close()


@pytest.mark.parametrize("percent", [200, 80])
def test_a_change_of_theme_leaves_the_size_of_words_alone(screen: Program, percent: int) -> None:
    change(percent)
    before = places(screen.window)
    for choice in ("dark", "light"):
        theme().apply(choice)
        settle()
        assert places(screen.window) == before


# what has room

# Of text, and of a window that is as large as a screen may be: (1016, 600) is one of 1024x640 without its title bar.
AT_EVERY_SIZE = [
    (100, (1024, 640)), (100, (500, 300)), (125, (1440, 900)), (150, (1440, 900)),
    (200, (1440, 900)), (200, (1016, 600)), (100, (520, 420)),
]  # fmt: skip


async def _spoiled(program: Program) -> None:
    """With as much to say as there can be at once: a session, a problem, a check, an error."""
    program.type("avatar_id", AVATAR)
    program.click(program.create_button)
    await program.created()
    program.load({"avatar_id": AVATAR, "room": "own", "stream_type": "livekit", "background_url": "nonsense"})
    program.click(program.create_button)  # leads to the first problem
    program.press("Check")
    await until(lambda: not program.tasks.runs("check"), "for the check")
    program.window.errors.add(card_of(ValueError()))


@pytest.mark.parametrize(("percent", "size"), AT_EVERY_SIZE)
async def test_every_word_of_the_window_has_room(program: Program, percent: int, size: tuple[int, int]) -> None:
    change(percent)
    program.window.resize(*size)
    await _spoiled(program)
    await program.pause()
    assert program.window.size().toTuple() == size
    assert not crowded(program.window)
    page = program.form.widget()
    assert page
    assert page.width() <= program.form.viewport().width()  # nothing is scrolled sideways
    for button in (program.create_button, program.button("Check"), program.buttons("End session")[0]):
        here = QRect(button.mapTo(program.window, QPoint(0, 0)), button.size())
        assert program.window.rect().contains(here), button.text()
    assert program.form.viewport().height() >= 0.38 * size[1]  # what is to be worked with gets most of it


async def test_several_sessions_leave_the_form_as_much_room_as_one(program: Program) -> None:
    """In the lowest window they are a line, which says what needs somebody, and opens."""
    change(200)
    program.window.resize(1016, 600)
    program.type("avatar_id", AVATAR)
    strip = program.window._open_sessions.strip
    heights = []
    for number in (1, 2, 3):
        program.click(program.create_button)
        await until(lambda number=number: len(program.sessions.open) == number, f"for {number}")  # type: ignore[misc]
        await program.pause()
        heights.append(program.form.viewport().height())
    assert heights[2] == heights[1] >= heights[0] > 0.38 * 600
    assert program.says("3 open", strip)
    assert not program.buttons("End session", strip)
    assert program.button("End all sessions", strip)
    program.press("Sessions", strip)
    assert len(program.buttons("End session", strip)) == 3
    await until(lambda: not crowded(program.window), f"for room; there is none for {crowded(program.window)}")
    first = strip.findChildren(SessionRow)[0]
    assert "Tristan" in program.words(first)
    await program.sessions.note(program.sessions.open[0], state=State.NOT_CONFIRMED)
    program.sessions.changed()
    await until(lambda: program.says("3 open: Not confirmed: may still cost", strip), "for what needs somebody")
    program.press("Sessions", strip)
    assert not program.buttons("End session", strip)
    await program.pause()
    assert not crowded(strip)  # what needs somebody is read whole in that one line
    program.window._open_sessions.strip.enter()
    assert strip.isAncestorOf(cursor())
    assert cursor().isVisible()


def test_what_the_strip_says_of_no_session_keeps_off_both_edges(screen: Program) -> None:
    screen.window.resize(700, 700)
    settle()
    strip = screen.window._open_sessions.strip
    (words,) = [label for label in strip.findChildren(QLabel) if label.text().startswith("No session is open")]
    at = words.mapTo(strip, words.rect().topLeft()).x()
    assert at == strip.width() - (at + words.width()) == px(16)


@pytest.mark.parametrize(("percent", "size"), AT_EVERY_SIZE)
def test_a_toast_is_read_whole(screen: Program, percent: int, size: tuple[int, int]) -> None:
    change(percent)
    screen.window.resize(*size)
    settle()
    toast = screen.window.findChild(QWidget, "toast")
    assert isinstance(toast, Toast)
    toast.say("Saved")
    settle()
    assert toast.visibleRegion().boundingRect().size().height() >= toast.sizeHint().height()
    height = toast.height()
    toast.say("International consumer electronics exhibition, hall 3, booth 41, left saved.")
    settle()
    settle()  # the bar hears of it a turn after the toast
    told = toast.findChild(QLabel)
    assert isinstance(told, TwoLines)
    assert told.lines()[0].startswith("International consumer")
    assert told.lines()[-1].endswith(" saved.")
    assert toast.height() == height, "and nothing jumps for it"


@pytest.mark.parametrize("percent", [80, 100, 200])
def test_signs_where_one_types_are_as_large_as_its_text(qtbot: QtBot, percent: int) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    search, secret = SearchField("Search presets", "Search presets"), SecretInput(BY_KEY["credentials.agora_token"])
    layout, lines = QVBoxLayout(top), (search, secret)
    for line in lines:
        layout.addWidget(line)
    top.show()
    search.setText("booth")
    change(percent)
    for line in lines:
        sign = line.findChild(Icon)
        assert isinstance(sign, Icon)
        assert sign.size().toTuple() == (px(16), px(16))
        assert sign.geometry().right() < line.cursorRect().left() + line.textMargins().left()
    clear = search.findChild(QPushButton)
    assert isinstance(clear, QPushButton)
    assert clear.accessibleName() == "Clear"
    assert clear.iconSize().width() == px(16)
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert search.text() == ""
    assert clear.isHidden()


@pytest.mark.parametrize("percent", [80, 100, 200])
def test_signs_in_a_menu_are_as_large_as_its_words(qtbot: QtBot, percent: int) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Light").setCheckable(True)
    change(percent)
    menu.ensurePolished()
    assert menu.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, menu) == px(16)


@pytest.mark.parametrize(("percent", "size"), AT_EVERY_SIZE)
def test_every_step_can_be_gone_to(screen: Program, percent: int, size: tuple[int, int]) -> None:
    change(percent)
    screen.window.resize(*size)
    settle()
    line = [button for button in screen.buttons("Step ") if isinstance(button, QPushButton)]
    if not line:
        screen.press("7 Session")
    else:
        menu = line[0].menu()
        menu.aboutToShow.emit()
        menu.actions()[6].trigger()
        settle()
        assert screen.says("Step 7 of 7: Session")
    assert screen.focused() == "duration"


def test_what_happened_is_never_out_of_reach(screen: Program) -> None:
    """Where the right column is below the form, a button that stays in view leads to what was said there."""
    change(200)
    screen.window.resize(1440, 900)
    screen.form.focus_first()
    screen.window.errors.add(card_of(ValueError()))
    settle()
    (card,) = screen.cards()
    assert not card.visibleRegion().boundingRect().height()  # whoever is at a field is not taken from it
    theme().apply("light", still=True)
    screen.press("Read what happened")
    settle()
    assert card.visibleRegion().boundingRect().height() > px(40)


@pytest.mark.parametrize("opened", ["Account…", "Network…", "Keys", "Commands", "History"])
@pytest.mark.parametrize("percent", [100, 150])
def test_every_word_of_a_dialog_has_room_and_its_buttons_are_in_view(
    screen: Program, percent: int, opened: str
) -> None:
    """The screen of the tests is 800 pixels wide and high: at 150 % no larger than 1067 at 200 %."""
    change(percent)
    command = next(command for command in screen.window.commands.all if say(command.name) == opened)
    command.act()
    settle()
    shown = [window for window in windows() if window is not screen.window]
    assert shown
    for window in shown:
        assert window.width() <= window.screen().availableSize().width()
        assert window.height() <= window.screen().availableSize().height()
        assert not crowded(window)
        for row in window.findChildren(ButtonRow):
            assert window.rect().contains(QRect(row.mapTo(window, QPoint(0, 0)), row.size()))
            assert all(row.rect().contains(button.geometry()) for button in row.findChildren(QPushButton))
        window.close()


@pytest.mark.parametrize("opened", ["Account…", "Network…", "Save preset as…"])
def test_a_dialog_opens_in_the_middle_of_its_window(screen: Program, opened: str) -> None:
    screen.window.setGeometry(60, 20, 700, 700)
    settle()
    next(command for command in screen.window.commands.all if say(command.name) == opened).act()
    settle()
    (shown,) = [window for window in windows() if window is not screen.window]
    assert abs(shown.geometry().center().x() - screen.window.geometry().center().x()) <= 2
    shown.close()


def test_what_can_be_done_with_a_found_session_has_room(screen: Program) -> None:
    change(200)
    entry = Entry(1, "practice", "Practice", "dvp_Tristan", "agora", 1000.0, State.UNKNOWN, who="Tristan")
    question = FindQuestion(screen.window, entry)
    question.open()
    question.show_found([Session("77a8c9d69cf7b0d61d1b6999", 2, "livekit")], is_payer=True)
    settle()
    for button in (button for button in question.findChildren(QPushButton) if button.isVisible()):
        here = QRect(button.mapTo(question, QPoint(0, 0)), button.size())
        assert 0 <= here.left() <= here.right() <= question.width(), button.text()
    question.reject()


@pytest.mark.parametrize("height", [300, 200, 140, 70])
def test_where_nothing_is_nothing_stands_on_anything(qtbot: QtBot, height: int) -> None:
    empty = Empty(narrow=True)
    qtbot.addWidget(empty)
    empty.say("preset", "No presets yet", "Fill in the form once, save it here, and start from it every time.", "Paste")
    empty.resize(180, height)
    empty.show()
    settle()
    assert not crowded(empty)


def test_under_wayland_the_first_window_leaves_the_desktops_own_bars_their_room(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A GNOME desktop takes 32 pixels and tells nobody; the strip at the bottom would be outside of the screen."""
    window = QWidget()
    qtbot.addWidget(window)
    place_window(window, "")
    before, screen = window.height(), window.screen().availableSize().height()
    assert before <= screen - 40
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    place_window(window, "")
    assert window.height() == min(before, screen - 104)


def test_the_sheet_of_keys_has_its_button_on_the_screen(screen: Program) -> None:
    change(200)
    screen.window.commands.show_keys()
    sheet = screen.dialog()
    assert sheet.top.minimumHeight() < room_for(sheet.top).height()
    assert sheet.top.height() <= room_for(sheet.top).height()
    sheet.press("Close")


def test_a_desktop_that_rounds_the_height_down_leaves_nothing_to_scroll(
    screen: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialog.Dialog, "devicePixelRatioF", lambda _: 1.5)
    next(command for command in screen.window.commands.all if say(command.name) == "Network…").act()
    settle()
    top = screen.dialog().top
    assert isinstance(top, dialog.Dialog)
    top.resize(top.width(), top.height() - 1)
    settle()
    assert top._scroll.verticalScrollBar().maximum() == 0
    screen.dialog().press("Cancel")


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> QSize:
    """All the room that there is, at text twice as large."""
    size = QSize(500, 320)
    monkeypatch.setattr(dialog, "room_for", lambda _: size)
    change(200)
    return size


@pytest.mark.parametrize("make", [
    lambda window: ExportQuestion(window, ["Booth, hall 3"]), lambda window: MisplacedQuestion(window, "Booth, hall 3"),
])  # fmt: skip
def test_buttons_that_alone_would_fill_the_screen_scroll_and_the_cursor_is_in_view(
    screen: Program, tiny: QSize, make: Callable[[QWidget], Question]
) -> None:
    question = make(screen.window)
    question.open()
    settle()
    assert question.height() <= tiny.height()
    reached: list[QWidget] = []
    while cursor() not in reached:
        assert cursor().visibleRegion().boundingRect().size() == cursor().size()
        reached.append(cursor())
        QTest.keyClick(cursor(), Qt.Key.Key_Tab)
    assert set(question.findChildren(QPushButton)) == set(reached)
    question.reject()


@pytest.mark.parametrize(("make", "sideways"), [
    (lambda window: EndAllQuestion(window, "Client account", [], [], Clock(), {}), False),
    (PastingDialog, False),
    (lambda window: KeySheet(window, ()), False),
    (lambda window: ProgramDialog(window, 0, taken=0), True),  # a check box is on one line
])  # fmt: skip
def test_words_that_have_no_room_wrap_and_what_cannot_is_scrolled_to(
    screen: Program, tiny: QSize, make: Callable[[QWidget], Dialog], sideways: bool
) -> None:
    opened = make(screen.window)
    opened.open()
    settle()
    assert opened.width() <= tiny.width()
    bar = opened._scroll.horizontalScrollBar()
    assert (bar.maximum() > 0) == sideways == bar.isVisible()
    opened.reject()

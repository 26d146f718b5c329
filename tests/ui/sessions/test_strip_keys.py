"""The sessions by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from ui.conftest import OpenAt
from ui.driving import Program, cursor, until, until_says
from ui.selling import Sessions

from akool_desktop.ui.keyboard.mnemonics import letters
from akool_desktop.ui.sessions.row import SessionRow

_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def _rows(program: Program) -> list[SessionRow]:
    """From the top down."""
    return sorted(program.all(SessionRow), key=lambda row: row.y())


def _is_at(program: Program, row: int, words: str) -> bool:
    now = cursor()
    return isinstance(now, QAbstractButton) and _name(now) == words and _rows(program)[row].isAncestorOf(now)


def _name(button: QAbstractButton) -> str:
    return button.text() or button.accessibleName()


def _press(*keys: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(cursor(), key, held)


async def test_arrows_go_from_session_to_session_and_along_their_buttons(open_at: OpenAt, akool: Sessions) -> None:
    assert akool
    program = await open_at(5)
    program.window.resize(1440, 900)
    _press(Key.Key_J, held=_CTRL)
    assert _is_at(program, 0, "Details")
    _press(Key.Key_Up, Key.Key_Left)
    assert _is_at(program, 0, "Details")
    _press(Key.Key_Right, Key.Key_Right, Key.Key_Right)
    assert _is_at(program, 0, "End session")
    for row in (1, 2, 3, 4, 4):
        _press(Key.Key_Down)
        assert _is_at(program, row, "End session")
        assert cursor().visibleRegion().boundingRect().height() == cursor().height()
    _press(Key.Key_Left, Key.Key_Up)
    assert _is_at(program, 3, "Open Stage")


async def test_tab_goes_through_the_sessions_as_one_reads(open_at: OpenAt, akool: Sessions) -> None:
    assert akool
    program = await open_at(3)
    _press(Key.Key_J, held=_CTRL)
    for row in range(3):
        for words in ("Details", "Open Stage", "End session"):
            assert _is_at(program, row, words)
            _press(Key.Key_Tab)


async def test_one_session_has_letters_and_of_several_that_with_the_cursor(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at()
    assert {"D", "O", "I"} <= letters(program.window).keys()
    program = await open_at(3)
    assert not {"D", "O", "I"} & letters(program.window).keys()  # which of them is ended is not left to luck
    _press(Key.Key_J, held=_CTRL)
    _press(Key.Key_Down)
    row = _rows(program)[1]
    found = letters(program.window)
    assert [_name(found[letter]) for letter in "DOI"] == ["Details", "Open Stage", "End session"]
    assert all(row.isAncestorOf(found[letter]) for letter in "DOI")
    QTest.keyPress(cursor(), Key.Key_Alt)
    _press(Key.Key_I, held=_ALT)
    QTest.keyRelease(cursor(), Key.Key_Alt)
    await until(lambda: len(akool.closed) == 1, "for it to end")


async def test_the_cursor_stays_in_the_row_then_at_its_place(open_at: OpenAt, akool: Sessions) -> None:
    """And never comes to a button that ends another."""
    program = await open_at(3)
    _press(Key.Key_J, held=_CTRL)
    _press(Key.Key_Right, Key.Key_Right, Key.Key_Space)
    ended = _rows(program)[0]
    await until_says(program, "Ended, confirmed")
    await until(lambda: _rows(program)[-1] is ended, "for it to go down")
    assert _is_at(program, 0, "Details")
    assert len(akool.closed) == 1


async def test_a_row_is_told_by_whom_it_is_and_how_it_stands(open_at: OpenAt, akool: Sessions) -> None:
    assert akool
    program = await open_at()
    (row,) = _rows(program)
    state = row.findChildren(QLabel)[0].text()
    assert row.accessibleName() == f"dvp_Tristan_cloth2_1080P: {state}"
    assert {button.accessibleDescription() for button in row.buttons} == {row.accessibleName()}


async def test_f6_goes_through_the_parts_of_the_window_and_back(open_at: OpenAt, akool: Sessions) -> None:
    assert akool
    program = await open_at(2)
    window = program.window
    window.resize(1440, 900)
    parts = [window._topbar, window._panel, window._rail, window._form, window._side, window._open_sessions.strip]
    window._form.go_to("duration")
    for number in (4, 5, 0, 1, 2, 3):
        _press(Key.Key_F6)
        assert parts[number].isAncestorOf(cursor()), number
    assert program.focused() == "duration"
    for number in (2, 1, 0, 5):
        _press(Key.Key_F6, held=Qt.KeyboardModifier.ShiftModifier)
        assert parts[number].isAncestorOf(cursor()), number
    window.resize(1024, 640)
    _press(Key.Key_F6, Key.Key_F6)
    assert window._rail.isAncestorOf(cursor())  # the list of presets is away

"""The window's first look: what is painted first stays where it is, and what is typed in it is not lost."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from ui.driving import Program, settle

from akool_desktop.store.settings import Settings
from akool_desktop.ui.form.rows import FieldRow
from akool_desktop.ui.opening import Opening


@pytest.fixture
def opening(qapp: QApplication, qtbot: QtBot) -> Iterator[Opening]:
    qapp.setQuitOnLastWindowClosed(False)
    shown = Opening(Settings(), practises=True)
    shown.resize(1400, 860)
    with qtbot.waitSignal(shown.painted):
        shown.show()
    yield shown
    shown.hide()
    shown.deleteLater()


def in_view(opening: Opening) -> dict[str, tuple[int, int, int, int]]:
    """Where the rows of the form are that can be seen, in the window."""
    found = {}
    for row in opening.form.findChildren(FieldRow):
        place = row.mapTo(opening, QPoint(0, 0))
        bottom = opening.form.mapTo(opening, QPoint(0, opening.form.height())).y()
        if row.isVisible() and place.y() + row.height() <= bottom:
            found[row.objectName()] = (place.x(), place.y(), row.width(), row.height())
    return found


@pytest.mark.parametrize(("size", "fields"), [((1400, 860), 6), ((1024, 640), 4), ((720, 450), 1), ((512, 308), 1)])
def test_the_first_look_has_every_field_that_fits_and_nothing_of_it_moves(
    opening: Opening, qtbot: QtBot, tmp_path: Path, size: tuple[int, int], fields: int
) -> None:
    opening.resize(*size)
    settle()
    first = in_view(opening)
    assert len(first) >= fields
    program = Program(tmp_path / "data", opening=opening)
    opening.hold(program.window)
    qtbot.waitUntil(program.window.isVisible)
    settle()
    assert in_view(opening) == first
    assert program.window.window() is opening
    program.put_away()


def test_what_is_typed_into_the_first_look_is_kept_with_the_cursor(
    opening: Opening, qtbot: QtBot, tmp_path: Path
) -> None:
    opening.activateWindow()
    qtbot.waitUntil(opening.isActiveWindow)
    edit = QApplication.focusWidget()
    assert isinstance(edit, QLineEdit)
    QTest.keyClicks(edit, "dvp_")
    program = Program(tmp_path / "data", opening=opening)
    opening.hold(program.window)
    assert QApplication.focusWidget() is edit
    QTest.keyClicks(edit, "Tristan")
    settle()
    assert opening.form.draft["avatar_id"] == "dvp_Tristan"
    assert not program.says("is needed")
    program.put_away()


def test_tab_goes_through_the_window_as_if_all_of_it_had_been_there_at_once(
    opening: Opening, screen: Program, tmp_path: Path
) -> None:
    program = Program(tmp_path / "later", opening=opening)
    opening.hold(program.window)
    settle()
    assert tabs(program.window) == tabs(screen.window)
    program.put_away()


def test_it_loads_nothing_of_the_network_or_the_disk() -> None:
    """The window would wait for it."""
    look = "import sys, akool_desktop.ui.opening\nprint(*{'ssl', 'http', 'asyncio', 'sqlite3'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", look], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == ""


def tabs(window: QWidget) -> list[tuple[str, str]]:
    """What Tab leads to from the avatar on, by class and name."""
    first = next(edit for edit in window.findChildren(QLineEdit) if edit.objectName() == "avatar_id")
    found: list[tuple[str, str]] = []
    widget = first.nextInFocusChain()
    while widget is not None and widget is not first:
        if window.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            words = widget.text() if isinstance(widget, QAbstractButton) else ""
            found.append((type(widget).__name__, widget.objectName() or widget.accessibleName() or words))
        widget = widget.nextInFocusChain()
    return found


def test_closing_the_first_look_is_the_wish_to_leave(opening: Opening) -> None:
    opening.close()
    assert opening.left

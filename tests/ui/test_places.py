"""Where windows come up: on the screen that is worked on, and wholly on one that is there."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from ui.conftest import OpenAt
from ui.driving import Program, Screen, settle

from akool_desktop.ui.history.window import HistoryWindow
from akool_desktop.ui.places import place_by
from akool_desktop.ui.sessions.compact import CompactStrip

_GONE = QPoint(9000, 300)  # where a screen was


def _on_a_screen(window: QWidget) -> bool:
    return window.screen().availableGeometry().contains(window.frameGeometry())


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(300, 250, 400, 300)
    window.show()
    return window


@pytest.fixture
def part(qtbot: QtBot) -> QWidget:
    part = QWidget()
    qtbot.addWidget(part)
    part.resize(200, 100)
    return part


def test_another_window_comes_up_in_the_middle_of_the_first_and_then_where_it_was_put(
    window: QWidget, part: QWidget
) -> None:
    place_by(part, window)
    part.show()
    assert part.frameGeometry().center() == window.frameGeometry().center()
    part.move(20, 30)
    part.hide()
    place_by(part, window)
    assert part.pos() == QPoint(20, 30)


@pytest.mark.parametrize("at", [QPoint(-150, -100), QPoint(700, 700)])
def test_it_is_wholly_on_the_screen_also_where_the_first_is_not(window: QWidget, part: QWidget, at: QPoint) -> None:
    window.move(at)
    place_by(part, window)
    assert _on_a_screen(part)


def test_one_that_was_put_on_a_screen_that_is_gone_comes_back(window: QWidget, part: QWidget) -> None:
    part.show()
    part.move(_GONE)
    part.resize(5000, 100)
    part.hide()
    place_by(part, window)
    assert _on_a_screen(part)


_PART = """
window.setGeometry(900, 50, 600, 300)
window.show()
part = QWidget()
place_by(part, window)
part.show()
"""
_DIALOG = """
window.setGeometry(900, 50, 600, 300)
window.show()
part = Question(window, "End all?", "One line more. " * 500)
part.add_button("End all")
part.show()
"""
_ON_TWO = """
from PySide6.QtWidgets import QApplication, QWidget
from akool_desktop.ui.controls.dialog import Question
from akool_desktop.ui.places import place_by
app = QApplication([])
window = QWidget()
{steps}
app.processEvents()
print(part.screen().name(), part.screen().availableGeometry().contains(part.frameGeometry()))
"""


@pytest.mark.parametrize("steps", [_PART, _DIALOG], ids=["another window", "dialog"])
def test_on_the_second_of_two_screens_that_one_counts(tmp_path: Path, steps: str) -> None:
    """The desktop may choose the other, which is a projector; and the other may be the larger."""
    screens = [
        {"name": "first", "x": 0, "y": 0, "width": 800, "height": 900},
        {"name": "second", "x": 800, "y": 0, "width": 800, "height": 480},
    ]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}))
    platform = f"offscreen:configfile={tmp_path / 'screens.json'}"
    ran = subprocess.run(
        [sys.executable, "-c", _ON_TWO.format(steps=steps)], capture_output=True, text=True, check=True,
        env=os.environ | {"QT_QPA_PLATFORM": platform},
    )  # fmt: skip
    assert ran.stdout == "second True\n"


def _shown(kind: type[QWidget]) -> QWidget:
    (found,) = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
    return found


async def test_strip_and_window_come_up_on_a_screen_that_is_there(open_at: OpenAt) -> None:
    """With the strip goes the way to end a session."""
    program = await open_at()
    program.window.window().setGeometry(100, 50, 640, 700)
    program.press("Compact strip")
    strip = _shown(CompactStrip)
    assert _on_a_screen(strip)
    program.window.window().move(_GONE)
    Screen(strip).press("Back to the window")
    assert _on_a_screen(program.window.window())
    strip.move(_GONE)
    program.press("Compact strip")
    assert _on_a_screen(strip)


async def test_a_strip_that_grows_at_the_left_edge_stays_on_the_screen(open_at: OpenAt) -> None:
    program = await open_at()
    program.press("Compact strip")
    strip = _shown(CompactStrip)
    assert isinstance(strip, CompactStrip)
    wide = strip.width()
    strip.move(0, 300)
    strip._state.setText("Not confirmed: may still cost" * 2)
    settle()
    strip._widen()  # as it does each second
    assert strip.width() > wide
    assert strip.pos() == QPoint(0, 300)


def test_history_comes_up_by_the_window(screen: Program) -> None:
    screen.window.move(_GONE)
    screen.press("History")
    settle()
    screen.window.move(0, 0)
    history = _shown(HistoryWindow)
    history.move(_GONE)
    history.close()
    screen.press("History")
    assert _on_a_screen(history)

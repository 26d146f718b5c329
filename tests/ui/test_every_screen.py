"""What holds on every screen: keys reach everything and come out again, the cursor and all words can be seen.

The window is taken to each of its screens as for the pictures (ui/pictures.py) and looked at there.
"""

import asyncio
import os
import tempfile
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QMenu, QPushButton, QWidget
from ui import pictures
from ui.contrasts import difference, weak_words
from ui.driving import until
from ui.form_scenes import doors, form_states, main_window
from ui.pictures import dialogs, from_the_keyboard, menus
from ui.preset_scenes import importing, pickers, presets
from ui.seen import controls
from ui.session_scenes import handing_over, history, questions
from ui.studio import Studio

from akool_desktop.app import make_loop
from akool_desktop.ui.controls.icons import BusyArc, Icon
from akool_desktop.ui.controls.messages import Message
from akool_desktop.ui.form.rows import FieldRow
from akool_desktop.ui.keyboard.mnemonics import letters
from akool_desktop.ui.sessions import looks as session_looks
from akool_desktop.ui.theme import theme

pytestmark = pytest.mark.timeout(300)
Scenes = tuple[Callable[[Studio], Coroutine[Any, Any, None]], ...]
_STATES = {"danger", "warning", "good", "live"}  # tones
_OUTLINE = 40  # pixels that change by three to one or more: a small button's outline has more
LEAST = {"light": 4.5, "dark": 4.5, "contrast": 7.0}  # contrast of words
# With --long all of them in each; else what a theme has of its own.
SCENES: dict[str, Scenes] = {
    "light": (
        doors, main_window, form_states, dialogs, presets, pickers, questions, history, handing_over, importing,
        from_the_keyboard, menus,
    ),
    "dark": (main_window, dialogs, handing_over, menus),
    "contrast": (main_window, dialogs, menus),
}  # fmt: skip


@dataclass
class Looked:
    """What was found wrong."""

    theme: str
    words: int = 0
    weak: list[str] = field(default_factory=list)
    coloured: list[str] = field(default_factory=list)
    trapped: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    letterless: list[str] = field(default_factory=list)
    passed_by: list[str] = field(default_factory=list)
    kinds: set[tuple[str, str, str]] = field(default_factory=set)

    async def look(self, name: str, widget: QWidget) -> None:
        if isinstance(widget, QMenu):
            self._read(name, widget)
            return
        if name.endswith("-running"):  # it changes while it is looked at
            return
        hidden = widget.isHidden()
        widget.show()
        widget.activateWindow()
        await until(widget.isActiveWindow, f"for {name} to come to the front")
        self._read(name, widget)
        self._take_colour_away(name, widget)
        self._point(name, widget)
        if self.theme == "light":
            self._hold_alt(name, widget)
            self._walk(name, widget)
        if hidden:
            widget.hide()

    def _read(self, name: str, widget: QWidget) -> None:
        for shown, found in weak_words(widget, LEAST[self.theme]):
            self.words += 1
            if found is not None:
                self.weak.append(f"{name}: {found:.2f} {shown[:40]}")

    def _take_colour_away(self, name: str, window: QWidget) -> None:
        """Words in a state's colour have the state's shape beside them, and a field with a problem its sentence."""
        for label in window.findChildren(QLabel):
            told = label.isVisible() and label.text() and label.property("tone") in _STATES
            if told and not _has_shape(label.parentWidget()):
                self.coloured.append(f"{name}: {label.text()[:40]}")
        for button in window.findChildren(QPushButton):
            if button.isVisible() and button.property("kind") == "danger" and button.icon().isNull():
                self.coloured.append(f"{name}: {button.text()}")
        for row in window.findChildren(FieldRow):
            wrong = [found for found in row.findChildren(QWidget) if found.property("state") == "problem"]
            if row.isVisible() and wrong and not row.findChildren(Message):
                self.coloured.append(f"{name}: {row.objectName()}")

    def _point(self, name: str, window: QWidget) -> None:
        """The cursor on one of each kind: the picture with it differs from that without, and not by a shade."""
        before = QApplication.focusWidget()
        for control in controls(window):
            where = (type(control).__name__, control.property("kind"), _surroundings(control))
            if where in self.kinds or not control.isEnabled() or control is before or _is_hidden(control):
                continue
            self.kinds.add(where)
            around = QRect(control.mapTo(window, QPoint()), control.size()).adjusted(-3, -3, 3, 3)
            without = window.grab(around).toImage()
            control.setFocus(Qt.FocusReason.TabFocusReason)
            if not _is_hidden(control) and difference(without, window.grab(around).toImage()) < _OUTLINE:
                self.unseen.append(f"{name}: {where}")
            if before:
                before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hold_alt(self, name: str, window: QWidget) -> None:
        QTest.keyPress(window, Qt.Key.Key_Alt)
        signs = [sign.text() for sign in window.findChildren(QLabel, "letter") if sign.isVisible()]
        with_one = list(letters(window).values())
        QTest.keyRelease(window, Qt.Key.Key_Alt)
        buttons = [found for found in controls(window) if isinstance(found, QPushButton) and found.isEnabled()]
        if isinstance(window, QDialog):  # else Enter presses its default button from there
            self.passed_by += [f"{name}: {_called(button)}" for button in buttons if not button.autoDefault()]
        if len(set(signs)) != len(signs) or (buttons and not signs):
            self.letterless.append(f"{name}: {sorted(signs)}")
        for button in buttons:
            main = isinstance(window, QDialog) or button.property("kind") == "primary"
            if main and button not in with_one:
                self.letterless.append(f"{name}: {button.text() or button.accessibleName()}")

    def _walk(self, name: str, window: QWidget) -> None:
        """With Tab from where the cursor is, until it is there again."""
        start = now = QApplication.focusWidget()
        reached: list[QWidget] = []
        while now and len(reached) < 300:
            QTest.keyClick(now, Qt.Key.Key_Tab)
            now = QApplication.focusWidget()
            if now is None or now in reached:
                break
            reached.append(now)
            if now is start:
                break
        if not start or (now is not start and start.isVisible()):  # what lies over the form goes when it is left
            self.trapped.append(f"{name}: from {_called(start)} to {_called(now)}")
        wanted = [found for found in controls(window) if found.isEnabled() and _takes_tab(found)]
        self.trapped += [f"{name}: never to {_called(found)}" for found in wanted if not _is_in(found, reached)]


def _has_shape(around: QWidget | None) -> bool:
    """In a line of its own, or in the box that the line is in."""
    boxes = [box for box in (around, around.parentWidget() if around else None) if box]
    return any(
        shape.isVisible() and shape.parentWidget() is box
        for box in boxes for kind in (Icon, BusyArc) for shape in box.findChildren(kind)
    )  # fmt: skip


def _surroundings(widget: QWidget) -> str:
    """The part of the window whose rules dress it."""
    parent = widget.parentWidget()
    while parent:
        if name := parent.property("box") or parent.objectName().split(" ")[0]:
            return str(name)
        parent = parent.parentWidget()
    return ""


def _is_hidden(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect().size() != widget.size()


def _called(widget: QWidget | None) -> str:
    name = (widget.accessibleName() or getattr(widget, "text", str)()) if widget else ""
    return f"{type(widget).__name__} {name}"[:60]


def _takes_tab(widget: QWidget) -> bool:
    """Of choices that belong together, only the one that is chosen: arrows go to the others."""
    is_choice = isinstance(widget, QAbstractButton) and (widget.autoExclusive() or widget.group())
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not is_choice


def _is_in(widget: QWidget, reached: list[QWidget]) -> bool:
    return any(found is widget or widget.isAncestorOf(found) for found in reached)


@pytest.fixture(scope="module", params=list(LEAST))
def looked(request: pytest.FixtureRequest, qapp: QApplication) -> Looked:
    qapp.setQuitOnLastWindowClosed(False)
    looked = Looked(request.param)
    scenes = pictures.SCENES if os.environ.get("AKOOL_LONG") else SCENES[request.param]
    theme().apply(request.param)
    with asyncio.Runner(loop_factory=lambda: make_loop(qapp)) as runner:
        runner.run(_visit(looked, scenes))
    theme().apply("light")
    return looked


async def _visit(looked: Looked, scenes: Scenes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(Path(folder), looked.look, pause=0.01)
        studio.tasks.attach(asyncio.get_running_loop())
        for scene in scenes:
            await scene(studio)
        await studio.put_away()


def _none(wrong: list[str]) -> None:
    assert not wrong, "\n".join(dict.fromkeys(wrong))


def test_words_stand_off_from_what_is_behind_them(looked: Looked) -> None:
    assert looked.words > 200
    _none(looked.weak)


def test_the_cursor_can_be_seen_wherever_it_is(looked: Looked) -> None:
    assert len(looked.kinds) > 20
    _none(looked.unseen)


def test_no_state_is_told_by_colour_alone(looked: Looked) -> None:
    _none(looked.coloured)


def test_every_state_of_a_session_has_words_and_a_shape_of_its_own() -> None:
    looks = [*session_looks._LOOKS.values(), session_looks._ENDING_SOON, session_looks._LIVE_PRACTICE]
    assert len({look.words for look in looks}) == len(looks)
    tones: dict[str, set[str]] = {}
    for look in looks:
        tones.setdefault(look.icon, set()).add(look.tone)
    assert {icon for icon, found in tones.items() if found & {"danger", "warning", "good"} and len(found) > 1} == set()


def test_tab_goes_to_everything_and_comes_back(looked: Looked) -> None:
    _none(looked.trapped)


def test_enter_presses_the_button_that_the_cursor_is_on(looked: Looked) -> None:
    _none(looked.passed_by)


def test_each_button_has_a_letter_of_its_own(looked: Looked) -> None:
    _none(looked.letterless)

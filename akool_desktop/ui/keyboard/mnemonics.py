"""Alt and a letter presses a button; while Alt is held, each button shows its letter.

No "&" stands in any text: the words on a button are the same for the eye, a screen reader and a translator, and the
letters are there in Chinese too. No two buttons of a window can have the same one.
"""

import string
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from functools import cache

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcutEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QRadioButton, QWidget

from akool_desktop.ui.theme import font, px

ARE_THERE = sys.platform != "darwin"  # where Alt and a letter write another letter
_LETTERS = string.ascii_uppercase
_HIDES = {QEvent.Type.WindowDeactivate, QEvent.Type.MouseButtonPress, QEvent.Type.Resize, QEvent.Type.Hide}


def prefer(button: QAbstractButton, letter: str) -> None:
    """In a window where some buttons have a letter of their own, the others have none: there would be too many."""
    button.setProperty("letter", letter)


def letters(window: QWidget) -> dict[str, QAbstractButton]:
    """Of the buttons that show and can be pressed.

    Where several rows have buttons alike, those of the row that the cursor is in have the letters, else none.
    """
    buttons = list(_buttons(window))
    wanted = Counter(button.property("letter") for button in buttons)
    chosen: dict[str, QAbstractButton] = {}
    for button in buttons:
        letter = button.property("letter")
        if letter and (wanted[letter] == 1 or _is_beside_cursor(button)):
            chosen[letter] = button
    if not chosen:
        labels = [label for label in window.findChildren(QLabel) if label.isVisible()]
        taken = {*map(_own_letter, buttons), *map(_own_letter, labels)}
        free = [button for button in buttons if not _own_letter(button)]
        for button in sorted(free, key=lambda button: button.property("kind") != "primary"):
            if letter := _free_letter(button, taken | chosen.keys()):
                chosen[letter] = button
    return chosen


def _buttons(window: QWidget) -> Iterator[QAbstractButton]:
    for button in window.findChildren(QAbstractButton):
        can = button.isVisible() and button.isEnabled() and button.focusPolicy() != Qt.FocusPolicy.NoFocus
        if can and button.window() is window and not isinstance(button, QRadioButton):
            yield button


def _own_letter(part: QAbstractButton | QLabel) -> str:
    """Of what is Qt's own, such as a dialog for files: it underlines its letter and hears it by itself."""
    return QKeySequence.mnemonic(part.text()).toString()[-1:]


def _is_beside_cursor(button: QAbstractButton) -> bool:
    row, now = button.parentWidget(), QApplication.focusWidget()
    return bool(row and now and row.isAncestorOf(now))


def _free_letter(button: QAbstractButton, taken: set[str]) -> str:
    """The first of a word, else any of its own, else any at all."""
    words = (button.text() or button.accessibleName()).upper().split()
    wanted = [word[0] for word in words] + [letter for word in words for letter in word]
    return next((letter for letter in (*wanted, *_LETTERS) if letter in _LETTERS and letter not in taken), "")


@cache
def mnemonics() -> "Mnemonics":
    """Of the program: they are there from the first call on."""
    return Mnemonics()


class Mnemonics(QObject):
    """For every window of the program, from the moment it has the keys."""

    def __init__(self) -> None:
        super().__init__()
        self._signs: list[QLabel] = []
        self._pressed: list[QAbstractButton] = []
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._watch)
        self._watch(None)  # the first look has had the keys before

    def _watch(self, _window: object) -> None:
        self._hide()
        window = QApplication.activeWindow()
        if window and ARE_THERE:
            window.installEventFilter(self)  # once: a filter that is there already is only moved

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QShortcutEvent) and isinstance(watched, QAbstractButton) and not event.isAmbiguous():
            watched.click()  # Qt presses it for a tenth of a second first, and what is typed meanwhile goes elsewhere
            return True
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Alt and isinstance(watched, QWidget):
            if kind == QEvent.Type.KeyRelease:
                self._hide()
            elif kind == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self._show(watched)
        elif self._signs and kind in _HIDES:
            self._hide()
        return False

    def _show(self, window: QWidget) -> None:
        self._hide()
        for button in self._pressed:
            with suppress(RuntimeError):  # it has gone with its window
                button.setShortcut(QKeySequence())
        found = letters(window)
        self._pressed = list(found.values())
        for letter, button in found.items():
            button.setShortcut(QKeySequence(f"Alt+{letter}"))
            button.installEventFilter(self)
            if not button.visibleRegion().isEmpty():
                self._signs.append(_sign(window, button, letter))

    def _hide(self) -> None:
        for sign in self._signs:
            with suppress(RuntimeError):
                sign.hide()
                sign.deleteLater()
        self._signs = []


def _sign(window: QWidget, button: QAbstractButton, letter: str) -> QLabel:
    """At the button's lower right corner, where it covers least of its words."""
    sign = QLabel(letter, window)
    sign.setObjectName("letter")
    sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    sign.setFont(font("caption"))
    sign.adjustSize()
    corner = QPoint(button.width() - sign.width() + px(4), button.height() - sign.height() + px(6))
    place = button.mapTo(window, corner)
    room = window.rect().bottomRight() - sign.rect().bottomRight()
    sign.move(min(place.x(), room.x()), min(place.y(), room.y()))
    sign.show()
    sign.raise_()
    return sign

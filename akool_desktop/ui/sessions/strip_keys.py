"""The sessions by keyboard: arrows go from one to the next, and along the buttons of one."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from akool_desktop.ui.controls.icons import reads_from_right
from akool_desktop.ui.keyboard.keys import INSIDE, Keys, on_key
from akool_desktop.words import Words

KEYS: Sequence[tuple[Keys, Words]] = (
    ("Down", Words("To the next session")), ("Up", Words("To the session before")),
    ("Right", Words("To the next button of the session")), ("Left", Words("To the button before")),
)  # fmt: skip
Rows = Sequence[Sequence[QAbstractButton]]


class StripKeys:
    """``rows`` tells the buttons, row by row, in the order of the screen."""

    def __init__(self, area: QScrollArea, rows: Callable[[], Rows]) -> None:
        self._area, self._rows = area, rows
        for keys, down, on in (("Down", 1, 0), ("Up", -1, 0), ("Right", 0, 1), ("Left", 0, -1)):
            on_key(keys, area, partial(self._go, down, on), INSIDE)

    def order_tabs(self) -> None:
        """As one reads, whichever session came first."""
        for before, after in pairwise(button for row in self._rows() for button in row):
            QWidget.setTabOrder(before, after)

    def place(self) -> int | None:
        """Which row the cursor is in."""
        now = QApplication.focusWidget()
        return next((place for place, row in enumerate(self._rows()) if now in row), None)

    def stay(self, before: int, *, over: bool) -> None:
        """The rows have moved. The cursor goes along, in view; where its session is over, the next one has it.

        At its first button, which ends nothing.
        """
        taken = self._rows()[before]
        if over and (first := next((button for button in taken if not button.isHidden()), None)):
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self._area, self._show_cursor)  # when the rows stand where they are

    def _show_cursor(self) -> None:
        now = QApplication.focusWidget()
        if now and self._area.isAncestorOf(now):
            self._area.ensureWidgetVisible(now.parentWidget() or now, 0, 0)

    def enter(self) -> bool:
        """Into the first session, at its first button; whether there is one."""
        rows = self._showing()
        if rows:
            self._come_to(rows[0][0])
        return bool(rows)

    def _showing(self) -> Rows:
        rows = ([button for button in row if not button.isHidden()] for row in self._rows())
        return [row for row in rows if row]

    def _go(self, down: int, on: int) -> None:
        """At the ends it stays. Another row is entered at the button of the same name, or else at its first."""
        rows = self._showing()
        now = QApplication.focusWidget()
        place = next((number for number, row in enumerate(rows) if now in row), None)
        if place is None or not isinstance(now, QAbstractButton):
            return
        here, there = rows[place], rows[max(0, min(place + down, len(rows) - 1))]
        if on:
            step = -on if reads_from_right() else on
            self._come_to(here[max(0, min(here.index(now) + step, len(here) - 1))])
        elif there is not here:
            name = now.text() or now.accessibleName()
            alike = (button for button in there if (button.text() or button.accessibleName()) == name)
            self._come_to(next(alike, there[0]))

    def _come_to(self, button: QAbstractButton) -> None:
        button.setFocus(Qt.FocusReason.TabFocusReason)
        self._show_cursor()

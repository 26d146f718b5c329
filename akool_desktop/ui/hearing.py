"""For whoever hears the window and does not see it: names where nothing is written, and what has happened meanwhile."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView


def name_list(of: QComboBox, name: str) -> None:
    """Of a list with no label beside it, once it stands where it stays.

    On Linux a list's own name is what is chosen in it, so that only a label can name it; nobody sees this one.
    """
    of.setAccessibleName(name)
    label = QLabel(name, of.parentWidget())
    label.setBuddy(of)
    label.hide()


def announce(by: QWidget, sentence: str) -> None:
    """Read aloud as soon as what is being read has ended; the cursor stays where it is."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # many names, which no first paint needs

    if sentence and QAccessible.isActive():
        from akool_desktop.ui.masking import masked  # 20 ms, which no first paint needs either

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(by, masked(sentence)))


def line_of(view: "QAbstractItemView") -> str:
    """The current one of a list, to be announced where the cursor stays in the search above it."""
    line = view.currentIndex()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleDescriptionRole)
    words = [line.data(role) for role in roles] if line.isValid() else []
    return ", ".join(filter(None, words))


@cache
def tell_lines() -> None:
    """From now on a screen reader hears of the current line, too, where a list has got the cursor: by itself Qt tells
    of the list alone, until one moves in it.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.connect(_tell_line)


def _tell_line(_before: QWidget | None, now: QWidget | None) -> None:
    from PySide6.QtWidgets import QAbstractItemView  # many names, which no first paint needs

    if isinstance(now, QAbstractItemView):
        QTimer.singleShot(0, now, lambda: _focus_line(now))  # after what Qt tells


def _focus_line(view: "QAbstractItemView") -> None:
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    if QAccessible.isActive() and view.hasFocus():
        line = QAccessible.queryAccessibleInterface(view).focusChild()
        if line and line.isValid():
            QAccessible.updateAccessibility(QAccessibleEvent(line, QAccessible.Event.Focus))

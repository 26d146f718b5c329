"""Where one types what is looked for: with a magnifier in front, and behind it the cross that clears it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from akool_desktop.ui.icons import DRAWN_ANEW, icon
from akool_desktop.ui.language import tr
from akool_desktop.ui.theme import colour, px

_LONGEST = 200  # letters; more is a slip of the clipboard


class SearchField(QLineEdit):
    def __init__(self, placeholder: str, name: str) -> None:
        super().__init__(maxLength=_LONGEST, clearButtonEnabled=True)
        self._magnifier = QAction(tr("Search"), self)
        self.setObjectName("search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.addAction(self._magnifier, QLineEdit.ActionPosition.LeadingPosition)
        if clear := self.findChild(QAction, "_q_qlineeditclearaction"):  # Qt's own, which says nothing
            clear.setText(tr("Clear"))
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in DRAWN_ANEW:
            self._tint()

    def _tint(self) -> None:
        self._magnifier.setIcon(icon("search", colour("muted"), px(16)))

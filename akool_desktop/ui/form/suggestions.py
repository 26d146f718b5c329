"""What a text field offers while it is typed in."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView


class _Texts(QStringListModel):
    def flags(self, at: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """They can be chosen; a screen reader would say of each that it can be changed."""
        return super().flags(at) & ~Qt.ItemFlag.ItemIsEditable


class Suggestions(QCompleter):
    """Puts the chosen text into the field; the whole list opens with ``show_all``."""

    chosen = Signal()

    def __init__(self, edit: QLineEdit, texts: Sequence[str]) -> None:
        self._texts = _Texts(texts)
        super().__init__(self._texts, edit)
        popup = QListView()
        popup.setObjectName("suggestions")
        popup.setUniformItemSizes(True)
        self.setPopup(popup)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(10)
        self._edit = edit
        edit.setCompleter(self)
        self.activated.connect(lambda _: self.chosen.emit())

    def show_all(self) -> None:
        self.setCompletionPrefix("")
        self._edit.setFocus(Qt.FocusReason.PopupFocusReason)
        self.complete()

"""What a text field offers while it is typed in: names from the account's lists, found by name or id."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from akool_desktop.desk.catalogue import Entry
from akool_desktop.ui.language import tr

_ID = Qt.ItemDataRole.UserRole


class Suggestions(QCompleter):
    """Puts the id of the chosen entry into the field; the whole list opens with ``show_all``."""

    chosen = Signal()

    def __init__(self, edit: QLineEdit, entries: Sequence[Entry]) -> None:
        self._entries = QStandardItemModel()
        super().__init__(self._entries, edit)
        popup = QListView()
        popup.setObjectName("suggestions")
        popup.setUniformItemSizes(True)
        self.setPopup(popup)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(10)
        self._edit = edit
        self.offer(entries)
        edit.setCompleter(self)
        self.activated.connect(lambda _: self.chosen.emit())

    def offer(self, entries: Sequence[Entry]) -> None:
        self._entries.clear()
        for entry in entries:
            item = QStandardItem(entry.id if entry.name == entry.id else f"{entry.name}   {entry.id}")
            item.setData(entry.id, _ID)
            if not entry.usable:
                item.setText(f"{item.text()}   {tr(entry.detail)}")
            item.setEnabled(entry.usable)
            self._entries.appendRow(item)

    def show_all(self) -> None:
        self.setCompletionPrefix("")
        self._edit.setFocus(Qt.FocusReason.PopupFocusReason)
        self.complete()

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802
        return str(index.data(_ID))

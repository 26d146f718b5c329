"""The entries of a list on screen: found as one types, painted by hand, moved through by keys.

Of thousands of entries only those in view are painted, and finding is one pass over texts that were folded before:
what a keystroke costs is measured by ``test.py --bench``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate

from akool_desktop.desk.catalogue import Entry
from akool_desktop.ui.language import tr

Index = QModelIndex | QPersistentModelIndex
_EMPTY = QModelIndex()


@dataclass(frozen=True)
class Found:
    """An entry and the text it is found by."""

    entry: Entry
    text: str


class Finder:
    """All entries of a list, and those of them that are wanted."""

    def __init__(self) -> None:
        self._all: list[Found] = []

    def take(self, entries: Sequence[Entry], text: Callable[[Entry], str]) -> None:
        self._all = [Found(entry, text(entry).casefold()) for entry in entries]

    def matching(self, typed: str, passes: Callable[[Entry], bool]) -> list[Entry]:
        """Those that hold every word, anywhere."""
        words = typed.casefold().split()
        return [
            found.entry
            for found in self._all
            if all(word in found.text for word in words) and passes(found.entry)
        ]


class Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []

    def show(self, entries: list[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = _EMPTY) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.name
            case Qt.ItemDataRole.AccessibleDescriptionRole | Qt.ItemDataRole.ToolTipRole:
                return ", ".join(part for part in (tr(entry.state), entry.id) if part)
        return None

    def place_of(self, entry_id: str) -> int | None:
        return next((row for row, entry in enumerate(self.entries) if entry.id == entry_id), None)


class EntryList(QListView):
    """``typed`` carries what belongs into the search, ``used`` follows a double click, ``pressed_at`` a click that the
    delegate may have a button under, ``played`` the space bar."""

    typed = Signal(str)
    used = Signal()
    clicked_at = Signal(object, object)
    played = Signal()

    def __init__(self, delegate: QStyledItemDelegate) -> None:
        super().__init__()
        self.setObjectName("entries")
        self.rows = Rows()
        self.setModel(self.rows)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self.used)

    def current(self) -> Entry | None:
        index = self.currentIndex()
        return self.rows.entries[index.row()] if index.isValid() else None

    def go_to(self, row: int) -> None:
        index = self.rows.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keyboardSearch(self, text: str) -> None:  # noqa: N802
        self.typed.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.played.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.typed.emit("")
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.clicked_at.emit(index, event.position().toPoint() - self.visualRect(index).topLeft())

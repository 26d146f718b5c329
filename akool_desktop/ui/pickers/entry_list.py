"""The entries of a list on screen: found as one types, painted by hand, moved through by keys.

Of thousands of entries only those in view are painted or even asked for, and finding is one pass over texts and marks
that were made before: what a keystroke costs is measured by ``test.py --bench``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QListView, QStyledItemDelegate, QTableView

from akool_desktop.desk.catalogue import Entry
from akool_desktop.ui.controls.icons import reads_from_right
from akool_desktop.ui.controls.tooltips import plain
from akool_desktop.ui.language import tr
from akool_desktop.ui.masking import masked

Index = QModelIndex | QPersistentModelIndex
_EMPTY = QModelIndex()


@dataclass(frozen=True)
class Found:
    """An entry, the text it is found by, and the marks that filters ask for."""

    entry: Entry
    text: str
    marks: frozenset[str]


class Finder:
    """All entries of a list, and those of them that are wanted."""

    def __init__(self) -> None:
        self._all: list[Found] = []
        self._fitting: tuple[frozenset[str], list[Found]] = frozenset(), []
        self._found: tuple[str, list[Found]] = "", []

    def take(
        self, entries: Sequence[Entry], text: Callable[[Entry], str], marks: Callable[[Entry], frozenset[str]]
    ) -> None:
        self._all = [Found(entry, text(entry).casefold(), marks(entry)) for entry in entries]
        self._fitting = frozenset(), self._all
        self._found = "", self._all

    def matching(self, typed: str, needed: frozenset[str]) -> list[Entry]:
        """Those that hold every word, anywhere, and have every mark. What was typed on is looked for in what was found
        before.
        """
        if needed != self._fitting[0]:
            self._fitting = needed, [each for each in self._all if needed <= each.marks]
            self._found = "", self._fitting[1]
        before, found = self._found
        if not typed.startswith(before):
            found = self._fitting[1]
        for word in typed.casefold().split():
            found = [each for each in found if word in each.text]
        self._found = typed, found
        return [each.entry for each in found]


class Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []
        self.told: Callable[[Entry], str] = lambda _: ""  # what else is to be said of it

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
                return masked(entry.name)
            case Qt.ItemDataRole.AccessibleDescriptionRole | Qt.ItemDataRole.ToolTipRole:
                told = ", ".join(part for part in (self.told(entry), tr(entry.state), masked(entry.id)) if part)
                return plain(told) if role == Qt.ItemDataRole.ToolTipRole else told
        return None

    def place_of(self, entry_id: str) -> int | None:
        return next((row for row, entry in enumerate(self.entries) if entry.id == entry_id), None)


class EntryList(QObject):
    """``typed`` carries what belongs into the search, ``used`` follows a double click, ``clicked_at`` a click that the
    delegate may have a button under, ``played`` the space bar, ``moved`` another current entry."""

    typed = Signal(str)
    used = Signal()
    clicked_at = Signal(object, object)
    played = Signal()
    moved = Signal()

    def __init__(self, view: QAbstractItemView, delegate: QStyledItemDelegate) -> None:
        super().__init__(view)
        self.view, self.rows, self._delegate = view, Rows(), delegate
        view.setObjectName("entries")
        view.setModel(self.rows)
        view.setItemDelegate(delegate)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.doubleClicked.connect(self.used)
        view.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def current(self) -> Entry | None:
        index = self.view.currentIndex()
        return self.rows.entries[index.row()] if index.isValid() else None

    def go_to(self, row: int) -> None:
        index = self.rows.index(row)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            place = event.position().toPoint()
            index = self.view.indexAt(place)
            if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
                row = self.view.visualRect(index)
                into = row.right() - place.x() if reads_from_right() else place.x() - row.left()
                self.clicked_at.emit(index, QPoint(into, place.y() - row.top()))
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        """Letters belong into the search, and so does what takes one back."""
        if event.key() == Qt.Key.Key_Space:
            self.played.emit()
            return True
        letters = event.text() if event.text().isprintable() else ""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            letters = ""
        if letters or event.key() == Qt.Key.Key_Backspace:
            self.typed.emit(letters)
            return True
        return False


def tiles(grid: QSize) -> QListView:
    view = QListView()
    view.setViewMode(QListView.ViewMode.IconMode)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setMovement(QListView.Movement.Static)
    view.setUniformItemSizes(True)
    view.setGridSize(grid)
    return view


def lines(height: int) -> QTableView:
    """A list of rows. QListView would ask its model for each of thousands when they change; a table's rows are one
    height and asked for when they are seen."""
    view = QTableView()
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)
    view.horizontalHeader().hide()
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    heads = view.verticalHeader()
    heads.hide()
    heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    heads.setMinimumSectionSize(height)
    heads.setDefaultSectionSize(height)
    return view

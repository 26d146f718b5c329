"""Buttons beside each other as far as there is room, then on another line."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle


class Wrapping(QLayout):
    """Each as large as it wishes to be; those that are hidden take no room."""

    def __init__(self, spacing: int) -> None:
        """``spacing`` is between two of them, and between two lines."""
        super().__init__()
        self.setSpacing(spacing)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return max((place.bottom() + 1 for place in places), default=0)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Of the largest."""
        size = QSize(0, 0)
        for item in self._shown():
            size = size.expandedTo(item.sizeHint())
        return size

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        direction = QGuiApplication.layoutDirection()
        for item, place in zip(self._shown(), self._places(rect.width()), strict=True):
            item.setGeometry(QStyle.visualRect(direction, rect, place.translated(rect.topLeft())))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, width: int) -> list[QRect]:
        """Of those that show, from the top left of a room that wide."""
        places: list[QRect] = []
        line = left = 0
        for item in self._shown():
            size = item.sizeHint()
            if left and left + size.width() > width:
                line, left = max(place.bottom() + 1 for place in places) + self.spacing(), 0
            places.append(QRect(left, line, min(size.width(), width), size.height()))
            left += size.width() + self.spacing()
        return places

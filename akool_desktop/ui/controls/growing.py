"""What scrolls by itself in a column; or grows, within a page that scrolls as a whole."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QScrollArea

from akool_desktop.ui.theme import px


class Growing(QScrollArea):
    """Once told to grow() it has the height of what is in it, and no scroll bar."""

    def __init__(self) -> None:
        super().__init__()
        self._grows = False
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(px(8))

    def grow(self, grows: bool) -> None:
        self._grows = grows
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if grows else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return self._grows

    def heightForWidth(self, width: int) -> int:
        layout = inner.layout() if (inner := self.widget()) else None
        assert layout
        return max(self.minimumHeight(), layout.totalHeightForWidth(width))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._grows and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

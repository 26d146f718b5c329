"""How the form gets to another place of itself: on a short way that the eye can follow, or at once."""

from PySide6.QtCore import QEasingCurve, QPropertyAnimation
from PySide6.QtWidgets import QScrollArea

from akool_desktop.ui.theme import theme

_TAKES = 160  # milliseconds


class Glide(QPropertyAnimation):
    """Of the upright bar, which is asked for anew each time: PySide may take what Qt has made itself for deleted, while
    it is there and its area knows it."""

    def __init__(self, area: QScrollArea) -> None:
        bar = area.verticalScrollBar()
        super().__init__(bar, b"value", bar)
        self._area = area
        self.setEasingCurve(QEasingCurve.Type.OutCubic)

    @property
    def is_under_way(self) -> bool:
        return self.state() == QPropertyAnimation.State.Running

    def to(self, place: int) -> None:
        self.stop()
        self.setDuration(0 if theme().still else _TAKES)
        self.setStartValue(self._area.verticalScrollBar().value())
        self.setEndValue(max(0, place))
        self.start()

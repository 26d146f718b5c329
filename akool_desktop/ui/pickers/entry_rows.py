"""An entry as a row of two lines, with a play button in front where it can be heard."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from akool_desktop.desk.catalogue import Entry, VoiceEntry
from akool_desktop.ui.controls.icons import icon, placed
from akool_desktop.ui.language import tr
from akool_desktop.ui.masking import masked
from akool_desktop.ui.theme import colour, font, px

_HEIGHT = 52
_BUTTON = 32


class EntryRows(QStyledItemDelegate):
    """``second`` gives the second line of an entry, ``plays`` whether its sample is heard now."""

    def __init__(self, second: Callable[[Entry], str], plays: Callable[[VoiceEntry], bool]) -> None:
        super().__init__()
        self._second, self._plays = second, plays
        self.height = px(_HEIGHT)

    @staticmethod
    def hits_play(entry: Entry, place: QPoint) -> bool:
        """Whether a click this far into the row is one on its play button."""
        return isinstance(entry, VoiceEntry) and bool(entry.sample) and px(8) <= place.x() <= px(8 + _BUTTON)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.model().entries[index.row()]  # type: ignore[attr-defined]
        row = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(colour("accent_tint"))
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -2), px(6), px(6))
        else:
            painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), colour("line"))
        words = row.adjusted(px(12), 0, -px(12), 0)
        if isinstance(entry, VoiceEntry):
            if entry.sample:
                self._paint_button(painter, row, self._plays(entry))
            words.setLeft(row.left() + px(8 + _BUTTON + 12))
            words = placed(words, row)
        self._paint_words(painter, words, entry)
        painter.restore()

    def _paint_button(self, painter: QPainter, row: QRectF, plays: bool) -> None:
        button = placed(QRectF(row.left() + px(8), row.center().y() - px(_BUTTON) / 2, px(_BUTTON), px(_BUTTON)), row)
        painter.setPen(QPen(colour("accent" if plays else "edge"), 1))
        painter.setBrush(colour("raised"))
        painter.drawEllipse(button.adjusted(1, 1, -1, -1))
        shown = icon("stop" if plays else "play", colour("accent" if plays else "text"), px(16))
        shown.paint(painter, button.toRect())

    def _paint_words(self, painter: QPainter, place: QRectF, entry: Entry) -> None:
        second = self._second(entry)
        top = QRectF(place.left(), place.top() + (px(6) if second else 0), place.width(), px(20))
        if not second:
            top.setHeight(place.height())
        painter.setFont(font("strong"))
        painter.setPen(colour("text" if entry.usable else "muted"))
        metrics = painter.fontMetrics()
        room = int(top.width())
        if not entry.usable:
            room -= self._paint_reason(painter, top, tr(entry.state))
            painter.setFont(font("strong"))
            painter.setPen(colour("muted"))
        name = metrics.elidedText(masked(entry.name), Qt.TextElideMode.ElideRight, room)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(font("caption"))
        painter.setPen(colour("muted"))
        below = QRectF(place.left(), place.top() + px(26), place.width(), px(18))
        text = painter.fontMetrics().elidedText(masked(second), Qt.TextElideMode.ElideRight, int(below.width()))
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_reason(self, painter: QPainter, line: QRectF, reason: str) -> int:
        """At the right of the line; the room it takes."""
        painter.setFont(font("caption"))
        painter.setPen(colour("muted"))
        width = painter.fontMetrics().horizontalAdvance(reason)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, reason)
        place = placed(QRectF(line.right() - width - px(22), line.center().y() - px(8), px(16), px(16)), line)
        icon("warning", colour("warning"), px(16)).paint(painter, place.toRect())
        return width + px(32)

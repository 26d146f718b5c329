"""The few controls that Fusion does not have."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from akool_desktop.ui.controls.icons import paint_icon, placed, reads_from_right
from akool_desktop.ui.theme import colour, font, px

_LETTERS = 4  # of a line that is cut, its dots among them


class Switch(QAbstractButton):
    """On or off; the knob's side and a tick say which, not the colour alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(40), px(32))  # as high as other inputs, so that its label stands beside it

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(px(2), (self.height() - px(20)) // 2, px(36), px(20))
        radius = track.height() / 2
        painter.setPen(QPen(colour("accent" if self.isChecked() else "control"), 1))
        painter.setBrush(colour("accent" if self.isChecked() else "raised"))
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        knob = QRectF(0, 0, px(12), px(12))
        knob.moveCenter(track.center())
        knob.moveLeft(track.right() - px(16) if self.isChecked() else track.left() + px(4))
        knob = placed(knob, track)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("on_accent" if self.isChecked() else "control"))
        painter.drawEllipse(knob)
        if self.isChecked():
            self._paint_tick(painter, track)
        if self.hasFocus():
            ring(painter, track.adjusted(-2, -2, 2, 2), colour("accent"), radius + px(2))

    def _paint_tick(self, painter: QPainter, track: QRectF) -> None:
        painter.setPen(QPen(colour("on_accent"), px(2)))
        tick = placed(QRectF(track.left() + px(7), track.top(), px(8), track.height()), track)
        left, middle = tick.left(), track.center().y()
        painter.drawPolyline(_points((left, middle), (left + px(3), middle + px(3)), (left + px(8), middle - px(4))))


def ring(painter: QPainter, place: QRectF, tint: QColor, radius: float) -> None:
    """The focus ring, 2 pixels inside ``place``."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tint, 2))
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), radius, radius)


class FilledButton(QPushButton):
    """The one thing to do in a dialog. The cursor draws a line within it, and it stays as large as it looks."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.setProperty("kind", "primary")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring(painter, QRectF(self.rect()).adjusted(3, 3, -3, -3), colour("on_accent"), px(4))


def _points(*places: tuple[float, float]) -> list[QPointF]:
    return [QPointF(*place) for place in places]


class _Joined(QRadioButton):
    """A choice that shares a box with its neighbours: the box's corners are the first and the last one's."""

    def __init__(self, text: str, *, first: bool, last: bool) -> None:
        super().__init__(text)
        self._first, self._last = first, last
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down lead from one to the next however they stand, and at the end nowhere: they scroll no form."""
        super().keyPressEvent(event)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step and not event.isAccepted():
            event.accept()
            all_of_them = self.group().buttons()
            place = all_of_them.index(self) + step
            if 0 <= place < len(all_of_them):
                all_of_them[place].click()
                all_of_them[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self, painter: QPainter, upright: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), px(5), px(5))
        first, last = self._first, self._last
        if not upright and reads_from_right():
            first, last = last, first
        # square off the sides that touch a neighbour
        for joined, rect in (
            (not first, QRectF(0, 0, self.width(), px(6)) if upright else QRectF(0, 0, px(6), self.height())),
            (
                not last,
                QRectF(0, self.height() - px(6), self.width(), px(6))
                if upright
                else QRectF(self.width() - px(6), 0, px(6), self.height()),
            ),
        ):
            if joined:
                path.addRect(rect)
        path.setFillRule(Qt.FillRule.WindingFill)
        pointed = self.underMouse() and self.isEnabled()
        painter.fillPath(path, colour("accent_tint" if self.isChecked() else "surface" if pointed else "raised"))
        if not last:
            edge = self.rect()
            edge.setTopLeft(edge.bottomLeft() if upright else edge.topRight())
            painter.fillRect(edge, colour("line" if upright else "control"))
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), colour("accent"), px(5))


class ChoiceRow(_Joined):
    """One of a few choices, with what it means."""

    def __init__(self, text: str, sentence: str, *, first: bool, last: bool) -> None:
        super().__init__(text, first=first, last=last)
        self.setAccessibleDescription(sentence)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(font("strong")).horizontalAdvance(self.text())
        sentence = QFontMetrics(font("body")).horizontalAdvance(self.accessibleDescription())
        return QSize(px(38) + words + px(10) + sentence + px(8), px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(36))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """One line; where that has no room, the sentence stands below the name."""
        if self.sizeHint().width() <= width:
            return px(36)
        return px(8) + px(20) + self._sentence_height(width - px(38) - px(8)) + px(8)

    def _sentence_height(self, room: int) -> int:
        metrics = QFontMetrics(font("body"))
        bounds = metrics.boundingRect(QRect(0, 0, room, 0), Qt.TextFlag.TextWordWrap, self.accessibleDescription())
        return bounds.height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._fill(painter, upright=True)
        whole = QRectF(self.rect())
        one_line = self.sizeHint().width() <= self.width()
        middle = self.height() / 2 if one_line else px(18)
        dot = placed(QRectF(px(12), middle - px(8), px(16), px(16)), whole)
        painter.setBrush(colour("accent" if self.isChecked() else "raised"))
        painter.setPen(QPen(colour("accent" if self.isChecked() else "control"), 1.5))
        painter.drawEllipse(dot)
        if self.isChecked():
            painter.setBrush(colour("on_accent"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(dot.center(), px(3), px(3))
        painter.setPen(colour("text"))
        painter.setFont(font("strong"))
        place = QRectF(px(38), middle - px(18), self.width() - px(38), px(36))
        painter.drawText(placed(place, whole), Qt.AlignmentFlag.AlignVCenter, self.text())
        words = painter.fontMetrics().horizontalAdvance(self.text())
        painter.setPen(colour("muted"))
        painter.setFont(font("body"))
        if one_line:
            place.setLeft(place.left() + words + px(10))
            painter.drawText(placed(place, whole), Qt.AlignmentFlag.AlignVCenter, self.accessibleDescription())
        else:
            below = QRectF(px(38), px(28), self.width() - px(46), self.height() - px(28))
            painter.drawText(placed(below, whole), Qt.TextFlag.TextWordWrap, self.accessibleDescription())


class Segment(_Joined):
    """One of two or three short choices; the chosen one has a tick."""

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(font("strong")).horizontalAdvance(self.text()) + px(28 + 20), px(30))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() - QSize(px(14), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._fill(painter, upright=False)
        painter.setFont(font("strong" if self.isChecked() else "body"))
        painter.setPen(colour("accent" if self.isChecked() else "text"))
        place = QRectF(self.rect())
        if self.isChecked():
            words = painter.fontMetrics().horizontalAdvance(self.text())
            left = (place.width() - words - px(20)) / 2
            tick = QRectF(left, (place.height() - px(16)) / 2, px(16), px(16))
            paint_icon(painter, "check", placed(tick, QRectF(self.rect())), colour("accent"))
            place.setLeft(left + px(20))
            painter.drawText(placed(place, QRectF(self.rect())), Qt.AlignmentFlag.AlignVCenter, self.text())
        else:
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.text())


class OneLine(QLabel):
    """A caption-sized line; what it has no room for ends in dots. Where a few letters would be left, nothing is."""

    def __init__(self) -> None:
        super().__init__(" ")
        self.setFont(font("caption"))
        self.setProperty("tone", "muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        fitting = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        if self.height() < self.fontMetrics().ascent() or (len(fitting) < _LETTERS and fitting != self.text()):
            return
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, fitting)

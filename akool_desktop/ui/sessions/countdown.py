"""What is left, in digits that do not dance, over a bar that shrinks."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from akool_desktop.desk.clock import Left
from akool_desktop.ui.controls.icons import placed
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.masking import masked
from akool_desktop.ui.sessions.looks import minutes
from akool_desktop.ui.theme import colour, font, px, theme
from akool_desktop.words import Words


class Countdown(QWidget):
    """``role`` is the digits' size: countdown, or title in the compact strip."""

    def __init__(self, role: str = "countdown") -> None:
        super().__init__()
        self._role = role
        self._has_aside, self._narrow = role != "title", False
        self._digits, self._aside, self._part, self._tone = "", "", 0.0, "live"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_left(self, left: Left | None, length: int | None, ran: float, tone: str) -> None:
        """Time left of the booked length; the time it has run where that length is not known."""
        if left is None or not length:
            digits, aside, part = minutes(ran), tr("length not known"), 0.0
        else:
            part = left.seconds / length
            digits = minutes(left.seconds)
            aside = say(Words("left of {length}", length=minutes(length)))
            if not left.sure:
                digits, aside = say(Words("about {count} min", count=round(left.seconds / 60))), ""
        if (digits, aside, part, tone) != (self._digits, self._aside, self._part, self._tone):
            room = self.sizeHint()
            self._digits, self._aside, self._part, self._tone = digits, aside, part, tone
            self.setAccessibleName(f"{digits} {aside}".strip())
            if self.sizeHint() != room:  # a second less takes as much, and is no reason to lay out all rows anew
                self.updateGeometry()
            self.update()

    def stand(self, *, aside: bool, narrow: bool) -> None:
        """With or without what it is left of, which is in its name all the same; in as little room as that takes."""
        self._has_aside, self._narrow = aside, narrow
        self.updateGeometry()

    def _room(self) -> tuple[int, int]:
        """For the digits, and for the bar beside them: alike in all rows, and more where an hour is left."""
        digits, bar = (px(60), px(72)) if self._narrow else (px(88), px(100))
        return max(self._digits_width(), digits), bar

    def _digits_width(self) -> int:
        metrics = QFontMetrics(font(self._role))
        cell = metrics.horizontalAdvance("0")
        return sum(cell if sign.isdecimal() else metrics.horizontalAdvance(sign) for sign in self._digits)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(font("caption")).horizontalAdvance(self._aside) + px(2)
        digits, bar = self._room()
        return QSize(digits + max(bar, words) + px(10) if self._has_aside else max(digits, px(88)), px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(self._role))
        painter.setPen(colour("text"))
        compact = not self._has_aside
        digits, bar_width = self._room()
        left = (self.width() if compact else digits) - self._digits_width()
        place = QRectF(left, 0, self._digits_width(), px(34) if compact else self.height())
        place = placed(place, QRectF(self.rect()))
        self._paint_digits(painter, place.left(), place.height())
        bar = QRectF(digits + px(10), px(30), bar_width, px(4))
        if compact:
            bar = QRectF(0, self.height() - px(6), self.width(), px(4))
        else:
            painter.setFont(font("caption"))
            painter.setPen(colour("muted"))
            beside = placed(QRectF(bar.left(), px(8), self.width() - bar.left(), px(18)), QRectF(self.rect()))
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, masked(self._aside))
        if self._part:
            self._paint_bar(painter, placed(bar, QRectF(self.rect())))

    def _paint_digits(self, painter: QPainter, left: float, height: float) -> None:
        metrics = painter.fontMetrics()
        cell = metrics.horizontalAdvance("0")
        for sign in self._digits:
            width = cell if sign.isdecimal() else metrics.horizontalAdvance(sign)
            painter.drawText(QRectF(left, 0, width, height), Qt.AlignmentFlag.AlignCenter, sign)
            left += width

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        """What is over is empty in an outline where lines are as dark as what is left."""
        outlined = theme().has_contrast
        painter.setPen(colour("line") if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if outlined else colour("line"))
        painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5) if outlined else bar, 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._tone))
        left = QRectF(bar.left(), bar.top(), bar.width() * min(1.0, self._part), bar.height())
        painter.drawRoundedRect(placed(left, bar), 2, 2)

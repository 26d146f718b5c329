"""The toast, in the top bar's free middle: for what needs no answer."""

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from akool_desktop.ui.controls.icons import Icon
from akool_desktop.ui.controls.painted import OneLine
from akool_desktop.ui.controls.tooltips import plain
from akool_desktop.ui.hearing import announce
from akool_desktop.ui.theme import font, px

_SAID_FOR, _WARNED_FOR = 4_000, 20_000  # milliseconds


class TwoLines(OneLine):
    """A sentence in one line, or in two small ones in the same height: a preset's name can be long, and must not make
    the window wider. What even they have no room for is left out in the middle of the second: how a sentence begins
    and ends says more.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFont(font("body"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(px(32))

    def lines(self) -> tuple[str, ...]:
        """As they show."""
        if self._fits():
            return (self.text(),)
        layout = QTextLayout(self.text(), font("caption"))
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(self.width())
        layout.endLayout()
        first, rest = self.text()[: line.textLength()].rstrip(), self.text()[line.textLength() :]
        cut = QFontMetrics(font("caption")).elidedText(rest, Qt.TextElideMode.ElideMiddle, self.width())
        return (first, cut) if rest else (first,)

    def _fits(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self.text()) <= self.width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, lines = QPainter(self), self.lines()
        painter.setFont(self.font() if self._fits() else font("caption"))
        height = self.height() / len(lines)
        for place, line in enumerate(lines):
            painter.drawText(QRectF(0, place * height, self.width(), height), Qt.AlignmentFlag.AlignVCenter, line)


class Toast(QFrame):
    """A word that needs no answer. It stays while it is pointed at."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("toast")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._label = TwoLines()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(10), 0, px(14), 0)
        layout.setSpacing(px(8))
        self._icon = Icon("done", "raised", 18)
        layout.addWidget(self._icon)
        layout.addWidget(self._label)
        self.hide()

    def say(self, sentence: str) -> None:
        """Something has been done."""
        self._show(sentence, "done", _SAID_FOR)

    def warn(self, sentence: str) -> None:
        """Something comes up; it stays longer, as whoever it is for may look elsewhere."""
        self._show(sentence, "clock", _WARNED_FOR)

    def _show(self, sentence: str, icon: str, milliseconds: int) -> None:
        self._icon.show_icon(icon, "raised")
        self._label.setText(sentence)
        self._label.setToolTip(plain(sentence))
        self.show()
        announce(self, sentence)
        self._timer.start(milliseconds)

    def enterEvent(self, _event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, _event: QEvent) -> None:
        self._timer.start()

"""The one primary button, in the colour of the account that pays."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from akool_desktop.store.accounts import Account
from akool_desktop.ui.controls.icons import paint_icon, placed
from akool_desktop.ui.controls.painted import ring
from akool_desktop.ui.controls.tooltips import plain
from akool_desktop.ui.hearing import announce
from akool_desktop.ui.language import say, say_on_button, tr
from akool_desktop.ui.masking import masked
from akool_desktop.ui.sessions.looks import account_of
from akool_desktop.ui.theme import ACCOUNT_COLOURS, colour, font, px, theme
from akool_desktop.words import Words


class CreateButton(QPushButton):
    """"Create session" over "on <account>", and at the right how many problems are left.

    Stays enabled with problems: pressing it leads to the first. While a create is under way it says so.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fill = ACCOUNT_COLOURS["slate"]
        self._second = ("", "")  # short and full; the full one where it has room
        self._problems = 0
        self._working = False
        self._angle = 0
        self._low = False
        self._turning = QTimer(self, interval=50)
        self._turning.timeout.connect(self._turn)

    def show_account(self, account: Account, *, spends: bool) -> None:
        self._fill = ACCOUNT_COLOURS.get(account.colour, ACCOUNT_COLOURS["slate"])
        on = Words("on {account}", account=account_of(account.name))
        self._second = (say(on), say(on if spends else Words("{on}, nothing is spent", on=on)))
        name = Words("Create session on {account}", account=account_of(account.name))
        self.setText(say_on_button(name))
        self.setToolTip(plain(say(name) if spends else tr("Nothing is spent.")))
        self.update()

    def show_problems(self, problems: int) -> None:
        if problems != self._problems:
            self._problems = problems
            self.setAccessibleDescription(self._right())
            self.update()

    def show_working(self, working: bool) -> None:
        self._working = working
        self.setAccessibleDescription(tr("Creating…") if working else self._right())
        if working:
            announce(self, tr("Creating…"))
            self._turning.start()
        else:
            self._turning.stop()
        self.update()

    def _right(self) -> str:
        """How many problems there are, in words."""
        if not self._problems:
            return ""
        if self._problems == 1:
            return tr("1 problem to fix")
        return say(Words("{count} problems to fix", count=self._problems))

    def _fitting_right(self) -> str:
        """The words where they have room beside "Create session", else the number alone."""
        strong, heading = QFontMetrics(font("strong")), QFontMetrics(font("heading"))
        taken = px(16) + heading.horizontalAdvance(tr("Create session")) + px(16) + px(26) + px(16)
        fits = taken + strong.horizontalAdvance(self._right()) <= self.width()
        return self._right() if fits else str(self._problems)

    def _right_width(self) -> int:
        if self._working or not self._problems:
            return px(18)
        return px(26) + QFontMetrics(font("strong")).horizontalAdvance(self._fitting_right())

    def _turn(self) -> None:
        self._angle = 0 if theme().still else (self._angle + 18) % 360
        self.update()

    def stand(self, *, low: bool) -> None:
        """Less high where the window is."""
        self._low = low
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(44 if self._low else 56))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plain = theme().has_contrast  # where the account's colour is no ground for words
        fill, ink = (QColor(colour("text")), colour("raised")) if plain else (QColor(self._fill), QColor("#FFFFFF"))
        if self.isDown():
            fill = fill.darker(112)
        elif self.underMouse() and self.isEnabled():
            fill = fill.darker(106)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(box, px(8), px(8))
        if plain:
            painter.setBrush(QColor(self._fill))
            painter.drawRoundedRect(placed(QRectF(px(7), px(12), px(4), self.height() - px(24)), box), px(2), px(2))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring(painter, box.adjusted(3, 3, -3, -3), ink, px(6))
        painter.setPen(ink)
        self._paint_words(painter)
        self._paint_right(painter, ink)

    def _paint_words(self, painter: QPainter) -> None:
        left, top = px(16), (self.height() - px(40)) / 2
        painter.setFont(font("heading"))
        first = tr("Creating…") if self._working else tr("Create session")
        place = placed(QRectF(left, top, self.width() - left, px(24)), QRectF(self.rect()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, first)
        painter.setFont(font("caption"))
        room = self.width() - left - px(16) - self._right_width() - px(12)
        short, full = map(masked, self._second)
        second = full if painter.fontMetrics().horizontalAdvance(full) <= room else short
        fitting = painter.fontMetrics().elidedText(second, Qt.TextElideMode.ElideRight, room)
        place = placed(QRectF(left, top + px(23), room, px(18)), QRectF(self.rect()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, fitting)

    def _paint_right(self, painter: QPainter, ink: QColor) -> None:
        middle, right = self.height() / 2, self.width() - px(16)
        size, whole = px(18), QRectF(self.rect())
        last = placed(QRectF(right - size, middle - size / 2, size, size), whole)
        if self._working:
            painter.save()
            painter.translate(last.center())
            painter.rotate(self._angle)
            paint_icon(painter, "busy", QRectF(-size / 2, -size / 2, size, size), ink)
            painter.restore()
        elif not self._problems:
            paint_icon(painter, "chevron-right", last, ink)
        else:
            painter.setFont(font("strong"))
            words = self._right_width() - px(26)
            place = placed(QRectF(right - words, 0, words + 1, self.height()), whole)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._fitting_right())
            before = QRectF(right - words - px(26), middle - size / 2, size, size)
            paint_icon(painter, "problem", placed(before, whole), ink)

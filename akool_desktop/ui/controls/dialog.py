"""A dialog that fits every screen at every size of text: what it says scrolls, what can be done stays in view."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from akool_desktop.ui.controls.layouts import clear, column
from akool_desktop.ui.controls.messages import Message, words_label
from akool_desktop.ui.controls.painted import FilledButton
from akool_desktop.ui.hearing import announce
from akool_desktop.ui.keyboard.in_view import bring_into_view, follow_tab
from akool_desktop.ui.language import say
from akool_desktop.ui.places import room_for
from akool_desktop.ui.theme import font, px
from akool_desktop.words import Words

_DOWN, _ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
_BESIDE = 24  # air at the sides


class Dialog(QDialog):
    """``_page`` is for what it says, under its title; ``_buttons`` for what can be done, ``_messages`` for what became
    of it. ``wide`` is in pixels.
    """

    def __init__(self, parent: QWidget, title: str, wide: int = 520) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._wide = wide
        self._heading = words_label(title)
        self._heading.setFont(font("heading"))
        inside = QWidget()
        self._page = QVBoxLayout(inside)
        self._page.setContentsMargins(px(_BESIDE), px(20), px(_BESIDE), px(8))
        self._page.setSpacing(px(16))
        self._page.addWidget(self._heading)
        self._messages = QVBoxLayout()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setMinimumHeight(px(72))
        self._scroll.setWidget(inside)
        self._buttons = ButtonRow()
        self._whole = column(self)
        self._whole.addWidget(self._scroll, 1)
        self._whole.addWidget(self._buttons)

    def showEvent(self, event: QShowEvent) -> None:
        # First: Qt puts it in the middle of its window by the size it has now, on that one's screen.
        self._fit(room_for(self.parentWidget() or self))
        super().showEvent(event)
        QTimer.singleShot(0, self, self._show_cursor)

    def _show_cursor(self) -> None:
        self._place_all()
        if self.focusWidget():
            bring_into_view(self.focusWidget())
        else:
            self.focusNextPrevChild(True)  # as Qt will, which does not look whether that is in view

    def _fit(self, room: QSize | None = None) -> None:
        """As high as its words are now: a layout's own guess knows no wrapping. No larger than the screen."""
        room = room or room_for(self)
        self._page.activate()
        least = min(px(self._wide), room.width())
        self.setMinimumWidth(least)
        width = min(max(self.width() if self.isVisible() else 0, least), room.width())
        self._place_buttons(within=self._buttons.height_in(width) + self._scroll.minimumHeight() > room.height())
        self.resize(width, min(self._needed(width), room.height()))

    def _place_buttons(self, *, within: bool) -> None:
        """Below what scrolls; where they alone would fill the screen, as its end."""
        place = self._page if within else self._whole
        if place.indexOf(self._buttons) < 0:
            focused = self.focusWidget()
            place.addWidget(self._buttons)
            self._buttons.stand(within=within)
            if focused:
                focused.setFocus()  # Qt takes it from what changes its place

    def _grow(self) -> None:
        """To what has come while somebody reads: downwards, and its buttons are at its foot. Not while it opens: then
        its place is the desktop's to choose.
        """
        self._fit()
        screen, frame = self.screen().availableGeometry(), self.frameGeometry()
        over = frame.bottom() - screen.bottom()
        if over > 0:
            self.move(frame.left(), max(screen.top(), frame.top() - over))

    def _show_message(self, icon_name: str, tone: str, words: Words) -> None:
        """In ``_messages``, which stands where the dialog puts it; the last takes the place of the one before."""
        clear(self._messages)
        said = Message(icon_name, tone, say(words))
        self._messages.addWidget(said)
        said.show()  # now: it counts only once it is shown
        self._bring_into_view(said)

    def _bring_into_view(self, part: QWidget) -> None:
        """What has just come: the dialog grows as far as the screen goes, then scrolls."""
        self._grow()
        self._place_all()
        self._scroll.ensureWidgetVisible(part, 0, px(12))
        if isinstance(part, Message):
            announce(self, part.text())

    def _place_all(self) -> None:
        """At once: else it scrolls to where something was."""
        inside = self._scroll.widget()
        assert inside
        inside.resize(inside.width(), max(self._scroll.height(), self._page.totalHeightForWidth(inside.width())))
        self._page.activate()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802
        return follow_tab(self, moved=super().focusNextPrevChild(next))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What has no room is reached without the mouse, though the cursor is only ever on what can be pressed."""
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()), 0)
        bar = self._scroll.verticalScrollBar()
        if pages and bar.maximum():
            bar.setValue(bar.value() + pages * bar.pageStep())
        else:
            super().keyPressEvent(event)

    def _needed(self, width: int) -> int:
        """At 125, 150 or 175 % one pixel more: under X11 Qt asks for steps of whole pixels, and desktops round down."""
        below = self._buttons.height_in(width) if self._page.indexOf(self._buttons) < 0 else 0
        spare = 0 if self.devicePixelRatioF().is_integer() else 1
        return self._page.totalHeightForWidth(width) + below + spare


class Question(Dialog):
    """A heading, a sentence, lines, and buttons that each say what they do."""

    def __init__(self, parent: QWidget, title: str, sentence: str) -> None:
        super().__init__(parent, title, wide=560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._sentence = words_label(sentence)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(8))
        self._page.setSpacing(px(12))
        self._page.addWidget(self._sentence)
        self._page.addLayout(self._lines, 1)

    def add_button(self, words: str, kind: str = "") -> QPushButton:
        button = FilledButton(words) if kind == "primary" else QPushButton(words)
        button.setProperty("kind", kind)
        self._buttons.add(button)
        return button

    def _clear_lines(self) -> None:
        clear(self._lines)

    def _fit_later(self) -> None:
        """To what has come, which is longer than what was waited with; it counts when it shows."""
        QTimer.singleShot(0, self, lambda: self._fit() if self.isVisible() else None)


class ButtonRow(QWidget):
    """On one line; where that has no room on two, or one under another."""

    def __init__(self) -> None:
        super().__init__()
        self._aside, self._last = QHBoxLayout(), QBoxLayout(_ACROSS)
        self._lines = QBoxLayout(_ACROSS, self)
        self.stand(within=False)
        self._lines.addLayout(self._aside, 1)
        self._lines.addLayout(self._last)
        for layout in (self._aside, self._last, self._lines):
            layout.setSpacing(px(8))
        self._aside.addStretch()

    def stand(self, *, within: bool) -> None:
        """Among what has air at its sides already, or by itself."""
        beside = 0 if within else px(_BESIDE)
        self._lines.setContentsMargins(beside, px(8), beside, px(20))

    def add(self, button: QPushButton) -> None:
        self._last.addWidget(button)

    def add_aside(self, widget: QWidget, stretch: int = 0) -> None:
        """Before the others, at the other end."""
        self._aside.insertWidget(self._aside.count() - 1, widget, stretch)

    def height_in(self, width: int) -> int:
        self._turn(width)
        return self._lines.totalHeightForWidth(width) if self._lines.hasHeightForWidth() else self.sizeHint().height()

    def minimumSizeHint(self) -> QSize:
        widest = max(self._aside.minimumSize().width(), *(self._widths() or [0]))
        around = self._lines.contentsMargins()
        return QSize(widest + around.left() + around.right(), self._lines.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn(self.width())

    def _widths(self) -> list[int]:
        buttons = [button for button in self.findChildren(QPushButton) if not button.isHidden()]
        return [button.minimumSizeHint().width() for button in buttons]

    def _turn(self, width: int) -> None:
        room, last = width - 2 * px(_BESIDE), self._last_width()
        aside = self._aside.minimumSize().width()
        self._lines.setDirection(_ACROSS if last + px(8) + aside <= room else _DOWN)
        self._last.setDirection(_ACROSS if last <= room else _DOWN)

    def _last_width(self) -> int:
        """Of the last buttons side by side, however they stand."""
        widths = [
            button.minimumSizeHint().width()
            for button in self.findChildren(QPushButton)
            if self._last.indexOf(button) >= 0 and not button.isHidden()
        ]
        return sum(widths) + px(8) * max(0, len(widths) - 1)

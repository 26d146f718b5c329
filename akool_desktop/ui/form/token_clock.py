"""Under a token's field: how long it is still good, by the second."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from akool_desktop.session.passes import State, TokenClock
from akool_desktop.ui.controls.icons import Icon
from akool_desktop.ui.controls.messages import fitting
from akool_desktop.ui.language import say
from akool_desktop.ui.theme import font, px, set_state

# icon, its colour, the words' colour and size, and the box around them
_LOOKS: dict[State, tuple[str, str, str, str, str]] = {
    "good": ("clock", "good", "muted", "caption", ""),
    "short": ("clock", "warning", "warning", "caption", ""),
    "over": ("clock", "warning", "warning", "strong", "amber"),
    "early": ("clock", "warning", "warning", "strong", "amber"),
    "unreadable": ("warning", "warning", "warning", "caption", ""),
}


class TickingLabel(QWidget):
    """A sentence that wraps and may change every second: what is around it is laid out anew only when it must be.

    A label in a layout has the whole page laid out whenever its text changes; this one is in none.
    """

    def __init__(self) -> None:
        super().__init__()
        self._role = "body"
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, words: str, tone: str, role: str) -> None:
        before = self.heightForWidth(self.width())
        if (role, tone) != (self._role, self._label.property("tone")):
            self._role = role
            set_state(self._label, "tone", tone)
            self._label.setFont(font(role))  # after the style, which takes the last one back
        self._label.setText(words)
        if self.heightForWidth(self.width()) != before:
            self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width, 1), 10_000)
        wraps = Qt.TextFlag.TextWordWrap.value
        return QFontMetrics(font(self._role)).boundingRect(room, wraps, self._label.text()).height()

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(px(200), self.heightForWidth(max(self.width(), px(200))))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label.setGeometry(self.rect())


class TokenClockBox(QFrame):
    """One line while the token is good; a box with what follows, and what the token says of itself, when it is not."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("clock", "good", 16)
        self._words = TickingLabel()
        self._follows = _caption("text")
        self._facts = _caption("muted")
        texts = QVBoxLayout()
        texts.setSpacing(px(2))
        for widget in (self._words, self._follows, self._facts):
            texts.addWidget(widget)
        self._layout = QHBoxLayout(self)
        self._layout.setSpacing(px(6))
        self._layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.addLayout(texts, 1)
        self.hide()

    def show_clock(self, clock: TokenClock | None) -> None:
        """Lays out anew only when the state changes."""
        self.setVisible(clock is not None)
        if clock is None:
            return
        icon, icon_tone, tone, role, box = _LOOKS[clock.state]
        self._icon.show_icon(icon, icon_tone)
        if self.property("box") != box:
            set_state(self, "box", box)
            self._layout.setContentsMargins(*(px(12), px(8), px(12), px(8)) if box else (0, 0, 0, 0))
        self._words.show_words(say(clock.words), tone, role)
        _show(self._follows, say(clock.follows) if box and clock.follows else "")
        facts = " · ".join(say(fitting(fact)) for fact in clock.facts) if box else ""
        _show(self._facts, facts[:1].upper() + facts[1:])


def _caption(tone: str) -> QLabel:
    label = QLabel()
    label.setFont(font("caption"))
    label.setProperty("tone", tone)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.hide()
    return label


def _show(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
    if label.isHidden() == bool(text):
        label.setVisible(bool(text))

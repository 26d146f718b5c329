"""What is said beside something else: a sentence with its icon, a caption."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from akool_desktop.ui.controls.icons import Icon
from akool_desktop.ui.theme import font, px
from akool_desktop.words import Words

_UNBROKEN = 12  # letters
_LONGEST = 100  # letters of a value in a sentence
_BREAK = "\u200b"  # a space of no width; the form takes it out of what is pasted


class Message(QWidget):
    """An icon and a sentence in its colour."""

    def __init__(self, icon_name: str, tone: str, text: str, role: str = "caption") -> None:
        super().__init__()
        self.tone = tone
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(6))
        layout.addWidget(Icon(icon_name, tone, 16), 0, Qt.AlignmentFlag.AlignTop)
        self._label = muted_label(text)
        self._label.setFont(font(role))
        self._label.setProperty("tone", tone)
        layout.addWidget(self._label, 1)

    def text(self) -> str:
        return self._label.text()


def muted_label(text: str = "") -> QLabel:
    """A caption-sized sentence that wraps; it is hidden while it is empty."""
    label = QLabel(text)
    label.setFont(font("caption"))
    label.setProperty("tone", "muted")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if not text:
        label.hide()  # never shown from here: without a parent it would flash up as a window of its own
    return label


def words_label(text: str) -> QLabel:
    """A plain sentence that wraps anywhere it must and can be selected with the mouse."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setMinimumWidth(1)
    return label


def breakable(text: str, unbroken: int = _UNBROKEN) -> str:
    """A label breaks lines between words alone, and ids and links are long: it may break within them too."""
    return " ".join(
        _BREAK.join(word[at : at + unbroken] for at in range(0, len(word), unbroken)) for word in text.split(" ")
    )


def fitting(words: Words, unbroken: int = _UNBROKEN) -> Words:
    """The same, with values that leave its end, and what stands beside it, in view: a name or an ID may be longer than
    its column is wide."""
    return type(words)(words.template, **{
        name: fitting(found, unbroken) if isinstance(found, Words) else breakable(_cut(str(found)), unbroken)
        for name, found in words.values.items()
    })  # fmt: skip


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"

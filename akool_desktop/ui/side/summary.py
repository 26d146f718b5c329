"""What will happen, in a sentence, and what is held for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from akool_desktop.ui.controls.messages import fitting, muted_label
from akool_desktop.ui.language import say, say_rich, tr
from akool_desktop.ui.theme import font, px, set_font
from akool_desktop.words import Words

_UNBROKEN = 24  # letters: an avatar's ID stands on one line


class Summary(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Summary"))
        caption = QLabel(tr("What will happen"))
        caption.setFont(font("strong"))
        caption.setProperty("tone", "muted")
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.RichText)
        self._sentence.setWordWrap(True)
        self._sentence.setFont(font("summary"))
        self._line_height = px(28)
        self._words = Words("")
        self._held = muted_label(" ")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(18), px(16), px(12))
        layout.setSpacing(px(8))
        for widget in (caption, self._sentence, self._held):
            layout.addWidget(widget)

    def show_compact(self, compact: bool) -> None:
        set_font(self._sentence, font("summary small" if compact else "summary"))
        self._line_height = px(24 if compact else 28)
        self._show_sentence()

    def show_words(self, sentence: Words, held: Words) -> None:
        self._words = fitting(sentence, _UNBROKEN)
        self._show_sentence()
        self._sentence.setAccessibleName("")
        self._held.setText(say(held))

    def _show_sentence(self) -> None:
        """In the direction of its language, whatever that of a name at its beginning is."""
        direction, height = "rtl" if self.isRightToLeft() else "ltr", self._line_height
        self._sentence.setText(
            f"<p dir='{direction}' style='line-height:{height}px;margin:0'>{say_rich(self._words)}</p>"
        )

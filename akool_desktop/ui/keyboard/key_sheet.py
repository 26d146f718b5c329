"""The sheet of keys (F1): all that can be done without the mouse, by where it can be done."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from akool_desktop.ui.controls.dialog import Question
from akool_desktop.ui.controls.messages import words_label
from akool_desktop.ui.history import window as history
from akool_desktop.ui.keyboard.keys import Keys, written
from akool_desktop.ui.keyboard.mnemonics import ARE_THERE
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.pickers import picker
from akool_desktop.ui.presets import acts as preset_acts
from akool_desktop.ui.sessions import strip_keys
from akool_desktop.ui.theme import font, px
from akool_desktop.words import Words, marked

_SENTENCE = marked(
    "What can be done without the mouse. Tab goes on, Shift+Tab back, Enter or the space bar presses a button."
)
_LETTERS = marked(
    "Hold Alt, and each button shows the letter that presses it; of several sessions, the one with the cursor has them."
)
_NUMBERS = marked("Alt and a number goes to that step of the form.")


class KeySheet(Question):
    def __init__(self, parent: QWidget, in_window: Sequence[tuple[Keys, Words]]) -> None:
        sentences = [tr(_SENTENCE), *([tr(_LETTERS), tr(_NUMBERS)] if ARE_THERE else [])]
        super().__init__(parent, tr("Keys"), "\n".join(sentences))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        for place, lines in (
            (tr("Anywhere in the window"), in_window), (tr("In the sessions at the bottom"), strip_keys.KEYS),
            (tr("In the list of presets"), preset_acts.KEYS),
            (tr("In History"), history.KEYS), (tr("In lists to choose from"), picker.KEYS),
        ):  # fmt: skip
            heading = words_label(place)
            heading.setFont(font("heading"))
            heading.setContentsMargins(0, px(12) if grid.count() else 0, 0, 0)
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for keys, words in lines:
                row = grid.rowCount()
                shown = QLabel(written(keys))
                shown.setFont(font("strong"))
                grid.addWidget(shown, row, 0)
                grid.addWidget(words_label(say(words)), row, 1)
        self._lines.addLayout(grid)
        self._lines.addStretch()
        close = self.add_button(tr("Close"), "primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)

"""What became of an import, one line for each preset."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from akool_desktop.desk.transfer import Imported
from akool_desktop.session.fields import BY_KEY
from akool_desktop.ui.controls.dialog import Question
from akool_desktop.ui.controls.icons import Icon
from akool_desktop.ui.controls.messages import muted_label, words_label
from akool_desktop.ui.language import number, say, tr
from akool_desktop.ui.theme import px
from akool_desktop.words import Words

_MOST_LINES = 100


class ImportedReport(Question):
    """``opened`` carries a preset's id; ``replace_wanted`` an Imported that shall take the place of the one here."""

    opened = Signal(str)
    replace_wanted = Signal(object)

    def __init__(self, parent: QWidget, results: Sequence[Imported]) -> None:
        super().__init__(parent, say(_title(results)), tr("Nothing that was here has been changed."))
        shown = sorted(results, key=_simply_came_in)[:_MOST_LINES]  # what is to be done about, first
        for result in shown:
            self._lines.addWidget(self._make_line(result))
        if more := len(results) - len(shown):
            self._lines.addWidget(words_label(say(Words("And {count} more.", count=number(more)))))
        self._lines.addStretch()
        close = self.add_button(tr("Close"), "primary")
        close.clicked.connect(self.accept)
        close.setFocus()  # else it would be on the first line's button, which comes before it

    def _make_line(self, result: Imported) -> QWidget:
        line = QWidget()
        texts = QVBoxLayout()
        texts.setSpacing(px(2))
        texts.addWidget(words_label(say(result.words)))
        for words in (*result.said, *map(_needed, result.missing)):
            texts.addWidget(muted_label(say(words)))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(Icon(*_looks(result)), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 1)
        for button in self._buttons_of(result):
            button.setProperty("kind", "link")
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _buttons_of(self, result: Imported) -> list[QPushButton]:
        if not result.stored:
            return []
        preset = result.stored.preset
        open_button = QPushButton(tr("Open"))
        open_button.setAccessibleDescription(preset.name)
        open_button.clicked.connect(lambda: self._open(preset.id))
        if not result.instead:
            return [open_button]
        replace_button = QPushButton(tr("Replace the one here"))
        replace_button.setAccessibleDescription(result.instead.preset.name)

        def replace() -> None:
            """Once: the copy that could be opened is gone then."""
            for button in (open_button, replace_button):
                button.setEnabled(False)
            self.replace_wanted.emit(result)

        replace_button.clicked.connect(replace)
        return [replace_button, open_button]

    def _open(self, preset_id: str) -> None:
        self.opened.emit(preset_id)
        self.accept()


def _looks(result: Imported) -> tuple[str, str]:
    if not result.stored:
        return "problem", "danger"
    return ("warning", "warning") if result.missing or result.instead else ("done", "good")


def _simply_came_in(result: Imported) -> bool:
    return result.stored is not None and not (result.instead or result.missing or result.said)


def _title(results: Sequence[Imported]) -> Words:
    kept = sum(result.stored is not None for result in results)
    if kept == len(results):
        return Words("1 preset came in") if kept == 1 else Words("{count} presets came in", count=number(kept))
    return Words("{kept} of {all} came in", kept=number(kept), all=number(len(results)))


def _needed(key: str) -> Words:
    return Words("{field} is not in this computer's keyring.", field=Words(BY_KEY[key].label))


def needs_report(results: Sequence[Imported]) -> bool:
    """Whether there is more to say than that one preset came in, which can simply be opened."""
    first = results[0] if len(results) == 1 else None
    return first is None or not first.stored or first.instead is not None or bool(first.said)

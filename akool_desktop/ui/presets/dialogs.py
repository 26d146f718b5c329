"""Name a preset; choose whose changes stay when another program has changed the same one; move a secret."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
    QWidget,
)

from akool_desktop.desk.preset_differences import Difference
from akool_desktop.store.preset_file import Preset
from akool_desktop.ui.accounts.colours import colour_list
from akool_desktop.ui.controls.dialog import Dialog, Question
from akool_desktop.ui.controls.layouts import input_rows
from akool_desktop.ui.controls.messages import Message, muted_label, words_label
from akool_desktop.ui.controls.painted import FilledButton
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.presets.pasted_text import PastedText
from akool_desktop.ui.theme import px
from akool_desktop.words import Words, marked


class PresetDialog(Dialog):
    """``named`` carries name, note, tags and colour."""

    named = Signal(str, str, tuple, str)

    def __init__(self, parent: QWidget, title: str, preset: Preset | None, secrets: Words | None = None) -> None:
        """``secrets`` says what becomes of the secrets in the form."""
        super().__init__(parent, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name = QLineEdit(preset.name if preset else "")
        self._name.setPlaceholderText(tr("Booth, hall 3"))
        self._tags = QLineEdit(", ".join(preset.tags) if preset else "")
        self._tags.setPlaceholderText(tr("fair, english"))
        self._note = PastedText(preset.note if preset else "")
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(px(80))
        self._colour = colour_list(preset.colour if preset else "", none=tr("none"))
        self._problem = Message("problem", "danger", tr("Give it a name."))
        self._problem.hide()
        self._save_button = FilledButton(tr("Save preset"))
        self._save_button.setDefault(True)
        self._save_button.clicked.connect(self._save)
        self._name.textChanged.connect(lambda: self._show_problem(False))
        self._lay_out(secrets)
        self._name.setSelection(len(self._name.text()), -len(self._name.text()))  # a long one shows how it begins

    def _lay_out(self, secrets: Words | None) -> None:
        rows = input_rows()
        for label, widget in (
            (marked("Preset name"), self._name), (marked("Tags"), self._tags),
            (marked("Note"), self._note), (marked("Colour"), self._colour),
        ):  # fmt: skip
            rows.addRow(tr(label), widget)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self._page.addLayout(rows)
        if secrets:
            self._page.addWidget(muted_label(say(secrets)))
        self._page.addWidget(self._problem)
        self._page.addStretch()
        self._buttons.add(cancel)
        self._buttons.add(self._save_button)

    def _save(self) -> None:
        name = self._name.text().strip()
        if not name:
            self._show_problem(True)
            self._bring_into_view(self._problem)
            self._name.setFocus()
            return
        tags = dict.fromkeys(tag.strip() for tag in self._tags.text().split(","))
        self.named.emit(name, self._note.toPlainText().strip(), tuple(filter(None, tags)), self._colour.currentData())
        self.accept()

    def _show_problem(self, shown: bool) -> None:
        self._problem.setVisible(shown)
        self._name.setAccessibleDescription(self._problem.text() if shown else "")


class ChangedQuestion(Question):
    """The preset changed on the disk while it was changed here: the operator chooses, with the difference in view."""

    mine_wanted = Signal()
    theirs_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget, name: str, differences: Sequence[Difference]) -> None:
        super().__init__(
            parent,
            say(Words("{preset} was changed elsewhere", preset=name)),
            tr("Another program or computer has saved this preset while you were changing it here. "
               "Nothing is lost until you choose."),
        )  # fmt: skip
        for found in differences:
            template = "{field}: here {mine}, there {theirs}"
            line = Words(template, field=found.label, mine=found.mine, theirs=found.theirs)
            self._lines.addWidget(words_label(say(line)))
        self._lines.addStretch()
        for words, signal, kind in (
            (marked("Save mine as a copy"), self.copy_wanted, ""),
            (marked("Take theirs"), self.theirs_wanted, ""),
            (marked("Keep mine"), self.mine_wanted, "primary"),
        ):
            button = self.add_button(tr(words), kind)
            button.clicked.connect(signal)
            button.clicked.connect(self.accept)


class MisplacedQuestion(Question):
    """Somebody wrote a secret into the file, where everyone who may read it finds it."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(
            parent,
            say(Words("{preset} holds a secret in clear", preset=name)),
            tr("Its file holds a key or token that anyone who has the file can read. It is not used from there. "
               "Moved, it goes to this computer's keyring and leaves the file."),
        )  # fmt: skip
        self.add_button(tr("Leave it")).clicked.connect(self.reject)
        self.add_button(tr("Move it to the keyring"), "primary").clicked.connect(self.accept)

"""Paste or import: a text that somebody copied, and while it stands there, what it would fill the form with."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from akool_desktop.session import rules
from akool_desktop.session.fields import BY_KEY, FIELDS
from akool_desktop.session.pasted import Key, NothingPasted, Pasted, read_pasted
from akool_desktop.store.redaction import SECRETS
from akool_desktop.ui.controls.dialog import Dialog
from akool_desktop.ui.controls.icons import Icon, IconButton
from akool_desktop.ui.controls.layouts import clear
from akool_desktop.ui.controls.messages import Message, muted_label, words_label
from akool_desktop.ui.controls.painted import FilledButton
from akool_desktop.ui.hearing import name_list
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.presets.pasted_text import LONGEST, PastedText
from akool_desktop.ui.theme import font, px
from akool_desktop.words import Words, marked

_TYPING = 150  # milliseconds without a key until it is read


class PastingDialog(Dialog):
    """``filled`` carries a draft, its secrets, and where a preset says that they are kept, all by field key;
    ``save_wanted`` the text, for an import of all in it; ``key_wanted`` a Key that was found."""

    filled = Signal(object, object, object)
    save_wanted = Signal(str)
    key_wanted = Signal(object)
    files_wanted = Signal()

    def __init__(self, parent: QWidget, text: str = "") -> None:
        super().__init__(parent, tr("Paste or import"), wide=600)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._found: list[Pasted] = []
        self._text = PastedText()
        self._text.setFont(font("code"))
        self._text.setProperty("from_anywhere", True)  # hidden while the screen is shared
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(px(124))
        self._text.setPlaceholderText("curl -X POST https://openapi.akool.com/…")
        self._which = QComboBox()
        self._result = _Result()
        self._result.key_wanted.connect(self.key_wanted)
        self._read = QTimer(self, singleShot=True, interval=_TYPING)
        self._read.timeout.connect(self._show_found)
        self._fill_button = FilledButton(tr("Fill the form"))
        self._fill_button.setDefault(True)
        self._save_button = QPushButton(tr("Save as preset"))
        self._lay_out()
        self._connect()
        self._text.setPlainText(text[:LONGEST])
        self._text.setFocus()
        self._show_found()

    def _lay_out(self) -> None:
        label = words_label(tr("Command, JSON or preset"))
        label.setBuddy(self._text)
        self._paste_button = IconButton("paste", tr("Paste"), kind="quiet")
        above = QHBoxLayout()
        above.addWidget(label, 1)
        above.addWidget(self._paste_button)
        self._files_button = QPushButton(tr("Choose files…"))
        self._cancel_button = QPushButton(tr("Cancel"))
        self._page.setSpacing(px(12))
        self._page.addWidget(muted_label(tr(_WHAT)))
        self._page.addLayout(above)
        for part in (self._text, self._which, self._result):
            self._page.addWidget(part)
        self._page.addStretch()
        self._buttons.add_aside(self._files_button)
        for button in (self._cancel_button, self._save_button, self._fill_button):
            self._buttons.add(button)
        name_list(self._which, tr("Which of them"))

    def _connect(self) -> None:
        self._text.textChanged.connect(self._read.start)
        self._which.currentIndexChanged.connect(self._show_one)
        self._paste_button.clicked.connect(self._paste)
        self._fill_button.clicked.connect(self._fill)
        self._save_button.clicked.connect(self._save)
        self._cancel_button.clicked.connect(self.reject)
        self._files_button.clicked.connect(self._choose_files)

    # what it says

    def _show_found(self) -> None:
        self._read.stop()
        try:
            self._found = read_pasted(self._text.toPlainText())
            SECRETS.know(*(secret for pasted in self._found for secret in _secrets(pasted)))
            self._text.setAccessibleDescription("")
        except NothingPasted as nothing:
            self._found = []
            self._result.show_nothing(nothing.words, is_empty=not self._text.toPlainText().strip())
            self._text.setAccessibleDescription(say(nothing.words))
        several = len(self._found) > 1
        self._which.blockSignals(True)
        self._which.clear()
        self._which.addItems([_named(number, pasted) for number, pasted in enumerate(self._found, 1)])
        self._which.blockSignals(False)
        self._which.setVisible(several)
        self._save_button.setText(tr("Save as presets") if several else tr("Save as preset"))
        for button in (self._fill_button, self._save_button):
            button.setEnabled(bool(self._found))
        self._show_one(0)

    def _show_one(self, place: int) -> None:
        if 0 <= place < len(self._found):
            self._result.show_pasted(self._found[place])
        QTimer.singleShot(0, self, self._make_room)  # when it stands there

    def _make_room(self) -> None:
        """For all that it says, if the screen has it. It never shrinks: its buttons would run from the mouse."""
        if self.isVisible() and self._needed(self.width()) > self.height():
            self._grow()

    # what is wanted

    def _paste(self) -> None:
        self._text.setPlainText(QGuiApplication.clipboard().text()[:LONGEST])
        self._show_found()

    def _fill(self) -> None:
        """What stands there now; a moment ago it may have been something else."""
        self._show_now()
        if self._found:
            pasted = self._found[max(0, self._which.currentIndex())]
            self.filled.emit(dict(pasted.draft), dict(pasted.secrets), dict(pasted.slots))
            self.accept()

    def _save(self) -> None:
        self._show_now()
        if self._found:
            self.save_wanted.emit(self._text.toPlainText())
            self.accept()

    def _show_now(self) -> None:
        if self._read.isActive():
            self._show_found()

    def _choose_files(self) -> None:
        self.files_wanted.emit()
        self.reject()


def _secrets(pasted: Pasted) -> list[str]:
    return [*pasted.secrets.values(), *([pasted.key.secret] if pasted.key else [])]


class _Result(QWidget):
    """What one of them fills, what is secret in it, and what of it is left out."""

    key_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("What it fills"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(px(10))

    def show_nothing(self, words: Words, *, is_empty: bool) -> None:
        clear(self._layout)
        self._layout.addWidget(
            muted_label(say(words)) if is_empty else Message("problem", "danger", say(words))
        )
        self._layout.addStretch()

    def show_pasted(self, pasted: Pasted) -> None:
        clear(self._layout)
        for key in (*pasted.secrets, *(key for key in pasted.slots if key not in pasted.secrets)):
            self._layout.addWidget(Message("lock", "accent", say(_of_secret(pasted, key))))
        if pasted.key:
            self._layout.addWidget(self._key_line(pasted.key))
        for words in pasted.left_out:
            self._layout.addWidget(Message("info", "muted", say(words)))
        for finding in rules.problems({**pasted.draft, **pasted.secrets}):
            if finding.key in pasted.draft:
                words = Words("{field}: {problem}", field=Words(BY_KEY[finding.key].label), problem=finding.words)
                self._layout.addWidget(Message("warning", "warning", say(words)))
        self._layout.addWidget(_filled(pasted))
        self._layout.addStretch()

    def _key_line(self, key: Key) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(6))
        words = _BEARER if key.auth == "bearer" else _API_KEY
        add = QPushButton(tr("Add it to an account…"))
        add.setProperty("kind", "link")
        add.clicked.connect(lambda: self.key_wanted.emit(key))
        layout.addWidget(Icon("key", "accent", 16), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(words_label(say(words)), 1)
        layout.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        return line


def _filled(pasted: Pasted) -> QWidget:
    """Each field and what it will hold, in the order of the form."""
    shown = [field for field in FIELDS if field.key in pasted.draft and (field.sent or _is_turned(pasted, field.key))]
    box = QWidget()
    rows = QFormLayout(box)
    rows.setContentsMargins(0, px(4), 0, 0)
    rows.setHorizontalSpacing(px(16))
    rows.setVerticalSpacing(px(4))
    caption = QLabel(say(Words("Fills 1 setting") if len(shown) == 1 else Words("Fills {n} settings", n=len(shown))))
    caption.setFont(font("strong"))
    rows.addRow(caption)
    for field in shown:
        rows.addRow(tr(field.label), words_label(say(rules.said(field, rules.value(pasted.draft, field.key)))))
    return box


def _is_turned(pasted: Pasted, key: str) -> bool:
    return rules.value(pasted.draft, key) != BY_KEY[key].default


def _of_secret(pasted: Pasted, key: str) -> Words:
    field = Words(BY_KEY[key].label)
    if key in pasted.secrets:
        return Words("{field} found. It goes into its field; saved, it is in the keyring and in no file.", field=field)
    if pasted.slots[key] == "ask":
        return Words("{field} is asked for at each launch.", field=field)
    return Words("{field} is in no preset: enter it once, and the keyring keeps it.", field=field)


def _named(number: int, pasted: Pasted) -> str:
    """How one of several is called in the list."""
    name = pasted.name or str(rules.value(pasted.draft, "avatar_id") or tr("no avatar"))
    return f"{number}  {name}"


_WHAT = marked(
    "A curl or PowerShell command, the JSON of a request, the example on Akool's page, or presets. It is only read: "
    "nothing is run and nothing is sent."
)
_API_KEY = Words("An API key is in it. It belongs to an account and is not kept with a preset.")
_BEARER = Words("A Bearer token is in it. It belongs to an account and is not kept with a preset.")

"""What is known of the entry that is chosen in a picker: its picture, whether it is ready, what it is like, its id."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout

from akool_desktop.desk.catalogue import Entry, trait
from akool_desktop.ui import clipboard
from akool_desktop.ui.controls.icons import Icon, IconButton
from akool_desktop.ui.controls.layouts import clear
from akool_desktop.ui.controls.messages import Message, breakable, muted_label, words_label
from akool_desktop.ui.controls.page import Page
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.pictures import Picture
from akool_desktop.ui.theme import font, px
from akool_desktop.words import Words, listed


@dataclass(frozen=True)
class Facts:
    """``lines``: caption and text."""

    lines: Sequence[tuple[str, str]]
    notes: Sequence[Words] = ()
    picture: str = ""
    sample: str = ""


def traits_told(*told: str) -> str:
    """What Akool tells of an entry, as a person reads it among its facts."""
    facts = listed([trait(each) for each in told if each])
    return say(facts).capitalize() if facts else tr("not said")


class EntryDetail(QScrollArea):
    play_wanted = Signal()

    def __init__(self, picture: Picture | None) -> None:
        super().__init__()
        self.setObjectName("entry detail")
        self.setWidgetResizable(True)
        self.setFixedWidth(px(264))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._picture = picture
        self._name = words_label("")
        self._name.setFont(font("heading"))
        self._icon = Icon("done", "good", 16)
        self._state = muted_label(" ")
        self._play_button = IconButton("play", tr("Play sample"))
        self._play_button.clicked.connect(self.play_wanted)
        self._messages = QVBoxLayout()
        self._lines = QGridLayout()
        self._id = words_label("")
        self._id.setFont(font("code"))
        copy = IconButton("copy", tr("Copy the ID"), words=False, kind="bare")
        copy.clicked.connect(self._copy)
        self._labels: list[tuple[QLabel, QLabel]] = []
        self._entry, self._facts = Entry(), Facts(())
        self._lay_out(copy)

    def _lay_out(self, copy: IconButton) -> None:
        state = QHBoxLayout()
        state.setSpacing(px(6))
        state.addWidget(self._icon)
        state.addWidget(self._state, 1)
        self._lines.setColumnMinimumWidth(0, px(84))
        self._lines.setColumnStretch(1, 1)
        self._lines.setVerticalSpacing(px(8))
        id_line = QHBoxLayout()
        id_line.addWidget(self._id, 1)
        id_line.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        self._content = Page()
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(px(20), px(20), px(20), px(16))
        layout.setSpacing(px(8))
        if self._picture:
            layout.addWidget(self._picture)
            layout.addSpacing(px(8))
        layout.addWidget(self._name)
        layout.addLayout(state)
        layout.addWidget(self._play_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self._messages)
        layout.addSpacing(px(8))
        layout.addLayout(self._lines)
        layout.addStretch()
        layout.addWidget(muted_label(tr("ID")))
        layout.addLayout(id_line)
        self.setWidget(self._content)

    def _copy(self) -> None:
        clipboard.copy(self._entry.id)

    def show_entry(self, entry: Entry | None, facts: Facts) -> None:
        self._content.setVisible(entry is not None)
        as_needed, off = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(as_needed if entry else off)  # or the bar of what was there stays
        if entry is None or (entry, facts) == (self._entry, self._facts):
            return
        self._entry, self._facts = entry, facts
        self._name.setText(breakable(entry.name))
        self._state.setText(tr(entry.state))
        self._state.setVisible(bool(entry.state))
        self._icon.setVisible(bool(entry.state))
        self._icon.show_icon(*(("done", "good") if entry.usable else ("warning", "warning")))
        self._id.setText(breakable(entry.id))
        self._play_button.setVisible(bool(facts.sample))
        if self._picture:
            self._picture.show_url(facts.picture)
        clear(self._messages)
        for note in facts.notes:
            message = Message("warning", "warning", say(note))
            self._messages.addWidget(message)
            message.show()  # now: by itself it would come a turn of the loop later, and move what is below
        self._show_lines(facts.lines)

    def _show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """In the labels that are there: what is made anew with each keystroke is dressed anew as well."""
        while len(self._labels) < len(lines):
            pair = muted_label(" "), words_label("")
            for column, label in enumerate(pair):
                self._lines.addWidget(label, len(self._labels), column, Qt.AlignmentFlag.AlignTop)
            self._labels.append(pair)
        for place, (caption, words) in enumerate(self._labels):
            shown = place < len(lines)
            if shown:
                caption.setText(lines[place][0])
                words.setText(breakable(lines[place][1]))
            caption.setVisible(shown)
            words.setVisible(shown)

    def show_playing(self, plays: bool) -> None:
        self._play_button.show_icon("stop" if plays else "play")
        self._play_button.setText(tr("Stop") if plays else tr("Play sample"))

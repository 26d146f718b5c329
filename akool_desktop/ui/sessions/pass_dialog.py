"""A viewer's pass for an own room, so that its Stage can be opened without throwing the avatar off the air."""

import time
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from akool_desktop.session import room
from akool_desktop.session.fields import BY_KEY
from akool_desktop.ui.controls.dialog import Question
from akool_desktop.ui.controls.inner_signs import dot
from akool_desktop.ui.controls.layouts import input_rows
from akool_desktop.ui.language import say, tr
from akool_desktop.words import marked

_SENTENCE = marked(
    "Whoever runs the room makes it, for an identity of its own: a second join as the avatar would throw the avatar "
    "off the air. It stays in memory, until the session ends or the program is closed."
)


class PassDialog(Question):
    """``given`` carries the credentials that join the room."""

    given = Signal(object)

    def __init__(self, parent: QWidget, stream_type: str, known: Mapping[str, object], avatar: str) -> None:
        """``known`` is what the request said of the room, ``avatar`` the identity that the avatar has in it."""
        super().__init__(parent, tr("A viewer's pass for this room"), tr(_SENTENCE))
        self._stream_type, self._known, self._avatar = stream_type, known, avatar
        self._inputs: dict[str, QLineEdit] = {}
        rows = input_rows()
        for name in room.asked(stream_type, known):
            field, self._inputs[name] = BY_KEY[f"credentials.{name}"], QLineEdit()
            if field.secret:
                dot(self._inputs[name])
            rows.addRow(tr(field.label), self._inputs[name])
        self._lines.addLayout(rows)
        self._lines.addLayout(self._messages)
        self._lines.addStretch()
        self.add_button(tr("Cancel")).clicked.connect(self.reject)
        button = self.add_button(tr("Open Stage"), "primary")
        button.clicked.connect(self._give)
        button.setDefault(True)

    def _give(self) -> None:
        typed = {name: line.text() for name, line in self._inputs.items()}
        try:
            joined = room.viewers_pass(self._stream_type, self._known, typed, self._avatar, time.time())
        except room.PassError as error:
            for name, line in self._inputs.items():
                line.setAccessibleDescription(say(error.words) if name == error.name else "")
            self._show_message("problem", "danger", error.words)
            self._inputs[error.name].setFocus()
            return
        self.given.emit(joined)
        self.accept()

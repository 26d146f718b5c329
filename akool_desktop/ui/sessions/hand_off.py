"""A session handed on: its room for a developer's own front end, a LiveKit Meet link, a sheet without secrets."""

import asyncio
import math
import time
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from akool_desktop.desk.statuses import is_rehearsal
from akool_desktop.session import room
from akool_desktop.store.entry import Entry
from akool_desktop.ui import clipboard
from akool_desktop.ui.controls.dialog import Question
from akool_desktop.ui.controls.icons import IconButton
from akool_desktop.ui.controls.messages import Message, words_label
from akool_desktop.ui.file_chooser import FileChooser
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.places import room_for
from akool_desktop.ui.sessions.looks import minutes, name_of
from akool_desktop.ui.sessions.sheet import Sheet, file_name
from akool_desktop.ui.tasks import Tasks
from akool_desktop.ui.theme import font, px
from akool_desktop.words import Words, marked

_TAKES_THE_PLACE = marked(
    "Whoever has them can see, hear and speak in the room. Akool gives a session one place for a viewer: who joins "
    "with them takes it, and a Stage that is open leaves the room."
)
_OWN_ROOM = marked(
    "This session is in a room of your own. Its token in the form is the avatar's, so it is not handed on: make passes "
    "for others where you made that one."
)
_MOST_IN_CODE = 2953  # letters in the largest QR code there is
_NOT_HERE = marked("The credentials of this session's room are not on this computer.")
_OVER = marked("This session is over: what is copied from here leads to a room that nobody is in.")
_MEET = marked(
    "A page of LiveKit's own, meet.livekit.io, shows the avatar to whoever has the link, on a telephone too. The link "
    "holds the room's token: LiveKit's server sees it, and so does everyone who sees the link or the code, for as long "
    "as the token is good. The page turns on camera and microphone at once, takes the one place for a viewer, and "
    "cannot type to the avatar."
)
_SHEET = marked(
    "One page as PDF for whoever takes over: what runs, where, until when, and what to do when it stops. "
    "No key, no token and no link to join is on it."
)


class HandOff(Question):
    """What was done is said in its last line."""

    def __init__(
        self, parent: QWidget, tasks: Tasks, sheet: Sheet, credentials: Mapping[str, object], left: int | None
    ) -> None:
        """``left``: seconds until the booked length is over."""
        entry = sheet.entry
        title = Words("Hand over {who}", who=name_of(entry))
        super().__init__(parent, say(title), tr("What each holds, and for how long."))
        self._tasks, self._sheet, self._credentials = tasks, sheet, credentials
        self._add_room(left)
        if entry.stream_type == "livekit" and self._is_shared and not is_rehearsal(entry):
            self._add_meet()
        self._add_sheet()
        self._lines.addStretch()
        self._done = words_label("")
        self._buttons.add_aside(self._done, 1)
        close = self.add_button(tr("Close"))
        close.clicked.connect(self.accept)
        close.setFocus()  # else it would be on what copies a token, or below what is in view
        self.finished.connect(lambda: self._tasks.cancel("save sheet"))

    @property
    def row(self) -> int:
        return self._sheet.entry.row

    def show_entry(self, entry: Entry) -> None:
        """The session goes on while this is open: the sheet tells how it stands, and its end is said at the top."""
        was_over = self._sheet.entry.state.over
        self._sheet = replace(self._sheet, entry=entry)
        if entry.state.over and not was_over:
            over = Message("warning", "warning", tr(_OVER))
            self._lines.insertWidget(0, over)
            over.show()
            self._bring_into_view(over)

    @property
    def _is_shared(self) -> bool:
        return self._sheet.entry.room != "own" and bool(self._credentials)

    def _add_room(self, left: int | None) -> None:
        entry, credentials = self._sheet.entry, self._credentials
        if not self._is_shared:
            self._add(tr("Credentials of the room"), tr(_OWN_ROOM if entry.room == "own" else _NOT_HERE)).addStretch()
            return
        until = Words("The session ends in {left} at the latest.", left=minutes(left or 0))
        said = Words(
            "{holds} {good} {until} {place}",
            holds=room.holds(credentials),
            good=room.good_for(entry.stream_type, credentials, time.time()),
            until="" if left is None else until,
            place=Words(_TAKES_THE_PLACE),
        )
        buttons = self._add(tr("Credentials of the room"), say(said))
        for name, write in (("JSON", room.as_json), (marked(".env"), room.as_env)):
            button = IconButton("copy", say(Words("Copy as {what}", what=name)))
            button.clicked.connect(
                lambda _=False, name=name, write=write: self._copy(
                    name, write(entry.session_id, entry.stream_type, credentials)
                )
            )
            buttons.addWidget(button)
        buttons.addStretch()

    def _add_meet(self) -> None:
        link = room.meet_link(self._credentials)
        if not link:
            return
        buttons = self._add(tr("LiveKit Meet"), tr(_MEET))
        show = QPushButton(tr("Show the code"))
        code = QLabel()
        code.setAccessibleName(tr("QR code of the link"))
        code.hide()
        self._lines.addWidget(code, 0, Qt.AlignmentFlag.AlignLeft)

        def reveal() -> None:
            room = room_for(self).height() - self._buttons.height() - px(24)  # in two parts nothing reads it
            code.setPixmap(qr_code(link, room, code.devicePixelRatioF()))
            code.setProperty("stands_for", link)  # hidden while the screen is shared
            code.show()
            show.hide()
            copy.setFocus()
            QTimer.singleShot(0, self, lambda: self._bring_into_view(code))

        show.clicked.connect(reveal)
        copy = IconButton("copy", tr("Copy link"))
        copy.clicked.connect(lambda: self._copy(tr("Link"), link))
        for button in (copy, show) if len(link) <= _MOST_IN_CODE else (copy,):
            buttons.addWidget(button)
        buttons.addStretch()

    def _add_sheet(self) -> None:
        buttons = self._add(tr("Hand-off sheet"), tr(_SHEET))
        save = IconButton("save", tr("Save sheet…"))
        save.clicked.connect(self._ask_where)
        buttons.addWidget(save)
        buttons.addStretch()

    def _add(self, title: str, sentence: str) -> QHBoxLayout:
        """A part of its own; where its buttons go."""
        part = QVBoxLayout()
        part.setSpacing(px(4))
        heading = words_label(title)
        heading.setFont(font("strong"))
        part.addWidget(heading)
        part.addWidget(words_label(sentence))
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        part.addLayout(buttons)
        self._lines.addLayout(part)
        self._lines.addSpacing(px(8))
        return buttons

    def _copy(self, name: str, text: str) -> None:
        clipboard.copy_secret(text)
        done = Words("{what} copied. It holds a token, and leaves the clipboard after a minute.", what=name)
        self._done.setText(say(done))

    def _ask_where(self) -> None:
        dialog = FileChooser(self, tr("Save the hand-off sheet"))
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(file_name(self._sheet.entry))
        dialog.fileSelected.connect(self._save)
        dialog.open()

    def _save(self, path: str) -> None:
        def failed(error: Exception) -> None:
            reason = getattr(error, "strerror", None) or type(error).__name__
            self._done.setText(say(Words("{file} could not be written: {reason}.", file=path, reason=reason)))

        write = partial(asyncio.to_thread, Path(path).write_bytes, self._sheet.pdf())
        self._tasks.restart(
            "save sheet", write, lambda _: self._done.setText(say(Words("Saved as {file}", file=path))), failed
        )


def qr_code(text: str, room: int, ratio: float = 1.0) -> QPixmap:
    """Black on white in any theme, with the quiet zone that readers need, three pixels a module at the least; two on a
    screen that has no more ``room``.

    ``ratio``: how many pixels of the screen one of the window's is; each module is whole ones, so that its edges are
    sharp.
    """
    import segno  # needed by few, and not before

    rows = [list(row) for row in segno.make(text, error="l", micro=False).matrix_iter(border=4)]
    image = QImage(QSize(len(rows), len(rows)), QImage.Format.Format_RGB32)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            image.setPixelColor(x, y, QColor("black" if dark else "white"))
    wanted = max(math.ceil(3 * ratio), int(px(400) * ratio) // len(rows))
    side = len(rows) * max(math.ceil(2 * ratio), min(wanted, int(room * ratio) // len(rows)))
    whole = math.floor(math.ceil(side / ratio) * ratio + 0.5)  # a label is whole pixels of the window's, or it scales
    pixmap = QPixmap(whole, whole)
    pixmap.fill(QColor("white"))
    painter = QPainter(pixmap)
    painter.drawImage((whole - side) // 2, (whole - side) // 2, image.scaled(QSize(side, side)))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap

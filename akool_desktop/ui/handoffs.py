"""Sessions and drafts handed on: the dialog of a session, and the sheet of either, saved where the operator says."""

import asyncio
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from akool_desktop.desk.sessions import SessionDesk
from akool_desktop.session import rules, sheet
from akool_desktop.session.fields import BY_KEY
from akool_desktop.session.sheet import Facts, Sheet
from akool_desktop.store.files import write_whole
from akool_desktop.store.ledger import Entry
from akool_desktop.ui.handoff_dialog import HandOffDialog
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.session_looks import look_of, name_of
from akool_desktop.ui.sheet_page import page
from akool_desktop.ui.tasks import Tasks
from akool_desktop.words import Words


class HandOffs(QObject):
    """``said`` carries a sentence that needs no answer, ``failed`` what went wrong."""

    said = Signal(str)
    failed = Signal(Exception)

    def __init__(self, window: QWidget, sessions: SessionDesk, tasks: Tasks) -> None:
        super().__init__(window)
        self._window, self._sessions, self._tasks = window, sessions, tasks
        self._dialogs: dict[int, HandOffDialog] = {}

    def open(self, row: int) -> None:
        entry = self._sessions.entries[row]
        load = self._sessions.load_credentials
        self._tasks.start(f"hand off {row}", lambda: load(entry), lambda _: self._show(row), self.failed.emit)

    def _show(self, row: int) -> None:
        entry = self._sessions.entries.get(row)
        if entry is None or entry.state.over:
            return
        if row in self._dialogs:
            self._dialogs[row].activateWindow()
            return
        credentials = self._sessions.credentials.get(row, {})
        self._dialogs[row] = dialog = HandOffDialog(self._window, entry, credentials, self._sessions.clock)
        dialog.said.connect(self.said)
        dialog.sheet_wanted.connect(lambda: self._save_of(row))
        dialog.finished.connect(lambda _: self._dialogs.pop(row, None))
        dialog.show()  # beside the window, where End session stays within reach

    def follow(self) -> None:
        """Sessions have changed: credentials of one that is over are good for nothing."""
        for row, dialog in list(self._dialogs.items()):
            entry = self._sessions.entries.get(row)
            if entry is None or entry.state.over:
                dialog.reject()

    # the sheet

    def _save_of(self, row: int) -> None:
        if entry := self._sessions.entries.get(row):
            draft = rules.draft_of(entry.sent) if entry.sent else {}
            names = {"avatar_id": name_of(entry)}
            made = sheet.of_session(name_of(entry), draft, names, self._facts(entry))
            self.save(made, self._dialogs.get(row, self._window))

    def _facts(self, entry: Entry) -> Facts:
        """What the ledger knows of a session."""
        clock = self._sessions.clock
        facts = {
            "Session ID": entry.session_id,
            "Account": entry.account,
            "Preset": entry.preset,
            "State": Words(look_of(entry, clock).words),
            "Created at": _moment(entry.created_at),
            "Live since": _moment(entry.started_at),
        }
        if entry.started_at is not None and entry.length is not None:
            facts["Ends at the latest at"] = _moment(entry.started_at + entry.length)
        if not entry.sent:
            facts["Stream type"] = rules.said(BY_KEY["stream_type"], entry.stream_type or None)
        return [(Words(name), Words("{found}", found=found)) for name, found in facts.items() if found]

    def save(self, made: Sheet, parent: QWidget | None = None) -> None:
        """Ask where to, write it there, and open it to be read and printed."""
        proposed = str(Path.home() / "akool-hand-off.html")
        chooser = QFileDialog(parent or self._window, tr("Save the hand-off sheet"), proposed)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(tr("Web page (*.html)"))
        chooser.setDefaultSuffix("html")
        chooser.fileSelected.connect(lambda file: self.write(made, Path(file)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def write(self, made: Sheet, path: Path) -> None:
        text = page(made, datetime.now())
        self._tasks.start(
            "write hand-off sheet",
            partial(asyncio.to_thread, write_whole, path, text),
            lambda _: self._show_written(path),
            self.failed.emit,
        )

    def _show_written(self, path: Path) -> None:
        sentence = say(Words("Hand-off sheet written to {file}.", file=path))
        for dialog in self._dialogs.values():
            dialog.show_told(sentence)
        self.said.emit(sentence)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _moment(seconds: float | None) -> str:
    return "" if seconds is None else f"{datetime.fromtimestamp(seconds):%Y-%m-%d %H:%M}"

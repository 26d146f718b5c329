"""History written to a file that a spreadsheet opens: where, how far it is, and what became of it."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from akool_desktop.store.history import History, Query
from akool_desktop.ui.controls.icons import IconButton
from akool_desktop.ui.file_chooser import FileChooser
from akool_desktop.ui.language import number, say, tr
from akool_desktop.ui.tasks import Tasks
from akool_desktop.words import Words


class HistoryExport(QObject):
    """All rows of the current search, not only those that were scrolled to. ``button`` asks where."""

    said = Signal(str)
    failed = Signal(Exception)

    def __init__(self, window: QWidget, history: History, query: Callable[[], Query], tasks: Tasks) -> None:
        super().__init__(window)
        self._window, self._history, self._query, self._tasks = window, history, query, tasks
        self.button = IconButton("save", tr("Export to CSV…"))
        self.button.clicked.connect(self._ask_where)

    def _ask_where(self) -> None:
        dialog = FileChooser(self._window, tr("Export to CSV"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("CSV file (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("akool-sessions.csv")
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def write(self, path: Path) -> None:
        def done(count: int) -> None:
            template = "1 session written to {file}." if count == 1 else "{count} sessions written to {file}."
            self.said.emit(say(Words(template, count=number(count), file=path)))

        # the button stays enabled: without it the cursor would pass to the filters
        write = partial(asyncio.to_thread, self._history.export, self._query(), path)
        if self._tasks.start("history export", write, done, self.failed.emit):
            self.said.emit(say(Words("Writing {file}…", file=path)))

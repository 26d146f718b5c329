"""The support bundle: what is in it, what is not, and where it is once it is made. Nothing is sent."""

import asyncio
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from akool_desktop.desk.support import SupportDesk
from akool_desktop.ui.cards import card_of
from akool_desktop.ui.controls.dialog import Dialog
from akool_desktop.ui.controls.messages import breakable
from akool_desktop.ui.controls.painted import FilledButton
from akool_desktop.ui.language import tr
from akool_desktop.ui.tasks import Tasks
from akool_desktop.ui.theme import px, theme
from akool_desktop.words import Words


class SupportDialog(Dialog):
    def __init__(self, parent: QWidget, desk: SupportDesk, tasks: Tasks) -> None:
        super().__init__(parent, tr("Support bundle"))
        self._desk, self._tasks = desk, tasks
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._make_button = FilledButton(tr("Make the bundle"))
        self._make_button.setDefault(True)
        self._make_button.clicked.connect(self._make)
        self._folder_button = QPushButton(tr("Show the folder"))
        self._folder_button.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.log.folder)))
        )
        self._folder_button.hide()
        self._lay_out()
        self.finished.connect(lambda: self._tasks.cancel("support bundle"))

    def _lay_out(self) -> None:
        self._page.setSpacing(px(12))
        for sentence in (
            tr("A zip of plain text files for whoever helps you. It is only made: you read it and send it yourself."),
            tr("In it: the program's log and its last crash, versions, settings, and of sessions their times, states, "
               "credits and ids."),
            tr("Not in it: keys, tokens and other secrets, sessions' credentials, links, presets, what avatars were "
               "told, names of accounts."),
        ):  # fmt: skip
            label = QLabel(sentence)
            label.setWordWrap(True)
            self._page.addWidget(label)
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.reject)
        self._page.addLayout(self._messages)
        self._page.addStretch()
        for button in (self._folder_button, close, self._make_button):
            self._buttons.add(button)
        self._make_button.setFocus()  # else Enter would press Close, which comes before it

    def _make(self) -> None:
        facts = _facts()
        started = self._tasks.start(
            "support bundle", lambda: asyncio.to_thread(self._desk.make, facts), self._show_made, self._show_error
        )
        if started:
            self._show_message("clock", "muted", Words("Making the bundle…"))

    def _show_made(self, path: Path) -> None:
        self._folder_button.show()
        self._show_message("done", "good", Words("Made: {file}", file=breakable(str(path))))

    def _show_error(self, error: Exception) -> None:
        self._show_message("problem", "danger", card_of(error).happened)


def _facts() -> dict[str, str]:
    screens = [
        f"{screen.size().width()}x{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    ]
    return {
        "Qt": qVersion(), "Qt's platform": QGuiApplication.platformName(), "Screens": ", ".join(screens),
        "Theme": theme().choice, "Font": QGuiApplication.font().toString(),
    }  # fmt: skip

"""Help from others: the support bundle, and the word on a crash that nobody could see."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from akool_desktop.desk.support import SupportDesk
from akool_desktop.ui.tasks import Tasks
from akool_desktop.words import Card, Words

if TYPE_CHECKING:
    from akool_desktop.ui.window import Window

_CRASHED = Card(
    Words("The program crashed the last time it ran"),
    Words("A fault below the program itself ended it at once. What was running then was written down."),
    Words("It may: sessions that were open are in the strip at the bottom, or in History."),
    Words("If it happens again, make a support bundle (menu left of the credits) and send it to whoever helps you."),
)


class Support(QObject):
    def __init__(
        self, window: "Window", add_error: Callable[[Card], QWidget], desk: SupportDesk, tasks: Tasks
    ) -> None:
        super().__init__(window)
        self._window, self._desk, self._tasks = window, desk, tasks
        window.support_wanted.connect(self._open)
        if desk.log.crashed:
            add_error(_CRASHED)

    def _open(self) -> None:
        from akool_desktop.ui.support_dialog import SupportDialog

        SupportDialog(self._window, self._desk, self._tasks).open()

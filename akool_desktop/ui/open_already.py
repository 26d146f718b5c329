"""What a start says while the window that is open already does not come forward."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox

from akool_desktop.ui.language import say, tr
from akool_desktop.words import Words

_LOOKS = 200  # milliseconds between two looks whether it is over


class OpenAlready(QMessageBox):
    """``folder`` is named where nothing can be written in it, so that the window could not even be asked."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__()
        what = Words("Akool Desktop is open already.")
        why = Words(
            "It could not be asked to come forward, since {folder} cannot be written. Look for its window; once that "
            "is closed, this start goes on by itself.",
            folder=folder,
        ) if folder else Words(
            "Its window does not answer. If it is being closed, this start goes on by itself in some seconds; "
            "otherwise look for it, or end that program."
        )  # fmt: skip
        self._both = f"{what} {why}"
        self.setWindowTitle("Akool Desktop")
        self.setIcon(QMessageBox.Icon.Information)
        self.setText(say(what))
        self.setInformativeText(say(why))
        self.addButton(tr("Close"), QMessageBox.ButtonRole.RejectRole)

    def watch(self, is_over: Callable[[], bool]) -> None:
        """Show it until the operator has read it, or it is over: then it is accepted. A terminal is told too."""
        look = QTimer(self, interval=_LOOKS)
        look.timeout.connect(lambda: self.accept() if is_over() else None)
        self.finished.connect(look.stop)
        look.start()
        self.show()
        print(f"akool-desktop: {self._both}", file=sys.stderr, flush=True)

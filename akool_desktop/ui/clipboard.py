"""The clipboard, with one owner: every copy in the program goes through here.

A secret on it is marked, so that a clipboard's history leaves it out, and is gone after a minute, or when the program
is left, if nobody has copied anything else since. On macOS Qt gives Python no way to set the mark
(nspasteboard.org), so there it is only taken away.
"""

from functools import cache

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from akool_desktop.ui.language import say
from akool_desktop.words import Words

_STAYS = 60_000  # milliseconds
# What KDE's history looks for, and Windows' (learn.microsoft.com, Clipboard Formats, Cloud Clipboard and Clipboard
# History Formats). A system passes over the names that are not its own.
_MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"\0\0\0\0",
    "CanIncludeInClipboardHistory": b"\0\0\0\0",
    "CanUploadToCloudClipboard": b"\0\0\0\0",
}


class Clipboard(QObject):
    def __init__(self) -> None:
        super().__init__()
        self._secret = ""
        self._minute = QTimer(self, interval=_STAYS, singleShot=True)
        self._minute.timeout.connect(self.forget)

    def copy(self, text: str, *, secret: bool = False) -> None:
        self._secret = text if secret else ""
        if secret:
            QGuiApplication.clipboard().setMimeData(_marked(text))
            self._minute.start()
        else:
            QGuiApplication.clipboard().setText(text)
            self._minute.stop()

    def forget(self) -> None:
        """Take the secret away, if it is still there.

        To be called before the program ends, too: Qt's own clipboard, of platforms that have none, deletes what it
        holds after Python has gone, and that is a crash where Python has made it.
        """
        self._minute.stop()
        secret, self._secret = self._secret, ""
        if secret and QGuiApplication.clipboard().text() == secret:
            QGuiApplication.clipboard().clear()


def _marked(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    for name, mark in _MARKS.items():
        data.setData(name, mark)
    return data


@cache
def clipboard() -> Clipboard:
    return Clipboard()


def copy_named(name: str, text: str, *, secret: bool = False) -> str:
    """Copy it; what to say of that."""
    clipboard().copy(text, secret=secret)
    template = "{name} copied. Gone from the clipboard in a minute." if secret else "{name} copied"
    return say(Words(template, name=name))

"""What is copied. A secret is marked as one, so that clipboard histories pass it by, and goes after a minute."""

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

SECRET_STAYS = 60_000  # milliseconds

# KDE's Klipper and those who follow it; Windows (learn.microsoft.com, Clipboard Formats, "Cloud Clipboard and Clipboard
# History Formats"). Qt hands names that it does not know to the system as they are, but not on macOS.
_MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    "CanIncludeInClipboardHistory": bytes(4),
    "CanUploadToCloudClipboard": bytes(4),
}


def copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def copy_secret(text: str) -> None:
    """Taken back after a minute, and when the program is left, if nothing else was copied meanwhile."""
    data = QMimeData()
    data.setText(text)
    for name, mark in _MARKS.items():
        data.setData(name, mark)
    QGuiApplication.clipboard().setMimeData(data)
    _Taker(text)


class _Taker(QObject):
    """The application keeps it until it has done its work; Qt's clipboard must not outlive what it holds."""

    def __init__(self, text: str) -> None:
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        for before in app.findChildren(_Taker):
            before.deleteLater()  # what it watched is gone from the clipboard, or is there anew
        super().__init__(app)
        self._text = text
        app.aboutToQuit.connect(self._take)
        QTimer.singleShot(SECRET_STAYS, self, self._take)

    def _take(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard.text() == self._text:
            clipboard.clear()
        self.deleteLater()

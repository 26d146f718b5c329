"""Qt's application: one for each process, named, dressed, and in the operator's language."""

import sys

from PySide6.QtWidgets import QApplication

from akool_desktop import __version__
from akool_desktop.store.settings import Settings
from akool_desktop.ui.desktop import Wishes
from akool_desktop.ui.theme import size_text, theme

_TURN = 0.0005  # seconds after which a thread that works gives the window its turn; with Python's 5 ms it stutters


def application(settings: Settings) -> QApplication:
    """The application, made unless it is there."""
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    made = QApplication([*sys.argv[:1], "-style", "fusion"])
    sys.setswitchinterval(_TURN)
    made.setApplicationName("Akool Desktop")
    made.setApplicationVersion(__version__)
    made.setDesktopFileName("com.akool.Desktop")
    made.setQuitOnLastWindowClosed(False)
    size_text(int(settings.text_size))
    theme().wishes = Wishes.remembered(settings.desktop)
    theme().apply(settings.theme, still=settings.motion == "none")
    if settings.language != "en":
        from akool_desktop.ui.speaking import speak

        speak(settings.language)
    return made

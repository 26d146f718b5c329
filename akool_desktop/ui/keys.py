"""Keys that do something. One that is held down is one wish."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

Keys = str | Qt.Key | QKeySequence.StandardKey
IN_WINDOW = Qt.ShortcutContext.WindowShortcut
HERE = Qt.ShortcutContext.WidgetShortcut
INSIDE = Qt.ShortcutContext.WidgetWithChildrenShortcut


def on_key(
    keys: Keys, where: QWidget, act: Callable[[], object], context: Qt.ShortcutContext = IN_WINDOW
) -> None:
    """Act when the keys are pressed in the window of ``where``, in it and what it holds, or in it alone."""
    # a standard key stands for all keys that do it on this system
    wanted = keys if isinstance(keys, QKeySequence.StandardKey) else QKeySequence(keys)
    shortcut = QShortcut(wanted, where, act)
    shortcut.setContext(context)
    shortcut.setAutoRepeat(False)

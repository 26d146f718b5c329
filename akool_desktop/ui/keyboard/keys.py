"""Keys that do something. One that is held down is one wish."""

import sys
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from akool_desktop.ui.rail import RailStep
from akool_desktop.words import Words

Keys = str | Qt.Key | QKeySequence.StandardKey
IN_WINDOW = Qt.ShortcutContext.WindowShortcut
DOWN = Words("From the search into the list")
HERE = Qt.ShortcutContext.WidgetShortcut
_FORMAT = QKeySequence.SequenceFormat
_WRITTEN = _FORMAT.NativeText if sys.platform == "darwin" else _FORMAT.PortableText  # the native one is translated
_ARROWS = {"Down": "↓", "Up": "↑", "Left": "←", "Right": "→"}
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


def press_focused(window: QWidget, event: QKeyEvent) -> bool:
    """Enter presses the button of the window that has the focus, as the space bar does; whether it did."""
    focused = window.focusWidget()
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
    if enter and isinstance(focused, QPushButton | RailStep):
        focused.click()
        return True
    return False


def written(keys: Keys) -> str:
    """As they stand on the keys, in any language, and as Enter what Qt calls Return; of several that do the same, the
    usual ones. macOS has signs for them.
    """
    sequences = QKeySequence.keyBindings(keys) if isinstance(keys, QKeySequence.StandardKey) else [QKeySequence(keys)]
    text = sequences[0].toString(_WRITTEN) if sequences else ""
    return _ARROWS.get(text, text.replace("Return", "Enter"))

"""A button's menu under keys: it begins at its first entry, as the desktop's own do, and whoever hears it is told."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu


def begin_at_first(menu: QMenu) -> QMenu:
    """Under a pointer it begins at none."""

    def begin() -> None:
        if menu.isVisible() and not menu.activeAction():
            down = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(menu, down)  # what else makes an entry the current one opens the menu behind it

    def wait() -> None:
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            QTimer.singleShot(0, menu, begin)  # it is filled and shown by then

    menu.aboutToShow.connect(wait)
    return menu

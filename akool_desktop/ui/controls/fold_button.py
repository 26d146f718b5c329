"""The heading that opens and closes what stands under it, for the eye and for a screen reader.

A screen reader hears of it as of a button that can be expanded, which no widget of Qt tells of itself.
"""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QObject, QVersionNumber
from PySide6.QtWidgets import QWidget

from akool_desktop.ui.controls.icons import IconButton
from akool_desktop.ui.hearing import announce
from akool_desktop.ui.language import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

_QT_TELLS_READERS = QVersionNumber(6, 12)  # when it opens and closes; before, it does where they ask by themselves


class FoldButton(IconButton):
    def __init__(self, title: str) -> None:
        super().__init__("chevron-right", title, kind="fold")
        self.is_open = False

    def show_open(self, is_open: bool) -> None:
        if is_open is self.is_open:
            return
        self.is_open = is_open
        self.show_icon("chevron-down" if is_open else "chevron-right")
        if self.hasFocus():  # else it opened by itself
            self._tell()

    def _tell(self) -> None:
        if QLibraryInfo.version() < _QT_TELLS_READERS:
            announce(self, tr("open") if self.is_open else tr("closed"))
            return
        from PySide6.QtGui import QAccessible, QAccessibleStateChangeEvent

        changed = QAccessible.State()
        changed.expanded = True
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self, changed))


def tell_folds(window: QWidget) -> None:
    """From now on, those of ``window`` and all that come; it is no matter of the first paint."""
    from PySide6.QtGui import QAccessible

    _install()
    if not QAccessible.isActive():
        return  # nobody has been told of any; and to look for them has PySide dress up every part of the window
    for fold in window.findChildren(FoldButton):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(QAccessible.queryAccessibleInterface(fold)))


@cache
def _install() -> None:
    from PySide6.QtGui import QAccessible

    QAccessible.installFactory(_interface)


def _interface(kind: str, of: QObject | None) -> "QAccessibleInterface | None":
    if kind != FoldButton.__name__ or not isinstance(of, FoldButton):
        return None
    from akool_desktop.ui.controls.fold_told import FoldTold

    return FoldTold(of)

"""What a screen reader hears of a fold: a button that can be expanded, and whether it is."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget

from akool_desktop.ui.controls.fold_button import FoldButton

_PRESS = "Press"  # Qt's name of the action


class FoldTold(QAccessibleWidget):
    def __init__(self, button: FoldButton) -> None:
        super().__init__(button, QAccessible.Role.Button)
        self._button = button

    def text(self, kind: QAccessible.Text) -> str:
        return self._button.text() if kind is QAccessible.Text.Name else super().text(kind)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.expandable = True
        state.expanded = self._button.is_open
        return state

    def actionNames(self) -> list[str]:
        return [_PRESS, *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name == _PRESS:
            self._button.click()
        else:
            super().doAction(name)

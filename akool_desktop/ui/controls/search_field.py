"""Where one types what is looked for: with a magnifier in front, and behind it the cross that clears it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from akool_desktop.ui.controls.icons import Icon, IconButton
from akool_desktop.ui.controls.inner_signs import put_inside
from akool_desktop.ui.language import tr
from akool_desktop.ui.theme import px

_LONGEST = 200  # letters; more is a slip of the clipboard


class SearchField(QLineEdit):
    def __init__(self, placeholder: str, name: str) -> None:
        super().__init__(maxLength=_LONGEST)
        self.setObjectName("search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self._clear_button = IconButton("clear", tr("Clear"), words=False, token="muted", kind="mark")
        self._clear_button.setFixedSize(px(24), px(24))
        self._clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear_button.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear_button.clicked.connect(self.clear)
        self._clear_button.hide()
        self.textChanged.connect(lambda text: self._clear_button.setVisible(bool(text)))
        put_inside(self, Icon("search", "muted", 16), self._clear_button)

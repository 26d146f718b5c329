"""What is shown where there is nothing to show: why, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from akool_desktop.ui.controls.icons import Icon
from akool_desktop.ui.controls.messages import muted_label
from akool_desktop.ui.theme import font, px


class Empty(QWidget):
    """``pressed``: the one thing that can be done. A narrow one stands near the top of its panel."""

    pressed = Signal()

    def __init__(self, *, narrow: bool = False) -> None:
        super().__init__()
        self._icon = Icon("history", "muted", 28)
        self._title = QLabel()
        self._title.setFont(font("strong"))
        self._sentence = muted_label(" ")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = QPushButton()
        self._button.clicked.connect(self.pressed)
        self._narrow = narrow
        self._layout = layout = QVBoxLayout(self)
        layout.setSpacing(px(8))
        if not narrow:
            layout.addStretch(2)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._sentence)  # not aligned, or its second line has no height
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines are not too long to read where there is much room; where there is little, the words have it, and
        last of all what can be done."""
        super().resizeEvent(event)
        height, beside = self.height(), px(120 if self.width() >= px(560) else 16)
        if self._narrow:
            self._layout.setContentsMargins(px(4), px(36 if height >= px(220) else 4), px(4), 0)
        else:
            self._layout.setContentsMargins(beside, 0, beside, 0)
        self._icon.setVisible(height >= px(180))
        self._sentence.setVisible(height >= px(130))

    @property
    def title(self) -> str:
        return self._title.text()

    def say(self, icon_name: str, title: str, sentence: str, action: str) -> None:
        self._icon.show_icon(icon_name, "danger" if icon_name == "problem" else "muted")
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._button.setText(action)
        self._button.setVisible(bool(action))

"""Signs inside a line where one types, as large as its text: those of Qt are 16 pixels at any size."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from akool_desktop.ui.controls.icons import Icon
from akool_desktop.ui.theme import px


def dot(line: QLineEdit) -> None:
    """What is typed there is secret: dots, and a lock before them."""
    line.setEchoMode(QLineEdit.EchoMode.Password)
    put_inside(line, Icon("lock", "muted", 16))


def put_inside(line: QLineEdit, before: QWidget, behind: QWidget | None = None) -> None:
    """The text keeps clear of both sides: ``behind`` moves nothing when it comes, and where one reads from the right,
    ``before`` stands there.
    """
    line.setTextMargins(px(22), 0, px(22), 0)
    layout = QHBoxLayout(line)
    layout.setContentsMargins(px(10), 0, px(4), 0)
    layout.addWidget(before)
    layout.addStretch()
    if behind:
        layout.addWidget(behind)

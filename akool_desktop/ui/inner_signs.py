"""Signs inside a line where one types, as large as its text: those of Qt are 16 pixels at any size."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from akool_desktop.ui.theme import px


def put_inside(line: QLineEdit, before: QWidget, behind: QWidget | None = None) -> None:
    """The text keeps clear of both, also of one that is hidden at first: what is typed is not moved by its coming."""
    line.setTextMargins(px(22), 0, px(22) if behind else 0, 0)
    layout = QHBoxLayout(line)
    layout.setContentsMargins(px(10), 0, px(4), 0)
    layout.addWidget(before)
    layout.addStretch()
    if behind:
        layout.addWidget(behind)

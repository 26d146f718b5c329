"""What the program's start is measured against: a window with 45 inputs, and nothing else."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QWidget,
)


def bare() -> QWidget:
    window, page = QScrollArea(), QWidget()
    form = QFormLayout(page)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    for number in range(45):
        edit = (QLineEdit, QLineEdit, QComboBox, QSpinBox, QCheckBox)[number % 5]()
        if isinstance(edit, QComboBox):
            edit.addItems(["One", "Another", "A third"])
        form.addRow(QLabel(f"What the input number {number} is for"), edit)
    window.setWidget(page)
    window.setWidgetResizable(True)
    window.resize(1400, 860)
    return window


if __name__ == "__main__":
    app = QApplication(sys.argv)
    shown = bare()
    shown.show()
    sys.exit(app.exec())

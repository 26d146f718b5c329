"""Layouts that more than one part of the window has."""

from PySide6.QtWidgets import QFormLayout, QLayout, QVBoxLayout, QWidget

from akool_desktop.ui.theme import px


def column(widget: QWidget) -> QVBoxLayout:
    """One under the other, without a gap."""
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout


def input_rows() -> QFormLayout:
    """Labels and inputs of a dialog; where there is no room beside a label, its input stands under it."""
    rows = QFormLayout()
    rows.setHorizontalSpacing(px(16))
    rows.setVerticalSpacing(px(12))
    rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    return rows


def clear(layout: QLayout, start: int = 0) -> None:
    """Take away the widgets in it from a place on: out of sight at once, and gone when Qt comes to it."""
    while item := layout.takeAt(start):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()

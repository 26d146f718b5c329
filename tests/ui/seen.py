"""What a person sees of every control in a window: what it is, what it is called, and how it stands."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTableView,
    QTreeView,
    QWidget,
)

from akool_desktop.ui.controls.fold_button import FoldButton
from akool_desktop.ui.controls.messages import Message
from akool_desktop.ui.controls.painted import Switch
from akool_desktop.ui.form.rows import FieldRow
from akool_desktop.ui.rail import RailStep

Control = tuple[str, str, list[str]]  # role, name, states


def controls(window: QWidget) -> Iterator[QWidget]:
    """Those that can have the cursor and are not hidden, though they may be scrolled away or behind a door."""
    for widget in window.findChildren(QWidget):
        here = widget.window() is window and widget.isVisibleTo(window)
        if here and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and _role(widget) and not _is_a_part(widget):
            yield widget


def seen(window: QWidget) -> list[Control]:
    labels = {label.buddy(): label.text() for label in window.findChildren(QLabel) if label.buddy()}
    return [(_role(widget), _name(widget, labels.get(widget, "")), _states(widget)) for widget in controls(window)]


def seen_of(action: QAction) -> Control:
    """An entry of a menu that the cursor is on."""
    states = {"enabled": True, "checkable": action.isCheckable(), "checked": action.isChecked(), "focused": True}
    words = action.text().replace("&", "")  # of letters in Qt's own words
    return "menu item", words, sorted(name for name, holds in states.items() if holds)


def problems(window: QWidget) -> list[str]:
    """What is said to be wrong with what has been typed."""
    near: list[QWidget] = [row for row in window.findChildren(FieldRow) if row.isVisibleTo(window)]
    entered = isinstance(window, QDialog) and window.findChildren(QLineEdit) + window.findChildren(QPlainTextEdit)
    return [
        message.text() for place in (near or ([window] if entered else [])) for message in place.findChildren(Message)
        if message.isVisibleTo(window) and message.tone == "danger"
    ]  # fmt: skip


def _is_a_part(widget: QWidget) -> bool:
    """Of a control that stands for it."""
    return isinstance(widget.parent(), QAbstractSpinBox | QComboBox | QLineEdit)


def _role(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return "text" if widget.echoMode() is QLineEdit.EchoMode.Normal else "password text"
    if isinstance(widget, QPushButton):
        if widget.menu():
            return "button menu"
        return "check box" if widget.isCheckable() else "push button"
    for kind, role in (
        (QCheckBox | Switch, "check box"), (QRadioButton | RailStep, "radio button"), (QAbstractButton, "push button"),
        (QComboBox, "combo box"), (QAbstractSpinBox, "spin box"), (QPlainTextEdit, "text"), (QTableView, "table"),
        (QTreeView, "tree"), (QAbstractItemView, "list"),
    ):  # fmt: skip
        if isinstance(widget, kind):
            return role
    return ""


def _name(widget: QWidget, label: str) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return (widget.accessibleName() or label or text).replace("&", "")  # of letters in Qt's own words


def _is_open(widget: QWidget) -> bool:
    if isinstance(widget, QComboBox):
        return widget.view().isVisible()
    return isinstance(widget, FoldButton) and widget.is_open


def _states(widget: QWidget) -> list[str]:
    is_button = isinstance(widget, QAbstractButton)
    is_entry = isinstance(widget, QLineEdit | QPlainTextEdit | QAbstractSpinBox)
    states = {
        "enabled": widget.isEnabled(),
        "focused": widget.hasFocus(),
        "checkable": is_button and widget.isCheckable(),  # type: ignore[attr-defined]
        "checked": is_button and widget.isChecked(),  # type: ignore[attr-defined]
        "editable": is_entry and not widget.isReadOnly(),  # type: ignore[attr-defined]
        "has popup": isinstance(widget, QPushButton) and widget.menu() is not None,
        "expandable": isinstance(widget, QComboBox | FoldButton),
        "expanded": _is_open(widget),
    }
    return sorted(name for name, holds in states.items() if holds)

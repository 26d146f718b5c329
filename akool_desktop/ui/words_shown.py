"""The words on a widget, wherever they stand: said anew in another language, and hidden from an audience."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

_PROPERTIES: dict[type[QObject], tuple[str, ...]] = {
    QWidget: ("windowTitle", "toolTip", "accessibleName", "accessibleDescription", "whatsThis"),
    QLabel: ("text",),
    QAbstractButton: ("text",),
    QLineEdit: ("placeholderText",),
    QPlainTextEdit: ("placeholderText",),
    QAction: ("text", "toolTip"),
}


def words_on(widget: QWidget) -> Iterator[tuple[QObject, str, str, Callable[[str], object]]]:
    """The thing (the widget or an action of it), the name of the place on it, its words, and what puts others there."""
    for thing in (widget, *widget.actions()):
        for name in _names(thing):
            if text := thing.property(name):
                yield thing, name, text, partial(thing.setProperty, name)
    if isinstance(widget, QComboBox):
        for place in range(widget.count()):
            if text := widget.itemText(place):
                yield widget, str(place), text, partial(widget.setItemText, place)


def _names(thing: QObject) -> Iterator[str]:
    return (name for kind, names in _PROPERTIES.items() if isinstance(thing, kind) for name in names)

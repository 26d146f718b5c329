"""What a window says in every way that it can, and a language that nobody speaks.

The language is English with an accent on every letter, in brackets and a third longer, as is done to find what
bypasses translation or has no room for it: whatever has plain letters left was not translated.
"""

import re
from collections.abc import Iterable, Iterator

from catalogued import TEMPLATES
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

_ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áƀćđéƒǵħíĵķĺɱńóṕɋŕśŧúṽŵẋýžÁƁĆĐÉƑǴĦÍĴĶĹṀŃÓṔɊŔŚŦÚṼŴẊÝŽ",
)
_PROPERTIES: dict[type[QObject], tuple[str, ...]] = {
    QWidget: ("windowTitle", "toolTip", "accessibleName", "accessibleDescription", "whatsThis"),
    QLabel: ("text",),
    QAbstractButton: ("text",),
    QLineEdit: ("placeholderText",),
    QPlainTextEdit: ("placeholderText",),
    QGroupBox: ("title",),
    QAction: ("text", "toolTip"),
}
_FROM_RIGHT = "\u200f"  # a sign of no width: what begins with it is written from right to left
_MARKUP = re.compile(r"<[^>]*>|&\w+;")
_PLAIN = re.compile(r"[A-Za-z]{2,}")


def accented(template: str) -> str:
    parts = re.split(r"(\{\w+\})", template)
    said = "".join(part if part.startswith("{") else part.translate(_ACCENTED) for part in parts)
    return f"{_FROM_RIGHT}⟦{said}{_longer(len(template) // 3)}⟧"


def _longer(letters: int) -> str:
    """So many more, in words of five, since a line may break between words alone."""
    return " ".join(["~" * 5] * (letters // 5) + ["~" * (letters % 5)]).strip()


ACCENTED = {template: accented(template) for template in TEMPLATES}


def everything_said(top: QWidget) -> Iterator[tuple[str, str]]:
    """Every text of what is shown within, tooltips and names for screen readers among them, and where it stands."""
    for widget in (top, *top.findChildren(QWidget)):
        if widget.isVisible() or isinstance(widget.parent(), QAbstractButton):  # a button's menu can be opened
            for thing in (widget, *widget.actions()):
                yield from _said_by(thing)
            if isinstance(widget, QComboBox):
                yield from ((f"{_name(widget)} item", widget.itemText(place)) for place in range(widget.count()))


def _said_by(thing: QObject) -> Iterator[tuple[str, str]]:
    for kind, names in _PROPERTIES.items():
        if isinstance(thing, kind):
            yield from ((f"{_name(thing)} {name}", text) for name in names if (text := thing.property(name)))


def _name(thing: QObject) -> str:
    parent = thing.parent()
    above = f"{type(parent).__name__} {parent.objectName()}".strip() if parent else ""
    return f"{above} > {type(thing).__name__} {thing.objectName()}".strip()


def left_in_english(top: QWidget, data: Iterable[str]) -> list[str]:
    """Texts with plain words in them that are not ``data``: names, ids, what vendors call things."""
    found = []
    for place, text in everything_said(top):
        left = _MARKUP.sub(" ", text.replace("\u200b", ""))
        for known in sorted(data, key=len, reverse=True):
            left = left.replace(known, "")
        if _PLAIN.search(left):
            found.append(f"{place}: {text}")
    return found


def windows() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def crowded(top: QWidget) -> list[str]:
    """Labels and buttons that have no room for their words, or stand on one another."""
    shown = [widget for widget in top.findChildren(QWidget) if widget.isVisible() and _has_words(widget)]
    found = [f"{_name(widget)} is cut: {widget.property('text')}" for widget in shown if _is_cut(widget)]
    for place, one in enumerate(shown):
        for other in shown[place + 1 :]:
            if one.parent() is other.parent() and one.geometry().intersects(other.geometry()):
                found.append(f"{one.property('text')} and {other.property('text')} stand on one another")
    return found


def _has_words(widget: QWidget) -> bool:
    """The icons within a text field show none, though a screen reader has them."""
    worded = isinstance(widget, QLabel | QAbstractButton) and not isinstance(widget, QToolButton)
    return worded and bool(widget.property("text"))


def _is_cut(widget: QWidget) -> bool:
    """One line that may end in dots is not; nor is what a list scrolls up and down."""
    parent = widget.parentWidget()
    outside = parent is not None and not (widget.x() >= 0 and widget.geometry().right() <= parent.width())
    if isinstance(widget, QLabel) and widget.wordWrap():
        return outside or _has_no_room_to_wrap(widget)
    return outside or (widget.width() < widget.minimumSizeHint().width() and widget.minimumWidth() != 1)


def _has_no_room_to_wrap(label: QLabel) -> bool:
    """Its lines, or its longest word: what Qt keeps of how wide it may be is of earlier."""
    words = _MARKUP.sub(" ", label.text()).replace("\u200b", " ").split()
    longest = max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)
    return label.width() < longest or label.height() < label.heightForWidth(label.width())

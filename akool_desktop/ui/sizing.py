"""Another size of text while the window runs: every length that was set is set anew, as it would be at that size.

Lengths are set where a part is made, by ``px()`` and ``font()``, and no part has to think of it again: they are found
on the widgets and their layouts, as the words are on a change of language (``ui/said_anew.py``). What paints itself, or
sets its lengths by what it shows, does so again when it hears Qt's LanguageChange, since both change how much room
words take.
"""

from collections.abc import Callable, Iterator
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QFormLayout,
    QGridLayout,
    QHeaderView,
    QLayout,
    QLineEdit,
    QMenu,
    QWidget,
)

from akool_desktop.ui.controls.wrapping import Wrapping
from akool_desktop.ui.places import ANY
from akool_desktop.ui.theme import px, scale, set_font, size_text

_LEAST = 2  # pixels: a hairline stays one
_set: WeakKeyDictionary[QObject, dict[str, tuple[int, int]]] = WeakKeyDictionary()  # pixels, and the design's length


def resize_text(percent: int, dress: Callable[[], object]) -> None:
    """Of the system's size. What is on the screen changes with it; ``dress`` puts the style sheet on anew."""
    before = scale()
    size_text(percent)
    if scale() == before:
        return
    for widget in QApplication.allWidgets():
        if not isinstance(widget, QMenu):  # has its lengths from the style sheet, and many come and go
            _resize(widget, before)
    dress()
    for widget in QApplication.allWidgets():
        widget.updateGeometry()
    for window in QApplication.topLevelWidgets():
        QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))


class _Lengths:
    """Of one thing."""

    def __init__(self, thing: QObject, before: float) -> None:
        self._places, self._before = _set.setdefault(thing, {}), before

    def __call__(self, name: str, now: int) -> int:
        """In the new size; exact also where it was a smaller one meanwhile, in which lengths fall together."""
        if not _LEAST <= now < ANY:
            return now
        there, design = self._places.get(name, (-1, 0))
        if there != now:
            design = round(now / self._before)
        self._places[name] = px(design), design
        return px(design)

    def around(self, name: str, now: QMargins) -> tuple[int, int, int, int]:
        left, top, right, bottom = now.left(), now.top(), now.right(), now.bottom()
        return (
            self(f"{name} left", left), self(f"{name} top", top), self(f"{name} right", right),
            self(f"{name} bottom", bottom),
        )  # fmt: skip


def _resize(widget: QWidget, before: float) -> None:
    lengths = _Lengths(widget, before)
    if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont):
        font = widget.font()
        font.setPointSizeF(font.pointSizeF() * scale() / before)
        set_font(widget, font)
    for name, now, change in () if widget.isWindow() else _limits(widget):  # a window minds the screen as well
        if not widget.property(f"_q_stylesheet_{name}"):  # which the style sheet will set
            change(lengths(name, now))
    widget.setContentsMargins(*lengths.around("margin", widget.contentsMargins()))
    if isinstance(widget, QAbstractButton):
        size = widget.iconSize()
        size.setWidth(lengths("icon width", size.width()))
        size.setHeight(lengths("icon height", size.height()))
        widget.setIconSize(size)
    elif isinstance(widget, QLineEdit):
        widget.setTextMargins(*lengths.around("text", widget.textMargins()))
    elif isinstance(widget, QHeaderView) and widget.orientation() is Qt.Orientation.Vertical:
        widget.setDefaultSectionSize(lengths("section", widget.defaultSectionSize()))
    if layout := widget.layout():
        for one in (layout, *layout.findChildren(QLayout)):
            _resize_layout(one, before)


def _limits(widget: QWidget) -> Iterator[tuple[str, int, Callable[[int], object]]]:
    """How small and how large it may be, each by the name that Qt's style sheets have for it, and how to change it."""
    yield "minw", widget.minimumWidth(), widget.setMinimumWidth
    yield "minh", widget.minimumHeight(), widget.setMinimumHeight
    yield "maxw", widget.maximumWidth(), widget.setMaximumWidth
    yield "maxh", widget.maximumHeight(), widget.setMaximumHeight


def _resize_layout(layout: QLayout, before: float) -> None:
    lengths = _Lengths(layout, before)
    layout.setContentsMargins(*lengths.around("margin", layout.contentsMargins()))
    if isinstance(layout, QGridLayout | QFormLayout):
        layout.setHorizontalSpacing(lengths("across", layout.horizontalSpacing()))
        layout.setVerticalSpacing(lengths("down", layout.verticalSpacing()))
    elif isinstance(layout, QBoxLayout | Wrapping):
        layout.setSpacing(lengths("spacing", layout.spacing()))
    if isinstance(layout, QGridLayout):
        for column in range(layout.columnCount()):
            layout.setColumnMinimumWidth(column, lengths(f"column {column}", layout.columnMinimumWidth(column)))
    layout.invalidate()

"""The contrast of words against what is behind them, taken from a painted window (WCAG 2.2, 1.4.3)."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFont, QFontInfo, QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QMenu, QToolButton, QWidget

_LARGE = 18.66  # pixels of bold text, and
_LARGER = 24.0  # of any other, from which 3 to 1 is enough
_INK = 6  # pixels that have it: strokes are thin, and their edges are blended with what is behind them


@cache
def luminance(colour: int) -> float:
    """Of 0xRRGGBB."""
    parts = [(colour >> shift & 0xFF) / 255 for shift in (16, 8, 0)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: int, other: int) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def weak_words(window: QWidget, most: float = 4.5) -> Iterator[tuple[str, float | None]]:
    """Each text that is in view, and its contrast where that is less than it has to be; large ones may have less."""
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    for shown, place, font in _entries(window) if isinstance(window, QMenu) else _worded(window):
        if place.width() < 6 or place.height() < 6:
            continue
        is_large = QFontInfo(font).pixelSize() >= (_LARGE if font.bold() else _LARGER)
        found = contrast_in(picture, place)
        yield shown, found if found < (most * 2 / 3 if is_large else most) else None


def contrast_in(picture: QImage, place: QRect) -> float:
    """Of the colour that fills most of it and of those that stand off most."""
    colours = colours_in(picture, place)
    ground = colours.most_common(1)[0][0]
    ink = 0
    for found, count in sorted(((contrast(ground, colour), count) for colour, count in colours.items()), reverse=True):
        ink += count
        if ink >= _INK:
            return found
    return 1.0


def difference(one: QImage, other: QImage) -> int:
    """How many pixels changed by three to one or more, which is what shapes need (1.4.11)."""
    pairs = Counter(zip(_pixels(one), _pixels(other), strict=True))
    return sum(count for (before, after), count in pairs.items() if contrast(before, after) >= 3)


def colours_in(picture: QImage, place: QRect) -> Counter[int]:
    return Counter(_pixels(picture.copy(place)))


def _pixels(picture: QImage) -> Iterator[int]:
    found = picture.convertToFormat(QImage.Format.Format_RGB32)
    return (pixel & 0xFFFFFF for pixel in memoryview(bytes(found.constBits())).cast("I"))


def _entries(menu: QMenu) -> Iterator[tuple[str, QRect, QFont]]:
    for action in menu.actions():
        if action.isEnabled() and not action.isSeparator():
            yield action.text(), menu.actionGeometry(action).adjusted(1, 1, -1, -1), menu.font()


def _worded(window: QWidget) -> Iterator[tuple[str, QRect, QFont]]:
    """What shows words and is not greyed: those are exempt."""
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit) and not isinstance(widget, QToolButton):
            shown = widget.text().strip()
        else:
            shown = widget.currentText() if isinstance(widget, QComboBox) else ""
        if shown and widget.isVisibleTo(window) and widget.isEnabled():
            yield shown, _seen(window, widget).adjusted(1, 1, -1, -1), widget.font()


def _seen(window: QWidget, widget: QWidget) -> QRect:
    """Where it is, if nothing has scrolled a part of it away or covers it."""
    place = QRect(widget.mapTo(window, QPoint()), widget.size())
    around = widget.parentWidget()
    while around and around is not window:
        place &= QRect(around.mapTo(window, QPoint()), around.size())
        around = around.parentWidget()
    middle = window.childAt(place.center())
    whole = place.size() == widget.size()
    return place if whole and middle and (middle is widget or widget.isAncestorOf(middle)) else QRect()

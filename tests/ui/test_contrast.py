"""WCAG 2.2 AA, 1.4.3: the contrast of words against what is behind them, taken from the painted window."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget
from ui.driving import AVATAR, Program, settle
from ui.test_theme import contrast

from akool_desktop.session.fields import Value
from akool_desktop.ui.theme import theme

OWN_ROOM: dict[str, Value] = {
    "avatar_id": AVATAR, "stream_type": "livekit", "room": "own", "credentials.livekit_url": "https://no",
    "credentials.livekit_token": "x" * 24, "use_elevenlabs": True, "mode_type": 1,
}  # fmt: skip
_LARGE = 18.66  # pixels of bold text, and
_LARGER = 24.0  # of any other, from which 3 to 1 is enough
_INK = 6  # pixels that have it: strokes are thin, and their edges are blended with what is behind them


def _worded(window: QWidget) -> Iterator[tuple[str, QWidget]]:
    """What shows words and is not greyed: those are exempt."""
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            shown = widget.text().strip()
        else:
            shown = widget.currentText() if isinstance(widget, QComboBox) else ""
        if shown and widget.isVisible() and widget.isEnabled():
            yield shown, widget


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


def _contrast_in(picture: QImage, place: QRect) -> float:
    """Of the colour that fills most of it and of those that stand off most."""
    part = picture.copy(place)
    colours = Counter(part.pixel(x, y) & 0xFFFFFF for x in range(part.width()) for y in range(part.height()))
    ground = f"#{colours.most_common(1)[0][0]:06X}"
    ink = 0
    standing_off = ((contrast(ground, f"#{colour:06X}"), count) for colour, count in colours.items())
    for found, count in sorted(standing_off, reverse=True):
        ink += count
        if ink >= _INK:
            return found
    return 1.0


@pytest.mark.parametrize("draft", [{}, OWN_ROOM], ids=["empty", "own room with problems"])
@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_words_stand_off_from_what_is_behind_them(choice: str, draft: dict[str, Value], screen: Program) -> None:
    theme().apply(choice)
    screen.window.resize(1440, 900)
    screen.load(draft)
    if draft:
        screen.window._form.touch_all()
    settle()
    weak, looked = [], 0
    for scrolled in range(0, screen.form.verticalScrollBar().maximum() + 1, 600):
        screen.form.verticalScrollBar().setValue(scrolled)
        settle()
        picture = screen.window.grab().toImage()
        for shown, widget in _worded(screen.window):
            place = _seen(screen.window, widget)
            if place.width() < 8 or place.height() < 8:
                continue
            looked += 1
            font = widget.font()
            size = widget.fontInfo().pixelSize()
            wanted = 3.0 if size >= (_LARGE if font.bold() else _LARGER) else 4.5
            found = _contrast_in(picture, place.adjusted(1, 1, -1, -1))
            if found < wanted:
                weak.append((shown[:40], round(found, 2), QColor(picture.pixel(place.center())).name()))
    assert looked > 40
    assert weak == []

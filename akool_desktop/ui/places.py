"""Where the window's parts stand: known before the parts are there, so that none of them moves what was there first."""

import base64
from contextlib import suppress

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QWidget

from akool_desktop.ui.theme import LEAST, px

TOP_BAR, BANNER, STRIP = 48, 32, 60  # their heights; the strip's while no session is open
PRESETS = 232  # its width


def has_room(width: int) -> bool:
    """For the presets beside the form, and for columns that are not narrow."""
    return width >= px(1280)


def rail_width(width: int) -> int:
    return px(200 if has_room(width) else 184)


def side_width(width: int) -> int:
    return px(360 if has_room(width) else 288)


def place_window(window: QWidget, geometry: str) -> None:
    """Where it was last time, by Qt's saved geometry as base64; else as large as the design or the screen."""
    window.setMinimumSize(px(LEAST[0]), px(LEAST[1]))
    frame = QSize(px(8), px(40))  # the title bar is the desktop's, and is not known before the window shows
    window.resize(QSize(px(1440), px(900)).boundedTo(window.screen().availableSize() - frame))
    with suppress(ValueError):
        window.restoreGeometry(QByteArray(base64.b64decode(geometry)))


def geometry_of(window: QWidget) -> str:
    return base64.b64encode(window.saveGeometry().data()).decode()

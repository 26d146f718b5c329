"""Where the window's parts stand: known before the parts are there, so that none of them moves what was there first."""

import base64
from contextlib import suppress
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QWidget

from akool_desktop.ui.theme import px

LEAST = (500, 300)  # of the window
TOP_BAR, BANNER, STRIP = 48, 32, 60  # their heights; the strip's where there are columns
PRESETS = 232  # its width
_RAIL_LINE = 40  # its height where it has no room beside the form
ANY = 16_777_215  # pixels: Qt's word for no limit


class Shape(NamedTuple):
    """How the parts of the window stand. The one answer for large text and for small windows: text that is twice as
    large leaves half as much room.

    ``roomy``: the presets stand beside the form, and no column is narrow. ``columns``: rail, form and right column are
    side by side; if not, each has the whole width: the rail is a line above the form, the right column goes on under
    it, and labels stand above inputs. ``low``: then there is little height as well, so that lines are few. ``flat``:
    then it is so little that of several sessions only one line shows.
    """

    roomy: bool
    columns: bool
    low: bool
    flat: bool = False

    @property
    def rail(self) -> tuple[int | None, int | None]:
        """Its width and height; None: what there is."""
        return (px(200 if self.roomy else 184), None) if self.columns else (None, px(_RAIL_LINE))

    @property
    def side(self) -> tuple[int | None, int | None]:
        return (px(360 if self.roomy else 288), None) if self.columns else (None, None)

    @property
    def buttons(self) -> int:
        """The height of Check and Create side by side, with the hairline above them."""
        return 1 + (px(44) + 2 * px(4) if self.low else px(56) + 2 * px(8))

    @property
    def top_bar(self) -> int:
        return px(40 if self.low else TOP_BAR)

    @property
    def banner(self) -> int:
        """Its height: with the form it has less width."""
        return px(38 if self.low else BANNER)

    @property
    def strip(self) -> int:
        """The strip's height while no session is open."""
        return px(STRIP) if self.columns else px(32) + px(3)

    @property
    def direction(self) -> QBoxLayout.Direction:
        return QBoxLayout.Direction.LeftToRight if self.columns else QBoxLayout.Direction.TopToBottom


def shape_in(size: QSize) -> Shape:
    columns = size.width() >= px(970)
    low, flat = (not columns and size.height() < px(height) for height in (480, 360))
    return Shape(size.width() >= px(1280), columns, low, flat)


def keep_size(part: QWidget, size: tuple[int | None, int | None]) -> None:
    width, height = size
    part.setMinimumSize(width or 0, height or 0)
    part.setMaximumSize(width or ANY, height or ANY)


def place_window(window: QWidget, geometry: str) -> None:
    """Where it was last time, by Qt's saved geometry as base64; else as large as the design or the screen."""
    keep_least(window, *LEAST)
    window.resize(QSize(px(1440), px(900)).boundedTo(room_for(window)))
    with suppress(ValueError):
        window.restoreGeometry(QByteArray(base64.b64decode(geometry)))


def keep_least(window: QWidget, width: int, height: int) -> None:
    """The least size of a window, which no screen is too small for."""
    window.setMinimumSize(QSize(px(width), px(height)).boundedTo(room_for(window)))


def room_for(window: QWidget) -> QSize:
    """On the screen, without the title bar: that is the desktop's, and is not known before the window shows.

    Under Wayland nobody is told how much of the screen the desktop's own bars take: 64 pixels are more than most.
    """
    bars = 64 if QGuiApplication.platformName().startswith("wayland") else 0
    return window.screen().availableSize() - QSize(8, 40 + bars)


def place_by(part: QWidget, window: QWidget) -> None:
    """Another window of the program's, which is about to show: where it was put, as long as a screen is there, or else
    in the middle of ``window``; the desktop might choose the screen that an audience looks at.
    """
    was_shown = part.testAttribute(Qt.WidgetAttribute.WA_WState_Created)
    if was_shown and QGuiApplication.screenAt(part.frameGeometry().center()):
        return
    part.setScreen(window.screen())
    part.resize(part.size().boundedTo(room_for(window)))
    screen, frame = window.screen().availableGeometry(), window.frameGeometry()
    place = QRect(QPoint(0, 0), part.size() + frame.size() - window.size())  # its own frame is not known yet
    place.moveCenter(frame.center())
    part.move(
        max(screen.left(), min(place.left(), screen.right() + 1 - place.width())),
        max(screen.top(), min(place.top(), screen.bottom() + 1 - place.height())),
    )


def geometry_of(window: QWidget) -> str:
    return base64.b64encode(window.saveGeometry().data()).decode()

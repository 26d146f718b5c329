"""The colours by which accounts are told apart, always beside a name."""

from functools import cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox

from akool_desktop.store.accounts import COLOURS
from akool_desktop.ui.language import tr
from akool_desktop.ui.theme import ACCOUNT_COLOURS, px, scale
from akool_desktop.words import marked

_COLOUR_NAMES = {
    "ocean": marked("Ocean"), "indigo": marked("Indigo"), "plum": marked("Plum"),
    "orchid": marked("Orchid"), "cocoa": marked("Cocoa"), "olive": marked("Olive"),
}  # fmt: skip


def account_dot(colour_name: str, before: int = 0) -> QIcon:
    """A dot in the account's colour, its name always beside it; ``before``: pixels at its left that stay empty."""
    return _dot(colour_name, before, scale())


@cache
def _dot(colour_name: str, before: int, _scale: float) -> QIcon:
    pixmap = QPixmap(2 * (px(16) + before), px(32))
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ACCOUNT_COLOURS.get(colour_name, ACCOUNT_COLOURS["slate"])))
    painter.drawEllipse(before + px(3), px(3), px(10), px(10))
    painter.end()
    return QIcon(pixmap)


def colour_list(chosen: str, *, none: str = "") -> QComboBox:
    """The account colours by name, before them ``none`` for no colour where there are words for it."""
    colours = QComboBox()
    colours.setIconSize(QSize(px(16), px(16)))
    if none:
        colours.addItem(none, "")
    for name in COLOURS:
        colours.addItem(account_dot(name), tr(_COLOUR_NAMES[name]), name)
    colours.setCurrentIndex(max(0, colours.findData(chosen)))
    return colours

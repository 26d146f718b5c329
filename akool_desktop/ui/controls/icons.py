"""Line icons in the colour of the moment."""

from functools import cache

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from akool_desktop.paths import resource
from akool_desktop.ui.theme import colour, px, set_state, theme

# Other colours, another direction of reading, another size of text: an icon of old is none any more.
DRAWN_ANEW = (QEvent.Type.PaletteChange, QEvent.Type.LayoutDirectionChange, QEvent.Type.LanguageChange)
_POINTING = {"chevron-left", "chevron-right", "undo", "redo", "panel"}  # as one reads; what plays points ahead


@cache
def _renderer(name: str, colour_name: str) -> QSvgRenderer:
    drawing = resource(f"icons/{name}.svg").read_text("utf-8").replace("#000", colour_name)
    return QSvgRenderer(drawing.encode())


def paint_icon(painter: QPainter, name: str, place: QRectF, tint: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if name in _POINTING and reads_from_right():
        painter.save()
        painter.translate(2 * place.center().x(), 0)
        painter.scale(-1, 1)
        _renderer(name, tint.name()).render(painter, place)
        painter.restore()
    else:
        _renderer(name, tint.name()).render(painter, place)


def reads_from_right() -> bool:
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def placed(place: QRectF, within: QRectF) -> QRectF:
    """Where something stands that was reckoned from the left: on the other side where one reads from the right."""
    if not reads_from_right():
        return place
    return QRectF(within.left() + within.right() - place.right(), place.top(), place.width(), place.height())


def icon(name: str, tint: QColor, size: int, gap: int = 0) -> QIcon:
    """``gap`` pixels towards the words stay empty."""
    off = colour("muted" if theme().has_contrast else "control")  # Qt's own for what is off can hardly be told in dark
    return _icon(name, tint.name(), off.name(), size, gap, reads_from_right())


@cache
def _icon(name: str, tint: str, off: str, size: int, gap: int, mirrored: bool) -> QIcon:
    made = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, tint), (QIcon.Mode.Disabled, off)):
        for scale in (1, 2):
            pixmap = QPixmap((size + gap) * scale, size * scale)
            pixmap.setDevicePixelRatio(scale)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            paint_icon(painter, name, QRectF(gap if mirrored else 0, 0, size, size), QColor(ink))
            painter.end()
            made.addPixmap(pixmap, mode)
    return made


class Icon(QWidget):
    """One icon, painted in a token's colour."""

    def __init__(self, name: str, token: str, size: int = 20) -> None:
        super().__init__()
        self._name, self._token = name, token
        self.setFixedSize(px(size), px(size))

    def show_icon(self, name: str, token: str) -> None:
        if (name, token) != (self._name, self._token):
            self._name, self._token = name, token
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self._name, QRectF(self.rect()), colour(self._token))


class BusyArc(QWidget):
    """Turns once a second while something is under way; stands still where motion is not wanted."""

    def __init__(self, token: str = "accent") -> None:
        super().__init__()
        self._token = token
        self._angle = 0
        self.setFixedSize(px(20), px(20))
        self._timer = QTimer(self, interval=50)
        self._timer.timeout.connect(self._turn)

    def show_token(self, token: str) -> None:
        self._token = token
        self.update()

    def showEvent(self, _event: QEvent) -> None:
        self._timer.start()

    def hideEvent(self, _event: QEvent) -> None:
        self._timer.stop()

    def _turn(self) -> None:
        self._angle = 0 if theme().still else (self._angle + 18) % 360
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(QRectF(self.rect()).center())
        painter.rotate(self._angle)
        half = self.width() / 2
        paint_icon(painter, "busy", QRectF(-half, -half, 2 * half, 2 * half), colour(self._token))


class IconButton(QPushButton):
    """A button with an icon that follows the theme. Without words, ``name`` is its tooltip and its spoken name."""

    def __init__(self, icon_name: str, name: str, *, words: bool = True, token: str = "text", kind: str = "") -> None:
        super().__init__(name if words else "")
        self._icon_name, self._token, self._kind = icon_name, token, kind
        self._drawn: QIcon | None = None
        self._gap = 4 if words and kind != "fold" else 0  # more air between icon and words than the style gives
        self.setProperty("kind", kind or ("" if words else "icon"))
        if kind == "fold":
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)  # no wider than its words
        if not words:
            self.show_name(name)
        self._tint()

    def show_words(self, shown: bool) -> None:
        """Of a button that has words: they give way, and are its name, where there is no room for them."""
        name = self.text() or self.accessibleName()
        if shown is bool(self.text()):
            return
        self.setText(name if shown else "")
        self.show_name("" if shown else name)
        self._gap = 4 if shown else 0
        set_state(self, "kind", self._kind if shown else "bare" if self._kind == "quiet" else "icon")
        self._tint()

    def show_name(self, name: str) -> None:
        """The spoken name of a button without words."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def show_icon(self, icon_name: str) -> None:
        self._icon_name = icon_name
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in DRAWN_ANEW:
            self._tint()

    def _tint(self) -> None:
        gap = px(self._gap)
        drawn = icon(self._icon_name, colour(self._token), px(16), gap)
        if drawn is not self._drawn:  # Qt tells of a palette with each dressing
            self._drawn = drawn
            self.setIconSize(QSize(px(16) + gap, px(16)))
            self.setIcon(drawn)

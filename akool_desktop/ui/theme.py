"""Colours, sizes and the style sheet. Everything that looks, looks here."""

from functools import cache
from string import Template
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from akool_desktop.paths import resource
from akool_desktop.ui.desktop import Wishes


class Tokens(NamedTuple):
    """The colours of one theme; their contrast is held by a test."""

    surface: str
    raised: str
    sunken: str
    line: str
    edge: str
    control: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_tint: str
    danger: str
    danger_tint: str
    warning: str
    warning_tint: str
    good: str
    good_tint: str  # on the Stage's page alone
    live: str
    live_tint: str


LIGHT = Tokens(
    surface="#F5F6F8", raised="#FFFFFF", sunken="#ECEEF2", line="#DCDFE6", edge="#C3C8D2", control="#7D8593",
    text="#1A1E26", muted="#58606E", accent="#3F51C7", on_accent="#FFFFFF", accent_tint="#EBEEFC",
    danger="#B3261E", danger_tint="#FDECEA", warning="#8A5200", warning_tint="#FDF1DC",
    good="#1B7742", good_tint="#E4F4EA", live="#00736B", live_tint="#DDF3F0",
)  # fmt: skip
DARK = Tokens(
    surface="#15181D", raised="#1D2128", sunken="#101216", line="#323843", edge="#48505E", control="#758091",
    text="#E9EBEF", muted="#A6AEBB", accent="#A5B4FF", on_accent="#141A3C", accent_tint="#272D4A",
    danger="#FF9C91", danger_tint="#3B2120", warning="#F0B954", warning_tint="#372A14",
    good="#74D39E", good_tint="#18321F", live="#57D6C7", live_tint="#12342F",
)  # fmt: skip

# Black and white, and colours that stand off by 7 to 1: no soft lines, and no tint but that of where one is.
CONTRAST_LIGHT = Tokens(
    surface="#FFFFFF", raised="#FFFFFF", sunken="#FFFFFF", line="#000000", edge="#000000", control="#000000",
    text="#000000", muted="#474747", accent="#0000B4", on_accent="#FFFFFF", accent_tint="#FFE97A",
    danger="#8B0000", danger_tint="#FFFFFF", warning="#5C3A00", warning_tint="#FFFFFF",
    good="#004D1F", good_tint="#FFFFFF", live="#00504A", live_tint="#FFFFFF",
)  # fmt: skip
CONTRAST_DARK = Tokens(
    surface="#000000", raised="#000000", sunken="#000000", line="#FFFFFF", edge="#FFFFFF", control="#FFFFFF",
    text="#FFFFFF", muted="#B4B4B4", accent="#FFE500", on_accent="#000000", accent_tint="#00205B",
    danger="#FF9C91", danger_tint="#000000", warning="#FFC45C", warning_tint="#000000",
    good="#8CF0B4", good_tint="#000000", live="#6FF0E0", live_tint="#000000",
)  # fmt: skip

# White words stand on these in both themes.
ACCOUNT_COLOURS = {
    "ocean": "#2273B6", "indigo": "#5566DA", "plum": "#9150BC", "orchid": "#BC4090", "cocoa": "#9A6443",
    "olive": "#6A7722", "slate": "#647083",
}  # fmt: skip

_BODY_PX = 13
_USUAL_DOTS = 96  # to an inch, under Linux
_FOUND = "_q_styleSheetWidgetFont"  # a property of Qt's


class Theme(QObject):
    """The theme in force. ``choice`` is system, light, dark or contrast; ``still``: nothing moves.

    ``wishes`` are the desktop's, which System follows, and high contrast as to what is dark.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens = LIGHT
        self.choice = "system"
        self.wishes = Wishes()
        self._still = False

    @property
    def still(self) -> bool:
        return self._still or self.wishes.still or _qt_is_still()

    @property
    def has_contrast(self) -> bool:
        return self.tokens in (CONTRAST_LIGHT, CONTRAST_DARK)

    def apply(self, choice: str, *, still: bool = False) -> None:
        """Dress the application."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.choice = choice
        self._still = still
        self.tokens = self._wanted()
        app.setFont(font("body"))
        app.setPalette(_palette(self.tokens))
        app.setStyleSheet(_style_sheet(self.tokens))
        self.changed.emit()

    def follow(self, wishes: Wishes) -> bool:
        """Whether the application is to be dressed anew for it."""
        self.wishes = wishes
        return self._wanted() is not self.tokens

    def _wanted(self) -> Tokens:
        wished = _qt_is_dark() if self.wishes.dark is None else self.wishes.dark
        dark = self.choice == "dark" or (self.choice in ("system", "contrast") and wished)
        contrast = self.choice == "contrast" or (self.choice == "system" and self.wishes.contrast)
        return _TOKENS[contrast, dark]


_TOKENS = {(False, False): LIGHT, (False, True): DARK, (True, False): CONTRAST_LIGHT, (True, True): CONTRAST_DARK}


def _qt_is_still() -> bool:
    """Where the desktop has its animations off, Qt's styles are told to have none, but not on Linux."""
    from PySide6.QtWidgets import QStyle  # has many names, all made at the import; the first paint needs none of them

    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


def _qt_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme().name == "Dark"


@cache
def theme() -> Theme:
    return Theme()


def colour(token: str) -> QColor:
    return _colour(getattr(theme().tokens, token))


@cache
def _colour(name: str) -> QColor:
    return QColor(name)


@cache
def _system_font() -> QFont:
    return QFont(QGuiApplication.font())


def px(length: float) -> int:
    """A length of the design, which is drawn for 13-pixel text, at the size of the operator's text."""
    return round(length * scale())


def size_text(percent: int) -> None:
    """Of the system's size. What is drawn already is another's affair (``ui/sizing.py``)."""
    global _percent
    _percent = percent
    scale.cache_clear()


_percent = 100


@cache
def scale() -> float:
    """Of the operator's text, in parts of the design's."""
    return max(_of_system(), 1.0) * _percent / 100


def _of_system() -> float:
    """The system's text, in parts of the design's. Of large text Qt may know, by more dots to an inch, or not."""
    dots, larger = QGuiApplication.primaryScreen().logicalDotsPerInchY(), theme().wishes.text
    if larger > 1:
        dots = max(dots, _USUAL_DOTS * larger)
    return _system_font().pointSizeF() * dots / 72 / _BODY_PX


_TEXT = {  # pixels and weight at 100 %
    "caption": (12, 400), "count": (12, 600), "body": (13, 400), "strong": (13, 600), "step": (13, 500),
    "heading": (16, 600), "summary": (19, 400), "summary small": (16, 400), "title": (28, 600), "countdown": (20, 600),
    "state": (18, 600), "code": (12, 400),
}  # fmt: skip


def font(role: str) -> QFont:
    """The system's font in one of the design's sizes and weights, by its name in ``_TEXT``."""
    return QFont(_font(role, QGuiApplication.primaryScreen().logicalDotsPerInchY() / scale()))


@cache
def _font(role: str, dpi: float) -> QFont:
    size, weight = _TEXT[role]
    made = QFont(_system_font())
    if role == "code":
        made.setFamilies(["SF Mono", "Cascadia Mono", "Noto Sans Mono", "DejaVu Sans Mono", "monospace"])
        made.setStyleHint(QFont.StyleHint.Monospace)
    made.setPointSizeF(size * 72 / dpi)
    made.setWeight(QFont.Weight(weight))
    return made


def set_font(widget: QWidget, changed: QFont) -> None:
    """Another font than at first: a style sheet keeps the one that it found, and gives that back when it goes."""
    if widget.property(_FOUND) is not None:
        widget.setProperty(_FOUND, changed)
    widget.setFont(changed)


def set_state(widget: QWidget, name: str, state: str) -> None:
    """Change a property that the style sheet reads."""
    if (widget.property(name) or "") != state:
        widget.setProperty(name, state)
        dress_anew(widget)


def dress_anew(widget: QWidget) -> None:
    """By the rules that hold for it now: Qt keeps those it found, also where a widget around it has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for target, token in {
        role.Window: "surface", role.Base: "raised", role.Button: "raised", role.AlternateBase: "sunken",
        role.Text: "text", role.WindowText: "text", role.ButtonText: "text", role.PlaceholderText: "muted",
        role.Highlight: "accent", role.HighlightedText: "on_accent", role.Link: "accent", role.LinkVisited: "accent",
        role.Mid: "line", role.Light: "raised", role.Midlight: "line", role.Dark: "edge", role.Shadow: "edge",
        role.ToolTipBase: "raised", role.ToolTipText: "text", role.Accent: "accent",
    }.items():  # fmt: skip
        palette.setColor(target, QColor(getattr(tokens, token)))
    for target in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(tokens.muted))
    return palette


def _style_sheet(tokens: Tokens) -> str:
    sizes = {f"px{n}": f"{px(n)}px" for n in (1, 2, 3, 4, 6, 8, 10, 12, 14, 16, 20, 24, 28, 30, 32, 36, 38, 40, 44)}
    names = {"style": resource("style").as_posix(), "name": "light" if tokens in (LIGHT, CONTRAST_LIGHT) else "dark"}
    # as large in an outline of 2 or 3 as in one of 1, which no size of text makes thicker
    thinner = ((n, less) for n in (3, 6, 10, 12, 14, 24, 30, 38) for less in (1, 2, 4))
    names |= {f"px{n}less{less}": f"{max(0, px(n) - less)}px" for n, less in thinner}
    names["amber"] = tokens.warning if theme().has_contrast else tokens.warning_tint
    text = resource("style/style.qss").read_text("utf-8")
    return Template(text).substitute(tokens._asdict() | sizes | names)

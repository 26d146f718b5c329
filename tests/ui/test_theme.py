"""Contrast, computed from the tokens (WCAG 2.2, relative luminance), and held to what the design says of them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from ui import contrasts

from akool_desktop.desk.clock import Left
from akool_desktop.ui.controls.icons import icon
from akool_desktop.ui.controls.painted import ChoiceRow, Segment
from akool_desktop.ui.rail import RailStep
from akool_desktop.ui.sessions.countdown import Countdown
from akool_desktop.ui.theme import (
    ACCOUNT_COLOURS,
    CONTRAST_DARK,
    CONTRAST_LIGHT,
    DARK,
    LIGHT,
    Tokens,
    colour,
    px,
    theme,
)

THEMES = {"light": LIGHT, "dark": DARK}
GROUNDS = ("surface", "raised", "sunken", "accent_tint", "danger_tint", "warning_tint", "live_tint")
AS_STATED = 0.06  # the design gives one decimal

# Words on each of the grounds, in their order, as the design computes them.
STATED: dict[str, dict[str, tuple[float, ...]]] = {
    "light": {
        "text": (15.4, 16.7, 14.4, 14.4, 14.6, 14.9, 14.4),
        "muted": (5.9, 6.3, 5.5, 5.5, 5.5, 5.7, 5.5),
        "accent": (6.0, 6.5, 5.6, 5.7, 5.7, 5.8, 5.6),
        "danger": (6.0, 6.5, 5.6, 5.7, 5.7, 5.8, 5.7),
        "warning": (5.9, 6.4, 5.5, 5.5, 5.6, 5.7, 5.5),
        "good": (5.2, 5.6, 4.8, 4.8, 4.9, 5.0, 4.8),
        "live": (5.3, 5.7, 4.9, 5.0, 5.0, 5.1, 5.0),
    },
    "dark": {
        "text": (14.9, 13.5, 15.7, 11.3, 12.4, 11.7, 11.3),
        "muted": (8.0, 7.2, 8.4, 6.0, 6.6, 6.2, 6.0),
        "accent": (9.0, 8.1, 9.4, 6.8, 7.4, 7.0, 6.8),
        "danger": (8.8, 8.0, 9.3, 6.7, 7.3, 6.9, 6.7),
        "warning": (10.0, 9.1, 10.5, 7.5, 8.3, 7.8, 7.6),
        "good": (9.8, 8.9, 10.3, 7.4, 8.1, 7.7, 7.4),
        "live": (10.0, 9.1, 10.6, 7.6, 8.3, 7.9, 7.6),
    },
}
PAIRS = [
    (theme, word, ground, stated)
    for theme, words in STATED.items()
    for word, row in words.items()
    for ground, stated in zip(GROUNDS, row, strict=True)
]
by_theme = pytest.mark.parametrize("theme", THEMES)


def contrast(one: str, other: str) -> float:
    return contrasts.contrast(int(one[1:], 16), int(other[1:], 16))


def between(theme: str, one: str, other: str) -> float:
    tokens: Tokens = THEMES[theme]
    return contrast(getattr(tokens, one), getattr(tokens, other))


def test_the_formula() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


@pytest.mark.parametrize(("theme", "word", "ground", "stated"), PAIRS)
def test_words_on_their_grounds(theme: str, word: str, ground: str, stated: float) -> None:
    found = between(theme, word, ground)
    assert found == pytest.approx(stated, abs=AS_STATED)
    assert found >= 4.5


@pytest.mark.parametrize(("theme", "lowest"), [("light", ("good", 4.9)), ("dark", ("muted", 6.2))])
def test_the_hardest_words_on_the_good_tint(theme: str, lowest: tuple[str, float]) -> None:
    found = {word: between(theme, word, "good_tint") for word in STATED[theme]}
    word, stated = lowest
    assert min(found, key=found.__getitem__) == word
    assert found[word] == pytest.approx(stated, abs=AS_STATED)


@pytest.mark.parametrize(("theme", "on_accent", "toast"), [("light", 6.5, 16.7), ("dark", 8.5, 13.5)])
def test_words_on_accent_and_on_the_toast(theme: str, on_accent: float, toast: float) -> None:
    assert between(theme, "on_accent", "accent") == pytest.approx(on_accent, abs=AS_STATED)
    assert between(theme, "raised", "text") == pytest.approx(toast, abs=AS_STATED)


@by_theme
@pytest.mark.parametrize("ground", ["surface", "raised", "sunken"])
def test_outlines_of_inputs(theme: str, ground: str) -> None:
    assert between(theme, "control", ground) >= 3.2


@pytest.mark.parametrize("colour", ACCOUNT_COLOURS.values(), ids=ACCOUNT_COLOURS.keys())
def test_account_colours(colour: str) -> None:
    assert contrast("#FFFFFF", colour) >= 4.88  # stated as 4.9
    assert contrast(colour, DARK.surface) >= 3.4


def test_the_account_colours_are_these() -> None:
    assert set(ACCOUNT_COLOURS) == {"ocean", "indigo", "plum", "orchid", "cocoa", "olive", "slate"}


@pytest.mark.parametrize("tokens", [CONTRAST_LIGHT, CONTRAST_DARK], ids=["light", "dark"])
def test_high_contrast_words_and_outlines_stand_off_by_seven_to_one(tokens: Tokens) -> None:
    words = (tokens.text, tokens.muted, tokens.accent, tokens.danger, tokens.warning, tokens.good, tokens.live)
    for ground in GROUNDS:
        for one in (*words, tokens.line, tokens.edge, tokens.control):
            assert contrast(one, getattr(tokens, ground)) >= 7
    assert contrast(tokens.on_accent, tokens.accent) >= 7


@pytest.mark.parametrize("tokens", [CONTRAST_LIGHT, CONTRAST_DARK], ids=["light", "dark"])
def test_high_contrast_shows_which_row_or_entry_is_current(tokens: Tokens) -> None:
    assert tokens.accent_tint not in (tokens.raised, tokens.surface, tokens.sunken)


@pytest.mark.parametrize("tokens", [CONTRAST_LIGHT, CONTRAST_DARK], ids=["light", "dark"])
def test_high_contrast_shows_what_was_typed_and_what_cannot_be_pressed(tokens: Tokens) -> None:
    """A placeholder is no value, and a button that is off is no button: both are muted."""
    assert contrast(tokens.text, tokens.muted) >= 2


@pytest.mark.parametrize("kind", [QLineEdit, QSpinBox, QComboBox])
def test_an_input_that_takes_nothing_now_looks_so(qtbot: QtBot, kind: type[QWidget]) -> None:
    theme().apply("light")
    top, layout = QWidget(), QVBoxLayout()
    qtbot.addWidget(top)
    top.setLayout(layout)
    shown = kind()
    layout.addWidget(shown)
    if isinstance(shown, QComboBox):
        shown.addItem("WWWWWW")
    elif isinstance(shown, QLineEdit):
        shown.setText("WWWWWW")
    top.show()

    def darkest_and_ground() -> tuple[int, str]:
        picture = shown.grab().toImage()
        across, down = range(4, picture.width() - 30), range(6, picture.height() - 6)
        darkest = min(picture.pixelColor(x, y).lightness() for x in across for y in down)
        return darkest, picture.pixelColor(picture.width() // 2, 4).name()

    darkest, ground = darkest_and_ground()
    assert ground == colour("raised").name()
    assert darkest < colour("muted").lightness()
    shown.setEnabled(False)
    darkest, ground = darkest_and_ground()
    assert ground == colour("surface").name()
    assert darkest >= colour("muted").lightness() - 2


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_what_is_left_of_a_session_stands_off_from_what_is_over(qtbot: QtBot, choice: str) -> None:
    """In black and white too, where lines are as dark as it is."""
    theme().apply(choice)
    countdown = Countdown()
    qtbot.addWidget(countdown)
    countdown.show_left(Left(300, sure=True), 600, 300, "live")
    countdown.resize(countdown.sizeHint())
    picture = countdown.grab().toImage()
    row = px(32)
    left, over = (picture.pixelColor(countdown.width() - px(at), row).name() for at in (80, 20))
    theme().apply("light")
    assert contrast(left, over) >= 3


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_a_sign_of_what_cannot_be_pressed_is_dimmer(choice: str) -> None:
    """Also in dark, where Qt's own is nearly as bright."""
    theme().apply(choice)

    def stands_off(mode: QIcon.Mode) -> float:
        picture = icon("stop", colour("text"), 16).pixmap(64, 64, mode).toImage()
        across, down = range(picture.width()), range(picture.height())
        ink = max((picture.pixelColor(x, y) for x in across for y in down), key=QColor.alpha)
        return contrast(ink.name(), colour("surface").name())

    assert 2.5 <= stands_off(QIcon.Mode.Disabled) <= 0.6 * stands_off(QIcon.Mode.Normal)


@pytest.mark.parametrize("made", [
    lambda: RailStep(1), lambda: Segment("LiveKit", first=True, last=False),
    lambda: ChoiceRow("Retelling", "says exactly what it is sent", first=False, last=True),
])  # fmt: skip
def test_what_the_pointer_is_on_looks_so(qtbot: QtBot, made: Callable[[], QAbstractButton]) -> None:
    theme().apply("light")
    button = made()
    qtbot.addWidget(button)
    before = button.grab().toImage()
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert button.grab().toImage() != before


def test_a_list_that_drops_down_is_tinted_as_menus_are(qtbot: QtBot) -> None:
    """Qt paints its entries with the colours that the closed list has for what is selected in it."""
    theme().apply("light")
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems(["not sent", "OpenAI"])
    box.show()
    box.showPopup()
    picture = box.view().viewport().grab().toImage()
    middle = box.view().visualRect(box.model().index(0, 0)).center().y()
    assert picture.pixelColor(picture.width() - px(8), middle) == colour("accent_tint")
    box.hidePopup()

"""Contrast, computed from the tokens (WCAG 2.2, relative luminance)."""

from itertools import product

import pytest

from akool_desktop.ui.theme import ACCOUNT_COLOURS, DARK, LIGHT, Tokens

WORDS = ("text", "muted", "accent", "danger", "warning", "good", "live")
GROUNDS = ("surface", "raised", "sunken", "accent_tint", "danger_tint", "warning_tint", "good_tint", "live_tint")


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("word", "ground"), list(product(WORDS, GROUNDS)))
def test_words_can_be_read_on_every_ground(tokens: Tokens, word: str, ground: str) -> None:
    assert contrast(getattr(tokens, word), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_words_on_accent_and_on_the_toast(tokens: Tokens) -> None:
    assert contrast(tokens.on_accent, tokens.accent) >= 6.5
    assert contrast(tokens.raised, tokens.text) >= 13


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["surface", "raised", "sunken"])
def test_outlines_of_inputs(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.control, getattr(tokens, ground)) >= 3.2


@pytest.mark.parametrize("colour", ACCOUNT_COLOURS.values(), ids=ACCOUNT_COLOURS.keys())
def test_account_colours(colour: str) -> None:
    assert contrast("#FFFFFF", colour) >= 4.5
    assert contrast(colour, DARK.surface) >= 3


def test_the_formula() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)

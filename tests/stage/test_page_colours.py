"""The page wears the window's colours."""

import re

import pytest

from akool_desktop.paths import resource
from akool_desktop.ui.theme import DARK, LIGHT, Tokens

CSS = resource("stage/tokens.css").read_text(encoding="utf-8")
LIGHT_CSS, DARK_CSS = CSS.split("@media (prefers-color-scheme: dark)")


@pytest.mark.parametrize(("css", "tokens"), [(LIGHT_CSS, LIGHT), (DARK_CSS, DARK)], ids=["light", "dark"])
def test_the_colours_are_the_windows(css: str, tokens: Tokens) -> None:
    named = {name.replace("-", "_"): value for name, value in re.findall(r"--([\w-]+): (#\w{6});", css)}
    assert named == tokens._asdict()


@pytest.mark.parametrize("name", ["stage.css", "stage.html"])
def test_no_colour_of_its_own(name: str) -> None:
    assert re.findall(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b(?!-)", resource(f"stage/{name}").read_text("utf-8")) == []

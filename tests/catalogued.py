"""The templates that have a place in the Linguist files, and what was said that has none."""

import sys
from collections.abc import Iterator
from pathlib import Path

from akool_desktop.ui.language import language, told
from akool_desktop.words import Words

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "packaging"))

from languages import has_words, templates  # a script's, which is no package

TEMPLATES = templates()


def strangers() -> set[str]:
    """Templates that were said since the last look and are in no file."""
    said = list(language.said.values())
    language.said.clear()
    found = {text for how, source in said if how is not told for text in _templates(source)}
    return {text for text in found if has_words(text) and text not in TEMPLATES}


def _templates(source: str | Words) -> Iterator[str]:
    if isinstance(source, str):
        yield source
        return
    yield source.template
    for value in source.values.values():
        if isinstance(value, Words):
            yield from _templates(value)

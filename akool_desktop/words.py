"""Sentences for the operator, not yet in any language.

Rooms that know what happened do not know which language the operator reads. They hand on a marked English
template and its values; whoever shows the sentence renders it (the window through Qt's translator, the command
line in English).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

_Change = Callable[[str], str]
# Patterns, compiled by re when they are first needed: no first paint in English needs any.
_TURNS = "[\u202a-\u202e\u2066-\u2069]"
_HAN = "[\u4e00-\u9fff]"
_GAP_BEFORE = rf"(?<={_HAN}) \{{\w+\}}"
_GAP_AFTER = rf"\{{\w+\}} (?={_HAN})"
_TAG = "<[^>]*>"


@dataclass(frozen=True, init=False)
class Words:
    """An English template with ``{named}`` values. A value may itself be Words."""

    template: str
    values: Mapping[str, object]

    def __init__(self, template: str, /, **values: object) -> None:
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "values", values)

    def render(self, translate: _Change = str, escape: _Change = str, strong: _Change = str) -> str:
        """The finished sentence.

        ``translate`` turns a template into the operator's language, ``escape`` makes words and values safe for
        where they go (HTML), and ``strong`` dresses the Strong parts.
        """
        values = {
            name: found.render(translate, escape, strong) if isinstance(found, Words) else escape(str(found))
            for name, found in self.values.items()
        }
        template = translate(self.template)
        return escape(template if template is self.template else _closed(template, values)).format(**values)

    def __str__(self) -> str:
        return self.render()


def _closed(template: str, values: Mapping[str, str]) -> str:
    """Chinese has a space where it meets Latin letters and numbers, and none within: a value may be either."""

    def close(gap: re.Match[str]) -> str:
        field = gap[0].strip()
        value = re.sub(_TAG, "", values[field[1:-1]])
        edge = value[:1] if gap[0].startswith(" ") else value[-1:]
        return field if re.match(_HAN, edge) else gap[0]

    return re.sub(_GAP_AFTER, close, re.sub(_GAP_BEFORE, close, template))


def listed(parts: Sequence[Words]) -> Words | None:
    """Facts beside each other; None if there is none."""
    return reduce(lambda some, one: Words("{some}, {one}", some=some, one=one), parts) if parts else None


def undirected(text: str) -> str:
    """A name that anybody may have written, without the signs that turn the direction of all that stands behind it."""
    return re.sub(_TURNS, "", text)


def marked(text: str) -> str:
    """The text as it is: an English template that stands in a table and is rendered elsewhere."""
    return text


class Strong(Words):
    """The part of a sentence that a hurried reader looks for."""

    def render(self, translate: _Change = str, escape: _Change = str, strong: _Change = str) -> str:
        return strong(super().render(translate, escape, strong))


@dataclass(frozen=True)
class Card:
    """What a failure tells the operator: what happened, did it cost anything, what to do.

    ``go_to`` names where the one suggested action leads: a field's key, ``"account"`` (the chosen one; or that of an id
    behind it), or nothing.
    """

    title: Words
    happened: Words
    cost: Words
    advice: Words
    go_to: str = ""

    def __str__(self) -> str:
        return "\n".join(str(part) for part in (self.title, self.happened, self.cost, self.advice))

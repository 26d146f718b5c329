"""Sentences for the operator, not yet in any language.

Rooms that know what happened do not know which language the operator reads. They hand on a marked English
template and its values; whoever shows the sentence renders it (the window through Qt's translator, the command
line in English).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, init=False)
class Words:
    """An English template with ``{named}`` values. A value may itself be Words."""

    template: str
    values: Mapping[str, object]

    def __init__(self, template: str, /, **values: object) -> None:
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "values", values)

    def render(
        self, translate: Callable[[str], str] = str, show: Callable[[str], str] = str, plain: Callable[[str], str] = str
    ) -> str:
        """The finished sentence.

        ``translate`` turns a template into the operator's language; ``show`` dresses each value (the summary
        sets them in bold) and ``plain`` the words around them (HTML needs both escaped).
        """
        values = {
            name: value.render(translate, show, plain) if isinstance(value, Words) else show(str(value))
            for name, value in self.values.items()
        }
        return plain(translate(self.template)).format(**values)

    def __str__(self) -> str:
        return self.render()


@dataclass(frozen=True)
class Card:
    """What a failure tells the operator: what happened, did it cost anything, what to do.

    ``go_to`` names where the one suggested action leads: a field's key, ``"account"``, or nothing.
    """

    title: Words
    happened: Words
    cost: Words
    advice: Words
    go_to: str = ""

    def __str__(self) -> str:
        return "\n".join(str(part) for part in (self.title, self.happened, self.cost, self.advice))

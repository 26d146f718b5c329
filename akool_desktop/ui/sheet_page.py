"""The hand-off sheet as a page: HTML that opens in any browser and prints on one sheet of paper."""

from collections.abc import Iterable
from datetime import datetime
from html import escape

from akool_desktop.paths import resource
from akool_desktop.session.sheet import Facts, Sheet
from akool_desktop.ui.language import say, tr
from akool_desktop.words import Words

_NO_SECRET = "There is no key, no token and no password on this sheet."


def page(sheet: Sheet, made_at: datetime) -> str:
    style = resource("handoff/sheet.css").read_text("utf-8")
    made = say(Words("Made by Akool Desktop on {time}.", time=f"{made_at:%Y-%m-%d %H:%M}"))
    parts = (
        f"<h1>{_said(sheet.title)}</h1>",
        f'<p class="aside">{escape(tr(_NO_SECRET))}</p>',
        f"<h2>{escape(tr('What it is'))}</h2>",
        _pairs(sheet.facts, "facts"),
        f"<h2>{escape(tr('How to join'))}</h2>",
        f"<ul>{_items(sheet.joining)}</ul>",
        f"<h2>{escape(tr('When something fails'))}</h2>",
        _pairs(sheet.trouble, "trouble"),
        f"<footer>{escape(made)}</footer>",
    )
    head = (
        '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_said(sheet.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
    )
    return head + "\n".join(parts) + "\n</body>\n</html>\n"


def _pairs(facts: Facts, kind: str) -> str:
    lines = (f"<dt>{_said(name)}</dt><dd>{_said(found)}</dd>" for name, found in facts)
    return f'<dl class="{kind}">\n' + "\n".join(lines) + "\n</dl>"


def _items(sentences: Iterable[Words]) -> str:
    return "\n".join(f"<li>{_said(sentence)}</li>" for sentence in sentences)


def _said(words: Words) -> str:
    return escape(say(words))

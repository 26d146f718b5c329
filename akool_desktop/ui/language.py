"""Words in the operator's language."""

from html import escape

from PySide6.QtCore import QCoreApplication

from akool_desktop.words import Words

_SEMI_BOLD = "<span style='font-weight:600'>{}</span>"


def tr(text: str) -> str:
    """A template or label in the operator's language."""
    return QCoreApplication.translate("", text) if text else ""


def say(words: Words) -> str:
    return words.render(tr)


def say_rich(words: Words) -> str:
    """The sentence as HTML, its Strong parts in semi-bold; everything in it is escaped."""
    return words.render(tr, lambda text: escape(text, quote=False), _SEMI_BOLD.format)


def amount(credits: float) -> str:
    """Exact to the hundredth however many there are: 1,234,567.5, 940, 0.3."""
    whole, _, parts = f"{round(credits, 2) + 0:,.2f}".partition(".")
    parts = parts.rstrip("0")
    return f"{whole}.{parts}" if parts else whole

"""Words and numbers in the operator's language.

How a string is marked, so that it has a translation: where it is rendered, as ``tr("English")``; where it is a
sentence for others to render, as ``Words("English {value}", value=…)``; where it stands in a table, as
``marked("English")``; labels, hints and choices of fields are found by themselves. ``packaging/languages.py`` gathers
them all into ``resources/languages``. Parts are joined by Words with a value for each, never by an f-string: what
was put together by hand cannot be said anew.

What is said is remembered with what it was said of, so that a change of language says anew whatever stands on the
screen (``ui/said_anew.py``), and no panel has to think of it.
"""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt

from akool_desktop.words import Words, undirected

if TYPE_CHECKING:
    from PySide6.QtCore import QDateTime

_SEMI_BOLD = "<span style='font-weight:600'>{}</span>"
_VALUE = re.compile(r"\{(\w+)\}")
_REMEMBERED = 8192  # texts
_ORDERS = {QLocale.Language.Chinese: "yyyy/MM/dd"}  # of a date; elsewhere as ISO 8601 has it

Source = tuple[Callable[[Any], str], Any]  # how it is said, and what


class _Language:
    """``texts``: translations by English template. ``said``: by how they read, the sources of what was said."""

    def __init__(self) -> None:
        self.texts: Mapping[str, str] = {}
        self.locale = QLocale(QLocale.Language.English)
        self.said: dict[str, Source] = {}
        self._patterns: tuple[Mapping[str, str], dict[re.Pattern[str], str]] = ({}, {})

    @property
    def patterns(self) -> Mapping[re.Pattern[str], str]:
        """The templates that have values and words, by how their sentences read; those that say most come first."""
        if self._patterns[0] is not self.texts:
            with_values = sorted((text for text in self.texts if _VALUE.search(text)), key=len, reverse=True)
            say_something = (text for text in with_values if any(map(str.isalpha, _VALUE.sub("", text))))
            self._patterns = self.texts, {_pattern(text): text for text in say_something}
        return self._patterns[1]

    def remember(self, text: str, source: Source) -> str:
        """Where a label and a sentence read alike, the label is kept: the sentence may be a name and nothing else."""
        if len(self.said) >= _REMEMBERED and text not in self.said:
            self._forget()
        if source[0] is tr or self.said.get(text, source)[0] is not tr:
            self.said[text] = source
        return text

    def _forget(self) -> None:
        """The older half of what has values; the labels are no more than there are templates."""
        labels = {text: source for text, source in self.said.items() if source[0] is tr}
        self.said = labels | dict(list(self.said.items())[len(self.said) // 2 :])


def _pattern(template: str) -> re.Pattern[str]:
    """A value that a template names twice is one value."""
    parts, seen = _VALUE.split(template), set[str]()
    for place in range(1, len(parts), 2):
        name = parts[place]
        parts[place] = f"(?P={name})" if name in seen else f"(?P<{name}>.+)"
        seen.add(name)
    return re.compile("".join(part if place % 2 else re.escape(part) for place, part in enumerate(parts)), re.DOTALL)


language = _Language()


def tr(text: str) -> str:
    """A template or label in the operator's language."""
    return language.remember(_translate(text), (tr, text)) if text else ""


def _translate(text: str) -> str:
    return language.texts.get(text, text)


def say(words: Words) -> str:
    return language.remember(words.render(_translate, undirected), (say, words))


def say_on_button(words: Words) -> str:
    """For buttons and menus, where Qt takes an ampersand for the mark of a letter that presses them: a name may hold
    one."""
    return language.remember(words.render(_translate, _kept_ampersands), (say_on_button, words))


def _kept_ampersands(text: str) -> str:
    return undirected(text).replace("&", "&&")


def say_rich(words: Words) -> str:
    """The sentence as HTML, its Strong parts in semi-bold; everything in it is escaped."""
    from xml.sax.saxutils import escape

    rich = words.render(_translate, lambda text: escape(undirected(text)), _SEMI_BOLD.format)
    return language.remember(rich, (say_rich, words))


def words_of(text: str) -> Words:
    """What a text was said of that Qt hands back, so that it can be part of a sentence in any language."""
    _how, source = language.said.get(text, (say, Words("{text}", text=text)))
    return source if isinstance(source, Words) else Words(source)


def told(text: str) -> str:
    """What was kept in English, or came from a page, in the operator's language: its template is found anew."""
    return language.remember(_words_in(text).render(_translate, undirected), (told, text)) if text else ""


def _words_in(text: str) -> Words:
    if text in language.texts:
        return Words(text)
    found = next(filter(None, (pattern.fullmatch(text) for pattern in language.patterns)), None)
    if found is None:
        return Words("{text}", text=text)
    return Words(language.patterns[found.re], **{name: _words_in(said) for name, said in found.groupdict().items()})


def spoken() -> Mapping[str, object]:
    """What a page in the browser needs to speak the same language."""
    right = language.locale.textDirection() is Qt.LayoutDirection.RightToLeft
    return {"name": language.locale.bcp47Name(), "direction": "rtl" if right else "ltr", "texts": dict(language.texts)}


def amount(credits: float) -> str:
    """Exact to the hundredth however many there are: 1,234,567.5, 940, 0.3."""
    exact = round(float(credits), 2) + 0
    places = 0 if exact == int(exact) else 1 if exact * 10 == int(exact * 10) else 2
    return language.locale.toString(exact, "f", places)


def number(count: int) -> str:
    return language.locale.toString(count)


def day_and_time(moment: float, *, seconds: bool = False) -> str:
    """Of a moment in seconds since 1970, in digits alone, so that columns of them stand in line."""
    order = _ORDERS.get(language.locale.language(), "yyyy-MM-dd")
    return language.locale.toString(_local(moment), f"{order} HH:mm:ss" if seconds else f"{order} HH:mm")


def time_of_day(moment: float, *, seconds: bool = False) -> str:
    return language.locale.toString(_local(moment), "HH:mm:ss" if seconds else "HH:mm")


def _local(moment: float) -> "QDateTime":
    from PySide6.QtCore import QDateTime  # no first paint tells the time

    return QDateTime.fromSecsSinceEpoch(int(moment))

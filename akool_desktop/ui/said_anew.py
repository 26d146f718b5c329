"""What is on the screen, said anew after a change of language.

Every text that was said by ``ui/language.py`` is found and said again; then Qt's LanguageChange tells those who paint
their words themselves, or put together what only they know, to do so too.
"""

from collections.abc import Sequence
from functools import partial
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from akool_desktop.ui.language import Source, language
from akool_desktop.ui.words_shown import words_on

_BETWEEN = ("\n", " · ")  # what stands between sentences or facts that were joined by hand
_shown: WeakKeyDictionary[QObject, dict[str, tuple[str, Source]]] = WeakKeyDictionary()


def say_anew() -> None:
    """Of every widget there is, then of those that paint their words themselves."""
    for widget in QApplication.allWidgets():
        for thing, name, text, put in words_on(widget):
            if said := _anew(thing, name, text):
                put(said)
    for window in QApplication.topLevelWidgets():
        QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))


def _anew(thing: QObject, name: str, text: str) -> str:
    """The text in the language of now, or nothing if it was not said here, or reads the same.

    What was said of one place is kept with the place: another template may read alike in one language.
    """
    places = _shown.setdefault(thing, {})
    before, source = places.get(name, ("", None))
    if before != text:
        source = _source_of(text)
    if source is None:
        return ""
    how, what = source
    said = how(what)
    places[name] = (said, source)
    return said if said != text else ""


def _source_of(text: str) -> Source | None:
    """What the text was said of; of several sentences or facts side by side, what each of them was."""
    if found := language.said.get(text):
        return found
    for between in _BETWEEN:
        parts = text.split(between)
        sources = [_source_of(part) for part in parts] if len(parts) > 1 else []
        if any(sources):
            known = [source or (str, part) for source, part in zip(sources, parts, strict=True)]
            return partial(_joined, between), known
    return None


def _joined(between: str, sources: Sequence[Source]) -> str:
    return between.join(how(what) for how, what in sources)

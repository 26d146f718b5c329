"""Which language the window speaks, and the change to another while it runs.

English is in the code, so that it costs nothing; another language is a Qt Linguist file, read as it is. On a change
every text on the screen that was said by ``ui/language.py`` is said anew; then Qt's LanguageChange tells those who
paint their words themselves, or put together what only they know, to do so again.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from akool_desktop.paths import resource
from akool_desktop.ui.language import Source, language
from akool_desktop.words import marked

SYSTEM = "system"
# By what a person may choose. Each language is named in itself: who cannot read the others has to find it.
CHOICES = {SYSTEM: marked("As the system"), "en": marked("English"), "zh_CN": marked("简体中文")}

_PROPERTIES: dict[type[QObject], tuple[str, ...]] = {
    QWidget: ("windowTitle", "toolTip", "accessibleName", "accessibleDescription", "whatsThis"),
    QLabel: ("text",),
    QAbstractButton: ("text",),
    QLineEdit: ("placeholderText",),
    QPlainTextEdit: ("placeholderText",),
    QGroupBox: ("title",),
    QAction: ("text", "toolTip"),
}
_BETWEEN = ("\n", " · ")  # what stands between sentences or facts that were joined by hand
_shown: WeakKeyDictionary[QObject, dict[object, tuple[str, Source]]] = WeakKeyDictionary()
_of_qt: list[QTranslator] = []


def speak(choice: str) -> None:
    """Speak the language of the choice; what is on the screen changes with it."""
    name = language_of_system() if choice == SYSTEM else choice
    speak_by(texts_of(name), _locale(name, by_system=choice == SYSTEM))


def speak_by(texts: Mapping[str, str], locale: QLocale) -> None:
    """The same by translations and a locale, whose direction of writing becomes the window's."""
    if texts == language.texts and locale == language.locale:
        return
    language.texts, language.locale = texts, locale
    QLocale.setDefault(locale)
    _speak_for_qt(locale)
    QGuiApplication.setLayoutDirection(locale.textDirection())
    _say_anew()


def language_of_system() -> str:
    """The first of the system's languages that there is; English where there is none."""
    for wanted in QLocale.system().uiLanguages():
        found = [name for name in CHOICES if name[:2] == wanted[:2]]
        if found:
            return found[0]
    return "en"


def _locale(name: str, *, by_system: bool) -> QLocale:
    """The system's own, territory and digits and all, where it speaks the same language."""
    system, own = QLocale.system(), QLocale(name)
    return system if by_system and system.language() == own.language() else own


def texts_of(name: str) -> dict[str, str]:
    """The finished translations of a language, by English template. English itself needs none."""
    path = resource(f"languages/{name}.ts")
    if not path.exists():
        return {}
    from xml.etree import ElementTree  # nobody who reads English waits for it

    texts = {}
    for message in ElementTree.parse(path).iter("message"):
        source, translation = message.findtext("source"), message.findtext("translation")
        if source and translation:
            texts[source] = translation
    return texts


def _speak_for_qt(locale: QLocale) -> None:
    """The few words that are Qt's own: the menu of a text field, the buttons of a file dialog."""
    for old in _of_qt:
        QCoreApplication.removeTranslator(old)
    _of_qt.clear()
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if locale.language() != QLocale.Language.English and translator.load(locale, "qtbase", "_", folder):
        QCoreApplication.installTranslator(translator)
        _of_qt.append(translator)


def _say_anew() -> None:
    for widget in QApplication.allWidgets():
        for thing in (widget, *widget.actions()):
            for name in _properties(thing):
                text = thing.property(name)
                if said := _anew(thing, name, text):
                    thing.setProperty(name, said)
        if isinstance(widget, QComboBox):
            _say_items_anew(widget)
    for window in QApplication.topLevelWidgets():
        QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))


def _properties(thing: QObject) -> Iterator[str]:
    return (name for kind, names in _PROPERTIES.items() if isinstance(thing, kind) for name in names)


def _say_items_anew(box: QComboBox) -> None:
    for place in range(box.count()):
        if said := _anew(box, place, box.itemText(place)):
            box.setItemText(place, said)


def _anew(thing: QObject, name: object, text: str) -> str:
    """The text in the language of now, or nothing if it was not said here, or reads the same.

    What was said of one place is kept with the place: another template may read alike in one language.
    """
    if not text:
        return ""
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

"""Which language the window speaks, and the change to another while it runs.

English is in the code, so that it costs nothing; another language is a Qt Linguist file, read as it is.
"""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from akool_desktop.paths import resource
from akool_desktop.ui.language import language
from akool_desktop.words import marked

SYSTEM = "system"
# By what a person may choose. Each language is named in itself: who cannot read the others has to find it.
CHOICES = {SYSTEM: marked("As the system"), "en": marked("English"), "zh_CN": marked("简体中文")}

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
    if QApplication.topLevelWidgets():
        from akool_desktop.ui.said_anew import say_anew

        say_anew()


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

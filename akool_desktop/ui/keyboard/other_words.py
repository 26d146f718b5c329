"""What else a person may call what the palette does: it is found by that too, and in English in every language."""

from collections.abc import Iterator, Mapping

from akool_desktop.ui.language import tr
from akool_desktop.words import Words, marked

# By a command's name, or by what its name is put together from.
OTHER_WORDS: Mapping[str, str] = {
    "Appearance": marked("theme, mode, colours, settings, preferences"),
    "Light": marked("day, white, bright"),
    "Dark": marked("night, black"),
    "Text size": marked("font, zoom, scale, larger, smaller, settings, preferences"),
    "Motion": marked("animation, still, settings, preferences"),
    "Language": marked("语言, translation, settings, preferences"),
    "English": marked("英语, 英文"),
    "简体中文": marked("Chinese, Mandarin"),
    "Create session": marked("start, begin, go live"),
    "Check": marked("test, try, validate"),
    "Request preview": marked("body, JSON, curl, code"),
    "End all sessions…": marked("stop, close, terminate"),
    "End session": marked("stop, close, terminate"),
    "Open Stage": marked("see, watch, talk, browser"),
    "Details": marked("hand over, link, credentials, session ID"),
    "Make it fail…": marked("error, refuse, rehearse"),
    "Compact strip": marked("mini, small window, always on top"),
    "Paste or import…": marked("curl, load, files"),
    "History": marked("past, export, CSV, spent"),
    "Account…": marked("API key, token, login, credits, settings, preferences"),
    "Add an account…": marked("API key, token, login"),
    "Network…": marked("proxy, certificate, internet, settings, preferences"),
    "Screen sharing: hide secrets, links, names": marked("privacy, mask, stream"),
    "Support bundle…": marked("log, crash, report, bug"),
    "Keys": marked("shortcuts, keyboard, help"),
    "What is this?": marked("help, explain"),
}


def other_words(name: Words) -> str:
    found = [OTHER_WORDS[part] for part in _parts(name) if part in OTHER_WORDS]
    return ", ".join((str(name), *found, *map(tr, found)))


def _parts(words: Words) -> Iterator[str]:
    yield words.template
    for value in words.values.values():
        if isinstance(value, Words):
            yield from _parts(value)

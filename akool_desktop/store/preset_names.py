"""File names that say what a preset is called, on any computer that the folder may be copied to."""

import unicodedata
from collections.abc import Collection

SUFFIX = ".json"
_MOST_CHARACTERS, _MOST_BYTES = 60, 120  # room for the suffix and a number wherever names end at 143 bytes or later
_FORBIDDEN = '<>:"/\\|?*'  # learn.microsoft.com, Naming Files
_DEVICES = {
    "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
    *(f"{device}{number}" for device in ("COM", "LPT") for number in "0123456789¹²³"),
}  # fmt: skip
_JOINS_EMOJI = "\u200d"


def is_preset(file: str) -> bool:
    """Hidden files are none: among them are what macOS leaves beside each file, and what is still being written."""
    return file.casefold().endswith(SUFFIX) and not file.startswith(".")


def same(file: str) -> str:
    """Equal for two names that some system takes for one: letter case, and how an accent is put together."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", file).casefold())


def file_name(name: str, taken: Collection[str]) -> str:
    """A name for the file of a preset; ``taken`` holds, as same() gives them, those that are in the folder."""
    stem = _stem(name)
    file, number = stem + SUFFIX, 1
    while same(file) in taken:
        number += 1
        file = f"{stem} {number}{SUFFIX}"
    return file


def _stem(name: str) -> str:
    plain = "".join("-" if letter in _FORBIDDEN else letter for letter in unicodedata.normalize("NFC", name))
    shown = "".join(" " if letter.isspace() else letter for letter in plain if _is_shown(letter))
    stem = _cut(" ".join(shown.split())).strip(f" .{_JOINS_EMOJI}")
    if stem.split(".")[0].rstrip().upper() in _DEVICES:
        return f"_{stem}"
    return stem or "preset"


def _is_shown(letter: str) -> bool:
    """Nothing that is invisible, turns the writing direction, or is half a character."""
    return letter.isspace() or letter == _JOINS_EMOJI or unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Cn")


def _cut(text: str) -> str:
    return text[:_MOST_CHARACTERS].encode()[:_MOST_BYTES].decode(errors="ignore")

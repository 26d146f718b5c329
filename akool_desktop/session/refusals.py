"""What is wrong with the value of one field, whatever the others hold."""

import unicodedata
from collections.abc import Mapping
from functools import reduce
from urllib.parse import urlsplit

from akool_desktop.session.fields import Field, Value
from akool_desktop.words import Words

# Zero-width characters and direction marks, which come along when text is copied from a page or a dialog.
_INVISIBLE = dict.fromkeys(
    [0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF]
)

_AROUND = "\"'`´“”„‘’‚«»,;"  # a token in an e-mail, or in a line of JSON

# What a field may hold while it is being filled in; a number that does not parse yet is text.
_TYPES: Mapping[str, tuple[type, ...]] = {
    "text": (str,),
    "url": (str,),
    "secret": (str,),
    "number": (int, float, str),
    "whole": (int, float, str),
    "length": (int, float, str),
    "switch": (bool,),
    "pairs": (tuple,),
}


def cleaned(text: str) -> str:
    """Without what nobody meant to type."""
    return text.translate(_INVISIBLE).strip()


def cleaned_secret(text: str) -> str:
    """Without what came along when it was copied: blanks and line ends anywhere, quotes and commas around it."""
    return "".join(text.translate(_INVISIBLE).split()).strip(_AROUND)


def refusal(field: Field, found: Value) -> Words | None:
    """What Akool would refuse of the value, which is cleaned; None where nothing is wrong with it."""
    if field.kind == "choice":
        listed = any(type(choice.value) is type(found) and choice.value == found for choice in field.choices)
        return None if listed else Words("Choose one of the list.")
    if found is None:
        return Words("{field} is needed.", field=Words(field.label)) if field.required else None
    if not isinstance(found, _TYPES[field.kind]):
        return Words("This cannot be used here. Enter it anew.")
    match field.kind:
        case "number" | "whole" | "length":
            return _number_problem(field, found)
        case "url":
            return _url_problem(field, str(found))
        case "pairs":
            return _pairs_problem(found)
        case "secret":
            return None if str(found).isprintable() else Words("This holds characters that no key has. Paste it again.")
        case "text" if any(unicodedata.category(letter) == "Cc" for letter in str(found)):
            return Words("This holds a line break or a tab. Paste it again without.")
    return None


def _number_problem(field: Field, found: Value) -> Words | None:
    whole = field.kind != "number"
    if isinstance(found, bool) or not isinstance(found, int if whole else (int, float)):
        if field.kind == "length":
            return Words("Enter minutes and seconds, such as 10:00.")
        return Words("Enter a whole number.") if whole else Words("Enter a number.")
    low, high = field.low, field.high
    if (low is not None and found < low) or (high is not None and found > high) or found != found:
        if field.kind == "length":
            return Words("Enter a length from 0:01 to 60:00.")
        if high is None:
            return Words("Enter a whole number from {low} up.", low=f"{low:g}")
        return Words("Enter a number from {low} to {high}.", low=f"{low:g}", high=f"{high:g}")
    return None


def _url_problem(field: Field, found: str) -> Words | None:
    first, *more = (Words("{scheme}://", scheme=scheme) for scheme in field.schemes)
    wanted = reduce(lambda one, other: Words("{one} or {other}", one=one, other=other), more, first)
    try:
        parts = urlsplit(found)
        host = parts.hostname
    except ValueError:
        return Words("This is not a link. It starts with {wanted}.", wanted=wanted)
    if parts.scheme not in field.schemes:
        if not parts.scheme or "://" not in found:
            return Words("This is not a whole link. It starts with {wanted}.", wanted=wanted)
        return Words(
            "Starts with {scheme}://. {field} starts with {wanted}.",
            scheme=parts.scheme,
            field=Words(field.label),
            wanted=wanted,
        )
    if not host or any(letter.isspace() or not letter.isprintable() for letter in found):
        return Words("This link has no server name, or a space in it. Copy it again.")
    if gives_access(field, found):
        return Words("This link holds a login or a token, which would be written down with it. Leave that part out.")
    try:
        _ = parts.port
    except ValueError:
        return Words("What follows the colon after the server name is not a port, which is a number up to 65535.")
    return None


def gives_access(field: Field, found: str) -> bool:
    """Whether a link holds a login, or where only servers are named, something like a token."""
    try:
        parts = urlsplit(found)
    except ValueError:
        return False
    return parts.username is not None or bool(parts.query and "wss" in field.schemes)


def _pairs_problem(found: Value) -> Words | None:
    assert isinstance(found, tuple)
    words = [cleaned(word) for word, _ in found]
    if not all(cleaned(word) and cleaned(said) for word, said in found):
        return Words("Every row needs both the word and how to say it.")
    if len(set(words)) < len(words):
        twice = next(word for word in words if words.count(word) > 1)
        return Words("{word} stands here twice. Keep one.", word=twice)
    return None

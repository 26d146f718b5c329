"""A preset and its file: readable JSON, flat, with only what is set, and never a secret.

A file written by hand or by a newer version is read as far as it can be; what was left out is said. What a newer
version wrote at the top level is kept.
"""

import hashlib
import json
import math
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from akool_desktop.store.files import NOT_READ, StoreError, about, open_at_once, shown
from akool_desktop.words import Words

VERSION = 1
BIGGEST = 1_000_000  # bytes; the longest form is a thousandth of that
_DEEPEST = 50
_LONGEST_ID = 64
SLOTS = ("keyring", "ask")


@dataclass(frozen=True)
class Preset:
    """``values`` by field key; ``secrets`` by field key too, but only where to look: "keyring" or "ask".

    ``other`` is what stands at the top level of the file and only a newer version understands.
    """

    id: str
    name: str
    values: Mapping[str, object] = field(repr=False)  # somebody may have written a secret among them
    secrets: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    tags: tuple[str, ...] = ()
    colour: str = ""
    version: int = VERSION
    other: Mapping[str, object] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Stored:
    """``stamp`` identifies the content that was read; ``left_out`` says what of it could not be understood.

    ``misplaced`` holds, by field key, the secrets themselves that somebody wrote where only their slot belongs.
    """

    preset: Preset
    path: Path
    stamp: str
    left_out: tuple[Words, ...] = ()
    misplaced: Mapping[str, str] = field(default_factory=dict, repr=False)


class PresetError(StoreError):
    """The preset cannot be had, or not be saved; ``words`` say why and what to do."""


def stamp_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def read_content(path: Path, most: int = BIGGEST) -> bytes:
    """Raises PresetError; also for what is no file at all, such as a pipe, which would be waited for."""
    try:
        with open(path, "rb", opener=open_at_once) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise PresetError(Words("{file} is not a file.", file=shown(path)))
            content = file.read(most + 1)
    except FileNotFoundError:
        raise PresetError(Words("{file} is not there any more.", file=shown(path))) from None
    except OSError as error:
        raise PresetError(about(NOT_READ, path, error)) from error
    if len(content) > most:
        raise _broken(path, Words("it is larger than {megabytes} MB", megabytes=most // 10**6))
    return content


def parse(content: bytes, path: Path) -> Stored:
    """What the file says. Its id is empty if it has none. Raises PresetError if it is no preset."""
    document = _document(content, path)
    said: list[Words] = []
    misplaced: dict[str, str] = {}
    preset = Preset(
        id=_id(document, said),
        name=_text(document, "name", said) or path.stem,
        values=_object(document, "values", said),
        secrets=_slots(_object(document, "secrets", said), said, misplaced),
        note=_text(document, "note", said),
        tags=_tags(document, said),
        colour=_text(document, "colour", said),
        version=_version(document, said),
        other={key: found for key, found in document.items() if key not in _OURS},
    )
    return Stored(preset, path, stamp_of(content), tuple(said), misplaced)


def compose(preset: Preset) -> bytes:
    """The file's content; half a surrogate pair becomes the escape that JSON has for it."""
    document: dict[str, object] = {"version": preset.version, "id": preset.id, "name": preset.name}
    optional = {"note": preset.note, "tags": list(preset.tags), "colour": preset.colour}
    document |= {key: found for key, found in optional.items() if found}
    document["values"] = dict(preset.values)
    if preset.secrets:
        document["secrets"] = dict(preset.secrets)
    document |= {key: found for key, found in preset.other.items() if key not in _OURS}
    text = json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    return text.encode(errors="backslashreplace")


_OURS = ("version", "id", "name", "note", "tags", "colour", "values", "secrets")


def _document(content: bytes, path: Path) -> dict[str, object]:
    try:
        # by its bytes, so that the mark of Notepad and PowerShell's UTF-16 are understood
        document = json.loads(content, parse_float=_finite, parse_constant=_finite)
    except json.JSONDecodeError as error:
        place = Words("it is not valid JSON, see line {line}, column {column}", line=error.lineno, column=error.colno)
        raise _broken(path, place) from None
    except (ValueError, RecursionError):
        raise _broken(path, Words("it is not valid JSON")) from None
    if not isinstance(document, dict) or not isinstance(document.get("values"), dict):
        raise _broken(path, Words("it has no {key}", key="“values”"))
    if _depth(document) > _DEEPEST:
        raise _broken(path, Words("it is nested too deep"))
    return document


def _broken(path: Path, why: Words) -> PresetError:
    return PresetError(Words("{file} is not a preset: {why}. It was left as it is.", file=shown(path), why=why))


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError
    return number


def _depth(found: object) -> int:
    """Without recursion: what is read may be nested deeper than Python can follow."""
    depth, level = 0, [found]
    while level:
        depth += 1
        inside = [item.values() if isinstance(item, dict) else item for item in level if isinstance(item, dict | list)]
        level = [item for items in inside for item in items]
    return depth


def _left_out(key: str) -> Words:
    return Words("“{key}” was left out: it cannot be understood.", key=key)


def _text(document: Mapping[str, object], key: str, said: list[Words]) -> str:
    found = document.get(key, "")
    if isinstance(found, str):
        return found
    said.append(_left_out(key))
    return ""


def _object(document: Mapping[str, object], key: str, said: list[Words]) -> dict[str, object]:
    found = document.get(key, {})
    if isinstance(found, dict):
        return found
    said.append(_left_out(key))
    return {}


def _id(document: Mapping[str, object], said: list[Words]) -> str:
    found = _text(document, "id", said)
    if len(found) > _LONGEST_ID or not found.isprintable():
        said.append(_left_out("id"))
        return ""
    return found


def _tags(document: Mapping[str, object], said: list[Words]) -> tuple[str, ...]:
    found = document.get("tags", [])
    if isinstance(found, list) and all(isinstance(tag, str) for tag in found):
        return tuple(dict.fromkeys(tag for tag in found if tag))
    said.append(_left_out("tags"))
    return ()


def _version(document: Mapping[str, object], said: list[Words]) -> int:
    found = document.get("version", VERSION)
    if type(found) is not int:
        said.append(_left_out("version"))
        return VERSION
    if found > VERSION:
        said.append(Words("This preset was written by a newer version of the program; what that added is kept."))
    return found


def _slots(found: Mapping[str, object], said: list[Words], misplaced: dict[str, str]) -> dict[str, str]:
    slots: dict[str, str] = {}
    for key, slot in found.items():
        if isinstance(slot, str) and slot in SLOTS:
            slots[key] = slot
            continue
        said.append(
            Words("The secret “{key}” was left out: a preset says only “keyring” or “ask”, never the secret.", key=key)
        )
        if isinstance(slot, str) and slot:
            misplaced[key] = slot
    return slots

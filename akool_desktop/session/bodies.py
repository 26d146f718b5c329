"""Objects in a text that somebody copied: JSON wherever it stands, and the YAML of the vendor's example."""

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

Body = Mapping[str, object]

_MOST_MISSED = 200  # braces with nothing behind them
_START = re.compile(r"[{\[]")
_COMMENT = re.compile(r'("(?:[^"\\\n]|\\.)*"?)|//[^\n]*')  # one that never ends is passed over at once


@dataclass
class Documents:
    """The JSON objects and lists in a text. ``fault``: line and column where one that began well breaks off.

    What follows a fault is not read: it may be a part of what broke.
    """

    found: list[object] = field(default_factory=list, repr=False)
    fault: tuple[int, int] | None = None


def documents(text: str) -> Documents:
    """Whatever stands around them. With // comments, if more can be read without."""
    plain, cleaned = _read(text), _read(_without_comments(text))
    return plain[0] if plain[1] >= cleaned[1] else cleaned[0]


def _without_comments(text: str) -> str:
    return _COMMENT.sub(lambda found: found[1] or " " * len(found[0]), text)


def _read(text: str) -> tuple[Documents, int]:
    """And how many characters of the text they are."""
    read, place, length, missed = Documents(), 0, 0, 0
    while missed < _MOST_MISSED and (start := _START.search(text, place)):
        try:
            found, place = _DECODER.raw_decode(text, start.start())
        except json.JSONDecodeError as error:
            place, missed = start.end(), missed + 1
            if text[place : error.pos].strip():
                read.fault = (error.lineno, error.colno)
                break
        except (ValueError, RecursionError):
            break
        else:
            read.found.append(found)
            length += place - start.start()
    return read, length


def _finite(number: str) -> float:
    if not math.isfinite(found := float(number)):
        raise ValueError
    return found


_DECODER = json.JSONDecoder(parse_float=_finite, parse_constant=_finite, strict=False)

_LINE = re.compile(r"""(?P<indent>[ ]*)(?P<name>[^\s:"'#{}\[\],-][^:"']{0,60}?)[ ]{0,9}:(?:[ ]+(?P<scalar>.*))?""")
_FIRST = re.compile(r"[ ]*avatar_id:[ ]+\S")


def yaml_block(text: str) -> Body | None:
    """The block of an indented example that names an avatar (docs.akool.com, Create Session, example)."""
    lines = [line.expandtabs(4).rstrip() for line in text.splitlines() if line.strip()]
    place = next((place for place, line in enumerate(lines) if _FIRST.match(line)), None)
    if place is None:
        return None
    read = [_LINE.fullmatch(line) for line in lines]
    first = read[place]
    if first is None:
        return None
    margin = len(first["indent"])
    start = end = place
    while start > 0 and _within(read[start - 1], margin):
        start -= 1
    while end < len(read) and _within(read[end], margin):
        end += 1
    block, _ = _nested([found for found in read[start:end] if found], 0, margin)
    return block


def _within(found: re.Match[str] | None, margin: int) -> bool:
    if found is None or len(found["indent"]) < margin or (found["scalar"] or "").endswith((",", "{")):
        return False
    return len(found["indent"]) > margin or re.fullmatch(r"[\w.]+", found["name"]) is not None


def _nested(lines: list[re.Match[str]], place: int, margin: int) -> tuple[dict[str, object], int]:
    found: dict[str, object] = {}
    while place < len(lines) and (indent := len(lines[place]["indent"])) >= margin:
        line = lines[place]
        place += 1
        inside = place < len(lines) and len(lines[place]["indent"]) > indent
        if inside and not line["scalar"]:
            found[line["name"]], place = _nested(lines, place, len(lines[place]["indent"]))
        else:
            found[line["name"]] = _scalar(line["scalar"] or "")
    return found, place


def _scalar(text: str) -> object:
    if quoted := re.fullmatch(r"""(["'])(.*)\1(?:\s+\#.*)?""", text):
        return quoted[2]
    plain = re.sub(r"(?<!\S)#.*", "", text).rstrip()
    if plain.lower() in _CONSTANTS:
        return _CONSTANTS[plain.lower()]
    if re.fullmatch(r"-?\d{1,30}", plain):
        return int(plain)
    return float(plain) if re.fullmatch(r"-?\d{1,30}\.\d{1,30}", plain) else plain


_CONSTANTS: Mapping[str, object] = {"true": True, "false": False, "null": None, "~": None, "": None}

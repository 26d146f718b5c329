"""Records of what Akool replies, made from JSON that may lack keys, hold more, or hold the wrong kinds.

``from_json`` gives None for a row that cannot be used (no id); nothing in here raises.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_OFFICIAL = 2
_OWN = (3, 4)  # the documentation knows 3 alone, Akool's demo treats 4 alike
_STREAMING = 2
_UNSHOWABLE = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]")


@dataclass(frozen=True)
class Session:
    """``status``: 1 queueing, 2 processing, 3 completed, 4 failed, None when not said.

    ``stream_type`` is empty when the reply does not repeat it: the requested one holds. ``credentials``: the room's
    keys and tokens as Create Session names them (``trtc_*`` is read as ``trtc_sdk_*``); lists leave tokens out.
    """

    id: str
    status: int | None = None
    stream_type: str = ""
    credentials: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}), repr=False, hash=False)

    @classmethod
    def from_json(cls, row: object) -> "Session | None":
        found = mapping(row)
        id_ = _first_text(found, "_id", "id", "session_id")
        if not id_:
            return None
        return cls(
            id_,
            whole_number(found.get("status")),
            _text(found.get("stream_type")).strip(),
            _credentials(found.get("credentials")),
        )


@dataclass(frozen=True)
class Avatar:
    """``kind`` is Akool's ``type``; ``voice_id`` may be empty; ``status`` as of a session, seldom said."""

    avatar_id: str
    name: str
    voice_id: str
    official: bool
    own: bool
    gender: str
    thumbnail_url: str
    available: bool
    kind: int | None
    status: int | None

    @property
    def takes_background(self) -> bool:
        """Streaming avatars made from the account's own video bring theirs along (Akool's demo application)."""
        return not (self.own and self.kind == _STREAMING)

    @classmethod
    def from_json(cls, row: object) -> "Avatar | None":
        found = mapping(row)
        avatar_id = _first_text(found, "avatar_id")
        if not avatar_id:
            return None
        return cls(
            avatar_id,
            name=_line(found.get("name")),
            voice_id=_first_text(found, "voice_id"),
            official=whole_number(found.get("from")) == _OFFICIAL,
            own=whole_number(found.get("from")) in _OWN,
            gender=_line(found.get("gender")),
            thumbnail_url=_first_text(found, "thumbnailUrl"),
            available=found.get("available") not in (False, "false"),
            kind=whole_number(found.get("type")),
            status=whole_number(found.get("status")),
        )


@dataclass(frozen=True)
class Voice:
    """``streams``: Akool says that it can be used in a session; ``cloned``: made from the account's own recording."""

    voice_id: str
    name: str
    language: str
    locale: str
    gender: str
    age: tuple[str, ...]
    style: tuple[str, ...]
    preview_url: str
    cloned: bool
    streams: bool
    status: int | None

    @classmethod
    def from_json(cls, row: object, *, cloned: bool) -> "Voice | None":
        found = mapping(row)
        voice_id = _first_text(found, "voice_id")
        if not voice_id:
            return None
        return cls(
            voice_id,
            name=_line(found.get("name")),
            language=_line(found.get("language")),
            locale=_line(found.get("locale")),
            gender=_line(found.get("gender")),
            age=_lines(found.get("age")),
            style=_lines(found.get("style")),
            preview_url=_first_text(found, "preview"),
            cloned=cloned,
            streams=found.get("support_stream") in (True, "true"),
            status=whole_number(found.get("status")),
        )


@dataclass(frozen=True)
class Language:
    code: str
    name: str

    @classmethod
    def from_json(cls, row: object) -> "Language | None":
        found = mapping(row)
        code = _first_text(found, "lang_code")
        return cls(code, _line(found.get("lang_name"))) if code else None


@dataclass(frozen=True)
class KnowledgeBase:
    """``documents``: how many files and links it answers from."""

    id: str
    name: str
    prologue: str
    prompt: str
    documents: int

    @classmethod
    def from_json(cls, row: object) -> "KnowledgeBase | None":
        found = mapping(row)
        id_ = _first_text(found, "_id", "id")
        if not id_:
            return None
        return cls(
            id_,
            name=_line(found.get("name")),
            prologue=_text(found.get("prologue")),
            prompt=_text(found.get("prompt")),
            documents=_count(found.get("docs")) + _count(found.get("urls")),
        )


def _credentials(value: object) -> Mapping[str, str | int]:
    named = {_credential_name(name): found for name, found in mapping(value).items()}
    kept = {
        name: _text(found) if isinstance(found, str) else found
        for name, found in named.items()
        if isinstance(found, str | int) and not isinstance(found, bool)
    }
    return MappingProxyType(kept)


def _credential_name(name: str) -> str:
    """Akool's guide and demo say ``trtc_room_id`` where its schema says ``trtc_sdk_room_id``."""
    rest = name.removeprefix("trtc_sdk_").removeprefix("trtc_")
    return f"trtc_sdk_{rest}" if rest != name else name


def mapping(value: object) -> Mapping[str, object]:
    """A JSON object; of what is none, an empty one."""
    return value if isinstance(value, dict) else {}


def whole_number(value: object) -> int | None:
    """A small whole number, also when it came as text."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63:
        return value
    return None


def _count(value: object) -> int:
    return len(value) if isinstance(value, list) else 0


def _text(value: object) -> str:
    """Text without what no file or screen can take (lone surrogates, control characters, and those that would turn the
    direction of all that stands behind it: "10" would read "01"); line ends stay."""
    if not isinstance(value, str):
        return ""
    return _UNSHOWABLE.sub("", value)


def _line(value: object) -> str:
    return " ".join(_text(value).split())


def _lines(value: object) -> tuple[str, ...]:
    rows = value if isinstance(value, list) else [value]
    return tuple(line for row in rows if (line := _line(row)))


def _first_text(row: Mapping[str, object], *names: str) -> str:
    """The first of these that holds an id; one that came as a number is taken as its digits."""
    for name in names:
        number = whole_number(found) if not isinstance(found := row.get(name), str) else None
        if text := _line(found) or ("" if number is None else str(number)):
            return text
    return ""

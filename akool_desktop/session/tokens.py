"""What a room's token says of itself. Anyone can read that: a secret is needed only to make one, or to prove it.

LiveKit's is a JWT (docs.livekit.io, Authentication). Agora's are AccessToken2, "007…", and the older AccessToken,
"006…" (docs.agora.io, Token authentication, and Agora's own builders). TRTC's is a UserSig (trtc.io, UserSig).
"""

import base64
import json
import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from akool_desktop.words import Words

Kind = Literal["livekit", "agora", "trtc"]
Says = Literal["yes", "no", "depends"]

_LONGEST = 1 << 16  # characters, and bytes once unpacked; real ones have some hundreds
_UNLIKE: Mapping[Kind, Words] = {
    "livekit": Words("This does not look like a LiveKit token."),
    "agora": Words("This does not look like an Agora token."),
    "trtc": Words("This does not look like a TRTC UserSig."),
}
_JOIN, _AUDIO, _VIDEO, _DATA = 1, 2, 3, 4  # Agora's numbers of what may be done in a channel
_RTC = 1
# How many texts, and how many further bytes, follow the rights of an Agora service, by its number.
_AGORA_SERVICES = {1: (2, 0), 2: (1, 0), 3: (2, 0), 4: (0, 0), 5: (1, 0), 6: (2, 0), 7: (2, 2), 9: (0, 0), 10: (0, 0)}
_AGORA_APP_ID = re.compile("[0-9A-Za-z]{32}")


class TokenError(Exception):
    """This is no token of that kind. Holds nothing of what it was."""

    def __init__(self, kind: Kind) -> None:
        super().__init__(f"not a token of kind {kind}")
        self.words = _UNLIKE[kind]


@dataclass(frozen=True)
class Pass:
    """A token, read: where and for whom it is good, until when, and what it allows.

    ``facts`` are texts, by the names app_id, room, channel, identity, uid and user; "" is good for any. Of Agora's
    006 tokens, ``checksums`` (CRC-32) are all that is known of channel and uid. Times are seconds of the epoch, None
    where there is no limit. ``rights`` are named join, publish and data; "depends" is a no that counts only in
    projects that have been set up to ask.
    """

    facts: Mapping[str, str] = field(default_factory=dict)
    checksums: Mapping[str, int] = field(default_factory=dict)
    starts: int | None = None
    ends: int | None = None
    rights: Mapping[str, Says] = field(default_factory=dict)

    def agrees(self, fact: str, typed: str) -> bool:
        """Whether the token is good for what stands in a field, as far as it says."""
        if fact in self.checksums:
            return self.checksums[fact] in (0, zlib.crc32(typed.encode(errors="replace")))
        return self.facts.get(fact, "") in ("", typed)


def read(kind: Kind, text: str) -> Pass:
    """Raises TokenError."""
    found = _read(kind, text)
    if found is None:
        raise TokenError(kind)  # outside the handler: what is caught there quotes what was read
    return found


def _read(kind: Kind, text: str) -> Pass | None:
    readers: Mapping[Kind, Callable[[str], Pass]] = {"livekit": _livekit, "agora": _agora, "trtc": _trtc}
    if len(text) > _LONGEST:
        return None
    try:
        return readers[kind](text)
    except (ValueError, LookupError, TypeError, RecursionError, zlib.error):
        return None


def prepare() -> None:
    """Import, in a thread, what reading LiveKit's tokens takes: 50 ms and 6 MB, for those who have such a room."""
    import jwt  # noqa: F401  # only to have it loaded


def _livekit(text: str) -> Pass:
    """Without a grant to join, no room lets anyone in; what is not said of publishing is granted (VideoGrant)."""
    import jwt

    try:
        claims = jwt.decode(text, options={"verify_signature": False})
    except jwt.PyJWTError as error:
        raise ValueError from error
    grant = claims["video"]
    if not isinstance(grant, dict):
        raise TypeError
    joins = grant.get("roomJoin") is True
    return Pass(
        {"room": _text(grant.get("room", "")), "identity": _text(claims.get("sub", ""))},
        starts=_time(claims.get("nbf")),
        ends=_time(claims.get("exp")),
        rights={
            "join": _says(joins),
            "publish": _says(joins and grant.get("canPublish") is not False),
            "data": _says(joins and grant.get("canPublishData") is not False),
        },
    )


def _agora(text: str) -> Pass:
    versions = {"007": _agora_007, "006": _agora_006}
    return versions[text[:3]](text[3:])


def _agora_007(text: str) -> Pass:
    """Times are seconds from the moment of issue. Signature, app id, issue, expiry, salt, and the services."""
    packed = _Packed(_unpacked(base64.b64decode(text, validate=True)))
    packed.text()
    app_id = packed.text().decode()
    issued, expires, _salt = packed.number(), packed.number(), packed.number()
    if not _AGORA_APP_ID.fullmatch(app_id):
        raise ValueError
    rights, texts = _agora_rtc(packed)
    joins = rights.get(_JOIN)
    return Pass(
        {"app_id": app_id, "channel": "" if texts[0] == "*" else texts[0], "uid": texts[1]},
        starts=issued,
        ends=issued + min(expires, joins or expires),
        rights=_agora_rights(rights),
    )


def _agora_rtc(packed: "_Packed") -> tuple[Mapping[int, int], list[str]]:
    """Rights in calls, channel and uid. Services come by their number as a rule, so that this one is the first."""
    for _ in range(packed.short()):
        service, rights = packed.short(), packed.numbers()
        count, more = _AGORA_SERVICES[service]
        texts = [packed.text() for _ in range(count)]
        packed.take(more)
        if service == _RTC:
            return rights, [_text(found.decode()) for found in texts]
    raise ValueError


def _agora_006(text: str) -> Pass:
    """Times are the clock's. App id, and packed: signature, two checksums, and what was signed with salt and expiry."""
    app_id, rest = text[:32], text[32:]
    if not _AGORA_APP_ID.fullmatch(app_id):
        raise ValueError
    packed = _Packed(base64.b64decode(rest, validate=True))
    packed.text()
    checksums = {"channel": packed.number(), "uid": packed.number()}
    signed = _Packed(packed.text())
    _salt, expires = signed.number(), signed.number()
    rights = signed.numbers()
    return Pass(
        {"app_id": app_id},
        checksums,
        ends=min(expires, rights.get(_JOIN) or expires),
        rights=_agora_rights(rights),
    )


def _agora_rights(rights: Mapping[int, int]) -> Mapping[str, Says]:
    """Rights beyond joining count where co-host authentication is on (docs.agora.io, Co-host authentication)."""
    return {
        "join": _says(_JOIN in rights),
        "publish": "yes" if {_AUDIO, _VIDEO} <= set(rights) else "depends",
        "data": "yes" if _DATA in rights else "depends",
    }


def _trtc(text: str) -> Pass:
    """Base64 of its own kind, around packed JSON; it names no room and grants nothing in particular."""
    plain = base64.b64decode(text.translate(str.maketrans("*-_", "+/=")), validate=True)
    claims: dict[str, Any] = json.loads(_unpacked(plain))
    issued, lasts = _time(claims["TLS.time"]), _time(claims["TLS.expire"])
    if issued is None or lasts is None:
        raise ValueError
    return Pass(
        {"app_id": _text(str(claims["TLS.sdkappid"])), "user": _text(claims["TLS.identifier"])},
        starts=issued,
        ends=issued + lasts,
    )


class _Packed:
    """Agora's packing: little-endian numbers, texts and lists with their length before them."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def take(self, size: int) -> bytes:
        taken = self._content[self._at : self._at + size]
        if len(taken) < size:
            raise ValueError
        self._at += size
        return taken

    def short(self) -> int:
        return int.from_bytes(self.take(2), "little")

    def number(self) -> int:
        return int.from_bytes(self.take(4), "little")

    def text(self) -> bytes:
        return self.take(self.short())

    def numbers(self) -> Mapping[int, int]:
        return {self.short(): self.number() for _ in range(self.short())}


def _unpacked(content: bytes) -> bytes:
    """Never more than a token can hold, however much was packed into it."""
    unpacking = zlib.decompressobj()
    plain = unpacking.decompress(content, _LONGEST)
    if not unpacking.eof:
        raise ValueError
    return plain


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError
    return "".join(letter for letter in found if letter.isprintable())


def _time(found: object) -> int | None:
    """A moment or a span in whole seconds; None where nothing is said."""
    if found is None:
        return None
    if isinstance(found, bool) or not isinstance(found, int | float):
        raise TypeError
    if not 0 <= found < 1 << 53:
        raise ValueError
    return int(found)


def _says(granted: bool) -> Says:
    return "yes" if granted else "no"

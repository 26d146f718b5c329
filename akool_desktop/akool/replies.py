"""From a reply to its data, or to the error that says why there is none.

Akool wraps every answer as ``{code, msg, data}``; it is a success if the code is 1000, whatever the HTTP status says
(docs.akool.com, Error Code). Other servers may answer in its place: gateways, proxies, sign-in pages.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from akool_desktop.akool.codes import CODES, STATUSES, SUCCESS
from akool_desktop.akool.errors import AkoolError, Call, Redirected, Refused, Unclear, said
from akool_desktop.akool.faults import Reason

_LONGEST_MSG = 200
_SHORTEST_SECRET = 4  # scrubbing shorter ones would riddle every sentence
_SECRET_NAMES = ("key", "token", "sig", "secret", "password")
_NOT_TEXT = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ud800-\\udfff]+")
_LOGIN_OR_QUERY = re.compile(r"(?<=://)[^\s/?#@]*@|(?<=[^\s?])\?[^\s\"'<>]+")


@dataclass(frozen=True)
class Reply:
    """``location``: where a redirect points to, as an absolute URL; then the body was not read.

    ``date``: the server's time when it answered, in seconds of the epoch, if it says.
    """

    status: int
    body: bytes = field(default=b"", repr=False)
    content_type: str = ""
    location: str = field(default="", repr=False)
    date: float | None = None


def read_reply(call: Call, reply: Reply, secrets: Collection[str]) -> Mapping[str, object]:
    """The envelope of a success. Raises Refused or Unclear, with nothing in them of what ``secrets`` holds."""
    if 300 <= reply.status < 400:
        raise _redirect(call, reply)
    envelope = _envelope(reply.body)
    if _code(envelope) != SUCCESS:
        raise _failure(call, reply, envelope, secrets)
    return envelope


def is_whole(body: bytes) -> bool:
    """Whether nothing can be missing at its end: JSON says where it ends, and an id may stand in it."""
    return bool(_envelope(body))


def secrets_in(body: object) -> Iterator[str]:
    """The values of a request body whose names say that they are secret."""
    for name, value in body.items() if isinstance(body, Mapping) else ():
        if isinstance(value, Mapping):
            yield from secrets_in(value)
        elif isinstance(value, str) and any(part in name.lower() for part in _SECRET_NAMES):
            yield value


def _redirect(call: Call, reply: Reply) -> AkoolError:
    try:
        target = urlsplit(reply.location).hostname or ""
    except ValueError:
        target = ""
    target = _NOT_TEXT.sub("", target)[:_LONGEST_MSG]
    if reply.status == 303:  # "it is done, see there"
        return Unclear(call, Reason.REDIRECT, target=target)
    return Redirected(call, status=reply.status, target=target)


def _envelope(body: bytes) -> Mapping[str, object]:
    """Empty if the body is not a JSON object. What else is wrong with it (letters in another charset, a bare line break
    in a sentence) must not hide the id of a session that was paid for."""
    try:
        found = json.loads(body.decode(json.detect_encoding(body), errors="replace"), strict=False)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _code(envelope: Mapping[str, object]) -> int | None:
    code = envelope.get("code")
    if isinstance(code, str) and code.isascii() and code.isdigit() and len(code) < 10:
        return int(code)
    return code if isinstance(code, int) and not isinstance(code, bool) and abs(code) < 10**9 else None


def _failure(call: Call, reply: Reply, envelope: Mapping[str, object], secrets: Collection[str]) -> AkoolError:
    code, msg = _code(envelope), _msg(envelope, secrets)
    refuses = 400 <= reply.status < 500 or reply.status in STATUSES
    if code in CODES or (code is not None and reply.status < 500) or refuses:
        return Refused(call, status=reply.status, code=code, msg=msg)
    if reply.status >= 500:
        return Unclear(call, Reason.STATUS, said=said(reply.status, None, msg))
    if "html" in reply.content_type or reply.body.lstrip()[:1] == b"<":
        return Unclear(call, Reason.HTML)
    return Unclear(call, Reason.SHAPE)


def _msg(envelope: Mapping[str, object], secrets: Collection[str]) -> str:
    """The server's own words: Akool says ``msg``, gateways say other things."""
    for name in ("msg", "message", "detail", "error", "title"):
        text = envelope.get(name)
        if isinstance(text, str) and (shown := _safe(text, secrets)):
            return shown
    return ""


def _safe(text: str, secrets: Collection[str]) -> str:
    """One short line of a server's text, without control signs, secrets, and what URLs carry besides the address."""
    text = " ".join(_NOT_TEXT.sub(" ", text[: 100 * _LONGEST_MSG]).split())
    for secret in sorted(secrets, key=len, reverse=True):
        if len(secret) >= _SHORTEST_SECRET:
            for form in (secret, quote(secret, safe=""), json.dumps(secret)[1:-1]):
                text = text.replace(form, "•••")
    text = _LOGIN_OR_QUERY.sub("", text)
    return text if len(text) <= _LONGEST_MSG else text[: _LONGEST_MSG - 1].rstrip() + "…"

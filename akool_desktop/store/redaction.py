"""What must never be written or shown: every secret that this run has seen, in whatever form it may turn up.

One set for the whole program, since a log has no owner: the vault, the accounts and the form tell it what they handle
(``SECRETS``), and whatever leaves for a log, a bundle, a card or the clipboard of a card is cleaned by it. What was
learnt is never unlearnt: an old key may be in an old line. A secret of under four characters cannot be told from
ordinary text, and is not looked for.
"""

import base64
import json
import re
import string
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import quote, quote_plus
from xml.sax.saxutils import escape  # html knows it too, and brings a large table of names along

INSTEAD = "[secret]"

_LINK = re.compile(r"\w+://[^\s)\"']+")

_NAMES = ("token", "sig", "key", "secret", "password")
_SHORTEST = 4
_PIECE = 8  # characters of a secret that give it away: a text cut short, or broken over lines, still holds some
_ROOMS = 16  # tokens, one to a room that was left
_LONG = 160  # beyond it only the usual forms
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)  # keeps every length, as lower() does not
_BYTES = ("%{:02x}", "\\x{:02x}", "\\u{:04x}", "{:02x} ", "{:02x}:", "{}, ", "&#{};", "&#x{:x};")


class Redaction:
    """``clean`` takes secrets out of a text; safe in any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[str, None] = {}
        self._typed: dict[str, str] = {}
        self._new: list[str] = []
        self._pieces: dict[str, set[str]] = {}  # by secret
        self._short: dict[str, set[str]] = {}
        self._rooms: dict[int, list[str]] = {}  # of sessions that may run, by row
        self._left: list[str] = []  # of those that are over, oldest first

    def know(self, *secrets: str) -> None:
        """From now on they pass nowhere. Of what a vault keeps as JSON, its secret values are."""
        for secret in secrets:
            for part in _parts(secret):
                if len(part) >= _SHORTEST and part not in self._known:
                    with self._lock:
                        self._known[part] = None
                        self._new.append(part)

    def know_room(self, row: int, *secrets: str) -> None:
        """Those of the room of a session, by its row; a viewer's pass may come on top of what the session brought."""
        new = [secret for secret in secrets if secret not in self._known]
        self._rooms.setdefault(row, []).extend(new)
        self.know(*new)

    def leave_room(self, row: int) -> None:
        """The session is over, and they are good for nothing: of such rooms the latest are known. One token takes up
        to 0.3 MB in all its forms, and a working day may have a thousand."""
        with self._lock:
            self._left += self._rooms.pop(row, [])
            for old in self._left[:-_ROOMS]:
                for found in (self._known, self._pieces, self._short):
                    found.pop(old, None)
                if old in self._new:
                    self._new.remove(old)
            del self._left[:-_ROOMS]

    def know_typed(self, where: str, secret: str) -> None:
        """The secret as a field holds it now: what it was a letter ago was only on its way to this."""
        before, self._typed[where] = self._typed.get(where, ""), secret
        if before != secret and not secret.startswith(before):
            self.know(before)
        if len(secret) > len(before) + 1:
            self.know(secret)  # pasted, or filled in

    def clean(self, text: str) -> str:
        """The text with the word [secret] in the place of each."""
        return without(text, self.places(text), INSTEAD)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where secrets stand in the text, from and to; they may overlap."""
        self._learn(self._typed.values())
        with self._lock:
            pieces, short = tuple(self._pieces.values()), tuple(set().union(*self._short.values()))
        return list(_places(text.translate(_LOWER), pieces, short))

    def _learn(self, typed: Iterable[str]) -> None:
        self.know(*tuple(typed))
        with self._lock:
            for secret in self._new:
                forms = _forms(secret)
                self._short[secret] = {form for form in forms if len(form) < _PIECE}
                self._pieces[secret] = {
                    form[at : at + _PIECE] for form in forms for at in range(len(form) - _PIECE + 1)
                }
            self._new.clear()


SECRETS = Redaction()


def without_links(text: str) -> str:
    """Where one leads, and what it carries, is for nobody else."""
    return _LINK.sub("[link]", text)


def without(text: str, places: Iterable[tuple[int, int]], instead: str) -> str:
    """The text with ``instead`` in these places, once where they overlap or touch."""
    parts: list[str] = []
    end = 0
    for start, stop in sorted(places):
        if start > end or not parts:
            parts += [text[end:start], instead]
        end = max(end, stop)
    return "".join([*parts, text[end:]])


def _parts(secret: str) -> Iterable[str]:
    try:
        found = json.loads(secret)
    except (ValueError, RecursionError):
        return (secret,)
    return secrets_in(found) if isinstance(found, dict) else (secret,)


def secrets_in(credentials: Mapping[str, object]) -> list[str]:
    """Those of a room's credentials that are secret: its server and its name are not."""
    return [found for name, found in credentials.items() if isinstance(found, str) and is_secret(name)]


def is_secret(name: str) -> bool:
    """Whether what is called so is one: by parts of names, since Akool may name more than its pages do."""
    return any(part in name.casefold() for part in _NAMES)


def _places(text: str, pieces: tuple[set[str], ...], short: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    if pieces:
        for at in range(len(text) - _PIECE + 1):
            piece = text[at : at + _PIECE]
            if any(piece in known for known in pieces):
                yield at, at + _PIECE
    for form in short:
        at = text.find(form)
        while at >= 0:
            yield at, at + len(form)
            at = text.find(form, at + 1)


def _forms(secret: str) -> set[str]:
    """In lower case: plain, escaped once or twice, in base64 wherever it begins, in hex, backwards, byte by byte."""
    plain = {secret, secret.strip()}
    once = {escape(text) for text in plain for escape in _ESCAPES}
    twice = {escape(text) for text in once for escape in _ESCAPES}
    forms = plain | once | twice | {secret[::-1], "\0".join(secret), "\\x00".join(secret)}
    for text in (secret, quote(secret, safe="")):
        forms |= set(_in_base64(text.encode("utf-8", "surrogatepass")))
    whole = secret.encode("utf-8", "surrogatepass")
    forms.add(whole.hex())
    if len(secret) <= _LONG:
        forms |= {"".join(map(template.format, whole)).strip(" ,:") for template in _BYTES}
    return {form.translate(_LOWER) for form in forms if len(form) >= _SHORTEST}


def _in_base64(plain: bytes) -> Iterator[str]:
    """Without the signs at either end that depend on what stands beside it."""
    for before in range(3):
        first, last = -(-before * 8 // 6), (before + len(plain)) * 8 // 6
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            yield encode(b"\0" * before + plain).decode()[first:last]


_ESCAPES: tuple[Callable[[str], str], ...] = (
    lambda text: quote(text, safe="", errors="replace"),
    lambda text: quote(text, errors="replace"),
    lambda text: quote_plus(text, errors="replace"),
    lambda text: json.dumps(text)[1:-1],
    lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    lambda text: repr(text)[1:-1],
    lambda text: repr(text.encode("utf-8", "surrogatepass"))[2:-1],
    lambda text: escape(text, {'"': "&quot;", "'": "&#x27;"}),
)

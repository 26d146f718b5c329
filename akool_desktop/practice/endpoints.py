"""What practice answers at each of Akool's endpoints.

Paths, shapes, defaults and codes are those of docs.akool.com: Live Avatar, Voice Lab, Knowledge Base, Get
Credit, Error Code. As there, a refusal is a code in the body, and the status line says 200.
"""

import json
import math
from collections.abc import Callable
from typing import Any

from akool_desktop.practice import mishaps
from akool_desktop.practice.books import AlreadyEndedError, Booking, Books, TooFewCreditsError
from akool_desktop.practice.contract import Contract
from akool_desktop.practice.credentials import SECRET_KEYS
from akool_desktop.practice.failures import failure_of_avatar
from akool_desktop.practice.media import picture, sample
from akool_desktop.practice.wire import Reply, Request, envelope

_UID = 100010
_SESSION_TYPE = 1
_PICTURES, _SAMPLES = "/practice/pictures/", "/practice/samples/"


class _RefusedError(Exception):
    """A code and its words, on the way to the envelope."""

    def __init__(self, code: int, msg: str) -> None:
        super().__init__(msg)
        self.code = code
        self.msg = msg


class Endpoints:
    """``catalogue``: ``avatars``, ``voices`` by type, ``languages`` and ``knowledge``, each a list of records as
    Akool lists them. ``take_failure`` hands out what the next create was told to fail with, once."""

    def __init__(
        self,
        books: Books,
        contract: Contract,
        catalogue: dict[str, Any],
        take_failure: Callable[[], str | None],
    ) -> None:
        self._books = books
        self._contract = contract
        self._catalogue = catalogue
        self._take_failure = take_failure
        self._routes: dict[str, tuple[str, Callable[[Request], Reply]]] = {
            "/api/open/v4/liveAvatar/session/create": ("POST", self._create),
            "/api/open/v4/liveAvatar/session/detail": ("GET", self._detail),
            "/api/open/v4/liveAvatar/session/list": ("GET", self._list),
            "/api/open/v4/liveAvatar/session/close": ("POST", self._close),
            "/api/open/v4/liveAvatar/avatar/list": ("GET", self._avatars),
            "/api/open/v4/voice/list": ("GET", self._voices),
            "/api/open/v3/language/list": ("GET", self._languages),
            "/api/open/v4/knowledge/list": ("GET", self._knowledge),
            "/api/open/v3/faceswap/quota/info": ("GET", self._balance),
        }

    def answer(self, request: Request) -> Reply:
        if request.path.startswith((_PICTURES, _SAMPLES)):
            return self._media(request)
        if request.path not in self._routes:
            return envelope(1014, "Resource does not exist", status=404)
        method, endpoint = self._routes[request.path]
        if request.method != method:
            return envelope(1003, f"Use {method}", status=405, headers=(("allow", method),))
        try:
            _authorise(request)
            return endpoint(request)
        except _RefusedError as refused:
            return envelope(refused.code, refused.msg)

    def _create(self, request: Request) -> Reply:
        """The order of refusals: contract 1003, failure on demand, avatar 1014 or 1215, credits 1104.

        1014 "Resource does not exist" for an unknown avatar is the nearest that the table has.
        """
        body: Any = _json(request)
        if broken := self._contract(body):
            raise _RefusedError(1003, broken)
        asked = failure_of_avatar(body["avatar_id"])
        failure = self._take_failure() or asked
        if failure and (reply := mishaps.instead(failure, _elsewhere(request))):
            return reply
        if not asked:
            self._require_avatar(body["avatar_id"])
        booking = self._book(body, fails=failure == "failed")
        good = envelope(1000, "OK", _session(booking, booking.credentials))
        return mishaps.spoiled(failure, good) if failure else good

    def _require_avatar(self, avatar_id: str) -> None:
        for avatar in self._catalogue["avatars"]:
            if avatar["avatar_id"] == avatar_id:
                if not avatar["available"]:
                    raise _RefusedError(1215, "The avatar is busy")
                return
        raise _RefusedError(1014, "The avatar does not exist")

    def _book(self, body: dict[str, Any], *, fails: bool) -> Booking:
        try:
            return self._books.book(
                body["avatar_id"],
                body.get("stream_type", "agora"),
                body.get("credentials"),
                body.get("duration"),
                fails=fails,
            )
        except TooFewCreditsError:
            raise _RefusedError(1104, "Insufficient credit") from None

    def _detail(self, request: Request) -> Reply:
        session_id = _required(request, "id")
        for booking in self._books.bookings():
            if booking.id == session_id:
                return envelope(1000, "OK", _session(booking, _without_tokens(booking)))
        raise _RefusedError(1216, "The session does not exist")

    def _list(self, request: Request) -> Reply:
        """Newest first; Akool does not say in which order it lists."""
        status = _number(request, "status", 0, 1, 4)
        found = [each for each in reversed(self._books.bookings()) if status in (0, each.status)]
        rows = [_session(each, _without_tokens(each)) for each in _page(request, found, 100)]
        return envelope(1000, "OK", {"count": len(found), "result": rows})

    def _close(self, request: Request) -> Reply:
        """The id stands under ``id`` in Akool's schema and under ``session_id`` in its own samples."""
        body = _json(request)
        session_id = (body.get("id") or body.get("session_id")) if isinstance(body, dict) else None
        if not isinstance(session_id, str):
            raise _RefusedError(1003, "id: required")
        try:
            self._books.close(session_id)
        except KeyError:
            raise _RefusedError(1216, "The session does not exist") from None
        except AlreadyEndedError:
            raise _RefusedError(1219, "The session is closed") from None
        return envelope(1000, "OK")

    def _media(self, request: Request) -> Reply:
        """Pictures and samples lie elsewhere than the API, and whoever asks for them gives no key away."""
        if request.values("x-api-key") or request.values("authorization"):
            return envelope(1101, "A key was sent where none is wanted", status=403)
        name = request.path.rpartition("/")[2]
        for avatar in self._catalogue["avatars"]:
            if request.path == f"{_PICTURES}{avatar['avatar_id']}":
                return Reply(picture(name), content_type="image/png")
        for voice in (*self._catalogue["voices"]["1"], *self._catalogue["voices"]["2"]):
            if request.path == f"{_SAMPLES}{voice['voice_id']}":
                return Reply(sample(name, low=voice["gender"] == "Male"), content_type="audio/wav")
        return envelope(1014, "Resource does not exist", status=404)

    def _avatars(self, request: Request) -> Reply:
        avatars = self._catalogue["avatars"]
        rows = [
            row | {"thumbnailUrl": f"{_origin(request)}{_PICTURES}{row['avatar_id']}"}
            for row in _page(request, avatars, 100, 100)
        ]
        return envelope(1000, "OK", {"count": len(avatars), "result": rows})

    def _voices(self, request: Request) -> Reply:
        kind = _required(request, "type")
        if kind not in self._catalogue["voices"]:
            raise _RefusedError(1003, "type: 1 or 2")
        found = [voice for voice in self._catalogue["voices"][kind] if _voice_fits(voice, request)]
        page, size = _number(request, "page", 1, 1), _number(request, "size", 10, 1)
        rows = [
            row | {"preview": f"{_origin(request)}{_SAMPLES}{row['voice_id']}"} for row in _page(request, found, 10)
        ]
        data = {"result": rows, "count": len(found), "page": page, "size": size}
        return envelope(1000, "OK", data)

    def _languages(self, _request: Request) -> Reply:
        return envelope(1000, "OK", {"lang_list": self._catalogue["languages"]})

    def _knowledge(self, request: Request) -> Reply:
        """An array and no total, as documented."""
        origin = _number(request, "from", 2, 1, 2)
        name = request.query.get("name", "").casefold()
        found = [
            each for each in self._catalogue["knowledge"] if each["from"] == origin and name in each["name"].casefold()
        ]
        return envelope(1000, "OK", _page(request, found, 10, 100))

    def _balance(self, _request: Request) -> Reply:
        credit = self._books.balance()
        return envelope(1000, "OK", {"credit": int(credit) if credit.is_integer() else credit})


def _authorise(request: Request) -> None:
    """Any key will do, but exactly one: of two, Akool silently drops x-api-key, so a console never sends two."""
    keys = [key for key in request.values("x-api-key") if key]
    tokens = [value for value in request.values("authorization") if value]
    if not keys and not tokens:
        raise _RefusedError(1102, "The token is empty")
    if len(keys) + len(tokens) > 1:
        raise _RefusedError(1101, "More than one key: send x-api-key or Authorization, not both")
    scheme, _, token = tokens[0].partition(" ") if tokens else ("bearer", "", keys[0])
    if scheme.lower() != "bearer" or not token.strip():
        raise _RefusedError(1101, "Illegal token")


def _json(request: Request) -> object:
    types = request.values("content-type")
    if len(types) != 1 or types[0].partition(";")[0].strip().lower() != "application/json":
        raise _RefusedError(1003, "content-type: must be application/json")
    try:
        return json.loads(request.body, parse_constant=_finite, parse_float=_finite)
    except (ValueError, RecursionError):
        raise _RefusedError(1003, "body: not JSON") from None


def _finite(literal: str) -> float:
    number = float(literal)
    if not math.isfinite(number):
        raise ValueError("not a JSON number")
    return number


def _required(request: Request, name: str) -> str:
    value = request.query.get(name, "")
    if not value:
        raise _RefusedError(1003, f"{name}: required")
    return value


def _number(request: Request, name: str, default: int, low: int, high: int = 1_000_000) -> int:
    text = request.query.get(name, "")
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 8 and low <= int(text) <= high):
        raise _RefusedError(1003, f"{name}: a whole number from {low} to {high}")
    return int(text)


def _page(request: Request, rows: list[Any], size: int, most: int = 1_000_000) -> list[Any]:
    """The asked page of ``rows``; ``size`` is the documented default, ``most`` the documented limit."""
    number, size = _number(request, "page", 1, 1), _number(request, "size", size, 1, most)
    return rows[(number - 1) * size : number * size]


def _voice_fits(voice: dict[str, Any], request: Request) -> bool:
    """Filters of the Voice List: comma lists, any of whose words is enough; a part of the name; streaming."""
    for key in ("style", "scenario", "age", "gender"):
        wanted = {word.strip().casefold() for word in request.query.get(key, "").split(",") if word.strip()}
        has = voice[key] if isinstance(voice[key], list) else [voice[key]]
        if wanted and not wanted & {word.casefold() for word in has}:
            return False
    streams = _number(request, "support_stream", 0, 1, 2)
    if streams and voice["support_stream"] != (streams == 1):
        return False
    return request.query.get("name", "").casefold() in voice["name"].casefold()


def _session(booking: Booking, credentials: object) -> dict[str, object]:
    return {
        "_id": booking.id,
        "uid": _UID,
        "type": _SESSION_TYPE,
        "status": booking.status,
        "stream_type": booking.stream_type,
        "credentials": credentials,
    }


def _without_tokens(booking: Booking) -> dict[str, object]:
    return {key: value for key, value in booking.credentials.items() if key not in SECRET_KEYS}


def _origin(request: Request) -> str:
    return f"http://{''.join(request.values('host'))}"


def _elsewhere(request: Request) -> str:
    """The same path under another name of this computer: another origin, where a followed create would show
    up in the books."""
    port = "".join(request.values("host")).rpartition(":")[2]
    return f"http://localhost:{port}{request.path}"

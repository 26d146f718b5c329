"""Akool's endpoints, one method each: docs.akool.com, Live Avatar, Voice Lab, Knowledge Base, Get Credit."""

import asyncio
import hashlib
import json
import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, TypeVar
from urllib.parse import urlencode

from akool_desktop.akool.errors import Call, Unclear
from akool_desktop.akool.faults import Reason
from akool_desktop.akool.models import Avatar, KnowledgeBase, Language, Session, Voice, mapping, whole_number
from akool_desktop.akool.replies import read_reply, secrets_in

if TYPE_CHECKING:
    from akool_desktop.akool.wire import Wire

_Row = TypeVar("_Row")
_PAGE_SIZE, _KNOWLEDGE_PAGE_SIZE = 100, 20
_MOST_PAGES = 100
_CLONED, _AKOOLS_OWN = 1, 2  # Voice List's "type"


@dataclass(frozen=True)
class Access:
    """Where to ask and with what: a key in ``x-api-key``, or a token as ``Authorization: Bearer``, never both."""

    base_url: str
    auth: Literal["api_key", "bearer"]
    secret: str = field(repr=False)

    @property
    def header(self) -> dict[str, str]:
        """The one that signs the request in; none without a secret, which only a server on this computer is asked."""
        if not self.secret:
            return {}
        if self.auth == "bearer":
            return {"Authorization": f"Bearer {self.secret}"}
        return {"x-api-key": self.secret}

    @property
    def mark(self) -> str:
        """Tells this server and secret from others, and nothing of what they are: four bytes of a digest."""
        told = f"{self.base_url}\n{self.secret}".encode(errors="replace")
        return hashlib.blake2s(told, digest_size=4, person=b"access").hexdigest()


@dataclass(frozen=True)
class Deadlines:
    """Seconds: to be connected, and for a whole request and its answer."""

    connect: float = 10
    create: float = 60
    other: float = 20


_DEADLINES = Deadlines()


class AkoolClient:
    """Cheap to make: httpx is imported and its connections are built in a worker thread, at the first request.

    Every method raises an AkoolError, whose card says what happened. A cancelled call leaves the client usable.
    ``known`` are the ids of sessions that the server, when asked, has owned up to: they belong to this key's account.
    ``ahead``: seconds by which this computer's clock is before the server's, as of its last answer that told the time.
    ``heard`` is called with the last word of the path and the whole answer of each success: what the records leave out.
    """

    def __init__(self, access: Access, *, deadlines: Deadlines = _DEADLINES) -> None:
        self._access = access
        self.mark = access.mark
        self._deadlines = deadlines
        self._opening = asyncio.Lock()
        self._wire: Wire | None = None
        self.known: set[str] = set()
        self.ahead: float | None = None
        self.heard: Callable[[str, Mapping[str, object]], None] | None = None

    async def create_session(self, body: Mapping[str, object], *, leaving: Callable[[], None] | None = None) -> Session:
        """Never repeated by itself: each one that arrives is paid for.

        ``leaving`` is called right before the first byte leaves: whoever cancels before that has bought nothing.
        """
        path = "/api/open/v4/liveAvatar/session/create"
        envelope = await self._ask(Call.CREATE, "POST", path, body, leaving)
        session = Session.from_json(envelope.get("data"))
        if session is None:
            raise Unclear(Call.CREATE, Reason.NO_ID)
        return session

    async def session(self, session_id: str) -> Session:
        """By the id that was asked for, whatever else the answer calls it: it is what is ended."""
        data = await self._get("/api/open/v4/liveAvatar/session/detail", id=session_id)
        session = Session.from_json({**mapping(data), "_id": session_id})
        if session is None:
            raise Unclear(Call.READ, Reason.SHAPE)
        if session.status is not None:
            self.known.add(session_id)
        return session

    async def sessions(self, status: int | None = None) -> list[Session]:
        """All of the account's, or those of one status (1 to 4)."""
        wanted = {} if status is None else {"status": status}
        path = "/api/open/v4/liveAvatar/session/list"
        listed = await self._pages(path, Session.from_json, attrgetter("id"), **wanted)
        self.known.update(session.id for session in listed)
        return listed

    async def close_session(self, session_id: str, *, named: Literal["id", "session_id"] = "id") -> None:
        """Raises Refused with ``gone`` when there is no such session (1216) or it has ended already (1219).

        The schema on the page names the session ``id``, the samples beside it ``session_id``.
        """
        await self._ask(Call.CLOSE, "POST", "/api/open/v4/liveAvatar/session/close", {named: session_id})

    async def avatars(self) -> list[Avatar]:
        path = "/api/open/v4/liveAvatar/avatar/list"
        return await self._pages(path, Avatar.from_json, attrgetter("avatar_id"))

    async def voices(self) -> list[Voice]:
        """The account's own clones first, then Akool's. One that both lists name is Akool's: the filter was ignored."""
        path, by = "/api/open/v4/voice/list", attrgetter("voice_id")
        clones = await self._pages(path, lambda row: Voice.from_json(row, cloned=True), by, type=_CLONED)
        own = await self._pages(path, lambda row: Voice.from_json(row, cloned=False), by, type=_AKOOLS_OWN)
        known = {voice.voice_id for voice in own}
        return [voice for voice in clones if voice.voice_id not in known] + own

    async def languages(self) -> list[Language]:
        rows, _ = _rows(await self._get("/api/open/v3/language/list"))
        return [language for row in rows if (language := Language.from_json(row))]

    async def knowledge_bases(self) -> list[KnowledgeBase]:
        """A few to a page: each brings its whole instructions, of up to 10,000 letters."""
        return await self._pages(
            "/api/open/v4/knowledge/list", KnowledgeBase.from_json, attrgetter("id"), size=_KNOWLEDGE_PAGE_SIZE
        )

    async def credits(self) -> float:
        """The account's balance; the path says faceswap, the number is for everything (docs.akool.com, Get Credit)."""
        data = await self._get("/api/open/v3/faceswap/quota/info")
        try:
            balance = float(str(mapping(data).get("credit")))
        except ValueError:
            balance = math.nan
        if not math.isfinite(balance):
            raise Unclear(Call.READ, Reason.SHAPE)
        return balance

    async def aclose(self) -> None:
        async with self._opening:
            wire, self._wire = self._wire, None
        if wire is not None:
            await wire.aclose()

    async def _pages(
        self,
        path: str,
        read: Callable[[object], _Row | None],
        by: Callable[[_Row], str],
        size: int = _PAGE_SIZE,
        **query: int,
    ) -> list[_Row]:
        """The rows of all pages, each id once; ends with a server that repeats itself or never ends."""
        found: dict[str, _Row] = {}
        seen = 0
        for page in range(1, _MOST_PAGES + 1):
            rows, count = _rows(await self._get(path, **query, page=page, size=size))
            known = len(found)
            for row in filter(None, map(read, rows)):
                found.setdefault(by(row), row)
            seen += len(rows)
            complete = seen >= count if count else len(rows) < size
            if complete or len(found) == known:
                break
        return list(found.values())

    async def _get(self, path: str, **query: str | int) -> object:
        """The reply's ``data``."""
        envelope = await self._ask(Call.READ, "GET", f"{path}?{urlencode(query)}" if query else path)
        if "data" not in envelope:
            raise Unclear(Call.READ, Reason.SHAPE)
        return envelope["data"]

    async def _ask(
        self,
        call: Call,
        method: str,
        path: str,
        body: Mapping[str, object] | None = None,
        leaving: Callable[[], None] | None = None,
    ) -> Mapping[str, object]:
        content = None if body is None else json.dumps(body, allow_nan=False).encode()
        wire = await self._opened(call)
        seconds = self._deadlines.create if call is Call.CREATE else self._deadlines.other
        reply = await wire.send(call, method, path, content, seconds=seconds, leaving=leaving)
        if reply.date is not None:
            self.ahead = time.time() - reply.date
        envelope = read_reply(call, reply, [self._access.secret, *secrets_in(body)])
        if self.heard:
            self.heard(path.partition("?")[0].rpartition("/")[2], envelope)
        return envelope

    async def _opened(self, call: Call) -> "Wire":
        async with self._opening:
            if self._wire is None:
                self._wire = await asyncio.to_thread(_open, call, self._access, self._deadlines.connect)
            return self._wire


def _open(call: Call, access: Access, connect_seconds: float) -> "Wire":
    from akool_desktop.akool.wire import Wire  # imports httpx, which may cost the window's thread nothing

    return Wire(call, access.base_url, access.header, connect_seconds=connect_seconds)


def _rows(data: object) -> tuple[Sequence[object], int]:
    """A list's rows and, where it says so, how many there are on all its pages together (0: not said).

    The documentation and what is seen disagree on where the rows stand; null is an empty list.
    """
    found = mapping(data)
    for name in ("result", "data", "knowledge_list", "lang_list"):
        if name in found:
            data = found[name]
            break
    if data is None:
        return [], 0
    if not isinstance(data, list):
        raise Unclear(Call.READ, Reason.SHAPE)
    return data, whole_number(found.get("count")) or 0

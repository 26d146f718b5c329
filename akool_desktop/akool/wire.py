"""A request to Akool's API: what may still be called unsent, and what came back.

Building a Wire imports httpx and reads certificates, so it is done in a worker thread, when the first request wants to
leave.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import SplitResult, urlsplit

import httpcore
import httpx

from akool_desktop.akool.addresses import is_loopback
from akool_desktop.akool.connections import connections, content_of, not_sent
from akool_desktop.akool.errors import AkoolError, Call, NotSent, Unclear
from akool_desktop.akool.faults import Reason
from akool_desktop.akool.replies import Reply, is_whole

_MOST_MEGABYTES = 2
_HEADERS = {"Accept": "application/json"}
_BEAT = 0.5  # seconds
_KEY = re.compile("(Bearer )?[!-~]+")


class Wire:
    """Connections to one base URL, all with the same key. Built in a worker thread; raises NotSent there."""

    def __init__(self, call: Call, base_url: str, key: Mapping[str, str], *, connect_seconds: float) -> None:
        parts = _checked_address(call, base_url)
        if not all(_KEY.fullmatch(value) for value in key.values()) or not (key or is_loopback(parts.hostname or "")):
            raise NotSent(call, Reason.KEY)
        self._base_url = base_url.rstrip("/")
        self._host = parts.hostname or ""
        self._connect_seconds = connect_seconds
        self._http = connections(
            call, secure=parts.scheme == "https", near=is_loopback(self._host), headers={**_HEADERS, **key}
        )

    async def send(
        self,
        call: Call,
        method: str,
        path: str,
        body: bytes | None,
        *,
        seconds: float,
        leaving: Callable[[], None] | None = None,
    ) -> Reply:
        """One request, never repeated. ``seconds`` is for all of it, however slowly the answer drips in; not counted is
        what this computer, or this program, slept meanwhile.

        ``leaving`` is called right before the first byte of the request leaves, on the way through a proxy too.
        Raises NotSent before that point and Unclear after it.
        """
        departure = _Departure(leaving)
        try:
            async with _awake(seconds) as limit:
                return await self._exchange(call, method, path, body, departure, limit)
        except AkoolError:
            raise
        except Exception as error:
            if error is departure.prevented_by:
                raise
            failure = self._failure(call, departure, error, seconds)
        finally:
            await departure.tidy_up()
        raise failure  # outside the handler: httpx's error knows the request and its headers, and must not be chained

    async def aclose(self) -> None:
        await self._http.aclose()

    async def _exchange(
        self,
        call: Call,
        method: str,
        path: str,
        body: bytes | None,
        departure: "_Departure",
        limit: asyncio.Timeout,
    ) -> Reply:
        async with self._http.stream(
            method,
            self._base_url + path,
            content=body,
            headers={} if body is None else {"Content-Type": "application/json"},
            timeout=httpx.Timeout(None, connect=self._connect_seconds),
            extensions={"trace": departure.trace},
        ) as response:
            if 300 <= response.status_code < 400:
                return Reply(response.status_code, location=response.extensions["location"])
            content = await _content(call, response, limit)
            kind = response.headers.get("content-type", "").lower()
            return Reply(response.status_code, content, kind, date=_date(response.headers.get("date", "")))

    def _failure(self, call: Call, departure: "_Departure", error: Exception, seconds: float) -> AkoolError:
        if not departure.left:
            return not_sent(call, error, self._host)
        late = isinstance(error, TimeoutError | httpx.TimeoutException)
        return Unclear(call, Reason.TIMEOUT, seconds=f"{seconds:g}") if late else Unclear(call, Reason.CUT)


@asynccontextmanager
async def _awake(seconds: float) -> AsyncIterator[asyncio.Timeout]:
    """asyncio.timeout(), counted in beats that this program was awake for.

    Where it slept through the limit, both are there when it wakes: the answer, unread, and the end of the wait. What
    was paid for would be called unknown.
    """
    loop, left = asyncio.get_running_loop(), seconds
    limit = asyncio.timeout(None)

    def beat(due: float) -> None:
        nonlocal left
        left -= _BEAT
        if loop.time() - due > _BEAT:
            left = max(left, _BEAT)  # it has slept: time to read what came
        if left > 0:
            beats[0] = wait()
        else:
            limit.reschedule(loop.time())

    def wait() -> asyncio.TimerHandle:
        due = loop.time() + min(_BEAT, left)
        return loop.call_at(due, beat, due)

    async with limit:
        beats = [wait()]
        try:
            yield limit
        finally:
            beats[0].cancel()


class _Departure:
    """The moment at which a request begins to leave: until then, a failure has cost nothing."""

    def __init__(self, leaving: Callable[[], None] | None) -> None:
        self.left = False
        self.prevented_by: Exception | None = None
        self._leaving = leaving
        self._connection: httpcore.AsyncNetworkStream | None = None

    async def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """https://www.encode.io/httpcore/extensions/#trace; a proxy is asked for its tunnel by a CONNECT first."""
        if event == "connection.connect_tcp.complete":
            self._connection = info["return_value"]
        if self.left or not event.endswith(".send_request_headers.started") or info["request"].method == b"CONNECT":
            return
        try:
            if self._leaving:
                self._leaving()
        except Exception as error:
            self.prevented_by = error
            raise
        self.left = True

    async def tidy_up(self) -> None:
        """Cancelled in the middle of a TLS greeting, httpcore 1.0.9 forgets the connection without closing it."""
        if self._connection and not self.left:
            await self._connection.aclose()


def _checked_address(call: Call, base_url: str) -> SplitResult:
    """The last line of defence; whoever keeps the account has checked its base URL with words of their own."""
    try:
        parts = urlsplit(base_url)
        safe = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))
        plain = parts.hostname and "@" not in parts.netloc and not parts.query and not parts.fragment
        if safe and plain and parts.port != 0 and httpx.URL(base_url).host:
            return parts
    except (ValueError, httpx.InvalidURL):
        pass
    raise NotSent(call, Reason.ADDRESS)


def _date(header: str) -> float | None:
    """The server's time, in seconds of the epoch (RFC 9110, 6.6.1), also where it does not say that it is UTC's."""
    try:
        found = parsedate_to_datetime(header)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, LookupError, OverflowError, OSError):
        return None


async def _content(call: Call, response: httpx.Response, limit: asyncio.Timeout) -> bytes:
    """What is whole when the time is up counts; who cancels the request wants nothing of it."""

    def whole(content: bytes) -> bool:
        task = asyncio.current_task()
        cancelled = task is not None and task.cancelling() > 0 and not limit.expired()
        return not cancelled and is_whole(content)

    content = await content_of(response, _MOST_MEGABYTES << 20, whole)
    if content is None:
        raise Unclear(call, Reason.TOO_LARGE, megabytes=_MOST_MEGABYTES)
    return content

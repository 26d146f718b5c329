"""Every request that is not one to Akool's API: pictures, voice samples, and a look at what a link leads to.

The links come from lists and from the operator, so nothing is taken on trust: the address (addresses.py), the kind of
file (kinds.py), its size and its time all have limits, redirects are followed here, one by one through the same
checks, and no key, cookie or login ever travels. Proxies and certificates are those of connections.py.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import SplitResult

from akool_desktop.akool.addresses import (
    PrivateError,
    checked,
    is_loopback,
    require_not_known_inside,
    require_public,
    require_public_addresses,
    require_public_name,
)
from akool_desktop.akool.errors import Call, NotSent
from akool_desktop.akool.faults import Reason
from akool_desktop.akool.kinds import HEAD, Kind, kind_of
from akool_desktop.words import Words, marked

if TYPE_CHECKING:
    import httpcore
    import httpx

_Found = TypeVar("_Found")
_MOST_REDIRECTS = 5
_UNSAID = ("", "application/octet-stream", "binary/octet-stream")  # storage that does not know what it keeps


class WebError(Exception):
    """``words``: what came of the link, a sentence that names the host and nothing else of the link."""

    def __init__(self, words: Words) -> None:
        super().__init__(str(words))
        self.words = words


@dataclass(frozen=True)
class Limits:
    """``types``: how the content type may begin. ``bytes`` is for the body, ``seconds`` for all of it."""

    kind: Kind
    types: tuple[str, ...]
    bytes: int
    seconds: float
    otherwise: Words


PICTURE = Limits(
    "picture", ("image/",), 8 << 20, 20, Words("{host} sent something that is no picture (PNG, JPEG, GIF or WebP).")
)
SOUND = Limits(
    "sound", ("audio/", "application/ogg"), 16 << 20, 30,
    Words("{host} sent something that cannot be played here (MP3, WAV, FLAC or Ogg can)."),
)  # fmt: skip
_PROBE_SECONDS = 10.0


@dataclass(frozen=True)
class Probe:
    """What a link leads to: the kind by the file's first bytes, or by what the server calls it."""

    kind: Kind
    content_type: str


class Web:
    """Cheap to make, as AkoolClient is. ``base_url``: whose lists the links come from; only links from a service on
    this computer (practice) may lead to this computer."""

    def __init__(self, base_url: str) -> None:
        parts = checked(base_url)
        self._near = parts is not None and is_loopback(parts.hostname or "")
        self._opening = asyncio.Lock()
        self._open: dict[tuple[bool, bool], httpx.AsyncClient] = {}

    async def picture(self, url: str, limits: Limits = PICTURE) -> bytes:
        return await self._within(limits.seconds, url, lambda: self._file(url, limits))

    async def sound(self, url: str) -> bytes:
        return await self._within(SOUND.seconds, url, lambda: self._file(url, SOUND))

    async def probe(self, url: str, seconds: float = _PROBE_SECONDS) -> Probe:
        """What the link leads to, without fetching more of it than its beginning."""
        return await self._within(seconds, url, lambda: self._beginning(url))

    async def aclose(self) -> None:
        async with self._opening:
            for client in self._open.values():
                await client.aclose()
            self._open.clear()

    async def _within(self, seconds: float, url: str, work: Callable[[], Awaitable[_Found]]) -> _Found:
        """Any failure as a WebError. None is chained to httpx's own, which knows the whole link."""
        parts = checked(url)
        if parts is None:
            raise WebError(Words("This is not a link that can be opened."))
        try:
            async with asyncio.timeout(seconds):
                return await work()
        except WebError as error:
            failure = error
        except PrivateError:
            failure = WebError(Words("The link leads to this computer or to its own network, which is not asked."))
        except TimeoutError:
            failure = WebError(Words("{host} did not answer in time.", host=parts.hostname))
        except NotSent as error:
            failure = WebError(error.card.happened)
        except Exception as error:
            failure = WebError(_failed(error, parts))
        raise failure from None

    async def _file(self, url: str, limits: Limits) -> bytes:
        async with self._response(url, {}) as response:
            from akool_desktop.akool.connections import content_of

            content_type = _content_type(response)
            wrong = WebError(Words(limits.otherwise.template, host=response.url.host))
            if "svg" in content_type or not (content_type in _UNSAID or content_type.startswith(limits.types)):
                raise wrong
            body = await content_of(response, limits.bytes)
            if body is None:
                host, most = response.url.host, limits.bytes >> 20
                raise WebError(Words("{host} sends more than {megabytes} MB.", host=host, megabytes=most))
            if kind_of(body[:HEAD]) != limits.kind:
                raise wrong
            return body

    async def _beginning(self, url: str) -> Probe:
        async with self._response(url, {"Range": f"bytes=0-{HEAD - 1}"}) as response:
            from akool_desktop.akool.connections import beginning

            content_type, kind = _content_type(response), kind_of((await beginning(response, HEAD))[:HEAD])
            return Probe(_named(content_type) if kind == "other" else kind, content_type)

    @asynccontextmanager
    async def _response(self, url: str, headers: Mapping[str, str]) -> "AsyncIterator[httpx.Response]":
        """The answer at the end of the redirects, its body not yet read."""
        for _ in range(_MOST_REDIRECTS + 1):
            response = await self._ask(url, headers)
            host, status = response.url.host, response.status_code
            url = str(response.extensions["location"])
            try:
                if not 300 <= status < 400 or not url:
                    if status not in (200, 206):
                        raise WebError(Words("{host} answers with HTTP {status}.", host=host, status=status))
                    yield response
                    return
            finally:
                await response.aclose()
        raise WebError(Words("{host} sends the request on and on.", host=host))

    async def _ask(self, url: str, headers: Mapping[str, str]) -> "httpx.Response":
        parts = checked(url)
        if parts is None:
            raise WebError(Words("The link leads on to something that is not a web address."))
        near = self._near and is_loopback(parts.hostname or "")
        if not near:
            require_public_name(parts.hostname or "")
        client = await self._client(near, parts.scheme == "https")
        request = client.build_request("GET", url, headers=dict(headers), timeout=None)
        guard = _Guard(request.url.raw_host.decode("ascii"), near)
        request.extensions["trace"] = guard.trace
        try:
            return await client.send(request, stream=True)
        except BaseException:
            await guard.tidy_up()
            raise

    async def _client(self, near: bool, secure: bool) -> "httpx.AsyncClient":
        async with self._opening:
            if (near, secure) not in self._open:
                self._open[near, secure] = await asyncio.to_thread(_opened, near, secure)
            return self._open[near, secure]


class _Guard:
    """Looks at where a connection goes before it is made, and at where it went before anything is sent.

    A connection to another host than the link's is one to a proxy, which the operator or the system has chosen. It is
    the proxy then that resolves the link's name and connects, from its own place in the network, and what it may reach
    is its owner's to decide, as for any browser. Yet it stands inside too, so a proxy weakens nothing: names of the
    inside are never handed to it, nor names that are known here to lead inside; a name that only the proxy can resolve
    passes, since behind a strict proxy that is every name there is.
    https://www.encode.io/httpcore/extensions/#trace
    """

    def __init__(self, host: str, near: bool) -> None:
        self._host, self._near = host, near
        self._looks = self._asked = False
        self._connection: httpcore.AsyncNetworkStream | None = None

    async def trace(self, event: str, info: Mapping[str, Any]) -> None:
        if event == "connection.connect_tcp.started":
            self._looks = not self._near and info["host"] == self._host
            if self._looks:
                await require_public_addresses(self._host, info["port"])
        elif event == "connection.connect_tcp.complete":
            self._connection = info["return_value"]
            if self._looks:
                require_public(str(info["return_value"].get_extra_info("server_addr")[0]))
        elif event.endswith(".send_request_headers.started") and not self._asked:
            self._asked = True  # of a connection that was open already, too: a proxy's serves many hosts
            if info["request"].extensions.get("proxied"):
                await require_not_known_inside(self._host)

    async def tidy_up(self) -> None:
        """Stopped between connecting and greeting, httpcore 1.0.9 forgets the connection without closing it."""
        if self._connection:
            await self._connection.aclose()


def _opened(near: bool, secure: bool) -> "httpx.AsyncClient":
    from akool_desktop.akool.connections import connections  # imports httpx, which may cost the window's thread nothing

    return connections(Call.READ, secure=secure, near=near, headers={"Accept": "*/*"})


def _content_type(response: "httpx.Response") -> str:
    return str(response.headers.get("content-type", "")).partition(";")[0].strip().lower()


def _named(content_type: str) -> Kind:
    if content_type.startswith("image/") and "svg" not in content_type:
        return "picture"
    return "video" if content_type.startswith("video/") else "other"


_FAILED: Mapping[Reason, str] = {
    Reason.DNS: marked("The network does not know the name {host}."),
    Reason.REFUSED: marked("The connection to {host} was refused."),
    Reason.CERTIFICATE: marked("This computer does not trust the certificate of {host}."),
    Reason.OTHER_NAME: marked("The certificate that came belongs to another server than {host}."),
    Reason.TLS: marked("{host} and this computer could not agree on a safe connection."),
    Reason.PROXY: marked("The proxy between this computer and {host} did not let the request pass."),
    Reason.PROXY_AWAY: marked("The proxy that should lead to {host} cannot be reached."),
    Reason.PROXY_LOGIN: marked(
        "The proxy between this computer and {host} wants a user name and a password, or others."
    ),
    Reason.PROXY_UNSAFE: marked(
        "The proxy {proxy}, which should lead to {host}, could not prove who it is, or takes no safe connections."
    ),
    Reason.KEYRING: marked("The proxy's password is in this computer's keyring, which asks to be unlocked."),
    Reason.SETTING: marked("{setting} holds something that cannot be used here."),
}
_BROKE = marked("The connection to {host} broke, or did not come about.")


def _failed(error: Exception, parts: SplitResult) -> Words:
    from akool_desktop.akool.connections import particulars, reason_of

    template = _FAILED.get(reason_of(error), _BROKE)
    return Words(template, host=parts.hostname, **particulars(error, ""))

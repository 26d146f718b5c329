"""The one place that talks to httpx: a successor changes this file.

Importing it costs the better part of 100 ms and building a Wire as much again (certificates), so both are done in a
worker thread, when the first request wants to leave. httpx is used for what travels, and told to leave out what it
does by itself: no redirects (it would send ``x-api-key`` along to another host), no cookies, no netrc, and no proxy
on the way to this computer.
"""

import asyncio
import ipaddress
import os
import re
import socket
import ssl
import zlib
from collections.abc import Callable, Iterator, Mapping
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

import anyio
import httpcore
import httpx

from akool_desktop import __version__
from akool_desktop.akool.errors import AkoolError, Call, NotSent, Unclear
from akool_desktop.akool.faults import Reason
from akool_desktop.akool.replies import Reply
from akool_desktop.words import Words

MOST_MEGABYTES = 2
_MOST_BYTES = MOST_MEGABYTES * 1024 * 1024
_HEADERS = {
    "Accept": "application/json",
    "Accept-Encoding": "identity",
    "User-Agent": f"akool-desktop/{__version__}",
}
_PROXIES = ("http_proxy", "https_proxy", "all_proxy")
_KEY = re.compile("(Bearer )?[!-~]+")


class Wire:
    """Connections to one base URL, all with the same key. Built in a worker thread; raises NotSent there."""

    def __init__(self, call: Call, base_url: str, key: Mapping[str, str], *, connect_seconds: float) -> None:
        parts = _checked_address(call, base_url)
        if not all(_KEY.fullmatch(value) for value in key.values()) or not (key or _is_this_computer(parts)):
            raise NotSent(call, Reason.KEY)
        self._base_url = base_url.rstrip("/")
        self._host = parts.hostname or ""
        self._connect_seconds = connect_seconds
        self._http = _client(call, parts, key)
        anyio.run(anyio.sleep, 0)  # imports its asyncio half here, and not in the window's thread

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
        """One request, never repeated. ``seconds`` is for all of it, however slowly the answer drips in.

        ``leaving`` is called right before the first byte of the request leaves, on the way through a proxy too.
        Raises NotSent before that point and Unclear after it.
        """
        departure = _Departure(leaving)
        try:
            async with asyncio.timeout(seconds):
                return await self._exchange(call, method, path, body, seconds, departure)
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
        self, call: Call, method: str, path: str, body: bytes | None, seconds: float, departure: "_Departure"
    ) -> Reply:
        async with self._http.stream(
            method,
            self._base_url + path,
            content=body,
            headers={} if body is None else {"Content-Type": "application/json"},
            timeout=httpx.Timeout(seconds, connect=self._connect_seconds),
            extensions={"trace": departure.trace},
        ) as response:
            if 300 <= response.status_code < 400:
                return Reply(response.status_code, location=response.extensions["location"])
            content = await _content(call, response)
            return Reply(response.status_code, content, response.headers.get("content-type", "").lower())

    def _failure(self, call: Call, departure: "_Departure", error: Exception, seconds: float) -> AkoolError:
        late = isinstance(error, TimeoutError | httpx.TimeoutException)
        if departure.left:
            return Unclear(call, Reason.TIMEOUT, seconds=f"{seconds:g}") if late else Unclear(call, Reason.CUT)
        return NotSent(call, Reason.TIMEOUT if late else _reason(error), host=self._host)


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
        safe = parts.scheme == "https" or (parts.scheme == "http" and _is_this_computer(parts))
        plain = parts.hostname and "@" not in parts.netloc and not parts.query and not parts.fragment
        if safe and plain and parts.port != 0 and httpx.URL(base_url).host:
            return parts
    except (ValueError, httpx.InvalidURL):
        pass
    raise NotSent(call, Reason.ADDRESS)


def _is_this_computer(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.rstrip(".") == "localhost"


def _client(call: Call, parts: SplitResult, key: Mapping[str, str]) -> httpx.AsyncClient:
    verify = _trusted(call) if parts.scheme == "https" else False  # nothing to verify: plain http
    try:
        return httpx.AsyncClient(
            headers={**_HEADERS, **key},
            verify=verify,
            trust_env=not _is_this_computer(parts),
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            event_hooks={"response": [_keep_location]},
        )
    except Exception:
        failure = NotSent(call, Reason.SETTING, setting=_bad_proxy_setting())
    raise failure


def _trusted(call: Call) -> ssl.SSLContext:
    """The certificates that httpx ships or the environment names; by default those of this computer too, since a
    company that reads its network traffic puts its own there."""
    try:
        context = httpx.create_ssl_context()
        if not any(os.environ.get(name) for name in ("SSL_CERT_FILE", "SSL_CERT_DIR")):
            context.load_default_certs()
        return context
    except OSError:
        failure = NotSent(call, Reason.SETTING, setting=_bad_certificate_setting())
    raise failure


def _bad_certificate_setting() -> str | Words:
    try:
        if file := os.environ.get("SSL_CERT_FILE"):
            ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(file)
    except OSError:
        return "SSL_CERT_FILE"
    return "SSLKEYLOGFILE" if "SSLKEYLOGFILE" in os.environ else Words("The list of trusted certificates")


def _bad_proxy_setting() -> str | Words:
    """The variable that httpx cannot use. Only its name: its value may hold a login."""
    for name, value in os.environ.items():
        if name.lower() in _PROXIES and not _usable_proxy(value):
            return name
    no_proxy = (name for name in os.environ if name.lower() == "no_proxy")
    return next(no_proxy, Words("The system’s proxy setting"))


def _usable_proxy(value: str) -> bool:
    try:
        httpx.AsyncClient(proxy=value if "://" in value else f"http://{value}", verify=False, trust_env=False)
    except Exception:
        return False
    return True


async def _keep_location(response: httpx.Response) -> None:
    """httpx would build the next request from it even when it may not follow, and stumble over a bad one."""
    location = response.headers.pop("location", "")
    try:
        response.extensions["location"] = urljoin(str(response.url), location) if location else ""
    except ValueError:
        response.extensions["location"] = ""


async def _content(call: Call, response: httpx.Response) -> bytes:
    too_large = Unclear(call, Reason.TOO_LARGE, megabytes=MOST_MEGABYTES)
    if int(response.headers.get("content-length", 0)) > _MOST_BYTES:
        raise too_large
    content = bytearray()
    async for chunk in response.aiter_raw():
        content += chunk
        if len(content) > _MOST_BYTES:
            raise too_large
    plain = _unpacked(bytes(content), response.headers.get("content-encoding", "identity"))
    if len(plain) > _MOST_BYTES:
        raise too_large
    return plain


def _unpacked(content: bytes, encoding: str) -> bytes:
    """Some gateways pack what was asked for as it is. Never more than a byte beyond what is read at most."""
    if encoding.lower() not in ("gzip", "deflate"):
        return content
    try:
        return zlib.decompressobj(wbits=zlib.MAX_WBITS | 32).decompress(content, _MOST_BYTES + 1)
    except zlib.error:
        return b""


def _reason(error: BaseException) -> Reason:
    causes = list(_causes(error))

    def has(*kinds: type[BaseException]) -> bool:
        return any(isinstance(cause, kinds) for cause in causes)

    for reason, kinds in {
        Reason.PROXY: (httpx.ProxyError,),
        Reason.DNS: (socket.gaierror,),
        Reason.CERTIFICATE: (ssl.SSLCertVerificationError,),
        Reason.TLS: (ssl.SSLError,),
        Reason.REFUSED: (ConnectionRefusedError,),
        Reason.ADDRESS: (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError),
    }.items():
        if has(*kinds):
            return reason
    return Reason.NETWORK


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error and all that led to it."""
    if error is not None:
        yield error
        yield from _causes(error.__cause__ or error.__context__)
        for one in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
            yield from _causes(one)

"""The one place that decides how this program reaches the network: proxies (proxies.py says which), certificates, and
what httpx may not do.

Importing httpx costs the better part of 100 ms and the first client as much again (certificates), so this module is
imported in a worker thread. httpx is used for what travels, and told to leave out what it does by itself: no redirects
(it would send ``x-api-key`` along to another host), no cookies, no netrc, and no proxy on the way to this computer.
A successor of httpx changes this file and wire.py; web.py only uses the client that is made here.
"""

import asyncio
import os
import socket
import ssl
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any
from urllib.parse import urljoin

import anyio
import httpx

from akool_desktop import __version__
from akool_desktop.akool.errors import Call, NotSent
from akool_desktop.akool.faults import Reason
from akool_desktop.akool.proxies import BadProxy, Choice, PasswordWaits, Proxy, proxy_for
from akool_desktop.words import Words

# httpcore asks for it at each request. Where it is not installed, each time the whole path would be searched for it.
sys.modules.setdefault("sniffio", None)  # type: ignore[arg-type]

_HEADERS = {"Accept-Encoding": "identity", "User-Agent": f"akool-desktop/{__version__}"}
_OTHER_NAME = (62, 64)  # OpenSSL's X509_V_ERR_HOSTNAME_MISMATCH and X509_V_ERR_IP_ADDRESS_MISMATCH
_CERTIFICATES = ("SSL_CERT_FILE", "SSL_CERT_DIR")
# Where the systems keep their certificates. A program that was built on another one looks in the wrong place by itself.
_LISTS = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Ubuntu, Arch, Alpine
    "/etc/pki/tls/certs/ca-bundle.crt",  # Fedora, RHEL
    "/etc/ssl/ca-bundle.pem",  # openSUSE
)


def connections(
    call: Call, *, secure: bool, near: bool, headers: Mapping[str, str], choice: Choice | None = None
) -> httpx.AsyncClient:
    """Connections that send these headers. ``secure``: https may be asked for; ``near``: to this computer only.
    ``choice``: the proxy to try instead of the one that is chosen.

    Raises NotSent where a setting of this computer is in the way.
    """
    verify = False if near and not secure else _trusted(call)  # else nothing to verify: plain http, and no proxy
    try:
        made = httpx.AsyncClient(
            headers={**_HEADERS, **headers},
            transport=_Ways(verify, near, choice),
            trust_env=False,
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            event_hooks={"response": [_keep_location]},
        )
        anyio.run(anyio.sleep, 0)  # imports its asyncio half here, and not in the window's thread
        return made
    except Exception:
        failure = NotSent(call, Reason.SETTING, setting=_bad_certificate_setting())
    raise failure


class _Ways(httpx.AsyncBaseTransport):
    """One set of connections for the straight way and one for each proxy; the way is asked for at each request."""

    def __init__(self, verify: ssl.SSLContext | bool, near: bool, choice: Choice | None) -> None:
        self._verify, self._near, self._choice = verify, near, choice
        self._open: dict[Proxy | None, httpx.AsyncHTTPTransport] = {}
        self._open[None] = httpx.AsyncHTTPTransport(verify=verify, trust_env=False)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self._near:
            return await self._open[None].handle_async_request(request)
        proxy = await asyncio.to_thread(proxy_for, str(request.url.copy_with(query=None)), self._choice)
        request.extensions["proxied"] = proxy is not None
        if proxy is None:
            return await self._open[None].handle_async_request(request)
        return await self._by(proxy, request)

    async def _by(self, proxy: Proxy, request: httpx.Request) -> httpx.Response:
        if proxy not in self._open:
            self._open[proxy] = self._made(proxy)
        passed = _follow_through(request)
        try:
            response = await self._open[proxy].handle_async_request(request)
        except httpx.ConnectError as error:
            if passed:
                raise
            greeted = any(isinstance(cause, ssl.SSLError) for cause in _causes(error))
            raise (_UnsafeError(proxy) if greeted else _AwayError("the proxy cannot be reached")) from error
        if response.status_code == httpx.codes.PROXY_AUTHENTICATION_REQUIRED:
            await response.aclose()
            raise httpx.ProxyError("407")
        return response

    def _made(self, proxy: Proxy) -> httpx.AsyncHTTPTransport:
        assert isinstance(self._verify, ssl.SSLContext)
        login = (proxy.user, proxy.password) if proxy.user else None
        context = self._verify if proxy.address.startswith("https:") else None
        way = httpx.Proxy(proxy.address, auth=login, ssl_context=context)
        return httpx.AsyncHTTPTransport(verify=self._verify, trust_env=False, proxy=way)

    async def aclose(self) -> None:
        for transport in self._open.values():
            await transport.aclose()


class _AwayError(httpx.ProxyError):
    """Nothing answers where the proxy should be."""


class _UnsafeError(httpx.ProxyError):
    """It was the proxy itself that could not be greeted safely, not the server behind it."""

    def __init__(self, proxy: Proxy) -> None:
        super().__init__("the proxy takes no safe connection, or is not trusted")
        self.proxy = proxy.address


def _follow_through(request: httpx.Request) -> list[str]:
    """Holds something as soon as the way led through the proxy, and it is the server behind it that is greeted.

    https://www.encode.io/httpcore/extensions/#trace
    """
    passed: list[str] = []
    heard = request.extensions.get("trace")

    async def trace(event: str, info: Mapping[str, Any]) -> None:
        if event == "proxy.start_tls.started":
            passed.append(event)
        if heard:
            await heard(event, info)

    request.extensions["trace"] = trace
    return passed


def _trusted(call: Call) -> ssl.SSLContext:
    """The certificates that the environment names; else those of the system, since a company that reads its network
    traffic puts its own there, and with them those that httpx ships, for a system that has none."""
    try:
        context = _alike_everywhere(httpx.create_ssl_context())  # reads the environment, or what is shipped
        if any(os.environ.get(name) for name in _CERTIFICATES):
            return context
        return _with_the_systems(context) if sys.platform == "linux" else asked_of_the_system()
    except OSError:
        failure = NotSent(call, Reason.SETTING, setting=_bad_certificate_setting())
    raise failure


def _alike_everywhere(context: ssl.SSLContext) -> ssl.SSLContext:
    """Since Python 3.13 a list that names a company's intermediate certificate is enough, as it is for browsers, and a
    company's root that does not say all that RFC 5280 asks for is refused, which browsers take and a user cannot mend.
    """
    context.verify_flags = (context.verify_flags | ssl.VERIFY_X509_PARTIAL_CHAIN) & ~ssl.VERIFY_X509_STRICT
    return context


def _with_the_systems(context: ssl.SSLContext) -> ssl.SSLContext:
    context.load_default_certs()
    for found in filter(os.path.isfile, _LISTS):
        context.load_verify_locations(found)
        break
    return context


def asked_of_the_system() -> ssl.SSLContext:
    """Windows and macOS decide themselves, at each greeting. Not on Linux: there the library reads the whole list anew
    for each connection, in the thread of whoever connects."""
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _bad_certificate_setting() -> str | Words:
    try:
        if file := os.environ.get("SSL_CERT_FILE"):
            ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(file)
    except OSError:
        return "SSL_CERT_FILE"
    return "SSLKEYLOGFILE" if "SSLKEYLOGFILE" in os.environ else Words("The list of trusted certificates")


async def _keep_location(response: httpx.Response) -> None:
    """httpx would build the next request from it even when it may not follow, and stumble over a bad one."""
    location = response.headers.pop("location", "")
    try:
        response.extensions["location"] = urljoin(str(response.url), location) if location else ""
    except ValueError:
        response.extensions["location"] = ""


async def beginning(
    response: httpx.Response, most: int, whole: Callable[[bytes], bool] = lambda _content: False
) -> bytes:
    """The body, or the first of it that is more than ``most``. ``whole``: that this is all of it, although the
    connection broke, or stays open and brings no end.

    Reading is stopped by closing the response and going on until that is noticed: a generator that is left halfway
    would be ended by nobody, since qasync's loop has no hooks for it.
    """
    content = bytearray()
    try:
        async for chunk in response.aiter_raw():
            if len(content) <= most:
                content += chunk
            if len(content) > most:
                await response.aclose()
    except (Exception, asyncio.CancelledError):  # the second when the time is up
        if len(content) <= most and not whole(bytes(content)):
            raise
    return bytes(content)


async def content_of(
    response: httpx.Response, most: int, whole: Callable[[bytes], bool] = lambda _content: False
) -> bytes | None:
    """The body, unpacked; None where it is larger than ``most``, packed or not. ``whole`` is for beginning()."""
    if int(response.headers.get("content-length", 0)) > most:
        return None
    content = await beginning(response, most, whole)
    if len(content) <= most:
        content = _unpacked(content, response.headers.get("content-encoding", "identity"), most)
    return content if len(content) <= most else None


def _unpacked(content: bytes, encoding: str, most: int) -> bytes:
    """Some gateways pack what was asked for as it is. Never more than a byte beyond ``most``."""
    if encoding.lower() not in ("gzip", "deflate"):
        return content
    try:
        return zlib.decompressobj(wbits=zlib.MAX_WBITS | 32).decompress(content, most + 1)
    except zlib.error:
        return b""


def reason_of(error: BaseException) -> Reason:
    causes = list(_causes(error))

    def has(*kinds: type[BaseException]) -> bool:
        return any(isinstance(cause, kinds) for cause in causes)

    if isinstance(error, httpx.ProxyError) and str(error).startswith("407"):
        return Reason.PROXY_LOGIN
    if isinstance(error, TimeoutError | httpx.TimeoutException):  # whatever stood still: a greeting, a proxy
        return Reason.TIMEOUT
    if not has(_UnsafeError) and any(getattr(cause, "verify_code", 0) in _OTHER_NAME for cause in causes):
        return Reason.OTHER_NAME
    for reason, kinds in {
        Reason.KEYRING: (PasswordWaits,),
        Reason.SETTING: (BadProxy,),
        Reason.PROXY_AWAY: (_AwayError,),
        Reason.PROXY_UNSAFE: (_UnsafeError,),
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


def not_sent(call: Call, error: BaseException, host: str) -> NotSent:
    """What kept the request here, with the values that its sentence needs."""
    return NotSent(call, reason_of(error), host=host, **particulars(error, host))


def particulars(error: BaseException, host: str) -> dict[str, object]:
    """What the sentences name besides the host."""
    return {"setting": getattr(error, "setting", host), "proxy": getattr(error, "proxy", "")}


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error and all that led to it."""
    if error is not None:
        yield error
        yield from _causes(error.__cause__ or error.__context__)
        for one in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
            yield from _causes(one)

"""The one place that decides how this program reaches the network: proxies, certificates, and what httpx may not do.

Importing httpx costs the better part of 100 ms and the first client as much again (certificates), so this module is
imported in a worker thread. httpx is used for what travels, and told to leave out what it does by itself: no redirects
(it would send ``x-api-key`` along to another host), no cookies, no netrc, and no proxy on the way to this computer.
A successor of httpx changes this file and wire.py; web.py only uses the client that is made here.
"""

import ipaddress
import os
import socket
import ssl
import zlib
from collections.abc import Iterator, Mapping
from http.cookiejar import CookieJar, DefaultCookiePolicy
from urllib.parse import SplitResult, urljoin

import anyio
import httpx

from akool_desktop import __version__
from akool_desktop.akool.errors import Call, NotSent
from akool_desktop.akool.faults import Reason
from akool_desktop.words import Words

_HEADERS = {"Accept-Encoding": "identity", "User-Agent": f"akool-desktop/{__version__}"}
_PROXIES = ("http_proxy", "https_proxy", "all_proxy")


def connections(call: Call, *, secure: bool, near: bool, headers: Mapping[str, str]) -> httpx.AsyncClient:
    """Connections that send these headers. ``secure``: https may be asked for; ``near``: to this computer only.

    Raises NotSent where a setting of this computer is in the way.
    """
    verify = _trusted(call) if secure else False  # nothing to verify: plain http
    try:
        made = httpx.AsyncClient(
            headers={**_HEADERS, **headers},
            verify=verify,
            trust_env=not near,
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            event_hooks={"response": [_keep_location]},
        )
        anyio.run(anyio.sleep, 0)  # imports its asyncio half here, and not in the window's thread
        return made
    except Exception:
        failure = NotSent(call, Reason.SETTING, setting=_bad_proxy_setting())
    raise failure


def is_this_computer(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.rstrip(".") == "localhost"


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


async def beginning(response: httpx.Response, most: int) -> bytes:
    """The body, or the first of it that is more than ``most``.

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
    except Exception:
        if len(content) <= most:
            raise
    return bytes(content)


def unpacked(content: bytes, encoding: str, most: int) -> bytes:
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

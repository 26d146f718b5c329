"""Which hosts a link out of somebody else's list may lead to.

A list comes from a server, and its links are opened by this computer, which stands inside a network: a hostile link
must not make it ask the router, a printer or a service on loopback. So a name counts by what it resolves to, and what
it was connected to is looked at again, for a name may be resolved anew in between.
"""

import asyncio
import ipaddress
import socket
from contextlib import suppress
from urllib.parse import SplitResult, urlsplit

_LOOK_UP_SECONDS = 2.0  # behind a proxy, where names of the internet often cannot be looked up at all
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_INSIDE = (".local", ".localhost", ".internal", ".lan", ".home", ".home.arpa", ".intranet", ".corp")


class PrivateError(Exception):
    """The address belongs to this computer or to its own network."""


def checked(url: str) -> SplitResult | None:
    """The parts of a web link that can be asked for without a login; None for any other text."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc and parts.port != 0
    except ValueError:
        return None
    return parts if good and url.isprintable() and " " not in url else None


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.rstrip(".").lower() == "localhost"


def require_public_name(host: str) -> None:
    """What can be told without asking anyone: also a proxy is not asked for a name of the inside. Raises PrivateError.

    A name whose last part is a number is an address in one of its odd spellings (127.1, 2130706433, 0x7f.1).
    """
    host = host.rstrip(".").lower()
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        last = host.rpartition(".")[2]
        if "." not in host or last[:1].isdigit() or host.endswith(_INSIDE):
            raise PrivateError from None
    else:
        require_public(str(address))


def require_public(address: str) -> None:
    """Raises PrivateError unless the address is one of the open internet."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1] or _behind_nat64(found)
        found = inner or found
    if not found.is_global or found.is_multicast:
        raise PrivateError


def _behind_nat64(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Which one of the old internet's a gateway makes of it (RFC 6052), though it should not of one that is inside."""
    return ipaddress.IPv4Address(address.packed[12:]) if address in _NAT64 else None


async def require_public_addresses(host: str, port: int) -> None:
    """All that the name resolves to. Raises PrivateError, and OSError where the name is not known."""
    loop = asyncio.get_running_loop()
    for *_, where in await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        require_public(str(where[0]))


async def require_not_known_inside(host: str) -> None:
    """For a name that a proxy will look up: raises PrivateError if it is known here, and leads inside."""
    with suppress(OSError, TimeoutError):
        async with asyncio.timeout(_LOOK_UP_SECONDS):
            await require_public_addresses(host, 0)

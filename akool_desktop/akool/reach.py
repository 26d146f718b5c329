"""Whether a server can be reached from here at all: a question without a key, through the proxy that is to be tried."""

import asyncio
from dataclasses import dataclass
from urllib.parse import urlsplit

from akool_desktop.akool.addresses import is_loopback
from akool_desktop.akool.errors import Call, NotSent
from akool_desktop.akool.proxies import Choice, proxy_for

_SECONDS = 15.0


@dataclass(frozen=True)
class Reached:
    """``proxy``: the address of the one in between, or empty."""

    host: str
    proxy: str


async def reach(url: str, choice: Choice | None = None) -> Reached:
    """Whatever the server answers, it was reached, and over https it has proved who it is. Raises NotSent."""
    from akool_desktop.akool.connections import connections, not_sent

    parts = urlsplit(url)
    host = parts.hostname or ""
    try:
        client = await asyncio.to_thread(
            connections, Call.READ, secure=parts.scheme == "https", near=is_loopback(host), headers={}, choice=choice
        )
        async with asyncio.timeout(_SECONDS), client, client.stream("GET", url, timeout=None):
            proxy = await asyncio.to_thread(proxy_for, url, choice)
            return Reached(host, proxy.address if proxy else "")
    except NotSent:
        raise
    except Exception as error:
        failure = not_sent(Call.READ, error, host)
    raise failure

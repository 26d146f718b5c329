"""How each failure on demand looks on the wire."""

import math
from dataclasses import replace

from akool_desktop.practice import failures
from akool_desktop.practice.wire import Reply, envelope

# Booked like any other session; only what is said of it goes wrong.
_BOOKED = frozenset({"slow", "never", "cut-after", "no-data", "failed"})

_GATEWAY_PAGE = b"""<!doctype html>
<html><head><title>502 Bad Gateway</title></head>
<body><h1>502 Bad Gateway</h1><p>The upstream server is not there.</p></body></html>
"""


def instead(name: str, elsewhere: str) -> Reply | None:
    """The answer to a create that books nothing; None for a failure that books a session.

    ``elsewhere`` is where a redirect points to.
    """
    if name in _BOOKED:
        return None
    if name.isdigit():
        return envelope(int(name), failures.meaning(name))
    return {
        "cut-before": Reply(b"", share=0.0),
        "not-json": Reply(_GATEWAY_PAGE, 502, "text/html; charset=utf-8"),
        "wrong-shape": Reply(b'["session", {"identifier": 7}]'),
        "huge": Reply(b'{"code": 1000, "msg": "OK"}', padding=failures.HUGE_BYTES),
        "redirect": Reply(b"", 307, headers=(("location", elsewhere),)),
        "http-401": Reply(b"", 401),
        "http-429": Reply(b"Too Many Requests", 429, "text/plain", headers=(("retry-after", "30"),)),
        "http-500": Reply(b'{"message": "Internal Server Error"}', 500),
    }[name]


def spoiled(name: str, good: Reply) -> Reply:
    """What becomes of the answer to a create that did book a session."""
    match name:
        case "slow":
            return replace(good, wait=failures.SLOW_SECONDS)
        case "never":
            return replace(good, wait=math.inf)
        case "cut-after":
            return replace(good, share=0.5)
        case "no-data":
            return envelope(1000, "OK")
        case _:
            return good

"""Who may ask the host for what, and what every answer says to the browser.

Other programs and other pages on this computer reach a loopback port too. So: a page is only served under the one
name that the host gave out (a rebound name is another), what matters is only answered to that page itself, and a
ticket opens it once.
"""

import hmac
import re
import secrets
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import urlsplit

TICKET_SECONDS = 60.0


class Tickets:
    """Random words of 256 bits, each good once and for a short time."""

    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        self._seconds = seconds
        self._clock = clock
        self._live: dict[str, float] = {}

    def issue(self) -> str:
        ticket = secrets.token_urlsafe(32)
        self._live[ticket] = self._clock() + self._seconds
        return ticket

    def redeem(self, ticket: str | None) -> bool:
        """Whether it was good; from now on it is not."""
        if ticket is None:
            return False
        for known in list(self._live):
            if hmac.compare_digest(known.encode(), ticket.encode("utf-8", "replace")):
                return self._clock() < self._live.pop(known)
        return False


def refusal(method: str, headers: Mapping[str, str], origin: str) -> int | None:
    """The status that refuses this request, or None. ``origin`` is the host's own.

    421 for another name of this computer, 403 for another page. What changes anything (POST, a websocket) must
    prove that it comes from the host's page; Sec-Fetch-Site only counts where the browser knows it.
    """
    if headers.get("Host") != urlsplit(origin).netloc:
        return 421
    acts = method == "POST" or "Upgrade" in headers
    sites = {None, "same-origin"} if acts else {None, "same-origin", "none"}
    if headers.get("Sec-Fetch-Site") not in sites:
        return 403
    if headers.get("Origin") not in ({origin} if acts else {None, origin}):
        return 403
    if method == "POST" and (headers.get("Content-Type") != "application/json" or "X-Stage" not in headers):
        return 403
    return None


def offered(headers: Mapping[str, str], protocol: str) -> str | None:
    """The token that a websocket offers as its second protocol: browsers let a page set no header."""
    words = [word.strip() for word in headers.get("Sec-WebSocket-Protocol", "").split(",")]
    return words[1] if len(words) == 2 and words[0] == protocol else None


def headers(origin: str, sources: Iterable[str]) -> dict[str, str]:
    """What every answer carries; ``sources`` are the servers that the page may call."""
    return {
        "Content-Security-Policy": content_policy(origin, sources),
        "Permissions-Policy": "microphone=(self), autoplay=(self), fullscreen=(self), camera=(), geolocation=(), "
        "display-capture=(), usb=(), serial=(), hid=(), bluetooth=(), midi=(), payment=()",
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Frame-Options": "DENY",
        "Server": "Stage",
    }


def content_policy(origin: str, sources: Iterable[str]) -> str:
    """No inline code, no eval, nothing from elsewhere."""
    connect = ["'self'", origin.replace("http", "ws", 1), *sources]
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "worker-src 'self' blob:",
            "style-src 'self'",
            "img-src 'self' data:",
            "media-src 'self' blob: mediastream:",
            "connect-src " + " ".join(connect),
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        )
    )


# Agora's and Tencent's pages on firewalls name these.
_AGORA = (
    "https://*.agora.io:* https://*.sd-rtn.com:* wss://*.edge.agora.io:* wss://*.edge.sd-rtn.com:* "
    "wss://*.agora.io:* wss://*.sd-rtn.com:*"
)
_TENCENT = (
    *("cloud-rtc.com", "cloud-rtc.net", "rtc-web.com", "rtc-web.io", "rtc.qq.com", "rtc.qcloud.com"),
    *("rtc.tencentcloud.com", "my-imcloud.com"),
)


def connect_sources(stream_type: str, credentials: Mapping[str, object]) -> list[str]:
    """The servers that the page may call, as Content-Security-Policy writes them."""
    if stream_type == "agora":
        return _AGORA.split()
    if stream_type == "trtc":
        hosts = [f"*.{domain}" for domain in _TENCENT]
        return [f"{scheme}://{host}:*" for host in hosts for scheme in ("https", "wss")] + ["https://yun.tim.qq.com"]
    if stream_type == "livekit":
        return _livekit_sources(str(credentials.get("livekit_url", "")))
    return []


def _livekit_sources(url: str) -> list[str]:
    """The session's own server; LiveKit Cloud may send a client on to the server of another region."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return []
    if parts.scheme not in ("ws", "wss", "http", "https") or not _HOST.fullmatch(parts.netloc):
        return []
    safe = "s" if parts.scheme in ("wss", "https") else ""
    hosts = [parts.netloc, *(["*.livekit.cloud"] if parts.netloc.endswith(".livekit.cloud") else [])]
    return [f"{scheme}{safe}://{host}" for host in hosts for scheme in ("ws", "http")]


_HOST = re.compile(r"(\[[0-9a-fA-F:]+\]|[A-Za-z0-9.-]+)(:\d{1,5})?")


def hide(text: str, hidden: Iterable[str]) -> str:
    """``text`` without these words, and without what follows the ? or # of any address."""
    for word in hidden:
        text = text.replace(word, "…")
    return _AFTER_ADDRESS.sub(r"\1…", text)


_AFTER_ADDRESS = re.compile(r"(\b(?:https?|wss?)://[^\s?#\"']*[?#])[^\s\"']+")

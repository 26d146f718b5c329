"""Which proxy stands between this computer and a host: none, the system's, or the one that the operator has entered.

One choice for the whole program, as environment variables are one for a process; connections.py asks it anew for each
request, so that a change counts from the next one on. This computer itself is never asked through a proxy. Asking may
block (D-Bus, the registry of Windows), so it is done in a worker thread.

SOCKS is refused in words rather than served: the library for it has not been touched since 2020.
"""

import ipaddress
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import Literal
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, getproxies_environment, proxy_bypass

from akool_desktop.akool.addresses import is_loopback
from akool_desktop.words import Words

_PORTAL_SECONDS = 2.0
_PASSWORD = re.compile("(?:^|//)[^/@:]*:(.+)@")
_SYSTEMS = Words("The system's proxy setting")
_PORTAL_HOLDS = 30.0  # seconds that an answer counts: a laptop moves, a list of pictures comes at once
_SILENCE_HOLDS = 60.0  # seconds that a portal is not asked again which has failed: it may start later than this program
_silent_until = 0.0
_answered: dict[str, tuple[float, list[str]]] = {}  # by scheme and host: when, and what


class BadProxy(Exception):  # noqa: N818
    """``setting``: the name of what cannot be used; its value may hold a login."""

    def __init__(self, setting: str | Words) -> None:
        super().__init__(str(setting))
        self.setting = setting


class PasswordWaits(Exception):  # noqa: N818
    """The keyring that holds the proxy's password waits to be unlocked: whoever waited with it would hold a thread."""


@dataclass(frozen=True)
class Proxy:
    """``address``: scheme, host and port, with the login apart from it."""

    address: str
    user: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True)
class Choice:
    """``address``, ``user``, ``password`` and ``exceptions`` (hosts, separated by commas) are for "manual" alone.
    ``password`` may block for a moment, since the keyring is asked; it raises PasswordWaits rather than wait."""

    mode: Literal["system", "none", "manual"] = "system"
    address: str = ""
    user: str = ""
    password: Callable[[], str] = field(default=str, repr=False)
    exceptions: str = ""


_chosen = Choice()


def choose(choice: Choice) -> None:
    """From the next request on."""
    global _chosen
    _chosen = choice


def proxy_for(url: str, choice: Choice | None = None) -> Proxy | None:
    """None: straight on. Raises BadProxy where what is set cannot be used."""
    choice = choice or _chosen
    host = urlsplit(url).hostname or ""
    if choice.mode == "none" or is_loopback(host):
        return None
    if choice.mode == "system":
        return _of_the_system(url, host)
    if is_excepted(host, choice.exceptions):
        return None
    return _read(choice.address, Words("The proxy in this program's settings"), choice.user, choice.password)


def passwords(address: str) -> list[str]:
    """Those in this address and in the environment, as written and as meant, usable or not: they are to be hidden."""
    addresses = [address, *getproxies_environment().values()]
    written = [found[1] for one in addresses if (found := _PASSWORD.search(one))]
    return [*written, *map(unquote, written)]


def is_excepted(host: str, exceptions: str) -> bool:
    """As no_proxy is read elsewhere: a name stands for all beneath it, an address range for its addresses."""
    host = host.lower().rstrip(".")
    for one in (part.strip().lower() for part in exceptions.split(",")):
        name = one.removeprefix("*").lstrip(".")
        if one == "*" or (name and (host == name or host.endswith(f".{name}"))):
            return True
        with suppress(ValueError):
            if ipaddress.ip_address(host) in ipaddress.ip_network(one, strict=False):
                return True
    return False


def is_usable(address: str) -> bool:
    """http or https, a host and a port, and no login: that is kept elsewhere."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    plain = "@" not in parts.netloc and parts.path in ("", "/") and not parts.query and not parts.fragment
    host = parts.hostname or ""
    return parts.scheme in ("http", "https") and bool(host) and bool(port) and plain and address.isprintable()


def _of_the_system(url: str, host: str) -> Proxy | None:
    """The environment's before the desktop's: whoever sets a variable means this program."""
    found = getproxies()
    if is_excepted(host, found.get("no", "")) or proxy_bypass(host):
        return None
    scheme = urlsplit(url).scheme
    for name in (scheme, "all"):
        if value := found.get(name):
            return _read(value, _variable(name))
    return _of_the_desktop(url) if sys.platform == "linux" else None


def _variable(name: str) -> str | Words:
    """The one of the environment that says it, in the writing that counts."""
    names = (f"{name}_proxy", f"{name}_proxy".upper())
    given = {found for found, value in os.environ.items() if value}  # Windows has upper case alone, and finds either
    return next((found for found in names if found in given), _SYSTEMS)


def _read(address: str, setting: str | Words, user: str = "", password: Callable[[], str] = str) -> Proxy:
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
        port, host = parts.port or (443 if parts.scheme == "https" else 80), parts.hostname or ""
    except ValueError:
        raise BadProxy(setting) from None
    if parts.scheme not in ("http", "https") or not host or not address.isprintable() or " " in address:
        raise BadProxy(setting)
    plain = f"{parts.scheme}://{f'[{host}]' if ':' in host else host}:{port}"
    if user:
        return Proxy(plain, user, password())
    return Proxy(plain, unquote(parts.username or ""), unquote(parts.password or ""))


def _of_the_desktop(url: str) -> Proxy | None:
    """GNOME's and KDE's setting, automatic ones (PAC) too, as the desktop itself works it out for this address."""
    answers = _desktops_answers(url)
    if not answers or answers[0].startswith("direct:"):
        return None
    usable = next((answer for answer in answers if answer.startswith(("http:", "https:"))), "")
    if not usable and "direct://" in answers:
        return None
    return _read(usable or answers[0], _SYSTEMS)


def _desktops_answers(url: str) -> list[str]:
    parts = urlsplit(url)
    origin = f"{parts.scheme}://{parts.netloc}/"  # the rest of a link concerns nobody else
    at, answers = _answered.get(origin, (-_PORTAL_HOLDS, []))
    if monotonic() - at >= _PORTAL_HOLDS:
        answers = _ask_portal(origin, answers)
        _answered[origin] = (monotonic(), answers)
    return answers


def _ask_portal(url: str, before: list[str]) -> list[str]:
    """The proxies for an address, in the order of preference; where no desktop answers, those of ``before``.

    https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.ProxyResolver.html
    """
    global _silent_until
    if monotonic() < _silent_until or not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return before
    from jeepney import DBusAddress, MessageType, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    portal = DBusAddress(
        "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Desktop", "org.freedesktop.portal.ProxyResolver"
    )
    try:
        with open_dbus_connection() as bus:
            question = new_method_call(portal, "Lookup", "s", (url,))
            answer = bus.send_and_get_reply(question, timeout=_PORTAL_SECONDS)
            if answer.header.message_type is MessageType.method_return:
                return [str(found) for found in answer.body[0]]
    except Exception:  # jeepney's, the socket's, a bus that is not there: of any kind
        pass
    _silent_until = monotonic() + _SILENCE_HOLDS
    return before

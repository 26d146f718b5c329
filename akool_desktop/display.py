"""Whether a window can open here, and on what.

Qt, told to use a display that does not answer, aborts without a sentence; and its first label, which screen readers are
told of, waits for ever for a session bus that takes the call and never answers.
"""

import os
import sys
from collections.abc import Mapping

_BUS_SECONDS = 3.0  # a computer that has just been switched on has much to do


def missing_display() -> str:
    """A sentence where no window can open, otherwise nothing."""
    if not sys.platform.startswith("linux"):
        return ""
    named = _named(os.environ)
    if named is None:
        return ""
    if not named:
        return "there is no display to open a window on; start it from a desktop session, or set DISPLAY"
    if any(_ANSWERS[name]() for name in named):
        return ""
    silent = " or ".join(f"{name}={os.environ[name]}" for name in named)
    return f"no display answers at {silent}; start it from a desktop session, or correct that variable"


def _named(variables: Mapping[str, str]) -> list[str] | None:
    """The variables that name the displays Qt would try; None where a way without a display was chosen by hand."""
    by_hand = variables.get("QT_QPA_PLATFORM", "")
    if by_hand and not all(way.startswith(("xcb", "wayland")) for way in by_hand.split(";")):
        return None
    kinds = {"WAYLAND_DISPLAY": "wayland", "DISPLAY": "xcb"}
    return [name for name, kind in kinds.items() if variables.get(name) and (not by_hand or kind in by_hand)]


def _x_answers() -> bool:
    """The library that Qt itself uses, so that the answer is the same: it knows of hosts, sockets and cookies."""
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt is the one to say what it lacks
    for name in ("xcb_connect", "xcb_get_setup"):
        getattr(xcb, name).restype = ctypes.c_void_p
    screen = ctypes.c_int()
    connection = ctypes.c_void_p(xcb.xcb_connect(None, ctypes.byref(screen)))
    answers = not xcb.xcb_connection_has_error(connection)
    if answers:  # a server that is there may have no such screen as :0.1 names
        answers = screen.value < xcb.xcb_setup_roots_length(ctypes.c_void_p(xcb.xcb_get_setup(connection)))
    xcb.xcb_disconnect(connection)
    return answers


def _wayland_answers() -> bool:
    """Its library writes lines of its own when there is no folder for sockets."""
    import socket

    place = os.path.join(os.environ.get("XDG_RUNTIME_DIR", ""), os.environ["WAYLAND_DISPLAY"])
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(place)
        except OSError:
            return False
    return True


def leave_silent_bus() -> None:
    """Where the session bus stands still, do without it in this run: then no keyring is asked either."""
    if sys.platform.startswith("linux") and (place := _bus()) and not _bus_answers(place):
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"


def _bus() -> str:
    """Its socket; empty where it is none that this program knows how to ask."""
    folder = os.environ.get("XDG_RUNTIME_DIR")
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS") or (f"unix:path={folder}/bus" if folder else "")
    kind, _, rest = address.partition(";")[0].partition(":")
    values = dict(item.partition("=")[::2] for item in rest.split(","))
    if kind != "unix" or "%" in rest:
        return ""
    return f"\0{values['abstract']}" if "abstract" in values else values.get("path", "")


def _bus_answers(place: str) -> bool:
    """By the first words of https://dbus.freedesktop.org/doc/dbus-specification.html#auth-protocol; one that is not
    there is none to wait for. The bare socket, since importing the other takes longer than all of this."""
    import _socket

    connection = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    try:
        connection.settimeout(_BUS_SECONDS)
        connection.connect(place)
        connection.send(b"\0AUTH\r\n")
        connection.recv(1)
    except TimeoutError:
        return False
    except OSError:
        return True
    finally:
        connection.close()
    return True


_ANSWERS = {"DISPLAY": _x_answers, "WAYLAND_DISPLAY": _wayland_answers}

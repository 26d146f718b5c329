"""The program as a screen reader has it: over AT-SPI on a real bus, from another process."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, Message, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_LABELLED_BY = 2  # AtspiRelationType
_FOCUSABLE, _SHOWING = 11, 25  # AtspiStateType


@dataclass(frozen=True)
class Thing:
    """What a screen reader says of one: ``name`` is its own, or that of its label."""

    role: str
    name: str
    focusable: bool
    path: tuple[str, ...]


class _Gone(Exception):  # noqa: N818
    """It was there when its parent was asked."""


class Reader:
    def __init__(self, bus: DBusConnection) -> None:
        self._bus = bus

    def _ask(self, at: tuple[str, str], method: str) -> Any:
        return self._answer(new_method_call(DBusAddress(at[1], at[0], _ACCESSIBLE), method))

    def _answer(self, question: Message) -> Any:
        reply = self._bus.send_and_get_reply(question, timeout=20)
        if reply.header.message_type is MessageType.error:
            raise _Gone
        return reply.body[0]

    def _name(self, at: tuple[str, str]) -> str:
        return str(self._answer(Properties(DBusAddress(at[1], at[0], _ACCESSIBLE)).get("Name"))[1])

    def _label(self, at: tuple[str, str]) -> str:
        labels = [label for kind, found in self._ask(at, "GetRelationSet") if kind == _LABELLED_BY for label in found]
        return " ".join(self._name(tuple(label)) for label in labels)

    def programs(self) -> list[tuple[str, str]]:
        root = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        return [tuple(found) for found in self._ask(root, "GetChildren")]

    def showing(self, at: tuple[str, str], path: tuple[str, ...] = ()) -> Iterator[Thing]:
        """Everything that is on the screen beneath, as far as it stays there meanwhile."""
        with suppress(_Gone):
            yield from self._showing(at, path)

    def _showing(self, at: tuple[str, str], path: tuple[str, ...]) -> Iterator[Thing]:
        low, high = self._ask(at, "GetState")
        states = low | high << 32
        role, name = str(self._ask(at, "GetRoleName")), self._name(at)
        if path and not states >> _SHOWING & 1:
            return
        yield Thing(role, self._label(at) or name, bool(states >> _FOCUSABLE & 1), path)
        for child in self._ask(at, "GetChildren"):
            yield from self.showing(tuple(child), (*path, f"{role} {name}".strip()))


@contextmanager
def session_bus() -> Iterator[str]:
    """The address of a D-Bus session of its own, on which the accessibility bus starts when it is asked for."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True,
    )  # fmt: skip
    assert daemon.stdout
    try:
        yield daemon.stdout.readline().strip()
    finally:
        daemon.terminate()
        daemon.communicate(timeout=10)


@contextmanager
def reader(session: str) -> Iterator[Reader]:
    with open_dbus_connection(session) as bus:
        asked = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
        address = bus.send_and_get_reply(asked, timeout=20).body[0]
    with open_dbus_connection(address) as bus:
        yield Reader(bus)


def program_of(reading: Reader, within: float = 30) -> tuple[str, str]:
    """The program, as soon as it has said that it is there and has a window."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        for program in reading.programs():
            if sum(1 for _ in reading.showing(program)) > 20:
                return program
    raise AssertionError("no program has come to the accessibility bus")


def variables(session: str, display: str) -> Mapping[str, str]:
    return os.environ | {
        "DBUS_SESSION_BUS_ADDRESS": session, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }  # fmt: skip

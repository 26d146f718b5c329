"""The program as a screen reader has it: over AT-SPI on a real bus, from another process."""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_LABELLED_BY = 2  # AtspiRelationType
_PASSWORD_TEXT = 40  # AtspiRole; Qt's word for it is that of any text
# AtspiStateType, those that a person is told of
_STATES = {
    1: "active", 4: "checked", 7: "editable", 8: "enabled", 9: "expandable", 10: "expanded", 11: "focusable",
    12: "focused", 20: "pressed", 23: "selected", 24: "sensitive", 25: "showing", 30: "visible", 41: "checkable",
    42: "has popup", 43: "read only",
}  # fmt: skip
_EVENTS = ("object:announcement", "object:state-changed:focused")
_At = tuple[str, str]


@dataclass(frozen=True)
class Thing:
    """What a screen reader says of one: ``name`` is its own, or that of its label."""

    role: str
    name: str
    description: str
    states: frozenset[str]
    path: tuple[str, ...]

    def is_in(self, role: str) -> bool:
        return bool(self.path) and self.path[-1].startswith(role)


class Reader:
    """``announced``: what was read aloud by itself, so far."""

    def __init__(self, bus: DBusConnection) -> None:
        self._bus = bus
        self.announced: list[str] = []
        self._focused: _At = "", ""
        registry = DBusAddress("/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry")
        self._ask([new_method_call(registry, "RegisterEvent", "s", (event,)) for event in _EVENTS])
        for member in ("Announcement", "StateChanged"):
            rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member=member)
            self._ask([message_bus.AddMatch(rule)])

    def _ask(self, questions: Sequence[Message]) -> list[Any]:
        """The answers, None from what has gone meanwhile; all are asked before the first is answered."""
        serials = [next(self._bus.outgoing_serial) for _ in questions]
        for question, serial in zip(questions, serials, strict=True):
            self._bus.send(question, serial=serial)
        answers: dict[int, Any] = {}
        while len(answers) < len(questions):
            reply = self._bus.receive(timeout=20)
            serial = reply.header.fields.get(HeaderFields.reply_serial)
            if reply.header.message_type is MessageType.signal:
                self._hear(reply)
            elif serial in serials:
                is_error = reply.header.message_type is MessageType.error
                answers[serial] = None if is_error else next(iter(reply.body), None)
        return [answers[serial] for serial in serials]

    def _hear(self, event: Message) -> None:
        fields = event.header.fields
        if fields[HeaderFields.member] == "Announcement":
            self.announced.append(str(event.body[3][1]))
        elif fields[HeaderFields.member] == "StateChanged" and event.body[:2] == ("focused", 1):
            self._focused = fields[HeaderFields.sender], fields[HeaderFields.path]

    def _ask_each(self, places: Sequence[_At], method: str) -> list[Any]:
        return self._ask([new_method_call(DBusAddress(path, name, _ACCESSIBLE), method) for name, path in places])

    def _read_each(self, places: Sequence[_At], name: str) -> list[str]:
        questions = [Properties(DBusAddress(path, bus, _ACCESSIBLE)).get(name) for bus, path in places]
        return [str(answer[1]) if answer else "" for answer in self._ask(questions)]

    def focused(self) -> list[Thing]:
        """What the cursor came to last: the only way to the entries of a menu, which belong to no window."""
        self._ask_each([self._focused], "GetState")  # when the program has answered, all it said before has been heard
        states = _states(*self._ask_each([self._focused], "GetState")[0])
        return [thing for thing, _ in self._read([(self._focused, (), states)])]

    def active(self) -> list[Thing]:
        """Everything in the window that keys go to."""
        root = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        programs = self._ask_each([root], "GetChildren")[0]
        found = [tuple(window) for windows in self._ask_each(programs, "GetChildren") for window in windows or ()]
        states = self._ask_each(found, "GetState")
        (window,) = (place for place, said in zip(found, states, strict=True) if said and "active" in _states(*said))
        return self._showing(window)

    def _showing(self, window: _At) -> list[Thing]:
        """Everything in it that is not hidden, what has been scrolled away included; a level at a time."""
        things: list[Thing] = []
        level: list[tuple[_At, tuple[str, ...]]] = [(window, ())]
        while level:
            places = [place for place, _ in level]
            states = [_states(*found) if found else frozenset() for found in self._ask_each(places, "GetState")]
            seen = [(place, path, said) for (place, path), said in zip(level, states, strict=True) if "visible" in said]
            level = []
            for thing, children in self._read(seen):
                things.append(thing)
                path = (*thing.path, f"{thing.role} {thing.name}".strip())
                level += [((bus, place), path) for bus, place in children]
        return things

    def _read(self, seen: Sequence[tuple[_At, tuple[str, ...], frozenset[str]]]) -> Iterator[tuple[Thing, list[_At]]]:
        places = [place for place, _, _ in seen]
        roles, relations = self._ask_each(places, "GetRole"), self._ask_each(places, "GetRelationSet")
        role_names = self._ask_each(places, "GetRoleName")
        names, descriptions = self._read_each(places, "Name"), self._read_each(places, "Description")
        all_children = self._ask_each(places, "GetChildren")
        for number, (_, path, states) in enumerate(seen):
            labels = [label for kind, found in relations[number] or () if kind == _LABELLED_BY for label in found]
            name = " ".join(self._read_each(labels, "Name")) or names[number]
            role = "password text" if roles[number] == _PASSWORD_TEXT else str(role_names[number] or "")
            thing = Thing(role, name, descriptions[number], states, path)
            yield thing, all_children[number] or []


def _states(low: int, high: int) -> frozenset[str]:
    return frozenset(name for bit, name in _STATES.items() if (low | high << 32) >> bit & 1)


@contextmanager
def session_bus() -> Iterator[str]:
    """The address of a D-Bus session of its own, on which the accessibility bus starts when it is asked for.

    That bus has its socket in the folder for the time being, where there is one for each display at most.
    """
    with TemporaryDirectory() as folder:
        daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True, env=os.environ | {"XDG_RUNTIME_DIR": folder},
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


def variables(session: str, display: str) -> Mapping[str, str]:
    return os.environ | {
        "DBUS_SESSION_BUS_ADDRESS": session, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }  # fmt: skip

"""Warnings before the end, as a desktop shows them: over a real bus, to a service as strict as the desktops' own."""

import os
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from ui.conftest import OpenAt
from ui.driving import AVATAR, until, until_says
from ui.selling import Time

from akool_desktop.ui.notify import LinuxDesktop

jeepney = pytest.importorskip("jeepney", reason="Linux only")
blocking = pytest.importorskip("jeepney.io.blocking")
pytestmark = pytest.mark.skipif("DBUS_SESSION_BUS_ADDRESS" not in os.environ, reason="no session bus")

_NAME = "org.freedesktop.Notifications"
_AT = {jeepney.HeaderFields.path: "/org/freedesktop/Notifications", jeepney.HeaderFields.interface: _NAME}


class Desktop:
    """Shows notifications: ``shown`` are their titles and texts. ``can`` is what it says that it can do."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str]] = []
        self.can = ["body", "body-markup"]
        self.silent = False
        self.speakers: list[str] = []
        self._bus = blocking.open_dbus_connection()
        self._bus.send_and_get_reply(jeepney.message_bus.RequestName(_NAME))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        with blocking.open_dbus_connection() as bus:
            bus.send_and_get_reply(jeepney.new_method_call(jeepney.DBusAddress("/", _NAME, _NAME), "Close"), timeout=5)
        self._thread.join(5)
        self._bus.close()

    def _serve(self) -> None:
        while True:
            message = self._bus.receive()
            if message.header.message_type is not jeepney.MessageType.method_call:
                continue
            what = message.header.fields[jeepney.HeaderFields.member]
            if what == "Close":
                self._bus.send(jeepney.new_method_return(message))
                return
            if not self.silent:
                self._bus.send(self._answer(message, what))

    def _answer(self, message: Any, what: object) -> Any:
        """Whoever does not name object and interface gets nothing, as from GLib."""
        if _AT.items() - message.header.fields.items():
            return jeepney.new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")
        if what == "GetCapabilities":
            return jeepney.new_method_return(message, "as", (self.can,))
        _, _, _, title, text, *_ = message.body
        self.shown.append((title, text))
        self.speakers.append(message.header.fields[jeepney.HeaderFields.sender])
        return jeepney.new_method_return(message, "u", (len(self.shown),))


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    desktop = Desktop()
    yield desktop
    desktop.close()


async def test_warnings_at_five_two_and_one_minutes(desktop: Desktop, open_at: OpenAt) -> None:
    time = Time()
    program = await open_at(time=time)
    for seconds, title in ((299, "5 minutes left"), (180, "2 minutes left"), (60, "1 minute left")):
        time.sleep(seconds)
        words = "dvp_Tristan_cloth2_1080P on Environment ends then."
        await until_says(program, f"{title}: {words}")
        toast = program.window._topbar.toast
        assert (toast._icon._name, toast._timer.remainingTime() > 10_000) == ("clock", True)
        await until(lambda: desktop.shown, "for the notification")
        assert desktop.shown == [(title, words)]
        desktop.shown.clear()


async def test_no_warning_is_given_of_what_the_length_never_reaches(desktop: Desktop, open_at: OpenAt) -> None:
    time = Time()
    program = await open_at(0, time)
    program.load({"avatar_id": AVATAR, "duration": 120})
    program.click(program.create_button)
    await program.created()
    for _ in range(2):
        program.window._open_sessions._tick()
        time.sleep(30)
    program.window._open_sessions._tick()
    await until(lambda: desktop.shown, "for the notification")
    assert [title for title, _ in desktop.shown] == ["1 minute left"]


async def test_a_warning_that_comes_late_tells_the_time_that_is_left(desktop: Desktop, open_at: OpenAt) -> None:
    time = Time()
    await open_at(time=time)
    time.sleep(390)
    await until(lambda: desktop.shown, "for the notification")
    assert desktop.shown[0][0].startswith("3:2")


async def test_two_sessions_at_once_are_two_warnings(desktop: Desktop, open_at: OpenAt) -> None:
    time = Time()
    program = await open_at(time=time)
    program.type("avatar_id", "another")
    program.click(program.create_button)
    await program.created(2)
    time.sleep(300)
    await until(lambda: len(desktop.shown) == 2, "for both notifications")
    assert {text.split()[0] for _, text in desktop.shown} == {"dvp_Tristan_cloth2_1080P", "another"}


async def test_whoever_has_said_it_stays_on_the_bus(desktop: Desktop, open_at: OpenAt) -> None:
    """GNOME (48) takes back what the program said whose connection is gone, before anybody has seen it."""
    time = Time()
    await open_at(time=time)
    for count, seconds in enumerate((299, 180), 1):
        time.sleep(seconds)
        await until(lambda count=count: len(desktop.shown) == count, "for the notification")  # type: ignore[misc]
    with blocking.open_dbus_connection() as bus:
        there = [bus.send_and_get_reply(jeepney.message_bus.NameHasOwner(name)).body[0] for name in desktop.speakers]
    assert there == [1, 1]


@pytest.mark.parametrize(("can", "shown"), [("body-markup", "Tom &amp; &lt;b&gt;"), ("body", "Tom & <b>")])
def test_a_name_is_no_markup(desktop: Desktop, can: str, shown: str) -> None:
    desktop.can = [can]
    LinuxDesktop().notify("5 minutes left", "Tom & <b>")
    assert desktop.shown == [("5 minutes left", shown)]


def test_a_desktop_that_does_not_answer_is_left(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("akool_desktop.ui.notify._WITHIN", 0.05)
    desktop.silent = True
    LinuxDesktop().notify("5 minutes left", "Tom")
    assert not desktop.shown


def test_one_that_answers_again_is_told_again(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    notifying = LinuxDesktop()
    with monkeypatch.context() as hasty:
        hasty.setattr("akool_desktop.ui.notify._WITHIN", 0.05)
        desktop.silent = True
        notifying.notify("5 minutes left", "Tom")
    desktop.silent = False
    notifying.notify("2 minutes left", "Tom")
    assert desktop.shown == [("2 minutes left", "Tom")]


def test_what_is_said_while_the_program_leaves_keeps_no_connection(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    notifying = LinuxDesktop()
    connect = blocking.open_dbus_connection

    def leave_meanwhile() -> object:
        bus = connect()
        notifying.close()
        return bus

    monkeypatch.setattr(blocking, "open_dbus_connection", leave_meanwhile)
    notifying.notify("5 minutes left", "Tom")
    monkeypatch.undo()
    assert desktop.shown
    with blocking.open_dbus_connection() as bus:
        assert not bus.send_and_get_reply(jeepney.message_bus.NameHasOwner(desktop.speakers[0])).body[0]


def test_without_a_bus_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    LinuxDesktop().notify("5 minutes left", "Tom")

"""While a session may cost: the desktop is asked, on a real bus, not to fall asleep and not to log out unasked."""

import sys
from collections.abc import Iterator

import pytest
from jeepney import (
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from ui.conftest import OpenAt
from ui.driving import AVATAR, Program, until
from ui.portal import NAME, PATH, Portal
from ui.questioning import asked
from ui.reading_aloud import session_bus
from ui.selling import Time

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has portals")


class Inhibiting(Portal):
    """Holds what programs ask for as long as their connections live. ``asked``: flags and reasons, so far."""

    name = NAME

    def __init__(self, bus: DBusConnection, *, refuses: bool = False) -> None:
        self._refuses = refuses
        self.asked: list[tuple[int, str]] = []
        self.held: set[str] = set()
        gone = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
        bus.send_and_get_reply(message_bus.AddMatch(gone))
        super().__init__(bus, self.name)

    def hear(self, heard: Message) -> None:
        if heard.header.fields.get(HeaderFields.member) == "NameOwnerChanged" and not heard.body[2]:
            self.held.discard(heard.body[0])
        elif heard.header.message_type is MessageType.method_call:
            self.bus.send(self._answer(heard))

    def _answer(self, heard: Message) -> Message:
        fields = heard.header.fields
        if fields.get(HeaderFields.member) != "Inhibit":  # it offers nothing else
            return new_error(heard, "org.freedesktop.DBus.Error.UnknownMethod")
        self.asked.append(self._wish(heard))
        if self._refuses:
            return new_error(heard, "org.freedesktop.DBus.Error.AccessDenied")
        self.held.add(fields[HeaderFields.sender])
        return self._agree(heard)

    def _wish(self, heard: Message) -> tuple[int, str]:
        _window, flags, options = heard.body
        return flags, options["reason"][1]

    def _agree(self, heard: Message) -> Message:
        return new_method_return(heard, "o", (f"{PATH}/request/1",))


class Gnome(Inhibiting):
    """Its session manager, which takes no wish without the name of a program."""

    name = "org.gnome.SessionManager"

    def _wish(self, heard: Message) -> tuple[int, str]:
        program, _window, reason, flags = heard.body
        assert program == "com.akool.Desktop"
        return flags, reason

    def _agree(self, heard: Message) -> Message:
        return new_method_return(heard, "u", (17,))


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[DBusConnection]:
    with session_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        with open_dbus_connection(address) as bus:
            yield bus


@pytest.mark.parametrize("desktop", [Inhibiting, Gnome])
async def test_while_sessions_are_open_and_no_longer(
    desktop: type[Inhibiting], bus: DBusConnection, open_at: OpenAt
) -> None:
    with desktop(bus) as portal:
        program = await open_at(2)
        await until(lambda: len(portal.held) == 1, "for the desktop to be asked")
        assert portal.asked == [(1 | 4, "A session is open that may cost.")]
        first, second = program.sessions.open
        await program.sessions.end(first)
        assert portal.held
        await program.sessions.end(second)
        await until(lambda: not portal.held, "for the desktop to be let go")
        assert len(portal.asked) == 1


async def test_no_longer_than_the_program_runs(bus: DBusConnection, open_at: OpenAt) -> None:
    with Inhibiting(bus) as portal:
        program = await open_at(1)
        await until(lambda: bool(portal.held), "for the desktop to be asked")
        program.window.close()
        (await asked(program)).press("Leave running")
        await until(lambda: not portal.held, "for the desktop to be let go")


async def test_what_nobody_settles_keeps_the_computer_awake_for_hours_and_not_for_days(
    bus: DBusConnection, open_at: OpenAt
) -> None:
    """No session lasts longer, whatever its row says."""
    time = Time()
    with Inhibiting(bus) as portal:
        program = await open_at(1, time)
        await until(lambda: bool(portal.held), "for the desktop to be asked")
        time.set(3 * 3600)
        await until(lambda: not portal.held, "for the desktop to be let go")
        assert program.sessions.open


async def test_a_rehearsal_keeps_nobody(bus: DBusConnection, program: Program) -> None:
    with Inhibiting(bus) as portal:
        program.type("avatar_id", AVATAR)
        program.click(program.create_button)
        await program.created()
        await program.pause()
        assert not portal.asked


async def test_a_desktop_that_refuses_is_asked_anew_for_the_next_session(bus: DBusConnection, open_at: OpenAt) -> None:
    with Inhibiting(bus, refuses=True) as portal:
        program = await open_at(1)
        await until(lambda: len(portal.asked) == 1, "for the desktop to be asked")
        await program.sessions.end(program.sessions.open[0])
        staying_on = program.window._open_sessions.leaving._staying_on
        await until(lambda: not staying_on._wanted, "for the end to be noticed")
        await program.pause()
        program.click(program.create_button)
        await until(lambda: len(portal.asked) == 2, "for the desktop to be asked anew")
        assert not portal.held
        assert not program.cards()

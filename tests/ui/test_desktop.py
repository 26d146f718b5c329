"""What the desktop wishes: as a settings portal tells it on a real bus, and what the program makes of it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtGui import QScreen
from ui.driving import Program, settle, until
from ui.portal import NAME, PATH, Portal
from ui.reading_aloud import session_bus

from akool_desktop.ui.controls.icons import BusyArc
from akool_desktop.ui.desktop import Wishes
from akool_desktop.ui.theme import CONTRAST_DARK, DARK, LIGHT, _of_system, scale, theme

_SETTINGS = "org.freedesktop.portal.Settings"
_PORTAL = DBusAddress(PATH, NAME, _SETTINGS)
_LOOK, _GNOME, _KDE = "org.freedesktop.appearance", "org.gnome.desktop.", "org.kde.kdeglobals.KDE"
Values = Mapping[tuple[str, str], tuple[str, Any]]


class SettingsPortal(Portal):
    """Answers as xdg-desktop-portal does: what it reads it wraps twice."""

    def __init__(self, bus: DBusConnection, values: Values) -> None:
        super().__init__(bus)
        self._values = dict(values)

    def hear(self, heard: Message) -> None:
        is_read = heard.header.fields.get(HeaderFields.member) == "Read"
        if heard.header.message_type is MessageType.method_call:
            found = self._values.get(heard.body) if is_read else None
            self.bus.send(new_method_return(heard, "v", (("v", found),)) if found else new_error(heard, "not.Found"))

    def change(self, namespace: str, key: str, value: tuple[str, Any]) -> None:
        self.bus.send(new_signal(_PORTAL, "SettingChanged", "ssv", (namespace, key, value)))


@contextmanager
def _running(address: str, data: Path) -> Iterator[Path]:
    """The program, and where its choices are kept."""
    settings = data / "config" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"account": "practice"}')
    command = [sys.executable, "-m", "akool_desktop", "--data-dir", str(data)]
    program = subprocess.Popen(command, env=os.environ | {"DBUS_SESSION_BUS_ADDRESS": address})
    try:
        yield settings
    finally:
        program.terminate()
        assert program.wait(20) == 0


async def _until_wished(settings: Path, words: str) -> None:
    await until(lambda: json.loads(settings.read_text()).get("desktop") == words, f"for the wish of {words}")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no settings portal: Qt tells there")
async def test_the_portal_is_asked_and_heard(tmp_path: Path) -> None:
    values = {(_LOOK, "color-scheme"): ("u", 1), (_GNOME + "interface", "enable-animations"): ("b", False)}
    with (
        session_bus() as address, open_dbus_connection(address) as bus, SettingsPortal(bus, values) as portal,
        _running(address, tmp_path / "data") as settings,
    ):  # fmt: skip
        await _until_wished(settings, "dark still")
        portal.change(_LOOK, "contrast", ("u", 1))
        await _until_wished(settings, "dark contrast still")
        portal.change(_LOOK, "color-scheme", ("u", 2))
        await _until_wished(settings, "light contrast still")


@pytest.mark.parametrize(("values", "wishes"), [
    ({}, Wishes()),
    ({(_LOOK, "color-scheme"): 0, (_LOOK, "contrast"): 0, (_LOOK, "reduced-motion"): 0}, Wishes()),
    ({(_LOOK, "color-scheme"): 1}, Wishes(dark=True)),
    ({(_LOOK, "color-scheme"): 2, (_LOOK, "contrast"): 1}, Wishes(dark=False, contrast=True)),
    ({(_LOOK, "reduced-motion"): 1}, Wishes(still=True)),
    ({(_GNOME + "interface", "enable-animations"): False}, Wishes(still=True)),
    ({(_GNOME + "interface", "enable-animations"): True}, Wishes()),
    ({(_GNOME + "a11y.interface", "high-contrast"): True}, Wishes(contrast=True)),
    ({(_KDE, "AnimationDurationFactor"): "0"}, Wishes(still=True)),
    ({(_KDE, "AnimationDurationFactor"): "0.5"}, Wishes()),
    ({(_GNOME + "interface", "text-scaling-factor"): 1.25, (_LOOK, "color-scheme"): 1}, Wishes(dark=True, text=1.25)),
    ({(_GNOME + "interface", "text-scaling-factor"): 0.8}, Wishes()),
    ({(_GNOME + "interface", "text-scaling-factor"): 40.0}, Wishes(text=3)),
    ({(_GNOME + "interface", "text-scaling-factor"): float("nan")}, Wishes()),
    ({(_GNOME + "interface", "text-scaling-factor"): "large"}, Wishes()),
])  # fmt: skip
def test_what_it_tells_is_understood(values: Mapping[tuple[str, str], object], wishes: Wishes) -> None:
    assert Wishes.of(values) == wishes
    assert Wishes.remembered(str(wishes)) == wishes


async def test_system_follows_the_desktop(program: Program) -> None:
    desktop = program.window._choices.desktop
    program.window._choices.choose("theme", "system")
    assert theme().tokens is LIGHT
    desktop.wished.emit(Wishes(dark=True))
    assert theme().tokens is DARK
    desktop.wished.emit(Wishes(dark=True, contrast=True))
    assert theme().tokens is CONTRAST_DARK
    program.window._choices.choose("theme", "light")
    assert theme().tokens is LIGHT
    desktop.wished.emit(Wishes())


async def test_large_text_is_followed(program: Program) -> None:
    desktop, field = program.window._choices.desktop, program.field("avatar_id")
    usual, high, larger = scale(), field.height(), _of_system() * 1.5
    desktop.wished.emit(Wishes(text=1.5))
    settle()
    assert scale() == pytest.approx(larger)
    assert field.height() == pytest.approx(high * larger / usual, abs=2)
    program.window._choices.choose("text_size", "80")
    assert scale() == pytest.approx(larger * 0.8), "the operator's own choice is on top of it"
    program.window._choices.choose("text_size", "100")
    desktop.wished.emit(Wishes())
    settle()
    assert (scale(), field.height()) == (usual, high)


@pytest.mark.parametrize(("dots", "times"), [(96, 1.5), (120, 1.2), (144, 1.0), (192, 1.0)])
@pytest.mark.usefixtures("qapp")
def test_what_qt_knows_of_large_text_is_not_counted_twice(
    dots: float, times: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under X11 it is told of it, as of more dots to an inch; under Wayland it is not (GNOME 48, Qt 6.11)."""
    monkeypatch.setattr(QScreen, "logicalDotsPerInchY", lambda _: dots)
    told = _of_system()
    monkeypatch.setattr(theme(), "wishes", Wishes(text=1.5))
    assert _of_system() == pytest.approx(told * times)


async def test_nothing_turns_where_the_desktop_wants_no_motion(program: Program) -> None:
    desktop = program.window._choices.desktop
    arc = BusyArc()
    arc._turn()
    assert arc._angle
    desktop.wished.emit(Wishes(still=True))
    arc._turn()
    assert not arc._angle
    desktop.wished.emit(Wishes())

"""Desktop notifications, through what the desktop offers; where it offers nothing, nothing happens."""

import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from akool_desktop.ui.controls.icons import icon
from akool_desktop.ui.masking import masked
from akool_desktop.ui.tasks import Tasks
from akool_desktop.ui.theme import colour

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

_WITHIN = 2  # seconds for each answer of the desktop


class Notifier:
    def __init__(self, window: QWidget, tasks: Tasks) -> None:
        self._window, self._tasks = window, tasks
        self._tray: QSystemTrayIcon | None = None
        self._desktop = LinuxDesktop()

    def notify(self, title: str, sentence: str) -> None:
        title, sentence = masked(title), masked(sentence)
        if sys.platform.startswith("linux"):
            self._tasks.in_thread(f"notify {title} {sentence}", lambda: self._desktop.notify(title, sentence))
        elif QSystemTrayIcon.isSystemTrayAvailable():
            if self._tray is None:
                self._tray = QSystemTrayIcon(icon("live", colour("accent"), 32), self._window)
                self._tray.show()
            self._tray.showMessage(title, sentence)

    def close(self) -> None:
        """What was said is taken back where the desktop does so for a program that has ended."""
        self._desktop.close()


class LinuxDesktop:
    """One connection for all that is said: GNOME takes it back, unseen, as soon as the one that has said it is gone."""

    def __init__(self) -> None:
        self._bus: DBusConnection | None = None
        self._saying = threading.Lock()
        self._is_over = False

    def notify(self, title: str, sentence: str) -> None:
        """It may block for seconds. After a failure the next one asks over a new connection."""
        from jeepney.io.blocking import open_dbus_connection

        with self._saying, suppress(Exception):
            bus = self._bus = self._bus or open_dbus_connection()
            try:
                _notify(bus, title, sentence)
            except Exception:
                self._hang_up()
            if self._is_over:
                self._hang_up()

    def close(self) -> None:
        """What is being said in another thread is heard out there."""
        self._is_over = True
        self._hang_up()

    def _hang_up(self) -> None:
        bus, self._bus = self._bus, None
        if bus:
            bus.close()


def _notify(bus: "DBusConnection", title: str, sentence: str) -> None:
    """org.freedesktop.Notifications.Notify (Desktop Notifications Specification 1.2).

    A desktop that reads markup would take a name with a < or an & for it.
    """
    from html import escape

    from jeepney import DBusAddress, new_method_call

    name = "org.freedesktop.Notifications"
    desktop = DBusAddress("/org/freedesktop/Notifications", bus_name=name, interface=name)
    can = bus.send_and_get_reply(new_method_call(desktop, "GetCapabilities"), timeout=_WITHIN).body[0]
    body = escape(sentence, quote=False) if "body-markup" in can else sentence
    values: tuple[object, ...] = ("Akool Desktop", 0, "com.akool.Desktop", title, body, [], {}, -1)
    bus.send_and_get_reply(new_method_call(desktop, "Notify", "susssasa{sv}i", values), timeout=_WITHIN)

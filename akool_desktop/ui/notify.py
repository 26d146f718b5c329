"""Desktop notifications, through what the desktop offers; where it offers nothing, nothing happens."""

import sys
from contextlib import suppress

from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from akool_desktop.ui.icons import icon
from akool_desktop.ui.masking import masked
from akool_desktop.ui.tasks import Tasks
from akool_desktop.ui.theme import colour

_WITHIN = 2  # seconds for each answer of the desktop


class Notifier:
    def __init__(self, window: QWidget, tasks: Tasks) -> None:
        self._window, self._tasks = window, tasks
        self._tray: QSystemTrayIcon | None = None

    def notify(self, title: str, sentence: str) -> None:
        title, sentence = masked(title), masked(sentence)
        if sys.platform.startswith("linux"):
            self._tasks.in_thread(f"notify {title} {sentence}", lambda: over_dbus(title, sentence))
        elif QSystemTrayIcon.isSystemTrayAvailable():
            if self._tray is None:
                self._tray = QSystemTrayIcon(icon("live", colour("accent"), 32), self._window)
                self._tray.show()
            self._tray.showMessage(title, sentence)


def over_dbus(title: str, sentence: str) -> None:
    """org.freedesktop.Notifications.Notify (Desktop Notifications Specification 1.2), which may block for seconds.

    A desktop that reads markup would take a name with a < or an & for it.
    """
    from html import escape

    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    name = "org.freedesktop.Notifications"
    desktop = DBusAddress("/org/freedesktop/Notifications", bus_name=name, interface=name)
    with suppress(Exception), open_dbus_connection() as bus:
        can = bus.send_and_get_reply(new_method_call(desktop, "GetCapabilities"), timeout=_WITHIN).body[0]
        body = escape(sentence, quote=False) if "body-markup" in can else sentence
        values: tuple[object, ...] = ("Akool Desktop", 0, "com.akool.Desktop", title, body, [], {}, -1)
        bus.send_and_get_reply(new_method_call(desktop, "Notify", "susssasa{sv}i", values), timeout=_WITHIN)

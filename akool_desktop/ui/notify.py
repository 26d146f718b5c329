"""Desktop notifications, through what the desktop offers; where it offers nothing, nothing happens."""

import sys
from contextlib import suppress

from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from akool_desktop.ui.icons import icon
from akool_desktop.ui.tasks import Tasks
from akool_desktop.ui.theme import colour


class Notifier:
    def __init__(self, window: QWidget, tasks: Tasks) -> None:
        self._window, self._tasks = window, tasks
        self._tray: QSystemTrayIcon | None = None

    def notify(self, title: str, sentence: str) -> None:
        if sys.platform.startswith("linux"):
            self._tasks.in_thread(f"notify {title}", lambda: over_dbus(title, sentence))
        elif QSystemTrayIcon.isSystemTrayAvailable():
            if self._tray is None:
                self._tray = QSystemTrayIcon(icon("live", colour("accent"), 32), self._window)
                self._tray.show()
            self._tray.showMessage(title, sentence)


def over_dbus(title: str, sentence: str) -> None:
    """org.freedesktop.Notifications.Notify (Desktop Notifications Specification 1.2). Blocks for up to 2 seconds."""
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    address = DBusAddress("/org/freedesktop/Notifications", "org.freedesktop.Notifications")
    values: tuple[object, ...] = ("Akool Desktop", 0, "akool-desktop", title, sentence, [], {}, -1)
    with suppress(Exception), open_dbus_connection() as bus:
        bus.send_and_get_reply(new_method_call(address, "Notify", "susssasa{sv}i", values), timeout=2)

"""While a session may cost, the computer does not fall asleep by itself, and the desktop asks before it logs out.

On Linux the desktop is asked through its portal, whoever made it:
https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Inhibit.html
GNOME's refuses, without a word, a program that was not started from an entry of its menu (GNOME 48: "Application ID not
specified"). So GNOME and its kin are asked themselves first, as programs without a portal do:
https://gitlab.gnome.org/GNOME/gnome-session/-/blob/main/gnome-session/org.gnome.SessionManager.xml
"""

import sys
import threading
from typing import TYPE_CHECKING

from akool_desktop.ui.language import tr
from akool_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

_WITHIN = 2  # seconds for the desktop's answer
_LOG_OUT, _SUSPEND = 1, 4  # to GNOME as to the portal


class StayingOn:
    """The desktop holds to it as long as the connection lives that has asked: a killed program keeps nobody awake."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._wanted = False
        self._held: DBusConnection | None = None
        self._arranging = threading.Lock()

    def follow(self, *, may_cost: bool) -> None:
        if may_cost is not self._wanted and sys.platform.startswith("linux"):
            self._wanted = may_cost
            reason = tr("A session is open that may cost.")
            self._tasks.in_thread(f"stay on {may_cost}", lambda: self._arrange(reason))

    def _arrange(self, reason: str) -> None:
        """As it is wanted by now; it may block for seconds, and fail where the desktop offers nothing of the kind."""
        with self._arranging:
            if self._wanted and not self._held:
                self._held = _ask(reason)
            elif not self._wanted and self._held:
                self._held.close()
                self._held = None


def _ask(reason: str) -> "DBusConnection":
    from jeepney import DBusErrorResponse
    from jeepney.io.blocking import open_dbus_connection

    bus = open_dbus_connection()
    try:
        try:
            _ask_gnome(bus, reason)
        except DBusErrorResponse:  # another desktop, or one that a sandbox keeps out of reach
            _ask_portal(bus, reason)
    except Exception:
        bus.close()
        raise
    return bus


def _ask_gnome(bus: "DBusConnection", reason: str) -> None:
    session = ("/org/gnome/SessionManager", "org.gnome.SessionManager", "org.gnome.SessionManager")
    _call(bus, session, "susu", ("com.akool.Desktop", 0, reason, _LOG_OUT | _SUSPEND))


def _ask_portal(bus: "DBusConnection", reason: str) -> None:
    portal = ("/org/freedesktop/portal/desktop", "org.freedesktop.portal.Desktop", "org.freedesktop.portal.Inhibit")
    _call(bus, portal, "sua{sv}", ("", _LOG_OUT | _SUSPEND, {"reason": ("s", reason)}))


def _call(bus: "DBusConnection", address: tuple[str, str, str], signature: str, values: tuple[object, ...]) -> None:
    from jeepney import DBusAddress, new_method_call
    from jeepney.wrappers import unwrap_msg

    inhibit = new_method_call(DBusAddress(*address), "Inhibit", signature, values)
    unwrap_msg(bus.send_and_get_reply(inhibit, timeout=_WITHIN))

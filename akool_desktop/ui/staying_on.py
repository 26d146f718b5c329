"""While a session may cost, the computer does not fall asleep by itself, and the desktop asks before it logs out.

On Linux the desktop is asked through its portal, whoever made it:
https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Inhibit.html
"""

import sys
import threading
from typing import TYPE_CHECKING

from akool_desktop.ui.language import tr
from akool_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

_WITHIN = 2  # seconds for the desktop's answer
_LOG_OUT, _SUSPEND = 1, 4


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
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection
    from jeepney.wrappers import unwrap_msg

    name, path = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
    portal = DBusAddress(path, bus_name=name, interface="org.freedesktop.portal.Inhibit")
    values = ("", _LOG_OUT | _SUSPEND, {"reason": ("s", reason)})
    bus = open_dbus_connection()
    try:
        unwrap_msg(bus.send_and_get_reply(new_method_call(portal, "Inhibit", "sua{sv}", values), timeout=_WITHIN))
    except Exception:
        bus.close()
        raise
    return bus

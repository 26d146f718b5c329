"""What the desktop wishes of every program: dark colours, strong contrast, no motion, large text.

Qt tells of some of it. On Linux that is little: of motion nothing, of dark colours what GTK's theme has, of contrast
on GNOME and its kin alone, of GNOME's large text nothing under Wayland (Qt 6.8 to 6.12). The settings portal knows,
whoever made the desktop: https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
It is asked after the first paint, and tells of changes by itself.
"""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

_PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings")
_APPEARANCE, _GNOME = "org.freedesktop.appearance", "org.gnome.desktop."
_SCHEME, _CONTRAST, _MOTION = ((_APPEARANCE, name) for name in ("color-scheme", "contrast", "reduced-motion"))
# where a desktop, or its portal, is older than the names above
_GNOME_CONTRAST = (_GNOME + "a11y.interface", "high-contrast")
_GNOME_MOTION = (_GNOME + "interface", "enable-animations")
_KDE_MOTION = ("org.kde.kdeglobals.KDE", "AnimationDurationFactor")
_GNOME_TEXT = (_GNOME + "interface", "text-scaling-factor")
_ASKED = (_SCHEME, _CONTRAST, _MOTION, _GNOME_CONTRAST, _GNOME_MOTION, _KDE_MOTION, _GNOME_TEXT)
_MOST_TEXT = 3.0  # as GNOME has it
Values = Mapping[tuple[str, str], Any]


class Wishes(NamedTuple):
    """``dark`` is None where the desktop has no wish, or none that the portal tells: then Qt has the say.

    ``text`` is how many times as large as usual text shall be, 1 at least.
    """

    dark: bool | None = None
    contrast: bool = False
    still: bool = False
    text: float = 1.0

    @staticmethod
    def of(values: Values) -> "Wishes":
        factor = str(values.get(_KDE_MOTION, ""))
        return Wishes(
            {1: True, 2: False}.get(values.get(_SCHEME, 0)),
            values.get(_CONTRAST) == 1 or values.get(_GNOME_CONTRAST) is True,
            values.get(_MOTION) == 1 or values.get(_GNOME_MOTION) is False or factor in ("0", "0.0"),
            _times(values.get(_GNOME_TEXT)),
        )

    @staticmethod
    def remembered(words: str) -> "Wishes":
        found = words.split()
        dark = "dark" in found or (False if "light" in found else None)
        return Wishes(dark, "contrast" in found, "still" in found, max(map(_times, found), default=1.0))

    def __str__(self) -> str:
        """As it is remembered for the first paint of the next run."""
        scheme = "" if self.dark is None else "dark" if self.dark else "light"
        text = f"{self.text:g}" if self.text > 1 else ""
        return " ".join(filter(None, (scheme, "contrast" * self.contrast, "still" * self.still, text)))


class Desktop(QObject):
    """``wished`` carries the Wishes as soon as they are known, and whenever they change."""

    wished = Signal(Wishes)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._values: dict[tuple[str, str], Any] = {}
        self._names: dict[QDBusPendingCallWatcher, tuple[str, str]] = {}
        self._waits = 0

    def ask(self) -> None:
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._tell)
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(self._tell)
        if sys.platform == "linux":
            self._ask_portal()
        else:
            self._tell()

    def _ask_portal(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            self._tell()
            return
        # 1: Qt's sign of a slot; the stub wants bytes, which are refused
        bus.connect(*_PORTAL, "SettingChanged", self, "1_hear(QDBusMessage)")  # type: ignore[call-overload]
        self._waits = len(_ASKED)
        for name in _ASKED:
            question = QDBusMessage.createMethodCall(*_PORTAL, "Read")
            question.setArguments(list(name))
            self._names[QDBusPendingCallWatcher(bus.asyncCall(question), self)] = name
        for watcher in self._names:
            watcher.finished.connect(self._take)

    def _take(self, watcher: "QDBusPendingCallWatcher") -> None:
        name, reply = self._names[watcher], watcher.reply()
        if reply.type() is reply.MessageType.ReplyMessage:
            self._values[name] = _plain(reply.arguments()[0])
        self._waits -= 1
        if not self._waits:  # one look at a time
            self._tell()

    @Slot("QDBusMessage")
    def _hear(self, message: "QDBusMessage") -> None:
        namespace, key, value = message.arguments()
        if (namespace, key) in _ASKED:
            self._values[namespace, key] = _plain(value)
            self._tell()

    def _tell(self, _changed: object = None) -> None:
        wishes = Wishes.of(self._values)
        self.wished.emit(wishes._replace(contrast=wishes.contrast or _qt_has_contrast()))


def _qt_has_contrast() -> bool:
    """Qt tells from 6.10 on; the first time that it is asked, PySide takes a while."""
    hints = QGuiApplication.styleHints()
    return hasattr(hints, "accessibility") and hints.accessibility().contrastPreference().name == "HighContrast"


def _times(value: object) -> float:
    """1 where it is no number, or an odd one."""
    try:
        return min(max(1.0, float(str(value))), _MOST_TEXT)
    except ValueError:
        return 1.0


def _plain(value: Any) -> Any:
    """The portal wraps what it reads, and Qt that again."""
    while hasattr(value, "variant"):
        value = value.variant()
    return value

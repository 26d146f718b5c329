"""From one part of the window to the next (F6), without all that lies between."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from akool_desktop.ui.form.sections import takes_tab
from akool_desktop.ui.keyboard.in_view import bring_into_view


class Parts(QObject):
    """``parts`` in the order of the screen. The cursor comes to where it last was in each."""

    def __init__(self, window: QWidget, parts: Sequence[QWidget]) -> None:
        super().__init__(window)
        self._parts = parts
        self._last: dict[QWidget, QWidget] = {}
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def go_on(self) -> None:
        self._go(1)

    def go_back(self) -> None:
        self._go(-1)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if part := self._part_of(now):
            assert now
            self._last[part] = now

    def _part_of(self, widget: QWidget | None) -> QWidget | None:
        return next((part for part in self._parts if widget and part.isAncestorOf(widget)), None)

    def _go(self, step: int) -> None:
        here = self._part_of(QApplication.focusWidget())
        at = self._parts.index(here) if here else -1 if step > 0 else 0
        count = len(self._parts)
        for number in range(1, count + 1):
            part = self._parts[(at + number * step) % count]
            if part is not here and (stop := self._stop_in(part)):
                stop.setFocus(Qt.FocusReason.TabFocusReason)
                bring_into_view(stop)
                return

    def _stop_in(self, part: QWidget) -> QWidget | None:
        last = self._last.get(part)
        stops = list(_stops(part))
        if last in stops:
            return last
        return next((stop for stop in stops if not _is_other_choice(stop)), None)


def _stops(part: QWidget) -> Iterator[QWidget]:
    """What Tab stops at in it, in order."""
    widget = part.nextInFocusChain()
    while widget and widget is not part:
        if part.isAncestorOf(widget) and takes_tab(widget) and widget.isVisible() and widget.isEnabled():
            yield widget
        widget = widget.nextInFocusChain()


def _is_other_choice(widget: QWidget) -> bool:
    """Of choices that belong together, one that is not chosen."""
    return isinstance(widget, QAbstractButton) and widget.autoExclusive() and not widget.isChecked()

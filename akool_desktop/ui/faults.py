"""Faults that nobody caught: each goes to the log and becomes a card, and the window stays.

They come from anywhere (a slot, a thread, a task, an object on its way out) and at any moment, so that the card is made
at the next turn of Qt's loop, in the window's thread. A fault that comes again and again is one card, and one entry in
the log, until that is closed: one in painting would push all that led to it out of the log within seconds.
"""

import asyncio
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from akool_desktop import __version__
from akool_desktop.store.log import Log
from akool_desktop.ui.cards import ErrorCard, card_of
from akool_desktop.words import Card

_LOG = logging.getLogger(__name__)


class Faults(QObject):
    """``add_error`` shows a card in the window; the card's copy carries where the fault was, without secrets."""

    _heard = Signal(str, object)

    def __init__(self, parent: QObject, add_error: Callable[[Card, str], ErrorCard], log: Log) -> None:
        super().__init__(parent)
        self._add_error, self._log = add_error, log
        self._shown: set[str] = set()
        self._heard.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """To everything that Python tells of; the loop's own are told to ``hear_loop``."""
        sys.excepthook = self._hear
        threading.excepthook = lambda told: self.hear(told.exc_value, in_thread=told.thread)
        sys.unraisablehook = lambda told: self.hear(told.exc_value)

    def hear_loop(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self.hear(context.get("exception") or RuntimeError(context.get("message")))

    def hear(self, error: BaseException | None, in_thread: threading.Thread | None = None) -> None:
        """Whatever is wrong with the fault itself, its report raises none."""
        if error is None or isinstance(error, SystemExit):
            return
        where = "".join(traceback.format_tb(error.__traceback__))
        place = f"{type(error).__name__}\n{where}"
        known = place in self._shown
        self._shown.add(place)
        if known and where:  # without a place, only its words tell one from another
            return
        try:
            self._log.open()
            _LOG.error("Nobody caught a fault%s", f" in {in_thread.name}" if in_thread else "", exc_info=error)
            # its words might quote what must not be shown, in a form that nobody knows
            print(f"{type(error).__name__} in\n{where}", end="", file=sys.stderr)
        finally:
            if not known:
                self._heard.emit(place, card_of(error if isinstance(error, Exception) else RuntimeError()))

    def _hear(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        self.hear(error)

    def _show(self, place: str, card: Card) -> None:
        shown = self._add_error(card, f"Akool Desktop {__version__}\n{place}")
        shown.closed.connect(lambda: self._shown.discard(place))

"""The practice service: its port, its thread, its loop.

What is heavy (asyncio, h11, the contract's compilation, the catalogue) is loaded in the service's own thread.
The port is bound before that, so that ``start`` returns at once and an early request merely waits its turn.
"""

import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from akool_desktop.practice.failures import FAILURES, Failure, is_failure

if TYPE_CHECKING:
    from akool_desktop.practice.books import Booking, Books
    from akool_desktop.practice.wire import Answer

__all__ = ["FAILURES", "Failure", "PracticeService"]

_JOIN_SECONDS = 5.0


class PracticeService:
    """Started once and stopped once. ``clock`` gives seconds; sessions and credits go by it.

    ``contract`` is the JSON Schema of a create, ``catalogue`` the avatars, voices, languages and knowledge bases.
    """

    def __init__(self, contract: Path, catalogue: Path, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._contract = contract
        self._catalogue = catalogue
        self._clock = clock
        self._lock = threading.Lock()
        self._failing: str | None = None
        self._books: Books | None = None
        self._thread: threading.Thread | None = None
        self._stopping = False
        self._wake: Callable[[], object] = _nobody_to_wake

    def start(self) -> str:
        """The base URL, whose port takes connections from now on."""
        # With the protocol named, asyncio sets TCP_NODELAY on what it accepts; otherwise each reply takes 40 ms.
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listener.bind(("127.0.0.1", 0))
        listener.listen(128)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        thread = threading.Thread(target=self._run, args=(listener,), name="practice", daemon=True)
        thread.start()
        self._thread = thread  # from here on stop() may wait for it
        return url

    def stop(self) -> None:
        """Cuts every connection, also those that are kept waiting, and ends the thread."""
        with self._lock:
            self._stopping = True
            self._wake()
        if self._thread is not None:
            self._thread.join(_JOIN_SECONDS)

    def fail_next(self, name: str | None) -> None:
        """The next create that the contract accepts fails in this way, once; None takes it back.

        ``name`` is one of FAILURES, or any code from 1001 to 1999. Raises ValueError for another.
        """
        if name is not None and not is_failure(name):
            raise ValueError(f"no failure of practice: {name}")
        with self._lock:
            self._failing = name

    @property
    def failing(self) -> str | None:
        """What the next create will fail with; None again once it has."""
        with self._lock:
            return self._failing

    def books(self) -> "list[Booking]":
        """Every session that was ever booked, oldest first, as it stands now."""
        return self._books.bookings() if self._books is not None else []

    def _take_failure(self) -> str | None:
        with self._lock:
            name, self._failing = self._failing, None
            return name

    def _run(self, listener: socket.socket) -> None:
        import asyncio

        with listener:
            asyncio.run(self._serve(listener))

    async def _serve(self, listener: socket.socket) -> None:
        import asyncio

        from akool_desktop.practice.wire import serve

        loop, stopped = asyncio.get_running_loop(), asyncio.Event()
        try:
            with self._lock:
                self._wake = lambda: loop.call_soon_threadsafe(stopped.set)
                if self._stopping:
                    return
            await serve(listener, self._answer(), stopped)
        finally:
            with self._lock:
                self._wake = _nobody_to_wake

    def _answer(self) -> "Answer":
        import json

        from akool_desktop.practice.books import Books
        from akool_desktop.practice.contract import contract
        from akool_desktop.practice.endpoints import Endpoints

        self._books = Books(self._clock)
        catalogue = json.loads(self._catalogue.read_text(encoding="utf-8"))
        return Endpoints(self._books, contract(self._contract), catalogue, self._take_failure).answer


def _nobody_to_wake() -> None:
    """Before the loop runs, and after."""

"""The one door to asynchronous work.

Work has a name, and one name runs once at a time, so that a double click buys one session. Exactly one of ``done``
and ``failed`` follows on the window's thread; neither if the work was cancelled.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

Result = TypeVar("Result")
Work = Callable[[], Coroutine[Any, Any, Result]]
Done = Callable[[Result], None]
Failed = Callable[[Exception], None]


class Tasks:
    """Named work on the loop that ``attach`` brings; what is started before that waits for it."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._running: dict[str, asyncio.Task[Any]] = {}
        self._waiting: dict[str, Callable[[], None]] = {}
        self._left = False

    def attach(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        for start in self._waiting.values():
            start()
        self._waiting.clear()

    def start(self, name: str, work: Work[Result], done: Done[Result], failed: Failed) -> bool:
        """Start the work unless work of that name runs, or the program has been left; whether it was started."""
        if self._left or name in self._running or name in self._waiting:
            return False
        if self._loop is None:
            self._waiting[name] = lambda: self._spawn(name, work, done, failed)
        else:
            self._spawn(name, work, done, failed)
        return True

    def in_thread(self, name: str, call: Callable[[], object]) -> None:
        """Run what may block off the window's thread; nobody waits for how it ends."""
        self.start(name, lambda: asyncio.to_thread(call), lambda _: None, lambda _: None)

    def restart(self, name: str, work: Work[Result], done: Done[Result], failed: Failed) -> None:
        """Start the work in the place of any that has its name: only the last answer matters."""
        self.cancel(name)
        self.start(name, work, done, failed)

    def cancel(self, name: str) -> None:
        self._waiting.pop(name, None)
        if task := self._running.pop(name, None):
            task.cancel()

    def runs(self, name: str) -> bool:
        return name in self._running or name in self._waiting

    def named(self, name: str) -> asyncio.Task[Any] | None:
        return self._running.get(name)

    def leave(self) -> list[asyncio.Task[Any]]:
        """The program is being left: from now on nothing starts, and nobody hears how that ends which still runs.

        An answer in the last moment would ask for more, and a request that the end of the loop meets at its very
        first step is told of on standard error.
        """
        self._left = True
        return list(self._running.values())

    def _spawn(self, name: str, work: Work[Result], done: Done[Result], failed: Failed) -> None:
        assert self._loop is not None
        task = self._loop.create_task(work(), name=name)
        self._running[name] = task
        task.add_done_callback(lambda finished: self._finish(name, finished, done, failed))

    def _finish(self, name: str, task: asyncio.Task[Result], done: Done[Result], failed: Failed) -> None:
        error = None if task.cancelled() else task.exception()  # or the loop says that nobody has asked for it
        if self._left or self._running.get(name) is not task:
            return  # cancelled or replaced, if only after its last step
        del self._running[name]
        if task.cancelled():
            return
        if error is None:
            done(task.result())
        elif isinstance(error, Exception):
            failed(error)
        else:
            raise error

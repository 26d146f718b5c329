"""Threads that never hold the exit: a keyring prompt without an answer is simply left behind."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import Any, TypeVar

Result = TypeVar("Result")

_LAST_STEPS = 0.5  # seconds that work in threads gets when the program ends; what is stuck is left behind


class DaemonExecutor(ThreadPoolExecutor):
    """A ThreadPoolExecutor to asyncio, which takes no other; all that it does is done here."""

    def __init__(self, most: int = 32) -> None:
        self._most = most
        self._serving: list[threading.Thread] = []
        self._free = threading.Semaphore(0)
        self._work: SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = SimpleQueue()

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> "Future[Result]":
        future: Future[Result] = Future()
        self._work.put((future, lambda: fn(*args, **kwargs)))
        if not self._free.acquire(blocking=False) and len(self._serving) < self._most:
            thread = threading.Thread(target=self._serve, daemon=True, name=f"worker {len(self._serving) + 1}")
            self._serving.append(thread)
            thread.start()
        return future

    def _serve(self) -> None:
        while (item := self._work.get()) is not None:
            future, call = item
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(call())
                except BaseException as error:
                    future.set_exception(error)
            self._free.release()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002
        """Those that are nearly done may finish: a thread that the interpreter stops inside Qt takes it down."""
        for _ in self._serving:
            self._work.put(None)
        until = time.monotonic() + _LAST_STEPS
        for thread in self._serving:
            thread.join(max(0, until - time.monotonic()))

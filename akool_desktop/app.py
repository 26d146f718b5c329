"""The composition root: builds each object once, waits, and puts everything away.

Qt paints the window first; qasync, httpx and keyring are imported after that, in a worker. The only importer of
qasync, and the one place that knows how its loop has to be started and stopped.
"""

import asyncio
import logging
import os
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from contextvars import Context
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from akool_desktop import __version__
from akool_desktop.desk.accounts import AccountDesk
from akool_desktop.desk.lists import Lists
from akool_desktop.desk.network import NetworkDesk
from akool_desktop.desk.presets import PresetDesk
from akool_desktop.desk.sessions import SessionDesk
from akool_desktop.desk.signals import asking_to_end
from akool_desktop.desk.strays import Strays
from akool_desktop.desk.support import SupportDesk
from akool_desktop.desk.threads import DaemonExecutor
from akool_desktop.paths import Paths, resource
from akool_desktop.practice.failures import FAILURES
from akool_desktop.practice.service import PracticeService
from akool_desktop.store.drafts import Drafts
from akool_desktop.store.file_cache import FileCache
from akool_desktop.store.files import StoreError
from akool_desktop.store.history import History
from akool_desktop.store.ledger import Ledger, LedgerError
from akool_desktop.store.list_cache import ListCache
from akool_desktop.store.log import Log
from akool_desktop.store.presets import PresetFolder
from akool_desktop.store.settings import Settings, SettingsFile
from akool_desktop.store.window_lock import WindowLock
from akool_desktop.ui.application import application
from akool_desktop.ui.faults import Faults
from akool_desktop.ui.open_already import OpenAlready
from akool_desktop.ui.opening import Opening
from akool_desktop.ui.support import Support
from akool_desktop.ui.tasks import Tasks
from akool_desktop.ui.window import Window

_LOG = logging.getLogger(__name__)
_TURN = 0.01  # seconds
_STAGES_TAKE = 3.0  # seconds that their pages get to hear of it
_LAST_WORD = 6.0  # seconds that a create under way gets when the program is left
_SETTLED = 3000  # milliseconds after which the start is over
_ANSWER_TAKES = 20  # tenths of a second until somebody who waits for a window is told why


def run(
    paths: Paths,
    accounts: AccountDesk,
    network: NetworkDesk,
    practice: PracticeService,
    settings_file: SettingsFile,
    preset: str = "",
    opening: Opening | None = None,
) -> int:
    """Open the window, with a preset where one is named, and stay until it is closed; returns the exit code.

    ``opening`` is its first look where that is on the screen already.

    Where this data folder has a window already, that one is asked to come forward instead, and to open the preset.
    """
    lock, ledger = WindowLock(paths.data), Ledger(paths.data)
    drafts = Drafts(paths.data / "drafts")
    settings = settings_file.load()
    if not lock.take():
        code = _leave_to_other(lock, ledger, drafts, preset, paths.data, settings)
        if code is not None:
            return code
    log = Log(paths.log)
    log.watch_crashes()
    app = application(settings)
    tasks, sessions = Tasks(), SessionDesk(ledger, accounts)
    folder = PresetFolder(settings.presets_in(paths.presets), paths.data)
    presets = PresetDesk(folder, drafts, accounts.vault, resource("presets"))
    window = Window(
        accounts, network, sessions, Strays(ledger, accounts, sessions), presets, History(paths.data),
        Lists(accounts, ListCache(paths.cache), FileCache(paths.cache / "files")), settings_file, tasks, practice,
        FAILURES, opening,
    )  # fmt: skip
    if ledger.said:
        window.errors.add_set_aside(ledger.said)
    faults = Faults(window, window.errors.add, log)
    faults.listen()
    Support(window, window.errors.add, SupportDesk(paths, log), tasks)
    _stay(app, window, opening, _Running(tasks, sessions, accounts, faults, log), preset)
    practice.stop()
    for kept in (ledger, presets.folder, log):
        kept.close()
    lock.give_back()
    return 0


@dataclass(frozen=True)
class _Running:
    """What the loop needs of the program."""

    tasks: Tasks
    sessions: SessionDesk
    accounts: AccountDesk
    faults: Faults
    log: Log


def _stay(app: QApplication, window: Window, opening: Opening | None, running: _Running, preset: str) -> None:
    """Until the window is closed, and all that runs has come to its end."""
    closing = _Closing(window)
    for name in asking_to_end():  # heard as soon as Python has its turn; the loop hears them at once, later
        signal.signal(name, lambda *_: closing.ask())
    if opening:
        opening.hold(window)
    else:
        _paint_first(app, window)
    with asyncio.Runner(loop_factory=lambda: make_loop(app)) as runner:
        runner.run(_live(app, window, closing, running, preset))
        runner.run(_leave(window, running))


def _leave_to_other(
    lock: WindowLock, ledger: Ledger, drafts: Drafts, preset: str, folder: Path, settings: Settings
) -> int | None:
    """The exit code of this start, which the window that there is comes forward for.

    None if that was on its way out, so that this start has the folder now.
    """
    if preset:
        with suppress(StoreError):
            drafts.ask_for(preset)
    code = _ask_forward(lock, ledger, folder, settings)
    if code != 0:
        drafts.taken_wish()  # this start opens it itself, or nobody does
    return code


def _ask_forward(lock: WindowLock, ledger: Ledger, folder: Path, settings: Settings) -> int | None:
    """Whoever waits for a window is told after a moment why none comes."""
    asked = ledger.ask_forward()

    def came() -> bool:
        with suppress(LedgerError):
            return asked and not ledger.is_forward_asked()
        return False

    for _ in range(_ANSWER_TAKES if asked else 1):
        if came():
            return 0
        if lock.take(within=0.1):
            return None
    app, said = application(settings), OpenAlready(None if asked else folder)
    for name in asking_to_end():
        signal.signal(name, lambda *_: said.reject())
    said.finished.connect(app.quit)
    said.watch(lambda: came() or lock.take())
    app.exec()
    if not said.result():
        return 1
    return 0 if came() else None


class _Closing:
    """The wish to leave, which may come before there is a loop."""

    def __init__(self, window: Window) -> None:
        self._wanted = False
        self._future: asyncio.Future[None] | None = None
        window.closed.connect(self.ask)

    def ask(self) -> None:
        self._wanted = True
        if self._future and not self._future.done():
            self._future.set_result(None)

    async def wait(self) -> None:
        self._future = asyncio.get_running_loop().create_future()
        if not self._wanted:
            await self._future


class _Warm(QObject):
    """Imports what is heavy in a thread of its own and says when it is done."""

    done = Signal()

    def start(self) -> None:
        threading.Thread(target=self._import, daemon=True, name="import").start()

    def _import(self) -> None:
        try:
            load()
        finally:
            self.done.emit()  # what cannot be imported is told by the loop that needs it


def load() -> None:
    """What nothing waits for before the first paint."""
    os.environ.setdefault("QT_API", "pyside6")
    import httpx  # noqa: F401  # only to have it loaded; akool/ is its owner
    import qasync  # noqa: F401


def _paint_first(app: QApplication, window: Window) -> None:
    """Show the window, live, until it is painted and the loop can be had."""
    warm = _Warm()
    window.painted.connect(warm.start)
    warm.done.connect(app.exit)
    window.show()
    app.exec()


def make_loop(app: QApplication) -> asyncio.AbstractEventLoop:
    """qasync's loop with its three faults mended.

    Its own run_until_complete ends in "is not the running loop" on Python 3.14 and hangs (CabbageDevelopment/qasync
    #176), and app.quit() before the future is done raises; its executor is joined on closing, so that a stuck
    name look-up or an unanswered keyring prompt would hold the exit; and Python 3.15 tells it a context for each
    socket, which it does not take.
    """
    import qasync

    class Loop(qasync.QEventLoop):  # type: ignore[misc]
        def run_until_complete(self, future: Any) -> Any:
            future = asyncio.ensure_future(future, loop=self)

            def stop(_: object) -> None:
                self.stop()

            future.add_done_callback(stop)
            try:
                while not future.done():
                    self.run_forever()
                    if not future.done():  # its display is gone: Qt leaves at every turn, with a line of why
                        time.sleep(_TURN)
            finally:
                future.remove_done_callback(stop)
            return future.result()

        def _add_reader(self, fd: Any, callback: Callable[..., object], *args: Any, context: Any = None) -> None:
            super()._add_reader(fd, *_within(context, callback), *args)

        def _add_writer(self, fd: Any, callback: Callable[..., object], *args: Any, context: Any = None) -> None:
            super()._add_writer(fd, *_within(context, callback), *args)

    loop: asyncio.AbstractEventLoop = Loop(app)
    loop.set_default_executor(DaemonExecutor())
    return loop


def _within(context: Context | None, callback: Callable[..., object]) -> tuple[Callable[..., object], ...]:
    return (callback,) if context is None else (context.run, callback)


async def _live(app: QApplication, window: Window, closing: _Closing, running: _Running, preset: str) -> None:
    """From the first turn of the loop to the wish to leave."""
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(running.faults.hear_loop)
    running.log.open()
    _LOG.info("Akool Desktop %s has started", __version__)
    app.aboutToQuit.connect(closing.ask)
    app.setWindowIcon(QIcon(str(resource("app-icon.svg"))))
    pulse = _hear_signals(loop, window, closing.ask)
    running.tasks.attach(loop)
    window.begin(preset)
    window.follow_desktop()
    QTimer.singleShot(_SETTLED, window, lambda: running.tasks.in_thread("give back memory", _give_back))
    await closing.wait()
    pulse.stop()
    for shown in app.topLevelWidgets():
        shown.hide()


def _give_back() -> None:
    """What only the start has needed, and glibc keeps in case of need, goes back to the system."""
    import ctypes

    with suppress(AttributeError, OSError, TypeError):  # other systems' libraries have no such function
        ctypes.CDLL(None).malloc_trim(0)


def _hear_signals(loop: asyncio.AbstractEventLoop, parent: QObject, ask: Callable[[], None]) -> QTimer:
    """What asks the program to end closes the window. Where the loop cannot listen (Windows), a timer does."""
    pulse = QTimer(parent, interval=200)
    for name in asking_to_end():
        try:
            loop.add_signal_handler(name, ask)
        except (NotImplementedError, RuntimeError):
            signal.signal(name, lambda *_: ask())
            pulse.timeout.connect(lambda: None)
            pulse.start()
    return pulse


async def _leave(window: Window, running: _Running) -> None:
    """A create under way is taken back, so that no session is left that nobody knows of."""
    creating, begun = running.tasks.named("create"), running.tasks.leave()
    if creating:
        running.sessions.cancel()
    with suppress(Exception):
        await asyncio.wait_for(window.close_stages(), _STAGES_TAKE)
    for task in begun:
        if task is not creating:
            task.cancel()
    if creating:
        await asyncio.wait([creating], timeout=_LAST_WORD)
        creating.cancel()
    if begun:
        await asyncio.wait(begun, timeout=2)
    with suppress(Exception):
        await asyncio.wait_for(running.accounts.close(), 2)

"""What the libraries below get wrong, and what app.py does about it. Each would come back unseen with an update."""

import asyncio
import socket
import subprocess
import sys
import textwrap
import threading
import time
from contextvars import ContextVar, copy_context
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, QTimerEvent, Signal
from pytestqt.qtbot import QtBot

from akool_desktop.desk.threads import DaemonExecutor


class _Sender(QObject):
    told = Signal(int)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None, True and False are immortal from 3.12 on")
def test_a_slot_call_costs_no_reference_to_none() -> None:
    """PySide6 6.12.0 lost one at each, and the program aborted after some thousands."""
    sender, calls = _Sender(), 2000
    sender.told.connect(lambda _: None)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for number in range(calls):
        sender.told.emit(number)
    assert sys.getrefcount(None) > before[0] - calls // 10
    assert sys.getrefcount(True) > before[1] - calls // 10


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None, True and False are immortal from 3.12 on")
def test_a_virtual_method_costs_no_reference_to_none(qtbot: QtBot) -> None:
    """qasync makes one timerEvent of each callback."""

    class Timed(QObject):
        count = 0

        def timerEvent(self, _event: QTimerEvent) -> None:
            self.count += 1

    timed = Timed()
    before = sys.getrefcount(None)
    timer = timed.startTimer(0)
    qtbot.waitUntil(lambda: timed.count > 1000)
    timed.killTimer(timer)
    assert sys.getrefcount(None) > before - timed.count // 10


# the executor


@pytest.mark.skipif(sys.version_info < (3, 15), reason="nothing is imported lazily before 3.15")
def test_what_a_library_imports_lazily_is_there(tmp_path: Path) -> None:
    """PySide6 6.12.0 handed out stand-ins for it, and a second start died of filelock's Timeout."""
    (tmp_path / "library.py").write_text('__lazy_modules__ = ["decimal"]\nfrom decimal import Overflow\n', "utf-8")
    script = """
        import akool_desktop
        from PySide6 import QtCore

        def used():
            from library import Overflow
            try:
                raise ValueError
            except (Overflow, ValueError):
                pass

        used()
    """
    _run(script, tmp_path)


def test_the_executor_runs_what_it_is_given_and_passes_errors_on() -> None:
    executor = DaemonExecutor()

    async def work() -> None:
        loop = asyncio.get_running_loop()
        assert await loop.run_in_executor(executor, lambda: threading.current_thread().daemon)
        many = [loop.run_in_executor(executor, pow, 2, number) for number in range(50)]
        assert await asyncio.gather(*many) == [2**number for number in range(50)]
        with pytest.raises(ZeroDivisionError):
            await loop.run_in_executor(executor, lambda: 1 / 0)
        assert await loop.run_in_executor(executor, pow, 2, 3) == 8

    asyncio.run(work())
    executor.shutdown()


def test_the_executor_has_no_more_threads_than_it_may() -> None:
    executor, before = DaemonExecutor(most=2), threading.active_count()
    results = [executor.submit(int, number) for number in range(50)]
    assert [result.result(5) for result in results] == list(range(50))
    assert threading.active_count() <= before + 2
    executor.shutdown()


def test_what_waits_for_a_thread_can_be_cancelled() -> None:
    executor, go = DaemonExecutor(most=1), threading.Event()
    running = executor.submit(go.wait, 10)
    waiting = executor.submit(int)
    assert waiting.cancel()
    go.set()
    assert running.result(5)
    assert executor.submit(int, "7").result(5) == 7
    executor.shutdown()


def test_a_stuck_job_holds_neither_the_next_job_nor_the_exit(tmp_path: Path) -> None:
    script = """
        import threading
        from akool_desktop.desk.threads import DaemonExecutor
        executor = DaemonExecutor()
        stuck = executor.submit(threading.Event().wait)
        assert executor.submit(int, "7").result(5) == 7
        executor.shutdown()
    """
    assert _run(script, tmp_path) < 5


# the loop


@pytest.mark.parametrize(
    "way",
    [
        "app.closeAllWindows()",
        "app.quit()",
        "app.exit()",
        "os.kill(os.getpid(), signal.SIGTERM)",
        "os.kill(os.getpid(), signal.SIGINT)",
    ],
)
def test_the_loop_ends_however_the_end_comes_and_tidies_up(tmp_path: Path, way: str) -> None:
    """With tasks under way, a job that is stuck, and an open dialog."""
    script = f"""
        import asyncio, os, signal, sys, threading
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication, QDialog, QWidget
        from akool_desktop.app import make_loop

        class Window(QWidget):
            def closeEvent(self, event):
                event.ignore()
                done()

        tidied = []

        async def busy():
            try:
                while True:
                    await asyncio.sleep(0.001)
            finally:
                tidied.append(True)

        def done():
            if not closed.done():
                closed.set_result(None)

        async def live():
            global closed
            loop = asyncio.get_running_loop()
            closed = loop.create_future()
            app.aboutToQuit.connect(done)
            for name in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(name, done)
            tasks = [loop.create_task(busy()) for _ in range(3)]
            stuck = loop.run_in_executor(None, threading.Event().wait)
            window.show()
            dialog.open()
            QTimer.singleShot(50, lambda: {way})
            await closed
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks, timeout=2)

        app = QApplication([])
        app.setQuitOnLastWindowClosed(False)
        window = Window()
        dialog = QDialog(window)
        with asyncio.Runner(loop_factory=lambda: make_loop(app)) as runner:
            runner.run(live())
            runner.run(asyncio.sleep(0))
        assert tidied == [True] * 3
    """
    assert _run(script, tmp_path) < 8


@pytest.mark.parametrize("given", [True, False], ids=["a context", "none"])
async def test_a_socket_is_heard_in_the_context_that_python_gives_it(given: bool) -> None:
    """Python 3.15 gives one with each (asyncio/selector_events.py, _SelectorTransport)."""
    loop, told = cast(Any, asyncio.get_running_loop()), ContextVar("told", default="outside")
    context = copy_context()
    context.run(told.set, "inside")
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.send(b"x")
        for add, remove in ((loop._add_reader, loop._remove_reader), (loop._add_writer, loop._remove_writer)):
            heard = loop.create_future()

            def hear(word: str, heard: "asyncio.Future[str]" = heard) -> None:
                if not heard.done():
                    heard.set_result(word + told.get())

            add(ours, hear, "heard ", **({"context": context} if given else {}))
            assert await asyncio.wait_for(heard, 5) == ("heard inside" if given else "heard outside")
            remove(ours)


def _run(script: str, folder: Path) -> float:
    """Seconds that the script took; it must end well and have nothing to say."""
    path = folder / "script.py"
    path.write_text(textwrap.dedent(script), "utf-8")
    before = time.monotonic()
    result = subprocess.run([sys.executable, path], capture_output=True, text=True, timeout=30, check=False)
    said = [line for line in result.stderr.splitlines() if "propagateSizeHints" not in line]
    assert (result.returncode, result.stdout, said) == (0, "", [])
    return time.monotonic() - before

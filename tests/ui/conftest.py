"""Tests of the window: real widgets on the loop that app.py makes, with nothing left behind.

An ``async def test`` runs on that loop. What asyncio reports to the loop's exception handler fails the test, as a
Qt warning does: without this, an error in a task would only be logged.
"""

import asyncio
import gc
import inspect
import os
import threading
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from catalogued import strangers
from hostile import HostileServer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.driving import AVATAR, KEY, Program, measures, until
from ui.selling import Sessions, Time

from akool_desktop.app import make_loop
from akool_desktop.desk import sessions, strays
from akool_desktop.ui.theme import theme

OpenProgram = Callable[..., Awaitable[Program]]
Serve = Callable[..., HostileServer]
OpenAt = Callable[..., Awaitable[Program]]

_SETTINGS = ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "ssl_cert_file", "ssl_cert_dir", "akool_api_key")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = pyfuncitem._fixtureinfo.argnames
    stage = pyfuncitem.funcargs["stage"]
    assert isinstance(stage, Stage)
    stage.play(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in names}))
    return True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if isinstance(item, pytest.Function) and inspect.iscoroutinefunction(item.obj):
            item.fixturenames.insert(0, "stage")
        # the offscreen plugin's words on sizes, and on popups that come to the front
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked of Akool again and again is asked without long pauses."""
    monkeypatch.setattr(sessions, "_CONFIRMING", (0.01, 0.05, 0.2))
    monkeypatch.setattr(strays, "_LOOKING", (0.01, 0.05))


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.lower() in _SETTINGS:
            monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    qapp.setQuitOnLastWindowClosed(False)
    if theme().choice != "light":
        theme().apply("light")
    yield
    QApplication.clipboard().clear()  # the program does so when it quits; pytest's application never does


@pytest.fixture
def hasty_hand(qapp: QApplication) -> Iterator[None]:
    """Two presses with nothing between them are a double click, however slow this computer is."""
    before = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(600_000)
    yield
    qapp.setDoubleClickInterval(before)


@pytest.fixture(autouse=True)
def _translatable(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever a test makes the window say has a place in the Linguist files, but for Words of the test's own."""
    strangers()
    yield
    own = request.path.read_text(encoding="utf-8")
    found = {text for text in strangers() if f'Words("{text}"' not in own}
    assert not found, f"said, but not marked as ui/language.py tells: {sorted(found)}"


class Stage:
    """Plays an async test from the first program's begin to the last one's end, in one go.

    Between two runs of the loop pytest-qt lets Qt handle events, and qasync would call back with no loop running.
    """

    def __init__(self, app: QApplication) -> None:
        self.programs: list[Program] = []
        self._app = app

    def play(self, test: Coroutine[Any, Any, None]) -> None:
        reported: list[dict[str, Any]] = []
        with asyncio.Runner(loop_factory=lambda: make_loop(self._app)) as runner:
            runner.get_loop().set_exception_handler(lambda _, context: reported.append(context))
            left = runner.run(self._whole(test))
        assert not reported
        assert not left, "tasks that nobody ended"

    async def _whole(self, test: Coroutine[Any, Any, None]) -> set[asyncio.Task[Any]]:
        try:
            for program in self.programs:
                await program.begin()
                await program.read()
            await test
        finally:
            for program in self.programs:
                await program.quit()
        cancelled = asyncio.all_tasks() - {asyncio.current_task()}
        return (await asyncio.wait(cancelled, timeout=2))[1] if cancelled else set()


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    """Afterwards no thread and no socket of the test is left."""
    sockets, threads = _sockets(), set(threading.enumerate())
    stage = Stage(qapp)
    yield stage
    for program in stage.programs:
        program.put_away()
    for thread in set(threading.enumerate()) - threads:
        thread.join(5)
    gc.collect()
    assert not set(threading.enumerate()) - threads
    assert _sockets() <= sockets


def _sockets() -> int:
    """How many this process has open; where that cannot be counted, none."""
    folder = Path("/proc/self/fd")
    if not folder.exists():
        return 0
    return sum("socket" in _target(link) for link in folder.iterdir())


def _target(link: Path) -> str:
    try:
        return os.readlink(link)
    except OSError:  # the one that lists the folder
        return ""


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts servers that behave as they are told; they are put away after the program."""
    with ExitStack() as servers:
        yield lambda *script: servers.enter_context(HostileServer(*script))


@pytest.fixture
def open_program(stage: Stage, serve: Serve, tmp_path: Path) -> OpenProgram:  # noqa: ARG001
    """Opens the program from an async test: ``await open_program(environment_key=..., base_url=...)``."""

    async def open_program(**settings: Any) -> Program:
        program = Program(tmp_path / "data", **settings)
        stage.programs.append(program)
        await program.begin()
        return program

    return open_program


@pytest.fixture
def akool() -> Sessions:
    return Sessions()


@pytest.fixture
def open_at(akool: Sessions, serve: Serve, open_program: OpenProgram) -> OpenAt:
    """The program on an account at ``akool``, with so many sessions created: ``await open_at(2)``."""

    async def open_at(sessions: int = 1, time: Time | None = None) -> Program:
        clock = time.clock() if time else None
        program = await open_program(environment_key=KEY, base_url=serve(akool).url, clock=clock)
        program.window.resize(1440, 900)
        if sessions:
            await program.read()
        program.type("avatar_id", AVATAR)
        for number in range(1, sessions + 1):
            program.click(program.create_button)
            await program.created(number)
            await program.pause()
        await until(lambda: not measures(program), "for the balance")
        return program

    return open_at


@pytest.fixture
def program(stage: Stage, tmp_path: Path) -> Program:
    """The program with Practice chosen; when the async test starts it has begun and read its lists."""
    program = Program(tmp_path / "data")
    stage.programs.append(program)
    return program


@pytest.fixture
def screen(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """The window without a loop: for what needs no answer from anybody."""
    program = Program(tmp_path / "data")
    _show(program, qtbot)
    yield program
    program.put_away()


@pytest.fixture(scope="module")
def one_window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    qapp.setQuitOnLastWindowClosed(False)
    theme().apply("light")
    program = Program(tmp_path_factory.mktemp("data"))
    yield program
    program.put_away()


@pytest.fixture
def page(qtbot: QtBot, one_window: Program) -> Program:
    """The same, for the rows of a table: one window for all of them, each with an empty form."""
    _show(one_window, qtbot)
    one_window.load({})
    return one_window


def _show(program: Program, qtbot: QtBot) -> None:
    program.window.show()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)

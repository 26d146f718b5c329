"""Faults that nobody caught, wherever they come from: a card, a line in the log, the window stays, no secret shows."""

import asyncio
import gc
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import capture_exceptions
from ui.driving import Program, until

from akool_desktop.desk.support import SupportDesk
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.log import Log
from akool_desktop.store.redaction import SECRETS
from akool_desktop.ui.faults import Faults
from akool_desktop.ui.support import Support

PLANTED = "planted-secret-of-a-fault/+5f3a91"


def break_down() -> None:
    raise RuntimeError(f"no good: {PLANTED}")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    SECRETS.know(PLANTED)
    log = Log(tmp_path / "log")
    yield log
    log.close()


@pytest.fixture
def faults(program: Program, log: Log) -> Iterator[Faults]:
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    faults = Faults(program.window, program.window.errors.add, log)
    faults.listen()
    yield faults
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


def in_slot(_: Faults) -> None:
    QTimer.singleShot(0, break_down)


def in_thread(_: Faults) -> None:
    thread = threading.Thread(target=break_down)
    thread.start()
    thread.join()


def in_task(faults: Faults) -> None:
    loop = asyncio.get_running_loop()
    before = loop.get_exception_handler()
    loop.set_exception_handler(faults.hear_loop)
    loop.call_soon(break_down)
    loop.call_soon(loop.set_exception_handler, before)


def in_destructor(_: Faults) -> None:
    class Fragile:
        def __del__(self) -> None:
            break_down()

    Fragile()
    gc.collect()


def in_painting(_: Faults) -> None:
    class Ugly(QWidget):
        def paintEvent(self, _event: QPaintEvent) -> None:
            self.hide()
            break_down()

    Ugly(QApplication.activeWindow()).show()


@pytest.mark.parametrize("happen", [in_slot, in_thread, in_task, in_destructor, in_painting])
async def test_a_fault_is_a_card_and_the_window_stays(
    program: Program, faults: Faults, log: Log, happen: Callable[[Faults], None], capsys: pytest.CaptureFixture[str]
) -> None:
    with capture_exceptions():
        sys.excepthook = faults._hear
        happen(faults)
        card = await program.card()
    assert program.window.isVisible()
    assert program.says("RuntimeError", card)
    program.press("Copy", card)
    copied = QApplication.clipboard().text()
    assert "break_down" in copied
    assert "Akool Desktop " in copied
    written = (log.folder / "akool-desktop.log").read_text()
    assert "no good: [secret]" in written
    said = capsys.readouterr()
    for text in (copied, written, said.out, said.err, *program.words(), card.accessibleName()):
        assert PLANTED not in text
        assert "planted-" not in text


async def test_a_fault_that_comes_again_and_again_is_one_card_until_it_is_closed(
    program: Program, faults: Faults, log: Log
) -> None:
    def entries() -> int:
        return (log.folder / "akool-desktop.log").read_text().count("Nobody caught a fault")

    fault = _raised()
    for _ in range(5):
        faults.hear(fault)
    card = await program.card()
    faults.hear(fault)
    assert entries() == 1  # else it would push out of the log what led to it
    program.press("Dismiss", card)
    assert not program.cards()
    faults.hear(fault)
    await program.card()
    assert entries() == 2


def _raised() -> RuntimeError:
    try:
        break_down()
    except RuntimeError as error:
        return error
    raise AssertionError


async def test_faults_that_come_from_nowhere_are_one_card_and_each_in_the_log(
    program: Program, faults: Faults, log: Log
) -> None:
    """The loop tells of some by their words alone."""
    for words in ("one", "another"):
        faults.hear_loop(asyncio.get_running_loop(), {"message": words})
    await program.card()
    assert len(program.cards()) == 1
    written = (log.folder / "akool-desktop.log").read_text()
    assert "RuntimeError: one" in written
    assert "RuntimeError: another" in written


@pytest.mark.usefixtures("faults")
async def test_the_bundle_says_what_is_in_it_and_holds_no_secret(program: Program, log: Log) -> None:
    SECRETS.know("planted-token-0b44")
    (log.folder).mkdir(parents=True)
    (log.folder / "crash-before.txt").write_text("Fatal Python error: Aborted\n")
    (log.folder / "akool-desktop.log.1").write_text("an old line, from before the secret was known: planted-token-0b44")
    sent = {"credentials": {}, "avatar_id": "planted-avatar", "background_url": "https://planted.example/x"}
    program.ledger.begin(Entry(
        0, "1", "Planted account", "planted-avatar", "agora", 1.0, State.ENDED, who="Planted name", sent=sent,
        session_id="6698c9d69cf7b0d61d1b6420", preset="Planted preset", why="Refused: planted-token-0b44",
    ))  # fmt: skip
    program.window._choices.save_now(favourites="planted-avatar")
    Support(program.window, program.window.errors.add, SupportDesk(program.paths, log), program.tasks)
    program.window.support_wanted.emit()
    dialog = program.dialog()
    assert dialog.says("In it:")
    assert dialog.says("Not in it:")
    QTest.keyClick(dialog.top.focusWidget(), Qt.Key.Key_Return)
    await until(lambda: dialog.says("Made:"), "for the bundle")
    dialog.button("Show the folder")
    (path,) = log.folder.glob("*.zip")
    with ZipFile(path) as bundle:
        texts = {name: bundle.read(name).decode() for name in bundle.namelist()}
    assert set(texts) >= {"READ ME.txt", "versions.txt", "settings.json", "sessions.json", "log/crash-before.txt",
                          "log/akool-desktop.log.1"}  # fmt: skip
    assert "6698c9d69cf7b0d61d1b6420" in texts["sessions.json"]
    assert "Refused: [secret]" in texts["sessions.json"]
    assert "Qt: 6" in texts["versions.txt"]
    for name, text in texts.items():
        assert "planted" not in text.lower(), name
        assert str(Path.home()) + "/" not in text or str(Path.home()) == "/"
    dialog.press("Close")


async def test_the_bundle_is_said_to_be_under_way_and_made_once(program: Program, log: Log) -> None:
    Support(program.window, program.window.errors.add, SupportDesk(program.paths, log), program.tasks)
    program.window.support_wanted.emit()
    dialog = program.dialog()
    dialog.press("Make the bundle")
    assert dialog.says("Making the bundle…")
    first = program.tasks.named("support bundle")
    dialog.press("Make the bundle")
    assert program.tasks.named("support bundle") is first
    await until(lambda: dialog.says("Made:"), "for the bundle")
    assert not dialog.says("Making the bundle…")
    dialog.press("Close")


async def test_a_disk_that_refuses_the_bundle_is_said(program: Program, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    log = Log(tmp_path / "file" / "log")
    Support(program.window, program.window.errors.add, SupportDesk(program.paths, log), program.tasks)
    program.window.support_wanted.emit()
    program.dialog().press("Make the bundle")
    await until(lambda: program.dialog().says("could not be saved"), "for the reason")
    program.dialog().press("Close")


async def test_a_crash_is_told_at_the_next_start(program: Program, log: Log) -> None:
    log.crashed = True
    Support(program.window, program.window.errors.add, SupportDesk(program.paths, log), program.tasks)
    assert program.says("The program crashed the last time it ran", await program.card())

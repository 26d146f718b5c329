"""A working day of practice, its clock run fast: what a thousand sessions leave behind in the program, namely nothing.

AKOOL_LONG=1 plays a thousand instead of two dozen, and holds memory to 5 % of what it was after a quarter of the day.
"""

import asyncio
import gc
import os
import threading
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from ui.conftest import OpenProgram
from ui.driving import AVATAR, Program, measures, until
from ui.selling import Time

from akool_desktop.desk import sessions

LONG = bool(os.environ.get("AKOOL_LONG"))
ROUNDS, WARM = (1000, 250) if LONG else (24, 12)
DAY = 8 * 3600.0
LATER = 700.0  # seconds after which nothing that has ended is in view any more
IDLE = 8  # more or fewer: connections kept for the next request, workers that wait for the next call


@pytest.fixture(autouse=True)
def _brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "_CONFIRMING", (0.01, 0.02, 0.05, 0.2))
    monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: 1)


@pytest.mark.timeout(1800)
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory and files are counted where /proc tells")
async def test_a_day_of_sessions_leaves_nothing_behind(open_program: OpenProgram) -> None:
    time = Time()
    program = await open_program(clock=time.clock())
    program.window.resize(1440, 900)
    await program.read()
    program.type("avatar_id", AVATAR)
    before: Counter[str] = Counter()
    for number in range(ROUNDS):
        await _session(program)
        time.sleep(DAY / ROUNDS)
        if number % 6 == 5:
            await _looked_around(program, number // 6 % 2 == 0)
        if number + 1 == WARM:
            before, memory = await _left(program, time), _memory()
    after, grown = await _left(program, time), _memory() / memory
    print(f"{ROUNDS} sessions: {memory >> 20} MB, grown to {grown:.3f} of it")
    assert len(program.practice.books()) == ROUNDS + 2
    for kept in ("files", "workers"):
        assert after.pop(kept) <= before.pop(kept) + IDLE
    assert after == before
    assert grown <= 1.05 or not LONG


async def _session(program: Program) -> None:
    """Created, seen, ended, and its card left where it is: nobody tidies up on a busy day."""
    program.click(program.create_button)
    await until(lambda: program.sessions.open and not program.tasks.runs("create"), "for the session")
    await until(lambda: not measures(program), "for what it holds")
    await until(lambda: program.buttons("End session"), "for its row")
    await program.pause()
    program.press("End session")
    program.window._open_sessions.show_compact()
    program.window._open_sessions._show_window()
    await until(lambda: not program.sessions.open, "for its end")
    await until(lambda: not measures(program), "for what it cost")


async def _looked_around(program: Program, dark: bool) -> None:
    """Other looks, another language and back, and every window opened and closed."""
    program.window._choices.choose("theme", "dark" if dark else "light")
    for language in ("zh_CN", "en"):
        program.window._choices.choose("language", language)
        await asyncio.sleep(0)
    for open_one in (program.window._open_network, program.window._account_menu.add):
        open_one()
        await asyncio.sleep(0)
        for dialog in program.dialogs():
            dialog.close()
    program.window._open_history()
    await until(lambda: program.window._history_window is not None, "for the history")
    for shown in QApplication.topLevelWidgets():
        if shown is not program.window and shown.isVisible():
            shown.close()


async def _left(program: Program, time: Time) -> Counter[str]:
    """What there is of all that could be left behind, once everything has settled and all but one has left the view."""
    time.sleep(LATER)
    await _session(program)
    await _looked_around(program, dark=False)
    for _ in range(5):
        await program.read()
        await asyncio.sleep(0.05)
        gc.collect()
    workers = sum(thread.name.startswith("worker ") for thread in threading.enumerate())
    return Counter(
        {
            "tasks": len(asyncio.all_tasks()),
            "threads": threading.active_count() - workers,
            "workers": workers,
            "files": len(os.listdir("/proc/self/fd")),
            "windows": len(QApplication.topLevelWidgets()),
            "widgets": len(QApplication.allWidgets()),
            "timers": len(program.window.findChildren(QTimer)),
            "objects": len(program.window.findChildren(QObject)),
            "rows": len(program.sessions.entries),
        }
    )


def _memory() -> int:
    """Bytes that this process has in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

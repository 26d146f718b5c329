"""How long the window's thread is held while somebody types: what the benchmarks measure with."""

import asyncio
import time
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

CALM, FAST = 0.12, 0.033  # seconds between keys: somebody who types, and a key that is held down
LIMIT = 16

Held = tuple[float, float]


class Gaps:
    """How long the window's thread was held, by a timer that wants to fire every millisecond.

    By the clock, which other programs and threads hold up too; and what the thread has worked in that time.
    """

    def __init__(self) -> None:
        self._longest, self._last = [0.0, 0.0], _clocks()
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = _clocks()
        self._longest = [max(gap, new - last) for gap, new, last in zip(self._longest, now, self._last, strict=True)]
        self._last = now

    def begin(self) -> None:
        self._longest, self._last = [0.0, 0.0], _clocks()

    def so_far(self) -> Held:
        """Milliseconds by the clock and of work, what is still going on included."""
        self._tick()
        return self._longest[0] * 1000, self._longest[1] * 1000


def _clocks() -> tuple[float, float]:
    return time.perf_counter(), time.thread_time()


async def type_and_measure(edit: QLineEdit, gaps: Gaps, pause: float, words: Sequence[str]) -> list[Held]:
    """Type and delete each of the words a letter at a time; the longest hold of the thread after each keystroke."""
    held = []
    for word in words:
        for key in [*word, *[Qt.Key.Key_Backspace] * len(word)]:
            gaps.begin()
            QTest.keyClick(edit, key)
            await asyncio.sleep(pause)
            held.append(gaps.so_far())
    return held


async def wait_and_measure(gaps: Gaps, pause: float) -> list[Held]:
    """The same with no key pressed: what the machine itself holds the thread for."""
    held = []
    for _ in range(100):
        gaps.begin()
        await asyncio.sleep(pause)
        held.append(gaps.so_far())
    return held


def percentile(values: Iterable[float], part: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * part // 100)]


def say(what: str, held: Sequence[Held]) -> None:
    clock, work = ([percentile(column, part) for part in (50, 99)] for column in zip(*held, strict=True))
    print(f"  {what}: {clock[0]:.1f} ms at the median, {clock[1]:.1f} ms at the 99th percentile; "
          f"of it {work[0]:.1f} and {work[1]:.1f} ms the thread's own work ({len(held)} measured)")


def in_time(*runs: Sequence[Held]) -> bool:
    """Whether the thread's own work after each keystroke stays within the limit at the 99th percentile, in each run."""
    return verdict(all(percentile((work for _, work in held), 99) < LIMIT for held in runs))


def verdict(holds: bool) -> bool:
    if not holds:
        print("  TOO MUCH")
    return holds

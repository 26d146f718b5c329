"""How long the window's thread is held while somebody types: what the benchmarks measure with."""

import asyncio
import time
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

CALM, FAST = 0.12, 0.033  # seconds between keys: somebody who types, and a key that is held down
LIMIT = 16


class Gaps:
    """How long the window's thread was held, by a timer that wants to fire every millisecond."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def begin(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()

    def so_far(self) -> float:
        """Milliseconds, what is still going on included."""
        return max(self.longest, time.perf_counter() - self._last) * 1000


async def type_and_measure(
    edit: QLineEdit, gaps: Gaps, pause: float, words: Sequence[str]
) -> list[float]:
    """Type and delete each of the words a letter at a time; the longest hold of the thread after each keystroke."""
    held = []
    for word in words:
        for key in [*word, *[Qt.Key.Key_Backspace] * len(word)]:
            gaps.begin()
            QTest.keyClick(edit, key)
            await asyncio.sleep(pause)
            held.append(gaps.so_far())
    return held


async def wait_and_measure(gaps: Gaps, pause: float) -> list[float]:
    """The same with no key pressed: what the machine itself holds the thread for."""
    held = []
    for _ in range(100):
        gaps.begin()
        await asyncio.sleep(pause)
        held.append(gaps.so_far())
    return held


def percentile(values: Sequence[float], part: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * part // 100)]


def say(what: str, held: Sequence[float]) -> None:
    p50, p99 = percentile(held, 50), percentile(held, 99)
    print(f"  {what}: {p50:.1f} ms at the median, {p99:.1f} ms at the 99th percentile ({len(held)} measured)")

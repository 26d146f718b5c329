"""A program that saves presets and is killed: run by test_preset_disk.py, forks one such program for each line.

A line says what it does and how many seconds after it began that it is killed. As in killed.py it is the parent that
kills, and forking takes milliseconds because everything is loaded.
"""

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from akool_desktop.store.presets import ChangedElsewhere, Preset, PresetFolder


def save(folder: PresetFolder) -> None:
    """Two contents of the same preset in turn, each recognisable from its first to its last letter."""
    stored = folder.read("kept")
    for number in range(10**9):
        sign = "ab"[number % 2]
        stored = folder.save(replace(stored.preset, note=sign * 50_000, colour=sign), stored.stamp)


def delete(folder: PresetFolder) -> None:
    while True:
        folder.restore(folder.delete("moved"))


def make(folder: PresetFolder) -> None:
    for number in range(10**9):
        folder.save(Preset("", f"New {number}", {}, note="n" * 50_000), None)


def count(folder: PresetFolder) -> None:
    """One of several that add to the same preset; who comes too late reads again."""
    for number in range(25):
        while True:
            stored = folder.read("kept")
            values = {**stored.preset.values, f"{os.getpid()} {number}": 1}
            try:
                folder.save(replace(stored.preset, values=values), stored.stamp)
            except ChangedElsewhere:
                continue
            break


def add(folder: PresetFolder) -> None:
    """One of several that make presets of the same name."""
    for _ in range(10):
        folder.save(Preset("", "Same name", {}, note=str(os.getpid())), None)


WORK: dict[str, Callable[[PresetFolder], None]] = {
    "save": save, "delete": delete, "make": make, "count": count, "add": add,
}  # fmt: skip


def start(what: str, root: Path, data: str) -> int:
    """The number of the program that does it, once it has begun."""
    began, says_so = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            folder = PresetFolder(root / "presets", root / data)
            folder.scan()
            os.write(says_so, b".")
            WORK[what](folder)
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    os.close(says_so)
    os.read(began, 1)
    os.close(began)
    return child


def main(root: Path) -> None:
    for line in sys.stdin:
        what, *more = line.split()
        if what in ("count", "add"):
            children = [start(what, root, f"data {number}") for number in range(int(more[0]))]
        else:
            children = [start(what, root, "data")]
            time.sleep(float(more[0]))
            os.kill(children[0], signal.SIGKILL)
        print(*(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""From the start of a process to a painted form, against a bare window with 45 inputs, in alternating runs.

Painted is what the screen shows: the picture of an X server of its own is looked at until it holds a window with words
in it. Where they are installed, programs that people know are started in the same way.
"""

import mmap
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROUNDS = 9
LIMIT, TIMES_FASTER, MEMORY = 1.3, 2.0, 1.6
SETTLED = 5.0  # seconds after which memory is compared
BARE = [sys.executable, str(Path(__file__).with_name("bench_bare.py"))]
OTHERS = {"KeePassXC": ("keepassxc", False), "Vorta": ("vorta", True), "git-cola": ("git-cola", True),
          "Picard": ("picard", True)}  # fmt: skip
PATIENCE = 20.0
SIZE = (1440, 900)


@contextmanager
def screen(folder: Path) -> Iterator[mmap.mmap]:
    """The picture of an X server, as it is; DISPLAY names it."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-fbdir", str(folder)],
        pass_fds=[writing], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as told:
        os.environ["DISPLAY"] = f":{told.readline().strip()}"
    try:
        with (folder / "Xvfb_screen0").open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as seen:
            yield seen
    finally:
        server.terminate()
        server.wait()


def is_painted(seen: mmap.mmap) -> bool:
    """Words are on the screen: along some lines across it the colour changes often."""
    wide = SIZE[0] * 4
    start = len(seen) - wide * SIZE[1]
    changes = 0
    for line in range(100, SIZE[1] - 100, 20):
        row = seen[start + wide * line : start + wide * (line + 1)]
        changes += sum(row[at : at + 3] != row[at + 4 : at + 7] for at in range(400, wide - 1600, 16))
    return changes > 40


def start(command: Sequence[str], seen: mmap.mmap, home: Path, wait: float = 0) -> tuple[float, float, float]:
    """Milliseconds until it is painted, those of a processor's work until then, and MB of memory after the wait."""
    variables = {"PATH": os.environ["PATH"], "HOME": str(home), "DISPLAY": os.environ["DISPLAY"], "LANG": "C.UTF-8",
                 "XDG_RUNTIME_DIR": str(home), "QT_QPA_PLATFORM": "xcb"}  # fmt: skip
    began = time.perf_counter()
    process = subprocess.Popen(
        command, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        while not is_painted(seen):
            if process.poll() is not None or time.perf_counter() - began > PATIENCE:
                raise RuntimeError(f"{command[0]} painted nothing")
            time.sleep(0.001)
        taken, worked = time.perf_counter() - began, _work(process.pid)
        time.sleep(wait)
        memory = _memory(process.pid) if wait else 0
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    while is_painted(seen):
        time.sleep(0.001)
    return taken * 1000, worked * 1000, memory


def _work(process: int) -> float:
    """Seconds of all its threads so far, to the nanosecond: what the others on the machine do is not in it."""
    threads = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9


def _memory(process: int) -> float:
    """MB resident. Its part of what is shared (Pss) would depend on who else has Qt loaded: this benchmark has."""
    told = Path(f"/proc/{process}/status").read_text()
    return int(told.split("\nVmRSS:", 1)[1].split()[0]) / 1024


def starting() -> bool:
    """Prints the figures; whether every ratio holds."""
    if not shutil.which("Xvfb"):
        print("Starting is measured on Linux with Xvfb.")
        return True
    with tempfile.TemporaryDirectory() as folder, screen(Path(folder)) as seen:
        home = Path(folder) / "home"
        home.mkdir(mode=0o700)
        (home / "data" / "config").mkdir(parents=True)
        (home / "data" / "config" / "settings.json").write_text('{"account": "practice"}')  # the doors' answer
        ours = [sys.executable, "-m", "akool_desktop", "--data-dir", str(home / "data")]
        commands = {"bare": BARE, "ours": ours}
        commands |= {name: [found] for name, (file, _) in OTHERS.items() if (found := shutil.which(file))}
        for command in commands.values():
            start(command, seen, home)  # what the first start of all compiles and caches
        runs = {name: [] for name in commands}  # type: dict[str, list[tuple[float, float, float]]]
        for _ in range(ROUNDS):
            for name, command in commands.items():
                runs[name].append(start(command, seen, home))
        memory = {name: start(commands[name], seen, home, SETTLED)[2] for name in ("bare", "ours")}
    return _say(runs, memory)


def _say(runs: dict[str, list[tuple[float, float, float]]], memory: dict[str, float]) -> bool:
    least = {name: [min(column) for column in zip(*found, strict=True)] for name, found in runs.items()}
    print(f"From the start of the process to a painted form, the least of {ROUNDS} alternating runs:")
    for name, (clock, work, _) in least.items():
        print(f"  {name}: {clock:.0f} ms by the clock, {work:.0f} ms of work")
    ratios = {
        f"a bare window with 45 inputs by the clock ({LIMIT} at most)": (least["ours"][0] / least["bare"][0], LIMIT),
        "the same by work done": (least["ours"][1] / least["bare"][1], LIMIT),
        f"its memory after {SETTLED:.0f} s with Practice, {memory['ours']:.0f} against {memory['bare']:.0f} MB "
        f"({MEMORY} at most)": (memory["ours"] / memory["bare"], MEMORY),
    }
    for name, (_, in_python) in OTHERS.items():
        if name in least:
            limit = 1 / TIMES_FASTER if in_python else float("inf")
            ratios[name] = (least["ours"][0] / least[name][0], limit)
    for name, (ratio, limit) in ratios.items():
        print(f"  {ratio:.2f} times {name}{'' if ratio <= limit else ': TOO MUCH'}")
    return all(ratio <= limit for ratio, limit in ratios.values())


if __name__ == "__main__":
    sys.exit(not starting())

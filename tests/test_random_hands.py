"""Clicks, drags, keys and rubbish at random, in a real window: the program stays, and meets no fault of its own.

AKOOL_LONG=1 plays for ten minutes, another game each time, instead of ten seconds of the same; AKOOL_SEED=N repeats
the choices of a run that failed.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

LONG = bool(os.environ.get("AKOOL_LONG"))
SECONDS = 600 if LONG else 10
WIDE, HIGH = 1440, 900
KEYS = ["Tab", "Return", "space", "Escape", "Up", "Down", "Left", "Right", "Home", "End", "Page_Down", "Page_Up"]
KEYS += ["Menu", "Delete", "BackSpace", "F1", "F2", "F6", "shift+F1", "shift+Tab", "alt+1", "alt+3", "alt+5", "alt+7"]
KEYS += [f"ctrl+{key}" for key in ("a", "b", "c", "d", "f", "j", "k", "n", "p", "s", "v", "x", "z", "Return")]
KEYS += [f"ctrl+shift+{key}" for key in ("h", "s", "z", "Return")]
TEXTS = ["a", "12", "-1", "999999", "https://x.example/a?b=c", "日本語", "\"'<>&{}", "practice-1104", "200", "dark"]

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("Xvfb", "openbox", "xdotool"))),
    reason="needs Xvfb, openbox and xdotool, as packaging/test.py installs them on Debian and Ubuntu",
)


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The variables of a screen with a window manager, a home, and a browser that does nothing."""
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", f"{WIDE}x{HIGH}x24"], stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert screen.stdout
    own = {"DISPLAY": f":{screen.stdout.readline().strip()}", "HOME": str(tmp_path), "BROWSER": "true"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AKOOL")}
    variables = kept | own | {"QT_QPA_PLATFORM": "xcb"}
    manager = subprocess.Popen(["openbox"], env=variables, stderr=subprocess.DEVNULL)
    yield variables
    for process in (manager, screen):
        process.terminate()
        process.wait()
    screen.stdout.close()


class Hands:
    """``done`` is what they did, to be told where the program fails."""

    def __init__(self, desktop: dict[str, str], data: Path) -> None:
        self._desktop, self._data = desktop, data
        self._log = data / "log" / "akool-desktop.log"
        self.done: list[str] = []
        self.start()

    def start(self) -> None:
        program = [sys.executable, "-m", "akool_desktop", "--data-dir", str(self._data)]
        self.program = subprocess.Popen(program, env=self._desktop)
        self.do("search", "--sync", "--onlyvisible", "--name", "^Akool Desktop$")

    def do(self, *words: str) -> None:
        self.done = [*self.done[-20:], " ".join(words)]
        subprocess.run(["xdotool", *words], env=self._desktop, capture_output=True, timeout=60, check=False)

    def faults(self) -> str:
        said = self._log.read_text(encoding="utf-8") if self._log.exists() else ""
        return f"{said}\n{self.done}" if "Nobody caught" in said else ""


@pytest.fixture
def hands(desktop: dict[str, str], tmp_path: Path) -> Iterator[Hands]:
    settings = tmp_path / "data" / "config" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"account": "practice"}))
    hands = Hands(desktop, tmp_path / "data")
    yield hands
    hands.program.kill()
    hands.program.wait()


@pytest.mark.timeout(900)
def test_no_fault_comes_of_whatever_is_done(hands: Hands, tmp_path: Path) -> None:
    seed = int(os.environ.get("AKOOL_SEED") or (random.randrange(10**6) if LONG else 1))
    print(f"seed {seed}")
    chance, until = random.Random(seed), time.monotonic() + SECONDS
    while time.monotonic() < until and not hands.faults():
        hands.do(*_hands(chance))
        if hands.program.poll() is not None:  # the window was closed, and nothing was open
            assert hands.program.returncode == 0, hands.done
            hands.start()
    hands.program.terminate()
    assert hands.program.wait(20) == 0, hands.done
    assert not hands.faults()
    assert not [path for path in tmp_path.rglob("crash.txt") if path.stat().st_size]


def _hands(chance: random.Random) -> list[str]:
    """What xdotool does at once."""
    if chance.random() < 0.15:
        return ["type", "--delay", "3", "--", chance.choice(TEXTS)]
    words: list[str] = []
    for _ in range(chance.randint(1, 6)):
        place = _place(chance)
        words += chance.choice((
            [*place, "click", "1"], [*place, "click", "1"], [*place, "click", "--repeat", "2", "--delay", "50", "1"],
            [*place, "click", chance.choice("345")], [*place, "mousedown", "1", *_place(chance), "mouseup", "1"],
            ["key", chance.choice(KEYS)], ["key", chance.choice(KEYS)],
        ))  # fmt: skip
        words += ["sleep", chance.choice(("0", "0.01", "0.1"))]
    return words


def _place(chance: random.Random) -> list[str]:
    """Anywhere but on the top window's frame."""
    return ["mousemove", str(chance.randrange(WIDE)), str(chance.randrange(25, HIGH))]

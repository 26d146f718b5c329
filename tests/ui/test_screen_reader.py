"""What a screen reader is told of every control of every screen, over AT-SPI on a real bus."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from painting import x_server
from ui.reading_aloud import Reader, Thing, program_of, reader, session_bus, variables

pytestmark = [
    pytest.mark.alone,
    pytest.mark.skipif(
        not Path("/usr/libexec/at-spi-bus-launcher").exists() or not shutil.which("xdotool"),
        reason="needs at-spi2-core, Xvfb, openbox and xdotool, as packaging/test.py installs them on Debian and Ubuntu",
    ),
]

# Roles that a person acts on, which are nothing without a name.
CONTROLS = {
    "button", "push button", "toggle button", "check box", "radio button", "combo box", "text", "entry",
    "password text", "spin button", "list", "table", "menu item", "page tab", "slider", "switch", "tree",
}  # fmt: skip
# The keys that open each screen, and what it then says.
SCREENS = {
    "the window": ((), "Create session on Practice"),
    "commands": (("ctrl+k",), "Search commands"),
    "keys": (("F1",), "What can be done without the mouse"),
    "an account": (("ctrl+k", "a", "d", "d", "Return"), "Key or token"),
    "the network": (("ctrl+k", "n", "e", "t", "Return"), "Test"),
    "saving a preset": (("ctrl+s",), "Preset name"),
    "history": (("ctrl+h",), "Search"),
}


class Shown:
    """The program on a screen of its own."""

    def __init__(self, folder: Path, session: str, display: str) -> None:
        self.variables = variables(session, display)
        (folder / "config").mkdir(parents=True)
        (folder / "config" / "settings.json").write_text(json.dumps({"account": "practice", "motion": "none"}))
        self._manager = subprocess.Popen(["openbox"], env=self.variables, stderr=subprocess.DEVNULL)
        self._program = subprocess.Popen(
            [sys.executable, "-m", "akool_desktop", "--data-dir", str(folder)], env=self.variables
        )

    def press(self, *keys: str) -> None:
        for key in keys:
            subprocess.run(["xdotool", "key", key], env=self.variables, check=True)

    def put_away(self) -> None:
        for process in (self._program, self._manager):
            process.terminate()
            process.wait(20)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Shown, Reader]]:
    with x_server() as display, session_bus() as session:
        program = Shown(tmp_path_factory.mktemp("read") / "data", session, display)
        try:
            with reader(session) as reading:
                yield program, reading
        finally:
            program.put_away()


def _things(reading: Reader, said: str) -> list[Thing]:
    """All that shows, once it says this."""
    program = program_of(reading)
    for _ in range(50):
        things = list(reading.showing(program))
        if any(said in thing.name for thing in things):
            return things
    raise AssertionError(f"never said: {said}; but {sorted({thing.name for thing in things})}")


@pytest.mark.parametrize("screen", SCREENS)
def test_every_control_that_shows_has_a_name_and_a_role(screen: str, shown: tuple[Shown, Reader]) -> None:
    program, reading = shown
    keys, said = SCREENS[screen]
    _things(reading, SCREENS["the window"][1])
    program.press(*keys)
    try:
        things = _things(reading, said)
    finally:
        if keys:
            program.press("Escape")
    controls = [thing for thing in things if thing.role in CONTROLS]
    assert len(controls) > 2
    assert [thing for thing in controls if not thing.name.strip()] == []
    assert [thing for thing in things if thing.focusable and thing.role in ("", "invalid", "unknown")] == []

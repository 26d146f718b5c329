"""The session bus that a window is opened on: one that stands still is done without."""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from painting import x_server

from akool_desktop import display

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a bus of Linux")

ROOT = Path(__file__).parents[1]


@pytest.fixture
def silent() -> Iterator[str]:
    """A socket whose owner was stopped: it is connected to, and never answers."""
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as listening:
        place = f"{folder}/bus"
        listening.bind(place)
        listening.listen()
        yield place


def left(monkeypatch: pytest.MonkeyPatch, address: str) -> str:
    """What the programs below are told of the bus."""
    monkeypatch.setattr(display, "_BUS_SECONDS", 0.2)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    display.leave_silent_bus()
    return os.environ["DBUS_SESSION_BUS_ADDRESS"]


def test_a_bus_that_stands_still_is_left(silent: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert left(monkeypatch, f"unix:path={silent},guid=0") == "disabled:"


def test_the_one_that_needs_no_variable_is_left_too(silent: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(Path(silent).parent))
    assert left(monkeypatch, "") == "disabled:"


def test_a_bus_that_answers_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    daemon = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(daemon, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        assert running.stdout
        address = running.stdout.readline().strip()
        assert left(monkeypatch, address) == address
        running.terminate()


@pytest.mark.parametrize("address", ["unix:path=/nonexistent/bus", "unix:abstract=none", "tcp:host=127.0.0.1", "odd"])
def test_what_is_not_there_or_not_known_keeps_nobody_waiting(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert left(monkeypatch, address) == address


@pytest.mark.alone
def test_the_window_comes_all_the_same(silent: str, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_text('{"account": "practice"}')
    script = ROOT / "tests" / "ui" / "driven.py"
    bus = {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={silent}"}
    with x_server() as screen, (tmp_path / "stderr").open("w") as stderr, subprocess.Popen(
        [sys.executable, script, "stay", "--data-dir", tmp_path], stdout=subprocess.PIPE, stderr=stderr, text=True,
        env=os.environ | {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"} | bus,
    ) as program:  # fmt: skip
        try:
            assert program.stdout
            assert "painted" in program.stdout.readline()
        finally:
            with suppress(OSError):
                program.terminate()

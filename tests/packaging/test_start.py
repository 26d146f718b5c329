import os
import shutil
import subprocess
import sys
from pathlib import Path

import environment
import pytest
import start
from machine import ROOT, WAYLAND_LIBRARIES, X11_LIBRARIES, SetupError

from akool_desktop.commands import COMMANDS

LIBC = {"libc.so.6": "libc6"}
ABSENT = {"libabsent-one.so.1": "libabsent1", "libabsent-two.so.2": "libabsent2"}
ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays and libraries of Linux")


@pytest.mark.parametrize(
    ("variables", "platforms"),
    [
        ({"DISPLAY": ":0"}, [X11_LIBRARIES]),
        ({"WAYLAND_DISPLAY": "wayland-0"}, [WAYLAND_LIBRARIES]),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, [WAYLAND_LIBRARIES, X11_LIBRARIES]),
        ({"QT_QPA_PLATFORM": "offscreen"}, [{}]),
    ],
)
def test_the_display_decides_which_libraries_are_needed(
    variables: dict[str, str], platforms: list[dict[str, str]]
) -> None:
    assert start.window_platforms(variables) == platforms


@pytest.mark.parametrize("variables", [{}, {"DISPLAY": ""}])
def test_no_display_is_said(variables: dict[str, str]) -> None:
    with pytest.raises(SetupError, match="no display"):
        start.window_platforms(variables)


@ON_LINUX
def test_one_way_to_show_a_window_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "QT_LIBRARIES", LIBC)
    assert start.missing_for_a_window([ABSENT, LIBC]) == {}
    one = {"libabsent-one.so.1": "libabsent1"}
    assert start.missing_for_a_window([ABSENT, one]) == one


@pytest.mark.skipif(shutil.which("apt-get") is None, reason="needs apt")
def test_all_that_the_system_lacks_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setattr(start, "QT_LIBRARIES", ABSENT)
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "_has_venv", lambda: False)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SetupError, match=r"\nsudo apt-get install .*libabsent1 libabsent2.* python3\.\d+-venv"):
        start.main([])


@ON_LINUX
def test_the_script_says_it_before_anything_is_installed() -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    reply = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "start.py"), "--data-dir", "x"],
        env={name: value for name, value in os.environ.items() if name not in hidden},
        capture_output=True,
        text=True,
        check=False,
    )
    said = "Akool Desktop opens a window, and here is no display: run it in a desktop session.\n"
    assert (reply.stdout, reply.stderr, reply.returncode) == ("", said, 1)


@pytest.mark.skipif("AKOOL_LONG" not in os.environ, reason="installs from the network; test.py --long")
@pytest.mark.timeout(900)
def test_a_fresh_copy_installs_itself_and_then_starts_at_once(tmp_path: Path) -> None:
    for part in ("packaging", "akool_desktop", "resources", "pyproject.toml", "README.md"):
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, tmp_path / part)
    command = [sys.executable, str(tmp_path / "packaging" / "start.py"), "--version"]
    first = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert first.returncode == 0, first.stdout + first.stderr
    second = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert second.stdout == first.stdout.splitlines(keepends=True)[-1]
    assert second.stderr == ""


def test_commands_need_no_display() -> None:
    assert {command.name for command in COMMANDS} <= start.WINDOWLESS

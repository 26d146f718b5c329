"""A secret on the clipboard, as other programs see it, and as the program that copied it ends."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

SECRET = "planted-secret-19fe20"
# Copies a secret, says when it is there and when it is gone, and ends when it is told anything more.
PROGRAM = """
import sys
from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from akool_desktop.ui import clipboard
clipboard.SECRET_STAYS = int(sys.argv[1])
app = QApplication([])
clipboard.copy_secret(sys.stdin.readline().strip())
held = QGuiApplication.clipboard()
held.dataChanged.connect(lambda: None if held.text() else print("gone", flush=True))
told = QSocketNotifier(0, QSocketNotifier.Type.Read)
told.activated.connect(app.quit)
print("copied", flush=True)
app.exec()
"""


def _start(stays: int, **variables: str) -> "subprocess.Popen[str]":
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(stays)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        text=True, env={**os.environ, **variables},
    )  # fmt: skip
    assert program.stdin
    assert program.stdout
    program.stdin.write(f"{SECRET}\n")
    program.stdin.flush()
    assert program.stdout.readline() == "copied\n"
    return program


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe that can be waited for")
def test_the_program_ends_whole_with_a_secret_on_the_clipboard() -> None:
    """What a platform without a clipboard holds, Qt deletes after Python has gone: a crash, where Python made it."""
    program = _start(60_000, QT_QPA_PLATFORM="offscreen")
    said, _ = program.communicate("leave\n", timeout=20)
    assert (said, program.returncode) == ("gone\n", 0)


@pytest.fixture
def x_display() -> Iterator[str]:
    """The number of a screen of its own."""
    server = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24"],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)  # fmt: skip
    assert server.stdout
    yield f":{server.stdout.readline().strip()}"
    server.terminate()
    server.communicate(timeout=10)


def _on_clipboard(display: str, target: str) -> str:
    command = ["xclip", "-display", display, "-selection", "clipboard", "-out", "-target", target]
    return subprocess.run(command, capture_output=True, text=True, timeout=10).stdout


@pytest.mark.skipif(sys.platform != "linux", reason="an X server")
def test_another_program_sees_the_mark_and_then_nothing(x_display: str) -> None:
    program = _start(700, QT_QPA_PLATFORM="xcb", DISPLAY=x_display)
    assert program.stdout
    assert _on_clipboard(x_display, "UTF8_STRING") == SECRET
    assert _on_clipboard(x_display, "x-kde-passwordManagerHint") == "secret"
    assert program.stdout.readline() == "gone\n"
    assert _on_clipboard(x_display, "UTF8_STRING") == ""
    program.communicate("leave\n", timeout=20)
    assert program.returncode == 0

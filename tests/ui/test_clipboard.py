"""The clipboard: what is copied stays, a secret is marked as one and goes again."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from akool_desktop.ui.clipboard import Clipboard

SECRET = "planted-secret-19fe20"
# Copies a secret, and says when it is there and when it is gone; how it ends is the caller's.
PROGRAM = """
import sys
from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication
from akool_desktop.ui import clipboard
clipboard._STAYS = int(sys.argv[1])
app = QApplication([])
owner = clipboard.clipboard()
owner.copy(sys.stdin.readline().strip(), secret=True)
print("copied", flush=True)
owner._minute.timeout.connect(lambda: QTimer.singleShot(0, lambda: print("gone", flush=True)))
told = QSocketNotifier(0, QSocketNotifier.Type.Read)
told.activated.connect(app.quit)
app.exec()
owner.forget()
"""


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[Clipboard]:  # noqa: ARG001
    owner = Clipboard()
    yield owner
    owner.forget()
    QGuiApplication.clipboard().clear()


def _minute(owner: Clipboard) -> QTimer:
    (minute,) = owner.findChildren(QTimer)
    return minute


def _pass_a_minute(owner: Clipboard) -> None:
    assert _minute(owner).isActive()
    assert _minute(owner).interval() == 60_000
    _minute(owner).timeout.emit()


def test_what_is_no_secret_is_unmarked_and_stays(owner: Clipboard) -> None:
    owner.copy("an-id")
    assert QGuiApplication.clipboard().mimeData().formats() == ["text/plain"]
    assert not _minute(owner).isActive()
    owner.forget()
    assert QGuiApplication.clipboard().text() == "an-id"


def test_a_secret_is_marked_for_histories_to_leave_it_out(owner: Clipboard) -> None:
    owner.copy(SECRET, secret=True)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == SECRET
    assert data.data("x-kde-passwordManagerHint").data() == b"secret"
    assert data.data("CanIncludeInClipboardHistory").data() == bytes(4)
    assert data.hasFormat("ExcludeClipboardContentFromMonitorProcessing")


def test_a_secret_goes_after_a_minute(owner: Clipboard) -> None:
    owner.copy(SECRET, secret=True)
    _pass_a_minute(owner)
    assert QGuiApplication.clipboard().text() == ""
    assert SECRET not in str(vars(owner))


@pytest.mark.parametrize("whose", ["ours", "another's"])
def test_what_was_copied_since_stays(owner: Clipboard, whose: str) -> None:
    owner.copy(SECRET, secret=True)
    if whose == "ours":
        owner.copy("newer")
        assert not _minute(owner).isActive()
    else:
        QGuiApplication.clipboard().setText("newer")
        _pass_a_minute(owner)
    owner.forget()
    assert QGuiApplication.clipboard().text() == "newer"


def test_a_second_secret_has_a_minute_of_its_own(owner: Clipboard) -> None:
    owner.copy("the-first", secret=True)
    owner.copy(SECRET, secret=True)
    assert QGuiApplication.clipboard().text() == SECRET
    _pass_a_minute(owner)
    assert QGuiApplication.clipboard().text() == ""


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


def test_the_program_ends_whole_with_a_secret_on_the_clipboard() -> None:
    """Qt deletes what a platform without a clipboard holds after Python has gone."""
    program = _start(60_000, QT_QPA_PLATFORM="offscreen")
    program.communicate("leave\n", timeout=20)
    assert program.returncode == 0


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

"""The whole program with somebody at it: ``python tests/ui/driven.py WHAT [the program's arguments]``.

For what only a process of its own can show: how it starts, ends, and what it leaves behind. WHAT is a function below;
what it prints tells the test how far it is.
"""

import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPushButton
from ui.driving import AVATAR, Screen

from akool_desktop import cli
from akool_desktop.ui.window import Window

HEAVY = ("httpx", "qasync", "keyring", "h11", "fastjsonschema", "jwt", "cryptography")


def stay(window: Window) -> None:
    """Say when the window has been painted and what was imported by then, and stay."""
    window.painted.connect(lambda: _say("painted", *(name for name in HEAVY if name in sys.modules)))


def stay_until_filled(window: Window) -> None:
    """The same, and say what the avatar's field holds as soon as it holds something."""
    stay(window)
    edit = Screen(window).text_of("avatar_id")
    _when(lambda: bool(edit.text()), lambda: _say("filled", edit.text()))


def stay_until_told(window: Window) -> None:
    """The same, and say what the first card of an error says."""
    stay(window)
    screen = Screen(window)
    _when(lambda: screen.says("What happened"), lambda: _say("told", " ".join(screen.words())))


def create(window: Window) -> None:
    """Create a session, say what came of it, and leave by SIGTERM."""
    screen = Screen(window)
    _when(window.isActiveWindow, lambda: _press_create(screen))
    _when(lambda: _outcome(screen), lambda: _leave(screen))


def add_and_create(window: Window) -> None:
    """Once the first account's balance is read, add another, whose key stands in PLANTED_KEY; then the same."""
    screen = Screen(window)
    _when(lambda: screen.says(" credits"), lambda: _add_account(screen))
    _when(lambda: screen.says("Account saved."), lambda: _press_create(screen))
    _when(lambda: _outcome(screen), lambda: _leave(screen))


def stall_names(window: Window) -> None:
    """The network never says what a name means."""
    socket.getaddrinfo = lambda *_args, **_kwargs: _for_ever("asked for a name")  # type: ignore[assignment]
    stay(window)


def stall_keyring(window: Window) -> None:
    """The keyring waits behind a prompt that nobody answers."""
    import keyring
    from keyring.backend import KeyringBackend

    class Locked(KeyringBackend):
        __module__ = "keyring.backends.SecretService"

        def __init__(self) -> None:
            pass

        def get_password(self, service: str, username: str) -> str | None:  # noqa: ARG002
            _for_ever("asked the keyring")
            return None

        def set_password(self, service: str, username: str, password: str) -> None:
            raise NotImplementedError

    keyring.set_keyring(Locked())
    stay(window)


def _for_ever(what: str) -> None:
    _say(what)
    threading.Event().wait()


def _press_create(screen: Screen) -> None:
    if screen.says("How would you like to begin?"):
        screen.press("Practise (no account)")
    screen.type("avatar_id", AVATAR)
    screen.press("Create session on")


def _add_account(screen: Screen) -> None:
    button = next(found for found in screen.all(QPushButton) if found.accessibleName().startswith("Account:"))
    next(action for action in button.menu().actions() if action.text() == "Add an account…").trigger()
    (dialog,) = (Screen(found) for found in screen.all(QDialog))
    for label, text in (("Account name", "Added"), ("Base URL", os.environ["PLANTED_URL"])):
        edit = dialog.labelled(label)
        assert isinstance(edit, QLineEdit)
        edit.setText(text)
    sent_as = dialog.labelled("Kind of key")
    assert isinstance(sent_as, QComboBox)
    sent_as.setCurrentIndex(1)
    secret = next(edit for edit in dialog.all(QLineEdit) if edit.accessibleName() == "Key or token")
    secret.setText(os.environ["PLANTED_KEY"])
    dialog.press("Save account")


def _outcome(screen: Screen) -> bool:
    return screen.says("Session ID") or screen.says("What happened")


def _leave(screen: Screen) -> None:
    _say("created" if screen.says("Session ID") else " ".join(screen.words()))
    os.kill(os.getpid(), signal.SIGTERM)


def _when(holds: Callable[[], bool], do: Callable[[], None]) -> None:
    """Do it once it holds, which is looked at now and then."""
    timer = QTimer(interval=10)

    def look() -> None:
        if holds():
            timer.stop()
            do()

    timer.timeout.connect(look)
    timer.start()


def _say(*words: str) -> None:
    print(*words, flush=True)


def main(what: str, *arguments: str) -> int:
    operator: Callable[[Window], None] = globals()[what]
    build = Window.__init__

    def build_watched(window: Window, *parts: object) -> None:
        build(window, *parts)  # type: ignore[arg-type]
        operator(window)

    Window.__init__ = build_watched  # type: ignore[method-assign, assignment]
    return cli.main(arguments)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

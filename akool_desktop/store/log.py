"""The log: a file that turns over by itself; and what a crash of a library leaves behind.

Libraries are heard from warnings on. The first paint does not wait for it: it is opened after that, or by a fault.
"""

import faulthandler
import logging
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from akool_desktop.store.files import in_folder, open_at_once


class Log:
    """``akool-desktop.log`` and ``crash.txt`` in the log folder; ``crashed``: the last run ended in a crash.

    Commands have a file of another ``name``: they run beside the window, and two programs cannot turn one file over.

    A crash names functions and lines of the program, never a value, so that it needs no cleaning.
    """

    def __init__(self, folder: Path, name: str = "akool-desktop") -> None:
        self.folder, self._name = folder, name
        self.crashed = False
        self._handler: logging.Handler | None = None
        self._crash: TextIO | None = None

    def open(self) -> None:
        """Everything that is logged from now on is kept. Without a disk for it the program goes on without."""
        if self._handler:
            return
        from akool_desktop.store.clean_file import CleanFile

        try:
            self.folder.mkdir(0o700, parents=True, exist_ok=True)
            self._handler = CleanFile(self.folder / f"{self._name}.log")
        except OSError:
            self._handler = logging.NullHandler()  # with none at all Python prints what is logged, cleaned by nobody
        logging.getLogger().addHandler(self._handler)
        logging.getLogger("akool_desktop").setLevel(logging.INFO)

    def watch_crashes(self) -> None:
        """A fault below Python is written to a file of its own: there is nobody left to clean or to log."""
        crash = self.folder / "crash.txt"
        with suppress(OSError):
            self.folder.mkdir(0o700, parents=True, exist_ok=True)
            self.crashed = crash.exists() and crash.stat().st_size > 0
            if self.crashed:
                crash.replace(self.folder / "crash-before.txt")
            self._crash = open(crash, "w", encoding="utf-8", opener=open_at_once)  # noqa: SIM115
            faulthandler.enable(self._crash)

    def close(self) -> None:
        """What the disk has not taken by now is lost, and nobody fails for that: what was done is done."""
        if self._handler:
            logging.getLogger().removeHandler(self._handler)
            with suppress(OSError):
                self._handler.close()
            self._handler = None
        if self._crash:
            faulthandler.disable()
            self._crash.close()
            self._crash = None
            with suppress(OSError):
                (self.folder / "crash.txt").unlink()

    def files(self) -> list[Path]:
        """What there is to read: of each log the newest file first, and what a crash has left."""
        found = [path for pattern in ("*.log*", "crash-before.txt") for path in in_folder(self.folder, pattern)]
        return sorted(found)

"""One window for each data folder: the lock goes with the process, however it ends."""

from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout


class WindowLock:
    def __init__(self, folder: Path) -> None:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        self._lock = FileLock(folder / "window.lock")

    def take(self, within: float = 0) -> bool:
        """Whether this process is the one with the window now, or becomes it within some seconds.

        Where the folder cannot be locked, everyone is.
        """
        try:
            self._lock.acquire(timeout=within)
        except Timeout:
            return False
        except (OSError, NotImplementedError):  # the second for a disk in the network that knows no locks
            return True
        return True

    def give_back(self) -> None:
        self._lock.release()

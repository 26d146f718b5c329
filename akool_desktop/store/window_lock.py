"""One window for each data folder: the lock goes with the process, however it ends."""

from contextlib import suppress
from pathlib import Path


def is_taken(folder: Path) -> bool:
    """Whether a window has the folder, asked without what the lock itself takes to import where that can be."""
    try:
        import fcntl
    except ImportError:
        lock = WindowLock(folder)
        taken = not lock.take()
        lock.give_back()
        return taken
    try:
        with (folder / "window.lock").open() as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


class WindowLock:
    def __init__(self, folder: Path) -> None:
        from filelock import FileLock

        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        self._lock = FileLock(folder / "window.lock")

    def take(self, within: float = 0) -> bool:
        """Whether this process is the one with the window now, or becomes it within some seconds.

        Where the folder cannot be locked, everyone is.
        """
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=within)
        except Timeout:
            return False
        except (OSError, NotImplementedError):  # the second for a disk in the network that knows no locks
            return True
        return True

    def give_back(self) -> None:
        self._lock.release()

"""Writing into a folder that others write to as well: whole files, one at a time, nothing overwritten unseen."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from akool_desktop.store.files import SHARED, put, saving
from akool_desktop.store.preset_file import PresetError
from akool_desktop.store.preset_names import file_name, same
from akool_desktop.words import Words

_LOCK = ".presets.lock"
_LOCKED_FOR = 10.0  # seconds to wait for another program that is saving
_TRIES = 5  # for a new name, where a disk knows no locks and somebody else is as fast


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One program at a time writes here, also one on another computer where the disk knows locks."""
    lock = FileLock(folder / _LOCK, mode=SHARED)
    with saving(folder / _LOCK):
        try:
            lock.acquire(timeout=_LOCKED_FOR)
        except Timeout:
            raise PresetError(
                Words("Another program is saving in {folder} and does not finish. Try again.", folder=folder)
            ) from None
        except (OSError, NotImplementedError):
            pass  # no locks on this disk; if nothing can be written there at all, saving says so
    try:
        yield
    finally:
        lock.release()


def write_new(folder: Path, name: str, content: bytes, file: str = "") -> str:
    """The name of the new file: ``file`` if that is free, or one that says ``name``."""
    for _ in range(_TRIES):
        path = folder / _free_name(folder, name, file)
        with suppress(_Taken), saving(path):
            put(path, content, _link, SHARED)
            return path.name
    raise PresetError(Words("Another program is writing to {folder} all the time. Try again.", folder=folder))


def write_over(path: Path, content: bytes, check: Callable[[], None]) -> None:
    """Replace a file; ``check`` is asked first and once more when all is ready. A link stays a link."""
    target = Path(os.path.realpath(path))

    def place(new: str, _path: Path) -> None:
        check()
        with suppress(OSError):
            os.chmod(new, stat.S_IMODE(target.stat().st_mode))
        os.replace(new, target)

    with saving(target):
        check()
        put(target, content, place, SHARED)


class _Taken(Exception):  # noqa: N818
    """Somebody else was faster with a file of that name."""


def _link(new: str, path: Path) -> None:
    """Give it the name if nobody else has. On a disk without links only the lock is against that."""
    try:
        os.link(new, path)
    except OSError:
        if os.path.lexists(path):
            raise _Taken from None
        os.replace(new, path)
        return
    os.unlink(new)


def _free_name(folder: Path, name: str, file: str) -> str:
    taken: set[str] = set()
    with suppress(OSError), os.scandir(folder) as entries:
        taken = {same(entry.name) for entry in entries}
    return file if file and same(file) not in taken else file_name(name, taken)

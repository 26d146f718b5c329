"""Looking at a folder of presets: which files are there, and what each says for the list."""

import os
import stat
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from akool_desktop.store.files import NOT_READ, UNFINISHED, about
from akool_desktop.store.preset_file import PresetError, parse, read_content
from akool_desktop.store.preset_names import is_preset
from akool_desktop.store.preset_rows import Seen

AGAIN = -1  # stands for the time of a file that has to be read once more
_FRESH_NS = 3 * 10**9  # a file may change again without its time doing so: FAT counts in steps of two seconds
_STALE = 3600  # seconds after which what was being written will not be finished any more


def find_files(folder: Path) -> dict[str, tuple[int, int]] | None:
    """Each file of a preset with the time of its last change and its size; None where there is no such folder."""
    try:
        with os.scandir(folder) as entries:
            return {entry.name: times for entry in entries if (times := _times(folder, entry))}
    except FileNotFoundError:
        return None
    except OSError as error:
        raise PresetError(about(NOT_READ, folder, error)) from error


def look_at_all(folder: Path, files: Iterable[str]) -> list[Seen]:
    """Without those that have gone meanwhile."""
    return [look_at(folder, file) for file in files if os.path.lexists(folder / file)]


def look_at(folder: Path, file: str) -> Seen:
    path = folder / file
    changed_ns = size = 0
    try:
        times = path.stat()
        changed_ns, size = times.st_mtime_ns, times.st_size
        if abs(time.time_ns() - changed_ns) < _FRESH_NS:
            changed_ns = AGAIN
        preset = parse(read_content(path), path).preset
    except PresetError as error:
        return Seen(file, changed_ns, size, path.stem, broken=error.words)
    except OSError as error:
        return Seen(file, changed_ns, size, path.stem, broken=about(NOT_READ, path, error))
    return Seen(file, changed_ns, size, preset.name, "", preset.id, preset.tags, preset.colour, preset.note)


def is_inside(folder: Path, path: Path) -> bool:
    return os.path.realpath(path.parent) == os.path.realpath(folder)


def _times(folder: Path, entry: "os.DirEntry[str]") -> tuple[int, int] | None:
    """None for what is no file of a preset; a link to another file of this folder would show that one twice."""
    if not is_preset(entry.name):
        _sweep(entry)
        return None
    try:
        if entry.is_symlink() and is_inside(folder, Path(os.path.realpath(entry.path))):
            return None
        found = entry.stat()
    except OSError:
        return 0, 0  # listed as broken: looking at it says why
    return (found.st_mtime_ns, found.st_size) if stat.S_ISREG(found.st_mode) else None


def _sweep(entry: "os.DirEntry[str]") -> None:
    """Remove what a program that was killed in the middle of saving has left."""
    if entry.name.startswith(".") and entry.name.endswith(UNFINISHED):
        with suppress(OSError):
            if time.time() - entry.stat(follow_symlinks=False).st_mtime > _STALE:
                os.unlink(entry.path)

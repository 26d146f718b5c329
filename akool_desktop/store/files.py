"""Small files that are always whole: the old text or the new one, whatever happens while saving.

A file that cannot be understood is set aside under another name, never overwritten and never in the way.
"""

import contextlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from akool_desktop.words import Words, marked

Document = dict[str, object]
Damaged = Callable[[Path], Words]  # what becomes of a file that cannot be understood, and the words for it

OWN, SHARED = 0o600, 0o666  # rights: its owner's alone; or as any program makes a file that others may use
NOT_READ = marked("{file} could not be read: {reason}.")
UNFINISHED = ".new"  # how the name of a file ends that is still being written


class StoreError(Exception):
    """The disk did not take it; ``words`` say what and why."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.words = words


def write_whole(path: Path, text: str, mode: int = OWN) -> None:
    """Replace the file's text in one step, its folder made if need be; StoreError if the disk refuses.

    A process killed in the middle leaves the old file and perhaps a ``.new`` one beside it.
    """
    with saving(path):
        # half a surrogate pair, which UTF-8 refuses, becomes the escape that JSON has for it
        put(path, text.encode(errors="backslashreplace"), os.replace, mode)


def put(path: Path, content: bytes, place: Callable[[str, Path], None], mode: int = OWN) -> None:
    """Write beside the path and, when all of it is on the disk, let ``place`` give it the name.

    Raises OSError, and whatever ``place`` raises.
    """
    new = str(path.with_name(f".{os.urandom(16).hex()}{UNFINISHED}"))
    try:
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        place(new, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(new)
        raise
    _sync_folder(path.parent)


@contextlib.contextmanager
def saving(path: Path, refused: str = marked("{file} could not be saved: {reason}.")) -> Iterator[None]:
    """StoreError, in the words of ``refused``, if the disk does; the folder is made if need be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise StoreError(about(refused, path, error)) from error


def write_document(path: Path, document: Document) -> None:
    write_whole(path, json.dumps(document, indent=2, ensure_ascii=False) + "\n")


def set_aside(path: Path) -> Words:
    """Rename a damaged file, and say so. Renaming can fail too: then it stays, and that is said."""
    from datetime import datetime  # rare, and not for free

    aside = path.with_name(f"{path.stem} damaged {datetime.now():%Y-%m-%d %H-%M-%S-%f}{path.suffix}")
    try:
        path.rename(aside)
    except OSError as error:
        return about("{file} is damaged and could not be set aside: {reason}.", path, error)
    return Words("{file} was damaged. It was set aside as {aside}.", file=path, aside=aside.name)


def left_alone(path: Path) -> Words:
    """For who writes nothing in its place: set aside, whoever comes next would take it for a first run."""
    return Words("{file} is damaged.", file=path)


def read_document(path: Path, damaged: Damaged = set_aside) -> tuple[Document, Words | None]:
    """The JSON object in a file, empty if there is none; Words if the file was ``damaged``, or cannot be read now."""
    try:
        return read_to_change(path, damaged)
    except StoreError as error:
        return {}, error.words


def read_to_change(path: Path, damaged: Damaged = set_aside) -> tuple[Document, Words | None]:
    """The same where it is to be written over: StoreError if it cannot be read now (a network drive that is away, too
    many open files), since tomorrow it may be."""
    try:
        with open(path, encoding="utf-8-sig", opener=open_at_once) as file:  # Notepad puts a byte order mark in front
            document = json.loads(file.read())
    except (FileNotFoundError, NotADirectoryError):
        return {}, None
    except (ValueError, RecursionError):
        return {}, damaged(path)
    except OSError as error:
        if os.path.isdir(path):  # which also answers of a name that no disk takes
            return {}, damaged(path)
        raise StoreError(about(NOT_READ, path, error)) from error
    return (document, None) if isinstance(document, dict) else ({}, damaged(path))


def open_at_once(name: str, flags: int) -> int:
    """An opener that waits for nobody: a pipe with such a name is empty, and the window would never come."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0), OWN)


def in_folder(folder: Path, names: str) -> list[Path]:
    """Its files of such names; none where it is not there, or may not be looked into."""
    return list(folder.glob(names)) if os.path.isdir(folder) else []


def _sync_folder(folder: Path) -> None:
    """So that the new name survives a power cut too, where the system can promise that (not on Windows)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def about(template: str, path: Path, error: Exception) -> Words:
    reason = (error.strerror or type(error).__name__) if isinstance(error, OSError) else error
    return Words(template, file=shown(path), reason=reason)


def shown(path: Path) -> str:
    """For a sentence: names that no alphabet has cannot be printed."""
    return str(path).encode(errors="replace").decode()

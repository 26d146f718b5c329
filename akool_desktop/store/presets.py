"""The folder of presets: one readable JSON file each, which the operator may copy, edit, share or put under git.

Others write there too: another window, another computer, an editor. So nothing is replaced that is not what was read
(the stamp), a file is always whole, and one bad file hides no other and is never touched. What the program remembers
of the folder lies elsewhere, in the data folder.

Every method may block for the disk and raises PresetError or StoreError with Words; call it off the window's thread.
"""

import hashlib
import os
import stat
import threading
import time
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from filelock import FileLock, Timeout

from akool_desktop.store.files import UNFINISHED, StoreError, put, saving
from akool_desktop.store.preset_file import Preset, PresetError, Stored, compose, parse, read_content, stamp_of
from akool_desktop.store.preset_index import Found, PresetIndex, Seen
from akool_desktop.store.preset_names import file_name, is_preset, same
from akool_desktop.store.preset_trash import Deleted, PresetTrash
from akool_desktop.words import Words

_BATCH = 100  # files that are read between two moments in which the list can be asked for
_FRESH_NS = 3 * 10**9  # a file may change again without its time doing so: FAT counts in steps of two seconds
_STALE = 3600  # seconds after which what was being written will not be finished any more
_LOCK = ".presets.lock"
_LOCKED_FOR = 10.0  # seconds to wait for another program that is saving
_SHARED = 0o666  # as any program makes a file in a folder that others may use


@dataclass(frozen=True)
class Listed:
    """One line of the list. ``broken`` says why the file cannot be used; it is shown and left as it is."""

    id: str
    name: str
    tags: tuple[str, ...]
    colour: str
    note: str
    favourite: bool
    used_at: float | None
    path: Path
    broken: Words | None


class ChangedElsewhere(PresetError):  # noqa: N818  # what happened, not what broke
    """The file is not what was read. ``theirs`` is what it says now; None when it has been deleted."""

    def __init__(self, words: Words, theirs: Stored | None) -> None:
        super().__init__(words)
        self.theirs = theirs


class PresetFolder:
    """``folder`` holds the files, ``data`` the index and what was deleted."""

    def __init__(self, folder: Path, data: Path) -> None:
        self.folder = folder
        self._index = PresetIndex(data, folder)
        self.trash = PresetTrash(data / "deleted presets")
        self.said = self._index.said  # what was wrong with the index, if anything
        self._changing = threading.RLock()

    # the list

    def scan(self) -> bool:
        """Bring the index up to date, reading only files that changed; whether anything did.

        The list can be asked for meanwhile, and fills. A folder that is not there keeps its list, and is said.
        """
        with self._changing:
            known = self._index.files()
            present = self._present(known)
            gone = known.keys() - present.keys()
            if gone:
                self._index.put((), gone)
                known = {file: seen for file, seen in known.items() if file not in gone}
            changed = [file for file, times in present.items() if not _unchanged(known.get(file), times)]
            changed.sort(key=lambda file: (len(file), file))
            different = bool(gone)
            for start in range(0, len(changed), _BATCH):
                read = self._read_batch(changed[start : start + _BATCH], known)
                different |= any(_differs(known.get(seen.file), seen) for seen in read)
                known |= {seen.file: seen for seen in read}
                self._index.put(read)
            return different

    def search(self, text: str = "", tag: str = "", limit: int = 200, offset: int = 0) -> list[Listed]:
        """Favourites first, then by last use, then by name; every word begins a word of name, tags or note."""
        return [self._listed(found) for found in self._index.search(text, tag, limit, offset)]

    def count(self, text: str = "", tag: str = "") -> int:
        return self._index.count(text, tag)

    def tags(self) -> list[str]:
        return self._index.tags()

    def set_favourite(self, preset_id: str, favourite: bool) -> None:
        self._index.mark(preset_id, favourite=int(favourite))

    def note_use(self, preset_id: str) -> None:
        self._index.mark(preset_id, used_at=time.time())

    # one preset

    def read(self, preset_id: str) -> Stored:
        """As the file says now. Raises PresetError when it is gone or broken."""
        for _ in range(2):
            seen = self._index.by_id(preset_id)
            if seen is not None:
                with suppress(_Gone):
                    return self._read_as(seen)
            self.scan()
        raise PresetError(Words("This preset is not in {folder} any more.", folder=self.folder))

    def read_file(self, path: Path) -> Stored:
        """A file anywhere. One of another folder never goes by the id of a preset in this one."""
        if self._is_inside(path):
            self.scan()
            if seen := self._index.files().get(path.name):
                return self._read_as(seen)
        stored = parse(read_content(path), path)
        own_id = stored.preset.id
        if not own_id or self._index.by_id(own_id):
            own_id = _derived_id(own_id, str(path.absolute()))
        return replace(stored, preset=replace(stored.preset, id=own_id))

    def named(self, name: str) -> list[Listed]:
        """Those of exactly this name, whatever the case of its letters."""
        return [self._listed(Found(seen, False, None)) for seen in self._index.by_name(name)]

    def save(self, preset: Preset, stamp: str | None) -> Stored:
        """Write the preset; with None for a stamp as a new one, which gets an id of its own if its id is taken.

        Raises ChangedElsewhere if the file is not what the stamp says; then theirs stays.
        """
        with self._changing:
            if stamp is None:
                return self._save_new(preset)
            seen = self._index.by_id(preset.id)
            if seen is None:
                self.scan()
                seen = self._index.by_id(preset.id)
            if seen is None:
                raise ChangedElsewhere(_deleted_elsewhere(preset.name), None)
            return self._replace(seen, preset, stamp)

    def free_id(self) -> str:
        """For a new preset."""
        while self._index.by_id(found := uuid.uuid4().hex[:8]):
            pass
        return found

    def has(self, preset_id: str) -> bool:
        return self._index.by_id(preset_id) is not None

    def holds(self, stored: Stored) -> bool:
        """Whether it was read from this folder."""
        return self._is_inside(stored.path)

    def delete(self, preset_id: str) -> Deleted:
        """Kept in the trash, from where restore() brings it back, after a restart too. A broken file as well."""
        with self._changing:
            seen = self._index.by_id(preset_id)
            if seen is None:
                raise PresetError(Words("This preset is not in {folder} any more.", folder=self.folder))
            path = self.folder / seen.file
            with self._locked(), saving(path):
                deleted = self.trash.keep(seen.id, seen.name, path)
                path.unlink()
            self._index.put((), [seen.file])
            return deleted

    def restore(self, deleted: Deleted) -> Stored:
        """Bring it back, under its old file name where that is free."""
        with self._changing:
            content = self.trash.content(deleted)
            with self._locked():
                file = self._free_name(deleted.file)
                self._place_new(file, content)
            self.trash.forget(deleted)
            seen = self._take_in(file, deleted.id)
            return self._read_as(seen)

    def close(self) -> None:
        self._index.close()

    # reading

    def _present(self, known: "dict[str, Seen]") -> dict[str, os.stat_result]:
        try:
            with os.scandir(self.folder) as entries:
                return {entry.name: times for entry in entries if (times := self._preset_file(entry))}
        except FileNotFoundError:
            if not known:
                return {}
            raise PresetError(_folder_gone(self.folder)) from None
        except OSError as error:
            reason = error.strerror or type(error).__name__
            words = Words("{folder} could not be read: {reason}.", folder=self.folder, reason=reason)
            raise PresetError(words) from error

    def _preset_file(self, entry: "os.DirEntry[str]") -> os.stat_result | None:
        """None for what is no file of a preset; a link to another file of this folder would show that one twice."""
        if not is_preset(entry.name):
            self._sweep(entry)
            return None
        try:
            if entry.is_symlink():
                target = Path(os.path.realpath(entry.path))
                if self._is_inside(target):
                    return None
            found = entry.stat()
        except OSError:
            return _NO_TIMES  # listed as broken: reading it says why
        return found if stat.S_ISREG(found.st_mode) else None

    def _sweep(self, entry: "os.DirEntry[str]") -> None:
        """Remove what a program that was killed in the middle of saving has left."""
        if entry.name.startswith(".") and entry.name.endswith(UNFINISHED):
            with suppress(OSError):
                if time.time() - entry.stat(follow_symlinks=False).st_mtime > _STALE:
                    os.unlink(entry.path)

    def _read_batch(self, files: Iterable[str], known: "dict[str, Seen]") -> list[Seen]:
        taken = {seen.id: seen.file for seen in known.values()}
        read = []
        for file in files:
            seen = self._read_seen(file, known.get(file), taken)
            taken[seen.id] = file
            read.append(seen)
        time.sleep(0.001)  # lets go of the interpreter, which the window's thread needs while one types
        return read

    def _read_seen(self, file: str, before: Seen | None, taken: "dict[str, str]") -> Seen:
        path = self.folder / file
        times = _NO_TIMES
        try:
            times = path.stat()
            stored = parse(read_content(path), path)
        except (PresetError, OSError) as error:
            words = error.words if isinstance(error, PresetError) else Words("{file} could not be read.", file=path)
            preset_id = before.id if before else _free_id("", file, taken)
            return _seen(file, times, preset_id, before.own_id if before else "", path.stem, broken=words)
        preset = stored.preset
        same_as_before = before is not None and before.own_id == preset.id
        preset_id = before.id if before and same_as_before else _free_id(preset.id, file, taken)
        return _seen(file, times, preset_id, preset.id, preset.name, preset.tags, preset.colour, preset.note)

    def _read_as(self, seen: Seen) -> Stored:
        """Raises _Gone if the file is not there, or is another preset's by now."""
        path = self.folder / seen.file
        if not os.path.lexists(path):
            raise _Gone
        stored = parse(read_content(path), path)
        if stored.preset.id != seen.own_id and not (seen.broken and not seen.own_id):
            raise _Gone
        return replace(stored, preset=replace(stored.preset, id=seen.id))

    def _listed(self, found: Found) -> Listed:
        seen = found.seen
        return Listed(
            seen.id, seen.name, seen.tags, seen.colour, seen.note, found.favourite, found.used_at,
            self.folder / seen.file, seen.broken,
        )  # fmt: skip

    def _is_inside(self, path: Path) -> bool:
        return os.path.realpath(path.parent) == os.path.realpath(self.folder)

    # writing

    def _save_new(self, preset: Preset) -> Stored:
        if not preset.id or self._index.by_id(preset.id):
            preset = replace(preset, id=self.free_id())
        content = _composed(preset)
        with self._locked():
            file = self._free_name(preset.name)
            self._place_new(file, content)
        return self._read_as(self._take_in(file, preset.id))

    def _replace(self, seen: Seen, preset: Preset, stamp: str) -> Stored:
        content = _composed(preset)
        path = self.folder / seen.file
        target = Path(os.path.realpath(path))  # a link stays a link

        def place(new: str, _path: Path) -> None:
            self._check_stamp(seen, preset, stamp)
            os.replace(new, target)

        with self._locked(), saving(target):
            self._check_stamp(seen, preset, stamp)
            put(target, content, place, _mode(target))
        return self._read_as(self._take_in(seen.file, preset.id))

    def _check_stamp(self, seen: Seen, preset: Preset, stamp: str) -> None:
        path = self.folder / seen.file
        if not os.path.lexists(path):
            raise ChangedElsewhere(_deleted_elsewhere(preset.name), None)
        content = read_content(path)
        if stamp_of(content) != stamp:
            theirs = parse(content, path)
            theirs = replace(theirs, preset=replace(theirs.preset, id=seen.id))
            raise ChangedElsewhere(_changed_elsewhere(preset.name), theirs)

    def _place_new(self, file: str, content: bytes) -> None:
        path = self.folder / file
        with saving(path):
            put(path, content, _link_new, _SHARED)

    def _free_name(self, name: str) -> str:
        """Of a preset's name, or of a file's that was here before."""
        taken = set()
        with suppress(FileNotFoundError), os.scandir(self.folder) as entries:
            taken = {same(entry.name) for entry in entries}
        if is_preset(name) and same(name) not in taken and os.path.basename(name) == name:
            return name
        return file_name(name.removesuffix(".json"), taken)

    def _take_in(self, file: str, preset_id: str) -> Seen:
        """Put a file that was just written into the index, under the id it goes by."""
        known = self._index.files()
        taken = {seen.id: seen.file for seen in known.values() if seen.file != file}
        seen = self._read_seen(file, None, taken)
        if preset_id not in taken:
            seen = replace(seen, id=preset_id)
        self._index.put([seen])
        return seen

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """One program at a time writes here, also from another computer where the disk knows locks."""
        lock = FileLock(self.folder / _LOCK)
        with saving(self.folder / _LOCK):
            try:
                lock.acquire(timeout=_LOCKED_FOR)
            except Timeout:
                raise PresetError(
                    Words("Another program is saving in {folder} and does not finish. Try again.", folder=self.folder)
                ) from None
            except (OSError, NotImplementedError):
                pass  # no locks on this disk; if nothing can be written there at all, saving says so
        try:
            yield
        finally:
            lock.release()


class _Gone(Exception):  # noqa: N818
    """What the index knew is not there any more."""


_NO_TIMES = os.stat_result((0,) * 10)


def _unchanged(seen: Seen | None, times: os.stat_result) -> bool:
    return seen is not None and (seen.changed_ns, seen.size) == (times.st_mtime_ns, times.st_size)


def _differs(before: Seen | None, now: Seen) -> bool:
    return before is None or replace(before, changed_ns=0, size=0) != replace(now, changed_ns=0, size=0)


def _seen(
    file: str, times: os.stat_result, preset_id: str, own_id: str, name: str,
    tags: tuple[str, ...] = (), colour: str = "", note: str = "", broken: Words | None = None,
) -> Seen:  # fmt: skip
    changed_ns = times.st_mtime_ns
    if abs(time.time_ns() - changed_ns) < _FRESH_NS:
        changed_ns = -1  # read once more at the next scan
    return Seen(file, changed_ns, times.st_size, preset_id, own_id, name, tags, colour, note, broken)


def _free_id(own_id: str, file: str, taken: "dict[str, str]") -> str:
    """A copied file says the id of the one it was copied from; it goes by another, which saving writes into it."""
    if own_id and taken.get(own_id, file) == file:
        return own_id
    derived = _derived_id(own_id, file)
    while taken.get(derived, file) != file:
        derived = _derived_id(derived, file)
    return derived


def _derived_id(own_id: str, file: str) -> str:
    return hashlib.sha256(f"{own_id}\0{same(file)}".encode(errors="surrogatepass")).hexdigest()[:8]


def _composed(preset: Preset) -> bytes:
    try:
        return compose(preset)
    except (ValueError, RecursionError):
        raise PresetError(Words("{name} holds a number that no file can keep.", name=preset.name)) from None


def _link_new(new: str, path: Path) -> None:
    """Give it the name if nobody else has. Disks without links have only the lock against that."""
    try:
        os.link(new, path)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(path):
            raise FileExistsError(17, "File exists", str(path)) from None
        os.replace(new, path)
        return
    os.unlink(new)


def _mode(path: Path) -> int:
    with suppress(OSError):
        return stat.S_IMODE(path.stat().st_mode)
    return _SHARED


def _changed_elsewhere(name: str) -> Words:
    return Words("{name} was changed by another program meanwhile. Nothing was saved.", name=name)


def _deleted_elsewhere(name: str) -> Words:
    return Words("{name} was deleted by another program meanwhile. Nothing was saved.", name=name)


def _folder_gone(folder: Path) -> Words:
    return Words("{folder} cannot be reached. Your presets are listed as they were; connect the drive again.",
                 folder=folder)


__all__ = ["ChangedElsewhere", "Deleted", "Listed", "Preset", "PresetError", "PresetFolder", "StoreError", "Stored"]

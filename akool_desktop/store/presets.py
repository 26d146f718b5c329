"""The folder of presets: one readable JSON file each, which the operator may copy, edit, share or put under git.

Others write there too: another window, another computer, an editor. So nothing is replaced that is not what was read
(the stamp), a file is always whole, and one bad file hides no other and is never touched. A file keeps its name when
the preset gets another. What the program remembers of the folder lies elsewhere, in the data folder.

Every method may block for the disk and raises PresetError or StoreError with Words; call it off the window's thread.
"""

import os
import threading
import time
import uuid
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from akool_desktop.store.files import StoreError, saving
from akool_desktop.store.preset_file import BIGGEST, Preset, PresetError, Stored, compose, parse, read_content, stamp_of
from akool_desktop.store.preset_index import Found, PresetIndex, derived_id
from akool_desktop.store.preset_names import same
from akool_desktop.store.preset_rows import Seen
from akool_desktop.store.preset_scan import AGAIN, find_files, is_inside, look_at, look_at_all
from akool_desktop.store.preset_trash import Deleted, PresetTrash
from akool_desktop.store.preset_writing import locked, write_new, write_over
from akool_desktop.words import Words, marked

__all__ = ["ChangedElsewhere", "Deleted", "Listed", "Preset", "PresetError", "PresetFolder", "Stored"]

_BATCH = 100  # files that are read between two moments in which others have their turn


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
        self.folder, self._data = folder, data
        self.trash = PresetTrash(data / "deleted presets")
        self._index = PresetIndex(data, folder)
        self._turn = threading.RLock()  # one change at a time
        self._is_left = False

    @property
    def said(self) -> Words | None:
        """What was wrong with the index, if anything, once the list has been asked for."""
        return self._index.said

    def elsewhere(self, folder: Path) -> "PresetFolder":
        """Another folder, with the same marks; this one is done with, also by a scan that is halfway through it."""
        with self._turn:
            self._is_left = True
            self.close()
        return PresetFolder(folder, self._data)

    # the list

    def scan(self) -> bool:
        """Bring the list up to date, reading only files that changed; whether anything did.

        It can be searched and changed meanwhile, and fills. A folder that is not there keeps its list, and is said.
        """
        known = self._index.files()
        present = find_files(self.folder)
        if present is None and known:
            raise PresetError(self._unreachable())
        present = present or {}
        gone = known.keys() - present.keys()
        if gone:
            with self._turn:
                self._index.drop(gone)
        changed = [file for file, times in present.items() if known.get(file) != times]
        changed.sort(key=lambda file: (len(file), file))  # "Booth" before "Booth copy", which says the same id
        different = bool(gone)
        for start in range(0, len(changed), _BATCH):
            with self._turn:
                if self._is_left:  # the index is another folder's now
                    break
                different |= self._index.put(look_at_all(self.folder, changed[start : start + _BATCH]))
            time.sleep(0.001)  # lets go of the interpreter, which the window's thread needs while one types
        return different

    def search(self, text: str = "", tag: str = "", limit: int = 200, offset: int = 0) -> list[Listed]:
        """Favourites first, then by last use, then by name; every word begins a word of name, tags or note."""
        return [self._listed(found) for found in self._index.search(text, tag, limit, offset)]

    def count(self, text: str = "", tag: str = "") -> int:
        return self._index.count(text, tag)

    def tags(self) -> list[str]:
        return self._index.tags()

    def set_favourite(self, preset_id: str, favourite: bool) -> None:
        self._index.mark(preset_id, favourite=favourite)

    def note_use(self, preset_id: str) -> None:
        self._index.mark(preset_id, used_at=time.time())

    def named(self, name: str) -> list[Listed]:
        """Those of exactly this name, whatever the case of its letters."""
        return [self._listed(Found(seen, False, None)) for seen in self._index.by_name(name)]

    # one preset

    def has(self, preset_id: str) -> bool:
        return self._index.by_id(preset_id) is not None

    def holds(self, stored: Stored) -> bool:
        """Whether it was read from this folder."""
        return is_inside(self.folder, stored.path)

    def free_id(self) -> str:
        """For a new preset."""
        while self.has(found := uuid.uuid4().hex[:8]):
            pass
        return found

    def read(self, preset_id: str) -> Stored:
        """As the file says now. Raises PresetError when it is gone or broken."""
        seen = self._find(preset_id)
        if seen is None:
            raise PresetError(self._not_there())
        path = self.folder / seen.file
        return _under_id(parse(read_content(path), path), seen.id)

    def read_file(self, path: Path) -> Stored:
        """A file anywhere. One of another folder never goes by the id of a preset in this one."""
        if is_inside(self.folder, path):
            self.scan()
            if seen := self._by_path(path):
                return _under_id(parse(read_content(path), path), seen.id)
        stored = parse(read_content(path), path)
        preset_id = stored.preset.id
        if not preset_id or self.has(preset_id):
            preset_id = derived_id(preset_id, str(path.absolute()))
        return _under_id(stored, preset_id)

    def save(self, preset: Preset, stamp: str | None) -> Stored:
        """Write the preset; with None for a stamp as a new one, which gets an id of its own if its id is taken.

        Raises ChangedElsewhere if the file is not what the stamp says; then theirs stays.
        """
        with self._turn:
            if stamp is None:
                return self._save_new(preset)
            seen = self._find(preset.id)
            if seen is None:
                raise ChangedElsewhere(_deleted_elsewhere(preset.name), None)
            content, path = _composed(preset), self.folder / seen.file
            with self._locked():
                write_over(path, content, lambda: self._check_stamp(seen, preset.name, stamp))
            return self._take_in(seen.file, content, preset.id)

    def delete(self, preset_id: str) -> Deleted:
        """Kept in the trash, from where restore() brings it back, after a restart too. A broken file as well."""
        with self._turn:
            seen = self._find(preset_id)
            if seen is None:
                raise PresetError(self._not_there())
            path = self.folder / seen.file
            with self._locked(), saving(path, marked("{file} could not be deleted: {reason}.")):
                deleted = self.trash.keep(seen.id, seen.name, path)
                try:
                    path.unlink()
                except OSError:
                    self.trash.forget(deleted)
                    raise
            with suppress(StoreError):  # the next scan sees it too
                self._index.drop([seen.file])
            return deleted

    def restore(self, deleted: Deleted) -> Stored | None:
        """Bring it back, under its old file name and its old id where they are free; None if it was a broken file."""
        with self._turn:
            content = self.trash.content(deleted)
            with self._locked():
                file = write_new(self.folder, deleted.name, content, deleted.file)
            self.trash.forget(deleted)
            try:
                return self._take_in(file, content, deleted.id)
            except PresetError:
                return None

    def close(self) -> None:
        self._index.close()

    # inside

    def _find(self, preset_id: str) -> Seen | None:
        """Where the preset is now, which somebody may have moved since the last scan."""
        for _ in range(2):
            seen = self._index.by_id(preset_id)
            if seen and self._is_still_there(seen):
                return seen
            if seen:
                self._index.put([replace(seen, changed_ns=AGAIN)])
            self.scan()
        return None

    def _is_still_there(self, seen: Seen) -> bool:
        """A file that has become unreadable is still the preset that it was."""
        path = self.folder / seen.file
        if not os.path.lexists(path):
            return False
        try:
            return bool(seen.broken) or parse(read_content(path), path).preset.id == seen.own_id
        except PresetError:
            return True

    def _by_path(self, path: Path) -> Seen | None:
        """Some systems find a file whatever the case of its letters."""
        if exact := self._index.by_file(path.name):
            return exact
        wanted = same(path.name)
        return next((self._index.by_file(file) for file in self._index.files() if same(file) == wanted), None)

    def _listed(self, found: Found) -> Listed:
        seen = found.seen
        return Listed(
            seen.id, seen.name, seen.tags, seen.colour, seen.note, found.favourite, found.used_at,
            self.folder / seen.file, seen.broken,
        )  # fmt: skip

    def _locked(self) -> AbstractContextManager[None]:
        """A folder that had presets and is not there is a drive that is not connected: no empty one is made instead."""
        if not os.path.isdir(self.folder) and self.count():
            raise PresetError(self._unreachable())
        return locked(self.folder)

    def _save_new(self, preset: Preset) -> Stored:
        if not preset.id or self.has(preset.id):
            preset = replace(preset, id=self.free_id())
        content = _composed(preset)
        with self._locked():
            file = write_new(self.folder, preset.name, content)
        return self._take_in(file, content, preset.id)

    def _check_stamp(self, seen: Seen, name: str, stamp: str) -> None:
        path = self.folder / seen.file
        if not os.path.lexists(path):
            raise ChangedElsewhere(_deleted_elsewhere(name), None)
        content = read_content(path)
        if stamp_of(content) != stamp:
            raise ChangedElsewhere(_changed_elsewhere(name), _under_id(parse(content, path), seen.id))

    def _take_in(self, file: str, content: bytes, preset_id: str) -> Stored:
        """Put what was just written into the list; it is written also if that fails, and the next scan finds it."""
        with suppress(StoreError):
            self._index.put([replace(look_at(self.folder, file), id=preset_id)])
            preset_id = seen.id if (seen := self._index.by_file(file)) else preset_id
        path = self.folder / file
        return _under_id(parse(content, path), preset_id)

    def _not_there(self) -> Words:
        return Words("This preset is not in {folder} any more.", folder=self.folder)

    def _unreachable(self) -> Words:
        return Words("{folder} cannot be reached. Your presets are listed as they were. Connect the drive again, or "
                     "make the folder anew.", folder=self.folder)


def _under_id(stored: Stored, preset_id: str) -> Stored:
    return replace(stored, preset=replace(stored.preset, id=preset_id))


def _composed(preset: Preset) -> bytes:
    """Nothing is written that could not be read again."""
    try:
        content = compose(preset)
    except ValueError:
        raise PresetError(Words("{name} holds a number that no file can keep.", name=preset.name)) from None
    if len(content) > BIGGEST:
        raise PresetError(Words("{name} would be larger than a preset's file may be: 1 MB. Make its note or its fields "
                                "shorter.", name=preset.name))
    return content


def _changed_elsewhere(name: str) -> Words:
    return Words("{name} was changed by another program meanwhile. Nothing was saved.", name=name)


def _deleted_elsewhere(name: str) -> Words:
    return Words("{name} was deleted by another program meanwhile. Nothing was saved.", name=name)

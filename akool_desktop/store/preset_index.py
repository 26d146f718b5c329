"""What the list of presets is drawn from: a cache of the files in SQLite, and what stands nowhere else.

That a preset is a favourite and when it was last used is in ``marks`` alone. The rest is made anew from the files
whenever it is missing. A damaged index is set aside, and the marks are brought along where they can still be read.
"""

import hashlib
import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from akool_desktop.store.database import UNREADABLE, connect, is_damage
from akool_desktop.store.files import StoreError, set_aside
from akool_desktop.store.preset_names import same
from akool_desktop.store.preset_rows import Seen, add_row, drop_row, find_row, read_row
from akool_desktop.store.preset_tables import SCHEMA, VERSION, folded, name_of, plain, selection, stored_name
from akool_desktop.words import Words


@dataclass(frozen=True)
class Found:
    seen: Seen
    favourite: bool
    used_at: float | None


class PresetIndex:
    """``presets.sqlite`` in the data folder; of one folder of presets at a time.

    Methods may block for the disk, and raise StoreError when it refuses.
    """

    def __init__(self, data: Path, of: Path) -> None:
        self._path = data / "presets.sqlite"
        self._of = plain(str(of))
        self._lock = threading.Lock()
        self.said: Words | None = None
        self._connection: sqlite3.Connection | None = None  # opened when first asked, which takes a moment

    def files(self) -> dict[str, tuple[int, int]]:
        """Each file with the time of its change and the size that it had when it was read."""
        with self._asking() as connection:
            rows = connection.execute("SELECT file, changed_ns, size FROM files").fetchall()
        return {name_of(file): (changed_ns, size) for file, changed_ns, size in rows}

    def by_id(self, preset_id: str) -> Seen | None:
        return next(iter(self._select("id = ?", plain(preset_id))), None)

    def by_file(self, file: str) -> Seen | None:
        return next(iter(self._select("file = ?", stored_name(file))), None)

    def by_name(self, name: str) -> list[Seen]:
        return self._select("folded = ?", folded(name))

    def put(self, read: Sequence[Seen]) -> bool:
        """Take in files that were read, and settle which id each goes by; whether any is not as it was.

        A file keeps the id it goes by. A copied file says the id of the one it was copied from: it goes by another,
        which saving writes into it. An id that is asked for (``Seen.id``) is given where it is free.
        """
        with self._writing() as connection:
            before = {one.file: find_row(connection, "file", stored_name(one.file)) for one in read}
            for file in before:
                drop_row(connection, file)
            kept = [one for one in read if _keeps_id(one, before[one.file])]
            named = [_under_old_id(one, was) for one in kept if (was := before[one.file])]
            for one in named:
                add_row(connection, one)
            for one in read:
                if one not in kept:
                    named.append(replace(one, id=_free_id(connection, one)))
                    add_row(connection, named[-1])
            return any(_differs(before[one.file], one) for one in named)

    def drop(self, files: Iterable[str]) -> None:
        with self._writing() as connection:
            for file in files:
                drop_row(connection, file)

    def search(self, text: str, tag: str, limit: int, offset: int) -> list[Found]:
        """In the order of the list; every word of the text begins a word of the name, the tags or the note."""
        where, values = selection(text, tag)
        sql = f"""SELECT * FROM files {where} ORDER BY favourite DESC, used_at DESC, folded, file
            LIMIT :limit OFFSET :offset"""
        with self._asking() as connection:
            rows = connection.execute(sql, {**values, "limit": limit, "offset": offset}).fetchall()
        return [Found(read_row(row), bool(row["favourite"]), row["used_at"]) for row in rows]

    def count(self, text: str = "", tag: str = "") -> int:
        where, values = selection(text, tag)
        with self._asking() as connection:
            (count,) = connection.execute(f"SELECT count(*) FROM files {where}", values).fetchone()
        return int(count)

    def tags(self) -> list[str]:
        with self._asking() as connection:
            rows = connection.execute("SELECT min(tag) FROM tags GROUP BY folded ORDER BY folded").fetchall()
        return [row[0] for row in rows]

    def mark(self, preset_id: str, *, favourite: bool | None = None, used_at: float | None = None) -> None:
        """Marks stay when the file goes away and comes back."""
        values = {"id": plain(preset_id), "favourite": favourite, "used_at": used_at}
        with self._writing() as connection:
            connection.execute("INSERT OR IGNORE INTO marks (id) VALUES (:id)", values)
            for table in ("marks", "files"):
                connection.execute(
                    f"""UPDATE {table} SET favourite = coalesce(:favourite, favourite),
                    used_at = coalesce(:used_at, used_at) WHERE id = :id""", values
                )  # fmt: skip

    def close(self) -> None:
        with self._lock:
            if self._connection:
                self._connection.close()
                self._connection = None

    # the file

    def _open_somehow(self) -> sqlite3.Connection:
        try:
            return self._open(self._path)
        except UNREADABLE as error:
            if not is_damage(error):
                return self._for_this_run(error)
        marks = _rescued(self._path)
        for suffix in ("", "-wal", "-shm"):
            part = self._path.with_name(self._path.name + suffix)
            if os.path.exists(part):
                set_aside(part)
        try:
            connection = self._open(self._path)
        except UNREADABLE as error:
            connection = self._for_this_run(error)
        if marks is None:
            self.said = self.said or _FAVOURITES_LOST
        connection.executemany("INSERT OR IGNORE INTO marks (id, favourite, used_at) VALUES (?, ?, ?)", marks or ())
        return connection

    def _for_this_run(self, error: Exception) -> sqlite3.Connection:
        self.said = Words("{file} could not be opened ({error}); favourites are remembered for this run only.",
                          file=self._path, error=error)
        return self._open(":memory:")

    def _open(self, path: Path | str) -> sqlite3.Connection:
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
        was_there = os.path.exists(self._path)
        connection = connect(path, synchronous="NORMAL")
        try:
            is_empty = self._prepare(connection)
        except BaseException:
            connection.close()
            raise
        if is_empty and was_there:  # what a power cut leaves of it
            self.said = self.said or _FAVOURITES_LOST
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> bool:
        """The tables, empty if they are of another folder or of an older program; whether there were none.

        Writes in any case: a file that can only be read opens as well as any.
        """
        connection.execute("BEGIN IMMEDIATE")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        for statement in SCHEMA if version == 0 else ():
            connection.execute(statement)
        is_older = version < VERSION
        if is_older or [row[0] for row in connection.execute("SELECT folder FROM folder")] != [self._of]:
            for table in ("files", "words", "tags", "folder"):
                connection.execute(f"DELETE FROM {table}")
            connection.execute("INSERT INTO folder VALUES (?)", (self._of,))
        if is_older:
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("UPDATE folder SET folder = folder")
        connection.execute("COMMIT")
        return bool(version == 0)

    def _select(self, where: str, value: object) -> list[Seen]:
        with self._asking() as connection:
            rows = connection.execute(f"SELECT * FROM files WHERE {where} ORDER BY file", (value,)).fetchall()
        return [read_row(row) for row in rows]

    @contextmanager
    def _asking(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            if self._connection is None:
                self._connection = self._open_somehow()
            try:
                yield self._connection
            except UNREADABLE as error:
                if is_damage(error):  # in the middle of a run: the next scan fills a new one
                    self._connection.close()
                    self._connection = None
                words = Words("{file} could not be used: {reason}.", file=self._path, reason=error)
                raise StoreError(words) from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._asking() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise


_FAVOURITES_LOST = Words(
    "The list of presets was damaged and is made anew from the files. Which of them were favourites, and when each was "
    "last used, is lost; the presets themselves are not."
)


def _rescued(path: Path) -> Sequence[sqlite3.Row] | None:
    """The marks of a damaged index; None if not even they can be read."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT id, favourite, used_at FROM marks").fetchall()
    except UNREADABLE:
        return None


def _keeps_id(now: Seen, before: Seen | None) -> bool:
    return before is not None and not now.id and (now.broken is not None or now.own_id == before.own_id)


def _under_old_id(now: Seen, before: Seen) -> Seen:
    """A file that has become unreadable is still the preset that it was."""
    if now.broken:
        now = replace(now, own_id=before.own_id, name=before.name)
    return replace(now, id=before.id)


def _free_id(connection: sqlite3.Connection, seen: Seen) -> str:
    for wanted in (seen.id, seen.own_id):
        if wanted and not find_row(connection, "id", plain(wanted)):
            return wanted
    derived = derived_id(seen.own_id, same(seen.file))
    while find_row(connection, "id", derived):
        derived = derived_id(derived, same(seen.file))
    return derived


def derived_id(own_id: str, file: str) -> str:
    """The same for the same file at every start."""
    return hashlib.sha256(f"{own_id}\0{file}".encode(errors="surrogatepass")).hexdigest()[:8]


def _differs(before: Seen | None, now: Seen) -> bool:
    return before is None or replace(before, changed_ns=0, size=0) != replace(now, changed_ns=0, size=0)

"""What the list of presets is drawn from: a cache of the files in SQLite, and what is nowhere else.

That a preset is a favourite and when it was last used stands in ``marks`` alone. The rest is made anew from the files
whenever it is missing. A damaged file is set aside, and the marks are brought along as far as they can be read.
"""

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from akool_desktop.store.files import StoreError, set_aside
from akool_desktop.words import Words

_VERSION = 1
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_BUSY = 5.0  # seconds to wait while another program writes
_UNREADABLE = (sqlite3.Error, UnicodeError)


@dataclass(frozen=True)
class Seen:
    """A file as it was when it was read: ``own_id`` is what it says itself, ``id`` what it goes by."""

    file: str
    changed_ns: int
    size: int
    id: str
    own_id: str
    name: str
    tags: tuple[str, ...] = ()
    colour: str = ""
    note: str = ""
    broken: Words | None = None


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
        self._lock = threading.RLock()
        self.said: Words | None = None
        self._connection = self._open_somehow()
        self._begin(str(of))

    def files(self) -> dict[str, Seen]:
        with self._asking() as connection:
            return {(seen := _seen(row)).file: seen for row in connection.execute("SELECT * FROM files")}

    def put(self, seen: Iterable[Seen], gone: Iterable[str] = ()) -> None:
        with self._writing() as connection:
            for file in gone:
                _drop(connection, file)
            for one in seen:
                _drop(connection, one.file)
                _add(connection, one)

    def by_id(self, preset_id: str) -> Seen | None:
        with self._asking() as connection:
            rows = connection.execute("SELECT * FROM files WHERE id = ?", (_plain(preset_id),))
            return next((_seen(row) for row in rows), None)

    def by_name(self, name: str) -> list[Seen]:
        with self._asking() as connection:
            rows = connection.execute("SELECT * FROM files WHERE folded = ?", (_folded(name),))
            return [_seen(row) for row in rows]

    def search(self, text: str, tag: str, limit: int, offset: int) -> list[Found]:
        """In the order of the list; every word of the text begins a word of the name, the tags or the note."""
        where, values = _selection(text, tag)
        sql = f"""SELECT * FROM files {where} ORDER BY favourite DESC, used_at DESC, folded, file
            LIMIT :limit OFFSET :offset"""
        with self._asking() as connection:
            rows = connection.execute(sql, {**values, "limit": limit, "offset": offset})
            return [Found(_seen(row), bool(row["favourite"]), row["used_at"]) for row in rows]

    def count(self, text: str = "", tag: str = "") -> int:
        where, values = _selection(text, tag)
        with self._asking() as connection:
            (count,) = connection.execute(f"SELECT count(*) FROM files {where}", values).fetchone()
            return int(count)

    def tags(self) -> list[str]:
        with self._asking() as connection:
            rows = connection.execute("SELECT min(tag) FROM tags GROUP BY folded ORDER BY folded")
            return [row[0] for row in rows]

    def mark(self, preset_id: str, **marks: float) -> None:
        """``favourite`` (0 or 1) or ``used_at``, which stay when the file goes away and comes back."""
        with self._writing() as connection:
            for column, value in marks.items():
                connection.execute(
                    f"""INSERT INTO marks (id, {column}) VALUES (:id, :value)
                    ON CONFLICT (id) DO UPDATE SET {column} = :value""",
                    {"id": _plain(preset_id), "value": value},
                )
                connection.execute(f"UPDATE files SET {column} = ? WHERE id = ?", (value, _plain(preset_id)))

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    # the file

    def _open_somehow(self) -> sqlite3.Connection:
        try:
            return _open(self._path)
        except _UNREADABLE as error:
            code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
            if code & 0xFF not in _DAMAGED:
                self.said = _this_run_only(self._path, error)
                return _open(":memory:")
        marks = _rescued(self._path)
        for suffix in ("", "-wal", "-shm"):
            part = self._path.with_name(self._path.name + suffix)
            if part.exists():
                set_aside(part)
        return self._made_anew(marks)

    def _made_anew(self, marks: Sequence[Sequence[object]] | None) -> sqlite3.Connection:
        if marks is None:
            self.said = Words("The list of presets was damaged and is made anew from the files. Which presets were "
                              "favourites and which was used last is lost; the presets themselves are not.")
        try:
            connection = _open(self._path)
        except _UNREADABLE as error:
            self.said = self.said or _this_run_only(self._path, error)
            connection = _open(":memory:")
        connection.executemany("INSERT OR IGNORE INTO marks (id, favourite, used_at) VALUES (?, ?, ?)", marks or ())
        return connection

    def _begin(self, of: str) -> None:
        """What was read of another folder is of no use in this one."""
        with self._writing() as connection:
            rows = connection.execute("SELECT folder FROM folder").fetchall()
            if [row[0] for row in rows] != [_plain(of)]:
                for table in ("files", "words", "tags", "folder"):
                    connection.execute(f"DELETE FROM {table}")
                connection.execute("INSERT INTO folder VALUES (?)", (_plain(of),))

    @contextmanager
    def _asking(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                yield self._connection
            except sqlite3.Error as error:
                raise StoreError(
                    Words("{file} could not be read: {reason}.", file=self._path, reason=error)
                ) from error

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


def _open(path: Path | str) -> sqlite3.Connection:
    if isinstance(path, Path):
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=_BUSY, isolation_level=None, check_same_thread=False)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict)
        connection.execute("BEGIN IMMEDIATE")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version < _VERSION:
            for statement in _SCHEMA:
                connection.execute(statement)
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def _rescued(path: Path) -> list[Sequence[object]] | None:
    """The marks of a damaged file; None if not even they can be read."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT id, favourite, used_at FROM marks").fetchall()
    except _UNREADABLE:
        return None


def _this_run_only(path: Path, error: Exception) -> Words:
    return Words("{file} could not be opened ({error}); favourites are remembered for this run only.",
                 file=path, error=error)


_SCHEMA = (
    "CREATE TABLE folder (folder TEXT NOT NULL)",
    """CREATE TABLE files (
        row INTEGER PRIMARY KEY, file BLOB NOT NULL UNIQUE, changed_ns INTEGER NOT NULL, size INTEGER NOT NULL,
        id TEXT NOT NULL UNIQUE, own_id TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, tags TEXT NOT NULL,
        colour TEXT NOT NULL, note TEXT NOT NULL, broken TEXT NOT NULL, favourite INTEGER NOT NULL, used_at REAL
    )""",
    "CREATE INDEX files_in_order ON files (favourite DESC, used_at DESC, folded, file)",
    "CREATE INDEX files_by_name ON files (folded)",
    "CREATE TABLE tags (file BLOB NOT NULL, tag TEXT NOT NULL, folded TEXT NOT NULL)",
    "CREATE INDEX tags_by_file ON tags (file)",
    "CREATE INDEX tags_by_tag ON tags (folded)",
    "CREATE TABLE marks (id TEXT PRIMARY KEY, favourite INTEGER NOT NULL DEFAULT 0, used_at REAL)",
    """CREATE VIRTUAL TABLE words USING fts5 (
        name, tags, note, prefix='1 2 3', tokenize="unicode61 remove_diacritics 2"
    )""",
    f"PRAGMA user_version = {_VERSION}",
)


def _add(connection: sqlite3.Connection, seen: Seen) -> None:
    mark = connection.execute("SELECT favourite, used_at FROM marks WHERE id = ?", (_plain(seen.id),)).fetchone()
    columns = {
        "file": _bytes(seen.file), "changed_ns": seen.changed_ns, "size": seen.size,
        "id": seen.id, "own_id": seen.own_id, "name": seen.name, "folded": _folded(seen.name),
        "tags": json.dumps(seen.tags, ensure_ascii=False), "colour": seen.colour, "note": seen.note,
        "broken": _written(seen.broken),
        "favourite": mark["favourite"] if mark else 0, "used_at": mark["used_at"] if mark else None,
    }  # fmt: skip
    plain = {name: _plain(value) if isinstance(value, str) else value for name, value in columns.items()}
    row = connection.execute(
        f"INSERT INTO files ({', '.join(plain)}) VALUES ({', '.join(f':{name}' for name in plain)})", plain
    ).lastrowid
    words = (row, plain["name"], _plain(" ".join(seen.tags)), plain["note"])
    connection.execute("INSERT INTO words (rowid, name, tags, note) VALUES (?, ?, ?, ?)", words)
    tags = [(plain["file"], _plain(tag), _folded(tag)) for tag in seen.tags]
    connection.executemany("INSERT INTO tags VALUES (?, ?, ?)", tags)


def _drop(connection: sqlite3.Connection, file: str) -> None:
    connection.execute("DELETE FROM words WHERE rowid = (SELECT row FROM files WHERE file = ?)", (_bytes(file),))
    connection.execute("DELETE FROM tags WHERE file = ?", (_bytes(file),))
    connection.execute("DELETE FROM files WHERE file = ?", (_bytes(file),))


def _seen(row: sqlite3.Row) -> Seen:
    return Seen(
        row["file"].decode(errors="surrogatepass"), row["changed_ns"], row["size"], row["id"], row["own_id"],
        row["name"], tuple(json.loads(row["tags"])), row["colour"], row["note"], _words(row["broken"]),
    )  # fmt: skip


def _written(words: Words | None) -> str:
    return json.dumps([words.template, {name: str(value) for name, value in words.values.items()}]) if words else ""


def _words(written: str) -> Words | None:
    if not written:
        return None
    template, values = json.loads(written)
    return Words(template, **values)


def _selection(text: str, tag: str) -> tuple[str, dict[str, object]]:
    where: list[str] = []
    values: dict[str, object] = {}
    words = dict.fromkeys(_plain(text).split())
    searched = [word for word in words if any(sign.isalnum() for sign in word)]
    if searched:
        where.append("row IN (SELECT rowid FROM words WHERE words MATCH :match)")
        values["match"] = " ".join('"' + word.replace('"', '""') + '"*' for word in searched)
    for number, sign in enumerate(word for word in words if word not in searched):  # an emoji is no word to FTS
        where.append(f"instr(name || ' ' || tags || ' ' || note, :sign{number})")
        values[f"sign{number}"] = sign
    if tag:
        where.append("file IN (SELECT file FROM tags WHERE folded = :tag)")
        values["tag"] = _folded(tag)
    return (f"WHERE {' AND '.join(where)}" if where else ""), values


def _folded(text: str) -> str:
    return _plain(text).casefold()


def _plain(text: str) -> str:
    """Half an emoji cannot be stored, and a zero would end the text."""
    return text.replace("\0", " ").encode(errors="replace").decode()


def _bytes(file: str) -> bytes:
    """The name of a file is not always a text: systems let others write names that no alphabet has."""
    return file.encode(errors="surrogatepass")

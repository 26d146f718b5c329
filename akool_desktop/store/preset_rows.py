"""One file of a preset as a row of the index, and back."""

import json
import sqlite3
from dataclasses import dataclass

from akool_desktop.store.preset_tables import folded, name_of, plain, spaced, stored_name
from akool_desktop.words import Words, undirected


@dataclass(frozen=True)
class Seen:
    """A file as it was when it was read: ``own_id`` is what it says itself, ``id`` what it goes by."""

    file: str
    changed_ns: int
    size: int
    name: str
    id: str = ""
    own_id: str = ""
    tags: tuple[str, ...] = ()
    colour: str = ""
    note: str = ""
    broken: Words | None = None


def find_row(connection: sqlite3.Connection, column: str, value: object) -> Seen | None:
    row = connection.execute(f"SELECT * FROM files WHERE {column} = ?", (value,)).fetchone()
    return read_row(row) if row else None


def add_row(connection: sqlite3.Connection, seen: Seen) -> None:
    mark = connection.execute("SELECT favourite, used_at FROM marks WHERE id = ?", (plain(seen.id),)).fetchone()
    file, name, note = stored_name(seen.file), plain(undirected(seen.name)), plain(seen.note)
    columns = {
        "file": file, "changed_ns": seen.changed_ns, "size": seen.size, "id": plain(seen.id),
        "own_id": plain(seen.own_id), "name": name, "folded": folded(name), "note": note,
        "tags": plain(json.dumps(seen.tags, ensure_ascii=False)), "colour": plain(seen.colour),
        "broken": _written(seen.broken), "favourite": mark[0] if mark else 0, "used_at": mark[1] if mark else None,
    }  # fmt: skip
    row = connection.execute(
        f"INSERT INTO files ({', '.join(columns)}) VALUES ({', '.join(f':{column}' for column in columns)})", columns
    ).lastrowid
    words = (row, spaced(name), spaced(" ".join(seen.tags)), spaced(note))
    connection.execute("INSERT INTO words (rowid, name, tags, note) VALUES (?, ?, ?, ?)", words)
    tags = [(file, plain(tag), folded(tag)) for tag in seen.tags]
    connection.executemany("INSERT INTO tags (file, tag, folded) VALUES (?, ?, ?)", tags)


def drop_row(connection: sqlite3.Connection, file: str) -> None:
    stored = (stored_name(file),)
    connection.execute("DELETE FROM words WHERE rowid = (SELECT row FROM files WHERE file = ?)", stored)
    connection.execute("DELETE FROM tags WHERE file = ?", stored)
    connection.execute("DELETE FROM files WHERE file = ?", stored)


def read_row(row: sqlite3.Row) -> Seen:
    return Seen(
        file=name_of(row["file"]), changed_ns=row["changed_ns"], size=row["size"], name=row["name"], id=row["id"],
        own_id=row["own_id"], tags=tuple(json.loads(row["tags"])), colour=row["colour"], note=row["note"],
        broken=_words(row["broken"]),
    )  # fmt: skip


def _written(words: Words | None) -> str:
    return json.dumps(words, default=_as_list) if words else ""


def _as_list(words: Words) -> list[object]:
    return [words.template, dict(words.values)]


def _words(written: str) -> Words | None:
    if not written:
        return None
    template, values = json.loads(written)
    return Words(template, **{name: Words(one[0], **one[1]) if isinstance(one, list) else one for name, one in
                              values.items()})

"""The tables of the index of presets: how text goes into them, and how it is found there."""

from akool_desktop.store.database import UNSPACED

VERSION = 2

SCHEMA = (
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
)


def plain(text: str) -> str:
    """Half an emoji cannot be stored, and a zero would end the text."""
    return text.replace("\0", " ").encode(errors="replace").decode()


def stored_name(file: str) -> bytes:
    """The name of a file is not always a text: systems let others write names that no alphabet has."""
    return file.encode(errors="surrogatepass")


def name_of(stored: bytes) -> str:
    return stored.decode(errors="surrogatepass")


def spaced(text: str) -> str:
    """So that a word is found also where it begins in the middle of a line: each such letter stands by itself."""
    return UNSPACED.sub(r" \1 ", plain(text))


def folded(text: str) -> str:
    return plain(text).casefold()


def selection(text: str, tag: str) -> tuple[str, dict[str, object]]:
    """The condition for the rows of ``files`` that are looked for, and its values."""
    where: list[str] = []
    values: dict[str, object] = {}
    words = dict.fromkeys(plain(text).split())
    searched = [word for word in words if any(sign.isalnum() for sign in word)]
    if searched:
        where.append("row IN (SELECT rowid FROM words WHERE words MATCH :match)")
        values["match"] = " ".join('"' + spaced(word).strip().replace('"', '""') + '"*' for word in searched)
    for number, sign in enumerate(word for word in words if word not in searched):  # an emoji is no word to FTS
        where.append(f"instr(name || ' ' || tags || ' ' || note, :sign{number})")
        values[f"sign{number}"] = sign
    if tag:
        where.append("file IN (SELECT file FROM tags WHERE folded = :tag)")
        values["tag"] = folded(tag)
    return (f"WHERE {' AND '.join(where)}" if where else ""), values

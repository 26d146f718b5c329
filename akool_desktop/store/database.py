"""SQLite files that several programs write: how one is opened, and how damage is told from a refusal."""

import os
import re
import sqlite3
import stat
import time
from contextlib import suppress
from pathlib import Path

UNREADABLE = (sqlite3.Error, UnicodeError)  # sqlite3 stumbles over its own message when that quotes a damaged file
# Han, kana, Thai, Lao, Burmese and Khmer put no space between words.
UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff])"
)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_BUSY = 5.0  # seconds to wait while another program writes


def connect(path: Path | str, synchronous: str) -> sqlite3.Connection:
    """A connection that commits by itself, to a file that was looked through; UNREADABLE if it cannot be had.

    ``synchronous``: FULL, to lose nothing in a power cut; NORMAL, to lose no more than the last changes.
    """
    if is_pipe(path):
        raise sqlite3.DatabaseError("file is not a database")
    _make_private(path)
    connection = sqlite3.connect(path, timeout=_BUSY, isolation_level=None, check_same_thread=False)
    try:
        connection.row_factory = sqlite3.Row
        _begin_journal(connection)
        connection.execute(f"PRAGMA synchronous={synchronous}")
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict)
    except BaseException:
        connection.close()
        raise
    return connection


def is_pipe(path: Path | str) -> bool:
    """SQLite would open one as well, and wait in it for ever."""
    try:
        return stat.S_ISFIFO(os.stat(path).st_mode)
    except OSError:
        return False


def _make_private(path: Path | str) -> None:
    """Made before SQLite does, which would let whoever else uses this computer read what was sent. Its journals have
    the rights of the file that they belong to.

    One that is there is not opened: to close it would let go of all locks that this program has on it, and another
    program take the journal away (https://sqlite.org/howtocorrupt.html, 2.2).
    """
    if isinstance(path, Path):
        with suppress(OSError):  # SQLite says better what is in the way
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _begin_journal(connection: sqlite3.Connection) -> None:
    """Programs that start at once on a new file refuse each other here, whatever the timeout says.

    https://sqlite.org/c3ref/busy_handler.html: the handler is not called where waiting could be a deadlock.
    """
    give_up = time.monotonic() + _BUSY
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() > give_up:
                raise
        time.sleep(0.01)


def is_busy(error: sqlite3.Error) -> bool:
    """SQLite's code has where in its upper part; what Python itself refuses, as with a closed file, has none."""
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code & 0xFF == sqlite3.SQLITE_BUSY


def is_damage(error: Exception) -> bool:
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return code & 0xFF in _DAMAGED


def text_of(stored: bytes) -> str:
    """One letter that is no UTF-8 must not hide all rows."""
    return stored.decode(errors="replace")

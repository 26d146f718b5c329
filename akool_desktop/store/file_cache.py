"""Pictures and samples that were fetched before. What was not used for longest goes when there is too much."""

import hashlib
import os
import threading
from contextlib import suppress
from pathlib import Path

MOST_BYTES = 100 << 20


class FileCache:
    """Files by the link they came from. Every method may block for the disk, and none fails: it is only a cache."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most = most_bytes
        self._lock = threading.Lock()
        self._bytes: int | None = None  # not counted yet

    def read(self, url: str) -> bytes | None:
        path = self._path(url)
        try:
            content = path.read_bytes()
            os.utime(path)  # used now
        except OSError:
            return None
        return content

    def write(self, url: str, content: bytes) -> None:
        path = self._path(url)
        new = path.with_suffix(f".{threading.get_ident()}.new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            new.touch(0o600)
            new.write_bytes(content)
            new.replace(path)
        except OSError:
            with suppress(OSError):  # a full disk may have taken a part of it
                new.unlink()
        with self._lock:
            if self._bytes is not None:
                self._bytes += len(content)
            if self._bytes is None or self._bytes > self._most:
                self._make_room()

    def forget(self, url: str) -> None:
        """It turned out to be no use."""
        with suppress(OSError):
            self._path(url).unlink()

    def _make_room(self) -> None:
        """Down to nine tenths, so that the next file does not set off the next sweep."""
        found = []
        with suppress(OSError), os.scandir(self._folder) as entries:
            found = [(entry.stat().st_mtime, entry.stat().st_size, entry.path) for entry in entries]
        total = sum(size for _, size, _ in found)
        if total > self._most:
            for _, size, path in sorted(found):
                if total <= self._most * 9 // 10:
                    break
                with suppress(OSError):
                    os.unlink(path)
                    total -= size
        self._bytes = total

    def _path(self, url: str) -> Path:
        return self._folder / hashlib.sha256(url.encode(errors="surrogatepass")).hexdigest()

"""What an account's lists held when they were last read. Only a cache: what cannot be read is as good as not there."""

import json
import shutil
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from akool_desktop.store.files import StoreError, write_whole

Row = Mapping[str, object]


class ListCache:
    """One file per account and list. Every method may block for the disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "lists"

    def read(self, account: str, name: str) -> tuple[str, Sequence[object]] | None:
        """When it was read, as it was given, and the rows."""
        try:
            found = json.loads(self._path(account, name).read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return None
        if isinstance(found, dict) and isinstance(found.get("read_at"), str) and isinstance(found.get("rows"), list):
            return found["read_at"], found["rows"]
        return None

    def write(self, account: str, name: str, read_at: str, rows: Sequence[Row]) -> None:
        """A disk that refuses costs the cache and nothing else."""
        lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)  # in small bites: others run meanwhile
        with suppress(StoreError):
            write_whole(self._path(account, name), f'{{"read_at": {json.dumps(read_at)}, "rows": [\n{lines}\n]}}\n')

    def keep_only(self, accounts: Collection[str]) -> None:
        """Forget the lists of accounts that are not here any more."""
        with suppress(OSError):
            for folder in self._folder.iterdir():
                if folder.name not in accounts:
                    shutil.rmtree(folder, ignore_errors=True)

    def _path(self, account: str, name: str) -> Path:
        return self._folder / account / f"{name}.json"

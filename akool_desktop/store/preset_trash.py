"""Presets that were deleted, kept so that the operator can change his mind, also tomorrow.

For each, its file as it was and a note beside it of where it belongs.
"""

import os
import time
import uuid
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from akool_desktop.store.files import in_folder, put, read_document, saving, write_document
from akool_desktop.store.preset_file import read_content

_MOST = 50_000_000  # bytes: what is too large for a preset can be deleted too


@dataclass(frozen=True)
class Deleted:
    """``file`` is the name that it had in the folder, ``kept_as`` where it lies in the trash."""

    id: str
    name: str
    file: str
    at: float
    kept_as: Path


class PresetTrash:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, preset_id: str, name: str, path: Path) -> Deleted:
        """A copy of the file. Raises StoreError, PresetError."""
        kept = self._folder / f"{uuid.uuid4().hex}.preset"
        deleted = Deleted(preset_id, name, path.name, time.time(), kept)
        with saving(kept):
            put(kept, read_content(path, _MOST), os.replace)
        note: dict[str, object] = {"id": preset_id, "name": name, "file": deleted.file, "at": deleted.at}
        write_document(kept.with_suffix(".json"), note)
        return deleted

    def content(self, deleted: Deleted) -> bytes:
        return read_content(deleted.kept_as, _MOST)

    def forget(self, deleted: Deleted) -> None:
        for path in (deleted.kept_as, deleted.kept_as.with_suffix(".json")):
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def all(self) -> list[Deleted]:
        """The one that was deleted last comes first."""
        return sorted(self._notes(), key=lambda deleted: -deleted.at)

    def _notes(self) -> Iterator[Deleted]:
        for path in in_folder(self._folder, "*.json"):
            kept = path.with_suffix(".preset")
            note, _ = read_document(path)
            preset_id, name, file, at = (note.get(key) for key in ("id", "name", "file", "at"))
            if not (isinstance(preset_id, str) and isinstance(name, str) and isinstance(file, str)):
                continue
            if isinstance(at, int | float) and os.path.exists(kept):
                yield Deleted(preset_id, name, file, float(at), kept)

"""What was typed and not saved yet, for each preset, so that neither a switch nor a crash loses it.

Never a secret: those come back from the keyring where they have a slot.
"""

import hashlib
import os
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from akool_desktop.store.files import StoreError, in_folder, read_document, saving, write_document

_NAME = 32  # letters of a file's name


@dataclass(frozen=True)
class Draft:
    """``stamp`` is that of the file which the draft began with; empty without a preset."""

    values: Mapping[str, object] = field(repr=False)
    secrets: Mapping[str, str]
    stamp: str = ""


class Drafts:
    """One file for each preset in ``folder``; the empty id is that of the form without a preset.

    What the disk refuses is remembered, and counts, until write_owed() can make it true.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._owed: dict[str, Draft | None] = {}  # None: there shall be none
        self._turn = threading.Lock()  # or what was typed before could be written after what was typed since

    def save(self, preset_id: str, values: Mapping[str, object], secrets: Mapping[str, str], stamp: str = "") -> None:
        """``secrets`` says where they are kept, not what they are. Raises StoreError."""
        self._owed[preset_id] = Draft(dict(values), dict(secrets), stamp)
        self.write_owed()

    def forget(self, preset_id: str) -> None:
        self._owed[preset_id] = None
        with suppress(StoreError):
            self.write_owed()

    def write_owed(self) -> None:
        """Raises StoreError while the disk refuses."""
        with self._turn:
            for preset_id, draft in list(self._owed.items()):
                self._write(preset_id, draft)
                if self._owed.get(preset_id) is draft:  # else it has changed meanwhile
                    self._owed.pop(preset_id, None)

    def _write(self, preset_id: str, draft: Draft | None) -> None:
        path = self._path(preset_id)
        if draft:
            write_document(path, {
                "id": preset_id, "stamp": draft.stamp, "values": draft.values, "secrets": draft.secrets
            })  # fmt: skip
        elif os.path.exists(path):  # a disk that can only be read refuses to remove even what is not there
            with saving(path):
                path.unlink(missing_ok=True)

    def read(self, preset_id: str) -> Draft | None:
        if preset_id in self._owed:
            return self._owed[preset_id]
        document, _ = read_document(self._path(preset_id))
        values, secrets, stamp = document.get("values"), document.get("secrets"), document.get("stamp")
        if not isinstance(values, dict) or not isinstance(secrets, dict) or not isinstance(stamp, str):
            return None
        return Draft(values, {key: slot for key, slot in secrets.items() if isinstance(slot, str)}, stamp)

    def ids(self) -> set[str]:
        """Of all that have a draft."""
        written = (read_document(path)[0].get("id") for path in in_folder(self._folder, "?" * _NAME + ".json"))
        found = {preset_id for preset_id in written if isinstance(preset_id, str)}
        return found - set(self._owed) | {preset_id for preset_id, draft in self._owed.items() if draft}

    def note_open(self, preset_id: str) -> None:
        """Remember which preset is open. Raises StoreError."""
        write_document(self._folder / "open.json", {"id": preset_id})

    def last_open(self) -> str:
        document, _ = read_document(self._folder / "open.json")
        found = document.get("id", "")
        return found if isinstance(found, str) else ""

    def ask_for(self, path: str) -> None:
        """Another start of the program wants this preset in the window that is open. Raises StoreError."""
        write_document(self._folder / "wanted.json", {"path": path})

    def taken_wish(self) -> str:
        """What another start has asked for, once."""
        document, _ = read_document(self._folder / "wanted.json")
        with suppress(OSError):
            (self._folder / "wanted.json").unlink(missing_ok=True)
        found = document.get("path", "")
        return found if isinstance(found, str) else ""

    def _path(self, preset_id: str) -> Path:
        """Whatever somebody wrote as an id into a file by hand, it names one file in this folder."""
        digest = hashlib.sha256(preset_id.encode(errors="surrogatepass")).hexdigest()[:_NAME]
        return self._folder / f"{digest}.json"

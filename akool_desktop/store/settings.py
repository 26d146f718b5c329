"""The small choices that should still be there tomorrow."""

from pathlib import Path
from typing import Literal, NamedTuple, get_args

from akool_desktop.store.files import Damaged, Document, read_document, read_to_change, set_aside, write_document
from akool_desktop.words import Words

Theme = Literal["system", "light", "dark", "contrast"]
TextSize = Literal["80", "90", "100", "125", "150", "175", "200"]
Motion = Literal["system", "none"]
Language = Literal["system", "en", "zh_CN"]


class Settings(NamedTuple):
    """``account`` is the chosen account's id, ``window`` Qt's saved geometry as base64; empty: none yet.

    ``presets`` is "folded" when the panel was put away, ``presets_folder`` another place for presets than the usual,
    ``stage_port`` the port that every Stage asks for, ``sharing`` "on" while the screen is shared,
    ``favourites`` the ids of avatars, a space after each but the last. ``text_size`` is in
    percent of the system's, ``desktop`` what the desktop wished last: dark or light, contrast, still, how many times
    larger text.
    """

    account: str = ""
    theme: Theme = "system"
    language: Language = "system"
    text_size: TextSize = "100"
    motion: Motion = "system"
    window: str = ""
    presets: str = ""
    presets_folder: str = ""
    stage_port: str = ""
    sharing: str = ""
    favourites: str = ""
    desktop: str = ""

    @property
    def port(self) -> int:
        """0 without one, or where it is none that there can be."""
        found = int(self.stage_port) if self.stage_port.isdecimal() and len(self.stage_port) < 6 else 0
        return found if found < 1 << 16 else 0

    def presets_in(self, usual: Path) -> Path:
        return Path(self.presets_folder) if self.presets_folder else usual


_CLOSED = (("theme", Theme), ("language", Language), ("text_size", TextSize), ("motion", Motion))


class SettingsFile:
    """``settings.json`` in the configuration folder."""

    def __init__(self, folder: Path, damaged: Damaged = set_aside) -> None:
        self._path, self._damaged = folder / "settings.json", damaged
        self.said: Words | None = None

    def load(self) -> Settings:
        """What was saved, the default for whatever is missing or odd.

        Afterwards ``said`` tells of a damaged file, if there was one: now, or when it was read before, in the same run.
        """
        document, said = read_document(self._path, self._damaged)
        self.said = said or self.said
        return _understood(document)

    def save(self, settings: Settings) -> None:
        """Raises StoreError if the disk refuses. What only a newer version understands is kept, until another choice is
        made here."""
        document, self.said = read_to_change(self._path)
        was = _understood(document)._asdict()
        wanted = settings._asdict().items()
        changed = {name: value for name, value in wanted if name not in document or value != was[name]}
        write_document(self._path, document | changed)


def _understood(document: Document) -> Settings:
    found = {name: value for name in Settings._fields if isinstance(value := document.get(name), str)}
    for name, known in _CLOSED:
        if found.get(name) not in get_args(known):
            found.pop(name, None)
    return Settings(**found)  # type: ignore[arg-type]  # those of _CLOSED are known: checked above

"""Presets as files: read for the form, named and described, doubled, taken in from elsewhere, deleted, brought back.

A file says where a secret is kept, never what it is. Methods may block for the disk, and for some seconds for the
keyring; call them off the window's thread. They raise StoreError (PresetError, ChangedElsewhere) with Words for the
operator.
"""

import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from akool_desktop.desk.preset_secrets import PresetSecrets, asked, known, misplaced_in, missing, secrets_in, unknown
from akool_desktop.session.fields import Value
from akool_desktop.session.values import read_values, written_values
from akool_desktop.store.drafts import Drafts
from akool_desktop.store.files import StoreError
from akool_desktop.store.preset_file import Preset, PresetError, Stored
from akool_desktop.store.preset_trash import Deleted
from akool_desktop.store.presets import PresetFolder
from akool_desktop.store.vault import Vault
from akool_desktop.words import Words

_MONTH = 30 * 24 * 3600.0  # seconds that a deleted preset is kept


@dataclass(frozen=True)
class Opened:
    """A preset in the form.

    ``id`` is the preset's, also when its file is gone; empty for a form without one, for a starter and for a file of
    another folder. ``draft`` is what to show, with the secrets that were found; ``secrets`` is where each is kept
    ("keyring", "ask"). ``missing``: secrets that the keyring does not hold; ``asked``: those to ask for.
    ``misplaced``: secrets that stand in the file in clear, not used, to be offered to their slots. ``changed``: the
    draft is not what the file says; ``both_changed``: and the file is not what the draft began with, so that the
    operator has to choose.
    """

    stored: Stored | None
    draft: Mapping[str, Value] = field(repr=False)
    left_out: tuple[Words, ...] = ()
    secrets: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    misplaced: Mapping[str, str] = field(default_factory=dict, repr=False)
    changed: bool = False
    both_changed: bool = False
    id: str = ""


class PresetFiles:
    """``folder`` is where they are."""

    def __init__(self, folder: PresetFolder, drafts: Drafts, vault: Vault) -> None:
        self.folder = folder
        self.secrets = PresetSecrets(vault)
        self._drafts = drafts
        self._base: dict[str, Stored] = {}  # by id: the file that the draft in the form began with

    def use_folder(self, folder: Path) -> None:
        """The operator keeps presets somewhere else from now on: on a shared drive, under git."""
        self.folder = self.folder.elsewhere(folder)

    def open_file(self, stored: Stored) -> Opened:
        """What a file says, whichever it is; without the edits that are kept."""
        preset = stored.preset
        slots = known(preset.secrets)
        reading = read_values(preset.values, slots)
        draft = dict(reading.draft) | self.secrets.find(preset.id, slots)
        not_known = [_unknown_secret(key) for key in unknown(preset.secrets)]
        self._base[preset.id] = stored
        return Opened(
            stored,
            draft,
            (*stored.left_out, *reading.left_out, *not_known, *self.secrets.waiting),
            slots,
            missing(slots, draft),
            asked(slots),
            misplaced_in(stored),
        )

    def describe(
        self,
        preset_id: str,
        *,
        name: str | None = None,
        note: str | None = None,
        tags: Sequence[str] | None = None,
        colour: str | None = None,
    ) -> Stored:
        """Another name, note, tags or colour; the values, and edits of them that are kept, stay.

        If it is in the form, open() it again: the file may say more that is new.
        """
        stored = self.folder.read(preset_id)
        saved = self._save_as_read(stored, described(stored.preset, name, note, tags, colour), stored.stamp)
        kept = self._drafts.read(preset_id)
        if kept and kept.stamp == stored.stamp:
            slots = known(saved.preset.secrets) | dict(kept.secrets)
            with suppress(StoreError):  # the file is saved, and what the disk refuses of the draft is kept for this run
                self._drafts.save(preset_id, kept.values, slots, saved.stamp)
        return saved

    def move_secrets(self, preset_id: str) -> Stored:
        """Secrets that stand in the file in clear leave it for the keyring."""
        return self.describe(preset_id)

    def duplicate(self, preset_id: str, name: str) -> Stored:
        """A second one under another name, with the secrets of the first."""
        stored = self.folder.read(preset_id)
        preset = replace(described(stored.preset, name), id=self.folder.free_id())
        return self._save_as_read(stored, preset, None)

    def take_in(self, stored: Stored, name: str) -> Stored:
        """One from elsewhere as a new preset, under its own id where that is free; secrets in clear leave it."""
        own = stored.preset.id
        taken = not own or self.folder.has(own)
        preset = replace(described(stored.preset, name), id=self.folder.free_id() if taken else own)
        return self._save_as_read(replace(stored, preset=preset), preset, None)

    def take_over(self, stored: Stored) -> Stored:
        """One from elsewhere in the place of the one here that has its id."""
        here = self.folder.read(stored.preset.id)
        return self._save_as_read(stored, stored.preset, here.stamp)

    def delete(self, preset_id: str) -> Deleted:
        """Its secrets and unsaved edits stay until the trash is emptied, so that restore() brings them back."""
        return self.folder.delete(preset_id)

    def restore(self, deleted: Deleted) -> Stored | None:
        """None for a file that was broken before too."""
        return self.folder.restore(deleted)

    def deleted(self) -> list[Deleted]:
        """What can be brought back, the last deleted first."""
        return self.folder.trash.all()

    def empty_trash(self, older_than: float = _MONTH) -> None:
        """Give up for good what was deleted that many seconds ago, its secrets too."""
        for deleted in self.folder.trash.all():
            if time.time() - deleted.at >= older_than:
                if not self.folder.has(deleted.id):
                    self.secrets.forget(deleted.id)
                    self._drafts.forget(deleted.id)
                self.folder.trash.forget(deleted)

    # how

    def _save_as_read(self, stored: Stored, preset: Preset, stamp: str | None) -> Stored:
        """Save what the file says under other particulars; secrets in clear leave it for the keyring."""
        opened = self.open_file(stored)
        secrets = secrets_in(opened.draft) | dict(opened.misplaced)
        slots = dict.fromkeys(opened.misplaced, "keyring") | dict(opened.secrets)
        draft = read_values(preset.values, slots).draft
        preset = replace(
            preset, values=written_values(draft, slots, preset.values), secrets=unknown(preset.secrets) | slots
        )
        return self._save(preset, stamp, secrets)

    def _save(self, preset: Preset, stamp: str | None, secrets: Mapping[str, str]) -> Stored:
        """The secrets first: a file that says "keyring" must not be there before. Taken back if the file fails."""
        slots = known(preset.secrets)
        take_back = self.secrets.keep(preset.id, slots, secrets)
        try:
            saved = self.folder.save(preset, stamp)
        except BaseException:
            take_back()
            raise
        self.secrets.kept(preset.id, slots, secrets)
        self._base[preset.id] = saved
        return saved


def described(
    preset: Preset,
    name: str | None,
    note: str | None = None,
    tags: Sequence[str] | None = None,
    colour: str | None = None,
) -> Preset:
    """Raises PresetError without a name."""
    if name is not None and not name.strip():
        raise PresetError(Words("Give the preset a name."))
    return replace(
        preset,
        name=preset.name if name is None else name.strip(),
        note=preset.note if note is None else note,
        tags=preset.tags if tags is None else tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip())),
        colour=preset.colour if colour is None else colour,
    )


def _unknown_secret(key: str) -> Words:
    return Words("The secret “{key}” was left out: the form has no such setting.", key=key)

"""Presets as the operator uses them: files become a filled-in form and the form becomes files again.

A file says where a secret is kept, never what it is. What was typed and not saved is kept for each preset. Methods may
block for the disk, and for some seconds for the keyring; call them off the window's thread. They raise StoreError
(PresetError, ChangedElsewhere) with Words for the operator.
"""

import os
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from akool_desktop.desk.preset_differences import Difference, described_otherwise, filled_otherwise
from akool_desktop.desk.preset_secrets import SECRETS, PresetSecrets, asked, known, missing, secret
from akool_desktop.session.fields import Value
from akool_desktop.session.rules import Draft
from akool_desktop.session.values import read_values, written_values
from akool_desktop.store.drafts import Drafts
from akool_desktop.store.files import StoreError
from akool_desktop.store.preset_file import Preset, PresetError, Stored, parse, read_content
from akool_desktop.store.preset_trash import Deleted
from akool_desktop.store.presets import Listed, PresetFolder
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


class PresetDesk:
    """``starters`` is the folder of those that come with the program."""

    def __init__(self, folder: PresetFolder, drafts: Drafts, vault: Vault, starters: Path) -> None:
        self.folder = folder
        self.secrets = PresetSecrets(vault)
        self._drafts = drafts
        self._starters = starters
        self._base: dict[str, Stored] = {}  # by id: the file that the draft in the form began with
        self._open = ""

    def use_folder(self, folder: Path) -> None:
        """The operator keeps presets somewhere else from now on: on a shared drive, under git."""
        self.folder = self.folder.elsewhere(folder)

    # into the form

    def open(self, preset_id: str) -> Opened:
        """The preset, or the form without one for the empty id; with the unsaved edits where there are any."""
        kept = self._drafts.read(preset_id)
        try:
            stored = self.folder.read(preset_id) if preset_id else None
            opened = self.open_file(stored) if stored else Opened(None, {})
        except PresetError as error:
            if kept is None:
                raise
            stored = None
            opened = Opened(None, {}, (Words("{why} What you had not saved is here.", why=error.words),))
        self._note_open(preset_id)
        slots = known(kept.secrets) if kept else opened.secrets
        draft = dict(read_values(kept.values, slots).draft if kept else opened.draft)
        held = _secrets(opened.draft) if stored else self.secrets.find(preset_id, slots)
        draft |= {key: found for key, found in held.items() if slots.get(key) == "keyring"}
        draft |= self.secrets.typed(preset_id)
        changed = self.is_changed(stored, draft, slots)
        if not changed:
            self._drafts.forget(preset_id)  # somebody else has saved the same
        return replace(
            opened,
            id=preset_id,
            draft=draft,
            secrets=slots,
            missing=missing(slots, draft),
            asked=asked(slots),
            changed=changed,
            both_changed=changed and kept is not None and stored is not None and kept.stamp != stored.stamp,
        )

    def open_file(self, stored: Stored) -> Opened:
        """What a file says, whichever it is; without the edits that are kept."""
        preset = stored.preset
        slots = known(preset.secrets)
        reading = read_values(preset.values, slots)
        draft = dict(reading.draft) | self.secrets.find(preset.id, slots)
        unknown = [_unknown_secret(key) for key in preset.secrets if key not in slots]
        self._base[preset.id] = stored
        return Opened(
            stored,
            draft,
            (*stored.left_out, *reading.left_out, *unknown, *self.secrets.waiting),
            slots,
            missing(slots, draft),
            asked(slots),
            _misplaced(stored),
        )

    def open_elsewhere(self, stored: Stored) -> tuple[Opened, Opened]:
        """What stood in the form without a preset, and a starter or a file of another folder in its place."""
        return self.open(""), self.open_file(stored)

    def revert(self, preset_id: str) -> Opened:
        """As the file says; the unsaved edits are given up."""
        self.forget_draft(preset_id)
        return self.open(preset_id)

    def kept_last(self) -> Opened | None:
        """What was typed last and not saved, without its secrets; answers at once."""
        kept = self._drafts.read(self._drafts.last_open())
        if kept is None:
            return None
        slots = known(kept.secrets)
        draft = read_values(kept.values, slots).draft
        return Opened(None, draft, secrets=slots, missing=missing(slots, draft), changed=True)

    def kept_ids(self) -> set[str]:
        """Of the presets that have unsaved edits."""
        return self._drafts.ids()

    def _note_open(self, preset_id: str) -> None:
        self._open = preset_id
        with suppress(StoreError):  # a disk that is full hinders nobody from looking
            self._drafts.note_open(preset_id)

    def last_open(self) -> str:
        return self._drafts.last_open()

    def taken_wish(self) -> str:
        """The file that another start of the program has asked this window to open, once."""
        return self._drafts.taken_wish()

    def newer(self, stored: Stored) -> Stored | None:
        """What the file says now, if that is not what was read. Raises PresetError when it is gone or broken."""
        now = self.folder.read(stored.preset.id)
        return None if now.stamp == stored.stamp else now

    # from the form

    def is_changed(self, stored: Stored | None, draft: Draft, slots: Mapping[str, str]) -> bool:
        """Whether saving would change anything. Answers at once."""
        if stored is None:
            return written_values(draft) != written_values({}) or bool(_secrets(draft))
        preset = stored.preset
        before = read_values(preset.values, preset.secrets).draft
        return (
            known(slots) != known(preset.secrets)
            or written_values(draft, slots, preset.values) != written_values(before, preset.secrets, preset.values)
            or self.secrets.differ(preset.id, slots, draft)
        )

    def keep_draft(
        self, preset_id: str, draft: Draft, slots: Mapping[str, str], *, is_gone: bool = False
    ) -> None:
        """Keep what was typed, its secrets for this run only.

        An unchanged form needs no keeping, unless the file is gone and the form is all that is left of it. What the
        disk refuses, of this preset or of others before, is kept for this run, and StoreError tells of it.
        """
        self.secrets.note_typed(preset_id, draft)
        base = self._base.get(preset_id)
        if not is_gone and not self.is_changed(base, draft, slots):
            self._drafts.forget(preset_id)
            self._drafts.write_owed()
            return
        kept = self._drafts.read(preset_id)
        stamp = kept.stamp if kept else base.stamp if base else ""
        self._drafts.save(preset_id, written_values(draft, slots, base.preset.values if base else {}), slots, stamp)

    def forget_draft(self, preset_id: str) -> None:
        self._drafts.forget(preset_id)
        self.secrets.forget_typed(preset_id)

    def save(
        self,
        stored: Stored | None,
        name: str,
        draft: Draft,
        slots: Mapping[str, str],
        *,
        note: str | None = None,
        tags: Sequence[str] | None = None,
        colour: str | None = None,
        as_new: bool = False,
    ) -> Stored:
        """Write the form to the preset's file; None, a starter or a file of another folder makes a new preset.

        ``as_new`` does so in any case. A secret without a slot goes to the keyring; note, tags and colour stay as they
        were where they are None. Raises ChangedElsewhere when the file is not what ``stored`` says, and VaultError;
        then nothing is saved.
        """
        is_new = as_new or stored is None or not self.folder.holds(stored)
        before = stored.preset if stored else Preset("", name, {})
        slots = known(slots)
        secrets = (_misplaced(stored) if stored else {}) | _secrets(draft)
        slots = dict.fromkeys(secrets, "keyring") | slots
        preset = replace(
            _described(before, name, note, tags, colour),
            id=self.folder.free_id() if is_new else before.id,
            values=written_values(draft, slots, before.values),
            secrets=_unknown(before.secrets) | slots,
        )
        saved = self._save(preset, None if is_new or stored is None else stored.stamp, secrets)
        self.forget_draft(self._open if is_new else preset.id)  # it is what was saved
        self._note_open(saved.preset.id)
        return saved

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
        saved = self._save_as_read(stored, _described(stored.preset, name, note, tags, colour), stored.stamp)
        kept = self._drafts.read(preset_id)
        if kept and kept.stamp == stored.stamp:
            self._drafts.save(preset_id, kept.values, known(saved.preset.secrets) | dict(kept.secrets), saved.stamp)
        return saved

    def rename(self, preset_id: str, name: str) -> Stored:
        return self.describe(preset_id, name=name)

    def move_secrets(self, preset_id: str) -> Stored:
        """Secrets that stand in the file in clear leave it for the keyring."""
        return self.describe(preset_id)

    def duplicate(self, preset_id: str, name: str) -> Stored:
        """A second one under another name, with the secrets of the first."""
        stored = self.folder.read(preset_id)
        preset = replace(_described(stored.preset, name), id=self.folder.free_id())
        return self._save_as_read(stored, preset, None)

    def take_in(self, stored: Stored, name: str) -> Stored:
        """One from elsewhere as a new preset, under its own id where that is free; secrets in clear leave it."""
        own = stored.preset.id
        taken = not own or self.folder.has(own)
        preset = replace(_described(stored.preset, name), id=self.folder.free_id() if taken else own)
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

    # which

    def starters(self) -> list[Stored]:
        """Those that come with the program; saving one makes a new preset."""
        return [parse(read_content(path), path) for path in sorted(self._starters.glob("*.json"))]

    def find(self, name_or_file: str) -> Stored:
        """By path, by id or by name, for the command line. Raises PresetError when none or several are meant."""
        if os.path.basename(name_or_file) != name_or_file and os.path.isfile(name_or_file):
            return self.folder.read_file(Path(name_or_file))
        self.folder.scan()
        if self.folder.has(name_or_file):
            return self.folder.read(name_or_file)
        named = self.folder.named(name_or_file)
        if len(named) > 1:
            raise PresetError(_several(name_or_file, named))
        if named:
            return self.folder.read(named[0].id)
        if os.path.isfile(name_or_file):
            return self.folder.read_file(Path(name_or_file))
        for starter in self.starters():
            if starter.preset.name.casefold() == name_or_file.casefold():
                return starter
        raise PresetError(
            Words("There is no preset and no file named {name}. The presets are in {folder}.",
                  name=name_or_file, folder=self.folder.folder)
        )

    def differences(
        self, mine: Draft, slots: Mapping[str, str], theirs: Stored, stored: Stored | None = None
    ) -> list[Difference]:
        """What the form says and their file does not; with the file that the form began with, also its name."""
        named = described_otherwise(stored.preset, theirs.preset) if stored else []
        return named + filled_otherwise(mine, slots, theirs.preset)

    # inside

    def _save_as_read(self, stored: Stored, preset: Preset, stamp: str | None) -> Stored:
        """Save what the file says under other particulars; secrets in clear leave it for the keyring."""
        opened = self.open_file(stored)
        secrets = _secrets(opened.draft) | dict(opened.misplaced)
        slots = dict.fromkeys(opened.misplaced, "keyring") | dict(opened.secrets)
        draft = read_values(preset.values, slots).draft
        preset = replace(
            preset, values=written_values(draft, slots, preset.values), secrets=_unknown(preset.secrets) | slots
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


def _described(
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


def _secrets(draft: Draft) -> dict[str, str]:
    return {key: found for key in SECRETS if (found := secret(draft, key))}


def _misplaced(stored: Stored) -> dict[str, str]:
    """Secrets that somebody wrote into the file, among the values or in place of their slots."""
    in_slots = {key: found for key, found in stored.misplaced.items() if key in SECRETS}
    return dict(read_values(stored.preset.values).misplaced) | in_slots


def _unknown(slots: Mapping[str, str]) -> dict[str, str]:
    """Of secrets that only a newer version has."""
    return {key: slot for key, slot in slots.items() if key not in SECRETS}


def _unknown_secret(key: str) -> Words:
    return Words("The secret “{key}” was left out: the form has no such setting.", key=key)


def _several(name: str, named: Sequence[Listed]) -> Words:
    return Words("{count} presets are named {name}. Give one of their files instead: {files}.",
                 count=len(named), name=name, files=", ".join(str(listed.path) for listed in named))

"""Presets as the operator uses them: files become a filled-in form and the form becomes files again.

A file says where a secret is kept, never what it is. What was typed and not saved is kept for each preset. Methods may
block for the disk, and for some seconds for the keyring; call them off the window's thread. They raise StoreError
(PresetError, ChangedElsewhere) with Words for the operator.
"""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from akool_desktop.desk.preset_files import Opened, PresetFiles, described
from akool_desktop.desk.preset_secrets import asked, known, misplaced_in, missing, secrets_in, unknown
from akool_desktop.session.rules import Draft
from akool_desktop.session.values import read_values, written_values
from akool_desktop.store.drafts import Drafts
from akool_desktop.store.files import StoreError
from akool_desktop.store.preset_file import Preset, PresetError, Stored, parse, read_content
from akool_desktop.store.presets import Listed, PresetFolder
from akool_desktop.store.vault import Vault
from akool_desktop.words import Words


class PresetDesk(PresetFiles):
    """``starters`` is the folder of those that come with the program."""

    def __init__(self, folder: PresetFolder, drafts: Drafts, vault: Vault, starters: Path) -> None:
        super().__init__(folder, drafts, vault)
        self._starters = starters
        # By id: what is being saved, and what was kept of it since that began.
        self._saving: dict[str, tuple[Draft, Mapping[str, str]] | None] = {}

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
        slots = known(kept.secrets) if kept else opened.secrets
        draft = dict(read_values(kept.values, slots).draft if kept else opened.draft)
        held = secrets_in(opened.draft) if stored else self.secrets.find(preset_id, slots)
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

    def note_open(self, preset_id: str) -> None:
        """It is in the form now: the next start begins with it."""
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

    def is_back(self, preset_id: str) -> bool:
        """Whether one that was gone, or broken, can be read again."""
        try:
            return self.folder.has(preset_id) and bool(self.folder.read(preset_id))
        except PresetError:
            return False

    # from the form

    def is_changed(self, stored: Stored | None, draft: Draft, slots: Mapping[str, str]) -> bool:
        """Whether saving would change anything. Answers at once."""
        if stored is None:
            return written_values(draft) != written_values({}) or bool(secrets_in(draft))
        preset, kept = stored.preset, known(stored.preset.secrets)
        before = read_values(preset.values, kept).draft
        return (
            known(slots) != kept
            or written_values(draft, slots, preset.values) != written_values(before, kept, preset.values)
            or self.secrets.differ(preset.id, slots, draft)
        )

    def keep_draft(
        self, preset_id: str, draft: Draft, slots: Mapping[str, str], *, is_gone: bool = False
    ) -> None:
        """Keep what was typed, its secrets for this run only.

        An unchanged form needs no keeping, unless the file is gone and the form is all that is left of it. What the
        disk refuses, of this preset or of others before, is kept for this run, and StoreError tells of it.
        """
        if preset_id in self._saving:
            self._saving[preset_id] = draft, slots
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
        opened_as: str = "",
    ) -> Stored:
        """Write the form to the preset's file; None, a starter or a file of another folder makes a new preset.

        ``as_new`` does so in any case; ``opened_as`` is the id whose edits the new one holds. What is kept of them
        while they are saved, which may take as long as the keyring, are edits of what was saved. A secret without a
        slot goes to the keyring; note, tags and colour stay as they were where they are None. Raises ChangedElsewhere
        when the file is not what ``stored`` says, and VaultError; then nothing is saved.
        """
        is_new = as_new or stored is None or not self.folder.holds(stored)
        before = stored.preset if stored else Preset("", name, {})
        slots = known(slots)
        secrets = (misplaced_in(stored) if stored else {}) | secrets_in(draft)
        slots = dict.fromkeys(secrets, "keyring") | slots
        preset = replace(
            described(before, name, note, tags, colour),
            id=self.folder.free_id() if is_new else before.id,
            values=written_values(draft, slots, before.values),
            secrets=unknown(before.secrets) | slots,
        )
        edited = opened_as if is_new else preset.id
        self._saving[edited] = None
        try:
            saved = self._save(preset, None if is_new or stored is None else stored.stamp, secrets)
        finally:
            since = self._saving.pop(edited)
        self.forget_draft(edited)  # it is what was saved
        if since:
            with suppress(StoreError):  # the file is saved, and what the disk refuses is kept for this run
                self.keep_draft(saved.preset.id, *since)
        return saved

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


def _several(name: str, named: Sequence[Listed]) -> Words:
    return Words("{count} presets are named {name}. Give one of their files instead: {files}.",
                 count=len(named), name=name, files=", ".join(str(listed.path) for listed in named))

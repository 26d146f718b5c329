"""Presets as the operator uses them: files become a filled-in form and the form becomes files again.

Secrets go to the keyring, under the preset's id, and come back from there; a file says only where to look. What was
typed and not saved is kept for each preset. Methods may block for the disk, and for some seconds for the keyring;
call them off the window's thread. They raise StoreError (PresetError, ChangedElsewhere) with Words for the operator.
"""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from akool_desktop.session.fields import BY_KEY, FIELDS, Value
from akool_desktop.session.rules import Draft, said, value
from akool_desktop.session.values import read_values, written_values
from akool_desktop.store.drafts import Drafts
from akool_desktop.store.preset_file import Preset, PresetError, Stored, parse, read_content
from akool_desktop.store.preset_trash import Deleted
from akool_desktop.store.presets import Listed, PresetFolder
from akool_desktop.store.vault import WAITING, Vault
from akool_desktop.words import Words

_PATIENCE = 8.0  # seconds for the keyring; after that it goes on without
_MONTH = 30 * 24 * 3600.0  # seconds that a deleted preset is kept
_SECRETS = tuple(form_field.key for form_field in FIELDS if form_field.secret)


@dataclass(frozen=True)
class Opened:
    """A preset in the form.

    ``draft`` is what to show, with the secrets that were found; ``secrets`` is where each is kept ("keyring",
    "ask"). ``missing``: secrets that the keyring does not hold; ``asked``: those to ask for. ``misplaced``: secrets
    that stand in the file in clear, not used, to be offered to their slots. ``changed``: the draft is not what the
    file says; ``both_changed``: and the file is not what the draft began with.
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


@dataclass(frozen=True)
class Difference:
    """``key`` is a field's, or "name", "note", "tags", "colour"."""

    key: str
    label: Words
    mine: Words
    theirs: Words


class PresetDesk:
    """``starters`` is the folder of those that come with the program."""

    def __init__(self, folder: PresetFolder, drafts: Drafts, vault: Vault, starters: Path) -> None:
        self.folder = folder
        self._drafts = drafts
        self._vault = vault
        self._starters = starters
        self._base: dict[str, Stored] = {}  # by id: what the draft in the form began with
        self._typed: dict[str, dict[str, str]] = {}  # by id: secrets that this run has seen, for drafts that return
        self._in_vault: dict[str, dict[str, str]] = {}  # by id: what the keyring was seen to hold

    # into the form

    def open(self, preset_id: str) -> Opened:
        """The preset, or the form without one for the empty id; with the unsaved edits where there are any."""
        stored, gone = self._stored(preset_id)
        self._drafts.note_open(preset_id)
        opened = self.open_file(stored) if stored else Opened(None, {}, gone)
        kept = self._drafts.read(preset_id)
        if kept is None:
            return opened
        reading = read_values(kept.values, kept.secrets)
        draft = dict(reading.draft) | self._found_secrets(preset_id, kept.secrets)
        return replace(
            opened,
            draft=draft,
            secrets=kept.secrets,
            missing=_missing(kept.secrets, draft),
            asked=_asked(kept.secrets),
            changed=True,
            both_changed=stored is not None and kept.stamp not in ("", stored.stamp),
        )

    def open_file(self, stored: Stored) -> Opened:
        """What a file says, whichever it is; without the edits that are kept."""
        preset = stored.preset
        reading = read_values(preset.values, preset.secrets)
        known = {key: slot for key, slot in preset.secrets.items() if key in _SECRETS}
        self._base[preset.id] = stored
        draft = dict(reading.draft) | self._found_secrets(preset.id, known)
        unknown = tuple(_no_secret(key) for key in preset.secrets if key not in known)
        misplaced = dict(reading.misplaced) | {k: v for k, v in stored.misplaced.items() if k in _SECRETS}
        waiting = (WAITING,) if self._vault.waiting else ()
        return Opened(
            stored, draft, (*stored.left_out, *reading.left_out, *unknown, *waiting), known,
            _missing(known, draft), _asked(known), misplaced,
        )  # fmt: skip

    def revert(self, preset_id: str) -> Opened:
        """As the file says; the unsaved edits are given up."""
        self._drafts.forget(preset_id)
        self._typed.pop(preset_id, None)
        return self.open(preset_id)

    def kept_last(self) -> Opened | None:
        """What was typed last and not saved, without its secrets; answers at once."""
        kept = self._drafts.read(self._drafts.last_open())
        if kept is None:
            return None
        return Opened(None, read_values(kept.values, kept.secrets).draft, secrets=kept.secrets, changed=True)

    def kept(self, preset_id: str, key: str) -> Words | None:
        """Where the keyring's part of a preset is kept now; None when nothing is known of it. Answers at once."""
        return self._vault.where(_entry(preset_id, key))

    def last_open(self) -> str:
        return self._drafts.last_open()

    def newer(self, stored: Stored) -> Stored | None:
        """What the file says now, if that is not what was read. Raises PresetError when it is gone or broken."""
        now = self.folder.read(stored.preset.id)
        return None if now.stamp == stored.stamp else now

    # from the form

    def is_changed(self, stored: Stored | None, draft: Draft, slots: Mapping[str, str]) -> bool:
        """Whether saving would change anything. Answers at once."""
        if stored is None:
            return written_values(draft) != written_values({}) or any(value(draft, key) for key in _SECRETS)
        preset = stored.preset
        reading = read_values(preset.values, preset.secrets)
        if written_values(draft, preset.values) != written_values(_with_slots(reading.draft, preset.secrets),
                                                                  preset.values):
            return True
        if _known(slots) != _known(preset.secrets):
            return True
        held = self._in_vault.get(preset.id, {})
        kept = {key: found for key, slot in slots.items() if slot == "keyring" and (found := _secret(draft, key))}
        return any(held.get(key) != found for key, found in kept.items())

    def keep_draft(self, preset_id: str, draft: Draft, slots: Mapping[str, str]) -> None:
        """Keep what was typed, secrets in this run only; an unchanged form needs no keeping."""
        self._typed[preset_id] = {key: found for key in _SECRETS if (found := _secret(draft, key))}
        base = self._base.get(preset_id)
        if not self.is_changed(base, draft, slots):
            self._drafts.forget(preset_id)
            return
        kept = self._drafts.read(preset_id)
        stamp = kept.stamp if kept else base.stamp if base else ""
        values = written_values(draft, base.preset.values if base else {})
        self._drafts.save(preset_id, values, slots, stamp)

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
    ) -> Stored:
        """Write the form to the preset's file, or to a new one; None for note, tags, colour leaves them as they are.

        Raises ChangedElsewhere when the file is not what ``stored`` says, and VaultError; then nothing is saved.
        """
        is_new = stored is None or not self.folder.holds(stored)
        before = stored.preset if stored else Preset("", name, {})
        misplaced = self.open_file(stored).misplaced if stored else {}
        slots = _all_slots(slots, draft, misplaced, before.secrets)
        preset = replace(
            before,
            id=self.folder.free_id() if is_new else before.id,
            name=name,
            values=written_values(draft, before.values),
            secrets=slots,
            note=before.note if note is None else note,
            tags=before.tags if tags is None else tuple(tags),
            colour=before.colour if colour is None else colour,
        )
        secrets = {key: found for key in slots if (found := _secret(draft, key) or misplaced.get(key, ""))}
        saved = self._save(preset, None if is_new or stored is None else stored.stamp, secrets)
        self._drafts.forget("" if is_new else preset.id)
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
        """Another name, note, tags or colour; the values, and edits of them that are kept, stay."""
        stored = self.folder.read(preset_id)
        before = stored.preset
        preset = replace(
            before,
            name=before.name if name is None else name,
            note=before.note if note is None else note,
            tags=before.tags if tags is None else tuple(tags),
            colour=before.colour if colour is None else colour,
        )
        saved = self._save_as_read(stored, preset, stored.stamp)
        kept = self._drafts.read(preset_id)
        if kept and kept.stamp == stored.stamp:
            self._drafts.save(preset_id, kept.values, kept.secrets, saved.stamp)
        return saved

    def rename(self, preset_id: str, name: str) -> Stored:
        return self.describe(preset_id, name=name)

    def duplicate(self, preset_id: str, name: str) -> Stored:
        """A second one under another name, with the secrets of the first."""
        stored = self.folder.read(preset_id)
        preset = replace(stored.preset, id=self.folder.free_id(), name=name)
        return self._save_as_read(stored, preset, None)

    def delete(self, preset_id: str) -> Deleted:
        """Its secrets and unsaved edits stay until the trash is emptied, so that restore() brings them back."""
        return self.folder.delete(preset_id)

    def restore(self, deleted: Deleted) -> Stored:
        return self.folder.restore(deleted)

    def deleted(self) -> list[Deleted]:
        """What can be brought back, the last deleted first."""
        return self.folder.trash.all()

    def empty_trash(self, older_than: float = _MONTH) -> None:
        """Give up for good what was deleted that many seconds ago, its secrets too."""
        for deleted in self.folder.trash.all():
            if time.time() - deleted.at < older_than:
                continue
            if not self.folder.has(deleted.id):
                self._forget(deleted.id, _SECRETS)
                self._drafts.forget(deleted.id)
            self.folder.trash.forget(deleted)

    # which

    def starters(self) -> list[Stored]:
        """Those that come with the program; saving one makes a new preset."""
        return [parse(read_content(path), path) for path in sorted(self._starters.glob("*.json"))]

    def find(self, name_or_file: str) -> Stored:
        """By id, by name or by path, for the command line. Raises PresetError when none or several are meant."""
        self.folder.scan()
        if self.folder.has(name_or_file):
            return self.folder.read(name_or_file)
        named = self.folder.named(name_or_file)
        if len(named) == 1:
            return self.folder.read(named[0].id)
        if named:
            raise PresetError(_several(name_or_file, named))
        if Path(name_or_file).is_file():
            return self.folder.read_file(Path(name_or_file))
        for starter in self.starters():
            if starter.preset.name.casefold() == name_or_file.casefold():
                return starter
        raise PresetError(
            Words("There is no preset and no file named {name}. The presets are in {folder}.",
                  name=name_or_file, folder=self.folder.folder)
        )

    def differences(self, mine: Draft, slots: Mapping[str, str], theirs: Stored) -> list[Difference]:
        """What the form says and the file does not, in the order of the form; secrets by where they are kept."""
        other = read_values(theirs.preset.values, theirs.preset.secrets).draft
        found = []
        for form_field in FIELDS:
            if form_field.secret:
                sides = (_place(slots, form_field.key), _place(theirs.preset.secrets, form_field.key))
            else:
                sides = (said(form_field, value(mine, form_field.key)), said(form_field, value(other, form_field.key)))
                if value(mine, form_field.key) == value(other, form_field.key):
                    continue
            if sides[0] != sides[1] or not form_field.secret:
                found.append(Difference(form_field.key, Words(form_field.label), *sides))
        return found

    # inside

    def _stored(self, preset_id: str) -> tuple[Stored | None, tuple[Words, ...]]:
        if not preset_id:
            return None, ()
        try:
            return self.folder.read(preset_id), ()
        except PresetError as error:
            if self._drafts.read(preset_id) is None:
                raise
            return None, (Words("{why} What you had not saved is here.", why=error.words),)

    def _save_as_read(self, stored: Stored, preset: Preset, stamp: str | None) -> Stored:
        """Save what the file says under other particulars; secrets in clear leave it for the keyring."""
        opened = self.open_file(stored)
        secrets = {key: found for key in _SECRETS if (found := _secret(opened.draft, key))} | dict(opened.misplaced)
        slots = _all_slots(preset.secrets, opened.draft, opened.misplaced, preset.secrets)
        draft = {key: found for key, found in opened.draft.items() if key not in _SECRETS}
        preset = replace(preset, values=written_values(draft, preset.values), secrets=slots)
        return self._save(preset, stamp, {key: found for key, found in secrets.items() if key in slots})

    def _save(self, preset: Preset, stamp: str | None, secrets: Mapping[str, str]) -> Stored:
        """The secrets first: a file that says "keyring" must not be there before. Taken back if the file fails."""
        held = self._in_vault.get(preset.id, {})
        wanted = {key: found for key, found in secrets.items() if preset.secrets[key] == "keyring"}
        new = {key: found for key, found in wanted.items() if held.get(key) != found}
        try:
            self._patiently(lambda: [self._vault.write(_entry(preset.id, key), found) for key, found in new.items()])
            saved = self.folder.save(preset, stamp)
        except BaseException:
            self._take_back(preset.id, new, held)
            raise
        dropped = [key for key in held if preset.secrets.get(key) != "keyring"]
        self._forget(preset.id, dropped)
        self._in_vault[preset.id] = {key: held[key] for key in held if key not in dropped} | wanted
        self._typed[preset.id] = dict(secrets)
        self._base[preset.id] = saved
        return saved

    def _forget(self, preset_id: str, keys: Sequence[str]) -> None:
        self._patiently(lambda: [self._vault.forget(_entry(preset_id, key)) for key in keys])

    def _take_back(self, preset_id: str, new: Mapping[str, str], held: Mapping[str, str]) -> None:
        def put_back() -> None:
            for key in new:
                if key in held:
                    self._vault.write(_entry(preset_id, key), held[key])
                elif not self.folder.has(preset_id):
                    self._vault.forget(_entry(preset_id, key))

        self._patiently(put_back)

    def _found_secrets(self, preset_id: str, slots: Mapping[str, str]) -> dict[str, str]:
        """From the keyring, unless another was typed in this run."""
        typed = self._typed.get(preset_id, {})
        wanted = [key for key, slot in slots.items() if slot == "keyring" and key in _SECRETS]
        found: dict[str, str] = {}

        def ask() -> None:
            for key in wanted:
                if secret := self._vault.read(_entry(preset_id, key)):
                    found[key] = secret

        self._patiently(ask)
        self._in_vault[preset_id] = dict(found)
        return self._in_vault[preset_id] | {key: typed[key] for key in typed}

    def _patiently(self, ask: Callable[[], object]) -> None:
        """Ask the keyring, but do not wait for ever while its prompt is open; what was begun goes on."""
        failed: list[BaseException] = []

        def run() -> None:
            try:
                ask()
            except BaseException as error:
                failed.append(error)

        thread = threading.Thread(target=run, daemon=True, name="keyring")
        thread.start()
        thread.join(_PATIENCE)
        if failed:
            raise failed[0]


def _entry(preset_id: str, key: str) -> str:
    return f"preset {preset_id} {key}"


def _secret(draft: Draft, key: str) -> str:
    found = value(draft, key)
    return found if isinstance(found, str) else ""


def _known(slots: Mapping[str, str]) -> dict[str, str]:
    return {key: slot for key, slot in slots.items() if key in _SECRETS}


def _missing(slots: Mapping[str, str], draft: Draft) -> tuple[str, ...]:
    return tuple(key for key, slot in slots.items() if slot == "keyring" and not _secret(draft, key))


def _asked(slots: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(key for key, slot in slots.items() if slot == "ask")


def _with_slots(draft: Draft, slots: Mapping[str, str]) -> Draft:
    """As if each secret with a slot were there: the switches follow from that too."""
    return {**draft, **{key: "there" for key in slots if key in _SECRETS}}


def _all_slots(
    slots: Mapping[str, str], draft: Draft, misplaced: Mapping[str, str], before: Mapping[str, str]
) -> dict[str, str]:
    """A secret that is set and has no slot goes to the keyring; slots that only a newer version knows stay."""
    unknown = {key: slot for key, slot in before.items() if key not in BY_KEY}
    unslotted = {key: "keyring" for key in _SECRETS if _secret(draft, key) or key in misplaced}
    return unknown | unslotted | dict(slots)


def _place(slots: Mapping[str, str], key: str) -> Words:
    places = {"keyring": Words("in the keyring"), "ask": Words("asked for at launch")}
    return places.get(slots.get(key, ""), Words("not set"))


def _no_secret(key: str) -> Words:
    return Words("The secret “{key}” was left out: the form has no such setting.", key=key)


def _several(name: str, named: Sequence[Listed]) -> Words:
    return Words("{count} presets are named {name}. Give one of their files instead: {files}.",
                 count=len(named), name=name, files=", ".join(listed.path.name for listed in named))

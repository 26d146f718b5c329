"""Presets that come from elsewhere, and go there: files, folders, a pasted command or request.

What comes never overwrites what is here: it becomes a new preset, and where it seems to be one that is here, the
operator may put it in its place. What goes holds no secret, whatever somebody wrote into a file by hand.
Methods may block for the disk and the keyring, and raise StoreError where the folder of presets cannot be used.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from akool_desktop.desk.catalogue import Catalogue
from akool_desktop.desk.preset_files import Opened
from akool_desktop.desk.preset_secrets import SECRETS, known
from akool_desktop.desk.presets import PresetDesk
from akool_desktop.session.bodies import documents
from akool_desktop.session.fields import BY_KEY, FIELDS
from akool_desktop.session.pasted import NothingPasted, Pasted, read_pasted
from akool_desktop.session.refusals import gives_access
from akool_desktop.session.rules import flat, holds, value, visible
from akool_desktop.session.values import read_values, written_values
from akool_desktop.store.files import NOT_READ, SHARED, StoreError, about, write_whole
from akool_desktop.store.preset_file import Preset, PresetError, Stored, compose, parse, read_content
from akool_desktop.store.preset_names import file_name, is_preset, same
from akool_desktop.store.redaction import is_secret
from akool_desktop.store.vault import VaultError
from akool_desktop.words import Words

_PASTED = Path("Pasted")
_BIGGEST = 50_000_000  # bytes: many thousands of presets in one file, as export makes it


@dataclass(frozen=True)
class Imported:
    """What became of one preset. ``stored`` is it as it is kept now, None where nothing could be kept.

    ``instead``: it as it came, where it may take the place of the one here of the same id. ``missing``: keys of
    secrets that this computer's keyring should hold and does not. ``said``: what else is to be known.
    """

    words: Words
    stored: Stored | None = None
    instead: Stored | None = None
    missing: tuple[str, ...] = ()
    said: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Missing:
    """What a preset names and this computer or account does not have; ``key`` is the field to mend it in."""

    key: str
    words: Words


class Transfer:
    def __init__(self, desk: PresetDesk) -> None:
        self._desk = desk

    # in

    def import_files(self, paths: Sequence[Path]) -> list[Imported]:
        """One result or several for each file; those of a folder are its presets. One bad file stops no other."""
        self._desk.folder.scan()
        return [result for path in paths for file in _files(path) for result in self._import_file(file)]

    def import_text(self, text: str) -> list[Imported]:
        """What was pasted or dropped: presets, or requests, each of which becomes one."""
        self._desk.folder.scan()
        return self._import_text(text, _PASTED)

    def _import_file(self, path: Path) -> list[Imported]:
        try:
            content = read_content(path, _BIGGEST)
            text = content.decode(json.detect_encoding(content))
        except PresetError as error:
            return [Imported(error.words)]
        except UnicodeDecodeError:
            return [Imported(Words("{file}: its letters cannot be read. Save it as UTF-8 and import it again.",
                                   file=path.name))]
        return self._import_text(text, path)

    def _import_text(self, text: str, path: Path) -> list[Imported]:
        """Half a file brings what is whole in it, and says where it breaks off."""
        try:
            read = documents(text)
            broken = [_broken_off(path, *read.fault)] if read.fault else []
            if presets := list(_presets_in(read.found)):
                return [self._import_document(document, path) for document in presets] + broken
            return [self._take_in(_stored(pasted, path)) for pasted in read_pasted(text)]
        except RecursionError:
            return [Imported(Words("{file}: it is nested too deep for a preset.", file=path.name))]
        except NothingPasted as nothing:
            why = nothing.words if text.strip() else Words("there is nothing in it.")  # and nobody has pasted it
            return broken or [Imported(Words("{file}: {why}", file=path.name, why=why))]

    def _import_document(self, document: Mapping[str, object], path: Path) -> Imported:
        try:
            return self._take_in(parse(json.dumps(document).encode(), path))
        except PresetError as error:
            return Imported(error.words)

    def _take_in(self, came: Stored) -> Imported:
        preset = came.preset
        twin = self._twin(preset.id)
        if twin and _alike(twin.preset, preset):
            return Imported(Words("{name} is here already, just as it came.", name=preset.name), twin)
        name = self._free_name(preset.name)
        try:
            stored = self._desk.take_in(came, name)
        except (StoreError, VaultError) as error:
            words = error.words if isinstance(error, StoreError) else error.card.happened
            return Imported(Words("{name} could not be imported: {why}", name=preset.name, why=words))
        opened = self._desk.open_file(stored)
        return Imported(_saved(preset.name, name, twin), stored, came if twin else None, opened.missing, _said(came))

    def replace(self, imported: Imported) -> Stored:
        """Put what came in the place of the one here; the copy that was made of it goes."""
        assert imported.instead
        saved = self._desk.take_over(imported.instead)
        if imported.stored:
            self._desk.delete(imported.stored.preset.id)
        return saved

    def _twin(self, preset_id: str) -> Stored | None:
        try:
            return self._desk.folder.read(preset_id) if self._desk.folder.has(preset_id) else None
        except PresetError:
            return None

    def _free_name(self, name: str) -> str:
        found, number = name, 1
        while self._desk.folder.named(found):
            number += 1
            found = f"{name} {number}"
        return found

    # out

    def export_folder(self, ids: Sequence[str], folder: Path) -> Words:
        """A file for each into a folder, over no other. Raises StoreError."""
        presets = [self._bare(preset_id) for preset_id in ids]
        try:
            taken = {same(entry.name) for entry in folder.iterdir()} if folder.is_dir() else set()
        except OSError as error:
            raise StoreError(about(NOT_READ, folder, error)) from error
        for preset in presets:
            file = file_name(preset.name, taken)
            taken.add(same(file))
            write_whole(folder / file, compose(preset).decode(), SHARED)
        return _exported(len(presets), folder)

    def export_file(self, ids: Sequence[str], path: Path) -> Words:
        """All into one file: a preset like any other, or a list of them. Raises StoreError."""
        presets = [self._bare(preset_id) for preset_id in ids]
        if len(presets) == 1:
            text = compose(presets[0]).decode()
        else:
            listed = [json.loads(compose(preset)) for preset in presets]
            text = json.dumps({"version": 1, "presets": listed}, indent=2, ensure_ascii=False) + "\n"
        write_whole(path, text, SHARED)
        return _exported(len(presets), path)

    def _bare(self, preset_id: str) -> Preset:
        """The preset without anything that may be a secret, wherever it stands."""
        preset = self._desk.folder.read(preset_id).preset
        values = {key: found for key, found in flat(preset.values) if not _may_be_secret(key, found)}
        return replace(preset, values=values, other={}, secrets=known(preset.secrets))


def missing_here(opened: Opened, catalogue: Catalogue) -> list[Missing]:
    """What the preset names and is not here: secrets, and what the account's lists, as far as read, do not hold."""
    found = [
        Missing(key, Words("{field} is not in this computer's keyring. Enter it once; saving keeps it.",
                           field=Words(BY_KEY[key].label)))
        for key in opened.missing
    ]  # fmt: skip
    shown = visible(opened.draft)
    for field in FIELDS:
        wanted, listed = value(opened.draft, field.key), catalogue.lists.get(field.list_of)
        is_looked_up = field.key in shown and isinstance(wanted, str) and holds(opened.draft, field.listed)
        if listed and is_looked_up and not catalogue.find(field.list_of, wanted):
            words = Words("{field} {id} is not in the account's list.", field=Words(field.label), id=wanted)
            found.append(Missing(field.key, words))
    return found


# how


def _broken_off(path: Path, line: int, column: int) -> Imported:
    why = Words("The JSON cannot be read from line {line}, column {column} on.", line=line, column=column)
    return Imported(Words("{file}: {why}", file=path.name, why=why))


def _files(path: Path) -> list[Path]:
    try:
        return sorted(file for file in path.iterdir() if is_preset(file.name)) if path.is_dir() else [path]
    except OSError:
        return [path]  # reading it will say why


def _presets_in(found: Sequence[object]) -> Iterator[Mapping[str, object]]:
    """Presets that stand by themselves, in a list, or in the one file that export makes of several."""
    for document in found:
        if isinstance(document, list):
            yield from _presets_in(document)
        elif isinstance(document, Mapping):
            if isinstance(document.get("values"), Mapping):
                yield document
            elif isinstance(listed := document.get("presets"), list):
                yield from _presets_in(listed)


def _stored(pasted: Pasted, path: Path) -> Stored:
    """A request as a preset: its secrets stand where those of a file stand that was written by hand."""
    name = pasted.name or str(value(pasted.draft, "avatar_id") or path.stem)
    values = written_values(pasted.draft, [*pasted.secrets])
    return Stored(Preset("", name, values), path, "", pasted.left_out, pasted.secrets)


def _alike(here: Preset, came: Preset) -> bool:
    """Whether they mean the same, written down one way or another."""
    parts = ("name", "note", "tags", "colour", "other")
    filled = [read_values(preset.values, preset.secrets) for preset in (here, came)]
    return (
        all(getattr(here, part) == getattr(came, part) for part in parts)
        and all(value(filled[0].draft, field.key) == value(filled[1].draft, field.key) for field in FIELDS)
        and (known(here.secrets), filled[0].left_out) == (known(came.secrets), filled[1].left_out)
    )


def _saved(name: str, kept_as: str, twin: Stored | None) -> Words:
    if twin:
        return Words("{name} is here already and says something else. What came is {kept}.", name=name, kept=kept_as)
    if kept_as != name:
        return Words("{name} imported as {kept}: there is another preset of that name.", name=name, kept=kept_as)
    return Words("{name} imported.", name=name)


def _said(came: Stored) -> tuple[Words, ...]:
    """What was left out. A secret in clear was not: it is in the keyring by now."""
    values = {key: found for key, found in came.preset.values.items() if key not in SECRETS}
    left_out = [words for words in came.left_out if words.values.get("key") not in came.misplaced]
    moved = len(values) < len(came.preset.values) or came.misplaced.keys() & set(SECRETS)
    said = (Words("A secret stood in it in clear; it is kept apart from the file now."),) if moved else ()
    return (*said, *left_out, *read_values(values, came.preset.secrets).left_out)


def _may_be_secret(key: str, found: object) -> bool:
    """A secret field, a link with a login, or what no field is called and sounds like a secret."""
    field = BY_KEY.get(key)
    if field is None:
        return is_secret(key) or isinstance(found, Mapping | list)
    return field.secret or (field.kind == "url" and isinstance(found, str) and gives_access(field, found))


def _exported(count: int, place: Path) -> Words:
    template = "1 preset exported to {place}." if count == 1 else "{count} presets exported to {place}."
    return Words(
        "{exported} No secret is in it: whoever imports it enters their own.",
        exported=Words(template, count=count, place=place),
    )

"""The secrets of presets are in the keyring and in no file, whatever happens while they are kept."""

import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from keyrings import Shelf
from presetting import ASK, DRAFT, KEY, KEYRING, TOKEN, desk_in

from akool_desktop.desk import preset_secrets
from akool_desktop.desk.presets import PresetDesk
from akool_desktop.session.fields import FIELDS, Value
from akool_desktop.store.files import StoreError
from akool_desktop.store.keyrings import NOT_UNLOCKED
from akool_desktop.store.presets import ChangedElsewhere
from akool_desktop.store.vault import IN_KEYRING, WAITING

Draft = dict[str, Value]
Written = Callable[[str], list[Path]]


@pytest.fixture
def desk(tmp_path: Path, shelf: Shelf) -> Iterator[PresetDesk]:
    assert shelf.entries == {}
    opened = desk_in(tmp_path)
    yield opened
    opened.folder.close()


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """The files below tmp_path that hold a text."""

    def search(text: str) -> list[Path]:
        return [path for path in tmp_path.rglob("*") if path.is_file() and text.encode() in path.read_bytes()]

    return search


def by_hand(desk: PresetDesk, document: dict[str, object]) -> None:
    desk.folder.folder.mkdir(exist_ok=True)
    (desk.folder.folder / "hand.json").write_text(json.dumps(document))
    desk.folder.scan()


def test_every_secret_is_in_the_keyring_and_in_no_file(desk: PresetDesk, shelf: Shelf, written: Written) -> None:
    keys = [field.key for field in FIELDS if field.secret]
    draft: Draft = {key: f"planted-{number}-e1" for number, key in enumerate(keys)}
    saved = desk.save(None, "All", draft, {})
    assert shelf.entries == {f"preset {saved.preset.id} {key}": draft[key] for key in keys}
    assert saved.preset.secrets == dict.fromkeys(keys, "keyring")
    desk.keep_draft(saved.preset.id, {**draft, "language": "de", keys[0]: "planted-edited"}, saved.preset.secrets)
    desk.keep_draft("", draft, {})
    desk.duplicate(saved.preset.id, "Copy")
    desk.describe(saved.preset.id, name="Renamed")
    desk.restore(desk.delete(saved.preset.id))
    opened = desk.open(saved.preset.id)
    assert "planted" not in repr((saved, opened, desk.deleted(), desk.folder.search()))
    assert written("planted") == []
    assert len(written("Renamed")) >= 2


def test_a_secret_that_is_asked_for_is_kept_nowhere_but_in_this_run(desk: PresetDesk, shelf: Shelf, tmp_path: Path,
                                                                    written: Written) -> None:
    saved = desk.save(None, "Booth", DRAFT, ASK)
    assert shelf.entries == {}
    assert written(TOKEN) == []
    assert (desk.open(saved.preset.id).draft[KEY], desk.open(saved.preset.id).changed) == (TOKEN, False)
    opened = desk_in(tmp_path).open(saved.preset.id)
    assert (opened.asked, opened.missing, KEY in opened.draft) == ((KEY,), (), False)


def test_what_the_keyring_of_this_computer_does_not_hold_is_missing(desk: PresetDesk, shelf: Shelf) -> None:
    saved = desk.save(None, "Booth", DRAFT, KEYRING)
    assert desk.secrets.where(saved.preset.id, KEY) == IN_KEYRING
    shelf.entries.clear()
    desk.forget_draft(saved.preset.id)
    opened = desk.open(saved.preset.id)
    assert (opened.missing, opened.changed) == ((KEY,), False)
    desk.save(opened.stored, "Booth", {**opened.draft, KEY: "planted-again"}, opened.secrets)
    assert list(shelf.entries.values()) == ["planted-again"]


@pytest.mark.parametrize("slots", [ASK, {}], ids=["asked for instead", "taken away"])
def test_a_secret_without_its_slot_leaves_the_keyring(slots: dict[str, str], desk: PresetDesk, shelf: Shelf) -> None:
    saved = desk.save(None, "Booth", DRAFT, KEYRING)
    draft = {key: found for key, found in desk.open(saved.preset.id).draft.items() if slots or key != KEY}
    desk.save(saved, "Booth", draft, slots)
    assert shelf.entries == {}


def test_a_secret_that_was_cleared_leaves_the_keyring_too(desk: PresetDesk, shelf: Shelf) -> None:
    saved = desk.save(None, "Booth", DRAFT, KEYRING)
    desk.keep_draft(saved.preset.id, {**DRAFT, KEY: ""}, KEYRING)
    opened = desk.open(saved.preset.id)
    assert (opened.changed, opened.missing) == (True, (KEY,))
    desk.save(saved, "Booth", opened.draft, KEYRING)
    assert shelf.entries == {}


def test_a_slot_that_was_changed_and_left_unsaved_for_a_while(desk: PresetDesk, shelf: Shelf, tmp_path: Path) -> None:
    saved = desk.save(None, "Booth", DRAFT, KEYRING)
    desk.keep_draft(saved.preset.id, DRAFT, ASK)
    later = desk_in(tmp_path)
    opened = later.open(saved.preset.id)
    assert (opened.changed, opened.asked, KEY in opened.draft) == (True, (KEY,), False)
    later.save(opened.stored, "Booth", opened.draft, opened.secrets)
    assert shelf.entries == {}


# a secret that somebody wrote into the file


CLEAR: dict[str, dict[str, object]] = {
    "among the values": {"values": {"language": "en", KEY: TOKEN}},
    "in place of its slot": {"values": {"language": "en"}, "secrets": {KEY: TOKEN}},
    "nested": {"values": {"language": "en", "credentials": {"livekit_token": TOKEN}}},
    "beside its slot": {"values": {"language": "en", KEY: TOKEN}, "secrets": KEYRING},
}


@pytest.mark.parametrize("document", CLEAR.values(), ids=CLEAR.keys())
def test_a_secret_in_clear_is_said_offered_and_not_used(
    document: dict[str, object], desk: PresetDesk, written: Written
) -> None:
    by_hand(desk, {"id": "x", **document})
    opened = desk.open("x")
    assert KEY not in opened.draft
    assert opened.misplaced == {KEY: TOKEN}
    assert any(KEY in str(words) or "LiveKit token" in str(words) for words in opened.left_out)
    assert TOKEN not in repr(opened)
    desk.keep_draft("x", {**opened.draft, "language": "de"}, opened.secrets)
    assert desk.open("x").changed
    assert [path.name for path in written(TOKEN)] == ["hand.json"]


@pytest.mark.parametrize("how", ["move", "save", "rename", "duplicate and save"])
@pytest.mark.parametrize("document", CLEAR.values(), ids=CLEAR.keys())
def test_it_leaves_the_file_for_the_keyring_and_is_never_written_back(
    document: dict[str, object], how: str, desk: PresetDesk, shelf: Shelf, written: Written
) -> None:
    by_hand(desk, {"id": "x", **document})
    if how == "duplicate and save":
        copy = desk.duplicate("x", "Copy")
        assert shelf.entries == {f"preset {copy.preset.id} {KEY}": TOKEN}
        assert len(written(TOKEN)) == 1
        shelf.entries.clear()
    opened = desk.open("x")
    if how == "move":
        desk.move_secrets("x")
    elif how == "rename":
        desk.describe("x", name="y")
    else:
        desk.save(opened.stored, "x", opened.draft, opened.secrets)
    assert shelf.entries == {f"preset x {KEY}": TOKEN}
    assert written(TOKEN) == []
    again = desk.open("x")
    assert (again.draft[KEY], again.secrets, again.misplaced, again.changed) == (TOKEN, KEYRING, {}, False)


# deleting, copying


def test_undo_brings_the_secret_back_until_the_trash_is_emptied(desk: PresetDesk, shelf: Shelf, tmp_path: Path) -> None:
    saved = desk.save(None, "Booth", DRAFT, KEYRING)
    desk.delete(saved.preset.id)
    later = desk_in(tmp_path)
    later.empty_trash()
    assert later.restore(later.deleted()[0]) == saved
    assert later.open(saved.preset.id).draft[KEY] == TOKEN
    later.delete(saved.preset.id)
    later.empty_trash(older_than=0)
    assert (shelf.entries, later.deleted()) == ({}, [])
    assert list((tmp_path / "data" / "deleted presets").iterdir()) == []


def test_emptying_the_trash_spares_a_preset_that_is_there_again(desk: PresetDesk, shelf: Shelf) -> None:
    saved = desk.save(None, "Booth", DRAFT, KEYRING)
    content = saved.path.read_bytes()
    desk.delete(saved.preset.id)
    saved.path.write_bytes(content)
    desk.folder.scan()
    desk.empty_trash(older_than=0)
    assert desk.deleted() == []
    assert len(shelf.entries) == 1


def test_a_copy_has_a_secret_of_its_own(desk: PresetDesk, shelf: Shelf) -> None:
    saved = desk.save(None, "Booth", DRAFT, KEYRING)
    desk.keep_draft(saved.preset.id, {**DRAFT, KEY: "planted-unsaved"}, KEYRING)
    copy = desk.duplicate(saved.preset.id, "Second")
    assert desk.open(copy.preset.id).draft[KEY] == TOKEN
    desk.save(copy, "Second", {**DRAFT, KEY: "planted-second"}, KEYRING)
    assert shelf.entries[f"preset {saved.preset.id} {KEY}"] == TOKEN


def test_a_file_that_was_copied_by_hand_does_not_get_the_secret_of_the_first(desk: PresetDesk) -> None:
    saved = desk.save(None, "Booth", DRAFT, KEYRING)
    copy = saved.path.with_name("Booth copy.json")
    copy.write_bytes(saved.path.read_bytes())
    [other] = [found.id for found in (desk.folder.scan() and desk.folder.search()) or () if found.path == copy]
    opened = desk.open(other)
    assert opened.missing == (KEY,)
    assert KEY not in opened.draft


# when something fails


def test_if_the_file_cannot_be_saved_the_keyring_is_as_before(
    desk: PresetDesk, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = desk.save(None, "Booth", DRAFT, KEYRING)
    before = dict(shelf.entries)
    changed: Draft = {**DRAFT, KEY: "planted-lost"}

    def full(*_: object) -> None:
        raise StoreError("full")  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(desk.folder, "save", full)
        for stored, name in ((saved, "Booth"), (None, "New")):
            with pytest.raises(StoreError):
                desk.save(stored, name, changed, KEYRING)
            assert shelf.entries == before
    saved.path.write_text('{"values": {}}')
    with pytest.raises(ChangedElsewhere):
        desk.save(saved, "Booth", changed, KEYRING)
    assert shelf.entries == before


def test_a_keyring_behind_its_prompt_holds_up_neither_opening_nor_saving(
    desk: PresetDesk, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preset_secrets, "_PATIENCE", 1.5)
    preset_id = desk.save(None, "Booth", DRAFT, KEYRING).preset.id
    locked = desk_in(tmp_path)
    shelf.open.clear()
    opened = locked.open(preset_id)
    assert (opened.missing, KEY in opened.draft, opened.draft["room"]) == ((KEY,), False, "own")
    assert WAITING in opened.left_out
    monkeypatch.setattr(preset_secrets, "_PATIENCE", 60)
    began = time.monotonic()
    locked.open(preset_id)
    assert time.monotonic() - began < 30, "the operator knows by now, and is not made to wait again"
    assert not locked.is_changed(opened.stored, opened.draft, opened.secrets)
    saved = locked.save(opened.stored, "Booth", {**opened.draft, "language": "de"}, opened.secrets)
    assert saved.preset.values["language"] == "de"
    shelf.open.set()
    assert locked.secrets.find(preset_id, KEYRING) == {KEY: TOKEN}
    assert shelf.entries == {f"preset {preset_id} {KEY}": TOKEN}


def test_a_keyring_that_was_not_unlocked_loses_no_secret(desk: PresetDesk, shelf: Shelf, tmp_path: Path) -> None:
    """The form shows the field empty, and saving it so takes nothing away."""
    saved = desk.save(None, "Booth", DRAFT, KEYRING)
    locked = desk_in(tmp_path)
    locked.secrets._vault.use_this_run()
    opened = locked.open(saved.preset.id)
    assert opened.missing == (KEY,)
    stored = locked.save(opened.stored, "Booth", opened.draft, opened.secrets)
    locked.save(stored, "Booth", {**opened.draft, KEY: "planted-new"}, KEYRING)
    assert locked.secrets.where(saved.preset.id, KEY) == NOT_UNLOCKED
    assert shelf.entries == {f"preset {saved.preset.id} {KEY}": TOKEN}
    locked.secrets._vault.retry()
    assert shelf.entries == {f"preset {saved.preset.id} {KEY}": "planted-new"}


@pytest.mark.skipif(os.environ.get("AKOOL_TEST_KEYRING") != "1", reason="no throw-away Secret Service")
def test_on_a_real_secret_service(tmp_path: Path, written: Written) -> None:
    desk, later = desk_in(tmp_path), desk_in(tmp_path)
    saved = desk.save(None, "Booth", DRAFT, KEYRING)
    assert desk.secrets.where(saved.preset.id, KEY) == IN_KEYRING
    assert later.open(saved.preset.id).draft[KEY] == TOKEN
    later.delete(saved.preset.id)
    later.empty_trash(older_than=0)
    assert desk.secrets.find(saved.preset.id, KEYRING) == {}
    assert written(TOKEN) == []

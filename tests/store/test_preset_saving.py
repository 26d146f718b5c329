"""Presets saved, deleted and brought back, where other programs and other computers write too."""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from presetting import by_hand, preset

from akool_desktop.store.files import StoreError
from akool_desktop.store.presets import ChangedElsewhere, Preset, PresetError, PresetFolder

links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")


# saving


def test_a_new_preset_never_takes_the_place_of_another(folder: PresetFolder, place: Path) -> None:
    by_hand(place, "booth.JSON", "not ours")
    first, second = folder.save(preset(), None), folder.save(preset(), None)
    assert [first.path.name, second.path.name] == ["Booth 2.json", "Booth 3.json"]
    assert folder.save(first.preset, None).preset.id not in ("", first.preset.id)
    assert (place / "booth.JSON").read_text() == "not ours"


@pytest.mark.parametrize("name", ["CON", "a/b", "../up", "🎤", "x" * 300, "dots...", "Gru\u0308n", "\0", "\ud83d"])
def test_any_name_is_kept_in_the_file(name: str, folder: PresetFolder, place: Path) -> None:
    saved = folder.save(preset(name), None)
    assert saved.path.parent == place
    assert folder.read(saved.preset.id).preset.name == name
    assert json.loads(saved.path.read_text("utf-8"))["name"] == name
    assert len(folder.search()) == 1


def test_the_file_keeps_its_name_and_what_only_a_newer_version_knows(folder: PresetFolder, place: Path) -> None:
    by_hand(place, "old name.json", {"version": 9, "id": "p", "values": {"future": [1]}, "schedule": {"daily": True}})
    folder.scan()
    stored = folder.read("p")
    saved = folder.save(replace(stored.preset, name="New name"), stored.stamp)
    assert saved.path == place / "old name.json"
    assert json.loads(saved.path.read_text()) == {
        "version": 9, "id": "p", "name": "New name", "values": {"future": [1]}, "schedule": {"daily": True},
    }  # fmt: skip


def test_what_another_program_wrote_stays_and_is_handed_over(folder: PresetFolder, place: Path) -> None:
    mine = folder.save(preset(), None)
    other = by_hand(place, "Booth.json", {"id": mine.preset.id, "name": "Theirs", "values": {"avatar_id": "b"}})
    content = other.read_bytes()
    with pytest.raises(ChangedElsewhere) as changed:
        folder.save(replace(mine.preset, name="Mine"), mine.stamp)
    theirs = changed.value.theirs
    assert theirs is not None
    assert theirs.preset == Preset(mine.preset.id, "Theirs", {"avatar_id": "b"})
    assert str(changed.value.words) == "Mine was changed by another program meanwhile. Nothing was saved."
    assert other.read_bytes() == content
    assert set(os.listdir(place)) <= {".presets.lock", "Booth.json"}
    assert folder.save(replace(mine.preset, name="Mine"), theirs.stamp).preset.name == "Mine"


def test_a_change_in_the_last_moment_is_seen(folder: PresetFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = folder.save(preset(), None)
    fsync = os.fsync

    def others_write(handle: int) -> None:
        mine.path.write_text('{"values": {}, "name": "Theirs"}')
        fsync(handle)

    monkeypatch.setattr(os, "fsync", others_write)
    with pytest.raises(ChangedElsewhere):
        folder.save(replace(mine.preset, name="Mine"), mine.stamp)
    assert json.loads(mine.path.read_text())["name"] == "Theirs"


def test_one_that_was_deleted_elsewhere_can_be_saved_anew(folder: PresetFolder) -> None:
    mine = folder.save(preset(), None)
    mine.path.unlink()
    with pytest.raises(ChangedElsewhere) as changed:
        folder.save(mine.preset, mine.stamp)
    assert changed.value.theirs is None
    assert str(changed.value.words) == "Booth was deleted by another program meanwhile. Nothing was saved."
    folder.scan()
    with pytest.raises(ChangedElsewhere):
        folder.save(mine.preset, mine.stamp)
    assert folder.save(mine.preset, None).preset == mine.preset


def test_one_that_was_moved_by_hand_is_saved_and_deleted_where_it_is(folder: PresetFolder, place: Path) -> None:
    mine = folder.save(preset(), None)
    mine.path.rename(place / "Elsewhere.json")
    by_hand(place, "Booth.json", {"id": "another", "values": {}})
    saved = folder.save(replace(mine.preset, note="n"), mine.stamp)
    assert saved.path == place / "Elsewhere.json"
    folder.delete(mine.preset.id)
    assert set(os.listdir(place)) <= {"Booth.json", ".presets.lock"}


def test_a_number_that_json_does_not_have_is_refused(folder: PresetFolder, place: Path) -> None:
    with pytest.raises(PresetError) as refused:
        folder.save(preset(values={"a": float("inf")}), None)
    assert str(refused.value.words) == "Booth holds a number that no file can keep."
    assert not place.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no such rights there")
def test_what_could_not_be_read_again_is_not_written(folder: PresetFolder, place: Path) -> None:
    saved = folder.save(preset(), None)
    for stored, stamp in ((preset("Other"), None), (saved.preset, saved.stamp)):
        with pytest.raises(PresetError, match="larger than a preset's file may be"):
            folder.save(replace(stored, note="n" * 1_000_000), stamp)
    assert [path.name for path in place.glob("*.json")] == ["Booth.json"]
    assert folder.read(saved.preset.id) == saved


@pytest.mark.skipif(sys.platform == "win32", reason="rights of another kind")
def test_others_may_read_what_is_saved_and_rights_stay(folder: PresetFolder) -> None:
    before = os.umask(0o022)
    try:
        saved = folder.save(preset(), None)
        assert saved.path.stat().st_mode & 0o777 == 0o644
        saved.path.chmod(0o664)
        folder.save(replace(saved.preset, note="n"), saved.stamp)
        assert saved.path.stat().st_mode & 0o777 == 0o664
    finally:
        os.umask(before)


def test_a_list_that_cannot_be_written_does_not_undo_what_was_saved(
    folder: PresetFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreError("full")  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(folder._index, "put", full)
        saved = folder.save(preset(), None)
    assert folder.search() == []
    folder.scan()
    assert folder.read(saved.preset.id) == saved


# links


@links
def test_a_link_to_a_file_elsewhere_is_written_through(folder: PresetFolder, place: Path, tmp_path: Path) -> None:
    target = by_hand(tmp_path, "in a repository.json", {"id": "linked", "values": {}})
    place.mkdir()
    (place / "link.json").symlink_to(target)
    folder.scan()
    stored = folder.read("linked")
    folder.save(replace(stored.preset, name="Through"), stored.stamp)
    assert (place / "link.json").is_symlink()
    assert json.loads(target.read_text())["name"] == "Through"
    deleted = folder.delete("linked")
    assert target.exists()
    restored = folder.restore(deleted)
    assert restored is not None
    assert restored.preset.name == "Through"


@links
def test_a_link_within_the_folder_shows_a_file_once(folder: PresetFolder, place: Path) -> None:
    saved = folder.save(preset(), None)
    (place / "also.json").symlink_to(saved.path)
    folder.scan()
    assert len(folder.search()) == 1


@links
def test_a_link_to_nowhere_or_to_itself_is_shown_as_broken(folder: PresetFolder, place: Path, tmp_path: Path) -> None:
    place.mkdir()
    (place / "nowhere.json").symlink_to(tmp_path / "unplugged" / "x.json")
    (place / "itself.json").symlink_to("itself.json")
    assert folder.scan()
    assert all(listed.broken for listed in folder.search())
    assert folder.scan() is False


@links
def test_a_folder_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "share")
    folder = PresetFolder(tmp_path / "link", tmp_path / "data")
    saved = folder.save(preset(), None)
    assert folder.holds(saved)
    assert folder.read_file(tmp_path / "share" / "Booth.json").preset.id == saved.preset.id
    folder.close()


# deleting


def test_what_was_deleted_comes_back_after_a_restart_too(folder: PresetFolder, place: Path, tmp_path: Path) -> None:
    saved = folder.save(preset("Grün 🎤"), None)
    folder.set_favourite(saved.preset.id, True)
    folder.delete(saved.preset.id)
    assert folder.search() == []
    assert not saved.path.exists()
    with pytest.raises(PresetError):
        folder.read(saved.preset.id)
    later = PresetFolder(place, tmp_path / "data")
    [deleted] = later.trash.all()
    assert (deleted.id, deleted.name, deleted.file) == (saved.preset.id, "Grün 🎤", "Grün 🎤.json")
    assert later.restore(deleted) == saved
    assert [listed.favourite for listed in later.search()] == [True]
    assert later.trash.all() == []
    later.close()


def test_nothing_is_written_over_when_it_comes_back(folder: PresetFolder, place: Path) -> None:
    saved = folder.save(preset(), None)
    deleted = folder.delete(saved.preset.id)
    by_hand(place, "BOOTH.json", {"id": saved.preset.id, "values": {}})
    folder.scan()
    back = folder.restore(deleted)
    assert back is not None
    assert back.path.name == "Booth 2.json"
    assert back.preset.id != saved.preset.id
    assert back.path.read_bytes() != (place / "BOOTH.json").read_bytes()


@pytest.mark.parametrize("written", ["{", "{" + " " * 1_000_000], ids=["no JSON", "too large"])
def test_a_broken_file_can_be_deleted_and_comes_back_as_it_was(
    written: str, folder: PresetFolder, place: Path
) -> None:
    by_hand(place, "bad.json", written)
    folder.scan()
    [listed] = folder.search()
    assert folder.restore(folder.delete(listed.id)) is None
    assert (place / "bad.json").read_text() == written
    assert [one.id for one in folder.search()] == [listed.id]

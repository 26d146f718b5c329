"""The folder of presets as the operator, other programs and other computers use it."""

import json
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from presetting import by_hand, names, preset

from akool_desktop.store import preset_scan, presets
from akool_desktop.store.files import StoreError
from akool_desktop.store.presets import PresetError, PresetFolder

# the list


def test_no_folder_is_an_empty_list(folder: PresetFolder, place: Path) -> None:
    assert folder.scan() is False
    assert folder.search() == []
    assert not place.exists()


def test_a_preset_that_was_saved_is_listed_and_read(folder: PresetFolder, place: Path) -> None:
    saved = folder.save(preset(tags=("fair", "Hall 3"), note="The big screen", colour="plum"), None)
    assert saved.path == place / "Booth.json"
    [listed] = folder.search()
    assert (listed.id, listed.name, listed.path) == (saved.preset.id, "Booth", saved.path)
    assert (listed.tags, listed.note, listed.colour) == (("fair", "Hall 3"), "The big screen", "plum")
    assert folder.read(listed.id) == saved
    assert folder.read_file(saved.path) == saved
    assert (folder.count(), folder.tags()) == (1, ["fair", "Hall 3"])


def test_a_name_that_would_turn_its_row_is_listed_without_what_turns_it(folder: PresetFolder) -> None:
    saved = folder.save(preset("Booth \u202e3\u202c"), None)
    assert [listed.name for listed in folder.search()] == ["Booth 3"]
    assert folder.read(saved.preset.id) == saved


def test_every_word_begins_a_word_of_the_name_the_tags_or_the_note(folder: PresetFolder) -> None:
    folder.save(preset("Booth, hall 3"), None)
    folder.save(preset("Café", tags=("Booth",), note="next to hall 4"), None)
    folder.save(preset("🎤 Stage", tags=("🎤",)), None)
    folder.save(preset("x"), None)
    assert names(folder, "booth") == ["Booth, hall 3", "Café"]
    assert names(folder, "HALL bo 3") == ["Booth, hall 3"]
    assert names(folder, "cafe") == ["Café"]
    assert names(folder, "ooth") == []
    assert names(folder, "🎤") == ["🎤 Stage"]
    assert names(folder, "🎤 sta") == ["🎤 Stage"]
    assert names(folder, tag="booth") == ["Café"]
    assert names(folder, "hall", tag="BOOTH") == ["Café"]
    assert (folder.count("hall"), folder.count(tag="booth")) == (2, 1)


@pytest.mark.parametrize("text", ["北京", "展厅", "一号", "号 booth", "厅一", "スター", "展示", "สวัสดี"])
def test_where_no_space_stands_between_words_each_letter_begins_one(folder: PresetFolder, text: str) -> None:
    folder.save(preset("北京展厅一号 Booth", note="ポスター展示 ยินดีสวัสดี"), None)
    folder.save(preset("上海"), None)
    assert names(folder, text) == ["北京展厅一号 Booth"]
    assert names(folder, "厅展") == []


@pytest.mark.parametrize("text", ['"', '"a', "a*", "-a", "a OR b", "(", "name:a", "^a", "'", "\ud83d", "a" * 9000])
def test_whatever_is_typed_into_the_search(text: str, folder: PresetFolder) -> None:
    folder.save(preset("Booth"), None)
    assert names(folder, text) == []


def test_favourites_then_last_use_then_name(folder: PresetFolder) -> None:
    wanted = ("c", "B", "a", "used", "used last", "favourite")
    ids = {name: folder.save(preset(name), None).preset.id for name in wanted}
    folder.note_use(ids["used"])
    folder.note_use(ids["used last"])
    folder.set_favourite(ids["favourite"], True)
    assert names(folder) == ["favourite", "used last", "used", "a", "B", "c"]
    assert [listed.name for listed in folder.search(limit=2, offset=1)] == ["used last", "used"]
    folder.set_favourite(ids["favourite"], False)
    assert names(folder)[-1] == "favourite"


def test_favourites_outlive_the_file_and_the_program(folder: PresetFolder, place: Path, tmp_path: Path) -> None:
    saved = folder.save(preset(), None)
    folder.set_favourite(saved.preset.id, True)
    content = saved.path.read_bytes()
    saved.path.unlink()
    assert folder.scan()
    assert folder.search() == []
    (place / "renamed by hand.json").write_bytes(content)
    again = PresetFolder(place, tmp_path / "data")
    assert again.scan()
    [listed] = again.search()
    assert (listed.id, listed.favourite) == (saved.preset.id, True)
    again.close()


def test_only_files_that_changed_are_read_again(
    folder: PresetFolder, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        os.utime(by_hand(place, f"{number}.json", {"values": {}}), (1000, 1000))
    assert folder.scan()
    read: list[str] = []
    look_at = preset_scan.look_at
    monkeypatch.setattr(preset_scan, "look_at", lambda where, file: read.append(file) or look_at(where, file))  # type: ignore[func-returns-value]
    assert folder.scan() is False
    assert read == []
    os.utime(by_hand(place, "3.json", {"values": {}, "name": "three"}), (2000, 2000))
    assert folder.scan() is True
    assert read == ["3.json"]


def test_a_file_that_changes_twice_within_one_tick_of_its_clock_is_noticed(folder: PresetFolder, place: Path) -> None:
    path = by_hand(place, "a.json", {"name": "one", "values": {}})
    now = time.time()
    os.utime(path, (now, now))
    folder.scan()
    by_hand(place, "a.json", {"name": "two", "values": {}})
    os.utime(path, (now, now))
    assert folder.scan() is True
    assert names(folder) == ["two"]


def test_the_list_of_another_folder_is_another(folder: PresetFolder, tmp_path: Path) -> None:
    saved = folder.save(preset(), None)
    folder.set_favourite(saved.preset.id, True)
    other = PresetFolder(tmp_path / "other", tmp_path / "data")
    assert other.search() == []
    other.close()
    back = PresetFolder(folder.folder, tmp_path / "data")
    back.scan()
    assert [listed.favourite for listed in back.search()] == [True]
    back.close()


# files by hand


def test_one_bad_file_hides_no_other_and_is_never_touched(folder: PresetFolder, place: Path) -> None:
    bad = by_hand(place, "bad.json", '{"values": {')
    by_hand(place, "good.json", {"values": {}})
    folder.scan()
    broken, good = folder.search()
    assert (good.name, good.broken) == ("good", None)
    assert str(broken.broken) == (
        f"{bad} is not a preset: it is not valid JSON, see line 1, column 13. It was left as it is."
    )
    with pytest.raises(PresetError):
        folder.read(broken.id)
    assert bad.read_text() == '{"values": {'


def test_a_preset_that_breaks_is_still_that_preset(folder: PresetFolder) -> None:
    saved = folder.save(preset(note="n"), None)
    folder.set_favourite(saved.preset.id, True)
    content = saved.path.read_bytes()
    saved.path.write_bytes(content[:-9])
    assert folder.scan()
    [listed] = folder.search()
    assert (listed.id, listed.name, listed.favourite, listed.broken is None) == (saved.preset.id, "Booth", True, False)
    with pytest.raises(PresetError):
        folder.save(saved.preset, saved.stamp)
    assert saved.path.read_bytes() == content[:-9]
    saved.path.write_bytes(content)
    assert folder.scan()
    assert folder.read(saved.preset.id) == saved


def test_what_is_no_preset_is_not_listed(folder: PresetFolder, place: Path) -> None:
    for file in (".git.json", "._Booth.json", "notes.txt", ".6f1c.new"):
        by_hand(place, file, {"values": {}})
    (place / "folder.json").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(place / "pipe.json")
    assert folder.scan() is False
    assert folder.search() == []


def test_what_a_killed_program_left_behind_is_swept_up(folder: PresetFolder, place: Path) -> None:
    old, new = by_hand(place, ".aa.new", ""), by_hand(place, ".bb.new", "")
    os.utime(old, (1000, 1000))
    folder.scan()
    assert (old.exists(), new.exists()) == (False, True)


def test_a_file_without_an_id_has_the_same_at_every_start(folder: PresetFolder, place: Path, tmp_path: Path) -> None:
    by_hand(place, "Mine.json", {"values": {}})
    folder.scan()
    [listed] = folder.search()
    elsewhere = PresetFolder(place, tmp_path / "another computer")
    elsewhere.scan()
    assert [other.id for other in elsewhere.search()] == [listed.id]
    elsewhere.close()
    stored = folder.read(listed.id)
    saved = folder.save(stored.preset, stored.stamp)
    assert json.loads(saved.path.read_text())["id"] == listed.id
    assert folder.scan() is False


def test_a_copied_file_gets_an_id_of_its_own_when_it_is_saved(folder: PresetFolder, place: Path) -> None:
    saved = folder.save(preset(), None)
    (place / "A.json").write_bytes(saved.path.read_bytes())
    (place / "Booth copy.json").write_bytes(saved.path.read_bytes())
    folder.scan()
    listed = {one.path.name: one.id for one in folder.search()}
    assert listed["Booth.json"] == saved.preset.id
    assert len(set(listed.values())) == 3
    copy = folder.read(listed["Booth copy.json"])
    again = folder.save(replace(copy.preset, name="Second"), copy.stamp)
    assert again.preset.id == listed["Booth copy.json"]
    assert json.loads((place / "Booth copy.json").read_text())["id"] == again.preset.id
    assert folder.read(saved.preset.id) == saved


def test_of_files_that_were_there_before_the_shortest_name_is_the_original(folder: PresetFolder, place: Path) -> None:
    for file in ("Booth copy.json", "Booth.json", "Booth (2).json"):
        by_hand(place, file, {"id": "same", "values": {}})
    folder.scan()
    assert folder.read("same").path == place / "Booth.json"
    assert len({listed.id for listed in folder.search()}) == 3


def test_two_files_that_change_places_keep_their_ids(folder: PresetFolder, place: Path) -> None:
    by_hand(place, "a.json", {"id": "first", "values": {}})
    by_hand(place, "b.json", {"id": "second", "values": {}})
    folder.scan()
    by_hand(place, "a.json", {"id": "second", "values": {}})
    by_hand(place, "b.json", {"id": "first", "values": {}})
    assert folder.read("first").path == place / "b.json"
    assert folder.read("second").path == place / "a.json"


@pytest.mark.parametrize("preset_id", ["../../evil", "a/b", "with blank", "CON", "🎤", "x" * 64, "'; DROP TABLE files"])
def test_whatever_somebody_wrote_as_an_id(preset_id: str, folder: PresetFolder, place: Path) -> None:
    by_hand(place, "a.json", {"id": preset_id, "values": {}})
    folder.scan()
    folder.set_favourite(preset_id, True)
    stored = folder.read(preset_id)
    deleted = folder.delete(preset_id)
    assert folder.restore(deleted) == stored
    assert [listed.favourite for listed in folder.search()] == [True]


@pytest.mark.skipif(sys.platform != "linux", reason="others allow only names that are text")
def test_a_file_name_that_is_no_text(folder: PresetFolder, place: Path) -> None:
    place.mkdir()
    path = os.fsencode(place) + b"/B\xfcro.json"
    with open(path, "wb") as file:
        file.write(b'{"values": {}}')
    folder.scan()
    [listed] = folder.search()
    stored = folder.read(listed.id)
    folder.save(replace(stored.preset, name="Office"), stored.stamp)
    with open(path, "rb") as file:
        assert b"Office" in file.read()


def test_a_file_elsewhere_never_goes_by_the_id_of_one_in_the_folder(folder: PresetFolder, tmp_path: Path) -> None:
    saved = folder.save(preset(), None)
    outside = tmp_path / "sent by mail.json"
    outside.write_bytes(saved.path.read_bytes())
    stored = folder.read_file(outside)
    assert stored.preset.id not in ("", saved.preset.id)
    assert not folder.holds(stored)
    by_hand(tmp_path, "sent by mail.json", {"id": "unknown here", "values": {}})
    assert folder.read_file(outside).preset.id == "unknown here"


# the folder itself


def test_a_folder_that_vanishes_keeps_its_list(folder: PresetFolder, place: Path, tmp_path: Path) -> None:
    saved = folder.save(preset(), None)
    place.rename(tmp_path / "unplugged")
    unreachable = f"{place} cannot be reached. Your presets are listed as they were. Connect the drive again, or make"
    for attempt in (
        folder.scan, lambda: folder.save(saved.preset, None), lambda: folder.save(saved.preset, saved.stamp),
        lambda: folder.delete(saved.preset.id),
    ):  # fmt: skip
        with pytest.raises(PresetError) as said:
            attempt()
        assert str(said.value.words).startswith(unreachable)
    assert names(folder) == ["Booth"]
    assert not place.exists()
    (tmp_path / "unplugged").rename(place)
    folder.scan()
    assert folder.read(saved.preset.id) == saved


def test_a_file_in_place_of_the_folder_is_said(folder: PresetFolder, place: Path) -> None:
    place.write_text("")
    with pytest.raises(PresetError) as said:
        folder.scan()
    assert str(said.value.words).startswith(f"{place} could not be read: ")
    with pytest.raises(StoreError):
        folder.save(preset(), None)


def test_a_scan_that_is_halfway_when_another_folder_is_chosen_brings_nothing_into_its_list(
    folder: PresetFolder, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two"):
        by_hand(place, f"{name}.json", {"values": {}})
    by_hand(tmp_path / "other", "three.json", {"values": {}})
    chosen: list[PresetFolder] = []

    def rest(_seconds: float) -> None:
        if not chosen:
            chosen.append(folder.elsewhere(tmp_path / "other"))
            chosen[0].scan()

    monkeypatch.setattr(presets, "_BATCH", 1)
    monkeypatch.setattr(time, "sleep", rest)
    folder.scan()
    assert names(chosen[0]) == ["three"]
    chosen[0].close()


"""Presets become a form and a form becomes presets, and nothing that was typed is lost on the way."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from presetting import ASK, DRAFT, KEY, KEYRING, TOKEN, desk_in

from akool_desktop.desk.preset_differences import filled_otherwise
from akool_desktop.desk.presets import PresetDesk
from akool_desktop.session import rules
from akool_desktop.session.fields import Value
from akool_desktop.store.files import StoreError
from akool_desktop.store.presets import ChangedElsewhere, PresetError

pytestmark = pytest.mark.usefixtures("shelf")
Draft = dict[str, Value]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[PresetDesk]:
    opened = desk_in(tmp_path)
    yield opened
    opened.folder.close()


def restarted(tmp_path: Path) -> PresetDesk:
    return desk_in(tmp_path)


def on_disk(tmp_path: Path, file: str) -> dict[str, object]:
    document: dict[str, object] = json.loads((tmp_path / "presets" / file).read_text("utf-8"))
    return document


def by_hand(desk: PresetDesk, file: str, document: dict[str, object]) -> None:
    desk.folder.folder.mkdir(exist_ok=True)
    (desk.folder.folder / file).write_text(json.dumps(document))
    desk.folder.scan()


def said(desk: PresetDesk, preset_id: str) -> list[str]:
    return [str(words) for words in desk.open(preset_id).left_out]


# into the form and back


def test_what_was_saved_is_in_the_form_again(desk: PresetDesk, tmp_path: Path) -> None:
    saved = desk.save(None, "Booth", DRAFT, KEYRING, note="n", tags=["fair", " fair ", ""], colour="plum")
    assert on_disk(tmp_path, "Booth.json") == {
        "version": 1, "id": saved.preset.id, "name": "Booth", "note": "n", "tags": ["fair"], "colour": "plum",
        "values": {
            "avatar_id": "dvp_Tristan_cloth2_1080P", "mode_type": 2, "stream_type": "livekit", "room": "own",
            "credentials.livekit_url": "wss://booth.example", "duration": 600,
        },
        "secrets": KEYRING,
    }  # fmt: skip
    for again in (desk, restarted(tmp_path)):
        opened = again.open(saved.preset.id)
        assert rules.payload(opened.draft) == rules.payload(DRAFT)
        assert opened.secrets == KEYRING
        assert (opened.stored, opened.left_out, opened.missing, opened.asked) == (saved, (), (), ())
        assert (opened.changed, opened.both_changed) == (False, False)
        assert not again.is_changed(saved, opened.draft, opened.secrets)


def test_the_example_of_the_format(desk: PresetDesk) -> None:
    by_hand(desk, "x.json", {
        "version": 1, "id": "6f1c2b0e", "name": "Booth, hall 3",
        "values": {
            "avatar_id": "dvp_Tristan_cloth2_1080P", "mode_type": 2, "room": "own", "stream_type": "livekit",
            "credentials.livekit_url": "wss://booth.example.com", "voice_params.speed": 1.05, "duration": 600,
        },
        "secrets": {"credentials.livekit_token": "ask"},
    })  # fmt: skip
    opened = desk.open("6f1c2b0e")
    assert (opened.left_out, opened.asked, opened.missing) == ((), (KEY,), ())
    assert [finding.key for finding in rules.problems(opened.draft)] == [KEY]
    assert opened.stored is not None
    before = opened.stored.path.read_text()
    desk.save(opened.stored, "Booth, hall 3", opened.draft, opened.secrets)
    assert json.loads(opened.stored.path.read_text()) == json.loads(before)


def test_a_file_by_hand_says_what_was_left_out(desk: PresetDesk) -> None:
    by_hand(desk, "x.json", {
        "id": "x", "note": 7, "values": {"webhook": 1, "duration": [], "language": "en"},
        "secrets": {"credentials.agora_token": "sometimes", "future.secret": "ask"},
    })  # fmt: skip
    assert said(desk, "x") == [
        "The secret “credentials.agora_token” was left out: a preset says only “keyring” or “ask”, never the secret.",
        "“note” was left out: it cannot be understood.",
        "“webhook” was left out: the form has no such setting.",
        "Session length was left out: [] is nothing that it can be.",
        "The secret “future.secret” was left out: the form has no such setting.",
    ]
    assert desk.open("x").draft["language"] == "en"


def test_what_a_newer_version_wrote_is_kept(desk: PresetDesk, tmp_path: Path) -> None:
    newer: dict[str, object] = {
        "version": 2, "id": "x", "name": "x",
        "values": {"mode_type": 2, "stream_type": "webrtc", "duration": 600, "future.field": {"deep": [1]}},
        "secrets": {"future.secret": "keyring"}, "schedule": {"daily": [9]},
    }  # fmt: skip
    by_hand(desk, "x.json", newer)
    opened = desk.open("x")
    assert not desk.is_changed(opened.stored, opened.draft, opened.secrets)
    desk.save(opened.stored, "x", opened.draft, opened.secrets)
    assert on_disk(tmp_path, "x.json") == newer
    opened = desk.open("x")
    desk.save(opened.stored, "x", {**opened.draft, "stream_type": "agora", "language": "en"}, opened.secrets)
    assert on_disk(tmp_path, "x.json")["values"] == {
        "mode_type": 2, "language": "en", "stream_type": "agora", "duration": 600, "future.field": {"deep": [1]},
    }  # fmt: skip
    assert desk.describe("x", name="y").preset.other == {"schedule": {"daily": [9]}}


def test_saving_under_another_name_leaves_the_first_as_it_was_saved(desk: PresetDesk) -> None:
    by_hand(desk, "x.json", {"version": 2, "id": "x", "note": "n", "values": {"future": 1}, "schedule": 1})
    opened = desk.open("x")
    edited: Draft = {**opened.draft, "language": "de"}
    desk.keep_draft("x", edited, {})
    saved = desk.save(opened.stored, "y", edited, {}, as_new=True, opened_as="x")
    assert (saved.preset.name, saved.preset.note, saved.preset.other) == ("y", "n", {"schedule": 1})
    assert (saved.preset.values["language"], saved.preset.values["future"]) == ("de", 1)
    assert desk.folder.read("x") == opened.stored
    assert not desk.open("x").changed  # the edits are in the other one now


def test_edits_that_somebody_else_has_saved_are_no_edits(desk: PresetDesk, tmp_path: Path) -> None:
    saved = desk.save(None, "Booth", DRAFT, ASK)
    edited: Draft = {**DRAFT, "language": "de"}
    desk.keep_draft(saved.preset.id, edited, ASK)
    desk_in(tmp_path, "another computer").save(saved, "Booth", edited, ASK)
    assert not desk.open(saved.preset.id).changed
    desk.keep_draft(saved.preset.id, {**edited, "duration": 60}, ASK)
    assert (desk.open(saved.preset.id).changed, desk.open(saved.preset.id).both_changed) == (True, False)


def test_a_slot_of_what_is_no_secret_here_changes_nothing(desk: PresetDesk) -> None:
    """As a newer version may have one."""
    desk.folder.folder.mkdir()
    document = {"id": "newer", "values": {}, "secrets": {"credentials.agora_app_id": "keyring"}}
    (desk.folder.folder / "newer.json").write_text(json.dumps(document))
    assert not desk.open("newer").changed


def test_a_broken_one_is_said_and_not_opened(desk: PresetDesk) -> None:
    desk.folder.folder.mkdir()
    (desk.folder.folder / "bad.json").write_text("{")
    desk.folder.scan()
    [listed] = desk.folder.search()
    with pytest.raises(PresetError) as broken:
        desk.open(listed.id)
    assert "bad.json is not a preset" in str(broken.value.words)


def test_a_preset_needs_a_name(desk: PresetDesk) -> None:
    with pytest.raises(PresetError, match="Give the preset a name"):
        desk.save(None, "  ", DRAFT, {})
    assert desk.save(None, " Booth ", DRAFT, {}).preset.name == "Booth"


# drafts


def test_unsaved_edits_come_back_after_a_switch_and_after_a_crash(desk: PresetDesk, tmp_path: Path) -> None:
    one, two = (desk.save(None, name, DRAFT, KEYRING).preset.id for name in ("one", "two"))
    edited: Draft = {**desk.open(one).draft, "language": "de", "duration": None, KEY: "planted-typed-77"}
    desk.keep_draft(one, edited, KEYRING)
    assert desk.open(two).changed is False
    back = desk.open(one)
    assert (back.changed, back.both_changed) == (True, False)
    assert rules.payload(back.draft) == rules.payload(edited)
    crashed = restarted(tmp_path)
    back = crashed.open(one)
    assert back.changed
    assert (back.draft["language"], back.draft["duration"], back.draft[KEY]) == ("de", None, TOKEN)


def test_the_form_without_a_preset_has_a_draft_too(desk: PresetDesk, tmp_path: Path) -> None:
    desk.open("")
    desk.keep_draft("", {"avatar_id": "mine", KEY: TOKEN}, KEYRING)
    saved = desk.save(None, "From it", {"avatar_id": "mine"}, {})
    assert desk.open("").draft == {}
    desk.keep_draft("", {"avatar_id": "again"}, {})
    desk.open(saved.preset.id)
    desk.save(saved, "A copy", DRAFT, {}, as_new=True, opened_as=saved.preset.id)
    assert restarted(tmp_path).open("").draft["avatar_id"] == "again"
    desk.open("")
    desk.keep_draft("", {}, {})
    assert restarted(tmp_path).open("").draft == {}


def test_saving_and_reverting_end_a_draft(desk: PresetDesk) -> None:
    saved = desk.save(None, "Booth", DRAFT, KEYRING)
    edited: Draft = {**DRAFT, "language": "de", KEY: "planted-other"}
    desk.keep_draft(saved.preset.id, edited, KEYRING)
    assert desk.open(saved.preset.id).changed
    reverted = desk.revert(saved.preset.id)
    assert (reverted.changed, "language" in reverted.draft, reverted.draft[KEY]) == (False, False, TOKEN)
    desk.keep_draft(saved.preset.id, edited, KEYRING)
    desk.save(saved, "Booth", edited, KEYRING)
    opened = desk.open(saved.preset.id)
    assert (opened.changed, opened.draft["language"], opened.draft[KEY]) == (False, "de", "planted-other")


@pytest.mark.parametrize(
    ("change", "slots"),
    [
        ({"language": "de"}, KEYRING),
        ({"duration": None}, KEYRING),
        ({"room": "akool"}, KEYRING),
        ({KEY: "planted-new"}, KEYRING),
        ({KEY: ""}, KEYRING),
        ({}, ASK),
        ({}, {}),
        ({"voice_params.pron_map": (("a", "b"),)}, KEYRING),
    ],
)
def test_each_edit_is_a_change_until_it_is_taken_back(change: Draft, slots: dict[str, str], desk: PresetDesk) -> None:
    saved = desk.save(None, "Booth", DRAFT, KEYRING)
    assert desk.is_changed(saved, {**DRAFT, **change}, slots)
    assert not desk.is_changed(saved, {**DRAFT, "language": "", "mode_type": 2, "background_url": None}, KEYRING)


def test_renaming_keeps_edits_that_are_not_saved_and_does_not_save_them(desk: PresetDesk, tmp_path: Path) -> None:
    saved = desk.save(None, "Booth", DRAFT, KEYRING)
    desk.keep_draft(saved.preset.id, {**DRAFT, "language": "de", KEY: "planted-typed"}, KEYRING)
    renamed = desk.describe(saved.preset.id, name="Stand", note="n", tags=["t"], colour="olive")
    assert (renamed.preset.name, renamed.preset.note, renamed.preset.tags) == ("Stand", "n", ("t",))
    assert renamed.preset.values == saved.preset.values
    assert desk.open(saved.preset.id).draft[KEY] == "planted-typed"  # in this run
    back = restarted(tmp_path).open(saved.preset.id)
    assert (back.changed, back.both_changed, back.draft["language"], back.draft[KEY]) == (True, False, "de", TOKEN)


def test_renaming_succeeds_where_the_disk_takes_no_draft(desk: PresetDesk, tmp_path: Path) -> None:
    saved = desk.save(None, "Booth", DRAFT, KEYRING)
    drafts = tmp_path / "data" / "drafts"
    drafts.write_text("no folder")
    with pytest.raises(StoreError):
        desk.keep_draft(saved.preset.id, {**DRAFT, "language": "de"}, KEYRING)
    assert desk.describe(saved.preset.id, name="Stand").preset.name == "Stand"
    back = desk.open(saved.preset.id)
    assert (back.changed, back.both_changed, back.draft["language"]) == (True, False, "de")


# two at once


def test_when_both_were_changed_the_operator_chooses(desk: PresetDesk, tmp_path: Path) -> None:
    saved = desk.save(None, "Booth", DRAFT, KEYRING)
    mine: Draft = {**desk.open(saved.preset.id).draft, "language": "de", "duration": 60}
    desk.keep_draft(saved.preset.id, mine, KEYRING)
    theirs = desk_in(tmp_path, "another computer").save(saved, "Stand", {**DRAFT, "language": "fr"}, ASK)
    seen = desk.newer(saved)
    assert seen == theirs
    with pytest.raises(ChangedElsewhere) as changed:
        desk.save(saved, "Booth", mine, KEYRING)
    assert changed.value.theirs == theirs
    found = filled_otherwise(mine, KEYRING, theirs.preset)
    assert [(one.key, str(one.label), str(one.mine), str(one.theirs)) for one in found] == [
        ("language", "Language", "de", "fr"),
        (KEY, "LiveKit token", "in the keyring", "asked for at launch"),
        ("duration", "Session length", "1:00", "10:00"),
    ]
    later = restarted(tmp_path).open(saved.preset.id)
    assert (later.changed, later.both_changed, later.draft["language"]) == (True, True, "de")
    kept = desk.save(theirs, "Booth", mine, KEYRING)
    assert (kept.preset.name, kept.preset.values["language"]) == ("Booth", "de")
    assert desk.newer(kept) is None
    assert restarted(tmp_path).open(saved.preset.id).changed is False


def test_edits_of_a_preset_that_is_gone_are_still_there(desk: PresetDesk) -> None:
    saved = desk.save(None, "Booth", DRAFT, KEYRING)
    desk.keep_draft(saved.preset.id, {**DRAFT, "language": "de"}, KEYRING)
    saved.path.unlink()
    opened = desk.open(saved.preset.id)
    assert (opened.stored, opened.draft["language"], opened.changed) == (None, "de", True)
    assert "What you had not saved is here." in str(opened.left_out[0])
    with pytest.raises(ChangedElsewhere) as gone:
        desk.save(saved, "Booth", opened.draft, opened.secrets)
    assert gone.value.theirs is None
    desk.save(None, "Booth", opened.draft, opened.secrets)
    desk.forget_draft(saved.preset.id)
    with pytest.raises(PresetError):
        desk.open(saved.preset.id)


# which


def test_a_preset_is_found_by_id_by_name_and_by_file(desk: PresetDesk, tmp_path: Path) -> None:
    saved = desk.save(None, "Booth, hall 3", DRAFT, ASK)
    outside = tmp_path / "kiosk.json"
    outside.write_text('{"values": {"avatar_id": "k"}}')
    for wanted in (saved.preset.id, "booth, HALL 3", str(saved.path)):
        assert desk.find(wanted) == saved
    assert desk.find(str(outside)).preset.values == {"avatar_id": "k"}
    assert desk.find("fast dialogue").preset.name == "Fast dialogue"


def test_a_file_made_by_another_program_meanwhile_is_found(desk: PresetDesk) -> None:
    desk.folder.folder.mkdir()
    (desk.folder.folder / "new.json").write_text('{"name": "New", "values": {}}')
    assert desk.find("new").preset.name == "New"


@pytest.mark.parametrize("wanted", ["nothing", "", "no/such/file.json", "x" * 5000, "\0", "."])
def test_none_is_said(wanted: str, desk: PresetDesk) -> None:
    with pytest.raises(PresetError) as none:
        desk.find(wanted)
    assert str(none.value.words).startswith("There is no preset and no file named ")


def test_several_are_said(desk: PresetDesk) -> None:
    files = [desk.save(None, "Booth", DRAFT, ASK).path for _ in range(2)]
    with pytest.raises(PresetError) as several:
        desk.find("BOOTH")
    assert str(several.value.words) == (
        f"2 presets are named BOOTH. Give one of their files instead: {files[1]}, {files[0]}."
    )


def test_a_broken_file_says_what_is_wrong_with_it(desk: PresetDesk, tmp_path: Path) -> None:
    by_hand(desk, "x.json", {})
    for wanted in ("x", str(desk.folder.folder / "x.json"), str(tmp_path / "outside.json")):
        (tmp_path / "outside.json").write_text("{}")
        with pytest.raises(PresetError, match="is not a preset: it has no “values”"):
            desk.find(wanted)

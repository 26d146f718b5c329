"""The Presets panel as a person uses it: saved, found, opened, changed, deleted and brought back."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView
from ui.conftest import OpenProgram
from ui.driving import AVATAR, Program, Screen, cursor, until

from akool_desktop.session.rules import value
from akool_desktop.store.preset_writing import locked
from akool_desktop.ui import typed
from akool_desktop.ui.preset_rows import PAGE

_TOKEN = "planted-token-77c1"


async def open_wide(open_program: OpenProgram) -> Program:
    """The panel stands beside the form where the window is wide enough."""
    program = await open_program()
    program.window.resize(1440, 900)
    return program


def preset_list(program: Program) -> QListView:
    return next(found for found in program.all(QListView) if found.accessibleName() == "Presets")


def names(program: Program) -> list[str]:
    model = preset_list(program).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def spoken(program: Program, name: str) -> str:
    """What a screen reader says of the row."""
    index = preset_list(program).model().index(names(program).index(name), 0)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def place(program: Program, name: str) -> QPoint:
    view = preset_list(program)
    return view.visualRect(view.model().index(names(program).index(name), 0)).center()


async def choose(program: Program, name: str) -> None:
    await until(lambda: name in names(program), f"for {name}")
    QTest.mouseClick(
        preset_list(program).viewport(), Qt.MouseButton.LeftButton, pos=place(program, name)
    )
    await opened(program, name)


async def open_one(open_program: OpenProgram) -> Program:
    """With the preset One in the form, whose avatar is "one"."""
    program = await open_wide(open_program)
    write(program.paths.presets, "One", avatar_id="one")
    program.window._open_preset.list.look()
    await choose(program, "One")
    return program


async def opened(program: Program, name: str) -> None:
    await until(lambda: program.window._open_preset.name == name and not program.tasks.runs("open preset"), name)


async def save_as(program: Program, name: str, tags: str = "") -> None:
    QTest.keyClick(cursor(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    await until(program.dialogs, "for the dialog")
    dialog = program.dialog()
    for label, text in (("Preset name", name), ("Tags", tags)):
        edit = dialog.labelled(label)
        assert isinstance(edit, QLineEdit)
        edit.setText(text)
    dialog.press("Save preset")
    await opened(program, name)
    program.window.activateWindow()  # a window manager does that
    await until(program.window.isActiveWindow, "for the window")
    await until(lambda: name in names(program), f"for {name}")


def files(program: Program) -> dict[str, Any]:
    return {path.stem: json.loads(path.read_text("utf-8")) for path in program.paths.presets.glob("*.json")}


def write(folder: Path, name: str, **values: object) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps({"name": name, "values": values}), "utf-8")


async def test_a_preset_is_saved_and_opened_again(open_program: OpenProgram) -> None:
    program = await open_wide(open_program)
    program.type("avatar_id", AVATAR)
    program.choose("stream_type", "LiveKit")
    await save_as(program, "Booth, hall 3", "fair, english")
    document = files(program)["Booth, hall 3"]
    assert (document["name"], document["tags"]) == ("Booth, hall 3", ["fair", "english"])
    assert document["values"]["stream_type"] == "livekit"
    program.press("New preset")
    await opened(program, "")
    assert value(program.form.draft, "avatar_id") is None
    await choose(program, "Booth, hall 3")
    assert program.text_of("avatar_id").text() == AVATAR


async def test_changed_is_said_and_saving_ends_it(open_program: OpenProgram) -> None:
    program = await open_wide(open_program)
    program.type("avatar_id", AVATAR)
    await save_as(program, "Booth")
    await program.frame()
    assert "changed" not in spoken(program, "Booth")
    program.choose("mode_type", "Retelling")
    await until(lambda: "changed" in spoken(program, "Booth"), "for what is said of Booth")
    program.press("Undo Mode")
    await program.frame()
    assert "changed" not in spoken(program, "Booth")
    program.press("Redo Mode")
    program.press("Save preset")
    await until(lambda: files(program)["Booth"]["values"]["mode_type"] == 1, "for the file")
    await until(lambda: "changed" not in spoken(program, "Booth"), "for the word to go")


async def test_a_switch_loses_nothing(open_program: OpenProgram) -> None:
    program = await open_wide(open_program)
    write(program.paths.presets, "One", avatar_id="one")
    write(program.paths.presets, "Two", avatar_id="two")
    program.window._open_preset.list.look()
    await choose(program, "One")
    program.type("language", "fr")
    await choose(program, "Two")  # at once, before a frame is over
    assert value(program.form.draft, "language") is None
    await until(lambda: "changed" in spoken(program, "One"), "for what is said of One")
    await program.frame()
    assert "changed" not in spoken(program, "Two")
    await choose(program, "One")
    assert value(program.form.draft, "language") == "fr"
    assert program.says("Your unsaved changes of One are back.")
    assert "language" not in files(program)["One"]["values"]


async def test_edits_that_are_saved_under_another_name_are_no_edits_of_the_first(open_program: OpenProgram) -> None:
    program = await open_one(open_program)
    program.type("language", "fr")
    await save_as(program, "Another " * 30 + "one")
    assert program.says("Another… saved.")
    await program.frame()
    assert "changed" not in spoken(program, "One")
    QTest.keyClick(cursor(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    await opened(program, "")


async def test_revert_can_be_undone(open_program: OpenProgram) -> None:
    program = await open_one(open_program)
    program.type("avatar_id", "another")
    program.window._panel.asked.emit("revert", [])
    await until(lambda: value(program.form.draft, "avatar_id") == "one", "for what was saved")
    program.press("Undo Revert")
    assert value(program.form.draft, "avatar_id") == "another"


async def test_a_secret_goes_to_the_keyring_and_never_into_the_file(open_program: OpenProgram) -> None:
    program = await open_wide(open_program)
    program.type("avatar_id", AVATAR)
    program.choose("stream_type", "LiveKit")
    program.choose("room", "My own room")
    program.type("credentials.livekit_token", _TOKEN)
    await save_as(program, "Own room")
    assert files(program)["Own room"]["secrets"] == {"credentials.livekit_token": "keyring"}
    program.press("New preset")
    await opened(program, "")
    await choose(program, "Own room")
    assert value(program.form.draft, "credentials.livekit_token") == _TOKEN
    assert "keyring" in " ".join(program.words(program.row("credentials.livekit_token")))
    program.press("Ask me at launch", program.row("credentials.livekit_token"))
    asked = "Asked for at each launch"
    await until(lambda: program.says(asked, program.row("credentials.livekit_token")), "for the hint")
    await until(lambda: "changed" in spoken(program, "Own room"), "for what is said of Own room")
    program.press("Save preset")
    await until(lambda: files(program)["Own room"]["secrets"] == {"credentials.livekit_token": "ask"}, "for the file")
    name = f"preset {files(program)['Own room']['id']} credentials.livekit_token"
    await until(lambda: program.vault.read(name) is None, "for the keyring to forget it")
    written = b"".join(path.read_bytes() for path in program.paths.data.parent.rglob("*") if path.is_file())
    assert _TOKEN.encode() not in written


async def test_search_opens_by_keys_alone(open_program: OpenProgram) -> None:
    program = await open_wide(open_program)
    for name in ("Museum tour", "Booth, hall 3", "Fast talk"):
        write(program.paths.presets, name, avatar_id=name)
    program.window._open_preset.list.look()
    await until(lambda: len(names(program)) == 3, "for the list")
    QTest.keyClick(cursor(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(cursor(), "hal")
    await until(lambda: names(program) == ["Booth, hall 3"], "for the one")
    QTest.keyClick(cursor(), Qt.Key.Key_Down)
    QTest.keyClick(cursor(), Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: "favourite" in spoken(program, "Booth, hall 3"), "for the star")

    QTest.keyClick(cursor(), Qt.Key.Key_Return)
    await opened(program, "Booth, hall 3")
    assert value(program.form.draft, "avatar_id") == "Booth, hall 3"


async def test_who_types_fast_opens_what_was_typed(open_program: OpenProgram) -> None:
    program = await open_wide(open_program)
    for name in ("Museum tour", "Booth, hall 3", "Fast talk"):
        write(program.paths.presets, name, avatar_id=name)
    program.window._open_preset.list.look()
    await until(lambda: len(names(program)) == 3, "for the list")
    QTest.keyClick(cursor(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(cursor(), "mus")
    QTest.keyClick(cursor(), Qt.Key.Key_Return)
    await opened(program, "Museum tour")


async def test_delete_can_be_undone_with_its_secret(open_program: OpenProgram) -> None:
    program = await open_wide(open_program)
    program.type("avatar_id", AVATAR)
    program.turn("use_elevenlabs")
    program.type("voice_params.elevenlabs_settings.api_key", _TOKEN)
    await save_as(program, "Short lived")
    preset_list(program).setFocus()
    preset_list(program).setCurrentIndex(preset_list(program).model().index(0, 0))
    QTest.keyClick(cursor(), Qt.Key.Key_Delete)
    await until(lambda: not names(program), "for it to go")
    assert program.says("Short lived deleted.")
    assert files(program) == {}
    program.press("New preset")
    program.press("Undo", program.window._panel)
    await opened(program, "Short lived")
    assert value(program.form.draft, "voice_params.elevenlabs_settings.api_key") == _TOKEN


async def delete(program: Program, name: str) -> None:
    await until(lambda: name in names(program), f"for {name}")
    preset_list(program).setFocus()
    preset_list(program).setCurrentIndex(preset_list(program).model().index(names(program).index(name), 0))
    QTest.keyClick(cursor(), Qt.Key.Key_Delete)
    await until(lambda: name not in names(program), f"for {name} to go")


async def test_one_that_the_disk_did_not_give_back_is_still_the_last(open_program: OpenProgram) -> None:
    program = await open_wide(open_program)
    for name in ("First", "Second"):
        write(program.paths.presets, name, avatar_id="a")
    program.window._open_preset.list.look()
    for name in ("First", "Second"):
        await delete(program, name)
    program.paths.presets.rename(away := program.paths.presets.with_name("away"))
    program.paths.presets.write_text("no folder")
    program.press("Undo", program.window._panel)
    await program.card()
    program.paths.presets.unlink()
    away.rename(program.paths.presets)
    program.press("Undo", program.window._panel)
    await until(lambda: names(program) == ["Second"], "for the last")


async def test_of_several_one_that_cannot_be_deleted_keeps_no_other(open_program: OpenProgram) -> None:
    program = await open_wide(open_program)
    for name in ("First", "Second", "Third"):
        write(program.paths.presets, name, avatar_id="a")
    (program.paths.presets / "Second.json").write_text('{"name": "Second"}' + " " * 1_000_000)
    program.window._open_preset.list.look()
    await until(lambda: len(names(program)) == 3, "for all")
    preset_list(program).setFocus()
    preset_list(program).selectAll()
    QTest.keyClick(cursor(), Qt.Key.Key_Delete)
    assert program.says("larger than 1 MB", await program.card())
    await until(lambda: names(program) == ["Second"], "for the others to go")
    assert program.says("2 presets deleted.")
    program.press("Undo", program.window._panel)
    await until(lambda: len(names(program)) == 2, "for one of them")


async def test_all_that_is_chosen_is_all_that_there_is(open_program: OpenProgram) -> None:
    """Not the first page alone, which is what has been read."""
    program = await open_wide(open_program)
    for number in range(PAGE * 3 + 5):
        write(program.paths.presets, f"Booth {number}")
    write(program.paths.presets, "Stage")
    program.window._open_preset.list.look()
    await until(lambda: names(program) and not program.tasks.runs("scan presets"), "for the list")
    program.window._panel._search.setText("booth")
    await until(lambda: "Stage" not in names(program) and not program.tasks.runs("presets"), "for what was looked for")
    preset_list(program).setFocus()
    QTest.keyClick(cursor(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: len(preset_list(program).selectedIndexes()) == PAGE * 3 + 5, "for all")
    QTest.keyClick(cursor(), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert program.dialog().says(f"Export {PAGE * 3 + 5} presets")


async def test_a_broken_file_is_shown_and_left_alone(open_program: OpenProgram) -> None:
    program = await open_wide(open_program)
    write(program.paths.presets, "Fine", avatar_id="fine")
    (program.paths.presets / "broken.json").write_text("{ no", "utf-8")
    program.window._open_preset.list.look()
    await until(lambda: len(names(program)) == 2, "for both")
    assert "cannot be read" in spoken(program, "broken")
    QTest.mouseClick(preset_list(program).viewport(), Qt.MouseButton.LeftButton, pos=place(program, "broken"))
    card = await program.card()
    assert program.says("not valid JSON", card)
    assert (program.paths.presets / "broken.json").read_text("utf-8") == "{ no"


async def test_what_was_left_out_is_said_while_the_preset_is_in_the_form(open_program: OpenProgram) -> None:
    program = await open_wide(open_program)
    write(program.paths.presets, "Newer", avatar_id="one", future=1)
    write(program.paths.presets, "Plain", avatar_id="two")
    program.window._open_preset.list.look()
    for _ in range(2):
        await choose(program, "Newer")
        assert program.says("“future” was left out", await program.card())
        await choose(program, "Plain")
        assert not program.cards()


async def test_a_file_changed_elsewhere_is_shown_as_it_is_now(open_program: OpenProgram) -> None:
    program = await open_one(open_program)
    write(program.paths.presets, "One", avatar_id="from elsewhere")
    await until(lambda: value(program.form.draft, "avatar_id") == "from elsewhere", "for the file")


async def test_who_changed_both_chooses_with_the_difference_in_view(open_program: OpenProgram) -> None:
    program = await open_one(open_program)
    program.type("avatar_id", "mine")
    write(program.paths.presets, "One", avatar_id="theirs")
    await until(program.dialogs, "for the question")
    assert program.says("Avatar: here mine, there theirs")
    QTest.keyClick(program.dialog().top, Qt.Key.Key_Escape)
    await program.closed()
    program.window._open_preset.list.looked.emit()
    await until(lambda: not program.tasks.runs("newer preset"), "for the look at the file")
    assert not program.dialogs()
    program.press("Save preset")
    await until(program.dialogs, "for the question that saving needs an answer to")
    program.dialog().press("Keep mine")
    await until(lambda: files(program)["One"]["values"]["avatar_id"] == "mine", "for the file")
    program.type("avatar_id", "mine again")
    write(program.paths.presets, "One", avatar_id="theirs again")
    await until(program.dialogs, "for the question")
    program.dialog().press("Take theirs")
    await until(lambda: value(program.form.draft, "avatar_id") == "theirs again", "for theirs")


async def test_a_starter_is_opened_and_saved_as_a_new_preset(open_program: OpenProgram) -> None:
    program = await open_wide(open_program)
    await until(lambda: program.window._panel._starters.actions(), "for the starters")
    starters = {action.text(): action for action in program.window._panel._starters.actions()}
    assert len(starters) == 7
    next(action for name, action in starters.items() if "Fast" in name).trigger()
    await until(lambda: value(program.form.draft, "scene_mode") == "fast_dialogue", "for the starter")
    QTest.keyClick(cursor(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    await until(program.dialogs, "for the dialog")
    dialog: Screen = program.dialog()
    dialog.press("Save preset")
    await until(lambda: files(program), "for the file")


async def starter(program: Program, words: str) -> None:
    await until(program.window._panel._starters.actions, "for the starters")
    action = next(found for found in program.window._panel._starters.actions() if words in found.text())
    action.trigger()
    await until(lambda: words in program.window._open_preset.name, "for the starter")


async def test_a_starter_loses_nothing_of_what_was_typed_without_a_preset(open_program: OpenProgram) -> None:
    program = await open_wide(open_program)
    write(program.paths.presets, "One", avatar_id="one")
    program.window._open_preset.list.look()
    program.type("language", "fr")
    await starter(program, "Fast")
    assert program.says("Undo brings that back.")
    program.press("Undo Open Fast dialogue")
    assert value(program.form.draft, "language") == "fr"
    program.press("Redo Open Fast dialogue")
    await choose(program, "One")
    program.press("New preset")
    await opened(program, "")
    assert value(program.form.draft, "language") == "fr"


async def test_saving_a_starter_leaves_the_edits_of_the_preset_that_was_open(open_program: OpenProgram) -> None:
    program = await open_one(open_program)
    program.type("language", "fr")
    await starter(program, "Fast")
    await save_as(program, "Another")
    await choose(program, "One")
    assert value(program.form.draft, "language") == "fr"


async def test_reverting_a_starter_shows_the_starter(open_program: OpenProgram) -> None:
    program = await open_wide(open_program)
    await starter(program, "Fast")
    program.type("language", "fr")
    program.window._panel.asked.emit("revert", [])
    await until(lambda: value(program.form.draft, "language") is None, "for what the starter says")
    assert value(program.form.draft, "scene_mode") == "fast_dialogue"


async def test_saving_goes_on_while_another_is_opened(open_program: OpenProgram) -> None:
    """What was saved is not taken for what the form shows."""
    program = await open_wide(open_program)
    for name in ("One", "Two"):
        write(program.paths.presets, name, avatar_id=name)
    program.window._open_preset.list.look()
    await choose(program, "One")
    program.type("avatar_id", "One again")
    with locked(program.paths.presets):
        program.press("Save preset")
        await choose(program, "Two")
    await until(lambda: files(program)["One"]["values"]["avatar_id"] == "One again", "for the file")
    await until(lambda: not program.tasks.runs("save preset"), "for the end of saving")
    assert program.window._open_preset.name == "Two"
    await program.frame()
    assert "changed" not in spoken(program, "Two")
    assert value(program.form.draft, "avatar_id") == "Two"


async def test_the_form_says_where_secrets_are_kept_as_before_when_revert_is_undone(open_program: OpenProgram) -> None:
    program = await open_wide(open_program)
    secrets = {"credentials.livekit_token": "ask"}
    own = {"avatar_id": AVATAR, "room": "own", "stream_type": "livekit"}
    program.paths.presets.mkdir(parents=True)
    document = {"name": "One", "values": own, "secrets": secrets}
    (program.paths.presets / "One.json").write_text(json.dumps(document), "utf-8")
    program.window._open_preset.list.look()
    await choose(program, "One")
    program.form.show_slots({})
    program.form.changed.emit()
    program.window._panel.asked.emit("revert", [])
    await until(lambda: program.form.slots == secrets, "for what was saved")
    program.press("Undo Revert")
    assert program.form.slots == {}
    program.press("Redo Revert")
    assert program.form.slots == secrets


async def test_what_was_typed_is_there_at_the_next_start(open_program: OpenProgram) -> None:
    first = await open_wide(open_program)
    first.type("avatar_id", AVATAR)
    await until(lambda: list((first.paths.data / "drafts").glob("?" * 32 + ".json")), "for the draft")
    second = await open_wide(open_program)
    assert value(second.form.draft, "avatar_id") == AVATAR
    assert second.text_of("avatar_id").text() == AVATAR


async def test_a_disk_that_refuses_what_is_typed_is_told_of_once_and_tried_until_it_takes_it(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typed, "_AGAIN", 50)
    program = await open_wide(open_program)
    drafts = program.paths.data / "drafts"
    await until(drafts.exists, "for the folder")
    aside = drafts.rename(drafts.with_name("aside"))
    drafts.write_text("no folder")
    program.type("avatar_id", AVATAR)
    await until(program.cards, "for the card")
    program.type("duration", "5:00")
    await until(lambda: not program.tasks.runs("keep draft"), "for the disk")
    await program.pause()
    assert len(program.cards()) == 1
    drafts.unlink()
    aside.rename(drafts)
    await until(lambda: list(drafts.glob("?" * 32 + ".json")), "for the draft")


async def test_a_disk_that_is_full_hinders_nobody_from_opening_another(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was typed stays for each of them, and is written once there is room."""
    monkeypatch.setattr(typed, "_AGAIN", 50)
    program = await open_one(open_program)
    write(program.paths.presets, "Two", avatar_id="two")
    program.window._open_preset.list.look()
    await until(lambda: "Two" in names(program), "for the second")
    drafts = program.paths.data / "drafts"
    aside = drafts.rename(drafts.with_name("aside"))
    drafts.write_text("no folder")
    program.type("avatar_id", "typed into one")
    await choose(program, "Two")
    assert program.text_of("avatar_id").text() == "two"
    await until(lambda: program.says("What you type cannot be kept on the disk"), "for the card")
    assert program.says("Make room on the disk or let the program write there: it tries again by itself.")
    program.type("avatar_id", "typed into two")
    await choose(program, "One")
    assert program.text_of("avatar_id").text() == "typed into one"
    assert len(program.cards()) == 1
    drafts.unlink()
    aside.rename(drafts)

    def kept() -> set[str]:
        return {json.loads(path.read_text("utf-8"))["values"]["avatar_id"] for path in drafts.glob("?" * 32 + ".json")}

    await until(lambda: kept() == {"typed into one", "typed into two"}, "for both")


async def test_a_secret_in_clear_is_offered_to_the_keyring(open_program: OpenProgram) -> None:
    program = await open_wide(open_program)
    own = {"avatar_id": AVATAR, "room": "own", "stream_type": "livekit", "credentials.livekit_token": _TOKEN}
    write(program.paths.presets, "By hand", **own)
    program.window._open_preset.list.look()
    await choose(program, "By hand")
    await until(program.dialogs, "for the question")
    assert not program.says(_TOKEN)
    program.dialog().press("Move it to the keyring")
    token = "credentials.livekit_token"
    await until(lambda: files(program)["By hand"].get("secrets") == {token: "keyring"}, "for the file")
    assert _TOKEN not in (program.paths.presets / "By hand.json").read_text("utf-8")
    await until(lambda: value(program.form.draft, token) == _TOKEN, "for the form")


async def test_another_folder_is_used_and_remembered(open_program: OpenProgram, tmp_path: Path) -> None:
    program = await open_wide(open_program)
    write(tmp_path / "shared drive", "Theirs", avatar_id="theirs")
    program.window._open_preset.list.use_folder(tmp_path / "shared drive")
    await choose(program, "Theirs")
    program.type("avatar_id", "mine")
    program.press("Save preset")
    shared = tmp_path / "shared drive" / "Theirs.json"
    await until(lambda: json.loads(shared.read_text("utf-8"))["values"]["avatar_id"] == "mine", "for the file")
    await until(lambda: "shared drive" in (program.paths.config / "settings.json").read_text("utf-8"), "for settings")


async def test_a_preset_deleted_elsewhere_stays_in_the_form(open_program: OpenProgram) -> None:
    program = await open_wide(open_program)
    write(program.paths.presets, "One", avatar_id="one")
    program.window._open_preset.list.look()
    program.type("avatar_id", "unnamed")
    await choose(program, "One")
    (program.paths.presets / "One.json").unlink()
    card = await program.card()
    assert program.says("One cannot be read any more", card)
    assert program.says("Save preset writes it to a new file", card)
    await until(lambda: program.window._open_preset.name == "", "for it to be no preset any more")
    assert value(program.form.draft, "avatar_id") == "one"
    await until(lambda: not names(program), "for the list")
    program.press("New preset")
    await until(lambda: value(program.form.draft, "avatar_id") == "unnamed", "for what was typed without a preset")


async def test_what_is_left_of_a_preset_that_is_gone_is_there_at_the_next_start(open_program: OpenProgram) -> None:
    first = await open_wide(open_program)
    write(first.paths.presets, "One", avatar_id="one")
    first.window._open_preset.list.look()
    await choose(first, "One")
    (first.paths.presets / "One.json").unlink()
    await first.card()
    await until(lambda: list((first.paths.data / "drafts").glob("?" * 32 + ".json")), "for the draft")
    second = await open_wide(open_program)
    assert value(second.form.draft, "avatar_id") == "one"


async def test_the_slot_of_a_secret_that_another_computer_holds_stays(open_program: OpenProgram) -> None:
    program = await open_wide(open_program)
    secrets = {"credentials.livekit_token": "keyring"}
    document = {"name": "Shared", "values": {"room": "own", "stream_type": "livekit"}, "secrets": secrets}
    program.paths.presets.mkdir(parents=True)
    (program.paths.presets / "Shared.json").write_text(json.dumps(document), "utf-8")
    program.window._open_preset.list.look()
    await choose(program, "Shared")
    await program.frame()
    assert "changed" not in spoken(program, "Shared")
    for language in ("fr", "de"):
        program.type("language", language)
        await until(lambda: "changed" in spoken(program, "Shared"), "for what is said of Shared")
        program.press("Save preset")
        await until(lambda: "changed" not in spoken(program, "Shared"), "for the file")
        document = files(program)["Shared"]
        assert (document["values"]["language"], document["secrets"]) == (language, secrets)


async def test_a_start_with_another_preset_leaves_what_was_open_last(open_program: OpenProgram) -> None:
    first = await open_wide(open_program)
    for name in ("One", "Two"):
        write(first.paths.presets, name, avatar_id=name)
    first.window._open_preset.list.look()
    await choose(first, "One")
    second = await open_wide(open_program)
    second.form.load({})
    fresh = second.window._open_preset
    fresh.typed._has_begun = False
    fresh.restore()  # as before the first paint
    fresh.begin("Two")
    await opened(second, "Two")
    await choose(second, "One")
    assert value(second.form.draft, "avatar_id") == "One"
    await second.frame()
    assert "changed" not in spoken(second, "One")


async def test_what_is_typed_before_anything_is_read_is_an_edit_of_what_was_open(open_program: OpenProgram) -> None:
    first = await open_wide(open_program)
    write(first.paths.presets, "One", avatar_id="one", duration=60)
    first.window._open_preset.list.look()
    await choose(first, "One")
    second = await open_wide(open_program)
    second.form.load({})
    second.window._open_preset.typed._has_begun = False
    second.window._open_preset.restore()  # as before the first paint
    second.type("language", "fr")
    second.window._open_preset.begin("")
    await until(lambda: value(second.form.draft, "avatar_id") == "one", "for the preset")
    assert value(second.form.draft, "language") == "fr"
    assert (value(second.form.draft, "avatar_id"), value(second.form.draft, "duration")) == ("one", 60)


async def test_a_new_name_keeps_what_is_not_saved(open_program: OpenProgram) -> None:
    program = await open_one(open_program)
    program.type("language", "fr")
    preset_list(program).setFocus()
    QTest.keyClick(preset_list(program), Qt.Key.Key_F2)
    await until(program.dialogs, "for the dialog")
    edit = program.dialog().labelled("Preset name")
    assert isinstance(edit, QLineEdit)
    edit.setText("Another name")
    program.dialog().press("Save preset")
    await opened(program, "Another name")
    assert value(program.form.draft, "language") == "fr"
    await until(lambda: "changed" in spoken(program, "Another name"), "for what is said of Another name")


async def test_presets_left_with_changes_say_so_at_the_next_start(open_program: OpenProgram) -> None:
    first = await open_wide(open_program)
    for name in ("One", "Two"):
        write(first.paths.presets, name, avatar_id=name)
    first.window._open_preset.list.look()
    await choose(first, "One")
    first.type("language", "fr")
    await choose(first, "Two")
    second = await open_wide(open_program)
    await until(lambda: "One" in names(second) and "changed" in spoken(second, "One"), "for the word")
    assert second.window._open_preset.name == "Two"
    await second.frame()
    assert "changed" not in spoken(second, "Two")

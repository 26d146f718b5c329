"""What was typed and not saved yet: kept through a switch, a starter, a disk that refuses, the next start."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from ui.conftest import OpenProgram
from ui.driving import AVATAR, Program, Screen, cursor, until
from ui.preset_steps import (
    choose,
    files,
    names,
    open_one,
    open_wide,
    opened,
    preset_list,
    save_as,
    spoken,
    write,
    write_each,
)

from akool_desktop.session.rules import value
from akool_desktop.ui.presets import typed


async def starter(program: Program, words: str) -> None:
    await until(program.window._panel._starters.actions, "for the starters")
    action = next(found for found in program.window._panel._starters.actions() if words in found.text())
    action.trigger()
    await until(lambda: words in program.window._open_preset.name, "for the starter")


async def test_an_index_that_cannot_be_asked_for_a_moment_takes_no_preset_from_the_form(
    open_program: OpenProgram,
) -> None:
    """It would be saved a second time, as a new one."""
    program = await open_one(open_program)
    presets = program.window._open_preset
    await until(lambda: program.tasks._running.keys() <= {"watch"}, "for peace")
    presets._desk.folder._index._connection.close()  # type: ignore[union-attr]
    presets.list.looked.emit()
    assert program.says("could not be used", await program.card())
    assert presets.name == "One"


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


async def test_a_start_with_another_preset_leaves_what_was_open_last(open_program: OpenProgram) -> None:
    first = await open_wide(open_program)
    write_each(first, "One", "Two")
    await choose(first, "One")
    second = await open_wide(open_program)
    second.form.load({})
    fresh = second.window._open_preset
    fresh.typed.has_begun = False
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
    second.window._open_preset.typed.has_begun = False
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
    write_each(first, "One", "Two")
    await choose(first, "One")
    first.type("language", "fr")
    await choose(first, "Two")
    second = await open_wide(open_program)
    await until(lambda: "One" in names(second) and "changed" in spoken(second, "One"), "for the word")
    assert second.window._open_preset.name == "Two"
    await second.frame()
    assert "changed" not in spoken(second, "Two")


async def test_a_click_on_the_preset_that_is_open_takes_no_undo_away(open_program: OpenProgram) -> None:
    program = await open_one(open_program)
    program.type("avatar_id", "another")
    await choose(program, "One")
    await program.frame()
    program.press("Undo Avatar")
    assert program.text_of("avatar_id").text() == "one"

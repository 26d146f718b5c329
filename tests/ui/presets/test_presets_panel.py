"""The Presets panel as a person uses it: saved, found, opened, changed, deleted and brought back."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from ui.conftest import OpenProgram
from ui.driving import AVATAR, cursor, until
from ui.preset_steps import (
    choose,
    delete,
    files,
    names,
    open_one,
    open_wide,
    opened,
    place,
    preset_list,
    save_as,
    spoken,
    write,
    write_each,
)

from akool_desktop.session.rules import value
from akool_desktop.store import preset_trash
from akool_desktop.store.preset_writing import locked
from akool_desktop.ui.presets.rows import PAGE
from akool_desktop.ui.theme import ACCOUNT_COLOURS, px

_TOKEN = "planted-token-77c1"


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
    assert "in the form" in spoken(program, "Booth")
    program.press("Undo Mode")
    await program.frame()
    assert "changed" not in spoken(program, "Booth")
    program.press("Redo Mode")
    program.press("Save preset")
    await until(lambda: files(program)["Booth"]["values"]["mode_type"] == 1, "for the file")
    await until(lambda: "changed" not in spoken(program, "Booth"), "for the word to go")


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


async def test_a_search_that_failed_opens_nothing_later_and_enter_makes_it_again(open_program: OpenProgram) -> None:
    program = await open_one(open_program)
    write_each(program, "Museum tour")
    await until(lambda: len(names(program)) == 2, "for the list")
    presets = program.window._open_preset.list
    presets._watcher.removePaths(presets._watcher.directories() + presets._watcher.files())  # nobody else asks now
    await until(lambda: not presets._settling.isActive() and program.tasks._running.keys() <= {"watch"})
    presets._desk.folder._index._connection.close()  # type: ignore[union-attr]
    QTest.keyClick(cursor(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(cursor(), "m")
    QTest.keyClick(cursor(), Qt.Key.Key_Return)
    assert program.says("could not be used", await program.card())
    presets.refresh()
    await until(lambda: names(program) == ["Museum tour"], "for what was searched for")
    await program.frame()
    assert program.window._open_preset.name == "One"
    assert not program.tasks.runs("open preset")
    presets._desk.folder._index._connection.close()  # type: ignore[union-attr]
    QTest.keyClicks(cursor(), "u")
    await until(lambda: not program.tasks.runs("presets"), "for it to fail")
    QTest.keyClick(cursor(), Qt.Key.Key_Return)
    await opened(program, "Museum tour")


async def test_with_the_last_preset_of_a_tag_its_search_goes_too(open_program: OpenProgram) -> None:
    """Else nothing would match, though all is to be shown."""
    program = await open_wide(open_program)
    program.type("avatar_id", AVATAR)
    await save_as(program, "Museum tour")
    await save_as(program, "Booth", "fair")
    tags = next(found for found in program.all(QComboBox) if found.findData("fair") > 0)
    tags.setFocus()
    QTest.keyClick(tags, Qt.Key.Key_Down)
    await until(lambda: names(program) == ["Booth"], "for the tag")
    await delete(program, "Booth")
    await until(lambda: names(program) == ["Museum tour"], "for the others")
    assert not tags.isVisible()


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


async def test_where_one_was_deleted_the_cursor_is_on_the_next(open_program: OpenProgram) -> None:
    program = await open_wide(open_program)
    for name in ("First", "Second", "Third"):
        write(program.paths.presets, name, avatar_id="a")
    program.window._open_preset.list.look()
    await until(lambda: len(names(program)) == 3, "for all")
    presets = preset_list(program)
    presets.setFocus()
    for row, left in ((1, 2), (1, 1), (0, 0)):
        presets.setCurrentIndex(presets.model().index(row, 0))
        QTest.keyClick(cursor(), Qt.Key.Key_Delete)
        await until(lambda left=left: len(names(program)) == left, "for it to go")  # type: ignore[misc]
        assert not left or presets.currentIndex().row() == min(row, left - 1)
        assert not left or presets.selectionModel().isSelected(presets.currentIndex())


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


async def test_of_several_one_that_cannot_be_deleted_keeps_no_other(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preset_trash, "_MOST", 1_000_000)
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


async def test_saving_goes_on_while_another_is_opened(open_program: OpenProgram) -> None:
    """What was saved is not taken for what the form shows."""
    program = await open_wide(open_program)
    write_each(program, "One", "Two")
    await choose(program, "One")
    program.type("avatar_id", "One again")
    with locked(program.paths.presets):
        program.press("Save preset")
        await choose(program, "Two")
        program.window._open_preset._save(program.window._open_preset._opened.stored, "Two")
        assert program.says("The last one is still under way.")
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


@pytest.mark.parametrize("meanwhile", [None, "<<<<<<< ours"])
async def test_a_preset_that_was_away_for_a_while_is_that_preset_again(
    open_program: OpenProgram, meanwhile: str | None
) -> None:
    """Another program replaced its file in two steps, or there was a conflict in it: saving makes no second one."""
    program = await open_one(open_program)
    path = program.paths.presets / "One.json"
    was = path.read_text("utf-8")
    if meanwhile:
        path.write_text(meanwhile, "utf-8")
    else:
        path.unlink()
    await program.card()
    await until(lambda: program.window._open_preset.name == "", "for it to be gone")
    program.type("language", "fr")
    path.write_text(was, "utf-8")
    await opened(program, "One")
    assert value(program.form.draft, "language") == "fr"
    program.press("Save preset")
    await until(lambda: files(program)["One"]["values"].get("language") == "fr", "for the file")
    assert list(files(program)) == ["One"]


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


async def test_what_is_done_next_is_done_with_the_preset_that_came_into_the_form(open_program: OpenProgram) -> None:
    """A copy is open and its name is bold: F2 and Delete would have met the one that it was made of."""
    program = await open_one(open_program)
    preset_list(program).setFocus()
    QTest.keyClick(cursor(), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    await opened(program, "One copy")
    await until(lambda: preset_list(program).currentIndex().data() == "One copy", "for the cursor to follow")
    await save_as(program, "Other")
    await until(
        lambda: [index.data() for index in preset_list(program).selectedIndexes()] == ["Other"], "for it to be chosen"
    )
    preset_list(program).setFocus()
    QTest.keyClick(cursor(), Qt.Key.Key_Delete)
    await until(lambda: "Other" not in names(program), "for it to be deleted")
    assert sorted(names(program)) == ["One", "One copy"]


async def test_a_new_preset_is_begun_at_its_first_step(open_program: OpenProgram) -> None:
    program = await open_one(open_program)
    for _ in range(2):  # the form as it was left, and then an empty one
        program.form.go_to("duration")
        await until(lambda: program.field("avatar_id").visibleRegion().isEmpty(), "for the last step")
        QTest.keyClick(cursor(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: program.focused() == "avatar_id", "for the cursor")
        await until(lambda: not program.field("avatar_id").visibleRegion().isEmpty(), "for the first step")


async def test_what_is_done_with_presets_is_found_by_its_name(open_program: OpenProgram) -> None:
    program = await open_one(open_program)
    found = {str(command.name): command for command in program.window.commands.all}
    found["Preset: Rename and describe…"].act()
    await until(program.dialogs, "for the dialog")
    assert program.dialog().labelled("Preset name").property("text") == "One"
    program.dialogs()[0].reject()
    program.window.activateWindow()  # a window manager does that
    await until(program.window.isActiveWindow, "for the window")
    program.press("New preset")
    await opened(program, "")
    preset_list(program).setCurrentIndex(preset_list(program).model().index(-1, 0))
    found["Preset: Duplicate"].act()
    await until(lambda: cursor().accessibleName() == "Search presets", "for the list to find one in")


async def test_names_begin_below_each_other_with_a_colour_and_without(open_program: OpenProgram) -> None:
    program = await open_wide(open_program)
    write(program.paths.presets, "Hall 1")
    coloured = {"id": "h2", "name": "Hall 2", "colour": "plum", "tags": [], "values": {}}
    (program.paths.presets / "Hall 2.json").write_text(json.dumps(coloured), "utf-8")
    program.window._open_preset.list.look()
    await until(lambda: names(program) == ["Hall 1", "Hall 2"], "for both")
    await program.frame()
    picture = preset_list(program).viewport().grab().toImage()

    def begins(row: int) -> int:
        """At the first sign of its name that is dark; what is not painted is see-through."""
        line = preset_list(program).visualRect(preset_list(program).model().index(row, 0))
        places = range(line.left() + px(28), line.right()), range(line.top(), line.bottom())
        inks = ((x, picture.pixelColor(x, y)) for x in places[0] for y in places[1])
        return min(x for x, ink in inks if ink.alpha() > 200 and ink.lightness() < 120)

    assert begins(0) == begins(1)
    colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert ACCOUNT_COLOURS["plum"].lower() in colours

"""Presets on a slow drive, or behind a keyring that is locked: what is done meanwhile is neither lost nor mixed up."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from keyrings import PATIENCE, Prompting, in_use
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from ui.conftest import OpenProgram
from ui.driving import Program, cursor, until, until_says
from ui.preset_steps import (
    choose,
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
from akool_desktop.store import preset_scan
from akool_desktop.store.preset_writing import locked

_OWN = {"avatar_id": "secret", "room": "own", "stream_type": "livekit"}


@pytest.fixture
def keyring() -> Iterator[Prompting]:
    with in_use(Prompting()) as shelf:
        yield shelf
        shelf.unlock()


async def _peace(program: Program) -> None:
    await until(lambda: program.tasks._running.keys() <= {"watch"}, "for peace")


async def _open(open_program: OpenProgram) -> Program:
    """One is in the form; there are Two, and Secret, whose token is in the keyring."""
    program = await open_one(open_program)
    document = {"name": "Secret", "values": _OWN, "secrets": {"credentials.livekit_token": "keyring"}}
    (program.paths.presets / "Secret.json").write_text(json.dumps(document), "utf-8")
    write_each(program, "Two")
    await until(lambda: len(names(program)) == 3, "for the presets")
    await _peace(program)
    return program


async def _wait_for_secret(program: Program, keyring: Prompting) -> None:
    QTest.mouseClick(preset_list(program).viewport(), Qt.MouseButton.LeftButton, pos=place(program, "Secret"))
    await until(keyring.opened.is_set, "for the keyring")
    assert program.window._open_preset.name == "One"


def _id(program: Program, name: str) -> str:
    return next(listed.id for listed in program.window._panel.rows.listed if listed.name == name)


async def test_what_is_typed_while_it_is_saved_is_there_when_it_comes_back(open_program: OpenProgram) -> None:
    program = await _open(open_program)
    program.type("language", "fr")
    with locked(program.paths.presets):
        program.press("Save preset")
        program.type("language", "de")
        await choose(program, "Two")
    await until(lambda: program.says("One saved."), "for the end of saving")
    await _peace(program)
    assert "changed" in spoken(program, "One")
    await choose(program, "One")
    assert value(program.form.draft, "language") == "de"


async def test_what_was_left_while_it_was_saved_is_not_called_changed(open_program: OpenProgram) -> None:
    program = await _open(open_program)
    program.type("language", "fr")
    with locked(program.paths.presets):
        program.press("Save preset")
        await choose(program, "Two")
        assert "changed" in spoken(program, "One")
    await until(lambda: program.says("One saved."), "for the end of saving")
    await _peace(program)
    assert "changed" not in spoken(program, "One")


async def test_a_preset_that_nobody_waits_for_any_more_is_not_the_one_that_is_open(
    open_program: OpenProgram, keyring: Prompting
) -> None:
    """The next start would show it; and its edits would go when the one in the form is saved under another name."""
    program = await _open(open_program)
    program.presets.keep_draft(_id(program, "Secret"), {**_OWN, "language": "fr"}, {})
    await _wait_for_secret(program, keyring)
    await choose(program, "Two")
    keyring.unlock()
    await until(lambda: all(thread.name != "keyring" for thread in threading.enumerate()), "for the keyring")
    await _peace(program)
    assert program.presets.last_open() == _id(program, "Two")
    await save_as(program, "Copy of two")
    await choose(program, "Secret")
    assert value(program.form.draft, "language") == "fr"


async def test_a_file_that_was_changed_elsewhere_takes_no_wish_for_another(
    open_program: OpenProgram, keyring: Prompting
) -> None:
    program = await _open(open_program)
    await _wait_for_secret(program, keyring)
    write(program.paths.presets, "One", avatar_id="from elsewhere")
    program.window._open_preset.list.look()
    await until(lambda: program.tasks._running.keys() <= {"watch", "open preset"}, "for the look at the file")
    keyring.unlock()
    await opened(program, "Secret")


async def test_a_new_name_takes_no_wish_for_another(open_program: OpenProgram, keyring: Prompting) -> None:
    program = await _open(open_program)
    preset_list(program).setFocus()
    QTest.keyClick(cursor(), Qt.Key.Key_F2)
    await until(program.dialogs, "for the dialog")
    edit = program.dialog().labelled("Preset name")
    assert isinstance(edit, QLineEdit)
    edit.setText("Another name")
    with locked(program.paths.presets):
        program.dialog().press("Save preset")
        await _wait_for_secret(program, keyring)
    await until(lambda: "Another name" in names(program), "for the name")
    keyring.unlock()
    await opened(program, "Secret")


async def test_a_folder_that_does_not_answer_keeps_nobody_from_another(
    open_program: OpenProgram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = await open_wide(open_program)
    go_on, mkdir, slow = threading.Event(), Path.mkdir, program.paths.presets

    def late(folder: Path, *given: Any, **named: Any) -> None:
        if folder == slow:
            go_on.wait(PATIENCE)
        mkdir(folder, *given, **named)

    monkeypatch.setattr(Path, "mkdir", late)
    program.window._panel.asked.emit("folder", [])
    program.window._open_preset.list.use_folder(tmp_path / "shared drive")
    await until(lambda: program.presets.folder.folder == tmp_path / "shared drive", "for the other folder")
    go_on.set()
    await _peace(program)


async def test_a_drive_that_is_away_is_said_once_until_it_is_there_again(open_program: OpenProgram) -> None:
    """It is looked at twice a minute."""
    program = await open_one(open_program)
    folder, away = program.paths.presets, program.paths.presets.with_name("away")

    async def look() -> None:
        program.window._open_preset.list.look()
        await _peace(program)

    for cards in (1, 2):
        folder.rename(away)
        for _ in range(3):
            await look()
        assert [program.says("cannot be reached", card) for card in program.cards()] == [True] * cards
        away.rename(folder)
        await look()


async def test_what_is_asked_for_while_others_are_deleted_is_not_passed_over_in_silence(
    open_program: OpenProgram,
) -> None:
    program = await _open(open_program)
    preset_list(program).setFocus()
    with locked(program.paths.presets):
        for name in ("Two", "Secret"):
            preset_list(program).setCurrentIndex(preset_list(program).model().index(names(program).index(name), 0))
            QTest.keyClick(cursor(), Qt.Key.Key_Delete)
        assert program.says("The last one is still under way. Try again in a moment.")
    await until(lambda: sorted(names(program)) == ["One", "Secret"], "for the first to go")


def _silent_until(slow: Path, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """What is in this folder is not told before the event is set."""
    go_on, find = threading.Event(), preset_scan.find_files

    def late(folder: Path) -> object:
        if folder == slow:
            go_on.wait(PATIENCE)
        return find(folder)

    monkeypatch.setattr("akool_desktop.store.presets.find_files", late)
    return go_on


async def test_a_folder_whose_files_are_not_told_keeps_nobody_from_those_of_another(
    open_program: OpenProgram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = await open_wide(open_program)
    write(tmp_path / "shared drive", "Theirs")
    await _peace(program)
    go_on = _silent_until(program.paths.presets, monkeypatch)
    program.window._open_preset.list.look()
    program.window._open_preset.list.use_folder(tmp_path / "shared drive")
    await until(lambda: names(program) == ["Theirs"], "for what is in the other folder")
    go_on.set()


async def test_a_folder_is_watched_when_it_has_answered(
    open_program: OpenProgram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a mount that hangs, to watch it would hold the window."""
    program = await open_wide(open_program)
    write(tmp_path / "shared drive", "Theirs")
    await _peace(program)
    slow = tmp_path / "shared drive"
    go_on = _silent_until(slow, monkeypatch)
    presets = program.window._open_preset.list
    presets.use_folder(slow)
    await until_says(program, "Presets are in")
    await until(lambda: program.tasks._running.keys() <= {"watch", "scan presets"}, "for the rest")
    assert str(slow) not in presets._watcher.directories()
    go_on.set()
    await until(lambda: str(slow) in presets._watcher.directories(), "for it to be watched")

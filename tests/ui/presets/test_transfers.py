"""Paste, import, drop and export in the whole window, as an operator does it."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QDialog, QFileDialog, QLineEdit, QToolButton
from ui.contrasts import colours_in, contrast, difference
from ui.driving import Program, Screen, cursor, settle, until

from akool_desktop.store.preset_writing import locked
from akool_desktop.ui.file_chooser import FileChooser
from akool_desktop.ui.presets.panel import PresetPanel
from akool_desktop.ui.theme import theme

KEY, TOKEN = "planted-key-5f3a91", "planted-token-77c2e0"
OWN = {"avatar_id": "Tristan", "stream_type": "livekit", "duration": 4000, "credentials": {
    "livekit_url": "wss://booth.example", "livekit_token": TOKEN,
}}  # fmt: skip
CURL = f"curl https://openapi.akool.com -H 'Authorization: Bearer {KEY}' -d '{json.dumps(OWN)}'"
BOOTH = {
    "id": "6f1c2b0e", "name": "Booth, hall 3", "secrets": {"credentials.livekit_token": "keyring"},
    "values": {"avatar_id": "nobody", "stream_type": "livekit", "credentials.livekit_url": "wss://booth.example"},
}  # fmt: skip


def panel(program: Program) -> PresetPanel:
    found = program.window.findChild(PresetPanel)
    assert isinstance(found, PresetPanel)
    return found


async def paste(program: Program, text: str) -> Screen:
    panel(program).asked.emit("paste", [])
    QGuiApplication.clipboard().setText(text)
    dialog = program.dialog()
    dialog.press("Paste")
    QGuiApplication.clipboard().clear()
    return dialog


async def chosen(program: Program, path: Path) -> None:
    """In the system's dialog for files."""
    await until(lambda: program.all(QFileDialog), "for the dialog")
    (chooser,) = program.all(QFileDialog)
    chooser.selectFile(str(path))
    edit = chooser.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(edit, QLineEdit)
    edit.setText(str(path))
    QDialog.accept(chooser) if path.suffix == "" else chooser.accept()


async def test_a_pasted_command_fills_the_form_and_what_is_wrong_shows(program: Program) -> None:
    (await paste(program, CURL)).press("Fill the form")
    await program.closed()
    assert program.text_of("avatar_id").text() == "Tristan"
    assert program.text_of("credentials.livekit_token").text() == TOKEN
    assert program.says("Enter a length from 0:01 to 60:00.")
    assert program.preview_body()["credentials"] == {"livekit_url": "wss://booth.example", "livekit_token": "••••••••"}
    program.form.edits.undo()
    assert program.text_of("avatar_id").text() == ""


async def test_a_key_that_was_found_goes_into_an_account(program: Program) -> None:
    pasting = await paste(program, CURL)
    await until(lambda: pasting.buttons("Add it to an account…"), "for the offer")
    pasting.press("Add it to an account…")
    await until(lambda: len(program.dialogs()) == 2, "for the dialog of accounts")
    account = Screen(program.dialogs()[-1])
    secret = next(edit for edit in account.all(QLineEdit) if edit.accessibleName() == "Key or token")
    assert secret.text() == KEY
    assert secret.echoMode() is QLineEdit.EchoMode.Password
    for dialog in program.dialogs():
        dialog.reject()


async def test_a_pasted_command_becomes_a_preset_without_its_secret(program: Program) -> None:
    (await paste(program, CURL)).press("Save as preset")
    await until(lambda: [listed.name for listed in panel(program).rows.listed] == ["Tristan"], "for the preset")
    await until(lambda: program.dialogs(), "for the report")
    assert program.dialog().says("A secret stood in it in clear; it is kept apart from the file now.")
    program.dialog().press("Open")
    await until(lambda: program.text_of("credentials.livekit_token").text() == TOKEN, "for the secret")
    for path in program.paths.presets.rglob("*"):
        assert TOKEN.encode() not in path.read_bytes()
        assert KEY.encode() not in path.read_bytes()


async def test_a_dropped_file_is_opened_and_says_what_is_missing_here(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "booth.json"
    path.write_text(json.dumps(BOOTH))
    panel(program).dropped.emit([path])
    await until(lambda: program.says("Booth, hall 3 lacks something on this computer"), "for the card")
    assert program.says("LiveKit token is not in this computer's keyring. Enter it once; saving keeps it.")
    assert program.says("Avatar nobody is not in the account's list.")
    go_there = program.buttons("Go there")
    program.click(next(button for button in go_there if button.accessibleDescription() == "LiveKit token"))
    await until(lambda: program.focused() == "credentials.livekit_token", "for the field")


async def test_a_file_that_comes_while_another_is_read_is_not_passed_over_in_silence(
    program: Program, tmp_path: Path
) -> None:
    program.paths.presets.mkdir(parents=True, exist_ok=True)
    for name in ("first", "second"):
        (tmp_path / f"{name}.json").write_text(json.dumps({"name": name, "values": {}}))
    with locked(program.paths.presets):
        panel(program).dropped.emit([tmp_path / "first.json"])
        panel(program).dropped.emit([tmp_path / "second.json"])
        assert program.says("The last one is still under way. Try again in a moment.")
    await until(lambda: [listed.name for listed in panel(program).rows.listed] == ["first"], "for the preset")


async def test_dropped_text_is_shown_first(program: Program) -> None:
    panel(program).dropped.emit([CURL])
    await until(lambda: program.dialogs(), "for the dialog")
    assert program.dialog().says("Fills 5 settings")
    program.dialogs()[0].reject()


def test_files_are_not_looked_for_where_the_program_runs(
    screen: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That is the program's own folder where an icon has started it, and it takes no file."""
    monkeypatch.chdir(tmp_path)
    assert Path(FileChooser(screen.window, "Export").directory().path()) != tmp_path


def test_the_cursor_is_seen_where_files_are_chosen(screen: Program) -> None:
    """Qt's own dialog stands there where the desktop has none."""
    chooser = FileChooser(screen.window, "Import files")
    chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
    chooser.open()
    settle()
    seen = set()
    for _ in range(20):
        found = cursor()
        QTest.keyClick(found, Qt.Key.Key_Tab)
        if isinstance(found, QAbstractItemView | QToolButton) and found not in seen:
            seen.add(found)
            without = found.grab().toImage()
            found.setFocus(Qt.FocusReason.TabFocusReason)
            assert difference(without, found.grab().toImage()) > 40, found.objectName()
    assert {found.objectName() for found in seen} >= {"treeView", "sidebar", "toParentButton"}


def test_the_ways_to_other_folders_are_seen_in_dark(screen: Program) -> None:
    theme().apply("dark")
    chooser = FileChooser(screen.window, "Import files")
    chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
    chooser.open()
    settle()
    button = chooser.findChild(QToolButton, "toParentButton")
    assert isinstance(button, QToolButton)
    colours = colours_in(button.grab().toImage(), button.rect())
    ((ground, _),) = colours.most_common(1)
    assert max(contrast(ground, found) for found in colours) > 7
    theme().apply("light")


async def test_export_and_import_of_files(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "booth.json"
    path.write_text(json.dumps(BOOTH))
    panel(program).dropped.emit([path])
    await until(lambda: panel(program).rows.listed, "for the preset")
    panel(program).asked.emit("export", [panel(program).rows.listed[0]])
    await until(lambda: program.dialogs(), "for the question")
    assert program.dialog().says("No secret goes along")
    await until(lambda: cursor() is program.dialog().button("Into one file"), "for the cursor on what was asked for")
    program.dialog().press("Into one file…")
    target = tmp_path / "out.json"
    await chosen(program, target)
    await until(target.exists, "for the file")
    assert json.loads(target.read_text())["name"] == "Booth, hall 3"
    await until(lambda: program.says("No secret is in it"), "for the toast")
    await program.closed()
    panel(program).asked.emit("import", [])
    await chosen(program, target)
    await until(lambda: program.says("is here already, just as it came."), "for the toast")

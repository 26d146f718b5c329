"""Commands by name and by key, and how the window looks, from its one menu."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QMenu
from ui.conftest import OpenProgram
from ui.driving import AVATAR, Program, Screen, until

from akool_desktop.store.settings import SettingsFile
from akool_desktop.ui.theme import CONTRAST_LIGHT, theme


def _palette(program: Program) -> tuple[Screen, QLineEdit, QListWidget]:
    program.window.activateWindow()
    QTest.keyClick(program.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = program.dialog()
    (search,) = dialog.all(QLineEdit)
    (names,) = dialog.all(QListWidget)
    return dialog, search, names


def _names(listed: QListWidget) -> list[str]:
    return [listed.item(row).text() for row in range(listed.count())]


async def test_some_letters_and_enter_do_what_they_name(program: Program) -> None:
    program.load({"avatar_id": AVATAR})
    _, search, names = _palette(program)
    QTest.keyClicks(search, "crsess")
    assert _names(names) == ["Create session    Ctrl+Return"]
    QTest.keyClick(search, Qt.Key.Key_Return)
    await program.closed()
    await program.created()


async def test_it_leads_to_every_field_that_shows_and_to_no_other(program: Program) -> None:
    _, search, names = _palette(program)
    assert "Go to Knowledge base" in _names(names)
    assert "Go to LiveKit token" not in _names(names)
    QTest.keyClicks(search, "know")
    QTest.keyClick(search, Qt.Key.Key_Return)
    await program.closed()
    await until(lambda: program.focused() == "knowledge_id", "for the cursor")


async def test_arrows_move_while_the_cursor_stays_and_what_nothing_is_called_does_nothing(program: Program) -> None:
    dialog, search, names = _palette(program)
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert names.currentRow() == 1
    QTest.keyClicks(search, "zzz")
    assert dialog.says("Nothing is called that.")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert program.dialogs()
    QTest.keyClick(search, Qt.Key.Key_Escape)
    await program.closed()


async def test_f1_lists_every_key_of_the_window_once(program: Program) -> None:
    QTest.keyClick(program.window, Qt.Key.Key_F1)
    dialog = program.dialog()
    keys = [QKeySequence(command.keys) for command in program.window._commands() if command.keys]
    assert len({key.toString() for key in keys}) == len(keys)
    for said in ("Create session", "Ctrl+Return", "Commands", "Ctrl+K", "F1", "Check"):
        assert dialog.says(said)
    dialog.press("Close")
    await program.closed()


def _menu(program: Program) -> QMenu:
    button = program.button("Appearance")
    menu = button.menu()  # type: ignore[attr-defined]
    assert isinstance(menu, QMenu)
    return menu


def _choose(menu: QMenu, *path: str) -> None:
    for words in path:
        (action,) = [action for action in menu.actions() if action.text() == words]
        inner = action.menu()
        if isinstance(inner, QMenu):
            menu = inner
    action.trigger()


async def test_high_contrast_stillness_and_text_size_are_chosen_and_kept(
    open_program: OpenProgram,
) -> None:
    program = await open_program()
    _choose(_menu(program), "High contrast")
    assert theme().tokens is CONTRAST_LIGHT
    _choose(_menu(program), "Motion", "None")
    assert theme().still
    before = program.window.font().pointSizeF()
    _choose(_menu(program), "Text size", "150 %")
    assert program.window.font().pointSizeF() == pytest.approx(1.5 * before)
    await until(lambda: not program.tasks.runs("save settings"), "for the settings")
    kept = SettingsFile(program.window._settings_file._path.parent).load()
    assert (kept.theme, kept.motion, kept.text_size) == ("contrast", "none", "150")
    _choose(_menu(program), "Text size", "100 %")
    _choose(_menu(program), "Light")
    _choose(_menu(program), "Motion", "As the system")

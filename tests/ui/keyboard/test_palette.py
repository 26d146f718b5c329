"""Commands by name and by key, and how the window looks, from its one menu."""

import pytest
from PySide6.QtCore import QLibraryInfo, Qt, QTranslator
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QMenu, QPlainTextEdit, QScrollArea
from ui.conftest import OpenAt, OpenProgram
from ui.driving import AVATAR, Program, Screen, cursor, settle, until, until_says
from ui.preset_steps import names as preset_names
from ui.preset_steps import open_one, opened, write
from ui.selling import Sessions

from akool_desktop.session.fields import STEPS
from akool_desktop.store.settings import SettingsFile
from akool_desktop.ui.keyboard.commands import Command
from akool_desktop.ui.keyboard.keys import written
from akool_desktop.ui.keyboard.mnemonics import ARE_THERE
from akool_desktop.ui.keyboard.other_words import OTHER_WORDS, _parts
from akool_desktop.ui.keyboard.palette import CommandPalette
from akool_desktop.ui.language import time_of_day
from akool_desktop.ui.presets import acts as preset_acts
from akool_desktop.ui.speaking import speak
from akool_desktop.ui.theme import CONTRAST_LIGHT, theme
from akool_desktop.words import Words


def _palette(program: Program) -> tuple[Screen, QLineEdit, QListView]:
    program.window.activateWindow()
    QTest.keyClick(program.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = program.dialog()
    (search,) = dialog.all(QLineEdit)
    (names,) = dialog.all(QListView)
    return dialog, search, names


def _names(listed: QListView) -> list[str]:
    return [listed.model().index(row, 0).data() for row in range(listed.model().rowCount())]


async def test_some_letters_and_enter_do_what_they_name(program: Program) -> None:
    program.load({"avatar_id": AVATAR})
    _, search, names = _palette(program)
    QTest.keyClicks(search, "crsess")
    assert _names(names) == ["Create session"]
    assert names.model().index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Ctrl+Enter"
    QTest.keyClick(search, Qt.Key.Key_Return)
    await program.closed()
    await program.created()


async def test_enter_does_nothing_before_anything_is_named(program: Program) -> None:
    """What was typed before the palette was there is lost, and the first command of all spends."""
    program.load({"avatar_id": AVATAR})
    dialog, search, names = _palette(program)
    QTest.keyClick(search, Qt.Key.Key_Return)
    await program.pause()
    assert dialog.top.isVisible()
    assert not program.sessions.entries
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert names.currentIndex().data() == "Create session"
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert names.currentIndex().data() == "Check"
    QTest.keyClick(search, Qt.Key.Key_Return)
    await program.closed()
    await until(lambda: not program.tasks.runs("check"), "for the check")
    assert program.says("Check results")


@pytest.mark.parametrize(("typed", "found"), [
    ("paste", ["Paste or import…"]), ("import", ["Paste or import…"]), ("poi", ["Paste or import…"]),
    ("import paste", ["Paste or import…"]),
    ("npre", ["New preset"]), ("xq", []), ("shar", ["Screen sharing: hide secrets, links, names"]),
])  # fmt: skip
def test_letters_that_only_happen_to_be_in_a_name_do_not_find_it(
    screen: Program, typed: str, found: list[str]
) -> None:
    """“Appearance: As the system” has the letters of “paste”."""
    dialog, search, names = _palette(screen)
    QTest.keyClicks(search, typed)
    assert _names(names)[:1] == found[:1]
    assert len(_names(names)) <= 4
    dialog.top.close()


@pytest.mark.parametrize(("typed", "found"), [
    ("theme", "Appearance: As the system"), ("dark mode", "Appearance: Dark"), ("theme dark", "Appearance: Dark"),
    ("light theme", "Appearance: Light"), ("night", "Appearance: Dark"), ("appearance", "Appearance: As the system"),
    ("font", "Text size: 80 %"), ("zoom 150", "Text size: 150 %"), ("font size", "Text size: 80 %"),
    ("language", "Language: As the system"), ("中文", "Language: 简体中文"), ("语言", "Language: As the system"),
    ("chinese", "Language: 简体中文"), ("settings", "Account…"), ("proxy", "Network…"), ("api key", "Account…"),
    ("start", "Create session"), ("stop", "End all sessions…"), ("shortcuts", "Keys"), ("crash", "Support bundle…"),
    ("import files", "Paste or import…"),
])  # fmt: skip
def test_it_is_found_by_what_else_a_person_calls_it(screen: Program, typed: str, found: str) -> None:
    dialog, search, names = _palette(screen)
    search.setText(typed)
    assert found in _names(names)[:2]  # a field of the form may be called Language too
    dialog.top.close()


@pytest.mark.parametrize(("typed", "found"), [
    ("主题", "外观：跟随系统"), ("深色模式", "外观：深色"), ("夜间模式", "外观：深色"), ("主题深色", "外观：深色"),
    ("字体", "文字大小：80 %"), ("缩放150", "文字大小：150 %"), ("英文", "语言：English"), ("语言", "语言：跟随系统"),
    ("dark", "外观：深色"), ("theme dark", "外观：深色"), ("language", "语言：跟随系统"), ("代理", "网络…"),
])  # fmt: skip
def test_it_is_found_in_chinese_too_and_by_its_english_name(screen: Program, typed: str, found: str) -> None:
    speak("zh_CN")
    dialog, search, names = _palette(screen)
    search.setText(typed)
    first = _names(names)[:4]
    dialog.top.close()
    speak("en")
    assert found in first


def test_all_that_is_called_otherwise_too_is_there_to_be_found(screen: Program) -> None:
    commands = screen.window.commands
    rows = [Command(Words(marked), print) for marked in ("End session", "Open Stage", "Details")]
    every = [*commands.all, *commands._of_now(), *commands._looks(), *rows]
    assert set(OTHER_WORDS) <= {part for command in every for part in _parts(command.name)}


async def test_it_does_with_a_session_what_its_row_offers(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at()
    _, search, names = _palette(program)
    QTest.keyClicks(search, "stage")
    assert _names(names) == [f"Open Stage: {AVATAR}"]
    QTest.keyClick(search, Qt.Key.Key_Escape)
    await program.closed()
    dialog, search, names = _palette(program)
    QTest.keyClicks(search, "end")
    # the first is what Enter does: what asks before it ends anything
    assert _names(names)[:2] == ["End all sessions…", f"End session: {AVATAR}"]
    assert not any("Run again" in name or "Cancel" in name for name in _names(names))
    search.setText("end ses")
    QTest.keyClick(search, Qt.Key.Key_Return)
    await until_says(program, "Ended, confirmed")
    assert akool.closed == ["s1"]
    await program.closed()
    program.window.activateWindow()
    await until(program.window.isActiveWindow, "for the window")
    dialog, search, names = _palette(program)
    search.setText(AVATAR)
    assert _names(names)[:1] == [f"Run again: {AVATAR}"]
    assert not any(name.startswith(("End session", "Open Stage")) for name in _names(names))
    dialog.top.close()


async def test_of_two_sessions_with_one_name_it_says_when_each_was_created(
    open_at: OpenAt, akool: Sessions
) -> None:
    program = await open_at(2)
    newest, oldest = sorted(program.sessions.entries.values(), key=lambda entry: -entry.row)
    await program.sessions.note(oldest, created_at=newest.created_at - 2)
    _, search, names = _palette(program)
    QTest.keyClicks(search, "end session")
    times = [time_of_day(at, seconds=True) for at in (newest.created_at, newest.created_at - 2)]
    assert _names(names)[:2] == [f"End session: {AVATAR}, created at {at}" for at in times]
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(search, Qt.Key.Key_Return)
    await until(lambda: akool.closed == [oldest.session_id], "for its end")


async def test_it_opens_the_menu_that_makes_practice_fail_and_takes_a_failure_back(program: Program) -> None:
    menu = program.window._banner._fail_button.menu()
    _, search, names = _palette(program)
    QTest.keyClicks(search, "fail")
    assert _names(names) == ["Make it fail…"]
    QTest.keyClick(search, Qt.Key.Key_Return)
    await until(menu.isVisible, "for its menu")
    menu.close()
    program.practice.fail_next("1104")
    program.window._banner.refresh()
    _, search, names = _palette(program)
    QTest.keyClicks(search, "fail")
    assert _names(names) == ["Do not fail"]
    QTest.keyClick(search, Qt.Key.Key_Return)
    await until(lambda: program.practice.failing is None, "for it to be taken back")
    await program.closed()


async def test_on_another_account_nothing_can_be_made_to_fail(open_at: OpenAt) -> None:
    program = await open_at(0)
    dialog, search, names = _palette(program)
    QTest.keyClicks(search, "make it fail")
    assert _names(names) == []
    dialog.top.close()


@pytest.mark.parametrize("size", [(1440, 900), (560, 700)])
async def test_it_opens_the_request_preview(program: Program, size: tuple[int, int]) -> None:
    program.window.resize(*size)
    settle()
    _, search, _ = _palette(program)
    QTest.keyClicks(search, "json")
    QTest.keyClick(search, Qt.Key.Key_Return)
    settle()
    text = program.window.focusWidget()
    assert isinstance(text, QPlainTextEdit)
    await until(lambda: text.visibleRegion().boundingRect().height() > 100, "for the preview to be in view")
    assert program.preview().startswith("{")


def test_it_pastes_and_imports(screen: Program) -> None:
    _, search, _ = _palette(screen)
    QTest.keyClicks(search, "paste")
    QTest.keyClick(search, Qt.Key.Key_Return)
    settle()
    assert screen.dialog().top.windowTitle() == "Paste or import"
    screen.dialog().top.close()


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
    assert names.currentIndex().row() == 0
    QTest.keyClicks(search, "zzz")
    assert dialog.says("Nothing is called that.")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert program.dialogs()
    QTest.keyClick(search, Qt.Key.Key_Escape)
    await program.closed()


async def _beside(open_program: OpenProgram, name: str) -> Program:
    """One is in the form, and another preset beside it in the list."""
    program = await open_one(open_program)
    write(program.paths.presets, name, avatar_id="two")
    program.window._open_preset.list.look()
    await until(lambda: name in preset_names(program), "for the folder")
    return program


async def test_a_preset_is_opened_by_its_name(open_program: OpenProgram) -> None:
    program = await _beside(open_program, "Museum tour")
    _, search, names = _palette(program)
    await until(lambda: {"Open One", "Open Museum tour"} <= set(_names(names)), "for all presets")
    QTest.keyClicks(search, "open mus")
    await until(lambda: _names(names)[:1] == ["Open Museum tour"], "for the one")
    QTest.keyClick(search, Qt.Key.Key_Return)
    await program.closed()
    await opened(program, "Museum tour")


async def test_a_preset_whose_name_begins_like_the_command_is_found_by_its_name(open_program: OpenProgram) -> None:
    program = await _beside(open_program, "Opening night")
    _, search, names = _palette(program)
    QTest.keyClicks(search, "opening")
    await until(lambda: not program.tasks.runs("presets by name"), "for the presets")
    assert _names(names) == ["Open Opening night"]
    QTest.keyClick(search, Qt.Key.Key_Return)
    await program.closed()
    await opened(program, "Opening night")


def test_what_comes_later_leaves_the_cursor_where_it_was_moved(screen: Program) -> None:
    dialog, search, names = _palette(screen)
    palette = dialog.top
    assert isinstance(palette, CommandPalette)
    QTest.keyClicks(search, "new")
    QTest.keyClick(search, Qt.Key.Key_Down)
    on = names.currentIndex().data()
    palette.offer([Command(Words("New hall"), print)])
    assert _names(names).index("New hall") < _names(names).index(on)
    assert names.currentIndex().data() == on
    palette.close()


async def test_a_long_name_does_not_widen_the_list(screen: Program) -> None:
    dialog, search, names = _palette(screen)
    palette = dialog.top
    assert isinstance(palette, CommandPalette)
    palette.offer([Command(Words("Open {preset}", preset="Hall " * 60), print)])
    QTest.keyClicks(search, "open hall")
    await until(lambda: len(_names(names)) == 1, "for the one")
    settle()
    assert names.visualRect(names.currentIndex()).width() <= names.viewport().width()
    assert names.horizontalScrollBar().maximum() == 0
    palette.close()


async def test_how_the_window_looks_is_chosen_by_name(program: Program) -> None:
    for typed, name, chosen in (
        ("appearance: dark", "theme", "dark"), ("motion: none", "motion", "none"), ("text size: 9", "text_size", "90"),
        ("language: english", "language", "en"), ("appearance: light", "theme", "light"),
        ("text size: 100", "text_size", "100"), ("motion: as", "motion", "system"),
    ):  # fmt: skip
        _, search, names = _palette(program)
        QTest.keyClicks(search, typed)
        assert _names(names)
        QTest.keyClick(search, Qt.Key.Key_Return)
        await program.closed()
        assert getattr(program.window._choices.settings, name) == chosen


@pytest.mark.skipif(not ARE_THERE, reason="macOS has signs for them")
def test_keys_are_named_as_they_stand_on_the_keyboard(qapp: QApplication) -> None:
    """Chinese ones, too, have Enter and arrows on them, not 回车 and 下方向 as Qt would say."""
    translator = QTranslator()
    assert translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    qapp.installTranslator(translator)
    try:
        assert [written(keys) for keys in ("Ctrl+Return", "Down", "Del")] == ["Ctrl+Enter", "↓", "Del"]
    finally:
        qapp.removeTranslator(translator)


async def test_f1_names_every_key_that_does_something(program: Program) -> None:
    QTest.keyClick(program.window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    preset_acts.add_acts(QMenu(program.window), preset_acts.ROW_ACTS, print)
    shortcuts = [found.keys() for found in program.window.findChildren(QShortcut)]
    actions = [found.shortcuts() for found in program.window.findChildren(QAction)]
    keys = {written(found[0].toString()) for found in (*shortcuts, *actions) if found}
    assert keys >= {"F2", "Del", "Ctrl+B", "Ctrl+D", "Ctrl+E", "Ctrl+K", "Ctrl+F", "Esc", "↓"}
    QTest.keyClick(program.window, Qt.Key.Key_F1)
    named = [label.text() for label in program.dialog().all(QLabel)]
    steps = {f"Alt+{number}" for number, _ in enumerate(STEPS, 1)} if ARE_THERE else set()
    assert bool(steps) is program.dialog().says("Alt and a number")
    assert keys - {"Enter"} - steps - set(named) == set()  # the one beside the numbers does what the other does
    program.dialog().press("Close")
    await program.closed()


def test_a_menu_writes_keys_as_their_sheet_does(screen: Program) -> None:
    menu = QMenu(screen.window)
    preset_acts.add_acts(menu, preset_acts.ROW_ACTS, print)
    shown = {action.text().partition("\t")[2] or action.shortcut().toString() for action in menu.actions()}
    assert shown == {written(keys) for keys in preset_acts.LIST_KEYS}


def test_a_sheet_with_more_than_has_room_is_read_page_by_page(screen: Program) -> None:
    screen.window.commands.show_keys()
    sheet = screen.dialog().top
    sheet.resize(sheet.width(), 300)
    settle()
    bar = sheet.findChildren(QScrollArea)[0].verticalScrollBar()
    QTest.keyClick(cursor(), Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(cursor(), Qt.Key.Key_PageUp)
    assert bar.value() == 0
    sheet.close()


def test_no_two_things_have_the_same_key(screen: Program) -> None:
    keys = [QKeySequence(command.keys).toString() for command in screen.window.commands.all if command.keys]
    assert len(set(keys)) == len(keys) > 12


def _menu(program: Program) -> QMenu:
    button = program.button("Appearance")
    menu = button.menu()  # type: ignore[attr-defined]
    assert isinstance(menu, QMenu)
    return menu


async def test_a_menu_that_keys_have_opened_begins_at_its_first_entry(program: Program) -> None:
    menu = _menu(program)
    program.button("Appearance").setFocus()
    QTest.keyClick(cursor(), Qt.Key.Key_Space)
    await until(lambda: menu.activeAction(), "for an entry")
    assert menu.activeAction() is menu.actions()[0]
    menu.close()
    QTest.mousePress(program.button("Appearance"), Qt.MouseButton.LeftButton)
    await until(menu.isVisible, "for the menu")
    await program.frame()
    assert menu.activeAction() is None
    menu.close()
    QTest.mouseRelease(program.button("Appearance"), Qt.MouseButton.LeftButton)


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

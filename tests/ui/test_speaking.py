"""Another language while the window runs: everything is said in it, nothing that was begun is lost, and back."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QMenu
from ui.driving import AVATAR, Program, settle, until
from ui.spoken import ACCENTED, crowded, everything_said, left_in_english, windows

from akool_desktop.store.entry import Entry, State
from akool_desktop.store.settings import SettingsFile
from akool_desktop.ui.file_chooser import FileChooser
from akool_desktop.ui.language import amount, day_and_time, number, time_of_day, told, tr
from akool_desktop.ui.speaking import speak, speak_by

ARABIC = QLocale("ar_EG")  # from right to left, with digits of its own
# Names of people, products, formats and hosts: the same in every language.
DATA = {"Akool Desktop", "Tristan", AVATAR, "Agora", "https://", "museum", "en", "JSON"}


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak("en")


def known(program: Program) -> set[str]:
    sessions, entries = program.sessions, program.sessions.entries.values()
    held = {str(value) for entry in entries for value in sessions.credentials.of(entry).values()}
    return DATA | held | {entry.session_id for entry in entries}


async def test_all_is_said_in_the_other_language_and_in_english_again(program: Program) -> None:
    program.type("avatar_id", AVATAR)
    program.click(program.create_button)
    await program.created()
    await until(lambda: program.says("1,140 practice credits"), "for the balance after it")
    before = list(everything_said(program.window))
    speak_by(ACCENTED, ARABIC)
    assert not left_in_english(program.window, known(program))
    speak("en")
    assert list(everything_said(program.window)) == before


async def test_what_the_check_found_is_said_in_the_other_language(program: Program) -> None:
    program.window.resize(1440, 900)  # line by line, and not in one
    program.type("avatar_id", AVATAR)
    program.press("Check")
    await until(lambda: program.says("Key accepted") and not program.tasks.runs("check"), "for what it found")
    speak_by(ACCENTED, ARABIC)
    assert not left_in_english(program.window, known(program))


def test_no_label_is_left_in_english_where_files_are_chosen(screen: Program) -> None:
    """Qt's own Chinese is not complete."""
    speak("zh_CN")
    chooser = FileChooser(screen.window, tr("Import files"))
    chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
    chooser.open()
    settle()
    labels = [label.text() for label in chooser.findChildren(QLabel) if label.isVisible() and label.text()]
    assert len(labels) == 3
    assert not [text for text in labels if text.isascii()]
    chooser.reject()


async def test_what_was_begun_goes_on(program: Program) -> None:
    """The draft, what can be undone, the cursor, an open question and a session that runs."""
    program.type("avatar_id", AVATAR)
    program.click(program.create_button)
    await program.created()
    program.type("duration", "12:00")
    program.press("End all sessions")
    await until(program.dialogs, "for the question")
    draft, session = dict(program.form.draft), program.sessions.open
    speak("zh_CN")
    assert program.form.draft == draft
    assert program.sessions.open == session
    assert program.dialog().says("结束账户“练习”上的所有会话？")
    program.dialog().press("取消")
    await program.closed()
    program.bring_into_view(program.field("duration"))
    program.field("duration").setFocus()
    speak("en")
    assert program.focused() == "duration"
    program.form.edits.undo()
    assert program.form.draft.get("duration") != draft["duration"]


async def test_history_and_a_failure_follow_too(program: Program) -> None:
    program.practice.fail_next("1104")
    program.type("avatar_id", AVATAR)
    program.click(program.create_button)
    await program.card()
    program.press("History")
    await until(lambda: len(windows()) == 2, "for the History window")
    speak_by(ACCENTED, ARABIC)
    for window in windows():
        assert not left_in_english(window, known(program) | {"1104", "Insufficient credit"})


async def test_a_filter_of_history_names_practice_as_its_rows_do(program: Program) -> None:
    """From the start on: nobody has said the English name in this run."""
    program.ledger.begin(Entry(0, "practice", "Practice", AVATAR, "agora", 1000.0, State.ENDED, session_id="s1"))
    speak("zh_CN")
    program.window._open_history()
    history = program.window._history_window
    assert history
    await until(lambda: not program.tasks.runs("history accounts"), "for the accounts")
    (accounts,) = [found for found in history.findChildren(QComboBox) if found.accessibleName() == tr("Account")]
    assert accounts.itemText(1) == "练习"


async def test_the_choice_is_kept(program: Program) -> None:
    chinese = next(action for menu in program.all(QMenu) for action in menu.actions() if action.text() == "简体中文")
    chinese.trigger()
    assert program.says("数字人")
    await until(lambda: SettingsFile(program.paths.config).load().language == "zh_CN", "for the choice to be kept")


@pytest.mark.parametrize(("variable", "language"), [
    ("zh_CN.UTF-8", "zh_CN"), ("zh_SG.UTF-8", "zh_CN"), ("en_GB.UTF-8", "en"), ("C.UTF-8", "en"), ("fi_FI.UTF-8", "en"),
])  # fmt: skip
def test_the_system_chooses(variable: str, language: str) -> None:
    asked = "from akool_desktop.ui.speaking import language_of_system; print(language_of_system())"
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    run = subprocess.run(
        [sys.executable, "-c", asked], env=clean | {"LANG": variable}, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == language


def test_numbers_and_moments_are_written_as_the_language_does(qapp: QApplication) -> None:  # noqa: ARG001
    moment = datetime(2026, 11, 26, 9, 5, 7).timestamp()
    speak("zh_CN")
    assert (amount(1234567.5), day_and_time(moment)) == ("1,234,567.5", "2026/11/26 09:05")
    speak_by({}, QLocale("de_DE"))
    assert (amount(1234567.5), amount(0.3), number(12000)) == ("1.234.567,5", "0,3", "12.000")
    speak_by({}, ARABIC)
    assert amount(940) == "٩٤٠"
    speak("en")
    assert (day_and_time(moment, seconds=True), time_of_day(moment)) == ("2026-11-26 09:05:07", "09:05")


def test_what_was_kept_in_english_is_found_again(qapp: QApplication) -> None:  # noqa: ARG001
    speak("zh_CN")
    assert told("Ended here.") == "在本程序中结束。"
    assert told("Akool refused the session: no credit.") == "Akool 拒绝了该会话：no credit。"
    assert told("Nothing that anyone has marked") == "Nothing that anyone has marked"


@pytest.mark.parametrize("size", [(1440, 900), (1024, 640), (720, 450)])
async def test_words_that_are_longer_and_run_from_the_right_have_room(program: Program, size: tuple[int, int]) -> None:
    program.type("avatar_id", AVATAR)
    program.click(program.create_button)
    await program.created()
    program.window.resize(*size)
    speak_by(ACCENTED, ARABIC)
    assert program.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    await asyncio.sleep(0)  # laid out anew
    QApplication.sendPostedEvents()
    assert not crowded(program.window)

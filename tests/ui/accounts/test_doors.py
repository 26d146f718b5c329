"""The first run: two doors, until one of them is taken or something else answers them."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile import HostileServer, by_path, ok
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from ui.conftest import OpenProgram, Serve
from ui.driving import KEY, Program, Screen, cursor, settle, until

from akool_desktop.cli import _accounts, _parser
from akool_desktop.paths import folders
from akool_desktop.practice.service import PracticeService
from akool_desktop.store.accounts import AccountBook
from akool_desktop.store.drafts import Drafts
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.ledger import Ledger
from akool_desktop.store.settings import Settings, SettingsFile

PRACTISE, CONNECT = "Practise (no account)", "Connect my Akool account…"
QUESTION = "How would you like to begin?"


@pytest.fixture
def first_run(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    program = Program(tmp_path / "data", answered=False)
    program.window.show()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    yield program
    program.put_away()


def test_the_first_run_asks_and_nothing_behind_can_be_reached(first_run: Program) -> None:
    assert first_run.says(QUESTION)
    assert {_next_word() for _ in range(6)} == {PRACTISE, CONNECT}
    assert not first_run.field("avatar_id").isVisible()
    QTest.keyClick(cursor(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not first_run.dialogs()
    held = Qt.KeyboardModifier
    for key, with_it in ((Qt.Key.Key_F6, held.NoModifier), (Qt.Key.Key_J, held.ControlModifier)):
        QTest.keyClick(cursor(), key, with_it)
        assert first_run.field("doors").isAncestorOf(cursor())


def test_a_screen_reader_finds_nothing_behind_the_doors(first_run: Program) -> None:
    found = list(_told(QAccessible.queryAccessibleInterface(first_run.window)))
    assert {PRACTISE, CONNECT} <= set(found)
    assert "Avatar" not in found
    first_run.press(PRACTISE)
    assert "Avatar" in _told(QAccessible.queryAccessibleInterface(first_run.window))


def _told(found: QAccessibleInterface) -> Iterator[str]:
    """The names of what is not hidden."""
    if not found.state().invisible:
        yield found.text(QAccessible.Text.Name)
        for number in range(found.childCount()):
            yield from _told(found.child(number))


def test_what_is_said_below_the_doors_stands_off_from_them(first_run: Program) -> None:
    """As far as they do from each other."""
    first_run.window.resize(1440, 900)
    settle()
    left, right = (door.geometry() for door in first_run.window.findChildren(QFrame, "door"))
    note = next(label for label in first_run.all(QLabel) if label.text().startswith("Practice stays"))
    assert note.geometry().top() - left.bottom() == right.left() - left.right()


def test_the_doors_cover_the_window_whatever_its_size(first_run: Program) -> None:
    for width, height in ((1024, 640), (1600, 1000)):
        first_run.window.resize(width, height)
        settle()
        doors = first_run.field("doors")
        assert doors.geometry() == first_run.window.rect()
        assert all(button.visibleRegion().boundingRect() == button.rect() for button in doors.findChildren(QPushButton))


@pytest.mark.parametrize(("width", "height", "in_view"), [(900, 600, 2), (760, 600, 2), (520, 420, 1)])
def test_a_small_window_has_a_door_in_view(first_run: Program, width: int, height: int, in_view: int) -> None:
    """Side by side as long as both have room; else one under another, the first of them to be taken without a look."""
    first_run.window.resize(width, height)
    settle()
    buttons = [button for button in first_run.field("doors").findChildren(QPushButton) if button.isVisible()]
    assert sum(button.visibleRegion().boundingRect() == button.rect() for button in buttons) == in_view


def _next_word() -> str:
    QTest.keyClick(cursor(), Qt.Key.Key_Tab)
    button = cursor()
    assert isinstance(button, QPushButton)
    return button.text()


async def test_practise_leads_to_the_form_and_is_remembered(open_program: OpenProgram, tmp_path: Path) -> None:
    program = await open_program(answered=False)
    assert isinstance(cursor(), QPushButton)
    QTest.keyClick(cursor(), Qt.Key.Key_Return)
    assert not program.says(QUESTION)
    assert program.says("Nothing is sent to Akool, nothing is spent.")
    await until(lambda: program.focused() == "avatar_id", "for the cursor in the form")
    await until(lambda: SettingsFile(program.paths.config).load().account == "practice", "for the choice to be kept")
    assert not _undecided(tmp_path / "data", [])


async def test_connect_leads_to_the_account_and_back_to_the_doors_if_it_is_left(
    open_program: OpenProgram, serve: Serve, tmp_path: Path
) -> None:
    program = await open_program(answered=False)
    program.press(CONNECT)
    program.dialog().press("Cancel")
    await program.closed()
    assert program.says(QUESTION)
    program.press(CONNECT)
    server = serve(by_path({"quota/info": ok({"credit": 9})}, ok([])))
    _fill(program.dialog(), server)
    program.dialog().press("Save account")
    await until(lambda: not program.says(QUESTION), "for the form")
    assert program.accounts.chosen.name == "Mine"
    assert not _undecided(tmp_path / "data", [])


def _fill(dialog: Screen, server: HostileServer) -> None:
    for label, text in (("Account name", "Mine"), ("Base URL", server.url)):
        edit = dialog.labelled(label)
        assert isinstance(edit, QLineEdit)
        edit.setText(text)
    assert isinstance(dialog.labelled("Kind of key"), QComboBox)
    next(edit for edit in dialog.all(QLineEdit) if edit.accessibleName() == "Key or token").setText(KEY)


async def test_a_preset_that_another_start_asks_for_is_an_answer(open_program: OpenProgram, tmp_path: Path) -> None:
    program = await open_program(answered=False)
    preset = tmp_path / "one.json"
    preset.write_text(json.dumps({"values": {"avatar_id": "Somebody"}}))
    Drafts(program.paths.data / "drafts").ask_for(str(preset))
    program.window._open_preset.open_wish()
    await until(lambda: not program.says(QUESTION), "for the form")
    assert program.text_of("avatar_id").text() == "Somebody"


@pytest.mark.parametrize(
    ("arguments", "variables", "remembered", "undecided"),
    [
        ([], {}, "", True),
        (["--account", "Practice"], {}, "", False),
        ([], {"AKOOL_API_KEY": KEY}, "", False),
        (["--base-url", "https://gateway.example"], {"AKOOL_API_KEY": KEY}, "", False),
        ([], {}, "practice", False),
        ([], {}, "gone", True),
    ],
)
def test_who_has_said_whom_to_work_with_is_not_asked(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    variables: dict[str, str],
    remembered: str,
    undecided: bool,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    SettingsFile(folders(tmp_path).config).save(Settings(account=remembered))
    assert _undecided(tmp_path, arguments) == undecided


def test_accounts_that_cannot_be_read_are_no_first_run(tmp_path: Path) -> None:
    folder = folders(tmp_path).config
    folder.mkdir(parents=True)
    (folder / "accounts.json").write_text("{")
    assert not _undecided(tmp_path, [])


def _undecided(folder: Path, arguments: list[str]) -> bool:
    config = folders(folder).config
    settings = SettingsFile(config).load()
    return _accounts(_parser().parse_args(arguments), AccountBook(config), _NEVER_STARTED, settings).undecided


_NEVER_STARTED = PracticeService(Path("contract"), Path("catalogue"))


async def test_a_session_that_may_cost_is_not_behind_the_doors(open_program: OpenProgram, tmp_path: Path) -> None:
    """It was created with a key from the environment, which this start does not have."""
    ledger = Ledger(folders(tmp_path / "data").data)
    ledger.begin(Entry(0, "environment", "Environment", "dvp", "agora", time.time(), State.LIVE, session_id="s9"))
    ledger.close()
    program = await open_program(answered=False)
    await until(lambda: not program.says(QUESTION), "for the doors to give way")
    await until(lambda: program.buttons("End session"), "for the row")
    assert program.button("End session").isEnabled()

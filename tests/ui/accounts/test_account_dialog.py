"""Accounts: added, tested for free, kept where the dialog says, and named on the button that spends."""

import asyncio
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from hostile import HostileServer, after, by_path, ok, refuse
from keyring.backend import KeyringBackend
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from ui.conftest import OpenProgram, Serve
from ui.driving import AVATAR, KEY, Program, Screen, cursor, until

from akool_desktop.desk import accounts
from akool_desktop.store import vault
from akool_desktop.store.accounts import DEFAULT_BASE_URL, Account
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.vault import Vault
from akool_desktop.ui.accounts.dialog import AccountDialog
from akool_desktop.ui.masking import masking
from akool_desktop.ui.theme import ACCOUNT_COLOURS

SESSION = {"_id": "6698c9d69cf7b0d61d1b6420", "status": 1}
AKOOL = by_path(
    {"session/create": ok(SESSION), "quota/info": ok({"credit": 1234}), "session/detail": ok(SESSION)},
    ok({"count": 0, "result": []}),
)

with_keyring = pytest.mark.skipif(
    os.environ.get("AKOOL_TEST_KEYRING") != "1", reason="no throw-away Secret Service; packaging/test.py starts one"
)
without_keyring = pytest.mark.skipif(os.environ.get("AKOOL_TEST_KEYRING") == "1", reason="there is a keyring")


class Locked(KeyringBackend):
    """A keyring behind a prompt that nobody answers, until ``answered``."""

    __module__ = "keyring.backends.SecretService"

    def __init__(self) -> None:
        self.asked = 0
        self.answered = threading.Event()
        self.entries: dict[str, str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        self._prompt()
        return self.entries.get(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self._prompt()
        self.entries[f"{service} {username}"] = password

    def delete_password(self, service: str, username: str) -> None:
        self._prompt()
        del self.entries[f"{service} {username}"]

    def _prompt(self) -> None:
        self.asked += not self.answered.is_set()
        self.answered.wait(30)


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> Iterator[Locked]:
    monkeypatch.setattr(accounts, "_PATIENCE", 0.2)
    before = keyring.get_keyring()
    backend = Locked()
    keyring.set_keyring(backend)
    yield backend
    backend.answered.set()
    keyring.set_keyring(before)


# adding


async def test_every_input_of_the_dialog_has_its_label(program: Program) -> None:
    dialog = _open(program)
    for words in ("Account name", "Colour", "Kind of key", "Key or token", "Base URL"):
        dialog.labelled(words)


async def test_a_new_account_is_chosen_and_named_on_the_button_in_its_colour(
    serve: Serve, program: Program
) -> None:
    server = serve(AKOOL)
    dialog = _open(program)
    _fill(dialog, name="Client account", colour="Plum", secret=KEY, url=server.url)
    dialog.press("Save account")
    await program.closed()
    button = program.create_button
    assert button.text() == "Create session on Client account"
    pixel = button.grab().toImage().pixelColor(button.width() // 2, 3)
    assert pixel.name().lower() == ACCOUNT_COLOURS["plum"].lower()
    assert program.button("Client account").text().startswith("Client account")
    assert not program.says("Nothing is sent to Akool")
    await until(lambda: program.says("1,234 credits"), "for the balance")


async def test_an_ampersand_in_a_name_is_shown_and_presses_nothing(serve: Serve, program: Program) -> None:
    """Qt takes what follows one for the letter that presses the button, and this one spends."""
    dialog = _open(program)
    _fill(dialog, name="R&D", colour="Plum", secret=KEY, url=serve(AKOOL).url)
    dialog.press("Save account")
    await program.closed()
    create, chosen = program.create_button, program.button("R&&D")
    spoken = QAccessible.queryAccessibleInterface(create).text(QAccessible.Text.Name)
    assert spoken == "Create session on R&D"
    for button in (create, chosen):
        assert "R&&D" in button.text()
        assert "R&" not in masking.hide(button.text())
        assert button.shortcut().isEmpty()
    assert isinstance(chosen, QPushButton)
    assert [action.text() for action in chosen.menu().actions()][:2] == ["R&&D", "Practice"]


async def test_the_name_and_colour_of_an_account_are_there_at_the_next_start(
    serve: Serve, program: Program, open_program: OpenProgram
) -> None:
    server = serve(AKOOL)
    dialog = _open(program)
    _fill(dialog, name="Client account", colour="Olive", secret=KEY, url=server.url)
    dialog.press("Save account")
    await program.closed()
    again = await open_program()
    assert [account.name for account in again.accounts.accounts] == ["Client account", "Practice"]


@pytest.mark.parametrize(
    ("auth", "named", "other"),
    [
        ("API key", ("x-api-key", KEY), "authorization"),
        ("Bearer token", ("authorization", f"Bearer {KEY}"), "x-api-key"),
    ],
)
async def test_each_request_carries_one_auth_header(
    serve: Serve, program: Program, auth: str, named: tuple[str, str], other: str
) -> None:
    server = serve(AKOOL)
    dialog = _open(program)
    _fill(dialog, name="Client account", auth=auth, secret=KEY, url=server.url)
    dialog.press("Save account")
    await program.closed()
    program.type("avatar_id", AVATAR)
    program.click(program.create_button)
    await program.created()
    assert any(seen.path.endswith("session/create") for seen in server.requests)
    for seen in server.requests:
        assert seen.header(named[0]) == [named[1]]
        assert seen.header(other) == []


async def test_what_was_copied_along_with_the_key_is_not_sent(serve: Serve, program: Program) -> None:
    server = serve(AKOOL)
    dialog = _open(program)
    _fill(dialog, url=server.url)
    for pasted in (
        f"  {KEY}\r\n",
        f"“{KEY}”",
        f"Bearer {KEY}",
        f"x-api-key: {KEY}",
        f"-H 'x-api-key: {KEY}'",
        f"\u00a0{KEY[:7]}\u200b{KEY[7:]}\ufeff",
    ):
        QGuiApplication.clipboard().setText(pasted)
        secret = _secret(dialog)
        secret.setFocus()
        secret.selectAll()
        QTest.keyClick(secret, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        asked = len(server.requests)
        dialog.press("Test key")
        await until(lambda: dialog.says("Key accepted."), f"for the answer to {pasted!r}")
        assert [seen.header("x-api-key") for seen in server.requests[asked:]] == [[KEY]], pasted
    QGuiApplication.clipboard().clear()


async def test_what_cannot_be_an_account_is_said_and_not_kept(program: Program) -> None:
    dialog = _open(program)
    for filled, said in (
        ({"secret": ""}, "Paste the key or token first."),
        ({"secret": "käy"}, "Character 2 of the key cannot be sent"),
        ({"name": ""}, "Give the account a name."),
        ({"name": "practice"}, "Practice is taken."),
        ({"url": "http://akool.example"}, "Use https."),
        ({"url": "akool.example"}, "A base URL starts with https://"),
        ({"url": "https://me:pass@akool.example"}, "A base URL holds no user name and no password."),
    ):
        _fill(dialog, **({"name": "Client account", "secret": KEY, "url": DEFAULT_BASE_URL} | filled))
        dialog.press("Save account")
        await until(lambda said=said: dialog.says(said), f"for “{said}”")  # type: ignore[misc]
        assert dialog.top.isVisible()
        assert dialog.button("Save account").isEnabled()
    assert [account.name for account in program.accounts.accounts] == ["Practice"]


# testing


async def test_test_key_says_what_it_found_and_keeps_nothing(serve: Serve, program: Program) -> None:
    server = serve(AKOOL)
    dialog = _open(program)
    _fill(dialog, secret=KEY, url=server.url)
    dialog.press("Test key")
    await until(lambda: dialog.says("Key accepted. The account has 1,234 credits."), "for the answer")
    (seen,) = server.requests
    assert seen.path.endswith("quota/info")
    assert [account.name for account in program.accounts.accounts] == ["Practice"]


async def test_test_key_says_that_the_key_is_refused(serve: Serve, program: Program) -> None:
    server = serve(refuse(1101, f"bad key {KEY}"))
    dialog = _open(program)
    _fill(dialog, secret=KEY, url=server.url)
    dialog.press("Test key")
    await until(lambda: dialog.says("The key is wrong or has expired"), "for the answer")
    assert not any(KEY in words for words in dialog.words())
    assert dialog.button("Test key").isEnabled()


async def test_a_key_that_is_put_right_while_the_first_is_tested_is_tested_in_its_place(
    serve: Serve, program: Program
) -> None:
    answered = threading.Event()
    server = serve(after(answered, refuse(1101)), AKOOL)
    dialog = _open(program)
    _fill(dialog, secret="key-of-another", url=server.url)
    dialog.press("Test key")
    await until(lambda: server.requests, "for the first question")
    _fill(dialog, secret=KEY)
    dialog.press("Test key")
    await until(lambda: len(server.requests) == 2, "for the second")
    answered.set()
    await until(lambda: dialog.says("Key accepted."), "for its answer")
    assert server.requests[1].header("x-api-key") == [KEY]


async def test_a_long_sentence_pushes_no_field_together_and_takes_no_focus(serve: Serve, program: Program) -> None:
    server = serve(refuse(1101, "more than fits on a line " * 8))
    dialog = _open(program)
    _fill(dialog, secret=KEY, url=server.url)
    edit, test = _secret(dialog), dialog.button("Test key")
    before = edit.height()
    test.setFocus()
    dialog.click(test)
    await until(lambda: dialog.says("more than fits"), "for the answer")
    kept = next(label for label in dialog.all(QLabel) if label.isVisible() and "keyring" in label.text())
    assert edit.height() == before
    assert kept.mapToGlobal(QPoint()).y() >= edit.mapToGlobal(edit.rect().bottomLeft()).y()
    assert cursor() is test


async def test_test_key_says_that_nobody_answers(serve: Serve, program: Program) -> None:
    server = serve(AKOOL)
    url = server.url
    server.__exit__()
    dialog = _open(program)
    _fill(dialog, secret=KEY, url=url)
    dialog.press("Test key")
    await until(lambda: dialog.says("Nobody answers"), "for the answer")


async def test_the_key_is_dots_until_it_is_revealed(program: Program) -> None:
    dialog = _open(program)
    _fill(dialog, secret=KEY)
    assert not dialog.says(KEY)
    dialog.press("Reveal")
    assert dialog.says(KEY)


async def test_escape_closes_the_dialog_and_changes_nothing(program: Program) -> None:
    dialog = _open(program)
    _fill(dialog, name="Client account", secret=KEY)
    QTest.keyClick(dialog.top, Qt.Key.Key_Escape)
    await program.closed()
    assert [account.name for account in program.accounts.accounts] == ["Practice"]


@pytest.mark.parametrize("button", ["Test key", "Save account"])
async def test_a_dialog_can_be_closed_while_it_waits(
    serve: Serve, program: Program, locked: Locked, button: str
) -> None:
    """Whatever it waited for comes to nothing, and to no error."""
    answered = threading.Event()
    server = serve(after(answered, AKOOL))
    dialog = _open(program)
    _fill(dialog, name="Client account", secret=KEY, url=server.url)
    dialog.press(button)
    await asyncio.sleep(0)
    dialog.press("Cancel")
    await program.closed()
    locked.answered.set()
    answered.set()
    names = ("test key", "save account", "where keys are kept", "unlock keyring")
    await until(lambda: not any(program.tasks.runs(name) for name in names), f"for {names}")
    assert [account.name for account in program.accounts.accounts] == ["Practice"]
    assert not program.cards()


async def test_a_prompt_that_nobody_answers_takes_no_thread_from_the_rest_of_the_program(
    program: Program, locked: Locked, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There are 32 of them, and what sessions cost is written down in one."""
    monkeypatch.setattr(accounts, "_PATIENCE", 0.05)
    monkeypatch.setattr(accounts, "_LOOK", 0.01)
    monkeypatch.setattr(vault, "_MOMENT", 0.01)
    dialog = _open(program)
    await until(lambda: dialog.says("Waiting for the keyring to be unlocked"), "for the prompt")
    looks: list[object] = []

    def has_looked_often() -> bool:
        look = program.tasks.named("where keys are kept")
        looks.extend([look] if look not in looks else [])
        return len(looks) > 40

    larger = dialog.top.height() + 60
    dialog.top.resize(dialog.top.width(), larger)
    await until(has_looked_often)
    assert dialog.top.height() == larger
    assert await asyncio.wait_for(asyncio.to_thread(lambda: True), 5)
    locked.answered.set()
    await until(lambda: dialog.says("It will be kept in this computer's keyring."), "for the keyring")


# changing and removing


async def test_an_account_can_be_changed_and_keeps_its_key(serve: Serve, program: Program) -> None:
    server = serve(AKOOL)
    await _add(program, server)
    _menu(program, "Change Client account…")
    dialog = program.dialog()
    assert not dialog.says(KEY)
    _fill(dialog, name="Other client")
    dialog.press("Save account")
    await program.closed()
    assert program.create_button.text() == "Create session on Other client"
    program.type("avatar_id", AVATAR)
    program.click(program.create_button)
    await program.created()
    assert server.requests[-1].header("x-api-key") == [KEY]


async def test_to_change_another_account_does_not_choose_it(serve: Serve, program: Program) -> None:
    """A card about its open session has led there: the next session is still paid from the one that was chosen."""
    await _add(program, serve(AKOOL))
    client = program.accounts.chosen
    _menu(program, "Practice")
    program.window._go(f"account {client.id}")
    dialog = program.dialog()
    _fill(dialog, name="Other client", secret=KEY)
    dialog.press("Save account")
    await program.closed()
    assert program.create_button.text() == "Create session on Practice"
    _menu(program, "Other client")
    assert program.create_button.text() == "Create session on Other client"


async def test_a_removed_account_is_gone_with_its_key(serve: Serve, program: Program) -> None:
    server = serve(AKOOL)
    await _add(program, server)
    account_id, name = program.accounts.chosen.id, program.accounts.chosen.secret_name
    _menu(program, "Change Client account…")
    dialog = program.dialog()
    dialog.press("Remove account")
    await program.closed()
    assert program.create_button.text() == "Create session on Practice"
    await until(lambda: not program.tasks.runs(f"forget key {account_id}"), "for the keyring")
    assert await asyncio.to_thread(program.vault.read, name) is None


async def test_an_account_is_removed_at_once_though_its_keyring_is_locked(
    serve: Serve, program: Program
) -> None:
    """Else who closes the dialog meanwhile is left with an account that is in no file any more."""
    await _add(program, serve(AKOOL))
    account, before, shelf = program.accounts.chosen, keyring.get_keyring(), Locked()
    keyring.set_keyring(shelf)
    try:
        _menu(program, "Change Client account…")
        dialog = program.dialog()
        dialog.press("Remove account")
        await asyncio.wait_for(program.closed(), accounts._PATIENCE / 2)
        assert account not in program.accounts.accounts
        assert program.create_button.text() == "Create session on Practice"
    finally:
        shelf.answered.set()
        await until(lambda: not program.tasks.runs(f"forget key {account.id}"), "for the keyring")
        keyring.set_keyring(before)
        await asyncio.to_thread(program.vault.forget, account.secret_name)


async def test_who_closes_the_dialog_while_a_slow_disk_removes_the_account_is_left_with_none_of_it(
    serve: Serve, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _add(program, serve(AKOOL))
    account, go_on = program.accounts.chosen, threading.Event()
    monkeypatch.setattr(os, "fsync", lambda _: go_on.wait(30))
    _menu(program, "Change Client account…")
    dialog = program.dialog()
    dialog.press("Remove account")
    await until(lambda: any(program.paths.config.glob(".*.new")), "for the disk")
    QTest.keyClick(dialog.top, Qt.Key.Key_Escape)
    go_on.set()
    await program.closed()
    await until(lambda: program.create_button.text() == "Create session on Practice", "for another account")
    await until(lambda: not program.tasks.runs(f"forget key {account.id}"), "for the keyring")
    assert await asyncio.to_thread(program.vault.read, account.secret_name) is None


async def test_a_key_that_the_keyring_may_still_hold_is_told_of(serve: Serve, program: Program) -> None:
    await _add(program, serve(AKOOL))
    name = program.accounts.chosen.secret_name
    program.vault.use_this_run()
    _menu(program, "Change Client account…")
    program.dialog().press("Remove account")
    await until(lambda: program.says("could not be asked to forget its key"), "for word of the key")
    assert await asyncio.to_thread(program.vault.read, name) is None


async def test_an_account_with_open_sessions_is_not_removed(serve: Serve, program: Program) -> None:
    await _add(program, serve(AKOOL))
    account = program.accounts.chosen
    program.ledger.begin(
        Entry(0, account.id, account.name, "dvp", "agora", time.time(), State.LIVE, session_id="s1")
    )
    _menu(program, "Change Client account…")
    dialog = program.dialog()
    dialog.press("Remove account")
    await until(lambda: dialog.says("has open sessions"), "for word of them")
    assert account in program.accounts.accounts


async def test_another_account_is_a_choice_in_the_menu(serve: Serve, program: Program) -> None:
    await _add(program, serve(AKOOL))
    _menu(program, "Practice")
    assert program.create_button.text() == "Create session on Practice"
    assert program.says("Nothing is sent to Akool, nothing is spent.")


# Environment, and another address


async def test_environment_is_chosen_where_its_key_is_set(serve: Serve, open_program: OpenProgram) -> None:
    server = serve(AKOOL)
    program = await open_program(environment_key=KEY, base_url=server.url)
    assert program.create_button.text() == "Create session on Environment"
    await until(lambda: program.says("1,234 credits"), "for the balance")
    assert all(seen.header("x-api-key") == [KEY] for seen in server.requests)
    assert not any("Environment…" in text for text in _choices(program))  # it cannot be changed


async def test_the_window_names_the_host_of_another_address(serve: Serve, open_program: OpenProgram) -> None:
    server = serve(AKOOL)
    program = await open_program(environment_key=KEY, base_url=server.url)
    assert program.button("Environment").text().startswith(f"Environment at 127.0.0.1:{server.port}")


# where keys are kept


@without_keyring
async def test_without_a_keyring_the_key_is_kept_for_this_run_and_that_is_said(
    serve: Serve, program: Program
) -> None:
    server = serve(AKOOL)
    dialog = _open(program)
    await until(lambda: dialog.says("This run only: no keyring found"), "for where it is kept")
    assert "This run only: no keyring found" in _secret(dialog).accessibleDescription()
    _fill(dialog, name="Client account", secret=KEY, url=server.url)
    dialog.press("Save account")
    await program.closed()
    assert program.says("Account saved. This run only: no keyring found.")
    assert not _files_with(KEY, program.paths.config.parent)


@with_keyring
async def test_with_a_keyring_the_key_outlives_the_run(serve: Serve, program: Program) -> None:
    server = serve(AKOOL)
    dialog = _open(program)
    await until(lambda: dialog.says("It will be kept in this computer's keyring."), "for where it is kept")
    _fill(dialog, name="Client account", secret=KEY, url=server.url)
    dialog.press("Save account")
    await program.closed()
    assert program.says("Account saved. Kept in this computer's keyring.")
    name = program.accounts.chosen.secret_name
    assert await asyncio.to_thread(Vault(program.service).read, name) == KEY
    assert not _files_with(KEY, program.paths.config.parent)
    await asyncio.to_thread(program.vault.forget, name)


async def test_a_locked_keyring_asks_once_and_leaves_the_window_awake(program: Program, locked: Locked) -> None:
    dialog = _open(program)
    await until(lambda: locked.asked, "for the prompt")
    _fill(dialog, name="Client account")  # typing goes on
    await until(lambda: dialog.says("Waiting for the keyring to be unlocked"), "for word of the prompt")
    dialog.press("Keep it for this run only")
    await until(lambda: dialog.says("This run only: the keyring was not unlocked"), "for word of it")
    assert locked.asked == 1


async def test_a_keyring_that_is_unlocked_meanwhile_is_used(program: Program, locked: Locked) -> None:
    dialog = _open(program)
    await until(lambda: dialog.says("Waiting for the keyring to be unlocked"), "for word of the prompt")
    locked.answered.set()
    await until(lambda: dialog.says("It will be kept in this computer's keyring."), "for word of it")


# hands


def _open(program: Program) -> Screen:
    _menu(program, "Add an account…")
    return program.dialog()


def _choices(program: Program) -> list[str]:
    return [action.text() for action in _account_button(program).menu().actions()]


def _menu(program: Program, words: str) -> None:
    next(action for action in _account_button(program).menu().actions() if action.text() == words).trigger()


def _account_button(program: Program) -> QPushButton:
    return next(found for found in program.all(QPushButton) if found.accessibleName().startswith("Account:"))


def _secret(dialog: Screen) -> QLineEdit:
    return next(edit for edit in dialog.all(QLineEdit) if edit.accessibleName() == "Key or token")


def _fill(
    dialog: Screen,
    *,
    name: str | None = None,
    colour: str = "",
    auth: str = "",
    secret: str | None = None,
    url: str | None = None,
) -> None:
    for words, text in (("Account name", name), ("Base URL", url)):
        if text is not None:
            _type(dialog.labelled(words), text)
    if secret is not None:
        _type(_secret(dialog), secret)
    for words, choice in (("Colour", colour), ("Kind of key", auth)):
        if choice:
            found = dialog.labelled(words)
            assert isinstance(found, QComboBox)
            found.setFocus()
            QTest.keyClick(found, Qt.Key.Key_Home)
            while found.currentText() != choice:
                QTest.keyClick(found, Qt.Key.Key_Down)


def _type(edit: object, text: str) -> None:
    assert isinstance(edit, QLineEdit)
    edit.setFocus()
    edit.selectAll()
    if text.isascii():
        QTest.keyClicks(edit, text)
    else:
        edit.insert(text)
    if not text:
        QTest.keyClick(edit, Qt.Key.Key_Delete)


async def _add(program: Program, server: HostileServer) -> None:
    dialog = _open(program)
    _fill(dialog, name="Client account", secret=KEY, url=server.url)
    dialog.press("Save account")
    await program.closed()


def _files_with(text: str, folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and text.encode() in path.read_bytes()]


async def test_it_says_where_a_key_is_had_and_that_an_empty_field_leaves_it(program: Program) -> None:
    """Whoever comes with nothing but an account at Akool's has to be told."""
    client = Account("c1", "Client", "plum", "api_key", DEFAULT_BASE_URL)
    for account, said in ((None, "From akool.com: API, API Credentials"), (client, "unchanged")):
        dialog = AccountDialog(program.window, program.accounts, program.tasks, account)
        assert said in [edit.placeholderText() for edit in Screen(dialog).all(QLineEdit)]
        dialog.reject()
        dialog.deleteLater()

"""The network in the window: what is entered is tried first, said in words, and kept without its password."""

from collections.abc import Iterator

import pytest
from hostile import HostileServer, cut, silent, wanting_login
from keyrings import Shelf, in_use
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from ui.driving import Program, Screen, until

from akool_desktop.akool.proxies import Choice, choose
from akool_desktop.store.network import PASSWORD_NAME, NetworkFile

PASSWORD = "planted-proxy-word"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    choose(Choice())


def _open(program: Program) -> Screen:
    button = next(found for found in program.all(QPushButton) if found.accessibleName() == "Appearance")
    next(action for action in button.menu().actions() if action.text() == "Network…").trigger()
    return program.dialog()


def _enter(dialog: Screen, address: str, user: str = "", password: str = "") -> None:
    mode = dialog.labelled("Proxy")
    assert isinstance(mode, QComboBox)
    mode.setFocus()
    QTest.keyClick(mode, Qt.Key.Key_End)
    for label, text in (("Address", address), ("User name", user), ("Password", password)):
        found = dialog.labelled(label)
        assert isinstance(found, QLineEdit)
        found.setFocus()
        QTest.keyClicks(found, text)


async def test_a_proxy_is_tried_and_its_refusal_is_a_sentence(program: Program) -> None:
    with HostileServer(wanting_login(f"jo:{PASSWORD}", cut)) as proxy:
        dialog = _open(program)
        assert not dialog.labelled("Address").isVisible()
        _enter(dialog, proxy.url, "jo", "wrong")
        dialog.press("Test")
        await until(lambda: dialog.says("The proxy wants a login"), "for the proxy's answer")
        assert proxy.requests[0].path == "openapi.akool.com:443"
    dialog.press("Test")
    await until(lambda: dialog.says("The proxy does not answer"), "for nobody's answer")
    dialog.press("Cancel")


async def test_what_is_entered_now_is_tested_while_nobody_has_answered_yet(program: Program) -> None:
    with HostileServer(silent) as proxy:
        dialog = _open(program)
        _enter(dialog, proxy.url)
        dialog.press("Test")
        await until(lambda: proxy.requests, "for the proxy to be asked")
        address = dialog.labelled("Address")
        assert isinstance(address, QLineEdit)
        address.setText("proxy")
        dialog.press("Test")
        await until(lambda: dialog.says("A proxy is entered like this"), "for the sentence")
        dialog.press("Cancel")


async def test_it_is_kept_and_the_password_is_in_no_file(program: Program) -> None:
    dialog = _open(program)
    _enter(dialog, "http://proxy.example:3128", "jo", PASSWORD)
    dialog.press("Save")
    await program.closed()
    await until(lambda: program.says("Network saved"), "for the word")
    assert program.vault.read(PASSWORD_NAME) == PASSWORD
    files = [path.read_bytes() for path in program.paths.config.rglob("*") if path.is_file()]
    assert any(b"proxy.example" in found for found in files)
    assert not any(PASSWORD.encode() in found for found in files)
    assert _open(program).labelled("Password").text() == ""  # type: ignore[attr-defined]
    program.vault.forget(PASSWORD_NAME)


async def test_an_address_with_a_fault_says_how_it_is_entered(program: Program) -> None:
    dialog = _open(program)
    _enter(dialog, "proxy")
    dialog.press("Save")
    await until(lambda: dialog.says("A proxy is entered like this"), "for the sentence")


async def test_what_stands_there_when_it_closes_is_what_was_saved(program: Program) -> None:
    """Also where the keyring keeps it waiting, and somebody goes on typing and presses again."""
    with in_use(Shelf()) as shelf:
        shelf.open.clear()
        dialog = _open(program)
        _enter(dialog, "http://proxy.example:3128", "jo", PASSWORD)
        dialog.press("Save")
        await until(lambda: program.vault.waiting, "for the keyring to wait")
        address = dialog.labelled("Address")
        assert isinstance(address, QLineEdit)
        QTest.keyClicks(address, "1")
        dialog.press("Save")
        entered = address.text()
        shelf.open.set()
        await program.closed()
    assert NetworkFile(program.paths.config).load().address == entered

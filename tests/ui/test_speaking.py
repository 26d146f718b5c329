"""Another language while the window runs: everything is said in it, nothing that was begun is lost, and back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from ui.driving import AVATAR, Program, cursor, until
from ui.spoken import ACCENTED, everything_said, left_in_english, windows

from akool_desktop.store.ledger import State
from akool_desktop.store.settings import SettingsFile
from akool_desktop.ui.speaking import language_of_system, speak, speak_by

ARABIC = QLocale("ar_EG")  # from right to left, with digits of its own
# Names of people, products, formats and hosts: the same in every language.
DATA = {"Akool Desktop", "Tristan's voice", "Tristan", AVATAR, "Agora", "https://", "museum", "en", "JSON"}


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak("en")


def known(program: Program) -> set[str]:
    held = [value for kept in program.sessions.credentials.values() for value in kept.values()]
    return DATA | set(map(str, held)) | {entry.session_id for entry in program.sessions.entries.values()}


async def test_all_is_said_in_the_other_language_and_in_english_again(program: Program) -> None:
    program.type("avatar_id", AVATAR)
    program.click(program.create_button)
    await program.created()
    before = list(everything_said(program.window))
    speak_by(ACCENTED, ARABIC)
    assert not left_in_english(program.window, known(program))
    speak("en")
    assert list(everything_said(program.window)) == before

"""Another language while the window runs: everything is said in it, nothing that was begun is lost, and back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from ui.driving import AVATAR, Program
from ui.spoken import ACCENTED, everything_said, left_in_english

from akool_desktop.ui.speaking import speak, speak_by

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

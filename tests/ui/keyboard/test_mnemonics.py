"""Alt and a letter: shown while Alt is held, one for each button, in every language."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from ui.driving import AVATAR, Program, cursor, until

from akool_desktop.ui.file_chooser import FileChooser
from akool_desktop.ui.keyboard.mnemonics import Mnemonics, letters, mnemonics
from akool_desktop.ui.speaking import speak

_ALT = Qt.KeyboardModifier.AltModifier


def _shown(window: QWidget) -> list[str]:
    return sorted(sign.text() for sign in window.findChildren(QLabel, "letter") if sign.isVisible())


def _press(letter: Qt.Key) -> None:
    pressed_in = cursor()
    for key in (Qt.Key.Key_Alt, letter):
        QTest.keyPress(pressed_in, key, _ALT)
    for key in (letter, Qt.Key.Key_Alt):
        QTest.keyRelease(pressed_in, key, _ALT)


def test_each_shows_its_letter_while_alt_is_held(screen: Program) -> None:
    screen.window.resize(1440, 900)
    assert _shown(screen.window) == []
    QTest.keyPress(cursor(), Qt.Key.Key_Alt)
    assert _shown(screen.window) == sorted("1234567ACEFHKLNMPQST")
    QTest.keyRelease(cursor(), Qt.Key.Key_Alt)
    assert _shown(screen.window) == []


def test_a_window_that_had_the_keys_before_is_heard_too(screen: Program) -> None:
    """As the first look has, which is painted before the rest of the program is there."""
    screen.window.removeEventFilter(mnemonics())
    heard = Mnemonics()
    QTest.keyPress(cursor(), Qt.Key.Key_Alt)
    assert _shown(screen.window)
    QTest.keyRelease(cursor(), Qt.Key.Key_Alt)
    screen.window.removeEventFilter(heard)
    screen.window.installEventFilter(mnemonics())


async def test_alt_and_the_letter_press_it(program: Program) -> None:
    program.type("avatar_id", AVATAR)
    _press(Qt.Key.Key_5)
    await until(lambda: program.focused() == "stream_type", "for the step")
    _press(Qt.Key.Key_C)
    await program.created()


def test_what_is_typed_right_after_goes_to_the_step(screen: Program) -> None:
    _press(Qt.Key.Key_2)
    QTest.keyClicks(cursor(), "Nova")
    assert screen.text_of("voice_id").text() == "Nova"


async def test_a_dialog_has_letters_of_its_own_and_they_hold_when_its_words_change(program: Program) -> None:
    _press(Qt.Key.Key_E)
    await until(lambda: program.dialogs(), "for the question")
    dialog = program.dialog()
    await until(lambda: dialog.says("none is open here"), "for Akool's list")
    assert {letter: button.text() for letter, button in letters(dialog.top).items()} == {"C": "Close"}
    _press(Qt.Key.Key_C)
    await program.closed()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
async def test_in_every_language_the_text_of_a_button_has_no_letter_in_it(program: Program, language: str) -> None:
    speak(language)
    try:
        program.window._open_network()
        dialog = program.dialog()
        assert len(letters(dialog.top)) == 3  # Test, Cancel, Save
        assert all("&" not in button.text() for button in letters(dialog.top).values())
        QTest.keyClick(dialog.top, Qt.Key.Key_Escape)
        await program.closed()
    finally:
        speak("en")


async def test_what_is_qts_own_keeps_its_letters_to_itself(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "hall.json"
    file.write_text("{}")
    chooser = FileChooser(program.window, "Import files")
    chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
    chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
    chosen: list[list[str]] = []
    chooser.filesSelected.connect(chosen.append)
    chooser.open()
    await until(chooser.isActiveWindow, "for the dialog to come to the front")
    assert not letters(chooser).keys() & set("LNTO")  # Look in, File name, Files of type, Open
    cursor().setProperty("text", str(file))
    _press(Qt.Key.Key_O)
    await until(lambda: chosen == [[str(file)]], "for the file")

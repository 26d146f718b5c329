"""The Stage's part of a session's card, while the avatar speaks."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from ui.driving import Screen, settle

from akool_desktop.ui.speaking import speak
from akool_desktop.ui.stage_panel import StagePanel, Told


def test_what_is_said_moves_nothing_that_is_pressed_meanwhile(qtbot: QtBot) -> None:
    """Interrupt is pressed while the avatar speaks, and with every word the transcript is longer."""
    place = QWidget()
    qtbot.addWidget(place)
    place.setFixedWidth(300)
    panel = StagePanel(place, typing=True)
    panel.setFixedWidth(300)
    place.show()
    screen, told = Screen(place), Told("live", "Live", 640, "1280 × 720", "good")

    def stands() -> list[int]:
        panel.show_told(told, why_not="", takes_pass=False, may_open=True, is_page_open=True)
        panel.adjustSize()
        settle()
        return [screen.button(words).mapTo(place, place.rect().topLeft()).y() for words in ("Interrupt", "Leave")]

    before = stands()
    told.lines["bot", "1"] = "The museum opens at nine. " * 5
    assert screen.says("museum") is False
    assert stands() == before
    assert screen.says("The museum opens at nine.")


def test_who_speaks_is_set_off_as_the_language_does(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    speak("zh_CN")
    try:
        panel, told = StagePanel(place, typing=True), Told("live", "Live")
        place.show()
        told.lines["user", "1"] = "Good evening"
        panel.show_told(told, why_not="", takes_pass=False, may_open=True, is_page_open=True)
        assert Screen(panel).says("您：Good evening")
    finally:
        speak("en")

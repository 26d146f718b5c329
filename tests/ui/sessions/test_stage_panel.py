"""The Stage's part of a session's card, while the avatar speaks."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from ui.driving import Screen, settle

from akool_desktop.stage.session import Said
from akool_desktop.ui.sessions.stage_panel import StagePanel, Told
from akool_desktop.ui.speaking import speak


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
    told.hear(Said("bot", "1", "The museum opens at nine. " * 5, final=True))
    assert screen.says("museum") is False
    assert stands() == before
    assert screen.says("The museum opens at nine.")


def test_what_was_said_from_here_and_did_not_go_out_stands_there_again(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    panel = StagePanel(place, typing=True)
    panel.say_wanted.connect(panel.forget_text)  # it has reached the page
    place.show()
    screen, told = Screen(place), Told("live", "Live")

    def hear(text: str, *, sent: bool) -> None:
        told.hear(Said("user", text, text, final=True, sent=sent))
        panel.show_told(told, why_not="", takes_pass=False, may_open=True, is_page_open=True)
        if not sent:
            panel.give_back(text)

    hear("", sent=True)
    edit = screen.labelled("Say")
    assert isinstance(edit, QLineEdit)
    QTest.keyClicks(edit, "Good evening\r")
    assert edit.text() == ""
    hear("Good evening", sent=True)
    hear("Good evening", sent=False)
    assert edit.text() == "Good evening"
    assert "You, not sent: Good evening" in "".join(screen.words()).replace("\u200b", "")
    edit.clear()
    hear("what somebody typed on the page", sent=False)
    assert edit.text() == ""
    QTest.keyClicks(edit, "Good evening\rMeanwhile")
    hear("Good evening", sent=False)
    assert edit.text() == "Meanwhile"


def test_what_is_sent_at_last_comes_after_what_was_said_meanwhile() -> None:
    told = Told("live", "Live")
    for said in (
        Said("user", "1", "Hello", final=True, sent=False),
        Said("bot", "2", "Is anybody there?", final=True),
        Said("user", "1", "Hello", final=True),
    ):
        told.hear(said)
    assert [line.text for line in told.lines.values()] == ["Is anybody there?", "Hello"]


def test_who_speaks_is_set_off_as_the_language_does(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    speak("zh_CN")
    try:
        panel, told = StagePanel(place, typing=True), Told("live", "Live")
        place.show()
        told.hear(Said("user", "1", "Good evening", final=True))
        panel.show_told(told, why_not="", takes_pass=False, may_open=True, is_page_open=True)
        assert Screen(panel).says("您：Good evening")
    finally:
        speak("en")

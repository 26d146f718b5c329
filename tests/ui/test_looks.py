"""What stands in line, which colour words have, and where a colour ends: as designed, measured in the window."""

import time

import pytest
from PySide6.QtCore import QElapsedTimer, QPoint
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from ui.conftest import OpenAt
from ui.driving import AVATAR, Program, settle, until

from akool_desktop.desk.clock import Clock
from akool_desktop.store.entry import Entry, State
from akool_desktop.ui.cards import SessionCard
from akool_desktop.ui.controls.icons import BusyArc
from akool_desktop.ui.form.meanings import Mark
from akool_desktop.ui.rail import RailStep
from akool_desktop.ui.sessions.row import SessionRow
from akool_desktop.ui.theme import colour, px, theme


def _inked(picture: QImage, name: str) -> list[tuple[int, int]]:
    """Where it has this colour to the full."""
    wanted = colour(name)
    across, down = range(picture.width()), range(picture.height())
    return [(x, y) for y in down for x in across if picture.pixelColor(x, y) == wanted]


def _left(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), QPoint()).x()


def _caption(program: Program, words: str) -> QLabel:
    (found,) = [label for label in program.all(QLabel) if label.text() == words and label.isVisible()]
    return found


def test_the_bar_of_the_current_step_stands_on_its_tint(qtbot: QtBot) -> None:
    theme().apply("light")
    step = RailStep(1)
    qtbot.addWidget(step)
    step.resize(step.sizeHint())
    step.setChecked(True)
    picture = step.grab().toImage()
    bar, tint = _inked(picture, "accent"), _inked(picture, "accent_tint")
    assert min(x for x, _ in bar) == min(x for x, _ in tint)


def test_the_captions_at_the_left_stand_below_each_other(screen: Program) -> None:
    screen.window.resize(1440, 900)
    settle()
    assert {_left(_caption(screen, words)) for words in ("Presets", "Sessions")} == {px(20)}


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_mark_before_a_field_has_no_box_of_its_own(screen: Program, choice: str) -> None:
    theme().apply(choice)
    screen.field("avatar_id").setFocus()
    settle()
    (mark,) = [mark for mark in screen.all(Mark) if mark.isVisible()]
    at = mark.mapTo(screen.window, QPoint(1, mark.height() // 2))
    assert screen.window.grab().toImage().pixelColor(at) == colour("raised")


def test_words_on_a_button_have_the_colour_of_its_icon(screen: Program) -> None:
    screen.window.resize(1440, 900)
    screen.load({"avatar_id": AVATAR, "voice_params.speed": 1.05})
    settle()

    def ink(words: str) -> set[str]:
        picture = next(iter(screen.buttons(words))).grab().toImage()
        return {name for name in ("text", "muted") if _inked(picture, name)}

    assert ink("History") == {"text"}
    assert ink("Don't send") == {"muted"}


def test_a_heading_counts_in_bold(screen: Program) -> None:
    screen.load({"avatar_id": AVATAR, "room": "own", "stream_type": "livekit", "credentials.livekit_url": "https://a"})
    screen.click(screen.create_button)
    settle()
    badges = [label for label in screen.all(QLabel) if label.text().startswith("Needs you")]
    assert [badge.font().weight() for badge in badges] == [QFont.Weight.DemiBold]


def test_a_line_parts_what_is_in_the_way_from_what_is_only_not_sent(screen: Program) -> None:
    """And none stands above what is not sent where nothing is in the way: the one under the summary does."""
    screen.window.resize(1440, 900)
    line = screen.window._side._between
    screen.load({"avatar_id": AVATAR, "voice_params.speed": 1.05, "scene_mode": "fast_dialogue"})
    settle()
    assert screen.says("Not sent: 1 setting")
    assert not line.isVisible()
    screen.load({"voice_params.speed": 1.05, "scene_mode": "fast_dialogue"})
    screen.click(screen.create_button)
    settle()
    assert line.isVisible()
    problems, not_sent = _caption(screen, "Problems"), screen.button("Not sent: 1 setting")
    tops = [part.mapTo(screen.window, QPoint()).y() for part in (problems, line, not_sent)]
    assert tops == sorted(tops)
    assert line.width() == screen.window._side.place_of_cards.width()


@pytest.mark.parametrize(("state", "tone"), [(State.CREATING, "accent"), (State.ENDING, "muted")])
def test_the_arc_of_a_busy_session_has_the_colour_of_its_words(qtbot: QtBot, state: State, tone: str) -> None:
    theme().apply("light")
    place = QWidget()
    qtbot.addWidget(place)
    row = SessionRow(place, 1, QElapsedTimer())
    entry = Entry(1, "c1", "Client", "dvp", "agora", time.time(), state, length=600, session_id="s9")
    row.show_entry(entry, Clock(), unanswered=None)
    arc = row.findChild(BusyArc)
    assert arc
    drawn = arc.grab().toImage()
    assert _inked(drawn, tone)


def test_the_arc_turns_about_the_middle(qtbot: QtBot) -> None:
    theme().apply("light")
    arc = BusyArc()
    qtbot.addWidget(arc)
    arc._angle = 0
    upright = _ink(arc)
    arc._angle = 180
    turned = _ink(arc)
    last = arc.width() - 1
    assert {(last - x, last - y) for x, y in turned} == upright


def _ink(arc: BusyArc) -> set[tuple[int, int]]:
    picture = arc.grab().toImage()
    ground = picture.pixelColor(0, 0).lightness()
    across, down = range(picture.width()), range(picture.height())
    return {(x, y) for x in across for y in down if ground - picture.pixelColor(x, y).lightness() > 40}


async def test_the_buttons_of_a_card_that_changes_its_colour_change_theirs(open_at: OpenAt) -> None:
    """Qt keeps what it once found for a button, and a new card is no session's yet."""
    program = await open_at()
    await until(lambda: program.all(SessionCard), "for the card")
    card = program.all(SessionCard)[0]
    await until(lambda: card.property("box") == "live", "for its colour")
    settle()
    plain = [program.button(words, card) for words in ("Open Stage", "Hand over…", "Copy Session ID")]
    grounds = {button.grab().toImage().pixelColor(4, button.height() // 2).name() for button in plain}
    assert grounds == {colour("raised").name()}


async def test_what_a_card_holds_keeps_the_same_distance_from_both_sides(program: Program) -> None:
    program.type("avatar_id", AVATAR)
    program.click(program.create_button)
    await program.created()
    card = program.all(SessionCard)[0]
    copy = program.button("Copy Session ID", card)
    stage = _caption(program, "Stage")
    left, right = stage.mapTo(card, QPoint()).x(), copy.mapTo(card, copy.rect().topRight()).x()
    assert left == card.width() - 1 - right

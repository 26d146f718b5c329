"""Open sessions in the window: the compact strip, clocks that jump, what others write, credits as measured."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hostile import ok, refuse, silent
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.conftest import OpenAt, OpenProgram, Serve
from ui.driving import AVATAR, KEY, Program, Screen, cursor, measures, settle, until, until_says
from ui.selling import COMPLETED, FAILED, LIVE, Sessions, Time

from akool_desktop.desk.accounts import PRACTICE
from akool_desktop.desk.clock import Left
from akool_desktop.paths import folders
from akool_desktop.store.accounts import Account, AccountBook
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.ledger import Ledger
from akool_desktop.ui.cards import ErrorCard, SessionCard
from akool_desktop.ui.controls.painted import OneLine
from akool_desktop.ui.language import say
from akool_desktop.ui.rail import RailStep, StepState
from akool_desktop.ui.sessions import open_sessions
from akool_desktop.ui.sessions.compact import CompactStrip
from akool_desktop.ui.sessions.countdown import Countdown
from akool_desktop.ui.sessions.row import SessionRow
from akool_desktop.ui.sessions.strip import Strip
from akool_desktop.ui.speaking import speak
from akool_desktop.ui.theme import theme

# the compact strip


async def _compact(program: Program) -> Screen:
    program.press("Compact strip")
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    (found,) = [widget for widget in shown if isinstance(widget, CompactStrip)]
    await until(found.isActiveWindow, "for the compact strip")
    return Screen(found)


async def test_the_compact_strip_locks_the_settings_and_ends(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at()
    strip = await _compact(program)
    assert strip.top.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert not program.window.isVisible()
    await until_says(strip, "Live", "dvp_Tristan_cloth2_1080P · Environment")
    strip.press("End session")  # the second half of a double click
    assert not akool.closed
    await program.pause()
    strip.press("End session")
    await until_says(strip, "Ended, confirmed", " of 10:00")
    assert akool.closed == ["s1"]
    strip.press("Back to the window")
    assert program.window.isVisible()
    assert not strip.top.isVisible()


async def test_whose_account_the_compact_strip_has_no_room_for_is_told_under_the_pointer(open_at: OpenAt) -> None:
    strip = await _compact(await open_at())
    (line,) = (label for label in strip.all(OneLine) if label.isVisible())
    assert line.toolTip() == "dvp_Tristan_cloth2_1080P · Environment"


async def test_the_compact_strip_is_had_where_its_button_has_no_room(open_at: OpenAt) -> None:
    program = await open_at(0)
    program.window.resize(520, 420)
    wanted = next(command for command in program.window.commands.all if say(command.name) == "Compact strip")
    wanted.act()
    await until_says(program, "None is open here.")
    assert program.window.isVisible()
    program.click(program.create_button)
    await program.created()
    wanted.act()
    await until(lambda: not program.window.isVisible(), "for the strip alone")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
async def test_the_compact_strip_by_keys(open_at: OpenAt, akool: Sessions, key: Qt.Key) -> None:
    """A slip of the space bar brings back the window and ends nothing."""
    program = await open_at()
    strip = await _compact(program)
    assert cursor() is strip.button("Back to the window")
    QTest.keyClick(cursor(), Qt.Key.Key_Tab)
    assert cursor() is strip.button("End session")
    QTest.keyClick(cursor(), key)
    await until_says(strip, "Ended, confirmed")
    assert akool.closed == ["s1"]
    strip.top.close()
    assert program.window.isVisible()


async def test_the_compact_strip_tries_again(open_at: OpenAt, akool: Sessions) -> None:
    akool.instead["session/close"] = refuse(1010)
    program = await open_at()
    strip = await _compact(program)
    await program.pause()
    strip.press("End session")
    await until_says(strip, "Not confirmed: may still cost", "asked to end at ")
    akool.instead.clear()
    strip.press("Try again")
    await until_says(strip, "Ended, confirmed")


async def test_the_compact_strip_does_not_end_what_comes_up_under_the_hand(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(2)
    strip = await _compact(program)
    await until_says(strip, "1 more")
    akool.status["s2"] = COMPLETED
    await until(lambda: not strip.says("1 more"), "for the other session")
    strip.press("End session")
    await program.pause()
    assert not akool.closed


async def test_the_compact_strip_shows_what_ends_soon_before_what_was_started_since(open_at: OpenAt) -> None:
    time = Time()
    program = await open_at(time=time)
    time.sleep(490)
    await program.pause()
    program.click(program.create_button)
    await program.created(2)
    strip = await _compact(program)
    await until_says(strip, "Ending soon", "dvp_Tristan_cloth2_1080P · 1 more · Environment")


@pytest.mark.parametrize("choice", ["light", "dark"])
async def test_the_compact_strip_is_painted(open_at: OpenAt, choice: str) -> None:
    theme().apply(choice)
    program = await open_at()
    strip = await _compact(program)
    assert (strip.top.width(), strip.top.height()) == (520, 72)
    assert not strip.top.grab().isNull()
    end = strip.button("End session")
    for where in (strip.button("Back to the window"), end):
        where.setFocus()
        settle()
        assert end.height() == 40


# clocks


def _left(program: Program) -> str:
    (found,) = [countdown for countdown in program.all(Countdown) if countdown.isVisible()]
    return found.accessibleName().removesuffix(" left of 10:00")


@pytest.mark.parametrize("jump", [86400.0, -86400.0, 400.0])
async def test_a_clock_that_is_set_moves_no_countdown(open_at: OpenAt, jump: float) -> None:
    time = Time()
    program = await open_at(time=time)
    was = _left(program)
    time.set(jump)
    await until(lambda: _left(program) != was, "for a second to pass")
    assert _left(program).startswith("9:5")
    assert [entry.state for entry in program.sessions.open] == [State.LIVE]


@pytest.mark.parametrize(
    ("left", "length", "said"),
    [(Left(170, sure=True), 600, "2:50 left of 10:00"), (Left(170, sure=False), 600, "about 3 min"),
     (None, None, "7:10 length not known")],
)  # fmt: skip
def test_a_countdown_says_no_more_than_is_known(qtbot: QtBot, left: Left | None, length: int | None, said: str) -> None:
    qtbot.addWidget(countdown := Countdown())
    countdown.show_left(left, length, 430, "live")
    assert countdown.accessibleName() == said


async def test_a_computer_that_slept_is_caught_up_with(open_at: OpenAt, akool: Sessions) -> None:
    time = Time()
    program = await open_at(time=time)
    time.sleep(510)
    await until_says(program, "Ending soon", " left: dvp_Tristan_cloth2_1080P on Environment")
    await until(lambda: _left(program).startswith("1:2"), "for the countdown")
    time.sleep(3600)
    akool.status["s1"] = COMPLETED
    await until_says(program, "Ended, confirmed", "The booked time was over")


async def test_while_it_slept_the_session_was_ended(open_at: OpenAt, akool: Sessions) -> None:
    time = Time()
    program = await open_at(time=time)
    akool.status["s1"] = COMPLETED
    time.sleep(120)
    await until_says(program, "Ended by Akool or another program")


@pytest.mark.parametrize(
    ("status", "title", "advice"),
    [(FAILED, "The session failed", "If that fails too"), (COMPLETED, "The session ended early", "Ask who else")],
)
async def test_a_session_that_is_over_and_was_not_to_be_is_a_card(
    open_at: OpenAt, akool: Sessions, status: int, title: str, advice: str
) -> None:
    """In a row of the strip it would pass for one that went well."""
    program = await open_at()
    akool.status["s1"] = status
    card = await program.card()
    for words in (title, "Its ID is s1.", "History shows the credits", advice):
        assert program.says(words, card), program.words(card)


async def test_an_end_that_was_asked_for_is_no_surprise(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at()
    await program.pause()
    program.press("End session")
    await until_says(program, "Ended, confirmed")
    assert akool.closed == ["s1"]
    assert not program.cards()


# ends that cannot be asked for


async def test_an_end_without_a_key_says_so_and_leads_to_the_account_that_pays(
    open_program: OpenProgram, serve: Serve, akool: Sessions, tmp_path: Path
) -> None:
    """Another one is chosen. Nobody has asked Akool, so it is not for Akool to confirm."""
    paths, url = folders(tmp_path / "data"), serve(akool).url
    AccountBook(paths.config).add(Account("c1", "Client", "plum", "api_key", url))
    ledger = Ledger(paths.data)
    ledger.begin(Entry(0, "c1", "Client", "dvp", "agora", time.time(), State.LIVE, length=600, session_id="s9"))
    ledger.close()
    program = await open_program(environment_key=KEY, base_url=url)
    program.window.resize(1440, 900)
    await until_says(program, "Its state could not be read", "holds no key for this account")
    await program.pause()
    program.press("End session")
    await until_says(program, "No key for Client", "It may still: the session may be running.")
    (row,) = (found for found in program.all(SessionRow) if found.isVisible())
    await until(lambda: program.says("asked to end at", row), "for the row")
    assert " ".join(program.words(row)).count("holds no key for this account") == 1
    program.press("Open the account")
    dialog = program.dialog()
    assert dialog.top.windowTitle() == "Change the account"
    assert dialog.says("Client")


async def test_what_kept_two_ends_is_said_once(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(2)
    akool.instead["session/close"] = refuse(1101)
    for button in program.buttons("End session"):
        program.click(button)
    await until(lambda: sum(e.state is State.NOT_CONFIRMED for e in program.sessions.open) == 2, "for the ends")
    assert program.says("The key is wrong or has expired", await program.card())


# several programs

_COMMAND = """
import sys, time
from pathlib import Path
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.ledger import Ledger
ledger = Ledger(Path(sys.argv[1]))
for number in sys.stdin:
    entry = ledger.begin(Entry(0, "practice", "Practice", f"Command {number.strip()}", "agora", time.time(),
                               State.CREATING, origin="command"))
    ledger.note(entry.row, state=State.LIVE, session_id=f"c{number.strip()}", started_at=time.time())
    print(time.monotonic(), flush=True)
"""


@pytest.fixture
def command(program: Program) -> Iterator[Callable[[int], float]]:
    """Another program, which starts session ``number`` and says when it has."""
    with subprocess.Popen(
        [sys.executable, "-c", _COMMAND, str(program.paths.data)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
    ) as process:  # fmt: skip

        def start(number: int) -> float:
            assert process.stdin
            assert process.stdout
            process.stdin.write(f"{number}\n")
            return float(process.stdout.readline())

        yield start
        process.communicate()


@pytest.mark.alone
async def test_what_a_command_does_shows_within_a_second(program: Program, command: Callable[[int], float]) -> None:
    """Each is written at another part of the second."""
    program.window.resize(1440, 900)
    for number in range(5):
        later = time.monotonic() + 0.23 * number
        await until(lambda later=later: time.monotonic() > later)  # type: ignore[misc]
        written = command(number)
        await until_says(program, f"Command {number}")
        assert time.monotonic() - written < 1
    assert program.says("started by a command")


async def test_a_second_start_brings_the_window_back_from_the_compact_strip(open_at: OpenAt) -> None:
    program = await open_at()
    strip = await _compact(program)
    second = Ledger(program.paths.data)
    second.ask_forward()
    second.close()
    await until(program.window.isActiveWindow, "for the window")
    assert not strip.top.isVisible()


# credits


async def test_credits_are_shown_as_measured(open_at: OpenAt) -> None:
    program = await open_at()
    assert program.says("60 credits held")
    assert program.says("940 credits")
    await until_says(program, "Credentials: ")
    program.press("End session")
    await until_says(program, "10 credits measured, account shared by others may change it", "990 credits")
    assert not program.says("Credentials: "), "they have been forgotten"


async def test_what_others_spend_before_it_is_not_measured_as_its_own(
    open_at: OpenAt, akool: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The balance before is read anew now and then."""
    monkeypatch.setattr(open_sessions, "_BALANCE_HOLDS", 100)
    program = await open_at(0)
    await until_says(program, "1,000 credits")
    akool.status["other"] = COMPLETED
    await until_says(program, "990 credits")
    program.click(program.create_button)
    await program.created()
    await until_says(program, "60 credits held")
    await program.pause()
    program.press("End session")
    await until_says(program, "10 credits measured")


async def test_what_runs_on_the_account_and_is_not_known_here_is_not_called_nothing(
    open_at: OpenAt, akool: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A colleague's, or one that was taken for not started."""
    monkeypatch.setattr(open_sessions, "_BALANCE_HOLDS", 400)
    akool.status["other"] = LIVE
    program = await open_at(0)
    await until_says(program, "Akool's list names 1 that runs on this account (at ", "and costs")
    assert not program.says("Nothing is being spent")
    akool.status["another"] = LIVE
    await until_says(program, "Akool's list names 2 that run on this account")
    akool.status |= {"other": COMPLETED, "another": COMPLETED}
    await until_says(program, "No session is open. Nothing is being spent.")


async def test_what_runs_in_practice_is_never_said_to_cost(program: Program) -> None:
    """Not even where it was taken for not started: the window forgets it, and practice plays it through."""
    client = await program.accounts.client(PRACTICE)
    await client.create_session({"avatar_id": AVATAR, "duration": 600})
    program.window._open_sessions.read_list(PRACTICE)
    await until(lambda: not program.tasks.runs("read session list"), "for the list")
    assert program.says("No session is open. Nothing is being spent.")


async def test_what_runs_on_one_account_is_not_said_of_another_that_has_not_answered(
    open_program: OpenProgram, serve: Serve, akool: Sessions, tmp_path: Path
) -> None:
    other = Account("c1", "Client", "plum", "api_key", serve(silent).url)
    AccountBook(folders(tmp_path / "data").config).add(other)
    akool.status["other"] = LIVE
    program = await open_program(environment_key=KEY, base_url=serve(akool).url)
    program.vault.write(other.secret_name, KEY)
    await until_says(program, "Akool's list names 1 that runs on this account")
    program.window._account_menu.choose(other)
    assert not program.says("Akool's list names 1")


async def test_where_two_ran_at_once_no_difference_is_said_to_be_ones_own(open_at: OpenAt) -> None:
    program = await open_at(2)
    for button in program.buttons("End session"):
        program.click(button)
    await until(lambda: not program.sessions.open and not measures(program), "for the ends")
    await until_says(program, "980 credits")
    assert not program.says("measured")


@pytest.mark.alone
async def test_the_click_never_waits_for_the_balance(open_at: OpenAt, akool: Sessions) -> None:
    akool.instead["quota/info"] = silent
    akool.instead["session/list"] = silent
    program = await open_at(0)
    clicked = time.monotonic()
    program.click(program.create_button)
    await program.created()
    assert time.monotonic() - clicked < 1
    await program.pause()
    program.press("End session")
    await until_says(program, "Ended, confirmed")
    assert not program.says("credits held")
    assert not program.says("measured")
    assert not program.cards()


async def test_a_secret_that_no_page_names_is_dots_on_the_card_too(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    credentials = {"agora_channel": "booth", "agora_viewer_token": "planted-viewer"}
    akool.instead["session/create"] = lambda visit: ok(
        {"_id": akool.start(), "status": LIVE, "stream_type": "agora", "credentials": credentials}
    )(visit)
    program.click(program.create_button)
    await until_says(program, "agora_viewer_token", "booth")
    assert not program.says("planted-viewer")


@pytest.mark.parametrize("language", ["en", "zh_CN"])
async def test_in_a_small_window_a_row_tells_its_stream_type_alone(open_at: OpenAt, language: str) -> None:
    program = await open_at()
    program.window.resize(1024, 640)
    try:
        speak(language)
        (row,) = program.all(SessionRow)
        assert "Agora" in program.words(row)
    finally:
        speak("en")


async def test_in_a_small_window_the_stage_is_offered_while_the_state_cannot_be_read(open_at: OpenAt) -> None:
    program = await open_at()
    program.window.resize(1024, 640)
    (entry,) = program.sessions.open
    program.sessions.unanswered[entry.row] = "No network."
    program.sessions.changed()
    strip = program.window._open_sessions.strip
    await until(lambda: program.says("Its state could not be read", strip), "for the strip")
    assert program.buttons("Open Stage", strip)
    assert program.buttons("End session", strip)


@pytest.mark.parametrize(("account", "count", "told"), [
    ("practice", 1, ()),
    ("environment", 1, ("1 session from before may be running", "while it was open", "It may, ", "End it in the ")),
    ("environment", 2, ("2 sessions from before may be running", "they were open", "They may, ", "End them in the ")),
])  # fmt: skip
async def test_only_what_may_cost_is_told_of_after_a_run_that_was_stopped(
    open_program: OpenProgram,
    serve: Serve,
    akool: Sessions,
    tmp_path: Path,
    account: str,
    count: int,
    told: tuple[str, ...],
) -> None:
    left = Ledger(tmp_path / "data" / "data")
    for _ in range(count):
        left.begin(Entry(0, account, "Booth", "Tristan", "agora", time.time(), State.LIVE, session_id=akool.start()))
    left.close()
    program = await open_program(environment_key=KEY, base_url=serve(akool).url)
    await program.read()
    await until(lambda: program.says("Tristan", program.window._open_sessions.strip), "for its row")
    assert len(program.cards()) == bool(told)
    assert program.says("from before may be running") is bool(told)
    for words in told:
        assert program.says(words), words


# the strip in a small window


@pytest.mark.parametrize(("size", "rows"), [((1440, 900), 3), ((1024, 640), 2)])
async def test_what_has_ended_takes_little_room_in_a_small_window(
    open_at: OpenAt, size: tuple[int, int], rows: int
) -> None:
    program = await open_at(3)
    program.window.resize(*size)
    strip = program.window.findChild(Strip)
    assert strip

    def in_view() -> int:
        return sum(row.visibleRegion().boundingRect() == row.rect() for row in strip.findChildren(SessionRow))

    await until(lambda: in_view() == 3, "for three that are open")
    for entry in list(program.sessions.open)[:2]:
        await program.sessions.end(entry)
    await until(lambda: in_view() == rows, f"for {rows}; there are {in_view()}")


async def live_row(program: Program, avatar: str) -> SessionRow:
    """Of a session of practice, in the state that has most letters."""
    program.type("avatar_id", avatar)
    program.click(program.create_button)
    await program.created()
    (row,) = program.window._open_sessions.strip.findChildren(SessionRow)
    await until(lambda: program.says("Live, practice", row), "for its state")
    return row


async def test_whose_a_row_is_can_be_read_in_a_small_window(program: Program) -> None:
    program.window.resize(1016, 600)
    row = await live_row(program, "practice_front_desk")
    name, stream = row._name, row._facts
    assert (name.text(), stream.text()) == ("Front desk", "Agora")
    for line in (name, stream):
        assert line.width() >= line.fontMetrics().horizontalAdvance(line.text()), line.text()


async def test_who_pays_for_a_row_can_be_read_in_the_usual_window(program: Program) -> None:
    program.window.resize(1440, 900)
    row = await live_row(program, "practice_museum_guide")
    line = row._facts
    assert line.text() == "Agora, Akool's room · Practice"

    def readable() -> str:
        return line.fontMetrics().elidedText(line.text(), Qt.TextElideMode.ElideRight, line.width())

    await until(lambda: " · " in readable(), readable)  # how much of the name there is, the font decides
    assert program.button("Details", row).toolTip()


async def test_who_pays_for_a_row_is_told_under_the_pointer_where_its_line_has_no_room(program: Program) -> None:
    program.window.resize(520, 420)
    row = await live_row(program, "practice_museum_guide")
    await until(lambda: not row._facts.isVisible(), "for the small window")
    assert row.toolTip().endswith("\nAgora, Akool's room · Practice · 0 spent")


async def test_what_is_held_gives_way_to_whose_the_row_is(open_at: OpenAt) -> None:
    program = await open_at()
    (row,) = program.window._open_sessions.strip.findChildren(SessionRow)
    held = row._held
    await until(held.isVisible, "for what is held")
    program.window.resize(1215, 800)
    await until(lambda: not held.isVisible(), "for room")
    await until(lambda: row._name.width() >= 100, f"for the name, which has {row._name.width()}")
    assert held.text() in row.toolTip()
    program.window.resize(1440, 900)
    await until(held.isVisible, "for what is held")


def test_a_low_rail_has_no_halved_words(qtbot: QtBot) -> None:
    step = RailStep(1)
    qtbot.addWidget(step)
    step.show_state(StepState("done", "good", "Done: Tristan"))
    step.resize(180, 36)
    step.show()
    picture = step.grab().toImage()
    last = [picture.pixelColor(x, y) for y in (34, 35) for x in range(42, 180)]
    assert len({colour.name() for colour in last}) == 1


# its card


async def test_a_button_of_a_row_that_has_just_left_the_view_does_nothing(open_at: OpenAt) -> None:
    """The row is taken away a frame after its session."""
    program = await open_at()
    ((row, entry),) = program.sessions.entries.items()
    strip, cards = program.window._open_sessions.strip, program.window._open_sessions.cards
    cards.refresh()
    await until(lambda: row in cards._cards, "for the card")
    del program.sessions.entries[row]
    for wanted in (strip.details_wanted, strip.run_wanted, strip.find_wanted, strip.end_wanted, strip.stage_wanted):
        wanted.emit(row)
    await program.pause()
    assert not program.all(ErrorCard)
    program.sessions.entries[row] = entry


async def test_a_session_that_leaves_the_view_before_its_card_is_shown_has_none(open_at: OpenAt) -> None:
    program = await open_at()
    cards, frames = program.window._open_sessions.cards, program.window._open_sessions.frames
    (row,) = cards._cards
    for taken in range(3):  # made, filled, shown
        cards.show(row)
        await until(lambda: frames._steps, "for the card to be made")
        for _ in range(taken):
            frames._take()
        entry = program.sessions.entries.pop(row)
        while frames._steps:
            frames._take()
        frames.stop()  # all were taken here
        assert not any(card.isVisible() for card in program.all(SessionCard))
        cards.refresh()
        assert not cards._cards
        program.sessions.entries[row] = entry

"""The questions about money: end all, was it started, leave with sessions open."""

import threading

import pytest
from hostile import after, cut, refuse, silent
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.conftest import OpenAt
from ui.driving import AVATAR, Program, Screen, cursor, until, until_says
from ui.selling import COMPLETED, LIVE, Sessions

from akool_desktop.desk import sessions, strays
from akool_desktop.desk.accounts import PRACTICE
from akool_desktop.practice import failures


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "_CONFIRMING", (0.01, 0.05, 0.2))
    monkeypatch.setattr(strays, "_LOOKING", (0.01, 0.05))


async def _dialog(program: Program) -> Screen:
    await until(lambda: any(dialog.isActiveWindow() for dialog in program.dialogs()), "for a question")
    return program.dialog()


# end all


@pytest.mark.alone  # 122 ends take seconds of work
async def test_end_all_ends_also_what_others_started_on_all_pages(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(2)
    others = {f"other{number}": LIVE for number in range(120)}
    akool.status |= others
    program.press("End all sessions")
    question = await _dialog(program)
    await until_says(question, "122 may be running", "other0", "other119", "not started by this program")
    assert not akool.closed
    await program.pause()
    question.press("End 122 sessions")
    await until(lambda: not akool.running, "for the ends")
    await until(lambda: not program.sessions.open, "for them to be confirmed")
    assert sorted(akool.closed) == sorted([*others, "s1", "s2"])
    assert not program.cards()


async def test_end_all_is_there_when_only_others_have_something_open(open_at: OpenAt, akool: Sessions) -> None:
    akool.status["other"] = LIVE
    program = await open_at(0)
    program.press("End all sessions")
    question = await _dialog(program)
    await until_says(question, "1 may be running", "what it holds", "other")
    await program.pause()
    question.press("End 1 session")
    await until_says(program, "Ended, confirmed")
    assert akool.closed == ["other"]


async def test_a_rehearsal_does_not_keep_end_all_from_what_others_run_on_the_account(
    open_at: OpenAt, akool: Sessions
) -> None:
    akool.status["other"] = LIVE
    program = await open_at(0)
    paying, choose = program.accounts.chosen, program.window._account_menu.choose
    choose(PRACTICE)
    program.click(program.create_button)
    await program.created()
    choose(paying)
    program.press("End all sessions")
    question = await _dialog(program)
    await until_says(question, "2 may be running", "other", "Tristan")
    await program.pause()
    question.press("End 2 sessions")
    await until(lambda: not program.sessions.open, "for both to be over")
    assert akool.closed == ["other"]


async def test_end_all_with_nothing_to_end(open_at: OpenAt) -> None:
    program = await open_at(0)
    program.press("End all sessions")
    question = await _dialog(program)
    await until_says(question, "Akool lists no running session, and none is open here.")
    assert not question.buttons("End ")
    question.press("Close")
    await program.closed()


async def test_end_all_does_not_wait_for_a_list_that_never_comes(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at()
    akool.instead["session/list"] = silent
    program.press("End all sessions")
    question = await _dialog(program)
    assert question.says("Looking for what other programs have started")
    await program.pause()
    question.press("End 1 session")
    await until_says(program, "Ended, confirmed")


async def test_end_all_says_when_the_list_cannot_be_had(open_at: OpenAt, akool: Sessions) -> None:
    """And what to do, and never that nothing else runs."""
    program = await open_at(0)
    akool.instead["session/list"] = refuse(1101)
    program.press("End all sessions")
    question = await _dialog(program)
    await until_says(
        question, "What other programs have started is not known, and not ended from here.", "Paste the key again."
    )
    assert not question.says("no running session")


async def test_a_click_that_was_meant_for_one_ends_no_three(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at()
    akool.status |= {"other1": LIVE, "other2": LIVE}
    program.press("End all sessions")
    question = await _dialog(program)
    await until(lambda: question.buttons("End 3 sessions"), "for the others")
    question.press("End 3 sessions")
    await program.pause()
    assert not akool.closed


async def test_end_all_by_keys_begins_at_cancel(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at()
    program.press("End all sessions")
    question = await _dialog(program)
    await until_says(question, "1 may be running")
    QTest.keyClick(cursor(), Qt.Key.Key_Return)
    await program.closed()
    assert not akool.closed


# was it started?


async def _lose(program: Program, akool: Sessions, *, started: bool) -> Screen:
    """A create whose answer never comes; the question that follows it."""
    if started:
        akool.start()
    akool.instead["session/create"] = cut
    program.click(program.create_button)
    return await _dialog(program)


async def test_the_lost_one_is_taken_up(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    question = await _lose(program, akool, started=True)
    await until_says(question, "It is not repeated by itself", "s1", "running, not known here")
    assert program.says("Unknown")
    question.press("It is this one")
    await until(lambda: program.buttons("End session"), "for the session")
    assert akool.running == ["s1"]


async def test_the_lost_one_is_ended(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    question = await _lose(program, akool, started=True)
    await until_says(question, "s1")
    question.press("End it")
    await until_says(program, "Ended, confirmed")
    assert akool.closed == ["s1"]


async def test_none_appeared_until_it_is_looked_for_again(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    question = await _lose(program, akool, started=False)
    await until_says(question, "None appeared: Akool lists no running session that is not known here.")
    assert not question.says("has been changed since then")
    akool.start()
    question.press("Look again")
    await until_says(question, "s1")
    assert not question.says("None appeared")


async def test_the_operator_says_that_none_was_started(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    question = await _lose(program, akool, started=False)
    await until_says(question, "None appeared")
    question.press("None was started")
    await until_says(program, "Not started", "none open")
    await program.closed()


async def test_what_is_decided_later_stays_in_view(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    question = await _lose(program, akool, started=True)
    question.press("Decide later")
    await program.closed()
    await until_says(program, "1 open")
    program.press("Find it")
    await until_says(await _dialog(program), "s1")


async def test_what_is_decided_later_is_not_asked_at_every_create(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    (await _lose(program, akool, started=True)).press("Decide later")
    await program.closed()
    await program.pause()
    akool.instead["session/create"] = refuse(1104)
    program.click(program.create_button)
    await until_says(program, "Not enough credits")
    await program.pause()
    assert not program.dialogs()
    await program.pause()
    question = await _lose(program, akool, started=True)  # another one is asked for, and alone
    await until_says(question, "s2")
    assert len(program.dialogs()) == 1
    question.press("Decide later")
    await program.pause()
    assert not program.dialogs()


async def test_a_question_is_as_high_as_what_was_found(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    question = await _lose(program, akool, started=True)
    await until_says(question, "s1")
    await program.pause()
    button = question.button("It is this one")
    assert button.visibleRegion().boundingRect() == button.rect()


async def test_a_list_that_cannot_be_read_concludes_nothing(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    akool.instead["session/list"] = refuse(1101)
    question = await _lose(program, akool, started=True)
    await until(lambda: question.button("Look again").isEnabled(), "for the answer")
    assert not question.button("None was started").isEnabled()
    assert question.says("Paste the key again.")
    akool.instead.pop("session/list")
    question.press("Look again")
    await until_says(question, "s1")


async def test_it_is_asked_for_from_the_compact_strip(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    question = await _lose(program, akool, started=True)
    question.press("Decide later")
    await program.closed()
    await program.frame()
    program.press("Compact strip")
    await until(lambda: not program.window.isVisible(), "for the compact strip")
    await until(QApplication.focusWidget, "for the compact strip")
    strip = Screen(cursor().window())
    strip.press("Find it")
    question = await _dialog(program)
    await until_says(question, "s1")
    question.press("End it")
    await until_says(strip, "Ended, confirmed")


# leaving


@pytest.fixture
def left() -> list[Program]:
    """The programs that have closed."""
    return []


async def _leave(program: Program, left: list[Program]) -> Screen:
    program.window.closed.connect(lambda: left.append(program))
    program.window.close()
    return await _dialog(program)


async def test_with_nothing_open_it_just_closes(open_at: OpenAt, left: list[Program]) -> None:
    program = await open_at(0)
    program.window.closed.connect(lambda: left.append(program))
    program.window.close()
    assert left == [program]


@pytest.mark.parametrize(("count", "they", "cost"), [(1, "it", "it costs"), (2, "them", "they cost")])
async def test_each_answer_says_what_it_costs(
    open_at: OpenAt, left: list[Program], count: int, they: str, cost: str
) -> None:
    question = await _leave(await open_at(count), left)
    (costs,) = [words for words in question.words() if words.startswith("End and quit: ")]
    ending, leaving, staying = costs.split("\n")
    assert f"{cost} until Akool confirms the end" in ending
    assert leaving.startswith(f"Leave running: {cost} until ")
    assert "booked time is over, " in leaving
    assert leaving.endswith(f"from now at most; the next start shows {they} again.")
    assert staying.startswith(f"Stay: {cost} as ")
    assert f"until you end {they}" in staying


async def test_practice_costs_nothing_whatever_is_answered(program: Program, left: list[Program]) -> None:
    program.type("avatar_id", AVATAR)
    program.click(program.create_button)
    await program.created()
    question = await _leave(program, left)
    assert question.says("This is practice: nothing is spent, whatever you choose.")


@pytest.mark.parametrize("way", ["click", "Return", "Enter", "Escape"])
async def test_stay(open_at: OpenAt, akool: Sessions, left: list[Program], way: str) -> None:
    program = await open_at()
    question = await _leave(program, left)
    if way == "click":
        question.press("Stay")
    else:  # nothing has to be chosen before
        QTest.keyClick(cursor(), getattr(Qt.Key, f"Key_{way}"))
    await program.closed()
    await program.pause()
    assert (left, akool.closed) == ([], [])


async def test_the_question_follows_what_is_open(open_at: OpenAt, left: list[Program]) -> None:
    program = await open_at()
    program.window.close()
    question = await _dialog(program)
    await until_says(question, "Live")
    (entry,) = program.sessions.open
    await program.sessions.end(entry)
    await until_says(question, "Ended, confirmed")
    question.press("Stay")
    assert not left


async def test_leave_running(open_at: OpenAt, akool: Sessions, left: list[Program]) -> None:
    program = await open_at()
    question = await _leave(program, left)
    question.press("Leave running")
    assert (left, akool.closed) == ([program], [])


async def test_end_and_quit_waits_for_every_end(open_at: OpenAt, akool: Sessions, left: list[Program]) -> None:
    program = await open_at(2)
    answered = threading.Event()
    akool.instead["session/close"] = after(answered, akool.close)
    question = await _leave(program, left)
    question.press("End and quit")
    await until_says(question, "The program closes by itself", "Ending · Agora")
    assert not left
    assert cursor() is question.button("Stay")
    answered.set()
    await until(lambda: left, "for the program to close")
    assert not akool.running


async def test_end_and_quit_has_a_way_out(open_at: OpenAt, akool: Sessions, left: list[Program]) -> None:
    program = await open_at()
    akool.instead["session/close"] = silent
    question = await _leave(program, left)
    question.press("End and quit")
    await until_says(question, "Ending…")
    question.press("Quit anyway")
    assert left == [program]


async def test_an_end_that_is_not_confirmed_is_said_and_tried_again(
    open_at: OpenAt, akool: Sessions, left: list[Program]
) -> None:
    program = await open_at()
    akool.instead["session/close"] = refuse(1010)
    question = await _leave(program, left)
    question.press("End and quit")
    await until_says(question, "Not confirmed: may still cost", "Akool has not confirmed this end.")
    assert not left
    akool.instead.clear()
    question.press("Try again")
    await until(lambda: left, "for the program to close")
    assert not akool.running


async def test_an_end_that_is_confirmed_late_closes_it_all_the_same(
    open_at: OpenAt, akool: Sessions, left: list[Program]
) -> None:
    """The watch goes on asking while the operator reads."""
    program = await open_at()
    akool.instead["session/close"] = refuse(1010)
    question = await _leave(program, left)
    question.press("End and quit")
    await until_says(question, "Akool has not confirmed this end.")
    akool.status["s1"] = COMPLETED
    await until(lambda: left, "for the program to close")


async def test_what_nobody_knows_cannot_be_ended_and_is_said(
    open_at: OpenAt, akool: Sessions, left: list[Program]
) -> None:
    program = await open_at(0)
    (await _lose(program, akool, started=False)).press("Decide later")
    await program.closed()
    question = await _leave(program, left)
    question.press("End and quit")
    await until_says(question, "Whether Akool started this is not known")
    assert not question.button("End and quit").isEnabled()
    question.press("Stay")
    await program.closed()
    assert not left


async def test_a_create_under_way_is_taken_back_before_it_closes(
    program: Program, left: list[Program], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(failures, "SLOW_SECONDS", 0.5)
    program.practice.fail_next("slow")
    program.type("avatar_id", AVATAR)
    program.click(program.create_button)
    await until(program.practice.books, "for the booking")
    question = await _leave(program, left)
    question.press("End and quit")
    await until(lambda: left, "for the program to close")
    assert [booking.status for booking in program.practice.books()] == [3]

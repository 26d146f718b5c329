"""The way out of the program: with sessions open it is asked what shall become of them."""

import os
import threading
import time

import pytest
from hostile import after, refuse, silent
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.conftest import OpenAt
from ui.driving import AVATAR, Program, Screen, cursor, until, until_says
from ui.questioning import asked, lose
from ui.selling import COMPLETED, Sessions, Time

from akool_desktop.practice import failures
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.ledger import Ledger
from akool_desktop.store.settings import SettingsFile


@pytest.fixture
def left() -> list[Program]:
    """The programs that have closed."""
    return []


async def _leave(program: Program, left: list[Program]) -> Screen:
    program.window.closed.connect(lambda: left.append(program))
    program.window.close()
    return await asked(program)


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


async def test_what_the_disk_has_not_taken_is_not_promised_to_the_next_start(
    open_at: OpenAt, left: list[Program]
) -> None:
    program = await open_at()
    program.sessions._ledger._connection.execute("PRAGMA query_only=ON")
    await program.sessions.note(program.sessions.open[0], state=State.ENDING)
    question = await _leave(program, left)
    assert question.says("The disk takes nothing, so the next start may not show it.")
    assert not question.says("the next start shows")


async def test_practice_costs_nothing_whatever_is_answered(program: Program, left: list[Program]) -> None:
    program.type("avatar_id", AVATAR)
    program.click(program.create_button)
    await program.created()
    question = await _leave(program, left)
    assert question.says("This is practice: it ends with the program, and nothing is spent.")
    assert not question.buttons("Leave running")


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
    program.window.close()
    assert (await asked(program)).says("1 session is open"), "it is asked the next time, too"


async def test_the_question_follows_what_is_open(open_at: OpenAt, left: list[Program]) -> None:
    program = await open_at()
    program.window.close()
    question = await asked(program)
    await until_says(question, "Live")
    (entry,) = program.sessions.open
    await program.sessions.end(entry)
    await until_says(question, "Ended, confirmed")
    question.press("Stay")
    assert not left


async def test_what_a_command_starts_meanwhile_is_in_the_question_before_it_is_ended(
    open_at: OpenAt, left: list[Program]
) -> None:
    program = await open_at()
    question = await _leave(program, left)
    assert question.says("1 session is open")
    account, other = program.accounts.chosen, Ledger(program.paths.data)
    other.begin(
        Entry(0, account.id, account.name, "dvp", "trtc", time.time(), State.LIVE, who="Booth", session_id="s9")
    )
    other.close()
    await until_says(question, "2 sessions are open", "Booth", "End and quit: they cost")
    question.press("Leave running")
    assert left == [program]


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


async def _end_in_vain(program: Program, akool: Sessions, left: list[Program]) -> Screen:
    """End and quit, while Akool refuses to close."""
    akool.instead["session/close"] = refuse(1010)
    question = await _leave(program, left)
    question.press("End and quit")
    return question


async def test_an_end_that_is_not_confirmed_is_said_and_tried_again(
    open_at: OpenAt, akool: Sessions, left: list[Program]
) -> None:
    question = await _end_in_vain(await open_at(), akool, left)
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
    question = await _end_in_vain(await open_at(), akool, left)
    await until_says(question, "Akool has not confirmed this end.")
    akool.status["s1"] = COMPLETED
    await until(lambda: left, "for the program to close")


async def test_what_nobody_knows_cannot_be_ended_and_is_said(
    open_at: OpenAt, akool: Sessions, left: list[Program]
) -> None:
    program = await open_at(0)
    (await lose(program, akool, started=False)).press("Decide later")
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
    assert program.says("Cancelling…")
    await until(lambda: left, "for the program to close")
    assert [booking.status for booking in program.practice.books()] == [3]


class LogOut:
    """A log-out as Qt tells of it (QSessionManager, which cannot be made here). ``asks``: the desktop lets us ask."""

    def __init__(self, *, asks: bool = True) -> None:
        self.allowsInteraction = lambda: asks
        self.is_held = False

    def cancel(self) -> None:
        self.is_held = True


async def test_no_log_out_before_it_is_answered_what_becomes_of_what_costs(
    open_at: OpenAt, left: list[Program]
) -> None:
    program, log_out = await open_at(), LogOut()
    program.window.showMinimized()
    program.window._open_sessions.leaving._hear_log_out(log_out)  # type: ignore[arg-type]
    question = await asked(program)
    assert log_out.is_held
    assert question.says("1 session is open")
    assert not program.window.isMinimized(), "a question to a window that is put away is not seen"
    assert not left


@pytest.mark.parametrize(("count", "asks"), [(0, True), (1, False)], ids=["nothing is open", "nobody may be asked"])
async def test_another_log_out_is_not_held(open_at: OpenAt, count: int, asks: bool) -> None:
    program, log_out = await open_at(count), LogOut(asks=asks)
    program.window._open_sessions.leaving._hear_log_out(log_out)  # type: ignore[arg-type]
    assert not log_out.is_held
    assert not program.window._open_sessions.leaving._question


async def test_a_rehearsal_holds_no_log_out(program: Program) -> None:
    program.type("avatar_id", AVATAR)
    program.click(program.create_button)
    await program.created()
    log_out = LogOut()
    program.window._open_sessions.leaving._hear_log_out(log_out)  # type: ignore[arg-type]
    assert not log_out.is_held


async def test_what_a_slow_disk_still_saves_does_not_take_the_place_of_what_is_saved_at_last(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    by_hand = threading.current_thread()
    monkeypatch.setattr(os, "fsync", lambda _: threading.current_thread() is by_hand or go_on.wait(30))
    program.window._choices.remember(presets="folded")
    await until(lambda: any(program.paths.config.glob(".*.new")), "for the disk")
    threading.Timer(0.2, go_on.set).start()
    program.window._choices.save_now(window="as it stood")
    program.tasks.leave()
    go_on.set()
    await until(lambda: not any(program.paths.config.glob(".*.new")), "for the disk")
    kept = SettingsFile(program.paths.config).load()
    assert (kept.presets, kept.window) == ("folded", "as it stood")


async def test_a_clock_that_was_set_is_no_comfort(open_at: OpenAt, left: list[Program]) -> None:
    """After a restart only the clock on the wall tells: a day ahead, “0:00 from now at most” was said."""
    hours = Time()
    program = await open_at(1, time=hours)
    program.sessions.clock._starts.clear()  # another run's
    hours.set(86_400)
    question = await _leave(program, left)
    assert question.says("10:00 from now at most")

"""The questions about money: end all, was it started; test_leaving.py has the third."""

import time
from collections.abc import Callable

import pytest
from hostile import refuse, silent
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from ui.conftest import OpenAt
from ui.driving import AVATAR, Program, Screen, cursor, until, until_says
from ui.questioning import asked, lose
from ui.selling import LIVE, Sessions, Time

from akool_desktop.desk.accounts import PRACTICE
from akool_desktop.store.entry import Entry, State

# end all


@pytest.mark.alone  # 122 ends take seconds of work
async def test_end_all_ends_also_what_others_started_on_all_pages(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(2)
    others = {f"other{number}": LIVE for number in range(120)}
    akool.status |= others
    program.press("End all sessions")
    question = await asked(program)
    await until_says(question, "122 may be running", "other0", "other119", "running, not known here")
    assert not akool.closed
    await program.pause()
    question.press("End 122 sessions")
    await until(lambda: not akool.running, "for the ends")
    await until(lambda: not program.sessions.open, "for them to be confirmed")
    assert sorted(akool.closed) == sorted([*others, "s1", "s2"])
    assert not program.cards()


async def test_a_session_of_an_account_that_is_gone_is_called_by_its_name_and_ended(
    open_at: OpenAt, akool: Sessions
) -> None:
    """Another account with the same key lists it: it is no stranger's."""
    akool.status["old"] = LIVE
    program = await open_at(0)
    left = Entry(
        row=0, account_id="gone", account="Old account", avatar=AVATAR, who="Tristan", stream_type="agora", length=600,
        created_at=time.time(), state=State.LIVE, session_id="old",
    )  # fmt: skip
    await program.sessions.take_up(left)
    program.press("End all sessions")
    question = await asked(program)
    await until_says(question, "1 may be running", "Tristan", "Old account")
    assert not question.says("not known here")
    await program.pause()
    question.press("End 1 session")
    await until(lambda: not program.sessions.open, "for its end")
    assert akool.closed == ["old"]


async def test_end_all_is_there_when_only_others_have_something_open(open_at: OpenAt, akool: Sessions) -> None:
    akool.status["other"] = LIVE
    program = await open_at(0)
    program.press("End all sessions")
    question = await asked(program)
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
    question = await asked(program)
    await until_says(question, "2 may be running", "other", "Tristan")
    await program.pause()
    question.press("End 2 sessions")
    await until(lambda: not program.sessions.open, "for both to be over")
    assert akool.closed == ["other"]


async def test_end_all_is_of_the_account_on_which_something_is_open_whichever_is_chosen(open_at: OpenAt) -> None:
    program = await open_at()
    program.window._account_menu.choose(PRACTICE)
    program.press("End all sessions")
    await until_says(await asked(program), "End all sessions on Environment?", "1 may be running", "End 1 session")


async def test_what_has_no_id_is_not_among_what_can_be_ended_and_is_said(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    program.type("avatar_id", AVATAR)
    (await lose(program, akool, started=False)).press("Decide later")
    await program.closed()
    program.press("End all sessions")
    question = await asked(program)
    await until_says(question, "Akool lists no running session.", "Unknown", "A create whose answer never came")
    assert not question.says("none is open here")
    assert not question.buttons("End ")


async def test_end_all_with_nothing_to_end(open_at: OpenAt) -> None:
    program = await open_at(0)
    program.press("End all sessions")
    question = await asked(program)
    await until_says(question, "Akool lists no running session, and none is open here.")
    assert not question.buttons("End ")
    question.press("Close")
    await program.closed()


async def test_end_all_does_not_wait_for_a_list_that_never_comes(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at()
    akool.instead["session/list"] = silent
    program.press("End all sessions")
    question = await asked(program)
    assert question.says("Looking for what other programs have started")
    await program.pause()
    question.press("End 1 session")
    await until_says(program, "Ended, confirmed")


async def test_end_all_says_when_the_list_cannot_be_had(open_at: OpenAt, akool: Sessions) -> None:
    """And what to do, and never that nothing else runs."""
    program = await open_at(0)
    akool.instead["session/list"] = refuse(1101)
    program.press("End all sessions")
    question = await asked(program)
    await until_says(
        question, "What other programs have started is not known, and not ended from here.", "Paste the key again."
    )
    assert not question.says("no running session")


@pytest.mark.usefixtures("hasty_hand")
async def test_a_click_that_comes_with_the_others_ends_none_of_them(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    akool.status |= {"other1": LIVE, "other2": LIVE}
    program.press("End all sessions")
    question = await asked(program)
    await until(lambda: question.buttons("End 2 sessions"), "for the others")
    question.press("End 2 sessions")
    assert question.top.isVisible()
    assert not program.tasks.runs("adopt")


async def test_of_practice_end_all_says_that_nothing_is_spent(program: Program) -> None:
    program.type("avatar_id", AVATAR)
    program.click(program.create_button)
    await program.created()
    program.press("End all sessions")
    await until_says(await asked(program), "1 is running. This is practice: nothing is spent.")


async def test_end_all_by_keys_begins_at_cancel(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at()
    program.press("End all sessions")
    question = await asked(program)
    await until_says(question, "1 may be running")
    QTest.keyClick(cursor(), Qt.Key.Key_Return)
    await program.closed()
    assert not akool.closed


# was it started?


async def test_the_lost_one_is_taken_up(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    question = await lose(program, akool, started=True)
    await until_says(question, "It is not repeated by itself", "s1", "running, not known here")
    await until_says(program, "Unknown")
    question.press("It is this one")
    await until(lambda: program.buttons("End session"), "for the session")
    assert akool.running == ["s1"]


async def test_the_lost_one_is_ended(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    question = await lose(program, akool, started=True)
    await until_says(question, "s1")
    question.press("End it")
    await until_says(program, "Ended, confirmed")
    assert akool.closed == ["s1"]


async def test_none_appeared_until_it_is_looked_for_again(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    question = await lose(program, akool, started=False)
    await until_says(question, "None appeared: Akool lists no running session that is not known here.")
    assert not question.says("has been changed since then")
    akool.start()
    question.press("Look again")
    await until_says(question, "s1")
    assert not question.says("None appeared")


class Eager(QObject):
    """Presses a button in the moment in which it can be pressed, once."""

    def __init__(self, button: QAbstractButton, press: Callable[[], object]) -> None:
        super().__init__(button)
        self._press = press
        button.installEventFilter(self)

    def eventFilter(self, button: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.EnabledChange and isinstance(button, QAbstractButton) and button.isEnabled():
            button.removeEventFilter(self)
            QTimer.singleShot(0, button, self._press)
        return False


async def test_it_is_looked_for_again_however_early_that_is_asked(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    question = await lose(program, akool, started=False)

    def press() -> None:
        akool.start()
        question.press("Look again")

    Eager(question.button("Look again"), press)
    await until_says(question, "s1")


async def test_the_operator_says_that_none_was_started(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    question = await lose(program, akool, started=False)
    await until_says(question, "None appeared")
    question.press("None was started")
    await until_says(program, "Not started", "none open")
    await program.closed()


async def test_what_is_decided_later_stays_in_view(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    question = await lose(program, akool, started=True)
    question.press("Decide later")
    await program.closed()
    await until_says(program, "1 open")
    program.press("Find it")
    await until_says(await asked(program), "s1")


async def test_what_is_decided_later_is_not_asked_at_every_create(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    (await lose(program, akool, started=True)).press("Decide later")
    await program.closed()
    await program.pause()
    akool.instead["session/create"] = refuse(1104)
    program.click(program.create_button)
    await until_says(program, "Not enough credits")
    await program.pause()
    assert not program.dialogs()
    await program.pause()
    question = await lose(program, akool, started=True)  # another one is asked for, and alone
    await until_says(question, "s2")
    assert len(program.dialogs()) == 1
    question.press("Decide later")
    await program.pause()
    assert not program.dialogs()


async def test_a_question_is_as_high_as_what_was_found(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    question = await lose(program, akool, started=True)
    await until_says(question, "s1")
    await program.pause()
    button = question.button("It is this one")
    assert button.visibleRegion().boundingRect() == button.rect()


async def test_a_list_that_cannot_be_read_concludes_nothing(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    akool.instead["session/list"] = refuse(1101)
    question = await lose(program, akool, started=True)
    await until(lambda: question.button("Look again").isEnabled(), "for the answer")
    assert not question.button("None was started").isEnabled()
    assert question.says("Paste the key again.")
    akool.instead.pop("session/list")
    question.press("Look again")
    await until_says(question, "s1")


async def test_what_cannot_run_any_more_is_given_up_also_where_nobody_can_be_asked(
    open_at: OpenAt, akool: Sessions
) -> None:
    """Its account may be gone for good, and the row would be amber at every start."""
    hours = Time()
    program = await open_at(0, time=hours)
    akool.instead["session/list"] = refuse(1101)
    (await lose(program, akool, started=True)).press("Decide later")
    await program.closed()
    await until_says(program, "1 open")
    hours.sleep(2 * 3600 + 60)
    program.press("Find it")
    question = await asked(program)
    await until(lambda: question.button("None was started").isEnabled(), "for the answer")
    question.press("None was started")
    await until_says(program, "Not started", "none open")
    await program.closed()


async def test_it_is_asked_for_from_the_compact_strip(open_at: OpenAt, akool: Sessions) -> None:
    program = await open_at(0)
    question = await lose(program, akool, started=True)
    question.press("Decide later")
    await program.closed()
    await program.frame()
    program.press("Compact strip")
    await until(lambda: not program.window.isVisible(), "for the compact strip")
    await until(QApplication.focusWidget, "for the compact strip")
    strip = Screen(cursor().window())
    strip.press("Find it")
    question = await asked(program)
    await until_says(question, "s1")
    question.press("End it")
    await until_says(strip, "Ended, confirmed")

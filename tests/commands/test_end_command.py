"""akool-desktop end: one, all, and what is not confirmed."""

import json
import time
from pathlib import Path

import pytest
from hostile import Behaviour, HostileServer, by_path, cut, ok, refuse, web_page
from shell import ENDED, KEY, PLAIN, SESSION, Shell, said

from akool_desktop.practice.service import PracticeService
from akool_desktop.store.entry import State
from akool_desktop.store.ledger import Ledger


def test_sessions_of_practice_are_their_windows(shell: Shell) -> None:
    code, out, err = shell.run("end", "--all")
    assert (code, out) == (1, "")
    assert said(err).startswith("Sessions of Practice end with the window they are in.")
    shell.write_row(account_id="practice", account="Practice", session_id="s1")
    code, out, err = shell.run("end", "s1")
    assert (code, out) == (1, "")
    assert said(err) == "s1 is a session of Practice, which ends with the window it is in."


def _create(shell: Shell) -> str:
    shell.preset(PLAIN)
    return shell.run("create", "--preset", "Plain")[1].strip()


def test_end_ends_one_and_prints_it(paying: Shell, practice: PracticeService) -> None:
    first, second = _create(paying), _create(paying)
    assert paying.run("end", first) == (0, f"{first}\n", "")
    assert {booking.id: booking.closes for booking in practice.books()} == {first: 1, second: 0}
    assert [row.state.over for row in paying.rows()] == [True, False]


def test_end_of_what_is_over_is_done(paying: Shell, practice: PracticeService) -> None:
    session = _create(paying)
    paying.run("end", session)
    assert paying.run("end", session, "--json") == (
        0, json.dumps({"ended": [session], "not_confirmed": [], "unknown": 0}) + "\n", "",
    )  # fmt: skip
    assert practice.books()[0].closes == 1


def test_what_has_ended_on_an_account_that_is_gone_needs_none(shell: Shell) -> None:
    shell.write_row(account_id="0f5c2a", account="Show", session_id="s1", state=State.ENDED, ended_at=time.time())
    assert shell.run("end", "s1") == (0, "s1\n", "")


def test_end_of_another_programs_session(paying: Shell, practice: PracticeService, tmp_path: Path) -> None:
    session = _create(paying)
    paying.folder = tmp_path / "another"
    paying.folder.mkdir()
    assert paying.run("end", session) == (0, f"{session}\n", "")
    assert practice.books()[0].closes == 1
    assert [(row.origin, row.state) for row in paying.rows()] == [("elsewhere", State.ENDED)]


def test_end_of_what_akool_does_not_know(paying: Shell) -> None:
    code, out, err = paying.run("end", "6698c9d69cf7b0d61d1b6420")
    assert (code, out) == (1, "")
    assert said(err) == "Akool knows no open session 6698c9d69cf7b0d61d1b6420 on Environment."
    assert paying.rows() == []


def test_an_id_that_a_service_repeats_is_ended_although_it_has_ended_before(shell: Shell, akool: HostileServer) -> None:
    shell.use(akool.url)
    shell.write_row(session_id="s1", state=State.ENDED, ended_at=time.time())
    for _ in range(2):
        shell.write_row(session_id="s1")
    assert shell.run("end", "s1") == (0, "s1\n", "")
    assert [row.state for row in shell.rows()] == [State.ENDED] * 3
    assert {seen.path.rpartition("/")[2] for seen in akool.requests} >= {"close"}


def test_end_all_ends_other_programs_sessions_too(paying: Shell, practice: PracticeService, tmp_path: Path) -> None:
    here = paying.folder
    paying.folder = tmp_path / "another"
    paying.folder.mkdir()
    theirs = _create(paying)
    paying.folder = here
    ours = _create(paying)
    code, out, err = paying.run("end", "--all")
    assert (code, sorted(out.split()), err) == (0, sorted([ours, theirs]), "")
    assert [booking.closes for booking in practice.books()] == [1, 1]
    assert paying.run("end", "--all") == (0, "", "akool-desktop: Nothing is open on Environment.\n")


def test_end_all_ends_what_is_known_here_also_where_the_list_cannot_be_read(shell: Shell) -> None:
    answers = {"session/list": refuse(1005, "slower"), "session/close": ok(None), "session/detail": ok(ENDED)}
    with HostileServer(by_path(answers, refuse(1003))) as server:
        shell.use(server.url)
        shell.write_row(session_id="s1")
        code, out, err = shell.run("end", "--all")
    assert (code, out) == (1, "s1\n")
    assert said(err) == (
        "What other programs run on Environment is not known, and may cost. Akool refused to answer: 1005, slower."
    )
    assert [row.state for row in shell.rows()] == [State.ENDED]


def test_a_session_is_ended_also_where_nothing_can_be_written_down(shell: Shell, akool: HostileServer) -> None:
    """What costs may not wait for room on a disk."""
    shell.use(akool.url)
    (shell.folder / "data").write_text("a file stands where the folder should be")
    code, out, err = shell.run("end", "s1")
    assert (code, out) == (0, "s1\n")
    assert "could not be opened" in said(err)
    assert [seen.json() for seen in akool.requests if seen.path.endswith("close")] == [{"id": "s1"}]


@pytest.mark.parametrize("detail", [refuse(1005, "slower"), web_page(404), cut])
def test_an_id_is_ended_also_where_akool_does_not_say_how_it_stands(shell: Shell, detail: Behaviour) -> None:
    with HostileServer(by_path({"session/detail": detail, "session/close": ok(None)}, refuse(1003))) as server:
        shell.use(server.url)
        code, out, err = shell.run("end", "s1")
        assert [seen.json() for seen in server.requests if seen.path.endswith("close")] == [{"id": "s1"}]
    assert (code, out) == (1, "")
    assert said(err).startswith("Not confirmed, may still cost: s1 (")


def test_end_all_ends_what_another_account_of_the_same_key_has_started(
    paying: Shell, practice: PracticeService
) -> None:
    """Akool knows one account where there are two here; that of the row may be gone, or locked in the keyring."""
    session = _create(paying)
    ledger = Ledger(paying.folder / "data")
    ledger.note(1, account_id="0f5c2a", account="Show")
    ledger.close()
    assert paying.run("end", "--all") == (0, f"{session}\n", "")
    assert practice.books()[0].closes == 1
    assert [row.state for row in paying.rows()] == [State.ENDED]


def test_end_all_leaves_what_runs_on_other_accounts(shell: Shell, akool: HostileServer) -> None:
    shell.use(akool.url)
    shell.write_row(session_id="s1")
    shell.write_row(session_id="s2", account_id="0f5c2a", account="Show")
    assert shell.run("end", "--all") == (0, "s1\n", "")
    assert [row.state for row in shell.rows()] == [State.ENDED, State.LIVE]


def test_end_ends_one_of_an_account_that_is_gone(paying: Shell, practice: PracticeService) -> None:
    session = _create(paying)
    ledger = Ledger(paying.folder / "data")
    ledger.note(1, account_id="0f5c2a", account="Show")
    ledger.close()
    assert paying.run("end", session) == (0, f"{session}\n", "")
    assert practice.books()[0].closes == 1
    assert [(row.account, row.state) for row in paying.rows()] == [("Environment", State.ENDED)]


def test_what_is_not_confirmed_is_said_and_exits_with_1(shell: Shell) -> None:
    running = ok(SESSION | {"status": 2})
    answers = {"session/close": refuse(1010, "busy"), "session/detail": running}
    with HostileServer(by_path(answers, ok({"count": 0, "result": []}))) as server:
        shell.use(server.url)
        shell.write_row(session_id="s1")
        shell.write_row(session_id="s2")
        code, out, err = shell.run("end", "--all", "--json")
    assert (code, json.loads(out)) == (1, {"ended": [], "not_confirmed": ["s1", "s2"], "unknown": 0})
    assert said(err).startswith("Not confirmed, may still cost: s1 (Akool did not end the session: 1010, busy); s2 (")
    assert [row.state for row in shell.rows()] == [State.NOT_CONFIRMED] * 2


def test_what_is_unknown_is_not_passed_over(paying: Shell) -> None:
    paying.write_row(state=State.UNKNOWN)
    code, out, err = paying.run("end", "--all")
    assert (code, out) == (3, "")
    assert said(err).startswith("1 more may be running: a create whose outcome is unknown.")


def test_what_is_unknown_is_said_beside_what_is_not_confirmed(shell: Shell) -> None:
    answers = {"session/close": refuse(1010, "busy"), "session/detail": ok(SESSION | {"status": 2})}
    with HostileServer(by_path(answers, ok({"count": 0, "result": []}))) as server:
        shell.use(server.url)
        shell.write_row(session_id="s1")
        shell.write_row(state=State.UNKNOWN)
        code, _, err = shell.run("end", "--all")
    assert code == 3
    assert said(err).startswith("Not confirmed, may still cost: s1 (")
    assert "1 more may be running" in said(err)


def test_one_that_cannot_be_asked_about_was_not_ended(shell: Shell) -> None:
    """It is not known here. That asking costs nothing is no answer to whoever wanted it to end."""
    shell.use("http://127.0.0.1:9")
    code, out, err = shell.run("end", "s1")
    assert (code, out) == (1, "")
    assert said(err).startswith(
        "s1 was not ended, and may still cost. The connection to 127.0.0.1 was refused. Open any web page"
    )
    assert "free" not in err


@pytest.mark.parametrize("which", ["--all", "s1"])
def test_a_key_that_akool_refuses_is_one_line(shell: Shell, which: str) -> None:
    with HostileServer(refuse(1101, f"bad key {KEY}")) as server:
        shell.use(server.url)
        code, out, err = shell.run("end", which)
    assert (code, out) == (1, "")
    assert "1101" in said(err)
    assert KEY not in err
    assert shell.rows() == []



"""The ledger: on the disk before anything leaves, whole whatever happens, shared by several programs."""

import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from akool_desktop.store.entry import Entry, State
from akool_desktop.store.ledger import Ledger, LedgerError

ROW = Entry(0, "a1", "Client", "dvp", "agora", 1000.0, State.CREATING, length=600, sent={"avatar_id": "dvp"})

_BEGIN_AND_DIE = """
import os, sys
from pathlib import Path
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.ledger import Ledger
ledger = Ledger(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    entry = ledger.begin(Entry(0, "a1", "Client", "dvp", "agora", 1000.0, State.CREATING))
    ledger.note(entry.row, state=State.LIVE, session_id=f"s{number}")
os.kill(os.getpid(), 9)
"""


def test_a_row_comes_back_as_it_was_written(tmp_path: Path) -> None:
    written = Ledger(tmp_path).begin(ROW)
    again = Ledger(tmp_path).entry(written.row)
    assert again == written
    assert (again.sent, again.length, again.state) == ({"avatar_id": "dvp"}, 600, State.CREATING)


def test_half_a_letter_keeps_no_row_from_being_written(tmp_path: Path) -> None:
    """A preset's file may be named in another alphabet's bytes, and JSON can write what UTF-8 cannot."""
    ledger = Ledger(tmp_path)
    written = ledger.begin(replace(ROW, preset="B\udcfchne", sent={"voice_id": "half \ud83d"}))
    noted = ledger.note(written.row, why="half \ud83d")
    assert (noted.preset, noted.sent, noted.why) == ("B?hne", {"voice_id": "half ?"}, "half ?")


def test_it_is_there_after_kill_9(tmp_path: Path) -> None:
    died = subprocess.run([sys.executable, "-c", _BEGIN_AND_DIE, str(tmp_path), "20"], check=False)
    assert abs(died.returncode) == 9
    entries = Ledger(tmp_path).open_entries()
    assert [entry.session_id for entry in entries] == [f"s{number}" for number in range(20)]
    assert {entry.state for entry in entries} == {State.LIVE}


_BEGIN_ONLY = _BEGIN_AND_DIE.replace("    ledger.note(", "    continue; ledger.note(")


def test_a_row_that_was_only_begun_is_there_after_kill_9(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", _BEGIN_ONLY, str(tmp_path), "1"], check=False)
    (entry,) = Ledger(tmp_path).open_entries()
    assert (entry.state, entry.session_id) == (State.CREATING, "")


def test_another_connection_sees_a_row_at_once(tmp_path: Path) -> None:
    ledger, other = Ledger(tmp_path), Ledger(tmp_path)
    begun = ledger.begin(ROW)
    assert other.open_entries() == [begun]


def test_a_note_changes_its_columns_and_no_others(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    first, second = ledger.begin(ROW), ledger.begin(ROW)
    changed = ledger.note(first.row, state=State.ENDED, ended_at=1200.0, why="Ended here.")
    assert (changed.state, changed.ended_at, changed.length, changed.avatar) == (State.ENDED, 1200.0, 600, "dvp")
    assert ledger.entry(second.row) == second
    assert ledger.open_entries() == [second]
    assert ledger.ended_since(1100) == [changed]
    assert ledger.ended_since(1300) == []


_CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "state": st.sampled_from(State),
        "why": st.text(),
        "session_id": st.text("abc", max_size=3),
        "started_at": st.floats(0, 1e9),
        "sent": st.dictionaries(st.text(), st.text()),
        "credits_held": st.floats(0, 1e6),
    },
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_CHANGES.filter(bool), max_size=8))
def test_no_note_loses_a_column_and_what_is_over_stays_so(tmp_path: Path, changes: list[dict[str, object]]) -> None:
    ledger = Ledger(tmp_path)
    expected = ledger.begin(ROW)
    bystander = ledger.begin(ROW)
    for change in changes:
        if not expected.state.over or change.keys() == {"credits_held"}:
            expected = replace(expected, **change)  # type: ignore[arg-type]
        assert ledger.note(expected.row, **change) == expected
    assert ledger.entry(bystander.row) == bystander
    ledger.close()


@pytest.mark.parametrize("state", [State.ENDED, State.FAILED, State.NOT_STARTED])
def test_what_is_over_never_comes_back_to_life(state: State, tmp_path: Path) -> None:
    """Also when another program says so, whose answer from Akool is older."""
    ledger, other = Ledger(tmp_path), Ledger(tmp_path)
    over = ledger.note(ledger.begin(ROW).row, state=state, ended_at=1200.0, why="Ended here.")
    assert other.note(over.row, state=State.LIVE, started_at=1100.0) == over
    assert other.note(over.row, state=State.NOT_CONFIRMED, why="No network.") == over
    assert other.note(over.row, credits_after=7.0) == replace(over, credits_after=7.0)


@pytest.mark.parametrize("state", State)
def test_open_is_what_may_still_cost(state: State, tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    entry = ledger.note(ledger.begin(ROW).row, state=state)
    assert (ledger.open_entries() == [entry]) is (
        state not in (State.ENDED, State.FAILED, State.NOT_STARTED)
    )


def test_row_numbers_are_never_used_again(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    first = ledger.begin(ROW)
    ledger._connection.execute("DELETE FROM sessions")
    assert ledger.begin(ROW).row > first.row


def test_two_programs_write_at_once_and_see_each_other(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.changed()
    assert not ledger.changed()
    others = [
        subprocess.Popen([sys.executable, "-c", _BEGIN_AND_DIE, str(tmp_path), "25"]) for _ in range(2)
    ]
    for _ in range(25):
        ledger.begin(ROW)
    for other in others:
        other.wait(30)
    assert ledger.changed()
    assert len(ledger.open_entries()) == 75


def test_ids_that_are_known(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.note(ledger.begin(ROW).row, session_id="mine", state=State.LIVE)
    ledger.saw("a1", ["seen", "seen too"])
    ledger.saw("other account", ["theirs"])
    assert ledger.known_ids("a1") == {"mine", "seen", "seen too"}
    ledger.saw("a1", ["later"])
    assert ledger.known_ids("a1") == {"mine", "later"}


@pytest.mark.parametrize("state", [State.CREATING, State.UNKNOWN])
def test_nothing_becomes_known_while_an_outcome_is_open(state: State, tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    unsettled = ledger.note(ledger.begin(ROW).row, state=state)
    ledger.saw("a1", ["perhaps the lost one"])
    assert "perhaps the lost one" not in ledger.known_ids("a1")
    ledger.saw("a2", ["of another account"])
    assert "of another account" in ledger.known_ids("a2")
    ledger.note(unsettled.row, state=State.NOT_STARTED)
    ledger.saw("a1", ["perhaps the lost one"])
    assert "perhaps the lost one" in ledger.known_ids("a1")


def test_an_id_is_known_whichever_account_it_stands_under(tmp_path: Path) -> None:
    """Two accounts here may be the same one at Akool: the key of one is the key of the other."""
    ledger = Ledger(tmp_path)
    ledger.note(ledger.begin(replace(ROW, account_id="environment")).row, session_id="mine")
    assert "mine" in ledger.known_ids("a1")


@pytest.mark.parametrize(
    ("other", "alone"),
    [
        ({}, False),
        ({"created_at": 1500.0}, False),
        ({"state": State.ENDED, "ended_at": 1200.0}, False),
        ({"created_at": 2500.0}, True),
        ({"created_at": 100.0, "state": State.ENDED, "ended_at": 900.0}, True),
        ({"account_id": "a2"}, True),
        ({"state": State.NOT_STARTED}, True),
    ],
    ids=["still open", "begun later", "over before", "afterwards", "long over", "other account", "never started"],
)
def test_whether_it_held_credits_alone(other: dict[str, object], alone: bool, tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.begin(replace(ROW, **other))  # type: ignore[arg-type]
    mine = ledger.begin(replace(ROW, created_at=1000.0, state=State.ENDED, ended_at=2000.0))
    assert ledger.was_alone(mine) is alone


def test_what_was_held_last_is_known_of_each_account_and_length(tmp_path: Path) -> None:
    """As two balances told; where they tell nothing, the session before does."""
    ledger = Ledger(tmp_path)
    for account, length, before, held in (
        ("a1", 600, 500.0, 400.0), ("a1", 600, 400.0, 330.0), ("a1", 600, None, 330.0), ("a1", 600, 330.0, 330.0),
        ("a1", 300, 330.0, 300.0), ("a2", 600, 90.0, 10.0),
    ):  # fmt: skip
        ledger.begin(replace(ROW, account_id=account, length=length, credits_before=before, credits_held=held))
    assert [ledger.last_hold("a1", length) for length in (600, 300, 60)] == [70.0, 30.0, None]


def test_when_avatars_were_last_used_is_known_of_each_account(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    for avatar, account, at, state in (
        ("guide", "a1", 100.0, State.ENDED), ("host", "a1", 200.0, State.FAILED), ("guide", "a1", 300.0, State.LIVE),
        ("guide", "a2", 900.0, State.ENDED), ("never", "a1", 400.0, State.NOT_STARTED), ("", "a1", 1.0, State.UNKNOWN),
    ):  # fmt: skip
        ledger.begin(replace(ROW, avatar=avatar, account_id=account, created_at=at, state=state))
    assert ledger.last_used("a1") == {"guide": 300.0, "host": 200.0}


def test_several_programs_may_start_at_once_on_an_empty_folder(tmp_path: Path) -> None:
    starts = [subprocess.Popen([sys.executable, "-c", _BEGIN_AND_DIE, str(tmp_path), "3"]) for _ in range(4)]
    for start in starts:
        start.wait(30)
    ledger = Ledger(tmp_path)
    assert ledger.said is None
    assert len(ledger.open_entries()) == 12


def test_a_second_look_at_the_file_lets_no_other_program_take_the_journal_away(tmp_path: Path) -> None:
    """To close the file drops all locks that a program has on it: the next that leaves would think itself the last."""
    ledger = Ledger(tmp_path)
    Ledger(tmp_path).close()
    subprocess.run([sys.executable, "-c", _COME_AND_GO, str(tmp_path)], check=True)
    ledger.begin(ROW)
    read = subprocess.run([sys.executable, "-c", _COME_AND_GO, str(tmp_path)], check=True, capture_output=True)
    assert int(read.stdout) == 1


_COME_AND_GO = """
import sys
from pathlib import Path
from akool_desktop.store.ledger import Ledger
ledger = Ledger(Path(sys.argv[1]))
print(len(ledger.open_entries()))
ledger.close()
"""

_OPEN_WHEN_TOLD = """
import sys
from pathlib import Path
from akool_desktop.store.ledger import Ledger
folder = Path(sys.argv[1])
for number in sys.stdin:
    print(Ledger(folder / number.strip()).said or "", flush=True)
"""


def test_nobody_is_refused_a_new_file_that_others_open_at_the_same_instant(tmp_path: Path) -> None:
    programs = [
        subprocess.Popen([sys.executable, "-c", _OPEN_WHEN_TOLD, str(tmp_path)], text=True, bufsize=1,
                         stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for _ in range(6)
    ]
    said = []
    for number in range(60):
        for program in programs:
            print(number, file=program.stdin)
        said += [program.stdout.readline().strip() for program in programs if program.stdout]
    for program in programs:
        program.communicate()
    assert set(said) == {""}


_FILL = """
import resource, sys, signal
from pathlib import Path
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.ledger import Ledger, LedgerError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
ledger = Ledger(Path(sys.argv[1]))
row = Entry(0, "a1", "Client", "dvp", "agora", 1000.0, State.CREATING, why="x" * 5000)
ledger.begin(row)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
written = 1
try:
    for _ in range(200):
        ledger.begin(row)
        written += 1
except LedgerError as error:
    print(written, error.card.cost)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a process's file size")
def test_a_full_disk_is_said_and_what_was_written_stays(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _FILL, str(tmp_path)], capture_output=True, text=True, check=True, env=os.environ
    )
    written, cost = ran.stdout.strip().split(" ", 1)
    assert cost == "No. Nothing was sent."
    assert len(Ledger(tmp_path).open_entries()) == int(written)


def test_the_error_of_a_disk_names_the_file(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger._connection.execute("PRAGMA query_only=ON")
    with pytest.raises(LedgerError) as caught:
        ledger.begin(ROW)
    assert "ledger.sqlite" in str(caught.value.card.happened)


def test_a_disk_that_fails_says_what_that_means_for_money(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    running = ledger.begin(ROW)
    ledger._connection.execute("PRAGMA query_only=ON")
    with pytest.raises(LedgerError) as not_begun:
        ledger.begin(ROW)
    with pytest.raises(LedgerError) as not_noted:
        ledger.note(running.row, state=State.LIVE)
    assert str(not_begun.value.card.cost) == "No. Nothing was sent."
    assert str(not_noted.value.card.cost).startswith("It may")
    assert not ledger.ask_forward()
    ledger.close()
    with pytest.raises(LedgerError) as not_read:
        ledger.open_entries()
    assert "could not be read" in str(not_read.value.card.title)


def test_it_is_kept_with_write_ahead_and_full_sync(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    assert ledger._connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert ledger._connection.execute("PRAGMA synchronous").fetchone()[0] == 2
    with sqlite3.connect(tmp_path / "ledger.sqlite") as other:
        assert other.execute("PRAGMA user_version").fetchone() == (3,)
    other.close()


@pytest.mark.skipif(sys.platform == "win32", reason="no file can be taken from under a program there")
@pytest.mark.parametrize("instead", [False, True])
def test_a_ledger_that_was_taken_away_meanwhile_lets_nothing_be_bought(instead: bool, tmp_path: Path) -> None:
    """By hand, or by a program that keeps folders alike: what is written goes where nobody will find it again."""
    ledger = Ledger(tmp_path)
    ledger.begin(ROW)
    for path in tmp_path.iterdir():
        path.unlink()
    if instead:
        Ledger(tmp_path).close()
    with pytest.raises(LedgerError) as caught:
        ledger.begin(ROW)
    assert "Nothing was sent" in str(caught.value.card.cost)
    assert "not there any more" in str(caught.value.card.happened)

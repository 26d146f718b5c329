"""The ledger: on the disk before anything leaves, whole whatever happens, shared by several programs."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from akool_desktop.store.ledger import Entry, Ledger, LedgerError, State

ROW = Entry(0, "a1", "Client", "dvp", "agora", 1000.0, State.CREATING, length=600, sent={"avatar_id": "dvp"})

_BEGIN_AND_DIE = """
import os, signal, sys
from pathlib import Path
from akool_desktop.store.ledger import Entry, Ledger, State
ledger = Ledger(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    entry = ledger.begin(Entry(0, "a1", "Client", "dvp", "agora", 1000.0, State.CREATING))
    ledger.note(entry.row, state=State.LIVE, session_id=f"s{number}")
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_row_comes_back_as_it_was_written(tmp_path: Path) -> None:
    written = Ledger(tmp_path).begin(ROW)
    again = Ledger(tmp_path).entry(written.row)
    assert again == written
    assert (again.sent, again.length, again.state) == ({"avatar_id": "dvp"}, 600, State.CREATING)


def test_it_is_there_after_kill_9(tmp_path: Path) -> None:
    died = subprocess.run([sys.executable, "-c", _BEGIN_AND_DIE, str(tmp_path), "20"], check=False)
    assert died.returncode == -signal.SIGKILL
    entries = Ledger(tmp_path).open_entries()
    assert [entry.session_id for entry in entries] == [f"s{number}" for number in range(20)]
    assert {entry.state for entry in entries} == {State.LIVE}


def test_a_note_changes_its_columns_and_no_others(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    first, second = ledger.begin(ROW), ledger.begin(ROW)
    changed = ledger.note(first.row, state=State.ENDED, ended_at=1200.0, why="Ended here.")
    assert (changed.state, changed.ended_at, changed.length, changed.avatar) == (State.ENDED, 1200.0, 600, "dvp")
    assert ledger.entry(second.row) == second
    assert ledger.open_entries() == [second]
    assert ledger.ended_since(1100) == [changed]
    assert ledger.ended_since(1300) == []


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
    assert ledger.known_ids("a1") - {""} == {"mine", "seen", "seen too"}
    ledger.saw("a1", ["later"])
    assert ledger.known_ids("a1") - {""} == {"mine", "later"}


@pytest.mark.parametrize("state", [State.CREATING, State.UNKNOWN])
def test_nothing_becomes_known_while_an_outcome_is_open(state: State, tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    unsettled = ledger.note(ledger.begin(ROW).row, state=state)
    ledger.saw("a1", ["perhaps the lost one"])
    assert "perhaps the lost one" not in ledger.known_ids("a1")
    ledger.note(unsettled.row, state=State.NOT_STARTED)
    ledger.saw("a1", ["perhaps the lost one"])
    assert "perhaps the lost one" in ledger.known_ids("a1")


@pytest.mark.parametrize("damage", [b"rubbish" * 999, b"", b"SQLite format 3\x00" + b"\xff" * 5000], ids=len)
def test_a_damaged_file_is_set_aside_said_and_does_not_block(damage: bytes, tmp_path: Path) -> None:
    first = Ledger(tmp_path)
    first.begin(ROW)
    first.close()
    (tmp_path / "ledger.sqlite").write_bytes(damage)
    ledger = Ledger(tmp_path)
    assert ledger.open_entries() == []
    ledger.begin(ROW)
    if damage:
        assert ledger.said is not None
        assert "set aside" in str(ledger.said)
        assert [path.read_bytes() for path in tmp_path.glob("ledger damaged*")] == [damage]


def test_a_newer_versions_file_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    first = Ledger(tmp_path)
    entry = first.begin(ROW)
    first._connection.executescript("ALTER TABLE sessions ADD COLUMN mood TEXT; PRAGMA user_version = 7;")
    first._connection.execute("UPDATE sessions SET state = 'Dancing', sent = 'no json'")
    first.close()
    (again,) = Ledger(tmp_path).open_entries()
    assert (again.row, again.state, again.sent) == (entry.row, State.UNKNOWN, {})


def test_where_the_folder_cannot_be_written_it_is_for_this_run_and_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    ledger = Ledger(tmp_path / "file")
    assert ledger.said is not None
    assert "this run only" in str(ledger.said)
    assert ledger.open_entries() == []
    ledger.begin(ROW)
    assert len(ledger.open_entries()) == 1


_FILL = """
import resource, sys, signal
from pathlib import Path
from akool_desktop.store.ledger import Entry, Ledger, LedgerError, State
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


def test_it_is_kept_with_write_ahead_and_full_sync(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    assert ledger._connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert ledger._connection.execute("PRAGMA synchronous").fetchone()[0] == 2
    with sqlite3.connect(tmp_path / "ledger.sqlite") as other:
        assert other.execute("PRAGMA user_version").fetchone() == (1,)
    other.close()

"""The ledger's file in every state that disks, power cuts and rights may leave it in."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from akool_desktop.store import database, ledger_file
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.ledger import Ledger, LedgerError

ROW = Entry(0, "a1", "Client", "dvp", "agora", 1000.0, State.CREATING, length=600, sent={"avatar_id": "dvp"})

_BEGIN_AND_DIE = """
import os, sys
from pathlib import Path
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.ledger import Ledger
ledger = Ledger(Path(sys.argv[1]))
for number in range(3):
    ledger.begin(Entry(0, "a1", "Client", "dvp", "agora", 1000.0, State.LIVE, session_id=f"s{number}"))
os.kill(os.getpid(), 9)
"""


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


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
@pytest.mark.timeout(20)
def test_a_pipe_in_its_place_is_set_aside_and_holds_up_no_start(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ledger.sqlite")
    ledger = Ledger(tmp_path)
    assert "set aside" in str(ledger.said)
    ledger.begin(ROW)
    ledger.close()
    assert [path.is_fifo() for path in tmp_path.glob("ledger damaged*")] == [True]


@pytest.mark.skipif(sys.platform == "win32", reason="rights of another kind")
def test_nobody_else_on_the_computer_can_read_what_was_sent(tmp_path: Path) -> None:
    """Its journals too, which hold the newest rows."""
    ledger = Ledger(tmp_path)
    ledger.begin(ROW)
    assert {path.name: path.stat().st_mode & 0o077 for path in tmp_path.iterdir()} == dict.fromkeys(
        ("ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm"), 0
    )
    ledger.close()


def test_a_file_that_another_program_holds_keeps_no_start_waiting_and_is_said(tmp_path: Path) -> None:
    """A backup may hold it for a minute."""
    Ledger(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()
        ledger = Ledger(tmp_path)
        assert time.monotonic() - began < 2
        assert ledger.said is None
        ledger._connection.execute("PRAGMA busy_timeout=10")
        with pytest.raises(LedgerError) as caught:
            ledger.begin(ROW)
        assert "Another program holds the file" in str(caught.value.card.advice)
        with pytest.raises(LedgerError, match="tried again by itself"):
            ledger.note(1, why="late")
        other.execute("ROLLBACK")
    ledger.begin(ROW)
    ledger.close()


def test_a_head_that_is_damaged_while_the_journal_is_whole(tmp_path: Path) -> None:
    """As a power cut may leave them: what the journal holds is not lost, and not mixed into the next file."""
    subprocess.run([sys.executable, "-c", _BEGIN_AND_DIE, str(tmp_path)], check=False)
    file = tmp_path / "ledger.sqlite"
    assert file.with_name("ledger.sqlite-wal").stat().st_size > 0
    file.write_bytes(b"\xff" * 4096 + file.read_bytes()[4096:])
    ledger = Ledger(tmp_path)
    assert [entry.session_id for entry in ledger.open_entries()] in ([], ["s0", "s1", "s2"])
    assert ledger.said or ledger.open_entries()
    kept = [*ledger.open_entries(), ledger.begin(ROW)]
    ledger.close()
    assert Ledger(tmp_path).open_entries() == kept


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a ledger with 200 sessions, every tenth of which is open."""
    folder = tmp_path_factory.mktemp("sound")
    ledger = Ledger(folder)
    for number in range(200):
        entry = ledger.begin(replace(ROW, session_id=f"s{number}", sent={"avatar_id": "x" * 300}))
        if number % 10:
            ledger.note(entry.row, state=State.ENDED, ended_at=1200.0)
    ledger.close()
    return (folder / "ledger.sqlite").read_bytes()


def _damaged(sound: bytes, page: int) -> bytes:
    return sound[: page * 4096] + b"\xff" * 4096 + sound[(page + 1) * 4096 :]


def test_damage_on_any_page_is_found_at_the_start(sound: bytes, tmp_path: Path) -> None:
    """Not at the first create that meets it, which could then never be made."""
    for page in range(len(sound) // 4096):
        folder = tmp_path / str(page)
        folder.mkdir()
        (folder / "ledger.sqlite").write_bytes(_damaged(sound, page))
        ledger = Ledger(folder)
        assert ledger.said, f"page {page} passed for sound"
        ledger.note(ledger.begin(ROW).row, state=State.ENDED)
        ledger.saw("a1", ["seen"])
        ledger.close()


def test_what_may_still_cost_is_brought_along_from_a_damaged_file(sound: bytes, tmp_path: Path) -> None:
    """All of it, if only the other tables are damaged; the newest, if it is the sessions' own."""
    rescued: list[list[str]] = []
    for page in range(1, len(sound) // 4096):
        folder = tmp_path / str(page)
        folder.mkdir()
        (folder / "ledger.sqlite").write_bytes(_damaged(sound, page))
        ledger = Ledger(folder)
        rescued.append([entry.session_id for entry in ledger.open_entries()])
        ledger.close()
    every_tenth = [f"s{number}" for number in range(0, 200, 10)]
    assert every_tenth in rescued
    for ids in rescued:
        assert ids == every_tenth[len(every_tenth) - len(ids) :]
    assert sum(map(len, rescued)) > 0.5 * len(rescued) * len(every_tenth)


def test_a_letter_that_is_none_hides_no_session(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    hurt, sound = ledger.begin(ROW), ledger.begin(ROW)
    ledger._connection.execute(
        "UPDATE sessions SET why = CAST(x'66ff66' AS TEXT), sent = '[1]' WHERE row = ?", (hurt.row,)
    )
    ledger.close()
    first, second = Ledger(tmp_path).open_entries()
    assert (first.row, first.why, first.sent) == (hurt.row, "f\N{REPLACEMENT CHARACTER}f", {})
    assert second == sound


@pytest.fixture
def foreign() -> Iterator[Path]:
    """A folder that ``nobody`` can reach; pytest's own can be entered by its user alone."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


_AS_NOBODY = """
import os, sys, urllib.parse  # now: as another user it could not be read
from pathlib import Path
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.ledger import Ledger
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
ledger = Ledger(Path(sys.argv[1]))
print("this run only" in str(ledger.said), [entry.session_id for entry in ledger.open_entries()])
ledger.begin(Entry(0, "a1", "Client", "dvp", "agora", 1000.0, State.CREATING))
print(len(ledger.open_entries()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no permissions as on POSIX")
@pytest.mark.parametrize("case", ["folder", "file", "damaged file"])
def test_where_nothing_can_be_written_what_is_open_is_still_known(case: str, foreign: Path) -> None:
    """A disk that the system has made read-only after an error, say."""
    ledger = Ledger(foreign)
    ledger.note(ledger.begin(ROW).row, session_id="open", state=State.LIVE)
    ledger.close()
    file = foreign / "ledger.sqlite"
    if case == "damaged file":
        content = file.read_bytes()
        file.write_bytes(content[:-4096] + b"\xff" * 4096)
    file.chmod(0o444)
    foreign.chmod(0o777 if case == "file" else 0o555)
    ran = subprocess.run(
        [sys.executable, "-c", _AS_NOBODY, str(foreign)], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "True ['open']\n2\n"


def test_a_file_that_another_program_is_writing_is_not_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_BUSY", 0.05)
    first = Ledger(tmp_path)
    kept = first.begin(ROW)
    first._connection.execute("BEGIN IMMEDIATE")
    second = Ledger(tmp_path)
    assert second.said is None
    assert second.open_entries() == [kept]
    with pytest.raises(LedgerError):
        second.begin(ROW)
    first._connection.execute("COMMIT")
    assert second.begin(ROW).row > kept.row


def test_a_file_of_the_first_version_gains_what_it_lacks_and_keeps_its_rows(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite")) as old:
        old.executescript(ledger_file._SCHEMA)
        old.execute(
            "INSERT INTO sessions (account_id, account, avatar, who, preset, stream_type, room, origin, sent,"
            " session_id, state, why, created_at) VALUES ('a1', 'Client', 'dvp', '', '', 'agora', '', '', '{}',"
            " 's1', 'Live', '', 1000.0)"
        )
        old.commit()
    ledger = Ledger(tmp_path)
    (row,) = ledger.open_entries()
    assert (row.session_id, row.first_frame, row.picture) == ("s1", None, "")
    noted = ledger.note(row.row, first_frame=640, picture="H264 1280 × 720")
    assert (noted.first_frame, noted.picture) == (640, "H264 1280 × 720")
    assert Ledger(tmp_path).said is None


def test_a_newer_versions_file_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    first = Ledger(tmp_path)
    entry = first.begin(ROW)
    first._connection.executescript("ALTER TABLE sessions ADD COLUMN mood TEXT; PRAGMA user_version = 7;")
    first._connection.execute("UPDATE sessions SET state = 'Dancing', sent = 'no json'")
    first.close()
    (again,) = Ledger(tmp_path).open_entries()
    assert (again.row, again.state, again.sent) == (entry.row, State.UNKNOWN, {})


def test_a_newer_versions_file_that_cannot_be_used_is_left_and_what_may_still_cost_is_known(tmp_path: Path) -> None:
    first = Ledger(tmp_path)
    entry = first.begin(replace(ROW, session_id="s1", state=State.LIVE))
    first._connection.executescript(
        "DROP TRIGGER words_added; DROP TRIGGER words_changed; DROP TABLE words;"
        "ALTER TABLE sessions RENAME COLUMN why TO reason; PRAGMA user_version = 7;"
    )
    first.close()
    before = (tmp_path / "ledger.sqlite").read_bytes()
    ledger = Ledger(tmp_path)
    assert "newer version of the program" in str(ledger.said)
    assert ledger.open_entries() == [entry]
    ledger.begin(ROW)
    ledger.close()
    assert (tmp_path / "ledger.sqlite").read_bytes() == before


def test_where_the_folder_cannot_be_written_it_is_for_this_run_and_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    ledger = Ledger(tmp_path / "file")
    assert ledger.said is not None
    assert "this run only" in str(ledger.said)
    assert ledger.open_entries() == []
    ledger.begin(ROW)
    assert len(ledger.open_entries()) == 1

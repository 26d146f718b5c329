"""kill -9 at random instants of create, end and recovery, with the service's own books as the judge.

AKOOL_LONG=1 plays 200 rounds instead of 10; AKOOL_SEED=N repeats the instants of a run that failed.
"""

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from akool_desktop.practice.service import PracticeService
from akool_desktop.store.entry import State
from akool_desktop.store.ledger import Ledger

LONG = bool(os.environ.get("AKOOL_LONG"))
ROUNDS = 200 if LONG else 10
ENDED = (3, 4)  # docs.akool.com, session status: completed, failed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks")


class Desks:
    """The process that forks a desk for each line."""

    def __init__(self, url: str, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("killed.py")), url, str(folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def run(self, what: str, kill_after: float | None = None) -> int:
        """Its exit code, once it is gone."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(what if kill_after is None else f"{what} {kill_after}")
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def close(self) -> None:
        self._process.communicate()


def running(practice: PracticeService) -> set[str]:
    return {booking.id for booking in practice.books() if booking.status not in ENDED}


def judge(practice: PracticeService, folder: Path) -> list[State]:
    """What runs is in the ledger as open, or is what its one row without an answer stands for."""
    ledger = Ledger(folder)
    rows = ledger.open_entries()
    ledger.close()
    unsettled = [row for row in rows if not row.session_id]
    assert len(running(practice) - {row.session_id for row in rows}) <= len(unsettled) <= 1
    return [row.state for row in rows]


@pytest.mark.timeout(900)
def test_no_session_runs_that_the_ledger_does_not_know(practice: PracticeService, tmp_path: Path) -> None:
    seed = int(os.environ.get("AKOOL_SEED") or random.randrange(10**6))
    print(f"seed {seed}")
    chance = random.Random(seed)
    desks = Desks(practice.start(), tmp_path)
    deaths: Counter[State] = Counter()
    costly_deaths = 0
    for _ in range(ROUNDS):
        for what, most in [("work", 0.15), *[("recover", 0.4)] * chance.randrange(3)]:
            assert desks.run(what, kill_after=chance.uniform(0, most)) in (-signal.SIGKILL, 0)
            costly_deaths += bool(running(practice))
            deaths.update(judge(practice, tmp_path))
        assert desks.run("recover") == 0
        assert running(practice) == set()
        assert judge(practice, tmp_path) == []
    desks.close()
    print(f"rows left open by a kill: {dict(deaths)}; kills while a session ran: {costly_deaths}")
    with_a_session = [row.session_id for row in Ledger(tmp_path)._entries("") if row.session_id]
    booked = [booking.id for booking in practice.books()]
    assert sorted(with_a_session) == sorted(booked), "one row for each booking, and no other"
    assert deaths, "no kill came between begin and end: this proves nothing"
    if LONG:
        assert costly_deaths
        assert deaths.keys() >= {State.CREATING, State.UNKNOWN, State.WAITING, State.ENDING}

"""kill -9 at random instants of create and end, with the service's own books as the judge."""

import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from akool_desktop.paths import resource
from akool_desktop.practice.service import PracticeService
from akool_desktop.store.ledger import Ledger

ROUNDS = 200 if os.environ.get("AKOOL_LONG") else 10
ENDED = (3, 4)  # docs.akool.com, session status: completed, failed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks")


class Desks:
    """The process that forks a desk for each line."""

    def __init__(self, url: str, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("killed.py")), url, str(folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def run(self, what: str, kill_after: float | None = None) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{what}\n")
        self._process.stdin.flush()
        child = int(self._process.stdout.readline())
        if kill_after is not None:
            threading.Event().wait(kill_after)
            os.kill(child, signal.SIGKILL)
        assert self._process.stdout.readline() == "gone\n"

    def close(self) -> None:
        self._process.communicate()


@pytest.fixture
def practice() -> Iterator[PracticeService]:
    service = PracticeService(resource("contract/create-session.json"), resource("practice/catalogue.json"))
    yield service
    service.stop()


@pytest.mark.timeout(900)
def test_no_session_runs_that_the_ledger_does_not_know(practice: PracticeService, tmp_path: Path) -> None:
    seed = random.randrange(10**6)
    print(f"seed {seed}")
    chance = random.Random(seed)
    desks = Desks(practice.start(), tmp_path)
    running_at_death = 0
    for _ in range(ROUNDS):
        desks.run("work", kill_after=chance.uniform(0, 0.25))
        ledger = Ledger(tmp_path)
        open_rows = ledger.open_entries()
        running = [booking for booking in practice.books() if booking.status not in ENDED]
        running_at_death += len(running)
        unsettled = [entry for entry in open_rows if not entry.session_id]
        known = {entry.session_id for entry in open_rows}
        assert len([booking for booking in running if booking.id not in known]) <= len(unsettled)
        ledger.close()
        desks.run("recover")
        assert [booking for booking in practice.books() if booking.status not in ENDED] == []
    desks.close()
    ledger = Ledger(tmp_path)
    assert ledger.open_entries() == []
    rows = ledger._entries("", ())
    ids = [row.session_id for row in rows if row.session_id]
    assert sorted(ids) == sorted(booking.id for booking in practice.books()), "one row for each booking, and no other"
    assert running_at_death, "no kill came while a session ran: this proves nothing"

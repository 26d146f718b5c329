"""A desk that is killed: run by test_kill.py as a process that forks one desk for each line it reads.

Forking from a process that has everything loaded makes a round a matter of milliseconds.
"""

import asyncio
import os
import sys
from pathlib import Path

import httpx  # noqa: F401  # loaded once, before the forks
from operating import Operator

from akool_desktop.akool.client import Deadlines
from akool_desktop.desk import sessions, strays
from akool_desktop.store.ledger import State

PATIENT = Deadlines(connect=5, create=10, other=10)


async def create_and_end(operator: Operator) -> None:
    """Until killed."""
    while True:
        await operator.sessions.end(await operator.create())


async def recover(operator: Operator) -> None:
    """What an operator does at the next start: find or give up the unknown ones, end all."""
    for entry in await operator.strays.recover():
        if entry.state is State.UNKNOWN and not entry.session_id:
            found = await operator.strays.look_for(entry)
            entry = await (operator.strays.take(entry, found[0]) if found else operator.strays.give_up(entry))
        if entry.session_id and not entry.state.over:
            await operator.sessions.end(entry)


def main(url: str, folder: Path) -> None:
    sessions._CONFIRMING = (0.0, 0.01, 0.02, 0.1, 0.5)
    strays._LOOKING = (0.05, 0.2)  # type: ignore[assignment]
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            operator = Operator(url, folder, deadlines=PATIENT)
            asyncio.run(create_and_end(operator) if line.strip() == "work" else recover(operator))
            os._exit(0)
        print(child, flush=True)
        os.waitpid(child, 0)
        print("gone", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))

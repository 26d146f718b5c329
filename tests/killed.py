"""A desk that is killed: run by test_kill.py as a process that forks one desk for each line it reads.

A line says what the desk does and how many seconds after it began that it is killed, if it is: "work 0.125",
"recover". It is this process that kills, its parent: until that has waited for it, no other has its number.
Forking from a process that has everything loaded makes a round a matter of milliseconds.
"""

import asyncio
import os
import signal
import sys
import time
import traceback
from pathlib import Path
from typing import NoReturn

import httpx  # noqa: F401  # loaded once, before the forks
from operating import Operator

from akool_desktop.akool.client import Deadlines
from akool_desktop.desk import sessions, strays
from akool_desktop.store.entry import State

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
        what, *kill_after = line.split()
        began, says_so = os.pipe()
        child = os.fork()
        if child == 0:
            play(what, Operator(url, folder, deadlines=PATIENT), says_so)
        os.close(says_so)
        os.read(began, 1)
        if kill_after:
            time.sleep(float(kill_after[0]))
            os.kill(child, signal.SIGKILL)
        os.close(began)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def play(what: str, operator: Operator, says_so: int) -> NoReturn:
    """Never returns into the loop that forked it."""

    async def work() -> None:
        await operator.sessions.read_balance(operator.account)  # the connection stands
        os.write(says_so, b".")
        await (create_and_end(operator) if what == "work" else recover(operator))

    code = 1
    try:
        asyncio.run(work())
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))

"""The watch: a polite pace, slower when Akool or the network balks, quick after sleep."""

import asyncio
from pathlib import Path

import pytest
from hostile import Behaviour, HostileServer, by_path, cut, ok, refuse, silent
from operating import Operator, operate

from akool_desktop.desk import watch
from akool_desktop.desk.clock import Clock
from akool_desktop.desk.watch import Watch
from akool_desktop.store.ledger import Entry, Ledger, State


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "_TICK", 0.01)


class Time:
    """Seconds that the test moves on."""

    def __init__(self) -> None:
        self.now = 1000.0

    def clock(self) -> Clock:
        return Clock(lambda: self.now, lambda: self.now)


def row(operator: Operator, account_id: str = "environment", session_id: str = "s1") -> Entry:
    return operator.ledger.begin(
        Entry(0, account_id, account_id, "dvp", "agora", 900.0, State.WAITING, session_id=session_id)
    )


async def watching(operator: Operator, seconds: float, time: Time, step: float = 0.5) -> None:
    """Let ``seconds`` go by on the test's clock while the watch runs."""
    await operator.sessions.reload()
    task = asyncio.ensure_future(Watch(operator.sessions).run())
    for _ in range(int(seconds / step)):
        time.now += step
        await asyncio.sleep(0.03)
    task.cancel()
    await asyncio.wait([task])


@pytest.mark.parametrize(
    ("detail", "fewest", "most"),
    [(ok({"status": 1}), 10, 13), (refuse(1005), 3, 5), (cut, 3, 5), (refuse(1101), 3, 5)],
)
def test_pace(detail: Behaviour, fewest: int, most: int, tmp_path: Path) -> None:
    """In a minute: every 5 seconds while Akool answers, twice as far apart each time it does not."""
    time = Time()
    with HostileServer(by_path({"session/detail": detail}, refuse(1003))) as hostile:
        operator = Operator(hostile.url, tmp_path, clock=time.clock())
        row(operator)
        operate(operator, watching(operator, 60, time))
        asked = len(hostile.requests)
    assert fewest <= asked <= most


def test_one_account_that_does_not_answer_holds_up_no_other(tmp_path: Path) -> None:
    time = Time()
    with HostileServer(silent) as stuck, HostileServer(ok({"status": 3})) as quick:
        operator = Operator(quick.url, tmp_path, clock=time.clock())
        hanging = Operator(stuck.url, tmp_path / "other", clock=time.clock())
        operator.accounts._clients["practice"] = hanging.accounts._clients["environment"]
        blocked, answered = row(operator, "practice"), row(operator, session_id="s2")

        async def work() -> None:
            await watching(operator, 3, time)
            await hanging.leave()

        operate(operator, work())
    assert operator.sessions.entries[answered.row].state is State.ENDED
    assert operator.sessions.entries[blocked.row].state is State.WAITING


def test_after_sleep_it_asks_at_once(tmp_path: Path) -> None:
    time = Time()
    with HostileServer(refuse(1005), refuse(1005), refuse(1005), ok({"status": 3})) as hostile:
        operator = Operator(hostile.url, tmp_path, clock=time.clock())
        entry = row(operator)

        async def work() -> None:
            await operator.sessions.reload()
            task = asyncio.ensure_future(Watch(operator.sessions).run())
            for step in [0.5] * 66 + [3600, 0.5, 0.5]:
                time.now += step
                await asyncio.sleep(0.03)
            task.cancel()
            await asyncio.wait([task])

        operate(operator, work())
    assert operator.sessions.entries[entry.row].state is State.ENDED


def test_what_another_program_wrote_is_seen_and_a_second_start_is_heard(tmp_path: Path) -> None:
    operator = Operator("http://127.0.0.1:1", tmp_path)
    came: list[bool] = []

    async def work() -> None:
        await operator.sessions.reload()
        guard = Watch(operator.sessions)
        guard.forward = lambda: came.append(True)
        task = asyncio.ensure_future(guard.run())
        other = Ledger(tmp_path)
        other.begin(Entry(0, "a", "Client", "dvp", "agora", 1.0, State.CREATING, origin="command"))
        await asyncio.sleep(0.2)
        other.ask_forward()
        await asyncio.sleep(0.2)
        other.close()
        task.cancel()
        await asyncio.wait([task])

    operate(operator, work())
    assert [entry.origin for entry in operator.sessions.open] == ["command"]
    assert came == [True]

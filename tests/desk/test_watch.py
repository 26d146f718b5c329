"""The watch: a polite pace, slower when Akool or the network balks, quick after sleep."""

import asyncio
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hostile import Behaviour, HostileServer, Visit, answer, by_path, cut, ok, refuse, silent, web_page
from operating import Operator, in_turn, operate

from akool_desktop.desk import watch
from akool_desktop.desk.clock import Clock
from akool_desktop.desk.watch import Watch
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.ledger import Ledger

AS_IT_IS = watch._TICK
WAITS, OVER = ok({"status": 1}), ok({"status": 3})


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "_TICK", 0.001)


class Time:
    """Seconds that the test moves on. ``asked`` counts the questions for them."""

    def __init__(self) -> None:
        self.now, self.asked = 1000.0, 0

    def clock(self) -> Clock:
        return Clock(lambda: self.now, self._steady)

    def _steady(self) -> float:
        self.asked += 1
        return self.now


def row(operator: Operator, session_id: str = "s1", account_id: str = "environment") -> Entry:
    return operator.ledger.begin(
        Entry(0, account_id, account_id, "dvp", "agora", 900.0, State.WAITING, session_id=session_id)
    )


async def until(true: Callable[[], bool]) -> None:
    while not true():  # noqa: ASYNC110  # what it waits for is the program's, which sets no event for tests
        await asyncio.sleep(0.001)


async def watching(operator: Operator, time: Time, *steps: float) -> None:
    """The watch runs while each of the steps goes by, and after each does all that is due then."""
    await operator.sessions.reload()
    guard = Watch(operator.sessions)
    task = asyncio.ensure_future(guard.run())
    for step in steps:
        time.now, time.asked = time.now + step, 0
        await until(lambda: time.asked > 2 and not guard._asking)
    task.cancel()
    await asyncio.wait([task])


def pauses(detail: Behaviour, folder: Path, steps: tuple[float, ...]) -> list[float]:
    """Seconds between the questions about one session while the steps go by."""
    time, moments = Time(), []

    def note(visit: Visit) -> bool:
        moments.append(time.now)
        return detail(visit)

    with HostileServer(by_path({"session/detail": note}, refuse(1003))) as hostile:
        operator = Operator(hostile.url, folder, clock=time.clock())
        row(operator)
        operate(operator, watching(operator, time, *steps))
    return [later - earlier for earlier, later in pairwise(moments)]


SECOND_BY_SECOND = (1.0,) * 260


def test_every_five_seconds_while_akool_answers(tmp_path: Path) -> None:
    assert pauses(WAITS, tmp_path, (1.0,) * 31) == [5] * 6


@pytest.mark.parametrize(
    "balks", [refuse(1005), answer({}, status=429), refuse(1101), cut, web_page(502), refuse(1003)],
    ids=["frequent operation", "HTTP 429", "key", "cut", "web page", "refused"],
)  # fmt: skip
def test_twice_as_far_apart_each_time_it_balks_but_a_minute_at_most(balks: Behaviour, tmp_path: Path) -> None:
    assert pauses(balks, tmp_path, SECOND_BY_SECOND) == [10, 20, 40, 60, 60, 60]


def test_at_the_old_pace_once_it_answers_again(tmp_path: Path) -> None:
    balks = refuse(1005)
    assert pauses(in_turn(balks, balks, balks, WAITS), tmp_path, (1.0,) * 91) == [10, 20, 40, 5, 5, 5, 5]


def test_after_sleep_it_asks_at_once_and_at_the_usual_pace(tmp_path: Path) -> None:
    """Even if the network was gone when the computer fell asleep, and is not back yet."""
    balks = refuse(1005)
    night = 8 * 3600.0
    found = pauses(in_turn(*[balks] * 5, WAITS), tmp_path, (*(1.0,) * 75, night, *(1.0,) * 21))
    assert found[:3] == [10, 20, 40]
    assert found[3] >= night
    assert found[4:] == [10, 5, 5]


def test_a_session_that_cannot_be_asked_about_hides_no_other(tmp_path: Path) -> None:
    def detail(visit: Visit) -> bool:
        return (web_page(500) if "id=bad" in visit.request.path else OVER)(visit)

    time = Time()
    with HostileServer(detail) as hostile:
        operator = Operator(hostile.url, tmp_path, clock=time.clock())
        bad, good = row(operator, "bad"), row(operator, "good")
        operate(operator, watching(operator, time, 1.0))
    assert operator.sessions.entries[bad.row].state is State.WAITING
    assert operator.sessions.entries[good.row].state is State.ENDED


@pytest.mark.parametrize(
    ("balks", "why"),
    [(web_page(500), "HTTP 500"), (refuse(1005), "1005, no"), (refuse(1003), "1003, no"), (cut, "connection broke")],
)
def test_a_session_that_akool_does_not_speak_of_is_noted_until_it_does(
    balks: Behaviour, why: str, tmp_path: Path
) -> None:
    time = Time()
    with HostileServer(by_path({"session/detail": in_turn(balks, WAITS)}, refuse(1003))) as hostile:
        operator = Operator(hostile.url, tmp_path, clock=time.clock())
        waits = row(operator)
        shown: list[dict[int, str]] = []
        operator.sessions.changed = lambda: shown.append(dict(operator.sessions.unanswered))
        operate(operator, watching(operator, time, 1.0, 11.0, 6.0))
    assert (list(shown[-2]), shown[-1]) == ([waits.row], {})
    assert why in shown[-2][waits.row]


@pytest.mark.parametrize("code", [1005, 1101], ids=["too often", "key"])
def test_told_what_holds_for_all_of_the_account_it_asks_no_more_in_this_round(code: int, tmp_path: Path) -> None:
    time = Time()
    with HostileServer(refuse(code)) as hostile:
        operator = Operator(hostile.url, tmp_path, clock=time.clock())
        for number in range(5):
            row(operator, f"s{number}")
        operate(operator, watching(operator, time, 1.0))
        assert len(hostile.requests) == 1


def test_one_account_that_does_not_answer_holds_up_no_other(tmp_path: Path) -> None:
    time = Time()
    with HostileServer(silent) as stuck, HostileServer(OVER) as quick:
        operator = Operator(quick.url, tmp_path, clock=time.clock())
        hanging = Operator(stuck.url, tmp_path / "other", clock=time.clock())
        operator.accounts._clients["practice"] = hanging.accounts._clients["environment"]
        blocked, answered = row(operator, account_id="practice"), row(operator, "s2")

        async def work() -> None:
            await operator.sessions.reload()
            task = asyncio.ensure_future(Watch(operator.sessions).run())
            await until(lambda: operator.sessions.entries[answered.row].state.over)
            task.cancel()
            await asyncio.wait([task])
            await hanging.leave()

        operate(operator, work())
        assert len(stuck.requests) == 1
    assert operator.sessions.entries[blocked.row].state is State.WAITING


def test_a_disk_that_fails_does_not_end_the_watch(tmp_path: Path) -> None:
    time = Time()
    with HostileServer(in_turn(WAITS, OVER)) as hostile:
        operator = Operator(hostile.url, tmp_path, clock=time.clock())
        entry = row(operator)

        async def work() -> None:
            await operator.sessions.reload()
            operator.ledger.close()  # no question to it is answered any more
            guard = Watch(operator.sessions)
            task = asyncio.ensure_future(guard.run())
            while operator.sessions.entries[entry.row].state is not State.ENDED:
                time.now, time.asked = time.now + 4, 0
                await until(lambda: time.asked > 2 and not guard._asking)
            task.cancel()
            await asyncio.wait([task])

        operate(operator, work())
    assert operator.sessions.entries[entry.row].state is State.ENDED
    assert operator.sessions.unwritten is not None


def test_what_the_disk_did_not_take_is_written_when_there_is_room(tmp_path: Path) -> None:
    operator = Operator("http://127.0.0.1:1", tmp_path)
    entry = row(operator)

    async def work() -> None:
        await operator.sessions.reload()
        operator.ledger._connection.execute("PRAGMA query_only=ON")
        await operator.sessions.settle(entry, State.ENDED, "Ended here.")
        task = asyncio.ensure_future(Watch(operator.sessions).run())
        operator.ledger._connection.execute("PRAGMA query_only=OFF")
        await until(lambda: operator.sessions.is_remembered)
        task.cancel()
        await asyncio.wait([task])

    operate(operator, work())
    assert Ledger(tmp_path).entry(entry.row).state is State.ENDED


def test_what_another_program_wrote_is_seen_and_a_second_start_is_heard(tmp_path: Path) -> None:
    operator = Operator("http://127.0.0.1:1", tmp_path)
    came: list[bool] = []

    async def work() -> None:
        await operator.sessions.reload()
        guard = Watch(operator.sessions)
        guard.forward = lambda: came.append(True)
        task = asyncio.ensure_future(guard.run())
        other = Ledger(tmp_path)
        begun = other.begin(Entry(0, "a", "Client", "dvp", "agora", 1.0, State.CREATING, origin="command"))
        await until(lambda: begun.row in operator.sessions.entries)
        other.note(begun.row, state=State.ENDED, ended_at=operator.sessions.clock.wall())
        await until(lambda: operator.sessions.entries[begun.row].state is State.ENDED)
        assert came == []
        other.ask_forward()
        await until(lambda: bool(came))
        other.close()
        task.cancel()
        await asyncio.wait([task])

    operate(operator, work())
    assert came == [True]
    assert operator.sessions.open == []


def test_what_others_wrote_shows_within_a_second() -> None:
    assert AS_IT_IS <= 1


def test_a_create_of_a_command_that_was_killed_is_not_shown_as_creating_for_ever(tmp_path: Path) -> None:
    time = Time()
    with HostileServer(refuse(1003)) as hostile:
        operator = Operator(hostile.url, tmp_path, clock=time.clock())
        command, running, window = (
            operator.ledger.begin(
                Entry(
                    0, "environment", "Environment", "dvp", "agora", time.now, state, origin=origin, session_id=named
                )
            )
            for origin, state, named in (
                ("command", State.CREATING, ""), ("command", State.LIVE, "s1"), ("window", State.CREATING, ""),
            )
        )  # fmt: skip
        operate(operator, watching(operator, time, 60.0))
        assert Ledger(tmp_path).entry(command.row).state is State.CREATING
        operator = Operator(hostile.url, tmp_path, clock=time.clock())
        operate(operator, watching(operator, time, 61.0))
        assert {request.path.partition("?")[2] for request in hostile.requests} == {"id=s1"}
    killed = Ledger(tmp_path).entry(command.row)
    assert (killed.state, killed.why) == (State.UNKNOWN, "The program stopped before the answer came.")
    assert Ledger(tmp_path).entry(running.row).state is State.LIVE
    assert Ledger(tmp_path).entry(window.row).state is State.CREATING, "it is this window's, which is at it"

"""Ending, and seeing how it stands: nothing is over before Akool says so, and what is over stays over."""

import asyncio
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hostile import (
    Behaviour,
    HostileServer,
    Visit,
    after,
    answer,
    by_path,
    cut,
    ok,
    refuse,
    silent,
    web_page,
)
from operating import CREATED, HASTY, KEY, Operator, in_turn, operate, server

from akool_desktop.akool.client import Access, AkoolClient, Deadlines
from akool_desktop.akool.errors import Refused
from akool_desktop.desk import sessions
from akool_desktop.desk.accounts import ENVIRONMENT, PRACTICE, AccountError
from akool_desktop.desk.clock import Clock, Left
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.ledger import Ledger


@pytest.mark.parametrize(
    ("close", "detail", "state"),
    [
        (ok(None), ok({"status": 3}), State.ENDED),
        (answer({"code": 1000, "msg": "OK"}), ok({"status": 4}), State.FAILED),
        (ok({"session_id": "s1", "status": "closed", "closed_at": 1}), ok({"status": 3}), State.ENDED),
        (refuse(1216), silent, State.NOT_CONFIRMED),
        (refuse(1219), silent, State.ENDED),
        (cut, ok({"status": 3}), State.ENDED),
        (web_page(500), ok({"status": 3}), State.ENDED),
        (silent, ok({"status": 3}), State.ENDED),
        (refuse(1014), ok({"status": 3}), State.NOT_CONFIRMED),
        (ok(None), refuse(1014), State.NOT_CONFIRMED),
        (ok(None), answer({"code": 1014}, status=404), State.NOT_CONFIRMED),
        (ok(None), refuse(1216), State.ENDED),
        (cut, refuse(1216), State.NOT_CONFIRMED),
        (ok(None), ok({"status": 2}), State.NOT_CONFIRMED),
        (ok(None), ok({"status": 99}), State.NOT_CONFIRMED),
        (ok(None), cut, State.NOT_CONFIRMED),
        (refuse(1005), ok({"status": 2}), State.NOT_CONFIRMED),
        (refuse(1101), ok({"status": 2}), State.NOT_CONFIRMED),
        (cut, ok({"status": 2}), State.NOT_CONFIRMED),
        (web_page(500), ok({"status": 2}), State.NOT_CONFIRMED),
    ],
)
def test_an_end_counts_once_akool_confirms_it(
    close: Behaviour, detail: Behaviour, state: State, tmp_path: Path
) -> None:
    with server(close=close, detail=detail) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> Entry:
            return await operator.sessions.end(await operator.create())

        assert operate(operator, work()).state is state


def test_the_documented_close(tmp_path: Path) -> None:
    """docs.akool.com, Close Session: the id and nothing else."""
    with server() as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> None:
            await operator.sessions.end(await operator.create())

        operate(operator, work())
        closes = [request.json() for request in hostile.requests if request.path.endswith("close")]
    assert closes == [{"id": "s1"}]


def test_try_again(tmp_path: Path) -> None:
    with server(close=in_turn(refuse(1005), ok(None))) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> tuple[Entry, list[int], Entry]:
            first = await operator.sessions.end(await operator.create())
            return first, list(operator.sessions.hindered), await operator.sessions.end(first)

        first, hindered, second = operate(operator, work())
    assert (first.state, second.state) == (State.NOT_CONFIRMED, State.ENDED)
    assert (hindered, operator.sessions.hindered) == ([first.row], {})


def test_an_end_is_on_the_disk_before_it_is_asked_for(tmp_path: Path) -> None:
    """A program that is killed there has not forgotten at the next start that the session was to end."""
    seen: list[State] = []

    def look(visit: Visit) -> bool:
        (entry,) = Ledger(tmp_path).open_entries()
        seen.append(entry.state)
        return ok(None)(visit)

    with server(close=look) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> None:
            await operator.sessions.end(await operator.create())

        operate(operator, work())
    assert seen == [State.ENDING]


def test_an_end_whose_account_is_not_here_any_more(tmp_path: Path) -> None:
    operator = Operator("http://127.0.0.1:1", tmp_path)
    row = operator.ledger.begin(Entry(0, "gone", "Show", "dvp", "agora", 1.0, State.LIVE, session_id="s1"))
    ended = operate(operator, operator.sessions.end(row))
    assert ended.state is State.NOT_CONFIRMED
    card = operator.sessions.hindered[row.row]
    assert ended.why == str(card.happened)
    assert "the session may be running" in str(card.cost)


def test_a_status_that_lies_for_long(tmp_path: Path) -> None:
    """It says live after each end, until it does not: the row says "not confirmed" as long."""
    lies = [ok({"status": 2})] * 8
    with server(detail=in_turn(*lies, ok({"status": 3}))) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> list[State]:
            entry = await operator.create()
            states = [(await operator.sessions.end(entry)).state for _ in range(2)]
            while not entry.state.over:
                entry = await operator.sessions.look(entry)
                states.append(entry.state)
            return states

        states = operate(operator, work())
    assert states == [State.NOT_CONFIRMED] * 4 + [State.ENDED]


@pytest.mark.parametrize("first", [cut, web_page(502), refuse(1005)], ids=["cut", "web page", "refused"])
def test_an_end_that_did_not_arrive_is_asked_for_again(first: Behaviour, tmp_path: Path) -> None:
    """The network was gone as the operator pressed End session: when it is back the session is still to end, be it in
    line, live, or of a status that nobody knows."""
    asked = 0

    def close(visit: Visit) -> bool:
        nonlocal asked
        asked += 1
        return (first if asked < 4 else ok(None))(visit)

    def detail(visit: Visit) -> bool:
        return ok({"status": (1, 99, 2, 3)[asked - 1]})(visit)

    with server(close=close, detail=detail) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> list[State]:
            entry = await operator.sessions.end(await operator.create())
            states = [entry.state]
            while not entry.state.over:
                entry = await operator.sessions.look(entry)
                states.append(entry.state)
            assert entry.why == "Ended here."
            return states

        assert operate(operator, work()) == [*[State.NOT_CONFIRMED] * 4, State.ENDED]
    assert asked == 4


def test_a_detail_that_never_answers_does_not_hold_up_the_operator(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "_CONFIRMED_WITHIN", 0.2)
    with server(detail=silent) as hostile:
        operator = Operator(hostile.url, tmp_path, deadlines=Deadlines(connect=5, create=5, other=20))

        async def work() -> tuple[State, float]:
            entry, began = await operator.create(), time.monotonic()
            return (await operator.sessions.end(entry)).state, time.monotonic() - began

        state, seconds = operate(operator, work())
    assert state is State.NOT_CONFIRMED
    assert seconds < 15, "one question alone would have taken its deadline of twenty"


def test_nothing_is_asked_about_what_is_over(tmp_path: Path) -> None:
    """A question that listed it was still open; a network that is gone must not make it "not confirmed"."""
    with server() as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> tuple[Entry, Entry]:
            created = await operator.create()
            ended = await operator.sessions.end(created)
            hostile.requests.clear()
            return ended, await operator.sessions.end(created)

        ended, again = operate(operator, work())
        assert hostile.requests == []
    assert again == ended


@pytest.mark.parametrize("said", [2, 99])
def test_an_end_that_another_program_was_at(said: int, tmp_path: Path) -> None:
    """Its row says "Ending": it is asked about, and after a while not believed any more."""
    wall = 5000.0
    with server(detail=in_turn(ok({"status": said}), ok({"status": said}), ok({"status": 3}))) as hostile:
        operator = Operator(hostile.url, tmp_path, clock=Clock(lambda: wall, lambda: wall))
        ending = operator.ledger.begin(
            Entry(
                0, "environment", "Environment", "dvp", "agora", 4000.0, State.ENDING,
                session_id="s1", end_asked_at=5000.0, origin="command",
            )
        )  # fmt: skip

        async def work() -> list[State]:
            nonlocal wall
            await operator.sessions.reload()
            seen = []
            for _ in range(3):
                seen.append((await operator.sessions.look(ending)).state)
                wall += 200
            return seen

        assert operate(operator, work()) == [State.ENDING, State.NOT_CONFIRMED, State.ENDED]


@pytest.mark.parametrize(
    ("account", "age", "code", "state"),
    [
        ("environment", 7100.0, 1216, State.NOT_CONFIRMED),
        ("environment", 60.0, 1219, State.ENDED),
        ("environment", 7300.0, 1216, State.ENDED),
        ("practice", 60.0, 1216, State.ENDED),
    ],
)
def test_a_key_that_never_knew_the_session_confirms_no_end(
    account: str, age: float, code: int, state: State, tmp_path: Path
) -> None:
    """Another account's key was pasted over the one that paid, or stands in AKOOL_API_KEY today."""
    with server(close=refuse(code), detail=refuse(code)) as hostile:
        operator = Operator(hostile.url, tmp_path)
        row = operator.ledger.begin(
            Entry(0, account, "Client", "dvp", "agora", time.time() - age, State.LIVE, session_id="s1")
        )

        async def work() -> tuple[State, Entry]:
            await operator.sessions.reload()
            with suppress(Refused):
                await operator.sessions.look(row)
            return operator.sessions.entries[row.row].state, await operator.sessions.end(row)

        looked_at, ended = operate(operator, work())
    assert looked_at is (State.LIVE if state is State.NOT_CONFIRMED else State.ENDED)
    assert ended.state is state
    if state is State.NOT_CONFIRMED:
        assert ended.why.startswith("Akool does not know it by the key that the account has now")


@pytest.mark.parametrize("late", [0, 29, 31])
def test_what_was_created_just_now_is_not_over_because_akool_does_not_know_it_yet(late: float, tmp_path: Path) -> None:
    """A part of it may hear later of what another has started, and it costs meanwhile."""
    with server(close=refuse(1216), detail=refuse(1216)) as hostile:
        wall = time.time()
        operator = Operator(hostile.url, tmp_path, clock=Clock(lambda: wall))

        async def work() -> tuple[State, Entry]:
            nonlocal wall
            created = await operator.create()
            wall += late
            with suppress(Refused):
                await operator.sessions.look(created)
            return operator.sessions.entries[created.row].state, await operator.sessions.end(created)

        looked_at, ended = operate(operator, work())
    if late > 30:
        assert (looked_at, ended.state) == (State.ENDED, State.ENDED)
    else:
        assert (looked_at, ended.state) == (State.WAITING, State.NOT_CONFIRMED)
        assert ended.why == "Akool does not know it yet: it was created just now."


@pytest.mark.parametrize(("key", "state"), [(KEY, State.ENDED), ("another-key-2f11", State.NOT_CONFIRMED)])
def test_what_the_key_that_paid_does_not_know_any_more_is_over_also_after_a_restart(
    key: str, state: State, tmp_path: Path
) -> None:
    """Akool forgot it while the program was closed; the ledger tells that it is the same key, and not which."""
    with server(close=refuse(1216), detail=refuse(1216)) as hostile:
        before = Operator(hostile.url, tmp_path)
        operate(before, before.create())
        again = Operator(hostile.url, tmp_path, clock=Clock(lambda: time.time() + 60))
        again.accounts._clients[ENVIRONMENT.id] = AkoolClient(Access(hostile.url, "api_key", key), deadlines=HASTY)

        async def work() -> Entry:
            (left,) = await again.strays.recover()
            return await again.sessions.end(left)

        assert operate(again, work()).state is state
    for file in tmp_path.iterdir():
        assert KEY.encode() not in file.read_bytes()


@pytest.mark.parametrize("seen", ["in its list", "by itself"])
def test_a_key_put_in_its_place_confirms_the_end_of_what_it_has_seen(seen: str, tmp_path: Path) -> None:
    """The account's key was rotated while the session ran."""
    gone, listed = refuse(1216), ok({"count": 1, "result": [{"_id": "s1", "status": 2}]})
    detail = gone if seen == "in its list" else in_turn(ok({"status": 2}), gone)
    with HostileServer(by_path({"session/list": listed, "session/detail": detail}, refuse(1003))) as hostile:
        operator = Operator(hostile.url, tmp_path)
        created_at = time.time() - 60
        row = operator.ledger.begin(
            Entry(
                0, "environment", "Client", "dvp", "agora", created_at, State.LIVE, session_id="s1", payer="5e1f"
            )
        )

        async def work() -> State:
            if seen == "in its list":
                await operator.strays.read_list(operator.account)
            else:
                assert (await operator.sessions.look(row)).state is State.LIVE
            return (await operator.sessions.look(row)).state

        assert operate(operator, work()) is State.ENDED


def test_what_is_over_stays_over(tmp_path: Path) -> None:
    """A status that says "live" after the end was confirmed lies, or is late."""
    with server(detail=ok({"status": 3})) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> Entry:
            entry = await operator.sessions.end(await operator.create())
            return await operator.sessions.look(entry)

        assert operate(operator, work()).state is State.ENDED


def test_a_look_takes_up_what_akool_says(tmp_path: Path) -> None:
    script = [ok(CREATED), ok({"status": 2}), ok({"status": 99}), ok({"status": 3})]
    with HostileServer(*script) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> list[Entry]:
            seen = [await operator.create()]
            for _ in range(3):
                seen.append(await operator.sessions.look(seen[-1]))
            return seen

        seen = operate(operator, work())
    assert [entry.state for entry in seen] == [State.WAITING, State.LIVE, State.LIVE, State.ENDED]
    assert seen[1].started_at is not None
    assert seen[3].why == "Ended by Akool or another program."


def test_of_a_rehearsal_that_an_earlier_run_has_left_nobody_else_is_blamed(tmp_path: Path) -> None:
    left = Ledger(tmp_path)
    row = left.begin(Entry(0, PRACTICE.id, "Practice", "Tristan", "agora", 1.0, State.LIVE, session_id="p1")).row
    left.close()
    with HostileServer(refuse(1216)) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> Entry:
            await operator.sessions.reload()
            return await operator.sessions.look(operator.sessions.entries[row])

        seen = operate(operator, work())
    assert (seen.state, seen.why) == (State.ENDED, "Practice ended with the program.")


def test_an_answer_that_was_under_way_brings_nothing_back_to_life(tmp_path: Path) -> None:
    """It says "live", and meanwhile another program has ended the session."""
    let_go = threading.Event()
    with server(detail=after(let_go, ok({"status": 2}))) as hostile:
        operator = Operator(hostile.url, tmp_path)
        other = Ledger(tmp_path)

        async def work() -> tuple[Entry, Entry]:
            created = await operator.create()
            looking = asyncio.ensure_future(operator.sessions.look(created))
            await asyncio.to_thread(hostile.wait_for_requests, 2)
            ended = other.note(created.row, state=State.ENDED, ended_at=9e9, why="Ended there.")
            let_go.set()
            return ended, await looking

        ended, seen = operate(operator, work())
        assert seen == ended
        assert other.open_entries() == []


@pytest.mark.parametrize("said", [1, 99, None])
def test_what_is_live_stays_live_until_it_is_over(said: object, tmp_path: Path) -> None:
    with server(detail=in_turn(ok({"status": 2}), ok({"status": said}))) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> tuple[Entry, Entry]:
            live = await operator.sessions.look(await operator.create())
            return live, await operator.sessions.look(live)

        live, again = operate(operator, work())
    assert live.state is State.LIVE
    assert again == live


@pytest.mark.parametrize("left_as", [State.WAITING, State.LIVE])
def test_what_went_live_while_nobody_looked_counts_from_its_creation(left_as: State, tmp_path: Path) -> None:
    """The countdown may end early, never late: the credits are held by Akool's clock."""
    wall = 5000.0
    with server(detail=ok({"status": 2})) as hostile:
        operator = Operator(hostile.url, tmp_path, clock=Clock(lambda: wall, lambda: 70.0))
        row = operator.ledger.begin(
            Entry(0, "environment", "Environment", "dvp", "agora", 4800.0, left_as, session_id="s1", length=600)
        )

        async def work() -> Entry:
            await operator.strays.recover()
            return await operator.sessions.look(row)

        entry = operate(operator, work())
    assert (entry.state, entry.started_at) == (State.LIVE, 4800.0)
    assert operator.sessions.clock.left(entry) == Left(400, sure=True)


def test_what_was_seen_waiting_after_a_restart_counts_from_when_it_goes_live(tmp_path: Path) -> None:
    wall = 5000.0
    with server(detail=in_turn(ok({"status": 1}), ok({"status": 2}))) as hostile:
        operator = Operator(hostile.url, tmp_path, clock=Clock(lambda: wall, lambda: wall))
        row = operator.ledger.begin(
            Entry(0, "environment", "Environment", "dvp", "agora", 4800.0, State.WAITING, session_id="s1", length=600)
        )

        async def work() -> Entry:
            nonlocal wall
            waiting = await operator.sessions.look(row)
            wall += 5
            return await operator.sessions.look(waiting)

        assert operate(operator, work()).started_at == 5005.0


def test_an_account_is_not_removed_while_its_sessions_may_cost(tmp_path: Path) -> None:
    """Its key is what ends them; also where another program has started one, and none is in view yet."""
    with server() as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> tuple[list[str], list[str]]:
            account, _ = await operator.accounts.add("Show", "ocean", "api_key", hostile.url, KEY)
            row = operator.ledger.begin(Entry(0, account.id, "Show", "dvp", "agora", 1.0, State.LIVE, session_id="s1"))
            with pytest.raises(AccountError) as caught:
                await operator.accounts.remove(account)
            assert "End them" in str(caught.value.card.advice)
            kept = [found.name for found in operator.accounts.accounts]
            await operator.sessions.end(row)
            await operator.accounts.remove(account)
            return kept, [found.name for found in operator.accounts.accounts]

        kept, left = operate(operator, work())
    assert kept == ["Environment", "Show", "Practice"]
    assert left == ["Environment", "Practice"]


@pytest.mark.parametrize("jump", [7200.0, -7200.0])
def test_a_clock_that_is_set_meanwhile_makes_no_session_longer_or_shorter(jump: float, tmp_path: Path) -> None:
    """What the history and its export call used is what was used."""
    wall, steady = 5000.0, 70.0
    with server(detail=in_turn(ok({"status": 2}), ok({"status": 3}))) as hostile:
        operator = Operator(hostile.url, tmp_path, clock=Clock(lambda: wall, lambda: steady))

        async def work() -> Entry:
            nonlocal wall, steady
            live = await operator.sessions.look(await operator.create())
            wall, steady = wall + jump + 90, steady + 90
            return await operator.sessions.look(live)

        ended = operate(operator, work())
    assert ended.state is State.ENDED
    assert ended.started_at is not None
    assert ended.ended_at == wall
    assert ended.ended_at - ended.started_at == 90
    assert operator.sessions.clock.run(ended) == 90


def test_an_end_that_another_program_was_at_is_not_believed_for_hours_by_a_clock_that_was_set_back(
    tmp_path: Path,
) -> None:
    wall = 5000.0
    with server(detail=ok({"status": 2})) as hostile:
        operator = Operator(hostile.url, tmp_path, clock=Clock(lambda: wall, lambda: wall))
        ending = operator.ledger.begin(
            Entry(
                0, "environment", "Environment", "dvp", "agora", 4000.0, State.ENDING,
                session_id="s1", end_asked_at=8600.0, origin="command",
            )
        )  # fmt: skip

        async def work() -> State:
            await operator.sessions.reload()
            return (await operator.sessions.look(ending)).state

        assert operate(operator, work()) is State.NOT_CONFIRMED

"""Sessions that nobody has in hand: unknown outcomes, an earlier run's, other programs'."""

import asyncio
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hostile import Behaviour, HostileServer, after, answer, by_path, cut, ok, refuse
from operating import Operator, in_turn, operate, server

from akool_desktop.akool.errors import Refused, Unclear
from akool_desktop.akool.models import Session
from akool_desktop.desk.accounts import PRACTICE
from akool_desktop.desk.clock import Clock, Left
from akool_desktop.desk.strays import TakenError
from akool_desktop.practice.service import PracticeService
from akool_desktop.store.entry import Entry, State


async def lose_one(operator: Operator, practice: PracticeService) -> Entry:
    """A create that is booked and whose answer never comes."""
    practice.fail_next("cut-after")
    with pytest.raises(Unclear):
        await operator.create()
    return operator.sessions.open[-1]


def test_the_lost_session_is_found_and_taken(practice: PracticeService, url: str, tmp_path: Path) -> None:
    operator = Operator(url, tmp_path)

    async def work() -> tuple[list[Session], Entry]:
        await operator.create()
        await operator.strays.read_list(operator.account)
        unknown = await lose_one(operator, practice)
        found = await operator.strays.look_for(unknown)
        taken = await operator.strays.take(unknown, found[0])
        return found, await operator.sessions.end(taken)

    found, ended = operate(operator, work())
    assert [session.id for session in found] == [practice.books()[1].id]
    assert ended.state is State.ENDED
    assert practice.books()[1].status == 3
    assert practice.books()[0].status != 3


def test_a_list_read_meanwhile_does_not_make_it_known(practice: PracticeService, url: str, tmp_path: Path) -> None:
    operator = Operator(url, tmp_path)

    async def work() -> list[Session]:
        unknown = await lose_one(operator, practice)
        await operator.strays.read_list(operator.account)
        return await operator.strays.look_for(unknown)

    assert len(operate(operator, work())) == 1


def listing(*rows: object) -> Behaviour:
    return ok({"count": len(rows), "result": rows})


def losing(listed: Behaviour, create: Behaviour = cut) -> HostileServer:
    """A server that loses the answer to each create, and lists what it is told to."""
    ends = {"session/create": create, "session/list": listed, "session/detail": ok({"status": 2})}
    return HostileServer(by_path(ends, refuse(1003)))


async def lose(operator: Operator) -> Entry:
    with pytest.raises(Unclear):
        await operator.create()
    return operator.sessions.open[-1]


def test_a_list_whose_answer_comes_late_does_not_make_it_known(tmp_path: Path) -> None:
    """Asked for before the create, answered with the lost session in it, and the answer taken up after all."""
    let_go = threading.Event()
    lost = {"_id": "lost", "status": 2}
    with losing(in_turn(after(let_go, listing(lost)), listing(lost))) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> list[Session]:
            reading = asyncio.ensure_future(operator.strays.read_list(operator.account))
            await asyncio.to_thread(hostile.wait_for_requests, 1)
            unknown = await lose(operator)
            let_go.set()
            await reading
            return await operator.strays.look_for(unknown)

        assert [session.id for session in operate(operator, work())] == ["lost"]


def test_candidates_are_what_runs_and_nobody_knows(tmp_path: Path) -> None:
    """Also from a server that does not heed the status it is asked for, and on its second page."""
    seen = {"_id": "seen", "status": 2}
    over = [{"_id": f"over {number}", "status": status} for status in (3, 4) for number in range(60)]
    rows = [seen, *over[:99], *over[99:], {"_id": "mine", "status": 2}, {"_id": "lost", "status": 1}, {"_id": "odd"}]

    def pages(visit):  # type: ignore[no-untyped-def]
        page = int(visit.request.path.split("page=")[1].split("&")[0])
        return ok({"count": len(rows), "result": rows[(page - 1) * 100 : page * 100]})(visit)

    created = ok({"_id": "mine", "status": 1})
    with losing(in_turn(listing(seen), listing(seen), pages), in_turn(created, cut)) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> list[Session]:
            await operator.strays.read_list(operator.account)
            await operator.create()
            return await operator.strays.look_for(await lose(operator))

        assert [session.id for session in operate(operator, work())] == ["lost", "odd"]


def test_it_is_looked_for_more_than_once_as_it_may_be_listed_late(tmp_path: Path) -> None:
    nothing, lost = listing(), listing({"_id": "late", "status": 1})
    with losing(in_turn(nothing, nothing, lost)) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> list[Session]:
            return await operator.strays.look_for(await lose(operator))

        assert [session.id for session in operate(operator, work())] == ["late"]


@pytest.mark.parametrize(("listed", "error"), [(refuse(1005), Refused), (cut, Unclear), (answer([]), Unclear)])
def test_when_akool_cannot_say_nothing_is_concluded(
    listed: Behaviour, error: type[Exception], tmp_path: Path
) -> None:
    with losing(listed) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> None:
            await operator.strays.look_for(await lose(operator))

        with pytest.raises(error):
            operate(operator, work())
    (entry,) = operator.sessions.open
    assert entry.state is State.UNKNOWN


def test_what_goes_live_between_the_two_questions_is_one_session(tmp_path: Path) -> None:
    with losing(in_turn(listing({"_id": "lost", "status": 1}), listing({"_id": "lost", "status": 2}))) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> list[Session]:
            return await operator.strays.look_for(await lose(operator))

        assert [(session.id, session.status) for session in operate(operator, work())] == [("lost", 2)]
        assert len(hostile.requests) == 3, "it is found: nobody waits for another look"


def test_one_session_is_not_taken_for_two(tmp_path: Path) -> None:
    """Two creates were lost, both questions showed the same candidates."""
    with losing(listing({"_id": "one", "status": 2}, {"_id": "two", "status": 1})) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> list[Session]:
            first, second = await lose(operator), await lose(operator)
            one, two = await operator.strays.look_for(first)
            assert len(await operator.strays.look_for(second)) == 2
            takes = [operator.strays.take(unknown, one) for unknown in (first, second)]
            taken, refused = await asyncio.gather(*takes, return_exceptions=True)
            assert isinstance(taken, Entry)
            assert isinstance(refused, TakenError)
            assert "one" in str(refused.card.happened)
            with pytest.raises(TakenError):
                await operator.strays.take(taken, two)
            return await operator.strays.look_for(second)

        left = operate(operator, work())
    assert [session.id for session in left] == ["two"]
    assert [(entry.state, entry.session_id) for entry in operator.sessions.open] == [
        (State.LIVE, "one"), (State.UNKNOWN, ""),
    ]  # fmt: skip


def test_what_was_taken_counts_down_from_when_it_was_created(tmp_path: Path) -> None:
    wall = 5000.0
    with losing(listing({"_id": "lost", "status": 2})) as hostile:
        operator = Operator(hostile.url, tmp_path, clock=Clock(lambda: wall, lambda: 70.0))

        async def work() -> Entry:
            nonlocal wall
            unknown = await lose(operator)
            wall += 120
            operator.sessions.followed.clear()  # as after another start
            (found,) = await operator.strays.look_for(unknown)
            return await operator.sessions.look(await operator.strays.take(unknown, found))

        entry = operate(operator, work())
    assert operator.sessions.clock.left(entry) == Left(480, sure=True)


def test_none_appeared(practice: PracticeService, url: str, tmp_path: Path) -> None:
    operator = Operator(url, tmp_path)

    async def work() -> tuple[list[Session], Entry]:
        practice.fail_next("cut-before")
        with pytest.raises(Unclear):
            await operator.create()
        unknown = operator.sessions.open[-1]
        return await operator.strays.look_for(unknown), await operator.strays.give_up(unknown)

    found, settled = operate(operator, work())
    assert found == []
    assert settled.state is State.NOT_STARTED


def test_what_is_taken_at_the_instant_it_is_given_up_is_not_lost(tmp_path: Path) -> None:
    """Both were pressed before either was done."""
    with losing(listing({"_id": "lost", "status": 2})) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> tuple[Entry, Entry]:
            unknown = await lose(operator)
            (found,) = await operator.strays.look_for(unknown)
            return await asyncio.gather(operator.strays.take(unknown, found), operator.strays.give_up(unknown))

        taken, given_up = operate(operator, work())
    assert (taken.session_id, taken.state, taken.why) == ("lost", State.LIVE, "")
    assert given_up == taken


def test_a_list_that_another_key_reads_is_not_the_payers(tmp_path: Path) -> None:
    """Nor is it known whose a row of an older version is, and no list tells of a rehearsal that is over."""
    with losing(listing({"_id": "lost", "status": 2})) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> tuple[list[bool], Entry]:
            unknown = await lose(operator)
            assert await operator.strays.is_payer(unknown)
            await operator.use("another-key-5e1f")
            asked = [unknown, replace(unknown, payer=""), replace(unknown, account_id=PRACTICE.id)]
            (found,) = await operator.strays.look_for(unknown)
            taken = await operator.strays.take(unknown, found)
            return [await operator.strays.is_payer(entry) for entry in [*asked, taken]], taken

        is_payer, taken = operate(operator, work())
    assert is_payer == [False, True, True, True]
    assert taken.state is State.LIVE


def test_what_runs_elsewhere_is_listed_whole_and_can_be_ended(tmp_path: Path) -> None:
    """All pages, statuses 1 and 2, and not what is ended."""
    asked: list[str] = []

    def pages(visit):  # type: ignore[no-untyped-def]
        asked.append(visit.request.path)
        status = 1 if "status=1" in visit.request.path else 2
        page = int(visit.request.path.split("page=")[1].split("&")[0])
        rows = [{"_id": f"{status}-{page}-{n}", "status": status} for n in range(100 if page == 1 else 20)]
        return ok({"count": 120, "result": rows})(visit)

    with HostileServer(
        by_path({"session/list": pages, "session/close": ok(None), "session/detail": ok({"status": 3})}, refuse(1003))
    ) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> tuple[int, Entry]:
            others = await operator.strays.others(operator.account)
            adopted = await operator.strays.adopt(operator.account, others[:1])
            return len(others), await operator.sessions.end(adopted[0])

        count, ended = operate(operator, work())
    assert count == 240
    assert len(asked) == 4
    assert (ended.state, ended.origin) == (State.ENDED, "elsewhere")
    assert ended.payer, "the next start knows which key to believe"


def test_what_runs_elsewhere_is_ended_also_when_the_disk_is_full(tmp_path: Path) -> None:
    answers = {
        "session/list": listing({"_id": "s7", "status": 2}, {"_id": "s8", "status": 2}), "session/close": ok(None),
        "session/detail": ok({"status": 3}),
    }  # fmt: skip
    with HostileServer(by_path(answers, refuse(1003))) as hostile:
        operator = Operator(hostile.url, tmp_path)
        operator.ledger._connection.execute("PRAGMA query_only=ON")

        async def work() -> list[Entry]:
            others = await operator.strays.others(operator.account)
            adopted = await operator.strays.adopt(operator.account, others)
            await operator.sessions.reload()
            assert operator.sessions.open == sorted(adopted, key=lambda entry: entry.row)
            assert not operator.sessions.is_remembered
            operator.ledger._connection.execute("PRAGMA query_only=OFF")  # there is room again, and still no row
            ended = [await operator.sessions.end(entry) for entry in adopted]
            assert await operator.sessions.note(ended[0], state=State.LIVE) == ended[0], "what is over stays over"
            return ended

        ended = operate(operator, work())
        closed = [seen.json() for seen in hostile.requests if seen.path.endswith("close")]
    assert [entry.state for entry in ended] == [State.ENDED] * 2
    assert closed == [{"id": "s7"}, {"id": "s8"}]
    assert operator.sessions.unwritten is not None
    assert "another start of the program may not know it" in str(operator.sessions.unwritten.card.cost)


def test_what_the_disk_has_no_row_for_counts_as_open_all_the_same(tmp_path: Path) -> None:
    """Its account's key is what can end it, and no other row may have its session."""
    with losing(listing({"_id": "s7", "status": 2})) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> tuple[list[Entry], bool]:
            unknown = await lose(operator)
            operator.ledger._connection.execute("PRAGMA query_only=ON")
            others = await operator.strays.others(operator.account)
            adopted = await operator.strays.adopt(operator.account, others)
            with pytest.raises(TakenError):
                await operator.strays.take(unknown, others[0])
            again = await operator.strays.adopt(operator.account, others)
            operator.sessions.entries.pop(unknown.row)  # so that nothing else is open
            operator.ledger._connection.execute("PRAGMA query_only=OFF")
            operator.ledger.note(unknown.row, state=State.NOT_STARTED)
            return adopted + again, await operator.accounts.has_open(operator.account)

        adopted, has_open = operate(operator, work())
    assert {entry.row for entry in adopted} == {-1}
    assert has_open


@pytest.mark.parametrize(
    ("left", "found"),
    [
        (State.CREATING, State.UNKNOWN), (State.UNKNOWN, State.UNKNOWN), (State.WAITING, State.WAITING),
        (State.LIVE, State.LIVE), (State.ENDING, State.NOT_CONFIRMED), (State.NOT_CONFIRMED, State.NOT_CONFIRMED),
    ],
)  # fmt: skip
def test_what_an_earlier_run_left(left: State, found: State, tmp_path: Path) -> None:
    """Also a moment ago: it crashed, and is started again at once."""
    with HostileServer(cut) as hostile:
        before = Operator(hostile.url, tmp_path)
        has_id = left not in (State.CREATING, State.UNKNOWN)
        now, session_id = time.time(), "s" if has_id else ""
        row = Entry(0, "environment", "Environment", "dvp", "agora", now, left, session_id=session_id, end_asked_at=now)
        before.ledger.begin(row)
        before.ledger.close()
        operator = Operator(hostile.url, tmp_path)
        (entry,) = operate(operator, operator.strays.recover())
    assert entry.state is found
    assert bool(entry.why) is (found is not left), "what is named anew says why"


@pytest.mark.parametrize(
    ("left", "age", "found"),
    [
        (State.CREATING, 5, State.CREATING), (State.CREATING, 600, State.UNKNOWN),
        (State.CREATING, -600, State.UNKNOWN), (State.ENDING, 5, State.ENDING),
        (State.ENDING, 600, State.NOT_CONFIRMED),
    ],
)  # fmt: skip
def test_a_command_that_is_at_it_is_left_alone_unless_it_was_stopped(
    left: State, age: float, found: State, tmp_path: Path
) -> None:
    """``age``: seconds since it said so; what it ends was created an hour before."""
    command, since = Operator("http://127.0.0.1:1", tmp_path), time.time() - age
    row = Entry(0, "environment", "Environment", "dvp", "agora", since, left, origin="command")
    if left is State.ENDING:
        row = replace(row, session_id="s", created_at=since - 3600, end_asked_at=since)
    command.ledger.begin(row)
    operator = Operator("http://127.0.0.1:1", tmp_path)
    (entry,) = operate(operator, operator.strays.recover())
    assert entry.state is found


@pytest.mark.parametrize(
    ("left", "origin", "age", "found"),
    [
        (State.UNKNOWN, "command", 5, State.ENDED), (State.UNKNOWN, "window", 600, State.ENDED),
        (State.CREATING, "window", 600, State.ENDED), (State.CREATING, "command", 5, State.CREATING),
    ],
)  # fmt: skip
def test_a_rehearsal_whose_outcome_was_unknown_ended_with_its_run(
    left: State, origin: str, age: float, found: State, tmp_path: Path
) -> None:
    """Practice of another run is gone: there is nothing to be found, and nothing that costs."""
    before = Operator("http://127.0.0.1:1", tmp_path)
    row = before.ledger.begin(Entry(0, "practice", "Practice", "dvp", "agora", time.time() - age, left, origin=origin))
    operator = Operator("http://127.0.0.1:1", tmp_path)
    shown = operate(operator, operator.strays.recover())
    assert [entry.state for entry in shown] == ([] if found.over else [found])
    assert operator.sessions.entries[row.row].state is found


def test_a_create_of_this_run_is_not_taken_for_one_that_was_stopped(tmp_path: Path) -> None:
    """Whoever is quick presses the button before the rows of the last run are read."""
    let_go = threading.Event()
    with losing(listing(), after(let_go, ok({"_id": "s1", "status": 1}))) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> tuple[list[Entry], State, State]:
            creating = asyncio.ensure_future(operator.create())
            await asyncio.to_thread(hostile.wait_for_requests, 1)
            recovered = await operator.strays.recover()
            (shown,) = operator.sessions.open
            let_go.set()
            return recovered, shown.state, (await creating).state

        assert operate(operator, work()) == ([], State.CREATING, State.WAITING)


def test_what_this_run_is_ending_is_neither_taken_for_stopped_nor_asked_about(tmp_path: Path) -> None:
    """Whoever is quick ends what an earlier run has left before its rows are read."""
    let_go, row = threading.Event(), Entry(0, "environment", "Environment", "dvp", "agora", 1.0, State.LIVE)
    with server(close=after(let_go, ok(None))) as hostile:
        before = Operator(hostile.url, tmp_path)
        left = before.ledger.begin(replace(row, session_id="s1"))
        before.ledger.close()
        operator = Operator(hostile.url, tmp_path)

        async def work() -> list[State]:
            ending = asyncio.ensure_future(operator.sessions.end(left))
            await asyncio.to_thread(hostile.wait_for_requests, 1)
            (recovered,) = await operator.strays.recover()
            looked_at = await operator.sessions.look(recovered)
            assert len(hostile.requests) == 1
            let_go.set()
            return [recovered.state, looked_at.state, (await ending).state]

        assert operate(operator, work()) == [State.ENDING, State.ENDING, State.ENDED]


def test_what_is_in_view_is_not_adopted_again(tmp_path: Path) -> None:
    """A row came about while the question that lists the others was open: it is that row that is ended."""
    with losing(listing({"_id": "s1", "status": 2}), ok({"_id": "s1", "status": 1})) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> tuple[Entry, list[Entry], list[Session]]:
            others = await operator.strays.others(operator.account)
            created = await operator.create()
            adopted = await operator.strays.adopt(operator.account, others)
            return created, adopted, await operator.strays.others(operator.account)

        created, adopted, others = operate(operator, work())
    assert adopted == [created]
    assert others == []

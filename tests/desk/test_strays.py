"""Sessions that nobody has in hand: unknown outcomes, an earlier run's, other programs'."""

from pathlib import Path

import pytest
from hostile import HostileServer, by_path, cut, ok, refuse
from operating import Operator, operate

from akool_desktop.akool.errors import Unclear
from akool_desktop.akool.models import Session
from akool_desktop.practice.service import PracticeService
from akool_desktop.store.ledger import Entry, State


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


@pytest.mark.parametrize(
    ("left", "found"),
    [
        (State.CREATING, State.UNKNOWN), (State.UNKNOWN, State.UNKNOWN), (State.WAITING, State.WAITING),
        (State.LIVE, State.LIVE), (State.ENDING, State.NOT_CONFIRMED), (State.NOT_CONFIRMED, State.NOT_CONFIRMED),
    ],
)  # fmt: skip
def test_what_an_earlier_run_left(left: State, found: State, tmp_path: Path) -> None:
    with HostileServer(cut) as hostile:
        before = Operator(hostile.url, tmp_path)
        has_id = left not in (State.CREATING, State.UNKNOWN)
        row = Entry(0, "environment", "Environment", "dvp", "agora", 1.0, left, session_id="s" if has_id else "")
        before.ledger.begin(row)
        before.ledger.close()
        operator = Operator(hostile.url, tmp_path)
        (entry,) = operate(operator, operator.strays.recover())
    assert entry.state is found


def test_a_command_that_is_creating_is_left_alone(tmp_path: Path) -> None:
    operator = Operator("http://127.0.0.1:1", tmp_path)
    operator.ledger.begin(
        Entry(0, "environment", "Environment", "dvp", "agora", 1.0, State.CREATING, origin="command")
    )
    (entry,) = operate(operator, operator.strays.recover())
    assert entry.state is State.CREATING

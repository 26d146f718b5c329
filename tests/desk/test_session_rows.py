"""The rows in view: kept true beside other programs, on disks that fail and clocks that are set."""

import asyncio
import sqlite3
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hostile import (
    Visit,
    ok,
)
from operating import CREATED, Operator, operate, server

from akool_desktop.akool.client import Access, AkoolClient
from akool_desktop.desk.clock import Clock
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.ledger import Ledger, LedgerError


def test_what_is_written_while_the_rows_are_read_stays_in_view(tmp_path: Path) -> None:
    """One worker thread, so that the order is the same each time: read, write, read on."""
    operator = Operator("http://127.0.0.1:1", tmp_path)
    row = operator.ledger.begin(Entry(0, "a", "Client", "dvp", "agora", 1.0, State.WAITING, session_id="s1"))

    async def work() -> None:
        with ThreadPoolExecutor(1) as one:
            asyncio.get_running_loop().set_default_executor(one)
            go = threading.Event()
            one.submit(go.wait)
            both = asyncio.gather(operator.sessions.reload(), operator.sessions.note(row, state=State.LIVE))
            for _ in range(5):  # until the first read and the write stand in line
                await asyncio.sleep(0)
            go.set()
            await both

    operate(operator, work())
    assert operator.sessions.entries[row.row].state is State.LIVE


def test_without_a_ledger_nothing_is_sent(tmp_path: Path) -> None:
    with server() as hostile:
        operator = Operator(hostile.url, tmp_path)
        operator.ledger._connection.execute("PRAGMA query_only=ON")  # the disk takes nothing any more
        with pytest.raises(LedgerError) as caught:
            operate(operator, operator.create())
        assert hostile.requests == []
    assert "Nothing was sent" in str(caught.value.card.cost)


def test_a_disk_that_fills_up_later_hides_no_session(tmp_path: Path) -> None:
    operator: Operator

    def fill(visit: Any) -> bool:
        operator.ledger._connection.execute("PRAGMA query_only=ON")
        return ok(CREATED)(visit)

    with server(create=fill) as hostile:
        operator = Operator(hostile.url, tmp_path)
        entry = operate(operator, operator.create())
    assert (entry.state, entry.session_id) == (State.WAITING, "s1")
    assert operator.sessions.open == [entry]
    assert operator.sessions.unwritten is not None


def test_what_a_full_disk_did_not_take_is_not_lost_from_view_and_written_later(tmp_path: Path) -> None:
    """Another program writes meanwhile, so that the rows are read anew."""
    operator: Operator

    def fill(visit: Visit) -> bool:
        operator.ledger._connection.execute("PRAGMA query_only=ON")
        return ok(CREATED)(visit)

    with server(create=fill) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> tuple[Entry, list[Entry], Entry]:
            created = await operator.create()
            await operator.sessions.reload()
            in_view = operator.sessions.open
            operator.ledger._connection.execute("PRAGMA query_only=OFF")
            return created, in_view, await operator.sessions.end(created)

        created, in_view, ended = operate(operator, work())
    assert in_view == [created]
    assert created.session_id == "s1"
    assert operator.sessions.unwritten is not None
    assert "Nothing was sent" not in str(operator.sessions.unwritten.card), "it was"
    assert Ledger(tmp_path).entry(created.row) == ended
    assert (ended.session_id, ended.state) == ("s1", State.ENDED)


def test_a_full_disk_is_said_once_and_what_it_owes_is_written_when_there_is_room(tmp_path: Path) -> None:
    """Also of a session that is over, which brings no change of its own any more."""
    with server() as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> tuple[Entry, list[LedgerError | None]]:
            created = await operator.create()
            operator.ledger._connection.execute("PRAGMA query_only=ON")
            ended = await operator.sessions.end(created)
            said = [operator.sessions.unwritten]
            operator.sessions.unwritten = None
            await operator.sessions.write_owed()
            said.append(operator.sessions.unwritten)
            operator.ledger._connection.execute("PRAGMA query_only=OFF")
            await operator.sessions.write_owed()
            return ended, said

        ended, (first, second) = operate(operator, work())
    assert first
    assert second is None
    assert ended.state is State.ENDED
    assert Ledger(tmp_path).entry(ended.row) == ended


def test_what_was_written_while_another_owed_row_was_is_not_owed_any_more(tmp_path: Path) -> None:
    """Two rows are owed; while the first is written, a change of the second takes along what it is owed."""
    operator = Operator("http://127.0.0.1:1", tmp_path)
    first, second = (
        operator.ledger.begin(Entry(0, "a", "Client", "dvp", "agora", 1.0, State.WAITING, session_id=name))
        for name in ("s1", "s2")
    )

    async def work() -> tuple[LedgerError | None, Mapping[int, object]]:
        await operator.sessions.reload()
        operator.ledger._connection.execute("PRAGMA query_only=ON")
        for row in (first, second):
            await operator.sessions.note(row, state=State.LIVE)
        operator.sessions.unwritten = None
        operator.ledger._connection.execute("PRAGMA query_only=OFF")
        await asyncio.gather(operator.sessions.write_owed(), operator.sessions.note(second, started_at=2.0))
        return operator.sessions.unwritten, operator.sessions._owed

    assert operate(operator, work()) == (None, {})
    assert [(row.state, row.started_at) for row in Ledger(tmp_path).open_entries()] == [
        (State.LIVE, None), (State.LIVE, 2.0),
    ]  # fmt: skip


def test_an_end_that_the_disk_did_not_take_is_written_also_when_it_has_left_the_view(tmp_path: Path) -> None:
    wall = 5000.0
    operator = Operator("http://127.0.0.1:1", tmp_path, clock=Clock(lambda: wall, lambda: wall))
    row = operator.ledger.begin(Entry(0, "a", "Client", "dvp", "agora", 1.0, State.LIVE, session_id="s1"))
    another = operator.ledger.begin(Entry(0, "a", "Client", "dvp", "agora", 1.0, State.LIVE, session_id="s2"))

    async def work() -> Entry:
        nonlocal wall
        operator.ledger._connection.execute("PRAGMA query_only=ON")
        ended = await operator.sessions.settle(row, State.ENDED, "Ended here.")
        wall += 3600
        operator.ledger._connection.execute("PRAGMA query_only=OFF")
        await operator.sessions.note(another, started_at=2.0)
        await operator.sessions.write_owed()
        return ended

    ended = operate(operator, work())
    assert Ledger(tmp_path).entry(row.row) == ended


def test_what_ended_a_while_ago_leaves_the_view_and_what_ended_lately_stays(tmp_path: Path) -> None:
    """A window is open for days, and what ended a moment ago is still being read."""
    wall = 5000.0
    operator = Operator("http://127.0.0.1:1", tmp_path, clock=Clock(lambda: wall, lambda: wall))
    early, late, runs = (
        operator.ledger.begin(Entry(0, "a", "Client", "dvp", "agora", 1.0, State.LIVE, session_id=name))
        for name in ("s1", "s2", "s3")
    )

    async def work() -> list[list[int]]:
        nonlocal wall
        await operator.sessions.reload()
        await operator.sessions.settle(early, State.ENDED, "Ended here.")
        wall += 300
        await operator.sessions.settle(late, State.ENDED, "Ended here.")
        wall += 301
        await operator.sessions.note(runs, started_at=2.0)
        seen = [list(operator.sessions.entries)]
        await operator.sessions.reload()
        return [*seen, list(operator.sessions.entries)]

    assert operate(operator, work()) == [[late.row, runs.row]] * 2


def test_what_is_kept_for_this_run_only_is_not_said_to_be_remembered(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("where the folder should be")
    forgetful = Operator("http://127.0.0.1:1", tmp_path / "file")
    assert not forgetful.sessions.is_remembered
    forgetful.ledger.close()


def test_what_waits_for_another_change_to_be_written_is_written_although_its_caller_is_cancelled(
    tmp_path: Path,
) -> None:
    """The disk is slow, and the window is left, or the command stopped: the id of what was paid for is kept."""
    let_go, reached = threading.Event(), threading.Event()
    operator = Operator("http://127.0.0.1:1", tmp_path)
    first, second = (
        operator.ledger.begin(Entry(0, "a", "Client", "dvp", "agora", 1.0, State.CREATING)) for _ in range(2)
    )

    def slow() -> Entry:
        reached.set()
        let_go.wait(10)
        return operator.ledger.note(first.row, session_id="s1")

    async def work() -> list[str]:
        writing = asyncio.ensure_future(operator.sessions.write(slow))
        await asyncio.to_thread(reached.wait, 5)
        noting = asyncio.ensure_future(operator.sessions.note(second, session_id="s2"))
        await asyncio.sleep(0)
        noting.cancel()
        let_go.set()
        await asyncio.wait([writing, noting])
        return [entry.session_id for entry in operator.sessions.open]

    assert operate(operator, work()) == ["s1", "s2"]
    assert [row.session_id for row in Ledger(tmp_path).open_entries()] == ["s1", "s2"]


def test_a_second_start_is_heard_once_and_answered(tmp_path: Path) -> None:
    """Whatever the clock says, and also when it came before the first one listened."""
    operator, second = Operator("http://127.0.0.1:1", tmp_path), Ledger(tmp_path)

    async def work() -> list[bool]:
        heard = [await operator.sessions.asked_forward()]
        for _ in range(2):
            assert second.ask_forward(), "somebody may answer"
            heard += [await operator.sessions.asked_forward(), await operator.sessions.asked_forward()]
        return heard

    assert operate(operator, work()) == [False, True, False, True, False]
    assert not second.is_forward_asked()
    second.close()


def test_what_others_wrote_while_the_disk_could_not_be_read_shows_when_it_can_be(tmp_path: Path) -> None:
    operator, other = Operator("http://127.0.0.1:1", tmp_path), Ledger(tmp_path)

    def refuse(_action: int, table: str | None, *_: object) -> int:
        return sqlite3.SQLITE_DENY if table == "sessions" else sqlite3.SQLITE_OK

    async def work() -> list[bool]:
        await operator.sessions.written_elsewhere()
        other.begin(Entry(0, "a", "Client", "dvp", "agora", 1.0, State.WAITING, session_id="s1"))
        operator.ledger._connection.set_authorizer(refuse)
        with pytest.raises(LedgerError):
            await operator.sessions.written_elsewhere()
        operator.ledger._connection.set_authorizer(None)
        return [await operator.sessions.written_elsewhere() for _ in range(2)]

    assert operate(operator, work()) == [True, False]
    assert [entry.session_id for entry in operator.sessions.open] == ["s1"]
    other.close()


def test_a_balance_that_another_key_told_is_measured_against_nothing(url: str, tmp_path: Path) -> None:
    """It may be another account's: neither what is held now, nor what the session before has used."""
    operator = Operator(url, tmp_path)

    async def work() -> tuple[Entry, Entry]:
        await operator.sessions.read_balance(operator.account)
        first = await operator.create()
        await operator.accounts.close()
        other = AkoolClient(Access(url, "api_key", "another-key-2f11"))
        operator.accounts._clients[operator.account.id] = other
        second = await operator.create()
        await operator.sessions.measure(first)
        return operator.sessions.entries[first.row], second

    first, second = operate(operator, work())
    assert (first.credits_before, first.credits_held, second.credits_before) == (1200, None, None)


def test_credits_are_measured(url: str, tmp_path: Path) -> None:
    operator = Operator(url, tmp_path)

    async def work() -> Entry:
        await operator.sessions.read_balance(operator.account)
        entry = await operator.create()
        await operator.sessions.measure(entry)
        ended = await operator.sessions.end(entry)
        await operator.sessions.measure(ended)
        return operator.sessions.entries[entry.row]

    entry = operate(operator, work())
    assert (entry.credits_before, entry.credits_held) == (1200, 1140)
    assert entry.credits_after is not None
    assert 1199 <= entry.credits_after <= 1200

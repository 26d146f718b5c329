"""Creating and ending: what the ledger says at each step, whatever the server does."""

import asyncio
import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest
from hostile import (
    Behaviour,
    HostileServer,
    after,
    answer,
    by_path,
    cut,
    cut_within_answer,
    ok,
    refuse,
    silent,
    web_page,
)
from operating import KEY, TOKEN, Operator, operate

from akool_desktop.akool.errors import AkoolError, NotSent, Refused, Unclear
from akool_desktop.desk.sessions import Withdrawn
from akool_desktop.practice.service import PracticeService
from akool_desktop.store.ledger import Entry, LedgerError, State

CREATED = {"_id": "s1", "status": 1, "credentials": {"livekit_token": "room-token-2214", "livekit_url": "wss://x"}}


_STARTS, _CLOSES, _OVER = ok(CREATED), ok(None), ok({"status": 3})


def server(create: Behaviour = _STARTS, close: Behaviour = _CLOSES, detail: Behaviour = _OVER) -> HostileServer:
    return HostileServer(
        by_path({"session/create": create, "session/close": close, "session/detail": detail}, refuse(1003))
    )


def test_a_session_from_create_to_confirmed_end(practice: PracticeService, url: str, tmp_path: Path) -> None:
    operator = Operator(url, tmp_path)

    async def work() -> tuple[Entry, Entry]:
        entry = await operator.create()
        return entry, await operator.sessions.end(entry)

    created, ended = operate(operator, work())
    assert (created.state, created.stream_type, created.room, created.length) == (State.WAITING, "livekit", "own", 600)
    assert (ended.state, ended.why) == (State.ENDED, "Ended here.")
    (booking,) = practice.books()
    assert (booking.id, booking.status, booking.closes) == (created.session_id, 3, 1)


def test_the_row_is_on_the_disk_before_the_request_leaves(tmp_path: Path) -> None:
    seen: list[list[tuple[Any, ...]]] = []

    def look(visit: Any) -> bool:
        with sqlite3.connect(tmp_path / "ledger.sqlite") as other:
            seen.append(other.execute("SELECT state, session_id FROM sessions").fetchall())
        other.close()
        return ok(CREATED)(visit)

    with server(create=look) as hostile:
        operator = Operator(hostile.url, tmp_path)
        operate(operator, operator.create())
    assert seen == [[("Creating", "")]]


@pytest.mark.parametrize(
    ("create", "error", "state"),
    [
        (refuse(1104, "insufficient credit"), Refused, State.NOT_STARTED),
        (refuse(1101), Refused, State.NOT_STARTED),
        (answer({}, status=401), Refused, State.NOT_STARTED),
        (cut, Unclear, State.UNKNOWN),
        (cut_within_answer, Unclear, State.UNKNOWN),
        (silent, Unclear, State.UNKNOWN),
        (web_page(502), Unclear, State.UNKNOWN),
        (ok({}), Unclear, State.UNKNOWN),
        (ok(None), Unclear, State.UNKNOWN),
    ],
)
def test_a_create_that_fails(create: Behaviour, error: type[AkoolError], state: State, tmp_path: Path) -> None:
    with server(create=create) as hostile:
        operator = Operator(hostile.url, tmp_path)
        with pytest.raises(error):
            operate(operator, operator.create())
        creates = [request for request in hostile.requests if request.path.endswith("create")]
    (entry,) = operator.sessions.entries.values()
    assert entry.state is state
    assert len(creates) == 1, "a create is never repeated by itself"


def test_nobody_there(tmp_path: Path) -> None:
    operator = Operator("http://127.0.0.1:1", tmp_path)
    with pytest.raises(NotSent):
        operate(operator, operator.create())
    (entry,) = operator.sessions.entries.values()
    assert entry.state is State.NOT_STARTED


def test_a_service_that_repeats_an_id_breaks_nothing(tmp_path: Path) -> None:
    with server() as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> list[Entry]:
            first, second = await operator.create(), await operator.create()
            return [await operator.sessions.end(first), second]

        ended, running = operate(operator, work())
    assert ended.session_id == running.session_id == "s1"
    assert operator.sessions.entries[ended.row].state is State.ENDED
    assert operator.sessions.entries[running.row].state is State.WAITING


def test_no_stream_type_in_the_reply_keeps_the_requested_one(tmp_path: Path) -> None:
    for reply in (CREATED, CREATED | {"stream_type": "string"}):
        with server(create=ok(reply)) as hostile:
            operator = Operator(hostile.url, tmp_path)
            assert operate(operator, operator.create()).stream_type == "livekit"


class TestCancel:
    def test_before_anything_left(self, tmp_path: Path) -> None:
        with server() as hostile:
            operator = Operator(hostile.url, tmp_path)

            async def work() -> None:
                creating = asyncio.ensure_future(operator.create())
                await asyncio.sleep(0)
                operator.sessions.cancel()
                await creating

            with pytest.raises(Withdrawn, match=r"(?s).*"):
                operate(operator, work())
            assert hostile.requests == []
        (entry,) = operator.sessions.entries.values()
        assert (entry.state, entry.why) == (State.NOT_STARTED, "Cancelled.")

    @pytest.mark.parametrize(
        ("close", "detail", "state", "title"),
        [
            (ok(None), ok({"status": 3}), State.ENDED, "Cancelled, and the session ended"),
            (cut, cut, State.NOT_CONFIRMED, "Cancelled, but the session may be running"),
        ],
    )
    def test_after_it_left(
        self, close: Behaviour, detail: Behaviour, state: State, title: str, tmp_path: Path
    ) -> None:
        let_go = threading.Event()
        with server(create=after(let_go, ok(CREATED)), close=close, detail=detail) as hostile:
            operator = Operator(hostile.url, tmp_path)

            async def work() -> None:
                creating = asyncio.ensure_future(operator.create())
                await asyncio.to_thread(hostile.wait_for_requests, 1)
                operator.sessions.cancel()
                let_go.set()
                await creating

            with pytest.raises(Withdrawn) as caught:
                operate(operator, work())
            closes = [request.json() for request in hostile.requests if request.path.endswith("close")]
        assert str(caught.value.card.title) == title
        assert closes == [{"id": "s1"}]
        (entry,) = operator.sessions.entries.values()
        assert entry.state is state

    def test_when_akool_refuses_anyway(self, tmp_path: Path) -> None:
        let_go = threading.Event()
        with server(create=after(let_go, refuse(1104))) as hostile:
            operator = Operator(hostile.url, tmp_path)

            async def work() -> None:
                creating = asyncio.ensure_future(operator.create())
                await asyncio.to_thread(hostile.wait_for_requests, 1)
                operator.sessions.cancel()
                let_go.set()
                await creating

            with pytest.raises(Withdrawn) as caught:
                operate(operator, work())
        assert "No session was started" in str(caught.value.card.cost)


class TestEnd:
    @pytest.mark.parametrize(
        ("close", "detail", "state"),
        [
            (ok(None), ok({"status": 3}), State.ENDED),
            (answer({"code": 1000, "msg": "OK"}), ok({"status": 4}), State.FAILED),
            (ok({"session_id": "s1", "status": "closed", "closed_at": 1}), ok({"status": 3}), State.ENDED),
            (refuse(1216), silent, State.ENDED),
            (refuse(1219), silent, State.ENDED),
            (ok(None), refuse(1216), State.ENDED),
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
        self, close: Behaviour, detail: Behaviour, state: State, tmp_path: Path
    ) -> None:
        with server(close=close, detail=detail) as hostile:
            operator = Operator(hostile.url, tmp_path)

            async def work() -> Entry:
                return await operator.sessions.end(await operator.create())

            assert operate(operator, work()).state is state

    def test_try_again(self, tmp_path: Path) -> None:
        with HostileServer(ok(CREATED), cut, ok(None), ok({"status": 3})) as hostile:
            operator = Operator(hostile.url, tmp_path)

            async def work() -> tuple[Entry, Entry]:
                first = await operator.sessions.end(await operator.create())
                return first, await operator.sessions.end(first)

            first, second = operate(operator, work())
        assert (first.state, second.state) == (State.NOT_CONFIRMED, State.ENDED)

    def test_what_is_over_stays_over(self, tmp_path: Path) -> None:
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


def test_credentials_are_kept_while_it_may_run_and_no_longer(url: str, tmp_path: Path) -> None:
    operator = Operator(url, tmp_path)

    async def work() -> tuple[object, object]:
        entry = await operator.create(None)
        await operator.sessions.keep_credentials(entry)
        operator.sessions.credentials.clear()
        await operator.sessions.load_credentials(entry)
        kept = dict(operator.sessions.credentials[entry.row])
        await operator.sessions.end(entry)
        await asyncio.sleep(0.2)
        await operator.sessions.load_credentials(entry)
        return kept, operator.sessions.credentials.get(entry.row)

    kept, afterwards = operate(operator, work())
    assert kept
    assert not afterwards


def test_nothing_secret_is_in_the_ledger(tmp_path: Path) -> None:
    with server() as hostile:
        operator = Operator(hostile.url, tmp_path)
        operate(operator, operator.create())
    written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"booth.example" in written
    for secret in (KEY, TOKEN, "room-token-2214"):
        assert secret.encode() not in written


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

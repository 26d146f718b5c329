"""Creating: what the ledger says at each step, whatever the server does."""

import asyncio
import math
import socket
import sqlite3
import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hostile import (
    Behaviour,
    after,
    answer,
    cut,
    cut_within_answer,
    ok,
    refuse,
    silent,
    web_page,
)
from operating import CREATED, KEY, TOKEN, Operator, operate, server

from akool_desktop.akool.errors import AkoolError, NotSent, Refused, Unclear
from akool_desktop.desk.accounts import PRACTICE
from akool_desktop.desk.clock import Clock
from akool_desktop.desk.sessions import Order
from akool_desktop.desk.withdrawn import Withdrawn
from akool_desktop.practice.service import PracticeService
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.ledger import Ledger


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
    assert (entry.ended_at is None, entry.why == "No usable answer came.") == (state is State.UNKNOWN,) * 2
    assert len(creates) == 1, "a create is never repeated by itself"


def test_nobody_there(tmp_path: Path) -> None:
    operator = Operator("http://127.0.0.1:1", tmp_path)
    with pytest.raises(NotSent):
        operate(operator, operator.create())
    (entry,) = operator.sessions.entries.values()
    assert entry.state is State.NOT_STARTED


def test_a_server_that_hangs_up_at_once(tmp_path: Path) -> None:
    """Before it has read anything: whether something had left by then, the ledger says what the error says."""
    came = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def hang_up() -> None:
            with suppress(OSError):
                while connection := listener.accept()[0]:
                    came.append(connection.getsockname())
                    connection.close()

        hanging_up = threading.Thread(target=hang_up, daemon=True)
        hanging_up.start()
        operator = Operator(f"http://127.0.0.1:{listener.getsockname()[1]}", tmp_path)
        with pytest.raises((NotSent, Unclear)) as caught:
            operate(operator, operator.create())
        with suppress(OSError):  # Windows', of one that listens
            listener.shutdown(socket.SHUT_RDWR)
        hanging_up.join(5)
    (entry,) = operator.sessions.entries.values()
    assert entry.state is (State.UNKNOWN if isinstance(caught.value, Unclear) else State.NOT_STARTED)
    assert len(came) == 1


def test_a_fault_of_the_program_before_anything_left(tmp_path: Path) -> None:
    """No row may say "Creating" for ever, whatever goes wrong."""
    with server() as hostile:
        operator = Operator(hostile.url, tmp_path)
        body = {"avatar_id": "dvp", "stream_type": "agora", "duration": math.nan}
        with pytest.raises(ValueError, match="JSON"):
            operate(operator, operator.sessions.create(operator.account, Order(body, {}, "Tristan")))
        assert hostile.requests == []
    (entry,) = operator.sessions.entries.values()
    assert entry.state is State.NOT_STARTED


def test_the_program_is_left_while_a_create_is_under_way(tmp_path: Path) -> None:
    with server(create=silent) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> None:
            creating = asyncio.ensure_future(operator.create())
            await asyncio.to_thread(hostile.wait_for_requests, 1)
            creating.cancel()
            await asyncio.wait([creating])

        operate(operator, work())
    (entry,) = Ledger(tmp_path).open_entries()
    assert entry.state is State.UNKNOWN


def test_an_unknown_outcome_stays_unknown_and_is_never_repeated(tmp_path: Path) -> None:
    with server(create=cut) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> None:
            with pytest.raises(Unclear):
                await operator.create()
            await operator.sessions.reload()
            await operator.strays.recover()
            await operator.strays.read_list(operator.account)

        with pytest.raises(Refused):  # this server has no list
            operate(operator, work())
        assert [request.path for request in hostile.requests if "create" in request.path] == [hostile.requests[0].path]
    (entry,) = operator.sessions.open
    assert entry.state is State.UNKNOWN


@pytest.mark.parametrize("status", [3, 4, 99, None])
def test_a_session_that_was_just_started_may_cost_whatever_its_status_says(status: object, tmp_path: Path) -> None:
    with server(create=ok(CREATED | {"status": status})) as hostile:
        operator = Operator(hostile.url, tmp_path)
        entry = operate(operator, operator.create())
    assert entry.state is State.WAITING
    assert Ledger(tmp_path).open_entries() == [entry]


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


@pytest.mark.parametrize(
    ("told", "kept"),
    [({}, "livekit"), ({"stream_type": "string"}, "livekit"), ({"stream_type": "trtc"}, "trtc")],
)
def test_the_stream_type_is_the_requested_one_unless_akool_tells_another(
    told: dict[str, object], kept: str, tmp_path: Path
) -> None:
    with server(create=ok(CREATED | told)) as hostile:
        operator = Operator(hostile.url, tmp_path)
        assert operate(operator, operator.create()).stream_type == kept


def test_what_is_live_at_once_counts_down_from_then(tmp_path: Path) -> None:
    with server(create=ok(CREATED | {"status": 2})) as hostile:
        operator = Operator(hostile.url, tmp_path, clock=Clock(lambda: 5000.0, lambda: 70.0))
        entry = operate(operator, operator.create())
    assert (entry.state, entry.started_at) == (State.LIVE, 5000.0)


class TestCancel:
    def test_before_anything_left(self, tmp_path: Path) -> None:
        """The next one is not taken back with it."""
        with server() as hostile:
            operator = Operator(hostile.url, tmp_path)

            async def work() -> None:
                creating = asyncio.ensure_future(operator.create())
                while not operator.sessions.entries:  # noqa: ASYNC110  # it is written down in a thread
                    await asyncio.sleep(0)
                operator.sessions.cancel()
                with pytest.raises(Withdrawn):
                    await creating
                assert hostile.requests == []
                await operator.create()

            operate(operator, work())
        taken_back, next_one = operator.sessions.entries.values()
        assert (taken_back.state, taken_back.why) == (State.NOT_STARTED, "Cancelled.")
        assert next_one.state is State.WAITING

    def test_while_the_account_is_waited_for(self, tmp_path: Path) -> None:
        """A keyring behind its prompt would hold the window, and the exit too; also after a create that was sent."""
        let_go = threading.Event()
        with server() as hostile:
            operator = Operator(hostile.url, tmp_path)
            operator.accounts._start_practice = lambda: str(let_go.wait(30) and hostile.url)

            async def work() -> bool:
                await operator.create()
                operator.account = PRACTICE
                creating = asyncio.ensure_future(operator.create())
                await asyncio.sleep(0)
                operator.sessions.cancel()
                await asyncio.wait([creating], timeout=5)
                done = creating.done()
                let_go.set()
                with pytest.raises(Withdrawn) as caught:
                    await creating
                assert "Nothing was sent" in str(caught.value.card.cost)
                return done

            assert operate(operator, work())
            assert len(hostile.requests) == 1
        assert len(operator.sessions.entries) == 1

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
        assert operator.sessions.hindered == {}, "the card of the cancel has said it"

    def test_when_the_answer_never_comes(self, tmp_path: Path) -> None:
        with server(create=silent) as hostile:
            operator = Operator(hostile.url, tmp_path)

            async def work() -> None:
                creating = asyncio.ensure_future(operator.create())
                await asyncio.to_thread(hostile.wait_for_requests, 1)
                operator.sessions.cancel()
                await creating

            with pytest.raises(Unclear):
                operate(operator, work())
        (entry,) = operator.sessions.open
        assert entry.state is State.UNKNOWN

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


def test_an_account_that_is_changed_cuts_off_no_create(tmp_path: Path) -> None:
    """It is renamed, or its key rotated, while a session is being created on it."""
    let_go = threading.Event()
    with server(create=after(let_go, ok(CREATED))) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> Entry:
            account, _ = await operator.accounts.add("Show", "ocean", "api_key", hostile.url, KEY)
            creating = asyncio.ensure_future(operator.sessions.create(account, operator.order()))
            await asyncio.to_thread(hostile.wait_for_requests, 1)
            await operator.accounts.change(replace(account, name="Show 2"), "")
            let_go.set()
            return await creating

        assert operate(operator, work()).session_id == "s1"


def test_what_is_ordered_shows_none_of_its_secrets(tmp_path: Path) -> None:
    """Whoever logs what it works on, or a library that it is handed to, would write it down."""
    operator = Operator("https://akool.example", tmp_path)
    order = operator.order()
    asyncio.run(operator.leave())
    assert TOKEN in str(order.body)
    assert TOKEN not in repr(order)

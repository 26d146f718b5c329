"""The moment at which a request leaves: until then whoever cancels has bought nothing."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from asking import BODY, HASTY, ask, failure, recording
from hostile import (
    HostileServer,
    by_path,
    ok,
    silent,
)

from akool_desktop.akool.client import AkoolClient
from akool_desktop.akool.errors import Unclear


def test_leaving_is_called_once_and_before_the_server_sees_anything() -> None:
    marks: list[int] = []
    with HostileServer(ok({"_id": "s1"})) as server:
        ask(server.url, lambda client: client.create_session(BODY, leaving=recording(server, marks)))
    assert marks == [0]


def test_leaving_is_not_called_when_nothing_leaves() -> None:
    marks: list[int] = []
    with HostileServer(silent) as server:
        leaving = recording(server, marks)
        url = f"https://127.0.0.1:{server.port}"
        failure(url, lambda client: client.create_session(BODY, leaving=leaving), deadlines=HASTY)
    assert marks == []


def test_what_leaving_raises_keeps_the_request_here() -> None:
    class NoDiskLeftError(OSError):
        pass

    def leaving() -> None:
        raise NoDiskLeftError

    async def use(client: AkoolClient) -> float:
        with pytest.raises(NoDiskLeftError):
            await client.create_session(BODY, leaving=leaving)
        return await client.credits()

    with HostileServer(ok({"credit": 1})) as server:
        assert ask(server.url, use) == 1
        assert [request.method for request in server.requests] == ["GET"]


def test_a_cancelled_request_hangs_up_and_leaves_the_client_usable() -> None:
    async def use(client: AkoolClient) -> float:
        creating = asyncio.create_task(client.create_session(BODY))
        assert await asyncio.to_thread(server.wait_for_requests, 1)
        creating.cancel()
        with pytest.raises(asyncio.CancelledError):
            await creating
        assert await asyncio.to_thread(server.hung_up.wait, 5)
        return await client.credits()

    with HostileServer(by_path({"create": silent}, ok({"credit": 3}))) as server:
        assert ask(server.url, use) == 3


def test_cancelling_before_the_request_left_is_known_to_have_cost_nothing() -> None:
    marks: list[int] = []

    async def use(client: AkoolClient) -> None:
        creating = asyncio.create_task(client.create_session(BODY, leaving=lambda: marks.append(1)))
        await asyncio.to_thread(accepted.wait, 5)
        creating.cancel()
        with pytest.raises(asyncio.CancelledError):
            await creating

    with never_speaking() as (port, accepted, hung_up):
        ask(f"https://127.0.0.1:{port}", use)
        assert hung_up.wait(5)
    assert marks == []


def test_cancelling_while_the_connections_are_built_leaves_the_client_usable() -> None:
    async def use(client: AkoolClient) -> float:
        first = asyncio.create_task(client.credits())
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.wait([first])
        return await client.credits()

    with HostileServer(ok({"credit": 3})) as server:
        assert ask(server.url, use) == 3


def test_putting_the_client_away_ends_what_is_under_way() -> None:
    async def use(client: AkoolClient) -> None:
        creating = asyncio.create_task(client.create_session(BODY))
        assert await asyncio.to_thread(server.wait_for_requests, 1)
        await client.aclose()
        with pytest.raises(Unclear):
            await creating

    with HostileServer(silent) as server:
        ask(server.url, use)


# a server that only these tests need


@contextmanager
def never_speaking() -> Iterator[tuple[int, threading.Event, threading.Event]]:
    """A server that takes a connection and says nothing; the events: a client came, a client hung up."""
    accepted, hung_up = threading.Event(), threading.Event()

    def serve() -> None:
        connection, _ = listener.accept()
        accepted.set()
        with connection, suppress(OSError):
            while connection.recv(65536):
                pass
        hung_up.set()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=serve, daemon=True).start()
        yield listener.getsockname()[1], accepted, hung_up

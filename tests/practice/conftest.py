import http.client
import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from akool_desktop.paths import resource
from akool_desktop.practice.service import PracticeService

Ask = Callable[..., tuple[int, Any]]


@pytest.fixture
def moment() -> list[float]:
    """The one number is what practice takes for the time, in seconds."""
    return [1000.0]


@pytest.fixture
def practice(moment: list[float]) -> Iterator[PracticeService]:
    service = PracticeService(
        resource("contract/create-session.json"),
        resource("practice/catalogue.json"),
        clock=lambda: moment[0],
    )
    yield service
    service.stop()


@pytest.fixture
def url(practice: PracticeService) -> str:
    return practice.start()


@pytest.fixture
def connect(url: str) -> Iterator[Callable[[], http.client.HTTPConnection]]:
    """Opens a connection to practice; all are closed after the test."""
    opened: list[http.client.HTTPConnection] = []

    def connect() -> http.client.HTTPConnection:
        parts = urlsplit(url)
        opened.append(http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=10))
        return opened[-1]

    yield connect
    for connection in opened:
        connection.close()


@pytest.fixture
def ask(connect: Callable[[], http.client.HTTPConnection]) -> Ask:
    """``ask(method, path, body, headers)`` on a new connection: HTTP status and decoded JSON."""

    def ask(method: str, path: str, body: object = None, headers: dict[str, str] | None = None) -> tuple[int, Any]:
        connection = connect()
        sent = {"x-api-key": "any key"} if headers is None else headers
        if body is None:
            connection.request(method, path, headers=sent)
        else:
            connection.request(method, path, json.dumps(body), {"content-type": "application/json"} | sent)
        reply = connection.getresponse()
        return reply.status, json.loads(reply.read())

    return ask


@pytest.fixture
def create(ask: Ask) -> Callable[..., Any]:
    """Creates a session of 600 seconds with the values given, and returns the decoded reply."""

    def create(**values: object) -> Any:
        body = {"avatar_id": "dvp_Tristan_cloth2_1080P", "duration": 600} | values
        status, reply = ask("POST", "/api/open/v4/liveAvatar/session/create", body)
        assert status == 200
        return reply

    return create

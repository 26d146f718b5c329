"""The Stage's host on a loop of its own, as the console's loop is another's to the browser, and who asks it."""

import asyncio
import contextlib
import http.client
import json
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar
from urllib.parse import urlsplit

from akool_desktop.stage.host import StageHost
from akool_desktop.stage.session import StageEvent, StageSession

T = TypeVar("T")

SECRET = "planted-7f3a91c2-token"
LIVEKIT = {"livekit_url": "wss://stage.example.livekit.cloud", "livekit_token": SECRET, "livekit_room_name": "r"}
AGORA = {"agora_app_id": "a" * 32, "agora_channel": "hall", "agora_token": SECRET, "agora_uid": 4711}
TRTC = {
    "trtc_sdk_app_id": 1400000001,
    "trtc_sdk_room_id": "hall",
    "trtc_sdk_user_id": "viewer",
    "trtc_sdk_user_sig": SECRET,
}
KNOWN: dict[str, dict[str, object]] = {"livekit": {**LIVEKIT}, "agora": AGORA, "trtc": TRTC}


Body = dict[str, object]


def session(stream_type: str = "practice", body: Body | None = None, **credentials: object) -> StageSession:
    return StageSession("Tristan", stream_type, KNOWN.get(stream_type, {}) | credentials, body or {})


class Heard:
    """The events of one host, which a test can wait for."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._events: list[StageEvent] = []

    def __call__(self, event: StageEvent) -> None:
        with self._condition:
            self._events.append(event)
            self._condition.notify_all()

    def all(self) -> list[StageEvent]:
        with self._condition:
            return list(self._events)

    def wait(self, wanted: Callable[[StageEvent], bool], seconds: float = 10) -> StageEvent:
        """The first that fits, however long ago."""
        with self._condition:
            found = self._condition.wait_for(lambda: next(filter(wanted, self._events), None), seconds)
            assert found is not None, f"never came, only: {self._events}"
            return found


class Console:
    """What the window does with hosts."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.hosts: list[StageHost] = []

    def do(self, coroutine: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(20)

    def host(self, stage_session: StageSession, **how: Any) -> tuple[StageHost, Heard]:
        async def make() -> StageHost:
            return StageHost(stage_session, heard, **how)

        heard = Heard()
        self.hosts.append(self.do(make()))
        return self.hosts[-1], heard

    def stop(self) -> None:
        for host in self.hosts:
            self.do(host.close(ended=True))
        self.do(self._settle())
        self.do(self._loop.shutdown_default_executor())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    async def _settle(self) -> None:
        """Connections that came while their host closed are still being taken."""
        others = asyncio.all_tasks() - {asyncio.current_task()}
        if others:
            await asyncio.wait(others, timeout=2)


class Address:
    """A host's address, as another program would talk to it."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.url = url
        self.origin = f"{parts.scheme}://{parts.netloc}"
        self.netloc = parts.netloc
        self.ticket = parts.fragment.removeprefix("t=")

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> http.client.HTTPResponse:
        """The answer, read. Headers are named with underscores."""
        connection = http.client.HTTPConnection(self.netloc, timeout=10)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        with contextlib.closing(connection):
            connection.request(method, path, None if body is None else json.dumps(body), sent)
            answer = connection.getresponse()
            answer.text = answer.read().decode()  # type: ignore[attr-defined]
            return answer

    def redeem(self, ticket: str, **headers: str) -> tuple[int, Any]:
        own = {"Origin": self.origin, "Content_Type": "application/json", "X_Stage": "1"}
        answer = self.ask("POST", "/api/redeem", {"ticket": ticket}, **own | headers)
        text = answer.text  # type: ignore[attr-defined]
        return answer.status, json.loads(text) if text else None

"""The program view: the avatar alone, full frame, for OBS, a projector or a second screen.

A second join would throw the Stage out of the room, so the page sends its picture and sound on, over a connection
between two browsers on this computer. The host only carries the descriptions of that connection. Who has the key can
watch, and nothing else.
"""

import hmac
import json
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from itertools import count

from aiohttp import WSMsgType, web

from akool_desktop.stage import guard

_PROTOCOL = "akool-program"
_MOST_BYTES = 1 << 16


class Program:
    """Those who watch, by number. ``tell`` reaches the Stage page, when there is one."""

    def __init__(
        self, key: str, tokens: guard.Tickets, tell: Callable[[Mapping[str, object]], Awaitable[bool]]
    ) -> None:
        self.key = key
        self._tokens = tokens
        self._tell = tell
        self._numbers = count(1)
        self._viewers: dict[int, web.WebSocketResponse] = {}

    async def admit(self, request: web.Request) -> web.StreamResponse:
        asked = await request.json()
        key = asked.get("key") if isinstance(asked, dict) else None
        if not isinstance(key, str) or not hmac.compare_digest(key.encode("utf-8", "replace"), self.key.encode()):
            raise web.HTTPForbidden
        return web.json_response({"socket": self._tokens.issue()})

    async def line(self, request: web.Request) -> web.StreamResponse:
        """A viewer's websocket; all that it may send is its answer to an offer."""
        if not self._tokens.redeem(guard.offered(request.headers, _PROTOCOL)):
            raise web.HTTPForbidden
        viewer = next(self._numbers)
        line = web.WebSocketResponse(protocols=(_PROTOCOL,), timeout=1.0, heartbeat=20, max_msg_size=_MOST_BYTES)
        await line.prepare(request)
        self._viewers[viewer] = line
        await self._tell({"do": "show", "viewer": viewer})
        try:
            async for message in line:
                if message.type is WSMsgType.TEXT:
                    await self._tell({"do": "shown", "viewer": viewer, "answer": _sdp(message.data)})
        finally:
            self._viewers.pop(viewer, None)
            await self._tell({"do": "hide", "viewer": viewer})
        return line

    async def page_came(self) -> None:
        for viewer in list(self._viewers):
            await self._tell({"do": "show", "viewer": viewer})

    async def page_went(self) -> None:
        """Closed, or killed: it says no more that there is nothing to see."""
        await self._send_all({"offer": ""})

    async def offer(self, said: object) -> None:
        """Carries the page's offer to the viewer it is for; other reports are none of ours."""
        match said:
            case {"is": "offer", "viewer": int(viewer), "offer": str(sdp)} if viewer in self._viewers:
                await _send(self._viewers[viewer], {"offer": sdp})

    async def speak(self) -> None:
        """Another language: those who watch ask for it."""
        await self._send_all({"do": "speak"})

    async def _send_all(self, order: Mapping[str, object]) -> None:
        for line in list(self._viewers.values()):
            await _send(line, order)

    async def close(self) -> None:
        for line in list(self._viewers.values()):
            await line.close()


async def _send(line: web.WebSocketResponse, order: Mapping[str, object]) -> None:
    """Who has just closed the program view hears nothing, and the page goes on."""
    with suppress(ConnectionError):
        await line.send_json(order)


def _sdp(text: str) -> str:
    try:
        said = json.loads(text)
    except json.JSONDecodeError:
        return ""
    answer = said.get("answer") if isinstance(said, dict) else None
    return answer if isinstance(answer, str) else ""

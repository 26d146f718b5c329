"""The host's addresses: the page and its files, the redeeming of tickets, and the page's line to the console."""

import contextlib
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from aiohttp import WSMsgType, web

from akool_desktop.paths import resource
from akool_desktop.stage import guard
from akool_desktop.stage.program import Program
from akool_desktop.stage.session import (
    Events,
    PageClosed,
    Refused,
    StageSession,
    StateChanged,
    event_from,
    live_settings,
)

_TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}
_PROTOCOL = "akool-stage"
_SECRET_NAMES = ("token", "sig")
_SOCKET_SECONDS = 30.0
_CLOSING_SECONDS = 2.0
_MOST_BODY_BYTES = 4096
_MOST_REPORT_BYTES = 1 << 20

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Site:
    """One session's pages."""

    def __init__(
        self,
        session: StageSession,
        events: Events,
        clock: Callable[[], float],
        program_key: str,
        language: Mapping[str, object],
    ) -> None:
        self._language = _spoken(language)
        self._session = session
        self._events = events
        self._tickets = guard.Tickets(guard.TICKET_SECONDS, clock)
        self._socket_tokens = guard.Tickets(_SOCKET_SECONDS, clock)
        self._secrets = [
            str(value) for name, value in session.credentials.items() if name.endswith(_SECRET_NAMES) and value
        ]
        self._secrets.append(program_key)
        self._program = Program(program_key, self._socket_tokens, self.tell)
        self._origin = ""
        self._runner: web.AppRunner | None = None
        self.page: web.WebSocketResponse | None = None

    async def start(self, port: int) -> None:
        app = web.Application(middlewares=[self._guarded], client_max_size=_MOST_BODY_BYTES)
        app.on_response_prepare.append(self._dress)
        app.router.add_post("/api/redeem", self._redeem)
        app.router.add_get("/api/page", self._page_line)
        app.router.add_post("/api/program", self._program.admit)
        app.router.add_get("/api/program", self._program.line)
        app.router.add_get("/language.json", self._speak)
        app.router.add_get("/{name:.*}", self._file)
        self._runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=1.0)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, "127.0.0.1", port).start()
        except OSError:
            await self._runner.cleanup()
            raise
        self._origin = "http://{}:{}".format(*self._runner.addresses[0][:2])

    async def stop(self, ended: bool) -> None:
        assert self._runner is not None
        if ended:
            await self.tell({"do": "ended"})
        await self._dismiss()
        await self._program.close()
        await self._runner.cleanup()

    def ticket_url(self) -> str:
        ticket = self._tickets.issue()
        self._secrets.append(ticket)
        return f"{self._origin}/stage.html#t={ticket}"

    def program_url(self) -> str:
        return f"{self._origin}/program.html#k={self._program.key}"

    async def tell(self, order: Mapping[str, object]) -> bool:
        """Whether there is a page to tell."""
        page = self.page
        if page is None or page.closed:
            return False
        try:
            await page.send_json(order)
        except ConnectionError:
            return False
        return True

    async def speak(self, language: Mapping[str, object]) -> None:
        """Another language from now on, on the pages that are open too."""
        self._language = _spoken(language)
        await self.tell({"do": "speak"})
        await self._program.speak()

    @web.middleware
    async def _guarded(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """No failure leaves here with words of its own, and none is logged with a request's."""
        status = guard.refusal(request.method, request.headers, self._origin)
        if status is not None:
            return web.Response(status=status)
        try:
            return await handler(request)
        except web.HTTPException as refused:
            return web.Response(status=refused.status)
        except Exception as error:
            _LOG.error("The Stage could not answer: %s", type(error).__name__)
            return web.Response(status=500)

    async def _dress(self, request: web.Request, response: web.StreamResponse) -> None:
        session = self._session
        sources = guard.connect_sources(session.stream_type, session.credentials)
        response.headers.update(guard.headers(self._origin, [] if "program" in request.path else sources))

    async def _file(self, request: web.Request) -> web.StreamResponse:
        root = resource("stage")
        path = (root / request.match_info["name"]).resolve()
        if not path.is_relative_to(root.resolve()) or path.suffix not in _TYPES or not path.is_file():
            raise web.HTTPNotFound
        return web.Response(body=path.read_bytes(), content_type=_TYPES[path.suffix], charset="utf-8")

    async def _speak(self, _request: web.Request) -> web.StreamResponse:
        return web.json_response(self._language)

    async def _redeem(self, request: web.Request) -> web.StreamResponse:
        asked = await request.json()
        ticket = asked.get("ticket") if isinstance(asked, dict) else None
        if not isinstance(ticket, str) or not self._tickets.redeem(ticket):
            raise web.HTTPGone
        session = self._session
        return web.json_response(
            {
                "title": session.title,
                "provider": session.stream_type,
                "credentials": dict(session.credentials),
                "avatar": session.avatar,
                "settings": live_settings(session.body),
                "fastDialogue": session.fast_dialogue,
                "socket": self._token(),
            }
        )

    def _token(self) -> str:
        token = self._socket_tokens.issue()
        self._secrets.append(token)
        return token

    async def _page_line(self, request: web.Request) -> web.StreamResponse:
        if not self._socket_tokens.redeem(guard.offered(request.headers, _PROTOCOL)):
            raise web.HTTPForbidden
        await self._dismiss({"do": "replaced"})
        line = web.WebSocketResponse(
            protocols=(_PROTOCOL,), timeout=_CLOSING_SECONDS, heartbeat=20, max_msg_size=_MOST_REPORT_BYTES
        )
        await line.prepare(request)
        self.page = line
        await self._program.page_came()
        try:
            async for message in line:
                if message.type is WSMsgType.TEXT:
                    await self._report(message.data)
        finally:
            if self.page is line:
                self.page = None
                self._events(PageClosed())
                await self._program.page_went()
        return line

    async def _dismiss(self, order: Mapping[str, object] | None = None) -> None:
        """One page at a time: the session has one identity, and a second join would throw the first off."""
        page, self.page = self.page, None
        if page is not None:
            with contextlib.suppress(ConnectionError):
                if order is not None:
                    await page.send_json(order)
            await page.close()

    async def _report(self, text: str) -> None:
        with contextlib.suppress(json.JSONDecodeError):
            said = json.loads(text)
            await self._program.offer(said)
            event = event_from(said)
            if isinstance(event, StateChanged | Refused):
                event = replace(event, sentence=guard.hide(event.sentence, self._secrets))
            if event is not None:
                self._events(event)


def _spoken(language: Mapping[str, object]) -> Mapping[str, object]:
    return {"texts": {}, **language}


_LOG = logging.getLogger(__name__)

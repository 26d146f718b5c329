"""HTTP/1.1 on one connection: requests in, replies out, also those that misbehave on purpose.

h11 reads and writes the protocol; here are only the limits and the ways of not answering.
"""

import asyncio
import json
import math
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from email.utils import formatdate
from urllib.parse import parse_qsl

import h11

_READ = 64 * 1024
_BODY_CAP = 1024 * 1024
_LINGER_SECONDS = 2.0


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    query: dict[str, str]
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def values(self, name: str) -> list[str]:
        """Every value of a header; ``name`` in small letters."""
        return [value for key, value in self.headers if key == name]


@dataclass(frozen=True)
class Reply:
    """``padding``: so many spaces after the body. ``wait``: seconds before it is sent, ``math.inf`` for never.
    ``share``: how much of it gets out before the connection is cut."""

    body: bytes
    status: int = 200
    content_type: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()
    padding: int = 0
    wait: float = 0.0
    share: float = 1.0


Answer = Callable[[Request], Reply]


def envelope(
    code: int,
    msg: str,
    data: object = None,
    *,
    status: int = 200,
    headers: tuple[tuple[str, str], ...] = (),
) -> Reply:
    """What Akool puts around everything it says; ``data`` None leaves the key out."""
    content = {"code": code, "msg": msg} | ({} if data is None else {"data": data})
    return Reply(json.dumps(content).encode(), status, headers=headers)


class _TooLargeError(Exception):
    """The body of a request is beyond the cap."""


async def serve(listener: socket.socket, answer: Answer, stopped: asyncio.Event) -> None:
    """Answers every connection until ``stopped``; then all of them are cut, also those kept waiting."""
    conversations: dict[asyncio.Task[None], asyncio.StreamWriter] = {}

    # Not a coroutine function: asyncio.streams of Python 3.11 logs a traceback for each one that is cancelled.
    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        conversation = asyncio.create_task(_converse(reader, writer, answer))
        conversations[conversation] = writer
        conversation.add_done_callback(conversations.pop)

    server = await asyncio.start_server(connected, sock=listener)
    await stopped.wait()
    server.close()
    cut = dict(conversations)
    for conversation, writer in cut.items():
        conversation.cancel()
        writer.transport.abort()
    await asyncio.gather(*cut, return_exceptions=True)


async def _converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, answer: Answer) -> None:
    """One connection, until either side ends it."""
    try:
        with suppress(OSError):
            await _Conversation(reader, writer).run(answer)
    finally:
        writer.close()
    with suppress(OSError):
        await writer.wait_closed()


class _Conversation:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._http = h11.Connection(h11.SERVER)

    async def run(self, answer: Answer) -> None:
        try:
            while (request := await self._request()) is not None:
                reply = _answered(answer, request)
                await self._wait(reply.wait)
                if not await self._send(reply, head_only=request.method == "HEAD"):
                    return
                self._http.start_next_cycle()
        except _TooLargeError:
            await self._refuse(413, "The request body is too large")
        except h11.RemoteProtocolError as broken:
            await self._refuse(broken.error_status_hint, "This is not HTTP")

    async def _request(self) -> Request | None:
        """The next whole request; None when the client has no more."""
        head: h11.Request | None = None
        body = bytearray()
        while True:
            event = await self._event()
            if isinstance(event, h11.Request):
                head = event
            elif isinstance(event, h11.Data):
                body += event.data
                if len(body) > _BODY_CAP:
                    raise _TooLargeError
            elif isinstance(event, h11.EndOfMessage) and head is not None:
                return _request(head, bytes(body))
            else:
                return None

    async def _event(self) -> object:
        while (event := self._http.next_event()) is h11.NEED_DATA:
            if self._http.they_are_waiting_for_100_continue:
                self._writer.write(self._http.send(h11.InformationalResponse(status_code=100, headers=[])) or b"")
            self._http.receive_data(await self._reader.read(_READ))
        return event

    async def _wait(self, seconds: float) -> None:
        """Raises ConnectionResetError when the client leaves first."""
        if not seconds:
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(None if math.isinf(seconds) else seconds):
                while data := await self._reader.read(_READ):
                    self._http.receive_data(data)
                raise ConnectionResetError

    async def _send(self, reply: Reply, *, head_only: bool = False) -> bool:
        """Head and body leave in one write. False when nothing more may follow on this connection."""
        raw = self._http.send(_head(reply)) or b""
        if not head_only:
            raw += self._http.send(h11.Data(data=reply.body)) or b""
        self._writer.write(raw[: int(len(raw) * reply.share)])
        if reply.share < 1:
            return False
        for start in range(0, 0 if head_only else reply.padding, _READ):
            await self._writer.drain()
            spaces = h11.Data(data=b" " * min(_READ, reply.padding - start))
            self._writer.write(self._http.send(spaces) or b"")
        await self._writer.drain()
        self._http.send(h11.EndOfMessage())
        return self._http.our_state is h11.DONE

    async def _refuse(self, status: int, words: str) -> None:
        """Answers what cannot be read to its end, and takes in the rest for a while: closing on unread data
        would reset the connection, and the client would lose the answer."""
        if self._http.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
            return
        await self._send(envelope(1003, words, status=status, headers=(("connection", "close"),)))
        self._writer.write_eof()
        with suppress(TimeoutError):
            async with asyncio.timeout(_LINGER_SECONDS):
                while await self._reader.read(_READ):
                    pass


def _request(head: h11.Request, body: bytes) -> Request:
    path, _, query = head.target.decode("ascii").partition("?")
    headers = tuple((name.decode("ascii"), value.decode("latin-1").strip()) for name, value in head.headers)
    return Request(head.method.decode("ascii"), path, dict(parse_qsl(query)), headers, body)


def _head(reply: Reply) -> h11.Response:
    length = str(len(reply.body) + reply.padding)
    date = formatdate(usegmt=True)
    headers = [("date", date), ("content-type", reply.content_type), ("content-length", length), *reply.headers]
    return h11.Response(status_code=reply.status, headers=headers)


def _answered(answer: Answer, request: Request) -> Reply:
    """A mistake of practice itself is a 500, as it would be of any service, and no traceback in a console."""
    try:
        return answer(request)
    except Exception as mistake:
        return envelope(1003, f"Practice broke down: {type(mistake).__name__}", status=500)

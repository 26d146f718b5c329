"""A server that does everything a server should not, over real TCP on loopback, and remembers what it was sent.

    with HostileServer(redirect("https://elsewhere.example/"), ok({"credit": 3})) as server:
        ...  # the first request is redirected, every later one is answered
        assert server.requests[0].header("x-api-key") == ["the key"]

A behaviour answers one request; it gets the Visit and says whether the connection stays open. The last one of the
script goes on for ever. Give it a TLS context and it speaks https; without one, it never answers a TLS greeting.
"""

import base64
import gzip
import json
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Self

KEPT, CLOSED = True, False

Behaviour = Callable[["Visit"], bool]
Headers = Iterable[tuple[str, str]]


@dataclass(frozen=True)
class Received:
    """``path`` with its query; ``at`` in seconds of time.monotonic()."""

    method: str
    path: str
    headers: list[tuple[str, str]]
    body: bytes
    at: float

    def header(self, name: str) -> list[str]:
        """Every value that was sent under this name."""
        return [value for sent, value in self.headers if sent.lower() == name.lower()]

    def json(self) -> object:
        return json.loads(self.body)


class Visit:
    """One request, waiting for its answer."""

    def __init__(self, request: Received, connection: socket.socket, server: "HostileServer") -> None:
        self.request = request
        self.connection = connection
        self.server = server

    def send(self, data: bytes) -> None:
        self.connection.sendall(data)

    def cut(self) -> None:
        """No goodbye: the client sees a connection reset."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def wait_until_gone(self) -> None:
        """Until the client hangs up, or the server is put away."""
        with suppress(OSError):
            while self.connection.recv(65536):
                pass
        self.server.hung_up.set()


class HostileServer:
    """``hung_up`` is set when a client leaves while it is kept waiting."""

    def __init__(self, *script: Behaviour, tls: ssl.SSLContext | None = None) -> None:
        self.requests: list[Received] = []
        self.connections = 0
        self.hung_up = threading.Event()
        self.stopping = threading.Event()
        self._script = list(script)
        self._tls = tls
        self._news = threading.Condition()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=50)
        self.port: int = self._listener.getsockname()[1]
        self._run(self._accept)
        return self

    def __exit__(self, *_exc: object) -> None:
        self.stopping.set()
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port)).close()  # wakes accept()
        with self._news:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(5)
        self._listener.close()

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    def wait_for_requests(self, number: int, timeout: float = 10) -> bool:
        """From a worker thread, if the loop is to go on meanwhile."""
        with self._news:
            return self._news.wait_for(lambda: len(self.requests) >= number, timeout)

    def _run(self, work: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self.stopping.is_set():
                connection.close()
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._run(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        try:
            if self._tls:
                connection = self._tls.wrap_socket(connection, server_side=True)
            with self._news:
                self._open.add(connection)
                self.connections += 1
            while (request := _read_request(connection)) and self._next(request)(Visit(request, connection, self)):
                pass
        except OSError:
            pass  # the client is gone, or does not trust this server: nothing more to do for it
        finally:
            with self._news:
                self._open.discard(connection)
            connection.close()

    def _next(self, request: Received) -> Behaviour:
        with self._news:
            self.requests.append(request)
            self._news.notify_all()
            return self._script.pop(0) if len(self._script) > 1 else self._script[0]


def _read_request(connection: socket.socket) -> Received | None:
    data = b""
    while b"\r\n\r\n" not in data:
        if not (more := connection.recv(65536)):
            return None
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    method, path, _ = first.split(" ", 2)
    headers = [(name, value.strip()) for name, _, value in (line.partition(":") for line in lines)]
    length = next((int(value) for name, value in headers if name.lower() == "content-length"), 0)
    while len(body) < length:
        if not (more := connection.recv(65536)):
            return None
        body += more
    return Received(method, path, headers, body, time.monotonic())


def head(status: int, headers: Headers) -> bytes:
    return "".join([f"HTTP/1.1 {status} Whatever\r\n", *(f"{n}: {v}\r\n" for n, v in headers), "\r\n"]).encode(
        "latin-1"
    )


def reply(
    body: bytes, *, status: int = 200, content_type: str = "application/json", headers: Headers = ()
) -> Behaviour:
    def behave(visit: Visit) -> bool:
        length = ("Content-Length", str(len(body)))
        visit.send(head(status, [("Content-Type", content_type), length, *headers]) + body)
        return KEPT

    return behave


def answer(value: object, *, status: int = 200) -> Behaviour:
    return reply(json.dumps(value).encode(), status=status)


def ok(data: object) -> Behaviour:
    """A success in Akool's envelope."""
    return answer({"code": 1000, "msg": "OK", "data": data})


def refuse(code: int, msg: str = "no", *, status: int = 200) -> Behaviour:
    return answer({"code": code, "msg": msg}, status=status)


def web_page(status: int = 200) -> Behaviour:
    return reply(b"<!doctype html><title>Sign in</title>", status=status, content_type="text/html; charset=utf-8")


def redirect(location: str, status: int = 302) -> Behaviour:
    return reply(b"", status=status, headers=[("Location", location)])


def raw(data: bytes) -> Behaviour:
    """These bytes, HTTP or not, and the end."""

    def behave(visit: Visit) -> bool:
        visit.send(data)
        return CLOSED

    return behave


def silent(visit: Visit) -> bool:
    """No answer, ever."""
    visit.wait_until_gone()
    return CLOSED


def cut(visit: Visit) -> bool:
    visit.cut()
    return CLOSED


def cut_within_answer(visit: Visit) -> bool:
    visit.send(head(200, [("Content-Length", "1000")]) + b'{"code": 1000, ')
    return CLOSED


def drip(data: bytes, pause: float) -> Behaviour:
    """An answer of which a byte comes every ``pause`` seconds."""

    def behave(visit: Visit) -> bool:
        visit.send(head(200, [("Content-Length", str(len(data)))]))
        for byte in data:
            visit.send(bytes([byte]))
            if visit.server.stopping.wait(pause):
                break
        return CLOSED

    return behave


def flood(megabytes: int, *, announced: bool, content_type: str = "application/json") -> Behaviour:
    """A very large answer; ``sent`` on the server would be less than that if the client hangs up in time."""

    def behave(visit: Visit) -> bool:
        length = [("Content-Length", str(megabytes << 20))] if announced else []
        visit.send(head(200, [("Content-Type", content_type), *length]))
        try:
            for _ in range(megabytes):
                visit.send(b" " * (1 << 20))
        except OSError:
            visit.server.hung_up.set()
        return CLOSED

    return behave


def packed(body: bytes, encoding: str = "gzip", content_type: str = "application/json") -> Behaviour:
    return reply(gzip.compress(body), content_type=content_type, headers=[("Content-Encoding", encoding)])


def after(event: threading.Event, behaviour: Behaviour) -> Behaviour:
    """Keeps the client waiting until the test says so."""

    def behave(visit: Visit) -> bool:
        event.wait(30)
        return behaviour(visit)

    return behave


def by_path(behaviours: Mapping[str, Behaviour], otherwise: Behaviour) -> Behaviour:
    """Chooses by the end of the path, without its query."""

    def behave(visit: Visit) -> bool:
        path = visit.request.path.partition("?")[0]
        return next((found for end, found in behaviours.items() if path.endswith(end)), otherwise)(visit)

    return behave


def tunnel(port: int) -> Behaviour:
    """What a proxy does with CONNECT, except that it leads to this port of this computer, whatever was asked for."""

    def behave(visit: Visit) -> bool:
        with socket.create_connection(("127.0.0.1", port)) as beyond:
            visit.send(head(200, []))
            back = threading.Thread(target=_pump, args=(beyond, visit.connection), daemon=True)
            back.start()
            _pump(visit.connection, beyond)
            back.join(5)
        return CLOSED

    return behave


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            sink.sendall(data)
    with suppress(OSError):
        sink.shutdown(socket.SHUT_WR)


def wanting_login(login: str, behaviour: Behaviour) -> Behaviour:
    """A proxy that lets nobody by without this "user:password"."""
    expected = f"Basic {base64.b64encode(login.encode()).decode()}"

    def behave(visit: Visit) -> bool:
        if visit.request.header("proxy-authorization") == [expected]:
            return behaviour(visit)
        visit.send(head(407, [("Proxy-Authenticate", 'Basic realm="work"'), ("Content-Length", "0")]))
        return CLOSED

    return behave

"""The desktop's portal, as far as a test needs it: a name on a real bus, and who answers there."""

import socket
import threading
from contextlib import suppress
from typing import Self

from jeepney import Message, message_bus
from jeepney.io.blocking import DBusConnection

NAME, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"


class Portal:
    """Serves while it is entered; what it hears goes to ``hear``."""

    def __init__(self, bus: DBusConnection, name: str = NAME) -> None:
        self.bus = bus
        assert bus.send_and_get_reply(message_bus.RequestName(name)).body == (1,)
        self._thread = threading.Thread(target=self._serve)

    def hear(self, heard: Message) -> None:
        raise NotImplementedError

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.bus.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join()

    def _serve(self) -> None:
        with suppress(EOFError, OSError):  # until it is put away
            while True:
                self.hear(self.bus.receive())

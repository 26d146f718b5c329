import socket
from collections.abc import Iterator
from typing import Any

import pytest
from keyrings import Shelf, in_use

from akool_desktop.desk import sessions, strays
from akool_desktop.practice.service import PracticeService


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same questions, asked without waiting for them."""
    monkeypatch.setattr(sessions, "_CONFIRMING", (0.01, 0.02, 0.05))
    monkeypatch.setattr(strays, "_LOOKING", (0.01, 0.02))


@pytest.fixture
def url(practice: PracticeService) -> str:
    return practice.start()


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    """The keyring of this test."""
    with in_use(Shelf()) as shelf:
        yield shelf


@pytest.fixture
def known_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test asks the network for a name: example.com's are known, others are not."""
    real = socket.getaddrinfo

    def known(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else str(host)
        if name.endswith(("example.com", "agora.io")):
            return real("127.0.0.1", *args, **kwargs)
        if name[:1].isdigit():
            return real(host, *args, **kwargs)
        raise socket.gaierror(socket.EAI_NONAME, "not known")

    monkeypatch.setattr(socket, "getaddrinfo", known)

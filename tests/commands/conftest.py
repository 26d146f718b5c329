"""A shell, an account that pays, a stand-in for Akool."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile import HostileServer, by_path, ok
from shell import ENDED, SESSION, Shell

from akool_desktop.desk import sessions
from akool_desktop.practice.service import PracticeService


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "_CONFIRMING", (0.01, 0.02, 0.05))


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(tmp_path, capsys, monkeypatch)


@pytest.fixture
def paying(shell: Shell, practice: PracticeService) -> Shell:
    """On an account at a service of its own, which outlives the command."""
    shell.use(practice.start())
    return shell


@pytest.fixture
def akool() -> Iterator[HostileServer]:
    answers = {"session/create": ok(SESSION), "session/close": ok(None), "session/detail": ok(ENDED)}
    with HostileServer(by_path(answers, ok({"count": 0, "result": []}))) as server:
        yield server

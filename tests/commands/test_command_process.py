"""Commands as processes: without Qt, at a terminal, and stopped by Ctrl-C."""

import json
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hostile import HostileServer, Visit, by_path, ok, refuse, silent
from shell import AVATAR, ENDED, KEY, PLAIN, SESSION, TOKEN, Shell, said, sent_to

from akool_desktop import cli
from akool_desktop.start import main
from akool_desktop.store.entry import State

# A fork for a terminal becomes the program at once: which threads were here does not matter to it.
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """The program as a process of its own, which may not import Qt."""
    (tmp_path / "no qt" / "PySide6").mkdir(parents=True)
    (tmp_path / "no qt" / "PySide6" / "__init__.py").write_text("raise SystemExit('Qt was imported')")
    running: list[subprocess.Popen[str]] = []

    def start(*arguments: str, **variables: str) -> "subprocess.Popen[str]":
        kept = {name: found for name, found in os.environ.items() if not name.startswith(("AKOOL_API", "AKOOL_SEC"))}
        running.append(subprocess.Popen(
            [sys.executable, "-m", "akool_desktop", *arguments, "--data-dir", str(tmp_path)],
            env=kept | {"PYTHONPATH": str(tmp_path / "no qt"), "AKOOL_API_KEY": KEY} | variables,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        ))  # fmt: skip
        return running[-1]

    yield start
    for process in running:
        with suppress(OSError):
            process.kill()
        process.communicate()


def test_no_command_imports_qt(start: Start, shell: Shell, akool: HostileServer) -> None:
    shell.preset(PLAIN)
    create = start("create", "--preset", "Plain", "--base-url", akool.url)
    assert create.communicate(timeout=30) == (f"{SESSION['_id']}\n", "")
    end = start("end", str(SESSION["_id"]), "--base-url", akool.url)
    assert end.communicate(timeout=30) == (f"{SESSION['_id']}\n", "")
    assert (create.returncode, end.returncode) == (0, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a full device")
def test_a_session_whose_id_nobody_could_read_is_not_reported_as_never_started(
    shell: Shell, akool: HostileServer, tmp_path: Path
) -> None:
    """A script that saw it fail would buy a second one."""
    shell.preset(PLAIN)
    arguments = ["create", "--preset", "Plain", "--base-url", akool.url, "--data-dir", str(tmp_path)]
    with Path("/dev/full").open("w") as full:
        create = subprocess.run(
            [sys.executable, "-m", "akool_desktop", *arguments],
            env=os.environ | {"AKOOL_API_KEY": KEY}, stdout=full, stderr=subprocess.PIPE, text=True, timeout=30,
        )  # fmt: skip
    assert said(create.stderr).startswith(f"The result could not be written: {SESSION['_id']}")
    assert create.returncode == 3
    assert [row.state for row in shell.rows()] == [State.WAITING]


def _with_closed(output: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = shlex.join([sys.executable, "-m", "akool_desktop", *arguments])
    return subprocess.run(
        ["sh", "-c", f"exec {command} {output}"],
        env=os.environ | {"AKOOL_API_KEY": KEY}, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=30,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="its shell closes nothing")
def test_an_id_that_goes_to_a_closed_output_is_said(shell: Shell, akool: HostileServer, tmp_path: Path) -> None:
    shell.preset(PLAIN)
    create = _with_closed(">&-", "create", "--preset", "Plain", "--base-url", akool.url, "--data-dir", str(tmp_path))
    assert create.returncode == 3
    assert said(create.stderr) == f"The result could not be written: {SESSION['_id']}"


@pytest.mark.skipif(sys.platform == "win32", reason="its shell closes nothing")
def test_what_goes_to_a_closed_error_output_is_not_put_among_the_results(shell: Shell, tmp_path: Path) -> None:
    shell.preset(PLAIN)
    arguments = ["create", "--preset", "Plain", "--account", "Practice", "--json", "--data-dir", str(tmp_path)]
    create = _with_closed("2>&-", *arguments)
    assert json.loads(create.stdout)["account"] == "Practice"
    assert create.returncode == 0


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_a_letter_that_the_output_does_not_have_is_written_as_its_number(
    start: Start, shell: Shell, akool: HostileServer, more: tuple[str, ...]
) -> None:
    """A pipe of Windows takes some two hundred letters."""
    shell.preset({"name": "Plain", "values": {"avatar_id": "アé"}})
    arguments = ["check", "--preset", "Plain", "--base-url", akool.url, *more]
    out, err = start(*arguments, PYTHONIOENCODING="ascii").communicate(timeout=30)
    assert (err, "\\u30a2" in out) == ("", True)
    assert not more or json.loads(out)["fine"] is False


@pytest.mark.parametrize("alphabet", ["ascii", "cp1252"])
def test_an_id_is_printed_in_whatever_alphabet(start: Start, shell: Shell, alphabet: str) -> None:
    shell.preset(PLAIN)
    with HostileServer(by_path({"session/create": ok(SESSION | {"_id": "漢 1"})}, ok([]))) as server:
        process = start("create", "--preset", "Plain", "--base-url", server.url, PYTHONIOENCODING=alphabet)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out.strip(), err) == (0, r"\u6f22 1", "")


def _late(visit: Visit) -> bool:
    visit.server.stopping.wait(1)
    return ok(SESSION)(visit)


def _stopped(
    process: "subprocess.Popen[str]", server: HostileServer, by: signal.Signals = signal.SIGINT
) -> tuple[str, str]:
    """What it prints when it is told to stop while its first request has no answer."""
    assert server.wait_for_requests(1)
    process.send_signal(by)
    return process.communicate(timeout=30)


def _after_waiting(err: str) -> str:
    """What is said after that the answer is waited for: unsaid, it looks as if Ctrl-C had done nothing."""
    waits, _, rest = err.partition("\n")
    assert said(waits).startswith("The request has left: Akool's answer is waited for")
    return rest


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_during_create_ends_what_was_started(start: Start, shell: Shell, by: signal.Signals) -> None:
    shell.preset(PLAIN)
    answers = {"session/create": _late, "session/close": ok(None), "session/detail": ok(ENDED)}
    with HostileServer(by_path(answers, ok([]))) as server:
        process = start("create", "--preset", "Plain", "--base-url", server.url)
        out, err = _stopped(process, server, by)
        assert [seen.json() for seen in server.requests if seen.path.endswith("close")] == [{"id": SESSION["_id"]}]
    assert (process.returncode, out) == (1, "")
    assert said(_after_waiting(err)).startswith("Cancelled, and the session ended.")
    assert [row.state for row in shell.rows()] == [State.ENDED]


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_ctrl_c_during_create_whose_end_is_not_confirmed_says_that_a_session_may_be_running(
    start: Start, shell: Shell
) -> None:
    shell.preset(PLAIN)
    with HostileServer(by_path({"session/create": _late, "session/close": refuse(1005)}, ok([]))) as server:
        process = start("create", "--preset", "Plain", "--base-url", server.url)
        out, err = _stopped(process, server)
    assert (process.returncode, out) == (3, "")
    assert said(_after_waiting(err)).startswith("Cancelled, but the session may be running.")
    assert [row.state for row in shell.rows()] == [State.NOT_CONFIRMED]


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_a_second_ctrl_c_leaves_at_once_and_says_that_the_outcome_is_unknown(start: Start, shell: Shell) -> None:
    shell.preset(PLAIN)
    with HostileServer(by_path({"session/create": silent}, ok([]))) as server:
        process = start("create", "--preset", "Plain", "--base-url", server.url)
        assert server.wait_for_requests(1)
        process.send_signal(signal.SIGINT)
        assert process.stderr
        waiting = process.stderr.readline()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=10)
    assert (process.returncode, out) == (3, "")
    assert said(_after_waiting(waiting + err)).startswith("The outcome is unknown")
    assert "It was stopped before the answer." in said(err)
    assert [row.state for row in shell.rows()] == [State.UNKNOWN]


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_ctrl_c_during_end_leaves_it_as_not_confirmed(start: Start, shell: Shell) -> None:
    shell.write_row(session_id="s1")
    with HostileServer(by_path({"session/close": silent}, ok({"count": 0, "result": []}))) as server:
        process = start("end", "s1", "--base-url", server.url)
        out, err = _stopped(process, server)
    assert (process.returncode, out) == (1, "")
    assert said(err).startswith("Not confirmed, may still cost: s1 (The command was stopped)")
    assert [row.state for row in shell.rows()] == [State.NOT_CONFIRMED]


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
@pytest.mark.parametrize("which", ["--all", "s1"])
def test_ctrl_c_before_an_end_is_asked_for_says_that_none_was(start: Start, which: str) -> None:
    with HostileServer(silent) as server:
        process = start("end", which, "--base-url", server.url)
        out, err = _stopped(process, server)
    assert (process.returncode, out) == (1, "")
    assert said(err) == "Stopped before any end was asked for. What is open runs on, and may cost."


def test_ctrl_c_while_the_program_is_loaded_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def loads(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "main", loads)
    assert main(["end", "--all"]) == 1
    assert said(capsys.readouterr().err) == "Cancelled. Nothing was sent."


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal")
def test_at_a_terminal_a_secret_is_asked_for_and_not_shown(shell: Shell, akool: HostileServer, tmp_path: Path) -> None:
    import pty

    values = {"avatar_id": AVATAR, "stream_type": "livekit", "credentials.livekit_url": "wss://booth.example"}
    shell.preset({"name": "Own", "values": values, "secrets": {"credentials.livekit_token": "ask"}})
    arguments = ["create", "--preset", "Own", "--base-url", akool.url, "--data-dir", str(tmp_path)]
    child, terminal = pty.fork()
    if child == 0:
        os.environ["AKOOL_API_KEY"] = KEY
        os.execv(sys.executable, [sys.executable, "-m", "akool_desktop", *arguments])
    shown = b""
    while b"LiveKit token: " not in shown:
        shown += os.read(terminal, 1000)
    os.write(terminal, f"{TOKEN}\n".encode())
    with suppress(OSError):  # the terminal is gone with the program
        while more := os.read(terminal, 1000):
            shown += more
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert str(SESSION["_id"]).encode() in shown
    assert TOKEN.encode() not in shown
    assert sent_to(akool)["credentials"]["livekit_token"] == TOKEN


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal")
@pytest.mark.parametrize("unheard", [False, True])
def test_a_terminal_that_is_closed_during_create_leaves_no_session_running(
    shell: Shell, tmp_path: Path, unheard: bool
) -> None:
    """Unless whoever started it wants it to go on (nohup)."""
    import pty

    shell.preset(PLAIN)
    answers = {"session/create": _late, "session/close": ok(None), "session/detail": ok(ENDED)}
    with HostileServer(by_path(answers, ok([]))) as server:
        arguments = ["create", "--preset", "Plain", "--base-url", server.url, "--data-dir", str(tmp_path)]
        child, terminal = pty.fork()
        if child == 0:
            os.environ["AKOOL_API_KEY"] = KEY
            signal.signal(signal.SIGHUP, signal.SIG_IGN if unheard else signal.SIG_DFL)
            os.execv(sys.executable, [sys.executable, "-m", "akool_desktop", *arguments])
        assert server.wait_for_requests(1)
        os.close(terminal)
        os.waitpid(child, 0)
        closes = [seen.json() for seen in server.requests if seen.path.endswith("close")]
    assert closes == ([] if unheard else [{"id": SESSION["_id"]}])
    assert [row.state for row in shell.rows()] == [State.WAITING if unheard else State.ENDED]

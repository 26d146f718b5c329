"""The program as a process: how it starts, how it ends, and what it leaves behind."""

import base64
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO
from urllib.parse import quote

import pytest
from hostile import HostileServer, Visit, by_path, ok, silent

from akool_desktop.store.accounts import Account

pytestmark = pytest.mark.alone

KEY, ADDED_KEY, TOKEN = "planted-env-5f3a91/+=", "planted-added-77c2e0", "planted-session-token-0b44"
SESSION = {"_id": "6698c9d69cf7b0d61d1b6420", "status": 1, "stream_type": "agora", "credentials": {
    "agora_uid": 7, "agora_channel": "booth", "agora_token": TOKEN,
}}  # fmt: skip
SIGNALS = [signal.SIGTERM, signal.SIGINT, *([signal.SIGHUP] if sys.platform != "win32" else [])]

Start = Callable[..., "Running"]


class Running:
    """The program with an operator of tests/ui/driven.py, writing all that it writes below ``folder``."""

    def __init__(self, folder: Path, what: str, *arguments: str, **variables: str) -> None:
        self.folder = folder
        foreign = [name for name in os.environ if name.startswith("AKOOL") or "proxy" in name.lower()]
        kept = {name: value for name, value in os.environ.items() if name not in foreign}
        home = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), str(folder / "home"))
        script = Path(__file__).parent / "ui" / "driven.py"
        with (folder / "stderr").open("a") as stderr:
            self._process = subprocess.Popen(
                [sys.executable, script, what, "--data-dir", str(folder / "data"), *arguments],
                env=kept | home | {"QT_QPA_PLATFORM": "offscreen"} | variables,
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
            )
        self.said: list[str] = []

    def hear(self, words: str) -> str:
        """The next line that says this."""
        for line in _lines(self._process.stdout):
            self.said.append(line)
            if words in line:
                return line
        self._process.wait()
        raise AssertionError(f"ended without a word of “{words}”: {self.said} {self.stderr()}")

    def end(self, by: signal.Signals | None = None) -> float:
        """Seconds until it has ended, well and without a word."""
        began = time.monotonic()
        if by is not None:
            self._process.send_signal(by)
        self.said += _lines(self._process.stdout)
        code = self._process.wait(30)
        assert (code, self.stderr()) == (0, "")
        return time.monotonic() - began

    def until_stderr(self, words: str) -> float:
        """Seconds until it has said this there."""
        began = time.monotonic()
        while words not in self.stderr():
            assert time.monotonic() - began < 20
            self._process.poll()
        return time.monotonic() - began

    def code(self) -> int:
        return self._process.wait(30)

    def signal(self, by: signal.Signals) -> None:
        self._process.send_signal(by)

    def stderr(self) -> str:
        """Without the offscreen plugin's word on size hints."""
        lines = (self.folder / "stderr").read_text().splitlines()
        return "\n".join(line for line in lines if "This plugin does not support" not in line)

    def put_away(self) -> None:
        with suppress(OSError):
            self._process.kill()
        self._process.wait()
        assert self._process.stdout
        self._process.stdout.close()


def _lines(pipe: IO[str] | None) -> Iterator[str]:
    assert pipe
    while line := pipe.readline():
        yield line.rstrip("\n")


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    running: list[Running] = []

    def start(what: str, *arguments: str, **variables: str) -> Running:
        running.append(Running(tmp_path, what, *arguments, **variables))
        return running[-1]

    yield start
    for program in running:
        program.put_away()


# starting and ending


@pytest.mark.parametrize("by", SIGNALS)
def test_a_signal_ends_it_however_early_it_comes(start: Start, by: signal.Signals) -> None:
    """The window is painted, the loop that listens is still on its way."""
    program = start("stay")
    program.hear("painted")
    assert program.end(by) < 3


def test_practice_does_not_hold_the_end(start: Start) -> None:
    program = start("create")
    program.hear("created")
    assert program.end() < 3


@pytest.mark.parametrize("arguments", [[], ["--account", "Practice"]])
def test_a_library_that_is_not_there_ends_the_start_with_its_name(tmp_path: Path, arguments: list[str]) -> None:
    """Half a window stood there, which could not even be closed."""
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_text('{"account": "practice"}')
    start = "import sys; sys.modules['qasync'] = None; from akool_desktop.start import main; sys.exit(main())"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AKOOL")}
    ended = subprocess.run(
        [sys.executable, "-c", start, "--data-dir", tmp_path, *arguments],
        env=kept | {"QT_QPA_PLATFORM": "offscreen"}, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ended.returncode == 1
    assert "qasync" in ended.stderr


def test_nothing_heavy_is_imported_before_the_first_paint(start: Start) -> None:
    program = start("stay")
    assert program.hear("painted") == "painted"
    program.end(signal.SIGTERM)


@pytest.mark.parametrize("by", SIGNALS)
def test_a_request_under_way_does_not_hold_the_end(start: Start, by: signal.Signals) -> None:
    with HostileServer(silent) as server:
        program = start("stay", "--base-url", server.url, AKOOL_API_KEY=KEY)
        assert server.wait_for_requests(2)
        assert program.end(by) < 3


def test_a_name_that_is_never_found_does_not_hold_the_end(start: Start) -> None:
    program = start("stall_names", "--base-url", "https://akool.example", AKOOL_API_KEY=KEY)
    program.hear("asked for a name")
    assert program.end(signal.SIGTERM) < 3


def test_a_keyring_that_never_answers_does_not_hold_the_end(start: Start, tmp_path: Path) -> None:
    account = Account("1", "Client account", "plum", "api_key", "https://akool.example")
    config = tmp_path / "data" / "config"
    config.mkdir(parents=True)
    (config / "accounts.json").write_text(json.dumps({"version": 1, "accounts": [asdict(account)]}))
    program = start("stall_keyring")
    program.hear("asked the keyring")
    assert program.end(signal.SIGTERM) < 3


def test_a_create_under_way_is_ended_before_the_program_ends(start: Start, tmp_path: Path) -> None:
    """The answer comes while the program waits for it: the session is not left running."""
    answers = {"session/close": ok({}), "session/detail": ok(SESSION | {"status": 3}), "quota/info": ok({"credit": 9})}
    with HostileServer(by_path(answers | {"session/create": _late}, ok([]))) as server:
        program = start("create", "--base-url", server.url, AKOOL_API_KEY=KEY)
        _wait_for_path(server, "session/create")
        program.end(signal.SIGTERM)
        assert [seen.json() for seen in server.requests if seen.path.endswith("session/close")] == [
            {"id": SESSION["_id"]}
        ]
        ends = [seen.path.partition("?")[0].rpartition("/")[2] for seen in server.requests]
        assert set(ends[ends.index("close") :]) == {"close", "detail"}, "nothing more is asked on the way out"
    assert _ledger(tmp_path) == [("Ended, confirmed", SESSION["_id"])]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11")
def test_a_display_that_dies_loses_no_session_and_fills_no_disk(
    start: Start, tmp_path: Path, screen: tuple[str, "subprocess.Popen[str]"]
) -> None:
    """As when somebody logs out, and nothing waits for this program. Qt has a line on it at every turn."""
    answers = {"session/close": ok({}), "session/detail": ok(SESSION | {"status": 3}), "quota/info": ok({"credit": 9})}
    display, shown_by = screen
    with HostileServer(by_path(answers | {"session/create": _late}, ok([]))) as server:
        program = start("create", "--base-url", server.url, AKOOL_API_KEY=KEY, DISPLAY=display, QT_QPA_PLATFORM="xcb")
        _wait_for_path(server, "session/create")
        shown_by.kill()
        program.code()
        assert [seen.json() for seen in server.requests if seen.path.endswith("session/close")] == [
            {"id": SESSION["_id"]}
        ]
    assert _ledger(tmp_path) == [("Ended, confirmed", SESSION["_id"])]
    assert len(program.stderr().splitlines()) < 1000


def test_a_create_without_an_answer_is_remembered_as_unknown(start: Start, tmp_path: Path) -> None:
    with HostileServer(by_path({"session/create": silent}, ok([]))) as server:
        program = start("create", "--base-url", server.url, AKOOL_API_KEY=KEY)
        _wait_for_path(server, "session/create")
        assert program.end(signal.SIGTERM) < 12
    assert _ledger(tmp_path) == [("Unknown", "")]


def test_a_second_start_brings_the_window_forward_and_ends(start: Start) -> None:
    first = start("stay")
    first.hear("painted")
    assert start("stay").end() < 3
    first.end(signal.SIGTERM)


def test_a_start_while_the_last_one_is_on_its_way_out_has_a_window(start: Start, tmp_path: Path) -> None:
    """A create without an answer holds the exit for some seconds, with no window to be seen."""
    with HostileServer(by_path({"session/create": silent}, ok([]))) as server:
        first = start("create", "--base-url", server.url, AKOOL_API_KEY=KEY)
        _wait_for_path(server, "session/create")
        first.signal(signal.SIGTERM)
        second = start("stay", "--base-url", server.url, AKOOL_API_KEY=KEY)
        second.hear("painted")
        assert "If it is being closed, this start goes on by itself" in second.stderr()
        (tmp_path / "stderr").write_text("")
        first.end()
        second.end(signal.SIGTERM)
        assert [seen.path for seen in server.requests].count("/api/open/v4/liveAvatar/session/create") == 1
    assert _ledger(tmp_path) == [("Unknown", "")]


def test_a_second_start_says_where_the_window_cannot_be_asked(start: Start, tmp_path: Path) -> None:
    """A ledger that cannot be opened, as in a folder that cannot be written, is remembered by each for itself."""
    (tmp_path / "data" / "data" / "ledger.sqlite").mkdir(parents=True)
    first = start("stay")
    first.hear("painted")
    second = start("stay")
    assert second.until_stderr("is open already. It could not be asked to come forward, since ") < 6
    second.signal(signal.SIGTERM)
    assert second.code() == 1
    third = start("stay")
    third.until_stderr("already")
    (tmp_path / "stderr").write_text("")
    first.end(signal.SIGTERM)
    third.hear("painted")
    third.end(signal.SIGTERM)


def test_a_second_start_says_when_the_window_does_not_answer(start: Start) -> None:
    """And goes without a word as soon as it does."""
    first = start("stay")
    first.hear("painted")
    first.signal(signal.SIGSTOP)
    second = start("stay")
    assert second.until_stderr("is open already. Its window does not answer.") < 8
    first.signal(signal.SIGCONT)
    assert second.code() == 0


@pytest.fixture
def screen() -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """A screen of its own with a window manager; its DISPLAY, and who shows it."""
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True,
    ) as screen:  # fmt: skip
        assert screen.stdout
        display = f":{screen.stdout.readline().strip()}"
        with subprocess.Popen(["openbox"], env=os.environ | {"DISPLAY": display}, stderr=subprocess.DEVNULL) as manager:
            yield display, screen
            manager.terminate()
        screen.terminate()


@pytest.fixture
def desktop(screen: tuple[str, object]) -> str:
    return screen[0]


def _xdotool(display: str, *words: str) -> str:
    asked = ["xdotool", *words]
    return subprocess.run(
        asked, env=os.environ | {"DISPLAY": display}, check=True, capture_output=True, text=True, timeout=20
    ).stdout.strip()


def _wait_until_active(display: str, window: str) -> None:
    """The window manager has taken it up and put it in front."""
    deadline = time.monotonic() + 20
    while _active(display) != window:
        assert time.monotonic() < deadline


def _active(display: str) -> str:
    try:
        return _xdotool(display, "getactivewindow")
    except subprocess.CalledProcessError:  # none yet, or no window manager yet
        return ""


def test_a_start_with_a_preset_fills_it_in(start: Start) -> None:
    program = start("stay_until_filled", "--preset", "minimal")
    assert program.hear("filled") == "filled dvp_Tristan_cloth2_1080P"
    program.end(signal.SIGTERM)


def test_a_memory_that_was_damaged_is_told_of_in_the_window(start: Start, tmp_path: Path) -> None:
    """The command line reads it before the window does, to know which account was chosen."""
    (tmp_path / "data" / "config").mkdir(parents=True)
    (tmp_path / "data" / "config" / "settings.json").write_text("{")
    program = start("stay_until_told", "--account", "practice")
    assert "settings.json was damaged. It was set aside" in program.hear("told").replace("\u200b", "")
    program.end(signal.SIGTERM)


def test_a_second_start_with_a_preset_fills_it_in_where_the_window_is_open(start: Start, tmp_path: Path) -> None:
    first = start("stay_until_filled")
    first.hear("painted")
    preset = tmp_path / "one.json"
    preset.write_text(json.dumps({"values": {"avatar_id": "Somebody"}}))
    assert start("stay", "--preset", str(preset)).end() < 3
    assert first.hear("filled") == "filled Somebody"
    first.end(signal.SIGTERM)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11")
def test_a_second_start_brings_back_a_minimised_window(start: Start, desktop: str) -> None:
    first = start("stay", QT_QPA_PLATFORM="xcb", DISPLAY=desktop)
    first.hear("painted")
    find = ("search", "--sync", "--onlyvisible", "--name", "^Akool Desktop$")
    window = _xdotool(desktop, *find)
    _wait_until_active(desktop, window)
    _xdotool(desktop, "windowminimize", "--sync", window)
    assert start("stay", QT_QPA_PLATFORM="xcb", DISPLAY=desktop).end() < 3
    began = time.monotonic()
    assert _xdotool(desktop, *find) == window
    _wait_until_active(desktop, window)
    assert time.monotonic() - began < 3
    first.end(signal.SIGTERM)


# the environment


@pytest.mark.parametrize(
    ("name", "value"),
    [("ALL_PROXY", "socks5://127.0.0.1:9"), ("SSL_CERT_FILE", "/nonexistent"), ("NO_PROXY", "[::1]"),
     ("HTTP_PROXY", "http://127.0.0.1:9")],
)  # fmt: skip
def test_practice_works_whatever_the_environment_says_of_the_network(start: Start, name: str, value: str) -> None:
    program = start("create", **{name: value})
    program.hear("created")
    program.end()


def test_a_session_of_practice_that_is_left_running_is_remembered(start: Start, tmp_path: Path) -> None:
    program = start("create")
    program.hear("created")
    program.end()
    ((state, session_id),) = _ledger(tmp_path)
    assert state in ("Waiting in line", "Live")
    assert session_id


# secrets


def test_no_secret_is_written_or_said(start: Start, tmp_path: Path) -> None:
    """The key of the environment, that of an account that was added, and the credentials of the session."""
    answers = {"session/create": ok(SESSION), "session/detail": ok(SESSION), "quota/info": ok({"credit": 9})}
    with HostileServer(by_path(answers, ok([]))) as server:
        program = start(
            "add_and_create", "--base-url", server.url, AKOOL_API_KEY=KEY, PLANTED_KEY=ADDED_KEY, PLANTED_URL=server.url
        )
        program.hear("created")
        program.end()
        names = ("authorization", "x-api-key")
        sent = {header for seen in server.requests for name in names for header in seen.header(name)}
    assert sent == {KEY, f"Bearer {ADDED_KEY}"}
    written = {path: bytes(path) + path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert any(path.name == "ledger.sqlite" for path in written)
    assert any(path.name == "accounts.json" for path in written)
    written[Path("stdout")] = "\n".join(program.said).encode()
    for secret in (KEY, ADDED_KEY, TOKEN):
        for path, content in written.items():
            assert not [form for form in _forms(secret) if form in content], path


def test_the_search_for_secrets_finds_them() -> None:
    for secret in (KEY, ADDED_KEY, TOKEN):
        for content in (
            secret.encode(), base64.b64encode(b"x" + secret.encode()), base64.b64encode(b"xy" + secret.encode() + b"z"),
            secret.encode().hex().upper().encode(), secret[::-1].encode(), quote(secret, safe="").encode(),
            secret.encode("utf-16-le"), json.dumps(secret).encode(),
        ):  # fmt: skip
            assert any(form in content for form in _forms(secret)), content


def _forms(secret: str) -> set[bytes]:
    """A secret as it may hide in a file: plain, quoted, backwards, in hex, in base64 wherever it begins."""
    plain = secret.encode()
    forms = {plain, plain[::-1], quote(secret, safe="").encode(), json.dumps(secret)[1:-1].encode()}
    forms |= {plain.hex().encode(), plain.hex().upper().encode()}
    forms |= {secret.encode("utf-16-le"), secret.encode("utf-16-be")}
    for before in range(3):
        coded = base64.b64encode(b"\0" * before + plain)
        forms.add(coded[4 if before else 0 : -4])
    return forms


def _late(visit: Visit) -> bool:
    """Half a second, for as long as the program shall be on its way out."""
    visit.server.stopping.wait(0.5)
    return ok(SESSION)(visit)


def _wait_for_path(server: HostileServer, end: str) -> None:
    number = 0
    while not any(seen.path.endswith(end) for seen in server.requests):
        number += 1
        assert server.wait_for_requests(number), f"no request for {end}"


def _ledger(folder: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(folder / "data" / "data" / "ledger.sqlite")) as ledger:
        return ledger.execute("SELECT state, session_id FROM sessions").fetchall()

"""The command line: bad arguments get one clear line and exit code 2, before any window and without Qt."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from painting import x_server

from akool_desktop import __version__
from akool_desktop.commands import COMMANDS, Command

KEY = "planted-key-5f3a91"


def _run(
    arguments: list[str], folder: Path, *, without: tuple[str, ...] = (), **variables: str
) -> subprocess.CompletedProcess[str]:
    """In an environment that has a display, an empty home and no key; it must not come as far as to open a window."""
    kept = {name: value for name, value in os.environ.items() if name not in ("AKOOL_API_KEY", "WAYLAND_DISPLAY")}
    given = kept | {"HOME": str(folder), "QT_QPA_PLATFORM": "no such platform"} | variables
    for name in without:
        given.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", "akool_desktop", *arguments],
        env=given,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--nonsense"], "unrecognized arguments: --nonsense"),
        (["here"], "invalid choice: 'here'"),
        (["--account"], "argument --account: expected one argument"),
        (["--base-url"], "argument --base-url: expected one argument"),
        (["--data-dir"], "argument --data-dir: expected one argument"),
        (["--data-dir", ""], "argument --data-dir: it names no folder"),
        (["--account", "Nobody"], "there is no account named 'Nobody'; there are: Practice"),
        (["--account", ""], "there is no account named ''; there are: Practice"),
        (["--account", "two\nlines"], "there is no account named 'two\\nlines'; there are: Practice"),
        (["--base-url", "https://gateway.example"], "--base-url cannot be used with Practice"),
        (["--account", "practice", "--base-url", "http://127.0.0.1:1"], "--base-url cannot be used with Practice"),
    ],
)
def test_bad_arguments_get_one_line_and_exit_code_2(tmp_path: Path, arguments: list[str], said: str) -> None:
    _check_refused(_run(arguments, tmp_path), said)


@pytest.mark.parametrize(
    ("base_url", "said"),
    [
        ("http://akool.example", "Use https."),
        ("ftp://akool.example", "A base URL starts with https://"),
        ("akool.example", "A base URL starts with https://"),
        ("https://", "This is not a web address."),
        ("https://two\nlines", "This is not a web address."),
        ("https://me:password@akool.example", "A base URL holds no user name and no password."),
        ("https://akool.example/?key=1", "A base URL ends before any ? or #"),
        ("", "A base URL starts with https://"),
    ],
)
def test_a_bad_base_url_gets_one_line_and_exit_code_2(tmp_path: Path, base_url: str, said: str) -> None:
    result = _run(["--base-url", base_url, "--data-dir", str(tmp_path)], tmp_path, AKOOL_API_KEY=KEY)
    _check_refused(result, said)
    assert KEY not in result.stderr


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_help_of_a_command_names_what_it_takes(command: Command, tmp_path: Path) -> None:
    shown = _run([command.name, "--help"], tmp_path)
    assert shown.returncode == 0
    assert ("--preset" in shown.stdout) is command.needs_preset
    assert command.help[1:16] in shown.stdout


def test_an_unknown_argument_of_two_lines_gets_one(tmp_path: Path) -> None:
    _check_refused(_run(["--x\ny"], tmp_path), "unrecognized arguments")


@pytest.mark.parametrize("key", [f"{KEY}ä", f"{KEY}\x01", f"“{KEY}…”", b"\xff\xfe".decode("utf-8", "surrogateescape")])
def test_a_key_that_cannot_be_one_is_refused_and_not_repeated(tmp_path: Path, key: str) -> None:
    result = _run(["--data-dir", str(tmp_path)], tmp_path, AKOOL_API_KEY=key)
    _check_refused(result, "AKOOL_API_KEY: Character ")
    assert KEY not in result.stderr


@pytest.mark.parametrize("given", ["''", "Bearer ", '"x-api-key: "'])
def test_a_key_of_which_nothing_is_left_is_not_passed_over(tmp_path: Path, given: str) -> None:
    """A script that lost it would be charged to the account that the window worked with last."""
    _check_refused(_run(["--data-dir", str(tmp_path)], tmp_path, AKOOL_API_KEY=given), "AKOOL_API_KEY: it holds no key")


def test_a_blank_key_is_none(tmp_path: Path) -> None:
    result = _run(["--account", "Environment", "--data-dir", str(tmp_path)], tmp_path, AKOOL_API_KEY="  \n")
    _check_refused(result, "there is no account named 'Environment'")


def test_the_version_is_one_line(tmp_path: Path) -> None:
    result = _run(["--version"], tmp_path)
    assert (result.returncode, result.stdout, result.stderr) == (0, f"Akool Desktop {__version__}\n", "")


def test_help_names_every_option(tmp_path: Path) -> None:
    result = _run(["--help"], tmp_path)
    assert result.returncode == 0
    for option in ("--account NAME", "--base-url URL", "--data-dir DIR", "--preset NAME-or-FILE", "--version",
                   "create ", "end "):  # fmt: skip
        assert option in result.stdout


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_one_sentence_says_so(tmp_path: Path) -> None:
    result = _run(["--data-dir", str(tmp_path)], tmp_path, without=("DISPLAY", "QT_QPA_PLATFORM"))
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == (
        "akool-desktop: there is no display to open a window on; start it from a desktop session, or set DISPLAY\n"
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays of Linux")
@pytest.mark.parametrize("platform", [None, "xcb", "wayland"])
@pytest.mark.parametrize("named", [("DISPLAY",), ("WAYLAND_DISPLAY",), ("WAYLAND_DISPLAY", "DISPLAY")])
def test_a_display_that_does_not_answer_gets_one_sentence(
    tmp_path: Path, named: tuple[str, ...], platform: str | None
) -> None:
    """Qt itself would abort."""
    nowhere = {"DISPLAY": ":4999", "WAYLAND_DISPLAY": "nowhere-0"}
    given = {name: nowhere[name] for name in named} | ({"QT_QPA_PLATFORM": platform} if platform else {})
    others = tuple({*nowhere, "QT_QPA_PLATFORM"} - {*given})
    result = _run(["--data-dir", str(tmp_path)], tmp_path, without=others, **given)
    assert (result.returncode, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1, result.stderr
    assert "display" in result.stderr


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="no Xvfb here; packaging/test.py installs it on Debian and Ubuntu")
def test_a_screen_that_the_display_does_not_have_gets_one_sentence(tmp_path: Path) -> None:
    with x_server() as display:
        result = _run(["--data-dir", str(tmp_path)], tmp_path, without=("QT_QPA_PLATFORM",), DISPLAY=f"{display}.7")
    assert result.returncode == 1
    assert result.stderr.startswith(f"akool-desktop: no display answers at DISPLAY={display}.7;")


def test_without_qt_one_line_says_what_to_install(tmp_path: Path) -> None:
    broken = tmp_path / "PySide6"
    broken.mkdir()
    (broken / "__init__.py").write_text("raise ImportError('libEGL.so.1: cannot open shared object file')")
    result = _run(["--data-dir", str(tmp_path / "data")], tmp_path, PYTHONPATH=str(tmp_path))
    assert (result.returncode, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert "libEGL.so.1" in result.stderr
    assert "apt-get install -y" in result.stderr


def test_refusals_need_no_qt(tmp_path: Path) -> None:
    broken = tmp_path / "PySide6"
    broken.mkdir()
    (broken / "__init__.py").write_text("raise SystemExit('Qt was imported')")
    result = _run(["--account", "Nobody", "--data-dir", str(tmp_path)], tmp_path, PYTHONPATH=str(tmp_path))
    _check_refused(result, "there is no account named 'Nobody'")


def test_a_refusal_writes_nothing(tmp_path: Path) -> None:
    _run(["--account", "Nobody", "--data-dir", str(tmp_path / "data")], tmp_path)
    assert not (tmp_path / "data").exists()


def test_files_that_are_damaged_are_said_by_a_command_and_left_for_the_window_to_say(tmp_path: Path) -> None:
    """Else the next start finds them gone, and nobody knows why the account and the proxy are others."""
    (tmp_path / "config").mkdir()
    for name in ("settings", "network", "accounts"):
        (tmp_path / "config" / f"{name}.json").write_text("{")
    result = _run(["end", "--all", "--data-dir", str(tmp_path)], tmp_path)
    *said, _ = result.stderr.splitlines()
    names = ["settings.json", "accounts.json", "network.json"]
    assert [line.rpartition("/")[2] for line in said] == [f"{name} is damaged." for name in names]
    assert [(tmp_path / "config" / name).read_text() for name in names] == ["{"] * 3


def test_an_account_whose_file_was_damaged_is_not_only_said_to_be_missing(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "accounts.json").write_text("{")
    result = _run(["end", "--all", "--account", "Client", "--data-dir", str(tmp_path)], tmp_path)
    damaged, missing = result.stderr.splitlines()
    assert "accounts.json is damaged." in damaged
    assert "there is no account named 'Client'" in missing


def _check_refused(result: subprocess.CompletedProcess[str], said: str) -> None:
    assert (result.returncode, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1, result.stderr
    assert result.stderr.startswith("akool-desktop: ")
    assert said in result.stderr

import importlib.util
import os
import re
import tomllib
from pathlib import Path
from types import ModuleType

import keyring
import pytest
from machine import ROOT


def load() -> ModuleType:
    """packaging/test.py under another name: Python has a package `test` of its own."""
    spec = importlib.util.spec_from_file_location("test_command", ROOT / "packaging" / "test.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


command = load()


def test_what_it_does_not_know_goes_to_pytest() -> None:
    options, rest = command.read_arguments(["--long", "tests/store", "-k", "not slow", "-x", "--lf"])
    assert (options.long, options.pictures) == (True, None)
    assert rest == ["tests/store", "-k", "not slow", "-x", "--lf"]


def test_pictures_take_a_folder() -> None:
    options, rest = command.read_arguments(["--pictures", "out"])
    assert (options.pictures, rest) == (Path("out"), [])


def test_what_cannot_be_removed_afterwards_fails_no_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_where: object, **_how: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    with command.empty_home() as home:
        (home / "run").mkdir()
        with monkeypatch.context() as patch:
            patch.setattr(os, "rmdir", refuse)
            patch.setattr(os, "chmod", refuse)
            with command.empty_home() as other:
                (other / "run").mkdir()
        other.joinpath("run").rmdir()
        other.rmdir()
    assert not home.exists()


def test_the_callers_settings_do_not_reach_the_tools(tmp_path: Path) -> None:
    theirs = {
        "AKOOL_API_KEY": "planted",
        "PYTHONPATH": "/elsewhere",
        "PYTEST_ADDOPTS": "-x",
        "QT_SCALE_FACTOR": "2",
        "HTTPS_PROXY": "http://127.0.0.1:9",
        "SSL_CERT_FILE": "/nonexistent",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/theirs",
        "HOME": "/home/theirs",
        "PATH": "/bin",
    }
    variables = command.clean_variables(theirs, tmp_path)
    assert variables["PATH"] == "/bin"
    assert variables["HOME"] == str(tmp_path)
    assert variables["QT_QPA_PLATFORM"] == "offscreen"
    assert Path(variables["XDG_RUNTIME_DIR"]).is_dir()
    kept = {name for name in theirs if variables.get(name) == theirs[name]}
    assert kept == {"PATH"}


@pytest.mark.parametrize(
    ("broken", "failed"),
    [("", ""), ("ruff", "ruff"), ("mypy", "mypy"), ("pytest", "pytest side by side, pytest one by one")],
)
def test_every_part_runs_whatever_became_of_the_others(
    broken: str, failed: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\necho "ran $2"\n[ "$2" != "{broken}" ]\n')
    python.chmod(0o755)
    assert command.run_all(str(python), [], dict(os.environ)) == bool(broken)
    out = capfd.readouterr().out
    ran = [line for line in out.splitlines() if line.startswith("ran")]
    assert ran == ["ran ruff", "ran mypy", "ran pytest", "ran pytest"]
    assert out.endswith(f"Failed: {failed}\n" if broken else "ran pytest\n")


def test_with_arguments_only_pytest_runs(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    python = tmp_path / "python"
    python.write_text('#!/bin/sh\necho "ran $*"\n')
    python.chmod(0o755)
    command.run_all(str(python), ["tests/store", "-x"], dict(os.environ))
    assert capfd.readouterr().out == "== pytest\nran -m pytest tests/store -x\n"


def test_the_lock_holds_everything_pyproject_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = project["dependencies"] + project["optional-dependencies"]["test"]
    names = {re.split(r"[^\w-]", requirement)[0].lower() for requirement in named}
    lock = (ROOT / "packaging" / "test.lock").read_text(encoding="utf-8")
    locked = {line.split("==")[0] for line in lock.splitlines() if line[:1].isalnum()}
    assert not names - locked, "make packaging/test.lock anew with the command in its first lines"


def test_the_lock_names_hashes_and_no_host() -> None:
    lines = (ROOT / "packaging" / "test.lock").read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if "://" in line or line.lstrip().startswith("-i")]
    requirements = [line for line in lines if line[:1].isalnum()]
    assert {line.split("==")[0] for line in requirements} >= {"hatchling", "editables", "pytest", "ruff", "mypy"}
    assert all(line.endswith("\\") for line in requirements)  # its hashes follow


@pytest.mark.skipif("AKOOL_TEST_KEYRING" not in os.environ, reason="only packaging/test.py starts a keyring")
def test_the_secret_service_of_the_test_command_keeps_a_secret() -> None:
    keyring.set_password("Akool Desktop tests of the test command", "planted", "7f3a91c2")
    assert keyring.get_password("Akool Desktop tests of the test command", "planted") == "7f3a91c2"
    keyring.delete_password("Akool Desktop tests of the test command", "planted")

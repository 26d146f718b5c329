"""An environment of Python packages in the checkout, made once and used until its description changes."""

import contextlib
import importlib.util
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from machine import ROOT, SetupError, install_system_packages, run_step, why_failed

# Debian and Ubuntu keep half of Python's venv module in a package of its own.
_VENV = {"Python's ensurepip": f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"}


def make_environment(name: str, description: str, installs: "dict[str, list[str]]") -> str:
    """Return the path of the Python of the environment `name`, made first unless it is there and current.

    The environment is made anew when `description` changes, any text that says what is in it. `installs` holds the
    arguments of each `pip install`, run in the checkout, by the title shown meanwhile. A stamp, written last,
    tells a whole environment from one that was interrupted.
    """
    folder = ROOT / name
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    stamp = folder / "complete.txt"
    wanted = "\n".join([f"{sys.version_info[0]}.{sys.version_info[1]}", sys.base_prefix, str(ROOT), description])
    if not _is_current(stamp, wanted, python):
        with _one_at_a_time(ROOT / (name + ".lock")):
            if not _is_current(stamp, wanted, python):
                _make(folder, python, installs)
                stamp.write_text(wanted, encoding="utf-8")
    return str(python)


def project_description() -> str:
    """The part of pyproject.toml that says what is installed."""
    import tomllib  # not known to a Python that is too old

    whole = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return json.dumps([whole["build-system"], whole["project"]])


def _is_current(stamp: Path, wanted: str, python: Path) -> bool:
    try:
        return stamp.read_text(encoding="utf-8") == wanted and python.exists()
    except FileNotFoundError:
        return False


def _make(folder: Path, python: Path, installs: "dict[str, list[str]]") -> None:
    _require_venv()
    (folder / "complete.txt").unlink(missing_ok=True)
    venv = [sys.executable, "-I", "-m", "venv", "--clear", str(folder)]
    pip = [str(python), "-I", "-m", "pip", "install", "--no-input", "--retries", "2"]
    quiet = ["--disable-pip-version-check", "--progress-bar", "off"]
    steps = {f"Making an environment in {folder.name}": venv}
    steps.update({title: pip + quiet + arguments for title, arguments in installs.items()})
    for title, command in steps.items():
        succeeded, output = run_step(title, command)
        if not succeeded:
            raise SetupError(why_failed(output, f"{title} failed; the lines above say why."))


def missing_for_an_environment(name: str) -> "dict[str, str]":
    """What the system lacks for making the environment `name` (what: its Debian package); once it is there, nothing."""
    return {} if _has_venv() or (ROOT / name / "complete.txt").exists() else _VENV


def _require_venv() -> None:
    if _has_venv():
        return
    install_system_packages(_VENV)
    if not _has_venv():
        raise SetupError(f"The Python at {sys.executable} has no venv module; use another one.")


def _has_venv() -> bool:
    importlib.invalidate_caches()  # it may have been installed meanwhile
    return all(importlib.util.find_spec(module) for module in ("venv", "ensurepip"))


@contextlib.contextmanager
def _one_at_a_time(path: Path) -> "Iterator[None]":
    """Hold the lock of this file, as one process can; it goes with the process at the latest."""
    with path.open("w") as file:
        if not _lock(file):
            print("Another command is making this environment; waiting for it ...", flush=True)
            while not _lock(file):
                time.sleep(0.5)
        yield


def _lock(file: "IO[str]") -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True

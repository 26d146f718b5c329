"""Runs everything that must hold: ruff, mypy and pytest, headless. The arguments are in --help.

Installs what that takes into the environment .venv-test, from test.lock, and brings the Stage's SDKs from npm. On
Linux pytest runs with a real Secret Service: a D-Bus session of its own with an unlocked gnome-keyring. All of it
sees an empty home folder and none of the caller's settings, so that it comes out alike on every machine.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from environment import make_environment, missing_for_an_environment, project_description
from machine import QT_LIBRARIES, ROOT, X11_LIBRARIES, SetupError, install_system_packages, missing_libraries, run
from stage_sdks import bring_sdks

LOCK = ROOT / "packaging" / "test.lock"

# Programs that tests start, and what holds them on Debian and Ubuntu.
PROGRAMS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "xclip": "xclip",
    "dbus-run-session": "dbus-daemon",
    "gnome-keyring-daemon": "gnome-keyring",
    "chromium": "chromium",
    "npm": "npm",
}
# What --long needs beside them, to install the .deb on a bare Debian.
LONG_PROGRAMS = {
    "mmdebstrap": "mmdebstrap",
    "objdump": "binutils",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
}
DEBIAN_FILES = {
    "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf": "fonts-noto-core",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",  # what a screen reader reads
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc": "fonts-wqy-microhei",  # Chinese, in 5 MB
}

KEPT_VARIABLES = {
    *("PATH", "TMPDIR", "TERM", "CI"),
    *("TEMP", "TMP", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "PROGRAMDATA", "PROGRAMFILES"),
}

# Most tests of the window wait, as a person does: twice as many at a time as there are processors, up to eight.
SIDE_BY_SIDE = ["--numprocesses", str(min(8, 2 * (os.cpu_count() or 1))), "--dist", "loadfile", "-m", "not alone"]

# The first line of standard input is the new keyring's password.
WITH_KEYRING = """printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$@\""""
# Where it dies, D-Bus starts another, unlocked too; the system's own would wait for an answer to its prompt.
KEYRING_AGAIN = """[D-BUS Service]
Name=org.freedesktop.secrets
Exec=/bin/sh -c "printf '\\\\n' | exec gnome-keyring-daemon --foreground --unlock --components=secrets"
"""


def main(arguments: "list[str]") -> int:
    options, pytest_arguments = read_arguments(arguments)
    if sys.platform.startswith("linux"):
        install_system_packages(missing_from_the_system(options.long))
    python = make_environment(
        ".venv-test",
        project_description() + LOCK.read_text(encoding="utf-8"),
        {
            "Installing packages for the tests": ["--require-hashes", "-r", str(LOCK)],
            "Installing the project": ["--no-index", "--no-deps", "--no-build-isolation", "--editable", "."],
        },
    )
    try:
        bring_sdks()
    except SetupError as error:
        print(f"{error} The tests of the Stage that need the vendors' SDKs are skipped.", flush=True)
    with empty_home() as home:
        variables = clean_variables(os.environ, home)
        if options.pictures:
            return _call([python, "tests/ui/pictures.py", str(options.pictures.resolve())], variables)
        if options.bench:
            return _call([python, "packaging/bench.py"], variables)
        if options.long:
            variables["AKOOL_LONG"] = "1"
        return run_all(python, pytest_arguments, variables)


@contextmanager
def empty_home() -> "Iterator[Path]":
    """What cannot be removed afterwards fails no run: D-Bus may still have a mount in it. TemporaryDirectory, told to
    ignore that, tries to change its rights and fails by that."""
    home = Path(tempfile.mkdtemp(prefix="akool-"))
    try:
        yield home
    finally:
        shutil.rmtree(home, ignore_errors=True)


def read_arguments(arguments: "list[str]") -> "tuple[argparse.Namespace, list[str]]":
    parser = argparse.ArgumentParser(
        prog="test.py",
        usage="%(prog)s [--long] [--bench] [--pictures DIR] [PYTEST ARGUMENT ...]",
        description="Run ruff, mypy and pytest; with arguments for pytest, only pytest.",
        allow_abbrev=False,
    )
    parser.add_argument("--long", action="store_true", help="run the tests that take minutes, too")
    parser.add_argument("--bench", action="store_true", help="only measure, each figure against another of its run")
    parser.add_argument(
        "--pictures", metavar="DIR", type=Path, help="only render every screen and state as PNG into DIR"
    )
    return parser.parse_known_args(arguments)


def missing_from_the_system(long: bool) -> "dict[str, str]":
    missing = {**missing_libraries({**QT_LIBRARIES, **X11_LIBRARIES}), **missing_for_an_environment(".venv-test")}
    programs = {**PROGRAMS, **LONG_PROGRAMS} if long and shutil.which("apt-get") else PROGRAMS
    missing.update({name: package for name, package in programs.items() if shutil.which(name) is None})
    if shutil.which("apt-get"):
        missing.update({path: package for path, package in DEBIAN_FILES.items() if not os.path.exists(path)})
    return missing


def clean_variables(caller: "Mapping[str, str]", home: Path) -> "dict[str, str]":
    """Environment variables for the tools: what systems need of the caller's, and folders in `home`."""
    runtime = home / "run"
    for folder in (runtime, runtime / "dbus-1", runtime / "dbus-1" / "services"):
        folder.mkdir(mode=0o700)
    (folder / "org.freedesktop.secrets.service").write_text(KEYRING_AGAIN, encoding="utf-8")
    variables = {name: value for name, value in caller.items() if name in KEPT_VARIABLES or name.startswith("PIP_")}
    folders = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(home))
    variables.update(folders, XDG_RUNTIME_DIR=str(runtime), LANG="C.UTF-8", QT_QPA_PLATFORM="offscreen")
    return variables


def run_all(python: str, pytest_arguments: "list[str]", variables: "dict[str, str]") -> int:
    """Run every part whatever became of the one before; pytest's closing line comes last when all is well."""
    parts = {"ruff": [python, "-m", "ruff", "check"], "mypy": [python, "-m", "mypy"]}
    tests = {"pytest side by side": SIDE_BY_SIDE, "pytest one by one": ["-m", "alone"]}
    if pytest_arguments:
        parts, tests = {}, {"pytest": pytest_arguments}
    for name, arguments in tests.items():
        parts[name] = [python, "-m", "pytest", *arguments]
        if sys.platform.startswith("linux"):
            parts[name] = ["dbus-run-session", "--", "sh", "-c", WITH_KEYRING, "sh", *parts[name]]
    if sys.platform.startswith("linux"):
        variables = {**variables, "AKOOL_TEST_KEYRING": "1"}
    failed = []
    for name, command in parts.items():
        print(f"== {name}", flush=True)
        if _call(command, variables) != 0:
            failed.append(name)
    if failed:
        print(f"Failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def _call(command: "list[str]", variables: "dict[str, str]") -> int:
    return subprocess.call(command, cwd=ROOT, env=variables)


if __name__ == "__main__":
    run(main)

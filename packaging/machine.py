"""What the machine must have before an environment can be made: a Python that will do, and system packages.

start.py, test.py and the modules they share must be readable by an old Python, which then says what it lacks. So
they keep to the syntax of 3.6 and newer annotations stand in quotes; what runs after require_python() may use all
of 3.11.
"""

import contextlib
import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHONS = ((3, 15), (3, 14), (3, 13), (3, 12), (3, 11))  # as in pyproject.toml, which says why none beyond

# Each library that Qt loads (ldd of the PySide6-Essentials wheel) and its package on Debian and Ubuntu.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {"libwayland-cursor.so.0": "libwayland-cursor0"}

# What pip and apt-get print when they cannot download.
DOWNLOAD_FAILURES = (
    "connection broken by",
    "Failed to establish a new connection",
    "Max retries exceeded",
    "Read timed out",
    "Temporary failure in name resolution",
    "Temporary failure resolving",
    "Could not connect to",
    "Unable to connect to",
)
NO_SOCKS = "Missing dependencies for SOCKS support"  # pip's, whose own packages lack them


class SetupError(Exception):
    """Says in one sentence what is missing and what to do."""


def run(main: "Callable[[list[str]], int]") -> None:
    """Exit with what main returns for the command line; what can be expected to go wrong is one sentence."""
    try:
        require_python()
        sys.exit(main(sys.argv[1:]))
    except SetupError as failure:
        print(failure, file=sys.stderr)
    except OSError as failure:
        print(f"Setting up failed: {failure}.", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped. Run the same command again to go on.", file=sys.stderr)
        sys.exit(130)
    sys.exit(1)


def require_python() -> None:
    """Return on a Python that will do; otherwise start this script again in one, where there is one."""
    if sys.version_info[:2] in PYTHONS:
        return
    check = f"import sys; sys.exit(sys.version_info[:2] not in {PYTHONS})"
    for python in other_pythons():
        if subprocess.call([*python, "-c", check], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0:
            replace_process([*python, *sys.argv])
    newest, oldest, this = ("{}.{}".format(*version) for version in (PYTHONS[0], PYTHONS[-1], sys.version_info))
    raise SetupError(f"Akool Desktop needs Python {oldest} to {newest}; this is {this}.")


def other_pythons() -> "list[list[str]]":
    """The command of each Python that would do, on the PATH or known to the launcher of Windows; not all may run."""
    versions = ["{}.{}".format(*version) for version in PYTHONS]
    paths = [shutil.which("python" + version) for version in versions]
    launcher = shutil.which("py")
    commands = [[path] for path in paths if path]
    return commands + [[launcher, "-" + version] for version in versions if launcher]


def replace_process(command: "list[str]") -> None:
    """Hand this process over to the command; Windows cannot, so there it is waited for."""
    if sys.stdout:  # else it was closed by whoever started this
        sys.stdout.flush()
    if sys.platform != "win32":
        os.execv(command[0], command)
    process = subprocess.Popen(command)
    while True:
        with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C reaches the command too, which decides
            sys.exit(process.wait())


def missing_libraries(libraries: "dict[str, str]") -> "dict[str, str]":
    """Those of the libraries (file name: package) that the system's loader does not find."""
    return {name: package for name, package in libraries.items() if not _loads(name)}


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_system_packages(missing: "dict[str, str]") -> None:
    """Install what is missing (what it is called there: its Debian package), or say the line that does."""
    if not missing:
        return
    install = "apt-get install -y --no-install-recommends " + " ".join(sorted(set(missing.values())))
    if shutil.which("apt-get") is None:
        raise SetupError(
            f"This system lacks {', '.join(missing)}: install the packages that hold them, "
            "then run the same command again."
        )
    if os.geteuid() != 0:
        raise SetupError(f"System packages are missing. Run this line, then the same command again:\nsudo {install}")
    # The first repairs what an interruption left behind; the option waits for an upgrade in the background.
    patient = install.replace("apt-get", "apt-get -o DPkg::Lock::Timeout=120", 1)
    script = f"dpkg --configure -a; apt-get update; exec {patient}"
    succeeded, output = run_step(
        "Installing system packages", ["sh", "-c", script], {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    )
    if not succeeded:
        raise SetupError(why_failed(output, f"This line failed: {install}"))


def why_failed(output: str, otherwise: str) -> str:
    """What to say of a step that failed: the network's part, or the step's last lines and `otherwise`."""
    if any(sign in output for sign in DOWNLOAD_FAILURES):
        return (
            "The packages could not be downloaded: their server was not reached. "
            "Check the network or proxy, then run the same command again."
        )
    if NO_SOCKS in output:
        return (
            "The packages could not be downloaded: Python's installer cannot use the SOCKS proxy in ALL_PROXY. "
            "Set HTTPS_PROXY to an HTTP proxy, then run the same command again."
        )
    return "\n".join([*output.strip().splitlines()[-12:], otherwise])


def run_step(title: str, command: "list[str]", variables: "dict[str, str] | None" = None) -> "tuple[bool, str]":
    """Run a long command and show that it moves; return whether it succeeded, and what it printed."""
    started = time.monotonic()
    if not sys.stdout.isatty():
        print(f"{title} ...", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "output.txt")
        with log.open("wb") as output:
            process = subprocess.Popen(
                command, cwd=ROOT, env=variables, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
            )
            try:
                while not _has_ended(process):
                    _show(f"{title} ... {time.monotonic() - started:.0f} s   {_last_line(log)}")
            except BaseException:
                process.terminate()
                process.wait()
                raise
        printed = log.read_text(encoding="utf-8", errors="replace")
    _show("")
    outcome = "done" if process.returncode == 0 else "failed"
    print(f"{title}: {outcome} after {time.monotonic() - started:.0f} s", flush=True)
    return process.returncode == 0, printed


def _has_ended(process: "subprocess.Popen[bytes]") -> bool:
    try:
        process.wait(timeout=1)
    except subprocess.TimeoutExpired:
        return False
    return True


def _last_line(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").split("\n")
    last = next((line.strip() for line in reversed(lines) if line.strip()), "")
    return "".join(character for character in last if character.isprintable())


def _show(line: str) -> None:
    """Write over the terminal's current line; elsewhere nothing."""
    if sys.stdout.isatty():
        width = shutil.get_terminal_size().columns - 1
        print("\r" + line[:width].ljust(width), end="\r", flush=True)

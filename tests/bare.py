"""A bare Debian in a folder, and commands in it as an ordinary user: what a stranger's new computer has."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

USER = "1000:1000"
# /proc is there on every computer, and goes with the command that it was mounted for
_INSIDE = 'mount -t proc proc "$ROOT/proc" && exec chroot --userspec="$AS" "$ROOT" "$@"'


class BareSystem:
    """``root`` holds Debian's smallest selection of packages and, installed by apt, the given one."""

    def __init__(self, root: Path, package: Path) -> None:
        self.root = root
        make = ["mmdebstrap", "--quiet", "--variant=minbase", "--skip=cleanup/apt/lists", _release(), str(root)]
        subprocess.run(make, check=True)
        for name in ("resolv.conf", "hosts"):
            shutil.copy(f"/etc/{name}", root / "etc")
        shutil.copy(package, root / "root")
        self.install(f"/root/{package.name}")
        self.run("useradd", "--create-home", "--uid", "1000", "stranger", user="0:0")

    def install(self, *packages: str) -> None:
        apt = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
        done = self.run(*apt, user="0:0", DEBIAN_FRONTEND="noninteractive")
        assert done.returncode == 0, done.stdout + done.stderr

    def command(self, *command: str, user: str = USER) -> list[str]:
        return ["unshare", "--mount", "env", f"ROOT={self.root}", f"AS={user}", "sh", "-c", _INSIDE, "sh", *command]

    def variables(self, more: Mapping[str, str]) -> dict[str, str]:
        home = {"HOME": "/home/stranger", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}
        return home | dict(more)

    def run(self, *command: str, user: str = USER, **variables: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            self.command(*command, user=user), env=self.variables(variables), cwd="/", stdin=subprocess.DEVNULL,
            capture_output=True, text=True, check=False,
        )  # fmt: skip


def _release() -> str:
    """The one that this is, whose C library the program was built with."""
    lines = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    return next(line.partition("=")[2] for line in lines if line.startswith("VERSION_CODENAME="))

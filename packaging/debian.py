"""The Debian package: the frozen folder under /usr/lib, and what a desktop needs to know of it."""

import hashlib
import platform
import shutil
import subprocess
from pathlib import Path

from icons import DRAWING, LINUX_SIZES
from machine import ROOT, SetupError

APP_ID = "com.akool.Desktop"
RECIPES = ROOT / "packaging" / "linux"

# What the frozen program takes from the system: Qt's window on X11 and Wayland, and whom to trust in the network.
DEPENDS = (
    *("libc6 (>= {libc})", "libstdc++6", "zlib1g", "libegl1", "libgl1", "libglib2.0-0", "libdbus-1-3"),
    *("libfontconfig1", "libfreetype6", "libx11-6", "libx11-xcb1", "libxcb1", "libxcb-randr0", "libxcb-render0"),
    *("libxcb-shape0", "libxcb-shm0", "libxcb-sync1", "libxcb-xfixes0", "libxcb-xkb1", "libxkbcommon0"),
    *("libxkbcommon-x11-0", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1", "ca-certificates"),
)
RECOMMENDS = "gnome-keyring | kwalletmanager | keepassxc, xdg-utils"
CONTROL = """\
Package: akool-desktop
Version: {version}
Architecture: {architecture}
Maintainer: Akool Desktop <akool-desktop@localhost>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: {recommends}
Section: net
Priority: optional
Description: console for Akool streaming avatars
 A guided form creates streaming-avatar sessions, and the sessions that may
 cost money stay in sight. It can be tried without an account.
"""


def write_deb(folder: Path, made: Path, dist: Path, version: str) -> Path:
    root = made / "deb"
    shutil.rmtree(root, ignore_errors=True)
    lay_out(folder, made / "icons", root)
    architecture = _said(["dpkg", "--print-architecture"])
    package = dist / f"akool-desktop_{version}_{architecture}.deb"
    write_control(root, version, architecture)
    _said(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(package)])
    return package


def lay_out(folder: Path, icons: Path, root: Path) -> None:
    """The files as they lie on the system they are installed on, in `root`."""
    program = root / "usr/lib/akool-desktop"
    shutil.copytree(folder, program, symlinks=True)
    share = root / "usr/share"
    copies = {
        folder / "THIRD_PARTY.txt": share / "doc/akool-desktop/copyright",
        RECIPES / f"{APP_ID}.desktop": share / f"applications/{APP_ID}.desktop",
        RECIPES / f"{APP_ID}.metainfo.xml": share / f"metainfo/{APP_ID}.metainfo.xml",
        DRAWING: share / f"icons/hicolor/scalable/apps/{APP_ID}.svg",
    }
    copies.update(
        {icons / f"{size}.png": share / f"icons/hicolor/{size}x{size}/apps/{APP_ID}.png" for size in LINUX_SIZES}
    )
    for source, place in copies.items():
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, place)
    (root / "usr/bin").mkdir()
    (root / "usr/bin/akool-desktop").symlink_to("../lib/akool-desktop/akool-desktop")


def write_control(root: Path, version: str, architecture: str) -> None:
    control = root / "DEBIAN"
    control.mkdir()
    files = [path for path in sorted((root / "usr").rglob("*")) if path.is_file() and not path.is_symlink()]
    (control / "control").write_text(
        CONTROL.format(
            version=version,
            architecture=architecture,
            kilobytes=sum(path.stat().st_size for path in files) // 1024,
            depends=", ".join(DEPENDS).format(libc=platform.libc_ver()[1]),
            recommends=RECOMMENDS,
        ),
        encoding="utf-8",
    )
    sums = [f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in files]
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")


def _said(command: "list[str]") -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SetupError(f"{command[0]} failed: {done.stderr.strip()}")
    return done.stdout.strip()

"""Builds what people install on the system that it runs on, into dist: python3 packaging/installers.py

Linux: a folder as .tar.gz, and a .deb. Windows: a folder as .zip and, where Inno Setup is, an installer. macOS: an
.app in a .dmg. Nothing is fetched that installers.lock and stage/package-lock.json do not pin.
"""

import platform
import re
import shutil
import sys
from pathlib import Path

from debian import write_deb
from environment import make_environment, project_description
from machine import (
    QT_LIBRARIES,
    ROOT,
    X11_LIBRARIES,
    SetupError,
    install_system_packages,
    missing_libraries,
    run,
    run_step,
    why_failed,
)
from stage_sdks import bring_sdks

RECIPES = ROOT / "packaging"
LOCK = RECIPES / "installers.lock"
DIST, MADE = ROOT / "dist", ROOT / "build"
FOLDER = DIST / "akool-desktop"
INNO_SETUP = ("ISCC", "C:/Program Files (x86)/Inno Setup 6/ISCC.exe", "C:/Program Files/Inno Setup 6/ISCC.exe")


def main(_arguments: "list[str]") -> int:
    if sys.platform.startswith("linux"):
        install_system_packages(missing_for_building())
    bring_sdks()
    freeze()
    name = f"akool-desktop-{version()}-{platform.system().lower()}-{platform.machine().lower()}"
    for made in pack(name):
        print(f"{made.relative_to(ROOT)}  {made.stat().st_size / 1e6:.0f} MB")
    return 0


def missing_for_building() -> "dict[str, str]":
    missing = missing_libraries({**QT_LIBRARIES, **X11_LIBRARIES})
    if shutil.which("objdump") is None:
        missing["objdump"] = "binutils"
    return missing


def version() -> str:
    text = (ROOT / "akool_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(.+)"$', text, re.MULTILINE)
    if found is None:
        raise SetupError("akool_desktop/__init__.py names no version.")
    return found[1]


def freeze() -> None:
    """Make FOLDER anew: the program with a Python, its libraries, its data, and the notices on top."""
    lock = LOCK.read_text(encoding="utf-8")
    python = make_environment(
        ".venv-build",
        project_description() + lock,
        {"Installing packages for the installers": ["--require-hashes", "-r", str(LOCK)]},
    )
    _step("Drawing the icons", python, str(RECIPES / "icons.py"), str(MADE / "icons"))
    places = ["--distpath", str(DIST), "--workpath", str(MADE / "pyinstaller")]
    _step("Freezing", python, "-m", "PyInstaller", "--noconfirm", *places, str(RECIPES / "akool-desktop.spec"))
    shutil.copy(MADE / "THIRD_PARTY.txt", FOLDER)
    if sys.platform.startswith("linux"):  # a Python that was built from source has symbols worth 20 MB
        pythons = [str(path) for pattern in ("libpython*", "python3*/lib-dynload/*") for path in FOLDER.rglob(pattern)]
        _step("Leaving out Python's debugging symbols", "strip", "--strip-unneeded", *pythons)


def pack(name: str) -> "list[Path]":
    if sys.platform == "win32":
        return [_archive(name, "zip"), *_windows_installer()]
    if sys.platform == "darwin":
        return [_disk_image(name)]
    return [_archive(name, "gztar"), *_deb()]


def _archive(name: str, kind: str) -> Path:
    return Path(shutil.make_archive(str(DIST / name), kind, DIST, FOLDER.name))


def _deb() -> "list[Path]":
    if shutil.which("dpkg-deb") is None:
        print("There is no dpkg-deb here, so no .deb was made.")
        return []
    return [write_deb(FOLDER, MADE, DIST, version())]


def _windows_installer() -> "list[Path]":
    compiler = next(filter(None, map(shutil.which, INNO_SETUP)), None)
    if compiler is None:
        print("Inno Setup 6 (jrsoftware.org) is not here, so no installer was made.")
        return []
    _step("Making the installer", compiler, f"/DVersion={version()}", str(RECIPES / "windows" / "akool-desktop.iss"))
    return [DIST / f"akool-desktop-{version()}-setup.exe"]


def _disk_image(name: str) -> Path:
    """The .app beside a link to where it belongs."""
    stage, image = MADE / "dmg", DIST / f"{name}.dmg"
    shutil.rmtree(stage, ignore_errors=True)
    app = stage / "Akool Desktop.app"
    shutil.copytree(DIST / app.name, app, symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    shutil.copy(MADE / "THIRD_PARTY.txt", stage)
    _step("Making the disk image", "hdiutil", "create", "-ov", "-volname", "Akool Desktop",
          "-srcfolder", str(stage), "-format", "UDZO", str(image))
    return image


def _step(title: str, *command: str) -> None:
    succeeded, output = run_step(title, list(command))
    if not succeeded:
        raise SetupError(why_failed(output, f"{title} failed; the lines above say why."))


if __name__ == "__main__":
    run(main)

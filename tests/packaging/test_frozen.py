"""What goes into the installers, without building them: test_installers.py does that."""

import os
import plistlib
import re
import struct
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import debian
import icons
import installers
import notices
import pytest
from frozen import UNUSED_MODULES, needed
from machine import ROOT

from akool_desktop import __version__

LOCK = (ROOT / "packaging" / "installers.lock").read_text(encoding="utf-8")
ENVIRONMENT = "/home/me/.venv-build/lib/"


def pinned(lock: str) -> set[str]:
    """name==version of each package, of which there may be several versions for several Pythons."""
    return {line.split()[0] for line in lock.splitlines() if line[:1].isalnum()}


def test_what_is_left_out_leaves_nothing_that_only_looks_whole() -> None:
    """The keyring of Windows is reached through cffi where that can be imported."""
    tried = subprocess.run([sys.executable, "-c", _TRY_CFFI, *UNUSED_MODULES], check=False, capture_output=True)
    assert tried.stderr == b""


_TRY_CFFI = """
import sys
sys.modules |= dict.fromkeys(sys.argv[1:])
try:
    import cffi
except ImportError:
    sys.exit()
cffi.FFI().cdef("int f(void);")
"""


def test_the_lock_names_hashes_and_no_host() -> None:
    assert "://" not in LOCK
    assert all(line.endswith("\\") for line in LOCK.splitlines() if line[:1].isalnum())  # its hashes follow
    assert {name.split("==")[0] for name in pinned(LOCK)} >= {"pyinstaller", "pyside6-essentials", "keyring", "qasync"}


def test_the_lock_holds_everything_pyproject_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[^\w-]", requirement)[0].lower() for requirement in project["dependencies"]}
    missing = names - {package.split("==")[0] for package in pinned(LOCK)}
    assert not missing, "make packaging/installers.lock anew with the command in its first lines"


def test_the_program_is_built_of_the_versions_that_are_tested() -> None:
    tested = pinned((ROOT / "packaging" / "test.lock").read_text(encoding="utf-8"))
    also_tested = {package.split("==")[0] for package in tested}
    assert {package for package in pinned(LOCK) if package.split("==")[0] in also_tested} <= tested


@pytest.mark.parametrize(
    ("name", "path", "goes_in"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", ENVIRONMENT, True),
        ("PySide6/Qt/plugins/platforms/libqlinuxfb.so", ENVIRONMENT, False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", "C:/env/", True),
        ("PySide6\\plugins\\platforms\\qdirect2d.dll", "C:/env/", False),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", ENVIRONMENT, True),
        ("PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so", ENVIRONMENT, False),
        ("PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", ENVIRONMENT, True),
        ("PySide6/Qt/plugins/styles/libqmacstyle.dylib", ENVIRONMENT, True),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", ENVIRONMENT, True),
        ("PySide6/Qt/translations/qtbase_de.qm", ENVIRONMENT, False),
        ("PySide6/Qt/lib/libQt6Quick.so.6", ENVIRONMENT, False),
        ("PySide6\\opengl32sw.dll", "C:/env/", False),
        ("PySide6/Qt/lib/QtNetwork.framework/Versions/A/QtNetwork", ENVIRONMENT, False),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", ENVIRONMENT, True),
        ("keyring-25.7.0.dist-info/entry_points.txt", ENVIRONMENT, True),
        ("keyring-25.7.0.dist-info/RECORD", ENVIRONMENT, False),
        ("akool_desktop/resources/icons/check.svg", "/home/me/resources/", True),
        ("libssl.so.3", "/usr/lib/x86_64-linux-gnu/", True),
        ("libxcb-cursor.so.0", "/lib/x86_64-linux-gnu/", True),
        ("libglib-2.0.so.0", "/usr/lib/x86_64-linux-gnu/", False),
        ("libgtk-3.so.0", "/usr/lib/x86_64-linux-gnu/", False),
    ],
)
def test_what_goes_into_the_frozen_program(name: str, path: str, goes_in: bool) -> None:
    entry = (name, path + name, "BINARY")
    assert needed([entry]) == ([entry] if goes_in else [])


def test_the_icons_are_what_each_system_reads(tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, icons.__file__, str(tmp_path)], env=environment, check=True)
    for size in icons.LINUX_SIZES:
        assert png_size((tmp_path / f"{size}.png").read_bytes()) == (size, size)
    windows = (tmp_path / "akool-desktop.ico").read_bytes()
    assert struct.unpack("<HHH", windows[:6]) == (0, 1, len(icons.WINDOWS_SIZES))
    for number, size in enumerate(icons.WINDOWS_SIZES):
        width, length, offset = struct.unpack("<B7xII", windows[6 + 16 * number : 22 + 16 * number])
        assert width == size % 256
        assert png_size(windows[offset : offset + length]) == (size, size)
    mac = (tmp_path / "akool-desktop.icns").read_bytes()
    assert struct.unpack(">4sI", mac[:8]) == (b"icns", len(mac))
    at = 8
    for kind, size in icons.MAC_TYPES.items():
        found, length = struct.unpack(">4sI", mac[at : at + 8])
        assert (found, png_size(mac[at + 8 : at + length])) == (kind.encode(), (size, size))
        at += length


def png_size(png: bytes) -> "tuple[int, int]":
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_the_notices_name_each_package_inside_and_say_where_a_text_is_missing(tmp_path: Path) -> None:
    inside = [(name, "", "") for name in ("keyring.core", "PySide6/QtCore.abi3.so", "h11", "akool_desktop.app")]
    notices.write_notices(tmp_path / "notices.txt", inside)
    said = (tmp_path / "notices.txt").read_text(encoding="utf-8")
    heads = re.findall(rf"{notices.RULE}\n(\w[\w-]*)", said)
    assert heads == ["Python", "h11", "keyring", "PySide6_Essentials", "Qt"]
    for words in ("Nathaniel J. Smith", "stands under Qt, below", "LESSER GENERAL PUBLIC LICENSE", "download.qt.io"):
        assert words in said


def test_the_package_lies_where_a_desktop_looks(tmp_path: Path) -> None:
    folder, drawn, root = tmp_path / "akool-desktop", tmp_path / "icons", tmp_path / "root"
    folder.mkdir()
    drawn.mkdir()
    for name in ("akool-desktop", "THIRD_PARTY.txt"):
        (folder / name).write_text(name)
    for size in icons.LINUX_SIZES:
        (drawn / f"{size}.png").touch()
    debian.lay_out(folder, drawn, root)
    assert (root / "usr/bin/akool-desktop").resolve() == root / "usr/lib/akool-desktop/akool-desktop"
    assert (root / "usr/share/doc/akool-desktop/copyright").read_text() == "THIRD_PARTY.txt"
    debian.write_control(root, "1.2", "amd64")
    control = (root / "DEBIAN/control").read_text()
    assert "Version: 1.2\nArchitecture: amd64\n" in control
    assert "libxkbcommon-x11-0" in control
    assert "usr/lib/akool-desktop/akool-desktop\n" in (root / "DEBIAN/md5sums").read_text()


def test_one_version_and_one_name_in_every_recipe() -> None:
    recipes = ROOT / "packaging"
    assert installers.version() == __version__
    about = ET.parse(recipes / "linux" / f"{debian.APP_ID}.metainfo.xml").getroot()
    release = about.find("releases/release")
    assert release is not None
    assert release.get("version") == __version__
    assert about.findtext("id") == debian.APP_ID
    application = (ROOT / "akool_desktop" / "ui" / "application.py").read_text(encoding="utf-8")
    assert f'setDesktopFileName("{debian.APP_ID}")' in application
    assert f'bundle_identifier="{debian.APP_ID}"' in (recipes / "akool-desktop.spec").read_text(encoding="utf-8")
    flatpak = (recipes / "linux" / f"{debian.APP_ID}.yaml").read_text(encoding="utf-8")
    assert flatpak.startswith(f"id: {debian.APP_ID}\n")
    entitled = plistlib.loads((recipes / "macos" / "entitlements.plist").read_bytes())
    assert entitled["com.apple.security.cs.allow-unsigned-executable-memory"] is True


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="LD_LIBRARY_PATH is Linux's")
@pytest.mark.parametrize(("before", "after"), [({}, "None"), ({"LD_LIBRARY_PATH_ORIG": "/opt/mine"}, "/opt/mine")])
def test_what_the_frozen_program_starts_sees_the_systems_libraries(before: dict[str, str], after: str) -> None:
    """PyInstaller's starter has set the variable, and kept what it was."""
    asked = "import os, runpy, sys; runpy.run_path(sys.argv[1]); print(os.environ.get('LD_LIBRARY_PATH'))"
    command = [sys.executable, "-c", asked, str(ROOT / "packaging" / "frozen_start.py")]
    variables = {"PATH": os.environ["PATH"], "LD_LIBRARY_PATH": "/nowhere/_internal"} | before
    assert subprocess.check_output(command, env=variables, text=True).strip() == after

"""What goes into the frozen program, and what of all that PyInstaller finds does not. akool-desktop.spec asks here."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

Entry = tuple[str, str, str]  # PyInstaller's: name in the folder, path on this machine, kind

# What libraries import if it is there, and the program never reaches. Never cffi without pycparser, which it needs:
# Windows' half of keyring takes cffi where it is there, and fails if it does not work.
UNUSED_MODULES = [
    *("tkinter", "test", "unittest", "pydoc", "doctest", "pdb", "lib2to3", "setuptools", "pip", "trio"),
    *("cffi", "pycparser"),
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtTest"),
]

# Qt loads plugins by folder. A folder that is not named here goes in whole.
USED_PLUGINS = {
    "platforms": {"qxcb", "qwayland", "qwayland-generic", "qoffscreen", "qwindows", "qcocoa"},
    "imageformats": {"qjpeg", "qwebp", "qgif", "qsvg", "qico"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-graphics-integration-client": {"qt-plugin-wayland-egl"},
    "egldeviceintegrations": set(),
    "xcbglintegrations": set(),
    "generic": set(),
    "tls": set(),
    "networkinformation": set(),
}

# Of the libraries of a Linux system only these go along: Python's own, and what desktops without Qt lack. The rest
# has to be the system's, since drivers, themes and input methods fit its own.
CARRIED_LIBRARIES = (
    *("libpython", "libssl.", "libcrypto.", "libffi.", "libsqlite3.", "liblzma.", "libbz2.", "libuuid."),
    *("libxcb-cursor.", "libxcb-icccm.", "libxcb-image.", "libxcb-keysyms.", "libxcb-render-util.", "libxcb-util."),
)

_PLUGIN = re.compile(r"/plugins/(?P<folder>[^/]+)/(?:lib)?(?P<name>[^/.]+)\.\w+$")
_UNUSED = re.compile(
    r"/translations/(?!qtbase_zh_CN\.)|Qt6(Network|Qml|Quick|EglF|WlShell)|QtNetwork\.framework"
    r"|opengl32sw|d3dcompiler|\.dist-info/(?!METADATA|entry_points)"
)


def needed(entries: "Iterable[Entry]") -> "list[Entry]":
    return [entry for entry in entries if _is_needed(entry[0].replace("\\", "/"), entry[1])]


def _is_needed(name: str, path: str) -> bool:
    plugin = _PLUGIN.search(name)
    if plugin and plugin["folder"] in USED_PLUGINS:
        return plugin["name"] in USED_PLUGINS[plugin["folder"]]
    if _UNUSED.search(name):
        return False
    return not path.startswith(("/usr/lib/", "/lib/")) or PurePosixPath(name).name.startswith(CARRIED_LIBRARIES)

"""The notices that the installers ship: whose software is inside, under which licence, with the licence's words."""

import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

from frozen import Entry

LICENCES = Path(__file__).resolve().parent / "licences"
RULE = "=" * 80
QT = """\
Qt and Qt for Python (PySide6, shiboken6) are used under the GNU Lesser General Public License, version 3, whose text
and that of the General Public License it builds on follow. They are unchanged, and lie as separate libraries in
the program's folder, where you may replace them by your own builds of the same version. Their source code is at
https://download.qt.io/official_releases/ under QtForPython/ and qt/. Qt holds third-party code itself, listed at
https://doc.qt.io/qt-6/licenses-used-in-qt.html .
"""


def write_notices(path: Path, entries: "Iterable[Entry]") -> None:
    entries = list(entries)
    parts = [_heading(), *_python(), *_packages(entries), *_qt(), *_system_libraries(entries)]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(parts), encoding="utf-8")


def _heading() -> str:
    return (
        "Akool Desktop ships with the software of others, unchanged. Each is named with its licence.\n"
        "What the Stage page loads in the browser is named in akool_desktop/resources/stage/sdk/THIRD_PARTY.txt.\n"
    )


def _python() -> "Iterator[str]":
    yield f"{RULE}\nPython {sys.version.split()[0]}\nLicence: Python Software Foundation License\n"
    for name in ("LICENSE.txt", "LICENSE"):
        for folder in (sysconfig.get_path("stdlib"), sys.base_prefix):
            if Path(folder, name).is_file():
                yield Path(folder, name).read_text(encoding="utf-8")
                return


def _packages(entries: "Iterable[Entry]") -> "Iterator[str]":
    """Each distribution that a module or library of the program came from."""
    owners = metadata.packages_distributions()
    inside = {name.replace("\\", "/").split("/")[0].split(".")[0] for name, _, _ in entries}
    names = {owner for module in inside for owner in owners.get(module, [])} - {"akool-desktop"}
    for name in sorted(names, key=str.lower):
        distribution = metadata.distribution(name)
        yield f"{RULE}\n{distribution.metadata['Name']} {distribution.version}"
        yield f"Licence as declared: {_declared(distribution.metadata)}\n"
        texts = list(_licence_texts(distribution))
        yield from texts or [_without_text(name)]


def _declared(about: "metadata.PackageMetadata") -> str:
    classifiers = [line.split(" :: ")[-1] for line in about.get_all("Classifier") or [] if "License ::" in line]
    declared = about.get_all("License-Expression") or about.get_all("License") or classifiers
    return ", ".join(declared).strip() or "not declared"


def _licence_texts(distribution: "metadata.Distribution") -> "Iterator[str]":
    for file in distribution.files or []:
        named = file.name.upper().startswith(("LICEN", "COPYING", "NOTICE"))
        if named and ".dist-info" in file.parts[0]:
            yield file.locate().read_text(encoding="utf-8", errors="replace")  # type: ignore[attr-defined]


def _without_text(name: str) -> str:
    if name.lower().startswith(("pyside6", "shiboken6")):
        return "The licence's text stands under Qt, below.\n"
    return "The package holds no licence file.\n"


def _qt() -> "Iterator[str]":
    yield f"{RULE}\nQt\n\n{QT}"
    for name in ("LGPL-3.0.txt", "GPL-3.0.txt"):
        yield (LICENCES / name).read_text(encoding="utf-8")


def _system_libraries(entries: "Iterable[Entry]") -> "Iterator[str]":
    """On Debian, the notice of each system package that a library of the folder was taken from."""
    if not Path("/usr/bin/dpkg-query").exists():
        return
    paths = {path for _, path, _ in entries if path.startswith(("/usr/lib/", "/lib/"))}
    packages = sorted({package for path in paths for package in _debian_packages(path)})
    for package in packages:
        notice = Path("/usr/share/doc", package, "copyright")
        if notice.is_file():
            yield f"{RULE}\nLibraries of Debian's package {package}\n"
            yield notice.read_text(encoding="utf-8", errors="replace")


def _debian_packages(path: str) -> "list[str]":
    """dpkg knows a file by the path it was packed with, which may be the same without /usr."""
    for known in (path, str(Path(path).resolve()), path.removeprefix("/usr"), "/usr" + path):
        found = subprocess.run(["dpkg-query", "-S", known], capture_output=True, text=True, check=False)
        if found.returncode == 0:
            return [found.stdout.split(":")[0]]
    return []

"""The rooms and who may know whom, on one page; fails on the import that breaks it."""

import ast
import sys
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "akool_desktop"

OPEN = {"words", "paths"}  # words to all but practice and stage, paths to all but session
# A room may import itself and these.
KNOWS: dict[str, set[str]] = {
    "__init__": set(),
    "words": set(),
    "paths": set(),
    "display": set(),  # a window or a sentence: asked before Qt, which only aborts
    "session": {"words"},
    "akool": OPEN,
    "store": OPEN,
    "desk": {"session", "akool", "store"} | OPEN,
    "ui": {"desk", "session", "akool", "store", "stage"} | OPEN,
    "practice": {"paths"},
    "stage": {"paths"},
    # Without a window: the desks again, in the operator's shell instead of on the screen.
    "commands": {"desk", "session", "akool", "store"} | OPEN,
    # cli puts the practice service together, for the window and for commands without one alike.
    "cli": {"app", "commands", "display", "desk", "session", "akool", "store", "practice"} | OPEN,
    "app": {"ui", "desk", "session", "akool", "store", "practice"} | OPEN,
    # The form first, then all the rest of the program; the kept draft is read for it.
    "start": {"cli", "app", "display", "ui", "session", "store"} | OPEN,
    "__main__": {"start"},
}
# Each library has one owner, and no library is without one.
OWNERS: dict[str, set[str]] = {
    "PySide6": {"ui", "app"},
    "qasync": {"app"},
    "httpx": {"akool", "app"},  # app only loads it in its warming thread, after the first paint
    "httpcore": {"akool"},
    "anyio": {"akool"},
    "keyring": {"store"},
    "filelock": {"store"},
    "sqlite3": {"store"},
    "h11": {"practice"},
    "aiohttp": {"stage"},
    "fastjsonschema": {"practice"},
    "jwt": {"session"},
    "miniaudio": {"ui"},
    "segno": {"ui"},
    "jeepney": {"ui", "akool"},  # on Linux: the desktop's notifications, and which proxy it has been set to
    "truststore": {"akool"},
    "platformdirs": {"paths"},
}
PURE = {"session", "words"}  # nothing of the world: no network, no disk, no clock, no threads
WORLD = {
    "os", "io", "pathlib", "shutil", "tempfile", "socket", "ssl", "http", "asyncio", "threading", "concurrent",
    "multiprocessing", "subprocess", "time", "datetime", "random", "secrets", "logging", "sys",
}  # fmt: skip
HEAVY = {"httpx", "qasync", "keyring", "jwt"}  # app loads these after the first paint, so never at its top
WITHIN_THE_LOOP = {
    "exec", "exec_", "processEvents", "asyncSlot", "asyncClose", "asyncWrap", "getSaveFileName", "getOpenFileName",
    "getOpenFileNames", "getExistingDirectory",
}  # fmt: skip
BY_NAME = {"importlib", "runpy", "pkgutil", "__import__"}  # ways to import what this test cannot see


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module imported anywhere inside, in functions too, and every way around an import statement."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            before = "." * node.level + (node.module or "")
            yield from (f"{before}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Name) and node.id in BY_NAME:
            yield node.id


def complaints(room: str, source: str) -> list[str]:
    tree = ast.parse(source)
    found = [said for name in imports(tree) if (said := _complaint(room, name))]
    if room == "app":
        top = {name for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom) for name in imports(node)}
        found += [f"{name} delays the first paint" for name in top if name.split(".")[0] in HEAVY]
    return found


def _complaint(room: str, name: str) -> str:
    top, _, rest = name.partition(".")
    if name.startswith(".") or top in BY_NAME:
        return f"{name}: imports are absolute and stand in the source"
    if top == "akool_desktop":
        other = rest.split(".")[0]
        known = other in {room, "__version__"} | KNOWS[room]
        return "" if known else f"{room} may not know {other or 'the whole package'}"
    if top in OWNERS:
        return "" if room in OWNERS[top] else f"{top} does not belong to {room}"
    if top not in sys.stdlib_module_names:
        return f"{top} has no owner"
    return f"{room} is pure, {name} is not" if room in PURE and top in WORLD else ""


def room_of(path: Path) -> str:
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def acquaintances(sources: Mapping[Path, str]) -> dict[str, set[str]]:
    """Which rooms each room really imports."""
    found: dict[str, set[str]] = {}
    for path, source in sources.items():
        names = [name.split(".") for name in imports(ast.parse(source)) if name.startswith("akool_desktop.")]
        found.setdefault(room_of(path), set()).update(name[1] for name in names if name[1] in KNOWS)
    return {room: others - {room} for room, others in found.items()}


SOURCES = {path: path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py"))}
by_file = pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))


@by_file
def test_a_file_imports_what_its_room_may_know(path: Path) -> None:
    assert room_of(path) in KNOWS, "a new room needs a line above, and a reason"
    assert complaints(room_of(path), SOURCES[path]) == []


@by_file
def test_a_file_says_why_it_exists(path: Path) -> None:
    assert ast.get_docstring(ast.parse(SOURCES[path]))


@by_file
def test_no_loop_runs_within_the_loop(path: Path) -> None:
    """A dialog's exec() inside a coroutine hangs or aborts; what qasync calls a slot can lose its task midway."""
    names = [node.attr for node in ast.walk(ast.parse(SOURCES[path])) if isinstance(node, ast.Attribute)]
    found = [name for name in names if name in WITHIN_THE_LOOP]
    before_the_loop = path.name in ("app.py", "start.py")  # until the first paint
    assert set(found) == ({"exec"} if before_the_loop else set())


def test_no_two_rooms_need_each_other() -> None:
    TopologicalSorter(acquaintances(SOURCES)).prepare()
    TopologicalSorter(KNOWS).prepare()


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("session", "from akool_desktop.store.vault import Vault"),
        ("session", "from akool_desktop.paths import resource"),
        ("session", "import os"),
        ("session", "from datetime import datetime"),
        ("session", "import yaml"),
        ("words", "from akool_desktop.session.fields import FIELDS"),
        ("akool", "from akool_desktop.session import rules"),
        ("akool", "import keyring"),
        ("store", "import akool_desktop.akool.client"),
        ("store", "if True:\n    import httpx"),
        ("desk", "def later():\n    from PySide6.QtCore import QObject"),
        ("desk", "from akool_desktop import ui"),
        ("desk", "import sqlite3"),
        ("desk", "from akool_desktop.practice.service import PracticeService"),
        ("ui", "import httpx"),
        ("ui", "import qasync"),
        ("ui", "from akool_desktop.app import run"),
        ("ui", "import akool_desktop"),
        ("ui", "from akool_desktop import *"),
        ("ui", "from ..akool import client"),
        ("ui", "import importlib\nimportlib.import_module('httpx')"),
        ("ui", "__import__('httpx')"),
        ("practice", "from akool_desktop.words import Words"),
        ("practice", "import httpx"),
        ("stage", "from akool_desktop.words import Words"),
        ("stage", "from akool_desktop.practice.service import PracticeService"),
        ("app", "import aiohttp"),
        ("commands", "from akool_desktop.app import run"),
        ("commands", "from PySide6.QtCore import QObject"),
        ("cli", "import PySide6"),
        ("cli", "from akool_desktop.ui.window import Window"),
        ("app", "import httpx"),
        ("app", "from qasync import QEventLoop"),
        ("app", "def later():\n    import keyring"),
        ("desk", "import requests"),
    ],
)
def test_a_planted_import_is_found(room: str, source: str) -> None:
    assert len(complaints(room, source)) >= 1


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("session", "from akool_desktop.words import Words\nfrom dataclasses import dataclass"),
        ("desk", "from akool_desktop.session import rules\nimport asyncio"),
        ("ui", "from PySide6.QtWidgets import QWidget\nfrom akool_desktop import __version__"),
        ("app", "def later():\n    import httpx\n    import qasync"),
        ("practice", "import h11\nfrom akool_desktop.practice.books import Books"),
    ],
)
def test_an_import_that_is_right_is_let_through(room: str, source: str) -> None:
    assert complaints(room, source) == []


def test_a_planted_cycle_is_found() -> None:
    planted = SOURCES | {PACKAGE / "store" / "planted.py": "def later():\n    from akool_desktop.desk import sessions"}
    with pytest.raises(CycleError):
        TopologicalSorter(acquaintances(planted)).prepare()

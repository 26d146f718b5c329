"""The rooms and who may know whom, on one page; fails on the import that breaks it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "akool_desktop"

# A room may import itself and these. ``words`` and ``paths`` are open to all but the exceptions below.
KNOWS: dict[str, set[str]] = {
    "words": set(),
    "paths": set(),
    "session": {"words"},
    "akool": {"words", "paths"},
    "store": {"words", "paths"},
    "practice": set(),
    "desk": {"session", "akool", "store", "words", "paths"},
    "ui": {"desk", "session", "akool", "store", "words", "paths"},
    # cli puts the practice service together for windows and for commands without one alike
    "cli": {"desk", "session", "akool", "store", "practice", "words", "paths", "app"},
    "app": {"ui", "desk", "session", "akool", "store", "practice", "words", "paths"},
    "__main__": {"cli"},
    "__init__": set(),
}
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
    "fastjsonschema": {"practice"},
    "jeepney": {"ui"},
    "platformdirs": {"paths"},
}
PURE = {"session", "words"}  # nothing of the world: no network, no disk, no clock, no threads
WORLD = {"os", "io", "pathlib", "socket", "ssl", "asyncio", "threading", "subprocess", "tempfile", "time"}


def imports(source: str) -> Iterator[str]:
    """Every module that the source imports, also inside functions."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def complaints(room: str, source: str) -> list[str]:
    found = []
    for name in imports(source):
        top, *rest = name.split(".")
        if top == "akool_desktop":
            other = rest[0] if rest else ""
            if other not in ("", room, "__version__") and other not in KNOWS[room]:
                found.append(f"{room} may not know {other}")
        elif room not in OWNERS.get(top, {room}):
            found.append(f"{top} does not belong to {room}")
        elif room in PURE and (top in WORLD or name in WORLD):
            found.append(f"{room} is pure, {name} is not")
    return found


def room_of(path: Path) -> str:
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports(path: Path) -> None:
    assert room_of(path) in KNOWS, "a new room needs a line above, and a reason"
    assert complaints(room_of(path), path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("session", "from akool_desktop.store.vault import Vault"),
        ("session", "import os"),
        ("session", "from akool_desktop.paths import resource"),
        ("store", "import akool_desktop.akool.client"),
        ("desk", "def later():\n    from PySide6.QtCore import QObject"),
        ("desk", "from akool_desktop import ui"),
        ("ui", "import httpx"),
        ("ui", "import qasync"),
        ("akool", "import keyring"),
        ("practice", "from akool_desktop.words import Words"),
    ],
)
def test_the_test_can_fail(room: str, source: str) -> None:
    assert complaints(room, source)


def test_every_module_says_why_it_exists() -> None:
    silent = [path.name for path in PACKAGE.rglob("*.py") if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert silent == []

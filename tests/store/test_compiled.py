"""What PySide compiles at every start is compiled once, and never wrongly."""

import ast
import builtins
import subprocess
import sys
from pathlib import Path

import pytest

from akool_desktop.store.compiled import compiled_once

SOURCE = b"found = 6 * 7\n"
QT = """
import builtins, sys
from pathlib import Path
from akool_desktop.store.compiled import compiled_once
compiled, real = [], builtins.compile
def counting(source, *rest):
    compiled.append(source)
    return real(source, *rest)
builtins.compile = counting
with compiled_once(Path(sys.argv[1])):
    import PySide6.QtCore
print(len(compiled))
"""


def compiled_in(folder: Path, name: str, source: bytes = SOURCE) -> str:
    """The file that the code says it comes from: the first one that this source was compiled for."""
    with compiled_once(folder):
        code = compile(source, name, "exec")
    found: dict[str, int] = {}
    exec(code, found)
    assert found["found"] == eval(source.split(b"=")[1].strip())
    return code.co_filename


def test_a_source_is_compiled_once(tmp_path: Path) -> None:
    assert compiled_in(tmp_path, "first.py") == "first.py"
    assert compiled_in(tmp_path, "second.py") == "first.py"


def test_another_source_is_compiled_anew_and_the_one_before_it_forgotten(tmp_path: Path) -> None:
    compiled_in(tmp_path, "first.py")
    assert compiled_in(tmp_path, "second.py", b"found = 5\n") == "second.py"
    assert compiled_in(tmp_path, "third.py") == "third.py"


@pytest.mark.parametrize("content", [b"", b"rubbish", b"\xe9\x01\x00\x00\x00", b"[\x00\x00\x00\x00"])
def test_a_file_that_is_broken_is_written_anew(tmp_path: Path, content: bytes) -> None:
    compiled_in(tmp_path, "first.py")
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(content)
    assert compiled_in(tmp_path, "second.py") == "second.py"
    assert compiled_in(tmp_path, "third.py") == "second.py"


def test_a_folder_that_takes_nothing_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert compiled_in(tmp_path / "file" / "within", "first.py") == "first.py"


def test_what_is_compiled_in_any_other_way_is_as_ever(tmp_path: Path) -> None:
    before = builtins.compile
    with compiled_once(tmp_path):
        assert compile("1 + 1", "x", "eval") is not compile("1 + 1", "x", "eval")
        assert isinstance(ast.parse(SOURCE), ast.Module)
    assert builtins.compile is before
    assert not list(tmp_path.iterdir())


def test_pyside_compiles_its_sources_at_the_first_start_alone(tmp_path: Path) -> None:
    def compiled() -> int:
        done = subprocess.run([sys.executable, "-c", QT, tmp_path], capture_output=True, text=True, check=True)
        return int(done.stdout)

    assert compiled() > 5
    assert compiled() == 0

"""Sources that PySide carries in its libraries and would compile anew at every start; here they are compiled once.

They take a tenth of the time until the form is painted. SBK_EMBED=0, PySide's own way to keep them, writes into its
folder, which is not everybody's to write (doc.qt.io, Qt for Python, "The signature module").
"""

from __future__ import annotations  # PySide's loader has it too, and compile() takes it over from who calls it

import builtins
import marshal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os import replace
from pathlib import Path
from types import CodeType
from typing import Any

from akool_desktop.store.files import StoreError, put, saving


@contextmanager
def compiled_once(folder: Path) -> Iterator[None]:
    """What is compiled from a source, and from the same one at an earlier start, is taken from the folder.

    The file is as trusted as Python's own ``__pycache__``. One that cannot be read or written is no error.
    """
    file = folder / f"pyside-{sys.hexversion:x}"
    kept = _read(file)
    used: dict[bytes, CodeType] = {}
    anew = builtins.compile

    def once(source: Any, filename: Any, mode: str, *how: Any, **named: Any) -> Any:
        if how or named or mode != "exec" or not isinstance(source, bytes):
            return anew(source, filename, mode, *how, **named)
        used[source] = kept.get(source) or anew(source, filename, mode)
        return used[source]

    builtins.compile = once
    try:
        yield
    finally:
        builtins.compile = anew
        if used.keys() - kept.keys():
            with suppress(StoreError), saving(file):
                put(file, marshal.dumps(used), replace)


def _read(file: Path) -> dict[bytes, CodeType]:
    with suppress(OSError, EOFError, ValueError, TypeError):
        found = marshal.loads(file.read_bytes())
        if isinstance(found, dict):
            return found
    return {}

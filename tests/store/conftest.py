"""A folder of presets, and looking for a planted secret in whatever was written."""

import base64
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from akool_desktop.store.presets import PresetFolder


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], list[Path]]:
    """The files below tmp_path that hold a text, plain or as base64, in their words or their names."""

    def search(text: str) -> list[Path]:
        wanted = [text.encode(), text.encode("utf-16-le"), base64.b64encode(text.encode())]
        files = [path for path in tmp_path.rglob("*") if path.is_file()]
        return [path for path in files if any(w in bytes(path) + path.read_bytes() for w in wanted)]

    return search


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "presets"


@pytest.fixture
def folder(place: Path, tmp_path: Path) -> Iterator[PresetFolder]:
    opened = PresetFolder(place, tmp_path / "data")
    yield opened
    opened.close()

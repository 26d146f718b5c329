"""A folder of presets, a vault on a keyring of the test's, and looking for a planted secret in what was written."""

import base64
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from akool_desktop.store.presets import PresetFolder
from akool_desktop.store.vault import Vault

Use = Callable[[KeyringBackend], Vault]


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], list[Path]]:
    """The files below tmp_path that hold a text, plain or as base64, in their words or their names."""

    def search(text: str) -> list[Path]:
        wanted = [text.encode(), text.encode("utf-16-le"), base64.b64encode(text.encode())]
        files = [path for path in tmp_path.rglob("*") if path.is_file()]
        return [path for path in files if any(w in bytes(path) + path.read_bytes() for w in wanted)]

    return search


@pytest.fixture
def vault_on() -> Iterator[Use]:
    """A vault on the keyring given."""
    before = keyring.get_keyring()

    def use(backend: KeyringBackend) -> Vault:
        keyring.set_keyring(backend)
        return Vault()

    yield use
    keyring.set_keyring(before)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "presets"


@pytest.fixture
def folder(place: Path, tmp_path: Path) -> Iterator[PresetFolder]:
    opened = PresetFolder(place, tmp_path / "data")
    yield opened
    opened.close()

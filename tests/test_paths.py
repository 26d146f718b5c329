"""Where things are kept, and where the program's own data lies."""

import sys
from pathlib import Path

import pytest

from akool_desktop import paths

SHIPPED = ["contract/create-session.json", "practice/catalogue.json", "icons/check.svg", "style/style.qss"]


def test_one_folder_holds_all_that_is_written(tmp_path: Path) -> None:
    found = paths.folders(tmp_path)
    assert len({found.config, found.data, found.cache}) == 3
    for folder in (found.config, found.data, found.cache):
        assert folder.is_relative_to(tmp_path)


def test_asking_for_the_folders_creates_none(tmp_path: Path) -> None:
    paths.folders(tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="XDG names the folders on Linux")
def test_without_one_they_are_the_systems_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    found = paths.folders(None)
    assert found.config == tmp_path / "config" / "Akool Desktop"
    assert found.data == tmp_path / "data" / "Akool Desktop"
    assert found.cache == tmp_path / "cache" / "Akool Desktop"


@pytest.mark.parametrize("name", SHIPPED)
def test_what_ships_is_found_from_a_checkout(name: str) -> None:
    assert paths.resource(name).is_file()


@pytest.mark.parametrize("layout", ["akool_desktop/resources", "resources"])
def test_what_ships_is_found_in_a_frozen_program(
    layout: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = tmp_path / layout / "contract"
    shipped.mkdir(parents=True)
    (shipped / "here.json").write_text("{}")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource("contract/here.json").read_text() == "{}"


def test_a_wheel_carries_its_data_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There, a folder beside the package belongs to somebody else."""
    for place, said in (("akool_desktop/resources", "ours"), ("resources", "theirs")):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "name.txt").write_text(said)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "akool_desktop" / "paths.py"))
    assert paths.resource("name.txt").read_text() == "ours"

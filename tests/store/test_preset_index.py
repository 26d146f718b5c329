"""The index is a cache: whatever becomes of it, the list comes back from the files."""

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from akool_desktop.store.files import StoreError
from akool_desktop.store.presets import Preset, PresetFolder


def filled(tmp_path: Path) -> str:
    """A folder with a favourite; its id."""
    folder = PresetFolder(tmp_path / "presets", tmp_path / "data")
    for number in range(30):
        preset_id = folder.save(Preset("", f"Booth {number}", {}, tags=("fair",)), None).preset.id
    folder.set_favourite(preset_id, True)
    folder.close()
    return preset_id


def opened(tmp_path: Path) -> PresetFolder:
    folder = PresetFolder(tmp_path / "presets", tmp_path / "data")
    folder.scan()
    return folder


def test_without_an_index_the_list_is_made_from_the_files(tmp_path: Path) -> None:
    filled(tmp_path)
    for part in (tmp_path / "data").glob("presets.sqlite*"):
        part.unlink()
    folder = opened(tmp_path)
    assert folder.count() == 30
    assert folder.said is None
    folder.close()


@pytest.mark.parametrize("content", [b"not a database" * 400, b"\0" * 40_000, b""], ids=["text", "zeros", "nothing"])
def test_an_index_that_is_damaged_is_made_anew_and_the_loss_is_said(content: bytes, tmp_path: Path) -> None:
    filled(tmp_path)
    (tmp_path / "data" / "presets.sqlite").write_bytes(content)
    folder = opened(tmp_path)
    assert folder.count() == 30
    assert str(folder.said).startswith("The list of presets was damaged and is made anew from the files.")
    folder.close()
    again = opened(tmp_path)
    assert again.said is None
    again.close()


def test_favourites_are_brought_along_where_they_can_be_read(tmp_path: Path) -> None:
    favourite = filled(tmp_path)
    path = tmp_path / "data" / "presets.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'files_in_order'").fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    folder = opened(tmp_path)
    assert folder.said is None
    assert folder.count() == 30
    assert [listed.id for listed in folder.search() if listed.favourite] == [favourite]
    folder.close()


def test_an_index_that_breaks_while_the_program_runs_is_made_anew(tmp_path: Path) -> None:
    filled(tmp_path)
    folder = opened(tmp_path)
    connection = folder._index._connection
    assert connection is not None
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (tmp_path / "data" / "presets.sqlite").write_bytes(b"\xff" * 200_000)
    connection.execute("PRAGMA shrink_memory")
    with pytest.raises(StoreError):
        folder.search("booth")
    folder.scan()
    assert folder.count() == 30
    folder.close()


@pytest.mark.parametrize("damage", ["a file in its place", "a folder in its place"])
def test_where_no_index_can_be_kept_the_list_is_there_for_this_run(damage: str, tmp_path: Path) -> None:
    filled(tmp_path)
    if damage == "a file in its place":
        (tmp_path / "data").rename(tmp_path / "was")
        (tmp_path / "data").write_text("")
    else:
        for part in (tmp_path / "data").glob("presets.sqlite*"):
            part.unlink()
        (tmp_path / "data" / "presets.sqlite").mkdir()
    folder = opened(tmp_path)
    assert folder.count() == 30
    assert "favourites are remembered for this run only" in str(folder.said)
    folder.set_favourite(folder.search()[0].id, True)
    folder.close()


@pytest.mark.skipif(sys.platform == "win32" or getattr(os, "geteuid", int)() == 0, reason="root may write anywhere")
def test_an_index_that_can_only_be_read(tmp_path: Path) -> None:
    filled(tmp_path)
    (tmp_path / "data" / "presets.sqlite").chmod(0o400)
    (tmp_path / "data").chmod(0o500)
    try:
        folder = opened(tmp_path)
        assert folder.count() == 30
        folder.close()
    finally:
        (tmp_path / "data").chmod(0o700)


def test_an_index_of_an_older_version_is_filled_anew_and_keeps_its_favourites(tmp_path: Path) -> None:
    favourite = filled(tmp_path)
    with closing(sqlite3.connect(tmp_path / "data" / "presets.sqlite")) as connection, connection:
        connection.execute("DELETE FROM words")  # they were found by other words then
        connection.execute("PRAGMA user_version = 1")
    for _ in range(2):
        folder = opened(tmp_path)
        assert (folder.count("booth"), folder.said) == (30, None)
        assert [listed.id for listed in folder.search() if listed.favourite] == [favourite]
        folder.close()


def test_an_index_of_a_newer_version_is_used_as_far_as_it_goes(tmp_path: Path) -> None:
    filled(tmp_path)
    with closing(sqlite3.connect(tmp_path / "data" / "presets.sqlite")) as connection:
        connection.execute("ALTER TABLE marks ADD COLUMN future TEXT")
        connection.execute("PRAGMA user_version = 9")
    folder = opened(tmp_path)
    assert (folder.count(), folder.said) == (30, None)
    folder.close()

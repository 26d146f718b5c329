"""Fetched files: found again by their link, and the ones that were not used for longest make room."""

import os
from pathlib import Path

from akool_desktop.store.file_cache import FileCache


def test_what_was_written_is_found_by_its_link(tmp_path: Path) -> None:
    cache = FileCache(tmp_path / "new" / "files")
    assert cache.read("https://a.example/1") is None
    cache.write("https://a.example/1", b"one")
    cache.write("https://a.example/../\0\ud800", b"odd")
    assert cache.read("https://a.example/1") == b"one"
    assert FileCache(tmp_path / "new" / "files").read("https://a.example/../\0\ud800") == b"odd"


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    cache = FileCache(tmp_path, most_bytes=1000)
    for number in range(10):
        cache.write(f"{number}", bytes(100))
        for age, path in enumerate(sorted(tmp_path.iterdir(), key=os.path.getmtime, reverse=True)):
            os.utime(path, (1e9 - age, 1e9 - age))
    assert cache.read("0") is not None  # used now
    cache.write("10", bytes(100))
    assert cache.read("0") is not None
    assert cache.read("1") is None
    assert cache.read("2") is None
    assert cache.read("10") is not None
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 900


def test_what_another_run_left_counts_too(tmp_path: Path) -> None:
    FileCache(tmp_path).write("old", bytes(5000))
    FileCache(tmp_path, most_bytes=1000).write("new", bytes(10))
    assert FileCache(tmp_path).read("old") is None
    assert FileCache(tmp_path).read("new") is not None


def test_a_folder_that_cannot_be_written_costs_the_cache_alone(tmp_path: Path) -> None:
    (tmp_path / "files").write_text("in the way")
    cache = FileCache(tmp_path / "files")
    cache.write("a", b"a")
    assert cache.read("a") is None

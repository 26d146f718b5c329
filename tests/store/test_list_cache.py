"""Lists as they were last read: what was written comes back, and nothing else ever does harm."""

from pathlib import Path

from akool_desktop.store.list_cache import ListCache


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    ListCache(tmp_path).write("a", "voices", "2026-01-02T03:04:05", [{"id": "1", "name": "Zoë \ud800"}, {"id": "2"}])
    found = ListCache(tmp_path).read("a", "voices")
    assert found is not None
    assert found[0] == "2026-01-02T03:04:05"
    assert [row["id"] for row in found[1] if isinstance(row, dict)] == ["1", "2"]
    assert ListCache(tmp_path).read("b", "voices") is None
    assert ListCache(tmp_path).read("a", "avatars") is None


def test_an_empty_list_is_a_list(tmp_path: Path) -> None:
    ListCache(tmp_path).write("a", "voices", "2026-01-02", [])
    assert ListCache(tmp_path).read("a", "voices") == ("2026-01-02", [])


def test_a_disk_that_refuses_costs_the_cache_alone(tmp_path: Path) -> None:
    (tmp_path / "lists").write_text("in the way")
    cache = ListCache(tmp_path)
    cache.write("a", "voices", "2026-01-02", [])
    assert cache.read("a", "voices") is None
    cache.keep_only([])


def test_only_those_that_are_named_are_kept(tmp_path: Path) -> None:
    cache = ListCache(tmp_path)
    cache.keep_only(["a"])  # nothing there yet
    for account in ("a", "b"):
        cache.write(account, "voices", "2026-01-02", [])
    cache.keep_only(["a"])
    assert cache.read("a", "voices")
    assert cache.read("b", "voices") is None

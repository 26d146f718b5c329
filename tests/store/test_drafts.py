"""What was typed and not saved is still there after a switch, a crash and a power cut."""

import os
import threading
from pathlib import Path

import pytest

from akool_desktop.store import files
from akool_desktop.store.drafts import Draft, Drafts
from akool_desktop.store.files import Document, StoreError


@pytest.mark.parametrize("preset_id", ["", "6f1c2b0e", "../../x", "a/b", "CON", "🎤", "\ud83d", "x" * 5000])
def test_each_preset_has_a_draft_of_its_own(preset_id: str, tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.save("other", {"avatar_id": "o"}, {})
    drafts.save(preset_id, {"avatar_id": "ü", "duration": None}, {"credentials.agora_token": "ask"}, "stamp")
    again = Drafts(tmp_path / "drafts")
    assert again.read(preset_id) == Draft(
        {"avatar_id": "ü", "duration": None}, {"credentials.agora_token": "ask"}, "stamp"
    )
    again.forget(preset_id)
    again.forget(preset_id)
    assert again.read(preset_id) is None
    assert again.read("other") == Draft({"avatar_id": "o"}, {})
    assert [path.parent for path in tmp_path.rglob("*.json")] == [tmp_path / "drafts"]


def test_no_draft(tmp_path: Path) -> None:
    assert Drafts(tmp_path).read("x") is None
    assert Drafts(tmp_path).last_open() == ""


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"values": 1, "secrets": {}, "stamp": ""}'])
def test_a_damaged_draft_is_none(content: str, tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save("x", {}, {})
    [path] = tmp_path.iterdir()
    path.write_text(content)
    assert drafts.read("x") is None
    drafts.save("x", {"a": 1}, {})
    assert drafts.read("x") == Draft({"a": 1}, {})


def test_which_preset_was_open_is_remembered(tmp_path: Path) -> None:
    Drafts(tmp_path).note_open("6f1c2b0e")
    assert Drafts(tmp_path).last_open() == "6f1c2b0e"
    (tmp_path / "open.json").write_text('{"id": 7}')
    assert Drafts(tmp_path).last_open() == ""


def test_what_was_typed_last_is_written_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two threads keep what is typed, and the disk is slow with the first."""
    started, go_on, write = threading.Event(), threading.Event(), files.write_document

    def slow(path: Path, document: Document) -> None:
        if document["values"] == {"a": "first"}:
            started.set()
            go_on.wait(5)
        write(path, document)

    monkeypatch.setattr("akool_desktop.store.drafts.write_document", slow)
    drafts = Drafts(tmp_path)
    threads = [
        threading.Thread(target=drafts.save, args=("x", {"a": text}, {}), daemon=True) for text in ("first", "last")
    ]
    threads[0].start()
    assert started.wait(5)
    threads[1].start()
    threads[1].join(0.2)
    go_on.set()
    for thread in threads:
        thread.join()
    assert Drafts(tmp_path).read("x") == Draft({"a": "last"}, {})


def test_a_draft_shows_no_values(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save("x", {"a": "planted-31f"}, {})
    assert "planted-31f" not in repr(drafts.read("x"))
    assert len(os.listdir(tmp_path)) == 1


def test_what_the_disk_refuses_counts_until_it_can_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    drafts = Drafts(folder)
    drafts.save("forgotten", {"a": 1}, {})
    drafts.save("older", {"a": 1}, {})
    aside = folder.rename(tmp_path / "aside")
    folder.write_text("no folder")
    for preset_id in ("older", "newer"):
        with pytest.raises(StoreError):
            drafts.save(preset_id, {"a": 2}, {"credentials.agora_token": "ask"}, "stamp")
    drafts.forget("forgotten")
    written = Draft({"a": 2}, {"credentials.agora_token": "ask"}, "stamp")
    assert [drafts.read(preset_id) for preset_id in ("older", "newer", "forgotten")] == [written, written, None]
    assert drafts.ids() == {"older", "newer"}
    folder.unlink()
    aside.rename(folder)
    assert drafts.ids() == {"older", "newer"}
    drafts.write_owed()
    again = Drafts(folder)
    assert [again.read(preset_id) for preset_id in ("older", "newer", "forgotten")] == [written, written, None]
    assert again.ids() == {"older", "newer"}


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may write anywhere")
def test_what_cannot_be_removed_is_forgotten_all_the_same(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save("x", {"a": 1}, {})
    tmp_path.chmod(0o500)
    try:
        drafts.forget("x")
        assert drafts.read("x") is None
    finally:
        tmp_path.chmod(0o700)

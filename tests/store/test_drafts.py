"""What was typed and not saved is still there after a switch, a crash and a power cut."""

import os
from pathlib import Path

import pytest

from akool_desktop.store.drafts import Draft, Drafts


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


def test_a_draft_shows_no_values(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save("x", {"a": "planted-31f"}, {})
    assert "planted-31f" not in repr(drafts.read("x"))
    assert len(os.listdir(tmp_path)) == 1

"""A data folder that cannot be looked into: everything goes on without it, for this run, and says so where it matters.

It happens where a program was once started with more rights, and its folders are that user's alone. A name that is too
long stands for that here: it is refused in the same way, and to everybody.
"""

from pathlib import Path

import pytest

from akool_desktop import start
from akool_desktop.store.drafts import Drafts
from akool_desktop.store.files import read_document
from akool_desktop.store.history import History, Query
from akool_desktop.store.ledger import Ledger
from akool_desktop.store.log import Log
from akool_desktop.store.presets import Preset, PresetFolder


@pytest.fixture
def shut(tmp_path: Path) -> Path:
    return tmp_path / ("x" * 300)


def test_the_ledger_is_for_this_run(shut: Path) -> None:
    ledger = Ledger(shut)
    assert "for this run only" in str(ledger.said)
    ledger.close()
    assert History(shut).page(Query(), None) == []


def test_presets_are_read_and_saved_all_the_same(tmp_path: Path, shut: Path) -> None:
    folder = PresetFolder(tmp_path / "presets", shut)
    folder.save(Preset("", "Booth", {"avatar_id": "a"}), None)
    folder.scan()
    assert [listed.name for listed in folder.search()] == ["Booth"]
    assert "for this run only" in str(folder.said)
    assert folder.trash.all() == []
    folder.close()


def test_nothing_was_left_unsaved(shut: Path) -> None:
    assert (Drafts(shut).last_open(), Drafts(shut).ids()) == ("", set())
    assert Log(shut).files() == []
    assert read_document(shut / "open.json")[0] == {}


def test_the_form_is_shown_without_what_was_typed_last(shut: Path) -> None:
    paths = type("Paths", (), {"data": shut})
    start._show_kept(None, paths)  # type: ignore[arg-type]  # no form: there is nothing to show in it

"""Past sessions: searched, filtered, paged, compared and exported."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akool_desktop.store.history import PAGE, History, Query
from akool_desktop.store.ledger import Entry, Ledger, State

ROW = Entry(
    0, "a1", "Client", "dvp_Tristan", "agora", 1000.0, State.ENDED, who="Tristan", session_id="abc123",
    sent={"avatar_id": "dvp_Tristan"}, why="Ended here.",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    ledger = Ledger(tmp_path)
    for changes in (
        {}, {"who": "Museum guide", "account": "Gallery", "account_id": "a2"}, {"state": State.FAILED, "why": "1104"},
        {"state": State.LIVE, "session_id": "zzz999"}, {"who": "José"},
    ):  # fmt: skip
        ledger.begin(replace(ROW, **changes))  # type: ignore[arg-type]
    ledger.close()
    return tmp_path


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        (Query(), [5, 4, 3, 2, 1]),
        (Query("trist"), [5, 4, 3, 2, 1]),
        (Query("muse gal"), [2]),
        (Query("gal muse"), [2]),
        (Query("ZZZ"), [4]),
        (Query("jose"), [5]),
        (Query("nothing like it"), []),
        (Query('"'), []),
        (Query("* OR NOT"), []),
        (Query("", (State.FAILED, State.NOT_STARTED)), [3]),
        (Query("", (), "a2"), [2]),
        (Query("museum", (State.LIVE,)), []),
    ],
)
def test_search(folder: Path, query: Query, rows: list[int]) -> None:
    history = History(folder)
    assert [entry.row for entry in history.page(query)] == rows
    history.close()


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30))
def test_nothing_that_is_typed_raises(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp() / "typed"
    if not folder.exists():
        ledger = Ledger(folder)
        ledger.begin(ROW)
        ledger.close()
    history = History(folder)
    history.page(Query(text))
    history.close()


def test_pages_follow_each_other_without_a_gap(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    for _ in range(2 * PAGE + 7):
        ledger.begin(ROW)
    ledger.close()
    history = History(tmp_path)
    for query in (Query(), Query("tris")):
        seen: list[int] = []
        while page := history.page(query, seen[-1] if seen else None):
            seen += [entry.row for entry in page]
        assert seen == list(range(2 * PAGE + 7, 0, -1))
    history.close()


def test_a_row_whole_and_the_last_good_run_before_it(folder: Path) -> None:
    history = History(folder)
    entry = history.entry(5)
    assert entry is not None
    assert entry.sent == {"avatar_id": "dvp_Tristan"}
    good = history.last_good(entry)
    assert good is not None
    assert good.row == 2
    first = history.entry(1)
    assert first is not None
    assert history.last_good(first) is None
    assert history.entry(99) is None
    assert dict(history.accounts()) == {"a1": "Client", "a2": "Gallery"}
    history.close()


def test_export_is_csv_that_no_spreadsheet_runs(folder: Path, tmp_path: Path) -> None:
    ledger = Ledger(folder)
    ledger.begin(replace(ROW, who='=HYPERLINK("http://evil.example")', account="Änne, \"AG\""))
    ledger.close()
    history = History(folder)
    path = tmp_path / "sessions.csv"
    assert history.export(Query(), path) == 6
    assert history.export(Query("muse"), tmp_path / "one.csv") == 1
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["Avatar"] == '\'=HYPERLINK("http://evil.example")'
    assert rows[0]["Account"] == 'Änne, "AG"'
    assert [row["State"] for row in rows].count("Ended, confirmed") == 4
    history.close()


def test_no_ledger_yet_is_an_empty_history(tmp_path: Path) -> None:
    history = History(tmp_path)
    assert history.page(Query("x")) == []
    assert history.accounts() == []

"""Past sessions: searched, filtered, paged, compared and exported."""

import csv
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akool_desktop.store.entry import Entry, State
from akool_desktop.store.files import StoreError
from akool_desktop.store.history import PAGE, History, Query
from akool_desktop.store.ledger import Ledger

ROW = Entry(
    0, "a1", "Client", "dvp_Tristan", "agora", 1000.0, State.ENDED, who="Tristan", session_id="abc123",
    sent={"avatar_id": "dvp_Tristan"}, why="Ended here.",
)  # fmt: skip
FIVE: tuple[dict[str, object], ...] = (
    {}, {"who": "Museum guide", "account": "Gallery", "account_id": "a2"}, {"state": State.FAILED, "why": "1104"},
    {"state": State.LIVE, "session_id": "zzz999"}, {"who": "José"},
)  # fmt: skip

Keep = Callable[..., History]


@pytest.fixture
def keep(tmp_path: Path) -> Iterator[Keep]:
    """A history of such rows, the first of them the oldest: ``keep({"who": "José"}, ...)``."""
    history = History(tmp_path)

    def keep(*rows: dict[str, object]) -> History:
        ledger = Ledger(tmp_path)
        for changes in rows:
            ledger.begin(replace(ROW, **changes))  # type: ignore[arg-type]
        ledger.close()
        return history

    yield keep
    history.close()


def numbers(entries: list[Entry]) -> list[int]:
    return [entry.row for entry in entries]


# searching


def test_a_word_within_what_has_no_spaces_is_found(keep: Keep) -> None:
    history = keep({"preset": "北京展厅一号", "why": "1104"}, {"preset": "展会"}, {"who": "展厅", "account": "Galerie"})
    assert numbers(history.page(Query("展厅"))) == [3, 1]
    assert numbers(history.page(Query("展厅 1104"))) == [1]
    assert numbers(history.page(Query("一号 galer"))) == []


def test_latin_letters_within_it_are_found_in_any_case(keep: Keep) -> None:
    history = keep({"preset": "展厅VIP"}, {"who": "Zoe的展厅"})
    assert numbers(history.page(Query("厅vip"))) == [1]
    assert numbers(history.page(Query("zoe的"))) == [2]


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        (Query(), [5, 4, 3, 2, 1]),
        (Query("  "), [5, 4, 3, 2, 1]),
        (Query("trist"), [5, 4, 3, 2, 1]),
        (Query("ristan"), []),
        (Query("muse gal"), [2]),
        (Query("gal muse"), [2]),
        (Query("muse muse"), [2]),
        (Query("ZZZ"), [4]),
        (Query("jose"), [5]),
        (Query("dvp_trist"), [5, 4, 3, 2, 1]),
        (Query("nothing like it"), []),
        (Query('"'), []),
        (Query('"muse"'), [2]),
        (Query("muse*"), [2]),
        (Query("* OR NOT"), []),
        (Query("who:museum"), []),
        (Query("💶"), []),
        (Query("muse 💶"), [2]),
        (Query("muse \ud83d"), [2]),
        (Query("muse\0gal"), [2]),
        (Query("", (State.FAILED, State.NOT_STARTED)), [3]),
        (Query("", (), "a2"), [2]),
        (Query("", (State.ENDED,), "a1"), [5, 1]),
        (Query("museum", (State.LIVE,)), []),
    ],
)
def test_search(keep: Keep, query: Query, rows: list[int]) -> None:
    assert numbers(keep(*FIVE).page(query)) == rows


AWKWARD = st.sampled_from([*"\"'*^:(){}-+,;\0\\%_ \t💶é\ud800a", "NEAR(", " AND ", " OR ", "NOT ", "who:"])


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=30) | st.lists(AWKWARD, max_size=12).map("".join))
def test_nothing_that_is_typed_raises(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp() / "typed"
    if not folder.exists():
        ledger = Ledger(folder)
        ledger.begin(ROW)
        ledger.close()
    history = History(folder)
    history.page(Query(text))
    history.page(Query(text, (State.ENDED,), "a1"), before=7)
    history.close()


def test_pages_follow_each_other_without_a_gap(keep: Keep) -> None:
    history = keep(*[{}] * (2 * PAGE + 7))
    for query in (Query(), Query("tris"), Query("tris", (State.ENDED,), "a1")):
        seen: list[int] = []
        while page := history.page(query, seen[-1] if seen else None):
            assert len(page) <= PAGE
            seen += numbers(page)
        assert seen == list(range(2 * PAGE + 7, 0, -1))


def test_a_page_does_not_carry_what_was_sent_a_row_does(keep: Keep) -> None:
    history = keep({})
    assert history.page(Query())[0].sent == {}
    entry = history.entry(1)
    assert entry is not None
    assert entry.sent == ROW.sent
    assert history.entry(99) is None


def test_accounts_have_their_latest_name(keep: Keep) -> None:
    history = keep({"account": "Old name"}, {"account_id": "a2", "account": "Gallery"}, {"account": "New name"})
    assert dict(history.accounts()) == {"a1": "New name", "a2": "Gallery"}


def test_it_is_told_when_somebody_has_written(keep: Keep) -> None:
    history = keep({})
    assert history.changed()
    assert not history.changed()
    keep({"who": "Another"})
    assert history.changed()
    assert not history.changed()


# the last good run


@pytest.mark.parametrize(
    ("rows", "good"),
    [
        ([{}, {}], 1),
        ([{}, {"state": State.FAILED}, {}], 1),
        ([{}, {}, {"state": State.FAILED}], 2),
        ([{"avatar": "other"}, {}], None),
        ([{"sent": {}}, {}], None),  # started elsewhere: nothing to compare with
        ([{"state": State.NOT_CONFIRMED}, {}], None),
        ([{"preset": "Booth"}, {"preset": "Museum"}, {"preset": "Booth"}], 1),
        ([{"preset": "Booth", "avatar": "other"}, {}, {"preset": "Booth"}], 1),
        ([{}, {"preset": "Booth"}], 1),  # none of the preset, so of the avatar
        ([{"avatar": ""}, {"avatar": ""}], None),
    ],
)
def test_the_last_good_run_before_a_row(keep: Keep, rows: list[dict[str, object]], good: int | None) -> None:
    history = keep(*rows)
    entry = history.entry(len(rows))
    assert entry is not None
    found = history.last_good(entry)
    assert (found and found.row) == good


# exporting


def exported(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_an_export_holds_all_rows_of_the_query(keep: Keep, tmp_path: Path) -> None:
    history = keep(*[{}] * (2 * PAGE + 7), {"who": "Museum guide", "account": 'Änne, "AG"\nVienna'})
    path = tmp_path / "sessions.csv"
    assert history.export(Query(), path) == 2 * PAGE + 8
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = exported(path)
    assert len(rows) == 2 * PAGE + 8
    assert rows[0]["Account"] == 'Änne, "AG"\nVienna'
    assert history.export(Query("muse"), path) == 1
    assert [row["Avatar"] for row in exported(path)] == ["Museum guide"]
    assert history.export(Query("*"), path) == 0
    assert exported(path) == []


def test_an_export_calls_no_more_used_than_was_booked(keep: Keep, tmp_path: Path) -> None:
    """It was left running, and found over the next morning."""
    keep({"length": 600, "started_at": 1000.0, "ended_at": 51_000.0}).export(Query(), tmp_path / "x.csv")
    (row,) = exported(tmp_path / "x.csv")
    assert row["Used seconds"] == "600"


def test_an_export_tells_lengths_and_credits(keep: Keep, tmp_path: Path) -> None:
    run = {"length": 600, "started_at": 1000.0, "ended_at": 1424.4, "credits_before": 500.1, "credits_after": 473.6}
    keep(run, {"length": None}).export(Query(), tmp_path / "x.csv")
    unknown, known = exported(tmp_path / "x.csv")
    assert [known[name] for name in ("Booked seconds", "Used seconds", "Credits measured")] == ["600", "424", "26.5"]
    assert [unknown[name] for name in ("Booked seconds", "Used seconds", "Credits measured")] == ["", "", ""]


@pytest.mark.parametrize("sign", list("=+-@\t\r\n"))
def test_no_spreadsheet_takes_a_cell_for_a_formula(keep: Keep, tmp_path: Path, sign: str) -> None:
    formula = f'{sign}HYPERLINK("http://evil.example")'
    keep({"who": formula, "account": formula, "preset": formula, "why": formula}).export(Query(), tmp_path / "x.csv")
    (row,) = exported(tmp_path / "x.csv")
    assert {row[name] for name in ("Avatar", "Account", "Preset", "Why")} == {f"'{formula}"}


def test_numbers_stay_numbers(keep: Keep, tmp_path: Path) -> None:
    keep({"credits_before": 10.0, "credits_after": 25.0}).export(Query(), tmp_path / "x.csv")
    assert exported(tmp_path / "x.csv")[0]["Credits measured"] == "-15.0"


def test_what_was_sent_is_not_exported(
    keep: Keep, tmp_path: Path, written: Callable[[str], list[Path]]
) -> None:
    """Not even when a secret got where none may be."""
    history = keep({"sent": {"credentials": {"livekit_token": "planted-secret-77"}}})
    history.export(Query(), tmp_path / "x.csv")
    assert "x.csv" not in {path.name for path in written("planted-secret-77")}


def test_an_export_that_fails_leaves_the_old_file(keep: Keep, tmp_path: Path) -> None:
    history = keep({})
    path = tmp_path / "sessions.csv"
    path.mkdir()
    with pytest.raises(StoreError):
        history.export(Query(), path)
    with pytest.raises(StoreError):
        history.export(Query(), tmp_path / "no such folder" / "sessions.csv")
    assert path.is_dir()
    assert not list(tmp_path.glob("*.new"))


# what cannot be read


@pytest.mark.parametrize("odd", [9e999, -9e999, 1e300, "yesterday", b"\xff"], ids=str)
def test_a_number_that_no_clock_shows_hides_no_other_row(keep: Keep, tmp_path: Path, odd: object) -> None:
    """Another program's hand in the file: it is not known then, in History and in an export."""
    history = keep({"who": "José"}, {})
    numbers_of = "length", "created_at", "started_at", "ended_at", "credits_before", "credits_after"
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite")) as file, file:
        file.execute(f"UPDATE sessions SET {', '.join(f'{name} = ?' for name in numbers_of)} WHERE row = 2", [odd] * 6)
    found, _ = history.page(Query())
    assert [getattr(found, name) for name in numbers_of] == [None, 0.0, None, None, None, None]
    assert history.export(Query(), tmp_path / "x.csv") == 2
    assert [row["Avatar"] for row in exported(tmp_path / "x.csv")] == ["Tristan", "José"]


def test_no_ledger_yet_is_an_empty_history(tmp_path: Path) -> None:
    history = History(tmp_path)
    assert history.page(Query("x")) == []
    assert history.accounts() == []
    assert not history.changed()
    assert history.export(Query(), tmp_path / "x.csv") == 0
    Ledger(tmp_path).close()
    assert history.page(Query()) == []
    history.close()


def test_a_damaged_ledger_is_no_empty_history(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"no database" * 500)
    (tmp_path / "x.csv").write_text("of yesterday")
    history = History(tmp_path)
    for ask in (lambda: history.page(Query()), lambda: history.export(Query(), tmp_path / "x.csv")):
        with pytest.raises(StoreError, match=r"ledger\.sqlite could not be read"):
            ask()
    assert (tmp_path / "x.csv").read_text() == "of yesterday"
    history.close()


def test_it_cannot_change_the_ledger(keep: Keep) -> None:
    history = keep({})
    history.page(Query())
    with pytest.raises(StoreError, match="readonly"):
        history._ask("DELETE FROM sessions", ())

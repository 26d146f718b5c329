"""The History window, driven by clicks and keys over a real ledger."""

import csv
import sqlite3
import threading
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QTableView
from ui.driving import Program, Screen, cursor, until

from akool_desktop.desk.clock import Clock
from akool_desktop.store.entry import Entry, State, read_entry
from akool_desktop.store.history import PAGE, History
from akool_desktop.store.ledger import Ledger
from akool_desktop.ui.history.detail import changes
from akool_desktop.ui.history.window import HistoryWindow
from akool_desktop.ui.speaking import speak
from akool_desktop.ui.theme import colour, font, px, theme

ROW = Entry(
    0, "practice", "Practice", "dvp_Tristan", "agora", 1000.0, State.ENDED, who="Tristan", session_id="abc123",
    sent={"avatar_id": "dvp_Tristan", "mode_type": 2, "stream_type": "agora", "duration": 600}, why="Ended here.",
)  # fmt: skip


class Shown(Screen):
    """The open History window."""

    top: HistoryWindow

    def edit(self) -> QLineEdit:
        (found,) = [edit for edit in self.all(QLineEdit) if edit.accessibleName() == "Search"]
        return found

    def table(self) -> QTableView:
        (found,) = self.all(QTableView)
        return found

    def column(self, name: str) -> list[str]:
        """The cells of all rows that have been read."""
        model = self.table().model()
        headings = [model.headerData(n, Qt.Orientation.Horizontal, 0) for n in range(model.columnCount())]
        return [str(model.index(row, headings.index(name)).data()) for row in range(model.rowCount())]

    async def until_rows(self, *names: str) -> None:
        await until(lambda: self.column("Avatar") == list(names), f"for {names}; there are {self.column('Avatar')}")

    def pick(self, name: str, words: str) -> None:
        """One of a filter's choices, by the keys of a person who cannot see the list."""
        (filtered,) = [combo for combo in self.all(QComboBox) if combo.accessibleName() == name]
        filtered.setFocus()
        wanted = next(index for index in range(filtered.count()) if filtered.itemText(index) == words)
        QTest.keyClick(filtered, Qt.Key.Key_Home)
        for _ in range(wanted):
            QTest.keyClick(filtered, Qt.Key.Key_Down)

    async def choose_row(self, place: int) -> None:
        table = self.table()
        rect = table.visualRect(table.model().index(place, 0))
        self.click(table.viewport(), rect.center())
        await self.until_says(self.column("Avatar")[place])

    async def until_says(self, words: str) -> None:
        await until(lambda: self.says(words), lambda: f"for {words}; it says {self.words()}")

    def labels(self) -> str:
        return "\n".join(label.text() for label in self.all(QLabel) if label.isVisible())


Open = Callable[..., Awaitable[Shown]]


@pytest.fixture
def open_history(program: Program) -> Open:
    """Writes such rows, the first of them the oldest, and opens History: ``await open_history({"who": "José"})``."""

    async def open_history(*rows: dict[str, object]) -> Shown:
        for row in rows:
            program.ledger.begin(replace(ROW, **row))  # type: ignore[arg-type]
        program.press("History")
        (found,) = program.all(HistoryWindow)
        await until(lambda: not any(program.tasks.runs(name) for name in ("history", "history accounts")), "for rows")
        found.resize(1440, 760)
        return Shown(found)

    return open_history


# the list


async def test_all_sessions_the_newest_first(open_history: Open) -> None:
    run = {"length": 600, "started_at": 1000.0, "ended_at": 1424.0}
    shown = await open_history(
        run | {"account_id": "a1", "account": "Client", "credits_before": 500.0, "credits_after": 473.5},
        {"who": "Museum guide", "state": State.NOT_STARTED, "stream_type": "livekit"},
    )
    assert shown.column("Avatar") == ["Museum guide", "Tristan"]
    assert shown.column("State") == ["Not started", "Ended, confirmed"]
    assert shown.column("Stream type") == ["LiveKit", "Agora"]
    assert shown.column("Account") == ["Practice", "Client"]
    assert [shown.column(name)[1] for name in ("Booked", "Used", "Credits")] == ["10:00", "7:04", "26.5"]
    assert [shown.column(name)[0] for name in ("Booked", "Used", "Credits")] == ["", "", ""]


async def test_practice_credits_are_no_credits(open_history: Open) -> None:
    shown = await open_history({"credits_before": 500.0, "credits_after": 400.0})
    assert shown.column("Credits") == [""]


async def test_it_is_searched_as_it_is_typed(open_history: Open) -> None:
    shown = await open_history({}, {"who": "Museum guide"}, {"who": "Museum shop"})
    assert cursor() is shown.edit()
    QTest.keyClicks(shown.edit(), "muse")
    await shown.until_rows("Museum shop", "Museum guide")
    QTest.keyClicks(shown.edit(), " gui")
    await shown.until_rows("Museum guide")
    for _ in range(len("muse gui")):
        QTest.keyClick(shown.edit(), Qt.Key.Key_Backspace)
    await shown.until_rows("Museum shop", "Museum guide", "Tristan")


async def test_filters_add_to_the_search(open_history: Open) -> None:
    shown = await open_history(
        {}, {"state": State.FAILED, "who": "News host"}, {"state": State.NOT_STARTED},
        # of an account that is gone, or the program would ask how it stands and settle it
        {"state": State.UNKNOWN, "account_id": "gone", "account": "Gone"},
        {"account_id": "a1", "account": "Client", "who": "Concierge"},
    )  # fmt: skip
    shown.pick("State", "Failed or not started")
    await shown.until_rows("Tristan", "News host")
    QTest.keyClicks(shown.edit(), "news")
    await shown.until_rows("News host")
    shown.edit().clear()
    shown.pick("State", "Still open")
    await until(lambda: shown.column("State") == ["Unknown"], "for what is open")
    shown.pick("State", "Ended, confirmed")
    await shown.until_rows("Concierge", "Tristan")
    shown.pick("Account", "Client")
    await shown.until_rows("Concierge")


async def test_more_rows_come_as_it_is_scrolled(open_history: Open) -> None:
    shown = await open_history(*[{}] * (2 * PAGE + 7))
    assert len(shown.column("Avatar")) == PAGE
    bar = shown.table().verticalScrollBar()

    def read() -> int:
        bar.setValue(bar.maximum())
        return len(shown.column("Avatar"))

    await until(lambda: read() > PAGE, "for more")
    assert read() == 2 * PAGE
    await until(lambda: read() == 2 * PAGE + 7, "for all")
    assert not shown.table().model().canFetchMore(shown.table().rootIndex())


async def test_what_others_write_is_shown_within_a_second_or_so(program: Program, open_history: Open) -> None:
    shown = await open_history({})
    other = Ledger(program.paths.data)
    other.begin(replace(ROW, who="Started by a command"))
    await shown.until_rows("Started by a command", "Tristan")
    other.close()


async def test_what_is_written_while_a_search_is_under_way_is_not_missed(
    program: Program, open_history: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The search has read its rows, then others write, and only then its answer comes."""
    shown = await open_history({})
    read, goes_on = threading.Event(), threading.Event()

    def read_slowly(row: sqlite3.Row) -> Entry:
        read.set()
        goes_on.wait(10)
        return read_entry(row)

    monkeypatch.setattr("akool_desktop.store.history.read_entry", read_slowly)
    QTest.keyClicks(shown.edit(), "t")
    await until(read.is_set, "for the search to read")
    program.ledger.begin(replace(ROW, who="Told late"))
    shown.top._follow(shown.top._history.changed())
    goes_on.set()
    await shown.until_rows("Told late", "Tristan")


async def test_columns_give_way_where_it_is_small(open_history: Open) -> None:
    shown = await open_history({})
    table = shown.table()
    names = ["When", "Account", "Avatar", "Stream type", "State", "Booked", "Used", "Credits", "Why"]

    def seen() -> list[str]:
        return [name for column, name in enumerate(names) if not table.isColumnHidden(column)]

    def fits() -> bool:
        """And nothing is left over, which would be painted with no row."""
        widths = [table.columnWidth(column) for column in range(len(names)) if not table.isColumnHidden(column)]
        return sum(widths) == table.viewport().width()

    shown.top.resize(1024, 640)
    await until(lambda: seen() == ["When", "Account", "Avatar", "State", "Booked", "Used", "Credits"], "for less")
    assert fits()
    shown.top.resize(520, 420)
    await until(lambda: seen() == ["When", "Account", "Avatar", "State", "Booked"], "for who")
    await until(lambda: table.columnWidth(1) > 60, "for room for it")
    assert fits()
    shown.top.resize(1920, 1080)
    await until(lambda: seen() == names, "for all")
    assert fits()


async def test_the_rows_keep_off_the_windows_edge_where_nothing_stands_beside_them(open_history: Open) -> None:
    shown = await open_history({})
    table = shown.table()

    def margin() -> int:
        return shown.top.width() - 1 - table.mapTo(shown.top, table.rect().topRight()).x()

    shown.top.resize(1440, 860)
    await until(lambda: margin() > 300, "for the detail beside them")
    shown.top.resize(640, 860)
    await until(lambda: margin() < 100, "for the detail below them")
    assert margin() == px(16)


async def test_times_are_read_whole_in_a_language_of_few_letters(open_history: Open) -> None:
    """Also where it is chosen while the table is open."""
    shown = await open_history({})
    table = shown.table()
    speak("zh_CN")
    metrics = QFontMetrics(font("body"))
    for column, text in ((0, "2026/11/26 20:00"), (5, "10:00"), (6, "10:00")):
        await until(
            lambda column=column, text=text: table.columnWidth(column) >= metrics.horizontalAdvance(text) + px(14),  # type: ignore[misc]
            f"for the room of {text}",
        )
    speak("en")


@pytest.mark.parametrize("choice", ["light", "dark"])
async def test_it_is_painted_in_both_themes(open_history: Open, choice: str) -> None:
    theme().apply(choice)
    shown = await open_history(*[{"state": state} for state in State])
    shown.top.grab()
    await shown.choose_row(0)
    shown.top.grab()


# nothing to show


async def test_no_sessions_yet(open_history: Open) -> None:
    shown = await open_history()
    await shown.until_says("No sessions yet")
    assert not shown.says("Choose a session")


async def test_what_matches_nothing_says_so_and_leads_back(open_history: Open) -> None:
    shown = await open_history({})
    shown.pick("State", "Failed or not started")
    QTest.keyClicks(shown.edit(), 'x"*')
    await shown.until_says("No session matches")
    shown.press("Show all sessions")
    await shown.until_rows("Tristan")
    assert cursor() is shown.edit()


async def test_a_history_that_cannot_be_read_is_not_shown_as_empty(program: Program, tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"no database" * 500)
    made = HistoryWindow(program.window, History(tmp_path), Clock(), program.tasks)
    made.open({})
    shown = Shown(made)
    await shown.until_says("History cannot be read")
    assert shown.says("ledger.sqlite could not be read")
    (tmp_path / "ledger.sqlite").unlink()
    ledger = Ledger(tmp_path)
    ledger.begin(ROW)
    shown.press("Try again")
    await shown.until_rows("Tristan")
    ledger.close()


# one of them


async def test_the_details_of_the_chosen_one(open_history: Open) -> None:
    shown = await open_history(
        {"account_id": "a1", "account": "Client", "state": State.FAILED, "why": "Akool refused it.", "length": 600,
         "started_at": 1000.0, "ended_at": 1424.0, "credits_before": 500.0, "credits_after": 473.5},
    )  # fmt: skip
    await shown.choose_row(0)
    for words in ("Akool refused it.", "10:00", "7:04", "abc123", "26.5 measured, account shared by others may"):
        assert words in shown.labels()
    (sent,) = shown.all(QPlainTextEdit)
    assert '"mode_type": 2,\n' in sent.toPlainText()


async def test_no_secret_is_shown_even_if_one_was_written(open_history: Open) -> None:
    shown = await open_history({"sent": {"avatar_id": "x", "credentials": {"livekit_token": "planted-secret-77"}}})
    await shown.choose_row(0)
    assert shown.says("••••••••")
    assert not shown.says("planted-secret-77")
    shown.press("What changed")
    await shown.until_says("nothing to compare with")
    assert not shown.says("planted-secret-77")


async def test_the_details_stay_while_one_goes_through_the_rows(open_history: Open) -> None:
    shown = await open_history({}, {"who": "Museum guide"}, {"who": "Concierge"})
    QTest.keyClick(shown.edit(), Qt.Key.Key_Down)
    await shown.until_says("Concierge")
    QTest.keyClick(shown.table(), Qt.Key.Key_Down)
    assert not shown.says("Choose a session")
    await shown.until_says("Museum guide")
    QTest.keyClick(shown.table(), Qt.Key.Key_Up)
    await shown.until_says("Concierge")
    QTest.keyClicks(shown.edit(), "conci")
    await shown.until_rows("Concierge")
    assert shown.table().selectionModel().hasSelection()
    QTest.keyClicks(shown.edit(), "x")
    await shown.until_says("No session matches")
    assert not shown.says("Run again")


async def test_run_again_fills_the_form_and_makes_room(program: Program, open_history: Open) -> None:
    shown = await open_history({"sent": dict(ROW.sent) | {"language": "en"}})
    QTest.keyClick(shown.edit(), Qt.Key.Key_Return)
    await shown.until_says("Run again")
    QTest.keyClick(shown.table(), Qt.Key.Key_Return)
    assert cursor() is shown.button("Run again")
    QTest.keyClick(cursor(), Qt.Key.Key_Space)
    assert program.form.draft["language"] == "en"
    assert program.form.draft["avatar_id"] == "dvp_Tristan"
    assert not shown.top.isVisible()


async def test_what_another_program_started_cannot_be_run_again(open_history: Open) -> None:
    shown = await open_history({"sent": {}, "who": "", "avatar": ""})
    await shown.choose_row(0)
    assert not shown.button("Run again").isEnabled()
    assert not shown.button("What changed").isEnabled()
    assert shown.says("another program started it")


async def test_return_presses_the_button_that_has_the_focus(open_history: Open) -> None:
    shown = await open_history({"session_id": "id-to-copy"})
    await shown.choose_row(0)
    shown.button("Copy Session ID").setFocus()
    QTest.keyClick(cursor(), Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "id-to-copy"


async def test_the_session_id_is_copied(open_history: Open) -> None:
    shown = await open_history({"session_id": "id-to-copy"})
    await shown.choose_row(0)
    shown.press("Copy Session ID")
    assert QGuiApplication.clipboard().text() == "id-to-copy"
    assert shown.says("Session ID copied")


async def test_what_changed(open_history: Open) -> None:
    shown = await open_history({}, {"state": State.FAILED, "sent": dict(ROW.sent) | {"language": "en"}})
    await shown.choose_row(0)
    shown.press("What changed")
    await shown.until_says("Language: not sent → en")
    assert shown.says("when a session of this avatar ended well")
    await shown.choose_row(1)
    await until(lambda: not shown.says("Language: not sent"), "for the comparison to go with its row")


@pytest.mark.parametrize(
    ("then", "now", "lines"),
    [
        ({}, {}, []),
        ({"voice_params": {"speed": 1.0}}, {}, ["Speaking speed: 1.00 → not sent"]),
        ({}, {"voice_params": {"speed": 1.1}}, ["Speaking speed: not sent → 1.10"]),
        ({"mode_type": 2}, {"mode_type": 1}, ["Mode: Dialogue → Retelling"]),
        (
            {"voice_params": {"pron_map": {"GIF": "jif"}}},
            {"voice_params": {"pron_map": {"GIF": "gif"}}},
            ["Say words as: GIF = jif → GIF = gif"],
        ),
        (
            {"credentials": {"livekit_token": "planted-one"}},
            {"credentials": {"livekit_token": "planted-other"}},
            [],
        ),
    ],
)
def test_changes_are_told_by_label_and_never_a_secret(
    then: dict[str, object], now: dict[str, object], lines: list[str]
) -> None:
    same = {"avatar_id": "a", "mode_type": 2, "stream_type": "agora"}
    assert changes(replace(ROW, sent=same | now), replace(ROW, sent=same | then)) == lines


# export, and the window itself


async def test_the_rows_of_the_search_are_exported(open_history: Open, tmp_path: Path) -> None:
    shown = await open_history({}, *[{"who": "Museum guide"}] * (PAGE + 3))
    QTest.keyClicks(shown.edit(), "muse")
    await until(lambda: len(shown.column("Avatar")) == PAGE and "Tristan" not in shown.column("Avatar"), "for rows")
    shown.press("Export to CSV")
    (dialog,) = shown.all(QFileDialog)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(name, QLineEdit)
    name.setText(str(tmp_path / "mine"))
    QTest.keyClick(name, Qt.Key.Key_Return)
    await shown.until_says(f"{PAGE + 3} sessions written to {tmp_path / 'mine.csv'}")
    with (tmp_path / "mine.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["Avatar"] for row in csv.DictReader(file)] == ["Museum guide"] * (PAGE + 3)
    assert shown.top.focusWidget() is shown.button("Export to CSV")  # the cursor has stayed


async def test_an_export_that_fails_says_why(open_history: Open, tmp_path: Path) -> None:
    shown = await open_history({})
    shown.top.export.write(tmp_path / "no such folder" / "x.csv")
    await shown.until_says("x.csv could not be written: No such file or directory")


async def test_keys_lead_to_the_search_and_out(open_history: Open) -> None:
    shown = await open_history({})
    QTest.keyClick(shown.edit(), Qt.Key.Key_Down)
    assert cursor() is shown.table()
    QTest.keyClick(shown.table(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert cursor() is shown.edit()
    QTest.keyClick(shown.edit(), Qt.Key.Key_Escape)
    assert not shown.top.isVisible()


async def test_the_row_that_tab_comes_to_is_chosen(open_history: Open) -> None:
    shown = await open_history({}, {"who": "Anna"})
    shown.table().setFocus(Qt.FocusReason.TabFocusReason)
    await shown.until_says("Anna")
    assert [index.row() for index in shown.table().selectionModel().selectedRows()] == [0]


async def test_it_goes_where_the_window_behind_goes(program: Program, open_history: Open) -> None:
    """The compact strip hides the window and locks the settings; Run again must not be within reach then."""
    shown = await open_history({})
    program.window.hide()
    assert not shown.top.isVisible()
    program.window.show()
    program.press("History")
    assert shown.top.isVisible()


async def test_a_closed_history_asks_nothing(program: Program, open_history: Open) -> None:
    shown = await open_history({})
    shown.top.close()
    started = time.monotonic()
    await until(lambda: program.tasks.runs("history changed") or time.monotonic() > started + 1.2)
    assert not program.tasks.runs("history changed")


async def test_the_headings_go_on_above_the_scroll_bar(open_history: Open) -> None:
    shown = await open_history({})
    table = shown.table()
    head = table.horizontalHeader()
    grounds = table.grab().toImage()
    y = head.mapTo(table, head.rect().center()).y()
    beside = range(head.mapTo(table, head.rect().topRight()).x() - 2, table.width() - px(3))
    assert len(beside) > px(4)
    assert {grounds.pixelColor(x, y).name() for x in beside} == {colour("sunken").name()}

"""The History window, driven by keys over a real ledger."""

from dataclasses import replace

from PySide6.QtTest import QTest
from ui.driving import Program, until

from akool_desktop.store.ledger import Entry, State
from akool_desktop.ui.history import HistoryWindow, changes

ROW = Entry(
    0, "environment", "Environment", "dvp_Tristan", "agora", 1000.0, State.ENDED, who="Tristan", session_id="abc123",
    sent={"avatar_id": "dvp_Tristan", "mode_type": 2, "stream_type": "agora", "duration": 600}, why="Ended here.",
)  # fmt: skip


async def open_history(program: Program) -> HistoryWindow:
    program.press("History")
    shown = program.window._history_window
    assert shown is not None
    await until(lambda: not program.tasks.runs("history"), "for the rows")
    return shown


async def test_it_is_searched_as_it_is_typed_and_run_again(program: Program) -> None:
    program.ledger.begin(ROW)
    program.ledger.begin(replace(ROW, who="Museum guide", sent=dict(ROW.sent) | {"language": "en"}))
    shown = await open_history(program)
    assert [entry.who for entry in shown._rows.entries] == ["Museum guide", "Tristan"]
    QTest.keyClicks(shown._search, "muse")
    await until(lambda: len(shown._rows.entries) == 1, "for the search")
    shown._table.selectRow(0)
    await until(lambda: shown._chosen is not None, "for the row")
    shown._detail._run_button.click()
    assert program.form.draft["language"] == "en"
    assert program.form.draft["avatar_id"] == "dvp_Tristan"
    shown._detail._changes_button.click()
    await until(lambda: "Language: not sent → en" in shown._detail._changes.text(), "for the comparison")
    shown.close()


async def test_what_matches_nothing_says_so(program: Program) -> None:
    shown = await open_history(program)
    QTest.keyClicks(shown._search, "x")
    await until(lambda: "No session matches" in shown._nothing.text(), "for the word")
    shown.close()


def test_changes_are_told_by_label_and_never_a_secret() -> None:
    good = replace(ROW, sent={"avatar_id": "a", "voice_params": {"speed": 1.0}, "mode_type": 2, "stream_type": "agora"})
    now = replace(ROW, sent={"avatar_id": "a", "mode_type": 1, "stream_type": "livekit"})
    assert changes(now, good) == [
        "Speaking speed: 1.00 → not sent", "Mode: Dialogue → Retelling", "Stream type: Agora → LiveKit",
    ]  # fmt: skip

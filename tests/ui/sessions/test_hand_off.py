"""A session handed on from its card: its room, LiveKit Meet, the sheet; and what becomes of a copied secret."""

import asyncio
import json
import os
import re
import subprocess
import sys
import time
import zlib
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import segno
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from ui.conftest import OpenAt
from ui.driving import KEY, Program, Screen, cursor, until, until_says
from ui.selling import Time
from ui.spoken import crowded

from akool_desktop.desk.clock import Clock
from akool_desktop.store.entry import Entry, State
from akool_desktop.ui import clipboard
from akool_desktop.ui.controls import dialog
from akool_desktop.ui.sessions import hand_off
from akool_desktop.ui.sessions.hand_off import HandOff
from akool_desktop.ui.sessions.sheet import Sheet
from akool_desktop.ui.theme import px

TOKEN = "planted-token-41c7"
LIVEKIT = {"livekit_url": "wss://rooms.example.com", "livekit_token": TOKEN}
ENTRY = Entry(
    1, "client", "Client account", "dvp_Tristan", "livekit", 1000.0, State.LIVE, who="Tristan", preset="Booth, hall 3",
    room="akool", length=600, started_at=1060.0, session_id="s-1",
    sent={"avatar_id": "dvp_Tristan", "stream_type": "livekit", "mode_type": 2, "language": "en", "duration": 600},
)  # fmt: skip


def _copied() -> str:
    return QGuiApplication.clipboard().text()


def _open(program: Program, entry: Entry, credentials: dict[str, object]) -> Screen:
    HandOff(program.window, program.tasks, Sheet(entry, Clock(), {}), credentials, 540).open()
    return program.dialog()


async def test_the_room_is_copied_with_what_it_holds_said_first(open_at: OpenAt) -> None:
    program = await open_at()
    program.press("Hand over…")
    dialog = program.dialog()
    assert dialog.says("Holds Agora channel, Agora token. Until when its token is good cannot be read from it.")
    assert dialog.says("The session ends in ")
    dialog.press("Copy as JSON")
    room = json.loads(_copied())
    assert room["credentials"] == {"agora_channel": "booth", "agora_token": "token"}
    await until_says(program, "JSON copied. It holds a token, and leaves the clipboard after a minute.")
    dialog.press("Copy as .env")
    assert _copied().endswith("AGORA_CHANNEL=booth\nAGORA_TOKEN=token\n")
    assert not dialog.buttons("Show the code")


@pytest.mark.parametrize(("size", "text_size", "lines"), [
    ((1440, 900), 100, 1), ((1024, 640), 100, 2), ((1440, 900), 125, 2),
])  # fmt: skip
async def test_the_way_there_stands_beside_open_stage_as_far_as_there_is_room(
    open_at: OpenAt, size: tuple[int, int], text_size: int, lines: int
) -> None:
    program = await open_at()
    program.window._choices.choose("text_size", str(text_size))
    program.window.resize(*size)
    card = program.button("Hand over…").parentWidget()
    assert card
    stage, hand_over = program.button("Open Stage", card), program.button("Hand over…")
    both = (stage, hand_over)
    await until(lambda: len({button.y() for button in both}) == lines, f"for {lines}: {stage.geometry()}")
    await until(lambda: all(card.rect().contains(button.geometry()) for button in both), "for room")
    assert all(button.width() >= button.sizeHint().width() for button in both)
    across, down = hand_over.x() - stage.geometry().right() - 1, hand_over.y() - stage.geometry().bottom() - 1
    assert (across if lines == 1 else down) == px(8)
    program.window._choices.choose("text_size", "100")


async def test_a_session_that_ends_meanwhile_is_told_in_the_dialog(open_at: OpenAt) -> None:
    program = await open_at()
    program.press("Hand over…")
    dialog = program.dialog()
    assert not dialog.says("This session is over")
    (entry,) = program.sessions.open
    await program.sessions.end(entry)
    await until_says(dialog, "This session is over: what is copied from here leads to a room that nobody is in.")
    await until(lambda: not program.buttons("Hand over…"), "for the way there to go: there is nothing to take over")


async def test_enter_at_once_closes_it_and_copies_no_token(open_at: OpenAt) -> None:
    program = await open_at()
    program.press("Hand over…")
    await until(program.dialog().top.isActiveWindow, "for the dialog to come to the front")
    QGuiApplication.clipboard().setText("as before")
    QTest.keyClick(cursor(), Qt.Key.Key_Return)
    await program.closed()
    assert QGuiApplication.clipboard().text() == "as before"


async def test_no_end_is_told_that_only_a_clock_that_was_set_knows(open_at: OpenAt) -> None:
    hours = Time()
    program = await open_at(1, time=hours)
    program.sessions.clock._starts.clear()  # another run's
    hours.set(86_400)
    program.press("Hand over…")
    assert program.dialog().says("Holds ")
    assert not program.dialog().says("The session ends in ")


async def test_what_has_left_the_view_is_handed_over_to_nobody(open_at: OpenAt) -> None:
    """Its card goes a frame later."""
    program = await open_at()
    del program.sessions.entries[1]
    program.press("Hand over…")
    assert not program.dialogs()


async def test_livekit_meet_stands_behind_who_sees_the_token(program: Program) -> None:
    dialog = _open(program, ENTRY, {**LIVEKIT})
    assert dialog.says("LiveKit's server sees it, and so does everyone who sees the link or the code")
    assert not [label for label in dialog.all(QLabel) if not label.pixmap().isNull()]
    dialog.press("Show the code")
    (code,) = [label for label in dialog.all(QLabel) if not label.pixmap().isNull()]
    assert code.pixmap().width() > 90
    dialog.press("Copy link")
    assert _copied().startswith("https://meet.livekit.io/custom?")
    assert not [text for text in dialog.words() if TOKEN in text]


@pytest.mark.parametrize(("size", "least"), [(QSize(1400, 860), 3), (QSize(676, 344), 2)])
async def test_the_code_is_all_in_view_on_a_low_screen_too(
    program: Program, monkeypatch: pytest.MonkeyPatch, size: QSize, least: int
) -> None:
    """In two parts, one after the other, nothing reads it. The token is longer than most."""
    for module in (dialog, hand_off):
        monkeypatch.setattr(module, "room_for", lambda _: size)
    shown = _open(program, ENTRY, {**LIVEKIT, "livekit_token": "x" * 900})
    shown.press("Show the code")
    (code,) = [label for label in shown.all(QLabel) if not label.pixmap().isNull()]
    modules = segno.make("x" * 1000, error="l").symbol_size()[0]
    assert code.pixmap().width() >= least * modules
    await until(lambda: code.visibleRegion().boundingRect().height() == code.pixmap().height(), "for all of it")
    assert shown.top.height() <= size.height()


_CODE = """
from itertools import groupby
from PySide6.QtWidgets import QApplication, QLabel
from akool_desktop.ui.sessions.hand_off import qr_code
app = QApplication([])
code = QLabel()
code.setPixmap(qr_code("https://meet.livekit.io/custom?token=" + "eyJhbGciOi" * 40, 800, code.devicePixelRatioF()))
code.show()
seen = code.grab().toImage()
line = [seen.pixelColor(x, seen.height() // 2).lightness() for x in range(seen.width())]
runs = [len(list(same)) for _, same in groupby(line)][1:-1]
print(code.devicePixelRatioF(), sorted(set(line)), [run for run in runs if run % min(runs)])
"""


@pytest.mark.parametrize("ratio", ["1.0", "1.25", "1.5", "1.75", "2.0"])
def test_the_code_is_sharp_on_every_screen(ratio: str) -> None:
    """With grey edges, small as its squares are, a telephone reads it late or not at all."""
    ran = subprocess.run(
        [sys.executable, "-c", _CODE], capture_output=True, text=True, check=True,
        env=os.environ | {"QT_SCALE_FACTOR": ratio},
    )  # fmt: skip
    assert ran.stdout == f"{ratio} [0, 255] []\n"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (replace(ENTRY, room="own"), "This session is in a room of your own."),
        (replace(ENTRY, account_id="practice"), "Holds LiveKit server URL, LiveKit token."),
        (replace(ENTRY, stream_type="trtc"), "Holds LiveKit server URL, LiveKit token."),
    ],
    ids=["own room", "practice", "not LiveKit"],
)
async def test_meet_is_offered_for_akools_livekit_rooms_alone(program: Program, entry: Entry, said: str) -> None:
    dialog = _open(program, entry, {**LIVEKIT})
    assert dialog.says(said)
    assert not dialog.buttons("Copy link")
    assert bool(dialog.buttons("Copy as JSON")) == (entry.room != "own")
    await program.pause()
    assert not crowded(dialog.top)


async def test_the_sheet_is_one_page_without_a_secret(program: Program, tmp_path: Path) -> None:
    dialog = _open(program, ENTRY, {**LIVEKIT})
    path = tmp_path / "sheet.pdf"
    await _save_sheet(program, dialog, path)
    await until_says(program, "Saved as")
    content = path.read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == 1
    unpacked = b"".join(_unpacked(part) for part in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL))
    assert TOKEN.encode() not in content + unpacked


def _unpacked(part: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(part)
    except zlib.error:
        return b""


def test_the_sheet_says_what_runs_and_what_to_do() -> None:
    sent = {**ENTRY.sent, "voice_params": {"speed": 1.1}}
    text = Sheet(replace(ENTRY, sent=sent), Clock(lambda: 1100.0), {"avatar_id": "Tristan"}).html()
    for said in ("Hand-off: Tristan", "Tristan will answer people", "s-1", "Booth, hall 3", "10:00", "1.10",
                 "Ends at the latest", "Booked", "press Try again", "No key, no token"):  # fmt: skip
        assert said in text
    assert KEY not in text


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone is the system's alone here")
def test_the_sheet_says_whose_time_it_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paper is read elsewhere, and in the night when the clocks go back an hour comes twice."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    once, twice = (Sheet(ENTRY, Clock(partial(float, at)), {}).html() for at in (1_792_888_200, 1_792_891_800))
    monkeypatch.undo()
    time.tzset()
    assert "Written 2026-10-25 02:30 (UTC+02:00)." in once
    assert "Written 2026-10-25 02:30 (UTC+01:00)." in twice


def test_the_sheet_tells_no_end_that_only_a_clock_that_was_set_knows() -> None:
    assert "Ends at the latest" not in Sheet(ENTRY, Clock(lambda: 300_000.0), {}).html()


def test_no_link_on_the_sheet_keeps_what_lets_somebody_in(program: Program) -> None:
    link = "https://me:planted-password@cdn.example/hall.jpg?sig=planted-signature#planted-mark"
    text = Sheet(replace(ENTRY, sent={**ENTRY.sent, "background_url": link}), program.sessions.clock, {}).html()
    assert "https://cdn.example/hall.jpg?…" in text
    assert "planted" not in text


def test_the_sheet_of_what_another_program_started_names_no_room(program: Program) -> None:
    assert "Akool&#x27;s room" in Sheet(ENTRY, program.sessions.clock, {}).html()
    adopted = replace(ENTRY, room="", stream_type="", sent={})
    text = Sheet(adopted, program.sessions.clock, {}).html()
    assert "Akool&#x27;s room" not in text
    assert "Stream type" not in text


@pytest.mark.parametrize(
    ("room", "said"), [("akool", "press Open Stage"), ("own", "join it with a pass made there")]
)
def test_the_sheet_says_how_to_join(program: Program, room: str, said: str) -> None:
    assert said in Sheet(replace(ENTRY, room=room), program.sessions.clock, {}).html()


async def _save_sheet(program: Program, dialog: Screen, path: Path) -> None:
    dialog.press("Save sheet…")
    await until(lambda: program.window.findChildren(QFileDialog), "for the question where to")
    (asked,) = program.window.findChildren(QFileDialog)
    asked.fileSelected.emit(str(path))
    asked.reject()


async def test_a_folder_that_cannot_be_written_is_said(program: Program, tmp_path: Path) -> None:
    await _save_sheet(program, _open(program, ENTRY, {}), tmp_path / "none" / "sheet.pdf")
    await until_says(program, "could not be written: No such file or directory.")


@pytest.mark.skipif(sys.platform != "linux", reason="needs a full device")
async def test_a_disk_that_is_full_is_said(program: Program) -> None:
    await _save_sheet(program, _open(program, ENTRY, {}), Path("/dev/full"))
    await until_says(program, "could not be written: No space left on device.")


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
async def test_a_share_that_does_not_answer_holds_only_the_sheet(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    os.mkfifo(path)
    await _save_sheet(program, _open(program, ENTRY, {}), path)
    assert (await asyncio.to_thread(path.read_bytes)).startswith(b"%PDF")
    await until_says(program, "Saved as")


async def test_a_link_that_no_code_can_hold_is_copied_alone(program: Program) -> None:
    dialog = _open(program, ENTRY, {**LIVEKIT, "livekit_token": "x" * 3000})
    assert not dialog.buttons("Show the code")
    dialog.press("Copy link")
    assert len(_copied()) > 3000


async def test_a_secret_leaves_the_clipboard_after_a_while_and_what_came_after_it_stays(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert program.window.isVisible()
    monkeypatch.setattr(clipboard, "SECRET_STAYS", 30)
    clipboard.copy_secret(TOKEN)
    assert _copied() == TOKEN
    assert QGuiApplication.clipboard().mimeData().data("x-kde-passwordManagerHint").data() == b"secret"
    await until(lambda: not _copied(), "for the secret to go")
    clipboard.copy_secret("another")
    clipboard.copy_secret("another")
    clipboard.copy("what the operator copied")
    await program.pause()
    assert _copied() == "what the operator copied"


async def test_a_token_on_the_card_is_copied_as_a_secret(open_at: OpenAt) -> None:
    program = await open_at()
    program.press("Copy Agora token")
    assert _copied() == "token"
    assert QGuiApplication.clipboard().mimeData().hasFormat("x-kde-passwordManagerHint")
    program.press("Copy Session ID")
    assert not QGuiApplication.clipboard().mimeData().hasFormat("x-kde-passwordManagerHint")

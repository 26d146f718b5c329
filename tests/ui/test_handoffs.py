"""What is handed on of a session and of a draft: shown with what it contains and for how long, then copied or saved."""

from pathlib import Path

import pytest
import segno
from hostile import Visit, ok
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from ui.conftest import OpenAt
from ui.driving import AVATAR, Program, Screen, until
from ui.selling import Sessions

from akool_desktop.session.fields import Value
from akool_desktop.ui.cards import SessionCard
from akool_desktop.ui.handoff_dialog import HandOffDialog
from akool_desktop.ui.qr_code import QrCode
from akool_desktop.ui.strip import Strip

pytestmark = pytest.mark.usefixtures("opened")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the desktop was asked to open."""
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    return opened


async def _create(program: Program, **values: Value) -> None:
    program.load({"avatar_id": AVATAR, **values})
    program.click(program.create_button)
    await program.created()


async def _hand_off(program: Program, within: QWidget | None = None) -> Screen:
    """From the session's card; its row has the button too."""
    program.press("Hand off…", within or program.window.findChild(SessionCard))
    await until(lambda: program.window.findChildren(HandOffDialog), "for the dialog")
    return Screen(program.window.findChildren(HandOffDialog)[-1])


def _clipboard_is_secret() -> bool:
    return QGuiApplication.clipboard().mimeData().data("x-kde-passwordManagerHint").data() == b"secret"


@pytest.mark.parametrize(("button", "holds"), [("Copy as JSON", '"credentials": {'), ("Copy as .env", "AGORA_TOKEN=")])
async def test_the_credentials_of_akools_room_are_copied_as_a_secret(
    program: Program, button: str, holds: str
) -> None:
    await _create(program)
    dialog = await _hand_off(program)
    (booking,) = program.practice.books()
    assert dialog.says("What a front end needs to join Akool's Agora room: Agora UID, Agora App ID, Agora channel")
    assert dialog.says("The token is good for ")
    assert dialog.says("left, and the room closes with it.")
    token = str(booking.credentials["agora_token"])
    assert not dialog.says(token)
    dialog.press(button)
    text = QGuiApplication.clipboard().text()
    assert token in text
    assert booking.id in text
    assert holds in text
    assert _clipboard_is_secret()
    assert dialog.says("Gone from the clipboard in a minute.")


async def test_livekit_meet_stands_behind_who_will_see_the_token(
    akool: Sessions, open_at: OpenAt, opened: list[str]
) -> None:
    token = "planted-token-77c2e0"

    def create(visit: Visit) -> bool:
        room = {"livekit_url": "wss://a.livekit.cloud", "livekit_token": token}
        return ok({"_id": akool.start(), "status": 2, "stream_type": "livekit", "credentials": room})(visit)

    akool.instead["session/create"] = create
    program = await open_at()
    dialog = await _hand_off(program)
    assert dialog.says("Whoever joins with these credentials takes the place of whoever was there before")
    assert dialog.says("opening it hands the token to meet.livekit.io, LiveKit's own server")
    assert not dialog.buttons("Copy link")
    assert not dialog.all(QrCode)
    dialog.press("Show link and QR code")
    await until(lambda: dialog.buttons("Copy link"), "for the link")
    dialog.press("Copy link")
    link = QGuiApplication.clipboard().text()
    assert link == f"https://meet.livekit.io/custom?liveKitUrl=wss%3A%2F%2Fa.livekit.cloud&token={token}"
    assert _clipboard_is_secret()
    assert not dialog.says(token)
    (code,) = dialog.all(QrCode)
    assert code.accessibleName() == "QR code of the link"
    assert _modules(code, len(code_rows := _drawn(link))) == code_rows
    assert not opened
    dialog.press("Open LiveKit Meet")
    assert opened == [link]


def _drawn(link: str) -> list[list[bool]]:
    made = segno.make_qr(link, error="l", boost_error=False)
    return [[bool(dark) for dark in row] for row in made.matrix_iter(border=4)]


def _modules(code: QrCode, count: int) -> list[list[bool]]:
    """What is painted, read back: one look into the middle of each square."""
    shown = code.grab().toImage()
    size = shown.width() / count
    middle = [int((place + 0.5) * size) for place in range(count)]
    return [[shown.pixelColor(x, y).lightness() < 128 for x in middle] for y in middle]


async def test_practice_says_that_nobody_can_join_and_offers_no_link(program: Program) -> None:
    await _create(program, stream_type="livekit")
    dialog = await _hand_off(program)
    assert dialog.says("Practice: these credentials are made up.")
    assert not dialog.says("LiveKit Meet")


async def test_an_own_room_has_no_credentials_to_hand_off(program: Program) -> None:
    await _create(
        program, stream_type="livekit", room="own",
        **{"credentials.livekit_url": "wss://booth.example", "credentials.livekit_token": "planted-token-77c2e0"},
    )  # fmt: skip
    dialog = await _hand_off(program)
    assert dialog.says("This session runs in your own room")
    assert not dialog.buttons("Copy as")
    assert not dialog.says("LiveKit Meet")
    assert dialog.button("Save sheet…")


async def test_the_row_leads_there_too_and_to_the_same_dialog(program: Program) -> None:
    await _create(program)
    await _hand_off(program)
    await _hand_off(program, program.window.findChild(Strip))
    await until(lambda: not program.tasks.runs("hand off 1"), "for the credentials")
    assert len(program.window.findChildren(HandOffDialog)) == 1


async def test_it_closes_when_the_session_ends(program: Program) -> None:
    await _create(program)
    await _hand_off(program)
    await program.pause()
    program.press("End session")
    await until(lambda: not program.window.findChildren(HandOffDialog), "for the dialog to close")
    await until(lambda: not program.buttons("Hand off…"), "for the button to go")


async def test_the_sheet_of_a_session_is_written_and_opened(
    program: Program, tmp_path: Path, opened: list[str]
) -> None:
    await _create(program)
    dialog = await _hand_off(program)
    (booking,) = program.practice.books()
    file = tmp_path / "sheet.html"
    dialog.press("Save sheet…")
    _choose(dialog, file)
    await until(lambda: opened, "for the sheet")
    text = file.read_text("utf-8")
    assert booking.id in text
    assert "Tristan: a session at Akool" in text
    assert "no key, no token and no password" in text
    assert str(booking.credentials["agora_token"]) not in text
    assert dialog.says(f"Hand-off sheet written to {file}.")


async def test_the_sheet_of_a_draft_is_in_the_menu(program: Program, tmp_path: Path, opened: list[str]) -> None:
    program.load({"avatar_id": AVATAR, "language": "<b>en</b>", "use_elevenlabs": True,
                  "voice_params.elevenlabs_settings.api_key": "planted-key-77c2e0"})  # fmt: skip
    program.press("Request preview")
    menu = program.button("Copy as")
    assert isinstance(menu, QPushButton)
    next(action for action in menu.menu().actions() if action.text() == "Hand-off sheet…").trigger()
    file = tmp_path / "sheet.html"
    _choose(program, file)
    await until(lambda: opened, "for the sheet")
    text = file.read_text("utf-8")
    assert "&lt;b&gt;en&lt;/b&gt;" in text
    assert "Nothing runs yet" in text
    assert "planted" not in text


async def test_a_disk_that_refuses_is_said(program: Program, tmp_path: Path, opened: list[str]) -> None:
    (tmp_path / "file").write_text("")
    await _create(program)
    dialog = await _hand_off(program)
    dialog.press("Save sheet…")
    _choose(dialog, tmp_path / "file" / "sheet.html")
    await until(lambda: program.says("could not be saved"), "for the card")
    assert not opened


def _choose(screen: Screen, file: Path) -> None:
    chooser = screen.all(QFileDialog)[-1]
    chooser.fileSelected.emit(str(file))
    chooser.reject()

"""The Stage from the window: opened in a real browser, heard and spoken through, closed with its session."""

import asyncio
import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jwt
import pytest
from hostile import Visit, ok
from keyrings import Shelf, in_use
from livekit_double import LiveKitDouble
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget
from staging import Address
from ui.conftest import OpenAt
from ui.driving import AVATAR, Program, cursor, until, until_says
from ui.selling import LIVE, Sessions

from akool_desktop.paths import resource
from akool_desktop.session.fields import Value
from akool_desktop.stage.host import SDKS
from akool_desktop.stage.session import Refused, Said, StateChanged
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.redaction import SECRETS
from akool_desktop.ui.sessions import program_view
from akool_desktop.ui.sessions.program_dialog import USUAL_PORT
from akool_desktop.ui.speaking import speak


class Browser(QObject):
    """What the desktop hands addresses to: Chromium, or nobody."""

    def __init__(self, profile: Path) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.starts = True
        self._profile = profile
        self._started: list[subprocess.Popen[bytes]] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.addresses.append(url.toString())
        path = shutil.which("chromium")
        if path and self.starts:
            self._started.append(
                subprocess.Popen(
                    [
                        path, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0",
                        f"--user-data-dir={self._profile}", "--autoplay-policy=no-user-gesture-required",
                        url.toString(),
                    ],
                    env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": "disabled:"},
                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
                )
            )  # fmt: skip

    def close(self) -> None:
        for process in self._started:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self._started.clear()


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    browser = Browser(tmp_path / "profile")
    QDesktopServices.setUrlHandler("http", browser, "open")  # type: ignore[arg-type]  # str, whatever its stub says
    yield browser
    QDesktopServices.unsetUrlHandler("http")
    browser.close()


@pytest.fixture
def chromium(browser: Browser) -> Browser:
    if not shutil.which("chromium") or os.name != "posix":
        pytest.skip("no chromium here; packaging/test.py installs it on Debian and Ubuntu")
    return browser


async def _create(program: Program, **draft: Value) -> None:
    program.window.resize(1440, 900)
    program.load({"avatar_id": AVATAR, **draft})
    program.click(program.create_button)
    await program.created()


def _strip(program: Program) -> QWidget:
    return program.window._open_sessions.strip


def _open_stage(program: Program) -> None:
    program.press("Open Stage", _strip(program))


def _stage_buttons(program: Program) -> int:
    return len(program.buttons("Open Stage"))


async def test_an_open_stage_speaks_the_language_of_the_window(program: Program, browser: Browser) -> None:
    browser.starts = False
    await _create(program)
    _open_stage(program)
    await until(lambda: browser.addresses, "for the address")
    address = Address(browser.addresses[0])
    try:
        speak("zh_CN")
        await program.pause()
        (entry,) = program.sessions.open
        await until(lambda: not program.tasks.runs(f"language of stage {entry.row}"), "for the page")
        answer = await asyncio.to_thread(address.ask, "GET", "/language.json")
        assert json.loads(answer.text)["name"] == "zh"  # type: ignore[attr-defined]
    finally:
        speak("en")


@pytest.mark.usefixtures("chromium")
async def test_practice_is_seen_spoken_to_and_left(program: Program) -> None:
    await _create(program)
    await until(lambda: _stage_buttons(program) == 2, "for the buttons of the row and the card")
    _open_stage(program)
    await until_says(program, "First picture after ", "1280 × 720", "Connection good")
    say = program.labelled("Say")
    assert isinstance(say, QLineEdit)
    program.bring_into_view(say)
    QTest.keyClicks(say, "Good evening")
    QTest.keyClick(say, Qt.Key.Key_Return)
    await until_says(program, "You: Good evening", "Avatar: You said “Good evening”")
    assert say.text() == ""
    program.button("Dismiss").setFocus()
    for stop in (say, program.button("Interrupt")):  # Tab goes down the card
        QTest.keyClick(cursor(), Qt.Key.Key_Tab)
        assert cursor() is stop
    program.press("Interrupt")
    program.press("Program view…")
    program.dialog().press("Copy link")
    await until_says(program, "Link copied. It lets whoever has it watch")
    program.dialog().press("Close")
    await program.closed()
    program.press("Leave")
    await until_says(program, "You have left the room. The session is still running and may cost money")
    await until(lambda: all(_noted(program)) and "1280 × 720" in _noted(program)[1], "for the ledger")
    assert not program.buttons("Interrupt")
    assert [entry.state.over for entry in program.sessions.entries.values()] == [False]


@pytest.fixture
def livekit() -> Iterator[LiveKitDouble]:
    double = LiveKitDouble()
    yield double
    double.stop()


@pytest.mark.skipif(not resource(f"stage/sdk/{SDKS['livekit']}").is_file(), reason="needs packaging/stage_sdks.py")
@pytest.mark.usefixtures("chromium")
async def test_a_livekit_room_is_seen_and_spoken_to_from_the_window(
    livekit: LiveKitDouble, akool: Sessions, open_at: OpenAt
) -> None:
    """The vendor's own SDK in a real browser, a room's double, and the window's own buttons."""

    def create(visit: Visit) -> bool:
        credentials = {"livekit_url": livekit.url, "livekit_token": livekit.token(), "livekit_room_name": "room"}
        return ok(
            {"_id": akool.start(), "status": LIVE, "stream_type": "livekit", "credentials": credentials}
        )(visit)

    akool.instead["session/create"] = create
    livekit.answer = _answering
    program = await open_at()
    _open_stage(program)
    await until_says(program, "First picture after ", "VP8 640 × 360", "Connection good")
    say = program.labelled("Say")
    assert isinstance(say, QLineEdit)
    program.bring_into_view(say)
    QTest.keyClicks(say, "Guten Abend")
    QTest.keyClick(say, Qt.Key.Key_Return)
    await until_says(program, "Avatar: Hello from the room")
    program.press("Interrupt")
    await until(lambda: livekit.heard[-1]["pld"] == {"cmd": "interrupt"}, "for the interruption")
    assert [said["pld"]["text"] for said in livekit.heard if said["type"] == "chat"] == ["Guten Abend"]
    livekit.send_away("ROOM_DELETED")
    await until(lambda: not program.buttons("Interrupt"), "for the page to leave")
    await until(lambda: all(_noted(program)) and "VP8" in _noted(program)[1], "for the ledger")


def _noted(program: Program) -> tuple[int | None, str]:
    """What the ledger holds of the Stage's picture."""
    (entry,) = program.sessions.entries.values()
    return entry.first_frame, entry.picture


def _answering(message: dict[str, Any]) -> list[dict[str, Any]]:
    if message["type"] != "chat":
        return []
    answer = {"from": "bot", "text": "Hello from the room"}
    return [{"v": 2, "type": "chat", "mid": "a", "idx": 0, "fin": True, "pld": answer}]


async def test_a_page_that_is_closed_ends_nothing_and_may_be_opened_again(program: Program, chromium: Browser) -> None:
    await _create(program)
    _open_stage(program)
    await until_says(program, "First picture after ")
    chromium.close()
    await until_says(program, "The page was closed. The session is still running and may cost money.")
    assert len(program.sessions.open) == 1
    (on_card,) = set(program.buttons("Open Stage")) - set(program.buttons("Open Stage", _strip(program)))
    program.click(on_card)
    await until_says(program, "First picture after ")
    assert len(set(chromium.addresses)) == 2


@pytest.mark.usefixtures("chromium")
async def test_fast_dialogue_offers_no_typing_and_says_why(program: Program) -> None:
    await _create(program, scene_mode="fast_dialogue", **{"voice_params.voice_id": "marin"})
    _open_stage(program)
    await until_says(program, "Fast dialogue is voice only")
    assert not program.labelled("Say").isVisible()
    assert program.buttons("Leave")


async def _answers(address: str) -> bool:
    """Whether anything still listens where the page came from."""
    parts = urlsplit(address)
    try:
        _, writer = await asyncio.open_connection(parts.hostname, parts.port)
    except OSError:
        return False
    writer.close()
    await writer.wait_closed()
    return True


async def test_the_end_of_the_session_closes_its_stage(program: Program, browser: Browser) -> None:
    browser.starts = False
    await _create(program)
    await program.pause()
    _open_stage(program)
    await until(lambda: browser.addresses, "for the address")
    await until_says(program, "Opening in the browser. If no page appears there, copy the link.")
    assert await _answers(browser.addresses[0])
    program.press("End session")
    await until(lambda: not program.sessions.open, "for the end")
    while await _answers(browser.addresses[0]):
        await program.pause()
    assert _stage_buttons(program) == 0


async def test_leaving_the_program_gives_the_port_back(program: Program, browser: Browser) -> None:
    browser.starts = False
    await _create(program)
    _open_stage(program)
    await until(lambda: browser.addresses, "for the address")
    await program.window.close_stages()
    assert not await _answers(browser.addresses[0])


async def test_without_a_browser_the_link_is_copied_and_shown_nowhere(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)  # what Qt says where there is none
    await _create(program)
    _open_stage(program)
    await until_says(program, "No browser could be opened.")
    program.press("Copy link")
    await until_says(program, "Link copied. It is good once, and for a minute.")
    link = QGuiApplication.clipboard().text()
    assert urlsplit(link).hostname == "127.0.0.1"
    assert not [text for text in program.words() if "#t=" in text or urlsplit(link).fragment in text]


def _token(who: str) -> str:
    claims = {"sub": who, "exp": time.time() + 3600, "video": {"room": "booth-3", "roomJoin": True}}
    return jwt.encode(claims, "s" * 32, "HS256")


async def _create_in_own_room(program: Program) -> None:
    room: dict[str, Value] = {
        "stream_type": "livekit", "room": "own", "credentials.livekit_url": "wss://booth.example.com",
        "credentials.livekit_token": _token("avatar-1"), "credentials.livekit_room_name": "booth-3",
    }  # fmt: skip
    await _create(program, **room)


async def test_an_own_room_has_none_without_a_viewers_pass(program: Program, browser: Browser) -> None:
    browser.starts = False
    await _create_in_own_room(program)
    await until_says(program, "An own room has no Stage here: the token in the form is the avatar's")
    assert _stage_buttons(program) == 0
    program.press("Give a viewer's pass…")
    dialog = program.dialog()
    token = dialog.labelled("LiveKit token")
    assert isinstance(token, QLineEdit)
    QTest.keyClicks(token, _token("avatar-1"))
    dialog.press("Open Stage")
    assert dialog.says("joining with it would throw the avatar off the air")
    token.clear()
    QTest.keyClicks(token, viewers := _token("viewer"))
    dialog.press("Open Stage")
    await until(lambda: browser.addresses, "for the address")
    await program.closed()
    assert not program.says("An own room has no Stage here")
    assert SECRETS.clean(f"with {viewers}") == "with [secret]"
    assert not [text for text in program.words() if "eyJ" in text]


async def test_a_pass_that_comes_after_the_end_is_not_kept(program: Program, browser: Browser) -> None:
    await _create_in_own_room(program)
    await until_says(program, "An own room has no Stage here")
    program.press("Give a viewer's pass…")
    dialog = program.dialog()
    token = dialog.labelled("LiveKit token")
    assert isinstance(token, QLineEdit)
    QTest.keyClicks(token, _token("viewer"))
    (entry,) = program.sessions.open
    await program.sessions.end(entry)
    dialog.press("Open Stage")
    await until_says(program, "This session is over.")
    stages = program.window._open_sessions.stages
    await until(lambda: not program.tasks.runs(f"stage {entry.row}"), "for the Stage")
    assert not stages._hosts
    assert not stages._passes
    assert not browser.addresses


async def test_what_the_page_could_not_do_is_said_until_it_goes_on(program: Program, browser: Browser) -> None:
    """What is typed here goes out there: whoever sits here would take it for said."""
    browser.starts = False
    await _create(program)
    await program.pause()
    _open_stage(program)
    await until(lambda: browser.addresses, "for the address")
    stages = program.window._open_sessions.stages
    stages._hear(1, StateChanged("live", "Live"))
    stages._hear(1, Refused("That could not be sent. Try again."))
    await until_says(program, "That could not be sent. Try again.")
    stages._hear(1, Said("user", "m2", "Hello", True))
    await program.pause()
    assert not program.says("That could not be sent")


async def test_a_pass_for_an_own_room_joins_it(program: Program, browser: Browser) -> None:
    """As the real one would: the page is given the room and the pass, never the avatar's token."""
    stages = program.window._open_sessions.stages
    entry = Entry(1, "elsewhere", "Client", AVATAR, "livekit", 1.0, State.LIVE, room="own", session_id="s1")
    stages._passes[1] = {"livekit_url": "wss://booth.example.com", "livekit_token": "the viewer's"}
    stages._sessions.avatars[1] = "avatar-1"
    shown = stages._session(entry)
    assert shown.credentials == {"livekit_url": "wss://booth.example.com", "livekit_token": "the viewer's"}
    assert shown.avatar == "avatar-1"  # others in the room are not taken for it
    assert not browser.addresses


async def test_the_program_view_is_copied_opened_and_keeps_its_address(program: Program, browser: Browser) -> None:
    browser.starts = False
    await _create(program)
    await program.pause()
    _open_stage(program)
    await until(lambda: browser.addresses, "for the address")
    stages = program.window._open_sessions.stages
    stages._hear(1, StateChanged("live", "Live"))  # no browser is started here: see test_program for what it shows
    stages._show_program(1)
    dialog = program.dialog()
    assert dialog.says("In OBS, press + under Sources and choose Browser.")
    background, fit = dialog.labelled("Background"), dialog.labelled("Fit")
    assert isinstance(background, QComboBox)
    assert isinstance(fit, QComboBox)
    background.setCurrentText("Green for keying")
    fit.setCurrentText("Fill the frame")
    dialog.press("Copy link")
    await until_says(program, "Link copied. It lets whoever has it watch")
    first = urlsplit(QGuiApplication.clipboard().text())
    assert (first.path, first.fragment.split("&")[1:]) == ("/program.html", ["background=00b140", "fit=cover"])
    dialog.press("Open in the browser")
    await until(lambda: len(browser.addresses) == 2, "for the program view")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (keeps,) = dialog.all(QCheckBox)
    (number,) = dialog.all(QSpinBox)
    program.click(keeps)
    number.setValue(port)
    number.editingFinished.emit()
    assert dialog.says("From the next Stage that is opened.")
    dialog.press("Close")
    await program.closed()
    links = [await _program_link(program, browser) for _ in range(2)]
    assert links[0] == links[1]
    assert urlsplit(links[0]).port == port
    await until(lambda: not program.tasks.runs("save settings"), "for the settings")
    assert program.window._settings_file.load().port == port


async def test_a_port_that_was_taken_is_the_one_that_is_named(program: Program, browser: Browser) -> None:
    """And not what is chosen for the next Stage: no port at all, perhaps."""
    browser.starts = False
    await _create(program)
    await program.pause()
    stages = program.window._open_sessions.stages
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = stages.program.port = other.getsockname()[1]
        _open_stage(program)
        await until(lambda: browser.addresses, "for the address")
    for _ in range(2):
        stages._show_program(1)
        dialog = program.dialog()
        assert dialog.says(f"Port {port} is taken")
        (keeps,) = dialog.all(QCheckBox)
        keeps.setChecked(False)
        dialog.press("Close")
        await program.closed()


async def test_a_keyring_that_waits_to_be_unlocked_keeps_no_stage_closed(
    program: Program, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It holds the key of the program view's link, which is another one this time."""
    monkeypatch.setattr(program_view, "_KEYRING_TAKES", 0.2)
    await _create(program)
    await program.pause()
    with in_use(Shelf()) as shelf:
        shelf.open.clear()
        program.window._open_sessions.stages.program.port = USUAL_PORT
        _open_stage(program)
        await until(lambda: browser.addresses, "for the address")


async def test_the_program_view_of_a_session_that_has_ended_says_so(program: Program, browser: Browser) -> None:
    browser.starts = False
    await _create(program)
    await program.pause()
    _open_stage(program)
    await until(lambda: browser.addresses, "for the address")
    stages = program.window._open_sessions.stages
    stages._show_program(1)
    dialog = program.dialog()
    (entry,) = program.sessions.open
    await program.sessions.end(entry)
    await until(lambda: not stages._hosts, "for the Stage to close")
    dialog.press("Copy link")
    await until_says(program, "This session is over.")
    dialog.press("Close")
    stages._show_program(1)  # a click that was on its way
    stages._ask_pass(1)
    await program.closed()


async def _program_link(program: Program, browser: Browser) -> str:
    """Of a session of its own, which ends again."""
    for entry in list(program.sessions.open):
        await program.sessions.end(entry)
    await until(lambda: not program.window._open_sessions.stages._hosts, "for the Stage before it to close")
    seen = len(program.sessions.entries)
    program.click(program.create_button)
    await until(lambda: len(program.sessions.entries) > seen and program.sessions.open, "for a session")
    await program.pause()
    opened = len(browser.addresses)
    (row,) = [entry.row for entry in program.sessions.open]
    await until(lambda: program.sessions.entries[row].session_id, "for its id")
    stages = program.window._open_sessions.stages
    stages.open(row)
    await until(lambda: len(browser.addresses) > opened, "for the address")
    return await stages._hosts[row].program_url()


async def test_a_room_whose_credentials_are_gone_says_so(open_at: OpenAt, browser: Browser) -> None:
    program = await open_at()
    program.sessions.credentials.take(program.sessions.entries[1], {})
    _open_stage(program)
    await until_says(program, "The credentials of this session's room are not on this computer")
    assert not browser.addresses


async def test_the_page_is_given_the_rooms_own_credentials(open_at: OpenAt, browser: Browser) -> None:
    browser.starts = False
    program = await open_at()
    _open_stage(program)
    await until(lambda: browser.addresses, "for the address")
    address = Address(browser.addresses[0])
    status, given = await asyncio.to_thread(address.redeem, address.ticket)
    assert (status, given["provider"]) == (200, "agora")
    assert given["credentials"] == {"agora_channel": "booth", "agora_token": "token"}


async def test_a_checkout_without_the_sdks_says_what_brings_them(
    open_at: OpenAt, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SDKS, "agora", "not-brought.js")
    program = await open_at()
    _open_stage(program)
    await until_says(program, "Run: python3 packaging/stage_sdks.py")
    assert not browser.addresses

"""Hearing samples: one at a time, over before the dialog is, and a sentence where nothing can be heard."""

import sys

import pytest
from hostile import Behaviour, HostileServer, Visit, ok, reply, web_page
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from ui.conftest import OpenProgram, Serve
from ui.driving import KEY, Program, cursor, until
from ui.pickers.test_pickers import Dialog, choose

from akool_desktop.practice.media import sample
from akool_desktop.ui.pickers import player

miniaudio = pytest.importorskip("miniaudio")
PLAY = QPoint(20, 26)  # into a row
ELSEWHERE = miniaudio.Backend.WASAPI if sys.platform != "win32" else miniaudio.Backend.ALSA


@pytest.fixture
def _silent_device(monkeypatch: pytest.MonkeyPatch) -> None:
    """A device that takes sound at its pace and throws it away."""
    monkeypatch.setattr(player, "_BACKENDS", [miniaudio.Backend.NULL])


def playing(program: Program) -> str:
    return program.window._pickers._player.playing.rpartition("/")[2]


def device(program: Program) -> object:
    return program.window._pickers._player._device


@pytest.mark.usefixtures("_silent_device")
async def test_one_sample_at_a_time(program: Program) -> None:
    dialog = await choose(program, "voice_id")
    dialog.entry("Curator", at=PLAY)
    assert playing(program) == "practice-clone-curator"
    await until(lambda: device(program), "for the sound to begin")
    first = device(program)
    dialog.entry("Guia", at=PLAY)
    await until(lambda: device(program) not in (None, first), "for the other sound")
    assert playing(program) == "practice-clone-guia"
    assert dialog.button("Stop")
    dialog.press("Stop")
    assert playing(program) == ""
    dialog.key(Qt.Key.Key_Escape)


@pytest.mark.usefixtures("_silent_device")
async def test_a_sample_ends_by_itself(program: Program) -> None:
    dialog = await choose(program, "voice_id")
    dialog.entry("Curator")
    dialog.press("Play sample")
    await until(lambda: device(program), "for the sound to begin")
    await until(lambda: not playing(program), "for its end")
    assert dialog.button("Play sample")
    dialog.key(Qt.Key.Key_Escape)


@pytest.mark.usefixtures("_silent_device")
async def test_the_space_bar_plays_and_closing_stops(program: Program) -> None:
    dialog = await choose(program, "voice_id")
    dialog.entry("Curator")
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert playing(program)
    await until(lambda: device(program), "for the sound to begin")
    QTest.keyClick(cursor(), Qt.Key.Key_Escape)
    await program.closed()
    assert not playing(program)
    assert device(program) is None


@pytest.mark.usefixtures("_silent_device")
async def test_closing_before_it_has_begun(program: Program) -> None:
    dialog = await choose(program, "voice_id")
    dialog.entry("Curator", at=PLAY)
    dialog.key(Qt.Key.Key_Escape)
    await program.closed()
    await until(lambda: not program.tasks.runs("sample"))
    assert device(program) is None


async def _refusal(program: Program, words: str) -> None:
    dialog = await choose(program, "voice_id")
    dialog.entry("Curator", at=PLAY)
    await until(lambda: dialog.says(words), lambda: f"for {words}; it says {dialog.words()}")
    assert not playing(program)
    dialog.entry("Guia", at=PLAY)  # said anew, once
    await until(lambda: sum(words in text for text in dialog.words()) == 1 and not playing(program))
    dialog.key(Qt.Key.Key_Escape)


async def test_without_a_sound_device_it_says_so(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(player, "_BACKENDS", [ELSEWHERE])
    await _refusal(program, "No sound device was found")


async def test_without_the_library_it_says_so(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    await _refusal(program, "there is no sound library for this computer")


@pytest.mark.usefixtures("_silent_device")
@pytest.mark.parametrize(
    ("behaviour", "words"),
    [
        (web_page(), "cannot be played here"),
        (reply(b"", content_type="audio/mpeg", status=404), "answers with HTTP 404"),
        (reply(b"ID3" + bytes(100), content_type="audio/mpeg"), "damaged"),
        (reply(sample("x", low=True)[:30], content_type="audio/wav"), "damaged"),
    ],
)
async def test_a_sample_that_cannot_be_had_or_heard_says_so(
    open_program: OpenProgram, serve: Serve, behaviour: Behaviour, words: str
) -> None:
    def behave(visit: Visit) -> bool:
        if "/samples/" in visit.request.path:
            return behaviour(visit)
        if "type=1" not in visit.request.path:
            return ok([])(visit)
        preview = f"http://127.0.0.1:{visit.server.port}/samples/1"
        return ok([{"voice_id": "v", "name": "V", "support_stream": True, "preview": preview}])(visit)

    server: HostileServer = serve(behave)
    program = await open_program(environment_key=KEY, base_url=server.url)
    await program.read()
    dialog: Dialog = await choose(program, "voice_id")
    dialog.entry("V", at=PLAY)
    await until(lambda: dialog.says(words), lambda: f"for {words}; it says {dialog.words()}")
    dialog.key(Qt.Key.Key_Escape)

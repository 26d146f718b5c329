"""The clocks under the tokens, and what the rest of the window says of them."""

import re
import time
from itertools import chain, repeat

import jwt
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from ui.driving import Program, settle, until

from akool_desktop.session.fields import Value

TOKEN = "credentials.livekit_token"


def livekit(seconds: float, **grant: object) -> str:
    video = {"room": "booth-3", "roomJoin": True} | grant
    return jwt.encode({"sub": "avatar-1", "exp": time.time() + seconds, "video": video}, "s" * 32, "HS256")


def own(token: str, **more: Value) -> dict[str, Value]:
    return {
        "avatar_id": "a", "room": "own", "stream_type": "livekit", "credentials.livekit_url": "wss://booth.example",
        TOKEN: token, "duration": 1800, **more,
    }  # fmt: skip


def rail(page: Program) -> str:
    """What the rail says of the step with the credentials."""
    return page.button("6 Credentials", page.field("rail")).accessibleDescription()


def below_token(page: Program) -> list[str]:
    return page.words(page.row(TOKEN))


@pytest.mark.parametrize(
    ("seconds", "says"),
    [
        (3125, "Good for 52 minutes"),
        (1690, "Good for 28 minutes, shorter than your 30-minute session"),
        (-185, "Expired 3 minutes ago"),
    ],
)
def test_a_clock_shows_under_the_token(page: Program, seconds: float, says: str) -> None:
    page.load(own(livekit(seconds)))
    assert says in below_token(page)


def test_a_good_token_is_one_line_and_no_note(page: Program) -> None:
    page.load(own(livekit(3125)))
    assert not any("booth-3" in words for words in below_token(page))
    assert rail(page) == "Done: My own room"


def test_an_expired_token_says_what_follows_and_what_it_was_for(page: Program) -> None:
    page.load(own(livekit(-185)))
    assert "The avatar could not join. Paste a new one." in below_token(page)
    assert "Room booth-3 · identity avatar-1 · may publish · may send data" in below_token(page)
    assert rail(page) == "Note: 1"
    assert page.says("Expired 3 minutes ago. A warning only: you may still create.", page.field("side"))


def test_what_is_no_token_is_said(page: Program) -> None:
    page.load(own("booth-3"))
    assert "This does not look like a LiveKit token." in below_token(page)
    assert rail(page) == "Note: 1"


def test_a_token_for_another_room_is_a_note(page: Program) -> None:
    page.load(own(livekit(3125), **{"credentials.livekit_room_name": "booth-4"}))
    said = "This token is for room booth-3; LiveKit room says booth-4."
    assert said in below_token(page)
    assert page.says(said, page.field("side"))
    page.type("credentials.livekit_room_name", "booth-3")
    assert not page.says(said)


def test_a_long_room_name_pushes_nothing_out_of_view(page: Program) -> None:
    names = "hall_3_of_the_fair_" * 3, "munich_ballroom_" * 5
    page.load(own(livekit(-185, room=names[0]), **{"credentials.livekit_room_name": names[1]}))
    settle()
    for area in page.all(QScrollArea):
        assert not area.horizontalScrollBar().maximum(), area.objectName()


def test_a_token_that_expires_between_two_looks_at_the_clock_ages_what_was_checked(
    page: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.load(own(livekit(3125)))
    aged, at = [], time.time()
    page.form.aged.connect(lambda: aged.append(True))
    moments = chain([at], repeat(at + 4000))
    monkeypatch.setattr(time, "time", lambda: next(moments))
    for _ in range(2):
        page.form._tick()
    assert aged == [True]


def test_the_clock_follows_typing_pasting_and_the_session_length(page: Program) -> None:
    page.load(own(""))
    assert not page.says("Good for", page.row(TOKEN))
    QApplication.clipboard().setText(livekit(1690))
    page.press("Paste", page.row(TOKEN))
    assert page.says("Good for 28 minutes, shorter than your 30-minute session", page.row(TOKEN))
    page.type("duration", "10:00")
    assert "Good for 28 minutes" in below_token(page)
    page.press("Clear", page.row(TOKEN))
    assert not page.says("Good for", page.row(TOKEN))


def test_a_clock_is_hidden_with_its_field(page: Program) -> None:
    page.load(own(livekit(-185)))
    page.choose("room", "Akool")
    assert not page.says("Expired")


class Layouts(QObject):
    """Counts how often the page is laid out anew."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and isinstance(watched, QWidget) and watched.layout():
            self.count += 1
        return False


def seconds_left(page: Program) -> int:
    return min(map(int, re.findall(r"Good for (\d+) seconds", " ".join(below_token(page)))), default=99)


async def test_it_ticks_every_second_without_a_new_layout(program: Program) -> None:
    program.load(own(livekit(51), duration=None))
    await until(lambda: seconds_left(program) <= 49)  # laid out by then
    await program.read()  # lists that come later are shown, and laid out
    layouts = Layouts()
    for widget in program.all(QWidget):
        widget.installEventFilter(layouts)
    now = seconds_left(program)
    await until(lambda: seconds_left(program) <= now - 2)
    assert layouts.count == 0


async def test_a_token_that_expires_meanwhile_becomes_a_note(program: Program) -> None:
    program.load(own(livekit(2), duration=None))
    assert rail(program) != "Note: 1"
    await until(lambda: program.says("Expired", program.row(TOKEN)))
    await until(lambda: rail(program) == "Note: 1")
    await until(lambda: program.says("Expired less than a minute ago.", program.field("side")))


def test_no_token_is_shown_or_spoken(page: Program) -> None:
    token = livekit(-185)
    page.load(own(token))
    for widget in page.all(QWidget):
        spoken = (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle())
        assert token not in " ".join(spoken)
    assert not page.says(token)

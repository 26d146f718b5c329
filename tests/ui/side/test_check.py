"""Check, pressed by a person: what comes in, what it leads to, and when it no longer holds."""

import json
import threading
import time

import jwt
import pytest
from hostile import Behaviour, HostileServer, after, by_path, ok, refuse, reply, silent
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QLabel, QWidget
from ui.conftest import OpenProgram, Serve
from ui.driving import AVATAR, KEY, Program, until

from akool_desktop.akool import elevenlabs
from akool_desktop.session.fields import Value
from akool_desktop.ui.controls.growing import Growing
from akool_desktop.ui.theme import colour
from akool_desktop.words import Card, Words

FULL: dict[str, Value] = {"avatar_id": AVATAR, "knowledge_id": "practice-museum"}
TOKEN = "credentials.livekit_token"
ELEVENLABS_KEY = "voice_params.elevenlabs_settings.api_key"


def results(program: Program) -> QWidget:
    found = [widget for widget in program.all(QWidget) if widget.accessibleName() == "Check results"]
    assert len(found) == 1
    return found[0]


def says(program: Program, words: str) -> bool:
    return results(program).isVisible() and program.says(words, results(program))


async def checked(program: Program) -> None:
    program.press("Check")
    await until(lambda: not program.tasks.runs("check"), "for the check")


def expired() -> dict[str, Value]:
    claims = {"sub": "avatar-1", "exp": time.time() - 185, "video": {"room": "booth-3", "roomJoin": True}}
    return FULL | {
        "room": "own", "stream_type": "livekit", "credentials.livekit_url": "wss://127.0.0.1",
        TOKEN: jwt.encode(claims, "s" * 32, "HS256"),
    }  # fmt: skip


def account(**behaviours: Behaviour) -> HostileServer:
    usual = {"quota/info": ok({"credit": 40}), "session/list": ok({"count": 0, "result": []})}
    named = {name.replace("_", "/", 1): behaviour for name, behaviour in behaviours.items()}
    return HostileServer(by_path(usual | named, refuse(1003)))


async def test_everything_fine_says_so_with_the_time(program: Program) -> None:
    program.window.resize(1440, 900)
    program.load(FULL)
    await checked(program)
    for words in ("Key accepted", "credits", "This computer's clock is right", "Tristan is ready", "No other session"):
        assert says(program, words)
    assert says(program, "nothing spent")
    assert program.session_ids() == []


async def test_everything_fine_is_one_line_in_the_small_window(program: Program) -> None:
    program.window.resize(1024, 640)
    program.load(FULL)
    await checked(program)
    if not says(program, "The keyring works") and not says(program, " fine"):
        pytest.skip("this computer has no keyring, which is said")
    assert says(program, "7 of 7 fine")
    assert says(program, "Key, Credits, This computer's clock, Open sessions, Keyring, Avatar, Knowledge base")
    assert not says(program, "Key accepted")


async def test_problems_come_first_and_lead_to_their_field(program: Program) -> None:
    program.load(expired() | {"avatar_id": ""})
    await checked(program)
    lines = program.words(results(program))
    assert lines.index("LiveKit token: Expired 3 minutes ago") < lines.index("Key accepted")
    there = program.buttons("Go there", results(program))
    wanted = next(button for button in there if button.accessibleDescription().startswith("LiveKit token"))
    program.click(wanted)
    assert program.focused() == TOKEN


async def test_an_id_is_told_to_the_letter_and_leaves_the_link_in_view(program: Program) -> None:
    """With a capital in front it would be another one; and nothing in the column is wider than the column."""
    program.window.resize(1280, 800)
    program.load({"avatar_id": "dvp_Alinna_emotionsofficeanimated_realisticbg_20241121"})
    await checked(program)
    await program.frame()
    assert says(program, "dvp_Alinna_emotionsofficeanimated_realisticbg_20241121")
    link = next(iter(program.buttons("Go there", results(program))))
    assert link.visibleRegion().boundingRect().width() == link.width()


async def test_a_fresh_result_holds_what_the_problems_would_say(program: Program) -> None:
    program.load(expired() | {"avatar_id": ""})
    program.create_button.click()
    await until(lambda: program.says("Problems"))
    await checked(program)
    assert not program.says("Problems")
    assert says(program, "Avatar is needed.")


async def test_a_result_is_stale_after_a_change_and_fresh_again_when_it_is_taken_back(program: Program) -> None:
    program.window.resize(1440, 900)
    program.load(FULL)
    await checked(program)
    program.type("duration", "5:00")
    assert says(program, "before your last change")
    assert says(program, "Key accepted")
    program.type("duration", "10:00")
    assert not says(program, "before your last change")


async def test_what_is_stale_leads_to_its_field_without_calling(program: Program) -> None:
    program.load(expired() | {"avatar_id": AVATAR})
    await checked(program)
    there = program.buttons("Go there", results(program))[0]
    assert there.palette().buttonText().color() == colour("accent")
    program.type("duration", "5:00")
    await until(lambda: says(program, "before your last change"))
    assert there.palette().buttonText().color() == colour("muted")
    assert there.isEnabled()
    program.type("duration", "10:00")
    await until(lambda: there.palette().buttonText().color() == colour("accent"))


async def test_what_is_stale_stands_below_what_is_wrong_now(program: Program) -> None:
    program.window.resize(1440, 900)
    program.load(FULL)
    await checked(program)
    program.type("voice_params.speed", "9")
    program.tab_out_of("voice_params.speed")
    await until(lambda: program.says("Problems"))
    words = program.words(program.field("side"))
    heading = next(label for label in program.all(QLabel) if label.text() == "Problems")
    await until(lambda: heading.isVisible() and _top(heading) < _top(results(program)), f"in {words}")


async def test_a_check_from_before_a_token_expired_says_so(program: Program) -> None:
    claims = {"exp": time.time() + 3, "video": {"roomJoin": True}}
    program.load(expired() | {TOKEN: jwt.encode(claims, "s" * 32, "HS256"), "duration": None})
    await checked(program)
    assert not says(program, "before a token")
    await until(lambda: says(program, "before a token expired"))


def _top(widget: QWidget) -> int:
    return widget.mapToGlobal(widget.rect().topLeft()).y()


async def test_an_error_takes_its_place_until_it_is_closed(program: Program) -> None:
    program.load(FULL)
    await checked(program)
    program.practice.fail_next("1104")
    program.press("Create session on")
    await program.card()
    assert not results(program).isVisible()
    program.press("Dismiss", program.cards()[0])
    assert results(program).isVisible()


async def test_another_account_is_another_check(program: Program) -> None:
    program.load(FULL)
    await checked(program)
    program.window._account_menu.choose(program.accounts.chosen)
    assert not results(program).isVisible()


async def test_a_line_that_hangs_leaves_the_others_and_the_window_alone(
    open_program: OpenProgram, serve: Serve
) -> None:
    server = serve(by_path({"quota/info": silent, "session/list": ok({"count": 0, "result": []})}, refuse(1003)))
    program = await open_program(environment_key=KEY, base_url=server.url)
    program.load({"avatar_id": AVATAR, "stream_type": "livekit"})
    program.press("Check")
    await until(lambda: says(program, "No other session is open"))
    assert says(program, "checking…")
    assert not says(program, "Key accepted")
    program.type("avatar_id", "another")
    assert says(program, "before your last change")


async def test_a_double_click_checks_once(program: Program) -> None:
    program.load(FULL)
    button = program.button("Check")
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    program.click(button)
    await until(lambda: says(program, "nothing spent") or says(program, "fine") or says(program, "Key accepted"))
    await until(lambda: not program.tasks.runs("check"))


async def test_the_keyboard_checks_too(program: Program) -> None:
    program.load(FULL)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(program.window, Qt.Key.Key_Return, held)
    await until(lambda: program.tasks.runs("check") or says(program, "Key accepted"))
    await until(lambda: not program.tasks.runs("check"))
    assert says(program, "Key accepted") or says(program, "fine")


async def test_elevenlabs_is_asked_when_the_operator_presses_for_it(
    program: Program, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve(reply(json.dumps({"subscription": {"character_count": 1, "character_limit": 10}}).encode()))
    monkeypatch.setattr(program.window._checks._desk, "_elevenlabs", server.url)
    key = "sk_" + "0a" * 24
    program.load(FULL | {"use_elevenlabs": True, "voice_id": "x", ELEVENLABS_KEY: key})
    await checked(program)
    assert says(program, "The ElevenLabs key looks like one")
    assert server.requests == []
    program.press("Ask ElevenLabs")
    await until(lambda: says(program, "ElevenLabs knows this key"))
    assert server.requests[0].header("xi-api-key") == [key]
    assert not program.says(key)


async def test_what_elevenlabs_says_of_the_key_before_is_not_said_of_the_one_now(
    program: Program, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered = threading.Event()
    known = reply(json.dumps({"subscription": {"character_count": 1, "character_limit": 10}}).encode())
    server = serve(after(answered, known), refuse(401, status=401))
    monkeypatch.setattr(program.window._checks._desk, "_elevenlabs", server.url)
    program.load(FULL | {"use_elevenlabs": True, "voice_id": "x", ELEVENLABS_KEY: "sk_" + "0a" * 24})
    await checked(program)
    program.press("Ask ElevenLabs")
    await until(lambda: server.requests, "for the question")
    program.load(FULL | {"use_elevenlabs": True, "voice_id": "x", ELEVENLABS_KEY: "sk_" + "1b" * 24})
    await checked(program)
    answered.set()
    program.press("Ask ElevenLabs")
    await until(lambda: len(server.requests) == 2 and not program.tasks.runs("ask elevenlabs"), "for the answer")
    assert not says(program, "ElevenLabs knows this key")


async def test_cancel_takes_its_place_while_a_session_is_created(open_program: OpenProgram, serve: Serve) -> None:
    answered = threading.Event()
    server = serve(by_path({"session/create": after(answered, refuse(1104))}, refuse(1003)))
    program = await open_program(environment_key=KEY, base_url=server.url)
    program.load({"avatar_id": AVATAR})
    program.press("Create session on")
    await until(lambda: program.buttons("Cancel"))
    assert not program.buttons("Check")
    answered.set()
    await until(lambda: program.buttons("Check"))


def test_elevenlabs_is_where_it_says() -> None:
    assert elevenlabs.ELEVENLABS == "https://api.elevenlabs.io"


async def test_a_check_that_is_asked_for_after_an_error_shows_below_it(program: Program) -> None:
    program.window.resize(1440, 900)
    program.load(FULL)
    await checked(program)
    program.window.errors.add(Card(Words("A title"), Words("It happened."), Words("No."), Words("Go on.")))
    await until(lambda: not results(program).isVisible(), "for the error in its place")
    await checked(program)
    assert says(program, "Key accepted")
    assert program.says("A title")


@pytest.mark.parametrize("key", ["avatar_id", "duration"])
async def test_a_check_from_a_field_is_in_view_where_all_is_in_one_column(program: Program, key: str) -> None:
    program.window.resize(700, 700)
    program.load(FULL)
    program.window._form.go_to(key)
    press = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(program.window, Qt.Key.Key_Return, press)
    await until(lambda: not program.tasks.runs("check"), "for the check")
    await until(lambda: not results(program).visibleRegion().isEmpty(), "for what was found")


async def test_a_check_is_read_from_its_beginning_below_whatever_stands_there(program: Program) -> None:
    """Its lines come one by one: with the first alone there is nothing yet to scroll to."""
    program.window.resize(1440, 600)
    program.load(FULL)
    for number in range(4):
        card = Card(Words("Card {number}", number=number), Words("It happened."), Words("No."), Words("Go on."))
        program.window.errors.add(card)
    await checked(program)
    found, area = results(program), program.window._side.told.findChild(Growing)
    assert area
    await until(lambda: found.mapTo(area, found.rect().topLeft()).y() in range(20), "for its beginning in view")
    area.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    await program.pause()
    assert area.verticalScrollBar().value() == 0  # who scrolls stays where he is


async def test_what_leads_there_ends_where_its_column_does(program: Program) -> None:
    program.window.resize(1440, 900)
    program.load({})
    await checked(program)
    heading = next(label for label in program.all(QLabel) if "nothing spent" in label.text())
    (go,) = [button for button in program.buttons("Go there") if button.isVisible()]
    ends = [part.mapTo(program.window, part.rect().topRight()).x() for part in (go, heading)]
    assert ends[0] == ends[1]
    picture = go.grab().toImage()
    across, down, ink = range(picture.width()), range(picture.height()), colour("accent").name()
    last = max(x for x in across for y in down if picture.pixelColor(x, y).name() == ink)
    assert picture.width() - 1 - last <= 2


async def test_a_check_brings_no_credits_back_that_are_not_known_any_more(
    serve: Serve, open_program: OpenProgram
) -> None:
    gone: list[bool] = []
    quota = {True: refuse(1003), False: ok({"credit": 40})}
    server = serve(by_path({"quota/info": lambda visit: quota[bool(gone)](visit)}, refuse(1003)))
    program = await open_program(environment_key=KEY, base_url=server.url)
    await until(lambda: program.says("40 credits"), "for the balance")
    gone.append(True)
    program.window._account_menu.read_credits()
    await until(lambda: program.says("credits not known"), "for word of it")
    program.load(FULL)
    await checked(program)
    assert program.says("credits not known", program.window._topbar)
    gone.clear()
    await checked(program)
    assert program.says("40 credits", program.window._topbar)

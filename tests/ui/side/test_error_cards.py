"""Each way to fail is a card that stays: what happened, did it cost anything, what to do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile import Behaviour, by_path, cut, ok, raw, redirect, refuse, reply, web_page
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from ui.conftest import OpenProgram, Serve
from ui.driving import AVATAR, KEY, Program, settle, until

from akool_desktop.akool.codes import CODES
from akool_desktop.practice.failures import FAILURES
from akool_desktop.session.fields import BY_KEY, Value
from akool_desktop.store.ledger import Ledger
from akool_desktop.ui.controls.tooltips import plain
from akool_desktop.ui.sessions.row import SessionRow
from akool_desktop.words import Card, Words

CAPTIONS = ("What happened", "Did it cost anything", "What to do")
SECRETS = ("planted-token-77c2e0", "planted-key-77c2e0", KEY)
DRAFT: dict[str, Value] = {
    "avatar_id": AVATAR, "duration": 60, "room": "own", "stream_type": "livekit",
    "credentials.livekit_url": "wss://booth.example", "credentials.livekit_token": SECRETS[0],
    "use_elevenlabs": True, "voice_params.elevenlabs_settings.api_key": SECRETS[1],
}  # fmt: skip
REFUSALS = [failure.name for failure in FAILURES if failure.name.isdecimal()]
# name: what the card says of the money, and how many sessions practice has booked
MISHAPS = {
    "cut-before": ("It may have", 0),
    "cut-after": ("It may have", 1),
    "not-json": ("It may have", 0),
    "wrong-shape": ("It may have", 0),
    "no-data": ("It may have", 1),
    "huge": ("It may have", 0),
    "redirect": ("No.", 0),
    "http-401": ("No.", 0),
    "http-429": ("No.", 0),
    "http-500": ("It may have", 0),
}
NO_CARD = {"slow", "never", "failed"}  # answered late, never, or by a session


@pytest.fixture
def quick_hand(qapp: QApplication) -> Iterator[None]:
    """No two presses are a double click, so that a table of them needs no pauses."""
    before = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(1)
    yield
    qapp.setDoubleClickInterval(before)


def test_the_tables_name_every_failure_of_practice() -> None:
    assert {failure.name for failure in FAILURES} == {*REFUSALS, *MISHAPS, *NO_CARD}


def test_practice_can_fail_with_every_documented_code() -> None:
    assert {int(name) for name in REFUSALS} == set(CODES)


def test_a_card_keeps_to_its_column_in_the_smallest_window(screen: Program) -> None:
    """Whatever field it leads to: a wider one would push what it says, and every other card, out of sight."""
    screen.window.resize(1024, 640)
    for where in ("", "account", *BY_KEY):
        screen.window.errors.add(Card(Words("A title"), Words("It happened."), Words("No."), Words("Go on."), where))
    settle()
    column = screen.create_button.mapToGlobal(screen.create_button.rect().bottomRight()).x()
    assert len(screen.cards()) == len(BY_KEY) + 2
    for card in screen.cards():
        assert card.mapToGlobal(card.rect().bottomRight()).x() <= column, screen.words(card)


def test_where_nothing_can_be_written_the_card_says_what_to_do(screen: Program, tmp_path: Path) -> None:
    """It was said of the file, which there is none of, that it is kept."""
    (tmp_path / "shut" / "ledger.sqlite").mkdir(parents=True)
    ledger = Ledger(tmp_path / "shut")
    assert ledger.said
    screen.window.errors.add_set_aside(ledger.said)
    ledger.close()
    (card,) = screen.cards()
    assert screen.says("sessions are remembered for this run only", card)
    assert screen.says("If its folder cannot be written, allow that, or start with --data-dir", card)


async def test_each_refusal_of_akool_is_a_card(program: Program, quick_hand: None) -> None:  # noqa: ARG001
    program.load(DRAFT)
    for name in REFUSALS:
        program.practice.fail_next(name)
        await _create(program)
        card = await program.card()
        _check(program, card, "No. No session was started.")
        assert program.says(name, card)
        program.press("Dismiss", card)
        await until(lambda: not program.cards(), f"for the card of {name} to go")
    assert program.practice.books() == []


@pytest.mark.parametrize("name", MISHAPS)
async def test_each_mishap_is_a_card(program: Program, name: str) -> None:
    cost, booked = MISHAPS[name]
    program.load(DRAFT)
    program.practice.fail_next(name)
    await _create(program)
    card = await program.card()
    _check(program, card, cost)
    assert len(program.practice.books()) == booked
    assert not program.session_ids()


@pytest.mark.parametrize(
    ("behaviour", "title", "cost"),
    [
        (refuse(1104, f"key {KEY} has too few"), "Not enough credits", "No. No session was started."),
        (refuse(4711, "something new"), "Refused", "No. No session was started."),
        (reply(b"", status=403), "The server does not let this account in", "No. No session was started."),
        (web_page(), "A session may have been started", "It may have"),
        (web_page(503), "A session may have been started", "It may have"),
        (redirect("https://elsewhere.example/"), "The address leads elsewhere", "No. No session was started."),
        (reply(b"[1, 2]"), "A session may have been started", "It may have"),
        (ok({}), "A session may have been started", "It may have"),
        (raw(b"SSH-2.0-nonsense\r\n"), "A session may have been started", "It may have"),
        (cut, "A session may have been started", "It may have"),
        (reply(b" " * (3 << 20)), "A session may have been started", "It may have"),
    ],
    ids=["1104", "4711", "403", "page", "503", "redirect", "list", "no id", "not HTTP", "cut", "3 MB"],
)
async def test_whatever_a_server_answers_is_a_card(
    serve: Serve, open_program: OpenProgram, behaviour: Behaviour, title: str, cost: str
) -> None:
    server = serve(by_path({"session/create": behaviour}, ok({"credit": 5, "result": [], "count": 0})))
    program = await open_program(environment_key=KEY, base_url=server.url)
    program.load(DRAFT)
    await _create(program)
    card = await program.card()
    assert title in program.words(card)
    _check(program, card, cost)


async def test_a_server_that_is_not_there_is_a_card(serve: Serve, open_program: OpenProgram) -> None:
    server = serve(ok({}))
    url = server.url
    server.__exit__()
    program = await open_program(environment_key=KEY, base_url=url)
    program.load(DRAFT)
    await _create(program)
    card = await program.card()
    assert "Nobody answers" in program.words(card)
    _check(program, card, "No. Nothing left this computer.")


@pytest.mark.parametrize(("name", "value"), [("ALL_PROXY", "socks5://127.0.0.1:9"), ("SSL_CERT_FILE", "/nonexistent")])
async def test_a_setting_of_this_computer_is_a_card(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """The name is never looked up: the client cannot even be built."""
    monkeypatch.setenv(name, value)
    program = await open_program(environment_key=KEY, base_url="https://akool.invalid")
    program.load(DRAFT)
    await _create(program)
    card = await program.card()
    assert "A setting of this computer is in the way" in program.words(card)
    assert program.says(name, card)
    _check(program, card, "No. Nothing left this computer.")


async def test_a_card_stays_until_it_is_dismissed_and_can_be_copied(
    program: Program, quick_hand: None  # noqa: ARG001
) -> None:
    program.load(DRAFT)
    for number, name in enumerate(("1104", "1101"), 1):
        program.practice.fail_next(name)
        await _create(program)
        await until(lambda number=number: len(program.cards()) == number, "for the card")  # type: ignore[misc]
    newest, oldest = program.cards()
    assert program.says("1101", newest)
    assert program.says("1104", oldest)
    program.press("Copy", oldest)
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines()[0] == "Not enough credits"
    assert len(copied.splitlines()) == 4
    assert program.says("Error copied")
    program.press("Dismiss", newest)
    assert program.cards() == [oldest]
    QGuiApplication.clipboard().clear()


async def test_a_card_leads_to_the_field_it_is_about(program: Program) -> None:
    program.load(DRAFT)
    program.practice.fail_next("1104")
    await _create(program)
    program.press("Go there", await program.card())
    assert program.focused() == "duration"


async def test_a_card_about_the_key_leads_to_the_account(program: Program) -> None:
    program.load(DRAFT)
    program.practice.fail_next("1101")
    await _create(program)
    program.press("Open the account", await program.card())
    assert program.dialog().says("Add an account")


async def test_an_answer_that_never_came_is_looked_for(program: Program) -> None:
    """What practice booked and could not say is found in its list, and taken for the unknown one."""
    program.load(DRAFT)
    program.practice.fail_next("cut-after")
    await _create(program)
    await program.card()
    (booking,) = program.practice.books()
    question = program.dialog()
    await until(lambda: question.says(booking.id), "for the session in the list")
    question.press("It is this one")
    await until(lambda: program.buttons("End session"), "for the row")
    assert not program.says("Unknown")


async def _create(program: Program) -> None:
    await until(lambda: not program.tasks.runs("create"), "for the create before")
    program.click(program.create_button)


def _check(program: Program, card: QFrame, cost: str) -> None:
    words = program.words(card)
    for caption in CAPTIONS:
        assert caption in words
        said = words[words.index(caption) + 1]
        assert said.endswith("."), said
        assert not any(sign in said for sign in "{}"), said
    assert words[words.index(CAPTIONS[1]) + 1].startswith(cost), words
    assert not any(secret in text for secret in SECRETS for text in [*words, card.accessibleName()])


async def test_what_a_server_says_is_text_in_tooltips_too(serve: Serve, open_program: OpenProgram) -> None:
    """Qt would lay it out, and load the pictures that it names, from this computer and its network."""
    picture = "<img src='//elsewhere/a.png'>"
    server = serve(by_path({"session/create": refuse(1104, picture)}, ok([])))
    program = await open_program(environment_key=KEY, base_url=server.url)
    program.load(DRAFT | {"avatar_id": picture})
    await _create(program)
    await program.card()
    await until(lambda: program.window.findChildren(SessionRow), "for the row")
    (row,) = program.window.findChildren(SessionRow)

    def tips() -> list[str]:
        return [widget.toolTip() for widget in (row, *row.findChildren(QWidget)) if "img" in widget.toolTip()]

    await until(lambda: "".join(tips()).count("img") == 2, "for the row to say why")
    assert not any("<img" in tip for tip in tips())


@pytest.mark.parametrize("text", ["R & D", "one\ntwo"])
def test_a_tooltip_without_tags_stays_as_it_is(text: str) -> None:
    assert plain(text) == text

"""While the screen is shared no screen shows a secret, a link or an account's name; what is copied stays real."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from hostile import HostileServer, by_path, ok
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
)
from ui.conftest import OpenProgram, Serve
from ui.driving import AVATAR, Program, until
from ui.preset_steps import names, write

from akool_desktop.store.entry import Entry, State
from akool_desktop.store.settings import Settings, SettingsFile
from akool_desktop.ui.masking import DOTS, masked, masking
from akool_desktop.ui.sharing import hide_from_audience
from akool_desktop.words import Card, Words

SESSION = {"_id": "6698c9d69cf7b0d61d1b6420", "status": 2, "stream_type": "livekit", "credentials": {
    "livekit_url": "wss://planted-room.example", "livekit_room_name": "hall", "livekit_token": "planted-token-0b44c1",
}}  # fmt: skip


@dataclass(frozen=True)
class Planted:
    """As long as the other's, so that dots are as many."""

    account: str
    key: str
    link: str
    host: str
    token: str


ONE = Planted(
    "Planted & Sons", "planted_key_77c2e0", "https://plantedone.example/a?signature=1", "plantedone.example",
    "planted_typed_token_1",
)  # fmt: skip
OTHER = Planted(
    "Another & Duo", "another_key_19d3f4", "https://anothertwo.example/b?signature=2", "anothertwo.example",
    "another_typed_token_2",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _shown_again() -> Iterator[None]:
    yield
    hide_from_audience(False)


async def plant(program: Program, planted: Planted, server: HostileServer) -> None:
    program.window.resize(1440, 900)
    account, _kept = await program.accounts.add(planted.account, "plum", "api_key", server.url, planted.key)
    program.window._account_menu.choose(account)
    await program.read()
    program.load({
        "avatar_id": AVATAR, "background_url": planted.link, "stream_type": "livekit", "room": "own",
        "credentials.livekit_url": f"wss://{planted.host}", "credentials.livekit_token": planted.token,
        "credentials.livekit_room_name": "hall", "credentials.livekit_server_identity": "avatar",
    })  # fmt: skip
    program.window.errors.add(Card(
        Words("{account} failed", account=planted.account), Words("No answer from {link}.", link=planted.link),
        Words("{host}", host=planted.host), Words("Use {key}", key=planted.key),
    ))  # fmt: skip
    await until(program.cards, "for the card")
    program.press("Request preview")


def everything_said() -> list[str]:
    """Of every widget that shows: words, names, tooltips, choices, rows."""
    found: list[str] = []
    for widget in QApplication.allWidgets():
        if not widget.isVisible():
            continue
        found += [widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QAbstractButton):
            found.append(widget.text())
        if isinstance(widget, QLineEdit):
            found.append(widget.displayText())
        if isinstance(widget, QComboBox):
            found += [widget.itemText(place) for place in range(widget.count())]
        if isinstance(widget, QMenu):
            found += [action.text() for action in widget.actions()]
        if isinstance(widget, QAbstractItemView):
            found += _rows(widget)
    return [text.replace("\u200b", "") for text in found if text]


def _rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    for row in range(model.rowCount() if model else 0):
        for column in range(columns):
            yield from (str(model.data(model.index(row, column), role) or "") for role in roles)


def telling() -> list[str]:
    """What of it tells an audience something."""
    words = ("planted", "another &", "another_", "anothertwo", "://")
    return sorted(text for text in everything_said() if any(word in text.lower() for word in words))


async def check_nothing_shows(where: str) -> None:
    for _ in range(3):
        QApplication.sendPostedEvents()
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible():
                widget.grab()
        await until(lambda: True)
    assert not telling(), where


async def test_no_screen_shows_a_secret_a_link_or_an_account_s_name(open_program: OpenProgram, serve: Serve) -> None:
    answers = {"session/create": ok(SESSION), "session/detail": ok(SESSION), "quota/info": ok({"credit": 9})}
    server = serve(by_path(answers, ok([])))
    program = await open_program()
    program.ledger.begin(Entry(
        0, "gone", "Planted Gone", "x", "agora", 1.0, State.ENDED, session_id="1", why="See https://planted-gone.example",
        sent={"background_url": "https://planted-gone.example/x"},
    ))  # fmt: skip
    write(program.paths.presets, ONE.account)
    program.window._open_preset.list.look()
    await until(lambda: names(program) == [ONE.account], "for the list")
    await plant(program, ONE, server)
    assert any("Planted" in text for text in everything_said())
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(program.window, Qt.Key.Key_H, held)
    assert program.says("Hidden for screen sharing")
    await check_nothing_shows("form, preview, card, top bar, Create")
    program.click(program.create_button)
    await program.created()
    await check_nothing_shows("session card and strip")
    for step, (name, open_screen) in enumerate(_screens(program).items()):
        open_screen()
        await until(lambda: len([w for w in QApplication.topLevelWidgets() if w.isVisible()]) > 1, f"for {name} {step}")
        await until(lambda: not program.tasks.runs("presets by name"), "for the presets among the commands")
        await check_nothing_shows(name)
        for shown in QApplication.topLevelWidgets():
            if shown is not program.window and shown.isVisible():
                shown.close()


def _screens(program: Program) -> dict[str, Callable[[], object]]:
    window = program.window
    return {
        "the account": window._account_menu.open,
        "the commands": window.commands.open_palette,
        "history": window._open_history,
        "the network": window._open_network,
        "the account's menu": lambda: window._topbar._account_button.menu().popup(window.pos()),
        "end all": lambda: program.press("End all sessions"),
        "hand over": lambda: program.press("Hand over…"),
    }


async def test_the_picture_is_the_same_whatever_is_hidden(
    open_program: OpenProgram, serve: Serve
) -> None:
    """Two operators with other names, links and keys: no pixel tells them apart."""
    server = serve(by_path({"quota/info": ok({"credit": 9})}, ok([])))
    program = await open_program()
    pictures: list[object] = []
    for planted in (ONE, OTHER):
        program.window._topbar.sharing.turn(False)
        for card in program.cards():
            program.window._side.remove_card(card)
        await plant(program, planted, server)
        program.window._topbar.sharing.turn(True)
        await check_nothing_shows(planted.account)
        program.window._form.focus_first()
        await until(lambda: not program.window._topbar.toast.isVisible(), "for the toast")
        pictures.append(program.window.grab().toImage())
        if planted is ONE:
            program.press("Request preview")
    assert pictures[0] == pictures[1]


async def test_copying_is_real_and_all_is_back_when_it_is_off(open_program: OpenProgram, serve: Serve) -> None:
    program = await open_program()
    await plant(program, ONE, serve(by_path({"quota/info": ok({"credit": 9})}, ok([]))))
    before = telling()
    sign = program.window._topbar.sharing
    sign.toggle()
    assert before
    assert not telling()
    (card,) = program.cards()
    program.press("Copy", card)
    assert ONE.link in QApplication.clipboard().text()
    assert program.form.draft["background_url"] == ONE.link
    assert program.text_of("background_url").echoMode() == QLineEdit.EchoMode.Password
    await until(lambda: SettingsFile(program.paths.config).load().sharing == "on", "for the switch to be remembered")
    program.window._topbar.toast.hide()
    program.press("Hidden for screen sharing")
    assert not sign.isVisible()
    program.window._topbar.toast.hide()
    assert telling() == before
    assert program.text_of("background_url").echoMode() == QLineEdit.EchoMode.Normal
    assert program.text_of("credentials.livekit_token").echoMode() == QLineEdit.EchoMode.Password


@pytest.mark.usefixtures("qapp")
def test_a_code_that_stands_for_a_link_and_a_page_of_text_are_covered() -> None:
    hide_from_audience(True)
    pictures: list[object] = []
    for link in (ONE.link, OTHER.link):
        code, page = QLabel(), QPlainTextEdit(link)
        pixmap = QPixmap(90, 90)
        pixmap.fill(QColor(len(pictures) * 200, 0, 0))
        code.setPixmap(pixmap)
        code.setProperty("stands_for", link)
        page.resize(200, 90)
        pictures.append((code.grab().toImage(), page.grab().toImage()))
    assert pictures[0] == pictures[1]
    assert page.toPlainText() == OTHER.link


async def test_an_account_whose_sessions_are_out_of_view_is_hidden_in_the_filter_of_history(program: Program) -> None:
    """It is here no more, and in this run nothing has told its name."""
    bygone = Entry(0, "c1", "Bygone Ltd", AVATAR, "agora", 1000.0, State.ENDED, session_id="s1")
    for number in range(50):
        program.ledger.begin(replace(bygone, account_id="practice", account="Practice") if number else bygone)
    program.press("History")
    history = program.window._history_window
    assert history
    await until(lambda: not program.tasks.runs("history accounts"), "for the accounts")
    hide_from_audience(True)
    (accounts,) = [found for found in history.findChildren(QComboBox) if found.accessibleName() == "Account"]
    assert sorted(accounts.itemText(place) for place in range(3)) == ["All accounts", "Practice", DOTS]


async def test_it_is_still_on_at_the_next_start_and_speaks_another_language(open_program: OpenProgram) -> None:
    program = await open_program()
    SettingsFile(program.paths.config).save(Settings(sharing="on", account="practice"))
    again = await open_program()
    assert again.says("Hidden for screen sharing")
    again.window._choices.choose("language", "zh_CN")
    assert masking.on
    again.window._choices.choose("language", "en")


@pytest.mark.usefixtures("qapp")
def test_what_is_masked() -> None:
    masking.learn("Planted & Sons", "A")
    assert masked("Planted & Sons at https://a.example") == "Planted & Sons at https://a.example"
    hide_from_audience(True)
    for text, shown in (
        ("Planted & Sons", DOTS),
        ("on planted &amp; sons.", f"on {DOTS}."),
        ("A at wss://b.test:8/x?y=1, then.", f"{DOTS} at {DOTS}, then."),
        ("b.test:8 and b.test", f"{DOTS} and {DOTS}"),
        ("https://pl\u200banted.example/\u200bx", DOTS),
        ("<a href='https://a.example'>x</a>", f"<a href='{DOTS}'>x</a>"),
        ("Avatar", "Avatar"),
    ):
        assert masked(text) == shown

"""The dialog Paste or import, the report of an import, and what a preset lacks here: as somebody reads and clicks."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from ui.driving import Program, Screen, cursor, settle

from akool_desktop.desk.transfer import Imported, Missing
from akool_desktop.session.pasted import Key
from akool_desktop.store.preset_file import Preset, Stored
from akool_desktop.store.redaction import SECRETS
from akool_desktop.ui.cards import MissingCard
from akool_desktop.ui.presets.imported import ImportedReport, needs_report
from akool_desktop.ui.presets.pasting import PastingDialog
from akool_desktop.ui.sharing import hide_from_audience
from akool_desktop.words import Words

KEY, TOKEN = "planted-key-5f3a91", "planted-token-77c2e0"
OWN = {"avatar_id": "Tristan", "stream_type": "livekit", "duration": 90, "webhook": "x", "credentials": {
    "livekit_url": "wss://booth.example", "livekit_token": TOKEN,
}}  # fmt: skip
CURL = f"curl https://openapi.akool.com -H 'x-api-key: {KEY}' -d '{json.dumps(OWN)}'"
PRESETS = json.dumps([
    {"name": "Hall 3", "values": {"avatar_id": "a"}, "secrets": {"credentials.livekit_token": "ask"}},
    {"name": "Hall 4", "values": {"avatar_id": "b", "voice_params.speed": 9}},
])  # fmt: skip


class Pasting(Screen):
    def __init__(self, window: QWidget, text: str = "") -> None:
        self.dialog = PastingDialog(window, text)
        super().__init__(self.dialog)
        self.heard: list[Any] = []
        for signal in (self.dialog.filled, self.dialog.save_wanted, self.dialog.key_wanted, self.dialog.files_wanted):
            signal.connect(lambda *found: self.heard.append(found))
        self.dialog.open()

    @property
    def edit(self) -> QPlainTextEdit:
        found = self.labelled("Command, JSON or preset")
        assert isinstance(found, QPlainTextEdit)
        return found

    def result(self) -> str:
        (area,) = [widget for widget in self.all(QWidget) if widget.accessibleName() == "What it fills"]
        return " ".join(self.words(area))


def test_nothing_that_is_pasted_shows_while_the_screen_is_shared(screen: Program) -> None:
    """Half a command, or a token alone, tells nobody what of it is secret."""
    pasting = Pasting(screen.window)
    hide_from_audience(True)
    try:
        shown = []
        for text in ("planted-token-alone", json.dumps({"avatar_id": "a"}), '{"livekit_token": "planted'):
            pasting.edit.setPlainText(text)
            shown.append(pasting.edit.viewport().grab().toImage())
        assert shown[0] == shown[1] == shown[2]
    finally:
        hide_from_audience(False)


def test_the_secrets_in_it_are_known_as_such(screen: Program, qtbot: QtBot) -> None:
    pasting = Pasting(screen.window)
    key, token = "planted-key-of-a-paste", "planted-token-of-a-paste"
    pasting.edit.setPlainText(CURL.replace(KEY, key).replace(TOKEN, token))
    qtbot.waitUntil(lambda: "Fills 5 settings" in pasting.result())
    assert SECRETS.clean(f"{key} and {token}") == "[secret] and [secret]"


def test_all_that_it_will_fill_is_in_view_where_the_screen_has_room(screen: Program, qtbot: QtBot) -> None:
    pasting = Pasting(screen.window)
    bar = pasting.dialog._scroll.verticalScrollBar()
    available = pasting.dialog.screen().availableGeometry()
    pasting.dialog.move(available.left(), available.bottom() - pasting.dialog.height())
    pasting.edit.setPlainText(CURL)
    qtbot.waitUntil(lambda: "Fills 5 settings" in pasting.result())
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert available.contains(pasting.dialog.geometry())
    height = pasting.dialog.height()
    pasting.edit.setPlainText("")
    qtbot.waitUntil(lambda: "Nothing has been pasted yet." in pasting.result())
    assert pasting.dialog.height() == height


def test_it_says_what_it_will_fill_while_the_text_stands_there(screen: Program, qtbot: QtBot) -> None:
    pasting = Pasting(screen.window)
    assert "Nothing has been pasted yet." in pasting.result()
    assert not pasting.button("Fill the form").isEnabled()
    pasting.edit.setPlainText("hello")
    qtbot.waitUntil(lambda: "Nothing here is a request." in pasting.result())
    pasting.edit.setPlainText(CURL)
    qtbot.waitUntil(lambda: "Fills 5 settings" in pasting.result())
    said = pasting.result()
    for words in (
        "Avatar Tristan", "Stream type LiveKit", "Room My own room", "LiveKit server URL wss://booth.example",
        "Session length 1:30", "“webhook” was left out: the form has no such setting.",
        "LiveKit token found. It goes into its field; saved, it is in the keyring and in no file.",
        "An API key is in it. It belongs to an account and is not kept with a preset.",
    ):  # fmt: skip
        assert words in said
    assert TOKEN not in said
    assert KEY not in said


def test_fill_the_form_hands_on_the_draft_and_the_secrets_apart(screen: Program) -> None:
    pasting = Pasting(screen.window, CURL)
    pasting.press("Fill the form")
    ((draft, secrets, slots),) = pasting.heard
    assert (secrets, slots) == ({"credentials.livekit_token": TOKEN}, {})
    assert draft["credentials.livekit_url"] == "wss://booth.example"
    assert draft["room"] == "own"
    assert TOKEN not in str(draft)
    assert not pasting.dialog.isVisible()


def test_what_was_typed_last_is_what_fills_the_form(screen: Program) -> None:
    """However soon the button follows."""
    pasting = Pasting(screen.window, CURL)
    pasting.edit.setPlainText('{"avatar_id": "Alinna"}')
    pasting.press("Fill the form")
    assert pasting.heard[0][0]["avatar_id"] == "Alinna"


def test_the_key_is_offered_to_an_account(screen: Program) -> None:
    pasting = Pasting(screen.window, CURL)
    pasting.press("Add it to an account…")
    ((key,),) = pasting.heard
    assert key == Key("api_key", KEY)
    assert pasting.dialog.isVisible()


def test_of_several_one_is_chosen(screen: Program) -> None:
    pasting = Pasting(screen.window, PRESETS)
    (which,) = pasting.all(QComboBox)
    assert [which.itemText(place) for place in range(which.count())] == ["1  Hall 3", "2  Hall 4"]
    assert "LiveKit token is asked for at each launch." in pasting.result()
    which.setCurrentIndex(1)
    assert "Speaking speed: Enter a number from 0.8 to 1.2." in pasting.result()
    pasting.press("Fill the form")
    assert pasting.heard[0][0]["avatar_id"] == "b"


def test_all_of_them_are_saved(screen: Program) -> None:
    pasting = Pasting(screen.window, PRESETS)
    pasting.press("Save as presets")
    assert pasting.heard == [(PRESETS,)]


def test_paste_takes_what_was_copied_and_files_can_be_chosen_instead(screen: Program) -> None:
    pasting = Pasting(screen.window)
    QGuiApplication.clipboard().setText(CURL)
    pasting.press("Paste")
    QGuiApplication.clipboard().clear()
    assert "Fills 5 settings" in pasting.result()
    pasting.press("Choose files…")
    assert pasting.heard == [()]
    assert not pasting.dialog.isVisible()


@pytest.mark.parametrize(("words", "heard"), [("Cancel", []), ("Choose files…", [()]), ("Save as preset", [(CURL,)])])
def test_enter_presses_the_button_that_the_cursor_is_on(
    screen: Program, words: str, heard: list[tuple[str, ...]]
) -> None:
    """And not the one that it presses from a field: Cancel filled the form."""
    pasting = Pasting(screen.window, CURL)
    while cursor() is not pasting.button(words):
        QTest.keyClick(cursor(), Qt.Key.Key_Tab)
    QTest.keyClick(cursor(), Qt.Key.Key_Return)
    assert pasting.heard == heard
    assert not pasting.dialog.isVisible()


def test_nothing_pasted_cannot_be_saved(screen: Program) -> None:
    pasting = Pasting(screen.window, "hello")
    for words in ("Fill the form", "Save as preset"):
        assert not pasting.button(words).isEnabled()


def test_a_book_in_the_clipboard_holds_nothing_up(screen: Program) -> None:
    """Megabytes in one line would be laid out for minutes."""
    began = time.process_time()
    book = "x" * 10_000_000
    pasting = Pasting(screen.window, book)
    QGuiApplication.clipboard().setText(book)
    pasting.press("Paste")
    pasting.edit.paste()
    pasting.edit.selectAll()
    pasting.edit.paste()
    QGuiApplication.clipboard().clear()
    assert "longer than any request" in pasting.result()
    assert time.process_time() - began < 5


# the report of an import


def stored(name: str, preset_id: str) -> Stored:
    return Stored(Preset(preset_id, name, {}), Path(f"{name}.json"), "")


RESULTS = [
    Imported(Words("Hall 3 imported."), stored("Hall 3", "a"), missing=("credentials.livekit_token",)),
    Imported(Words("Hall 4 is here already."), stored("Hall 4 2", "b"), instead=stored("Hall 4", "h")),
    Imported(Words("x.json: it is broken"), said=()),
]


def test_a_report_has_a_line_for_each_and_what_can_be_done(screen: Program) -> None:
    report = ImportedReport(screen.window, RESULTS)
    heard: list[object] = []
    report.opened.connect(heard.append)
    report.replace_wanted.connect(heard.append)
    report.open()
    shown = Screen(report)
    for words in ("2 of 3 came in", "Hall 3 imported.", "LiveKit token is not in this computer's keyring.",
                  "x.json: it is broken"):  # fmt: skip
        assert shown.says(words)
    first, second = shown.buttons("Open")
    shown.press("Replace the one here")
    assert not second.isEnabled()
    assert not shown.button("Replace the one here").isEnabled()
    shown.click(first)
    assert heard == [RESULTS[1], "a"]


def test_enter_closes_a_report_at_once_and_opens_where_the_cursor_is(screen: Program) -> None:
    for key, opened in ((Qt.Key.Key_Return, []), (Qt.Key.Key_Tab, ["a"])):
        report = ImportedReport(screen.window, RESULTS[:1])
        heard: list[str] = []
        report.opened.connect(heard.append)
        report.open()
        settle()
        QTest.keyClick(cursor(), key)
        if report.isVisible():
            QTest.keyClick(cursor(), Qt.Key.Key_Return)
        assert heard == opened
        assert not report.isVisible()


def test_of_thousands_those_are_shown_that_need_somebody(screen: Program) -> None:
    many = [Imported(Words("Booth {n} imported.", n=number), stored("Booth", f"b{number}")) for number in range(3000)]
    report = ImportedReport(screen.window, [*many, *RESULTS])
    report.open()
    shown = Screen(report)
    for words in ("3,002 of 3,003 came in", "x.json: it is broken", "Hall 4 is here already.", "And 2,903 more."):
        assert shown.says(words), words


@pytest.mark.parametrize(
    ("results", "needed"),
    [
        ([RESULTS[0]], False), ([RESULTS[1]], True), ([RESULTS[2]], True), (RESULTS, True), ([], True),
        ([Imported(Words("In."), stored("a", "a"), said=(Words("Left out."),))], True),
    ],
)  # fmt: skip
def test_one_that_simply_came_in_needs_no_report(results: list[Imported], needed: bool) -> None:
    assert needs_report(results) == needed


def test_what_a_preset_lacks_here_leads_to_where_it_is_mended(qtbot: QtBot) -> None:
    card = MissingCard("Hall 3", [
        Missing("credentials.livekit_token", Words("LiveKit token is not in this computer's keyring.")),
        Missing("avatar_id", Words("Avatar a is not in the account's list.")),
    ])  # fmt: skip
    qtbot.addWidget(card)
    card.show()
    heard: list[str] = []
    card.went_to.connect(heard.append)
    screen = Screen(card)
    assert screen.says("Hall 3 lacks something on this computer")
    for button in screen.buttons("Go there"):
        screen.click(button)
    assert heard == ["credentials.livekit_token", "avatar_id"]

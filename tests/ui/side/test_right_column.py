"""What will happen, in a sentence and as the exact request; what will not be sent, and why."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QPushButton
from ui.driving import AVATAR, Program, settle, until

from akool_desktop.session.fields import Value
from akool_desktop.session.pasted import read_pasted
from akool_desktop.ui.cards import SessionCard
from akool_desktop.ui.theme import px
from akool_desktop.words import Card, Words

OWN_LIVEKIT: dict[str, Value] = {
    "avatar_id": AVATAR, "room": "own", "stream_type": "livekit", "credentials.livekit_url": "wss://booth.example",
    "credentials.livekit_token": "planted-token-77c2e0", "use_elevenlabs": True,
    "voice_params.elevenlabs_settings.api_key": "planted-key-77c2e0",
}  # fmt: skip


def test_the_preview_is_the_body_to_the_letter(screen: Program) -> None:
    assert screen.preview_body() == {"mode_type": 2, "stream_type": "agora", "duration": 600}
    screen.type("avatar_id", AVATAR)
    screen.type("voice_params.speed", "1,05")
    screen.choose("mode_type", "Retelling")
    assert screen.preview_body() == {
        "avatar_id": AVATAR, "voice_params": {"speed": 1.05}, "mode_type": 1, "stream_type": "agora", "duration": 600,
    }  # fmt: skip
    screen.choose("scene_mode", "Fast dialogue")
    screen.choose("voice_params.voice_id", "marin")
    assert screen.preview_body() == {
        "avatar_id": AVATAR, "voice_params": {"voice_id": "marin"}, "mode_type": 1, "scene_mode": "fast_dialogue",
        "stream_type": "agora", "duration": 600,
    }  # fmt: skip


@pytest.mark.parametrize("avatar", ["dvp_Alinna_emotionsofficeanimated_realisticbg_20241121", "x" * 30_000])
def test_an_id_that_is_longer_than_the_column_cuts_nothing_off(screen: Program, avatar: str) -> None:
    """The rest of the sentence, which says for how long and in which room, stood below the fold of its label."""
    screen.window.resize(1024, 700)
    screen.load({"avatar_id": avatar})
    settle()
    sentence = next(label for label in screen.all(QLabel) if "will answer people" in label.text())
    document = QTextDocument()
    document.setDefaultFont(sentence.font())
    document.setHtml(sentence.text())
    document.setDocumentMargin(0)
    document.setTextWidth(sentence.width())
    assert document.idealWidth() <= sentence.width()
    assert document.size().height() <= sentence.height() < screen.window.height() / 2


def test_the_sentence_goes_its_own_way_whichever_a_name_goes(screen: Program) -> None:
    screen.load({"avatar_id": "مرحبا بكم"})
    sentence = next(label for label in screen.all(QLabel) if "will answer people" in label.text())
    document = QTextDocument()
    document.setHtml(sentence.text())
    assert document.begin().textDirection() == Qt.LayoutDirection.LeftToRight


def test_the_line_of_an_avatars_id_is_whole_in_the_preview(screen: Program) -> None:
    screen.window.resize(1440, 900)
    screen.load({"avatar_id": AVATAR})
    screen.press("Request preview")
    settle()
    (preview,) = [edit for edit in screen.all(QPlainTextEdit) if edit.isVisible()]
    assert not preview.horizontalScrollBar().maximum()


def test_the_preview_stays_where_it_was_scrolled_to_while_one_types(screen: Program) -> None:
    screen.window.resize(1440, 900)
    screen.load(OWN_LIVEKIT)
    screen.press("Request preview")
    settle()
    (preview,) = [edit for edit in screen.all(QPlainTextEdit) if edit.isVisible()]
    bar = preview.verticalScrollBar()
    bar.setValue(bar.maximum())
    screen.type("duration", "12:30")
    assert '"duration": 750' in preview.toPlainText()
    assert bar.value() == bar.maximum() > 0


def test_without_words_the_sign_of_copy_as_stands_in_the_middle(screen: Program) -> None:
    screen.window.resize(1024, 640)
    screen.press("Request preview")
    picture = screen.button("Copy as").grab().toImage()
    inside = [(x, y) for x in range(5, picture.width() - 5) for y in range(5, picture.height() - 5)]
    inked = [x for x, y in inside if picture.pixelColor(x, y).lightness() < 128]
    assert abs(min(inked) - (picture.width() - 1 - max(inked))) <= 1


def test_an_open_preview_leaves_the_rest_whole_in_the_smallest_window(screen: Program) -> None:
    screen.window.resize(screen.window.minimumSize())
    screen.load({"avatar_id": AVATAR, "language": "en", "knowledge_id": "a-knowledge-base-with-a-longish-name"})
    screen.press("Request preview")
    settle()
    assert screen.create_button.height() == screen.create_button.sizeHint().height()
    sentence = next(label for label in screen.all(QLabel) if "will answer people" in label.text())
    assert sentence.height() >= sentence.heightForWidth(sentence.width())
    (preview,) = [edit for edit in screen.all(QPlainTextEdit) if edit.isVisible()]
    assert preview.height() >= 3 * preview.fontMetrics().lineSpacing()


def test_what_went_wrong_can_be_read_in_the_small_window(screen: Program) -> None:
    """The summary gives way to it, and is back when it is closed."""
    screen.window.resize(1024, 640)
    screen.load({"avatar_id": AVATAR, "language": "en", "knowledge_id": "a-knowledge-base-with-a-longish-name"})
    settle()
    summary = next(label for label in screen.all(QLabel) if "will answer people" in label.text())
    assert not summary.visibleRegion().isEmpty()
    said = Words("{a} {b}", a=Words("No. Nothing was sent."), b="refused " * 30)
    card = screen.window.errors.add(Card(Words("Not enough credits"), said, Words("No. Nothing was sent."), said))
    settle()
    shown = card.visibleRegion().boundingRect()
    assert shown.top() == 0
    assert shown.height() >= px(200)
    card.closed.emit()
    settle()
    assert summary.visibleRegion().boundingRect().height() == summary.height()


async def test_the_card_of_a_session_comes_into_view_in_the_small_window(program: Program) -> None:
    """A new one's, and one that is asked for by its row's Details."""
    program.window.resize(1016, 600)
    program.type("avatar_id", AVATAR)
    program.click(program.create_button)
    (shown,) = await program.created()
    summary = next(label for label in program.all(QLabel) if "will answer people" in label.text())

    def stands_first() -> bool:
        card = program.window.findChild(SessionCard)
        return card is not None and card.visibleRegion().boundingRect().top() == 0 and summary.visibleRegion().isEmpty()

    await until(stands_first, "for the card of a new session")
    program.bring_into_view(summary)
    assert not stands_first()
    program.press("Details", program.window._open_sessions.strip)
    await until(stands_first, "for the card that is asked for")
    assert program.session_ids() == [shown]


def test_the_preview_masks_every_secret(screen: Program) -> None:
    screen.load(OWN_LIVEKIT)
    body = screen.preview_body()
    assert body["credentials"] == {"livekit_url": "wss://booth.example", "livekit_token": "••••••••"}
    assert body["voice_params"] == {"elevenlabs_settings": {"api_key": "••••••••"}}
    screen.press("Copy the request")
    assert "planted" not in QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize("what", ["curl for bash", "curl for cmd", "PowerShell", "JSON"])
def test_the_request_is_copied_for_somebody_else(screen: Program, what: str) -> None:
    """What is copied can be pasted again; in the place of secrets stand words."""
    screen.load(OWN_LIVEKIT)
    screen.preview_body()
    menu = screen.button("Copy as")
    assert isinstance(menu, QPushButton)
    next(action for action in menu.menu().actions() if action.text() == what).trigger()
    text = QGuiApplication.clipboard().text()
    assert "planted" not in text
    assert ("https://openapi.akool.com/" in text) == (what != "JSON")
    (pasted,) = read_pasted(text)
    assert pasted.draft["credentials.livekit_url"] == "wss://booth.example"
    assert screen.says(f"Request copied as {what}, without your key")
    QGuiApplication.clipboard().clear()


def test_what_is_typed_but_not_sent_is_listed_with_the_reason(screen: Program) -> None:
    screen.load({"avatar_id": AVATAR, "voice_id": "a-voice", "voice_params.speed": 1.1})
    assert not screen.says("Not sent")
    screen.choose("scene_mode", "Fast dialogue")
    assert screen.says("Not sent: 2 settings")
    assert screen.says("Because Scene mode is Fast dialogue. This comes back when you change it.")
    assert screen.says("1.10")
    screen.choose("scene_mode", "Standard")
    assert not screen.says("Not sent")


def test_a_sentence_says_what_will_happen(screen: Program) -> None:
    assert screen.says("An avatar you have not chosen yet will answer people")
    screen.type("avatar_id", "<b>me</b>")
    screen.choose("room", "My own room")
    screen.choose("stream_type", "LiveKit")
    screen.type("duration", "2:30")
    assert screen.says("&lt;b&gt;me&lt;/b&gt;")
    assert screen.says("your own LiveKit room")
    assert screen.says("2:30 minutes")


async def test_names_are_said_where_the_list_knows_them(program: Program) -> None:
    program.type("avatar_id", AVATAR)
    assert program.says("Tristan</span> will answer people")
    assert program.says("Ready to stream", program.row("avatar_id"))
    program.type("avatar_id", "of-my-own")
    assert program.says("Not in the list read at", program.row("avatar_id"))
    assert program.create_button.accessibleDescription() == ""  # an id that no list knows blocks nothing


def test_practice_is_said_plainly(screen: Program) -> None:
    assert screen.says("Nothing is sent to Akool, nothing is spent.")
    assert screen.create_button.text() == "Create session on Practice"


def test_the_cursor_outlines_the_box_of_the_preview_itself(screen: Program) -> None:
    screen.window.resize(1440, 900)
    screen.press("Request preview")
    settle()
    (preview,) = [edit for edit in screen.all(QPlainTextEdit) if edit.isVisible()]
    box = preview.parentWidget()
    assert isinstance(box, QFrame)
    assert preview.geometry() == box.contentsRect()


def test_a_line_stands_where_what_is_told_is_cut_off(screen: Program) -> None:
    screen.window.resize(1440, 900)
    settle()
    line = screen.window._side._cut
    assert not line.isVisible()
    for _ in range(4):
        screen.window.errors.add(Card(Words("A title"), Words("It happened."), Words("No."), Words("Go on.")))
    settle()
    assert line.isVisible()
    screen.window.resize(700, 900)  # then it goes on below the form, and nothing is cut
    settle()
    assert not line.isVisible()

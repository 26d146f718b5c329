"""Edits of the form are undone and done again by name, and what "Run again" replaced comes back."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from ui.conftest import OpenProgram
from ui.driving import AVATAR, cursor, until, until_says

from akool_desktop.session.rules import value

_UNDO = Qt.KeyboardModifier.ControlModifier


def undo() -> None:
    QTest.keyClick(cursor(), Qt.Key.Key_Z, _UNDO)


def redo() -> None:
    QTest.keyClick(cursor(), Qt.Key.Key_Z, _UNDO | Qt.KeyboardModifier.ShiftModifier)


async def test_a_choice_is_undone_by_its_name(open_program: OpenProgram) -> None:
    program = await open_program()
    program.choose("stream_type", "LiveKit")
    program.choose("stream_type", "TRTC (Tencent)")
    program.press("Undo Stream type")
    assert value(program.form.draft, "stream_type") == "livekit"
    program.press("Undo Stream type")
    assert value(program.form.draft, "stream_type") == "agora"
    assert not program.button("Undo").isEnabled()
    program.press("Redo Stream type")
    assert value(program.form.draft, "stream_type") == "livekit"


async def test_the_cursor_follows_the_choice_that_an_undo_brings_back(open_program: OpenProgram) -> None:
    program = await open_program()
    program.choose("stream_type", "LiveKit")
    undo()
    now = cursor()
    assert isinstance(now, QRadioButton)
    assert now.isChecked()


async def test_what_was_typed_in_one_go_is_one_edit(open_program: OpenProgram) -> None:
    program = await open_program()
    program.type("avatar_id", AVATAR)
    program.type("background_url", "https://a.example/b.jpg")
    undo()
    assert not value(program.form.draft, "background_url")
    assert value(program.form.draft, "avatar_id") == AVATAR
    undo()
    assert not value(program.form.draft, "avatar_id")
    redo()
    assert program.text_of("avatar_id").text() == AVATAR


async def test_coming_back_to_a_field_is_another_edit(open_program: OpenProgram) -> None:
    program = await open_program()
    program.type("language", "en")
    program.type("avatar_id", "a")
    undo()
    program.type("language", "fr")
    undo()
    assert value(program.form.draft, "language") == "en"


async def test_run_again_can_be_undone(open_program: OpenProgram) -> None:
    program = await open_program()
    program.type("avatar_id", "typed by hand")
    program.window._fill({"avatar_id": AVATAR, "mode_type": 1})
    assert value(program.form.draft, "avatar_id") == AVATAR
    program.press("Undo Run again")
    assert value(program.form.draft, "avatar_id") == "typed by hand"
    assert program.text_of("avatar_id").text() == "typed by hand"


async def test_run_again_leads_to_the_field_that_has_the_cursor_and_says_what_starts_it(
    open_program: OpenProgram,
) -> None:
    program = await open_program()
    program.form.go_to("duration")
    await until(lambda: program.field("avatar_id").visibleRegion().isEmpty())
    program.window._fill({"avatar_id": AVATAR, "mode_type": 1, "stream_type": "agora"})
    await until_says(program, "The form is as it was sent. Create session starts it.")
    assert program.focused() == "avatar_id"
    await until(lambda: not program.field("avatar_id").visibleRegion().isEmpty())


async def test_run_again_leads_to_the_secret_that_is_kept_nowhere(open_program: OpenProgram) -> None:
    program = await open_program()
    livekit = {"livekit_url": "wss://booth.example", "livekit_room_name": "booth"}
    program.window._fill({"avatar_id": AVATAR, "mode_type": 1, "stream_type": "livekit", "credentials": livekit})
    await until_says(program, "Enter its secrets anew, then create.")
    assert program.focused() == "credentials.livekit_token"


async def test_an_undone_edit_is_brought_into_view(open_program: OpenProgram) -> None:
    program = await open_program()
    program.choose("stream_type", "LiveKit")
    program.form.verticalScrollBar().setValue(0)
    program.press("Undo Stream type")
    glide = program.form._glide
    assert glide
    assert glide.endValue() > 0


async def test_the_form_still_jumps_where_pyside_has_taken_its_bar_for_deleted(open_program: OpenProgram) -> None:
    """As it does at times of what Qt has made itself; the bar is there all the same."""
    program = await open_program()
    program.form.go_to_step(3)
    shiboken6.invalidate(program.form.verticalScrollBar())
    program.form.go_to_step(5)
    await until(lambda: program.form.verticalScrollBar().value() > 0)


async def test_where_a_secret_is_kept_is_an_edit_too(open_program: OpenProgram) -> None:
    program = await open_program()
    program.window.resize(1440, 900)
    program.choose("stream_type", "LiveKit")
    program.choose("room", "My own room")
    token = "credentials.livekit_token"
    program.type(token, "planted-token")
    program.press("Ask me at launch", program.row(token))
    assert program.form.slots == {token: "ask"}
    program.press("Undo Ask me at launch")
    assert program.form.slots == {token: "keyring"}
    assert value(program.form.draft, token) == "planted-token"
    program.press("Redo Ask me at launch")
    assert program.form.slots == {token: "ask"}


async def test_what_is_typed_after_an_undo_is_an_edit_of_its_own(open_program: OpenProgram) -> None:
    program = await open_program()
    program.choose("stream_type", "LiveKit")
    program.type("avatar_id", "a")
    undo()
    QTest.keyClicks(cursor(), "b")
    assert program.text_of("avatar_id").text() == "b"
    undo()
    assert not value(program.form.draft, "avatar_id")
    assert value(program.form.draft, "stream_type") == "livekit"


async def test_what_is_typed_after_run_again_is_an_edit_of_its_own(open_program: OpenProgram) -> None:
    program = await open_program()
    program.type("avatar_id", "typed by hand")
    program.window._fill({"avatar_id": AVATAR, "mode_type": 1, "stream_type": "agora"})
    QTest.keyClicks(cursor(), "b")
    program.press("Undo Avatar")
    assert value(program.form.draft, "avatar_id") == AVATAR

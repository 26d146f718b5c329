"""The contrast of words in the form, wherever it is scrolled to; ui/test_every_screen.py has all else."""

import pytest
from ui.contrasts import weak_words
from ui.driving import AVATAR, Program, settle

from akool_desktop.session.fields import Value
from akool_desktop.ui.theme import theme

OWN_ROOM: dict[str, Value] = {
    "avatar_id": AVATAR, "stream_type": "livekit", "room": "own", "credentials.livekit_url": "https://no",
    "credentials.livekit_token": "x" * 24, "use_elevenlabs": True, "mode_type": 1,
}  # fmt: skip


@pytest.mark.parametrize("draft", [{}, OWN_ROOM], ids=["empty", "own room with problems"])
@pytest.mark.parametrize(("choice", "least"), [("light", 4.5), ("dark", 4.5), ("contrast", 7.0)])
def test_words_stand_off_from_what_is_behind_them(
    choice: str, least: float, draft: dict[str, Value], screen: Program
) -> None:
    theme().apply(choice)
    screen.window.resize(1440, 900)
    screen.load(draft)
    if draft:
        screen.window._form.touch_all()
    settle()
    found: list[tuple[str, float | None]] = []
    for scrolled in range(0, screen.form.verticalScrollBar().maximum() + 1, 600):
        screen.form.verticalScrollBar().setValue(scrolled)
        settle()
        found += weak_words(screen.window, least)
    assert len(found) > 40
    assert [(words, weak) for words, weak in found if weak is not None] == []

"""Choosing from the account's lists, by clicks and by keys."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QLineEdit, QWidget
from ui.driving import AVATAR, Program, Screen, cursor, settle, until

from akool_desktop.store.settings import SettingsFile
from akool_desktop.ui.pickers.entry_detail import EntryDetail
from akool_desktop.ui.pickers.entry_list import EntryList
from akool_desktop.ui.pictures import Picture
from akool_desktop.ui.speaking import speak


class Dialog(Screen):
    """The picker that is open."""

    def __init__(self, program: Program) -> None:
        super().__init__(program.dialog().top)
        (self.entries,) = (found for found in self.top.findChildren(EntryList))
        self.list = self.entries.view

    def names(self) -> list[str]:
        return [entry.name for entry in self.entries.rows.entries] if self.list.isVisible() else []

    def chosen(self) -> str:
        entry = self.entries.current()
        return entry.name if entry else ""

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(cursor(), key)

    def search(self, words: str) -> None:
        """Type where the cursor is, which after opening is the search."""
        QTest.keyClicks(cursor(), words)

    def filter(self, name: str, value: str) -> None:
        combo = next(found for found in self.all(QComboBox) if found.accessibleName() == name)
        combo.setFocus()
        wanted = next(place for place in range(combo.count()) if combo.itemText(place) == value)
        for _ in range(abs(wanted - combo.currentIndex())):
            QTest.keyClick(combo, Qt.Key.Key_Down if wanted > combo.currentIndex() else Qt.Key.Key_Up)
        assert combo.currentText() == value

    def tick(self, words: str) -> None:
        box = next(found for found in self.all(QCheckBox) if found.text() == words)
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))

    def use(self) -> QAbstractButton:
        return self.button("Use")

    def entry(self, name: str, *, double: bool = False, at: QPoint | None = None) -> None:
        """Click an entry."""
        row = self.names().index(name)
        self.list.scrollTo(self.entries.rows.index(row))
        rect = self.list.visualRect(self.entries.rows.index(row))
        place = rect.topLeft() + at if at else rect.center()
        for click in (QTest.mouseClick, QTest.mouseDClick) if double else (QTest.mouseClick,):
            click(self.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


async def choose(program: Program, key: str, words: str = "Choose…") -> Dialog:
    """Press Choose beside the field, and wait until the dialog has the cursor."""
    program.press(words, program.row(key))
    dialog = Dialog(program)
    await until(lambda: isinstance(QApplication.focusWidget(), QLineEdit) and dialog.top.isActiveWindow())
    return dialog


def text(program: Program, key: str) -> str:
    return program.text_of(key).text()


# avatars


async def test_an_avatar_is_found_as_one_types_and_used_by_enter(program: Program) -> None:
    dialog = await choose(program, "avatar_id")
    assert len(dialog.names()) == 8
    assert dialog.says("8 avatars")
    assert dialog.says("List read at")
    dialog.search("conci")
    assert dialog.names() == ["Concierge"]
    assert dialog.says("1 of 8 avatars")
    dialog.key(Qt.Key.Key_Return)
    await program.closed()
    assert text(program, "avatar_id") == "practice_concierge"
    program.window.activateWindow()
    await until(lambda: program.focused() == "avatar_id", "for the cursor")
    assert program.says("Concierge", program.row("avatar_id"))
    assert program.says("own voice Luca", program.row("avatar_id"))
    told = "Concierge: Ready to stream, own voice Luca"
    assert program.field("avatar_id").accessibleDescription() == told  # as it is seen, in the place of the hint


async def test_arrows_move_from_the_search_and_escape_changes_nothing(program: Program) -> None:
    program.type("avatar_id", AVATAR)
    dialog = await choose(program, "avatar_id")
    assert dialog.chosen() == "Tristan"
    dialog.key(Qt.Key.Key_Right)
    assert dialog.chosen() == "Museum guide"
    dialog.key(Qt.Key.Key_Down)
    assert dialog.chosen() not in ("Tristan", "Museum guide")
    dialog.key(Qt.Key.Key_Up, Qt.Key.Key_Left)
    assert dialog.chosen() == "Tristan"
    dialog.key(Qt.Key.Key_Right, Qt.Key.Key_Escape)
    await program.closed()
    assert text(program, "avatar_id") == AVATAR


async def test_letters_typed_in_the_list_go_into_the_search(program: Program) -> None:
    dialog = await choose(program, "avatar_id")
    dialog.entry("Teacher")
    dialog.list.setFocus()
    QTest.keyClicks(dialog.list, "m")
    assert isinstance(cursor(), QLineEdit)
    dialog.search("useum")
    assert dialog.names() == ["Museum guide"]
    dialog.key(Qt.Key.Key_Escape)


async def test_a_click_looks_at_an_avatar_and_a_double_click_uses_it(program: Program) -> None:
    dialog = await choose(program, "avatar_id")
    dialog.entry("Teacher")
    assert dialog.use().text() == "Use Teacher"
    for words in ("Akool's avatars", "May be replaced", "Amara", "Female", "practice_tea"):
        assert dialog.says(words), words
    assert not text(program, "avatar_id")
    dialog.entry("Front desk", double=True)
    await program.closed()
    assert text(program, "avatar_id") == "practice_front_desk"


async def test_an_avatar_that_is_not_available_says_why_and_is_not_used(program: Program) -> None:
    dialog = await choose(program, "avatar_id")
    dialog.entry("News host", double=True)
    assert dialog.says("Not available now")
    assert not dialog.use().isEnabled()
    dialog.key(Qt.Key.Key_Return)
    dialog.click(dialog.use())
    assert program.dialogs()
    assert not text(program, "avatar_id")
    dialog.tick("Only ready")
    assert "News host" not in dialog.names()
    dialog.key(Qt.Key.Key_Escape)
    program.type("avatar_id", "practice_news_host")  # typed by hand it stays possible
    assert program.says("Not available now", program.row("avatar_id"))


async def test_avatars_are_filtered_by_whose_they_are_and_by_gender(program: Program) -> None:
    dialog = await choose(program, "avatar_id")
    dialog.top.resize(900, 480)
    (detail,) = dialog.all(EntryDetail)
    await until(lambda: detail.verticalScrollBar().isVisible(), "for more than there is room for")
    dialog.click(dialog.button("Mine"))
    assert dialog.names() == ["Booth presenter"]
    dialog.click(dialog.button("Akool's"))
    assert len(dialog.names()) == 7
    dialog.filter("Any gender", "Female")
    assert dialog.names() == ["Museum guide", "News host", "Teacher"]
    dialog.list.setFocus()
    dialog.search("nobody of this name")
    assert dialog.says("No avatars match")
    assert not detail.verticalScrollBar().isVisible()  # beside nothing
    assert not dialog.use().isEnabled()
    dialog.press("Show all avatars")
    assert len(dialog.names()) == 8
    dialog.key(Qt.Key.Key_Escape)


async def test_a_tile_is_whole_where_there_is_little_height(program: Program) -> None:
    """With its picture lower, so that its name is in view."""
    dialog = await choose(program, "avatar_id")
    for size, lower in (((1024, 576), False), ((520, 330), True), ((1024, 576), False)):
        dialog.top.resize(*size)
        await until(lambda size=size: dialog.top.size().toTuple() == size)  # type: ignore[misc]
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            dialog.key(key)
            tile = dialog.list.visualRect(dialog.list.currentIndex())
            await until(lambda: dialog.list.viewport().rect().contains(
                dialog.list.visualRect(dialog.list.currentIndex())
            ), f"for all of the tile, {tile}")  # fmt: skip
            assert (tile.height() < 130) is lower
    dialog.key(Qt.Key.Key_Escape)


async def test_favourites_come_first_from_the_next_time_on(program: Program) -> None:
    dialog = await choose(program, "avatar_id")
    before = dialog.names()
    star = dialog.top._tiles.star.center()  # type: ignore[attr-defined]
    dialog.entry("Concierge", at=star)
    dialog.entry("Front desk", at=star)
    dialog.entry("Front desk", at=star)  # and then it is none
    dialog.entry("Teacher")
    QTest.keyClick(cursor(), Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert dialog.names() == before  # nothing moves under the hand
    assert dialog.says("8 avatars")
    told = dialog.entries.rows.index(before.index("Teacher")).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert told.startswith("Favourite, ")
    dialog.key(Qt.Key.Key_Escape)
    await program.closed()
    dialog = await choose(program, "avatar_id")
    first = [name for name in before if name in ("Concierge", "Teacher")]
    assert dialog.names() == first + [name for name in before if name not in first]
    assert dialog.says("8 avatars, favourites first")
    dialog.search("guide")
    assert dialog.says("1 of 8 avatars")
    assert not dialog.says("favourites first")
    dialog.key(Qt.Key.Key_Escape)
    await until(lambda: not program.tasks.runs("save settings"), "for the disk")
    kept = SettingsFile(program.paths.config).load().favourites.split()
    assert len(kept) == 2
    assert all(" " not in found for found in kept)


async def test_what_was_used_lately_comes_after_the_favourites(program: Program) -> None:
    """And of each avatar it is said when it was used last."""
    dialog = await choose(program, "avatar_id")
    before = dialog.names()
    assert dialog.says("not yet")
    dialog.entry("Concierge", at=dialog.top._tiles.star.center())  # type: ignore[attr-defined]
    dialog.entry("Teacher", double=True)
    await program.closed()
    program.click(program.create_button)
    await program.created()
    dialog = await choose(program, "avatar_id")
    assert dialog.names()[:2] == ["Concierge", "Teacher"]
    assert dialog.names()[2:] == [name for name in before if name not in ("Concierge", "Teacher")]
    assert dialog.says("8 avatars, favourites and recent first")
    assert dialog.chosen() == "Teacher"
    assert dialog.says("Today, ")
    dialog.key(Qt.Key.Key_Escape)
    await program.closed()


async def test_tiles_share_the_width(program: Program) -> None:
    dialog = await choose(program, "avatar_id")

    def leave_over() -> int:
        tiles = [dialog.list.visualRect(dialog.entries.rows.index(row)) for row in range(len(dialog.names()))]
        line = [tile for tile in tiles if tile.top() == tiles[0].top()]
        return dialog.list.viewport().width() - max(tile.right() for tile in line)

    for width in (520, 700, 1040):
        dialog.top.resize(width, 576)
        await until(lambda: 0 <= leave_over() < 30, f"for tiles that fill {width}")
    dialog.key(Qt.Key.Key_Escape)


async def test_no_filter_of_voices_stands_on_another(program: Program) -> None:
    dialog = await choose(program, "voice_id")
    filters = [found for found in dialog.all(QComboBox) if found.isVisible()]

    def have_room() -> bool:
        places = [found.geometry() for found in filters]
        return all(found.width() >= found.sizeHint().width() for found in filters) and not any(
            one.intersects(other) for one, other in combinations(places, 2)
        )

    for width in (1040, 792, 730, 520):
        dialog.top.resize(width, 576)
        await until(have_room, f"for room in {width}")
    dialog.key(Qt.Key.Key_Escape)


async def test_an_id_is_read_whole_beside_its_picture(program: Program) -> None:
    """In the small window the picture is below, with the name."""
    program.type("avatar_id", AVATAR)
    edit = program.text_of("avatar_id")
    await until(lambda: program.says("Ready to stream", program.row("avatar_id")), "for the avatar to be known")

    def stands_below(size: tuple[int, int]) -> bool:
        program.window.resize(*size)
        (picture,) = (found for found in program.row("avatar_id").findChildren(Picture) if found.isVisible())
        place = picture.mapTo(program.window, QPoint(0, 0))
        there = edit.mapTo(program.window, QPoint(0, 0))
        assert place.y() >= there.y() + edit.height() or place.x() + picture.width() <= there.x()
        return place.y() > there.y()

    for size, below in (((1440, 900), False), ((1016, 600), True), ((1440, 900), False), ((520, 420), False)):
        await until(lambda size=size, below=below: stands_below(size) is below)  # type: ignore[misc]
        inside = edit.width() - edit.textMargins().left() - edit.textMargins().right()
        assert inside > edit.fontMetrics().horizontalAdvance(AVATAR), size


async def test_an_own_avatar_closes_the_background_and_says_why(program: Program) -> None:
    program.type("background_url", "https://pictures.example/hall.jpg")
    assert program.shows("background_url")
    dialog = await choose(program, "avatar_id")
    dialog.entry("Booth presenter")
    assert dialog.says("Brings its own")
    dialog.key(Qt.Key.Key_Return)
    await program.closed()
    assert not program.shows("background_url")
    assert program.says("This avatar brings its own background.", program.row("avatar_id"))
    await until(lambda: program.says("Because this avatar brings its own background."), "for the reason")
    assert program.says("Not sent: 1 setting")
    assert "background_url" not in program.preview_body()
    program.type("avatar_id", AVATAR)
    assert program.shows("background_url")
    assert text(program, "background_url") == "https://pictures.example/hall.jpg"


# voices


async def test_only_voices_that_can_be_used_are_offered_and_others_on_request(program: Program) -> None:
    dialog = await choose(program, "voice_id")
    assert dialog.says("37 of 44 voices")
    assert "Oliver" not in dialog.names()
    dialog.tick("Show unusable too")
    assert dialog.says("44 voices")
    dialog.entry("Oliver")
    assert dialog.says("Does not stream")
    assert not dialog.use().isEnabled()
    dialog.entry("Still being made", double=True)
    assert program.dialogs()
    dialog.key(Qt.Key.Key_Escape)


@pytest.mark.parametrize("wide", [480, 1000])
async def test_tab_goes_through_the_filters_of_voices_before_the_list(program: Program, wide: int) -> None:
    dialog = await choose(program, "voice_id")
    dialog.top.resize(wide, 600)
    settle()
    passed = [cursor()]
    while passed[-1] is not dialog.list:
        QTest.keyClick(cursor(), Qt.Key.Key_Tab)
        passed.append(cursor())
    ways = [found for found in dialog.all(QComboBox) + dialog.all(QCheckBox) if found.isVisible()]
    assert set(ways) < set(passed)
    places = [(found.mapTo(dialog.top, QPoint()).y() // 16, found.x()) for found in passed if found in ways]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ([("Any language", "Chinese")], ["Mei", "Wei", "Siu Ling"]),
        ([("Any language", "Chinese"), ("Any gender", "Male")], ["Wei"]),
        ([("Any age", "Elderly"), ("Any style", "Calm")], ["Curator", "Jonas", "Erik"]),
        ([("Cloned or Akool's", "Cloned"), ("Any language", "English")], ["Booth voice", "Curator"]),
    ],
)
async def test_filters_of_voices(program: Program, filters: Sequence[tuple[str, str]], names: list[str]) -> None:
    dialog = await choose(program, "voice_id")
    for name, value in filters:
        dialog.filter(name, value)
    assert dialog.names() == names
    dialog.key(Qt.Key.Key_Escape)


async def test_a_voice_is_found_by_what_it_is_like(program: Program) -> None:
    dialog = await choose(program, "voice_id")
    dialog.search("german fem")
    assert dialog.names() == ["Empfang", "Hannah"]
    dialog.key(Qt.Key.Key_Down, Qt.Key.Key_Return)
    await program.closed()
    assert text(program, "voice_id") == "practice-voice-hannah"
    assert program.says("German (de-DE), female, middle, clear", program.row("voice_id"))


async def test_what_a_voice_is_like_is_said_in_the_operators_language_and_found_in_both(program: Program) -> None:
    speak("zh_CN")
    try:
        dialog = await choose(program, "voice_id", "选择…")
        search = cursor()
        assert isinstance(search, QLineEdit)
        for searched in ("german 清晰", "german fem", "german 女"):
            search.setText(searched)  # as an input method does; QTest types no Chinese
            assert "Hannah" in dialog.names(), searched
        dialog.key(Qt.Key.Key_Down, Qt.Key.Key_Return)
        await program.closed()
        await until(lambda: program.says("German (de-DE)、女、中年、清晰", program.row("voice_id")))
    finally:
        speak("en")


async def test_a_voice_that_does_not_match_is_noted_in_both_places(program: Program) -> None:
    program.load({"avatar_id": AVATAR, "language": "en-GB"})
    dialog = await choose(program, "voice_id")
    dialog.entry("Curatrice")
    for words in ("speaks another language", "differ in gender"):
        assert dialog.says(words)
    dialog.key(Qt.Key.Key_Return)
    await program.closed()
    for words in ("speaks another language", "differ in gender"):
        assert program.says(words, program.row("voice_id"))
    assert program.says("Note: 2")
    program.type("language", "fr-CA")
    assert not program.says("speaks another language")
    program.type("voice_id", "typed-by-hand")
    assert program.says("Not in the list read at", program.row("voice_id"))
    assert not program.says("differ in gender")


# languages and knowledge bases


@pytest.mark.parametrize("key", ["language", "voice_params.stt_language"])
async def test_a_language_is_chosen_with_its_region(program: Program, key: str) -> None:
    if not program.shows(key):
        program.form.go_to(key)
    dialog = await choose(program, key)
    assert dialog.says("38 languages")
    dialog.search("sichuan")
    assert dialog.names() == ["Chinese (Sichuan)"]
    dialog.key(Qt.Key.Key_Return)
    await program.closed()
    assert text(program, key) == "zh-CN-sichuan"
    assert program.says("Chinese (Sichuan)", program.row(key))
    assert program.field(key).accessibleDescription() == "Chinese (Sichuan)"


async def test_a_knowledge_base_shows_how_it_opens_and_what_it_is_told(program: Program) -> None:
    dialog = await choose(program, "knowledge_id")
    dialog.search("guide two sentences")
    assert dialog.names() == ["Museum"]
    for words in ("Welcome to the museum.", "Answer as a museum guide", "13"):
        assert dialog.says(words), words
    dialog.key(Qt.Key.Key_Return)
    await program.closed()
    assert text(program, "knowledge_id") == "practice-museum"
    assert program.says("13 documents", program.row("knowledge_id"))


def test_every_picker_is_reached_and_named_for_a_screen_reader(screen: Program) -> None:
    for key, label in (("avatar_id", "Avatar"), ("voice_id", "Voice"), ("language", "Language")):
        button = screen.button("Choose…", screen.row(key))
        assert button.accessibleDescription() == label
        assert isinstance(screen.field(key), QWidget)

"""The program on each of its screens in turn, for whoever reads it from another process.

For each screen a line of JSON tells what a person sees there; then it stays until a line comes in. Two numbers on the
command line, such as 0 2, have it show one share of the scenes, so that others can show the rest at the same time.
"""

import asyncio
import json
import os
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QWhatsThis,
    QWidget,
)

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # it is started as a script

from ui import form_scenes, pictures, preset_scenes
from ui.driving import until
from ui.pictures import SCENES
from ui.seen import problems, seen, seen_of
from ui.studio import ELEVENLABS, FAST_LIVEKIT, FULL, Studio

from akool_desktop.app import make_loop
from akool_desktop.session.fields import BY_KEY
from akool_desktop.store.entry import State
from akool_desktop.store.settings import Settings
from akool_desktop.ui.application import application
from akool_desktop.ui.controls.fold_button import FoldButton
from akool_desktop.ui.keyboard.palette import CommandPalette
from akool_desktop.ui.sizing import resize_text
from akool_desktop.ui.speaking import speak
from akool_desktop.ui.theme import theme
from akool_desktop.words import Card, Words

LONG = os.environ.get("AKOOL_LONG")
Change = Callable[[Studio], None]
Scene = Callable[[Studio], Awaitable[None]]
# What differs from other screens in words alone, or in its size.
_ENTRIES = 12  # of a menu: the others are made like these
ALIKE = (form_scenes.token_clocks, form_scenes.checks, form_scenes.sizes)


async def _show(name: str, widget: QWidget) -> None:
    if isinstance(widget, QMenu):
        await _show_entries(name, widget)
        return
    if name.endswith("-running"):  # it changes while it is read
        return
    hidden = widget.isHidden()
    widget.show()
    widget.activateWindow()
    await until(widget.isActiveWindow, f"for {name} to come to the front")
    kind = type(widget).__name__
    await _wait_with({"name": name, "kind": kind, "controls": seen(widget), "problems": problems(widget)})
    if hidden:
        widget.hide()


async def _show_entries(name: str, menu: QMenu) -> None:
    """One after the other, since a menu is read by its entries."""
    entries = [action for action in menu.actions() if action.isEnabled() and not action.isSeparator()]
    for action in entries if LONG else entries[:_ENTRIES]:
        menu.setActiveAction(action)
        await _wait_with({
            "name": f"{name} {action.text()}", "kind": "QMenu", "controls": [seen_of(action)], "problems": [],
        })  # fmt: skip


async def _wait_with(told: dict[str, object]) -> None:
    print(json.dumps(told), flush=True)
    if not await asyncio.to_thread(sys.stdin.readline):
        raise SystemExit


async def opened_by_keys(studio: Studio) -> None:
    """What opens over the window, and is gone with the next key."""
    await studio.renew()
    rows = studio.window._form._rows
    studio.load(ELEVENLABS)
    studio.window._form.go_to("language")
    rows["language"].explain()
    await studio.take("41-what-is-this")
    QWhatsThis.hideText()
    folds = (found for found in studio.window._form.findChildren(FoldButton) if found.isVisible())
    fold = next(found for found in folds if not found.is_open)
    fold.setFocus()
    QTest.keyClick(fold, Qt.Key.Key_Space)
    await until(lambda: fold.is_open, "for the fold to open")
    await studio.take("41-fold-opened")
    model = rows["voice_params.elevenlabs_settings.model_id"]
    studio.window._form.go_to(model.field.key)
    await until(model._has_cursor, "for the cursor")
    await studio.take("42-field-with-suggestions")
    typed = model.input
    assert isinstance(typed, QLineEdit)
    QTest.keyClicks(typed, "eleven")  # with a screen reader about, keys go by way of it, and come later
    offered = typed.completer().popup()
    assert offered
    await _show_choices("42-suggestions", offered)
    QTest.keyClick(offered, Qt.Key.Key_Escape)
    await until(offered.isHidden, "for them to go")
    typed.selectAll()
    QApplication.sendEvent(typed, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, typed.rect().center()))
    (menu,) = (found for found in typed.findChildren(QMenu) if found.isVisible())
    await studio.take("42-menu-of-a-field", menu)
    menu.close()
    studio.load(FAST_LIVEKIT)
    studio.window._form.go_to("voice_params.voice_id")
    box = rows["voice_params.voice_id"].input
    assert isinstance(box, QComboBox)
    QTest.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    await studio.take("43-open-list")
    await _show_choices("43-choices", box.view(), Qt.Key.Key_Up)
    box.hidePopup()


async def searched_by_keys(studio: Studio) -> None:
    """A list through the search above it, and as Tab comes to it; a field that is left with a problem; a check."""
    await studio.renew()
    await studio.settle("read lists")
    studio.window._pickers.open(BY_KEY["avatar_id"])
    picker = studio.window._pickers._open
    assert picker
    QTest.keyClicks(picker._search, "r")
    await until(lambda: picker._search.text() == "r", "for what was typed")
    await studio.take("47-searched", picker)
    before = picker.entries.view.currentIndex()
    QTest.keyClick(picker._search, Qt.Key.Key_Down)
    await until(partial(_has_left, picker.entries.view, before), "for the next")
    await studio.take("47-moved", picker)
    picker.entries.view.setFocus(Qt.FocusReason.TabFocusReason)
    await asyncio.sleep(0.03)
    name = picker.entries.view.currentIndex().data()
    line = ("list item", name, ["enabled", "focused"])
    await _wait_with({"name": "47-line", "kind": "QListView", "controls": [line], "problems": []})
    picker.close()
    studio.window.commands.open_palette()
    (palette,) = studio.window.findChildren(CommandPalette)
    QTest.keyClicks(palette._search, "network")
    await until(lambda: palette._search.text() == "network", "for what was typed")
    await studio.take("48-palette", palette)
    palette.close()
    for key in ("avatar_id", "language"):
        studio.window._form.go_to(key)
        await until(studio.window._form._rows[key]._has_cursor, "for the cursor")
    await studio.take("49-left")
    studio.window._check()
    await studio.settle("check")
    await studio.take("49-checked")
    sharing = studio.window._topbar.sharing
    sharing.turn(True)
    refused = Words("https://booth.example.com refused.")
    studio.window.errors.add(Card(Words("No picture"), refused, Words(""), Words("")))
    await studio.take("50-hidden")
    sharing.turn(False)


async def menu_of_a_preset(studio: Studio) -> None:
    await studio.renew()
    preset_scenes.write_presets(studio.presets.folder)
    studio.window._open_preset.list.look()
    await studio.settle("scan presets", "presets")
    panel = studio.window._panel
    panel.focus_list()
    panel._list.customContextMenuRequested.emit(panel._list.visualRect(panel._list.currentIndex()).center())
    (menu,) = (found for found in panel.findChildren(QMenu) if found.isVisible())
    await studio.take("44-menu-of-a-preset", menu)
    menu.close()


async def file_dialogs(studio: Studio) -> None:
    """Qt's own, which stand where the desktop brings none."""
    await studio.renew()
    for act in ("import", "another folder"):
        studio.window._panel.asked.emit(act, [])
        await _take_files(studio, f"45-files-to-{act}", studio.window)
    studio.window._open_history()
    history = studio.window._history_window
    assert history
    history.export._ask_where()
    await _take_files(studio, "45-file-to-write", history)
    history.close()


async def strip_and_rail(studio: Studio) -> None:
    """Several sessions, and the steps where the rail has become a line."""
    await studio.renew(studio.client)
    studio.load(FULL)
    for state in (State.LIVE, State.NOT_CONFIRMED, State.ENDED):
        studio.add_session(state, studio.client)
    await studio.take("46-strip")
    line = studio.window._rail._line
    if line.isVisible():
        await pictures.take_menu(studio, "46-steps", line.menu())


async def _take_files(studio: Studio, name: str, parent: QWidget) -> None:
    (dialog,) = (found for found in parent.findChildren(QFileDialog) if found.isVisible())
    await studio.take(name, dialog)
    dialog.close()


async def _show_choices(name: str, view: QAbstractItemView, arrow: Qt.Key = Qt.Key.Key_Down) -> None:
    """By those that an arrow comes to."""
    await until(view.isVisible, f"for {name} to open")
    for _ in range(3):
        before = view.currentIndex()
        QTest.keyClick(view, arrow)
        await until(partial(_has_left, view, before), f"for the next of {name}")
        words = view.currentIndex().data()
        control = ("list item", words, ["enabled", "focused"])
        await _wait_with({"name": f"{name} {words}", "kind": "QListView", "controls": [control], "problems": []})


def _has_left(view: QAbstractItemView, before: QModelIndex) -> bool:
    return view.currentIndex() != before


async def _show_share(number: int, of: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(Path(folder), _show, pause=0.03)
        studio.tasks.attach(asyncio.get_running_loop())
        for prefix, change, scene in list(_all())[number::of]:
            if prefix != studio.prefix:
                change(studio)
                studio.prefix = prefix
            await scene(studio)
        await studio.put_away()


def _all() -> Iterator[tuple[str, Change, Scene]]:
    """What comes before the name of its screens, what has to be changed before it, and the scene."""
    for scene in (*SCENES, opened_by_keys, searched_by_keys, menu_of_a_preset, file_dialogs):
        if LONG or scene not in ALIKE:
            yield "", lambda _: None, scene
    for name, (change, scenes) in ANEW.items():
        for scene in SCENES if LONG else scenes:
            yield f"{name} ", change, scene


def _in_chinese(_studio: Studio) -> None:
    speak("zh_CN")


def _large_in_a_small_window(studio: Studio) -> None:
    """The least that the program is made for: the rail is a line there, and the right column under the form."""
    speak("en")
    resize_text(200, partial(theme().apply, "light"))
    studio.size = pictures.LARGE["-200-small"]


ANEW = {
    "Chinese": (_in_chinese, (form_scenes.main_window, strip_and_rail)),
    "200 %": (_large_in_a_small_window, (form_scenes.main_window, strip_and_rail)),
}


if __name__ == "__main__":
    app = application(Settings(motion="none"))
    with asyncio.Runner(loop_factory=lambda: make_loop(app)) as runner:
        runner.run(_show_share(*map(int, sys.argv[1:] or (0, 1))))

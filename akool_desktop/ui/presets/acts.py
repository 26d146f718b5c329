"""What can be done with presets: the name of each act, the words for it, and its keys."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu

from akool_desktop.ui.keyboard.keys import DOWN, Keys, written
from akool_desktop.ui.language import tr
from akool_desktop.words import Words, marked

# The acts of one row or several, and of the panel as a whole, by name.
ROW_ACTS = (
    ("open", marked("Open")), ("star", marked("Favourite")), ("describe", marked("Rename and describe…")),
    ("duplicate", marked("Duplicate")),
    ("export", marked("Export…")), ("delete", marked("Delete")),
)  # fmt: skip
PANEL_ACTS = (
    ("save as", marked("Save as…")), ("revert", marked("Revert to the saved preset")),
    ("paste", marked("Paste or import…")),
    ("import", marked("Import files…")), ("folder", marked("Show the folder")),
    ("another folder", marked("Use another folder…")),
    ("restore", marked("Bring back what was deleted last")),
)  # fmt: skip
LIST_KEYS = {
    "Return": "open", "F2": "describe", "Del": "delete", "Ctrl+D": "duplicate", "Ctrl+B": "star", "Ctrl+E": "export",
}  # fmt: skip
# What is written down of them.
KEYS: Sequence[tuple[Keys, Words]] = (
    *((keys, Words(dict(ROW_ACTS)[act])) for keys, act in LIST_KEYS.items()),
    ("Down", DOWN), ("Up", Words("From the first row back into the search")),
    ("Esc", Words("Put the list away where it lies over the form")),
)  # fmt: skip


def add_acts(menu: QMenu, acts: Sequence[tuple[str, str]], ask: Callable[[str], object]) -> None:
    """``ask`` is called with the name of the one that is chosen."""
    keys = {act: keys for keys, act in LIST_KEYS.items()}
    for act, words in acts:
        action = menu.addAction(f"{tr(words)}\t{written(keys[act])}" if act in keys else tr(words))
        action.triggered.connect(lambda _=False, act=act: ask(act))

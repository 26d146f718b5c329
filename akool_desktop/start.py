"""Where the program starts: with the form on the screen at once, or with the command line where something was asked.

Whatever names an account, a preset or a command is checked before a window opens, and so is a key from the
environment; the first run of all begins with its doors. Everywhere else nothing can be refused: the form is painted
first, and the rest of the program is imported while it can be typed into. So nothing heavy is imported at the top here,
and records that the form needs are NamedTuples, which are made in a sixth of the time of a frozen dataclass.
"""

import gc
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from akool_desktop.paths import Paths
    from akool_desktop.store.settings import Settings, SettingsFile
    from akool_desktop.ui.opening import Opening

_PRACTICE = "practice"  # the account's id; the desk that knows it is imported later


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code. Ctrl-C may come while it is still being loaded."""
    try:
        return _run(argv)
    except KeyboardInterrupt:
        print("akool-desktop: Cancelled. Nothing was sent.", file=sys.stderr)
        return 1


def _run(argv: Sequence[str] | None) -> int:
    words = list(sys.argv[1:] if argv is None else argv)
    gc.disable()  # whatever is made at the start is there to stay: to look for garbage in it takes time and finds none
    try:
        opening, settings_file = _first_look(words) if _asks_for_nothing(words) else (None, None)
    finally:
        gc.freeze()
        gc.enable()
    if opening and opening.left:
        return 0
    from akool_desktop import cli

    if opening is None:
        return cli.main(words, settings_file=settings_file)
    from akool_desktop import app

    return cli.main(words, partial(app.run, opening=opening), settings_file)


def _asks_for_nothing(words: Sequence[str]) -> bool:
    """A folder for the data may be named."""
    named = len(words) == 2 and words[0] == "--data-dir" and bool(words[1]) and not words[1].startswith("-")
    return (not words or named) and not os.environ.get("AKOOL_API_KEY")


def _first_look(words: Sequence[str]) -> "tuple[Opening | None, SettingsFile]":
    """The form, painted, with the rest of the program imported; and the settings, whose file may have been set aside.

    None where no window can open, where one is open already, and where nobody has chosen an account yet.
    """
    from akool_desktop.display import leave_silent_bus, missing_display
    from akool_desktop.paths import folders
    from akool_desktop.store.settings import SettingsFile
    from akool_desktop.store.window_lock import is_taken

    paths = folders(Path(words[1]) if words else None)
    settings_file = SettingsFile(paths.config)
    settings = settings_file.load()
    if not settings.account or missing_display() or is_taken(paths.data):
        return None, settings_file
    leave_silent_bus()
    try:
        return _paint(paths, settings), settings_file
    except ImportError:
        return None, settings_file  # no Qt: the command line says what it lacks


def _paint(paths: "Paths", settings: "Settings") -> "Opening":
    import threading

    from akool_desktop.store.compiled import compiled_once

    with compiled_once(paths.cache):
        from akool_desktop.ui.application import application
    from akool_desktop.ui.opening import Opening

    app = application(settings)
    if settings.sharing == "on":
        from akool_desktop.ui.sharing import hide_from_audience

        hide_from_audience(True)
    opening = Opening(settings, practises=settings.account == _PRACTICE)
    _show_kept(opening, paths)
    importing = threading.Thread(target=_import, args=(opening,), daemon=True, name="import")
    opening.painted.connect(importing.start)
    opening.ready.connect(app.exit)
    opening.show()
    app.exec()
    return opening


def _show_kept(opening: "Opening", paths: "Paths") -> None:
    """What was typed last and not saved: there from the start, or the form would change under the eye."""
    folder = paths.data / "drafts"
    if os.path.exists(folder):  # False, not an error, where the data may not be looked into
        from akool_desktop.session.values import read_values
        from akool_desktop.store.drafts import Drafts

        drafts = Drafts(folder)
        if kept := drafts.read(drafts.last_open()):
            opening.form.show_slots(kept.secrets)
            opening.form.load(read_values(kept.values, kept.secrets).draft)


def _import(opening: "Opening") -> None:
    try:
        from akool_desktop import app, cli  # noqa: F401  # only to have them loaded

        app.load()
    finally:
        opening.ready.emit()  # what cannot be imported is told by whoever needs it next, and not by a window that hangs

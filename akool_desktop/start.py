"""Where the program starts: with the form on the screen at once, or with the command line where something was asked.

Whatever names an account, a preset or a command is checked before a window opens, and so is a key from the
environment. Where nothing of the sort is there, nothing can be refused: the form is painted first, and the rest of the
program is imported while it can be typed into. So that this is quick, nothing at the top here is more than a name.
"""

import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from akool_desktop.paths import Paths
    from akool_desktop.ui.opening import Opening


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if not _asks_for_nothing(words) or not _can_open():
        from akool_desktop.cli import main as run

        return run(words)
    opening = _first_look(Path(words[1]) if words else None)
    if opening is None:
        from akool_desktop.cli import main as run

        return run(words)
    if opening.left:
        return 0
    from akool_desktop.app import run as run_window
    from akool_desktop.cli import main as run

    return run(words, partial(run_window, opening=opening))


def _asks_for_nothing(words: Sequence[str]) -> bool:
    """A folder for the data may be named."""
    named = len(words) == 2 and words[0] == "--data-dir" and bool(words[1]) and not words[1].startswith("-")
    return (not words or named) and not os.environ.get("AKOOL_API_KEY")


def _can_open() -> bool:
    from akool_desktop.display import missing_display

    return not missing_display()


def _first_look(data_dir: Path | None) -> "Opening | None":
    """The form, painted, with the rest of the program imported; None where the window is open already."""
    from akool_desktop.paths import folders
    from akool_desktop.store.window_lock import is_taken

    paths = folders(data_dir)
    if is_taken(paths.data):
        return None
    try:
        opening = _open(paths)
    except ImportError:
        return None  # no Qt: the command line says what it lacks
    return opening


def _open(paths: "Paths") -> "Opening":
    import threading

    from akool_desktop.store.settings import SettingsFile
    from akool_desktop.ui.application import application
    from akool_desktop.ui.opening import Opening

    file = SettingsFile(paths.config)
    settings = file.load()
    app = application(settings)
    opening = Opening(settings, file.said, practises=settings.account in ("", "practice"))
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
    if folder.exists():
        from akool_desktop.session.values import read_values
        from akool_desktop.store.drafts import Drafts

        drafts = Drafts(folder)
        if kept := drafts.read(drafts.last_open()):
            opening.form.show_slots(kept.secrets)
            opening.form.load(read_values(kept.values, kept.secrets).draft)


def _import(opening: "Opening") -> None:
    from akool_desktop import cli  # noqa: F401  # only to have it loaded
    from akool_desktop.app import load

    load()
    opening.ready.emit()

"""The program on each of its screens in turn, for whoever reads it from another process.

For each screen a line of JSON tells what a person sees there; then it stays until a line comes in.
"""

import asyncio
import json
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # it is started as a script

from ui import pictures
from ui.driving import until
from ui.pictures import SCENES, Studio
from ui.seen import problems, seen, seen_of

from akool_desktop.app import make_loop
from akool_desktop.store.settings import Settings
from akool_desktop.ui.application import application

LONG = os.environ.get("AKOOL_LONG")
# What differs from other screens in words alone, or in its size.
_ENTRIES = 12  # of a menu: the others are made like these
ALIKE = (pictures.token_clocks, pictures.checks, pictures.sizes)


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


async def _show_all() -> None:
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(Path(folder), _show, pause=0.03)
        studio.tasks.attach(asyncio.get_running_loop())
        for scene in SCENES:
            if LONG or scene not in ALIKE:
                await scene(studio)
        await studio.put_away()


if __name__ == "__main__":
    app = application(Settings(motion="none"))
    with asyncio.Runner(loop_factory=lambda: make_loop(app)) as runner:
        runner.run(_show_all())

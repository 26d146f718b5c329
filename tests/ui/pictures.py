"""Every screen and state as PNG, light and dark, at 1x and 2x: ``python tests/ui/pictures.py DIR``.

Drives the real window over the practice service. The pictures are for looking at; nothing compares them.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QPoint, Qt, qInstallMessageHandler
from PySide6.QtWidgets import QDialog, QMenu, QPushButton, QWidget

from akool_desktop.app import make_loop
from akool_desktop.desk.support import SupportDesk
from akool_desktop.paths import folders
from akool_desktop.store.log import Log
from akool_desktop.store.settings import Settings
from akool_desktop.ui.accounts.dialog import AccountDialog
from akool_desktop.ui.application import application
from akool_desktop.ui.network_dialog import NetworkDialog
from akool_desktop.ui.presets.dialogs import MisplacedQuestion
from akool_desktop.ui.presets.transfers import ExportQuestion
from akool_desktop.ui.sizing import resize_text
from akool_desktop.ui.speaking import speak, speak_by
from akool_desktop.ui.support_dialog import SupportDialog
from akool_desktop.ui.theme import theme

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # it is started as a script, too

from ui.form_scenes import checks, doors, form_states, large_window, main_window, sharing, sizes, token_clocks
from ui.preset_scenes import importing, pickers, presets
from ui.session_scenes import handing_over, history, questions, results, stages
from ui.spoken import ACCENTED
from ui.studio import FULL, Studio


async def dialogs(studio: Studio) -> None:
    await studio.renew()
    for name, account in (("16-add-account", None), ("17-change-account", studio.client)):
        dialog = AccountDialog(studio.window, studio.accounts, studio.tasks, account)
        dialog.open()
        await studio.settle("where keys are kept")
        await studio.take(name, dialog)
        dialog._save()
        await studio.settle("save account")
        await studio.take(f"{name}-problem" if account is None else f"{name}-saved", dialog)
        dialog.close()
    studio.window._open_network()
    network = studio.window.findChild(NetworkDialog)
    assert network
    await studio.take("17-network", network)
    network._mode.setCurrentIndex(2)
    network._save()
    await studio.settle("save network")
    await studio.take("17-network-problem", network)
    network.close()


async def from_the_keyboard(studio: Studio) -> None:
    """What opens over the window and belongs to none of its panels."""
    await studio.renew()
    paths = folders(studio.ledger_folder)
    support = SupportDesk(paths, Log(paths.log))
    commands = studio.window.commands
    for name, opened in (("37-commands", commands.open_palette), ("37-keys", commands.show_keys)):
        opened()
        (shown,) = (found for found in studio.window.findChildren(QDialog) if found.isVisible())
        await studio.settle("presets by name")
        await studio.take(name, shown)
        shown.close()
    for name, dialog in (
        ("38-support-bundle", SupportDialog(studio.window, support, studio.tasks)),
        ("39-export", ExportQuestion(studio.window, ["Booth, hall 3"])),
        ("39-secret-in-clear", MisplacedQuestion(studio.window, "Booth, hall 3")),
    ):
        dialog.open()
        await studio.take(name, dialog)
        dialog.close()


async def menus(studio: Studio) -> None:
    await studio.renew()
    studio.load(FULL)
    studio.window._side._preview.show_open(True)
    await studio.settle("presets")
    buttons = [found for found in studio.window.findChildren(QPushButton) if found.isVisible() and found.menu()]
    for button in buttons:
        await take_menu(studio, f"40-menu-{button.text() or button.accessibleName()}".rstrip("…"), button.menu())


async def take_menu(studio: Studio, name: str, menu: QMenu) -> None:
    menu.popup(studio.window.mapToGlobal(QPoint(200, 200)))
    await studio.take(name, menu)
    menu.close()
    for found in menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        await take_menu(studio, f"{name}-{found.title()}", found)


SCENES: tuple[Callable[[Studio], Coroutine[Any, Any, None]], ...] = (
    doors, main_window, form_states, token_clocks, checks, results, dialogs, presets, pickers, questions, history,
    stages, handing_over, importing, from_the_keyboard, menus, sizes, sharing,
)  # fmt: skip


# Chinese; and a third longer than English, from right to left.
IN_OTHER_LANGUAGES: dict[str, Callable[[], None]] = {
    "zh": lambda: speak("zh_CN"), "rtl": lambda: speak_by(ACCENTED, QLocale("ar_EG")),
}  # fmt: skip


# As large as the window may be on screens of these sizes: the second is one of 1024x640.
LARGE = {"-200": (1440, 900), "-200-small": (1016, 600)}


async def take_large(studio: Studio) -> None:
    for scene in (main_window, form_states, large_window, results, questions, stages):
        await scene(studio)


async def take_all(directory: Path, suffix: str) -> None:
    language = ""

    async def save(name: str, widget: QWidget) -> None:
        widget.grab().save(str(directory / f"{name}-{theme().choice}{language}{suffix}.png"))

    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(Path(folder), save)
        studio.tasks.attach(asyncio.get_running_loop())
        for choice in ("light", "dark"):
            theme().apply(choice)
            for scene in SCENES:
                await scene(studio)
        theme().apply("contrast")
        for scene in SCENES:
            await scene(studio)
        theme().apply("light")
        for name, change in IN_OTHER_LANGUAGES.items():
            change()
            language = f"-{name}"
            for scene in (main_window, form_states, results, dialogs, presets, pickers, questions, history):
                await scene(studio)
        speak("en")
        resize_text(200, partial(theme().apply, "light"))
        for choice in ("light", "dark"):
            theme().apply(choice)
            for name, studio.size in LARGE.items():
                language = name
                await take_large(studio)
        await studio.put_away()


def main(directory: Path) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    if "QT_SCALE_FACTOR" not in os.environ:
        for scale in ("1", "2"):
            environment = os.environ | {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
            subprocess.run([sys.executable, __file__, str(directory)], env=environment, check=True)
        print(f"{len(list(directory.glob('*.png')))} pictures in {directory}")
        return
    qInstallMessageHandler(lambda _kind, _where, words: None if "propagateSizeHints" in words else print(words))
    app = application(Settings())
    with asyncio.Runner(loop_factory=lambda: make_loop(app)) as runner:
        runner.run(take_all(directory, f"-{os.environ['QT_SCALE_FACTOR']}x"))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())

"""All that can be done from anywhere in the window: by its keys, by its name (Ctrl+K), and written down (F1)."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from akool_desktop.session import rules
from akool_desktop.session.fields import FIELDS, STEPS
from akool_desktop.store.presets import Listed
from akool_desktop.ui.choices import OFFERED
from akool_desktop.ui.form.form import Form
from akool_desktop.ui.keyboard.keys import Keys, on_key
from akool_desktop.ui.language import say
from akool_desktop.ui.presets.open_preset import OpenPreset
from akool_desktop.ui.tasks import Tasks
from akool_desktop.ui.topbar import TopBar
from akool_desktop.words import Words, marked

if TYPE_CHECKING:
    from akool_desktop.ui.keyboard.palette import CommandPalette

_OPEN = marked("Open {preset}")


@dataclass(frozen=True)
class Command:
    name: Words
    act: Callable[[], object]
    keys: Keys = ""


class Commands(QObject):
    """``all`` are those with a place of their own in the window; the palette knows more, ``of_now`` among it: what can
    be done as things stand.
    """

    def __init__(
        self,
        window: QWidget,
        commands: Sequence[Command],
        form: Form,
        open_preset: OpenPreset,
        topbar: TopBar,
        tasks: Tasks,
        of_now: Callable[[], Sequence[Command]],
    ) -> None:
        super().__init__(window)
        self._of_now = of_now
        self._window, self._form, self._open_preset = window, form, open_preset
        self._topbar, self._tasks = topbar, tasks
        self.all = [
            *commands,
            Command(Words("What is this?"), form.explain, "Shift+F1"),
            Command(Words("Commands"), self.open_palette, "Ctrl+K"),
            Command(Words("Keys"), self.show_keys, "F1"),
        ]
        for command in self.all:
            if command.keys:
                on_key(command.keys, window, command.act)

    def show_keys(self) -> None:
        here = [(command.keys, command.name) for command in self.all if command.keys]
        from akool_desktop.ui.keyboard.key_sheet import KeySheet

        KeySheet(self._window, here).open()

    def open_palette(self) -> None:
        """Every command, what open sessions offer, every step and field that shows, how the window may look; and the
        presets that fit.
        """
        from akool_desktop.ui.keyboard.palette import CommandPalette

        palette = CommandPalette(self._window, [*self.all, *self._of_now(), *self._places(), *self._looks()])
        palette.typed.connect(partial(self._find_presets, palette))
        palette.finished.connect(lambda: self._tasks.cancel("presets by name"))
        palette.open()
        self._find_presets(palette, "")

    def _places(self) -> list[Command]:
        shown = rules.visible(self._form.draft)
        steps = [
            Command(Words("Go to step {number}: {step}", number=number, step=Words(step)),
                    partial(self._form.go_to_step, number))
            for number, step in enumerate(STEPS, 1)
        ]  # fmt: skip
        fields = [
            Command(Words("Go to {field}", field=Words(field.label)), partial(self._form.go_to, field.key))
            for field in FIELDS if field.key in shown
        ]  # fmt: skip
        return [*steps, *fields]

    def _looks(self) -> list[Command]:
        return [
            Command(Words("{what}: {choice}", what=Words(caption or "Appearance"), choice=Words(label)),
                    partial(self._topbar.chosen.emit, name, value))
            for name, (caption, choices) in OFFERED.items() for value, label in choices.items()
        ]  # fmt: skip

    def _find_presets(self, palette: "CommandPalette", typed: str) -> None:
        """Only what each keystroke asks for is read: there may be thousands. A name may begin as the command does."""
        opens, text = say(Words(_OPEN, preset="")).strip().casefold(), typed.casefold().strip()
        named = self._open_preset.named

        def find() -> Sequence[Listed]:
            return named(text) or named(text.removeprefix(opens))

        def offer(found: Sequence[Listed]) -> None:
            palette.offer([
                Command(Words(_OPEN, preset=listed.name), partial(self._open_preset.open, listed.id))
                for listed in found
            ])  # fmt: skip

        self._tasks.restart("presets by name", partial(asyncio.to_thread, find), offer, lambda _: None)



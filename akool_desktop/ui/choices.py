"""How the window looks and speaks: what the operator chose, done at once, and there in the next run."""

import asyncio
import threading
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from akool_desktop.store.settings import Settings, SettingsFile
from akool_desktop.ui.cards import card_of
from akool_desktop.ui.desktop import Desktop, Wishes
from akool_desktop.ui.language import say
from akool_desktop.ui.sharing import words_behind
from akool_desktop.ui.sizing import resize_text
from akool_desktop.ui.speaking import CHOICES as LANGUAGES
from akool_desktop.ui.speaking import speak
from akool_desktop.ui.tasks import Tasks
from akool_desktop.ui.theme import theme
from akool_desktop.words import marked

_SYSTEM = marked("As the system")
# By the name of the setting: a caption, and what may be chosen. The first stands in the menu itself.
OFFERED: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "theme": ("", {
        "system": _SYSTEM, "light": marked("Light"), "dark": marked("Dark"), "contrast": marked("High contrast"),
    }),
    "text_size": (marked("Text size"), {
        "80": "80 %", "90": "90 %", "100": "100 %", "125": "125 %", "150": "150 %", "175": "175 %", "200": "200 %",
    }),
    "motion": (marked("Motion"), {"system": _SYSTEM, "none": marked("None")}),
    "language": (marked("Language"), LANGUAGES),
}  # fmt: skip


class Choices(QObject):
    """``said`` carries a sentence that needs no answer."""

    said = Signal(str)

    def __init__(self, parent: QObject, file: SettingsFile, tasks: Tasks) -> None:
        super().__init__(parent)
        self._file, self._tasks = file, tasks
        self.settings = file.load()
        self._writing = threading.Lock()
        self.desktop = Desktop(self)
        self.desktop.wished.connect(self._follow)

    def choose(self, name: str, value: str) -> None:
        self.remember(**{name: value})
        if name == "text_size":
            self._resize()
        elif name in ("theme", "motion"):
            self.dress()
        elif name == "language":
            with words_behind():
                speak(value)

    def dress(self) -> None:
        """As was chosen, and as the desktop is now where it has the say."""
        theme().apply(self.settings.theme, still=self.settings.motion == "none")

    def _resize(self) -> None:
        with words_behind():
            resize_text(int(self.settings.text_size), self.dress)

    def _follow(self, wishes: Wishes) -> None:
        """Remembered too, so that the next run starts in the desktop's colours, and in its size of text."""
        larger = wishes.text != theme().wishes.text
        if theme().follow(wishes):
            self.dress()
        if larger:
            self._resize()
        if str(wishes) != self.settings.desktop:
            self.remember(desktop=str(wishes))

    def remember(self, **changes: str) -> None:
        """Losing a choice is no reason to stop anyone."""
        self.settings = self.settings._replace(**changes)  # type: ignore[arg-type]
        self._save()

    def _save(self) -> None:
        self._tasks.start(
            "save settings",
            lambda: asyncio.to_thread(self._write),
            lambda saved: self._save() if self.settings != saved else None,
            lambda error: self.said.emit(say(card_of(error).happened)),
        )

    def _write(self) -> Settings:
        """Those of now, one write after another: a slow disk would put older ones in the place of the last."""
        with self._writing:
            saved = self.settings
            self._file.save(saved)
        return saved

    def save_now(self, **changes: str) -> None:
        """The program is left. Raises StoreError."""
        self.settings = self.settings._replace(**changes)  # type: ignore[arg-type]
        self._write()

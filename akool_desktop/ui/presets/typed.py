"""What is typed in the form against what is saved: said as changed, and kept as it is typed.

It is kept for each preset, so that neither a switch nor a crash loses it.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from akool_desktop.desk.preset_files import Opened
from akool_desktop.desk.presets import PresetDesk
from akool_desktop.session.fields import BY_KEY
from akool_desktop.store.files import StoreError
from akool_desktop.ui.cards import card_of
from akool_desktop.ui.form.form import Form
from akool_desktop.ui.form.rows import ASKED, IN_MEMORY
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.presets.panel import PresetPanel
from akool_desktop.ui.tasks import Tasks
from akool_desktop.words import Card, Words

_FRAME = 16  # milliseconds
_TYPING = 400  # milliseconds without a key until the draft is kept
_AGAIN = 5000  # milliseconds until that is tried once more, after a disk did not take it


class Typed(QObject):
    """``opened`` is what the form showed first; ``called`` says what that is, or nothing, ``failed`` carries a Card."""

    called = Signal(str)
    failed = Signal(Card)

    def __init__(self, window: QObject, desk: PresetDesk, form: Form, panel: PresetPanel, tasks: Tasks) -> None:
        super().__init__(window)
        self._desk, self._form, self._panel, self._tasks = desk, form, panel, tasks
        self.opened = Opened(None, {})
        self.has_begun = False  # what was open last has been read
        self._kept_ids: set[str] = set()
        self._frame = QTimer(self, singleShot=True, interval=_FRAME)
        self._frame.timeout.connect(self.say_anew)
        self._disk_refused = False
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._keep)
        form.changed.connect(self.follow)

    @property
    def name(self) -> str:
        """Of the preset in the form; empty without one."""
        return self.opened.stored.preset.name if self.opened.stored else ""

    @property
    def changed(self) -> bool:
        return self._desk.is_changed(self.opened.stored, self._form.draft, self.slots)

    @property
    def slots(self) -> dict[str, str]:
        """Of a secret that only another computer's keyring holds, the slot stays."""
        return dict.fromkeys(self.opened.missing, "keyring") | self._form.slots

    @property
    def waits(self) -> bool:
        """Something was typed just now, and is not kept yet."""
        return self._pause.isActive()

    def take(self, opened: Opened) -> None:
        """This is what the form holds from now on."""
        self.opened, self.has_begun = opened, True

    def follow(self) -> None:
        if not self._frame.isActive():
            self._frame.start()
        if self.has_begun:
            self._pause.start(_TYPING)

    def say_anew(self) -> None:
        self._show_changed()
        slots = self._form.slots
        kept = {key: self._kept(key, slots.get(key, "keyring")) for key, field in BY_KEY.items() if field.secret}
        self._form.show_kept(kept)

    def _show_changed(self) -> None:
        """Also of presets that were left with changes."""
        changed = self.changed
        self._kept_ids = self._kept_ids | {self.opened.id} if changed else self._kept_ids - {self.opened.id}
        name = Words("{preset}, changed" if changed else "{preset}", preset=self.name)
        self.called.emit(say(name) if self.name else "")
        self._panel.show_words(self.opened.id, dict.fromkeys(self._kept_ids, tr("changed")))

    def show_kept_ids(self, ids: set[str]) -> None:
        self._kept_ids |= ids
        self._show_changed()

    def forget(self, preset_id: str) -> None:
        """Of this preset nothing is kept any more: it was saved."""
        self._kept_ids.discard(preset_id)

    def _kept(self, key: str, slot: str) -> Words:
        if slot == "ask":
            return ASKED
        return (self._desk.secrets.where(self.opened.id, key) if self.opened.id else None) or IN_MEMORY

    def keeping(self) -> Callable[[], None]:
        """Keeps the draft as it is now, whenever it is called; it may block."""
        if self._frame.isActive():  # typed a moment ago: that it is changed is said now, another one may be shown soon
            self._frame.stop()
            self.say_anew()
        stored, preset_id = self.opened.stored, self.opened.id
        only_looked_at = stored and not preset_id and not self.changed  # a starter: what was typed before it stays
        if only_looked_at or not self.has_begun:
            return lambda: None
        is_gone = bool(preset_id) and stored is None
        draft, slots = dict(self._form.draft), self.slots
        return partial(self._desk.keep_draft, preset_id, draft, slots, is_gone=is_gone)

    def _keep(self) -> None:
        work = partial(asyncio.to_thread, self.keeping())
        self._tasks.restart("keep draft", work, self._end_refusal, self.bear_refusal)

    def _end_refusal(self, _: object) -> None:
        self._disk_refused = False

    def bear_refusal(self, error: Exception) -> None:
        """Said once, and tried until the disk takes it."""
        if not self._disk_refused:
            self.failed.emit(_not_kept(error))
        self._disk_refused = True
        self._pause.start(_AGAIN)

    def leave(self) -> Callable[[], None]:
        """Another one is about to be shown: ``keeping``, at once."""
        self._pause.stop()
        return self.keeping()

    def put_away(self) -> None:
        """The program is about to end: what was typed last is kept, as far as the disk takes it."""
        self._frame.stop()
        if self._pause.isActive():
            with suppress(StoreError):
                self.leave()()


def _not_kept(error: Exception) -> Card:
    return Card(
        Words("What you type cannot be kept on the disk"),
        card_of(error).happened,
        Words("No. Nothing was sent."),
        Words(
            "It stays here, for each preset, as long as the program is open. Make room on the disk or let the program "
            "write there: it tries again by itself."
        ),
    )

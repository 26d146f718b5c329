"""The preset in the form: opened, saved, and changed elsewhere; ``typed.py`` follows what is typed into it."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from akool_desktop.desk.preset_differences import filled_otherwise
from akool_desktop.desk.preset_files import Opened
from akool_desktop.desk.presets import PresetDesk
from akool_desktop.session.fields import BY_KEY, Value
from akool_desktop.store.files import StoreError
from akool_desktop.store.preset_file import PresetError, Stored
from akool_desktop.store.presets import ChangedElsewhere, Listed
from akool_desktop.ui.cards import card_of
from akool_desktop.ui.form.form import Form
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.presets.dialogs import PresetDialog
from akool_desktop.ui.presets.list import PresetList
from akool_desktop.ui.presets.panel import PresetPanel
from akool_desktop.ui.presets.questions import PresetQuestions
from akool_desktop.ui.presets.typed import Typed
from akool_desktop.ui.presets.words import NOT_YET, cut, gone, left_out, of_secrets
from akool_desktop.ui.tasks import Tasks
from akool_desktop.words import Card, Words

_OFFERED = 20  # presets of a name, to choose from


class OpenPreset(QObject):
    """``failed`` carries a Card, ``said`` a sentence that needs no answer, ``shown`` what was opened; before it
    ``partly_shown`` carries a Card of what was left out of it, or None.
    """

    shown = Signal(Opened)
    partly_shown = Signal(object)
    failed = Signal(Card)
    said = Signal(str)

    def __init__(self, window: QWidget, desk: PresetDesk, form: Form, panel: PresetPanel, tasks: Tasks) -> None:
        super().__init__(window)
        self._window, self._desk, self._form, self._panel, self._tasks = window, desk, form, panel, tasks
        self._painted: dict[str, Value] = {}  # what the form held before anything was read
        self._acts: dict[str, Callable[[], None]] = {
            "save": self.save, "save as": self.save_as, "new": self.begin_new, "revert": self._revert,
        }  # fmt: skip
        self.list = PresetList(window, desk, panel, tasks)
        self.typed = Typed(window, desk, form, panel, tasks)
        self._questions = PresetQuestions(window)
        self.typed.failed.connect(self.failed)
        self._connect()

    def _connect(self) -> None:
        self.list.open_wanted.connect(self._open_listed)
        self.list.looked.connect(self._look_for_newer)
        self.list.described.connect(self._follow_described)
        self.list.deleted.connect(self._follow_deleted)
        self.list.moved.connect(lambda _: self.open(""))
        self.list.failed.connect(self.failed)
        self.list.said.connect(self.said)
        self._questions.mine_wanted.connect(lambda theirs: self._save(theirs, theirs.preset.name))
        self._questions.theirs_wanted.connect(self._revert)
        self._questions.copy_wanted.connect(self.save_as)
        self._questions.moving_wanted.connect(lambda preset_id: self._switch(partial(self._move_secrets, preset_id)))
        self._panel.asked.connect(lambda act, _: self._acts[act]() if act in self._acts else None)
        self._panel.starter_wanted.connect(self._open_starter)

    # from the start on

    @property
    def name(self) -> str:
        """Of the preset in the form; empty without one."""
        return self.typed.name

    @property
    def _opened(self) -> Opened:
        return self.typed.opened

    @property
    def _id(self) -> str:
        return self.typed.opened.id

    def named(self, text: str) -> list[Listed]:
        """Those that a text finds, the likeliest first; not in the window's thread."""
        return self._desk.folder.search(text, limit=_OFFERED)

    def restore(self) -> None:
        """Before the first paint: what was typed last and not saved. begin() brings its secrets.

        What is typed until then is an edit of the preset that was open last.
        """
        kept, last = self._desk.kept_last(), self._desk.last_open()
        self.typed.opened = replace(kept or Opened(None, {}), id=last)
        if kept:
            self._form.show_slots(kept.secrets)
            if not self._form.edits.count():  # what has been typed since the first look is an edit of it
                self._form.load(kept.draft)
        self._painted = dict(self._form.draft)

    def begin(self, wanted: str) -> None:
        """Show the list, and ``wanted`` (a name, an id or a file) or what was open last."""
        if wanted:
            self._open_with(partial(self._desk.find, wanted), self._open_file, self._begin_without)
        else:
            self._open_last()
        self._find_kept()
        self.list.begin()

    def _find_kept(self) -> None:
        find = partial(asyncio.to_thread, self._desk.kept_ids)
        self._tasks.start("kept drafts", find, self.typed.show_kept_ids, self._fail)

    def _begin_without(self, error: Exception) -> None:
        self._fail(error)
        self._open_last()

    def _open_last(self) -> None:
        failed = self._begin_anew if self._id else None
        self._open_with(partial(self._desk.open, self._id), self._show_last, failed)

    def _begin_anew(self, error: Exception) -> None:
        """What was open last is not there."""
        self._fail(error)
        self._open_with(partial(self._desk.open, ""), self._show_last)

    def _open_wanted(self, wanted: str) -> None:
        if wanted:
            self._open_with(partial(self._desk.find, wanted), self._open_file)

    def open_wish(self) -> None:
        """What another start of the program has asked for, if anything; what is not saved here is kept."""
        self._tasks.start("wish", partial(asyncio.to_thread, self._desk.taken_wish), self._open_wanted, self._fail)

    def _show_last(self, opened: Opened) -> None:
        """What was typed at once, before anything was read, is an edit of what was open last."""
        now, before = self._form.draft, self._painted
        typed = {key: now[key] for key in BY_KEY if key in now and now[key] != before.get(key)}
        typed = typed if self._form.edits.canUndo() else {}
        self._show_opened(opened)
        if typed:
            self._form.replace({**opened.draft, **typed}, tr(BY_KEY[list(typed)[-1]].label))

    # opening

    def open(self, preset_id: str) -> None:
        """Another preset, or the form without one. What is not saved in this one is kept."""
        self._switch(lambda: self._desk.open(preset_id))

    def _open_listed(self, preset_id: str) -> None:
        """The one that is in the form stays there with all that can be undone, unless another is on its way."""
        if preset_id != self._id or not self._opened.stored or self._tasks.runs("open preset"):
            self.open(preset_id)

    def begin_new(self) -> None:
        """The form without a preset, as it was left; once more, and it is empty. It is begun at its first step."""

        def show(opened: Opened) -> None:
            self._show_opened(opened)
            self._form.go_to_first()

        if self._id or self._opened.stored:
            self._switch(lambda: self._desk.open(""), show)
        else:
            self._form.replace({}, tr("New preset"), {})
            self._form.go_to_first()

    def _switch(self, read: Callable[[], object], show: Callable[..., None] | None = None) -> None:
        """What the disk does not take of this one stays in memory, and is said beside the other one."""
        keep, refused = self.typed.leave(), list[StoreError]()

        def switch() -> object:
            try:
                keep()
            except StoreError as error:
                refused.append(error)
            return read()

        def tell(how_it_went: Callable[..., None], told: object) -> None:
            how_it_went(told)
            for error in refused:
                self.typed.bear_refusal(error)

        self._open_with(switch, partial(tell, show or self._show_opened), partial(tell, self._fail))

    def _open_with(
        self, read: Callable[[], object], show: Callable[..., None], failed: Callable[[Exception], None] | None = None
    ) -> None:
        """The last wish wins."""
        self._tasks.restart("open preset", partial(asyncio.to_thread, read), show, failed or self._fail)

    def _open_starter(self, number: int) -> None:
        self._switch(lambda: self._desk.open_elsewhere(self._desk.starters()[number]), self._show_elsewhere)

    def _open_file(self, stored: Stored) -> None:
        if self._desk.folder.holds(stored):
            self.open(stored.preset.id)
        else:
            self._switch(lambda: self._desk.open_elsewhere(stored), self._show_elsewhere)

    def _show_elsewhere(self, both: tuple[Opened, Opened]) -> None:
        """It takes the place of what was typed without a preset: undo brings that back."""
        was, opened = both
        self._load(was)
        self._take(opened)
        self._form.replace(opened.draft, say(Words("Open {preset}", preset=self.name)), opened.secrets)
        self._tell(opened)
        if was.changed:
            template = "{preset} is in the place of what you had typed. Undo brings that back."
            self.said.emit(say(Words(template, preset=cut(self.name))))

    def _show_opened(self, opened: Opened) -> None:
        self._load(opened)
        self._tell(opened)

    def _load(self, opened: Opened) -> None:
        if self.typed.waits and opened.id != self._id:  # typed while the other one was being read
            keep = partial(asyncio.to_thread, self.typed.keeping())
            self._tasks.start(f"keep draft of {self._id}", keep, lambda _: None, self.typed.bear_refusal)
        if opened.id != self._id:
            self._questions.close()
        self._take(opened)
        self._form.show_slots(opened.secrets)
        self._form.load(opened.draft)

    def _tell(self, opened: Opened) -> None:
        self.partly_shown.emit(left_out(self.name, opened.left_out) if opened.left_out else None)
        if opened.both_changed and opened.stored:
            self._ask_whose(opened.stored)
        elif opened.changed:
            template = "Your unsaved changes of {preset} are back." if self._id else "What you had not saved is back."
            self.said.emit(say(Words(template, preset=cut(self.name))))
        if opened.misplaced and self._id:
            self._questions.offer_moving(self._id, self.name)
        self.shown.emit(opened)
        if self._id:
            self._tasks.in_thread("use preset", partial(self._desk.folder.note_use, self._id))

    def _take(self, opened: Opened) -> None:
        self.typed.take(opened)
        self.list.watch(opened.stored.path if opened.stored and opened.id else None)
        self._note_open()

    def _note_open(self) -> None:
        """For the next start: the one that is in the form last, however fast they follow each other."""
        shown = self._id

        def go_on(_: object) -> None:
            if self._id != shown:
                self._note_open()

        note = partial(asyncio.to_thread, self._desk.note_open, shown)
        self._tasks.start("note open preset", note, go_on, self._fail)

    def _revert(self) -> None:
        """To what is saved; undo brings the changes back."""
        stored = self._opened.stored
        if self._id and not stored:
            self.said.emit(tr("There is no file to go back to. Save preset writes a new one."))
            return

        def show(opened: Opened) -> None:
            self._take(opened)
            self._form.replace(opened.draft, tr("Revert"), opened.secrets)

        if stored and not self._id:
            self._open_with(partial(self._desk.open_file, stored), show)
        else:
            self._open_with(partial(self._desk.revert, self._id), show)

    def put_away(self) -> None:
        """The program is about to end."""
        self.list.put_away()
        self.typed.put_away()
        if self._tasks.runs("note open preset"):
            self._desk.note_open(self._id)

    # saving

    def save(self) -> None:
        stored = self._opened.stored
        if not (stored and self._id):
            self.save_as()
        elif not self.typed.changed:
            self.said.emit(say(Words("{preset} is saved already.", preset=cut(self.name))))
        else:
            self._save(stored, self.name)

    def save_as(self) -> None:
        preset = self._opened.stored.preset if self._opened.stored else None
        dialog = PresetDialog(self._window, tr("Save preset"), preset, of_secrets(self.typed.slots))
        dialog.named.connect(
            lambda name, note, tags, colour: self._save(
                self._opened.stored, name, note=note, tags=tags, colour=colour, as_new=True
            )
        )
        dialog.open()

    def _save(self, stored: Stored | None, name: str, **particulars: Any) -> None:
        draft, slots = dict(self._form.draft), self.typed.slots
        save = partial(self._desk.save, stored, name, draft, slots, opened_as=self._id, **particulars)
        done = partial(self._show_saved, self._opened)
        if not self._tasks.start("save preset", partial(asyncio.to_thread, save), done, self._show_not_saved):
            self.said.emit(tr(NOT_YET))

    def _show_saved(self, before: Opened, stored: Stored) -> None:
        """The form may show another one by now, and something may have been typed into this one before that."""
        self.typed.forget(before.id)
        if self._opened is before:
            missing = tuple(key for key in before.missing if key not in self._form.slots)
            self._take(replace(before, stored=stored, id=stored.preset.id, missing=missing, misplaced={}))
            self.typed.follow()
        else:
            self._find_kept()
        self.list.refresh()
        self.said.emit(say(Words("{preset} saved.", preset=cut(stored.preset.name))))

    def _show_not_saved(self, error: Exception) -> None:
        if isinstance(error, ChangedElsewhere) and error.theirs:
            self._ask_whose(error.theirs)
        else:
            self._fail(error)

    # what others do

    def _look_for_newer(self) -> None:
        """Another program may have changed the preset that is open, or brought back one that was gone."""
        stored = self._opened.stored
        if not self._id or self._tasks.runs("save preset"):
            return
        if stored:
            look = partial(asyncio.to_thread, self._desk.newer, stored)
            show, gone = partial(self._show_newer, self._id), partial(self._show_gone, self._id)
            self._tasks.restart("newer preset", look, show, gone)
        elif self.typed.has_begun:
            back = partial(asyncio.to_thread, self._desk.is_back, self._id)
            self._tasks.restart("newer preset", back, partial(self._show_back, self._id), self._fail)

    def _show_back(self, preset_id: str, is_back: bool) -> None:
        """With what was typed meanwhile."""
        if is_back and preset_id == self._id and not self._opened.stored and not self._tasks.runs("open preset"):
            self.open(preset_id)

    def _show_newer(self, preset_id: str, theirs: Stored | None) -> None:
        if theirs is None or preset_id != self._id or self._questions.is_put_off(theirs):
            return
        if self._tasks.runs("open preset"):  # another is wanted
            return
        if self.typed.changed:
            self._ask_whose(theirs)
        else:
            self._open_with(partial(self._desk.revert, self._id), self._show_taken)

    def _show_gone(self, preset_id: str, error: Exception) -> None:
        """The form keeps what the file said, as a preset that has not been saved. Not where nobody could look."""
        if not isinstance(error, PresetError):
            self._fail(error)
        elif preset_id == self._id:
            self.failed.emit(gone(self.name, error))
            self._follow_deleted([preset_id])

    def _follow_deleted(self, ids: Sequence[str]) -> None:
        """What is kept of it stays under its id: the form without a preset may have a draft of its own."""
        if self._id and self._id in ids:
            path = self._opened.stored.path if self._opened.stored else None
            self._take(replace(self._opened, stored=None))
            self.list.watch(path)  # what is broken is mended where it is
            self.typed.follow()

    def _follow_described(self, preset_id: str) -> None:
        if preset_id != self._id or self._tasks.runs("open preset"):  # another is wanted
            return
        if self._opened.misplaced:  # they are in the keyring now, and an empty field would take them away again
            self._open_with(partial(self._desk.open, preset_id), self._show_opened)
        else:
            self.open(preset_id)

    def _show_taken(self, opened: Opened) -> None:
        if self.typed.changed and opened.stored:  # somebody has typed meanwhile
            self._ask_whose(opened.stored)
            return
        self._show_opened(opened)
        template = "{preset} was changed elsewhere and is shown as it is now."
        self.said.emit(say(Words(template, preset=cut(self.name))))

    def _ask_whose(self, theirs: Stored) -> None:
        found = filled_otherwise(self._form.draft, self.typed.slots, theirs.preset)
        self._questions.ask_whose(theirs, found)

    def _move_secrets(self, preset_id: str) -> Opened:
        self._desk.move_secrets(preset_id)
        return self._desk.open(preset_id)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(card_of(error))

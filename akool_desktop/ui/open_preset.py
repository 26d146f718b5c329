"""The preset in the form: opened, followed as it is changed, saved, and everything that is done with the others.

What is typed and not saved is kept for each preset as it is typed, so that neither a switch nor a crash loses it.
"""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial, reduce
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from akool_desktop.desk.presets import Opened, PresetDesk
from akool_desktop.session.fields import BY_KEY
from akool_desktop.store.preset_file import Preset, Stored
from akool_desktop.store.preset_trash import Deleted
from akool_desktop.store.presets import ChangedElsewhere, Listed
from akool_desktop.ui.cards import card_of
from akool_desktop.ui.form import Form
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.preset_dialogs import ChangedQuestion, PresetDialog
from akool_desktop.ui.preset_rows import PAGE
from akool_desktop.ui.presets import PresetPanel
from akool_desktop.ui.rows import ASKED, IN_MEMORY
from akool_desktop.ui.tasks import Tasks
from akool_desktop.words import Card, Words

_TYPING = 400  # milliseconds without a key until the draft is kept
_SETTLES = 300  # milliseconds in which one saving of another program is over
_FILLS = 400  # milliseconds between two looks at a list that fills
_LOOKS = 30_000  # milliseconds; a folder on the network does not tell of its changes


class OpenPreset(QObject):
    """``failed`` carries a Card, ``said`` a sentence that needs no answer, ``shown`` what was opened."""

    shown = Signal(Opened)
    failed = Signal(Card)
    said = Signal(str)

    def __init__(self, window: QWidget, desk: PresetDesk, form: Form, panel: PresetPanel, tasks: Tasks) -> None:
        super().__init__(window)
        self._window, self._desk, self._form, self._panel, self._tasks = window, desk, form, panel, tasks
        self._opened = Opened(None, {})
        self._id = ""
        self._changed = False
        self._deleted: list[Deleted] = []
        self._question: ChangedQuestion | None = None
        self._watcher: QFileSystemWatcher | None = None
        self._acts: dict[str, Callable[[Sequence[Listed]], None]] = {
            "save": lambda _: self.save(), "save as": lambda _: self.save_as(), "new": lambda _: self._begin_new(),
            "revert": lambda _: self._revert(), "describe": self._describe, "duplicate": self._duplicate,
            "delete": self._delete, "restore": lambda _: self._restore(), "folder": lambda _: self._show_folder(),
        }  # fmt: skip
        self._keep = self._timer(_TYPING, self._keep_draft)
        self._look = self._timer(_SETTLES, self._scan)
        self._filling = self._timer(_FILLS, self._show_filling)
        self._connect()

    def _timer(self, after: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=after)
        timer.timeout.connect(act)
        return timer

    def _connect(self) -> None:
        panel = self._panel
        panel.opened.connect(self.open)
        panel.searched.connect(self.search)
        panel.more_wanted.connect(self._read_more)
        panel.starred.connect(self._star)
        panel.asked.connect(lambda act, rows: self._acts[act](rows) if act in self._acts else None)
        panel.starter_wanted.connect(self._open_starter)
        self._form.changed.connect(self._follow)

    # from the start on

    @property
    def name(self) -> str:
        """Of the preset in the form; empty without one."""
        return self._opened.stored.preset.name if self._opened.stored else ""

    def restore(self) -> None:
        """Before the first paint: what was typed last and not saved. begin() brings its secrets."""
        if kept := self._desk.kept_last():
            self._form.show_slots(kept.secrets)
            self._form.load(kept.draft)

    def begin(self, wanted: str) -> None:
        """Show the list, and ``wanted`` (a name, an id or a file) or what was open last."""
        if wanted:
            self._open_with(partial(self._desk.find, wanted), self._open_file)
        else:
            self._open_with(lambda: self._desk.open(self._desk.last_open()), self._show_last)
        self._start("list starters", self._desk.starters, self._show_starters)
        self._start("list deleted", self._desk.deleted, self._show_deleted)
        self.search()
        self._scan()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _: self._look.start())
        self._watcher.fileChanged.connect(lambda _: self._look.start())
        often = QTimer(self, interval=_LOOKS)
        often.timeout.connect(self._scan)
        often.start()

    def _show_last(self, opened: Opened) -> None:
        """Whoever began to type at once goes on in what was open last."""
        if self._form.edits.canUndo():
            self._take(opened)
            self._follow()
        else:
            self._show_opened(opened)

    # the list

    def search(self) -> None:
        find = partial(asyncio.to_thread, self._find, self._panel.text(), self._panel.tag(), 0)
        self._tasks.cancel("more presets")
        self._tasks.restart("presets", find, self._show_rows, self._fail)

    def _find(self, text: str, tag: str, offset: int) -> tuple[list[Listed], int, list[str]]:
        folder = self._desk.folder
        return folder.search(text, tag, PAGE, offset), folder.count(), folder.tags()

    def _show_rows(self, found: tuple[list[Listed], int, list[str]]) -> None:
        listed, kept, tags = found
        self._panel.show_tags(tags)
        self._panel.show_rows(listed, kept=kept)
        self._show_words()

    def _read_more(self) -> None:
        if not self._tasks.runs("presets"):
            find = partial(self._find, self._panel.text(), self._panel.tag(), len(self._panel.rows.listed))
            self._start("more presets", find, lambda found: self._panel.rows.add(found[0]))

    def _show_starters(self, starters: Sequence[Stored]) -> None:
        self._panel.show_starters([stored.preset.name for stored in starters])

    def _star(self, listed: Listed) -> None:
        mark = partial(self._desk.folder.set_favourite, listed.id, not listed.favourite)
        self._start("star", mark, lambda _: self.search())

    def _scan(self) -> None:
        if self._tasks.runs("scan presets"):
            self._look.start()  # it may be past what has changed just now
        else:
            self._start("scan presets", self._desk.folder.scan, self._follow_folder)
            self._filling.start()

    def _show_filling(self) -> None:
        """Thousands of files take a while: the list fills as they are read."""
        if self._tasks.runs("scan presets"):
            self.search()
            self._filling.start()

    def _follow_folder(self, changed: bool) -> None:
        """Another program may have changed the folder, and in it the preset that is open."""
        self._filling.stop()
        if changed:
            self.search()
        stored = self._opened.stored
        if stored and self._id and not self._tasks.runs("save preset"):
            self._start("newer preset", partial(self._desk.newer, stored), self._show_newer)

    # opening

    def open(self, preset_id: str) -> None:
        """Another preset, or the form without one. What is not saved in this one is kept."""
        self._switch(lambda: self._desk.open(preset_id))

    def _begin_new(self) -> None:
        """The form without a preset, as it was left; once more, and it is empty."""
        if self._id or self._opened.stored:
            self.open("")
        else:
            self._form.replace({}, tr("New preset"))

    def _switch(self, read: Callable[[], Opened]) -> None:
        self._keep.stop()
        keep = self._keeping()

        def switch() -> Opened:
            keep()
            return read()

        self._open_with(switch, self._show_opened)

    def _open_with(self, read: Callable[[], object], show: Callable[..., None]) -> None:
        """The last wish wins."""
        self._tasks.restart("open preset", partial(asyncio.to_thread, read), show, self._fail)

    def _open_starter(self, number: int) -> None:
        self._switch(lambda: self._desk.open_file(self._desk.starters()[number]))

    def _open_file(self, stored: Stored) -> None:
        if self._desk.folder.holds(stored):
            self.open(stored.preset.id)
        else:
            self._switch(lambda: self._desk.open_file(stored))

    def _show_opened(self, opened: Opened) -> None:
        self._take(opened)
        self._form.show_slots(opened.secrets)
        self._form.load(opened.draft)
        if opened.left_out:
            self.failed.emit(_left_out(self.name, opened.left_out))
        if opened.both_changed and opened.stored:
            self._ask_whose(opened.stored)
        elif opened.changed:
            template = "Your unsaved changes of {preset} are back." if self._id else "What you had not saved is back."
            self.said.emit(say(Words(template, preset=self.name)))
        self.shown.emit(opened)
        if self._id:
            self._start("use preset", partial(self._desk.folder.note_use, self._id), lambda _: None)

    def _take(self, opened: Opened) -> None:
        """This is what the form holds from now on. One that was not saved here, a starter for one, has no id yet."""
        self._opened = opened
        stored = opened.stored
        self._id = stored.preset.id if stored and self._desk.folder.holds(stored) else ""
        self._watch()

    def _watch(self) -> None:
        """The folder, which may have come into being by now, and the file that is open: some editors write into it."""
        if self._watcher:
            if watched := self._watcher.files():
                self._watcher.removePaths(watched)
            self._watcher.addPaths([str(self._desk.folder.folder)])
            if self._opened.stored and self._id:
                self._watcher.addPath(str(self._opened.stored.path))

    def _revert(self) -> None:
        """To what is saved; undo brings the changes back."""
        def show(opened: Opened) -> None:
            self._take(opened)
            self._form.show_slots(opened.secrets)
            self._form.replace(opened.draft, tr("Revert"))

        self._open_with(partial(self._desk.revert, self._id), show)

    # following what is typed

    def _follow(self) -> None:
        slots = self._form.slots
        self._changed = self._desk.is_changed(self._opened.stored, self._form.draft, slots)
        self._show_words()
        self._show_kept()
        self._keep.start()

    def _show_words(self) -> None:
        words = {self._id: tr("changed")} if self._id and self._changed else {}
        self._panel.show_words(self._id, words)

    def _show_kept(self) -> None:
        slots = self._form.slots
        kept = {key: self._kept(key, slots.get(key, "keyring")) for key, field in BY_KEY.items() if field.secret}
        self._form.show_kept(kept)

    def _kept(self, key: str, slot: str) -> Words:
        if slot == "ask":
            return ASKED
        return (self._desk.secrets.where(self._id, key) if self._id else None) or IN_MEMORY

    def _keeping(self) -> Callable[[], None]:
        return partial(self._desk.keep_draft, self._id, dict(self._form.draft), dict(self._form.slots))

    def _keep_draft(self) -> None:
        self._tasks.restart("keep draft", partial(asyncio.to_thread, self._keeping()), lambda _: None, self._fail)

    def keep_now(self) -> None:
        """The program is about to end."""
        if self._keep.isActive():
            self._keep.stop()
            self._keeping()()

    # saving

    def save(self) -> None:
        stored = self._opened.stored
        if not (stored and self._id):
            self.save_as()
        elif not self._changed:
            self.said.emit(say(Words("{preset} is saved already.", preset=self.name)))
        else:
            self._save(stored, self.name)

    def save_as(self) -> None:
        preset = self._opened.stored.preset if self._opened.stored else None
        dialog = PresetDialog(self._window, tr("Save preset"), preset, _of_secrets(self._form.slots))
        dialog.named.connect(lambda name, note, tags, colour: self._save(None, name, note, tags, colour))
        dialog.open()

    def _save(
        self,
        stored: Stored | None,
        name: str,
        note: str | None = None,
        tags: Sequence[str] | None = None,
        colour: str | None = None,
    ) -> None:
        draft, slots = dict(self._form.draft), dict(self._form.slots)
        save = partial(self._desk.save, stored, name, draft, slots, note=note, tags=tags, colour=colour)
        self._tasks.start("save preset", partial(asyncio.to_thread, save), self._show_saved, self._show_not_saved)

    def _show_saved(self, stored: Stored) -> None:
        self._take(Opened(stored, self._form.draft, secrets=stored.preset.secrets))
        self._follow()
        self.search()
        self.said.emit(say(Words("{preset} saved.", preset=stored.preset.name)))

    def _show_not_saved(self, error: Exception) -> None:
        if isinstance(error, ChangedElsewhere) and error.theirs:
            self._ask_whose(error.theirs)
        else:
            self._fail(error)

    def _show_newer(self, theirs: Stored | None) -> None:
        if theirs is None:
            return
        if self._changed:
            self._ask_whose(theirs)
        else:
            self._open_with(partial(self._desk.revert, self._id), self._show_taken)

    def _show_taken(self, opened: Opened) -> None:
        self._show_opened(opened)
        self.said.emit(say(Words("{preset} was changed elsewhere and is shown as it is now.", preset=self.name)))

    def _ask_whose(self, theirs: Stored) -> None:
        if self._question:
            return
        differences = self._desk.differences(self._form.draft, self._form.slots, theirs)
        question = ChangedQuestion(self._window, theirs.preset.name, differences)
        question.mine_wanted.connect(lambda: self._save(theirs, theirs.preset.name))
        question.theirs_wanted.connect(self._revert)
        question.copy_wanted.connect(self.save_as)
        question.finished.connect(self._forget_question)
        self._question = question
        question.open()

    def _forget_question(self) -> None:
        self._question = None

    # the others

    def _describe(self, rows: Sequence[Listed]) -> None:
        listed = rows[0]
        preset = Preset(listed.id, listed.name, {}, note=listed.note, tags=listed.tags, colour=listed.colour)
        dialog = PresetDialog(self._window, tr("Rename and describe"), preset)

        def describe(name: str, note: str, tags: Sequence[str], colour: str) -> None:
            change = partial(self._desk.describe, listed.id, name=name, note=note, tags=tags, colour=colour)
            self._start("describe preset", change, self._show_described)

        dialog.named.connect(describe)
        dialog.open()

    def _show_described(self, stored: Stored) -> None:
        if stored.preset.id == self._id:
            self._take(Opened(stored, self._form.draft, secrets=stored.preset.secrets))
            self._follow()
        self.search()

    def _duplicate(self, rows: Sequence[Listed]) -> None:
        name = say(Words("{preset} copy", preset=rows[0].name))
        copy = partial(self._desk.duplicate, rows[0].id, name)
        self._start("duplicate preset", copy, lambda stored: self._show_copied(stored))

    def _show_copied(self, stored: Stored) -> None:
        self.search()
        self.open(stored.preset.id)

    def _delete(self, rows: Sequence[Listed]) -> None:
        ids = [listed.id for listed in rows]

        def delete() -> list[Deleted]:
            for preset_id in ids:
                self._desk.delete(preset_id)
            return self._desk.deleted()

        def show(deleted: Sequence[Deleted]) -> None:
            self._show_deleted(deleted)
            self._panel.show_deleted(_deleted([listed.name for listed in rows]))
            self.search()
            if self._id in ids:
                self._opened = Opened(None, self._form.draft, secrets=self._form.slots)
                self._id = ""
                self._follow()

        self._start("delete presets", delete, show)

    def _show_deleted(self, deleted: Sequence[Deleted]) -> None:
        self._deleted = list(deleted)

    def _restore(self) -> None:
        """What was deleted last."""
        if not self._deleted:
            self.said.emit(tr("Nothing has been deleted."))
            return
        last = self._deleted.pop(0)

        def show(stored: Stored) -> None:
            self._panel.show_deleted(None)
            self.search()
            self.open(stored.preset.id)

        self._start("restore preset", partial(self._desk.restore, last), show)

    def _show_folder(self) -> None:
        folder = self._desk.folder.folder

        def show(_: object) -> None:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
                QGuiApplication.clipboard().setText(str(folder))
                self.said.emit(say(Words("The path of {folder} was copied.", folder=folder)))

        self._start("presets folder", partial(Path.mkdir, folder, parents=True, exist_ok=True), show)

    # how

    def _start(self, name: str, call: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.start(name, partial(asyncio.to_thread, call), done, self._fail)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(card_of(error))


def _left_out(name: str, words: Sequence[Words]) -> Card:
    return Card(
        Words("{preset} was opened as far as it can be", preset=name) if name else Words("What was kept is back"),
        reduce(lambda first, second: Words("{first} {second}", first=first, second=second), words),
        Words("No. Nothing was sent."),
        Words("Look through the form before you create a session. The file stays as it is until you save."),
    )


def _of_secrets(slots: dict[str, str]) -> Words | None:
    if not slots:
        return None
    if "keyring" not in slots.values():
        return Words("The file holds no secret: they are asked for at each launch.")
    return Words("The file holds no secret: they go to this computer's keyring, or are asked for at each launch.")


def _deleted(names: Sequence[str]) -> Words:
    if len(names) == 1:
        return Words("{preset} deleted.", preset=names[0])
    return Words("{count} presets deleted. Undo brings back the last.", count=len(names))

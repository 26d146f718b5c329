"""What is done with the list of presets: searched, kept true, starred, named, doubled, deleted and brought back."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from akool_desktop.desk.presets import PresetDesk
from akool_desktop.store.files import StoreError
from akool_desktop.store.preset_file import Preset, Stored
from akool_desktop.store.presets import Listed
from akool_desktop.ui import clipboard
from akool_desktop.ui.cards import card_of
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.presets.dialogs import PresetDialog
from akool_desktop.ui.presets.panel import PresetPanel
from akool_desktop.ui.presets.rows import PAGE
from akool_desktop.ui.presets.words import NOT_YET
from akool_desktop.ui.tasks import Tasks
from akool_desktop.words import Card, Words

_SETTLES = 300  # milliseconds in which one saving of another program is over
_FILLS = 400  # milliseconds between two looks at a list that fills
_ALL = -1  # rows, to SQLite
_LOOKS = 30_000  # milliseconds; a folder on the network does not tell of its changes


class PresetList(QObject):
    """``open_wanted`` carries an id, ``looked`` follows each look at the folder, ``described`` and ``deleted`` carry
    ids, ``moved`` the path of another folder, ``set_aside`` what was damaged, ``failed`` a Card, ``said`` a sentence
    that needs no answer."""

    open_wanted = Signal(str)
    looked = Signal()
    described = Signal(str)
    deleted = Signal(list)
    moved = Signal(str)
    set_aside = Signal(Words)
    failed = Signal(Card)
    said = Signal(str)

    def __init__(self, window: QWidget, desk: PresetDesk, panel: PresetPanel, tasks: Tasks) -> None:
        super().__init__(window)
        self._window, self._desk, self._panel, self._tasks = window, desk, panel, tasks
        self._said: Words | None = None
        self._unread = ""  # why the folder could not be read when it was looked at last
        self._is_found = False  # what was searched for is what is shown
        self._opens_first = False  # Enter came before that
        self._acts: dict[str, Callable[[Sequence[Listed]], None]] = {
            "describe": self._describe, "duplicate": self._duplicate, "delete": self._delete,
            "restore": lambda _: self._restore(), "folder": lambda _: self._show_folder(),
            "another folder": lambda _: self._choose_folder(),
        }  # fmt: skip
        self._settling = self._timer(_SETTLES, self.look)
        self._filling = self._timer(_FILLS, self._show_filling)
        self._often = QTimer(self, interval=_LOOKS)
        self._often.timeout.connect(self.look)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _: self._settling.start())
        self._watcher.fileChanged.connect(lambda _: self._settling.start())
        panel.opened.connect(self.open_wanted)
        panel.first_wanted.connect(self._open_first)
        panel.searched.connect(self.search)
        panel.more_wanted.connect(self._read_more)
        panel.all_wanted.connect(self._read_all)
        panel.starred.connect(self._star)
        panel.asked.connect(lambda act, rows: self._acts[act](rows) if act in self._acts else None)

    def _timer(self, after: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=after)
        timer.timeout.connect(act)
        return timer

    def begin(self) -> None:
        self._start("list starters", self._desk.starters, self._show_starters)
        self._start("empty trash", self._desk.empty_trash, lambda _: None)
        self.refresh()
        self.look()
        self._often.start()

    def put_away(self) -> None:
        for timer in (self._settling, self._filling, self._often):
            timer.stop()

    # searching

    def search(self) -> None:
        """Another keystroke: only what it changes is read."""
        self._is_found = False
        self._tasks.cancel("more presets")
        self._tasks.restart("presets", partial(asyncio.to_thread, self._page(0)), self._show_rows, self._fail_search)

    def _fail_search(self, error: Exception) -> None:
        self._opens_first = False
        self._fail(error)

    def _show_rows(self, listed: Sequence[Listed]) -> None:
        self._is_found = True
        self._panel.show_rows(listed)
        if self._opens_first:
            self._open_first()

    def _open_first(self) -> None:
        """Never of the rows that an earlier search has left; one that failed is made again."""
        self._opens_first = not self._is_found
        if self._is_found:
            self._panel.open_first()
        elif not self._tasks.runs("presets"):
            self.search()

    def refresh(self) -> None:
        """What is in the folder may have changed."""
        folder = self._desk.folder

        def read() -> tuple[int, list[str]]:
            return folder.count(), folder.tags()

        self._tasks.restart("count presets", partial(asyncio.to_thread, read), self._show_kept, self._fail)
        self.search()

    def _page(self, offset: int, size: int = PAGE) -> Callable[[], list[Listed]]:
        return partial(self._desk.folder.search, self._panel.text(), self._panel.tag(), size, offset)

    def _show_kept(self, found: tuple[int, list[str]]) -> None:
        count, tags = found
        self._panel.show_kept(count)
        self._panel.show_tags(tags)

    def _read_more(self) -> None:
        if not self._tasks.runs("presets"):
            self._start("more presets", self._page(len(self._panel.rows.listed)), self._panel.rows.add)

    def _read_all(self) -> None:
        """Somebody chooses all that was searched for, who sees only the first of it."""
        if not self._tasks.runs("presets"):
            rest = self._page(len(self._panel.rows.listed), _ALL)
            self._tasks.restart(
                "more presets", partial(asyncio.to_thread, rest), self._panel.choose_all, self._fail
            )

    def _show_starters(self, starters: Sequence[Stored]) -> None:
        self._panel.show_starters([stored.preset.name for stored in starters])

    # the folder

    def look(self) -> None:
        """Other programs may have changed the folder."""
        if self._tasks.runs("scan presets"):
            self._settling.start()  # it may be past what has changed just now
        else:
            scan = partial(asyncio.to_thread, self._desk.folder.scan)
            self._tasks.start("scan presets", scan, self._follow_folder, self._fail_look)
            self._filling.start()

    def _fail_look(self, error: Exception) -> None:
        """Said once, until the folder can be read again: it is looked at all the time."""
        if str(error) != self._unread:
            self._unread = str(error)
            self._fail(error)

    def watch(self, path: Path | None) -> None:
        """The file that is open too: some editors write into it."""
        if watched := self._watcher.files():
            self._watcher.removePaths(watched)
        if path:
            self._watch_folder()
            self._watcher.addPath(str(path))

    def _watch_folder(self) -> None:
        """Once it has answered, in another thread: one that hangs would hold the window here."""
        if (folder := str(self._desk.folder.folder)) not in self._watcher.directories():
            self._watcher.addPath(folder)

    def _show_filling(self) -> None:
        """Thousands of files take a while: the list fills as they are read."""
        if self._tasks.runs("scan presets"):
            self.refresh()
            self._filling.start()

    def _follow_folder(self, changed: bool) -> None:
        self._filling.stop()
        self._watch_folder()
        self._unread = ""
        was, self._said = self._said, self._desk.folder.said
        if self._said and self._said != was:
            self.set_aside.emit(self._said)
        if changed:
            self.refresh()
        self.looked.emit()

    def _show_folder(self) -> None:
        folder = self._desk.folder.folder

        def show(_: object) -> None:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
                clipboard.copy(str(folder))
                self.said.emit(say(Words("The path of {folder} was copied.", folder=folder)))

        self._do("show presets folder", partial(Path.mkdir, folder, parents=True, exist_ok=True), show)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self._window, tr("Where presets are kept"), str(self._desk.folder.folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.use_folder(Path(name)))
        dialog.open()

    def use_folder(self, folder: Path) -> None:
        """Presets stay where they are; those of the other folder are shown."""

        def show(_: object) -> None:
            self.moved.emit(str(folder))
            self.said.emit(say(Words("Presets are in {folder} from now on.", folder=folder)))
            self._tasks.cancel("scan presets")  # the other folder may not answer for long
            self.refresh()
            self.look()

        self._do("presets folder", partial(self._desk.use_folder, folder), show)

    # one of them, or several

    def _star(self, listed: Listed) -> None:
        mark = partial(self._desk.folder.set_favourite, listed.id, not listed.favourite)
        self._do(f"star {listed.id}", mark, lambda _: self.refresh())

    def _describe(self, rows: Sequence[Listed]) -> None:
        listed = rows[0]
        preset = Preset(listed.id, listed.name, {}, note=listed.note, tags=listed.tags, colour=listed.colour)
        dialog = PresetDialog(self._window, tr("Rename and describe"), preset)

        def describe(name: str, note: str, tags: Sequence[str], colour: str) -> None:
            change = partial(self._desk.describe, listed.id, name=name, note=note, tags=tags, colour=colour)
            self._do(f"describe preset {listed.id}", change, self._show_described)

        dialog.named.connect(describe)
        dialog.open()

    def _show_described(self, stored: Stored) -> None:
        self.refresh()
        self.described.emit(stored.preset.id)

    def _duplicate(self, rows: Sequence[Listed]) -> None:
        name = say(Words("{preset} copy", preset=rows[0].name))
        duplicate = partial(self._desk.duplicate, rows[0].id, name)
        self._do(f"duplicate preset {rows[0].id}", duplicate, self._show_new)

    def _show_new(self, stored: Stored) -> None:
        self.refresh()
        self.open_wanted.emit(stored.preset.id)

    def _delete(self, rows: Sequence[Listed]) -> None:
        """One that cannot be deleted keeps no other."""
        gone: list[Listed] = []
        refused: list[StoreError] = []

        def delete() -> None:
            for listed in rows:
                try:
                    self._desk.delete(listed.id)
                    gone.append(listed)
                except StoreError as error:
                    refused.append(error)

        def show(_: None) -> None:
            if gone:
                self._panel.show_deleted(_deleted([listed.name for listed in gone]))
            self.refresh()
            self.deleted.emit([listed.id for listed in gone])
            for error in refused[:1]:
                self._fail(error)

        self._do("delete presets", delete, show)

    def _restore(self) -> None:
        """What was deleted last, as the disk says: one that it did not give back is the last still."""

        def restore() -> list[Stored | None]:
            return [self._desk.restore(last) for last in self._desk.deleted()[:1]]

        self._do("restore preset", restore, self._show_restored)

    def _show_restored(self, restored: Sequence[Stored | None]) -> None:
        """None for a file that was broken before: it is back as it was."""
        if not restored:
            self.said.emit(tr("Nothing has been deleted."))
            return
        [stored] = restored
        self._panel.show_deleted(None)
        self.refresh()
        if stored:
            self.open_wanted.emit(stored.preset.id)

    # how

    def _do(self, name: str, call: Callable[[], object], done: Callable[..., None]) -> None:
        """What somebody asks for."""
        if not self._start(name, call, done):
            self.said.emit(tr(NOT_YET))

    def _start(self, name: str, call: Callable[[], object], done: Callable[..., None]) -> bool:
        return self._tasks.start(name, partial(asyncio.to_thread, call), done, self._fail)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(card_of(error))


def _deleted(names: Sequence[str]) -> Words:
    if len(names) == 1:
        return Words("{preset} deleted.", preset=names[0])
    return Words("{count} presets deleted. Undo brings back the last.", count=len(names))

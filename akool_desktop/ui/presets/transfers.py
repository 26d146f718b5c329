"""Presets that come in and go out: pasted, chosen as files, dropped on the panel; exported to a file or a folder."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from akool_desktop.desk.catalogue import Catalogue
from akool_desktop.desk.preset_files import Opened
from akool_desktop.desk.presets import PresetDesk
from akool_desktop.desk.transfer import Imported, Transfer, missing_here
from akool_desktop.session.rules import Draft
from akool_desktop.store.preset_file import Stored
from akool_desktop.store.preset_names import file_name
from akool_desktop.store.presets import Listed
from akool_desktop.ui.cards import MissingCard, card_of
from akool_desktop.ui.controls.dialog import Question
from akool_desktop.ui.file_chooser import FileChooser
from akool_desktop.ui.form.form import Form
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.presets.imported import ImportedReport, needs_report
from akool_desktop.ui.presets.open_preset import OpenPreset
from akool_desktop.ui.presets.panel import PresetPanel
from akool_desktop.ui.presets.pasting import PastingDialog
from akool_desktop.ui.presets.words import NOT_YET
from akool_desktop.ui.tasks import Tasks
from akool_desktop.words import Card, Words


class Transfers(QObject):
    """``key_wanted`` carries a Key that was found, which belongs to an account; ``card_wanted`` a card for the right
    column, until ``card_gone``; ``failed`` a Card; ``said`` a sentence that needs no answer."""

    key_wanted = Signal(object)
    card_wanted = Signal(QWidget)
    card_gone = Signal(QWidget)
    failed = Signal(Card)
    said = Signal(str)

    def __init__(
        self,
        window: QWidget,
        desk: PresetDesk,
        panel: PresetPanel,
        form: Form,
        open_preset: OpenPreset,
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self._window, self._form, self._open_preset, self._tasks = window, form, open_preset, tasks
        self._transfer = Transfer(desk)
        self._came: set[str] = set()  # ids of presets that came in and were not opened yet
        self._card: MissingCard | None = None
        self._acts: dict[str, Callable[[Sequence[Listed]], None]] = {
            "paste": lambda _: self.paste(), "import": lambda _: self._choose_files(), "export": self._export,
        }  # fmt: skip
        panel.asked.connect(lambda act, rows: self._acts[act](rows) if act in self._acts else None)
        panel.dropped.connect(self._take_dropped)

    # in

    def paste(self, text: str = "") -> None:
        dialog = PastingDialog(self._window, text)
        dialog.filled.connect(self._fill)
        dialog.save_wanted.connect(lambda found: self._import(partial(self._transfer.import_text, found)))
        dialog.key_wanted.connect(self.key_wanted)
        dialog.files_wanted.connect(self._choose_files)
        dialog.open()

    def _fill(self, draft: Draft, secrets: Mapping[str, str], slots: Mapping[str, str]) -> None:
        """It can be undone; what is wrong in it shows at once."""
        self._form.replace({**draft, **secrets}, tr("Paste"), slots)
        self._form.touch_all()
        self._form.go_to_first()

    def _choose_files(self) -> None:
        chooser = FileChooser(self._window, tr("Import files"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
        chooser.setNameFilters([tr("Presets (*.json)"), tr("All files (*)")])
        chooser.filesSelected.connect(lambda files: self._import_files([Path(file) for file in files]))
        chooser.open()

    def _take_dropped(self, dropped: Sequence[Path | str]) -> None:
        """Files at once; a text is shown first."""
        if files := [found for found in dropped if isinstance(found, Path)]:
            self._import_files(files)
        else:
            self.paste("\n".join(str(found) for found in dropped))

    def _import_files(self, files: Sequence[Path]) -> None:
        self._import(partial(self._transfer.import_files, files))

    def _import(self, read: Callable[[], list[Imported]]) -> None:
        self._start("import presets", read, self._show_imported)

    def _show_imported(self, results: list[Imported]) -> None:
        self._came |= {result.stored.preset.id for result in results if result.stored}
        self._open_preset.list.refresh()
        if not needs_report(results):
            (result,) = results
            assert result.stored
            self.said.emit(say(result.words))
            self._open_preset.open(result.stored.preset.id)
            return
        report = ImportedReport(self._window, results)
        report.opened.connect(self._open_preset.open)
        report.replace_wanted.connect(self._replace)
        report.open()

    def _replace(self, imported: Imported) -> None:
        self._start("import presets", partial(self._transfer.replace, imported), self._show_replaced)

    def _show_replaced(self, stored: Stored) -> None:
        self._came.add(stored.preset.id)
        self._open_preset.list.refresh()
        self.said.emit(say(Words("{preset} replaced.", preset=stored.preset.name)))

    def show_missing(self, opened: Opened, catalogue: Catalogue) -> None:
        """A preset is in the form now; of one that has just come in, say what it lacks on this computer."""
        if self._card:
            self._dismiss(self._card)
        preset_id = opened.stored.preset.id if opened.stored else ""
        if preset_id not in self._came or not opened.stored:
            return
        self._came.discard(preset_id)
        if missing := missing_here(opened, catalogue):
            self._card = card = MissingCard(opened.stored.preset.name, missing)
            card.went_to.connect(self._form.go_to)
            card.closed.connect(lambda: self._dismiss(card))
            self.card_wanted.emit(card)

    def _dismiss(self, card: MissingCard) -> None:
        self._card = None
        self.card_gone.emit(card)

    # out

    def _export(self, rows: Sequence[Listed]) -> None:
        ids = [listed.id for listed in rows]
        question = ExportQuestion(self._window, [listed.name for listed in rows])
        question.file_wanted.connect(lambda: self._choose_file(ids, question.proposed))
        question.folder_wanted.connect(lambda: self._choose_folder(ids))
        question.open()

    def _choose_file(self, ids: Sequence[str], proposed: str) -> None:
        chooser = FileChooser(self._window, tr("Export to one file"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("json")
        chooser.selectFile(proposed)
        chooser.fileSelected.connect(lambda file: self._write(partial(self._transfer.export_file, ids, Path(file))))
        chooser.open()

    def _choose_folder(self, ids: Sequence[str]) -> None:
        chooser = FileChooser(self._window, tr("Export to a folder"))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(lambda file: self._write(partial(self._transfer.export_folder, ids, Path(file))))
        chooser.open()

    def _write(self, write: Callable[[], Words]) -> None:
        self._start("export presets", write, lambda words: self.said.emit(say(words)))

    # how

    def _start(self, name: str, call: Callable[[], object], done: Callable[..., None]) -> None:
        work = partial(asyncio.to_thread, call)
        if not self._tasks.start(name, work, done, lambda error: self.failed.emit(card_of(error))):
            self.said.emit(tr(NOT_YET))


class ExportQuestion(Question):
    """One file or a folder; and that no secret goes with them. ``proposed`` is a name for the one file."""

    file_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget, names: Sequence[str]) -> None:
        title = Words("Export {name}", name=names[0]) if len(names) == 1 else Words(
            "Export {count} presets", count=len(names))  # fmt: skip
        super().__init__(
            parent,
            say(title),
            tr("No secret goes along: keys and tokens stay in this computer's keyring, and whoever imports the file "
               "enters their own."),
        )  # fmt: skip
        self.proposed = file_name(names[0] if len(names) == 1 else tr("Presets"), ())
        for words, act, kind in (
            (tr("Cancel"), None, ""), (tr("Into a folder…"), self.folder_wanted, ""),
            (tr("Into one file…"), self.file_wanted, "primary"),
        ):  # fmt: skip
            button = self.add_button(words, kind)
            button.clicked.connect(self.accept)
            if act:
                button.clicked.connect(act)
                button.setFocus()  # the last is what was asked for, and costs nothing

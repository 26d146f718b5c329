"""What the operator is asked about the preset in the form, one question at a time."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from akool_desktop.desk.preset_differences import Difference
from akool_desktop.store.preset_file import Stored
from akool_desktop.ui.controls.dialog import Question
from akool_desktop.ui.presets.dialogs import ChangedQuestion, MisplacedQuestion


class PresetQuestions(QObject):
    """``mine_wanted`` carries the file that the form is to be written over, ``moving_wanted`` the id of the preset
    whose secrets are to leave its file.
    """

    mine_wanted = Signal(Stored)
    theirs_wanted = Signal()
    copy_wanted = Signal()
    moving_wanted = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._open: Question | None = None
        self._put_off = ""  # what the file says that the operator has not chosen about yet

    def ask_whose(self, theirs: Stored, differences: Sequence[Difference]) -> None:
        """The file is not what the form began with, and both were changed."""
        if self._open:
            return
        question = ChangedQuestion(self._window, theirs.preset.name, differences)
        question.mine_wanted.connect(lambda: self.mine_wanted.emit(theirs))
        question.theirs_wanted.connect(self.theirs_wanted)
        question.copy_wanted.connect(self.copy_wanted)
        question.rejected.connect(partial(self._put_off_choice, theirs.stamp))
        self._show(question)

    def offer_moving(self, preset_id: str, name: str) -> None:
        """Somebody wrote a secret into the file, where everyone who may read it finds it."""
        if self._open:
            return
        question = MisplacedQuestion(self._window, name)
        question.accepted.connect(lambda: self.moving_wanted.emit(preset_id))
        self._show(question)

    def is_put_off(self, theirs: Stored) -> bool:
        """Not asked again until saving needs the answer, or the file is yet another one."""
        return theirs.stamp == self._put_off

    def close(self) -> None:
        """Another preset is shown."""
        if self._open:
            self._open.reject()

    def _show(self, question: Question) -> None:
        question.finished.connect(self._forget)
        self._open = question
        question.open()

    def _forget(self) -> None:
        self._open = None

    def _put_off_choice(self, stamp: str) -> None:
        self._put_off = stamp

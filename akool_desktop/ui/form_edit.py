"""One edit of the form, which can be undone and done again by its name."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from akool_desktop.session.rules import Draft

Show = Callable[[Draft, str], None]  # shows a draft, and the field that has changed


class FormEdit(QUndoCommand):
    """One change of the draft, by name. What is typed into a field without leaving it is one change."""

    def __init__(self, show: Show, name: str, before: Draft, after: Draft, *, key: str = "", goes_on: bool) -> None:
        super().__init__(name)
        self._show, self._before, self._after, self._key = show, before, after, key
        self._goes_on = goes_on
        self._shown = True  # the operator has made it; push() asks for it once more

    def id(self) -> int:
        return 1  # any may go on in the next

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not (isinstance(other, FormEdit) and other._goes_on):
            return False
        self._after = other._after
        return True

    def undo(self) -> None:
        self._shown = False
        self._show(self._before, self._key)

    def redo(self) -> None:
        if not self._shown:
            self._show(self._after, self._key)

"""One edit of the form, which can be undone and done again by its name."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from akool_desktop.session.rules import Draft

if TYPE_CHECKING:
    from akool_desktop.ui.form.form import Form


class FormEdit(QUndoCommand):
    """One change of the draft, by name. What is typed into a field without leaving it is one change."""

    def __init__(
        self,
        form: "Form",
        name: str,
        after: Draft,
        *,
        key: str = "",
        goes_on: bool = False,
        slots: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(name)
        self._form, self._before, self._after, self._key = form, dict(form.draft), after, key
        self._goes_on = goes_on
        self._slots_before = form.chosen_slots if slots is not None else None
        self._slots_after = slots
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
        self._show(self._before, self._slots_before)

    def redo(self) -> None:
        if not self._shown:
            self._show(self._after, self._slots_after)

    def _show(self, draft: Draft, slots: Mapping[str, str] | None) -> None:
        if slots is not None:
            self._form.show_slots(slots)
        self._form.show_draft(draft, self._key)

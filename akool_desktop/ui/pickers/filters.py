"""One filter of a picker: any of the values that the list holds, or all of them."""

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox, QSizePolicy

from akool_desktop.ui.language import told, tr
from akool_desktop.ui.theme import px


class Filter(QComboBox):
    """``any_of`` is what it says while it lets everything pass."""

    def __init__(self, any_of: str) -> None:
        super().__init__()
        self._any_of = any_of
        self.setAccessibleName(tr(any_of))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(px(104))
        self.setMaximumWidth(px(170))
        self.addItem(tr(any_of), "")

    def offer(self, values: Iterable[str]) -> None:
        """Each value once, however it is written; what was chosen stays chosen."""
        shown = {value.casefold(): value.capitalize() if value.islower() else value for value in values if value}
        chosen = self.currentData()
        if [self.itemData(place) for place in range(1, self.count())] == sorted(shown):
            return
        while self.count() > 1:
            self.removeItem(1)
        for value in sorted(shown):
            said = told(value)
            self.addItem(shown[value] if said == value else said, value)
        self.setCurrentIndex(max(0, self.findData(chosen)))

    def marks(self, *values: str) -> tuple[str, ...]:
        """What an entry with these values carries, for ``needed`` to ask for."""
        return tuple(f"{self._any_of} {value.casefold()}" for value in values)

    def needed(self) -> tuple[str, ...]:
        chosen = self.currentData()
        return self.marks(chosen) if chosen else ()

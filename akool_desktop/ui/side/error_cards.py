"""What failed, and what was left out: a card each in the right column, until it is closed."""

from collections.abc import Callable

from akool_desktop.ui.cards import ErrorCard
from akool_desktop.ui.hearing import announce
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.side.column import Side
from akool_desktop.words import Card, Words


class ErrorCards:
    """``copy`` takes a name and a text, ``go`` where a card leads to."""

    def __init__(self, side: Side, copy: Callable[[str, str], None], go: Callable[[str], None]) -> None:
        self._side, self._copy, self._go = side, copy, go

    def add(self, card: Card, details: str = "") -> ErrorCard:
        shown = ErrorCard(card, copy=lambda text: self._copy(tr("Error"), text), go=self._go, details=details)
        shown.closed.connect(lambda: self._side.remove_card(shown))
        self._side.add_card(shown)
        announce(shown, say(Words("{title}. {happened}", title=card.title, happened=card.happened)))
        return shown

    def add_set_aside(self, said: Words) -> None:
        """A file that is damaged, or where nothing can be written, never blocks the start, but is not passed over."""
        self.add(_set_aside(said))

    def show_partly(self, card: Card | None) -> None:
        """What was left out of the preset in the form, for as long as it is there."""
        for shown in self._side.findChildren(ErrorCard, "partly"):
            self._side.remove_card(shown)
        if card:
            self.add(card).setObjectName("partly")


def _set_aside(said: Words) -> Card:
    return Card(
        Words("A file could not be opened"),
        said,
        Words("No. Nothing was sent."),
        Words("A damaged file is kept, and what was in it is missing here. If its folder cannot be written, allow "
              "that, or start with --data-dir and another folder."),
    )

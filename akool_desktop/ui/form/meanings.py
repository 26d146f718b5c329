"""What is this? The mark that a row shows while it is pointed at or has the cursor, and what it opens."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtWidgets import QWhatsThis, QWidget

from akool_desktop.session.fields import Field
from akool_desktop.session.meanings import MEANINGS
from akool_desktop.ui.controls.icons import IconButton, placed
from akool_desktop.ui.hearing import announce
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.theme import px
from akool_desktop.words import Words

_WIDTH, _HEIGHT = 18, 24


class Mark(IconButton):
    """For the mouse. The keyboard has Shift+F1."""

    def __init__(self, row: QWidget, field: Field) -> None:
        name = say(Words("What is {field}? (Shift+F1)", field=Words(field.label)))
        super().__init__("unknown", name, words=False, token="muted", kind="mark")
        self.setParent(row)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # else each field would be two stops of Tab
        self.clicked.connect(lambda: self._explain(row, field))

    def stand_before(self, place: QPoint) -> None:
        """With its far end there, as one reads."""
        row = self.parentWidget()
        assert row
        self.setFixedSize(px(_WIDTH), px(_HEIGHT))
        reckoned = QRectF(place.x() - self.width(), place.y(), self.width(), self.height())
        here = placed(reckoned, QRectF(row.rect()))
        self.move(here.topLeft().toPoint())
        self.show()
        self.raise_()

    def _explain(self, row: QWidget, field: Field) -> None:
        """Until a key or a click; a screen reader is never in what opens here."""
        QWhatsThis.showText(self.mapToGlobal(self.rect().bottomLeft()), tr(MEANINGS[field.key]), row)
        announce(row, tr(MEANINGS[field.key]))


def describe(widget: QWidget, field: Field) -> None:
    """A screen reader has it as the help of the input."""
    widget.setWhatsThis(tr(MEANINGS[field.key]))

"""A link for a phone to read: dark on light in every theme, since some cameras read nothing else."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from akool_desktop.ui.theme import px

_MARGIN = 4  # modules of light around it, which the standard asks for
_SIDE = 400
_LONGEST = 2900  # bytes; the largest code holds 2953


class QrCode(QWidget):
    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._rows = _modules(text)
        self._module = max(2, px(_SIDE) // len(self._rows))
        self.setFixedSize(self._module * len(self._rows), self._module * len(self._rows))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    place = QRect(x * self._module, y * self._module, self._module, self._module)
                    painter.fillRect(place, Qt.GlobalColor.black)


def fits(text: str) -> bool:
    return len(text.encode()) <= _LONGEST


def _modules(text: str) -> list[bytes]:
    """Rows from the top, 1 is dark."""
    import segno  # nobody needs it until a code is asked for

    made = segno.make_qr(text, error="l", boost_error=False)
    return [bytes(row) for row in made.matrix_iter(border=_MARGIN)]

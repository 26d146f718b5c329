"""What is made up of rows under one another, and is as wide as it is told to be."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """Says how large it would like to be from its rows' own sizes.

    Qt itself would reckon how high it is at the width that it would like, and then at the one that it has: each time
    from all that is in it, since what a layout knows of one width is forgotten with the next.
    """

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

"""How the parts of the window stand: side by side, under each other, or with little left of them, as it has room."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from akool_desktop.ui.controls.layouts import column
from akool_desktop.ui.form.form import Form
from akool_desktop.ui.places import Shape, keep_size, shape_in
from akool_desktop.ui.practice_bar import PracticeBar
from akool_desktop.ui.rail import Rail
from akool_desktop.ui.sessions.strip import Strip
from akool_desktop.ui.side.column import Side
from akool_desktop.ui.topbar import TopBar


class WindowLayout:
    """``body`` is what stands between the bars; the presets, which can be folded, have their place first in it."""

    def __init__(
        self, inside: QWidget, topbar: TopBar, banner: PracticeBar, rail: Rail, form: Form, side: Side, strip: Strip
    ) -> None:
        self._inside, self._topbar, self._banner = inside, topbar, banner
        self._rail, self._form, self._side, self._strip = rail, form, side, strip
        self._shape: Shape | None = None
        self.body = QHBoxLayout()
        self.body.setSpacing(0)
        for panel in (rail, form, side):
            self.body.addWidget(panel, 1 if panel is form else 0)
        self._whole = column(inside)
        self._whole.addWidget(topbar)
        self._whole.addWidget(banner)
        self._whole.addLayout(self.body, 1)
        self._whole.addWidget(strip)

    def fit(self, size: QSize, *, anew: bool = False) -> Shape:
        """The window has another size, or its text has: then all stands ``anew``."""
        shape = shape_in(size)
        if anew or shape != self._shape:
            self._shape = shape
            self._stand(shape)
        return shape

    def _stand(self, shape: Shape) -> None:
        self.body.setDirection(shape.direction)
        keep_size(self._rail, shape.rail)
        keep_size(self._side, shape.side)
        self._topbar.stand(shape)
        self._stand_banner(shape)
        self._rail.stand(as_column=shape.columns)
        self._side.stand(shape)
        self._form.stand(
            shape, None if shape.columns else self._side.told, above=self._banner if shape.low else None
        )
        (self._topbar if shape.columns else self._rail).hold_toast(self._topbar.toast)
        self._strip.stand(shape)

    def _stand_banner(self, shape: Shape) -> None:
        """Under the top bar, or with the form."""
        self._banner.stand(shape)
        if not shape.low and self._banner.parentWidget() is not self._inside:
            shown = not self._banner.isHidden()
            self._whole.insertWidget(1, self._banner)
            self._banner.setVisible(shown)

"""The window's first look: the form, painted and alive before the rest of the program is imported.

What stands around it comes a moment later, into the places that are kept for it here, so that nothing moves.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from akool_desktop.store.settings import Settings
from akool_desktop.ui.controls.layouts import column
from akool_desktop.ui.form.form import Form
from akool_desktop.ui.places import BANNER, PRESETS, STRIP, TOP_BAR, Shape, keep_size, place_window, shape_in
from akool_desktop.ui.theme import px


class Opening(QWidget):
    """Becomes the window: take_form() and hold() bring the whole of it. ``ready``: the rest has been imported.

    ``left``: it was closed before the rest was there.
    """

    painted = Signal()
    ready = Signal()

    def __init__(self, settings: Settings, *, practises: bool) -> None:
        super().__init__()
        self.setWindowTitle("Akool Desktop")
        self.left = False
        self._inside: QWidget | None = None
        self._cursor: QWidget | None = None
        self._was_painted = False
        place_window(self, settings.window)
        bars = TOP_BAR + STRIP + (BANNER if practises else 0)
        self._around = QWidget(self)
        self.form = Form(self.height() - px(bars), self._around)
        self._lay_out(presets=settings.presets != "folded", practises=practises)
        self.form.focus_first()

    def _lay_out(self, *, presets: bool, practises: bool) -> None:
        self._body = body = QHBoxLayout()
        body.setSpacing(0)
        self._columns = {name: _place(name) for name in ("presets", "rail", "side")}
        self._unfolded = presets
        for place in (self._columns["presets"], self._columns["rail"], self.form, self._columns["side"]):
            body.addWidget(place, 1 if place is self.form else 0)
        self._first = first = column(self._around)
        self._top_bar = _place("topbar")
        first.addWidget(self._top_bar)
        self._banner = _place("banner") if practises else None
        if self._banner:
            first.addWidget(self._banner)
        first.addLayout(body, 1)
        self._strip = _place("strip")
        first.addWidget(self._strip)
        self._layout = column(self)
        self._layout.addWidget(self._around)

    def take_form(self) -> Form:
        """For the whole window, which is made now; until it is there, what is on the screen stays."""
        self._cursor = QApplication.focusWidget()
        self.setUpdatesEnabled(False)
        if self._banner:
            self._banner.setParent(None)
        self.form.setParent(None)  # or Tab would come to it before all that stands in front of it
        self.form.complete()
        return self.form

    def hold(self, window: QWidget) -> None:
        """The whole window stands in the place of the first look, the cursor where it was."""
        self._inside = window
        self._layout.removeWidget(self._around)
        self._around.deleteLater()
        self._around.hide()
        self._layout.addWidget(window)
        window.show()
        if self._cursor:
            self._cursor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.form.focus_first()
        self.setUpdatesEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._inside:
            return
        shape = shape_in(self.size())
        self._body.setDirection(shape.direction)
        self._stand_banner(shape)
        keep_size(self._columns["presets"], (px(PRESETS), None))
        keep_size(self._columns["rail"], shape.rail)
        keep_size(self._columns["side"], shape.side if shape.columns else (None, shape.buttons))
        self._top_bar.setFixedHeight(shape.top_bar)
        self._strip.setFixedHeight(shape.strip)
        self._columns["presets"].setVisible(self._unfolded and shape.roomy)

    def _stand_banner(self, shape: Shape) -> None:
        """Under the top bar, or with the form."""
        self.form.stand(shape, None, self._banner if shape.low else None)
        if self._banner:
            self._banner.setFixedHeight(shape.banner)
            if not shape.low:
                self._first.insertWidget(1, self._banner)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)  # when all that is in it has been painted too

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._inside:
            event.ignore()
            self._inside.close()
        else:
            self.left = True


def _place(name: str) -> QWidget:
    """Where a part will be, in its colour."""
    place = QWidget()
    place.setObjectName(name)
    place.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return place

"""The program view: its link for OBS, a projector or a second screen, what it looks like, and whether it stays."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QCheckBox, QColorDialog, QComboBox, QHBoxLayout, QSpinBox, QWidget

from akool_desktop.ui.controls.dialog import Question
from akool_desktop.ui.controls.layouts import input_rows
from akool_desktop.ui.controls.messages import Message, muted_label, words_label
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.theme import px
from akool_desktop.words import Words, marked

USUAL_PORT = 47800
_SENTENCE = marked(
    "The avatar alone, full frame, for OBS, a projector or a second screen on this computer. It shows what the Stage "
    "page receives, so leave that page open. Whoever has the link can watch and hear, and nothing else."
)
_BACKGROUNDS = {
    marked("Black"): "000000", marked("White"): "ffffff",
    marked("Green for keying"): "00b140", marked("Blue for keying"): "0047bb",
}  # fmt: skip
_FITS = {marked("Show the whole picture"): "contain", marked("Fill the frame"): "cover"}
_STEPS = (
    marked("In OBS, press + under Sources and choose Browser."),
    marked("Paste the link as URL, and give the width and height of your canvas."),
    marked("Tick “Control audio via OBS”, so that the sound goes into the mix."),
    marked("Leave “Shutdown source when not visible” unticked, so that the picture is there when you cut to it."),
)
_MOVED = marked("Port {port} is taken, by another session or program, so this link is good for this session alone.")


class ProgramDialog(Question):
    """``copy_wanted`` and ``open_wanted`` carry six hexadecimal digits and a fit, ``port_chosen`` 0 for any port."""

    copy_wanted = Signal(str, str)
    open_wanted = Signal(str, str)
    port_chosen = Signal(int)

    def __init__(self, parent: QWidget, port: int, *, taken: int) -> None:
        super().__init__(parent, tr("Program view"), tr(_SENTENCE))
        self._background, self._fitting = QComboBox(), QComboBox()
        for name, colour in _BACKGROUNDS.items():
            self._background.addItem(_swatch(colour), tr(name), colour)
        self._background.addItem(tr("Another colour…"), "")
        self._chosen = 0
        self._background.currentIndexChanged.connect(self._remember)
        self._background.activated.connect(self._choose_colour)
        for name, fit in _FITS.items():
            self._fitting.addItem(tr(name), fit)
        self._keeps = QCheckBox(tr("Same link for every session, at port"))
        self._keeps.setChecked(bool(port))
        self._port = QSpinBox()
        self._port.setRange(1024, 65535)
        self._port.setGroupSeparatorShown(False)
        self._port.setValue(port or USUAL_PORT)
        self._port.setAccessibleName(tr("Port"))
        self._port.lineEdit().setTextMargins(px(11), 0, 0, 0)  # a style sheet pads no text within a spin box
        self._port.setEnabled(bool(port))
        self._keeps.toggled.connect(self._port.setEnabled)
        self._keeps.toggled.connect(lambda _: self._tell_port())
        self._port.editingFinished.connect(self._tell_port)
        self._later = muted_label(tr("From the next Stage that is opened."))
        self._later.hide()
        self._lay_out()
        if taken:
            self._lines.insertWidget(0, Message("warning", "warning", say(Words(_MOVED, port=taken))))
        self.add_button(tr("Close")).clicked.connect(self.accept)
        open_button = self.add_button(tr("Open in the browser"))
        open_button.clicked.connect(lambda: self.open_wanted.emit(*self._look()))
        copy_button = self.add_button(tr("Copy link"), "primary")
        copy_button.clicked.connect(lambda: self.copy_wanted.emit(*self._look()))
        copy_button.setDefault(True)
        copy_button.setFocus()

    def _lay_out(self) -> None:
        rows = input_rows()
        rows.addRow(tr("Background"), self._background)
        rows.addRow(tr("Fit"), self._fitting)
        keeping = QHBoxLayout()
        keeping.setSpacing(px(8))
        keeping.addWidget(self._keeps)
        keeping.addWidget(self._port)
        keeping.addWidget(self._later, 1, Qt.AlignmentFlag.AlignVCenter)
        keeping.addStretch()
        self._lines.addLayout(rows)
        self._lines.addLayout(keeping)
        for number, step in enumerate(_STEPS, 1):
            self._lines.addWidget(words_label(say(Words("{number}. {step}", number=number, step=Words(step)))))
        self._lines.addStretch()

    def _look(self) -> tuple[str, str]:
        return self._background.currentData(), self._fitting.currentData()

    def _tell_port(self) -> None:
        self._later.show()
        self.port_chosen.emit(self._port.value() if self._keeps.isChecked() else 0)

    def _remember(self, index: int) -> None:
        if self._background.itemData(index):
            self._chosen = index

    def _choose_colour(self, index: int) -> None:
        """The last entry asks for a colour, which then stands before it; while it asks, all is as it was."""
        if self._background.itemData(index):
            return
        self._background.setCurrentIndex(self._chosen)
        dialog = QColorDialog(QColor("#ff00ff"), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(self._add_colour)
        dialog.open()

    def _add_colour(self, chosen: QColor) -> None:
        name = chosen.name()
        self._background.insertItem(self._background.count() - 1, _swatch(name[1:]), name, name[1:])
        self._background.setCurrentIndex(self._background.count() - 2)


def _swatch(colour: str) -> QPixmap:
    pixmap = QPixmap(px(14), px(14))
    pixmap.fill(QColor(f"#{colour}"))
    return pixmap

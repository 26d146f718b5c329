"""Files are looked for where the operator has theirs, wherever the program was started."""

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QToolButton, QWidget

from akool_desktop.ui.controls.icons import icon
from akool_desktop.ui.language import tr
from akool_desktop.ui.theme import colour, px

_ARROWS = {"backButton": "chevron-left", "forwardButton": "chevron-right", "toParentButton": "chevron-up"}


class FileChooser(QFileDialog):
    """Begins where one was chosen last in this run; at first in the home folder: Qt would take the folder that the
    program runs in, which is the program's own where an icon has started it."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLabelText(self.DialogLabel.LookIn, tr("&Look in:"))  # Qt's own Chinese has neither
        self.setLabelText(self.DialogLabel.FileType, tr("Files of &type:"))
        if self.directory() == QDir.current():
            self.setDirectory(QDir.homePath())

    def showEvent(self, event: QShowEvent) -> None:
        """Where the desktop has no dialog of its own: Qt's arrows are black, in dark too."""
        super().showEvent(event)
        for name, arrow in _ARROWS.items():
            if button := self.findChild(QToolButton, name):
                button.setIcon(icon(arrow, colour("text"), px(16)))

"""A button for a name. Apart from what the form paints: it brings QStyle's names along, which no first paint needs."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter

from akool_desktop.ui.theme import px


class NameButton(QPushButton):
    """Shows a name, which may be long: what it has no room for ends in dots, and is in the tooltip."""

    def minimumSizeHint(self) -> QSize:
        return QSize(min(px(112), self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        cut = self.sizeHint().width() - self.width()
        if cut > 0:
            room = self.fontMetrics().horizontalAdvance(self.text()) - cut
            option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

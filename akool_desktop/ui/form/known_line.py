"""Under an input that holds an id: what the id stands for."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from akool_desktop.ui.controls.icons import Icon
from akool_desktop.ui.controls.messages import muted_label
from akool_desktop.ui.controls.painted import OneLine
from akool_desktop.ui.language import say
from akool_desktop.ui.theme import font, px

if TYPE_CHECKING:
    from akool_desktop.desk.catalogue import Known
    from akool_desktop.ui.pictures import Picture


class KnownLine(QWidget):
    """The name that an id stands for, and whether it can be used."""

    def __init__(self) -> None:
        super().__init__()
        self._name = OneLine()  # one that is longer than the form is wide would push the form's end out of view
        self._name.setFont(font("strong"))
        self._name.setProperty("tone", "")
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._name.setMaximumWidth(px(220))
        self._icon = Icon("done", "good", 16)
        self._words = muted_label(" ")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(px(8))
        self._line.addWidget(self._name)
        self._line.addWidget(self._icon)
        self._line.addWidget(self._words, 1)
        self.hide()

    def hold(self, picture: "Picture") -> None:
        self._line.insertWidget(0, picture)

    def show_known(self, known: "Known") -> None:
        self._name.setText(known.name)
        self._name.setVisible(bool(known.name))
        self._words.setText(say(known.words))
        looks = ("done", "good") if known.usable else ("info", "muted") if not known.name else ("warning", "warning")
        self._icon.show_icon(*looks)

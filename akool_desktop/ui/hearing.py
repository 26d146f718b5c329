"""For whoever hears the window and does not see it: names where nothing is written, and what has happened meanwhile."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from akool_desktop.ui.language import tr


def name_list(of: QComboBox, name: str) -> None:
    """Of a list with no label beside it, once it stands where it stays.

    On Linux a list's own name is what is chosen in it, so that only a label can name it; nobody sees this one.
    """
    of.setAccessibleName(name)
    label = QLabel(name, of.parentWidget())
    label.setBuddy(of)
    label.hide()


def name_clear_button(of: QLineEdit) -> None:
    """The cross at its end is Qt's own, and says nothing."""
    clear = of.findChild(QAction, "_q_qlineeditclearaction")
    if clear:
        clear.setText(tr("Clear"))


def announce(by: QWidget, sentence: str) -> None:
    """Read aloud as soon as what is being read has ended; the cursor stays where it is."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # many names, which no first paint needs

    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(by, sentence))

"""For whoever hears the window and does not see it: names where nothing is written, and what has happened meanwhile."""

from PySide6.QtWidgets import QComboBox, QLabel, QWidget


def name_list(of: QComboBox, name: str) -> None:
    """Of a list with no label beside it, once it stands where it stays.

    On Linux a list's own name is what is chosen in it, so that only a label can name it; nobody sees this one.
    """
    of.setAccessibleName(name)
    label = QLabel(name, of.parentWidget())
    label.setBuddy(of)
    label.hide()


def announce(by: QWidget, sentence: str) -> None:
    """Read aloud as soon as what is being read has ended; the cursor stays where it is."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # many names, which no first paint needs

    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(by, sentence))

"""The program view's dialog, by keys: which background goes into the link."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog, QComboBox
from ui.driving import Program, Screen, settle

from akool_desktop.ui.sessions.program_dialog import ProgramDialog


def test_a_colour_that_is_not_chosen_leaves_the_one_before(screen: Program) -> None:
    """Who cuts out green would have the avatar on black."""
    dialog = ProgramDialog(screen.window, 0, taken=0)
    links: list[str] = []
    dialog.copy_wanted.connect(lambda colour, _fit: links.append(colour))
    dialog.open()
    shown = Screen(dialog)
    background = shown.labelled("Background")
    assert isinstance(background, QComboBox)
    for closes in ("reject", "accept"):
        background.setCurrentText("Green for keying")
        QTest.keyClick(background, Qt.Key.Key_End)
        settle()
        (asked,) = dialog.findChildren(QColorDialog)
        asked.setCurrentColor(QColor("#123456"))
        getattr(asked, closes)()
        settle()
        shown.press("Copy link")
    assert links == ["00b140", "123456"]
    dialog.reject()

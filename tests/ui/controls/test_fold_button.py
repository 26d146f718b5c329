"""A fold, as a screen reader has it; ui/test_screen_reader.py hears it on a real bus."""

from PySide6.QtGui import QAccessible, QAccessibleInterface
from ui.driving import Program, until

from akool_desktop.ui.controls.fold_button import FoldButton


def _told(fold: FoldButton) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(fold)


async def test_it_is_told_as_a_button_that_opens(program: Program) -> None:
    fold = program.folds(opened=False)[0]
    told = _told(fold)
    assert told.role() is QAccessible.Role.Button
    assert told.text(QAccessible.Text.Name) == "Advanced"
    assert told.state().expandable
    assert not told.state().expanded
    program.click(fold)
    assert told.state().expanded


async def test_a_screen_reader_can_press_it(program: Program) -> None:
    fold = program.folds(opened=False)[0]
    press = _told(fold).actionInterface()
    press.doAction(press.actionNames()[0])
    await until(lambda: fold.is_open, "for it to open")
    press.doAction(press.setFocusAction())
    assert fold.hasFocus()

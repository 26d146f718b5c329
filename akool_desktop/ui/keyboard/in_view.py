"""What the keys come to is brought into view: Qt does so only where they come from within what scrolls."""

from PySide6.QtWidgets import QScrollArea, QWidget


def bring_into_view(part: QWidget | None) -> None:
    """In everything that scrolls around it."""
    around = part
    while part and around:
        around = around.parentWidget()
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(part)


def follow_tab(window: QWidget, *, moved: bool) -> bool:
    """For the ``focusNextPrevChild`` of a window, which Tab and Shift+Tab end in: what that answered."""
    if moved:
        bring_into_view(window.focusWidget())
    return moved

"""What is made and shown frame after frame, so that nothing holds the window up for longer than one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_FRAME = 16  # milliseconds
Step = Callable[[], None]


class Frames(QTimer):
    """A step in each, as long as there are any: a session's row and its card, made and shown in one go, take several.

    So what changes within a frame is shown at once, and a request that is about to leave does not wait for it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, singleShot=True, interval=_FRAME)
        self._steps: list[Step] = []
        self.timeout.connect(self._take)

    def add(self, step: Step) -> None:
        self._steps.append(step)
        self._go_on()

    def add_once(self, step: Step) -> None:
        """Unless it is to come anyway."""
        if step not in self._steps:
            self.add(step)

    def repeat(self, step: Step) -> None:
        """Before all others."""
        self._steps.insert(0, step)
        self._go_on()

    def _go_on(self) -> None:
        if self._steps and not self.isActive():
            self.start()

    def _take(self) -> None:
        step = self._steps.pop(0)
        self._go_on()
        step()

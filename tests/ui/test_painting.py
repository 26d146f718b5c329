"""What is painted on the way from one state to the next: no frame in which words are cut off or a row jumps."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QRadioButton, QWidget
from ui.driving import AVATAR, Program

SIZES = [(1440, 900), (1024, 640), (760, 900), (720, 450)]


class Watching(QObject):
    """Tells of every widget that is painted, while it is."""

    def __init__(self) -> None:
        super().__init__()
        self.tell: Callable[[QWidget], object] = lambda widget: widget

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            self.tell(watched)
        return False


@pytest.fixture
def watching() -> Iterator[Watching]:
    application = QCoreApplication.instance()
    assert application
    watching = Watching()
    application.installEventFilter(watching)
    yield watching
    application.removeEventFilter(watching)


@pytest.mark.parametrize("size", SIZES)
async def test_no_frame_cuts_words_off(program: Program, watching: Watching, size: tuple[int, int]) -> None:
    cut: list[str] = []
    painted = 0

    def look(widget: QWidget) -> None:
        nonlocal painted
        if isinstance(widget, QLabel) and widget.wordWrap() and not widget.visibleRegion().isEmpty():
            painted += 1
            if widget.height() < widget.heightForWidth(widget.width()):
                cut.append(widget.text())

    program.window.resize(*size)
    await program.pause()
    watching.tell = look
    program.type("background_url", "nonsense")
    program.tab_out_of("background_url")
    await program.pause()
    program.click(program.create_button)
    await program.pause()
    program.load({"avatar_id": AVATAR, "room": "own", "stream_type": "trtc"})
    await program.pause()
    program.choose("stream_type", "LiveKit")
    await program.pause()
    program.load({"avatar_id": AVATAR})
    program.click(program.create_button)
    await program.created()
    await program.pause()
    assert painted > 20
    assert not cut


@pytest.mark.parametrize("size", SIZES)
async def test_a_row_that_is_clicked_does_not_jump_for_a_frame(
    program: Program, watching: Watching, size: tuple[int, int]
) -> None:
    """As a problem appears above it, and in the list below the form."""
    program.window.resize(*size)
    program.load({"avatar_id": AVATAR})
    program.type("background_url", "nonsense")
    form, row = program.form, program.row("mode_type")
    bar = form.verticalScrollBar()
    for _ in range(2):  # the first time, an empty strip at the top may go
        await program.pause()
        bar.setValue(bar.value() + row.mapTo(form, QPoint(0, 0)).y() - form.height() // 2)
    await program.pause()
    places = [row.mapTo(form, QPoint(0, 0)).y()]
    watching.tell = lambda widget: places.append(row.mapTo(form, QPoint(0, 0)).y()) if widget is form else None
    buttons = program.field("mode_type").findChildren(QRadioButton)
    retelling = next(button for button in buttons if button.text() == "Retelling")
    QTest.mousePress(retelling, Qt.MouseButton.LeftButton)
    await program.pause()
    assert program.says("This is not a whole link", program.row("background_url"))
    assert len(places) > 1
    assert set(places) == {places[0]}

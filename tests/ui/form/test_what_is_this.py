"""What is this? Every field answers, to the mouse, to the keyboard, and to a screen reader."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWhatsThis, QWidget
from ui.driving import Program, cursor, settle

from akool_desktop.session.fields import FIELDS
from akool_desktop.session.meanings import MEANINGS
from akool_desktop.ui.form.meanings import Mark

SHOWN = [field.key for field in FIELDS if not field.when and not field.advanced]


def _opened() -> list[QWidget]:
    return [widget for widget in QApplication.topLevelWidgets() if widget.inherits("QWhatsThat") and widget.isVisible()]


def _close() -> None:
    QWhatsThis.hideText()
    settle()
    assert not _opened()


@pytest.mark.parametrize("key", SHOWN)
def test_shift_f1_answers_in_every_kind_of_input(page: Program, key: str) -> None:
    page.window._form.go_to(key)
    assert page.focused() == key
    QTest.keyClick(cursor(), Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert len(_opened()) == 1
    _close()


async def test_the_palettes_command_answers_of_the_field_that_has_the_cursor(program: Program) -> None:
    program.window.activateWindow()
    program.window._form.go_to("duration")
    QTest.keyClick(program.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (search,) = program.dialog().all(QLineEdit)
    QTest.keyClicks(search, "what is this")
    QTest.keyClick(search, Qt.Key.Key_Return)
    await program.closed()
    assert len(_opened()) == 1
    (mark,) = program.row("duration").findChildren(Mark)
    assert mark.isVisible()
    _close()


def test_every_input_has_it_for_a_screen_reader(page: Program) -> None:
    for field in FIELDS:
        spoken = QAccessible.queryAccessibleInterface(page.field(field.key))
        assert spoken.text(QAccessible.Text.Help) == MEANINGS[field.key]


def test_the_mark_shows_where_the_cursor_or_the_pointer_is(page: Program) -> None:
    page.window._form.go_to("avatar_id")
    settle()
    row = page.row("avatar_id")
    (mark,) = row.findChildren(Mark)
    assert mark.isVisible()
    assert mark.accessibleName() == "What is Avatar? (Shift+F1)"
    assert mark.geometry().right() < page.field("avatar_id").mapTo(row, page.field("avatar_id").rect().topLeft()).x()
    page.tab_out_of("avatar_id")
    assert not mark.isVisible()
    _point_at(row)
    assert mark.isVisible()
    QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))
    assert not mark.isVisible()


def test_the_mark_of_a_wider_window_is_not_left_on_the_input(page: Program) -> None:
    page.window.resize(1440, 900)
    row = page.row("voice_url")
    _point_at(row)
    row.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    (mark,) = row.findChildren(Mark)
    assert mark.isVisible()
    page.window.resize(700, 600)
    settle()
    assert not mark.isVisible()


def test_the_mark_covers_no_letter_of_the_label(screen: Program) -> None:
    screen.window.resize(1440, 900)
    settle()
    for key in SHOWN:
        row, field = screen.row(key), screen.field(key)
        label = next(label for label in row.findChildren(QLabel) if label.buddy() is field)
        while label.fontMetrics().horizontalAdvance(label.text()) < label.width():  # a label as long as there is room
            label.setText(f"{label.text()}i")
        screen.bring_into_view(row)
        _point_at(row)
        (mark,) = row.findChildren(Mark)
        assert mark.x() >= label.geometry().right() - 2
        assert mark.geometry().right() < field.mapTo(row, field.rect().topLeft()).x()


def test_the_mark_opens_the_answer(page: Program) -> None:
    row = page.row("stream_type")
    page.bring_into_view(row)
    _point_at(row)
    (mark,) = row.findChildren(Mark)
    page.click(mark)
    assert len(_opened()) == 1
    _close()


def test_a_mark_is_no_stop_of_tab(page: Program) -> None:
    page.window._form.go_to("avatar_id")
    (mark,) = page.row("avatar_id").findChildren(Mark)
    assert mark.focusPolicy() == Qt.FocusPolicy.NoFocus


def _point_at(row: QWidget) -> None:
    middle = QPointF(row.rect().center())
    QApplication.sendEvent(row, QEnterEvent(middle, middle, middle))

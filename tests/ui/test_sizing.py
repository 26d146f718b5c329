"""Text of another size: at once, with nothing lost, and as if the window had been made at that size."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from ui.driving import AVATAR, Program, cursor, settle

from akool_desktop.ui.meanings import Mark
from akool_desktop.ui.sizing import resize_text
from akool_desktop.ui.theme import theme


def change(percent: int) -> None:
    resize_text(percent, lambda: theme().apply("light"))
    settle()


@pytest.fixture(autouse=True)
def _as_it_was(qapp: QApplication) -> Iterator[None]:  # noqa: ARG001
    yield
    change(100)


def places(top: QWidget) -> set[tuple[object, ...]]:
    """What shows in the window, with where it is in what it is in, and the size of its words. Not how far the page is
    scrolled, nor the mark, which comes with the mouse or the cursor.
    """
    named = [widget for widget in top.findChildren(QWidget) if type(widget) is not QWidget or widget.objectName()]
    shown = [widget for widget in named if widget.isVisible() and not isinstance(widget, Mark)]
    return {(type(widget).__name__, _said(widget), widget.geometry().getRect(), _points(widget)) for widget in shown}


def _said(widget: QWidget) -> str:
    return widget.property("text") or widget.accessibleName() or widget.objectName()


def _points(widget: QWidget) -> float:
    return round(widget.font().pointSizeF(), 2)


@pytest.mark.parametrize("size", [(1440, 900), (1024, 616)])
@pytest.mark.parametrize("percent", [200, 150, 80])
def test_a_change_while_it_runs_is_what_a_start_at_that_size_is(
    screen: Program, tmp_path: Path, size: tuple[int, int], percent: int
) -> None:
    screen.window.resize(*size)
    screen.load({"avatar_id": AVATAR})
    settle()
    for through in (80, 175, percent):
        change(through)
    fresh = Program(tmp_path / "fresh")
    fresh.window.resize(*size)
    fresh.window.show()
    fresh.load({"avatar_id": AVATAR})
    settle()
    assert screen.window.size() == fresh.window.size()
    live, made = places(screen.window), places(fresh.window)
    fresh.put_away()
    assert sorted(map(str, live - made)) == sorted(map(str, made - live))


def test_what_is_typed_and_where_the_cursor_is_stay(screen: Program) -> None:
    screen.window.resize(1440, 900)
    screen.type("knowledge_id", "half an i")
    at = cursor()
    change(200)
    QTest.keyClicks(at, "d")
    assert cursor() is at
    assert screen.form.draft["knowledge_id"] == "half an id"
    top = at.mapTo(screen.form.viewport(), at.rect().topLeft()).y()
    assert 0 <= top <= screen.form.viewport().height() - at.height()  # still in view
    screen.form.edits.undo()
    assert screen.form.draft["knowledge_id"] == "half an i"  # what was done before can be undone


@pytest.mark.parametrize("percent", [200, 80])
def test_a_change_of_theme_leaves_the_size_of_words_alone(screen: Program, percent: int) -> None:
    change(percent)
    before = places(screen.window)
    for choice in ("dark", "light"):
        theme().apply(choice)
        settle()
        assert places(screen.window) == before

"""The form's page: where its steps and rows stand, and how one gets about among them."""

from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QWidget

from akool_desktop.session import rules
from akool_desktop.session.fields import FIELDS, STEPS
from akool_desktop.ui.controls.layouts import column
from akool_desktop.ui.controls.page import Page
from akool_desktop.ui.form.rows import FieldRow
from akool_desktop.ui.form.sections import Group, Section, hairline
from akool_desktop.ui.theme import px

if TYPE_CHECKING:
    from akool_desktop.ui.form.glide import Glide
    from akool_desktop.ui.places import Shape

_WIDEST = 720
_LEAST_STEP, _LEAST_ROW = 70, 68  # pixels, without the margins and hints that some have
_NESTED = 8  # layouts, from a message in an advanced row up to the scroll area


class _Steps(Page):
    """All steps under one another, in a scroll area.

    Where something in it needs more height, it grows before its parts are laid out anew: else Qt would take the height
    from the tallest of them, and everything below that would jump until the scroll area has heard of it.
    """

    def __init__(self, content: Page, area: QScrollArea) -> None:
        super().__init__(content)
        self._area = area

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            QCoreApplication.sendEvent(self._area, QEvent(QEvent.Type.LayoutRequest))
        return super().event(event)


class FormPage(QScrollArea):
    """``step_shown`` follows the scroll. What the rows hold is another's affair."""

    step_shown = Signal(int)

    def __init__(self, height: int, parent: QWidget | None) -> None:
        """What shows of it down to that height."""
        super().__init__(parent)
        self.setObjectName("form")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(px(24))  # it gives way to what tells of money
        self._rows: dict[str, FieldRow] = {}
        self._sections: list[Section] = []
        self._labels_above = self._is_low = False
        self._below: QWidget | None = None
        self._glide: Glide | None = None  # made for the first jump
        self._lay_out(height)
        self.verticalScrollBar().valueChanged.connect(self._report_step)

    def _make_section(self, number: int) -> Section:
        def groups(advanced: bool) -> list[Group]:
            fields = [field for field in FIELDS if field.step == number and field.advanced is advanced]
            return [Group(list(same)) for _, same in groupby(fields, lambda field: field.when)]

        return Section(number, groups(False), groups(True))

    def _lay_out(self, height: int) -> None:
        """From the outside in: what is put into a whole is dressed once, and not at every step of the way."""
        self._content = Page()
        self.setWidget(self._content)
        self._page = _Steps(self._content, self)
        self._page.setMaximumWidth(px(_WIDEST))
        self._slack = QWidget(self._page)
        self._slack.setFixedHeight(0)
        self._tail = QWidget(self._page)
        self._column = column(self._page)
        self._column.addWidget(self._slack)
        self._column.addWidget(self._tail)
        self._column.addStretch()
        visible = rules.visible({})
        shown = [field.step for field in FIELDS if field.key in visible and not field.advanced]
        while len(self._sections) < len(STEPS) and height > 0:
            self._add_section()
            height -= px(_LEAST_STEP) + px(_LEAST_ROW) * shown.count(len(self._sections))
        self._outer = QHBoxLayout(self._content)
        self._outer.addWidget(self._page)
        self._outer.addStretch()
        self._outer.setStretch(0, 1000)

    def _add_section(self) -> None:
        section = self._make_section(len(self._sections) + 1)
        section.stand(low=self._is_low)
        if self._sections:
            self._insert(hairline())
        self._insert(section)
        self._sections.append(section)

    def _insert(self, part: QWidget) -> None:
        self._column.insertWidget(self._column.indexOf(self._tail), part)

    def _focused_row(self) -> FieldRow | None:
        """The row that was clicked or tabbed to."""
        return self._row_around(QApplication.focusWidget())

    def _row_at_cursor(self) -> FieldRow | None:
        """The row that has the cursor, also behind the palette."""
        return self._row_around(self.window().focusWidget())

    def _row_around(self, focused: QWidget | None) -> FieldRow | None:
        return next((row for row in self._rows.values() if focused and row.isAncestorOf(focused)), None)

    def _keep_still(self, row: FieldRow, change: Callable[[], None]) -> None:
        """Change it while the row under the pointer stays where it is.

        What no scroll position can make up for, because the page is at its top, an empty strip above does. Qt's own
        viewport is not asked for: it is not made here, and PySide would build every class of widgets to name it.
        """
        bar = self.verticalScrollBar()
        before = row.mapTo(self, row.rect().topLeft()).y()
        change()
        _lay_out_now()
        wanted = bar.value() + row.mapTo(self, row.rect().topLeft()).y() - before
        spare = max(-wanted, -self._slack.height())
        if wanted < 0 or self._slack.height():
            self._set_slack(self._slack.height() + spare)
        bar.setValue(wanted + spare)

    def _set_slack(self, height: int) -> None:
        self._slack.setFixedHeight(height)
        _lay_out_now()

    def _topmost_row(self) -> FieldRow:
        """The first that is in view: what changes below it moves nothing that is read."""
        top = self.verticalScrollBar().value()
        rows = [row for row in self._rows.values() if row.isVisible() and self._top(row) >= top]
        return rows[0] if rows else self._rows[FIELDS[0].key]

    def go_to(self, key: str) -> None:
        """Bring a field into view and put the cursor into it."""
        row = self._rows[key]
        self._bring_into_view(row)
        row.focus()

    def _bring_into_view(self, row: FieldRow) -> None:
        section = self._sections[row.field.step - 1]
        if row.field.advanced and section.advanced:
            section.advanced.show_open(True)
        _lay_out_now()
        place = self._top(row)
        top, height = self.verticalScrollBar().value(), self.contentsRect().height()
        if not top <= place <= top + height - row.height():
            self._scroll_to(place - height // 4)

    def explain(self) -> None:
        """What is this? Of the field that has the cursor; else of the first in view."""
        (self._row_at_cursor() or self._topmost_row()).explain()

    def focus_first(self) -> None:
        self.focus_on(FIELDS[0].key)

    def focus_on(self, key: str) -> None:
        self._rows[key].focus()

    def go_to_step(self, number: int) -> None:
        section = self._sections[number - 1]
        self._scroll_to(self._top(section))
        first = next((row for group in section.groups if group.shows for row in group.rows), None)
        if first:
            first.focus()

    def _scroll_to(self, place: int) -> None:
        if self._glide is None:
            from akool_desktop.ui.form.glide import Glide

            self._glide = Glide(self)
        self._glide.to(place)

    def _report_step(self, scrolled: int) -> None:
        if 0 < self._slack.height() <= scrolled:
            spare = self._slack.height()
            self._set_slack(0)
            self.verticalScrollBar().setValue(scrolled - spare)
            return
        if self._glide and self._glide.is_under_way:
            return  # the field that is jumped to says which step it is in, though it may not come to the top
        passed = [section.number for section in self._sections if self._top(section) <= scrolled + px(60)]
        self.step_shown.emit(passed[-1] if passed else 1)

    def _top(self, widget: QWidget) -> int:
        return widget.mapTo(self._content, widget.rect().topLeft()).y()

    def stand(self, shape: "Shape", below: QWidget | None, above: QWidget | None) -> None:
        """``below`` goes on under the last step, where the window has no room for it at the side; ``above`` comes
        before the first and scrolls away, where there is little height."""
        if self.isVisible():
            row = self._row_at_cursor() or self._topmost_row()
            QTimer.singleShot(0, self, lambda: self._come_to_rest(row))
        self._labels_above = not shape.columns
        self._is_low = shape.low
        for section in self._sections:
            section.stand(low=shape.low)
        if below and below is not self._below:
            self._insert(below)
            below.show()
        self._below = below
        if above and above.parentWidget() is not self._page:
            shown = not above.isHidden()
            self._column.insertWidget(0, above)
            above.setVisible(shown)
        self._fit_rows()

    def _come_to_rest(self, row: FieldRow) -> None:
        """When everything has its new place, what was in view is in view."""
        _lay_out_now()
        self._fit_rows()
        bar, top = self.verticalScrollBar(), self._top(row)
        if not bar.value() <= top <= bar.value() + self.contentsRect().height() - row.height():
            bar.setValue(top)

    def show_below(self, part: QWidget, *, asked: bool = False) -> None:
        """Scroll to what was just said below the steps, unless somebody is at one of them and has not ``asked``."""
        if self._below and self._below.isAncestorOf(part) and (asked or not self._focused_row()):
            _lay_out_now()
            self._scroll_to(self._top(part) - px(8))
            self.step_shown.emit(len(STEPS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.width() >= px(600)
        self._outer.setContentsMargins(px(32 if wide else 24), 0, px(24), 0)
        self._fit_rows()  # first: the page is made as wide as its rows need, at least
        super().resizeEvent(event)

    def _fit_rows(self) -> None:
        for row in self._rows.values():
            if row.set_label_width(self._label_width()):
                self._tell_around(row)
        last = self._sections[-1].column.totalSizeHint().height() + px(8)
        below = self._below.sizeHint().height() if self._below else 0
        self._tail.setFixedHeight(max(0, self.contentsRect().height() - last - below))

    def _tell_around(self, row: FieldRow) -> None:
        """That it needs another width: by itself a layout tells the one around it when it is seen, and not before."""
        part: QWidget | None = row
        while part and part is not self._content:
            part.updateGeometry()
            part = part.parentWidget()

    def _label_width(self) -> int | None:
        """None: it stands above its input."""
        return None if self._labels_above else px(176 if self.width() >= px(600) else 128)


def _lay_out_now() -> None:
    """Finish the layout of the page. A layout tells the one around it by an event, and so on up to the scroll area."""
    for _ in range(_NESTED):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

"""The sections of the form: a heading, rows in groups that show and hide together, and the advanced ones folded."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from akool_desktop.session.fields import STEPS, Field
from akool_desktop.ui.controls.fold_button import FoldButton
from akool_desktop.ui.controls.layouts import column
from akool_desktop.ui.controls.messages import Message
from akool_desktop.ui.controls.page import Page
from akool_desktop.ui.controls.painted import OneLine
from akool_desktop.ui.form.rows import FieldRow
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.theme import font, px
from akool_desktop.words import Words, listed


class Group(Page):
    """Rows that show and hide together, so that a switch costs one change of layout. Empty until it is filled."""

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self.fields = fields
        self.rows: list[FieldRow] = []
        self.shows = True
        self._column = column(self)

    def fill(self, rows: Sequence[FieldRow]) -> None:
        self.rows += rows
        for row in rows:
            self._column.addWidget(row)

    def show_as(self, shown: bool) -> None:
        if shown is not self.shows:
            self.shows = shown
            self.setVisible(shown)


class Advanced(Page):
    """The rows that few need. It opens by itself when one holds a value or a problem, and then stays open."""

    def __init__(self, groups: Sequence[Group]) -> None:
        super().__init__()
        self.groups = groups
        self._fields = [field for group in groups for field in group.fields]
        self.is_open = False
        self._pinned = False
        self.button = FoldButton(tr("Advanced"))
        self.button.clicked.connect(self._toggle)
        self._inside = OneLine()
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self._inside, 1)
        head.addStretch()
        self._body = Page()
        body = column(self._body)
        body.setContentsMargins(0, px(12), 0, 0)
        for group in groups:
            body.addWidget(group)
        layout = column(self)
        layout.addLayout(head)
        layout.addWidget(self._body)
        self.show_open(False)

    def show_state(self, visible: frozenset[str], needed: bool) -> None:
        fields = [field for field in self._fields if field.key in visible]
        self.setVisible(bool(fields))
        self._pinned = needed
        inside = listed([Words(field.label) for field in fields])
        self._inside.setText(say(inside) if inside else "")
        if needed and not self.is_open:
            self.show_open(True)

    def show_open(self, is_open: bool) -> None:
        self.is_open = is_open
        self._body.setVisible(is_open)
        self._inside.setVisible(not is_open)
        self.button.show_open(is_open)

    def _toggle(self) -> None:
        self.show_open(not self.is_open or self._pinned)


class Section(Page):
    """One step: its heading, its rows, its advanced rows."""

    def __init__(self, number: int, groups: Sequence[Group], advanced: Sequence[Group]) -> None:
        super().__init__()
        self.number = number
        self.groups = (*groups, *advanced)
        self.advanced = Advanced(advanced) if advanced else None
        heading = QLabel(say(Words("{number}   {step}", number=number, step=Words(STEPS[number - 1]))))
        heading.setFont(font("heading"))
        self._head = QHBoxLayout()
        self._head.setSpacing(px(16))
        self._head.addWidget(heading, 1)
        self._badges: list[Message] = []
        self._counts = (0, 0)
        self.column = layout = column(self)
        layout.addLayout(self._head)
        for group in groups:
            layout.addWidget(group)
        if self.advanced:
            layout.addWidget(self.advanced)

    def stand(self, *, low: bool) -> None:
        """Less air about the heading where the window is low."""
        self.column.setContentsMargins(0, px(8 if low else 20), 0, px(12))
        self._head.setContentsMargins(0, 0, 0, px(6 if low else 16))

    def stops(self) -> Iterator[QWidget]:
        """What Tab stops at, from the top down."""
        for group in self.groups:
            if self.advanced and group is self.advanced.groups[0]:
                yield self.advanced.button
            for row in group.rows:
                stops = (part for part in row.findChildren(QWidget) if takes_tab(part))
                yield from (part for part in stops if part.window() is row.window())  # no list that a choice opens

    def show_counts(self, problems: int, notes: int) -> None:
        """The same words as the rail's, beside the heading."""
        if (problems, notes) == self._counts:
            return
        self._counts = (problems, notes)
        for badge in self._badges:
            self._head.removeWidget(badge)
            badge.hide()
            badge.deleteLater()
        self._badges = []
        if problems:
            self._badges.append(Message("problem", "danger", say(Words("Needs you: {count}", count=problems)), "count"))
        if notes:
            self._badges.append(Message("warning", "warning", say(Words("Note: {count}", count=notes)), "count"))
        for badge in self._badges:
            self._head.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
            badge.show()  # now: by itself it would come a turn of the loop later, and move what is below


def order_tabs(sections: Sequence["Section"]) -> None:
    """Tab goes through the steps as one reads them, whichever rows were made first."""
    for before, after in pairwise(stop for section in sections for stop in section.stops()):
        QWidget.setTabOrder(before, after)


def takes_tab(part: QWidget) -> bool:
    """Tab stops at it, and not at what it is part of: not at the field within a spin box."""
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and not part.focusProxy()


def hairline() -> QFrame:
    line = QFrame()
    line.setObjectName("hairline")
    line.setFixedHeight(1)
    return line

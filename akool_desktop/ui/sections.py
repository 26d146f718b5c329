"""The sections of the form: a heading, rows in groups that show and hide together, and the advanced ones folded."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from akool_desktop.session.fields import STEPS
from akool_desktop.ui.icons import IconButton
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.painted import OneLine
from akool_desktop.ui.rows import FieldRow, Message
from akool_desktop.ui.theme import font, px
from akool_desktop.words import Words


class Group(QWidget):
    """Rows that show and hide together, so that a switch costs one change of layout."""

    def __init__(self, rows: Sequence[FieldRow]) -> None:
        super().__init__()
        self.rows = rows
        layout = column(self)
        for row in rows:
            layout.addWidget(row)


class Advanced(QWidget):
    """The rows that few need. It opens by itself when one holds a value or a problem, and then stays open."""

    def __init__(self, groups: Sequence[Group]) -> None:
        super().__init__()
        self.groups = groups
        self._open = False
        self._pinned = False
        self._button = IconButton("chevron-right", tr("Advanced"), kind="fold")
        self._button.clicked.connect(self._toggle)
        self._inside = OneLine()
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self._inside, 1)
        head.addStretch()
        self._body = QWidget()
        body = column(self._body)
        body.setContentsMargins(0, px(12), 0, 0)
        for group in groups:
            body.addWidget(group)
        layout = column(self)
        layout.addLayout(head)
        layout.addWidget(self._body)
        self._body.hide()

    def show_state(self, visible: frozenset[str], needed: bool) -> None:
        fields = [row.field for group in self.groups for row in group.rows if row.field.key in visible]
        self.setVisible(bool(fields))
        self._pinned = needed
        self._inside.setText(", ".join(tr(field.label) for field in fields))
        self.show_open(self._open or needed)

    def show_open(self, is_open: bool) -> None:
        self._open = is_open
        self._body.setVisible(is_open)
        self._inside.setVisible(not is_open)
        self._button.show_icon("chevron-down" if is_open else "chevron-right")
        self._button.setAccessibleDescription(tr("open") if is_open else tr("closed"))

    def _toggle(self) -> None:
        self.show_open(not self._open or self._pinned)


class Section(QWidget):
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
        layout = column(self)
        layout.setContentsMargins(0, px(20), 0, px(12))
        layout.addLayout(self._head)
        layout.addSpacing(px(16))
        for group in groups:
            layout.addWidget(group)
        if self.advanced:
            layout.addWidget(self.advanced)

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
            self._badges.append(Message("problem", "danger", say(Words("Needs you: {count}", count=problems))))
        if notes:
            self._badges.append(Message("warning", "warning", say(Words("Note: {count}", count=notes))))
        for badge in self._badges:
            self._head.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
            badge.show()  # now: by itself it would come a turn of the loop later, and move what is below


def hairline() -> QFrame:
    line = QFrame()
    line.setObjectName("hairline")
    line.setFixedHeight(1)
    return line


def column(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout

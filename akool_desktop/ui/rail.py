"""The rail: where the operator is, what is done and what still needs them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from akool_desktop.session import rules, summary
from akool_desktop.session.fields import BY_KEY, STEPS
from akool_desktop.session.rules import Draft, Finding
from akool_desktop.ui.controls.icons import icon, paint_icon, placed
from akool_desktop.ui.controls.menus import begin_at_first
from akool_desktop.ui.controls.painted import ring
from akool_desktop.ui.keyboard.mnemonics import ARE_THERE, prefer
from akool_desktop.ui.language import say, tr, words_of
from akool_desktop.ui.masking import masked
from akool_desktop.ui.theme import colour, font, px, set_state
from akool_desktop.words import Words


@dataclass(frozen=True)
class StepState:
    """What the rail says of a step: an icon, its colour, and the words."""

    icon: str
    tone: str
    words: str


class RailStep(QAbstractButton):
    """A step's number and name, and below them how it stands."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setText(say(Words("{number} {step}", number=number, step=Words(STEPS[number - 1]))))
        prefer(self, str(number))
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.state = StepState("todo", "muted", "")

    def show_state(self, state: StepState) -> None:
        if state != self.state:
            self.state = state
            self.setAccessibleDescription(state.words)
            self.setToolTip(f"{self.text()}\n{state.words}")
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(52))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        box = placed(QRectF(px(4), 0, self.width() - px(4), self.height()), whole)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_tint" if self.isChecked() else "sunken"))
            painter.drawRoundedRect(box, px(6), px(6))
        if self.isChecked():
            painter.setBrush(colour("accent"))
            bar = QRectF(px(4), px(8), px(3), self.height() - px(16))
            painter.drawRoundedRect(placed(bar, whole), px(1), px(1))
        if self.hasFocus():
            ring(painter, box, colour("accent"), px(6))
        two = self.height() >= px(44)  # lines; where the window is too low for them, the name alone
        top = px(6) if two else (self.height() - px(22)) / 2
        sign = placed(QRectF(px(12), top + px(1), px(20), px(20)), whole)
        paint_icon(painter, self.state.icon, sign, colour(self.state.tone))
        number, name = self.text().split(" ", 1)
        painter.setPen(colour("text"))
        painter.setFont(font("step"))
        left, right = px(44), self.width() - px(8)
        place = placed(QRectF(left, top, right - left, px(22)), whole)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, f"{number}  {name}")
        if two:
            self._paint_words(painter, placed(QRectF(left, px(27), right - left, px(18)), whole))

    def _paint_words(self, painter: QPainter, place: QRectF) -> None:
        urgent = self.state.tone in ("danger", "warning")
        painter.setPen(colour(self.state.tone if urgent else "muted"))
        painter.setFont(font("count" if self.state.tone == "danger" else "caption"))
        words, room = masked(self.state.words), int(place.width())
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, fitting)


class _StepLine(QPushButton):
    """All of the rail in one line: the current step, how it stands, and the others in its menu."""

    def __init__(self, steps: Sequence[RailStep]) -> None:
        super().__init__()
        self.setProperty("kind", "line")
        prefer(self, "J")
        self._steps = steps
        self._state = steps[0].state
        self._menu = begin_at_first(QMenu(self))
        self._menu.aboutToShow.connect(self._list_steps)
        self.setMenu(self._menu)

    def show_current(self, step: RailStep) -> None:
        number = self._steps.index(step) + 1
        name = Words("Step {number} of {count}: {step}", number=number, count=len(STEPS), step=Words(STEPS[number - 1]))
        self.setText(say(name))
        self.setAccessibleDescription(step.state.words)
        self.setToolTip(step.state.words)
        self._state = step.state
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""  # with a sign for its menu, a button has no air before its words
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        whole = QRectF(self.rect())
        sign = QRectF(px(10), (self.height() - px(18)) / 2, px(18), px(18))
        paint_icon(painter, self._state.icon, placed(sign, whole), colour(self._state.tone))
        painter.setPen(colour("text"))
        left, right = px(36), self.width() - px(32)
        place = placed(QRectF(left, 0, right - left, self.height()), whole)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def sizeHint(self) -> QSize:
        return QSize(px(36) + self.fontMetrics().horizontalAdvance(self.text()) + px(34), px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _list_steps(self) -> None:
        self._menu.clear()
        for step in self._steps:
            words = Words("{step} · {state}", step=words_of(step.text()), state=words_of(masked(step.state.words)))
            entry = self._menu.addAction(icon(step.state.icon, colour(step.state.tone), px(16)), say(words))
            entry.triggered.connect(step.click)


class Rail(QWidget):
    """Seven steps; ``chosen`` carries the number of the one to jump to."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._caption = QLabel(tr("Steps"))
        self._caption.setFont(font("strong"))
        self._head = QHBoxLayout()
        self._head.addWidget(self._caption)
        self._steps = [self._make_step(number) for number in range(1, len(STEPS) + 1)]
        self._line = _StepLine(self._steps)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(px(2))
        self._first = QHBoxLayout()
        self._first.setSpacing(px(8))
        self._first.addWidget(self._line, 1)
        self._layout.addLayout(self._first)
        self._layout.addLayout(self._head)
        for step in self._steps:
            self._layout.addWidget(step)
        self._layout.addStretch()
        self._line.hide()
        self._line_keys = [
            QShortcut(QKeySequence(f"Alt+{number}"), self._line, step.click)
            for number, step in enumerate(self._steps, 1)
            if ARE_THERE
        ]
        for keys in self._line_keys:
            keys.setAutoRepeat(False)
        self.show_current(1)
        self.stand(as_column=True)

    def stand(self, *, as_column: bool) -> None:
        """Or as one line above the form, where Alt and a number goes to a step as it does where each has a button."""
        for keys in self._line_keys:
            keys.setEnabled(not as_column)
        self._layout.setContentsMargins(*map(px, (8, 12, 12, 12) if as_column else (14, 3, 14, 4)))
        self._head.setContentsMargins(*map(px, (12, 6, 0, 6) if as_column else (0, 0, 0, 0)))  # level with others
        parts = [self._caption, *self._steps]
        for part in (*parts, self._line) if as_column else (self._line, *parts):
            part.setVisible((part is not self._line) is as_column)
        set_state(self, "shape", "column" if as_column else "line")

    def hold_toast(self, toast: QWidget) -> None:
        """Beside the line, which gives way to it: so it covers nothing."""
        self._first.addWidget(toast)

    def _make_step(self, number: int) -> RailStep:
        step = RailStep(number)
        step.clicked.connect(lambda: self.chosen.emit(number))
        return step

    def show_current(self, number: int) -> None:
        """It is the one that Tab stops at, as of all choices of which one is chosen."""
        self._steps[number - 1].setChecked(True)
        for step in self._steps:
            step.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if step.isChecked() else Qt.FocusPolicy.ClickFocus
            )
        self._show_line()

    def _show_line(self) -> None:
        self._line.show_current(next(step for step in self._steps if step.isChecked()))

    def show_draft(
        self, draft: Draft, names: summary.Names, shown: Sequence[Finding], notes: Sequence[Finding]
    ) -> None:
        """How each step stands. ``shown`` are the problems that may show already."""
        problems = rules.problems(draft)
        for number, step in enumerate(self._steps, start=1):
            red, still_open, amber = (_count(found, number) for found in (shown, problems, notes))
            step.show_state(_state(red, still_open, amber, summary.gist(draft, number, names)))
        self._show_line()


def _count(findings: Sequence[Finding], step: int) -> int:
    return sum(BY_KEY[finding.key].step == step for finding in findings)


def _state(red: int, still_open: int, amber: int, gist: Words) -> StepState:
    if red:
        return StepState("problem", "danger", say(Words("Needs you: {count}", count=red)))
    if still_open:
        return StepState("todo", "muted", tr("To do"))
    if amber:
        return StepState("warning", "warning", say(Words("Note: {count}", count=amber)))
    return StepState("done", "good", say(Words("Done: {what}", what=gist)))

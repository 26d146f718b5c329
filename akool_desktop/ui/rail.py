"""The rail: where the operator is, what is done and what still needs them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout, QWidget

from akool_desktop.session import rules, summary
from akool_desktop.session.fields import BY_KEY, STEPS
from akool_desktop.session.rules import Draft, Finding
from akool_desktop.ui.icons import paint_icon, placed
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.masking import masked
from akool_desktop.ui.mnemonics import prefer
from akool_desktop.ui.painted import ring
from akool_desktop.ui.theme import colour, font, px
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
        self._state = StepState("todo", "muted", "")

    def show_state(self, state: StepState) -> None:
        if state != self._state:
            self._state = state
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
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_tint"))
            painter.drawRoundedRect(box, px(6), px(6))
            painter.setBrush(colour("accent"))
            bar = QRectF(0, px(8), px(3), self.height() - px(16))
            painter.drawRoundedRect(placed(bar, whole), px(1), px(1))
        if self.hasFocus():
            ring(painter, box, colour("accent"), px(6))
        sign = placed(QRectF(px(12), px(9), px(18), px(18)), whole)
        paint_icon(painter, self._state.icon, sign, colour(self._state.tone))
        number, name = self.text().split(" ", 1)
        painter.setPen(colour("text"))
        painter.setFont(font("step"))
        left, right = px(42), self.width() - px(8)
        place = placed(QRectF(left, px(6), right - left, px(22)), whole)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, f"{number}  {name}")
        self._paint_words(painter, placed(QRectF(left, px(27), right - left, px(18)), whole))

    def _paint_words(self, painter: QPainter, place: QRectF) -> None:
        urgent = self._state.tone in ("danger", "warning")
        painter.setPen(colour(self._state.tone if urgent else "muted"))
        words_font = font("caption")
        words_font.setBold(self._state.tone == "danger")
        painter.setFont(words_font)
        words, room = masked(self._state.words), int(place.width())
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, fitting)


class Rail(QWidget):
    """Seven steps; ``chosen`` carries the number of the one to jump to."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        caption = QLabel(tr("Steps"))
        caption.setFont(font("strong"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(8), px(12), px(12), px(12))
        layout.setSpacing(px(2))
        caption.setContentsMargins(px(12), px(6), 0, px(6))  # level with the other columns
        layout.addWidget(caption)
        self._steps = [self._make_step(number) for number in range(1, len(STEPS) + 1)]
        for step in self._steps:
            layout.addWidget(step)
        layout.addStretch()
        self.show_current(1)

    def _make_step(self, number: int) -> RailStep:
        step = RailStep(number)
        step.clicked.connect(lambda: self.chosen.emit(number))
        return step

    def show_current(self, number: int) -> None:
        self._steps[number - 1].setChecked(True)

    def show_draft(
        self, draft: Draft, names: summary.Names, shown: Sequence[Finding], notes: Sequence[Finding]
    ) -> None:
        """How each step stands. ``shown`` are the problems that may show already."""
        problems = rules.problems(draft)
        for number, step in enumerate(self._steps, start=1):
            red, still_open, amber = (_count(found, number) for found in (shown, problems, notes))
            step.show_state(_state(red, still_open, amber, summary.gist(draft, number, names)))


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

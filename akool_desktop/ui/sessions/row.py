"""One session in the strip: its state in words, what is left of it, and what can be done with it."""

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from akool_desktop.desk.clock import Clock
from akool_desktop.store.entry import Entry, State
from akool_desktop.ui.controls.icons import BusyArc, Icon, IconButton
from akool_desktop.ui.controls.messages import muted_label
from akool_desktop.ui.controls.painted import OneLine
from akool_desktop.ui.controls.tooltips import plain
from akool_desktop.ui.hearing import announce
from akool_desktop.ui.keyboard.mnemonics import prefer
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.places import Shape
from akool_desktop.ui.sessions.countdown import Countdown
from akool_desktop.ui.sessions.looks import (
    Look,
    clause,
    facts_of,
    held_of,
    look_of,
    name_of,
    offered,
    stream_said,
)
from akool_desktop.ui.theme import font, px, set_state
from akool_desktop.words import Words, marked

ROW = 56  # pixels, its height where there is room
_NAME = 100  # pixels of a name, from which one can tell whose a row is
_UNREAD = marked("Its state could not be read")
_LETTERS = "DGRYBOI"  # of a row's buttons: none is that of another row's other button
_DOWN, _ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight


class EndButton(IconButton):
    """Deaf to the mouse for a moment after ``moved``: the press may be meant for what was there before."""

    def __init__(self, moved: QElapsedTimer) -> None:
        super().__init__("stop", tr("End session"), token="danger", kind="danger")
        self._moved = moved

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._moved.isValid() or self._moved.elapsed() >= QApplication.doubleClickInterval():
            super().mousePressEvent(event)


class SessionRow(QFrame):
    """One session. What is wanted of it carries the number of its row; ``moved`` is when rows came or went last."""

    end_wanted = Signal(int)
    details_wanted = Signal(int)
    stage_wanted = Signal(int)
    find_wanted = Signal(int)
    run_wanted = Signal(int)
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget, row: int, moved: QElapsedTimer) -> None:
        super().__init__(parent)  # where it stays: what is put into another whole is dressed once more
        self.setProperty("box", "row")
        self.setFixedHeight(px(ROW))
        self._narrow = self._bare = False
        self._shown: tuple[object, ...] = ()
        self._icon, self._busy = Icon("queue", "accent"), BusyArc()
        self._state = QLabel()
        self._state.setFont(font("strong"))
        self._name = OneLine()
        self._name.setFont(font("strong"))
        self._name.setProperty("tone", "")
        self._name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._name.setMinimumHeight(1)  # where it stands under a state of two lines, it gives way
        self._facts = OneLine()
        self._countdown = Countdown()
        self._held = muted_label(" ")
        self._held.setWordWrap(False)
        self._held.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._held.setMinimumWidth(px(92))  # so that what is left stands below each other in most rows
        self._details = IconButton("info", tr("Details"))
        self._stage = IconButton("stage", tr("Open Stage"))
        self._end = EndButton(moved)
        self._again = IconButton("again", tr("Try again"))
        self._find = IconButton("search", tr("Find it"))
        self._run = IconButton("again", tr("Run again"), kind="quiet")
        self._cancel = IconButton("clear", tr("Cancel"))
        self._cancel.clicked.connect(self.cancel_wanted)
        self.buttons = (self._details, self._find, self._run, self._again, self._cancel, self._stage, self._end)
        for button, signal in (
            (self._details, self.details_wanted), (self._stage, self.stage_wanted), (self._end, self.end_wanted),
            (self._again, self.end_wanted), (self._find, self.find_wanted), (self._run, self.run_wanted),
        ):  # fmt: skip
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(row))
        for button, letter in zip(self.buttons, _LETTERS, strict=True):
            prefer(button, letter)
        self._lay_out()

    def _lay_out(self) -> None:
        state = QWidget(self)
        state.setMinimumWidth(px(228))
        state.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        left = QHBoxLayout(state)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(px(10))
        for widget in (self._icon, self._busy):
            left.addWidget(widget)
        self._named = QVBoxLayout()
        self._named.setSpacing(0)
        self._named.addWidget(self._state)
        left.addLayout(self._named, 1)
        self._state_box = state
        self._first = first = QHBoxLayout()
        second = QHBoxLayout()
        for part in (state, self._name, self._facts, self._countdown, self._held):
            first.addWidget(part, 1 if part is self._facts else 0)
        second.addStretch()
        for button in self.buttons:
            second.addWidget(button)
        self._lines = QBoxLayout(_ACROSS, self)
        self._lines.addLayout(first, 1)
        self._lines.addLayout(second)
        for line in (first, second, self._lines):
            line.setSpacing(px(10))
        self._lines.setContentsMargins(px(16), 0, px(16), 0)

    def show_entry(self, entry: Entry, clock: Clock, *, unanswered: str | None) -> None:
        """``unanswered``: why its state could not be read, if it could not."""
        look, facts = look_of(entry, clock), facts_of(entry, clock)
        if unanswered is not None and not entry.state.over:
            why = clause(unanswered)
            facts = " · ".join((tr(_UNREAD), facts if why in facts else f"{why} · {facts}"))
        shown = (entry, tr(look.words), facts, unanswered, self._narrow, self._bare)
        if shown != self._shown:  # all rows are asked whenever one changes
            self._shown = shown
            self._show(entry, look, facts, unanswered=unanswered is not None)
        self.show_time(entry, clock, look)

    def _show(self, entry: Entry, look: Look, facts: str, *, unanswered: bool) -> None:
        told = say(Words("{who}: {state}", who=name_of(entry), state=Words(look.words)))
        busy = look.icon == "busy"
        self._icon.setVisible(not busy)
        self._busy.setVisible(busy)
        if busy:
            self._busy.show_token(look.tone)
        else:
            self._icon.show_icon(look.icon, look.tone)
        if self._state.text() not in ("", tr(look.words)):
            announce(self, told)
        self._state.setText(tr(look.words))
        self.setAccessibleName(told)
        set_state(self._state, "tone", look.tone)
        self._widen_state()
        set_state(self, "tint", look.tint)
        self._name.setText(name_of(entry))
        held = held_of(entry) if not entry.state.over else ""
        brief = tr(_UNREAD) if unanswered else stream_said(entry.stream_type) or facts.split(" · ")[0]
        self._facts.setText(brief if self._narrow and not entry.state.over else facts)
        whole = " · ".join(part for part in (facts, held) if part)
        self.setToolTip(plain(f"{name_of(entry)}\n{whole}"))  # of all of it: in a wide font the facts have no room
        self._held.setText(held)
        self._held.setVisible(bool(held) and not self._narrow)
        self._countdown.setVisible(_counts(entry))
        self._show_buttons(entry, told, unanswered=unanswered)
        if self.isVisible():
            self._fit()

    def _fit(self) -> None:
        """What is held gives way to the buttons, and to whose the row is: its words are in the tooltip too."""
        self._held.setVisible(bool(self._held.text()) and not self._narrow)
        name = 0 if self._bare else min(self._name.sizeHint().width(), px(_NAME))
        if self._lines.minimumSize().width() + name > self.width():
            self._held.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_buttons(self, entry: Entry, told: str, *, unanswered: bool) -> None:
        """The cursor stays in the row: the next press of a key is meant for this session."""
        offers = offered(entry)
        stage = "Open Stage" in offers  # which opens the details too
        shown = {
            self._details: "Details" in offers and not (self._narrow and unanswered and stage),
            self._find: "Find it" in offers,
            self._run: "Run again" in offers,
            self._again: "Try again" in offers,
            self._cancel: "Cancel" in offers,
            self._stage: stage,
            self._end: "End session" in offers,
        }
        staying = next((button for button in self.buttons if shown[button]), None)
        if staying and any(button.hasFocus() and not shows for button, shows in shown.items()):
            staying.show()
            staying.setFocus(Qt.FocusReason.OtherFocusReason)
        for button, shows in shown.items():
            button.setVisible(shows)
            button.setAccessibleDescription(told)

    def show_time(self, entry: Entry, clock: Clock, look: Look) -> None:
        if _counts(entry):
            self._countdown.show_left(clock.left(entry), entry.length, clock.run(entry), look.tone)

    def _widen_state(self) -> None:
        """Alike in all rows, as long as its words have room in it."""
        self._named.invalidate()  # a layout within another hears of new words a turn of the loop later
        least = max(px(110 if self._narrow else 228), self._state_box.sizeHint().width())
        self._state_box.setMinimumWidth(0 if self._bare else least)

    def stand(self, shape: Shape) -> None:
        """Two lines where one has no room; where two would leave none for the form, one with the most needful, the
        name under the state.
        """
        two, self._narrow, self._bare = not shape.columns and not shape.low, not shape.roomy, shape.low
        self._lines.setDirection(_DOWN if two else _ACROSS)
        self._lines.setSpacing(px(0 if two else 10))
        self._lines.setContentsMargins(px(16), px(4 if two else 0), px(16), px(10 if two else 0))
        self.setFixedHeight(row_height(shape))
        set_state(self, "shape", "" if shape.columns else "line")
        self._state.setWordWrap(self._bare)
        across = QSizePolicy.Policy.Expanding if self._bare else QSizePolicy.Policy.Fixed
        self._state_box.setSizePolicy(across, QSizePolicy.Policy.Preferred)
        self._countdown.stand(aside=not self._bare, narrow=self._narrow)
        if self._bare:
            self._named.addWidget(self._name)
        else:
            self._first.insertWidget(1, self._name)
        self._widen_state()
        self._details.show_words(two)  # beside the others its words would take the account's place
        self._stage.show_words(not self._bare)
        self._facts.setVisible(not self._bare)
        self._fit()


def _counts(entry: Entry) -> bool:
    return entry.state in (State.WAITING, State.LIVE)


def row_height(shape: Shape) -> int:
    return px(ROW if shape.columns else 44 if shape.low else 92)

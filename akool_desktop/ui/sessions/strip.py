"""The strip at the bottom: every session that may cost money, and how to end it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from akool_desktop.desk.catalogue import moment
from akool_desktop.desk.sessions import SessionDesk
from akool_desktop.desk.statuses import is_rehearsal
from akool_desktop.store.entry import Entry, State
from akool_desktop.ui.controls.fold_button import FoldButton
from akool_desktop.ui.controls.icons import IconButton, placed
from akool_desktop.ui.controls.layouts import column
from akool_desktop.ui.controls.messages import muted_label
from akool_desktop.ui.keyboard.commands import Command
from akool_desktop.ui.keyboard.mnemonics import prefer
from akool_desktop.ui.language import say, time_of_day, tr
from akool_desktop.ui.places import Shape
from akool_desktop.ui.sessions.looks import look_of, name_of, offered
from akool_desktop.ui.sessions.row import ROW, SessionRow, row_height
from akool_desktop.ui.sessions.strip_keys import StripKeys
from akool_desktop.ui.theme import colour, font, px, set_state
from akool_desktop.words import Words, marked

_LINE = 3
_IN_VIEW = 3
_DOWN, _ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
_NOTHING = marked("No session is open. Nothing is being spent.")
_UNREAD = marked("No session was started here. Akool's list could not be read: what others started is not seen.")
_OTHERS = marked(
    "None is open here, but Akool's list names {n} that run on this account ({when}) and cost. End all sessions shows "
    "them."
)
_OTHER = marked(
    "None is open here, but Akool's list names 1 that runs on this account ({when}) and costs. End all sessions shows "
    "it."
)


class Strip(QWidget):
    """``Sessions``: has no colour until a session is open."""

    end_wanted = Signal(int)
    details_wanted = Signal(int)
    stage_wanted = Signal(int)
    find_wanted = Signal(int)
    run_wanted = Signal(int)
    cancel_wanted = Signal()
    end_all_wanted = Signal()
    compact_wanted = Signal()

    def __init__(self, desk: SessionDesk) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._desk = desk
        self._rows: dict[int, SessionRow] = {}
        self._line = ""
        self._shape = self._row_shape = Shape(roomy=True, columns=True, low=False)
        self._shown, self._folds, self._others = 0, False, False
        self._moved = QElapsedTimer()  # since a row came or went
        self._caption = QLabel(tr("Sessions"))
        self._caption.setFont(font("strong"))
        self._fold = FoldButton(tr("Sessions"))
        self._fold.clicked.connect(self._turn_fold)
        self._count = muted_label(" ")
        self._count.setMinimumWidth(px(66))  # what stands beside it moves for no number
        self._end_all_button = QPushButton(tr("End all sessions"))
        self._end_all_button.clicked.connect(self.end_all_wanted)
        prefer(self._end_all_button, "E")
        self._compact_button = IconButton("window", tr("Compact strip"), words=False, kind="bare")
        self._compact_button.clicked.connect(self.compact_wanted)
        prefer(self._compact_button, "W")
        place = self._compact_button.sizePolicy()
        place.setRetainSizeWhenHidden(True)  # End all sessions stays where it is
        self._compact_button.setSizePolicy(place)
        self._nothing = muted_label(tr(_NOTHING))
        self._list = QWidget()
        self._list.setAccessibleName(tr("Sessions"))
        self._column = column(self._list)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._list)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._keys = StripKeys(self._scroll, self._buttons)
        self._lay_out()

    def _lay_out(self) -> None:
        self._words = QBoxLayout(_DOWN)
        self._words.addStretch(1)
        self._words.addWidget(self._caption)
        self._words.addWidget(self._fold)
        self._words.addWidget(self._count)
        self._words.addStretch(1)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(px(20), 0, px(12), 0)  # below the other headings
        head.setSpacing(px(6))
        head.addLayout(self._words, 1)
        head.addWidget(self._compact_button)
        head.addWidget(self._end_all_button)
        right = QVBoxLayout()
        right.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(px(16), 0, px(16), 0)
        line.addWidget(self._nothing)
        right.addLayout(line, 1)
        right.addWidget(self._scroll)
        self._lines = QBoxLayout(_ACROSS, self)
        self._lines.setContentsMargins(0, px(_LINE), 0, 0)
        self._lines.setSpacing(0)
        self._lines.addWidget(self._head)
        self._lines.addLayout(right, 1)
        self.refresh()

    def stand(self, shape: Shape) -> None:
        """The small window: rows lose only what is found elsewhere. Without columns, the heading is above the rows."""
        self._shape = shape
        self._lines.setDirection(shape.direction)
        self._lines.setAlignment(self._head, Qt.AlignmentFlag.AlignTop if shape.columns else Qt.AlignmentFlag(0))
        self._stand_rows(len(self._rows), anew=True)
        self.refresh()

    def _stand_rows(self, count: int, *, anew: bool = False) -> None:
        """Without columns one row has two lines, of several each has one: they would leave the form no room."""
        crowd = not self._shape.columns and count > 1
        shape = self._shape._replace(low=self._shape.low or crowd)
        if anew or shape != self._row_shape:
            self._row_shape = shape
            for row in self._rows.values():
                row.stand(shape)

    def make_row(self) -> bool:
        """Make the row of one entry that has none yet, out of view: with the showing in one go it would hold up what
        else the window does. Whether there was one.
        """
        entry = next((entry for row, entry in self._desk.entries.items() if row not in self._rows), None)
        if entry:
            self._row_of(entry)
        return entry is not None

    def _row_of(self, entry: Entry) -> SessionRow:
        if entry.row not in self._rows:
            self._rows[entry.row] = self._made(entry.row)
        shown = self._rows[entry.row]
        shown.show_entry(entry, self._desk.clock, unanswered=self._desk.unanswered.get(entry.row))
        return shown

    def _made(self, row: int) -> SessionRow:
        made = SessionRow(self._list, row, self._moved)
        made.end_wanted.connect(self.end_wanted)
        made.details_wanted.connect(self.details_wanted)
        made.stage_wanted.connect(self.stage_wanted)
        made.find_wanted.connect(self.find_wanted)
        made.run_wanted.connect(self.run_wanted)
        made.cancel_wanted.connect(self.cancel_wanted)
        made.stand(self._row_shape)
        return made

    def refresh(self) -> None:
        """Show what the desk has: open rows first, newest on top, then what has ended lately."""
        entries = self._entries()
        before = self._keys.place()
        for row in [row for row in self._rows if row not in self._desk.entries]:
            gone = self._rows.pop(row)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._stand_rows(len(entries))
        moved = False
        for place, entry in enumerate(entries):
            shown = self._row_of(entry)
            if self._column.indexOf(shown) != place:
                self._column.insertWidget(place, shown)
                moved = True
            shown.show()  # now: by itself it would come a turn of the loop later, and all be laid out and painted twice
        if moved:
            self._keys.order_tabs()
            after = self._keys.place()
            if before is not None and after is not None and before != after:
                self._keys.stay(before, over=entries[after].state.over)
        self._show_head(len(self._desk.open), len(entries))
        self._show_line()

    def _entries(self) -> list[Entry]:
        return sorted(self._desk.entries.values(), key=lambda entry: (entry.state.over, -entry.row))

    def commands(self) -> list[Command]:
        """What the rows offer, from anywhere in the window. Of two with one name it is said when each was created."""
        wanted = {
            "Details": self.details_wanted, "Find it": self.find_wanted, "Run again": self.run_wanted,
            "Try again": self.end_wanted, "Open Stage": self.stage_wanted, "End session": self.end_wanted,
        }  # fmt: skip
        entries = self._entries()
        names = Counter(map(name_of, entries))
        return [
            Command(Words("{act}: {who}", act=Words(act), who=_told_apart(entry, names)),
                    self.cancel_wanted.emit if act == "Cancel" else partial(wanted[act].emit, entry.row))
            for entry in entries for act in offered(entry)
        ]  # fmt: skip

    def _buttons(self) -> list[Sequence[IconButton]]:
        items = (self._column.itemAt(place) for place in range(self._column.count()))
        rows = (item.widget() for item in items if item)
        return [row.buttons for row in rows if isinstance(row, SessionRow)]

    def enter(self) -> None:
        """The cursor comes to the first session, or to what there is."""
        if self._folds and not self._fold.is_open:
            self._turn_fold()
        if not self._keys.enter():
            self._end_all_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _turn_fold(self) -> None:
        self._fold.show_open(not self._fold.is_open)
        self.refresh()

    def show_others(self, others: int | None) -> None:
        """How many Akool lists that are not in view here; None where its list could not be read: without it, nobody can
        say that nothing runs."""
        template = _UNREAD if others is None else {0: _NOTHING, 1: _OTHER}.get(others, _OTHERS)
        words = say(Words(template, n=others, when=moment(datetime.now())))
        self._nothing.setText(words)
        set_state(self._nothing, "tone", "warning" if others else "muted")
        self._count.setToolTip("" if others == 0 else words)
        self._others = bool(others)
        self._give_height(self._shown, len(self._desk.open))

    def _show_head(self, still_open: int, shown: int) -> None:
        self._compact_button.setVisible(still_open > 0)
        self._nothing.setVisible(shown == 0)
        if shown != self._shown:
            self._shown = shown
            self._moved.start()
        self._give_height(shown, still_open)

    def _give_height(self, shown: int, still_open: int) -> None:
        """Beside its heading, or below: then it is no higher than it must be, and where nothing is open, one line."""
        shape, row = self._shape, row_height(self._row_shape)
        self._head.setVisible(shape.columns or (still_open > 1 if shape.low else shown > 0 or self._others))
        self._head.setFixedHeight(px(ROW if shape.columns else 40))
        self._words.setDirection(_DOWN if shape.columns else _ACROSS)
        for place in (0, 4):  # air above and below the words; beside them they need it for themselves
            self._words.setStretch(place, int(shape.columns))
        self._words.setStretch(self._words.indexOf(self._count), int(not shape.columns))
        self._count.setWordWrap(shape.columns)
        self._words.setSpacing(0 if shape.columns else px(8))
        self._nothing.setMinimumHeight(0 if shape.columns else px(32))
        self._folds = shape.flat and still_open > 1
        self._fold.setVisible(self._folds)
        self._caption.setVisible(not self._folds)
        self._scroll.setVisible(shown > 0 and (not self._folds or self._fold.is_open))
        in_view = _IN_VIEW if shape.columns else 1 if shape.low and not self._folds else 2
        if not shape.roomy:  # what has ended takes little from the form
            in_view = min(in_view, max(still_open, 1) + 1)
        self._scroll.setFixedHeight(row * min(max(shown, 1), in_view))
        self.setMinimumHeight(px(ROW) + px(_LINE) if shape.columns else 0)

    def tick(self) -> None:
        """A second has passed: only what counts is touched."""
        clock = self._desk.clock
        for entry in self._desk.open:
            if entry.state is State.LIVE and entry.row in self._rows:
                self._rows[entry.row].show_entry(entry, clock, unanswered=self._desk.unanswered.get(entry.row))
        self._show_line()

    def _show_line(self) -> None:
        """The line over the strip is the only thing that glows, and only while money may run. What makes it amber is
        said at the heading: its row may be folded or scrolled away.
        """
        looks = [(look_of(entry, self._desk.clock), entry) for entry in self._desk.open]
        tints = {look.tint for look, _ in looks}
        paid = any(not is_rehearsal(entry) for _, entry in looks)
        line = "warning" if "warning" in tints else "live" if paid else "accent" if looks else ""
        warns = next((look.words for look, _ in looks if look.tint == "warning"), "") if self._folds else ""
        opened = Words("{count} open", count=len(looks)) if looks else Words("none open")
        self._count.setText(say(Words("{open}: {state}", open=opened, state=Words(warns)) if warns else opened))
        if line != self._line:
            self._line = line
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface"))
        if self._line:
            painter.fillRect(0, 0, self.width(), px(_LINE), colour(self._line))
        else:
            painter.fillRect(0, 0, self.width(), 1, colour("line"))
        if self._shape.columns:
            edge = placed(QRectF(self._head.width(), px(_LINE), 1, self.height()), QRectF(self.rect()))
            painter.fillRect(edge, colour("line"))


def _told_apart(entry: Entry, names: Mapping[str, int]) -> str | Words:
    name = name_of(entry)
    if names[name] == 1:
        return name
    return Words("{who}, created at {time}", who=name, time=time_of_day(entry.created_at, seconds=True))

"""The small window for the person at the venue: how it stands, how long it lasts, End. Nothing else can be touched."""


from PySide6.QtCore import QElapsedTimer, QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from akool_desktop.desk.sessions import SessionDesk
from akool_desktop.store.entry import Entry, State
from akool_desktop.ui.controls.icons import Icon, IconButton
from akool_desktop.ui.controls.painted import OneLine
from akool_desktop.ui.controls.tooltips import plain
from akool_desktop.ui.keyboard.keys import press_focused
from akool_desktop.ui.language import say, time_of_day, tr
from akool_desktop.ui.places import room_for
from akool_desktop.ui.sessions.countdown import Countdown
from akool_desktop.ui.sessions.looks import account_of, is_on_air, look_of, name_of, ran
from akool_desktop.ui.sessions.row import EndButton
from akool_desktop.ui.theme import colour, font, px, set_state
from akool_desktop.words import Words

_URGENT = (State.NOT_CONFIRMED, State.UNKNOWN, State.LIVE, State.ENDING, State.WAITING, State.CREATING)


class CompactStrip(QWidget):
    """Always on top; shows the session that needs an eye first. ``back_wanted`` brings the window back."""

    end_wanted = Signal(int)
    find_wanted = Signal(int)
    back_wanted = Signal()

    def __init__(self, desk: SessionDesk) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self.setWindowTitle("Akool Desktop")
        self.setFixedSize(px(520), px(72))
        self._desk = desk
        self._row = 0
        self._tone, self._tint = "accent", ""
        self._icon = Icon("queue", "accent", 24)
        self._state = QLabel()
        self._state.setFont(font("state"))
        self._facts = OneLine()
        self._countdown = Countdown("title")
        self._changed = QElapsedTimer()  # since it shows what it shows
        self._end = EndButton(self._changed)
        self._again = IconButton("again", tr("Try again"))
        self._find = IconButton("search", tr("Find it"))
        self._back = IconButton("window", tr("Back to the window"), words=False, kind="bare")
        for button in (self._end, self._again):
            button.clicked.connect(lambda: self.end_wanted.emit(self._row))
        self._find.clicked.connect(lambda: self.find_wanted.emit(self._row))
        self._back.clicked.connect(self.back_wanted)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch()
        texts.addWidget(self._state)
        texts.addWidget(self._facts)
        texts.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(22), 0, px(12), 0)
        layout.setSpacing(px(12))
        layout.addWidget(self._icon)
        layout.addLayout(texts, 1)
        layout.addWidget(self._countdown)
        for button in (self._end, self._again, self._find, self._back):
            layout.addWidget(button)

    def refresh(self) -> None:
        entry = self._first()
        if entry is None:
            return
        if entry.row != self._row:
            self._changed.start()
        look = look_of(entry, self._desk.clock)
        self._row, self._tone, self._tint = entry.row, look.tone, look.tint
        self._icon.show_icon(look.icon, look.tone)
        self._state.setText(tr(look.words))
        set_state(self._state, "tone", look.tone)
        more = len(self._desk.open) - 1
        aside = say(account_of(entry.account))
        if entry.state is State.NOT_CONFIRMED and entry.end_asked_at:
            aside = say(Words("asked to end at {time}", time=time_of_day(entry.end_asked_at)))
        elif entry.state.over:
            aside = ran(entry, self._desk.clock)
        parts = [name_of(entry), say(Words("{count} more", count=more)) if more > 0 else "", aside]
        self._facts.setText(" · ".join(part for part in parts if part))
        self._facts.setToolTip(plain(self._facts.text()))
        self._end.setVisible(is_on_air(entry))
        self._again.setVisible(bool(entry.session_id) and entry.state is State.NOT_CONFIRMED)
        self._find.setVisible(entry.state is State.UNKNOWN and not entry.session_id)
        counts = entry.state in (State.WAITING, State.LIVE)
        self._countdown.setVisible(counts)
        if counts:
            clock = self._desk.clock
            self._countdown.show_left(clock.left(entry), entry.length, clock.run(entry), look.tone)
        self._widen()
        self.update()

    def _widen(self) -> None:
        """In a wide font the words that tell of money still need their room; it is at the left.

        On a small screen what it is of gives way to them.
        """
        layout = self.layout()
        assert layout
        layout.invalidate()
        wanted = min(max(px(520), layout.sizeHint().width()), room_for(self).width())
        more = max(wanted, layout.minimumSize().width()) - self.width()
        self.setFixedHeight(px(72))
        if more:
            self.setFixedWidth(self.width() + more)
            if self.isVisible():
                self.move(max(self.screen().availableGeometry().left(), self.x() - more), self.y())

    def _first(self) -> Entry | None:
        """The open session that needs an eye most: what ends soon among them; once all are over, the one that was
        shown."""
        ranked = sorted(self._desk.open, key=self._urgency)
        return ranked[0] if ranked else self._desk.entries.get(self._row)

    def _urgency(self, entry: Entry) -> tuple[bool, int, int]:
        return look_of(entry, self._desk.clock).tint != "warning", _URGENT.index(entry.state), -entry.row

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(f"{self._tint}_tint" if self._tint else "raised"))
        painter.fillRect(QRectF(0, 0, px(5), self.height()), colour(self._tone))

    def showEvent(self, event: QShowEvent) -> None:
        """The cursor starts where a slip of the keyboard ends no session."""
        super().showEvent(event)
        self._changed.start()
        self._back.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.back_wanted.emit()

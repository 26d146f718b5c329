"""The way out of the program: with sessions open it is asked what shall become of them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication, QWidget

from akool_desktop.desk.clock import Clock
from akool_desktop.desk.sessions import SessionDesk
from akool_desktop.desk.statuses import can_run, is_rehearsal
from akool_desktop.store.entry import Entry, State
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.sessions.looks import minutes
from akool_desktop.ui.sessions.questions import QuestionOfSessions
from akool_desktop.ui.sessions.staying_on import StayingOn
from akool_desktop.ui.tasks import Tasks
from akool_desktop.words import Words, marked


class Leaving(QObject):
    """``left``: the program may close. ``end_wanted`` carries the row of a session that is to end before, and
    ``cancel_wanted`` is for the one that is being created. ``forward_wanted``: somebody is asked who may be looking
    elsewhere."""

    left = Signal()
    forward_wanted = Signal()
    cancel_wanted = Signal()
    end_wanted = Signal(int)

    def __init__(self, window: QWidget, sessions: SessionDesk, tasks: Tasks) -> None:
        super().__init__(window)
        self._window, self._sessions, self._tasks = window, sessions, tasks
        self._question: LeavingQuestion | None = None
        self._quits = False
        self._staying_on = StayingOn(tasks)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.commitDataRequest.connect(self._hear_log_out)

    def _hear_log_out(self, manager: QSessionManager) -> None:
        """The computer is about to log out or to shut down: not before it is answered what becomes of what costs."""
        if not _is_practice(self._sessions.open) and manager.allowsInteraction():
            manager.cancel()
            self.forward_wanted.emit()
            self.ask()

    def stay_on(self) -> None:
        """While something runs that costs. What nobody has settled for hours keeps no computer awake."""
        now = self._sessions.clock.wall()
        paid = (entry for entry in self._sessions.open if not is_rehearsal(entry))
        self._staying_on.follow(may_cost=any(can_run(entry, now) for entry in paid))

    def ask(self) -> None:
        """Close the program, or first ask what shall become of open sessions."""
        if not self._sessions.open:
            self.left.emit()
        elif self._question is None:
            sessions = self._sessions
            remembered = sessions.is_remembered
            self._question = LeavingQuestion(self._window, sessions.open, sessions.clock, remembered=remembered)
            self._question.end_wanted.connect(self._end_and_quit)
            self._question.leave_wanted.connect(self.left)
            self._question.finished.connect(self._stay)
            self._question.open()

    def _stay(self) -> None:
        self._question, self._quits = None, False

    def _end_and_quit(self) -> None:
        self._quits = True
        if self._tasks.runs("create"):
            self.cancel_wanted.emit()
        for entry in self._sessions.open:
            if entry.session_id:
                self.end_wanted.emit(entry.row)
        self.follow()

    def follow(self) -> None:
        """Sessions, or the work on them, have gone on: once the end is asked for, close when all is over, and say so
        when something is not confirmed.
        """
        if self._question is None:
            return
        if not self._quits:
            self._question.show_states(self._sessions.entries)
        elif any(self._tasks.runs(name) for name in ("create", *(f"end {row}" for row in self._sessions.entries))):
            self._question.show_ending(self._sessions.open)
        elif self._sessions.open:
            self._question.show_not_ended(self._sessions.open)
        else:
            self._quits = False
            self.left.emit()

    def put_away(self) -> None:
        self._staying_on.follow(may_cost=False)


class LeavingQuestion(QuestionOfSessions):
    """End and quit, Leave running, Stay. While it ends them it shows how far it is, and still lets go.

    Enter stays: who closes the window by a slip, and answers by habit, neither ends a show nor leaves it unwatched.
    """

    end_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, parent: QWidget, entries: Sequence[Entry], clock: Clock, *, remembered: bool) -> None:
        super().__init__(parent, "", "")
        self._remembered = remembered
        self._clock = clock
        self._stay_button = self.add_button(tr("Stay"))
        self._leave_button = self.add_button(tr("Leave running"))
        self._end_button = self.add_button(tr("End and quit"), "primary")
        self._stay_button.clicked.connect(self.reject)
        self._leave_button.clicked.connect(self.leave_wanted)
        self._end_button.clicked.connect(self.end_wanted)
        self._stay_button.setFocus()
        self._rows: list[int] = []
        self._ask_about(entries)

    def _ask_about(self, entries: Sequence[Entry]) -> None:
        count = len(entries)
        title = tr("1 session is open") if count == 1 else say(Words("{n} sessions are open", n=count))
        self._say(title, "\n".join(map(say, _costs(entries, self._clock, remembered=self._remembered))))
        self._leave_button.setHidden(_is_practice(entries))  # it cannot run on
        self._rows = [entry.row for entry in entries]
        self._show_entries(entries, self._clock)

    def _say(self, title: str, sentence: str) -> None:
        self.setWindowTitle(title)
        self._heading.setText(title)
        self._sentence.setText(sentence)

    def show_states(self, entries: Mapping[int, Entry]) -> None:
        """Nothing has been answered yet, and they go on; another program may have started one more."""
        asked = [entries[row] for row in self._rows if row in entries]
        if more := [entry for entry in entries.values() if not entry.state.over and entry.row not in self._rows]:
            self._ask_about([entry for entry in asked if not entry.state.over] + more)
        else:
            self._show_entries(asked, self._clock)
        self._fit_later()

    def show_ending(self, entries: Sequence[Entry]) -> None:
        """The ends have been asked for; this is how they stand."""
        self._show_entries(entries, self._clock)
        self._say(tr("Ending…"), tr("The program closes by itself as soon as Akool has confirmed every end."))
        self._end_button.setEnabled(False)
        self._leave_button.setText(tr("Quit anyway"))
        self._leave_button.show()

    def show_not_ended(self, entries: Sequence[Entry]) -> None:
        """Some ends are not confirmed, or cannot be asked for: nobody knows what to end."""
        self._show_entries(entries, self._clock)
        named = sum(bool(entry.session_id) for entry in entries)
        if named:
            self._say(tr("Not confirmed: may still cost"), tr(
                "Akool has not confirmed this end. Try again, or look at it with Stay." if named == 1 else
                "Akool has not confirmed these ends. Try again, or look at them with Stay."
            ))  # fmt: skip
            self._end_button.setText(tr("Try again"))
            self._end_button.setEnabled(True)
        else:
            self._say(tr("Unknown: may still cost"), tr(
                "Whether Akool started this is not known, so it cannot be ended from here. Stay, and find it."
                if len(entries) == 1 else
                "Whether Akool started these is not known, so they cannot be ended from here. Stay, and find them."
            ))  # fmt: skip
            self._end_button.setEnabled(False)
            self._stay_button.setFocus()
        self._fit_later()


def _is_practice(entries: Sequence[Entry]) -> bool:
    return all(is_rehearsal(entry) for entry in entries)


def _costs(entries: Sequence[Entry], clock: Clock, *, remembered: bool) -> list[Words]:
    """What each of the three answers costs."""
    if _is_practice(entries):
        return [Words("This is practice: it ends with the program, and nothing is spent.")]
    creating = any(entry.state is State.CREATING for entry in entries)
    one = len(entries) == 1
    return [
        Words(
            "End and quit: it costs until Akool confirms the end; the unused part of what it holds comes back."
            if one else
            "End and quit: they cost until Akool confirms the end; the unused part of what they hold comes back."
        ),
        Words(_left_running(one=one, remembered=remembered), time=_time_left(entries, clock)),
        Words(
            "Stay: it costs as it does now, until you end it or its booked time is over." if one else
            "Stay: they cost as they do now, until you end them or their booked time is over."
        ),
        *([Words("What is still being created is taken back whenever you quit.")] if creating else []),
    ]  # fmt: skip


def _left_running(*, one: bool, remembered: bool) -> str:
    if remembered:
        return marked(
            "Leave running: it costs {time}; the next start shows it again." if one else
            "Leave running: they cost {time}; the next start shows them again."
        )  # fmt: skip
    return marked(
        "Leave running: it costs {time}. The disk takes nothing, so the next start may not show it." if one else
        "Leave running: they cost {time}. The disk takes nothing, so the next start may not show them."
    )  # fmt: skip


def _time_left(entries: Sequence[Entry], clock: Clock) -> Words:
    one = len(entries) == 1
    lefts = [left for entry in entries if (left := _at_most(entry, clock)) is not None]
    if len(lefts) < len(entries):
        return Words(
            "until Akool ends it, which may be long: its booked length is not known" if one else
            "until Akool ends them, which may be long: not every booked length is known"
        )  # fmt: skip
    return Words(
        "until its booked time is over, {left} from now at most" if one else
        "until their booked time is over, {left} from now at most", left=minutes(max(lefts))
    )  # fmt: skip


def _at_most(entry: Entry, clock: Clock) -> int | None:
    """A clock that was set is no comfort: then all of the booked length may be left."""
    left = clock.surely_left(entry)
    return entry.length if left is None else left

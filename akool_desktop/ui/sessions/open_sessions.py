"""What is done with sessions once they are asked for: followed, warned about, ended."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from akool_desktop.akool.models import Session
from akool_desktop.desk.accounts import PRACTICE, AccountDesk
from akool_desktop.desk.reasons import surprise_in
from akool_desktop.desk.sessions import SessionDesk
from akool_desktop.desk.statuses import is_rehearsal
from akool_desktop.desk.strays import Strays
from akool_desktop.desk.watch import Watch
from akool_desktop.store.accounts import Account
from akool_desktop.store.entry import Entry, State
from akool_desktop.ui.cards import card_of, leading_to, sentence_of
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.notify import Notifier
from akool_desktop.ui.places import place_by
from akool_desktop.ui.sessions.cards import SessionCards
from akool_desktop.ui.sessions.compact import CompactStrip
from akool_desktop.ui.sessions.finding import Finding
from akool_desktop.ui.sessions.frames import Frames
from akool_desktop.ui.sessions.leaving import Leaving
from akool_desktop.ui.sessions.looks import name_of
from akool_desktop.ui.sessions.questions import EndAllQuestion
from akool_desktop.ui.sessions.stages import Stages
from akool_desktop.ui.sessions.strip import Strip
from akool_desktop.ui.sessions.warnings import Warnings
from akool_desktop.ui.tasks import Tasks
from akool_desktop.words import Card, Words

_BALANCE_HOLDS = 5 * 60 * 1000  # milliseconds until it is read anew: the next session is measured against it


class OpenSessions(QObject):
    """The strip, its compact form, the cards of what was created, and the questions about money.

    ``failed`` carries a Card, ``run_wanted`` the request of a past session, ``said`` a sentence that needs no answer,
    ``warned`` one of what comes up, ``balance_old`` that others may have changed it since, ``may_cost`` that something
    is open that may cost: nothing may stand in front of it.
    """

    failed = Signal(Card)
    run_wanted = Signal(object)
    said = Signal(str)
    warned = Signal(str)
    balance_old = Signal()
    came_forward = Signal()
    may_cost = Signal()

    def __init__(
        self,
        window: QWidget,
        accounts: AccountDesk,
        sessions: SessionDesk,
        strays: Strays,
        tasks: Tasks,
        copy: Callable[[str, str], None],
        place_of_cards: QWidget,
    ) -> None:
        super().__init__(window)
        self._window, self._accounts, self._sessions = window, accounts, sessions
        self._strays, self._tasks = strays, tasks
        self._notifier = Notifier(window, tasks)
        self._warnings = Warnings(sessions.clock, self._notifier, self.warned.emit)
        self._states: dict[int, State] = {}
        self.stages = Stages(window, sessions, accounts.vault, tasks)
        self.strip = Strip(sessions)
        self._compact: CompactStrip | None = None  # made when it is wanted first; it stays where it was put
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)
        self._balance = QTimer(self, interval=_BALANCE_HOLDS)
        self._balance.timeout.connect(self.balance_old)
        self._balance.timeout.connect(lambda: self.read_list(accounts.chosen))
        self.frames = Frames(self)
        sessions.changed = lambda: self.frames.add_once(self._refresh_in_frames)
        self.cards = SessionCards(window, place_of_cards, sessions, self.stages, tasks, self.frames, copy)
        self.finding, self.leaving = Finding(window, sessions, strays, tasks), Leaving(window, sessions, tasks)
        self._connect()

    def _connect(self) -> None:
        self.strip.end_wanted.connect(self._end)
        self.strip.find_wanted.connect(self.finding.find)
        self.finding.end_wanted.connect(self._end)
        self.finding.failed.connect(self._fail)
        self.leaving.end_wanted.connect(self._end)
        self.leaving.forward_wanted.connect(self._come_forward)
        self.strip.details_wanted.connect(self.cards.show)
        self.strip.stage_wanted.connect(self.cards.open_stage)
        self.cards.said.connect(self.said)
        self.cards.failed.connect(self._fail)
        self.stages.said.connect(self.said)
        self.stages.failed.connect(self._fail)
        self.strip.run_wanted.connect(self._run_again)
        self.strip.end_all_wanted.connect(self.ask_end_all)
        self.strip.compact_wanted.connect(self.show_compact)

    # following

    def begin(self) -> None:
        """Take up what an earlier run has left, and follow everything from now on."""
        watch = Watch(self._sessions)
        watch.forward = self._come_forward
        self._tasks.start("recover", self._strays.recover, self._show_recovered, self._fail)
        self._tasks.start("watch", watch.run, lambda _: None, self._fail)
        self._second.start()
        self._balance.start()

    def _show_recovered(self, entries: Sequence[Entry]) -> None:
        """A practice session costs nothing, and is gone with the run that it was of."""
        if paid := [entry for entry in entries if not is_rehearsal(entry)]:
            self.failed.emit(_from_before(len(paid)))
        self.finding.look_for_unknown()

    def read_list(self, account: Account) -> None:
        """What runs in practice, and is not in view here any more, costs nothing."""
        costs = account.id != PRACTICE.id
        self._tasks.restart(
            "read session list",
            lambda: self._strays.read_list(account),
            lambda others: self.strip.show_others(others if costs else 0),
            lambda _: self.strip.show_others(None if costs else 0),
        )

    def follow_new(self, entry: Entry) -> None:
        """A session was created here: show its card, keep its credentials, measure what is held."""
        self.cards.show(entry.row)
        self.cards.keep(entry)
        self._measure(entry)
        self.read_list(self._accounts.chosen)

    def _measure(self, entry: Entry) -> None:
        self._tasks.restart(
            f"measure {entry.row}",
            lambda: self._sessions.measure(entry),
            lambda _: None,
            lambda _: self.balance_old.emit(),
        )

    def _refresh_in_frames(self) -> None:
        if self.strip.make_row():
            self.frames.repeat(self._refresh_in_frames)
        else:
            self._refresh()

    def _refresh(self) -> None:
        self.strip.refresh()
        if self._compact and self._compact.isVisible():
            self._compact.refresh()
        self.leaving.follow()
        if not all(map(is_rehearsal, self._sessions.open)):
            self.may_cost.emit()
        self._states = {row: state for row, state in self._states.items() if row in self._sessions.entries}
        for entry in self._sessions.entries.values():
            was = self._states.get(entry.row)
            self._states[entry.row] = entry.state
            if was is not None and was is not entry.state and entry.state.over and entry.session_id:
                self._measure(entry)
                self._tell_surprise(entry)
        self.cards.refresh()
        self.stages.follow()
        if self._sessions.unwritten:
            self.failed.emit(self._sessions.unwritten.card)
            self._sessions.unwritten = None

    def _tell_surprise(self, entry: Entry) -> None:
        if card := surprise_in(entry, name_of(entry)):
            self.failed.emit(card)
            self._notifier.notify(say(card.title), say(card.happened))

    def say_anew(self) -> None:
        """What is said of the sessions as they stand, in the language of now."""
        self._refresh()
        self.stages.say_anew()

    def _tick(self) -> None:
        self.strip.tick()
        if self._compact and self._compact.isVisible():
            self._compact.refresh()
        self._warnings.give(self._sessions.open)
        self.leaving.stay_on()

    def _run_again(self, row: int) -> None:
        entry = self._sessions.entries.get(row)
        if entry:  # else it is over, and out of view since
            self.run_wanted.emit(entry.sent)

    # ending

    def _end(self, row: int) -> None:
        entry = self._sessions.entries.get(row)
        if entry:  # else it is over, and out of view since
            self._tasks.start(f"end {row}", lambda: self._sessions.end(entry), lambda _: self._follow_end(), self._fail)

    def _follow_end(self) -> None:
        """What kept ends from being asked for is said once for all that it kept, when none is on its way any more."""
        self.leaving.follow()
        if any(self._tasks.runs(f"end {row}") for row in self._sessions.entries):
            return
        said: list[Card] = []
        for row, card in self._sessions.hindered.items():
            entry = self._sessions.entries.get(row)
            card = leading_to(card, entry.account_id if entry else "")
            if card not in said:
                said.append(card)
                self.failed.emit(card)
        self._sessions.hindered.clear()

    def ask_end_all(self) -> None:
        """Rehearsals end along with what costs, and stand in the way of none of it."""
        account = self._account_of_strip()
        here = [entry for entry in self._sessions.open if entry.account_id == account.id or is_rehearsal(entry)]
        ours = [entry for entry in here if entry.session_id]
        unknown = [entry for entry in here if entry.state is State.UNKNOWN and not entry.session_id]
        known = {entry.session_id: entry for entry in self._sessions.open}
        question = EndAllQuestion(self._window, account.name, ours, unknown, self._sessions.clock, known)
        question.end_wanted.connect(lambda: self._end_all(account, ours, question.others))
        question.finished.connect(lambda _: self._tasks.cancel("list for end all"))
        question.open()
        self._tasks.restart(
            "list for end all",
            lambda: self._strays.others(account),
            question.show_others,
            lambda error: question.show_failed(sentence_of(error)),
        )

    def _account_of_strip(self) -> Account:
        """The account of what is open and may cost, where that is one account; else the chosen one."""
        ids = {entry.account_id for entry in self._sessions.open if not is_rehearsal(entry)}
        found = [account for account in self._accounts.accounts if account.id in ids]
        return found[0] if len(found) == 1 else self._accounts.chosen

    def _end_all(self, account: Account, ours: Sequence[Entry], others: Sequence[Session]) -> None:
        """Ours need nothing more; what others have started gets its rows first."""

        def end(entries: Sequence[Entry]) -> None:
            for entry in entries:
                self._end(entry.row)

        end(ours)
        self._tasks.start("adopt", lambda: self._strays.adopt(account, others), end, self._fail)

    # windows

    def _make_compact(self) -> CompactStrip:
        compact = CompactStrip(self._sessions)
        compact.end_wanted.connect(self._end)
        compact.find_wanted.connect(self.finding.find)
        compact.back_wanted.connect(self._show_window)
        self._window.destroyed.connect(compact.deleteLater)  # it is nobody's child, or it would hide with the window
        return compact

    def show_compact(self) -> None:
        if not self._sessions.open:
            self.said.emit(tr("None is open here."))
            return
        self._compact = self._compact or self._make_compact()
        self._compact.refresh()
        place_by(self._compact, self._window.window())
        self._compact.show()
        self._window.window().hide()

    def _show_window(self) -> None:
        window = self._window.window()
        if self._compact:
            place_by(window, self._compact)
        window.show()
        if self._compact:
            self._compact.hide()

    def _come_forward(self) -> None:
        self._show_window()
        window = self._window.window()
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
        window.raise_()
        window.activateWindow()
        self.came_forward.emit()

    def put_away(self) -> None:
        self._sessions.changed = lambda: None
        self.leaving.put_away()
        self._notifier.close()
        for timer in (self._second, self._balance, self.frames):
            timer.stop()
        if self._compact:
            self._compact.hide()

    def _fail(self, error: Exception) -> None:
        self.failed.emit(card_of(error))


def _from_before(count: int) -> Card:
    if count == 1:
        return Card(
            Words("1 session from before may be running"),
            Words("The program was closed or stopped while it was open. Akool is being asked how it stands."),
            Words("It may, until it ends or its booked time is over."),
            Words("End it in the strip below if nobody needs it."),
        )
    return Card(
        Words("{count} sessions from before may be running", count=count),
        Words("The program was closed or stopped while they were open. Akool is being asked how they stand."),
        Words("They may, until they end or their booked time is over."),
        Words("End them in the strip below if nobody needs them."),
    )

"""A create whose answer never came: which of the running sessions it is, if any, is for the operator to say."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from akool_desktop.akool.models import Session
from akool_desktop.desk.sessions import SessionDesk
from akool_desktop.desk.statuses import can_run
from akool_desktop.desk.strays import Strays
from akool_desktop.store.entry import Entry, State
from akool_desktop.ui.cards import sentence_of
from akool_desktop.ui.sessions.questions import FindQuestion
from akool_desktop.ui.tasks import Tasks


class Finding(QObject):
    """``end_wanted`` carries the row of what was found and is to be ended, ``failed`` an exception."""

    end_wanted = Signal(int)
    failed = Signal(object)

    def __init__(self, window: QWidget, sessions: SessionDesk, strays: Strays, tasks: Tasks) -> None:
        super().__init__(window)
        self._window, self._sessions, self._strays, self._tasks = window, sessions, strays, tasks
        self._asked: set[int] = set()  # rows, in this run
        self._finds = False

    def look_for_unknown(self) -> None:
        """Look for every session whose answer never came, and show the operator what there is: one after another, and
        each once. Whoever has decided to decide later finds it in the strip.
        """
        for entry in self._sessions.open:
            if entry.state is State.UNKNOWN and not entry.session_id and entry.row not in self._asked:
                self.find(entry.row)
                return

    def find(self, row: int) -> None:
        entry = self._sessions.entries.get(row)
        if self._finds or entry is None:  # it is over, and out of view since
            return
        self._finds = True
        self._asked.add(row)
        question = FindQuestion(self._window, entry)
        question.taken.connect(lambda session: self._take(entry, session))
        question.end_wanted.connect(lambda session: self._take(entry, session, ends=True))
        question.given_up.connect(lambda: self._give_up(entry))
        question.again_wanted.connect(lambda: self._look(entry, question))
        question.finished.connect(lambda _: self._stop(row))
        question.open()
        self._look(entry, question)

    def _stop(self, row: int) -> None:
        self._finds = False
        self._tasks.cancel(f"find {row}")
        self.look_for_unknown()

    def _look(self, entry: Entry, question: FindQuestion) -> None:
        async def look() -> tuple[list[Session], bool]:
            return await self._strays.look_for(entry), await self._strays.is_payer(entry)

        question.show_looking()
        self._tasks.start(
            f"find {entry.row}",
            look,
            lambda answer: question.show_found(answer[0], is_payer=answer[1]),
            lambda error: question.show_failed(
                sentence_of(error), is_over=not can_run(entry, self._sessions.clock.wall())
            ),
        )

    def _take(self, entry: Entry, session: Session, *, ends: bool = False) -> None:
        def go_on(taken: Entry) -> None:
            if ends:
                self.end_wanted.emit(taken.row)

        self._tasks.start(f"take {entry.row}", lambda: self._strays.take(entry, session), go_on, self.failed.emit)

    def _give_up(self, entry: Entry) -> None:
        self._tasks.start(f"take {entry.row}", lambda: self._strays.give_up(entry), lambda _: None, self.failed.emit)

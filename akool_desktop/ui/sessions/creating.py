"""Create session: pressed, taken back, and what comes of it. One wish, one session."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from PySide6.QtWidgets import QApplication

from akool_desktop.akool.errors import Unclear
from akool_desktop.desk.accounts import AccountDesk
from akool_desktop.desk.sessions import Order, SessionDesk
from akool_desktop.session import rules
from akool_desktop.store.entry import Entry
from akool_desktop.ui.form.form import Form
from akool_desktop.ui.side.column import Side
from akool_desktop.ui.tasks import Tasks


class Creating(QObject):
    """``created`` carries the session's row, ``failed`` why there is none; ``over`` comes before either.

    ``names`` tells whom the form names now, and ``preset`` which preset it shows.
    """

    created = Signal(Entry)
    failed = Signal(Exception)
    over = Signal()

    def __init__(
        self,
        form: Form,
        side: Side,
        accounts: AccountDesk,
        sessions: SessionDesk,
        tasks: Tasks,
        names: Callable[[rules.Draft], dict[str, str]],
        preset: Callable[[], str],
    ) -> None:
        super().__init__(side)
        self._form, self._side, self._tasks = form, side, tasks
        self._accounts, self._sessions = accounts, sessions
        self._names, self._preset = names, preset
        self.pressed = QElapsedTimer()
        side.create_pressed.connect(self.create)
        side.cancel_pressed.connect(self.cancel)

    def create(self) -> None:
        """A second press that follows at once is the end of a double click."""
        follows = self.pressed.isValid() and self.pressed.elapsed() < QApplication.doubleClickInterval()
        if follows or self._tasks.runs("create"):
            return
        problems = rules.problems(self._form.draft)
        if problems:
            self._form.touch_all()
            self._form.go_to(problems[0].key)
            return
        account, order = self._accounts.chosen, self._order()
        self.pressed.start()
        self._side.show_working(True)
        self._tasks.start("create", lambda: self._sessions.create(account, order), self._show_created, self._fail)

    def _order(self) -> Order:
        body = rules.payload(self._form.draft)
        who = self._names(self._form.draft).get("avatar_id", str(body["avatar_id"]))
        return Order(body, rules.without_secrets(body), who, self._preset())

    def cancel(self) -> None:
        self._side.show_cancelling()
        self._sessions.cancel()

    def _show_created(self, entry: Entry) -> None:
        self._finish()
        self.created.emit(entry)

    def _fail(self, error: Exception) -> None:
        self._finish()
        if not isinstance(error, Unclear):
            self.pressed.invalidate()  # nothing was bought, so the next press is a wish of its own
        self.failed.emit(error)

    def _finish(self) -> None:
        self._side.show_working(False)
        self.over.emit()

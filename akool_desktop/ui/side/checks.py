"""Check: its button, its work, and whether what it found still holds."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from akool_desktop.desk.accounts import AccountDesk
from akool_desktop.desk.check_lines import Line
from akool_desktop.desk.checks import CheckDesk
from akool_desktop.desk.sessions import SessionDesk
from akool_desktop.session.fields import BY_KEY, Value
from akool_desktop.session.rules import Draft, value
from akool_desktop.store.accounts import Account
from akool_desktop.ui.cards import card_of
from akool_desktop.ui.controls.icons import IconButton
from akool_desktop.ui.keyboard.mnemonics import prefer
from akool_desktop.ui.language import tr
from akool_desktop.ui.side.check_results import CheckResults
from akool_desktop.ui.tasks import Tasks
from akool_desktop.words import Card, Words

_CHANGED = Words("before your last change")
_AGED = Words("before a token expired")


class Checks(QObject):
    """Keeps the last result, which is that of one account and one draft, until there is another.

    ``wanted``: the button was pressed; ``begun``: it runs. ``changed`` follows when there is another result, or it has
    aged.
    """

    wanted = Signal()
    begun = Signal()
    went_to = Signal(str)
    changed = Signal()
    failed = Signal(Card)

    def __init__(self, accounts: AccountDesk, sessions: SessionDesk, tasks: Tasks) -> None:
        super().__init__()
        self._desk, self._tasks = CheckDesk(accounts, sessions), tasks
        self._draft: Mapping[str, Value] = {}
        self._checked: Mapping[str, Value] | None = None
        self._aged = False
        self.button = IconButton("check", tr("Check"), kind="tall")
        self.button.setToolTip(tr("Asks all that can be asked for free. Nothing is spent."))
        self.button.clicked.connect(self.wanted)
        prefer(self.button, "K")
        self.results = CheckResults()
        self.results.went_to.connect(self.went_to)
        self.results.ask_wanted.connect(self._ask)

    @property
    def there(self) -> bool:
        return self._checked is not None

    @property
    def fresh(self) -> bool:
        """Whether the result is that of the form as it stands."""
        return self._checked == self._draft and not self._aged

    def start(self, account: Account, draft: Draft) -> None:
        """While it runs, another press is the end of a double click."""
        if self._tasks.runs("check"):
            return
        self._tasks.cancel("ask elevenlabs")  # it was asked of the draft before
        self._checked = self._draft = _fields_of(draft)
        self._aged = False
        self.results.begin()
        self.begun.emit()
        self.changed.emit()
        show = self.results.show_line
        self._tasks.start("check", lambda: self._desk.check(account, draft, show), lambda _: self._finish(), self._fail)

    def forget(self) -> None:
        """Another account: nothing is known of it."""
        self._tasks.cancel("check")
        self._tasks.cancel("ask elevenlabs")
        self._checked = None
        self.changed.emit()

    def show_draft(self, draft: Draft) -> None:
        """The form has changed, perhaps back to what was checked."""
        self._draft = _fields_of(draft)
        changed = self._checked != self._draft
        why = _CHANGED if changed else _AGED if self._aged else None
        self.results.show_stale(why)

    def age(self) -> None:
        """A token is no longer what it was when it was checked."""
        self._aged = True

    def _finish(self) -> None:
        self.results.finish()
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self.forget()
        self.failed.emit(card_of(error))

    def _ask(self, line: Line) -> None:
        draft, show = self._draft, self.results.show_line
        self._tasks.start("ask elevenlabs", lambda: self._desk.ask_elevenlabs(line, draft), show, self._fail)


def _fields_of(draft: Draft) -> Mapping[str, Value]:
    """What the operator has set, however it got there, and without what is known of it."""
    return {key: value(draft, key) for key in BY_KEY}

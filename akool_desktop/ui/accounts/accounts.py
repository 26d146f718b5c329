"""The accounts in the window: which is chosen, what it has left, and the dialog in which one is added or changed."""

from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from akool_desktop.akool.errors import NotSent, Redirected, Unclear
from akool_desktop.akool.faults import Reason
from akool_desktop.desk.accounts import PRACTICE, AccountDesk, AccountError
from akool_desktop.desk.preset_files import Opened
from akool_desktop.desk.sessions import SessionDesk
from akool_desktop.session.pasted import Key
from akool_desktop.store.accounts import RESERVED_NAMES, Account
from akool_desktop.ui.cards import card_of
from akool_desktop.ui.language import amount, say, tr
from akool_desktop.ui.masking import masking
from akool_desktop.ui.tasks import Tasks
from akool_desktop.ui.topbar import TopBar
from akool_desktop.words import Words

if TYPE_CHECKING:
    from akool_desktop.ui.accounts.dialog import AccountDialog
    from akool_desktop.ui.accounts.doors import Doors

_AGAIN = 15_000  # milliseconds until credits that nobody could be asked for are asked for again


class Accounts(QObject):
    """``chosen`` follows when another account is worked with, or one is another than it was; ``readable`` when what
    kept the chosen one from being read is out of the way: the keyring has given its key, or the network is back.
    ``said`` carries a sentence that needs no answer."""

    chosen = Signal()
    readable = Signal()
    _answered = Signal()
    said = Signal(str)

    def __init__(self, window: QWidget, desk: AccountDesk, sessions: SessionDesk, topbar: TopBar, tasks: Tasks) -> None:
        super().__init__(window)
        self._window, self._desk, self._sessions = window, desk, sessions
        self._topbar, self._tasks = topbar, tasks
        topbar.account_chosen.connect(self.choose)
        topbar.account_wanted.connect(self.add)
        topbar.account_opened.connect(self.open)
        self._doors: Doors | None = None
        self._are_known = False  # the credits that the top bar shows
        self._waits = False  # the keyring was in the way when they were read last
        self._is_cut_off = False  # nobody could be asked when they were read last
        self._again = QTimer(self, interval=_AGAIN, singleShot=True)
        self._again.timeout.connect(self.read_credits)
        self._answered.connect(self._ask_again)
        desk.vault.answered = self._hear_keyring
        sessions.balance_read = self._show_credits

    def _hear_keyring(self) -> None:
        """In another thread."""
        with suppress(RuntimeError):  # the window is gone
            self._answered.emit()

    def _ask_again(self) -> None:
        if self._waits:
            self._waits = False
            self.readable.emit()

    def open_doors(self, behind: QWidget) -> None:
        """The first run: nobody has said yet whom to work with."""
        if not self._desk.undecided:
            return
        from akool_desktop.ui.accounts.doors import Doors  # what most starts never show delays none of them

        self._doors = Doors(self._window, behind)
        self._doors.practice_chosen.connect(lambda: self.choose(PRACTICE))
        self._doors.account_wanted.connect(self.add)

    def open_form_for(self, opened: Opened) -> None:
        """A preset that another start has asked for is an answer, too."""
        if opened.stored:
            self.open_form()

    def open_form(self) -> None:
        """The doors give way, also where neither was taken: to a session from before, which may cost."""
        if self._doors:
            self._doors.open_form()
            self._doors = None

    def choose(self, account: Account) -> None:
        self.open_form()
        self._desk.choose(account)
        self.chosen.emit()

    def show(self) -> None:
        """The chosen one in the top bar, in the language of now."""
        chosen = self._desk.chosen
        base_url = self._desk.base_url(chosen)
        masking.learn_link(base_url)
        host = urlsplit(base_url).netloc if base_url != chosen.base_url else ""
        self._topbar.show_accounts(self._desk.accounts, chosen, host)
        if self._are_known:
            self._show_credits(chosen)

    def forget(self) -> None:
        """Another account: what it has left is not known yet."""
        self._topbar.show_credits(None)
        self._are_known = self._is_cut_off = False
        self._again.stop()

    def read_credits(self) -> None:
        account = self._desk.chosen
        self._tasks.restart(
            "read credits",
            lambda: self._sessions.read_balance(account),
            lambda _: self._tell_back(),
            self._show_unread,
        )

    def _tell_back(self) -> None:
        """The lists, which nobody could read either, are read now, too."""
        if self._is_cut_off:
            self._is_cut_off = False
            self.readable.emit()

    def _show_unread(self, error: Exception) -> None:
        """Where the network is away, or wants a sign-in first, they are asked for again until it is back."""
        self._topbar.show_credits(Words("credits not known"), card_of(error).happened)
        self._are_known = False
        self._waits = isinstance(error, AccountError) or getattr(error, "reason", None) is Reason.KEYRING
        self._is_cut_off = isinstance(error, NotSent | Unclear | Redirected) and not self._waits
        if self._is_cut_off:
            self._again.start()

    def _show_credits(self, account: Account) -> None:
        """As they were read just now, if it is the chosen account's."""
        if account.id == self._desk.chosen.id:
            self._topbar.show_credits(_credits(account, self._sessions.balances[account.id]))
            self._are_known = True

    def add(self) -> None:
        self._show_dialog(None)

    def open(self, account_id: str = "") -> None:
        """To change the one of this id, or the chosen one. Those that come with the program cannot be changed: another
        is added then, and where it is not here any more."""
        account = self._desk.by_id(account_id or self._desk.chosen.id)
        self._show_dialog(None if account is None or account.name in RESERVED_NAMES else account)

    def offer(self, key: Key) -> None:
        """A key was found in what was pasted: it belongs to an account."""
        self._show_dialog(None).offer(key.auth, key.secret, key.base_url)

    def _show_dialog(self, account: Account | None) -> "AccountDialog":
        from akool_desktop.ui.accounts.dialog import AccountDialog

        dialog = AccountDialog(self._window, self._desk, self._tasks, account)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self.chosen if account else self.choose)  # a changed one may be another than is chosen
        dialog.saved.connect(self._say_where_kept)
        dialog.removed.connect(self._follow_removed)
        dialog.open()
        return dialog

    def _follow_removed(self, account: Account) -> None:
        """The keyring may want to be unlocked before it forgets the key: nobody waits for that in front of a dialog."""
        self.chosen.emit()
        self._tasks.start(
            f"forget key {account.id}", lambda: self._desk.forget_key(account), self._say_whether_forgotten,
            lambda _: self._say_whether_forgotten(False),
        )  # fmt: skip

    def _say_whether_forgotten(self, gone: bool) -> None:
        if not gone:
            self.said.emit(tr("Account removed. This computer's keyring could not be asked to forget its key."))

    def _say_where_kept(self, account: Account) -> None:
        if where := self._desk.vault.where(account.secret_name):
            self.said.emit(say(Words("Account saved. {where}.", where=where)))


def _credits(account: Account, credits: float) -> Words:
    template = "{credits} practice credits" if account.id == PRACTICE.id else "{credits} credits"
    return Words(template, credits=amount(credits))

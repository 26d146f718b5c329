"""The window: puts the panels together and starts their work through the one door."""

import base64
import traceback
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from akool_desktop.desk.accounts import PRACTICE, AccountDesk
from akool_desktop.desk.catalogue import Catalogue, read_catalogue
from akool_desktop.desk.sessions import Running, SessionDesk, State, Withdrawn
from akool_desktop.session import rules, summary
from akool_desktop.session.fields import BY_KEY, STEPS
from akool_desktop.store.accounts import Account
from akool_desktop.store.files import StoreError
from akool_desktop.store.settings import Settings, SettingsFile
from akool_desktop.ui.account_dialog import AccountDialog
from akool_desktop.ui.cards import ErrorCard, SessionCard
from akool_desktop.ui.form import Form
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.practice_bar import Failure, Practice, PracticeBar
from akool_desktop.ui.rail import Rail, StepState
from akool_desktop.ui.side import Side
from akool_desktop.ui.tasks import Tasks
from akool_desktop.ui.theme import px, theme
from akool_desktop.ui.topbar import TopBar
from akool_desktop.words import Card, Words


class Window(QWidget):
    """``painted`` follows the first paint, ``closed`` the wish to leave."""

    painted = Signal()
    closed = Signal()

    def __init__(
        self,
        accounts: AccountDesk,
        sessions: SessionDesk,
        settings_file: SettingsFile,
        tasks: Tasks,
        practice: Practice,
        failures: Sequence[Failure],
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("Akool Desktop")
        self.setMinimumSize(px(1024), px(640))
        self._accounts, self._sessions, self._tasks = accounts, sessions, tasks
        self._settings_file = settings_file
        self._settings = settings_file.load()
        self._catalogue = Catalogue()
        self._cards: dict[int, SessionCard] = {}
        self._running: dict[int, Running] = {}
        self._was_painted = False
        self._topbar = TopBar()
        self._banner = PracticeBar(practice, failures)
        self._rail = Rail()
        self._form = Form()
        self._side = Side()
        self._lay_out()
        self._connect()
        self._restore()
        self._show_account()
        self._show_draft()
        self._form.focus_first()

    def _lay_out(self) -> None:
        body = QHBoxLayout()
        body.setSpacing(0)
        for panel in (self._rail, self._form, self._side):
            body.addWidget(panel, 1 if panel is self._form else 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._topbar)
        layout.addWidget(self._banner)
        layout.addLayout(body, 1)

    def _connect(self) -> None:
        self._form.changed.connect(self._show_draft)
        self._form.step_shown.connect(self._rail.show_current)
        self._rail.chosen.connect(self._form.go_to_step)
        self._side.went_to.connect(self._form.go_to)
        self._side.copied.connect(self._topbar.toast.say)
        self._side.create_pressed.connect(self._create)
        self._side.cancel_pressed.connect(self._cancel)
        self._topbar.account_chosen.connect(self._choose_account)
        self._topbar.account_wanted.connect(self._add_account)
        self._topbar.account_opened.connect(self._open_account)
        self._topbar.theme_chosen.connect(self._choose_theme)
        self._banner.account_wanted.connect(self._add_account)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._create)
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _: theme().apply(theme().choice))

    # what was remembered

    def _restore(self) -> None:
        self._topbar.show_themes(self._settings.theme)
        self.resize(px(1440), px(900))
        if self._settings.window:
            self.restoreGeometry(QByteArray(base64.b64decode(self._settings.window)))
        for said in (self._settings_file.said, self._accounts.said):
            if said:
                self._add_error(_set_aside(said))

    def _remember(self, settings: Settings) -> None:
        """Losing a window's size is no reason to stop anyone."""
        self._settings = settings
        try:
            self._settings_file.save(settings)
        except StoreError as error:
            self._topbar.toast.say(say(error.words))

    def _choose_theme(self, choice: str) -> None:
        theme().apply(choice)
        self._topbar.show_themes(choice)
        self._remember(replace(self._settings, theme=choice))  # type: ignore[arg-type]

    # accounts

    def begin(self) -> None:
        """Background work may start: the loop runs and the window has been painted."""
        self._read_account()

    def _choose_account(self, account: Account) -> None:
        self._accounts.choose(account)
        self._remember(replace(self._settings, account=account.id))
        self._show_account()
        self._read_account()

    def _show_account(self) -> None:
        chosen = self._accounts.chosen
        practice = chosen.id == PRACTICE.id
        self._banner.setVisible(practice)
        self._side.create_button.show_account(chosen, spends=not practice)
        base_url = self._accounts.base_url(chosen)
        host = urlsplit(base_url).netloc if base_url != chosen.base_url else ""
        self._topbar.show_accounts(self._accounts.accounts, chosen, host)
        self._topbar.show_credits(None)
        self._catalogue = Catalogue()
        self._form.offer(self._catalogue)
        self._show_draft()

    def _read_account(self) -> None:
        """Credits and lists, in the background; nothing waits for them."""
        account = self._accounts.chosen
        self._tasks.restart("read lists", lambda: self._read_lists(account), self._offer, lambda _: None)
        self._read_credits()

    async def _read_lists(self, account: Account) -> Catalogue:
        return await read_catalogue(await self._accounts.client(account))

    def _offer(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._form.offer(catalogue)
        self._show_draft()

    def _read_credits(self) -> None:
        account = self._accounts.chosen

        async def read() -> float:
            return await (await self._accounts.client(account)).credits()

        self._tasks.restart(
            "read credits",
            read,
            lambda credits: self._topbar.show_credits(_credits(account, credits)),
            lambda error: self._topbar.show_credits(Words("credits not known"), _card(error).happened),
        )

    def _add_account(self) -> None:
        self._show_account_dialog(None)

    def _open_account(self) -> None:
        self._show_account_dialog(self._accounts.chosen)

    def _show_account_dialog(self, account: Account | None) -> None:
        dialog = AccountDialog(self, self._accounts, self._tasks, account)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self._choose_account)
        dialog.saved.connect(self._say_where_kept)
        dialog.removed.connect(lambda: self._choose_account(self._accounts.chosen))
        dialog.open()

    def _say_where_kept(self, account: Account) -> None:
        where = self._accounts.vault.where(account.secret_name)
        if where:
            self._topbar.toast.say(say(Words("Account saved. {where}.", where=where)))

    # the draft

    def _show_draft(self) -> None:
        draft = self._form.draft
        names = self._catalogue.names(draft)
        shown = self._form.problems()
        self._side.show_draft(draft, names, shown, spends=self._accounts.chosen.id != PRACTICE.id)
        problems = rules.problems(draft)
        for number in range(1, len(STEPS) + 1):
            self._rail.show_state(number, self._step_state(number, shown, problems, names))

    def _step_state(
        self,
        number: int,
        shown: Sequence[rules.Finding],
        problems: Sequence[rules.Finding],
        names: summary.Names,
    ) -> StepState:
        def here(findings: Sequence[rules.Finding]) -> int:
            return sum(BY_KEY[finding.key].step == number for finding in findings)

        if here(shown):
            return StepState("problem", "danger", say(Words("Needs you: {count}", count=here(shown))))
        if here(problems):
            return StepState("todo", "muted", tr("To do"))
        if notes := here(rules.notes(self._form.draft)):
            return StepState("warning", "warning", say(Words("Note: {count}", count=notes)))
        return StepState("done", "good", say(Words("Done: {what}", what=summary.gist(self._form.draft, number, names))))

    # creating

    def _create(self) -> None:
        if self._tasks.runs("create"):
            return
        problems = rules.problems(self._form.draft)
        if problems:
            self._form.touch_all()
            self._form.go_to(problems[0].key)
            return
        account = self._accounts.chosen
        body = rules.payload(self._form.draft)
        who = self._catalogue.names(self._form.draft).get("avatar_id", str(body["avatar_id"]))

        async def create() -> Running:
            return await self._sessions.create(await self._accounts.client(account), account, body, who)

        self._side.show_working(Words("Cancel"))
        self._tasks.start("create", create, self._show_created, self._show_not_created)

    def _cancel(self) -> None:
        self._side.show_cancelling()
        self._sessions.cancel()

    def _show_created(self, running: Running) -> None:
        self._finish_creating()
        self._show_running(running)
        self._follow(running)

    def _show_not_created(self, error: Exception) -> None:
        self._finish_creating()
        self._add_error(_card(error))
        if isinstance(error, Withdrawn) and error.running:
            self._show_running(error.running)

    def _finish_creating(self) -> None:
        self._side.show_working(None)
        self._banner.refresh()
        self._read_credits()

    def _add_error(self, card: Card) -> None:
        shown = ErrorCard(card, copy=lambda text: self._copy(tr("Error"), text), go=self._go)
        shown.closed.connect(lambda: self._side.remove_card(shown))
        self._side.add_card(shown)

    def _go(self, where: str) -> None:
        if where in BY_KEY:
            self._form.go_to(where)
        elif self._accounts.chosen in (self._accounts.accounts[-1],):
            self._add_account()
        else:
            self._open_account()

    # sessions

    def _show_running(self, running: Running) -> None:
        if running.number not in self._cards:
            card = SessionCard(running, copy=self._copy)
            card.ended.connect(lambda: self._end(self._running[running.number]))
            card.closed.connect(lambda: self._side.remove_card(card))
            self._cards[running.number] = card
            self._side.add_card(card)
        self._running[running.number] = running
        self._cards[running.number].show_running(running)

    def _follow(self, running: Running) -> None:
        async def follow() -> None:
            client = await self._accounts.client(running.account)
            await self._sessions.follow(client, running, self._show_running)

        self._tasks.start(f"follow {running.number}", follow, lambda _: None, lambda _: None)

    def _end(self, running: Running) -> None:
        self._tasks.cancel(f"follow {running.number}")
        self._show_running(replace(running, state=State.ENDING))

        async def end() -> Running:
            return await self._sessions.end(await self._accounts.client(running.account), running)

        def done(ended: Running) -> None:
            self._show_running(ended)
            self._read_credits()

        def failed(error: Exception) -> None:
            self._show_running(replace(running, state=State.NOT_CONFIRMED))
            self._add_error(_card(error))

        self._tasks.start(f"end {running.number}", end, done, failed)

    def _copy(self, name: str, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._topbar.toast.say(say(Words("{name} copied", name=name)))

    # the window itself

    def show_fault(self, error: BaseException | None) -> None:
        """A fault of the program itself: said, and the window stays."""
        traceback.print_exception(error)
        self._add_error(_card(error if isinstance(error, Exception) else RuntimeError()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = self.width() < px(1280)
        self._rail.setFixedWidth(px(184 if compact else 200))
        self._side.setFixedWidth(px(288 if compact else 360))
        self._side.show_compact(compact)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry = base64.b64encode(self.saveGeometry().data()).decode()
        self._remember(replace(self._settings, window=geometry))
        event.ignore()
        self.closed.emit()


def _credits(account: Account, credits: float) -> Words:
    if account.id == PRACTICE.id:
        return Words("{credits} practice credits", credits=f"{credits:,g}")
    return Words("{credits} credits", credits=f"{credits:,g}")


def _card(error: Exception) -> Card:
    """The error's own card; for one that has none, an honest general one."""
    card = getattr(error, "card", None)
    if isinstance(card, Card):
        return card
    return Card(
        Words("Something went wrong in this program"),
        Words("An unexpected fault: {fault}.", fault=type(error).__name__),
        Words("It is not known. Look at your sessions at Akool before you create another."),
        Words("Copy this and send it to whoever looks after the program."),
    )


def _set_aside(said: Words) -> Card:
    return Card(
        Words("A file could not be read"),
        said,
        Words("No. Nothing was sent."),
        Words("What was in it is missing here; the file is kept so that nothing is lost."),
    )

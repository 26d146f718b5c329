"""The window: puts the panels together and starts their work through the one door."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from akool_desktop.desk.accounts import PRACTICE, AccountDesk
from akool_desktop.desk.lists import Lists
from akool_desktop.desk.network import NetworkDesk
from akool_desktop.desk.preset_secrets import redact_typed
from akool_desktop.desk.presets import PresetDesk
from akool_desktop.desk.sessions import SessionDesk
from akool_desktop.desk.strays import Strays
from akool_desktop.session import rules
from akool_desktop.session.fields import BY_KEY
from akool_desktop.store.accounts import DEFAULT_BASE_URL
from akool_desktop.store.files import StoreError
from akool_desktop.store.history import History
from akool_desktop.store.settings import SettingsFile
from akool_desktop.ui import clipboard
from akool_desktop.ui.accounts.accounts import Accounts
from akool_desktop.ui.cards import card_of
from akool_desktop.ui.choices import Choices
from akool_desktop.ui.controls.fold_button import tell_folds
from akool_desktop.ui.controls.layouts import column
from akool_desktop.ui.form.form import Form
from akool_desktop.ui.hearing import tell_lines
from akool_desktop.ui.keyboard.commands import Command, Commands
from akool_desktop.ui.keyboard.in_view import follow_tab
from akool_desktop.ui.keyboard.keys import press_focused
from akool_desktop.ui.keyboard.mnemonics import mnemonics
from akool_desktop.ui.keyboard.parts import Parts
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.opening import Opening
from akool_desktop.ui.pickers.favourites import Favourites
from akool_desktop.ui.pickers.lists import Pickers
from akool_desktop.ui.places import LEAST, geometry_of, keep_least, place_window
from akool_desktop.ui.practice_bar import Failure, Practice, PracticeBar
from akool_desktop.ui.preparing import Preparing
from akool_desktop.ui.presets.open_preset import OpenPreset
from akool_desktop.ui.presets.panel import PresetPanel
from akool_desktop.ui.presets.place import PresetsPlace
from akool_desktop.ui.presets.transfers import Transfers
from akool_desktop.ui.rail import Rail
from akool_desktop.ui.sessions.creating import Creating
from akool_desktop.ui.sessions.open_sessions import OpenSessions
from akool_desktop.ui.side.checks import Checks
from akool_desktop.ui.side.column import Side
from akool_desktop.ui.side.error_cards import ErrorCards
from akool_desktop.ui.tasks import Tasks
from akool_desktop.ui.topbar import TopBar
from akool_desktop.ui.window_layout import WindowLayout
from akool_desktop.words import Words

if TYPE_CHECKING:
    from akool_desktop.ui.history.window import HistoryWindow


class Window(QWidget):
    """``painted`` follows the first paint, ``closed`` the wish to leave."""

    painted = Signal()
    closed = Signal()
    support_wanted = Signal()

    def __init__(
        self,
        accounts: AccountDesk,
        network: NetworkDesk,
        sessions: SessionDesk,
        strays: Strays,
        presets: PresetDesk,
        history: History,
        lists: Lists,
        settings_file: SettingsFile,
        tasks: Tasks,
        practice: Practice,
        failures: Sequence[Failure],
        opening: Opening | None = None,
    ) -> None:
        super().__init__(opening)
        self.setObjectName("window")
        self.setWindowTitle("Akool Desktop")
        self._accounts, self._network, self._sessions, self._tasks = accounts, network, sessions, tasks
        self._settings_file, self._history = settings_file, history
        self._history_window: HistoryWindow | None = None
        self._was_painted = False
        self._choices = Choices(self, settings_file, tasks)
        self._preparing = Preparing(tasks, accounts.vault)
        self._topbar, self._banner = TopBar(), PracticeBar(practice, failures)
        self._panel, self._rail = PresetPanel(), Rail()
        self._form = opening.take_form() if opening else Form()
        self._checks = Checks(accounts, sessions, tasks)
        self._side = Side(self._checks)
        self.errors = ErrorCards(self._side, self._copy, self._go)
        self._pickers = Pickers(self, self._form, accounts, sessions, lists, Favourites(self._choices), tasks)
        self._account_menu = Accounts(self, accounts, sessions, self._topbar, tasks)
        self._open_sessions = OpenSessions(
            self, accounts, sessions, strays, tasks, self._copy, self._side.place_of_cards
        )
        self._open_preset = OpenPreset(self, presets, self._form, self._panel, tasks)
        self._transfers = Transfers(self, presets, self._panel, self._form, self._open_preset, tasks)
        self._creating = Creating(
            self._form, self._side, accounts, sessions, tasks, lambda draft: self._pickers.catalogue.names(draft),
            lambda: self._open_preset.name,
        )  # fmt: skip
        strip = self._open_sessions.strip
        self._lay_out()
        self.commands = Commands(
            self, self._acts(), self._form, self._open_preset, self._topbar, tasks,
            lambda: [*strip.commands(), *self._banner.commands()],
        )  # fmt: skip
        self._connect()
        self._show_first(opening)

    def _lay_out(self) -> None:
        strip = self._open_sessions.strip
        self._inside = QWidget()  # all of it, which the doors of the first run take the place of
        column(self).addWidget(self._inside)
        self._panel.setParent(self._inside)  # before the others, or Tab would come to it last
        self._layout = WindowLayout(self._inside, self._topbar, self._banner, self._rail, self._form, self._side, strip)
        folded = self._choices.settings.presets == "folded"
        self._presets_place = PresetsPlace(self, self._panel, self._layout.body, self._topbar, folded=folded)
        mnemonics()
        self._parts = Parts(self, (self._topbar, self._panel, self._rail, self._form, self._side, strip))

    def _connect(self) -> None:
        self._connect_form()
        self._connect_top_bar()
        self._connect_sessions()
        self._connect_presets()

    def _connect_form(self) -> None:
        """With what says how it stands, and with Check and Create."""
        self._form.changed.connect(self._show_draft)
        self._form.aged.connect(self._checks.age)
        self._form.noted.connect(self._show_draft)
        self._pickers.changed.connect(self._show_draft)
        self._form.step_shown.connect(self._rail.show_current)
        self._rail.chosen.connect(self._form.go_to_step)
        self._side.went_to.connect(self._form.go_to)
        self._side.copied.connect(self._topbar.toast.say)
        self._side.said.connect(self._form.show_below)
        self._checks.wanted.connect(self._check)
        self._checks.went_to.connect(self._go)
        self._checks.failed.connect(self.errors.add)
        self._creating.over.connect(self._banner.refresh)
        self._creating.created.connect(self._open_sessions.follow_new)
        self._creating.created.connect(self._pickers.note_used)
        self._creating.failed.connect(self._show_not_created)

    def _connect_top_bar(self) -> None:
        self._account_menu.chosen.connect(self._follow_account)
        self._account_menu.readable.connect(self._read_account)
        self._account_menu.said.connect(self._topbar.toast.say)
        self._banner.account_wanted.connect(self._account_menu.add)
        self._topbar.history_wanted.connect(self._open_history)
        self._topbar.chosen.connect(self._choices.choose)
        self._topbar.chosen.connect(lambda _name, _value: self._topbar.show_choices(self._choices.settings))
        self._choices.said.connect(self._topbar.toast.say)
        self._topbar.support_wanted.connect(self.support_wanted)
        self._topbar.network_wanted.connect(self._open_network)
        self._topbar.follow_edits(self._form.edits)
        self._topbar.sharing.changed.connect(self._remember_sharing)

    def _connect_sessions(self) -> None:
        sessions = self._open_sessions
        sessions.cards.wanted.connect(self._side.add_card)
        sessions.cards.gone.connect(self._side.remove_card)
        sessions.failed.connect(self.errors.add)
        sessions.run_wanted.connect(self._fill)
        sessions.said.connect(self._topbar.toast.say)
        sessions.warned.connect(self._topbar.toast.warn)
        sessions.balance_old.connect(self._account_menu.read_credits)
        sessions.leaving.left.connect(self._close)
        sessions.leaving.cancel_wanted.connect(self._creating.cancel)
        sessions.strip.cancel_wanted.connect(self._creating.cancel)
        sessions.may_cost.connect(self._account_menu.open_form)
        sessions.came_forward.connect(self._open_preset.open_wish)
        sessions.stages.program.port_chosen.connect(lambda port: self._choices.remember(stage_port=str(port or "")))

    def _connect_presets(self) -> None:
        presets, transfers = self._open_preset, self._transfers
        presets.shown.connect(self._account_menu.open_form_for)
        presets.shown.connect(lambda opened: transfers.show_missing(opened, self._pickers.catalogue))
        presets.typed.called.connect(self._topbar.show_preset)
        presets.failed.connect(self.errors.add)
        presets.partly_shown.connect(self.errors.show_partly)
        presets.said.connect(self._topbar.toast.say)
        presets.list.set_aside.connect(self.errors.add_set_aside)
        presets.list.moved.connect(lambda folder: self._choices.remember(presets_folder=folder))
        transfers.key_wanted.connect(self._account_menu.offer)
        transfers.card_wanted.connect(self._side.add_card)
        transfers.card_gone.connect(self._side.remove_card)
        transfers.failed.connect(self.errors.add)
        transfers.said.connect(self._topbar.toast.say)
        self._presets_place.changed.connect(self._remember_fold)

    def _acts(self) -> list[Command]:
        """What can be done from anywhere in the window."""
        edits, presets = self._form.edits, self._open_preset
        return [
            Command(Words("Create session"), self._creating.create, "Ctrl+Return"),
            Command(Words("Check"), self._check, "Ctrl+Shift+Return"),
            Command(Words("Request preview"), self._side.show_preview),
            Command(Words("End all sessions…"), self._open_sessions.ask_end_all),
            Command(Words("Compact strip"), self._open_sessions.show_compact),
            Command(Words("Go to the sessions"), self._open_sessions.strip.enter, "Ctrl+J"),
            Command(Words("Find a preset"), self._presets_place.search, "Ctrl+P"),
            Command(Words("Save preset"), presets.save, "Ctrl+S"),
            Command(Words("Save preset as…"), presets.save_as, "Ctrl+Shift+S"),
            Command(Words("New preset"), presets.begin_new, "Ctrl+N"),
            Command(Words("Paste or import…"), self._transfers.paste),
            *self._presets_place.commands(),
            Command(Words("Undo"), edits.undo, QKeySequence.StandardKey.Undo),
            Command(Words("Redo"), edits.redo, QKeySequence.StandardKey.Redo),
            Command(Words("History"), self._open_history, "Ctrl+H"),
            Command(Words("Account…"), self._account_menu.open),
            Command(Words("Add an account…"), self._account_menu.add),
            Command(Words("Network…"), self._open_network),
            Command(Words("Screen sharing: hide secrets, links, names"), self._topbar.sharing.toggle, "Ctrl+Shift+H"),
            Command(Words("Support bundle…"), self.support_wanted.emit),
            Command(Words("To the next part of the window"), self._parts.go_on, "F6"),
            Command(Words("To the part before"), self._parts.go_back, "Shift+F6"),
        ]

    # what was remembered

    def _show_first(self, opening: Opening | None) -> None:
        """``opening`` stands on the screen already, where it was put and with the cursor in it."""
        if opening is None:
            place_window(self, self._choices.settings.window)
        self._restore()
        self._show_account()
        self._open_preset.restore()
        self._show_draft()
        if opening is None:
            self._form.focus_first()
        self._account_menu.open_doors(self._inside)

    def _restore(self) -> None:
        self._topbar.show_choices(self._choices.settings)
        self._open_sessions.stages.program.port = self._choices.settings.port
        self._topbar.sharing.turn(self._choices.settings.sharing == "on")
        for said in (self._settings_file.said, self._network.said, self._accounts.said):
            if said:
                self.errors.add_set_aside(said)

    def _remember_sharing(self, on: bool) -> None:
        self._choices.remember(sharing="on" if on else "")
        self._topbar.show_choices(self._choices.settings)

    def _remember_fold(self) -> None:
        self._choices.remember(presets="folded" if self._presets_place.folded else "shown")

    def changeEvent(self, event: QEvent) -> None:
        """Another language is spoken, or the text is larger: what the window puts together is put together anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            keep_least(self.window(), *LEAST)
            self._fit(anew=True)
            self._topbar.show_choices(self._choices.settings)
            self._name_account()
            self._form.say_anew()
            self._show_draft()
            self._open_sessions.say_anew()
            self._open_preset.typed.say_anew()

    def _open_network(self) -> None:
        from akool_desktop.ui.network_dialog import NetworkDialog

        url = self._accounts.base_url(self._accounts.chosen) or DEFAULT_BASE_URL
        dialog = NetworkDialog(self, self._network, self._tasks, url)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.said.connect(self._topbar.toast.say)
        dialog.open()

    # the account

    def begin(self, preset: str = "") -> None:
        """Background work may start: the loop runs and the window has been painted. ``preset`` is to be opened."""
        self._read_account()
        self._pickers.tidy()
        tell_folds(self)
        tell_lines()
        self._open_sessions.begin()
        self._open_preset.begin(preset)

    def follow_desktop(self) -> None:
        self._choices.desktop.ask()

    def _follow_account(self) -> None:
        """Another account is worked with."""
        self._choices.remember(account=self._accounts.chosen.id)
        self._show_account()
        self._read_account()

    def _show_account(self) -> None:
        chosen = self._accounts.chosen
        self._banner.setVisible(chosen.id == PRACTICE.id)
        self._side.show_address(self._accounts.base_url(chosen), chosen.auth)
        for part in (self._account_menu, self._checks, self._pickers):
            part.forget()
        self._open_sessions.strip.show_others(0)  # as before its list was read
        self._name_account()

    def _name_account(self) -> None:
        chosen = self._accounts.chosen
        self._side.create_button.show_account(chosen, spends=chosen.id != PRACTICE.id)
        self._account_menu.show()

    def _read_account(self) -> None:
        """Credits and lists, in the background; nothing waits for them."""
        account = self._accounts.chosen
        self._pickers.read(account)
        self._account_menu.read_credits()
        self._open_sessions.read_list(account)

    # the draft

    def _show_draft(self) -> None:
        draft = self._form.draft
        redact_typed(draft)
        self._preparing.follow(draft)
        names = self._pickers.catalogue.names(draft)
        shown, notes = self._form.problems(), self._form.notes()
        self._side.show_draft(draft, names, shown, notes, spends=self._accounts.chosen.id != PRACTICE.id)
        self._rail.show_draft(draft, names, shown, notes)

    # checking and creating

    def _check(self) -> None:
        self._checks.start(self._accounts.chosen, self._form.draft)
        self._form.show_below(self._checks.results, asked=True)

    def _show_not_created(self, error: Exception) -> None:
        self._account_menu.read_credits()
        self.errors.add(card_of(error))
        self._open_sessions.finding.look_for_unknown()
        self._open_sessions.leaving.follow()

    def _go(self, where: str) -> None:
        if where in BY_KEY:
            self._form.go_to(where)
        else:
            self._account_menu.open(where.partition(" ")[2])

    def _fill(self, sent: Mapping[str, object]) -> None:
        """Run again: the form holds what was sent then, its secrets to be entered anew. It can be undone."""
        self._form.replace(rules.draft_of(sent), tr("Run again"))
        if self._form.go_to_first():
            self._topbar.toast.say(tr("The form is as it was sent. Enter its secrets anew, then create."))
        else:
            self._topbar.toast.say(tr("The form is as it was sent. Create session starts it."))

    def _open_history(self) -> None:
        if self._history_window is None:
            from akool_desktop.ui.history.window import HistoryWindow

            made = HistoryWindow(self, self._history, self._sessions.clock, self._tasks)
            made.run_wanted.connect(self._fill)
            made.copied.connect(self._copy)
            self._history_window = made
        self._history_window.open({account.id: account.colour for account in self._accounts.accounts})

    def _copy(self, name: str, text: str) -> None:
        clipboard.copy(text)
        self._topbar.toast.say(say(Words("{name} copied", name=name)))

    # the window itself

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self, *, anew: bool = False) -> None:
        self._presets_place.fit(has_room=self._layout.fit(self.size(), anew=anew).roomy)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802
        return follow_tab(self, moved=super().focusNextPrevChild(next))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    async def close_stages(self) -> None:
        await self._open_sessions.stages.close_all()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self._open_sessions.leaving.ask()

    def _close(self) -> None:
        geometry = geometry_of(self.window())
        self._open_preset.put_away()
        with suppress(StoreError):
            self._choices.save_now(window=geometry)
        self._open_sessions.put_away()
        self._pickers.put_away()
        self.closed.emit()

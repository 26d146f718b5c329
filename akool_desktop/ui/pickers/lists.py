"""The account's lists in the window: read in the background, shown in the form, opened to choose from."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from akool_desktop.desk.accounts import AccountDesk
from akool_desktop.desk.catalogue import Catalogue
from akool_desktop.desk.lists import Lists
from akool_desktop.desk.sessions import SessionDesk
from akool_desktop.session.fields import BY_KEY, Field
from akool_desktop.store.accounts import Account
from akool_desktop.store.entry import Entry
from akool_desktop.ui.form.form import Form
from akool_desktop.ui.pickers.favourites import Favourites
from akool_desktop.ui.pickers.player import Player
from akool_desktop.ui.pictures import Pictures
from akool_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from akool_desktop.ui.pickers.picker import Picker

_READING = "read lists"


class Pickers(QObject):
    """``changed`` follows when the lists say something else than before."""

    changed = Signal()

    def __init__(
        self,
        window: QWidget,
        form: Form,
        accounts: AccountDesk,
        sessions: SessionDesk,
        lists: Lists,
        favourites: Favourites,
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self._window, self._form = window, form
        self._accounts, self._lists, self._favourites, self._tasks = accounts, lists, favourites, tasks
        self._sessions = sessions
        self._used: dict[str, float] = {}  # when, by the avatars' ids
        self._pictures = Pictures(accounts, lists, tasks)
        self._player = Player(accounts, lists, tasks)
        self._open: Picker | None = None
        self.catalogue = Catalogue()
        form.show_pictures(self._pictures)
        form.choose_wanted.connect(lambda key: self.open(BY_KEY[key]))

    def forget(self) -> None:
        """Another account: its lists are not known yet."""
        self._tasks.cancel(_READING)
        self._used = {}
        self._show(Catalogue())

    def read(self, account: Account) -> None:
        """First what was remembered here, then what the account says now."""

        async def read() -> Catalogue:
            self._used |= await self._sessions.last_used(account)
            if not self.catalogue.lists:
                self._show(await self._lists.remembered(account))
            return await self._lists.read(account, self.catalogue)

        self._pictures.retry()
        self._tasks.restart(_READING, read, self._show, lambda _: self._show(self.catalogue))
        if self._open:
            self._open.take(self.catalogue, reads=True)

    def note_used(self, entry: Entry) -> None:
        if entry.account_id == self._accounts.chosen.id:
            self._used[entry.avatar] = entry.created_at

    def tidy(self) -> None:
        self._tasks.start("tidy lists", self._lists.tidy, lambda _: None, lambda _: None)

    def put_away(self) -> None:
        self._player.put_away()

    def open(self, field: Field) -> None:
        picker = self._picker(field)
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picker.chosen.connect(lambda found: self._form.put(field.key, found))
        picker.refresh_wanted.connect(lambda: self.read(self._accounts.chosen))
        picker.finished.connect(self._close)
        self._open = picker
        if self._tasks.runs(_READING):
            picker.take(self.catalogue, reads=True)
        elif self.catalogue.is_behind(field.list_of):
            self.read(self._accounts.chosen)
        picker.open()

    def _picker(self, field: Field) -> "Picker":
        from akool_desktop.ui.pickers.avatar_picker import AvatarPicker
        from akool_desktop.ui.pickers.list_picker import KnowledgePicker, LanguagePicker
        from akool_desktop.ui.pickers.voice_picker import VoicePicker

        parts = self._window, field, self._form.draft, self.catalogue
        match field.list_of:
            case "avatars":
                return AvatarPicker(*parts, self._pictures, self._favourites, self._used)
            case "voices":
                return VoicePicker(*parts, self._player)
            case "languages":
                return LanguagePicker(*parts)
        return KnowledgePicker(*parts)

    def _close(self) -> None:
        if self._open:
            field = self._open.field
            self._open = None
            self._form.focus_on(field.key)

    def _show(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._form.offer(catalogue)
        if self._open:
            self._open.take(catalogue, reads=self._tasks.runs(_READING))
        self.changed.emit()

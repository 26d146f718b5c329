"""The Stage of each open session: opened in the default browser, heard, spoken through, and closed with its session.

The address that opens it lets whoever has it in, once and for a minute. So it goes to the browser, or to the
clipboard on request, and nowhere else.
"""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from akool_desktop.desk.sessions import SessionDesk
from akool_desktop.desk.statuses import is_rehearsal
from akool_desktop.session.room import avatar_in
from akool_desktop.stage.host import StageError, StageHost
from akool_desktop.stage.session import FirstFrame, Picture, Said, StageEvent, StageSession
from akool_desktop.store.entry import Entry
from akool_desktop.store.redaction import SECRETS, secrets_in
from akool_desktop.store.vault import Vault
from akool_desktop.ui import clipboard
from akool_desktop.ui.language import spoken, tr
from akool_desktop.ui.sessions.looks import is_on_air, name_of
from akool_desktop.ui.sessions.pass_dialog import PassDialog
from akool_desktop.ui.sessions.program_view import ProgramView
from akool_desktop.ui.sessions.stage_panel import StagePanel, Told
from akool_desktop.ui.tasks import Tasks
from akool_desktop.words import marked

_OWN_ROOM = marked(
    "An own room has no Stage here: the token in the form is the avatar's, and a second join with it would throw "
    "the avatar off the air. A pass that was made for a viewer opens one."
)
_NOT_KEPT = marked(
    "The credentials of this session's room are not on this computer, so its Stage cannot be opened here. Another "
    "program started it, or no keyring kept them."
)
_COPIED = marked("Link copied. It is good once, and for a minute.")


class Stages(QObject):
    """``said`` carries a sentence that needs no answer, ``failed`` what went wrong in a way that nobody foresaw."""

    said = Signal(str)
    failed = Signal(Exception)

    def __init__(self, window: QWidget, sessions: SessionDesk, vault: Vault, tasks: Tasks) -> None:
        super().__init__(window)
        self._window, self._sessions, self._tasks = window, sessions, tasks
        self.program = ProgramView(window, vault, tasks)
        self.program.said.connect(self.said)
        self.program.failed.connect(self.failed)
        self._passes: dict[int, Mapping[str, object]] = {}
        self._hosts: dict[int, StageHost] = {}
        self._told: dict[int, Told] = {}
        self._panels: dict[int, StagePanel] = {}
        self._left = False

    # the panel on a session's card

    def make_panel(self, entry: Entry, parent: QWidget) -> StagePanel:
        row = entry.row
        panel = StagePanel(parent, typing=not self._session(entry).fast_dialogue)
        panel.open_wanted.connect(lambda: self.open(row))
        panel.link_wanted.connect(lambda: self._start(row, self._copy))
        panel.say_wanted.connect(lambda text: self._tell(row, "say", lambda host: host.say(text), panel.forget_text))
        panel.interrupt_wanted.connect(lambda: self._tell(row, "interrupt", StageHost.interrupt))
        panel.leave_wanted.connect(lambda: self._tell(row, "leave", StageHost.leave))
        panel.program_wanted.connect(lambda: self._show_program(row))
        panel.pass_wanted.connect(lambda: self._ask_pass(row))
        self._panels[row] = panel
        self._show(row)
        return panel

    def drop_panel(self, row: int) -> None:
        self._panels.pop(row, None)

    def _show(self, row: int) -> None:
        entry = self._sessions.entries.get(row)
        if entry and row in self._panels:
            if entry.state.over:
                self._panels[row].hide()  # never shown from here: before it is on its card it would flash up
            self._panels[row].show_told(
                self._told.get(row, Told()),
                why_not=self._why_not(entry),
                takes_pass=entry.room == "own" and row not in self._passes,
                may_open=is_on_air(entry),
                is_page_open=self._is_page_open(row),
            )

    def _is_page_open(self, row: int) -> bool:
        return row in self._hosts and self._hosts[row].page_open

    def _why_not(self, entry: Entry) -> str:
        """Why there is no Stage for this session; known once its credentials were looked for."""
        if entry.room == "own":
            return "" if entry.row in self._passes else tr(_OWN_ROOM)
        if not is_rehearsal(entry) and not self._sessions.credentials.of(entry):
            return tr(_NOT_KEPT)
        return ""

    # opening

    def open(self, row: int) -> None:
        self._start(row, self._browse)

    def _start(self, row: int, take: Callable[[int, str], None]) -> None:
        """Make an address and hand it on."""
        if self._holds(row):
            entry = self._sessions.entries[row]
            self._tasks.start(
                f"stage {row}",
                lambda: self._open(entry),
                lambda url: take(row, url) if self._holds(row) else None,
                lambda error: self._fail(row, error),
            )

    async def _open(self, entry: Entry) -> str:
        await self._sessions.credentials.load(entry)
        if why := self._why_not(entry):
            raise StageError(why)
        if entry.row not in self._hosts:
            self._told[entry.row] = Told()
            key = await self.program.key()
            self._hosts[entry.row] = StageHost(
                self._session(entry), lambda event: self._hear(entry.row, event), port=self.program.port,
                program_key=key, language=spoken(),
            )
        return await self._hosts[entry.row].open()

    def _session(self, entry: Entry) -> StageSession:
        """Practice has a stage of its own, which joins nothing and so needs no credentials."""
        if is_rehearsal(entry):
            return StageSession(name_of(entry), "practice", {}, entry.sent)
        if given := self._passes.get(entry.row):
            avatar = avatar_in(entry.stream_type, _known(entry), self._sessions.avatars.get(entry.row, ""))
            return StageSession(name_of(entry), entry.stream_type, given, entry.sent, avatar)
        return StageSession(name_of(entry), entry.stream_type, self._sessions.credentials.of(entry), entry.sent)

    def _ask_pass(self, row: int) -> None:
        """For an own room. Given, its Stage opens."""
        entry = self._sessions.entries.get(row)
        if entry is None or entry.state.over:
            return  # it has ended since the button was there
        avatar = self._sessions.avatars.get(row, "")
        dialog = PassDialog(self._window, entry.stream_type, _known(entry), avatar)

        def take(given: Mapping[str, object]) -> None:
            if not self._holds(row):
                self.said.emit(tr("This session is over."))
                return
            SECRETS.know_room(row, *secrets_in(given))
            self._passes[row] = given
            self.open(row)

        dialog.given.connect(take)
        dialog.open()

    def _holds(self, row: int) -> bool:
        """Whether the session has not ended meanwhile; if it has, nobody wants its page."""
        entry = self._sessions.entries.get(row)
        return entry is not None and not entry.state.over and not self._left

    def _browse(self, row: int, url: str) -> None:
        self._told[row].open_in(QDesktopServices.openUrl(QUrl(url)))
        self._show(row)

    def _copy(self, _row: int, url: str) -> None:
        clipboard.copy_secret(url)
        self.said.emit(tr(_COPIED))

    def _show_program(self, row: int) -> None:
        if host := self._hosts.get(row):  # else it has ended since the button was there
            self.program.show(host)

    # talking

    def _hear(self, row: int, event: StageEvent) -> None:
        if row in self._told:
            self._told[row].hear(event)
            self._show(row)
            if isinstance(event, Said) and not event.sent and row in self._panels:
                self._panels[row].give_back(event.text)
            if isinstance(event, FirstFrame | Picture):
                self._remember(row, self._told[row])

    def _remember(self, row: int, told: Told) -> None:
        """For History: the first start of its Stage, and the picture as it was last."""
        entry = self._sessions.entries.get(row)
        if entry and not entry.state.over:
            first = told.first_frame if entry.first_frame is None else entry.first_frame
            self._tasks.restart(
                f"remember stage {row}",
                lambda: self._sessions.note(entry, first_frame=first, picture=told.picture),
                lambda _: None,
                self.failed.emit,
            )

    def _tell(
        self,
        row: int,
        what: str,
        order: Callable[[StageHost], Coroutine[Any, Any, None]],
        done: Callable[[], None] = lambda: None,
    ) -> None:
        if host := self._hosts.get(row):
            self._tasks.start(
                f"{what} on stage {row}", lambda: order(host), lambda _: done(), lambda error: self._fail(row, error)
            )

    def _fail(self, row: int, error: Exception) -> None:
        if not isinstance(error, StageError):
            self.failed.emit(error)
            return
        self._told.setdefault(row, Told()).problem = str(error)
        self._show(row)

    # closing

    def follow(self) -> None:
        """Sessions have changed: whose session is over, that Stage closes, and its page says why."""
        for row in self._panels:
            self._show(row)
        for row in self._hosts:
            if self._is_over(row):
                self._close(row)

    def say_anew(self) -> None:
        """Pages that are open speak as the window does."""
        self.follow()
        for row, host in self._hosts.items():
            self._tasks.restart(
                f"language of stage {row}", partial(host.speak, spoken()), lambda _: None, self.failed.emit
            )

    def _close(self, row: int) -> None:
        def forget(_: object) -> None:
            self._passes.pop(row, None)
            self._hosts.pop(row, None)
            self._told.pop(row, None)

        close = self._hosts[row].close
        self._tasks.start(f"close stage {row}", lambda: close(ended=True), forget, forget)

    def _is_over(self, row: int) -> bool:
        entry = self._sessions.entries.get(row)
        return entry is None or entry.state.over

    async def close_all(self) -> None:
        """The program is left. Pages of sessions that run on stay on the air and say that they do."""
        self._left = True
        hosts = self._hosts.items()
        await asyncio.gather(*(host.close(ended=self._is_over(row)) for row, host in hosts), return_exceptions=True)
        self._hosts.clear()


def _known(entry: Entry) -> Mapping[str, object]:
    """What the request said of an own room."""
    known = entry.sent.get("credentials")
    return known if isinstance(known, Mapping) else {}

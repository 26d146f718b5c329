"""The link of the program view: handed on, and the same for every session where a port is kept for it."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from akool_desktop.stage.host import Fit, StageError, StageHost, new_program_key
from akool_desktop.store.vault import Vault, VaultError
from akool_desktop.ui import clipboard
from akool_desktop.ui.language import told, tr
from akool_desktop.ui.tasks import Tasks
from akool_desktop.words import marked

_KEY = "program view"  # in the vault
_KEYRING_TAKES = 8.0  # seconds that the keyring may take with it
_COPIED = marked("Link copied. It lets whoever has it watch, and leaves the clipboard after a minute.")


class ProgramView(QObject):
    """``said`` carries a sentence that needs no answer, ``failed`` what went wrong in a way that nobody foresaw.

    ``port`` is where each session's Stage is to be, so that the link of its program view stays; 0 for any.
    """

    said = Signal(str)
    failed = Signal(Exception)
    port_chosen = Signal(int)

    def __init__(self, window: QWidget, vault: Vault, tasks: Tasks) -> None:
        super().__init__(window)
        self._window, self._vault, self._tasks = window, vault, tasks
        self.port = 0

    async def key(self) -> str:
        """What the link is kept by; empty while the keyring waits behind its prompt: the Stage does not, and has a link
        of its own this time."""
        if self.port and not self._vault.waits_with(_KEY):
            with suppress(TimeoutError):
                return await asyncio.wait_for(asyncio.to_thread(self._kept), _KEYRING_TAKES)
        return ""

    def _kept(self) -> str:
        """The same for every session, so that the link stays; it lets whoever has it watch."""
        if kept := self._vault.read(_KEY):
            return kept
        key = new_program_key()
        with suppress(VaultError):
            self._vault.write(_KEY, key)
        return key

    def show(self, host: StageHost) -> None:
        from akool_desktop.ui.sessions.program_dialog import ProgramDialog

        dialog = ProgramDialog(self._window, self.port, taken=host.taken)
        dialog.copy_wanted.connect(lambda colour, fit: self._make_link(host, colour, fit, self._copy))
        dialog.open_wanted.connect(lambda colour, fit: self._make_link(host, colour, fit, _browse))
        dialog.port_chosen.connect(self._choose_port)
        dialog.open()

    def _make_link(self, host: StageHost, colour: str, fit: Fit, take: Callable[[str], None]) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, StageError):  # the session has ended, the dialog is still there
                self.said.emit(told(str(error)))
            else:
                self.failed.emit(error)

        self._tasks.start("program view", lambda: host.program_url(colour, fit), take, failed)

    def _copy(self, url: str) -> None:
        clipboard.copy_secret(url)
        self.said.emit(tr(_COPIED))

    def _choose_port(self, port: int) -> None:
        self.port = port
        self.port_chosen.emit(port)


def _browse(url: str) -> None:
    QDesktopServices.openUrl(QUrl(url))

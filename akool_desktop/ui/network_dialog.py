"""How this program reaches the network: which proxy, its login, and a test that says what happened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from akool_desktop.desk.network import BadNetwork, NetworkDesk
from akool_desktop.store.network import NetworkSettings, ProxyMode
from akool_desktop.store.vault import Kept
from akool_desktop.ui.cards import sentence_of
from akool_desktop.ui.controls.dialog import Dialog
from akool_desktop.ui.controls.inner_signs import dot
from akool_desktop.ui.controls.layouts import input_rows
from akool_desktop.ui.controls.messages import muted_label
from akool_desktop.ui.controls.painted import FilledButton
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.tasks import Tasks
from akool_desktop.words import Words, marked

_MODES: tuple[tuple[str, ProxyMode], ...] = (
    (marked("As this computer is set up"), "system"),
    (marked("None"), "none"),
    (marked("The one entered here"), "manual"),
)
_CERTIFICATES = marked(
    "Certificates are those that this computer trusts, your company's among them. Practice needs no network. The Stage "
    "is in your browser and goes the browser's way."
)


class NetworkDialog(Dialog):
    """``said`` carries a sentence that needs no answer. ``url``: the server that is asked when it is tried."""

    said = Signal(str)

    def __init__(self, parent: QWidget, desk: NetworkDesk, tasks: Tasks, url: str) -> None:
        super().__init__(parent, tr("Network"))
        self._desk, self._tasks, self._url = desk, tasks, url
        settings = desk.settings
        self._mode = QComboBox()
        for label, mode in _MODES:
            self._mode.addItem(tr(label), mode)
        self._mode.setCurrentIndex(self._mode.findData(settings.proxy))
        self._address = QLineEdit(settings.address)
        self._address.setPlaceholderText("http://proxy.example.com:3128")
        self._user = QLineEdit(settings.user)
        self._password = QLineEdit()
        dot(self._password)
        self._password.setPlaceholderText(tr("unchanged") if settings.user else "")
        self._exceptions = QLineEdit(settings.exceptions)
        self._exceptions.setPlaceholderText("intranet.example.com, 10.0.0.0/8")
        self._test_button = QPushButton(tr("Test"))
        self._save_button = FilledButton(tr("Save"))
        self._lay_out()
        self._connect()
        self._show_mode()

    def _lay_out(self) -> None:
        self._form = input_rows()
        for label, entry in (
            (tr("Proxy"), self._mode), (tr("Address"), self._address), (tr("User name"), self._user),
            (tr("Password"), self._password), (tr("Not for"), self._exceptions),
        ):  # fmt: skip
            self._form.addRow(label, entry)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self._save_button.setDefault(True)
        self._page.addLayout(self._form)
        self._page.addWidget(muted_label(tr(_CERTIFICATES)))
        self._page.addLayout(self._messages)
        self._page.addStretch()
        self._buttons.add_aside(self._test_button)
        self._buttons.add(cancel)
        self._buttons.add(self._save_button)

    def _connect(self) -> None:
        self._mode.currentIndexChanged.connect(self._show_mode)
        self._test_button.clicked.connect(self._test)
        self._save_button.clicked.connect(self._save)
        self.finished.connect(self._stop_waiting)

    def _stop_waiting(self) -> None:
        """An answer that comes after the dialog is gone would find nobody."""
        for name in ("test network", "save network"):
            self._tasks.cancel(name)

    def _show_mode(self) -> None:
        for entry in (self._address, self._user, self._password, self._exceptions):
            self._form.setRowVisible(entry, self._mode.currentData() == "manual")
        self._fit()

    def _entered(self) -> NetworkSettings:
        return NetworkSettings(
            self._mode.currentData(), self._address.text().strip(), self._user.text().strip(), self._exceptions.text()
        )

    def _test(self) -> None:
        settings, password = self._entered(), self._password.text()
        self._tasks.restart(
            "test network", lambda: self._desk.test(settings, password, self._url), self._show_reached, self._show_error
        )
        self._show_message("clock", "muted", Words("Asking the server, without a key…"))

    def _save(self) -> None:
        settings, password = self._entered(), self._password.text()
        if self._tasks.start(
            "save network", lambda: self._desk.save(settings, password), self._finish, self._show_error
        ):
            self._let_change(False)

    def _let_change(self, can: bool) -> None:
        """Not while the keyring may wait with what was saved: what is changed then would be lost."""
        for part in (self._scroll, self._save_button):
            part.setEnabled(can)

    def _finish(self, kept: Kept | None) -> None:
        where = self._desk.kept_where() if kept else None
        words = Words("Network saved. Password: {where}.", where=where) if where else Words("Network saved.")
        self.said.emit(say(words))
        self.accept()

    def _show_reached(self, words: Words) -> None:
        self._show_message("done", "good", words)

    def _show_error(self, error: Exception) -> None:
        self._let_change(True)
        self._show_message("problem", "danger", sentence_of(error))
        if isinstance(error, BadNetwork):
            self._address.setAccessibleDescription(say(error.words))
            self._address.setFocus()

    def _show_message(self, icon_name: str, tone: str, words: Words) -> None:
        self._address.setAccessibleDescription("")
        super()._show_message(icon_name, tone, words)

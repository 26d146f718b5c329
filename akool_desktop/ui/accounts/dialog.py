"""Add an account, or change one: paste its key, test it for free, see where it is kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from akool_desktop.desk.accounts import AccountDesk
from akool_desktop.store.accounts import (
    DEFAULT_BASE_URL,
    Account,
    Auth,
    BadAccount,
    check_base_url,
    clean_secret,
)
from akool_desktop.store.redaction import SECRETS
from akool_desktop.store.vault import IN_KEYRING, WAITING, Kept
from akool_desktop.ui.accounts.colours import colour_list
from akool_desktop.ui.cards import sentence_of
from akool_desktop.ui.controls.dialog import Dialog
from akool_desktop.ui.controls.icons import IconButton
from akool_desktop.ui.controls.inner_signs import dot
from akool_desktop.ui.controls.layouts import input_rows
from akool_desktop.ui.controls.messages import muted_label
from akool_desktop.ui.controls.painted import FilledButton
from akool_desktop.ui.language import amount, say, tr
from akool_desktop.ui.tasks import Tasks
from akool_desktop.ui.theme import px
from akool_desktop.words import Words, marked

_AUTHS: tuple[tuple[str, Auth], ...] = ((marked("API key"), "api_key"), (marked("Bearer token"), "bearer"))


class AccountDialog(Dialog):
    """``saved`` carries the account once it is kept; ``removed`` when it is gone, but for its key.

    Nothing here blocks: the keyring and the network are asked through the tasks.
    """

    saved = Signal(Account)
    removed = Signal(Account)

    def __init__(self, parent: QWidget, desk: AccountDesk, tasks: Tasks, account: Account | None = None) -> None:
        super().__init__(parent, tr("Change the account") if account else tr("Add an account"))
        self._desk, self._tasks, self._account = desk, tasks, account
        self._name = QLineEdit(account.name if account else "")
        self._name.setPlaceholderText(tr("Client account"))
        self._colour = colour_list(account.colour if account else "ocean")
        self._auth = QComboBox()
        for label, auth in _AUTHS:
            self._auth.addItem(tr(label), auth)
        self._auth.setCurrentIndex(1 if account and account.auth == "bearer" else 0)
        self._secret = QLineEdit()
        dot(self._secret)
        # docs.akool.com, Authentication: “API” at the top of akool.com, then “API Credentials”
        self._secret.setPlaceholderText(tr("unchanged") if account else tr("From akool.com: API, API Credentials"))
        self._secret.textChanged.connect(lambda text: SECRETS.know_typed("account", text))
        self._base_url = QLineEdit(account.base_url if account else DEFAULT_BASE_URL)
        self._where = muted_label(tr("Asking this computer's keyring…"))
        self._again_button = QPushButton(tr("Ask the keyring again"))
        self._again_button.setProperty("kind", "link")
        self._again_button.setProperty("flush", "true")  # its words in line with those above
        self._this_run_button = QPushButton(tr("Keep it for this run only"))
        self._this_run_button.setProperty("kind", "link")
        self._test_button = QPushButton(tr("Test key"))
        self._save_button = FilledButton(tr("Save account"))
        self._lay_out()
        self._connect()
        self._ask_where()

    def offer(self, auth: Auth, secret: str, base_url: str) -> None:
        """What was found elsewhere, to begin with; nothing is kept until the operator saves it."""
        self._auth.setCurrentIndex(self._auth.findData(auth))
        self._secret.setText(secret)
        if base_url:
            self._base_url.setText(base_url)

    def _lay_out(self) -> None:
        self._form = input_rows()
        self._form.addRow(tr("Account name"), self._name)
        self._form.addRow(tr("Colour"), self._colour)
        self._form.addRow(tr("Kind of key"), self._auth)
        self._form.addRow(tr("Key or token"), self._secret_line())
        self._form.addRow(tr("Base URL"), self._base_url)
        self._page.addLayout(self._form)
        self._page.addLayout(self._messages)
        self._page.addStretch()
        self._buttons.add_aside(self._test_button)
        if self._account:
            remove = IconButton("delete", tr("Remove account"), token="danger", kind="danger")
            remove.clicked.connect(self._remove)
            self._buttons.add(remove)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self._save_button.setDefault(True)
        self._buttons.add(cancel)
        self._buttons.add(self._save_button)

    def _secret_line(self) -> QWidget:
        box = QWidget()
        reveal = IconButton("eye", tr("Reveal"), words=False)
        reveal.setCheckable(True)
        reveal.toggled.connect(
            lambda shown: self._secret.setEchoMode(
                QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
            )
        )
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self._secret, 1)
        line.addWidget(reveal)
        kept = QHBoxLayout()
        kept.addWidget(self._again_button)
        kept.addWidget(self._this_run_button)
        kept.addStretch()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addLayout(line)
        layout.addWidget(self._where)
        layout.addLayout(kept)
        box.setFocusProxy(self._secret)
        self._secret.setAccessibleName(tr("Key or token"))
        return box

    def _connect(self) -> None:
        self._test_button.clicked.connect(self._test)
        self._save_button.clicked.connect(self._save)
        self._again_button.clicked.connect(self._unlock)
        self._this_run_button.clicked.connect(self._keep_this_run)
        self._again_button.hide()
        self._this_run_button.hide()
        self.finished.connect(self._stop_waiting)

    def _stop_waiting(self) -> None:
        """An answer that comes after the dialog is gone would find nobody."""
        for name in ("where keys are kept", "unlock keyring", "test key", "save account"):
            self._tasks.cancel(name)

    # where the key is kept

    def _ask_where(self) -> None:
        self._tasks.restart("where keys are kept", self._desk.keeping, self._show_where, self._show_error)

    def _unlock(self) -> None:
        self._tasks.start("unlock keyring", self._desk.unlock, lambda _: self._ask_where(), self._show_error)

    def _keep_this_run(self) -> None:
        self._desk.vault.use_this_run()
        self._ask_where()

    def _show_where(self, where: Words) -> None:
        if where == IN_KEYRING:
            where = Words("It will be kept in this computer's keyring.")
        if say(where) != self._where.text():  # else who makes the dialog larger has it fitted anew at each look
            self._where.setText(say(where))
            self._tell_where()
            self._again_button.setVisible(self._desk.vault.reason is not None)
            self._this_run_button.setVisible(where == WAITING)
            self._fit()
        if where == WAITING:
            self._ask_where()

    def _tell_where(self) -> None:
        hint = self._secret.placeholderText()
        self._secret.setAccessibleDescription(f"{hint}\n{self._where.text()}")

    # what the buttons do

    def _test(self) -> None:
        auth: Auth = self._auth.currentData()
        url, secret = self._base_url.text(), self._secret.text()
        stored = self._account if not secret else None

        async def test() -> float:
            if stored:
                return await self._desk.test_stored(stored, auth, url)
            return await self._desk.test(auth, url, secret)

        # the button stays enabled: without it the focus would pass to Cancel, and Enter would throw the key away
        self._tasks.restart("test key", test, self._show_accepted, self._show_error)
        self._show_message("clock", "muted", Words("Asking for the credit balance…"))

    def _save(self) -> None:
        try:
            cleaned = clean_secret(self._secret.text())
            if not cleaned and not self._account:
                raise BadAccount(Words("Paste the key or token first."))
        except BadAccount as bad:
            self._show_error(bad)
            return
        if self._tasks.start("save account", self._keep, self._finish, self._show_error):
            self._save_button.setEnabled(False)

    async def _keep(self) -> tuple[Account, Kept | None]:
        name, colour, auth = self._name.text(), self._colour.currentData(), self._auth.currentData()
        if self._account:
            changed = Account(self._account.id, name, colour, auth, self._base_url.text())
            return await self._desk.change(changed, self._secret.text())
        return await self._desk.add(name, colour, auth, self._base_url.text(), self._secret.text())

    def _remove(self) -> None:
        account = self._account
        assert account

        def finish(_: None) -> None:
            self.removed.emit(account)
            self.accept()

        if not self._tasks.runs("save account"):
            self._tasks.start("remove account", lambda: self._desk.remove(account), finish, self._show_error)
            self._save_button.setEnabled(False)

    def reject(self) -> None:
        """Not while an account goes: what has begun is done to its end, and nobody else would hear of it."""
        if not self._tasks.runs("remove account"):
            super().reject()

    def _finish(self, kept: tuple[Account, Kept | None]) -> None:
        self.saved.emit(kept[0])
        self.accept()

    # what it says

    def _show_accepted(self, credits: float) -> None:
        accepted = Words("Key accepted. The account has {credits} credits.", credits=amount(credits))
        self._show_message("done", "good", accepted)

    def _show_error(self, error: Exception) -> None:
        self._save_button.setEnabled(True)
        self._show_message("problem", "danger", sentence_of(error))
        if isinstance(error, BadAccount):
            wrong = self._wrong()
            wrong.setAccessibleDescription(say(error.words))
            wrong.setFocus()

    def _wrong(self) -> QLineEdit:
        """What keeps the account from being used."""
        try:
            if not clean_secret(self._secret.text()) and not self._account:
                return self._secret
        except BadAccount:
            return self._secret
        try:
            check_base_url(self._base_url.text())
        except BadAccount:
            return self._base_url
        return self._name

    def _show_message(self, icon_name: str, tone: str, words: Words) -> None:
        for entry in (self._name, self._base_url):
            entry.setAccessibleDescription("")
        self._tell_where()
        super()._show_message(icon_name, tone, words)

"""The request for somebody else, copied as a command, as JSON or as .env, with words in its secrets' place."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from akool_desktop.session import handoff
from akool_desktop.session.handoff import Auth
from akool_desktop.store.accounts import DEFAULT_BASE_URL
from akool_desktop.ui import clipboard
from akool_desktop.ui.controls.icons import IconButton
from akool_desktop.ui.controls.menus import begin_at_first
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.theme import set_state
from akool_desktop.words import Words, marked

_FORMS = {
    marked("curl for bash"): handoff.as_bash,
    marked("curl for cmd"): handoff.as_cmd,
    marked("PowerShell"): handoff.as_powershell,
    marked(".env"): handoff.as_env,
}

_HOLDS = marked("This request without key and secrets: good as long as what it names is")


class CopyAs(IconButton):
    """``copied`` carries what to say of it."""

    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__("chevron-down", tr("Copy as"), kind="quiet")
        self._body: Mapping[str, object] = {}
        self._base_url = DEFAULT_BASE_URL
        self._auth: Auth = "api_key"
        menu = QMenu(self)
        menu.addAction(tr(_HOLDS)).setEnabled(False)
        menu.addSeparator()
        for name, write in _FORMS.items():
            menu.addAction(tr(name)).triggered.connect(
                lambda _=False, name=name, write=write: self._copy(name, write(self._body, self._base_url, self._auth))
            )
        menu.addAction(tr("JSON")).triggered.connect(lambda: self._copy("JSON", handoff.as_json(self._body)))
        self.setMenu(begin_at_first(menu))

    def show_words(self, shown: bool) -> None:
        super().show_words(shown)
        set_state(self, "kind", "quiet" if shown else "icon")

    def show_body(self, body: Mapping[str, object]) -> None:
        """No secret stays here."""
        self._body = handoff.for_others(body)

    def show_address(self, base_url: str, auth: Auth) -> None:
        """Practice has no address that anybody else could use: Akool's own stands there."""
        self._base_url, self._auth = base_url or DEFAULT_BASE_URL, auth

    def _copy(self, name: str, text: str) -> None:
        clipboard.copy(text)
        self.copied.emit(say(Words("Request copied as {what}, without your key", what=Words(name))))

"""The draft for somebody else: a menu that copies it as a command, JSON or .env, or makes a sheet of paper of it."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidgetAction

from akool_desktop.session import handoff, sheet
from akool_desktop.session.fields import BY_KEY
from akool_desktop.session.handoff import Auth
from akool_desktop.session.rules import Draft
from akool_desktop.session.summary import Names
from akool_desktop.store.accounts import DEFAULT_BASE_URL
from akool_desktop.ui.clipboard import clipboard
from akool_desktop.ui.icons import IconButton
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.rows import muted_label
from akool_desktop.ui.theme import px, set_state
from akool_desktop.words import Words

_CONTENTS = (
    "The whole request, with words or nothing in the place of your key and of every secret. It is good for as long as "
    "what it names exists; each run creates a session."
)
_SHELLS = {
    "curl for bash": (handoff.as_bash, "A command for Linux and macOS. The key comes from $AKOOL_API_KEY there."),
    "curl for cmd": (handoff.as_cmd, "A command for Windows. The key comes from %AKOOL_API_KEY% there."),
    "PowerShell": (handoff.as_powershell, "A command for PowerShell. The key comes from $env:AKOOL_API_KEY there."),
}
_JSON = "The body of the request alone: no address, no key."
_ENV = "One setting a line, for a program. The lines of your key and of secrets are empty."
_SHEET = "One page to print or send: what it is, how to join, what to do when something fails. No secret is on it."


class CopyAs(IconButton):
    """``copied`` carries what to say of it, ``sheet_wanted`` a Sheet to be saved."""

    copied = Signal(str)
    sheet_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("chevron-down", tr("Copy as"), kind="quiet")
        self.setAccessibleName(tr("Copy as"))
        self.setAccessibleDescription(tr(_CONTENTS))
        self._body: Mapping[str, object] = {}
        self._draft: Draft = {}
        self._names: Names = {}
        self._base_url = DEFAULT_BASE_URL
        self._auth: Auth = "api_key"
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.addAction(_told(self._menu))
        for name, (write, contents) in _SHELLS.items():
            self._add(name, contents, partial(self._write, write))
        self._add("JSON", _JSON, lambda: handoff.as_json(self._body))
        self._add(".env", _ENV, lambda: handoff.as_env(self._body))
        self._menu.addSeparator()
        made = self._menu.addAction(tr("Hand-off sheet…"))
        made.setToolTip(tr(_SHEET))
        made.triggered.connect(lambda: self.sheet_wanted.emit(sheet.of_draft(self._draft, self._names)))
        self.setMenu(self._menu)

    def _add(self, name: str, contents: str, write: Callable[[], str]) -> None:
        action = self._menu.addAction(tr(name))
        action.setToolTip(tr(contents))
        action.triggered.connect(lambda: self._copy(name, write()))

    def _write(self, write: Callable[[Mapping[str, object], str, Auth], str]) -> str:
        return write(self._body, self._base_url, self._auth)

    def show_words(self, shown: bool) -> None:
        self.setText(tr("Copy as") if shown else "")
        self.setToolTip("" if shown else tr("Copy as"))
        set_state(self, "kind", "quiet" if shown else "icon")

    def show_draft(self, draft: Draft, body: Mapping[str, object], names: Names) -> None:
        """No secret stays here."""
        self._body = handoff.for_others(body)
        self._draft = {key: found for key, found in draft.items() if not (key in BY_KEY and BY_KEY[key].secret)}
        self._names = names

    def show_address(self, base_url: str, auth: Auth) -> None:
        """Where the chosen account's requests go, and how it signs them in. Practice has no address that anybody
        else could use: Akool's own stands there."""
        self._base_url, self._auth = base_url or DEFAULT_BASE_URL, auth

    def _copy(self, name: str, text: str) -> None:
        clipboard().copy(text)
        self.copied.emit(say(Words("Request copied as {what}, without your key", what=Words(name))))


def _told(menu: QMenu) -> QWidgetAction:
    """What all of them contain, above them; no line to be chosen."""
    label = muted_label(tr(_CONTENTS))
    label.setFixedWidth(px(300))
    label.setContentsMargins(px(12), px(8), px(12), px(8))
    action = QWidgetAction(menu)
    action.setDefaultWidget(label)
    action.setEnabled(False)
    return action

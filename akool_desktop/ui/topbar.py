"""The top bar: whose account, how many credits, how it looks."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QUndoStack,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from akool_desktop.store.accounts import RESERVED_NAMES, Account
from akool_desktop.store.settings import Settings
from akool_desktop.ui.accounts.colours import account_dot
from akool_desktop.ui.choices import OFFERED
from akool_desktop.ui.controls.icons import Icon, IconButton
from akool_desktop.ui.controls.menus import begin_at_first
from akool_desktop.ui.controls.name_button import NameButton
from akool_desktop.ui.controls.painted import OneLine
from akool_desktop.ui.controls.toast import Toast
from akool_desktop.ui.controls.tooltips import plain
from akool_desktop.ui.keyboard.mnemonics import prefer
from akool_desktop.ui.language import say, say_on_button, tr, words_of
from akool_desktop.ui.places import Shape
from akool_desktop.ui.sessions.looks import account_of
from akool_desktop.ui.sharing import SharingSign
from akool_desktop.ui.theme import font, px
from akool_desktop.words import Words, marked


class TopBar(QWidget):
    account_chosen = Signal(Account)
    account_wanted = Signal()
    account_opened = Signal()
    chosen = Signal(str, str)
    network_wanted = Signal()
    support_wanted = Signal()
    history_wanted = Signal()
    presets_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sign, self._name = Icon("live", "accent"), QLabel("Akool Desktop")
        self._name.setFont(font("strong"))
        self._choice_menus: dict[str, QMenu] = {}  # by the name of what is chosen
        self.toast = Toast()
        self.sharing = SharingSign()
        self._settings_button = IconButton("settings", tr("Appearance"), words=False, kind="bare")
        self._settings_button.setMenu(begin_at_first(QMenu(self._settings_button)))
        self._history_button = IconButton("history", tr("History"), kind="quiet")
        self._history_button.clicked.connect(self.history_wanted)
        self._presets_button = IconButton("panel", tr("Presets"), kind="quiet")
        self._presets_button.clicked.connect(self.presets_wanted)
        self._presets_button.hide()
        self._has_room = True
        self._preset = OneLine()  # the open one, while the panel does not tell
        self._undo_button = _EditButton("undo", marked("Undo {edit}"), marked("Undo"))
        self._redo_button = _EditButton("redo", marked("Redo {edit}"), marked("Redo"))
        self._credits = QLabel()
        self._credits.setProperty("tone", "muted")
        self._credits.setContentsMargins(0, 0, px(4), 0)
        self._account_button = NameButton()
        self._account_button.setObjectName("account")
        self._account_button.setIconSize(QSize(px(24), px(16)))
        self._account_button.setMenu(begin_at_first(QMenu(self._account_button)))
        for button, letter in (
            (self._presets_button, "P"), (self._undo_button, "U"), (self._redo_button, "R"),
            (self._history_button, "H"), (self._settings_button, "A"), (self._account_button, "T"),
        ):  # fmt: skip
            prefer(button, letter)
        self._lay_out()
        self.show_credits(None)

    def _lay_out(self) -> None:
        self._layout = QHBoxLayout(self)
        before = (self._sign, self._name, self._undo_button, self._redo_button, self._presets_button, self._preset)
        after = (self.sharing, self._history_button, self._settings_button, self._credits, self._account_button)
        for part in before:
            self._layout.addWidget(part)
        self._layout.addStretch(1)
        self._layout.addWidget(self.toast)
        self._layout.addStretch(1)
        for later in after:
            self._layout.addWidget(later)

    def stand(self, shape: Shape) -> None:
        """Without columns, what the title of the window says is left out, and two buttons have no words beside them."""
        self._has_room = has_room = shape.columns
        self.setFixedHeight(shape.top_bar)
        for part in (self._sign, self._name):
            part.setVisible(has_room)
        self._layout.setContentsMargins(*map(px, (16, 0, 16, 0) if has_room else (10, 0, 14, 0)))
        self._layout.setSpacing(px(10 if has_room else 4))
        for button in (self._presets_button, self._history_button):
            button.show_words(has_room)
        self._make_room()

    def hold_toast(self, toast: "Toast") -> None:
        """Its place is in the free middle."""
        self._layout.removeWidget(toast)  # or its own place is counted with the others
        self._layout.insertWidget(self._layout.indexOf(self.sharing) - 1, toast)

    def show_credits(self, words: Words | None, why: Words | None = None) -> None:
        """``why`` says what kept them from being read: a tooltip, since nothing is stopped by it."""
        self._credits.setText(say(words) if words else "")
        self._credits.setToolTip(plain(say(why)) if why else "")

    def follow_edits(self, edits: QUndoStack) -> None:
        """Undo and redo by name, where there is something to undo or redo."""
        for button, act, can, text in (
            (self._undo_button, edits.undo, edits.canUndoChanged, edits.undoTextChanged),
            (self._redo_button, edits.redo, edits.canRedoChanged, edits.redoTextChanged),
        ):
            button.clicked.connect(act)
            can.connect(button.setEnabled)
            text.connect(button.show_edit)

    def show_presets_button(self, shown: bool) -> None:
        """Where the panel itself has no room, or was put away."""
        self._presets_button.setVisible(shown)
        self._make_room()

    def show_preset(self, name: str) -> None:
        """Of the preset in the form."""
        self._preset.setText(name)
        self._preset.setToolTip(plain(name))
        self._make_room()

    def _make_room(self) -> None:
        """For the preset's name, where the panel does not tell it and there is any. It gives way to a toast, and moves
        nothing by that.
        """
        shown = bool(self._preset.text().strip()) and not self._presets_button.isHidden() and self._has_room
        self._preset.setVisible(shown)
        preset, after = self._layout.indexOf(self._preset), self._layout.indexOf(self.sharing) - 1
        self._layout.setStretch(preset, 1 if shown else 0)
        for free in (preset + 1, after):
            self._layout.setStretch(free, 0 if shown else 1)

    def show_choices(self, settings: Settings) -> None:
        """What may be chosen of how the window looks and speaks, and what is."""
        menu = _emptied(self._settings_button.menu())
        for name, (caption, choices) in OFFERED.items():
            into = self._menu_of(name, tr(caption)) if caption else menu
            if caption:
                menu.addMenu(into)
            _offer(into, choices, getattr(settings, name), partial(self.chosen.emit, name))
            if not caption:
                menu.addSeparator()
        menu.addSeparator()
        menu.addAction(tr("Network…")).triggered.connect(self.network_wanted)
        hide = menu.addAction(tr("Hide secrets, links and names (Ctrl+Shift+H)"))
        hide.setCheckable(True)
        hide.setChecked(self.sharing.on)
        hide.triggered.connect(self.sharing.toggle)
        menu.addAction(tr("Support bundle…")).triggered.connect(self.support_wanted)

    def _menu_of(self, name: str, caption: str) -> QMenu:
        """Made once: of one made anew, what Python has of it would stay."""
        if name not in self._choice_menus:
            self._choice_menus[name] = QMenu(self._settings_button.menu())
        menu = _emptied(self._choice_menus[name])
        menu.setTitle(caption)
        return menu

    def show_accounts(self, accounts: Sequence[Account], chosen: Account, host: str) -> None:
        """``host`` is named where it is not the account's usual one."""
        words = Words("{account} at {host}" if host else "{account}", account=account_of(chosen.name), host=host)
        self._account_button.setText(say_on_button(words))
        self._account_button.setIcon(account_dot(chosen.colour, before=px(8)))
        self._account_button.setAccessibleName(say(Words("Account: {account}", account=words)))
        menu = _emptied(self._account_button.menu())
        group = QActionGroup(menu)
        for account in accounts:
            dot, name = account_dot(account.colour), say_on_button(account_of(account.name))
            action = QAction(dot, name, menu, checkable=True, checked=account.id == chosen.id)
            if action.isChecked():
                action.setFont(font("strong"))  # the dot stands where a tick would
            action.triggered.connect(lambda _=False, account=account: self.account_chosen.emit(account))
            group.addAction(action)
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(tr("Add an account…")).triggered.connect(self.account_wanted)
        if chosen.name not in RESERVED_NAMES:
            change = Words("Change {account}…", account=chosen.name)
            menu.addAction(say_on_button(change)).triggered.connect(self.account_opened)


def _emptied(menu: QMenu) -> QMenu:
    """clear() leaves groups to the end of the program."""
    menu.clear()
    for left in menu.findChildren(QActionGroup, options=Qt.FindChildOption.FindDirectChildrenOnly):
        left.deleteLater()
    return menu


def _offer(menu: QMenu, choices: Mapping[str, str], chosen: str, choose: Callable[[str], object]) -> None:
    group = QActionGroup(menu)
    for name, label in choices.items():
        action = QAction(tr(label), menu, checkable=True, checked=name == chosen)
        action.triggered.connect(lambda _=False, name=name: choose(name))
        group.addAction(action)
        menu.addAction(action)


class _EditButton(IconButton):
    """Says which edit of the form it takes back, or makes again."""

    def __init__(self, icon_name: str, name: str, none: str) -> None:
        super().__init__(icon_name, "", words=False, kind="bare")
        self._name, self._none = name, none
        self.show_edit("")
        self.setEnabled(False)

    def show_edit(self, edit: str) -> None:
        self.show_name(say(Words(self._name, edit=words_of(edit))) if edit else tr(self._none))

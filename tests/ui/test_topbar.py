"""The top bar, for as long as the program runs."""

import gc

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QMenu
from ui.driving import Program

from akool_desktop.store.accounts import DEFAULT_BASE_URL, Account
from akool_desktop.store.settings import Settings


def test_the_account_in_force_is_told_in_the_menu_without_a_colour(screen: Program) -> None:
    names = "Client account", "Other client"
    accounts = [Account(name, name, "plum", "api_key", DEFAULT_BASE_URL) for name in names]
    screen.window._topbar.show_accounts(accounts, accounts[1], "")
    menu = screen.window._topbar._account_button.menu()
    bold = [action.text() for action in menu.actions() if action.font().bold()]
    assert bold == ["Other client"]


def test_menus_that_are_filled_anew_leave_none_behind(screen: Program) -> None:
    def menus() -> int:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        return sum(isinstance(found, QMenu) for found in gc.get_objects())

    before = menus()
    for language in ("en", "zh_CN", "en"):
        screen.window._topbar.show_choices(Settings(language=language))
    assert menus() == before

"""The command line: arguments, checked before any window opens. Never imports Qt."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from akool_desktop import __version__
from akool_desktop.desk.accounts import PRACTICE, AccountDesk
from akool_desktop.display import missing_display
from akool_desktop.paths import Paths, folders, resource
from akool_desktop.practice.service import PracticeService
from akool_desktop.store.accounts import AccountBook, BadAccount, check_base_url, clean_secret
from akool_desktop.store.settings import SettingsFile
from akool_desktop.store.vault import Vault


class _Arguments(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        _refuse(message)


def _refuse(message: str) -> NoReturn:
    """One clear line, exit code 2."""
    print("akool-desktop:", " ".join(message.split()), file=sys.stderr)
    raise SystemExit(2)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    parser = _Arguments(prog="akool-desktop", description="A desktop console for Akool streaming avatars.")
    parser.add_argument("--account", metavar="NAME", help="the account to start with")
    parser.add_argument("--base-url", metavar="URL", help="use the chosen account at this address in this run")
    parser.add_argument("--data-dir", metavar="DIR", type=Path, help="the folder for all that the program writes")
    parser.add_argument("--version", action="version", version=f"Akool Desktop {__version__}")
    arguments = parser.parse_args(argv)
    paths = folders(arguments.data_dir)
    practice = PracticeService(resource("contract/create-session.json"), resource("practice/catalogue.json"))
    accounts = _accounts(arguments, paths, practice)
    if missing := missing_display():
        print(f"akool-desktop: {missing}", file=sys.stderr)
        return 1
    try:
        from akool_desktop.app import run
    except ImportError as error:
        print(f"akool-desktop: Qt could not be loaded ({error}). {_QT_LIBRARIES}", file=sys.stderr)
        return 1
    return run(paths, accounts, practice)


def _accounts(arguments: argparse.Namespace, paths: Paths, practice: PracticeService) -> AccountDesk:
    """The accounts with the right one chosen: by argument, by environment, as last time, or the first there is."""
    try:
        environment_key = clean_secret(os.environ.get("AKOOL_API_KEY", ""))
    except BadAccount as bad:
        _refuse(f"AKOOL_API_KEY: {bad.words}")
    desk = AccountDesk(
        AccountBook(paths.config), Vault(), environment_key=environment_key, start_practice=practice.start
    )
    if arguments.account is not None:
        account = desk.named(arguments.account)
        if account is None:
            known = ", ".join(account.name for account in desk.accounts)
            _refuse(f"there is no account named {arguments.account!r}; there are: {known}")
        desk.choose(account)
    elif not environment_key:
        desk.choose_remembered(SettingsFile(paths.config).load().account)
    if arguments.base_url is not None:
        _override(desk, arguments.base_url)
    return desk


def _override(desk: AccountDesk, base_url: str) -> None:
    if desk.chosen.id == PRACTICE.id:
        _refuse("--base-url cannot be used with Practice, which runs on this computer; "
                "choose an account with --account or set AKOOL_API_KEY")
    try:
        desk.override_base_url(check_base_url(base_url))
    except BadAccount as bad:
        _refuse(f"--base-url: {bad.words}")


_QT_LIBRARIES = (
    "On Debian or Ubuntu: apt-get install -y --no-install-recommends libegl1 libgl1 libglib2.0-0 libdbus-1-3 "
    "libfontconfig1 libxkbcommon0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
)

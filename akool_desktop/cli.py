"""The command line: arguments, checked before any window opens. Never imports Qt."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from akool_desktop import __version__
from akool_desktop.commands import COMMANDS, Command, Setting
from akool_desktop.commands.running import plain, say
from akool_desktop.desk.accounts import PRACTICE, AccountDesk
from akool_desktop.desk.network import NetworkDesk
from akool_desktop.desk.presets import PresetDesk
from akool_desktop.display import leave_silent_bus, missing_display
from akool_desktop.paths import Paths, folders, resource
from akool_desktop.practice.service import PracticeService
from akool_desktop.store.accounts import AccountBook, BadAccount, check_base_url, clean_secret
from akool_desktop.store.drafts import Drafts
from akool_desktop.store.files import StoreError, left_alone, set_aside
from akool_desktop.store.network import NetworkFile
from akool_desktop.store.preset_file import Stored
from akool_desktop.store.presets import PresetFolder
from akool_desktop.store.settings import Settings, SettingsFile
from akool_desktop.store.vault import Vault


class _Arguments(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        _refuse(message)


def _refuse(message: str) -> NoReturn:
    """One clear line, exit code 2."""
    print("akool-desktop:", plain(" ".join(message.split())), file=sys.stderr)
    raise SystemExit(2)


def main(
    argv: Sequence[str] | None = None,
    run_window: Callable[..., int] | None = None,
    settings_file: SettingsFile | None = None,
) -> int:
    """Run the program; returns its exit code. ``run_window`` goes on from the window's first look, for which
    ``settings_file`` has been read."""
    if sys.stderr is None:  # closed by whoever started this: what is said there must not get among the results
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # as long as the program runs
    arguments = _parser().parse_args(argv)
    command = next((found for found in COMMANDS if found.name == arguments.command), None)
    _check_preset(arguments, command)
    paths = folders(arguments.data_dir)
    practice = PracticeService(resource("contract/create-session.json"), resource("practice/catalogue.json"))
    damaged = left_alone if command else set_aside
    settings_file = settings_file or SettingsFile(paths.config, damaged)
    settings = settings_file.load()
    accounts = _accounts(arguments, AccountBook(paths.config, damaged), practice, settings)
    network = NetworkDesk(NetworkFile(paths.config, damaged), accounts.vault)
    if command is None:
        if missing := missing_display():
            print(f"akool-desktop: {missing}", file=sys.stderr)
            return 1
        leave_silent_bus()
    try:
        if command:
            for said in filter(None, (settings_file.said, accounts.said, network.said)):
                say(said)
            with _presets(paths, accounts, settings) as presets:
                preset = _found(presets, arguments.preset)
                named = arguments.account is not None
                known = named or settings.account == accounts.chosen.id
                remembers = bool(settings.account) or settings_file.said is not None
                return command.run(Setting(arguments, paths, accounts, presets, preset, named, known, remembers))
        wanted = ""
        if arguments.preset:
            with _presets(paths, accounts, settings) as presets:
                preset = _found(presets, arguments.preset)
                wanted = str(preset.path.absolute()) if preset else ""
            accounts.choose(accounts.chosen)  # who names a preset needs no doors
        return (run_window or _open_window)(paths, accounts, network, practice, settings_file, wanted)
    finally:
        practice.stop()


def _parser() -> argparse.ArgumentParser:
    """The program's own options stand before a command or after it; what is said after it counts."""
    parser = _Arguments(
        prog="akool-desktop",
        description="A desktop console for Akool streaming avatars. Without a command it opens its window.",
        epilog="A command exits with 0 when all is done, 1 when it failed, 2 when its arguments are wrong, and 3 when "
        "the outcome is unknown.",
    )
    _add_options(parser)
    parser.add_argument("--version", action="version", version=f"Akool Desktop {__version__}")
    parser.set_defaults(account=None, base_url=None, data_dir=None, preset="")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for command in COMMANDS:
        about = f"{command.help[0].upper()}{command.help[1:]}."
        added = commands.add_parser(command.name, help=command.help, description=about)
        _add_options(added, takes_preset=command.needs_preset)
        command.add_arguments(added)
    return parser


def _add_options(parser: argparse.ArgumentParser, *, takes_preset: bool = True) -> None:
    options: dict[str, tuple[str, Callable[[str], object], str]] = {
        "--account": ("NAME", str, "the account to work with"),
        "--base-url": ("URL", str, "use the chosen account at this address in this run"),
        "--data-dir": ("DIR", _folder, "the folder for all that the program writes"),
        "--preset": ("NAME-or-FILE", str, "the preset to fill in, or to create from"),
    }
    if not takes_preset:
        options["--preset"] = ("NAME-or-FILE", str, argparse.SUPPRESS)  # known only to be refused by name
    for name, (metavar, kind, text) in options.items():
        parser.add_argument(name, metavar=metavar, type=kind, help=text, default=argparse.SUPPRESS)


def _folder(named: str) -> Path:
    """A script's variable that was never set is no folder: all would be written where it happens to stand."""
    if not named:
        raise argparse.ArgumentTypeError("it names no folder")
    return Path(named)


def _check_preset(arguments: argparse.Namespace, command: Command | None) -> None:
    if command and command.needs_preset and not arguments.preset:
        _refuse(f"{command.name} needs --preset NAME-or-FILE")
    if command and arguments.preset and not command.needs_preset:
        _refuse(f"--preset cannot be used with {command.name}")


@contextmanager
def _presets(paths: Paths, accounts: AccountDesk, settings: Settings) -> Iterator[PresetDesk]:
    folder = PresetFolder(settings.presets_in(paths.presets), paths.data)
    try:
        yield PresetDesk(folder, Drafts(paths.data / "drafts"), accounts.vault, resource("presets"))
    finally:
        folder.close()


def _found(presets: PresetDesk, name_or_file: str) -> Stored | None:
    try:
        return presets.find(name_or_file) if name_or_file else None
    except StoreError as error:
        _refuse(f"--preset: {error.words}")


def _open_window(
    paths: Paths, accounts: AccountDesk, network: NetworkDesk, practice: PracticeService, settings_file: SettingsFile,
    preset: str,
) -> int:  # fmt: skip
    try:
        from akool_desktop.app import run
    except ImportError as error:
        print(f"akool-desktop: Qt could not be loaded ({error}). {_QT_LIBRARIES}", file=sys.stderr)
        return 1
    return run(paths, accounts, network, practice, settings_file, preset)


def _accounts(
    arguments: argparse.Namespace, book: AccountBook, practice: PracticeService, settings: Settings
) -> AccountDesk:
    """The accounts with the right one chosen: by argument, by environment, as last time, or the first there is."""
    given = os.environ.get("AKOOL_API_KEY", "").strip()
    try:
        environment_key = clean_secret(given)
    except BadAccount as bad:
        _refuse(f"AKOOL_API_KEY: {bad.words}")
    if given and not environment_key:  # else another account would pay than whoever set it had in mind
        _refuse("AKOOL_API_KEY: it holds no key, only what stands around one")
    desk = AccountDesk(book, Vault(), environment_key=environment_key, start_practice=practice.start)
    if arguments.account is not None:
        account = desk.named(arguments.account)
        if account is None:
            if desk.said:  # it may have been in there
                say(desk.said)
            known = ", ".join(account.name for account in desk.accounts)
            _refuse(f"there is no account named {arguments.account!r}; there are: {known}")
        desk.choose(account)
    elif not environment_key:
        desk.choose_remembered(settings.account)
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

"""How a command runs: its desks, its loop, Ctrl-C, and the one line that says what went wrong."""

import asyncio
import logging
import os
import signal
import sys
from argparse import Namespace
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from akool_desktop import __version__
from akool_desktop.desk.accounts import ENVIRONMENT, PRACTICE, AccountDesk
from akool_desktop.desk.presets import PresetDesk
from akool_desktop.desk.sessions import SessionDesk
from akool_desktop.desk.signals import asking_to_end
from akool_desktop.desk.strays import Strays
from akool_desktop.desk.threads import DaemonExecutor
from akool_desktop.paths import Paths
from akool_desktop.store.accounts import Account
from akool_desktop.store.ledger import Ledger
from akool_desktop.store.log import Log
from akool_desktop.store.preset_file import Stored
from akool_desktop.store.redaction import SECRETS
from akool_desktop.words import Card, Words

_LOG = logging.getLogger(__name__)


class Exit(IntEnum):
    """UNKNOWN: a session may be running that nobody here has in hand."""

    DONE = 0
    FAILED = 1
    WRONG_ARGUMENTS = 2
    UNKNOWN = 3


class Failed(Exception):  # noqa: N818  # the end of a command
    """``words`` are the one line that is said."""

    def __init__(self, words: Words, code: Exit = Exit.FAILED) -> None:
        super().__init__(words)
        self.words, self.code = words, code


@dataclass(frozen=True)
class Setting:
    """What the command line has put together.

    ``chose_account``: by name, not as last time or for want of another. ``knows_account``: by name or as last time.
    ``remembers_account``: the settings name one, which is not here, or are damaged and may have named one.
    """

    arguments: Namespace
    paths: Paths
    accounts: AccountDesk
    presets: PresetDesk
    preset: Stored | None
    chose_account: bool
    knows_account: bool
    remembers_account: bool


@dataclass(frozen=True)
class Desks:
    ledger: Ledger
    sessions: SessionDesk
    strays: Strays


Work = Callable[[Desks], Coroutine[Any, Any, Exit]]


def run_desks(setting: Setting, work: Work, interrupt: Callable[[Desks], bool], *, buys: bool = False) -> int:
    """Play ``work`` to its end. ``interrupt`` is asked at Ctrl-C, once: whether the work ends itself now.

    Work that ``buys`` is not begun where its sessions would be written down for this run only.
    """
    log = Log(setting.paths.log, "commands")
    log.open()
    name = setting.arguments.command
    _LOG.info("Akool Desktop %s: %s has started", __version__, name)
    try:
        code = _run(setting, work, interrupt, buys)
        _LOG.info("%s has ended with %d", name, code)
        return code
    finally:
        log.close()


def _run(setting: Setting, work: Work, interrupt: Callable[[Desks], bool], buys: bool) -> int:
    ledger = Ledger(setting.paths.data)
    try:
        if buys and not ledger.is_shared:
            raise Failed(Words("{said} This run ends with the command, so nothing was sent. Make room on the disk, or "
                               "name another folder with --data-dir.", said=ledger.said or ""))
        if ledger.said:
            say(ledger.said)
        sessions = SessionDesk(ledger, setting.accounts, origin="command")
        desks = Desks(ledger, sessions, Strays(ledger, setting.accounts, sessions))
        with asyncio.Runner() as runner:
            runner.get_loop().set_default_executor(DaemonExecutor())
            return runner.run(_live(setting, desks, work, interrupt))
    except Failed as failed:
        say(failed.words)
        return failed.code
    finally:
        ledger.close()


async def _live(setting: Setting, desks: Desks, work: Work, interrupt: Callable[[Desks], bool]) -> Exit:
    loop = asyncio.get_running_loop()
    task = asyncio.ensure_future(work(desks))
    interrupted = False

    def hear() -> None:
        nonlocal interrupted
        if interrupted or not interrupt(desks):
            task.cancel()
        interrupted = True

    for name in asking_to_end():
        try:
            loop.add_signal_handler(name, hear)
        except NotImplementedError:  # Windows
            signal.signal(name, lambda *_: loop.call_soon_threadsafe(hear))
    try:
        return await task
    except asyncio.CancelledError:
        return Exit.FAILED
    finally:
        with suppress(Exception):
            await asyncio.wait_for(setting.accounts.close(), 2)


def is_practice(setting: Setting) -> bool:
    return setting.accounts.chosen.id == PRACTICE.id


def paying(setting: Setting) -> Account:
    """The account that what is started or ended is charged to. It is not guessed where several might be meant, nor
    where it was chosen and is not known or not here any more: it may have been Practice."""
    chosen = setting.accounts.chosen
    if setting.knows_account or chosen.id == ENVIRONMENT.id:
        return chosen
    if setting.remembers_account:
        raise Failed(Words("The account that was chosen last is not known here. Name one with --account. Nothing was "
                           "sent."))
    if sum(account.id != PRACTICE.id for account in setting.accounts.accounts) > 1:
        raise Failed(Words("Of several accounts none is chosen. Name one with --account. Nothing was sent."))
    return chosen


def failed_by(error: Exception) -> Failed:
    """The line for what a desk raised. A fault of the program's own is named only: its text may quote a secret."""
    card, words = getattr(error, "card", None), getattr(error, "words", None)
    if isinstance(card, Card):
        return Failed(line_of(card))
    if isinstance(words, Words):
        return Failed(words)
    _LOG.error("A fault of the program's own", exc_info=error)
    return Failed(Words("Something went wrong in this program: {fault}.", fault=type(error).__name__))


def line_of(card: Card) -> Words:
    return Words(
        "{title}. {happened} Did it cost anything? {cost} {advice}",
        title=card.title,
        happened=card.happened,
        cost=card.cost,
        advice=card.advice,
    )


def say(words: Words) -> None:
    """One line on standard error, whatever is in it, but for secrets; the terminal may be gone."""
    line = plain(SECRETS.clean(" ".join(str(words).split())))
    with suppress(OSError):
        print("akool-desktop:", line, file=sys.stderr)
    _LOG.info("Said: %s", _without_values(words))


def _without_values(words: Words) -> str:
    """They may be names of accounts and presets, and the log goes into the support bundle."""
    named = {
        name: _without_values(found) if isinstance(found, Words) else f"{{{name}}}"
        for name, found in words.values.items()
    }
    return words.template.format(**named)


def plain(text: str) -> str:
    """A sign that a terminal might act on is written as its number: names come from anybody's presets and servers."""
    return "".join(
        sign if sign.isprintable() or sign == "\n" else sign.encode("unicode_escape").decode() for sign in text
    )


def write(text: str) -> None:
    """The result. Where nobody reads it any more it is said as an error, lest it be lost.

    A letter that the terminal or the file does not have is written as its number: a file of Windows knows few, and a
    name of a folder may hold what is none.
    """
    try:
        if sys.stdout is None:  # closed by whoever started this: print() would lose it without a word
            raise OSError
        letters = sys.stdout.encoding or "utf-8"
        print(plain(text).encode(letters, "backslashreplace").decode(letters), flush=True)
    except OSError:
        with suppress(OSError, ValueError):  # else Python tries once more at its end, and exits with a code of its own
            if sys.stdout is not None:
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise Failed(Words("The result could not be written: {text}", text=text)) from None

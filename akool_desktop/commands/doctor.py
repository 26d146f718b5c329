"""``akool-desktop doctor``: how this computer is set up; with ``--live``, what Akool really does, in a minute."""

import asyncio
import platform
import sys
import time
from argparse import ArgumentParser
from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path

from akool_desktop import __version__
from akool_desktop.akool.errors import AkoolError
from akool_desktop.akool.reach import reach
from akool_desktop.commands.running import (
    Desks,
    Exit,
    Failed,
    Setting,
    failed_by,
    is_practice,
    plain,
    run_desks,
    say,
    write,
)
from akool_desktop.desk.proof import MOST_SECONDS, Proof
from akool_desktop.desk.proof_lines import NEEDED, Line
from akool_desktop.desk.withdrawn import Withdrawn
from akool_desktop.store.accounts import DEFAULT_BASE_URL
from akool_desktop.store.entry import Entry
from akool_desktop.store.files import StoreError, write_whole
from akool_desktop.store.redaction import SECRETS, without_links
from akool_desktop.words import Words

_TYPES = tuple(NEEDED)
_SHORT = 4  # letters: an id that is not longer cannot be told from other words


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--live", action="store_true", help=f"try the real service; costs {MOST_SECONDS} seconds of credits at most"
    )
    parser.add_argument(
        "--stream-type", action="append", choices=_TYPES, metavar="TYPE",
        help=f"with --live: only this one ({', '.join(_TYPES)}); may be given again",
    )  # fmt: skip
    parser.add_argument("--avatar", default="", metavar="ID", help="with --live: the avatar; else the first usable one")
    parser.add_argument("--report", type=Path, metavar="FILE", help="with --live: where the report goes")


def run(setting: Setting) -> int:
    if not setting.arguments.live:
        if option := _lost_option(setting):
            say(Words("{option} is for --live", option=option))
            return Exit.WRONG_ARGUMENTS
        return run_desks(setting, partial(_look_around, setting), lambda _: False)
    if is_practice(setting):
        say(Words("Practice is a stand-in and would prove nothing. Name an account, or set AKOOL_API_KEY."))
        return Exit.FAILED
    types = list(dict.fromkeys(setting.arguments.stream_type or _TYPES))
    if not _agreed(setting, types):
        say(Words("Nothing was sent."))
        return Exit.FAILED
    proofs: list[Proof] = []

    def interrupt(_: Desks) -> bool:
        """A create on its way is taken back by the desk; anything else is left where it stands, and ended."""
        if proofs and proofs[0].creating:
            proofs[0].stop()
            return True
        return False

    return run_desks(setting, partial(_prove, setting, types, proofs), interrupt, buys=True)


def _lost_option(setting: Setting) -> str:
    """One that says nothing without --live: whoever gives it thinks that the service was tried."""
    given = {"--stream-type": setting.arguments.stream_type, "--avatar": setting.arguments.avatar,
             "--report": setting.arguments.report}  # fmt: skip
    return next((option for option, found in given.items() if found), "")


# what can be told for nothing


async def _look_around(setting: Setting, desks: Desks) -> Exit:
    del desks
    accounts = setting.accounts
    url = accounts.base_url(accounts.chosen) or DEFAULT_BASE_URL
    facts = {
        "program": f"Akool Desktop {__version__}, Python {platform.python_version()}, {platform.platform()}",
        "folders": f"{setting.paths.config}, {setting.paths.data}, {setting.paths.cache}",
        "account": accounts.chosen.name,
        "secrets": str(await accounts.keeping()),
    }
    good, facts["network"] = await _network(url)
    write("\n".join(f"{name:<9}{said}" for name, said in facts.items()))
    return Exit.DONE if good else Exit.FAILED


async def _network(url: str) -> tuple[bool, str]:
    try:
        reached = await reach(url)
    except AkoolError as error:
        return False, f"{error.card.happened} {error.card.advice}"
    way = f"through the proxy {reached.proxy}" if reached.proxy else "with no proxy in between"
    return True, f"{reached.host} answers, {way}"


# what costs


def _agreed(setting: Setting, types: Sequence[str]) -> bool:
    seconds = MOST_SECONDS // len(types)
    print(
        f"On {setting.accounts.chosen.name} this starts and ends one session each for {', '.join(types)}, of "
        f"{seconds} seconds. It costs {seconds * len(types)} seconds of your credits at most. Go on? [yes/no] ",
        end="", file=sys.stderr, flush=True,
    )  # fmt: skip
    try:
        return sys.stdin.readline().strip().lower() in ("y", "yes")
    except (OSError, AttributeError, UnicodeError):
        return False


async def _prove(setting: Setting, types: Sequence[str], proofs: list[Proof], desks: Desks) -> Exit:
    account = setting.accounts.chosen
    try:
        await desks.sessions.reload()
        client = await setting.accounts.client(account)
    except Exception as error:
        raise failed_by(error) from None
    proof = Proof(desks.sessions, desks.strays, client, account, say)
    proofs.append(proof)
    stopped: Exception | None = None
    try:
        await proof.run(setting.arguments.avatar, types)
    except (asyncio.CancelledError, Withdrawn):
        stopped = Failed(Words("Stopped before all was tried."))
    except Exception as error:
        stopped = failed_by(error)
    left = await _ended(proof)
    unread = _report(setting, proof, left)
    if left:
        raise Failed(_left(left), Exit.UNKNOWN)
    if failed := stopped or unread:
        raise failed
    return Exit.FAILED if any(line.verdict == "otherwise" for line in proof.lines) else Exit.DONE


async def _ended(proof: Proof) -> list[Entry]:
    """What is left; asked to stop a second time, it is left as it stands."""
    if proof.open:
        say(Words("Ending what was started. Stopped once more, it is left as it stands."))
    try:
        return await proof.end_all()
    except asyncio.CancelledError:
        return proof.open


def _left(left: Sequence[Entry]) -> Words:
    return Words(
        "{count} of its sessions may still be running, for {seconds} seconds at most. The window shows them; end them "
        "there.",
        count=len(left),
        seconds=MOST_SECONDS,
    )


def _report(setting: Setting, proof: Proof, left: Sequence[Entry]) -> Failed | None:
    """What kept it from being printed: it is kept all the same, and what is left is said."""
    text = _for_anyone(report_text(proof.lines, len(left), proof.started), proof.ids)
    path = setting.arguments.report or setting.paths.data / time.strftime("doctor-%Y%m%d-%H%M%S.txt")
    unread: Failed | None = None
    try:
        write(text)
    except Failed as failed:
        unread = failed
    try:
        write_whole(path, text + "\n")
        say(Words("The report is in {path}. It holds no key, id, link or token.", path=path))
    except StoreError as error:
        say(error.words)
    return unread


def _for_anyone(text: str, ids: Collection[str]) -> str:
    """A refusal is quoted in the server's own words, which may name anything."""
    text = without_links(SECRETS.clean(text))
    for found in sorted((found for found in ids if len(found) > _SHORT), key=len, reverse=True):
        text = text.replace(found, "[id]")
    return text


def report_text(lines: Sequence[Line], left: int, started: bool) -> str:
    """What is otherwise than assumed comes with what was assumed."""
    head = f"Akool Desktop {__version__}: what the service did, {time.strftime('%Y-%m-%d')}"
    wrong = sum(line.verdict == "otherwise" for line in lines)
    body = [f"{line.verdict:<12}{line.topic:<9}{_found(line)}{_assumption(line)}" for line in lines]
    ends = "Every session is confirmed as ended." if started else "No session was started."
    if left:
        ends = f"{left} session(s) not confirmed as ended."
    return "\n".join([head, *body, f"{wrong} of {len(lines)} lines are otherwise than this program assumes. {ends}"])


def _found(line: Line) -> str:
    return plain(" ".join(str(line.found).split()))


def _assumption(line: Line) -> str:
    return f" (Assumed: {line.assumed})" if line.verdict == "otherwise" else ""

"""``akool-desktop end``: sessions end, and count as ended once Akool confirms it."""

import asyncio
import json
from argparse import ArgumentParser
from collections.abc import Sequence
from functools import partial, reduce

from akool_desktop.akool.errors import AkoolError, Refused, Unclear
from akool_desktop.akool.models import Session
from akool_desktop.commands.running import (
    Desks,
    Exit,
    Failed,
    Setting,
    failed_by,
    is_practice,
    line_of,
    paying,
    run_desks,
    say,
    write,
)
from akool_desktop.desk.accounts import AccountError
from akool_desktop.desk.reasons import THE_COMMAND_STOPPED
from akool_desktop.desk.statuses import is_rehearsal, says_gone
from akool_desktop.store.accounts import Account
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.ledger import LedgerError
from akool_desktop.words import Words

_STOPPED = Words("Stopped before any end was asked for. What is open runs on, and may cost.")


def add_arguments(parser: ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("id", nargs="?", metavar="ID", help="the session to end")
    which.add_argument(
        "--all", action="store_true", help="every session of the account that is open, other programs' too"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of the ids alone")


def run(setting: Setting) -> int:
    if not setting.arguments.all and not (setting.arguments.id and setting.arguments.id.isprintable()):
        say(Words("ID is empty, or holds signs that no id has"))
        return Exit.WRONG_ARGUMENTS
    work = _end_all if setting.arguments.all else _end_one
    return run_desks(setting, partial(work, setting), lambda _: False)


async def _end_one(setting: Setting, desks: Desks) -> Exit:
    session_id = setting.arguments.id
    await desks.sessions.reload()
    known = [entry for entry in desks.sessions.entries.values() if entry.session_id == session_id]
    try:
        here = known and all(entry.state.over or desks.sessions.account_of(entry) for entry in known)
        entries = known if here else [await _found_at_akool(setting, desks, session_id)]
        if any(is_rehearsal(entry) and not entry.state.over for entry in entries):
            raise Failed(Words("{id} is a session of Practice, which ends with the window it is in.", id=session_id))
        return _report(setting, desks, await _end(desks, entries))
    except Failed:
        raise
    except asyncio.CancelledError:
        raise Failed(_STOPPED) from None
    except (AkoolError, AccountError) as error:  # its card says that asking costs nothing; what was to end runs on
        words = "{id} was not ended, and may still cost. {happened} {advice}"
        raise Failed(Words(words, id=session_id, happened=error.card.happened, advice=error.card.advice)) from None
    except Exception as error:
        raise failed_by(error) from None


async def _found_at_akool(setting: Setting, desks: Desks, session_id: str) -> Entry:
    """A session of another program's, of another computer's, or of an account that is gone.

    Where Akool does not say how it stands, its end is asked for all the same.
    """
    account = _paying(setting)
    client = await setting.accounts.client(account)
    try:
        session = await client.session(session_id)
    except (Refused, Unclear) as error:
        if says_gone(error):
            raise Failed(
                Words("Akool knows no open session {id} on {account}.", id=session_id, account=account.name)
            ) from None
        if isinstance(error, Refused) and error.auth:
            raise
        session = Session(session_id)
    return (await desks.strays.adopt(account, [session]))[0]


async def _end_all(setting: Setting, desks: Desks) -> Exit:
    try:
        account = _paying(setting)
        await desks.sessions.reload()
        unlisted = await _take_up_others(desks, account)
        ours = [entry for entry in desks.sessions.open if entry.account_id == account.id]
        ended = await _end(desks, [entry for entry in ours if entry.session_id])
    except Failed:
        raise
    except asyncio.CancelledError:
        raise Failed(_STOPPED) from None
    except Exception as error:
        raise failed_by(error) from None
    if not ours and not unlisted:
        say(Words("Nothing is open on {account}.", account=account.name))
    return _report(setting, desks, ended, [entry for entry in ours if not entry.session_id], unlisted)


async def _take_up_others(desks: Desks, account: Account) -> Words | None:
    """What keeps other programs' sessions from view. What is known here is ended all the same."""
    try:
        await desks.strays.adopt(account, await desks.strays.others(account))
    except (AkoolError, AccountError, LedgerError) as error:
        words = "What other programs run on {account} is not known, and may cost. {happened}"
        return Words(words, account=account.name, happened=error.card.happened)
    return None


def _paying(setting: Setting) -> Account:
    if is_practice(setting):
        raise Failed(
            Words(
                "Sessions of Practice end with the window they are in. Name another account with --account, or set "
                "AKOOL_API_KEY."
            )
        )
    return paying(setting)


async def _end(desks: Desks, entries: Sequence[Entry]) -> list[Entry]:
    """As they stand then. What is stopped in the middle is left as not confirmed."""
    try:
        return list(await asyncio.gather(*[desks.sessions.end(entry) for entry in entries]))
    except asyncio.CancelledError:
        for entry in entries:
            if not desks.sessions.entries[entry.row].state.over:
                await desks.sessions.note(entry, state=State.NOT_CONFIRMED, why=THE_COMMAND_STOPPED)
        raise Failed(_not_confirmed([desks.sessions.entries[entry.row] for entry in entries])) from None


def _report(
    setting: Setting,
    desks: Desks,
    ended: Sequence[Entry],
    unknown: Sequence[Entry] = (),
    unlisted: Words | None = None,
) -> Exit:
    if desks.sessions.unwritten:
        say(line_of(desks.sessions.unwritten.card))
    over = list(dict.fromkeys(entry.session_id for entry in ended if entry.state.over))
    left = [entry for entry in ended if not entry.state.over]
    if setting.arguments.json:
        open_ids = [entry.session_id for entry in left]
        write(json.dumps({"ended": over, "not_confirmed": open_ids, "unknown": len(unknown)}))
    elif over:
        write("\n".join(over))
    wrong = [_not_confirmed(left)] if left else []
    if unknown:
        words = "{count} more may be running: a create whose outcome is unknown. The window helps to find it."
        wrong.append(Words(words, count=len(unknown)))
    if unlisted:
        wrong.append(unlisted)
    if wrong:
        said = reduce(lambda one, other: Words("{one} {other}", one=one, other=other), wrong)
        raise Failed(said, Exit.UNKNOWN if unknown else Exit.FAILED)
    return Exit.DONE


def _not_confirmed(entries: Sequence[Entry]) -> Words:
    said = "; ".join(f"{entry.session_id} ({entry.why.rstrip('.')})" for entry in entries if not entry.state.over)
    return Words("Not confirmed, may still cost: {said}. End again.", said=said)

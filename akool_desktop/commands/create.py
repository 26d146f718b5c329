"""``akool-desktop create``: a session from a preset. Its id is printed as soon as it is known."""

import asyncio
import json
from argparse import ArgumentParser
from contextlib import suppress
from functools import partial

from akool_desktop.akool.errors import AkoolError
from akool_desktop.commands.asked import with_secrets
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
from akool_desktop.desk.sessions import Order
from akool_desktop.desk.withdrawn import Withdrawn
from akool_desktop.session import rules
from akool_desktop.session.fields import BY_KEY, Value
from akool_desktop.store.entry import Entry
from akool_desktop.store.files import StoreError
from akool_desktop.store.preset_file import Stored
from akool_desktop.words import Words

_KEYRING_TAKES = 8.0  # seconds that the room's credentials may take on their way to the keyring


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of the id alone")
    parser.add_argument(
        "--with-credentials", action="store_true", help="with --json: the room's credentials too, tokens in clear"
    )


def run(setting: Setting) -> int:
    stored = setting.preset
    assert stored
    try:
        if setting.arguments.with_credentials and not setting.arguments.json:
            raise Failed(Words("--with-credentials is for --json"), Exit.WRONG_ARGUMENTS)
        _check_account(setting)
        paying(setting)
        order = _order(setting, stored)
    except Failed as failed:
        say(failed.words)
        return failed.code
    return run_desks(setting, partial(_create, setting, stored, order), _take_back, buys=True)


def _check_account(setting: Setting) -> None:
    """Practice for want of another account would be a script that seems to work."""
    if is_practice(setting) and not setting.chose_account:
        raise Failed(
            Words(
                "There is no account to create a session on. Name one with --account, or set AKOOL_API_KEY. For a "
                "rehearsal name Practice: its sessions end with the command. Nothing was sent."
            )
        )


def _order(setting: Setting, stored: Stored) -> Order:
    opened = setting.presets.open_file(stored)
    for words in opened.left_out:
        say(Words("Note: {words}", words=words))
    draft = with_secrets(opened.draft, opened.asked)
    if problems := rules.problems(draft):
        raise Failed(_unfit(stored.preset.name, problems))
    body = rules.payload(draft)
    return Order(body, rules.without_secrets(body), _who(draft), stored.preset.name)


def _who(draft: dict[str, Value]) -> str:
    return str(rules.value(draft, "avatar_id"))


def _unfit(name: str, problems: list[rules.Finding]) -> Words:
    said = [
        str(Words("{field}: {problem}", field=Words(BY_KEY[found.key].label), problem=found.words))
        for found in problems
    ]
    template = "The preset {name} cannot be used as it is. {problems} Nothing was sent."
    return Words(template, name=name, problems=" ".join(said))


def _take_back(desks: Desks) -> bool:
    """Stop it while nothing has left, else end what it starts; the desk says which."""
    if desks.sessions.cancel():
        say(Words("The request has left: Akool's answer is waited for, a minute at most, to end what it starts. "
                  "Stopped once more, the outcome stays unknown."))
    return True


async def _create(setting: Setting, stored: Stored, order: Order, desks: Desks) -> Exit:
    account = setting.accounts.chosen
    try:
        entry = await desks.sessions.create(account, order)
    except Withdrawn as withdrawn:
        raise Failed(line_of(withdrawn.card), _code(desks)) from None
    except (asyncio.CancelledError, Exception) as error:
        raise _not_created(desks, error) from None
    unread: Failed | None = None
    try:
        write(_result(setting, desks, entry))
    except Failed as failed:
        unread = failed
    if desks.sessions.unwritten:
        say(line_of(desks.sessions.unwritten.card))
    await _keep(setting, stored, desks, entry)
    if unread:  # whoever takes that for a session that was not started buys another
        raise Failed(unread.words, _code(desks))
    return Exit.DONE


def _result(setting: Setting, desks: Desks, entry: Entry) -> str:
    if not setting.arguments.json:
        return entry.session_id
    told: dict[str, object] = {
        "id": entry.session_id,
        "state": entry.state.name.lower(),
        "stream_type": entry.stream_type,
        "length": entry.length,
        "account": entry.account,
    }
    if setting.arguments.with_credentials:
        told["credentials"] = dict(desks.sessions.credentials.of(entry))
    return json.dumps(told)


async def _keep(setting: Setting, stored: Stored, desks: Desks, entry: Entry) -> None:
    """What the window needs of it later: the room's credentials, and that the preset was used."""
    if is_practice(setting):
        await desks.sessions.end(entry)
        say(Words("Note: this was a rehearsal. Practice ends with the command, and so did its session."))
        return
    with suppress(Exception):
        await asyncio.wait_for(desks.sessions.credentials.keep(entry), _KEYRING_TAKES)
    if setting.presets.folder.holds(stored):
        with suppress(StoreError):
            await asyncio.to_thread(setting.presets.folder.note_use, stored.preset.id)


def _not_created(desks: Desks, error: BaseException) -> Failed:
    if _code(desks) is Exit.UNKNOWN:
        happened = error.card.happened if isinstance(error, AkoolError) else Words("It was stopped before the answer.")
        return Failed(_outcome_unknown(happened), Exit.UNKNOWN)
    if isinstance(error, Exception):
        return failed_by(error)
    return Failed(Words("Cancelled. Nothing was sent."))


def _code(desks: Desks) -> Exit:
    """Whether something may be running now that is not in hand."""
    return Exit.UNKNOWN if desks.sessions.open else Exit.FAILED


def _outcome_unknown(happened: Words) -> Words:
    return Words(
        "The outcome is unknown: a session may have been started, and may cost. {happened} The window looks for "
        "it; see there before you create another.",
        happened=happened,
    )



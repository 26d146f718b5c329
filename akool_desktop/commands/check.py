"""``akool-desktop check``: the free check of a preset, in the same lines as in the window."""

import json
from argparse import ArgumentParser
from collections.abc import Sequence
from functools import partial

from akool_desktop.commands.asked import with_secrets
from akool_desktop.commands.running import Desks, Exit, Setting, failed_by, is_practice, run_desks, say, write
from akool_desktop.desk.check_lines import Line
from akool_desktop.desk.checks import CheckDesk, fine
from akool_desktop.session.fields import Value
from akool_desktop.store.preset_file import Stored
from akool_desktop.words import Words

_STATES = {"problem": "problem", "note": "note", "good": "fine"}  # in this order


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a line for each")


def run(setting: Setting) -> int:
    assert setting.preset
    draft = _draft(setting, setting.preset)
    return run_desks(setting, partial(_check, setting, draft), lambda _: False)


def _draft(setting: Setting, stored: Stored) -> dict[str, Value]:
    """A secret that nobody gives stays missing, which is one of the things that a check tells."""
    opened = setting.presets.open_file(stored)
    for words in opened.left_out:
        say(Words("Note: {words}", words=words))
    return with_secrets(opened.draft, opened.asked, spare=True)


async def _check(setting: Setting, draft: dict[str, Value], desks: Desks) -> Exit:
    if is_practice(setting) and not setting.chose_account:  # all well, and the show has no key
        say(Words("Note: no account was named, so Practice was asked. Name one with --account, or set AKOOL_API_KEY."))
    try:
        await desks.sessions.reload()
        lines = await CheckDesk(setting.accounts, desks.sessions).check(setting.accounts.chosen, draft)
    except Exception as error:
        raise failed_by(error) from None
    write(_as_json(setting, lines) if setting.arguments.json else _as_text(lines))
    return Exit.DONE if fine(lines) else Exit.FAILED


def _as_text(lines: Sequence[Line]) -> str:
    """What is wrong first, as in the window."""
    ordered = sorted(lines, key=lambda line: list(_STATES).index(line.state))
    return "\n".join(f"{_STATES[line.state]:<9}{' '.join(str(_sentence(line)).split())}" for line in ordered)


def _sentence(line: Line) -> Words:
    parts = {"words": line.words, "detail": line.detail, "advice": line.advice}
    said = {name: words for name, words in parts.items() if words}
    return Words(". ".join(f"{{{name}}}" for name in said), **{name: _bare(words) for name, words in said.items()})


def _bare(words: Words) -> str:
    return str(words).rstrip(".")


def _as_json(setting: Setting, lines: Sequence[Line]) -> str:
    def text(words: Words | None) -> str:
        return str(words) if words else ""

    shown = [
        {"name": line.name, "state": _STATES[line.state], "words": text(line.words), "detail": text(line.detail),
         "advice": text(line.advice), "go_to": line.go_to}
        for line in lines
    ]  # fmt: skip
    found = {"fine": fine(lines), "account": setting.accounts.chosen.name, "lines": shown}
    return json.dumps(found)

"""Secrets that a command asks for: from the environment, or from standard input; never an argument, never shown."""

import getpass
import os
import sys
import warnings
from collections.abc import Collection, Mapping

from akool_desktop.commands.running import Failed
from akool_desktop.session.fields import FIELDS, Field, Value
from akool_desktop.session.rules import value, visible
from akool_desktop.store.redaction import SECRETS
from akool_desktop.words import Words


def variable(field: Field) -> str:
    return "AKOOL_SECRET_" + field.key.upper().replace(".", "_")


def with_secrets(draft: Mapping[str, Value], asked: Collection[str], *, spare: bool = False) -> dict[str, Value]:
    """The draft with every secret that it needs. What the environment says comes before what the keyring held.

    ``asked`` are the keys of those that are to be asked for each time. One that nobody gives raises Failed, or is
    missing where they are to ``spare``.
    """
    filled = dict(draft)
    shown = visible(draft)
    for field in FIELDS:
        if field.secret and field.key in shown:
            if given := os.environ.get(variable(field), "").strip():
                filled[field.key] = given
            elif field.key in asked or value(draft, field.key) is None:
                if given := _read(field):
                    filled[field.key] = given
                elif not spare:
                    raise Failed(_needed(field))
            SECRETS.know(str(filled.get(field.key) or ""))
    return filled


def _read(field: Field) -> str:
    """One line of standard input for each, in the order of the form; at a terminal after a question. Empty: none."""
    try:
        read = _ask(field) if sys.stdin and sys.stdin.isatty() else sys.stdin.readline()
    except (OSError, EOFError, AttributeError, UnicodeError):
        return ""
    return read.strip()


def _needed(field: Field) -> Words:
    return Words(
        "{field} is needed. Set {variable}, or give it as a line on standard input. Nothing was sent.",
        field=Words(field.label),
        variable=variable(field),
    )


def _ask(field: Field) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)  # rather than show what is typed
        try:
            return getpass.getpass(f"{field.label}: ", sys.stderr)
        except getpass.GetPassWarning:
            return ""

"""Where the form and its preset's file part, so that the operator can choose when both were changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from akool_desktop.session.fields import FIELDS
from akool_desktop.session.rules import Draft, said, value
from akool_desktop.session.values import read_values
from akool_desktop.store.preset_file import Preset
from akool_desktop.words import Words


@dataclass(frozen=True)
class Difference:
    """``key`` is a field's."""

    key: str
    label: Words
    mine: Words
    theirs: Words


def filled_otherwise(mine: Draft, slots: Mapping[str, str], theirs: Preset) -> list[Difference]:
    """In the order of the form; secrets by where they are kept, never by what they are."""
    other = read_values(theirs.values, theirs.secrets).draft
    found = []
    for field in FIELDS:
        if field.secret:
            here, there = (_place(side.get(field.key, "")) for side in (slots, theirs.secrets))
        else:
            here, there = (said(field, value(side, field.key)) for side in (mine, other))
        if here != there:
            found.append(Difference(field.key, Words(field.label), here, there))
    return found


def _place(slot: str) -> Words:
    places = {"keyring": Words("in the keyring"), "ask": Words("asked for at launch")}
    return places.get(slot, Words("not set"))

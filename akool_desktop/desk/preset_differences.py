"""Where two versions of a preset part, so that the operator can choose when both were changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from akool_desktop.session.fields import FIELDS
from akool_desktop.session.rules import Draft, said, value
from akool_desktop.session.values import read_values
from akool_desktop.store.preset_file import Preset
from akool_desktop.words import Words


@dataclass(frozen=True)
class Difference:
    """``key`` is a field's, or "name", "note", "tags", "colour"."""

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


def described_otherwise(mine: Preset, theirs: Preset) -> list[Difference]:
    sides = {
        "name": (Words("Name"), mine.name, theirs.name),
        "note": (Words("Note"), mine.note, theirs.note),
        "tags": (Words("Tags"), ", ".join(mine.tags), ", ".join(theirs.tags)),
        "colour": (Words("Colour"), mine.colour, theirs.colour),
    }
    return [
        Difference(key, label, Words("{text}", text=here), Words("{text}", text=there))
        for key, (label, here, there) in sides.items()
        if here != there
    ]


def _place(slot: str) -> Words:
    places = {"keyring": Words("in the keyring"), "ask": Words("asked for at launch")}
    return places.get(slot, Words("not set"))

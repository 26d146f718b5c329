"""What is said of a preset: that it is gone, what was left out of it, what becomes of its secrets."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import reduce

from akool_desktop.ui.cards import card_of
from akool_desktop.words import Card, Words, marked

# To whom asks for another while one is being saved or read.
NOT_YET = marked("The last one is still under way. Try again in a moment.")

_LONGEST = 48  # letters of a name


def cut(name: str) -> str:
    """For a word that goes by itself: what became of the preset stands after the name."""
    return name if len(name) <= _LONGEST else name[:_LONGEST].rstrip() + "…"


def gone(name: str, error: Exception) -> Card:
    return replace(
        card_of(error),
        title=Words("{preset} cannot be read any more", preset=name),
        advice=Words("The form still holds it. Save preset writes it to a new file."),
    )


def left_out(name: str, words: Sequence[Words]) -> Card:
    return Card(
        Words("{preset} was opened as far as it can be", preset=name) if name
        else Words("Your unsaved changes are back"),
        reduce(lambda first, second: Words("{first} {second}", first=first, second=second), words),
        Words("No. Nothing was sent."),
        Words("Look through the form before you create a session. The file stays as it is until you save.") if name
        else Words("Look through the form before you create a session. Save preset writes it to a new file."),
    )


def of_secrets(slots: Mapping[str, str]) -> Words | None:
    if not slots:
        return None
    if "keyring" not in slots.values():
        return Words("The file holds no secret: they are asked for at each launch.")
    return Words("The file holds no secret: they go to this computer's keyring, or are asked for at each launch.")

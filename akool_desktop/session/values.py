"""What a preset's file says of the form, and how a form is written down.

A file may have been written by hand or by a newer version: what cannot be used is left out and said, never guessed.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from akool_desktop.session.fields import BY_KEY, FIELDS, Field, Value
from akool_desktop.session.rules import Draft, flat, switches, value
from akool_desktop.words import Words

_BIGGEST = 10**300


@dataclass(frozen=True)
class Reading:
    """``draft`` holds no secret; ``misplaced`` those that stood where only other values belong, by field key."""

    draft: Mapping[str, Value]
    left_out: tuple[Words, ...] = ()
    misplaced: Mapping[str, str] = field(default_factory=dict, repr=False)


def read_values(values: Mapping[str, object], slots: Collection[str] = ()) -> Reading:
    """The form as a file describes it; null stands for "not sent", a missing key for the field's default. Who writes by
    hand may nest the keys as the request does, and leave out the form's switches, which follow from what is set.

    ``slots`` are the keys of the secrets that the file has a place for.
    """
    draft: dict[str, Value] = {}
    said: list[Words] = []
    misplaced: dict[str, str] = {}
    for key, found in flat(values):
        form_field = BY_KEY.get(key)
        if form_field is None:
            said.append(Words("“{key}” was left out: the form has no such setting.", key=key))
        elif found is None:
            if form_field.default is not None and form_field.kind not in ("choice", "switch"):
                draft[key] = None
        elif form_field.secret:
            if isinstance(found, str) and found.strip():
                misplaced[key] = found.strip()
            said.append(_secret_in_clear(form_field))
        elif _fits(form_field, found):
            draft[key] = _as_value(form_field, found)
        else:
            said.append(Words("{field} was left out: {value} is nothing that it can be.",
                              field=Words(form_field.label), value=_short(found)))
    secrets = {*slots, *misplaced}
    held = [item.key for item in FIELDS if item.key in secrets or value(draft, item.key) is not None]
    return Reading(switches(held) | draft, tuple(said), misplaced)


def written_values(
    draft: Draft, slots: Collection[str] = (), before: Mapping[str, object] = MappingProxyType({})
) -> dict[str, object]:
    """What a file says of the form: everything that is set, in the order of the form, never a secret.

    Null stands where the operator took away what the form would send by itself. ``slots`` are the secrets that the
    file has a place for. What stands in the file ``before`` and is not understood here stays, until the operator sets
    that field.
    """
    written = {
        form_field.key: _as_json(found)
        for form_field in FIELDS
        if not form_field.secret and _is_written(form_field, found := value(draft, form_field.key))
    }
    for form_field in FIELDS:  # a switch at its default is left out, unless that would be read as the other
        if not form_field.sent and form_field.key not in written:
            found = value(draft, form_field.key)
            if read_values(written, slots).draft.get(form_field.key, form_field.default) != found:
                written[form_field.key] = found
    kept = {key: found for key, found in flat(before) if key not in draft and not _is_understood(key, found)}
    return {**{key: kept.get(key, found) for key, found in written.items()}, **kept}


def _is_written(form_field: Field, found: Value) -> bool:
    if form_field.sent:
        return found is not None or form_field.default is not None
    return found != form_field.default


def _is_understood(key: str, found: object) -> bool:
    form_field = BY_KEY.get(key)
    return form_field is not None and (form_field.secret or found is None or _fits(form_field, found))


def _fits(form_field: Field, found: object) -> bool:
    match form_field.kind:
        case "choice":
            return any(type(choice.value) is type(found) and choice.value == found for choice in form_field.choices)
        case "switch":
            return isinstance(found, bool)
        case "pairs":
            return _pairs(found) is not None
        case "number" | "whole" | "length":
            return isinstance(found, str) or is_number(found)
    return isinstance(found, str)


def is_number(found: object) -> bool:
    """That the form can hold: a file may hold one that is beyond any."""
    return isinstance(found, int | float) and not isinstance(found, bool) and abs(found) < _BIGGEST


def _as_value(form_field: Field, found: object) -> Value:
    if form_field.kind == "pairs":
        return _pairs(found)
    if form_field.kind in ("whole", "length") and isinstance(found, float) and found.is_integer():
        return int(found)
    return found  # type: ignore[return-value]  # _fits() has looked


def _pairs(found: object) -> tuple[tuple[str, str], ...] | None:
    rows: Sequence[object] | None = None
    if isinstance(found, Mapping):
        rows = [[word, said] for word, said in found.items()]
    elif isinstance(found, list | tuple):
        rows = found
    if rows is None:
        return None
    pairs = [tuple(row) for row in rows if isinstance(row, list | tuple) and len(row) == 2]
    if len(pairs) < len(rows) or not all(isinstance(part, str) for pair in pairs for part in pair):
        return None
    return tuple(pairs)


def _as_json(found: Value) -> object:
    if not isinstance(found, tuple):
        return found
    words = dict(found)
    return words if len(words) == len(found) else [list(pair) for pair in found]


def _short(found: object) -> str:
    text = str(found)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _secret_in_clear(form_field: Field) -> Words:
    return Words("{field} stands in the file in clear and was not used. Let it be moved to the keyring.",
                 field=Words(form_field.label))

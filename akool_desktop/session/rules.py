"""What follows from a draft: what shows, what is wrong, what leaves.

A draft holds what the operator set, by field key: text as it was typed, numbers as numbers (or as text while they
are not yet numbers), None for "not sent"; and, by their own keys, the facts that are known. A key that is missing
stands for the field's default, or for an unknown fact. ``payload`` is the only place where a request body is made.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, wraps
from typing import NamedTuple

from akool_desktop.session.fields import BY_KEY, FACT_BY_KEY, FIELDS, Choice, Condition, Fact, Field, Value
from akool_desktop.session.refusals import cleaned, cleaned_secret, refusal
from akool_desktop.words import Words

Draft = Mapping[str, Value]


class Finding(NamedTuple):
    """A sentence about one field: a problem that blocks, or a note that does not."""

    key: str
    words: Words


class NotSent(NamedTuple):
    """Fields that hold something which will not leave, and the one reason for all of them."""

    reason: Words
    keys: tuple[str, ...]


def value(draft: Draft, key: str) -> Value:
    """What stands in the field, cleaned of what nobody meant to type; None when it is not set."""
    found = draft.get(key, BY_KEY[key].default)
    if isinstance(found, str):
        found = cleaned_secret(found) if BY_KEY[key].secret else cleaned(found)
    return None if found in ("", ()) else found


def known(draft: Draft, fact: Fact) -> Choice:
    """What the draft holds of a fact; not known is the first of its choices."""
    return next((choice for choice in fact.choices if choice.value == draft.get(fact.key)), fact.choices[0])


def visible(draft: Draft) -> frozenset[str]:
    """Keys of the fields that show. Asked for many times of one draft, so what was found last is kept."""
    facts = (known(draft, FACT_BY_KEY[key]).value for key in _DECIDING if key in FACT_BY_KEY)
    return _visible((*(value(draft, key) for key in _DECIDING if key in BY_KEY), *facts))


_NAMED = {key for field in FIELDS for when in field.when for key in when}
_DECIDING = (*(key for key in BY_KEY if key in _NAMED), *(key for key in FACT_BY_KEY if key in _NAMED))


@lru_cache(maxsize=8)
def _visible(deciding: tuple[Value, ...]) -> frozenset[str]:
    draft = dict(zip(_DECIDING, deciding, strict=True))
    shown: dict[str, bool] = {}
    for field in FIELDS:
        _shows(field, draft, shown)
    return frozenset(key for key, is_shown in shown.items() if is_shown)


def _shows(field: Field, draft: Draft, shown: dict[str, bool]) -> bool:
    if field.key not in shown:
        conditions = [all(_holds(draft, item, shown) for item in when.items()) for when in field.when]
        shown[field.key] = any(conditions) or not field.when
    return shown[field.key]


def _holds(draft: Draft, item: tuple[str, tuple[object, ...]], shown: dict[str, bool]) -> bool:
    key, accepted = item
    fact = FACT_BY_KEY.get(key)
    if not _shows(BY_KEY[fact.of if fact else key], draft, shown):
        return False
    found = known(draft, fact).value if fact else value(draft, key)
    return found in accepted or (found is not None and ... in accepted)


def holds(draft: Draft, when: Condition) -> bool:
    """Whether every field named in the condition shows and has one of its values."""
    return all(_holds(draft, item, {}) for item in when.items())


def _kept(find: Callable[[Draft], list[Finding]]) -> Callable[[Draft], list[Finding]]:
    """Asked for several times of one draft, so what was found last is kept."""
    last: tuple[object, tuple[Finding, ...]] = (None, ())

    @wraps(find)
    def found(draft: Draft) -> list[Finding]:
        nonlocal last
        asked, held = (tuple(draft.items()), tuple(map(type, draft.values()))), last  # for Python, True is 1
        if asked != held[0]:
            last = held = asked, tuple(find(draft))
        return list(held[1])

    return found


@_kept
def problems(draft: Draft) -> list[Finding]:
    """What Akool would refuse, in screen order. Each blocks Create."""
    shown = visible(draft)
    found = ((field.key, refusal(field, value(draft, field.key))) for field in FIELDS if field.key in shown)
    return [Finding(key, words) for key, words in found if words]


@_kept
def notes(draft: Draft) -> list[Finding]:
    """What may surprise, in screen order. None blocks."""
    shown = visible(draft)
    return [
        Finding(field.key, note.words)
        for field in FIELDS
        if field.key in shown
        for note in field.notes
        if holds(draft, note.when)
    ]


def hint(draft: Draft, field: Field) -> str:
    """The sentence that helps to fill the field, as things stand."""
    return next((other.words.template for other in field.hints if holds(draft, other.when)), field.hint)


def payload(draft: Draft) -> dict[str, object]:
    """The body of Create Session: visible, set values only, nested as their dotted keys say.

    Expects a draft without problems; what a problem names would be sent as it stands.
    """
    shown = visible(draft)
    body: dict[str, object] = {}
    for field in FIELDS:
        found = value(draft, field.key)
        if field.key in shown and field.sent and found is not None:
            *parents, name = field.key.split(".")
            place = body
            for parent in parents:
                place = place.setdefault(parent, {})  # type: ignore[assignment]
            place[name] = {word.strip(): said.strip() for word, said in found} if isinstance(found, tuple) else found
    return body


def not_sent(draft: Draft) -> list[NotSent]:
    """What is typed but will not leave, grouped by the reason."""
    shown = visible(draft)
    groups: dict[str, list[str]] = {}
    reasons: dict[str, Words] = {}
    for field in FIELDS:
        if field.key in shown or not field.sent or value(draft, field.key) in (None, field.default):
            continue
        reason = _reason(field, draft)
        reasons[str(reason)] = reason
        groups.setdefault(str(reason), []).append(field.key)
    return [NotSent(reasons[text], tuple(keys)) for text, keys in groups.items()]


def way_to(draft: Draft, key: str) -> str:
    """The field itself where it shows; else the first that keeps it hidden, followed up to one that shows."""
    while key not in visible(draft):
        blocking = _blocking(BY_KEY[key], draft)
        fact = FACT_BY_KEY.get(blocking)
        key = fact.of if fact else blocking
    return key


def _blocking(field: Field, draft: Draft) -> str:
    """The first field or fact that keeps this one hidden."""
    return next(key for when in field.when for key, accepted in when.items() if not _holds(draft, (key, accepted), {}))


def _reason(field: Field, draft: Draft) -> Words:
    """What keeps this one hidden, followed up to a field that shows."""
    blocking = _blocking(field, draft)
    if fact := FACT_BY_KEY.get(blocking):
        return Words(known(draft, fact).sentence)
    parent = BY_KEY[blocking]
    if not _shows(parent, draft, {}):
        return _reason(parent, draft)
    return Words(
        "Because {field} is {choice}. This comes back when you change it.",
        field=Words(parent.label),
        choice=said(parent, value(draft, blocking)),
    )


def said(field: Field, found: Value) -> Words:
    """A value in words, for a sentence or a list. Never a secret."""
    if found is None:
        none = (choice.label for choice in field.choices if choice.value is None)
        return Words(next(none, "not sent"))
    if field.secret:
        return Words("hidden")
    match field.kind:
        case "choice":
            named = next((choice.label for choice in field.choices if choice.value == found), "{other}")
            return Words(named, other=found)
        case "switch":
            return Words("on") if found else Words("off")
        case "length" if isinstance(found, int):
            return Words("{length}", length=f"{found // 60}:{found % 60:02}")
        case "number" if isinstance(found, (int, float)):
            return Words("{number}", number=f"{found:.2f}" if found == round(found, 2) else found)
        case "pairs" if isinstance(found, tuple):
            return Words("1 word") if len(found) == 1 else Words("{count} words", count=len(found))
    return Words("{value} {unit}", value=found, unit=field.unit) if field.unit else Words("{value}", value=found)


def masked(body: Mapping[str, object]) -> dict[str, object]:
    """The body as it may be shown: every secret as dots."""
    return with_secrets_as(body, lambda _: "••••••••")


def with_secrets_as(body: Mapping[str, object], told: Callable[[Field], str], path: str = "") -> dict[str, object]:
    """The body with what is ``told`` of its field in the place of every secret."""
    shown: dict[str, object] = {}
    for name, found in body.items():
        field = BY_KEY.get(f"{path}{name}")
        if isinstance(found, Mapping) and not field:
            shown[name] = with_secrets_as(found, told, f"{path}{name}.")
        else:
            shown[name] = told(field) if field and field.secret else found
    return shown


def without_secrets(body: Mapping[str, object], path: str = "") -> dict[str, object]:
    """The body as it may be written down: secrets left out. What held nothing else stays, empty, as a trace of them."""
    kept: dict[str, object] = {}
    for name, found in body.items():
        key = f"{path}{name}"
        if key in BY_KEY:
            if not BY_KEY[key].secret:
                kept[name] = found
        elif isinstance(found, Mapping):
            kept[name] = without_secrets(found, f"{key}.")
    return kept


def draft_of(body: Mapping[str, object]) -> dict[str, Value]:
    """The draft that would send this body; keys that no field has are left out.

    The form's switches, which are never sent, follow from what depends on them.
    """
    draft: dict[str, Value] = {field.key: None for field in FIELDS if field.default is not None and field.sent}
    found = {key: _as_value(said) for key, said in flat(body) if key in BY_KEY}
    traces = tuple(_emptied(body))
    held = [field.key for field in FIELDS if field.key in found or field.key.startswith(traces)]
    return {**draft, **found, **SWITCHES, **switches(held)}


SWITCHES: Mapping[str, Value] = {field.key: field.default for field in FIELDS if not field.sent}


def switches(keys: Iterable[str]) -> dict[str, Value]:
    """How the form's own switches must stand for these fields to show; without those that none of them asks for."""
    found: dict[str, Value] = {}
    for when in (BY_KEY[key].when for key in keys):
        if len(when) == 1:
            found |= {name: wanted[0] for name, wanted in when[0].items() if name in SWITCHES}  # type: ignore[misc]
    return found


def flat(values: Mapping[str, object], path: str = "") -> Iterator[tuple[str, object]]:
    """By dotted key, however they are nested."""
    for name, found in values.items():
        key = f"{path}{name}"
        if isinstance(found, Mapping) and any(known.startswith(f"{key}.") for known in BY_KEY):
            yield from flat(found, f"{key}.")
        else:
            yield key, found


def _emptied(body: Mapping[str, object], path: str = "") -> Iterator[str]:
    """What without_secrets() has left as a trace."""
    for name, found in body.items():
        if isinstance(found, Mapping):
            yield from _emptied(found, f"{path}{name}.") if found else (f"{path}{name}.",)


def _as_value(found: object) -> Value:
    return tuple((str(word), str(said)) for word, said in found.items()) if isinstance(found, Mapping) else found  # type: ignore[return-value]

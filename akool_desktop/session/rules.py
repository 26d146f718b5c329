"""What follows from a draft: what shows, what is wrong, what leaves.

A draft holds what the operator set, by field key: text as it was typed, numbers as numbers (or as text while they
are not yet numbers), None for "not sent"; and, by their own keys, the facts that are known. A key that is missing
stands for the field's default, or for an unknown fact. ``payload`` is the only place where a request body is made.
"""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, reduce, wraps
from urllib.parse import urlsplit

from akool_desktop.session.fields import BY_KEY, FACT_BY_KEY, FIELDS, Choice, Condition, Fact, Field, Value
from akool_desktop.words import Words

Draft = Mapping[str, Value]

# Zero-width characters and direction marks, which come along when text is copied from a page or a dialog.
_INVISIBLE = dict.fromkeys(
    [0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF]
)

# What a field may hold while it is being filled in; a number that does not parse yet is text.
_TYPES: Mapping[str, tuple[type, ...]] = {
    "text": (str,),
    "url": (str,),
    "secret": (str,),
    "number": (int, float, str),
    "whole": (int, float, str),
    "length": (int, float, str),
    "switch": (bool,),
    "pairs": (tuple,),
}


@dataclass(frozen=True)
class Finding:
    """A sentence about one field: a problem that blocks, or a note that does not."""

    key: str
    words: Words


@dataclass(frozen=True)
class NotSent:
    """Fields that hold something which will not leave, and the one reason for all of them."""

    reason: Words
    keys: tuple[str, ...]


def value(draft: Draft, key: str) -> Value:
    """What stands in the field, cleaned of what nobody meant to type; None when it is not set."""
    found = draft.get(key, BY_KEY[key].default)
    if isinstance(found, str):
        found = _cleaned(found)
    return None if found in ("", ()) else found


def _cleaned(text: str) -> str:
    return text.translate(_INVISIBLE).strip()


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
    found = ((field.key, _problem(field, value(draft, field.key))) for field in FIELDS if field.key in shown)
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


def _problem(field: Field, found: Value) -> Words | None:
    if field.kind == "choice":
        listed = any(type(choice.value) is type(found) and choice.value == found for choice in field.choices)
        return None if listed else Words("Choose one of the list.")
    if found is None:
        return Words("{field} is needed.", field=Words(field.label)) if field.required else None
    if not isinstance(found, _TYPES[field.kind]):
        return Words("This cannot be used here. Enter it anew.")
    match field.kind:
        case "number" | "whole" | "length":
            return _number_problem(field, found)
        case "url":
            return _url_problem(field, str(found))
        case "pairs":
            return _pairs_problem(found)
        case "secret":
            return None if str(found).isprintable() else Words("This holds characters that no key has. Paste it again.")
        case "text" if any(unicodedata.category(letter) == "Cc" for letter in str(found)):
            return Words("This holds a line break or a tab. Paste it again without.")
    return None


def _number_problem(field: Field, found: Value) -> Words | None:
    whole = field.kind != "number"
    if isinstance(found, bool) or not isinstance(found, int if whole else (int, float)):
        if field.kind == "length":
            return Words("Enter minutes and seconds, such as 10:00.")
        return Words("Enter a whole number.") if whole else Words("Enter a number.")
    low, high = field.low, field.high
    if (low is not None and found < low) or (high is not None and found > high) or found != found:
        if field.kind == "length":
            return Words("Enter a length from 0:01 to 60:00.")
        if high is None:
            return Words("Enter a whole number from {low} up.", low=f"{low:g}")
        return Words("Enter a number from {low} to {high}.", low=f"{low:g}", high=f"{high:g}")
    return None


def _url_problem(field: Field, found: str) -> Words | None:
    first, *more = (Words("{scheme}://", scheme=scheme) for scheme in field.schemes)
    wanted = reduce(lambda one, other: Words("{one} or {other}", one=one, other=other), more, first)
    try:
        parts = urlsplit(found)
        host = parts.hostname
    except ValueError:
        return Words("This is not a link. It starts with {wanted}.", wanted=wanted)
    if parts.scheme not in field.schemes:
        if not parts.scheme or "://" not in found:
            return Words("This is not a whole link. It starts with {wanted}.", wanted=wanted)
        return Words(
            "Starts with {scheme}://. {field} starts with {wanted}.",
            scheme=parts.scheme,
            field=Words(field.label),
            wanted=wanted,
        )
    if not host or any(letter.isspace() or not letter.isprintable() for letter in found):
        return Words("This link has no server name, or a space in it. Copy it again.")
    if gives_access(field, found):
        return Words("This link holds a login or a token, which would be written down with it. Leave that part out.")
    try:
        _ = parts.port
    except ValueError:
        return Words("What follows the colon after the server name is not a port, which is a number up to 65535.")
    return None


def gives_access(field: Field, found: str) -> bool:
    """Whether a link holds a login, or where only servers are named, something like a token."""
    try:
        parts = urlsplit(found)
    except ValueError:
        return False
    return parts.username is not None or bool(parts.query and "wss" in field.schemes)


def _pairs_problem(found: Value) -> Words | None:
    assert isinstance(found, tuple)
    words = [_cleaned(word) for word, _ in found]
    if not all(_cleaned(word) and _cleaned(said) for word, said in found):
        return Words("Every row needs both the word and how to say it.")
    if len(set(words)) < len(words):
        twice = next(word for word in words if words.count(word) > 1)
        return Words("{word} stands here twice. Keep one.", word=twice)
    return None


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


def _reason(field: Field, draft: Draft) -> Words:
    """The first field that keeps this one hidden, followed up to one that shows."""
    blocking = next(
        key for when in field.when for key, accepted in when.items() if not _holds(draft, (key, accepted), {})
    )
    if fact := FACT_BY_KEY.get(blocking):
        return Words(known(draft, fact).sentence)
    parent = BY_KEY[blocking]
    if not _shows(parent, draft, {}):
        return _reason(parent, draft)
    return Words(
        "Because {field} is {choice}. They come back when you change it.",
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


def masked(body: Mapping[str, object], path: str = "") -> dict[str, object]:
    """The body as it may be shown: every secret as dots."""
    shown: dict[str, object] = {}
    for name, found in body.items():
        key = f"{path}{name}"
        if isinstance(found, Mapping):
            shown[name] = masked(found, f"{key}.")
        else:
            shown[name] = "••••••••" if key in BY_KEY and BY_KEY[key].secret else found
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
    draft.update(_flat(body, ""))
    draft["room"] = "own" if "credentials" in body else "akool"
    voice_params = body.get("voice_params")
    draft["use_elevenlabs"] = isinstance(voice_params, Mapping) and "elevenlabs_settings" in voice_params
    return draft


def _flat(body: Mapping[str, object], path: str) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name, item in body.items():
        key = f"{path}{name}"
        if key in BY_KEY:
            words = item.items() if isinstance(item, Mapping) else None
            found[key] = tuple((str(word), str(said)) for word, said in words) if words is not None else item  # type: ignore[assignment]
        elif isinstance(item, Mapping):
            found.update(_flat(item, f"{key}."))
    return found

"""The tokens in a draft, held against the clock, the session's length and the fields beside them.

``now`` is in seconds of the epoch, as this computer's clock has them. That clock may be wrong, so nothing here blocks.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from akool_desktop.session.fields import BY_KEY, FIELDS, Token
from akool_desktop.session.rules import Draft, Finding, value, visible
from akool_desktop.session.tokens import Pass, TokenError, read
from akool_desktop.words import Words

State = Literal["good", "short", "over", "early", "unreadable"]

_SKEW = 60  # seconds that two clocks may differ without anybody noticing
_LONGEST = 60  # letters of a name that are shown
_FACTS: Mapping[str, Words] = {
    "room": Words("room {said}"),
    "channel": Words("channel {said}"),
    "identity": Words("identity {said}"),
    "uid": Words("UID {said}"),
    "user": Words("user {said}"),
    "app_id": Words("app ID {said}"),
}
_OTHER: Mapping[str, Words] = {
    "channel": Words("This token is for another channel than {field} says."),
    "uid": Words("This token is for another UID than {field} says."),
}
_NOT_ALLOWED: Mapping[str, Words] = {
    "join": Words("This token does not let the avatar join."),
    "publish": Words("This token does not allow publishing: the avatar would be neither seen nor heard."),
    "data": Words("This token does not allow sending data, so that what the avatar hears and says is not reported."),
}
_PERHAPS_NOT_ALLOWED = Words("This token allows joining alone, which is too little where Agora asks who may publish.")


class TokenClock(NamedTuple):
    """How long a token is still good, what follows if it is not, and what else the token says."""

    state: State
    words: Words
    follows: Words | None = None
    facts: tuple[Words, ...] = ()


class Doubt(NamedTuple):
    """What about a token does not go with what it is for. ``certain``: a session would fail by it."""

    words: Words
    certain: bool = True


def clock(draft: Draft, key: str, now: float, *, coarse: bool = False) -> TokenClock | None:
    """Of the token in a field; None where none shows. ``coarse`` words change once a minute at most."""
    token, text = BY_KEY[key].token, value(draft, key)
    if token is None or not isinstance(text, str) or key not in visible(draft):
        return None
    try:
        found = read(token.kind, text)
    except TokenError as error:
        return TokenClock("unreadable", error.words)
    return _clock(found, value(draft, token.outlasts), now, coarse)


def _clock(found: Pass, length: object, now: float, coarse: bool) -> TokenClock:
    facts = _facts(found)
    if found.ends is not None and found.ends <= now:
        over = Words("Expired {span} ago", span=span(now - found.ends, coarse=coarse))
        return TokenClock("over", over, Words("The avatar could not join. Paste a new one."), facts)
    if found.starts is not None and found.starts > now + _SKEW:
        early = Words("Not good for another {span}", span=span(found.starts - now, coarse=coarse))
        return TokenClock("early", early, Words("The avatar could not join yet."), facts)
    if found.ends is None:
        return TokenClock("good", Words("Good without a limit"), facts=facts)
    left = span(found.ends - now, coarse=coarse)
    if isinstance(length, int) and found.ends - now < length:
        short = Words("Good for {span}, shorter than your {length} session", span=left, length=_length(length))
        return TokenClock("short", short, facts=facts)
    return TokenClock("good", Words("Good for {span}", span=left), facts=facts)


def doubts(draft: Draft, key: str) -> list[Doubt]:
    """Where the token in a field contradicts another field, or allows too little."""
    token, text = BY_KEY[key].token, value(draft, key)
    if token is None or not isinstance(text, str) or key not in visible(draft):
        return []
    try:
        found = read(token.kind, text)
    except TokenError:
        return []
    return [*_contradictions(found, token, draft), *_missing_rights(found)]


def _contradictions(found: Pass, token: Token, draft: Draft) -> list[Doubt]:
    typed = {fact: str(held) for fact, key in token.agrees.items() if (held := value(draft, key)) is not None}
    return [
        Doubt(_contradiction(found, fact, Words(BY_KEY[token.agrees[fact]].label), said))
        for fact, said in typed.items()
        if not found.agrees(fact, said)
    ]


def _contradiction(found: Pass, fact: str, label: Words, typed: str) -> Words:
    if fact in found.checksums:
        return Words(_OTHER[fact].template, field=label)
    return Words("This token is for {fact}; {field} says {typed}.", fact=_fact(found, fact), field=label, typed=typed)


def _missing_rights(found: Pass) -> list[Doubt]:
    missing = [right for right, says in found.rights.items() if says == "no"]
    if missing:
        return [Doubt(_NOT_ALLOWED[missing[0]], certain=missing[0] != "data")]
    return [Doubt(_PERHAPS_NOT_ALLOWED, certain=False)] if "depends" in found.rights.values() else []


def notes(draft: Draft, now: float) -> list[Finding]:
    """What about the tokens may surprise, in screen order. Their words change once a minute at most."""
    return [Finding(field.key, words) for field in FIELDS if field.token for words in _notes(draft, field.key, now)]


def _notes(draft: Draft, key: str, now: float) -> list[Words]:
    found = clock(draft, key, now, coarse=True)
    about_time: list[Words] = []
    if found and found.state == "unreadable":
        about_time = [found.words]
    elif found and found.state != "good":
        about_time = [Words("{clock}. A warning only: you may still create.", clock=found.words)]
    return about_time + [doubt.words for doubt in doubts(draft, key)]


def _facts(found: Pass) -> tuple[Words, ...]:
    said = [_fact(found, name) for name in _FACTS if found.facts.get(name)]
    if found.rights.get("publish") == "yes":
        said.append(Words("may publish"))
    if found.rights.get("data") == "yes":
        said.append(Words("may send data"))
    return tuple(said)


def _fact(found: Pass, name: str) -> Words:
    said = found.facts[name]
    return Words(_FACTS[name].template, said=said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…")


def span(seconds: float, *, coarse: bool = False) -> Words:
    """A while, as it is said: whole days, hours, minutes or seconds."""
    minutes = int(seconds // 60)
    if minutes >= 48 * 60:
        return Words("{count} days", count=minutes // 1440)
    if minutes >= 120:
        return Words("{count} hours", count=minutes // 60)
    if minutes >= 1:
        return Words("1 minute") if minutes == 1 else Words("{count} minutes", count=minutes)
    if coarse:
        return Words("less than a minute")
    return Words("1 second") if int(seconds) == 1 else Words("{count} seconds", count=int(seconds))


def _length(seconds: int) -> Words:
    """A session's length before the word session."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return Words("{count}-second", count=rest)
    if rest:
        return Words("{minutes}:{seconds}-minute", minutes=minutes, seconds=f"{rest:02}")
    return Words("{count}-minute", count=minutes)

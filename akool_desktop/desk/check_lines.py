"""The lines of a check, each from one question: what is asked of Akool, of a link, of a name, of a token.

A line that could not be asked is a note and no problem: it says nothing against the session.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from akool_desktop.akool.elevenlabs import KeyAnswer, looks_like_key
from akool_desktop.akool.web import Probe
from akool_desktop.desk.catalogue import AvatarEntry, Entry, VoiceEntry, traits
from akool_desktop.session import passes, rules
from akool_desktop.session.fields import BY_KEY, Field, Value
from akool_desktop.session.rules import Draft, Finding
from akool_desktop.session.summary import duration
from akool_desktop.store.accounts import words_of_name
from akool_desktop.store.vault import IN_KEYRING, WAITING
from akool_desktop.words import Card, Words, listed

State = Literal["running", "good", "note", "problem"]

_CLOCK_MAY_DIFFER = 30  # seconds
_NOTHING_YET = Words("")


@dataclass(frozen=True)
class Line:
    """One thing that is looked at. ``about`` names it, ``words`` say what was found.

    ``go_to``: a field's key, "account", or nothing. ``offers``: a service that could be asked too, if the operator
    wants that.
    """

    name: str
    about: Words
    state: State = "running"
    words: Words = _NOTHING_YET
    detail: Words | None = None
    advice: Words | None = None
    go_to: str = ""
    offers: str = ""


def in_form(draft: Draft, asked: Collection[str]) -> list[Line]:
    """What Create would refuse to send, and what may surprise, but for fields that have a line of their own."""

    def lines(state: State, findings: Iterable[Finding]) -> list[Line]:
        return [
            Line(f"{state} {count} {found.key}", label, state, label, found.words, go_to=found.key)
            for count, found in enumerate(findings)
            for label in [Words(BY_KEY[found.key].label)]
        ]

    notes = [note for note in rules.notes(draft) if note.key not in asked]
    return lines("problem", rules.problems(draft)) + lines("note", notes)


def not_asked(line: Line, why: Words, advice: Words | None = None) -> Line:
    """The line when its question came to nothing."""
    return replace(line, state="note", words=Words("{what}: not known", what=line.about), detail=why, advice=advice)


def key_refused(line: Line, card: Card) -> Line:
    """Without an answer to this, nothing can be created either."""
    return replace(
        line, state="problem", words=card.title, detail=card.happened, advice=card.advice, go_to=card.go_to
    )


def key_accepted(line: Line, account: str) -> Line:
    return replace(line, state="good", words=Words("Key accepted"), detail=words_of_name(account))


def balance(line: Line, credits: float, length: Value, held: float | None) -> Line:
    """Credits against what will be held. What that is only Akool knows; here is what it held the last time."""
    words = Words("{credits} credits", credits=_exact(credits))
    if credits <= 0:
        advice = Words("Buy credits at Akool, or choose another account.")
        return replace(line, state="problem", words=words, detail=Words("Akool holds some in advance."), advice=advice)
    if held is None or not isinstance(length, int):
        detail = Words("What will be held is known after the first session of this length.")
        return replace(line, state="good", words=words, detail=detail)
    detail = Words("{held} were held for {length} the last time.", held=_exact(held), length=duration(length))
    if credits >= held:
        return replace(line, state="good", words=words, detail=detail)
    return replace(line, state="note", words=words, detail=detail, advice=Words("Make the session shorter."))


def _exact(credits: float) -> str:
    """To the hundredth, however many there are."""
    return f"{credits:,.2f}".rstrip("0").rstrip(".")


def clock(line: Line, ahead: float | None) -> Line:
    """This computer's clock against the server's, by which tokens and countdowns are read."""
    if ahead is None:
        return not_asked(line, Words("The server does not say what time it is."))
    if abs(ahead) <= _CLOCK_MAY_DIFFER:
        return replace(line, state="good", words=Words("This computer's clock is right"))
    span = passes.span(abs(ahead))
    words = Words("This computer's clock is {span} ahead", span=span)
    if ahead < 0:
        words = Words("This computer's clock is {span} behind", span=span)
    advice = Words("Set it: whether a token is still good is read from it.")
    return replace(line, state="note", words=words, advice=advice)


def in_list(line: Line, found: Entry | None, wanted: str) -> Line:
    """What the account's list says of an avatar, a voice or a knowledge base."""
    if found is None:
        words, id_ = Words("{what} is not in the account's list", what=line.about), Words("{id}", id=wanted)
        return replace(line, state="problem", words=words, detail=id_, advice=Words("Choose one, or compare the ID."))
    if not found.usable:
        words = Words("{name}: {state}", name=found.name, state=Words(found.state))
        return replace(line, state="problem", words=words, advice=Words("Choose another, or try again later."))
    match found:
        case AvatarEntry():
            return replace(line, state="good", words=Words("{name} is ready to stream", name=found.name))
        case VoiceEntry():
            can = Words("{name} can be streamed", name=found.name)
            return replace(line, state="good", words=can, detail=listed(traits(found)))
    return replace(line, state="good", words=Words("{what} {name} found", what=line.about, name=found.name))


def with_notes(line: Line, notes: Sequence[Words]) -> Line:
    """What the form itself has to say of the same field."""
    if line.state != "good" or not notes:
        return line
    return replace(line, state="note", detail=joined(notes, " "))


def link(line: Line, leads_to: Sequence[str], found: Probe) -> Line:
    detail = Words("{kind}", kind=found.content_type) if found.content_type else None
    if found.kind in leads_to:
        said = Words("The link leads to a picture") if found.kind == "picture" else Words("The link leads to a video")
        return replace(line, state="good", words=said, detail=detail)
    words, advice = Words("The link leads to no picture or video"), Words("Enter the link of the file itself.")
    return replace(line, state="problem", words=words, detail=detail, advice=advice)


def link_broken(line: Line, why: Words) -> Line:
    words = Words("The link does not lead to a picture or video that anyone can open")
    return replace(line, state="problem", words=words, detail=why, advice=Words("Open it in a browser to see."))


def token(line: Line, draft: Draft, field: Field, now: float) -> Line:
    """Read on this computer; the worst that is to be said of it, and all the rest."""
    found, doubts = passes.clock(draft, field.key, now), passes.doubts(draft, field.key)
    assert found
    name, unfit = line.about, any(doubt.certain for doubt in doubts)
    fatal = unfit or found.state in ("over", "early", "unreadable")
    state: State = "problem" if fatal else "note" if doubts or found.state == "short" else "good"
    words = Words("{token}: {clock}", token=name, clock=found.words)
    said = [doubt.words for doubt in doubts]
    if found.state == "unreadable":
        words, said = Words("{token} cannot be read", token=name), [found.words]
    elif unfit and found.state in ("good", "short"):
        words, said = Words("{token} does not fit this session", token=name), [*said, found.words]
    detail, advice = joined(said, " ") or joined(found.facts, " · "), Words("Paste a new one.") if fatal else None
    return replace(line, state=state, words=words, detail=detail, advice=advice)


def key_shape(line: Line, key: str) -> Line:
    if looks_like_key(key):
        return replace(line, state="good", words=Words("The ElevenLabs key looks like one"))
    words, advice = Words("This does not look like an ElevenLabs key"), Words("Copy it again from your profile there.")
    return replace(line, state="note", words=words, advice=advice)


def key_asked(line: Line, answer: KeyAnswer) -> Line:
    """After ElevenLabs itself was asked."""
    line = replace(line, offers="")
    if answer.known is None:
        return replace(line, state="note", words=Words("ElevenLabs did not say: HTTP {status}", status=answer.status))
    if not answer.known:
        words, advice = Words("ElevenLabs does not know this key"), Words("Copy it again from your profile there.")
        return replace(line, state="problem", words=words, advice=advice)
    words, detail = Words("ElevenLabs knows this key"), None
    if answer.left is not None:
        template = "1 letter is left there." if answer.left == 1 else "{count} letters are left there."
        detail = Words(template, count=f"{answer.left:,}")
    if answer.left == 0:
        return replace(line, state="problem", words=words, detail=detail, advice=Words("Top up the account there."))
    return replace(line, state="good", words=words, detail=detail)


def in_the_way(line: Line, count: int) -> Line:
    if not count:
        return replace(line, state="good", words=Words("No other session is open"))
    words = Words("1 session is open") if count == 1 else Words("{count} sessions are open", count=count)
    detail = Words("Akool allows only so many at once, and each holds credits.")
    return replace(line, state="note", words=words, detail=detail, advice=Words("End what is not needed."))


def keyring(line: Line, where: Words) -> Line:
    if where == IN_KEYRING:
        return replace(line, state="good", words=Words("The keyring works"))
    advice = Words("Unlock it in the window it has opened.") if where == WAITING else None
    return replace(line, state="note", words=Words("The keyring cannot be used"), detail=where, advice=advice)


def server_known(line: Line, host: str) -> Line:
    """Of the operator's own server, whose name stands in a field, or of the vendor's."""
    words = Words("{host} found", host=host) if line.go_to else Words("{server} found", server=line.about)
    return replace(line, state="good", words=words)


def server_unknown(line: Line, host: str) -> Line:
    """The operator's own is the session's; the vendor's is needed here only to look on."""
    why = Words("The network does not know {host}.", host=host)
    if line.go_to:
        words, advice = Words("{host} not found", host=host), Words("Compare the name, letter by letter.")
        return replace(line, state="problem", words=words, detail=why, advice=advice)
    words, advice = Words("{server} not found", server=line.about), Words("This network could not see the session.")
    return replace(line, state="note", words=words, detail=why, advice=advice)


def server_behind_proxy(line: Line, host: str) -> Line:
    """Behind a strict proxy no name of the internet can be looked up here, and none needs to be."""
    why = Words("Names are looked up by this network's proxy, so this computer cannot tell.")
    return replace(line, state="note", words=Words("{host} could not be looked up", host=host), detail=why)


def joined(parts: Iterable[Words], between: str) -> Words | None:
    """Several sentences, or facts, as one."""
    found: Words | None = None
    for part in parts:
        found = part if found is None else Words(f"{{before}}{between}{{more}}", before=found, more=part)
    return found


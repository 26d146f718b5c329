"""The hand-off sheet: on one page what somebody who takes over has to know, and nothing that lets anyone in."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from akool_desktop.session.fields import BY_KEY, FIELDS, Field
from akool_desktop.session.rules import Draft, said, value, visible
from akool_desktop.session.summary import Names, duration
from akool_desktop.words import Words

Facts = Sequence[tuple[Words, Words]]

_ALWAYS = ("avatar_id", "mode_type", "scene_mode", "stream_type", "room", "duration")
_LEFT_OUT = ("use_elevenlabs", "voice_params.pron_map")  # one says nothing by itself, the other has no end
_STANDARD_VOICE = Words("the avatar's own")

_OPEN_STAGE = Words(
    "On the computer that started it: open Akool Desktop and press Open Stage on the session's row. The page opens in "
    "the browser, with picture and sound; the microphone is off until you turn it on."
)
_FRONT_END = Words(
    "In a front end of your own: Hand off… on the session's card in Akool Desktop copies the room's credentials. Pass "
    "them on by a safe way, never on this sheet."
)
_ONE_VIEWER = Words(
    "Akool gives each session one viewer's identity. Whoever joins takes the place of whoever was there before, the "
    "Stage included."
)
_OWN_ROOM = Words(
    "The session runs in a room of your own server. Join it as you join your other rooms, with a pass of that server "
    "made for you. The token in Akool Desktop is the avatar's: a second join with it throws the avatar off the air."
)
_NOT_YET = Words(
    "Nothing runs yet, and nothing is being spent. In Akool Desktop, open the preset or enter what stands above, then "
    "press Create session. Credits for the full length are held from that moment."
)
_RETELLING = Words("The avatar says exactly what is typed or sent. It answers nobody.")
_DIALOGUE = Words("The avatar answers what people say or type.")
_VOICE_ONLY = Words("Fast dialogue is voice only: the avatar takes no typed text.")

_TROUBLE: Facts = (
    (Words("No picture"), Words(
        "Look at the strip at the bottom of Akool Desktop. Waiting in line: wait, it comes by itself. Live: reload, or "
        "close the page and open it again.")),
    (Words("The avatar says nothing"), Words(
        "Press Interrupt and try again. If it does not hear you, allow the microphone in the browser and turn it on.")),
    (Words("Thrown out of the room"), Words(
        "Somebody joined with the same identity. Close the other page or program, then join again.")),
    (Words("The page cannot connect"), Words(
        "Try another network, a phone's for instance: company networks may block the servers of the room. Check in "
        "Akool Desktop names them.")),
    (Words("It has ended too early"), Words(
        "History in Akool Desktop says why. Run again fills the form with the same settings; Create session starts a "
        "new session, which costs anew.")),
)  # fmt: skip
_OWN_TROUBLE: Facts = (
    (Words("No avatar in the room"), Words(
        "Check in Akool Desktop reads the avatar's token: whether it has expired, and whether it is for this room.")),
    (Words("The avatar left"), Words(
        "Somebody may have joined with the avatar's token or identity. Give each participant one of their own.")),
    *_TROUBLE[-2:],
)  # fmt: skip
_TO_END = (Words("To end it, and its costs"), Words(
    "Press End session in Akool Desktop. It is over when the row says Ended, confirmed. Closing a page or leaving the "
    "room ends nothing."))  # fmt: skip


@dataclass(frozen=True)
class Sheet:
    """``facts`` and ``trouble`` are captions with what belongs to them."""

    title: Words
    facts: Facts
    joining: Sequence[Words]
    trouble: Facts


def of_draft(draft: Draft, names: Names) -> Sheet:
    """Of what would be created now."""
    own = value(draft, "room") == "own"
    avatar = value(draft, "avatar_id")
    who = names.get("avatar_id", avatar) if avatar else Words("An avatar not chosen yet")
    after = (_OWN_ROOM,) if own else (_OPEN_STAGE,)
    return Sheet(
        Words("{who}: a session to be created", who=who), _settings(draft, names),
        (_NOT_YET, *after, *_manner(draft)), _trouble(own),
    )  # fmt: skip


def of_session(who: str, draft: Draft, names: Names, facts: Facts) -> Sheet:
    """Of one that was created. ``draft`` is what was sent, empty where another program sent it; ``facts`` what is
    known of the session besides."""
    own = value(draft, "room") == "own"
    ways = (_OWN_ROOM,) if own else (_OPEN_STAGE, _FRONT_END, _ONE_VIEWER)
    return Sheet(
        Words("{who}: a session at Akool", who=who), (*facts, *(_settings(draft, names) if draft else ())),
        (*ways, *(_manner(draft) if draft else ())), _trouble(own),
    )  # fmt: skip


def _trouble(own: bool) -> Facts:
    return (*(_OWN_TROUBLE if own else _TROUBLE), _TO_END)


def _manner(draft: Draft) -> Sequence[Words]:
    how = _RETELLING if value(draft, "mode_type") == 1 else _DIALOGUE
    return (how, _VOICE_ONLY) if value(draft, "scene_mode") == "fast_dialogue" else (how,)


def _settings(draft: Draft, names: Names) -> Facts:
    """What is set, in the order of the form, without its secrets."""
    shown = visible(draft)
    facts = [
        (Words(field.label), _found(field, draft, names))
        for field in FIELDS
        if field.key in shown and not field.secret and field.key not in _LEFT_OUT and _counts(field, draft)
    ]
    if not any(key in shown and value(draft, key) for key in ("voice_id", "voice_url", "voice_params.voice_id")):
        facts.insert(1, (Words(BY_KEY["voice_id"].label), _STANDARD_VOICE))
    return tuple(facts)


def _counts(field: Field, draft: Draft) -> bool:
    return field.key in _ALWAYS or value(draft, field.key) is not None


def _found(field: Field, draft: Draft, names: Names) -> Words:
    found = value(draft, field.key)
    if field.key == "duration" and isinstance(found, int):
        return duration(found)
    if field.kind == "url":
        return Words("{link}", link=_bare(str(found)))
    if isinstance(found, str) and (name := names.get(field.key)) and name != found:
        return Words("{name} ({id})", name=name, id=found)
    return said(field, found)


def _bare(link: str) -> str:
    """Without a name, a password or a signature, which let somebody in."""
    try:
        parts = urlsplit(link)
        host = parts.netloc.rpartition("@")[2]
    except ValueError:
        return "…"
    return f"{parts.scheme}://{host}{parts.path}{'?…' if parts.query or parts.fragment else ''}"

"""A session's room, for others who join it: Akool's, whose pass came with the session, and an own one.

Akool's pass lets one viewer in. In an own room the form's token is the avatar's; whoever joins needs another.
"""

import json
from collections.abc import Mapping
from urllib.parse import urlencode

from akool_desktop.session.fields import BY_KEY
from akool_desktop.session.handoff import env
from akool_desktop.session.passes import span
from akool_desktop.session.refusals import cleaned, cleaned_secret
from akool_desktop.session.tokens import Kind, Pass, TokenError, read
from akool_desktop.words import Words, listed

Credentials = Mapping[str, object]

# As the reply of Create Session names them (docs.akool.com, Create Session, Credentials).
_KINDS: Mapping[str, Kind] = {"agora": "agora", "livekit": "livekit", "trtc": "trtc"}
_PASSES: Mapping[str, tuple[str, ...]] = {
    "livekit": ("livekit_url", "livekit_token"),
    "agora": ("agora_app_id", "agora_channel", "agora_uid", "agora_token"),
    "trtc": ("trtc_sdk_app_id", "trtc_sdk_room_id", "trtc_sdk_user_id", "trtc_sdk_user_sig"),
}
_TOKENS = {"livekit": "livekit_token", "agora": "agora_token", "trtc": "trtc_sdk_user_sig"}
_WHO = {"livekit": "livekit_server_identity", "agora": "agora_uid", "trtc": "trtc_sdk_user_id"}
_VIEWERS = ("agora_uid", "trtc_sdk_user_id")  # whose the pass is, which is never the avatar
_NUMBERS = ("agora_uid", "trtc_sdk_app_id")


class PassError(Exception):
    """This pass lets no viewer into this room; ``words`` say why, ``name`` says where in the pass."""

    def __init__(self, name: str, words: Words) -> None:
        super().__init__(words)
        self.name, self.words = name, words


def as_json(session_id: str, stream_type: str, credentials: Credentials) -> str:
    room = {"session_id": session_id, "stream_type": stream_type, "credentials": dict(credentials)}
    return json.dumps(room, indent=2, ensure_ascii=False)


def as_env(session_id: str, stream_type: str, credentials: Credentials) -> str:
    joined = {name: str(found) for name, found in credentials.items()}
    return env({"AKOOL_SESSION_ID": session_id, "AKOOL_STREAM_TYPE": stream_type, **joined})


def meet_link(credentials: Credentials) -> str:
    """LiveKit's own page, joined to the room; empty where something for it is missing. The token is in the link.

    github.com/livekit-examples/meet, app/custom/page.tsx
    """
    url, token = credentials.get("livekit_url"), credentials.get("livekit_token")
    return f"https://meet.livekit.io/custom?{urlencode({'liveKitUrl': url, 'token': token})}" if url and token else ""


def holds(credentials: Credentials) -> Words:
    """What somebody is given with them."""
    labels = [_label(name) for name in credentials]
    return Words("Holds {listed}.", listed=listed(labels) or Words("nothing"))


def good_for(stream_type: str, credentials: Credentials, now: float) -> Words:
    """For how long the room's token is good, as far as it says. ``now``: seconds of the epoch."""
    try:
        ends = read(_KINDS[stream_type], str(credentials.get(_TOKENS[stream_type]))).ends
    except (KeyError, TokenError):
        return Words("Until when its token is good cannot be read from it.")
    if ends is None:
        return Words("Its token is good without a limit.")
    if ends <= now:
        return Words("Its token expired {span} ago.", span=span(now - ends))
    return Words("Its token is good for another {span}.", span=span(ends - now))


def asked(stream_type: str, known: Credentials) -> tuple[str, ...]:
    """What a viewer's pass for an own room takes beside what the request said of the room."""
    return tuple(name for name in _PASSES.get(stream_type, ()) if name in _VIEWERS or not known.get(name))


def is_number(name: str) -> bool:
    return name in _NUMBERS


def viewers_pass(
    stream_type: str, known: Credentials, typed: Mapping[str, str], avatar: str, now: float
) -> dict[str, object]:
    """Credentials that join an own room beside the avatar, named as Akool names those of its own rooms.

    ``known`` is what the request said of the room, ``avatar`` the avatar's LiveKit identity where that is known.
    Raises PassError.
    """
    joined = {name: known.get(name) for name in _PASSES[stream_type]}
    for name in asked(stream_type, known):
        clean = cleaned_secret if BY_KEY[f"credentials.{name}"].secret else cleaned
        joined[name] = _typed(name, clean(typed.get(name, "")))
    token = _TOKENS[stream_type]
    try:
        found = read(_KINDS[stream_type], str(joined[token]))
    except TokenError as error:
        raise PassError(token, error.words) from None
    if found.ends is not None and found.ends <= now:
        raise PassError(token, Words("This token expired {span} ago.", span=span(now - found.ends)))
    _match(found, joined, known, token)
    who = found.facts.get("identity", "") if stream_type == "livekit" else str(joined[_WHO[stream_type]])
    if who and who == str(known.get(_WHO[stream_type]) or avatar):
        name = token if stream_type == "livekit" else _WHO[stream_type]
        raise PassError(name, Words(
            "That is the avatar's own pass: joining with it would throw the avatar off the air. "
            "Use one that was made for somebody else."
        ))  # fmt: skip
    if found.rights.get("join") == "no":
        raise PassError(token, Words("This token does not let anybody join."))
    return joined


def avatar_in(stream_type: str, known: Credentials, identity: str) -> str:
    """Who the avatar is in an own room; empty where that is not certain. ``identity``: as its LiveKit token said."""
    if stream_type == "livekit":
        return identity
    return str(known.get(_WHO[stream_type]) or "") if stream_type in _WHO else ""


def identity(stream_type: object, credentials: object) -> str:
    """The avatar's, as its LiveKit token says; empty where it says none."""
    if stream_type != "livekit" or not isinstance(credentials, Mapping):
        return ""
    try:
        return read("livekit", str(credentials.get("livekit_token"))).facts.get("identity", "")
    except TokenError:
        return ""


def _typed(name: str, text: str) -> str | int:
    if not text:
        raise PassError(name, Words("Fill in {field}.", field=_label(name)))
    if not is_number(name):
        return text
    if not text.isdecimal() or not text.isascii() or len(text) > 15:
        raise PassError(name, Words("{field} is a whole number.", field=_label(name)))
    return int(text)


def _match(found: Pass, joined: Credentials, known: Credentials, name: str) -> None:
    """The token has to be for this room, and for whom it was said to be."""
    token = BY_KEY[f"credentials.{name}"].token
    assert token
    for fact, key in token.agrees.items():
        field = key.removeprefix("credentials.")
        wanted = joined.get(field, known.get(field))
        if fact != "identity" and wanted not in (None, "") and not found.agrees(fact, str(wanted)):
            raise PassError(
                name, Words("This token is for another {field} than {wanted}.", field=_label(field), wanted=wanted)
            )


def _label(name: str) -> Words:
    field = BY_KEY.get(f"credentials.{name}")
    return Words(field.label) if field else Words("{name}", name=name)

"""What lets people into Akool's room, to be taken elsewhere: the session's credentials, and for how long they are good.

These are for viewers, unlike what stands in the form for an own room: that is the avatar's pass, and nobody else's.
"""

import json
from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

from akool_desktop.session.fields import BY_KEY, Field
from akool_desktop.session.handoff import env_name, env_value
from akool_desktop.session.passes import span
from akool_desktop.session.tokens import TokenError, read
from akool_desktop.words import Words

Credentials = Mapping[str, str | int]

_MEET = "https://meet.livekit.io/custom"  # github.com/livekit-examples/meet, app/custom/page.tsx


def as_json(session_id: str, stream_type: str, credentials: Credentials) -> str:
    """As ``akool-desktop create --with-credentials`` prints it."""
    whole = {"id": session_id, "stream_type": stream_type, "credentials": dict(credentials)}
    return json.dumps(whole, indent=2, ensure_ascii=False)


def as_env(session_id: str, stream_type: str, credentials: Credentials) -> str:
    lines = {"AKOOL_SESSION_ID": session_id, "AKOOL_STREAM_TYPE": stream_type}
    lines |= {env_name(name): str(found) for name, found in credentials.items()}
    return "".join(f"{name}={env_value(found)}\n" for name, found in lines.items())


def is_secret(name: str) -> bool:
    """Of a name in the credentials: whether what stands under it lets somebody in."""
    field = BY_KEY.get(f"credentials.{name}")
    return field.secret if field else "token" in name or "sig" in name


def label(name: str) -> Words:
    field = BY_KEY.get(f"credentials.{name}")
    return Words(field.label if field else "{name}", name=name)


def good_for(credentials: Credentials, now: float) -> Words:
    """For how long the token lets people in, as it says itself. ``now`` is in seconds of the epoch."""
    for field, text in _tokens(credentials):
        assert field.token
        try:
            found = read(field.token.kind, text)
        except TokenError:
            break
        if found.ends is None:
            return Words("The token is good without a limit.")
        if found.ends <= now:
            return Words("The token expired {span} ago: nobody can join with it.", span=span(now - found.ends))
        return Words("The token is good for {span}.", span=span(found.ends - now, coarse=True))
    return Words("How long the token is good cannot be read from it.")


def _tokens(credentials: Credentials) -> Iterator[tuple[Field, str]]:
    for name, found in credentials.items():
        field = BY_KEY.get(f"credentials.{name}")
        if field and field.token and isinstance(found, str) and found:
            yield field, found


def meet_link(credentials: Credentials) -> str:
    """The address under which LiveKit Meet joins the room; "" where there is nothing to join with."""
    server, token = credentials.get("livekit_url"), credentials.get("livekit_token")
    return f"{_MEET}?{urlencode({'liveKitUrl': server, 'token': token})}" if server and token else ""

"""What the service did, beside what this program assumes: one line for each thing that Akool's pages leave open or say
in two ways (docs.akool.com, Create, Detail, List and Close Session). Names, numbers and yes or no alone: no id, no
link, no token, so that a report can be sent to anyone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from akool_desktop.akool.models import Session, mapping
from akool_desktop.words import Words

Verdict = Literal["as assumed", "otherwise", "seen"]

NEEDED = {
    "agora": ("agora_app_id", "agora_channel", "agora_token", "agora_uid"),
    "livekit": ("livekit_token", "livekit_url"),
    "trtc": ("trtc_sdk_app_id", "trtc_sdk_room_id", "trtc_sdk_user_id", "trtc_sdk_user_sig"),
}
_ALSO = {"livekit": ("livekit_client_identity", "livekit_room_name", "livekit_server_identity")}
_FIELDS = ("_id", "uid", "type", "status", "stream_type", "credentials")
_ENVELOPE = ("code", "msg", "data")
_TOKENS = ("agora_token", "livekit_token", "trtc_sdk_user_sig")


@dataclass(frozen=True)
class Line:
    """``topic``: what was asked; ``assumed``: what the program counts on; "seen" where it counts on nothing."""

    topic: str
    found: Words
    assumed: Words
    verdict: Verdict


def line(topic: str, found: Words, assumed: str, holds: bool | None) -> Line:
    verdict: Verdict = "seen" if holds is None else "as assumed" if holds else "otherwise"
    return Line(topic, found, Words(assumed), verdict)


def created(asked: str, envelope: Mapping[str, object]) -> Iterator[Line]:
    data = mapping(envelope.get("data"))
    session = Session.from_json(data)
    ids = [name for name in ("_id", "id", "session_id") if data.get(name)]
    found = Words("The session's id is named {names}.", names=names(ids))
    yield line("create", found, "It is named _id.", ids == ["_id"])
    yield _echo(asked, data)
    status = session.status if session else None
    yield line("create", Words("Its status is {status}.", status=_said(status)), "It is 1 or 2.", status in (1, 2))
    yield from credentials(asked, data, session)
    yield from _extras("create", envelope, data)


def _echo(asked: str, data: Mapping[str, object]) -> Line:
    echoed = data.get("stream_type")
    found = Words("stream_type comes back as {echoed}.", echoed=echoed) if echoed else Words("stream_type is left out.")
    assumed = "It is the one that was asked for, or left out."
    return line("create", found, assumed, not echoed or echoed == asked)


def credentials(asked: str, data: Mapping[str, object], session: Session | None) -> Iterator[Line]:
    raw = mapping(data.get("credentials"))
    kinds = ", ".join(f"{name} ({_kind(value)})" for name, value in sorted(raw.items()))
    read = session.credentials if session else {}
    lacking = [name for name in NEEDED[asked] if name not in read]
    found = Words("credentials hold {names}.", names=kinds or "nothing")
    assumed = f"They hold {names(NEEDED[asked])}, by these names or, for TRTC, without sdk_."
    yield line("create", found, assumed, not lacking)
    more = sorted(set(read) - set(NEEDED[asked]) - set(_ALSO.get(asked, ())))
    if more:
        yield line("create", Words("credentials also hold {names}.", names=names(more)), "Nothing else.", False)


def detailed(envelope: Mapping[str, object]) -> Iterator[Line]:
    data = mapping(envelope.get("data"))
    session = Session.from_json({"_id": "?", **data})
    status = session.status if session else None
    known = status in (1, 2, 3, 4)
    yield line("detail", Words("Its status is {status}.", status=_said(status)), "It is 1, 2, 3 or 4.", known)
    tokens = [name for name in _TOKENS if session and session.credentials.get(name)]
    found = Words("It repeats {names}.", names=names(tokens)) if tokens else Words("It repeats no token.")
    yield line("detail", found, "Nothing is counted on: tokens are kept from the create.", None)
    if not data.get("_id"):
        yield line("detail", Words("It leaves the id out."), "It may.", None)
    yield from _extras("detail", envelope, data)


def listed(envelope: Mapping[str, object], found_here: bool) -> Iterator[Line]:
    data = envelope.get("data")
    where = next((name for name in ("result", "data") if name in mapping(data)), "")
    found = Words("The rows stand under {name}.", name=f"data.{where}" if where else "data")
    yield line("list", found, "They stand under data.result, data.data or data.", isinstance(data, list) or bool(where))
    said = Words("It names the new session.") if found_here else Words("It does not name the new session.")
    yield line("list", said, "It names every session that runs.", found_here)


def closed(envelope: Mapping[str, object]) -> Iterator[Line]:
    yield line("close", Words("It is accepted with the session named id."), "It is.", True)
    data = mapping(envelope.get("data"))
    found = Words("It answers with data: {names}.", names=names(data)) if data else Words("It answers without data.")
    yield line("close", found, "Nothing is counted on: data may be left out.", None)


def names(found: object) -> str:
    listed = sorted(str(name) for name in found) if isinstance(found, list | tuple | dict | Mapping) else []
    return ", ".join(listed) or "nothing"


def _extras(topic: str, envelope: Mapping[str, object], data: Mapping[str, object]) -> Iterator[Line]:
    """Names on top of what the page shows; whoever reads the report may learn something from them."""
    more = [*(set(envelope) - set(_ENVELOPE)), *(set(data) - set(_FIELDS))]
    if more:
        yield line(topic, Words("It also says {names}.", names=names(more)), "Nothing is counted on.", None)


def _kind(value: object) -> str:
    if isinstance(value, str):
        return "text" if value else "empty text"
    return "number" if isinstance(value, int | float) and not isinstance(value, bool) else type(value).__name__


def _said(value: object) -> str:
    return "not said" if value is None else str(value)

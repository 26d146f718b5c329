"""One free question to ElevenLabs: is this key one of theirs (elevenlabs.io/docs, Get user)."""

import asyncio
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from akool_desktop.akool.errors import Call
from akool_desktop.akool.models import mapping

if TYPE_CHECKING:
    from akool_desktop.akool.wire import Wire

ELEVENLABS = "https://api.elevenlabs.io"
_CONNECT, _SECONDS = 10.0, 15.0
_SHAPE = re.compile("sk_[0-9a-f]{48}|[0-9a-f]{32}")  # those of today, and those of before 2024


@dataclass(frozen=True)
class KeyAnswer:
    """``known``: None where ElevenLabs said neither; ``left``: letters that can still be spoken, if it tells."""

    known: bool | None
    left: int | None = None
    status: int = 200


def looks_like_key(text: str) -> bool:
    return _SHAPE.fullmatch(text) is not None


async def ask_about_key(key: str, base_url: str = ELEVENLABS) -> KeyAnswer:
    """Raises AkoolError where no answer came."""
    wire = await asyncio.to_thread(_open, key, base_url)
    try:
        reply = await wire.send(Call.READ, "GET", "/v1/user", None, seconds=_SECONDS)
    finally:
        await wire.aclose()
    answer = mapping(_json(reply.body))
    if reply.status == 200:
        return KeyAnswer(known=True, left=_left(mapping(answer.get("subscription"))))
    if mapping(answer.get("detail")).get("status") == "missing_permissions":
        return KeyAnswer(known=True)  # a key that may do only some things, and need not say more about itself
    return KeyAnswer(known=False if reply.status in (401, 403) else None, status=reply.status)


def _open(key: str, base_url: str) -> "Wire":
    from akool_desktop.akool.wire import Wire  # imports httpx, which may cost the window's thread nothing

    return Wire(Call.READ, base_url, {"xi-api-key": key}, connect_seconds=_CONNECT)


def _json(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _left(subscription: Mapping[str, object]) -> int | None:
    used, limit = subscription.get("character_count"), subscription.get("character_limit")
    return max(0, limit - used) if isinstance(used, int) and isinstance(limit, int) else None

"""A check of what stands in the form, asked of a service of its own."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import jwt
from hostile import Behaviour, HostileServer, by_path, ok, refuse
from operating import Operator

from akool_desktop.akool.client import Deadlines
from akool_desktop.desk.check_lines import Line
from akool_desktop.desk.checks import CheckDesk
from akool_desktop.session.fields import Value

PLANTED = "planted-secret-90ab17"
AVATAR = {"avatar_id": "tristan", "name": "Tristan", "available": True}
VOICE = {
    "voice_id": "clara", "name": "Clara", "locale": "en-GB", "language": "English", "support_stream": True, "status": 3,
}  # fmt: skip
DRAFT: dict[str, Value] = {"avatar_id": "tristan"}
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 100
ELEVENLABS = "voice_params.elevenlabs_settings.api_key"
TOKEN, SERVER = "credentials.livekit_token", "credentials.livekit_url"


def akool(**behaviours: Behaviour) -> HostileServer:
    """A service with one avatar, one voice, one knowledge base, 40 credits and no session, but for what is given."""
    usual = {
        "quota/info": ok({"credit": 40}),
        "avatar/list": ok({"count": 1, "result": [AVATAR]}),
        "voice/list": ok({"count": 1, "result": [VOICE]}),
        "knowledge/list": ok([{"_id": "museum", "name": "Museum"}]),
        "session/list": ok({"count": 0, "result": []}),
    }
    named = {name.replace("_", "/", 1): behaviour for name, behaviour in behaviours.items()}
    return HostileServer(by_path(usual | named, refuse(1003)))


def check(
    url: str, folder: Path, draft: dict[str, Value], *, elevenlabs: str = "", prepare: Callable[[Operator], object] = id
) -> dict[str, Line]:
    """The lines by their names."""
    operator = Operator(url, folder, deadlines=Deadlines(connect=5, create=5, other=5))
    prepare(operator)

    async def run() -> dict[str, Line]:
        desk = CheckDesk(operator.accounts, operator.sessions, elevenlabs)
        try:
            return {line.name: line for line in await desk.check(operator.account, draft)}
        finally:
            await operator.leave()

    return asyncio.run(asyncio.wait_for(run(), 30))


def said(line: Line) -> str:
    return " | ".join(str(words) for words in (line.words, line.detail, line.advice) if words)


def own(seconds: float, **more: Value) -> dict[str, Value]:
    claims = {"sub": "avatar-1", "exp": time.time() + seconds, "video": {"room": "booth-3", "roomJoin": True}}
    return DRAFT | {
        "room": "own", "stream_type": "livekit", "credentials.livekit_url": "wss://booth.example.com", "duration": 600,
        TOKEN: jwt.encode(claims, "s" * 32, "HS256"), **more,
    }  # fmt: skip

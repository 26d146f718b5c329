"""Asking a server with the real client, and catching what it raises."""

import asyncio
import traceback
from collections.abc import Awaitable, Callable
from typing import Literal, TypeVar

import pytest
from hostile import HostileServer

from akool_desktop.akool.client import Access, AkoolClient, Deadlines
from akool_desktop.akool.errors import AkoolError

KEY = "planted-key-5f3a91"
TOKEN = "planted-token-77c2e0"
BODY = {
    "avatar_id": "dvp_Tristan_cloth2_1080P",
    "stream_type": "livekit",
    "credentials": {"livekit_url": "wss://booth.example", "livekit_token": TOKEN},
}
PATIENT = Deadlines(connect=5, create=10, other=10)
HASTY = Deadlines(connect=0.8, create=0.8, other=0.8)

_Answer = TypeVar("_Answer")
Ask = Callable[[AkoolClient], Awaitable[_Answer]]


def ask(
    url: str,
    use: Ask[_Answer],
    *,
    auth: Literal["api_key", "bearer"] = "api_key",
    secret: str = KEY,
    deadlines: Deadlines = PATIENT,
) -> _Answer:
    async def run() -> _Answer:
        client = AkoolClient(Access(url, auth, secret), deadlines=deadlines)
        try:
            return await use(client)
        finally:
            await client.aclose()

    return asyncio.run(run())


def failure(url: str, use: Ask[object], *, secret: str = KEY, deadlines: Deadlines = PATIENT) -> AkoolError:
    with pytest.raises(AkoolError) as caught:
        ask(url, use, secret=secret, deadlines=deadlines)
    return caught.value


async def create(client: AkoolClient) -> object:
    return await client.create_session(BODY)


async def close(client: AkoolClient) -> object:
    await client.close_session("s1")
    return None


async def read(client: AkoolClient) -> object:
    return await client.credits()


def recording(server: HostileServer, marks: list[int]) -> Callable[[], None]:
    return lambda: marks.append(len(server.requests))


def leaks(error: BaseException, secrets: list[str]) -> list[str]:
    """The secrets found in anything that could be shown or written of an error and of all that led to it."""
    shown = traceback.format_exception(error)
    pending: list[BaseException | None] = [error]
    while pending:
        if one := pending.pop():
            shown += [str(one), repr(one), repr(vars(one)), repr(one.args)]
            shown += [str(one.card), repr(one.card)] if isinstance(one, AkoolError) else []
            pending += [one.__cause__, one.__context__]
    return [secret for secret in secrets if any(secret in text for text in shown)]

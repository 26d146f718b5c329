"""Asking a server with the real client, and catching what it raises."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Literal, TypeVar

import pytest

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

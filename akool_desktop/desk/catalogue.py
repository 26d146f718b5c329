"""What the account has to choose from: avatars, voices, languages, knowledge bases.

The lists are read in the background and stop nothing: a session can be created where only Create Session answers.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from akool_desktop.akool.client import AkoolClient
from akool_desktop.akool.errors import AkoolError
from akool_desktop.session.fields import FIELDS
from akool_desktop.session.rules import Draft, value
from akool_desktop.words import Words


@dataclass(frozen=True)
class Entry:
    """One thing that a text field may name."""

    id: str
    name: str
    detail: str = ""
    usable: bool = True


@dataclass(frozen=True)
class Known:
    """What an id resolves to; without a name it is in no list, which blocks nothing."""

    name: str
    words: Words
    usable: bool


@dataclass(frozen=True)
class Catalogue:
    """The account's lists as they were read; a list that could not be read is missing."""

    lists: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    read_at: datetime | None = None

    def find(self, list_of: str, wanted: object) -> Entry | None:
        return next((entry for entry in self.lists.get(list_of, ()) if entry.id == wanted), None)

    def names(self, draft: Draft) -> dict[str, str]:
        """The human name of what each field holds, where a list knows it."""
        found = {item.key: self.find(item.list_of, value(draft, item.key)) for item in FIELDS if item.list_of}
        return {key: entry.name for key, entry in found.items() if entry}

    def known(self, list_of: str, wanted: object) -> Known | None:
        """What to say under a field that holds ``wanted``."""
        if wanted is None or list_of not in self.lists or self.read_at is None:
            return None
        entry = self.find(list_of, wanted)
        if entry is None:
            return Known("", Words("Not in the list read at {time}.", time=f"{self.read_at:%H:%M}"), usable=False)
        return Known(entry.name, Words(entry.detail), usable=entry.usable)


_READY, _NOT_READY = "Ready to stream", "Not ready"


async def read_catalogue(client: AkoolClient) -> Catalogue:
    """Every list side by side; one that fails leaves the others alone."""
    readers = {
        "avatars": _avatars(client),
        "voices": _voices(client),
        "languages": _languages(client),
        "knowledge_bases": _knowledge_bases(client),
    }
    results = await asyncio.gather(*readers.values(), return_exceptions=True)
    lists: dict[str, tuple[Entry, ...]] = {}
    for name, result in zip(readers, results, strict=True):
        if isinstance(result, tuple):
            lists[name] = result
        elif not isinstance(result, AkoolError):
            raise result
    return Catalogue(lists, datetime.now())


async def _avatars(client: AkoolClient) -> tuple[Entry, ...]:
    return tuple(
        Entry(seen.avatar_id, seen.name or seen.avatar_id, _READY if seen.available else _NOT_READY, seen.available)
        for seen in await client.avatars()
    )


async def _voices(client: AkoolClient) -> tuple[Entry, ...]:
    return tuple(
        Entry(voice.voice_id, voice.name or voice.voice_id)
        for voice in await client.voices()
        if voice.streams and voice.ready
    )


async def _languages(client: AkoolClient) -> tuple[Entry, ...]:
    return tuple(Entry(language.code, language.name or language.code) for language in await client.languages())


async def _knowledge_bases(client: AkoolClient) -> tuple[Entry, ...]:
    return tuple(Entry(base.id, base.name or base.id) for base in await client.knowledge_bases())

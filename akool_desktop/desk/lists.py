"""The account's lists: read in the background, remembered on disk, and what they link to.

They stop nothing: a session can be created where only Create Session answers. Practice, which runs on this computer
and under another address each time, is never remembered.
"""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any, TypeVar

from akool_desktop.akool.client import AkoolClient
from akool_desktop.akool.errors import AkoolError
from akool_desktop.akool.models import Avatar, KnowledgeBase, Language, Voice
from akool_desktop.akool.web import Web
from akool_desktop.desk.accounts import PRACTICE, AccountDesk, AccountError
from akool_desktop.desk.catalogue import AvatarEntry, Catalogue, Entry, KnowledgeEntry, Listing, VoiceEntry
from akool_desktop.desk.turns import LastFirst
from akool_desktop.store.accounts import Account
from akool_desktop.store.file_cache import FileCache
from akool_desktop.store.list_cache import ListCache
from akool_desktop.words import Card, Words, marked

_Row = TypeVar("_Row")
Reader = Callable[[AkoolClient], Coroutine[Any, Any, tuple[Entry, ...]]]

READY = marked("Ready to stream")
# By Akool's status.
_NOT_MADE = {1: marked("Waiting to be made"), 2: marked("Still being made"), 4: marked("Could not be made")}
_NAME, _PROMPT = 100, 300  # letters of a name, and of a knowledge base's instructions, that are kept
_AT_ONCE = 4  # pictures
_KINDS: Mapping[str, type[Entry]] = {
    "avatars": AvatarEntry, "voices": VoiceEntry, "languages": Entry, "knowledge_bases": KnowledgeEntry,
}  # fmt: skip


class Lists:
    def __init__(self, accounts: AccountDesk, cache: ListCache, files: FileCache) -> None:
        self._accounts, self._cache, self._files = accounts, cache, files
        self._fetching = LastFirst(_AT_ONCE)

    async def remembered(self, account: Account) -> Catalogue:
        """The lists as they were read last, in this run or another."""
        if account.id == PRACTICE.id:
            return Catalogue()
        found = await asyncio.to_thread(self._remembered, self._key(account))
        return Catalogue({name: listing for name, listing in found.items() if listing})

    async def read(self, account: Account, before: Catalogue) -> Catalogue:
        """Every list anew, side by side; of one that fails, what was known ``before`` stays."""
        try:
            client = await self._accounts.client(account)
        except (AkoolError, AccountError) as error:
            results: list[tuple[Entry, ...] | Card] = [error.card] * len(READERS)
        else:
            results = await asyncio.gather(*(_read(reader, client) for reader in READERS.values()))
        now = datetime.now().astimezone()  # another time may be told of it in another zone
        lists = dict(before.lists)
        failed: dict[str, Words] = {}
        for name, result in zip(READERS, results, strict=True):
            if isinstance(result, tuple):
                lists[name] = Listing(result, now)
                await self._remember(account, name, lists[name])
            elif name in lists:
                lists[name] = replace(lists[name], failed=result.happened)
            else:
                failed[name] = Words("{first} {then}", first=result.happened, then=result.advice)
        return Catalogue(lists, failed)

    async def picture(self, account: Account, url: str) -> bytes:
        """A few at once, the one that was asked for last before those that wait. Raises WebError."""
        return await self._fetch(account, url, Web.picture)

    async def sample(self, account: Account, url: str) -> bytes:
        """Raises WebError."""
        return await self._fetch(account, url, Web.sound)

    async def spoilt(self, url: str) -> None:
        """A picture or a sample cannot be shown or heard: it is not kept, so that the next time it is fetched anew."""
        await asyncio.to_thread(self._files.forget, url)

    async def tidy(self) -> None:
        """Forget the lists of accounts that are not here any more."""
        keys = {self._key(account) for account in self._accounts.accounts}
        await asyncio.to_thread(self._cache.keep_only, keys)

    def _key(self, account: Account) -> str:
        """Another address has other lists, and so has another key in the environment."""
        return f"{account.id} {self._accounts.mark(account)}"

    def _remembered(self, key: str) -> dict[str, Listing | None]:
        return {name: _listing(kind, self._cache.read(key, name)) for name, kind in _KINDS.items()}

    async def _remember(self, account: Account, name: str, listing: Listing) -> None:
        if account.id != PRACTICE.id:
            rows = [vars(entry) for entry in listing.entries]
            read_at = listing.read_at.isoformat()
            await asyncio.to_thread(self._cache.write, self._key(account), name, read_at, rows)

    async def _fetch(
        self, account: Account, url: str, fetch: Callable[[Web, str], Coroutine[Any, Any, bytes]]
    ) -> bytes:
        kept = account.id != PRACTICE.id
        if kept and (content := await asyncio.to_thread(self._files.read, url)) is not None:
            return content
        async with self._fetching:
            content = await fetch(self._accounts.web(account), url)  # of now: the account may have been changed
        if kept:
            await asyncio.to_thread(self._files.write, url, content)
        return content


async def _read(reader: Reader, client: AkoolClient) -> tuple[Entry, ...] | Card:
    try:
        return await reader(client)
    except AkoolError as error:
        return error.card


def _avatar(seen: Avatar) -> AvatarEntry:
    state = _NOT_MADE.get(seen.status or 0) or (READY if seen.available else marked("Not available now"))
    return AvatarEntry(
        seen.avatar_id, _named(seen.name, seen.avatar_id), state == READY, state, seen.thumbnail_url, seen.gender,
        seen.own, seen.voice_id, seen.takes_background,
    )  # fmt: skip


def _voice(heard: Voice) -> VoiceEntry:
    state = _NOT_MADE.get(heard.status or 0, "") or ("" if heard.streams else marked("Does not stream"))
    return VoiceEntry(
        heard.voice_id, _named(heard.name, heard.voice_id), not state, state, heard.language, heard.locale,
        heard.gender, heard.age, heard.style, heard.cloned, heard.preview_url,
    )  # fmt: skip


def _language(language: Language) -> Entry:
    return Entry(language.code, _named(language.name, language.code))


def _knowledge_base(base: KnowledgeBase) -> KnowledgeEntry:
    prologue, prompt = (" ".join(text.split())[:_PROMPT] for text in (base.prologue, base.prompt))
    return KnowledgeEntry(base.id, _named(base.name, base.id), True, "", prologue, prompt, base.documents)


def _reader(
    ask: Callable[[AkoolClient], Coroutine[Any, Any, list[_Row]]], entry_of: Callable[[_Row], Entry]
) -> Reader:
    async def read(client: AkoolClient) -> tuple[Entry, ...]:
        rows = await ask(client)
        return await asyncio.to_thread(lambda: tuple(map(entry_of, rows)))  # thousands would hold up the window

    return read


READERS: Mapping[str, Reader] = {
    "avatars": _reader(AkoolClient.avatars, _avatar),
    "voices": _reader(AkoolClient.voices, _voice),
    "languages": _reader(AkoolClient.languages, _language),
    "knowledge_bases": _reader(AkoolClient.knowledge_bases, _knowledge_base),
}


def _named(name: str, entry_id: str) -> str:
    """As it is shown; without a name it is called by its id."""
    shown = name or entry_id
    return shown if len(shown) <= _NAME else f"{shown[:_NAME]}…"


def _listing(kind: type[Entry], found: tuple[str, Sequence[object]] | None) -> Listing | None:
    """What the disk kept; None where it is not what was once written there."""
    if found is None:
        return None
    read_at, rows = found
    try:
        return Listing(tuple(_entry(kind, row) for row in rows), datetime.fromisoformat(read_at))
    except (TypeError, ValueError):
        return None


def _entry(kind: type[Entry], row: object) -> Entry:
    if not isinstance(row, dict):
        raise TypeError
    given: dict[str, Any] = {name: tuple(item) if isinstance(item, list) else item for name, item in row.items()}
    made = kind(**given)
    for each in fields(made):
        item = getattr(made, each.name)
        parts = item if isinstance(item, tuple) else ()
        if type(item) is not type(each.default) or not all(isinstance(part, str) for part in parts):
            raise TypeError
    return made

"""The account's lists: read side by side, remembered on disk; one that cannot be read stops nothing."""

import asyncio
import gc
import json
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TypeVar

import pytest
from asking import KEY
from hostile import Behaviour, HostileServer, Visit, by_path, cut, ok, refuse, reply, web_page

from akool_desktop.akool.web import WebError
from akool_desktop.desk.accounts import ENVIRONMENT, PRACTICE, AccountDesk
from akool_desktop.desk.catalogue import AvatarEntry, Catalogue, Entry, KnowledgeEntry, VoiceEntry
from akool_desktop.desk.lists import Lists
from akool_desktop.store.accounts import AccountBook
from akool_desktop.store.file_cache import FileCache
from akool_desktop.store.list_cache import ListCache
from akool_desktop.store.vault import Vault

AVATARS = ok({
    "count": 5,
    "result": [
        {"avatar_id": "a1", "name": "Tristan", "available": True, "type": 2, "from": 2, "voice_id": "v1",
         "gender": "male", "thumbnailUrl": "https://a.example/1.png"},
        {"avatar_id": "a2", "name": "", "available": False, "from": 3, "type": 1},
        {"avatar_id": "a3", "name": "Mine", "available": True, "from": 4, "type": 2},
        {"avatar_id": "a4", "name": "New", "available": True, "status": 2, "from": 3, "type": 2},
        {"name": "no id"},
    ],
})  # fmt: skip
VOICES = ok({
    "count": 4,
    "result": [
        {"voice_id": "v1", "name": "Clara", "support_stream": True, "status": 3, "language": "English",
         "locale": "en-GB", "gender": "Female", "age": ["Middle"], "style": ["Calm"], "preview": "https://a.example/1"},
        {"voice_id": "v2", "name": "Not for streaming", "support_stream": False, "status": 3},
        {"voice_id": "v3", "name": "Still being made", "support_stream": True, "status": 2},
        {"voice_id": "v4", "name": "Broken", "support_stream": True, "status": 4},
    ],
})  # fmt: skip


def _voices(visit: Visit) -> bool:
    """Akool's own; no clones."""
    return (VOICES if "type=2" in visit.request.path else ok({"count": 0, "result": []}))(visit)


LANGUAGES = ok({"lang_list": [{"lang_code": "en", "lang_name": "English"}, {"lang_code": "zh-CN-sichuan"}]})
KNOWLEDGE = ok([{"_id": "k1", "name": "Museum", "prologue": "Hello\n there", "prompt": "p" * 999, "docs": [{}, {}]}])
ALL: dict[str, Behaviour] = {
    "avatar/list": AVATARS, "voice/list": _voices, "language/list": LANGUAGES, "knowledge/list": KNOWLEDGE,
}  # fmt: skip
PNG = b"\x89PNG\r\n\x1a\n" + bytes(50)

_Answer = TypeVar("_Answer")


@pytest.fixture
def use(tmp_path: Path) -> Callable[..., object]:
    """Works with lists over the same folder each time, as another run of the program does."""

    def use(server: str, work: Callable[[Lists], Awaitable[object]], key: str = KEY) -> object:
        async def run() -> object:
            desk = AccountDesk(AccountBook(tmp_path), Vault("test"), environment_key=key, start_practice=lambda: server)
            desk.override_base_url(server)
            try:
                return await work(Lists(desk, ListCache(tmp_path), FileCache(tmp_path / "files")))
            finally:
                await desk.close()

        return asyncio.run(run())

    return use


def _named(*names: str) -> Behaviour:
    return ok({"result": [{"avatar_id": f"a{place}", "name": name} for place, name in enumerate(names)]})


async def _read(lists: Lists) -> Catalogue:
    return await lists.read(ENVIRONMENT, Catalogue())


async def _remembered(lists: Lists) -> Catalogue:
    return await lists.remembered(ENVIRONMENT)


async def _read_again(lists: Lists) -> Catalogue:
    return await lists.read(ENVIRONMENT, await lists.remembered(ENVIRONMENT))


Use = Callable[..., Catalogue]


def test_all_four_lists_are_read(use: Use) -> None:
    with HostileServer(by_path(ALL, web_page(404))) as server:
        catalogue = use(server.url, _read)
    assert {name: listing.entries for name, listing in catalogue.lists.items()} == {
        "avatars": (
            AvatarEntry("a1", "Tristan", True, "Ready to stream", "https://a.example/1.png", "male", False, "v1", True),
            AvatarEntry("a2", "a2", False, "Not available now", "", "", True, "", True),
            AvatarEntry("a3", "Mine", True, "Ready to stream", "", "", True, "", False),
            AvatarEntry("a4", "New", False, "Still being made", "", "", True, "", False),
        ),
        "voices": (
            VoiceEntry("v1", "Clara", True, "", "English", "en-GB", "Female", ("Middle",), ("Calm",), False,
                       "https://a.example/1"),
            VoiceEntry("v2", "Not for streaming", False, "Does not stream"),
            VoiceEntry("v3", "Still being made", False, "Still being made"),
            VoiceEntry("v4", "Broken", False, "Could not be made"),
        ),
        "languages": (Entry("en", "English"), Entry("zh-CN-sichuan", "zh-CN-sichuan")),
        "knowledge_bases": (KnowledgeEntry("k1", "Museum", True, "", "Hello there", "p" * 300, 2),),
    }  # fmt: skip
    assert not catalogue.failed


@pytest.mark.parametrize("failing", ALL)
@pytest.mark.parametrize("failure", [refuse(1009), cut, web_page()], ids=["refused", "cut", "page"])
def test_a_list_that_fails_leaves_the_others_alone_and_says_why(use: Use, failing: str, failure: Behaviour) -> None:
    with HostileServer(by_path(ALL | {failing: failure}, web_page(404))) as server:
        catalogue = use(server.url, _read)
    assert len(catalogue.lists) == 3
    ((name, words),) = catalogue.failed.items()
    assert name not in catalogue.lists
    assert str(words)


def test_another_run_has_the_lists_at_once_with_their_age(use: Use) -> None:
    with HostileServer(by_path(ALL, web_page(404))) as server:
        catalogue = use(server.url, _read)
        asked = len(server.requests)
        assert use(server.url, _remembered) == catalogue
        assert len(server.requests) == asked


def test_offline_the_lists_stay_and_say_why_they_are_old(use: Use) -> None:
    with HostileServer(by_path(ALL, web_page(404))) as server:
        catalogue, url = use(server.url, _read), server.url
    offline = use(url, _read_again)
    assert not offline.failed
    for name, listing in offline.lists.items():
        assert listing.entries == catalogue.lists[name].entries
        assert listing.read_at == catalogue.lists[name].read_at
        assert "was refused" in str(listing.failed)


def test_a_list_that_is_read_again_is_not_old_any_more(use: Use) -> None:
    with HostileServer(by_path(ALL, web_page(404))) as server:
        first = use(server.url, _read)
        again = use(server.url, _read_again)
    assert all(again.lists[name].read_at > first.lists[name].read_at for name in ALL_LISTS)


ALL_LISTS = ("avatars", "voices", "languages", "knowledge_bases")


def test_another_address_has_other_lists(use: Use) -> None:
    with HostileServer(by_path(ALL, web_page(404))) as server, HostileServer(web_page(404)) as other:
        use(server.url, _read)
        assert use(other.url, _remembered) == Catalogue()


def test_another_key_in_the_environment_has_other_lists(use: Use, tmp_path: Path) -> None:
    """Whose key it is in this run is not known before it is asked: those of another account would be shown meanwhile,
    and offline for good."""
    with HostileServer(by_path(ALL, web_page(404))) as server:
        use(server.url, _read)
        assert use(server.url, _remembered, key="planted-key-of-somebody-else") == Catalogue()
        assert use(server.url, _remembered).lists
    assert KEY not in str([*tmp_path.rglob("*")])


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]", b"\xff\xfe", b'{"read_at": 1, "rows": []}', b'{"read_at": "x", "rows": []}',
     b'{"read_at": "2026-01-02T03:04:05", "rows": [1]}', b'{"read_at": "2026-01-02T03:04:05", "rows": [{"id": 1}]}',
     b'{"read_at": "2026-01-02T03:04:05", "rows": [{"nobody": ""}]}', b"[" * 100_000,
     b'{"read_at": "2026-01-02T03:04:05", "rows": [{"style": [1]}]}'],
)  # fmt: skip
def test_a_damaged_cache_is_as_good_as_none(use: Use, tmp_path: Path, damage: bytes) -> None:
    with HostileServer(by_path(ALL, web_page(404))) as server:
        use(server.url, _read)
        (path,) = tmp_path.glob("lists/*/voices.json")
        path.write_bytes(damage)
        assert set(use(server.url, _remembered).lists) == set(ALL_LISTS) - {"voices"}


def test_of_a_name_without_end_the_beginning_is_kept(use: Use) -> None:
    with HostileServer(by_path({**ALL, "avatar/list": _named("n" * 100, "n" * 100_000, "")}, web_page(404))) as server:
        entries = use(server.url, _read).lists["avatars"].entries
    assert [entry.name for entry in entries] == ["n" * 100, "n" * 100 + "…", "a2"]


def test_no_key_is_written_with_the_lists(use: Use, tmp_path: Path) -> None:
    with HostileServer(by_path(ALL, web_page(404))) as server:
        use(server.url, _read)
    paths = list(tmp_path.glob("lists/*/*.json"))
    assert len(paths) == 4
    for path in paths:
        assert json.loads(path.read_text("utf-8"))["rows"]
        assert KEY not in path.read_text("utf-8")


def test_practice_is_not_remembered(use: Use, tmp_path: Path) -> None:
    async def practise(lists: Lists) -> Catalogue:
        await lists.read(PRACTICE, Catalogue())
        return await lists.remembered(PRACTICE)

    with HostileServer(by_path(ALL, web_page(404))) as server:
        assert use(server.url, practise) == Catalogue()
    assert not list(tmp_path.glob("lists/*"))


def test_lists_of_accounts_that_are_gone_are_forgotten(use: Use, tmp_path: Path) -> None:
    async def tidy(lists: Lists) -> Catalogue:
        await lists.tidy()
        return await lists.remembered(ENVIRONMENT)

    with HostileServer(by_path(ALL, web_page(404))) as server:
        use(server.url, _read)
        (tmp_path / "lists" / "gone 12345678").mkdir()
        assert use(server.url, tidy).lists
    assert len(list(tmp_path.glob("lists/*"))) == 1


def test_a_picture_is_fetched_once_and_without_the_key(use: Callable[..., bytes], tmp_path: Path) -> None:
    with HostileServer(reply(PNG, content_type="image/png")) as server:
        for _ in range(2):
            assert use(server.url, lambda lists: lists.picture(ENVIRONMENT, f"{server.url}/a.png")) == PNG
        assert len(server.requests) == 1
        assert KEY not in str(server.requests[0].headers)
    assert len(list(tmp_path.glob("files/*"))) == 1


def test_a_file_that_cannot_be_had_says_why_and_is_not_kept(use: Callable[..., bytes], tmp_path: Path) -> None:
    with HostileServer(web_page()) as server, pytest.raises(WebError):
        use(server.url, lambda lists: lists.sample(ENVIRONMENT, f"{server.url}/a.mp3"))
    assert not list(tmp_path.glob("files/*"))


def test_pictures_come_a_few_at_once(use: Callable[..., list[bytes]]) -> None:
    with HostileServer(reply(PNG, content_type="image/png")) as server:

        async def many(lists: Lists) -> list[bytes]:
            return await asyncio.gather(*(lists.picture(ENVIRONMENT, f"{server.url}/{n}.png") for n in range(30)))

        assert use(server.url, many) == [PNG] * 30
        assert server.connections <= 4


def test_a_picture_that_waited_while_the_account_was_changed_opens_nothing_that_nobody_closes(use: Use) -> None:
    async def work(lists: Lists) -> Catalogue:
        before = lists._accounts.web(ENVIRONMENT)
        async with AsyncExitStack() as turns:
            for _ in range(4):
                await turns.enter_async_context(lists._fetching)
            waiting = asyncio.create_task(lists.picture(ENVIRONMENT, f"{server.url}/a.png"))
            while not lists._fetching._waiting:  # noqa: ASYNC110  # what was kept is looked for in a thread first
                await asyncio.sleep(0.01)
            await lists._accounts._drop_client(ENVIRONMENT)
        assert await waiting == PNG
        assert not before._open
        return Catalogue()

    with HostileServer(reply(PNG, content_type="image/png")) as server:
        use(server.url, work)


def test_a_reading_that_is_stopped_as_it_begins_leaves_nothing(use: Use) -> None:
    """As when the program is left; Python would say of what was never begun that it was never awaited."""

    async def work(lists: Lists) -> Catalogue:
        reading = asyncio.create_task(lists.read(ENVIRONMENT, Catalogue()))
        while len(asyncio.all_tasks()) < 2 + len(ALL):  # noqa: ASYNC110  # as they are made, and none has begun
            await asyncio.sleep(0)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
        return Catalogue()

    with HostileServer(by_path(ALL, web_page(404))) as server:
        use(server.url, work)
    gc.collect()

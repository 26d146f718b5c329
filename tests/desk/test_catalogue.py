"""What an account has to choose from; a list that cannot be read stops nothing."""

import asyncio
from datetime import datetime

import pytest
from asking import KEY
from hostile import Behaviour, HostileServer, Visit, by_path, cut, ok, refuse, silent, web_page

from akool_desktop.akool.client import Access, AkoolClient, Deadlines
from akool_desktop.desk.catalogue import Catalogue, Entry, Known, read_catalogue

AVATARS = ok({
    "count": 3,
    "result": [
        {"avatar_id": "a1", "name": "Tristan", "available": True},
        {"avatar_id": "a2", "name": "", "available": False},
        {"name": "no id"},
    ],
})  # fmt: skip
VOICES = ok({
    "count": 3,
    "result": [
        {"voice_id": "v1", "name": "Clara", "support_stream": True, "status": 3},
        {"voice_id": "v2", "name": "Not for streaming", "support_stream": False, "status": 3},
        {"voice_id": "v3", "name": "Still being made", "support_stream": True, "status": 2},
    ],
})  # fmt: skip


def _voices(visit: Visit) -> bool:
    """Akool's own; no clones."""
    return (VOICES if "type=2" in visit.request.path else ok({"count": 0, "result": []}))(visit)


LANGUAGES = ok({"lang_list": [{"lang_code": "en", "lang_name": "English"}]})
KNOWLEDGE = ok([{"_id": "k1", "name": "Museum"}])
ALL = {"avatar/list": AVATARS, "voice/list": _voices, "language/list": LANGUAGES, "knowledge/list": KNOWLEDGE}


def _read(behaviours: dict[str, Behaviour]) -> Catalogue:
    async def read(url: str) -> Catalogue:
        client = AkoolClient(Access(url, "api_key", KEY), deadlines=Deadlines(connect=2, create=1, other=0.4))
        try:
            return await read_catalogue(client)
        finally:
            await client.aclose()

    with HostileServer(by_path(behaviours, web_page(404))) as server:
        return asyncio.run(read(server.url))


def test_all_four_lists_are_read() -> None:
    catalogue = _read(ALL)
    assert catalogue.lists == {
        "avatars": (Entry("a1", "Tristan", "Ready to stream"), Entry("a2", "a2", "Not ready", usable=False)),
        "voices": (Entry("v1", "Clara"),),
        "languages": (Entry("en", "English"),),
        "knowledge_bases": (Entry("k1", "Museum"),),
    }
    assert catalogue.read_at is not None


@pytest.mark.parametrize("failing", ALL)
@pytest.mark.parametrize("failure", [refuse(1009), cut, silent, web_page()], ids=["refused", "cut", "silent", "page"])
def test_a_list_that_fails_leaves_the_others_alone(failing: str, failure: Behaviour) -> None:
    catalogue = _read(ALL | {failing: failure})
    assert len(catalogue.lists) == 3


def test_a_service_without_lists_is_an_empty_catalogue() -> None:
    assert _read({}).lists == {}


CATALOGUE = Catalogue({"avatars": (Entry("a1", "Tristan", "Ready to stream"),)}, datetime(2026, 1, 2, 9, 41))


def test_an_id_that_a_list_knows_has_its_name() -> None:
    assert CATALOGUE.names({"avatar_id": " a1 ", "voice_id": "v1"}) == {"avatar_id": "Tristan"}
    known = CATALOGUE.known("avatars", "a1")
    assert known is not None
    assert (known.name, str(known.words), known.usable) == ("Tristan", "Ready to stream", True)


def test_an_id_that_no_list_knows_is_said_with_the_time_of_the_list() -> None:
    known = CATALOGUE.known("avatars", "mine")
    assert isinstance(known, Known)
    assert (known.name, str(known.words)) == ("", "Not in the list read at 09:41.")


@pytest.mark.parametrize(("list_of", "wanted"), [("avatars", None), ("voices", "v1")])
def test_nothing_is_said_of_what_is_empty_or_of_a_list_that_was_not_read(list_of: str, wanted: str | None) -> None:
    assert CATALOGUE.known(list_of, wanted) is None

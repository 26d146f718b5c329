"""What ids resolve to, and the facts that follow from what the lists tell."""

from datetime import datetime, timedelta, timezone

import pytest

from akool_desktop.desk.catalogue import AvatarEntry, Catalogue, Entry, KnowledgeEntry, Listing, VoiceEntry, moment
from akool_desktop.session.fields import FACTS, Value

READ = datetime(2026, 1, 2, 9, 41)
CATALOGUE = Catalogue({
    "avatars": Listing((
        AvatarEntry("a1", "Tristan", True, "Ready to stream", "https://a.example/1.png", "male", False, "v1"),
        AvatarEntry("a2", "Mine", True, "Ready to stream", "", "female", True, "unknown-voice", False),
        AvatarEntry("a3", "Busy", False, "Not available now"),
    ), READ),
    "voices": Listing((
        VoiceEntry("v1", "Clara", True, "", "English", "en-GB", "Female", ("Middle",), ("Calm",)),
        VoiceEntry("v2", "Mateo", True, "", "Spanish", "", "male"),
        VoiceEntry("v3", "Old", False, "Does not stream", "", "yue", ""),
    ), READ),
    "languages": Listing((Entry("en", "English"), Entry("es-MX", "Spanish (Mexico)"), Entry("zh-CN", "Chinese")), READ),
    "knowledge_bases": Listing((KnowledgeEntry("k1", "Museum", documents=12), KnowledgeEntry("k2", "One", documents=1)),
                               READ),
})  # fmt: skip


def test_an_id_that_a_list_knows_has_its_name() -> None:
    assert CATALOGUE.names({"avatar_id": " a1 ", "voice_id": "nobody"}) == {"avatar_id": "Tristan"}


@pytest.mark.parametrize(
    ("list_of", "wanted", "name", "words", "usable", "picture"),
    [
        ("avatars", "a1", "Tristan", "Ready to stream, own voice Clara", True, "https://a.example/1.png"),
        ("avatars", "a2", "Mine", "Ready to stream, own voice unknown-voice", True, ""),
        ("avatars", "a3", "Busy", "Not available now", False, ""),
        ("voices", "v1", "Clara", "English (en-GB), female, middle, calm", True, ""),
        ("voices", "v3", "Old", "Does not stream", False, ""),
        ("languages", "en", "English", "", True, ""),
        ("knowledge_bases", "k1", "Museum", "12 documents", True, ""),
        ("knowledge_bases", "k2", "One", "1 document", True, ""),
    ],
)
def test_what_is_said_of_an_id(
    list_of: str, wanted: str, name: str, words: str, usable: bool, picture: str
) -> None:
    known = CATALOGUE.known(list_of, wanted)
    assert known is not None
    assert (known.name, str(known.words), known.usable, known.picture) == (name, words, usable, picture)


def test_an_id_that_no_list_knows_is_said_with_the_time_of_the_list() -> None:
    known = CATALOGUE.known("avatars", "mine")
    assert known is not None
    assert (known.name, str(known.words)) == ("", "Not in the list read on 2026-01-02 at 09:41.")


def test_the_day_is_said_where_it_is_another() -> None:
    assert str(moment(READ, datetime(2026, 1, 2, 20, 0))) == "at 09:41"
    assert str(moment(READ, datetime(2026, 1, 3, 0, 1))) == "on 2026-01-02 at 09:41"


def test_the_time_is_told_by_the_clock_that_is_here_now() -> None:
    """Of a list that was read in another time zone."""
    read, here = datetime(2026, 1, 2, 23, 30, tzinfo=timezone(timedelta(hours=9))), READ.astimezone().tzinfo
    assert str(moment(read, read.astimezone(here).replace(tzinfo=None))) == f"at {read.astimezone(here):%H:%M}"


@pytest.mark.parametrize(("list_of", "wanted"), [("avatars", None), ("nothing", "v1")])
def test_nothing_is_said_of_what_is_empty_or_of_a_list_that_was_not_read(list_of: str, wanted: str | None) -> None:
    assert CATALOGUE.known(list_of, wanted) is None


def facts(**draft: Value) -> dict[str, Value]:
    return CATALOGUE.facts(draft)


def test_facts_are_those_of_the_table_each_with_a_value_of_its() -> None:
    choices = {fact.key: {choice.value for choice in fact.choices} for fact in FACTS}
    for avatar in (None, "a1", "a2", "a3", "x"):
        for voice in (None, "v1", "v2", "v3", "x"):
            for language in (None, "en", "es-MX", "zh-CN", "zh", "x", ""):
                found = facts(avatar_id=avatar, voice_id=voice, language=language)
                assert found.keys() == choices.keys()
                assert all(value in choices[key] for key, value in found.items())


def test_facts_are_unknown_without_lists_and_of_ids_that_no_list_has() -> None:
    assert set(Catalogue().facts({"avatar_id": "a1", "voice_id": "v1"}).values()) == {None}
    assert set(facts(avatar_id="x", voice_id="x", language="en").values()) == {None}


@pytest.mark.parametrize(("avatar", "fact"), [("a1", "taken"), ("a2", "not taken"), ("x", None), (None, None)])
def test_whether_the_avatar_takes_a_background(avatar: str | None, fact: str | None) -> None:
    assert facts(avatar_id=avatar)["avatar.background"] == fact


@pytest.mark.parametrize(
    ("voice", "language", "fact"),
    [
        ("v1", "en", "fits"), ("v1", "en-US", "fits"), ("v1", "EN_us", "fits"), ("v1", "fr", "differs"),
        ("v2", "es-MX", "fits"), ("v2", "en", "differs"), ("v2", "fr", None), ("v3", "zh-CN", "fits"),
        ("v1", None, None),
    ],
)  # fmt: skip
def test_whether_the_voice_speaks_the_sessions_language(voice: str, language: str | None, fact: str | None) -> None:
    assert facts(voice_id=voice, language=language)["voice.language"] == fact


@pytest.mark.parametrize(
    ("avatar", "voice", "fact"),
    [("a1", "v1", "differs"), ("a1", "v2", "fits"), ("a2", "v1", "fits"), ("a3", "v1", None), ("a1", "v3", None)],
)
def test_whether_voice_and_avatar_are_of_one_gender(avatar: str, voice: str, fact: str | None) -> None:
    assert facts(avatar_id=avatar, voice_id=voice)["voice.gender"] == fact

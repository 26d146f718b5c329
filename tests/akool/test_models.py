"""Replies that lack keys, hold more, or hold the wrong kinds become records or nothing, never an exception."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akool_desktop.akool.models import Avatar, KnowledgeBase, Language, Session, Voice

READERS: dict[str, Callable[[object], object]] = {
    "session": Session.from_json,
    "avatar": Avatar.from_json,
    "clone": lambda row: Voice.from_json(row, cloned=True),
    "voice": lambda row: Voice.from_json(row, cloned=False),
    "language": Language.from_json,
    "knowledge base": KnowledgeBase.from_json,
}
KNOWN = """_id id session_id status stream_type credentials avatar_id voice_id name from gender available type
    thumbnailUrl language locale age style preview support_stream lang_code lang_name
    prologue prompt docs urls trtc_room_id"""
KEYS = st.sampled_from(KNOWN.split())
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS | st.text(max_size=5), inner, max_size=8),
    max_leaves=20,
)


@given(row=st.dictionaries(KEYS, ANY_JSON) | ANY_JSON)
@pytest.mark.parametrize("kind", READERS)
def test_any_json_is_read_or_left_out(kind: str, row: object) -> None:
    record = READERS[kind](row)
    if record is not None:
        repr(record).encode()  # nothing that a file or a screen cannot take
        hash(record)


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("row", [None, [], "text", 7, {}, {"_id": ""}, {"_id": None, "avatar_id": {}, "voice_id": []}])
def test_a_row_without_an_id_is_left_out(kind: str, row: object) -> None:
    assert READERS[kind](row) is None


def test_a_session_is_read_as_the_documentation_shows_it() -> None:
    credentials: dict[str, str | int] = {
        "agora_uid": 100000,
        "agora_app_id": "",
        "agora_channel": "c",
        "agora_token": "t",
    }
    row = {"_id": "6698", "uid": 1, "type": 1, "status": 1, "stream_type": "agora", "credentials": credentials}
    assert Session.from_json(row) == Session("6698", 1, "agora", credentials)


def test_a_session_may_come_with_its_id_alone() -> None:
    assert Session.from_json({"_id": "6698"}) == Session("6698", None, "", {})


@pytest.mark.parametrize("row", [{"id": "a"}, {"session_id": "a"}, {"_id": None, "id": "a"}, {"_id": " a\n"}])
def test_a_paid_session_is_not_lost_over_the_name_of_its_id(row: object) -> None:
    assert Session.from_json(row) == Session("a")


def test_an_id_that_is_a_number_is_its_digits() -> None:
    assert Session.from_json({"_id": 17, "status": "2"}) == Session("17", 2)


@pytest.mark.parametrize("prefix", ["trtc_", "trtc_sdk_"])
def test_trtc_credentials_are_read_under_both_names(prefix: str) -> None:
    said = {f"{prefix}app_id": 1400, f"{prefix}room_id": "r", f"{prefix}user_id": "u", f"{prefix}user_sig": "s"}
    session = Session.from_json({"_id": "a", "credentials": said})
    assert session
    assert session.credentials == {
        "trtc_sdk_app_id": 1400,
        "trtc_sdk_room_id": "r",
        "trtc_sdk_user_id": "u",
        "trtc_sdk_user_sig": "s",
    }


def test_credentials_are_kept_out_of_the_representation_and_cannot_be_changed() -> None:
    session = Session.from_json({"_id": "a", "credentials": {"livekit_token": "eyJsecret", "other": [1], "no": None}})
    assert session
    assert "eyJsecret" not in repr(session)
    assert session.credentials == {"livekit_token": "eyJsecret"}
    with pytest.raises(TypeError):
        session.credentials["livekit_token"] = "x"  # type: ignore[index]


def test_an_avatar_is_read_as_the_documentation_shows_it() -> None:
    row = json.loads(
        '{"_id":"67498e55","uid":1,"type":2,"from":2,"avatar_id":"dvp_Tristan_cloth2_1080P","voice_id":"iP95",'
        '"name":"tristan_dvp","url":"https://a/v","thumbnailUrl":"https://a/t","gender":"male","available":true}'
    )
    assert Avatar.from_json(row) == Avatar(
        "dvp_Tristan_cloth2_1080P", "tristan_dvp", "iP95", True, False, "male", "https://a/t", True, 2, None
    )


def test_no_name_turns_the_direction_of_the_sentence_it_stands_in() -> None:
    avatar = Avatar.from_json({"avatar_id": "a", "name": "abc\u202egpj.exe\u2066"})
    assert avatar
    assert avatar.name == "abcgpj.exe"


@pytest.mark.parametrize(
    ("from_", "kind", "takes"),
    [(2, 2, True), (3, 2, False), (4, 2, False), (3, 1, True), (4, None, True), (None, 2, True), ("3", "2", False)],
)
def test_an_own_streaming_avatar_takes_no_background(from_: object, kind: object, takes: bool) -> None:
    avatar = Avatar.from_json({"avatar_id": "a", "from": from_, "type": kind})
    assert avatar
    assert avatar.takes_background is takes


@pytest.mark.parametrize(("from_", "official"), [(2, True), (3, False), (4, False), (None, False), ("2", True)])
def test_an_avatar_is_official_if_akool_made_it(from_: object, official: bool) -> None:
    avatar = Avatar.from_json({"avatar_id": "a", "from": from_})
    assert avatar
    assert avatar.official is official


@pytest.mark.parametrize(
    ("said", "available"), [({"available": False}, False), ({"available": True}, True), ({}, True)]
)
def test_an_avatar_is_available_unless_akool_says_no(said: dict[str, object], available: bool) -> None:
    avatar = Avatar.from_json({"avatar_id": "a", **said})
    assert avatar
    assert avatar.available is available


def test_a_voice_takes_lists_and_single_words_alike() -> None:
    row = {"voice_id": "v", "age": ["Young", 3, ""], "style": "Calm", "support_stream": True, "status": 3}
    voice = Voice.from_json(row, cloned=True)
    assert voice
    assert (voice.age, voice.style) == (("Young",), ("Calm",))
    assert (voice.cloned, voice.streams, voice.status) == (True, True, 3)


@pytest.mark.parametrize(("said", "streams"), [(True, True), (1, True), (False, False), (2, False), (None, False)])
def test_a_voice_streams_only_if_akool_says_so(said: object, streams: bool) -> None:
    voice = Voice.from_json({"voice_id": "v", "support_stream": said}, cloned=False)
    assert voice
    assert voice.streams is streams


def test_a_knowledge_base_counts_files_and_links_and_keeps_line_ends() -> None:
    row = {"_id": "k", "name": " Mu\nseum ", "prompt": "one\ntwo\x00", "docs": [{}, {}], "urls": ["https://a"]}
    assert KnowledgeBase.from_json(row) == KnowledgeBase("k", "Mu seum", "", "one\ntwo", 3)


def test_a_language_keeps_its_region() -> None:
    row = {"lang_code": "af-ZA", "lang_name": "Afrikaans (South Africa)", "url": "https://flag"}
    assert Language.from_json(row) == Language("af-ZA", "Afrikaans (South Africa)")

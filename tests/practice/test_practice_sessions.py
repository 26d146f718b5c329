"""Sessions and credits over HTTP, by an injected clock."""

import base64
import json
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Any

import pytest

from akool_desktop.practice.service import PracticeService

Ask = Callable[..., tuple[int, Any]]
Create = Callable[..., Any]

SESSION = "/api/open/v4/liveAvatar/session"
CREDIT = "/api/open/v3/faceswap/quota/info"

OWN_ROOMS = {
    "agora": {"agora_uid": 7, "agora_channel": "c", "agora_token": "t"},
    "livekit": {"livekit_url": "wss://l.example.com", "livekit_token": "t"},
    "trtc": {
        "trtc_sdk_app_id": 1,
        "trtc_sdk_room_id": "r",
        "trtc_sdk_user_id": "u",
        "trtc_sdk_user_sig": "s",
    },
}


def credit(ask: Ask) -> float:
    return float(ask("GET", CREDIT)[1]["data"]["credit"])


def status(ask: Ask, session_id: str) -> int:
    return int(ask("GET", f"{SESSION}/detail?id={session_id}")[1]["data"]["status"])


def close(ask: Ask, **body: object) -> Any:
    return ask("POST", f"{SESSION}/close", body)[1]


def test_create_answers_in_the_documented_shape(create: Create) -> None:
    reply = create()
    assert (reply["code"], reply["msg"]) == (1000, "OK")
    assert set(reply["data"]) == {"_id", "uid", "type", "status", "stream_type", "credentials"}
    assert reply["data"]["status"] == 1
    assert reply["data"]["stream_type"] == "agora"


@pytest.mark.parametrize(
    ("stream_type", "keys"),
    [
        ("agora", {"agora_uid", "agora_app_id", "agora_channel", "agora_token"}),
        (
            "livekit",
            {
                "livekit_url",
                "livekit_token",
                "livekit_room_name",
                "livekit_server_identity",
                "livekit_client_identity",
            },
        ),
        ("trtc", {"trtc_sdk_app_id", "trtc_sdk_room_id", "trtc_sdk_user_id", "trtc_sdk_user_sig"}),
    ],
)
def test_akools_room_has_its_own_credentials_for_each_session(create: Create, stream_type: str, keys: set[str]) -> None:
    first = create(stream_type=stream_type)["data"]["credentials"]
    second = create(stream_type=stream_type)["data"]["credentials"]
    assert set(first) == set(second) == keys
    assert first != second


@pytest.mark.parametrize("stream_type", OWN_ROOMS)
def test_an_own_room_is_echoed_as_given(create: Create, stream_type: str) -> None:
    data = create(stream_type=stream_type, credentials=OWN_ROOMS[stream_type])["data"]
    assert data["credentials"] == OWN_ROOMS[stream_type]


def test_a_livekit_token_reads_as_one(create: Create) -> None:
    credentials = create(stream_type="livekit")["data"]["credentials"]
    claims = credentials["livekit_token"].split(".")[1]
    decoded = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))
    assert decoded["video"]["room"] == credentials["livekit_room_name"]
    assert decoded["sub"] == credentials["livekit_client_identity"]
    assert decoded["exp"] - decoded["nbf"] == 1200


def test_a_trtc_signature_reads_as_one(create: Create) -> None:
    credentials = create(stream_type="trtc")["data"]["credentials"]
    sig = credentials["trtc_sdk_user_sig"].translate(str.maketrans("*-_", "+/="))
    decoded = json.loads(zlib.decompress(base64.b64decode(sig)))
    assert decoded["TLS.identifier"] == credentials["trtc_sdk_user_id"]
    assert decoded["TLS.sdkappid"] == credentials["trtc_sdk_app_id"]


def test_an_agora_token_reads_as_one(create: Create) -> None:
    credentials = create()["data"]["credentials"]
    token = credentials["agora_token"]
    content = zlib.decompress(base64.b64decode(token.removeprefix("007")))
    assert token.startswith("007")
    for part in (credentials["agora_app_id"], credentials["agora_channel"], str(credentials["agora_uid"])):
        assert len(part).to_bytes(2, "little") + part.encode() in content


@pytest.mark.parametrize("stream_type", ["agora", "livekit", "trtc"])
def test_only_create_tells_the_tokens(ask: Ask, create: Create, stream_type: str) -> None:
    created = create(stream_type=stream_type)["data"]
    detail = ask("GET", f"{SESSION}/detail?id={created['_id']}")[1]["data"]
    listed = ask("GET", f"{SESSION}/list")[1]["data"]["result"][0]
    hidden = {"agora_token", "livekit_token", "trtc_sdk_user_sig"}
    assert detail == listed
    assert set(created["credentials"]) - set(detail["credentials"]) == set(created["credentials"]) & hidden != set()


def test_a_session_queues_plays_and_completes(ask: Ask, create: Create, moment: list[float]) -> None:
    session_id = create(duration=600)["data"]["_id"]
    seen = []
    for seconds in (0, 1.9, 0.1, 597.9, 0.1):
        moment[0] += seconds
        seen.append(status(ask, session_id))
    assert seen == [1, 1, 2, 2, 3]


def test_a_length_that_is_not_sent_is_an_hour(practice: PracticeService, ask: Ask) -> None:
    ask("POST", f"{SESSION}/create", {"avatar_id": "dvp_Tristan_cloth2_1080P"})
    assert practice.books()[0].booked_seconds == 3600


def test_a_full_length_session_keeps_all_it_held(ask: Ask, create: Create, moment: list[float]) -> None:
    assert credit(ask) == 1200
    create(duration=600)
    assert credit(ask) == 1140
    moment[0] += 1000
    assert credit(ask) == 1140


def test_closing_ends_a_session_and_gives_the_unused_part_back(
    practice: PracticeService, ask: Ask, create: Create, moment: list[float]
) -> None:
    session_id = create(duration=600)["data"]["_id"]
    moment[0] += 90
    assert close(ask, id=session_id) == {"code": 1000, "msg": "OK"}
    assert status(ask, session_id) == 3
    assert credit(ask) == 1191
    booked = practice.books()[0]
    assert (booked.held, booked.returned, booked.closes, booked.status) == (60, 51, 1, 3)


def test_each_second_begun_is_used(ask: Ask, create: Create, moment: list[float]) -> None:
    session_id = create(duration=600)["data"]["_id"]
    moment[0] += 1.2
    close(ask, id=session_id)
    assert credit(ask) == 1199.8


def test_a_second_close_is_1219_and_gives_nothing_more_back(
    practice: PracticeService, ask: Ask, create: Create
) -> None:
    session_id = create()["data"]["_id"]
    close(ask, id=session_id)
    assert close(ask, id=session_id)["code"] == 1219
    assert practice.books()[0].closes == 2
    assert credit(ask) == 1200


def test_closing_what_ran_its_length_is_1219(ask: Ask, create: Create, moment: list[float]) -> None:
    session_id = create(duration=5)["data"]["_id"]
    moment[0] += 5
    assert close(ask, id=session_id)["code"] == 1219
    assert credit(ask) == 1199.5


def test_the_key_of_akools_own_samples_closes_too(ask: Ask, create: Create) -> None:
    assert close(ask, session_id=create()["data"]["_id"])["code"] == 1000


def test_unknown_sessions(ask: Ask) -> None:
    assert close(ask, id="nobody")["code"] == 1216
    assert ask("GET", f"{SESSION}/detail?id=nobody")[1]["code"] == 1216


@pytest.mark.parametrize("body", [{}, {"id": ""}, {"id": 5}, []])
def test_closing_needs_an_id(ask: Ask, body: object) -> None:
    assert ask("POST", f"{SESSION}/close", body)[1]["code"] == 1003


def test_detail_needs_an_id(ask: Ask) -> None:
    assert ask("GET", f"{SESSION}/detail")[1]["code"] == 1003


def test_too_little_credit_books_nothing(practice: PracticeService, create: Create) -> None:
    replies = [create(duration=3600)["code"] for _ in range(4)]
    assert replies == [1000, 1000, 1000, 1104]
    assert create(duration=1200)["code"] == 1000
    assert create(duration=1)["code"] == 1104
    assert len(practice.books()) == 4


@pytest.mark.parametrize(("avatar_id", "code"), [("nobody", 1014), ("practice_news_host", 1215)])
def test_an_avatar_that_cannot_stream_books_nothing(
    practice: PracticeService, create: Create, avatar_id: str, code: int
) -> None:
    assert create(avatar_id=avatar_id)["code"] == code
    assert practice.books() == []


def test_a_create_against_the_contract_books_nothing(practice: PracticeService, create: Create) -> None:
    reply = create(credentials={"agora_token": "PLANTED"}, stream_type="livekit")
    assert reply["code"] == 1003
    assert "credentials.livekit_url" in reply["msg"]
    assert "PLANTED" not in str(reply)
    assert practice.books() == []


def test_the_list_is_paged_filtered_and_newest_first(ask: Ask, create: Create, moment: list[float]) -> None:
    ids = []
    for _ in range(5):
        ids.append(create(duration=60)["data"]["_id"])
        moment[0] += 20

    def listed(query: str) -> tuple[int, list[str]]:
        data = ask("GET", f"{SESSION}/list{query}")[1]["data"]
        return data["count"], [row["_id"] for row in data["result"]]

    assert listed("") == (5, ids[::-1])
    assert listed("?page=2&size=2") == (5, [ids[2], ids[1]])
    assert listed("?page=9&size=2") == (5, [])
    assert listed("?status=3") == (3, [ids[2], ids[1], ids[0]])
    assert listed("?status=2") == (2, [ids[4], ids[3]])


@pytest.mark.parametrize("query", ["page=0", "size=0", "page=x", "size=-1", "status=5", "page=99999999999999999999"])
def test_paging_out_of_bounds_is_a_parameter_error(ask: Ask, query: str) -> None:
    assert ask("GET", f"{SESSION}/list?{query}")[1]["code"] == 1003


def test_twenty_creates_at_once_book_twenty_sessions(practice: PracticeService, ask: Ask, create: Create) -> None:
    with ThreadPoolExecutor(20) as pool:
        ids = [reply["data"]["_id"] for reply in pool.map(lambda _: create(duration=300), range(20))]
    assert len(set(ids)) == 20
    assert sorted(ids) == sorted(booked.id for booked in practice.books())
    assert credit(ask) == 1200 - 20 * 30


def test_creates_at_once_never_hold_more_than_there_is(practice: PracticeService, create: Create, ask: Ask) -> None:
    with ThreadPoolExecutor(20) as pool:
        codes = [reply["code"] for reply in pool.map(lambda _: create(duration=1200), range(20))]
    assert (codes.count(1000), codes.count(1104)) == (10, 10)
    assert len(practice.books()) == 10
    assert credit(ask) == 0


def test_credits_only_fall_while_a_session_is_held(ask: Ask, create: Create, moment: list[float]) -> None:
    balances = [credit(ask)]
    for _ in range(3):
        create(duration=90)
        moment[0] += 7
        balances.append(credit(ask))
    assert [before - after for before, after in pairwise(balances)] == [9, 9, 9]

"""The service as a caller meets it: keys, lists, HTTP that is not as it should be, start and end."""

import http.client
import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest

from akool_desktop.paths import resource
from akool_desktop.practice.service import PracticeService

Ask = Callable[..., tuple[int, Any]]
Create = Callable[..., Any]
Connect = Callable[[], http.client.HTTPConnection]

SESSION = "/api/open/v4/liveAvatar/session"
CREDIT = "/api/open/v3/faceswap/quota/info"


def exchange(url: str, sent: bytes) -> bytes:
    """Everything that practice says until it closes the connection."""
    parts = urlsplit(url)
    with socket.create_connection((str(parts.hostname), parts.port), timeout=10) as wire:
        wire.sendall(sent)
        said = b""
        while more := wire.recv(65536):
            said += more
    return said


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"x-api-key": "k"}, 1000),
        ({"Authorization": "Bearer t"}, 1000),
        ({}, 1102),
        ({"x-api-key": ""}, 1102),
        ({"Authorization": ""}, 1102),
        ({"Authorization": "Bearer "}, 1101),
        ({"Authorization": "Basic dTpw"}, 1101),
        ({"x-api-key": "k", "Authorization": "Bearer t"}, 1101),
    ],
)
def test_exactly_one_key(ask: Ask, headers: dict[str, str], code: int) -> None:
    status, reply = ask("GET", CREDIT, headers=headers)
    assert (status, reply["code"]) == (200, code)


def test_avatars(ask: Ask) -> None:
    data = ask("GET", "/api/open/v4/liveAvatar/avatar/list")[1]["data"]
    by_id = {avatar["avatar_id"]: avatar for avatar in data["result"]}
    assert data["count"] == len(by_id) == 8
    assert by_id["dvp_Tristan_cloth2_1080P"]["name"] == "Tristan"
    assert by_id["dvp_Tristan_cloth2_1080P"]["voice_id"] == "iP95p4xoKVk53GoZ742B"
    assert {avatar["from"] for avatar in by_id.values()} == {2, 3}
    assert [each["name"] for each in by_id.values() if not each["available"]] == ["News host"]
    assert ask("GET", "/api/open/v4/liveAvatar/avatar/list?size=101")[1]["code"] == 1003


def test_every_avatars_own_voice_is_in_the_voice_list(ask: Ask) -> None:
    avatars = ask("GET", "/api/open/v4/liveAvatar/avatar/list")[1]["data"]["result"]
    voices = {
        voice["voice_id"]
        for kind in (1, 2)
        for voice in ask("GET", f"/api/open/v4/voice/list?type={kind}&size=100")[1]["data"]["result"]
    }
    assert {avatar["voice_id"] for avatar in avatars if "voice_id" in avatar} <= voices


def test_pictures_and_samples_lie_where_the_lists_say_and_take_no_key(ask: Ask, connect: Connect) -> None:
    avatars = ask("GET", "/api/open/v4/liveAvatar/avatar/list")[1]["data"]["result"]
    voices = ask("GET", "/api/open/v4/voice/list?type=2&size=100")[1]["data"]["result"]
    links = [avatar["thumbnailUrl"] for avatar in avatars] + [voice["preview"] for voice in voices]
    bodies = set()
    for link in links:
        parts, connection = urlsplit(link), connect()
        assert parts.netloc == f"{connection.host}:{connection.port}"
        connection.request("GET", parts.path)
        reply = connection.getresponse()
        bodies.add(reply.read())
        assert (reply.status, reply.getheader("content-type")) in ((200, "image/png"), (200, "audio/wav"))
    assert all(body.startswith((b"\x89PNG", b"RIFF")) for body in bodies)
    status, reply_with_key = ask("GET", urlsplit(links[0]).path)
    assert (status, reply_with_key["code"]) == (403, 1101)


def test_a_picture_that_is_in_no_list_does_not_exist(ask: Ask) -> None:
    for path in ("/practice/pictures/nobody", "/practice/samples/nobody", "/practice/pictures/"):
        assert ask("GET", path, headers={})[0] == 404


def test_voices_come_by_type_and_ten_at_a_time(ask: Ask) -> None:
    first = ask("GET", "/api/open/v4/voice/list?type=2")[1]["data"]
    last = ask("GET", "/api/open/v4/voice/list?type=2&page=4")[1]["data"]
    assert (len(first["result"]), first["page"], first["size"], first["count"]) == (10, 1, 10, 36)
    assert len(last["result"]) == 6
    assert ask("GET", "/api/open/v4/voice/list?type=1")[1]["data"]["count"] == 8


@pytest.mark.parametrize("query", ["", "?type=3", "?size=10"])
def test_voices_need_a_type(ask: Ask, query: str) -> None:
    assert ask("GET", f"/api/open/v4/voice/list{query}")[1]["code"] == 1003


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ("support_stream=1", lambda voice: voice["support_stream"]),
        ("support_stream=2", lambda voice: not voice["support_stream"]),
        ("gender=Male", lambda voice: voice["gender"] == "Male"),
        ("style=Calm,Warm", lambda voice: {"Calm", "Warm"} & set(voice["style"])),
        ("scenario=News", lambda voice: "News" in voice["scenario"]),
        ("age=Elderly", lambda voice: "Elderly" in voice["age"]),
        ("name=an", lambda voice: "an" in voice["name"].casefold()),
    ],
)
def test_voices_can_be_filtered(ask: Ask, query: str, fits: Callable[[dict[str, Any]], object]) -> None:
    everything = ask("GET", "/api/open/v4/voice/list?type=2&size=100")[1]["data"]["result"]
    found = ask("GET", f"/api/open/v4/voice/list?type=2&size=100&{query}")[1]["data"]["result"]
    assert found == [voice for voice in everything if fits(voice)]
    assert 0 < len(found) < len(everything)


def test_languages_hold_regional_codes(ask: Ask) -> None:
    codes = {each["lang_code"] for each in ask("GET", "/api/open/v3/language/list")[1]["data"]["lang_list"]}
    assert {"en", "zh-CN", "af-ZA"} < codes
    assert len(codes) >= 30


def test_knowledge_bases_are_an_array_of_ones_own(ask: Ask) -> None:
    mine = ask("GET", "/api/open/v4/knowledge/list")[1]["data"]
    assert [each["_id"] for each in mine if each["name"] == "Museum"] == ["practice-museum"]
    assert {each["from"] for each in mine} == {2}
    assert len(ask("GET", "/api/open/v4/knowledge/list?size=2&page=2")[1]["data"]) == 2
    assert [each["name"] for each in ask("GET", "/api/open/v4/knowledge/list?name=MUS")[1]["data"]] == ["Museum"]
    assert {each["from"] for each in ask("GET", "/api/open/v4/knowledge/list?from=1")[1]["data"]} == {1}


def test_unknown_paths_and_wrong_methods_are_said_in_json(ask: Ask, connect: Connect) -> None:
    assert ask("GET", "/api/open/v9/nothing")[0] == 404
    assert ask("GET", f"{SESSION}/create")[0] == 405
    connection = connect()
    connection.request("DELETE", f"{SESSION}/list")
    assert connection.getresponse().getheader("allow") == "GET"


def test_a_head_request_gets_a_head(connect: Connect) -> None:
    connection = connect()
    connection.request("HEAD", CREDIT)
    reply = connection.getresponse()
    assert (reply.status, reply.read()) == (405, b"")
    connection.request("GET", CREDIT, headers={"x-api-key": "k"})
    assert connection.getresponse().status == 200


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"", "application/json"),
        (b"{", "application/json"),
        (b"\xff\xfe\xff", "application/json"),
        (b"[" * 100_000, "application/json"),
        (b'{"avatar_id": "a", "duration": NaN}', "application/json"),
        (b'{"avatar_id": "a", "duration": 1e999}', "application/json"),
        (b'{"avatar_id": "dvp_Tristan_cloth2_1080P"}', "text/plain"),
    ],
)
def test_a_body_that_is_not_json_is_a_parameter_error(
    practice: PracticeService, connect: Connect, body: bytes, content_type: str
) -> None:
    connection = connect()
    headers = {"x-api-key": "k", "content-type": content_type}
    connection.request("POST", f"{SESSION}/create", body, headers)
    reply = connection.getresponse()
    assert (reply.status, json.loads(reply.read())["code"]) == (200, 1003)
    assert practice.books() == []


def test_a_huge_body_is_refused_in_words(connect: Connect) -> None:
    connection = connect()
    headers = {"x-api-key": "k", "content-type": "application/json"}
    connection.request("POST", f"{SESSION}/create", b" " * 40_000_000, headers)
    reply = connection.getresponse()
    assert reply.status == 413
    assert json.loads(reply.read())["code"] == 1003


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"hello\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nhost: x\r\nlong: " + b"x" * 70_000, b"431"),
        (b"GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n", b"404"),
        (b"GET / HTTP/1.0\r\n\r\n", b"404"),
        (b"\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03\r\n\r\n", b"400"),
    ],
)
def test_what_is_not_quite_http(url: str, sent: bytes, status: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    assert exchange(url, sent).split(b" ")[1] == status
    assert capfd.readouterr().err == ""


def test_a_caller_who_hangs_up_within_a_request_disturbs_nobody(
    url: str, ask: Ask, practice: PracticeService, capfd: pytest.CaptureFixture[str]
) -> None:
    parts = urlsplit(url)
    for sent in (b"", b"POST /x HT", b"POST /x HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n{"):
        socket.create_connection((str(parts.hostname), parts.port)).close()
        with socket.create_connection((str(parts.hostname), parts.port)) as wire:
            wire.sendall(sent)
    assert ask("GET", CREDIT)[0] == 200
    practice.stop()
    assert capfd.readouterr().err == ""


def test_one_connection_serves_many_requests(connect: Connect) -> None:
    connection = connect()
    for _ in range(3):
        connection.request("GET", CREDIT, headers={"x-api-key": "k"})
        reply = connection.getresponse()
        assert json.loads(reply.read())["code"] == 1000
        assert not reply.will_close


def test_requests_sent_ahead_are_answered_in_turn(url: str) -> None:
    one = f"GET {CREDIT} HTTP/1.1\r\nhost: x\r\nx-api-key: k\r\n\r\n".encode()
    last = b"GET /last HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"
    said = exchange(url, one + one + last)
    assert [part[:3] for part in said.split(b"HTTP/1.1 ")[1:]] == [b"200", b"200", b"404"]


def test_a_caller_may_ask_before_sending_the_body(url: str) -> None:
    parts = urlsplit(url)
    with socket.create_connection((str(parts.hostname), parts.port), timeout=10) as wire:
        wire.sendall(b"POST /x HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: 2\r\n\r\n")
        assert wire.recv(65536).startswith(b"HTTP/1.1 100 ")
        wire.sendall(b"{}")
        assert wire.recv(65536).startswith(b"HTTP/1.1 404 ")


@pytest.mark.alone
def test_replies_do_not_wait_for_acknowledgements(connect: Connect) -> None:
    """Two small writes without TCP_NODELAY cost some 40 ms each time."""
    connection = connect()
    took = []
    for _ in range(20):
        began = time.perf_counter()
        connection.request("GET", CREDIT, headers={"x-api-key": "k"})
        connection.getresponse().read()
        took.append(time.perf_counter() - began)
    assert sorted(took)[10] < 0.02


def test_importing_it_loads_nothing_heavy() -> None:
    code = "import sys, akool_desktop.practice.service; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"asyncio", "h11", "fastjsonschema", "json"}.isdisjoint(loaded)


def test_it_listens_on_this_computer_alone(url: str) -> None:
    assert urlsplit(url).hostname == "127.0.0.1"


def test_two_services_keep_apart(practice: PracticeService, create: Create) -> None:
    other = PracticeService(resource("contract/create-session.json"), resource("practice/catalogue.json"))
    try:
        other.start()
        create()
        assert (len(practice.books()), len(other.books())) == (1, 0)
    finally:
        other.stop()


def test_after_stop_nobody_answers_and_the_books_can_still_be_read(
    practice: PracticeService, url: str, create: Create
) -> None:
    create()
    practice.stop()
    parts = urlsplit(url)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((str(parts.hostname), parts.port))
    assert len(practice.books()) == 1
    assert "practice" not in {thread.name for thread in threading.enumerate()}


def test_stop_right_after_start_and_stop_twice(
    practice: PracticeService, url: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert url
    practice.stop()
    practice.stop()
    assert capfd.readouterr().err == ""
    assert "practice" not in {thread.name for thread in threading.enumerate()}


def test_stop_without_start(practice: PracticeService) -> None:
    practice.stop()
    assert practice.books() == []

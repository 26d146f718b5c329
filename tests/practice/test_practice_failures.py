"""Each way to fail: what the caller meets, and whether a session was booked."""

import http.client
import json
import re
import time
from collections.abc import Callable
from typing import Any

import pytest

from akool_desktop.practice import failures
from akool_desktop.practice.service import FAILURES, PracticeService

Ask = Callable[..., tuple[int, Any]]
Create = Callable[..., Any]
Connect = Callable[[], http.client.HTTPConnection]

SESSION = "/api/open/v4/liveAvatar/session"
CODES = [failure.name for failure in FAILURES if failure.name.isdigit()]
AVATAR = "dvp_Tristan_cloth2_1080P"


def post_create(connect: Connect, avatar_id: str = AVATAR) -> http.client.HTTPResponse:
    connection = connect()
    headers = {"x-api-key": "k", "content-type": "application/json"}
    connection.request("POST", f"{SESSION}/create", json.dumps({"avatar_id": avatar_id}), headers)
    return connection.getresponse()


@pytest.mark.parametrize("code", CODES)
def test_a_code_asked_for_by_avatar(practice: PracticeService, create: Create, code: str) -> None:
    reply = create(avatar_id=f"practice-{code}")
    assert reply["code"] == int(code)
    assert reply["msg"]
    assert "data" not in reply
    assert practice.books() == []


def test_codes_that_are_not_listed_can_be_met_too(create: Create) -> None:
    assert create(avatar_id="practice-1998")["code"] == 1998


@pytest.mark.parametrize("avatar_id", ["practice-", "practice-9999", "practice-1000", "practice-١١٠٤", "practice-what"])
def test_an_avatar_that_asks_for_no_known_failure_is_unknown(create: Create, avatar_id: str) -> None:
    assert create(avatar_id=avatar_id)["code"] == 1014


def test_the_next_create_fails_once(practice: PracticeService, create: Create) -> None:
    practice.fail_next("1104")
    assert practice.failing == "1104"
    assert [create()["code"], create()["code"]] == [1104, 1000]
    assert practice.failing is None


def test_a_failure_can_be_taken_back(practice: PracticeService, create: Create) -> None:
    practice.fail_next("never")
    practice.fail_next(None)
    assert create()["code"] == 1000


def test_a_create_that_the_contract_refuses_uses_no_failure_up(practice: PracticeService, create: Create) -> None:
    practice.fail_next("1104")
    assert create(mode_type=3)["code"] == 1003
    assert practice.failing == "1104"


def test_only_creates_fail(practice: PracticeService, ask: Ask) -> None:
    practice.fail_next("http-500")
    assert ask("GET", f"{SESSION}/list")[1]["code"] == 1000


def test_an_unknown_failure_is_refused(practice: PracticeService) -> None:
    with pytest.raises(ValueError, match="meteor"):
        practice.fail_next("meteor")


def test_the_list_for_a_window_is_complete_and_readable(practice: PracticeService) -> None:
    names = [failure.name for failure in FAILURES]
    assert len(set(names)) == len(names)
    for failure in FAILURES:
        practice.fail_next(failure.name)
        assert failure.label
        assert failure.sentence.endswith(".")
        assert not re.search(r"[{}]", failure.label + failure.sentence)


def test_slow_books_at_once_and_answers_late(
    practice: PracticeService, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(failures, "SLOW_SECONDS", 0.3)
    practice.fail_next("slow")
    reply = json.loads(post_create(connect).read())
    assert reply["data"]["_id"] == practice.books()[0].id


def leave_waiting(practice: PracticeService, connect: Connect, ask: Ask, name: str) -> http.client.HTTPConnection:
    """A connection whose create is booked and not answered."""
    practice.fail_next(name)
    connection = connect()
    headers = {"x-api-key": "k", "content-type": "application/json"}
    connection.request("POST", f"{SESSION}/create", json.dumps({"avatar_id": AVATAR}), headers)
    while ask("GET", f"{SESSION}/list")[1]["data"]["count"] == 0:
        pass
    return connection


@pytest.mark.parametrize("name", ["slow", "never"])
def test_no_answer_though_a_session_is_booked(practice: PracticeService, connect: Connect, ask: Ask, name: str) -> None:
    connection = leave_waiting(practice, connect, ask, name)
    connection.sock.settimeout(0.3)
    with pytest.raises(TimeoutError):
        connection.getresponse()
    assert len(practice.books()) == 1


@pytest.mark.parametrize("name", ["slow", "never"])
def test_stop_is_prompt_while_a_caller_waits(practice: PracticeService, connect: Connect, ask: Ask, name: str) -> None:
    connection = leave_waiting(practice, connect, ask, name)
    began = time.perf_counter()
    practice.stop()
    assert time.perf_counter() - began < 10
    with pytest.raises(ConnectionError):
        connection.getresponse()


def test_a_caller_who_leaves_while_waiting_disturbs_nobody(
    practice: PracticeService, connect: Connect, ask: Ask, create: Create, capfd: pytest.CaptureFixture[str]
) -> None:
    leave_waiting(practice, connect, ask, "never").close()
    assert create()["code"] == 1000
    practice.stop()
    assert capfd.readouterr().err == ""


def test_cut_before_books_nothing(practice: PracticeService, connect: Connect) -> None:
    practice.fail_next("cut-before")
    with pytest.raises(http.client.RemoteDisconnected):
        post_create(connect)
    assert practice.books() == []


def test_cut_after_books_and_breaks_off_within_the_answer(practice: PracticeService, connect: Connect) -> None:
    practice.fail_next("cut-after")
    reply = post_create(connect)
    assert reply.status == 200
    with pytest.raises(http.client.IncompleteRead) as cut:
        reply.read()
    assert cut.value.partial
    assert len(practice.books()) == 1


def test_not_json(practice: PracticeService, connect: Connect) -> None:
    practice.fail_next("not-json")
    reply = post_create(connect)
    assert reply.status == 502
    assert str(reply.getheader("content-type")).startswith("text/html")
    assert reply.read().startswith(b"<!doctype html>")
    assert practice.books() == []


def test_wrong_shape(practice: PracticeService, connect: Connect) -> None:
    practice.fail_next("wrong-shape")
    reply = post_create(connect)
    assert reply.status == 200
    assert isinstance(json.loads(reply.read()), list)
    assert practice.books() == []


def test_no_data_books_and_tells_no_id(practice: PracticeService, create: Create) -> None:
    practice.fail_next("no-data")
    assert create() == {"code": 1000, "msg": "OK"}
    assert len(practice.books()) == 1


def test_huge(practice: PracticeService, connect: Connect) -> None:
    practice.fail_next("huge")
    reply = post_create(connect)
    assert int(str(reply.getheader("content-length"))) > 50_000_000
    assert len(reply.read()) > 50_000_000
    assert practice.books() == []


def test_huge_can_be_left_before_its_end(practice: PracticeService, connect: Connect, create: Create) -> None:
    practice.fail_next("huge")
    post_create(connect).read(1000)
    assert create()["code"] == 1000


def test_redirect_leads_to_another_origin_and_never_by_itself(
    practice: PracticeService, connect: Connect, url: str
) -> None:
    practice.fail_next("redirect")
    reply = post_create(connect)
    location = str(reply.getheader("location"))
    assert reply.status == 307
    assert location.startswith("http://")
    assert not location.startswith(url)
    assert practice.books() == []


@pytest.mark.parametrize(("name", "status"), [("http-401", 401), ("http-429", 429), ("http-500", 500)])
def test_a_status_line_that_says_no(practice: PracticeService, connect: Connect, name: str, status: int) -> None:
    practice.fail_next(name)
    reply = post_create(connect)
    assert reply.status == status
    assert b'"code"' not in reply.read()
    assert practice.books() == []


def test_too_many_requests_says_when_to_come_back(practice: PracticeService, connect: Connect) -> None:
    practice.fail_next("http-429")
    assert post_create(connect).getheader("retry-after") == "30"


def test_a_session_that_fails_costs_nothing(
    practice: PracticeService, ask: Ask, create: Create, moment: list[float]
) -> None:
    session_id = create(avatar_id="practice-failed")["data"]["_id"]
    seen = []
    for seconds in (0, 2):
        moment[0] += seconds
        seen.append(ask("GET", f"{SESSION}/detail?id={session_id}")[1]["data"]["status"])
    assert seen == [1, 4]
    assert practice.books()[0].returned == practice.books()[0].held
    assert ask("POST", f"{SESSION}/close", {"id": session_id})[1]["code"] == 1219

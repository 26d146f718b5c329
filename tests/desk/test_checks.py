"""The free check: every line against a real service, and against servers that do what they should not."""

import asyncio
import json
import socket
import time
from email.utils import formatdate
from pathlib import Path
from typing import Any, NoReturn

import keyring
import pytest
from checking import DRAFT, ELEVENLABS, PLANTED, TOKEN, akool, check, own, said
from hostile import Behaviour, HostileServer, Visit, ok, redirect, refuse, reply, silent, web_page
from keyring.backend import KeyringBackend
from keyring.backends import fail
from operating import KEY, Operator

from akool_desktop.akool.client import Deadlines
from akool_desktop.desk import checks
from akool_desktop.desk.accounts import PRACTICE
from akool_desktop.desk.check_lines import Line
from akool_desktop.desk.checks import CheckDesk, fine
from akool_desktop.desk.lists import READERS
from akool_desktop.session.fields import Value
from akool_desktop.store.accounts import Account
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.redaction import SECRETS

pytestmark = pytest.mark.usefixtures("known_names")


def test_all_is_fine(tmp_path: Path) -> None:
    with akool() as server:
        found = check(server.url, tmp_path, DRAFT | {"voice_id": "clara", "language": "en", "knowledge_id": "museum"})
    del found["keyring"], found["clock"]  # of this computer, and of a server without a clock
    assert {name: (line.state, said(line)) for name, line in found.items()} == {
        "key": ("good", "Key accepted | Environment"),
        "credits": (
            "good",
            "40 credits | What will be held is known after the first session of this length.",
        ),
        "sessions": ("good", "No other session is open"),
        "avatar_id": ("good", "Tristan is ready to stream"),
        "voice_id": ("good", "Clara can be streamed | English (en-GB)"),
        "knowledge_id": ("good", "Knowledge base Museum found"),
        "webrtc2-ap-web-1.agora.io": ("good", "Server of Agora found"),
    }
    assert fine(list(found.values()))


def test_practice_is_checked_without_asking_anyone_else(url: str, tmp_path: Path) -> None:
    operator = Operator(url, tmp_path)

    async def run() -> list[Line]:
        draft = {"avatar_id": "dvp_Tristan_cloth2_1080P", "knowledge_id": "practice-museum"}
        try:
            return await CheckDesk(operator.accounts, operator.sessions).check(PRACTICE, draft)
        finally:
            await operator.leave()

    found = asyncio.run(run())
    names = ["key", "credits", "clock", "sessions", "keyring", "avatar_id", "knowledge_id"]
    assert [line.name for line in found] == names
    assert {line.state for line in found if line.name != "keyring"} == {"good"}


def test_nothing_that_costs_is_asked(tmp_path: Path) -> None:
    with akool() as server:
        check(server.url, tmp_path, DRAFT)
        assert {request.method for request in server.requests} == {"GET"}


# the form


def test_what_create_would_refuse_is_red_and_leads_to_its_field(tmp_path: Path) -> None:
    draft: dict[str, Value] = {"room": "own", "stream_type": "livekit", "credentials.livekit_url": "wss://a.example.com"}
    with akool() as server:
        found = check(server.url, tmp_path, draft)
    wrong = {line.go_to: line for line in found.values() if line.state == "problem"}
    assert said(wrong[TOKEN]) == "LiveKit token | LiveKit token is needed."
    assert list(wrong) == ["avatar_id", TOKEN]
    assert not fine(list(found.values()))


def test_what_may_surprise_is_amber(tmp_path: Path) -> None:
    with akool() as server:
        found = check(server.url, tmp_path, DRAFT | {"duration": None})
    (note,) = [line for line in found.values() if line.go_to == "duration"]
    assert (note.state, str(note.detail)[:17]) == ("note", "Length not known:")
    assert fine(list(found.values()))


# the account


@pytest.mark.parametrize(
    ("behaviour", "state", "starts", "go_to"),
    [
        (refuse(1101, "illegal token"), "problem", "The key", "account"),
        (web_page(), "problem", "A web page came back", "account"),
        (ok({"credit": "many"}), "problem", "The answer makes no sense", "account"),
        (redirect("https://elsewhere.example/"), "problem", "The address leads elsewhere", "account"),
    ],
)
def test_a_key_that_is_not_accepted(
    behaviour: Behaviour, state: str, starts: str, go_to: str, tmp_path: Path
) -> None:
    with akool(quota_info=behaviour) as server:
        found = check(server.url, tmp_path, DRAFT)
    assert (found["key"].state, found["key"].go_to) == (state, go_to)
    assert said(found["key"]).startswith(starts)
    assert str(found["credits"].words) == "Credits: not known"
    assert found["avatar_id"].state == "good"


def test_nobody_there_is_red_once_and_the_rest_is_not_known(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    found = check(f"http://127.0.0.1:{port}", tmp_path, DRAFT)
    assert [name for name, line in found.items() if line.state == "problem"] == ["key"]
    assert str(found["key"].words) == "Nobody answers"
    assert str(found["avatar_id"].words) == "Avatar: not known"


def test_an_account_whose_key_is_gone_is_red_and_leads_to_it(tmp_path: Path) -> None:
    with akool() as server:
        operator = Operator(server.url, tmp_path)
        keyless = Account("keyless", "Client account", "plum", "api_key", server.url)

        async def run() -> list[Line]:
            try:
                return await CheckDesk(operator.accounts, operator.sessions).check(keyless, DRAFT)
            finally:
                await operator.leave()

        found = {line.name: line for line in asyncio.run(run())}
    assert (found["key"].state, found["key"].go_to) == ("problem", "account")
    assert said(found["key"]).startswith("No key for Client account")
    assert found["avatar_id"].state == "note"
    assert server.requests == []


def test_no_credits_are_red(tmp_path: Path) -> None:
    with akool(quota_info=ok({"credit": 0})) as server:
        found = check(server.url, tmp_path, DRAFT)
    assert (found["credits"].state, str(found["credits"].words)) == ("problem", "0 credits")


@pytest.mark.parametrize(("credits", "shown"), [(1234567, "1,234,567"), (12345.67, "12,345.67"), (0.1, "0.1")])
def test_many_credits_are_told_to_the_last(credits: float, shown: str, tmp_path: Path) -> None:
    with akool(quota_info=ok({"credit": credits})) as server:
        found = check(server.url, tmp_path, DRAFT)
    assert str(found["credits"].words) == f"{shown} credits"


@pytest.mark.parametrize(("credits", "state"), [(60, "good"), (59, "note")])
def test_credits_are_compared_with_what_was_held_the_last_time(credits: int, state: str, tmp_path: Path) -> None:
    def remember(operator: Operator) -> None:
        for length, before, held in ((600, 500.0, 440.0), (300, 440.0, 410.0), (600, None, 1.0)):
            operator.ledger.begin(
                Entry(0, "environment", "Environment", "tristan", "agora", 1.0, State.ENDED, length=length,
                      credits_before=before, credits_held=held)
            )  # fmt: skip

    with akool(quota_info=ok({"credit": credits})) as server:
        found = check(server.url, tmp_path, DRAFT | {"duration": 600}, prepare=remember)
    assert found["credits"].state == state
    assert str(found["credits"].detail) == "60 were held for 10 minutes the last time."


@pytest.mark.parametrize(
    ("offset", "state", "words"),
    [
        (0, "good", "This computer's clock is right"),
        (-245, "note", "This computer's clock is 4 minutes ahead"),
        (605, "note", "This computer's clock is 10 minutes behind"),
    ],
)
def test_the_clock_is_compared_with_the_servers(offset: int, state: str, words: str, tmp_path: Path) -> None:
    body = json.dumps({"code": 1000, "msg": "OK", "data": {"credit": 40}}).encode()

    def dated(visit: Visit) -> bool:
        date = formatdate(time.time() + offset, usegmt=True)
        return reply(body, headers=[("Date", date)])(visit)

    with akool(quota_info=dated) as server:
        found = check(server.url, tmp_path, DRAFT)
    assert (found["clock"].state, str(found["clock"].words)) == (state, words)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone is the system's alone here")
@pytest.mark.parametrize("form", ["%a %b %d %H:%M:%S %Y", "%a, %d %b %Y %H:%M:%S -0000"])
def test_the_servers_time_is_utc_wherever_this_computer_stands(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """HTTP's oldest form names no zone: read as local time it set a right clock hours back."""
    body = json.dumps({"code": 1000, "msg": "OK", "data": {"credit": 40}}).encode()
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    date = time.strftime(form, time.gmtime())
    with akool(quota_info=reply(body, headers=[("Date", date)])) as server:
        found = check(server.url, tmp_path, DRAFT)
    monkeypatch.undo()
    time.tzset()
    assert str(found["clock"].words) == "This computer's clock is right"


@pytest.mark.parametrize("date", ["", "yesterday", "Thu, 99 Foo 2026 99:99:99 GMT", "Mon, 01 Jan 9999 00:00:00 -9999"])
def test_a_server_without_a_clock_says_nothing_against_this_one(date: str, tmp_path: Path) -> None:
    body = json.dumps({"code": 1000, "msg": "OK", "data": {"credit": 40}}).encode()
    with akool(quota_info=reply(body, headers=[("Date", date)])) as server:
        found = check(server.url, tmp_path, DRAFT)
    assert found["key"].state == "good"
    assert found["clock"].state == "note"


@pytest.mark.parametrize(
    ("running", "state", "words"),
    [
        ([], "good", "No other session is open"),
        ([2], "note", "1 session is open"),
        ([1, 2], "note", "2 sessions are open"),
    ],
)
def test_open_sessions_are_counted(running: list[int], state: str, words: str, tmp_path: Path) -> None:
    rows = [{"_id": f"s{status}", "status": status} for status in running]
    with akool(session_list=ok({"count": len(rows), "result": rows})) as server:
        found = check(server.url, tmp_path, DRAFT)
    assert (found["sessions"].state, str(found["sessions"].words)) == (state, words)


class Shelf(KeyringBackend):
    """A keyring that keeps what it is given for a while."""

    __module__ = "keyring.backends.SecretService"
    forgetful = False

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[str, str] = {}

    def get_password(self, _service: str, username: str) -> str | None:
        return self.kept.get(username)

    def set_password(self, _service: str, username: str, password: str) -> None:
        if not self.forgetful:
            self.kept[username] = password

    def delete_password(self, _service: str, username: str) -> None:
        self.kept.pop(username, None)


@pytest.mark.parametrize(
    ("backend", "state", "says"),
    [
        (Shelf, "good", "The keyring works"),
        (fail.Keyring, "note", "The keyring cannot be used | This run only: no keyring found"),
        (type("Null", (Shelf,), {"forgetful": True, "__module__": Shelf.__module__}), "note",
         "The keyring cannot be used | This run only: the keyring does not give back what it is given"),
    ],
)  # fmt: skip
def test_the_keyring_is_tried(
    backend: type[KeyringBackend], state: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = backend()
    monkeypatch.setattr(keyring.core, "_keyring_backend", shelf)
    with akool() as server:
        line = check(server.url, tmp_path, DRAFT)["keyring"]
    assert SECRETS.clean("Check the proxy") == "Check the proxy", "a card may say so, also after a check"
    assert (line.state, said(line)) == (state, says)
    assert getattr(shelf, "kept", {}) == {}


# one that hangs


@pytest.mark.parametrize("hanging", ["quota_info", "avatar_list", "voice_list", "knowledge_list", "session_list"])
def test_one_that_never_answers_holds_up_no_other(
    hanging: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "_SECONDS", 1.5)
    shown: list[tuple[float, Line]] = []
    draft = DRAFT | {"voice_id": "clara", "knowledge_id": "museum"}
    with akool(**{hanging: silent}) as server:
        operator = Operator(server.url, tmp_path, deadlines=Deadlines(connect=9, create=9, other=9))

        async def run() -> list[Line]:
            begin = time.monotonic()
            try:
                desk = CheckDesk(operator.accounts, operator.sessions)
                return await desk.check(
                    operator.account, draft, lambda line: shown.append((time.monotonic() - begin, line))
                )
            finally:
                await operator.leave()

        found = asyncio.run(run())
    late = {line.name for at, line in shown if line.state != "running" and at > 1.4}
    assert late == {
        "quota_info": {"key", "credits", "clock"}, "avatar_list": {"avatar_id"}, "voice_list": {"voice_id"},
        "knowledge_list": {"knowledge_id"}, "session_list": {"sessions"},
    }[hanging]  # fmt: skip
    assert "running" not in {line.state for line in found}
    assert all("Nobody answered within 1.5 seconds." in said(line) for line in found if line.name in late)
    assert (not fine(found)) == (hanging == "quota_info")


def test_a_fault_of_this_program_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(_client: object) -> NoReturn:
        raise ZeroDivisionError(PLANTED)

    monkeypatch.setitem(READERS, "avatars", broken)
    with akool() as server:
        found = check(server.url, tmp_path, DRAFT)
    assert said(found["avatar_id"]).startswith(
        "Avatar: not known | An unexpected fault of this program: ZeroDivisionError."
    )
    assert found["key"].state == "good"


def test_a_name_that_is_never_resolved_and_a_link_that_never_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "_SECONDS", 2)

    async def never(*_args: object, **_kwargs: object) -> object:
        return await asyncio.get_running_loop().create_future()

    with akool() as server, HostileServer(silent) as files:
        monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", never)
        found = check(server.url, tmp_path, DRAFT | {"background_url": files.url})
    assert found["webrtc2-ap-web-1.agora.io"].state == "note"
    assert found["background_url"].state in ("note", "problem")
    assert found["avatar_id"].state == "good"


def test_a_line_is_shown_when_it_begins_and_when_it_is_done(tmp_path: Path) -> None:
    shown: list[Line] = []
    with akool() as server:
        operator = Operator(server.url, tmp_path)

        async def run() -> list[Line]:
            try:
                desk = CheckDesk(operator.accounts, operator.sessions)
                return await desk.check(operator.account, DRAFT, shown.append)
            finally:
                await operator.leave()

        found = asyncio.run(run())
    assert {line.name for line in shown[: len(found)]} == {line.name for line in found}
    assert {line.state for line in shown[: len(found)]} == {"running"}
    assert {line.name: line for line in shown} == {line.name: line for line in found}


def test_a_check_that_is_stopped_leaves_nothing_behind(tmp_path: Path) -> None:
    with akool(quota_info=silent) as server:
        operator = Operator(server.url, tmp_path, deadlines=Deadlines(connect=9, create=9, other=9))

        async def run() -> set[asyncio.Task[Any]]:
            desk = CheckDesk(operator.accounts, operator.sessions)
            task = asyncio.ensure_future(desk.check(operator.account, DRAFT))
            await asyncio.to_thread(server.wait_for_requests, 1)
            task.cancel()
            await asyncio.wait([task])
            await operator.leave()
            return asyncio.all_tasks() - {asyncio.current_task()}

        assert asyncio.run(run()) == set()
        assert server.hung_up.wait(5)


def test_no_line_holds_a_secret(tmp_path: Path) -> None:
    secrets: dict[str, Value] = {TOKEN: PLANTED, "use_elevenlabs": True, ELEVENLABS: PLANTED}
    with akool(quota_info=refuse(1101, f"no such key: {KEY}")) as server:
        found = check(server.url, tmp_path, own(60, **secrets))
    assert KEY not in repr(found)
    assert PLANTED not in repr(found)


def test_a_length_beyond_all_bounds_keeps_no_other_line_from_its_answer(tmp_path: Path) -> None:
    """As a preset's file may have it; the ledger takes no such number."""
    with akool() as server:
        found = check(server.url, tmp_path, DRAFT | {"duration": 10**20})
    assert said(found["problem 0 duration"]) == "Session length | Enter a length from 0:01 to 60:00."
    assert (found["key"].state, found["credits"].state) == ("good", "good")

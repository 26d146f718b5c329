"""Agora's and Tencent's own SDKs, unmodified, up to what they ask their servers, which are played here by the browser.

Nobody here can join a real room of theirs: what is held is what leaves the page, our deadline and our sentences. The
answers that play a refusal are a guess at the vendors' protocols.
"""

import json
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Request, Route
from staging import AGORA, SECRET, TRTC, Address, Console, Heard, session
from tabs import Tab, Tabs

from akool_desktop.paths import resource

pytestmark = pytest.mark.skipif(
    not resource("stage/sdk/trtc.js").is_file(), reason="needs python3 packaging/stage_sdks.py"
)

Elsewhere = list[Request]


@pytest.fixture
def elsewhere(tabs: Tabs) -> Elsewhere:
    """Every request to another computer, none of which arrives."""
    asked: Elsewhere = []

    def catch(route: Route) -> None:
        if urlsplit(route.request.url).hostname == "127.0.0.1":
            route.continue_()
        else:
            asked.append(route.request)
            route.abort()

    tabs.context.route("**/*", catch)
    return asked


@pytest.fixture
def open_stage(console: Console, tabs: Tabs, elsewhere: Elsewhere) -> Callable[..., tuple[Tab, Heard, str]]:  # noqa: ARG001
    def open_stage(stream_type: str, **credentials: object) -> tuple[Tab, Heard, str]:
        host, heard = console.host(session(stream_type, {"mode_type": 2}, **credentials))
        url = console.do(host.open())
        return tabs.open(url), heard, Address(url).ticket

    return open_stage


def bodies(requests: Elsewhere) -> list[str]:
    return [(request.post_data_buffer or b"").decode("utf-8", "replace") for request in requests]


Opened = Callable[..., tuple[Tab, Heard, str]]


def test_agora_is_asked_with_the_sessions_own_pass(open_stage: Opened, elsewhere: Elsewhere) -> None:
    tab, _, ticket = open_stage("agora")
    asked = tab.until(lambda: [body for body in bodies(elsewhere) if SECRET in body])[0]
    for value in (AGORA["agora_app_id"], AGORA["agora_channel"], str(AGORA["agora_uid"])):
        assert str(value) in asked
    assert "Joining the room over Agora" in tab.words
    assert {urlsplit(one.url).scheme for one in elsewhere} == {"https"}
    hosts = {str(urlsplit(one.url).hostname) for one in elsewhere}
    assert {host for host in hosts if not host.endswith((".agora.io", ".sd-rtn.com"))} == set()
    assert not [one for one in bodies(elsewhere) if ticket in one]
    assert tab.violations() == []


def test_agora_never_answers_and_our_deadline_does(open_stage: Opened, tabs: Tabs) -> None:
    tabs.context.clock.install()
    tab, heard, _ = open_stage("agora")
    tab.until(lambda: "Joining the room over Agora" in tab.words)
    tab.page.clock.fast_forward(14_000)
    assert "Joining" in tab.words
    tab.page.clock.fast_forward(1_000)
    assert "Agora did not answer within 15 seconds" in tab.state("failed")
    assert SECRET not in str(heard.all())
    assert tab.page.get_by_role("button", name="Join again").is_visible()
    assert tab.violations() == []


@pytest.mark.parametrize(
    ("code", "words"),
    [(2_010_009, "Agora refused the pass"), (2_010_013, "Agora refused the pass"), (2_010_008, "did not let this")],
    ids=["not authorised", "expired", "internal"],
)
def test_what_agora_refuses_is_a_sentence(open_stage: Opened, tabs: Tabs, code: int, words: str) -> None:
    def refuse(route: Route) -> None:
        body = [{"uri": 23, "buffer": {"code": code, "flag": 4096}}]
        answer = {"detail": {"502": ""}, "enter_ts": 1, "opid": 1, "response_body": body}
        route.fulfill(json=answer, headers={"Access-Control-Allow-Origin": "*"})

    tabs.context.route("**/api/v2/transpond/webrtc*", refuse)
    tab, heard, _ = open_stage("agora")
    assert words in tab.state("failed")
    assert SECRET not in str(heard.all())


def test_tencent_is_asked_with_the_sessions_own_pass(open_stage: Opened, elsewhere: Elsewhere) -> None:
    tab, _, ticket = open_stage("trtc")
    sentence = tab.state("failed", 20)
    assert "TRTC (Tencent) was not reached" in sentence
    config = next(one for one in elsewhere if one.url.startswith("https://schedule."))
    sent = config.post_data or json.dumps(parse_qs(urlsplit(config.url).query))
    for value in TRTC.values():
        assert str(value) in sent
    domains = ("cloud-rtc.com", "cloud-rtc.net", "rtc-web.com", "rtc-web.io", "qq.com", "qcloud.com", "my-imcloud.com")
    hosts = {str(urlsplit(one.url).hostname) for one in elsewhere}
    assert {host for host in hosts if not host.endswith(domains)} == set()
    assert not [one for one in (*bodies(elsewhere), *(one.url for one in elsewhere)) if ticket in one]
    assert tab.violations() == []


def test_names_without_sdk_are_read_too(open_stage: Opened, elsewhere: Elsewhere) -> None:
    bare = {key.replace("trtc_sdk_", "trtc_"): value for key, value in TRTC.items()}
    tab, _, _ = open_stage("trtc", **dict.fromkeys(TRTC, None), **bare)
    tab.until(lambda: [body for body in bodies(elsewhere) if SECRET in body and "1400000001" in body])


@pytest.mark.parametrize(("stream_type", "missing"), [("agora", "agora_token"), ("trtc", "trtc_sdk_user_sig")])
def test_an_incomplete_pass_is_said_and_not_tried(
    open_stage: Opened, elsewhere: Elsewhere, stream_type: str, missing: str
) -> None:
    tab, _, _ = open_stage(stream_type, **{missing: ""})
    assert "is incomplete" in tab.state("failed")
    assert not [body for body in bodies(elsewhere) if "hall" in body]

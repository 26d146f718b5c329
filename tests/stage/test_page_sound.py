"""Browsers keep a page silent that opened by itself, until the first click or key in it.

What playwright evaluates in a page counts as a click, so the page is let alone until the console says that it is live.
"""

from collections.abc import Callable, Iterator

import pytest
from livekit_double import LiveKitDouble
from playwright.sync_api import Browser
from staging import Console, session
from tabs import Tab, Tabs

from akool_desktop.paths import resource
from akool_desktop.stage.session import StateChanged

LIVE = StateChanged("live", "Live")
MUTED = "() => document.getElementById('avatar').muted"


@pytest.fixture
def silenced(console: Console, start_chromium: Callable[..., Browser]) -> Iterator[Tab]:
    browser = start_chromium("--autoplay-policy=document-user-activation-required")
    tabs = Tabs(browser.new_context())
    host, heard = console.host(session(body={"mode_type": 1}))
    tab = tabs.open(console.do(host.open()))
    heard.wait(lambda event: isinstance(event, StateChanged) and event.state == "live")
    assert tab.page.evaluate(MUTED)
    console.do(host.say("Is anybody there? " * 20))
    yield tab
    assert tabs.complaints == []
    browser.close()


def test_the_button_turns_the_sound_on_and_off(silenced: Tab) -> None:
    silenced.press("Turn sound on")
    assert not silenced.page.evaluate(MUTED)
    silenced.until(lambda: silenced.loudness(200) > 0.05)
    silenced.press("Mute")
    assert silenced.page.evaluate(MUTED)
    silenced.press("Open microphone")
    assert silenced.page.evaluate(MUTED)  # muted by hand stays muted


def test_any_click_turns_the_sound_on(silenced: Tab) -> None:
    silenced.page.get_by_label("Text").click()
    assert not silenced.page.evaluate(MUTED)
    assert "Mute" in silenced.words


@pytest.mark.skipif(not resource("stage/sdk/livekit-client.js").is_file(), reason="needs packaging/stage_sdks.py")
def test_any_click_does_so_after_a_reconnection_too(console: Console, start_chromium: Callable[..., Browser]) -> None:
    """With each track that came, only the button brought the sound."""
    double = LiveKitDouble()
    browser = start_chromium("--autoplay-policy=document-user-activation-required")
    host, heard = console.host(session("livekit", livekit_url=double.url, livekit_token=double.token()))
    tab = Tabs(browser.new_context()).open(console.do(host.open()))
    heard.wait(lambda event: event == LIVE)
    double.send_away("STATE_MISMATCH", "RECONNECT")
    heard.wait(lambda event: isinstance(event, StateChanged) and event.state == "reconnecting")
    heard.wait(lambda _: heard.all().count(LIVE) == 2)
    assert tab.page.evaluate(MUTED)
    tab.page.get_by_label("Text").click()
    assert not tab.page.evaluate(MUTED)
    browser.close()
    double.stop()

"""The program view, in a second Chromium of its own: OBS is another program too."""

from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, Error, Page
from staging import Address, Console, session
from tabs import IS_LIT, WATCH_SCREEN, Tabs

pytestmark = pytest.mark.alone

FRAMES = "() => document.getElementById('program').getVideoPlaybackQuality().totalVideoFrames"
BLANK = "() => document.getElementById('program').srcObject === null"
STYLE = "() => [document.body.style.background, document.getElementById('program').style.objectFit]"


@pytest.fixture(scope="module")
def other_chromium(start_chromium: Callable[..., Browser]) -> Iterator[Browser]:
    browser = start_chromium()
    yield browser
    browser.close()


@pytest.fixture
def screen(other_chromium: Browser) -> Iterator[Page]:
    page = other_chromium.new_page(viewport={"width": 640, "height": 480})
    yield page
    page.close()


def frames_come(page: Page, at_least: int) -> None:
    begin = page.evaluate(FRAMES)
    for _ in range(200):
        count = page.evaluate(FRAMES)
        begin = min(begin, count)  # another connection counts anew
        if count >= begin + at_least:
            return
        page.wait_for_timeout(50)
    pytest.fail("no picture on the program view")


def goes_blank(page: Page) -> None:
    for _ in range(200):
        if page.evaluate(BLANK):
            return
        page.wait_for_timeout(50)
    pytest.fail("a picture that stands still on the program view")


def test_it_shows_the_avatar_and_follows_the_stage(console: Console, tabs: Tabs, screen: Page) -> None:
    host, _ = console.host(session())
    url = console.do(host.program_url("00b140", "cover"))
    screen.goto(url)
    tab = tabs.open(console.do(host.open()))  # the stage may come later
    tab.state("live")
    frames_come(screen, 1)
    before = screen.evaluate(FRAMES)
    screen.wait_for_timeout(2000)
    assert (screen.evaluate(FRAMES) - before) / 2 > 20
    assert screen.evaluate(STYLE) == ["rgb(0, 177, 64)", "cover"]

    tab.press("Leave")
    tab.state("left")
    tab.press("Join again")
    tab.state("live")
    frames_come(screen, 20)

    again = tabs.open(console.do(host.open()))
    again.state("live")
    frames_come(screen, 20)
    assert again.violations() == []


def test_the_screen_stays_on_as_long_as_there_is_a_picture(console: Console, tabs: Tabs, screen: Page) -> None:
    """A projector goes dark otherwise: nobody touches its mouse."""
    screen.add_init_script(WATCH_SCREEN)
    tabs.context.add_init_script(WATCH_SCREEN)
    host, _ = console.host(session())
    screen.goto(console.do(host.program_url()))
    tab = tabs.open(console.do(host.open()))
    tab.state("live")
    frames_come(screen, 1)
    tab.until(lambda: screen.evaluate(IS_LIT))
    tab.until(lambda: tab.page.evaluate(IS_LIT))
    tab.press("Leave")
    tab.until(lambda: not tab.page.evaluate(IS_LIT))
    console.do(host.close(ended=True))
    tab.until(lambda: not screen.evaluate(IS_LIT))


def test_the_address_stays_from_one_session_to_the_next(console: Console, tabs: Tabs, screen: Page) -> None:
    first, _ = console.host(session(), program_key="k" * 43)
    url = console.do(first.program_url())
    port = int(Address(url).netloc.split(":")[1])
    screen.goto(url)
    console.do(first.close(ended=True))
    second, _ = console.host(session(), port=port, program_key="k" * 43)
    assert console.do(second.program_url()) == url
    tabs.open(console.do(second.open())).state("live")
    frames_come(screen, 10)


def test_it_holds_no_last_picture_when_the_avatar_has_gone(console: Console, tabs: Tabs, screen: Page) -> None:
    """A face that stands still on a projector looks like a fault."""
    host, _ = console.host(session())
    screen.goto(console.do(host.program_url()))
    tab = tabs.open(console.do(host.open()))
    tab.state("live")
    frames_come(screen, 5)
    tab.press("Leave")
    goes_blank(screen)
    tab.press("Join again")
    frames_come(screen, 5)
    with suppress(Error):  # killed: it says nothing any more
        tab.page.goto("chrome://crash", timeout=1000)
    goes_blank(screen)
    tabs.open(console.do(host.open())).state("live")
    frames_come(screen, 5)


def test_another_key_shows_a_sentence_and_nothing_else(console: Console, screen: Page) -> None:
    host, _ = console.host(session())
    url = console.do(host.program_url())
    screen.goto(url.replace("#k=", "#k=x"))
    screen.get_by_text("This link is no longer good").wait_for()


def test_it_speaks_another_language_at_once_and_goes_on(
    console: Console, tabs: Tabs, screen: Page, other_chromium: Browser
) -> None:
    """Whether it shows the avatar, or says that it cannot."""
    host, _ = console.host(session())
    url = console.do(host.program_url())
    refused = other_chromium.new_page()
    refused.goto(url.replace("#k=", "#k=x"))
    screen.goto(url)
    tabs.open(console.do(host.open())).state("live")
    frames_come(screen, 1)
    assert screen.title() == "Program"
    sentence = "This link is no longer good. Copy the program link in Akool Desktop again."
    texts = {"Program": "Programm", sentence: "Alt."}
    console.do(host.speak({"name": "de", "direction": "ltr", "texts": texts}))
    screen.wait_for_selector("html[lang=de]")
    assert screen.title() == "Programm"
    frames_come(screen, 10)
    refused.get_by_text("Alt.").wait_for()
    refused.close()


def test_the_key_opens_no_credentials_and_a_ticket_no_program(console: Console) -> None:
    host, _ = console.host(session(livekit_token="planted"))
    stage, program = Address(console.do(host.open())), Address(console.do(host.program_url()))
    key = program.url.split("#k=")[1].split("&")[0]
    assert len(key) == 43
    assert stage.redeem(key)[0] == 410
    own = {"Origin": stage.origin, "Content_Type": "application/json", "X_Stage": "1"}
    assert stage.ask("POST", "/api/program", {"key": stage.ticket}, **own).status == 403
    assert stage.ask("POST", "/api/program", {"key": key}, **own).status == 200
    assert stage.ask("POST", "/api/program", {"key": key}, **own | {"Origin": "http://127.0.0.1:9"}).status == 403

"""The practice avatar's stage, end to end in Chromium: nothing is asked of anybody but the host."""

import pytest
from playwright.sync_api import Page
from staging import SECRET, Address, Console, session
from tabs import Tabs

from akool_desktop.stage.session import (
    FirstFrame,
    PageClosed,
    Picture,
    Quality,
    Said,
    StageEvent,
    StateChanged,
)

pytestmark = pytest.mark.alone

REMEMBER_MICROPHONE = """
if (globalThis.MediaDevices) { // not on the empty page before
  const ask = MediaDevices.prototype.getUserMedia;
  MediaDevices.prototype.getUserMedia = async function (wanted) {
    const stream = await ask.call(this, wanted);
    [globalThis.microphone] = stream.getAudioTracks();
    return stream;
  };
}
"""
# A voice on this computer, which never comes to an end; Debian's Chromium has none.
SPEECH = """
globalThis.spoken = [];
globalThis.cancelled = false;
globalThis.SpeechSynthesisUtterance = class extends EventTarget {
  constructor(text) { super(); this.text = text; }
};
Object.defineProperty(globalThis, "speechSynthesis", { value: {
  getVoices: () => [{ localService: true, lang: "en-GB" }],
  speak: ({ text }) => spoken.push(text),
  cancel: () => { globalThis.cancelled = true; },
} });
"""
TEXT = "Good evening, and welcome to hall three."


def state(wanted: str) -> object:
    def is_it(event: StageEvent) -> bool:
        return isinstance(event, StateChanged) and event.state == wanted

    return is_it


def test_it_moves_speaks_answers_and_can_be_interrupted(console: Console, tabs: Tabs) -> None:
    host, heard = console.host(session(body={"mode_type": 2}))
    tab = tabs.open(console.do(host.open()))
    tab.state("live")
    assert "Live" in tab.page.locator("#word").inner_text()
    assert tab.frame_rate(1000) > 20
    assert tab.loudness(200) < 0.001

    tab.page.get_by_label("Text").fill(TEXT)
    tab.page.keyboard.press("Enter")
    tab.line(TEXT)
    tab.line(f"You said “{TEXT}”")
    tab.until(lambda: "speaking" in tab.page.locator("#word").inner_text())
    assert tab.loudness() > 0.05

    tab.press("Interrupt")
    tab.until(lambda: "speaking" not in tab.page.locator("#word").inner_text())
    assert tab.loudness(200) < 0.01
    assert tab.violations() == []

    events = heard.all()
    first = next(event for event in events if isinstance(event, FirstFrame))
    assert 0 < first.milliseconds < 10_000
    assert Picture("", 1280, 720) in events
    assert Quality("good") in events
    assert any(isinstance(event, Said) and event.speaker == "user" and event.text == TEXT for event in events)
    assert any(isinstance(event, Said) and event.speaker == "bot" and event.final for event in events)


def test_the_console_speaks_through_the_page(console: Console, tabs: Tabs) -> None:
    host, heard = console.host(session(body={"mode_type": 1}))
    tab = tabs.open(console.do(host.open()))
    tab.state("live")
    long = "Ein langer Satz über große Häuser. 你好！ " * 60
    console.do(host.say(long))
    said = heard.wait(lambda event: isinstance(event, Said) and event.speaker == "bot" and event.final)
    assert isinstance(said, Said)
    assert said.text == long  # Retelling, put together from several packets
    console.do(host.interrupt())
    tab.until(lambda: "speaking" not in tab.page.locator("#word").inner_text())

    console.do(host.leave())
    assert "still running and may cost money" in tab.state("left")
    heard.wait(lambda event: isinstance(event, StateChanged) and event.state == "left")
    tab.press("Join again")
    tab.state("live")


def test_leaving_by_the_button_and_closing_the_page(console: Console, tabs: Tabs) -> None:
    host, heard = console.host(session())
    tab = tabs.open(console.do(host.open()))
    tab.state("live")
    assert host.page_open
    tab.press("Leave")
    tab.state("left")
    assert "Leaving doesn't end the session" in tab.words
    tab.page.close()
    heard.wait(lambda event: isinstance(event, PageClosed))
    assert not host.page_open


def test_the_microphone_is_off_until_asked_for(console: Console, tabs: Tabs) -> None:
    host, heard = console.host(session(body={"mode_type": 2}))
    tab = tabs.open(console.do(host.open()))
    tab.state("live")
    assert "Microphone off" in tab.words
    hold = tab.page.get_by_role("button", name="Hold to talk")
    hold.hover()
    tab.page.mouse.down()
    tab.until(lambda: "Microphone on" in tab.words)
    tab.page.wait_for_timeout(1500)  # the fake microphone beeps once a second
    tab.page.mouse.up()
    tab.until(lambda: "Microphone off" in tab.words)
    tab.line("I heard you speak for")

    tab.press("Open microphone")
    tab.until(lambda: "Microphone on" in tab.words)
    tab.press("Close microphone")
    tab.until(lambda: "Microphone off" in tab.words)
    assert any(isinstance(event, Said) and event.speaker == "user" for event in heard.all())


def test_a_microphone_that_is_pulled_out_is_off_and_says_so(console: Console, tabs: Tabs) -> None:
    """It fell silent without a word, and its button looked as if it were on."""
    tabs.context.add_init_script(REMEMBER_MICROPHONE)
    host, _ = console.host(session())
    tab = tabs.open(console.do(host.open()))
    tab.state("live")
    tab.press("Open microphone")
    tab.until(lambda: "Microphone on" in tab.words)
    tab.page.evaluate("() => microphone.dispatchEvent(new Event('ended'))")
    tab.until(lambda: "The microphone is gone." in tab.words)
    assert "Microphone off" in tab.words
    tab.press("Open microphone")
    tab.until(lambda: "Microphone on" in tab.words)


def test_a_text_that_cuts_another_short_is_spoken(console: Console, tabs: Tabs) -> None:
    """The end of the first was taken for its own: the mouth was shut, and the page said that nobody spoke."""
    host, _ = console.host(session(body={"mode_type": 1}))
    tab = tabs.open(console.do(host.open()))
    tab.state("live")
    for text in ("One moment, please. " * 9, "Good evening. " * 9):
        console.do(host.say(text))
        tab.line(f"Avatar\n{text.strip()}")
        tab.until(lambda: tab.loudness(100) > 0.05)
    assert "speaking" in tab.page.locator("#word").inner_text()


def test_mute_silences_the_browsers_own_speech_too(console: Console, tabs: Tabs) -> None:
    """Where this computer has voices the avatar spoke on, past the page's Mute."""
    tabs.context.add_init_script(SPEECH)
    host, _ = console.host(session(body={"mode_type": 1}))
    tab = tabs.open(console.do(host.open()))
    tab.state("live")
    console.do(host.say("Good evening"))
    tab.until(lambda: tab.page.evaluate("() => spoken") == ["Good evening"])
    assert not tab.page.evaluate("() => cancelled")
    tab.press("Mute")
    tab.until(lambda: tab.page.evaluate("() => cancelled"))
    console.do(host.say("Still there?"))
    tab.line("Avatar\nStill there?")
    assert tab.page.evaluate("() => spoken") == ["Good evening"]
    tab.press("Turn sound on")
    console.do(host.say("Again"))
    tab.until(lambda: tab.page.evaluate("() => spoken") == ["Good evening", "Again"])


def test_a_text_of_megabytes_does_not_cut_the_line_to_the_console(console: Console, tabs: Tabs) -> None:
    """The page then said that Akool Desktop was closed."""
    host, heard = console.host(session())
    tab = tabs.open(console.do(host.open()))
    tab.state("live")
    console.do(host.say("👨‍👩‍👧‍👦" * 45_000))  # few characters of many bytes, which are cut sooner
    console.do(host.say("Hello"))
    heard.wait(lambda event: isinstance(event, Said) and event.text == "Hello", 30)
    assert max(len(event.text) for event in heard.all() if isinstance(event, Said)) <= 20_000
    assert host.page_open


def test_live_settings_send_what_was_changed(console: Console, tabs: Tabs) -> None:
    host, heard = console.host(session(body={"mode_type": 2, "language": "en"}))
    tab = tabs.open(console.do(host.open()))
    tab.state("live")
    tab.page.get_by_text("Live settings").click()
    assert tab.page.get_by_label("Language").input_value() == "en"
    tab.press("Apply")
    tab.until(lambda: "Nothing was changed" in tab.words)
    tab.page.get_by_label("Retelling").check()
    tab.press("Apply")
    tab.until(lambda: "Sent." in tab.words)
    tab.page.get_by_label("Text").fill("Just this.")
    tab.press("Send")
    said = heard.wait(lambda event: isinstance(event, Said) and event.speaker == "bot" and event.final)
    assert isinstance(said, Said)
    assert said.text == "Just this."
    tab.page.get_by_label("Background").fill("https://example.com/" + "x" * 1000)
    tab.press("Apply")
    tab.until(lambda: "too long to be changed" in tab.words)


def test_fast_dialogue_offers_no_typing_and_says_why(console: Console, tabs: Tabs) -> None:
    host, _ = console.host(session(body={"scene_mode": "fast_dialogue"}))
    tab = tabs.open(console.do(host.open()))
    tab.state("live")
    assert not tab.page.get_by_label("Text").is_visible()
    assert "Fast dialogue is voice only" in tab.words


def test_a_ticket_opens_one_page_and_leaves_the_address(console: Console, tabs: Tabs) -> None:
    host, _ = console.host(session())
    url = console.do(host.open())
    first = tabs.open(url)
    first.state("live")
    assert "#" not in first.page.url
    assert Address(url).ticket not in first.page.content()
    again = tabs.open(url)
    assert "Press Open Stage in Akool Desktop again" in again.state("failed")
    again.page.close()
    first.page.reload()
    assert "opened before" in first.state("failed")


def test_a_second_opening_takes_over(console: Console, tabs: Tabs) -> None:
    host, heard = console.host(session())
    first = tabs.open(console.do(host.open()))
    first.state("live")
    second = tabs.open(console.do(host.open()))
    second.state("live")
    assert "opened again, in another page" in first.state("left")
    assert not first.page.get_by_role("button", name="Join again").is_visible()  # it would throw out the second
    assert not [event for event in heard.all() if isinstance(event, PageClosed)]
    console.do(host.say("Hello"))
    second.line("Hello")


def test_the_end_of_the_session_closes_the_page(console: Console, tabs: Tabs) -> None:
    host, _ = console.host(session())
    tab = tabs.open(console.do(host.open()))
    tab.state("live")
    console.do(host.close(ended=True))
    assert "The session has ended" in tab.state("ended")
    tab.until(tab.page.is_closed) if _may_close(tab.page) else None


def test_the_end_of_the_console_leaves_the_page_on_air(console: Console, tabs: Tabs) -> None:
    host, _ = console.host(session())
    tab = tabs.open(console.do(host.open()))
    tab.state("live")
    console.do(host.close(ended=False))
    tab.until(lambda: "Akool Desktop was closed. This page goes on" in tab.words)
    tab.page.get_by_label("Text").fill("Still there?")
    tab.press("Send")
    tab.line("You said")


def _may_close(page: Page) -> bool:
    return bool(page.evaluate("() => history.length === 1"))


def test_nothing_is_stored_and_nobody_else_is_asked(console: Console, tabs: Tabs) -> None:
    host, _ = console.host(session(livekit_token=SECRET))
    url = console.do(host.open())
    asked: list[str] = []
    tabs.context.on("request", lambda request: asked.append(request.url))
    tab = tabs.open(url)
    tab.state("live")
    console.do(host.say("Hello"))
    tab.line("You said")
    origin = Address(url).origin
    assert {one for one in asked if not one.startswith((origin, "blob:", "data:"))} == set()
    assert not [one for one in asked if Address(url).ticket in one or SECRET in one]
    assert tabs.context.cookies() == []
    assert tab.page.evaluate("() => localStorage.length + sessionStorage.length") == 0
    assert SECRET not in tab.page.content()


def test_who_reads_further_up_in_the_transcript_is_left_there(console: Console, tabs: Tabs) -> None:
    """Each word of an answer that came threw the reader back to its end."""
    host, _ = console.host(session(body={"mode_type": 2}))
    tab = tabs.open(console.do(host.open()))
    tab.state("live")
    lines = tab.page.locator("#lines")
    for number in range(20):
        console.do(host.say(f"line {number}"))
        tab.line(f"line {number}")
    tab.until(lambda: lines.evaluate("at => at.scrollTop > 0 && at.scrollHeight - at.scrollTop - at.clientHeight < 2"))
    lines.evaluate("at => { at.scrollTop = 0; }")
    console.do(host.say("the last line"))
    tab.line("“the last line”")  # in the answer
    assert lines.evaluate("at => at.scrollTop") == 0

"""LiveKit's own livekit-client, unmodified, joins the double's room: picture, sound, microphone, messages, faults."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from livekit_double import LiveKitDouble
from staging import Address, Console, Heard, session
from tabs import Tab, Tabs

from akool_desktop.paths import resource
from akool_desktop.stage.host import StageHost
from akool_desktop.stage.session import Picture, Quality, Refused, Said, StateChanged

pytestmark = [pytest.mark.alone, pytest.mark.skipif(
    not resource("stage/sdk/livekit-client.js").is_file(), reason="needs python3 packaging/stage_sdks.py"
)]

# The browser's own channels take nothing for a while.
BREAK_CHANNEL = """() => {
  const channel = RTCDataChannel.prototype;
  globalThis.whole = channel.send;
  channel.send = () => { throw new Error("broken"); };
}"""
# The page is behind another, as the browser tells it.
BEHIND = """() => {
  Object.defineProperty(document, "hidden", { get: () => true });
  HTMLVideoElement.prototype.requestVideoFrameCallback = () => 0;
}"""
MEND_CHANNEL = "() => { RTCDataChannel.prototype.send = globalThis.whole; }"

Join = Callable[..., tuple[StageHost, Heard, Tab]]


@pytest.fixture(params=[True, False], ids=["one connection", "two connections"])
def double(request: pytest.FixtureRequest) -> Iterator[LiveKitDouble]:
    double = LiveKitDouble(single=request.param)
    yield double
    double.stop()


@pytest.fixture
def join(double: LiveKitDouble, console: Console, tabs: Tabs) -> Join:
    def join(**credentials: object) -> tuple[StageHost, Heard, Tab]:
        given = {"livekit_url": double.url, "livekit_token": double.token()} | credentials
        host, heard = console.host(session("livekit", {"mode_type": 2, "language": "de"}, **given))
        return host, heard, tabs.open(console.do(host.open()))

    return join


def answering(message: dict[str, Any]) -> list[dict[str, Any]]:
    """As Akool does: an acknowledgement for a command; for a text that is whole, an answer in parts."""
    if message["type"] == "command":
        return [{"v": 2, "type": "command", "mid": message["mid"], "pld": {"cmd": message["pld"]["cmd"], "code": 1000}}]
    if not message["fin"]:
        return []
    parts = [("Guten ", False), ("Abend!", True)]
    old = {"v": 1, "type": "chat", "mid": "old", "idx": 0, "fin": True, "pld": {"from": "bot", "text": "Version one"}}
    return [old] + [
        {"v": 2, "type": "chat", "mid": "a", "idx": at, "fin": fin, "pld": {"from": "bot", "text": text}}
        for at, (text, fin) in enumerate(parts)
    ]


def test_picture_sound_microphone_and_messages(double: LiveKitDouble, join: Join, console: Console) -> None:
    double.answer = answering
    host, heard, tab = join()
    tab.state("live")
    assert tab.frame_rate(2000) > 20
    assert tab.loudness() > 0.1
    heard.wait(lambda event: isinstance(event, Picture) and (event.codec, event.width) == ("VP8", 640))
    heard.wait(lambda event: event == Quality("good"))

    text = "Über die Häuser: 你好！ " * 80
    console.do(host.say(text))
    tab.line("Guten Abend!")
    assert "Version one" not in tab.words
    heard.wait(lambda event: event == Said("bot", "a", "Guten Abend!", True))
    chats = [message for message in double.heard if message["type"] == "chat"]
    assert "".join(message["pld"]["text"] for message in chats) == text
    assert len(chats) > 2
    assert max(message["size"] for message in double.heard) <= 960
    console.do(host.interrupt())
    tab.until(lambda: double.heard[-1]["pld"] == {"cmd": "interrupt"})
    assert double.heard[0]["pld"] == {"cmd": "set-params", "data": {"lang": "de", "mode": 2}}

    assert double.microphone_frames == 0
    tab.press("Open microphone")
    tab.until(lambda: double.microphone_frames > 60 and double.loudest > 0.01)
    tab.press("Close microphone")
    assert tab.violations() == []
    tab.press("Leave")
    assert "still running" in tab.state("left")


@pytest.mark.parametrize("double", [True], indirect=True, ids=[""])
class TestFaults:
    def test_a_bad_pass(self, double: LiveKitDouble, join: Join) -> None:
        token = double.token("another secret, of thirty-two bytes or more")
        _, heard, tab = join(livekit_token=token)
        assert "LiveKit refused the pass" in tab.state("failed")
        assert tab.violations() == []
        heard.wait(lambda event: isinstance(event, StateChanged) and event.state == "failed")
        assert token not in str(heard.all())

    def test_nobody_there(self, double: LiveKitDouble, join: Join) -> None:
        double.cut()
        assert "was not reached" in join()[2].state("failed")

    @pytest.mark.parametrize(
        ("reason", "words"),
        [("DUPLICATE_IDENTITY", "opened in another place"), ("ROOM_DELETED", "The room was closed")],
    )
    def test_sent_away(self, double: LiveKitDouble, join: Join, reason: str, words: str) -> None:
        _, _, tab = join()
        tab.state("live")
        double.send_away(reason)
        assert words in tab.state("failed")
        tab.press("Join again")
        tab.state("live")

    def test_the_avatar_leaves(self, double: LiveKitDouble, join: Join) -> None:
        _, _, tab = join()
        tab.state("live")
        double.avatar_leaves()
        assert "The avatar has left the room" in tab.state("waiting")

    def test_a_picture_that_stops_is_not_called_live(self, double: LiveKitDouble, join: Join) -> None:
        """The last one stood there as it was, under “Live, speaking”."""
        _, _, tab = join()
        tab.state("live")
        double.avatar_goes_dark()
        assert "The avatar's picture has stopped." in tab.state("waiting")
        assert not tab.page.locator("#avatar").is_visible()

    def test_a_refusal_is_told_on_the_page_and_in_the_console(
        self, double: LiveKitDouble, join: Join, console: Console
    ) -> None:
        host, heard, tab = join()
        tab.state("live")
        tab.until(lambda: double.heard)  # the first settings, which are not refused
        double.answer = lambda message: [message | {"pld": {"cmd": message["pld"]["cmd"], "code": 1003}}]
        console.do(host.interrupt())
        assert heard.wait(lambda event: isinstance(event, Refused)) == Refused("Akool refused interrupt (code 1003).")
        tab.until(lambda: "Akool refused interrupt (code 1003)." in tab.words)

    def test_a_reconnection_brings_picture_and_sound_back(self, double: LiveKitDouble, join: Join) -> None:
        _, heard, tab = join()
        tab.state("live")
        double.send_away("STATE_MISMATCH", "RECONNECT")
        heard.wait(lambda event: isinstance(event, StateChanged) and event.state == "reconnecting")
        tab.state("live")
        tab.until(lambda: double.joins == 2)
        assert tab.frame_rate(1000) > 20
        assert tab.loudness() > 0.1

    def test_it_is_live_again_behind_another_page_too(self, double: LiveKitDouble, join: Join) -> None:
        """There no frame is told of; Say in the window waits for it."""
        _, heard, tab = join()
        tab.state("live")
        tab.page.evaluate(BEHIND)
        double.send_away("STATE_MISMATCH", "RECONNECT")
        heard.wait(lambda event: isinstance(event, StateChanged) and event.state == "reconnecting")
        tab.until(lambda: double.joins == 2)
        tab.state("live")

    def test_a_connection_that_does_not_come_back(self, double: LiveKitDouble, join: Join, tabs: Tabs) -> None:
        tabs.context.clock.install()
        _, _, tab = join()
        tab.state("live")
        double.cut()
        assert "Reconnecting" in tab.state("reconnecting")
        tab.page.clock.fast_forward(30_000)
        assert "broke and did not come back" in tab.state("failed")

    def test_a_page_comes_back_with_the_network(self, double: LiveKitDouble, join: Join, tabs: Tabs) -> None:
        """A projector stayed dark until somebody pressed Join again."""
        tabs.context.clock.install()
        _, _, tab = join()
        tab.state("live")
        tabs.context.set_offline(True)
        double.cut()
        tab.state("reconnecting")
        tab.page.clock.fast_forward(30_000)
        tab.state("failed")
        double.mend()
        tabs.context.set_offline(False)
        tab.state("live", 20)

    def test_what_is_typed_while_it_is_gone_is_not_said(self, double: LiveKitDouble, join: Join, tabs: Tabs) -> None:
        """The texts stood in the transcript as if the avatar had been given them, and nobody was told."""
        tabs.context.clock.install()
        _, heard, tab = join()
        tab.state("live")
        double.cut()
        tab.state("reconnecting")
        for text in ("one", "two"):
            tab.page.get_by_label("Text").fill(text)
            tab.page.keyboard.press("Enter")
            tab.line(text)
        tab.page.clock.fast_forward(30_000)
        tab.state("failed")
        tab.until(lambda: tab.transcript == ["You, not sent: one", "You, not sent: two"])
        assert tab.page.get_by_label("Text").input_value() == "one"
        heard.wait(lambda event: isinstance(event, Said) and (event.text, event.sent) == ("two", False))

    def test_what_is_sent_again_stands_once(self, double: LiveKitDouble, join: Join) -> None:
        _, _, tab = join()
        tab.state("live")
        tab.until(lambda: double.heard)  # the channel is there
        tab.page.evaluate(BREAK_CHANNEL)
        tab.page.get_by_label("Text").fill("Hello")
        tab.press("Send")
        tab.until(lambda: tab.transcript == ["You, not sent: Hello"])
        double.tell({"v": 2, "type": "chat", "mid": "a", "pld": {"from": "bot", "text": "Well?"}})
        tab.line("Well?")
        tab.page.evaluate(MEND_CHANNEL)
        tab.press("Send")
        tab.until(lambda: tab.transcript == ["Avatar: Well?", "You: Hello"])
        tab.until(lambda: double.heard[-1]["pld"] == {"text": "Hello"})


@pytest.mark.parametrize("double", [True], indirect=True, ids=[""])
def test_no_secret_reaches_the_page_or_its_address(double: LiveKitDouble, join: Join) -> None:
    token = double.token()
    host, _, tab = join(livekit_token=token)
    tab.state("live")
    assert token not in tab.page.content()
    assert Address(tab.page.url).ticket == ""
    assert host.page_open

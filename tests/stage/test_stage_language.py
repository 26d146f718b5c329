"""The Stage's pages in the operator's language, in Chromium: every word but what people say."""

from xml.etree import ElementTree

import pytest
from staging import Console, session
from tabs import Tabs

from akool_desktop.paths import resource

FILE = resource("languages/zh_CN.ts")
TEXTS = {
    message.findtext("source", ""): message.findtext("translation", "")
    for message in ElementTree.parse(FILE).iter("message")
}
CHINESE = {"name": "zh-CN", "direction": "ltr", "texts": TEXTS}
TEXT = "Live"  # a word of the page's own, said by a person
# What is written into pictures, and by whose voice on this computer what is spoken.
REMEMBER = """
globalThis.drawn = new Set();
const write = CanvasRenderingContext2D.prototype.fillText;
CanvasRenderingContext2D.prototype.fillText = function (words, ...where) {
  drawn.add(words);
  write.call(this, words, ...where);
};
globalThis.spoken = [];
globalThis.SpeechSynthesisUtterance = class extends EventTarget {
  constructor(text) { super(); this.text = text; }
};
Object.defineProperty(globalThis, "speechSynthesis", { value: {
  getVoices: () => [{ localService: true, lang: "en-GB" }, { localService: true, lang: "zh-CN" }],
  speak: (said) => { spoken.push(said.voice.lang); said.dispatchEvent(new Event("end")); },
  cancel: () => {},
} });
"""


@pytest.mark.timeout(60)
def test_all_of_the_page_is_said_in_it(console: Console, tabs: Tabs) -> None:
    host, _ = console.host(session(body={"mode_type": 2}), language=CHINESE)
    tab = tabs.open(console.do(host.open()))
    tab.state("live")
    tab.until(lambda: "直播中" in tab.page.locator("#word").inner_text())
    assert tab.page.locator("html").get_attribute("lang") == "zh-CN"
    assert tab.page.get_by_role("region", name="对话记录").count() == 1
    tab.page.get_by_label("文字", exact=True).fill(TEXT)
    tab.press("发送")
    tab.line(TEXT)  # what was said is not touched
    assert tab.transcript[0] == f"您: {TEXT}"
    assert tab.page.get_by_role("log", name="对话记录").count() == 1
    left = [line for line in tab.words.splitlines() if line.strip() in TEXTS.keys() - TEXTS.values() - {TEXT}]
    assert not [line for line in left if line not in tab.page.locator("#lines").inner_text()]
    assert tab.violations() == []


def test_another_language_is_spoken_at_once_and_back(console: Console, tabs: Tabs) -> None:
    host, _ = console.host(session(body={"mode_type": 2}), language={"name": "en", "direction": "ltr", "texts": {}})
    tab = tabs.open(console.do(host.open()))
    tab.state("live")
    tab.page.get_by_label("Text", exact=True).fill(TEXT)
    tab.press("Send")
    tab.line(TEXT)
    english = tab.words
    for _ in range(2):
        console.do(host.speak(CHINESE))
        tab.until(lambda: "直播中" in tab.page.locator("#word").inner_text())
        assert tab.page.get_by_role("region", name="对话记录").count() == 1
        assert tab.page.locator("html").get_attribute("lang") == "zh-CN"
        tab.line(TEXT)
        console.do(host.speak({"name": "en", "direction": "ltr", "texts": {}}))
        tab.until(lambda: "Live" in tab.page.locator("#word").inner_text())
        assert not [line for line in english.splitlines() if line in TEXTS and line not in tab.words]
        assert tab.page.locator("html").get_attribute("lang") == "en"


def test_the_avatar_of_practice_speaks_it_and_repeats_what_was_said_as_it_was(console: Console, tabs: Tabs) -> None:
    tabs.context.add_init_script(REMEMBER)
    host, _ = console.host(session(body={"mode_type": 2, "language": "en"}), language=CHINESE)
    tab = tabs.open(console.do(host.open()))
    tab.state("live")
    assert tab.page.evaluate("() => [...drawn]")[-1] == "练习数字人"
    tab.page.get_by_label("文字", exact=True).fill(TEXT)
    tab.press("发送")
    tab.line(f"您说了“{TEXT}”——")
    tab.until(lambda: tab.page.evaluate("() => spoken") == ["zh-CN"])


def test_a_sentence_with_a_name_in_it_is_said_in_it(console: Console, tabs: Tabs) -> None:
    host, _ = console.host(session(), language=CHINESE)
    url = console.do(host.open())
    tabs.open(url).state("live")
    again = tabs.open(url)  # good once
    again.until(lambda: again.page.locator("#sentence").inner_text() == TEXTS[
        "This page was opened before, or more than a minute ago. Press Open Stage in Akool Desktop again."
    ])
    assert again.page.locator("#title").inner_text() == TEXTS["Stage"]  # whose it would be is not known to it


def test_without_a_language_it_speaks_english(console: Console, tabs: Tabs) -> None:
    host, _ = console.host(session())
    tab = tabs.open(console.do(host.open()))
    tab.state("live")
    assert tab.page.locator("#word").inner_text().strip() == "Live"

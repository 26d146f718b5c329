"""The Stage's page in a real Chromium, watched as a person would: by names and words, picture and sound."""

import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import BrowserContext, Page

# Counts what the page's policy refused; evaluated before the page's own scripts.
_WATCH = """
globalThis.violations = [];
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  violations.push(`${violatedDirective} ${blockedURI}`));
"""
# Tells whether the page keeps the screen on; the rest of it is the browser's own.
WATCH_SCREEN = """
globalThis.locks = [];
if (globalThis.WakeLock) { // not on the empty page before
  const request = WakeLock.prototype.request;
  WakeLock.prototype.request = async function (kind) {
    const lock = await request.call(this, kind);
    locks.push(lock);
    return lock;
  };
}
"""
IS_LIT = "() => locks.some((lock) => !lock.released)"
_FRAMES = "() => document.getElementById('avatar').getVideoPlaybackQuality().totalVideoFrames"
_LOUDNESS = """async (ms) => {
  const stream = document.getElementById("avatar").srcObject;
  const context = new AudioContext();
  const meter = context.createAnalyser();
  context.createMediaStreamSource(new MediaStream(stream.getAudioTracks())).connect(meter);
  const samples = new Float32Array(meter.fftSize);
  let loudest = 0;
  for (const end = performance.now() + ms; performance.now() < end; ) {
    await new Promise((next) => setTimeout(next, 20));
    meter.getFloatTimeDomainData(samples);
    loudest = Math.max(loudest, ...samples.map(Math.abs));
  }
  await context.close();
  return loudest;
}"""


class Tabs:
    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.complaints: list[str] = []
        context.add_init_script(_WATCH)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def open(self, url: str) -> "Tab":
        page = self.context.new_page()
        page.goto(url)
        return Tab(page)


class Tab:
    def __init__(self, page: Page) -> None:
        self.page = page

    def until(self, holds: Callable[[], Any], seconds: float = 10) -> Any:
        """Ask again until it holds. Playwright's own waiting for a function needs eval, which the page forbids."""
        end = time.monotonic() + seconds
        while not (found := holds()):
            assert time.monotonic() < end, f"never came; the page says: {self.words}"
            self.page.wait_for_timeout(40)
        return found

    @property
    def words(self) -> str:
        return self.page.inner_text("body")

    def state(self, state: str, seconds: float = 10) -> str:
        """Wait for the state; the sentence that goes with it."""
        self.until(lambda: self.page.locator("body").get_attribute("data-state") == state, seconds)
        return self.page.locator("#sentence").inner_text()

    def line(self, words: str, seconds: float = 10) -> None:
        """Wait for this in the transcript."""
        self.until(lambda: words in self.page.locator("#lines").inner_text(), seconds)

    @property
    def transcript(self) -> list[str]:
        """Who said what."""
        return [": ".join(line.inner_text().split("\n", 1)) for line in self.page.locator("#lines > li").all()]

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def frames(self) -> int:
        return int(self.page.evaluate(_FRAMES))

    def frame_rate(self, milliseconds: int) -> float:
        before, began = self.frames(), time.monotonic()
        self.page.wait_for_timeout(milliseconds)
        return (self.frames() - before) / (time.monotonic() - began)

    def loudness(self, milliseconds: int = 400) -> float:
        """The loudest of the avatar's sound in this time, from 0 to 1."""
        return float(self.page.evaluate(_LOUDNESS, milliseconds))

    def violations(self) -> list[str]:
        return list(self.page.evaluate("() => violations"))

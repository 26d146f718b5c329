import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright
from staging import Console
from tabs import Tabs


@pytest.fixture
def console() -> Iterator[Console]:
    console = Console()
    yield console
    console.stop()


@pytest.fixture(scope="module")
def start_chromium() -> Iterator[Callable[..., Browser]]:
    """Starts Debian's with these flags. Sound needs no click first, and no D-Bus service is started.

    For one module: playwright leaves its loop running, in which no other folder's tests could run theirs.
    """
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no chromium here; packaging/test.py installs it on Debian and Ubuntu")
    sandbox = not hasattr(os, "geteuid") or os.geteuid() != 0  # Chromium has none for root
    apart: dict[str, str | float | bool] = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
    sound = "--autoplay-policy=no-user-gesture-required"
    with sync_playwright() as playwright:
        launch = playwright.chromium.launch
        yield lambda *flags: launch(executable_path=path, args=[sound, *flags], chromium_sandbox=sandbox, env=apart)


@pytest.fixture(scope="module")
def chromium(start_chromium: Callable[..., Browser]) -> Iterator[Browser]:
    """With a microphone that beeps, and every permission."""
    browser = start_chromium("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
    yield browser
    browser.close()


@pytest.fixture
def tabs(chromium: Browser) -> Iterator[Tabs]:
    """Opens addresses in tabs, whose complaints fail the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    tabs = Tabs(context)
    yield tabs
    complaints = tabs.complaints
    context.close()
    assert complaints == []

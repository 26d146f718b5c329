import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright
from staging import Console
from tabs import Tabs


@pytest.fixture
def console() -> Iterator[Console]:
    console = Console()
    yield console
    console.stop()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's, with a beeping microphone; every permission is given."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no chromium here; packaging/test.py installs it on Debian and Ubuntu")
    flags = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
    flags += ["--autoplay-policy=no-user-gesture-required"]
    with sync_playwright() as playwright:
        as_root = hasattr(os, "geteuid") and os.geteuid() == 0
        browser = playwright.chromium.launch(executable_path=path, args=flags, chromium_sandbox=not as_root)
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

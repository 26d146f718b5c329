"""No test touches the keyring of whoever runs it.

``packaging/test.py`` runs the tests in a throw-away D-Bus session with a Secret Service of its own and says so
with AKOOL_TEST_KEYRING=1. Without that, every keyring call fails, here and in the processes that tests start.

Python 3.15 brings ThreadPoolExecutor when it is asked for. Once PySide6 (6.12) is loaded, asyncio's own loop asks in
vain, so it is asked for before.
"""

import gc
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor  # noqa: F401  # see above

import pytest

from akool_desktop.paths import resource
from akool_desktop.practice.service import PracticeService
from akool_desktop.store.redaction import SECRETS, Redaction

if os.environ.get("AKOOL_TEST_KEYRING") != "1":
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"


def pytest_collection_finish() -> None:
    """Garbage is looked for after each test of the window, and not among thousands of tests that are there to stay."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _nothing_known() -> Iterator[None]:
    """The program knows secrets for as long as it runs, and here it runs for one test."""
    yield
    vars(SECRETS).update(vars(Redaction()))


@pytest.fixture
def practice() -> Iterator[PracticeService]:
    service = PracticeService(resource("contract/create-session.json"), resource("practice/catalogue.json"))
    yield service
    service.stop()

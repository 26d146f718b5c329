"""The vault on a real Secret Service, in the throw-away session that packaging/test.py starts."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest

from akool_desktop.store.vault import IN_KEYRING, Kept, Vault

pytestmark = pytest.mark.skipif(
    os.environ.get("AKOOL_TEST_KEYRING") != "1",
    reason="no throw-away Secret Service; python3 packaging/test.py starts one",
)

SECRET = "planted-real-51d0"


@pytest.fixture
def service() -> Iterator[str]:
    service = f"Akool Desktop test {uuid4()}"
    yield service
    Vault(service).forget("account 1")


@pytest.fixture
def vault(service: str) -> Vault:
    return Vault(service)


def test_a_secret_outlives_the_run(vault: Vault, service: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    assert vault.write("account 1", SECRET) is Kept.KEYRING, vault.reason
    assert vault.where("account 1") == IN_KEYRING
    assert Vault(service).read("account 1") == SECRET
    assert SECRET not in caplog.text


def test_a_forgotten_secret_is_gone(vault: Vault, service: str) -> None:
    assert vault.write("account 1", SECRET) is Kept.KEYRING, vault.reason
    assert vault.forget("account 1")
    assert Vault(service).read("account 1") is None


def test_a_secret_can_be_replaced_and_long(vault: Vault, service: str) -> None:
    assert vault.write("account 1", SECRET) is Kept.KEYRING, vault.reason
    assert vault.write("account 1", "k" * 20_000) is Kept.KEYRING, vault.reason
    assert Vault(service).read("account 1") == "k" * 20_000


def test_worker_threads_share_it(vault: Vault) -> None:
    with ThreadPoolExecutor() as pool:
        assert pool.submit(vault.write, "account 1", SECRET).result() is Kept.KEYRING, vault.reason
        assert list(pool.map(vault.read, ["account 1"] * 4)) == [SECRET] * 4


LOCKED = f"""
import secretstorage
from akool_desktop.store.vault import Kept, Vault

assert Vault().write("account 1", {SECRET!r}) is Kept.KEYRING
bus = secretstorage.dbus_init()
secretstorage.get_default_collection(bus).lock()
vault = Vault()
print(vault.read("account 1"), vault.reason, sep=" | ")
print(vault.write("account 1", "another").value, vault.read("account 1"), sep=" | ")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="locks a Secret Service")
def test_a_locked_keyring_that_cannot_prompt(tmp_path: Path) -> None:
    """A session of its own: once locked, nothing but a prompt unlocks a keyring."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(runtime),
        "PYTHON": sys.executable,
        "PROGRAM": LOCKED,
    }
    script = (
        'printf "a password\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1;'
        ' exec "$PYTHON" -c "$PROGRAM"'
    )
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", script], env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "None | This run only: the keyring was not unlocked",
        "this run | another",
    ]

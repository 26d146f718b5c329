"""What people install, built and then used as they do: test.py --long, on Debian, as root."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from bare import BareSystem
from hostile import HostileServer, by_path, ok
from machine import ROOT
from painting import Screen, time_to_paint, x_server
from shell import ENDED, KEY, PLAIN, SESSION

from akool_desktop.store.accounts import Account, AccountBook

CAN = sys.platform.startswith("linux") and shutil.which("apt-get") and os.geteuid() == 0
pytestmark = [
    pytest.mark.skipif("AKOOL_LONG" not in os.environ, reason="builds the installers; test.py --long"),
    pytest.mark.skipif(not CAN, reason="makes a bare Debian in a folder, which takes a Debian and root"),
    pytest.mark.timeout(1200),
]

ROUNDS = 7
FOLDER = ROOT / "dist" / "akool-desktop"
# Chosen by Qt where GTK is installed; without it there is nothing to load.
OPTIONAL = "libqgtk3.so"
STORE = "printf %s {secret} | secret-tool store --label=x service 'Akool Desktop' username {name}"
KEYRING = "export XDG_RUNTIME_DIR=$HOME; echo | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; {}"
ROOM = SESSION["credentials"]["livekit_token"]
CONFIG = "home/stranger/.config/Akool Desktop"


@pytest.fixture(scope="module")
def built() -> list[Path]:
    """The .tar.gz and the .deb, by the README's command."""
    command = [sys.executable, "packaging/installers.py"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    names = [line.split()[0] for line in done.stdout.splitlines() if line.startswith("dist/")]
    return [ROOT / name for name in names]


@pytest.fixture(scope="module")
def bare(built: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[BareSystem]:
    root = tmp_path_factory.mktemp("bare")
    for folder in (root, *root.parents[:2]):
        folder.chmod(0o755)
    try:
        yield BareSystem(root / "system", next(path for path in built if path.suffix == ".deb"))
    finally:
        shutil.rmtree(root / "system", ignore_errors=True)


@pytest.fixture(scope="module")
def screen() -> Iterator[tuple[str, Screen]]:
    with x_server() as display:
        yield display, Screen(display)


def test_the_archive_holds_the_program_with_all_its_data_and_the_notices(built: list[Path], tmp_path: Path) -> None:
    with tarfile.open(next(path for path in built if path.name.endswith(".tar.gz"))) as archive:
        archive.extractall(tmp_path, filter="data")
    folder = tmp_path / "akool-desktop"
    assert subprocess.check_output([folder / "akool-desktop", "--version"], text=True) == "Akool Desktop 0.1.0\n"
    shipped = folder / "_internal" / "akool_desktop" / "resources"
    for path in (ROOT / "resources").rglob("*"):
        if path.is_file():
            assert (shipped / path.relative_to(ROOT / "resources")).read_bytes() == path.read_bytes()
    assert list(folder.rglob("qtbase_zh_CN.qm")), "Qt's own words in Chinese"
    notices = (folder / "THIRD_PARTY.txt").read_text(encoding="utf-8")
    for said in ("PySide6_Essentials 6", "GNU LESSER GENERAL PUBLIC LICENSE", "keyring 25", "Python 3", "OpenSSL"):
        assert said in notices
    assert not [path for path in folder.rglob("*") if "Qml" in path.name or "Quick" in path.name]


def test_what_desktops_read_is_valid(bare: BareSystem) -> None:
    share = bare.root / "usr" / "share"
    for command in (
        ["desktop-file-validate", "--no-hints", str(share / "applications" / "com.akool.Desktop.desktop")],
        ["appstreamcli", "validate", "--no-net", str(share / "metainfo" / "com.akool.Desktop.metainfo.xml")],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (share / "icons/hicolor/48x48/apps/com.akool.Desktop.png").is_file()
    assert (share / "icons/hicolor/scalable/apps/com.akool.Desktop.svg").is_file()


def test_a_bare_system_has_every_library_that_it_loads(bare: BareSystem) -> None:
    inside = Path("/usr/lib/akool-desktop/_internal")
    files = [path for path in (bare.root / inside.relative_to("/")).rglob("*.so*") if path.name != OPTIONAL]
    paths = ["/" + str(path.relative_to(bare.root)) for path in files if not path.is_symlink()]
    told = bare.run("ldd", *paths, LD_LIBRARY_PATH=str(inside)).stdout
    assert [line for line in told.splitlines() if "not found" in line] == []
    assert len(paths) > 100


def test_a_bare_system_paints_the_window_for_an_ordinary_user(bare: BareSystem, screen: tuple[str, Screen]) -> None:
    display, seen = screen
    time_to_paint(seen, bare.command("akool-desktop"), bare.variables({"DISPLAY": display}))
    assert (bare.root / "home/stranger/.local/share/Akool Desktop/ledger.sqlite").is_file()


def test_commands_that_need_no_account_work_without_a_window(bare: BareSystem) -> None:
    preset = _write_preset(bare)
    created = bare.run("akool-desktop", "create", "--account", "Practice", "--preset", preset)
    assert (created.returncode, len(created.stdout.split())) == (0, 1), created.stderr
    checked = bare.run("akool-desktop", "check", "--account", "Practice", "--preset", preset)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_create_and_end_read_and_store_in_a_real_secret_service(bare: BareSystem) -> None:
    """The account's key is read from there, and the room's credentials are stored, then forgotten with the session."""
    bare.install("dbus-daemon", "gnome-keyring", "libsecret-tools")
    preset = _write_preset(bare)
    answers = {"session/create": ok(SESSION), "session/detail": ok(ENDED), "session/close": ok({})}
    with HostileServer(by_path(answers, ok({"count": 0, "result": []}))) as server:
        AccountBook(bare.root / CONFIG).add(Account("a1", "Booth", "plum", "api_key", server.url))
        _give(bare.root / CONFIG / "accounts.json")
        steps = [
            STORE.format(secret=KEY, name="'account a1'"),
            f"akool-desktop create --account Booth --preset {preset}",
            "secret-tool search --all service 'Akool Desktop' 2>/dev/null",
            f"echo ended; akool-desktop end --account Booth {SESSION['_id']}",
            "secret-tool search --all service 'Akool Desktop' 2>/dev/null",
        ]
        session = ["dbus-run-session", "--", "sh", "-c", KEYRING.format(" && ".join(steps))]
        done = bare.run(*session)
        assert done.returncode == 0, done.stdout + done.stderr
        assert {tuple(seen.header("x-api-key")) for seen in server.requests} == {(KEY,)}
    while_running, _, afterwards = done.stdout.partition("ended\n")
    assert ROOM in while_running
    assert ROOM not in afterwards
    assert KEY in afterwards


def test_it_starts_nearly_as_fast_as_the_checkout(
    built: list[Path], screen: tuple[str, Screen], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each by turns, on the same screen: at most 1.3 times the checkout's time to the first paint, at the median."""
    assert built
    display, seen = screen
    commands = {"frozen": [str(FOLDER / "akool-desktop")], "checkout": [sys.executable, "-I", "-m", "akool_desktop"]}
    variables = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "DISPLAY": display, "LANG": "C.UTF-8"}
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            taken[name].append(time_to_paint(seen, [*command, "--data-dir", str(tmp_path / name)], variables))
    median = {name: statistics.median(seconds) for name, seconds in taken.items()}
    ratio = median["frozen"] / median["checkout"]
    with capsys.disabled():
        print(f"\nStart of the frozen program: {ratio:.2f} times the checkout's "
              f"({median['frozen'] * 1000:.0f} and {median['checkout'] * 1000:.0f} ms)")
    assert ratio <= 1.3


def _write_preset(bare: BareSystem) -> str:
    (bare.root / "home/stranger/plain.json").write_text(json.dumps(PLAIN), encoding="utf-8")
    return "/home/stranger/plain.json"


def _give(path: Path) -> None:
    """To the ordinary user, with the folders around it."""
    for made in (path, *path.parents[:2]):
        os.chown(made, 1000, 1000)

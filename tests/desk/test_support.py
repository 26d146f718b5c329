"""The support bundle: made whatever state the log is in, and without a name of the home folder."""

import json
from pathlib import Path, PureWindowsPath
from zipfile import ZipFile

import pytest

from akool_desktop.desk.support import SupportDesk
from akool_desktop.paths import Paths, folders
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.ledger import Ledger
from akool_desktop.store.log import Log
from akool_desktop.store.settings import Settings, SettingsFile


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return folders(tmp_path)


def made(paths: Paths, **facts: str) -> dict[str, str]:
    with ZipFile(SupportDesk(paths, Log(paths.log)).make(facts)) as bundle:
        return {name: bundle.read(name).decode() for name in bundle.namelist()}


def test_no_file_of_it_tells_whose_home_it_is_on_windows_either(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    """In JSON and in what Python says of a file each backslash stands twice."""
    home = PureWindowsPath("C:\\Users\\Planted Jo")
    monkeypatch.setattr(Path, "home", lambda: home)
    SettingsFile(paths.config).save(Settings(presets_folder=str(home / "presets")))
    paths.log.mkdir()
    fault = f"OSError: {str(home / 'a')!r}, {home / 'b'}, {(home / 'c').as_posix()}"
    (paths.log / "akool-desktop.log").write_text(fault)
    found = made(paths)
    assert found["log/akool-desktop.log"] == "OSError: '~\\\\a', ~\\b, ~/c"
    assert not [name for name, text in found.items() if "Planted" in text]


def test_no_link_is_in_it_whoever_quoted_one(paths: Paths) -> None:
    """Servers do, in what they say of a refusal."""
    ledger = Ledger(paths.data)
    said = "1010, see https://planted.example/x (again)."
    ledger.begin(Entry(0, "1", "A", "a", "agora", 1.0, State.FAILED, why=said))
    ledger.close()
    paths.log.mkdir()
    (paths.log / "akool-desktop.log").write_text("ValueError: 'wss://planted.example:1/rtc' is none")
    found = made(paths)
    assert "1010, see [link] (again)." in found["sessions.json"]
    assert found["log/akool-desktop.log"] == "ValueError: '[link]' is none"


def test_what_a_stage_has_shown_is_in_it(paths: Paths) -> None:
    ledger = Ledger(paths.data)
    ledger.begin(Entry(0, "1", "A", "a", "agora", 1.0, State.ENDED, first_frame=640, picture="VP8, 1280 x 720"))
    ledger.close()
    [row] = json.loads(made(paths)["sessions.json"])
    assert (row["first_frame"], row["picture"]) == (640, "VP8, 1280 x 720")


def test_a_log_that_cannot_be_read_keeps_nothing_else_out(paths: Paths) -> None:
    (paths.log / "akool-desktop.log").mkdir(parents=True)
    (paths.log / "commands.log").write_text("create has started")
    found = made(paths, Screens="1x1")
    assert found["log/akool-desktop.log"].startswith("It could not be read: ")
    assert found["log/commands.log"] == "create has started"
    assert "Screens: 1x1" in found["versions.txt"]

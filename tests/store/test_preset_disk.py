"""Presets on a disk that is full or read-only, in programs that are killed, and in several programs at once.

AKOOL_LONG=1 kills 300 times instead of 30; AKOOL_SEED=N repeats the instants of a run that failed.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from filelock import FileLock

from akool_desktop.store import preset_writing
from akool_desktop.store.preset_file import parse
from akool_desktop.store.presets import ChangedElsewhere, Preset, PresetError, PresetFolder

KILLS = 300 if os.environ.get("AKOOL_LONG") else 30
linux = pytest.mark.skipif(sys.platform != "linux", reason="made with Linux's own means")
forks = pytest.mark.skipif(sys.platform == "win32", reason="forks")


class Programs:
    def __init__(self, root: Path) -> None:
        script = Path(__file__).parents[1] / "saving.py"
        self._process = subprocess.Popen(
            [sys.executable, str(script), str(root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(self, line: str) -> list[int]:
        """The exit codes."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        return [int(code) for code in self._process.stdout.readline().split()]

    def close(self) -> None:
        self._process.communicate()


@pytest.fixture
def programs(tmp_path: Path) -> Iterator[Programs]:
    for name in ("kept", "moved"):
        (tmp_path / "presets").mkdir(exist_ok=True)
        (tmp_path / "presets" / f"{name}.json").write_text(json.dumps({"id": name, "name": name, "values": {}}))
    started = Programs(tmp_path)
    yield started
    started.close()


def whole(path: Path) -> bool:
    preset = parse(path.read_bytes(), path).preset
    return len(preset.note) in (0, 50_000) and len(set(preset.note)) <= 1 and preset.colour in ("", preset.note[:1])


@forks
@pytest.mark.timeout(600)
def test_a_program_killed_at_any_moment_loses_no_preset_and_halves_none(programs: Programs, tmp_path: Path) -> None:
    seed = int(os.environ.get("AKOOL_SEED") or random.randrange(10**6))
    print(f"seed {seed}")
    chance = random.Random(seed)
    notes: set[str] = set()
    number = 0
    while number < KILLS or not {"a", "b"} <= notes:  # on a slow machine none may have been saved in time
        what = ("save", "delete", "make")[number % 3]
        number += 1
        assert programs.run(f"{what} {chance.uniform(0, 0.05 * (1 + number // KILLS))}") == [-signal.SIGKILL]
        files = list((tmp_path / "presets").glob("*.json"))
        assert all(whole(path) for path in files), seed
        folder = PresetFolder(tmp_path / "presets", tmp_path / "data")
        folder.scan()
        assert not [listed for listed in folder.search() if listed.broken]
        notes.add(folder.read("kept").preset.note[:1])
        if not folder.has("moved"):
            [deleted] = folder.trash.all()
            folder.restore(deleted)
        assert folder.read("moved").preset.name == "moved"
        assert folder.count() == len(list((tmp_path / "presets").glob("*.json")))
        folder.close()
        for path in files:
            if path.name.startswith(("New", "moved ")):
                path.unlink()
        for kept in (tmp_path / "data" / "deleted presets").glob("*"):
            kept.unlink()


@forks
def test_programs_that_save_at_once_lose_nothing(programs: Programs, tmp_path: Path) -> None:
    """Each with a data folder of its own, as two computers on a shared folder have."""
    assert programs.run("count 4") == [0, 0, 0, 0]
    values = json.loads((tmp_path / "presets" / "kept.json").read_text())["values"]
    assert len(values) == 100


@forks
def test_programs_that_make_presets_of_one_name_make_a_file_each(programs: Programs, tmp_path: Path) -> None:
    assert programs.run("add 4") == [0, 0, 0, 0]
    files = list((tmp_path / "presets").glob("Same name*.json"))
    assert len({json.loads(path.read_text())["id"] for path in files}) == 40
    folder = PresetFolder(tmp_path / "presets", tmp_path / "data")
    folder.scan()
    assert folder.count("same") == 40
    folder.close()


ON_A_BAD_DISK = """
import os, resource, signal, sys
from dataclasses import replace
from pathlib import Path
import _strptime, encodings.idna  # whatever is imported late
from akool_desktop.store.files import StoreError
from akool_desktop.store.presets import Preset, PresetFolder

root = Path(sys.argv[1])
folder = PresetFolder(root / "presets", root / "data")
folder.scan()
stored = folder.read("kept")
if sys.argv[2] == "limit":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
elif sys.argv[2] == "nobody" and os.geteuid() == 0:
    os.setgroups([])
    os.setresgid(65534, 65534, 65534)
    os.setresuid(65534, 65534, 65534)

def attempt(what):
    try:
        what()
    except StoreError as error:
        print(error.words)
    else:
        print("done")

attempt(lambda: folder.save(replace(stored.preset, note="x" * 100_000), stored.stamp))
attempt(lambda: folder.save(Preset("", "New", {}, note="x" * 100_000), None))
attempt(folder.scan)
print(folder.read("kept") == stored, [listed.name for listed in folder.search()])
attempt(lambda: folder.delete("kept"))
"""


def on_a_bad_disk(root: Path, kind: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", ON_A_BAD_DISK, str(root), kind],
        capture_output=True, text=True, env=os.environ | {"LANG": "C"},
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.fixture
def root() -> Iterator[Path]:
    """A folder that others may enter, which pytest's own may not."""
    folder = Path(tempfile.mkdtemp(prefix="akool-presets-"))
    folder.chmod(0o755)
    (folder / "presets").mkdir()
    (folder / "presets" / "kept.json").write_text(json.dumps({"id": "kept", "name": "kept", "values": {}, "note": "o"}))
    yield folder
    for path in folder.rglob("*"):
        with suppress(OSError):
            path.chmod(0o755)
    shutil.rmtree(folder)


@linux
def test_a_disk_that_takes_no_more_is_said_and_nothing_is_lost(root: Path) -> None:
    presets, before = root / "presets", (root / "presets" / "kept.json").read_bytes()
    saved, new, _scanned, read, _deleted = on_a_bad_disk(root, "limit")
    assert saved == f"{presets / 'kept.json'} could not be saved: File too large."
    assert new == f"{presets / 'New.json'} could not be saved: File too large."
    assert read == "True ['kept']"
    [kept] = [*presets.glob("kept.json"), *(root / "data" / "deleted presets").glob("*.preset")]
    assert kept.read_bytes() == before
    assert not list(presets.glob(".*.new"))


@linux
@pytest.mark.skipif(getattr(os, "geteuid", int)() != 0, reason="only root may mount")
def test_a_full_disk_is_said_and_nothing_is_lost(root: Path) -> None:
    presets, content = root / "presets", (root / "presets" / "kept.json").read_bytes()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(presets)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        (presets / "kept.json").write_bytes(content)
        saved, new, scanned, read, deleted = on_a_bad_disk(root, "full")
        assert saved == f"{presets / 'kept.json'} could not be saved: No space left on device."
        assert new == f"{presets / 'New.json'} could not be saved: No space left on device."
        assert (scanned, read, deleted) == ("done", "True ['kept']", "done")
        assert set(os.listdir(presets)) <= {".presets.lock"}
    finally:
        subprocess.run(["umount", str(presets)], check=True)


@linux
@pytest.mark.parametrize("whose", ["the presets", "all"])
def test_a_folder_that_can_only_be_read_is_said_and_its_presets_are_used(whose: str, root: Path) -> None:
    presets, before = root / "presets", (root / "presets" / "kept.json").read_bytes()
    presets.chmod(0o555)
    (root / "data").mkdir()
    (root / "data").chmod(0o777 if whose == "the presets" else 0o555)
    if whose == "the presets":
        for part in (root / "data").iterdir():
            part.chmod(0o666)
    saved, new, _scanned, read, deleted = on_a_bad_disk(root, "nobody")
    assert saved == f"{presets / 'kept.json'} could not be saved: Permission denied."
    assert new == f"{presets / 'New.json'} could not be saved: Permission denied."
    assert deleted.endswith(f"could not be {'deleted' if whose == 'the presets' else 'saved'}: Permission denied.")
    assert not list(root.glob("data/deleted presets/*"))
    assert read == "True ['kept']"
    assert (presets / "kept.json").read_bytes() == before


class NoLocks:
    """What filelock does on a disk in the network that knows none."""

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def acquire(self, **_: object) -> None:
        raise NotImplementedError

    def release(self) -> None:
        pass


def test_a_disk_that_knows_neither_locks_nor_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(preset_writing, "FileLock", NoLocks)
    monkeypatch.setattr(os, "link", none)
    folder = PresetFolder(tmp_path / "presets", tmp_path / "data")
    first, second = (folder.save(Preset("", "Booth", {}), None) for _ in range(2))
    assert sorted(os.listdir(tmp_path / "presets")) == ["Booth 2.json", "Booth.json"]
    first.path.write_text('{"values": {}}')
    with pytest.raises(ChangedElsewhere):
        folder.save(first.preset, first.stamp)
    assert folder.restore(folder.delete(second.preset.id)) == second
    folder.close()


def test_a_program_that_never_finishes_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preset_writing, "_LOCKED_FOR", 0.1)
    folder = PresetFolder(tmp_path / "presets", tmp_path / "data")
    saved = folder.save(Preset("", "Booth", {}), None)
    with FileLock(tmp_path / "presets" / ".presets.lock"), pytest.raises(PresetError) as said:
        folder.save(saved.preset, saved.stamp)
    assert str(said.value.words) == (
        f"Another program is saving in {tmp_path / 'presets'} and does not finish. Try again."
    )
    assert folder.save(saved.preset, saved.stamp) == saved
    folder.close()

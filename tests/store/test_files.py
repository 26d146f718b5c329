"""A small file is whole whatever happens while it is saved."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from akool_desktop.store.files import StoreError, read_document, write_document, write_whole

linux = pytest.mark.skipif(sys.platform != "linux", reason="made with Linux's own means")


def test_the_folder_is_made_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "note.json"
    write_whole(path, "one\n")
    write_whole(path, "zwölf — 十二\n")
    assert path.read_bytes() == "zwölf — 十二\n".encode()
    assert os.listdir(path.parent) == ["note.json"]


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "note.json"
    document: dict[str, object] = {"name": "Büro", "half a pair": "\ud83d", "list": [1, None, {}]}
    write_document(path, document)
    assert read_document(path) == (document, None)
    assert "Büro" in path.read_text(encoding="utf-8")


def test_no_file_is_an_empty_document(tmp_path: Path) -> None:
    assert read_document(tmp_path / "none.json") == ({}, None)


def test_the_mark_that_notepad_adds_is_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "note.json"
    path.write_bytes(b'\xef\xbb\xbf{"a": 1}')
    assert read_document(path) == ({"a": 1}, None)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_is_waited_for_by_nobody(tmp_path: Path) -> None:
    path = tmp_path / "note.json"
    os.mkfifo(path)
    document, said = read_document(path)
    assert document == {}
    assert said is not None
    assert not path.exists()


DAMAGED = {
    "empty": b"",
    "cut": b'{"version": 1, "acc',
    "zeros after a power cut": b"\0" * 64,
    "not UTF-8": b'{"name": "B\xfcro"}',
    "a list": b"[]",
    "a number": b"7",
    "nested without end": b"[" * 100_000,
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_file_is_set_aside_and_said(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "note.json"
    path.write_bytes(content)
    document, said = read_document(path)
    [aside] = tmp_path.iterdir()
    assert document == {}
    assert str(said) == f"{path} was damaged. It was set aside as {aside.name}."
    assert aside.name.startswith("note damaged 20")
    assert aside.read_bytes() == content


def test_each_damaged_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "note.json"
    for content in (b"one", b"two"):
        path.write_bytes(content)
        read_document(path)
    assert sorted(aside.read_bytes() for aside in tmp_path.iterdir()) == [b"one", b"two"]


def test_a_folder_in_its_place_is_damage_too(tmp_path: Path) -> None:
    (tmp_path / "note.json").mkdir()
    document, said = read_document(tmp_path / "note.json")
    assert (document, said is None) == ({}, False)
    write_whole(tmp_path / "note.json", "{}")


TOO_MANY_OPEN = """
import resource, sys
from pathlib import Path
from akool_desktop.store.accounts import Account, AccountBook
from akool_desktop.store.files import StoreError
from akool_desktop.store.network import NetworkFile, NetworkSettings
from akool_desktop.store.settings import Settings, SettingsFile

folder = Path(sys.argv[1])
book, settings, network = AccountBook(folder), SettingsFile(folder), NetworkFile(folder)
new = Account("2", "New", "plum", "api_key", "https://openapi.akool.com")
before = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (3, before[1]))
for load in (book.load, settings.load, network.load):
    load()
print(book.said)
for change in (
    lambda: book.add(new), lambda: book.remove("1"),
    lambda: settings.save(Settings()), lambda: network.save(NetworkSettings()),
):
    try:
        change()
    except StoreError as error:
        print(error.words)
resource.setrlimit(resource.RLIMIT_NOFILE, before)
"""


@linux
def test_a_file_that_cannot_be_read_now_is_no_damage_and_is_not_written_over(tmp_path: Path) -> None:
    """Too many are open, a network drive is away, another program holds it: tomorrow it can be read again."""
    account = '{"accounts": [{"id": "1", "name": "Old", "colour": "plum", "auth": "api_key", "base_url": "https://a.example"}]}'
    before = {"accounts.json": account, "settings.json": '{"account": "1"}', "network.json": '{"mode": "none"}'}
    for name, text in before.items():
        (tmp_path / name).write_text(text)
    done = subprocess.run([sys.executable, "-c", TOO_MANY_OPEN, str(tmp_path)], capture_output=True, text=True)
    assert done.stderr == ""
    assert done.stdout.count("could not be read: Too many open files.") == 5
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == before


KILLED = """
import os, resource, signal, sys
from pathlib import Path
from akool_desktop.store.files import write_whole

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

if sys.argv[2] == "writing":  # the kernel kills it at the 1,000th byte
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
else:
    setattr(os, sys.argv[2], die)
write_whole(Path(sys.argv[1]), "new" * 100_000)
"""


@linux
@pytest.mark.parametrize("moment", ["writing", "fsync", "replace"])
def test_a_process_killed_while_saving_leaves_the_old_text(moment: str, tmp_path: Path) -> None:
    path = tmp_path / "note.json"
    write_whole(path, "old")
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), moment], capture_output=True)
    assert done.returncode in (-signal.SIGKILL, -signal.SIGXFSZ)
    assert path.read_text() == "old"
    write_whole(path, "newer")
    assert path.read_text() == "newer"


FULL_DISK = """
import resource, sys
from pathlib import Path
from akool_desktop.store.files import StoreError, write_whole
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_whole(Path(sys.argv[1]), "x" * 100_000)
except StoreError as error:
    print(error.words)
"""


@linux
def test_a_full_disk_is_said_and_the_old_text_stays(tmp_path: Path) -> None:
    path = tmp_path / "note.json"
    write_whole(path, "old")
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(path)], capture_output=True, text=True, env=os.environ | {"LANG": "C"}
    )
    assert (done.stdout, done.stderr) == (f"{path} could not be saved: File too large.\n", "")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["note.json"]


@linux
def test_a_folder_that_cannot_be_written_is_said() -> None:
    """/proc refuses everyone, root too."""
    with pytest.raises(StoreError) as refused:
        write_whole(Path("/proc/akool/note.json"), "text")
    assert str(refused.value.words).startswith("/proc/akool/note.json could not be saved: ")


@linux
@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may write anywhere")
def test_a_damaged_file_in_a_read_only_folder_does_not_block_the_start(tmp_path: Path) -> None:
    path = tmp_path / "note.json"
    path.write_text("damaged")
    tmp_path.chmod(0o500)
    try:
        document, said = read_document(path)
        with pytest.raises(StoreError):
            write_whole(path, "{}")
    finally:
        tmp_path.chmod(0o700)
    assert document == {}
    assert str(said) == f"{path} is damaged and could not be set aside: Permission denied."
    assert path.read_text() == "damaged"


def test_the_file_on_disk_is_plain_json(tmp_path: Path) -> None:
    write_document(tmp_path / "note.json", {"a": "b"})
    assert json.loads((tmp_path / "note.json").read_text()) == {"a": "b"}


@linux
def test_a_name_that_no_disk_takes_is_said(tmp_path: Path) -> None:
    document, said = read_document(tmp_path / ("x" * 300) / "accounts.json")
    assert document == {}
    assert "could not be read" in str(said)

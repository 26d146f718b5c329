"""One window for each data folder, however the last one ended."""

import subprocess
import sys
from pathlib import Path

from akool_desktop.store.window_lock import WindowLock

_HOLD = """
import sys
from pathlib import Path
from akool_desktop.store.window_lock import WindowLock
lock = WindowLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.read()
"""


def test_it_goes_with_the_process(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "True\n"
    assert not WindowLock(tmp_path).take()
    holder.kill()
    holder.communicate()
    lock = WindowLock(tmp_path)
    assert lock.take()
    lock.give_back()


def test_another_folder_is_another_window(tmp_path: Path) -> None:
    one, other = WindowLock(tmp_path / "one"), WindowLock(tmp_path / "other")
    assert one.take()
    assert other.take()
    one.give_back()
    other.give_back()


def test_where_no_lock_can_be_had_a_window_opens_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "window.lock").mkdir()
    lock = WindowLock(tmp_path)
    assert lock.take()
    lock.give_back()


def test_it_can_be_taken_again_once_it_was_given_back(tmp_path: Path) -> None:
    for _ in range(2):
        lock = WindowLock(tmp_path)
        assert lock.take()
        lock.give_back()

"""The Presets panel of the whole window over 10,000 files: the list before they are read, and a keystroke after."""

import asyncio
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench_measuring import CALM, FAST, LIMIT, Gaps, in_time, say, type_and_measure, wait_and_measure
from bench_presets import PRESETS, fill_presets

from akool_desktop.desk.accounts import PRACTICE, AccountDesk
from akool_desktop.desk.lists import Lists
from akool_desktop.desk.network import NetworkDesk
from akool_desktop.desk.presets import PresetDesk
from akool_desktop.desk.sessions import SessionDesk
from akool_desktop.desk.strays import Strays
from akool_desktop.paths import folders, resource
from akool_desktop.practice.failures import FAILURES
from akool_desktop.practice.service import PracticeService
from akool_desktop.store.accounts import AccountBook
from akool_desktop.store.drafts import Drafts
from akool_desktop.store.file_cache import FileCache
from akool_desktop.store.history import History
from akool_desktop.store.ledger import Ledger
from akool_desktop.store.list_cache import ListCache
from akool_desktop.store.network import NetworkFile
from akool_desktop.store.presets import PresetFolder
from akool_desktop.store.settings import SettingsFile
from akool_desktop.store.vault import Vault
from akool_desktop.ui.tasks import Tasks
from akool_desktop.ui.window import Window

WORDS = ("booth", "museum 7", "evening", "hall 31", "client spring", "token", "zz")


class Opened:
    """The whole window with its presets, as app.py puts it together."""

    def __init__(self, data: Path) -> None:
        paths = folders(data)
        practice = PracticeService(resource("contract/create-session.json"), resource("practice/catalogue.json"))
        self.tasks, vault, self.ledger = Tasks(), Vault(), Ledger(paths.data)
        accounts = AccountDesk(AccountBook(paths.config), vault, environment_key="", start_practice=practice.start)
        accounts.choose(PRACTICE)  # else the doors of the first run stand before the form, and are painted with it
        sessions = SessionDesk(self.ledger, accounts)
        self.folder = PresetFolder(paths.presets, paths.data)
        desk = PresetDesk(self.folder, Drafts(paths.data / "drafts"), vault, resource("presets"))
        self.history = History(paths.data)
        lists = Lists(accounts, ListCache(paths.cache), FileCache(paths.cache / "files"))
        self.window = Window(
            accounts, NetworkDesk(NetworkFile(paths.config), vault), sessions,
            Strays(self.ledger, accounts, sessions), desk, self.history, lists, SettingsFile(paths.config), self.tasks,
            practice, FAILURES,
        )  # fmt: skip
        self.practice, self.accounts = practice, accounts
        self.tasks.attach(asyncio.get_running_loop())
        self.window.resize(1440, 900)
        self.window.show()
        self.window.begin()

    async def until(self, holds: Callable[[], bool]) -> float:
        """Seconds until it holds."""
        began = time.perf_counter()
        while not holds():  # noqa: ASYNC110  # nothing tells of it
            await asyncio.sleep(0.002)
        return time.perf_counter() - began

    def listed(self) -> int:
        return len(self.window._panel.rows.listed)

    async def close(self) -> None:
        self.window.hide()
        tasks = self.tasks.leave()
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks, timeout=2)
        await self.accounts.close()
        self.practice.stop()
        for one in (self.ledger, self.folder, self.history):
            one.close()


async def panel() -> bool:
    with tempfile.TemporaryDirectory() as name:
        data = Path(name)
        fill_presets(folders(data).presets)
        gaps = Gaps()
        opened = Opened(data)
        gaps.begin()
        first_rows = await opened.until(lambda: opened.listed() > 0)
        all_read = first_rows + await opened.until(lambda: not opened.tasks.runs("scan presets"))
        held, worked = gaps.so_far()
        await opened.close()
        opened = Opened(data)
        again = await opened.until(lambda: opened.listed() > 0)
        await opened.until(lambda: not opened.tasks.runs("scan presets"))
        search = opened.window._panel._search
        idle = await wait_and_measure(gaps, CALM)
        calm = [held for _ in range(3) for held in await type_and_measure(search, gaps, CALM, WORDS)]
        fast = [held for _ in range(3) for held in await type_and_measure(search, gaps, FAST, WORDS)]
        await opened.close()
    print(f"Presets: {PRESETS:,} files in the window; {LIMIT} ms is the most at the 99th percentile.")
    print(f"  the first start shows rows after {first_rows:.2f} s and has read all files after {all_read:.2f} s,")
    print(f"  holding the window's thread for {held:.1f} ms at most, {worked:.1f} ms of it the thread's own work;")
    print(f"  the next start shows rows after {again:.2f} s")
    say(f"a keystroke, {CALM * 1000:.0f} ms between keys", calm)
    say(f"a keystroke, {FAST * 1000:.0f} ms between keys", fast)
    say("no key pressed", idle)
    return in_time(calm, fast)

"""Benchmarks, each against something in the same run: python3 packaging/test.py --bench.

These machines are noisy: compare the ratios; absolute figures stand beside them.
"""

import asyncio
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from pathlib import Path

from bench_measuring import CALM, FAST, LIMIT, Gaps, in_time, percentile, say, type_and_measure, wait_and_measure
from bench_panel import panel
from bench_presets import PRESETS, fill_presets, scan_and_search
from bench_start import starting
from bench_working import creating, idling, switching
from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView, QVBoxLayout, QWidget

from akool_desktop.app import make_loop
from akool_desktop.desk.accounts import AccountDesk
from akool_desktop.desk.catalogue import Catalogue, Listing, VoiceEntry
from akool_desktop.desk.clock import Clock
from akool_desktop.desk.lists import Lists
from akool_desktop.session.fields import BY_KEY
from akool_desktop.store.accounts import AccountBook
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.file_cache import FileCache
from akool_desktop.store.history import History
from akool_desktop.store.ledger import Ledger
from akool_desktop.store.list_cache import ListCache
from akool_desktop.store.presets import PresetFolder
from akool_desktop.store.settings import Settings
from akool_desktop.store.vault import Vault
from akool_desktop.ui.application import application
from akool_desktop.ui.history.window import HistoryWindow
from akool_desktop.ui.pickers.player import Player
from akool_desktop.ui.pickers.voice_picker import VoicePicker
from akool_desktop.ui.tasks import Tasks

ROWS = 100_000
PROXY_ROWS = 10_000
VOICES = 5_000
WORDS = ("tristan", "museum", "client 7", "booth", "livekit", "ended", "s99", "hall 3 evening")
TYPED = ("german female calm", "tristan 4", "voice-a7", "zh-cn lively", "x")
NAMES = ("Tristan", "Museum guide", "Front desk", "News host", "Teacher", "Concierge", "Booth presenter")
REASONS = ("Ended here.", "The booked time was over.", "Akool refused it: not enough credits (1104).")
STREAMS = ("agora", "livekit", "trtc")


def fill(folder: Path, rows: int) -> None:
    chance = random.Random(1)
    ledger = Ledger(folder)
    ledger._connection.execute("BEGIN")
    for number in range(rows):
        account, state = chance.randrange(9), chance.choice((State.ENDED, State.ENDED, State.FAILED, State.NOT_STARTED))
        name, began, ran = f"{chance.choice(NAMES)} {chance.randrange(40)}", 1.7e9 + 900 * number, chance.randrange(600)
        ledger.begin(
            Entry(
                0, f"a{account}", f"Client {account}", f"dvp_{name}", chance.choice(STREAMS), began, state, who=name,
                length=600, session_id=f"s{chance.randrange(10**9):x}", started_at=began,
                ended_at=began + ran, why=chance.choice(REASONS), sent={"avatar_id": "dvp", "mode_type": 2},
                credits_before=5000, credits_after=5000 - ran // 10,
            )
        )  # fmt: skip
    ledger._connection.execute("COMMIT")
    ledger.close()


async def history() -> bool:
    """The whole window with every column, typed in at two paces, and while it writes an export of all rows."""
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder), ROWS)
        tasks, found, gaps = Tasks(), History(Path(folder)), Gaps()
        tasks.attach(asyncio.get_running_loop())
        parent = QWidget()
        window = HistoryWindow(parent, found, Clock(), tasks)
        window.resize(1440, 760)
        window.open({f"a{number}": "plum" for number in range(9)})
        await asyncio.sleep(1)
        idle = await wait_and_measure(gaps, CALM)
        calm = [held for _ in range(3) for held in await type_and_measure(window._search, gaps, CALM, WORDS)]
        fast = [held for _ in range(3) for held in await type_and_measure(window._search, gaps, FAST, WORDS)]
        window.export.write(Path(folder) / "all.csv")
        exporting = await type_and_measure(window._search, gaps, FAST, WORDS[:3])
        export = tasks.named("history export")
        assert export, "the export was over before the typing"
        await asyncio.wait([export])
        window.close()
        proxy = await type_and_measure(proxy_window(), gaps, 0.02, WORDS)
        found.close()
    print(f"How long the window's thread is held after a keystroke; {LIMIT} ms is the most at the 99th percentile.")
    say(f"History over {ROWS:,} rows, {CALM * 1000:.0f} ms between keys", calm)
    say(f"History over {ROWS:,} rows, {FAST * 1000:.0f} ms between keys", fast)
    say("the same while all rows are exported", exporting)
    say("no key pressed", idle)
    say(f"the same words in a QSortFilterProxyModel over {PROXY_ROWS:,} rows", proxy)
    for part, where in ((50, "median"), (99, "99th percentile")):
        ratio = percentile((work for _, work in proxy), part) / percentile((work for _, work in calm), part)
        print(f"  the proxy model costs it {ratio:.1f} times the work at the {where}, with a tenth of the rows")
    return in_time(calm, fast, exporting)


def many_voices(count: int) -> Catalogue:
    chance = random.Random(1)
    tongues = (("English", "en-GB"), ("German", "de-DE"), ("Spanish", "es-MX"), ("Chinese", "zh-CN"))
    voices = []
    for number in range(count):
        language, locale = chance.choice(tongues)
        voices.append(
            VoiceEntry(
                f"voice-{number:x}", f"{chance.choice(NAMES)} {number}", number % 9 != 0,
                "" if number % 9 else "Does not stream", language, locale, chance.choice(("Male", "Female")),
                (chance.choice(("Young", "Middle", "Elderly")),), (chance.choice(("Calm", "Warm")), "Clear"),
                number % 20 == 0, "https://a.example/s",
            )
        )  # fmt: skip
    return Catalogue({"voices": Listing(tuple(voices), datetime.now())})


async def pickers() -> bool:
    """The voice dialog as it is, typed in at two paces and scrolled, over thousands of voices."""
    with tempfile.TemporaryDirectory() as folder:
        tasks, gaps, parent = Tasks(), Gaps(), QWidget()
        tasks.attach(asyncio.get_running_loop())
        parent.resize(1440, 900)
        accounts = AccountDesk(
            AccountBook(Path(folder)), Vault("Akool Desktop bench"), environment_key="", start_practice=str
        )
        player = Player(accounts, Lists(accounts, ListCache(Path(folder)), FileCache(Path(folder))), tasks)
        picker = VoicePicker(parent, BY_KEY["voice_id"], {"language": "en"}, many_voices(VOICES), player)
        picker.show()
        await asyncio.sleep(1)
        idle = await wait_and_measure(gaps, CALM)
        calm = [held for _ in range(3) for held in await type_and_measure(picker._search, gaps, CALM, TYPED)]
        fast = [held for _ in range(3) for held in await type_and_measure(picker._search, gaps, FAST, TYPED)]
        scrolled = []
        for _ in range(150):
            gaps.begin()
            QTest.keyClick(picker.entries.view, Qt.Key.Key_PageDown)
            await asyncio.sleep(FAST)
            scrolled.append(gaps.so_far())
        picker.close()
        proxy = await type_and_measure(proxy_window(VOICES), gaps, 0.02, TYPED)
    print(f"How long the window's thread is held after a keystroke; {LIMIT} ms is the most at the 99th percentile.")
    say(f"the voice dialog over {VOICES:,} voices, {CALM * 1000:.0f} ms between keys", calm)
    say(f"the voice dialog over {VOICES:,} voices, {FAST * 1000:.0f} ms between keys", fast)
    say("the same scrolled by pages", scrolled)
    say("no key pressed", idle)
    say(f"the same words in a QSortFilterProxyModel over {VOICES:,} rows", proxy)
    for part, where in ((50, "median"), (99, "99th percentile")):
        ratio = percentile((work for _, work in proxy), part) / percentile((work for _, work in calm), part)
        print(f"  the proxy model costs it {ratio:.1f} times the work at the {where}")
    return in_time(calm, fast, scrolled)


def proxy_window(rows: int = PROXY_ROWS) -> QLineEdit:
    model = QStandardItemModel()
    for number in range(rows):
        model.appendRow([QStandardItem(f"{name} {number}") for name in NAMES])
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    proxy.setFilterKeyColumn(-1)
    window, edit, table = QWidget(), QLineEdit(), QTableView()
    table.setModel(proxy)
    layout = QVBoxLayout(window)
    layout.addWidget(edit)
    layout.addWidget(table)
    edit.textChanged.connect(proxy.setFilterFixedString)
    window.resize(1180, 640)
    window.show()
    edit.kept = (window, model, proxy)  # type: ignore[attr-defined]
    return edit


async def presets() -> None:
    """The folder of presets alone, and what its first scan does to the window's thread."""
    with tempfile.TemporaryDirectory() as folder:
        fill_presets(Path(folder) / "presets")
        print(f"{PRESETS:,} presets on the disk, without a window:")
        for what, taken in await asyncio.to_thread(lambda: list(scan_and_search(Path(folder)))):
            p50, p99 = percentile(taken, 50), percentile(taken, 99)
            print(f"  {what}: {p50:.1f} ms at the median, {p99:.1f} ms at the 99th percentile ({len(taken)} measured)")
        gaps, other = Gaps(), PresetFolder(Path(folder) / "presets", Path(folder) / "another computer")
        scanning = asyncio.create_task(asyncio.to_thread(other.scan))
        held = []
        while not scanning.done():
            gaps.begin()
            await asyncio.sleep(FAST)
            held.append(gaps.so_far())
        other.close()
        idle = await wait_and_measure(gaps, FAST)
    say("The window's thread held while all of them are read in another", held)
    say("the same with nothing read", idle)


BENCHES: dict[str, Callable[[], Coroutine[None, None, bool | None]]] = {
    "history": history, "presets": presets, "panel": panel, "pickers": pickers, "switching": switching,
    "creating": creating, "idling": idling,
}  # fmt: skip


def main(names: Sequence[str]) -> int:
    """Each in a process of its own: what one leaves behind is no part of another's figures. 1: a ratio is exceeded."""
    if len(names) != 1:
        runs = [subprocess.call([sys.executable, __file__, name]) for name in names or ("start", *BENCHES)]
        return max(runs)
    if names[0] == "start":
        return int(not starting())
    app = application(Settings(theme="light"))
    with asyncio.Runner(loop_factory=lambda: make_loop(app)) as runner:
        held = runner.run(BENCHES[names[0]]())
    return int(held is False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

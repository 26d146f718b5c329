"""Ten thousand presets on the disk, and how long the list takes without a window."""

import json
import os
import random
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from akool_desktop.store.presets import PresetFolder

PRESETS = 10_000
PLACES = ("Booth", "Museum", "Front desk", "Hall", "Stage", "Showroom", "Lecture", "Reception", "Kiosk", "Tour")
TAGS = ("fair", "evening", "client", "test", "spring", "loud", "quiet")
NOTES = ("The big screen beside the door", "Ask Ines for the token", "Rehearsal on Monday", "")
WORDS = ("booth", "museum hall", "evening 7", "token", "🎤", "client spring")


def fill_presets(folder: Path, count: int = PRESETS) -> None:
    chance = random.Random(1)
    folder.mkdir(parents=True)
    for number in range(count):
        document = {
            "version": 1, "id": f"{number:08x}", "name": f"{chance.choice(PLACES)} {chance.randrange(400)}",
            "note": chance.choice(NOTES), "tags": chance.sample(TAGS, 2),
            "values": {"avatar_id": f"dvp_{number}", "mode_type": 2, "stream_type": "livekit", "room": "own",
                       "credentials.livekit_url": "wss://booth.example.com", "duration": 600},
            "secrets": {"credentials.livekit_token": "keyring"},
        }  # fmt: skip
        path = folder / f"Preset {number}.json"
        path.write_text(json.dumps(document, indent=2), encoding="utf-8")
        os.utime(path, (1.7e9, 1.7e9))  # not just now: what is that new is read twice


def scan_and_search(root: Path) -> Iterator[tuple[str, Sequence[float]]]:
    """Each figure's name and its measurements in milliseconds."""
    first = PresetFolder(root / "presets", root / "data")
    scanning = threading.Thread(target=first.scan)
    began = time.perf_counter()
    scanning.start()
    while not first.count():
        time.sleep(0.001)
    yield "First of them listed, nothing known yet", [_since(began)]
    meanwhile = []
    while scanning.is_alive():
        meanwhile.append(_timed(lambda: first.search("booth")))
        time.sleep(0.03)
    yield "All of them read, nothing known yet", [_since(began)]
    yield "a search meanwhile", meanwhile
    first.close()
    began = time.perf_counter()
    again = PresetFolder(root / "presets", root / "data")
    shown = len(again.search())
    yield f"A later start until {shown} are listed, before any file is looked at", [_since(began)]
    yield "The same folder looked through, nothing changed", [_timed(again.scan) for _ in range(5)]
    for number in range(0, PRESETS, 100):
        again.set_favourite(f"{number:08x}", True)
        again.note_use(f"{number + 1:08x}")
    typed = [word[:end] for word in WORDS for end in range(1, len(word) + 1)]
    yield "A search of all, by each letter typed", [_timed(partial(again.search, text)) for text in typed * 5]
    yield "the same among one tag", [_timed(partial(again.search, text, "fair")) for text in typed * 5]
    yield "reading all files instead", [_timed(lambda: _read_all(root / "presets")) for _ in range(3)]
    again.close()


def _read_all(folder: Path) -> Mapping[str, object]:
    return {path.name: json.loads(path.read_bytes()) for path in folder.glob("*.json")}


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return _since(began)


def _since(began: float) -> float:
    return (time.perf_counter() - began) * 1000

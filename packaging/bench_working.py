"""The window at work: a field changed, a session created, three sessions left alone; each against something bare."""

import asyncio
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bench_measuring import LIMIT, Gaps, Held, percentile, say, verdict
from bench_panel import Opened
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from akool_desktop.app import load
from akool_desktop.session import rules
from akool_desktop.session.fields import FIELDS, Value

TURNS, CREATES, IDLE = 5, 20, 10.0
SWITCH_LIMIT, CREATE_LIMIT, CORE_LIMIT = 2.0, 1.0, 0.01
STACKED_ROWS = 20
AVATAR = "dvp_Tristan_cloth2_1080P"


async def switching() -> bool:
    """Every field is given another value and its first one back; what that takes until it is painted."""
    with tempfile.TemporaryDirectory() as folder:
        opened = Opened(Path(folder))
        await asyncio.sleep(1)
        form = opened.window._form
        changes = [partial(form.put, key, value) for _ in range(TURNS) for key, value in _changes()]
        taken = [_until_painted(change) for change in changes]
        await opened.close()
    stack = _stack()
    stack.show()
    await asyncio.sleep(0.2)
    bare = [_until_painted(partial(stack.setCurrentIndex, place % 2)) for place in range(1, 200)]
    ratio = percentile(taken, 50) / percentile(bare, 50)
    worst = percentile(taken, 99)
    print("A field of the form is changed, until it is painted, in milliseconds of work:")
    print(f"  {percentile(taken, 50):.1f} at the median, {worst:.1f} at the 99th percentile ({len(taken)} measured)")
    print(f"  {ratio:.2f} times the {percentile(bare, 50):.1f} of a QStackedWidget with {STACKED_ROWS} rows a page")
    return verdict(ratio <= SWITCH_LIMIT and worst < LIMIT)


def _changes() -> Iterator[tuple[str, Value]]:
    for field in FIELDS:
        if field.kind == "choice":
            others = [choice.value for choice in field.choices if choice.value != field.default]
            yield from ((field.key, value) for value in (*others, field.default))
        elif field.kind == "switch":
            yield from ((field.key, value) for value in (not field.default, field.default))
        elif field.kind in ("text", "url", "secret"):
            yield from ((field.key, value) for value in ("https://a.example/x", None))


def _until_painted(change: Callable[[], None]) -> float:
    """Whatever the change has made out of date is laid out and painted, in every part of the window."""
    began = time.thread_time()
    change()
    for _ in range(8):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
    return (time.thread_time() - began) * 1000


def _stack() -> QStackedWidget:
    stack = QStackedWidget()
    for number in range(2):
        page = QWidget()
        rows = QVBoxLayout(page)
        for row in range(STACKED_ROWS):
            rows.addWidget(QLabel(f"Row {row} of page {number}"))
            rows.addWidget(QLineEdit())
        stack.addWidget(page)
    stack.resize(720, 780)
    return stack


async def creating() -> bool:
    """Create is pressed until the session is in the ledger; and the same request by a process of curl."""
    with tempfile.TemporaryDirectory() as folder:
        await asyncio.to_thread(load)  # as the program has done by the time that the window stands
        opened, gaps = Opened(Path(folder)), Gaps()
        await asyncio.sleep(2)
        window = opened.window
        for key, value in (("avatar_id", AVATAR), ("duration", 60)):
            window._form.put(key, value)
        body, address = json.dumps(rules.payload(window._form.draft)), opened.practice.start()
        await asyncio.sleep(0.2)  # what was typed has been painted by the time that somebody presses Create
        ours, curl, held = [], [], []
        for _ in range(CREATES):
            gaps.begin()
            ours.append(await _create(opened))
            await asyncio.sleep(0.1)
            held.append(gaps.so_far())
            curl.append(await _curl(f"{address}/api/open/v4/liveAvatar/session/create", body))
        await opened.close()
    ratio = percentile(ours, 50) / percentile(curl, 50)
    print(f"A session is created, {CREATES} times in turns with curl:")
    print(f"  {ratio:.2f} times a process of curl at the median: {percentile(ours, 50):.1f} ms, ledger on the disk,")
    print(f"  against {percentile(curl, 50):.1f} ms; the first of all {ours[0]:.1f} ms")
    say("the window's thread held meanwhile", held)
    print(f"  at the first of all: {held[0][0]:.1f} ms, {held[0][1]:.1f} of it its own work; {LIMIT} is the most")
    return verdict(ratio <= CREATE_LIMIT and _longest(held) <= LIMIT)


def _longest(held: list[Held]) -> float:
    return max(work for _, work in held)


async def _create(opened: Opened) -> float:
    began = time.perf_counter()
    opened.window._creating.pressed.invalidate()  # each is a wish of its own, however soon it follows
    opened.window._creating.create()
    task = opened.tasks.named("create")
    assert task, opened.window._form.problems()
    await asyncio.wait([task])
    return (time.perf_counter() - began) * 1000


async def _curl(url: str, body: str) -> float:
    began = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        "curl", "-fsS", "-o", "/dev/null", "-H", "x-api-key: practice", "-H", "content-type: application/json", "-d",
        body, url,
    )  # fmt: skip
    assert await process.wait() == 0, "curl was refused"
    return (time.perf_counter() - began) * 1000


async def idling() -> bool:
    """Three sessions are live, and nobody does anything."""
    with tempfile.TemporaryDirectory() as folder:
        opened = Opened(Path(folder))
        await asyncio.sleep(2)
        opened.window._form.put("avatar_id", AVATAR)
        for _ in range(3):
            await _create(opened)
        await asyncio.sleep(5)
        before = time.process_time()
        await asyncio.sleep(IDLE)
        part = (time.process_time() - before) / IDLE
        await opened.close()
    print(f"Idle with three live sessions, Practice's own part in it: {part:.2%} of a core ({CORE_LIMIT:.0%} at most)")
    return verdict(part < CORE_LIMIT)

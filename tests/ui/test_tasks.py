"""The one door to asynchronous work: one name runs once, and exactly one of done and failed follows."""

import asyncio
import gc
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from akool_desktop.ui.tasks import Tasks

Heard = list[tuple[str, object]]


@pytest.fixture
def heard() -> Heard:
    return []


def _start(tasks: Tasks, heard: Heard, work: Callable[[], Coroutine[Any, Any, object]], name: str = "work") -> bool:
    return tasks.start(
        name, work, lambda result: heard.append(("done", result)), lambda error: heard.append(("failed", error))
    )


async def _attached() -> Tasks:
    tasks = Tasks()
    tasks.attach(asyncio.get_running_loop())
    return tasks


async def _turns(number: int = 5) -> None:
    for _ in range(number):
        await asyncio.sleep(0)


async def test_done_follows_with_the_result(heard: Heard) -> None:
    tasks = await _attached()
    assert _start(tasks, heard, lambda: asyncio.sleep(0, "result"))
    assert tasks.runs("work")
    await _turns()
    assert heard == [("done", "result")]
    assert not tasks.runs("work")


async def test_failed_follows_with_the_error(heard: Heard) -> None:
    async def fail() -> None:
        raise ValueError

    _start(await _attached(), heard, fail)
    await _turns()
    ((kind, error),) = heard
    assert (kind, type(error)) == ("failed", ValueError)


async def test_one_name_runs_once_at_a_time(heard: Heard) -> None:
    tasks = await _attached()
    assert _start(tasks, heard, lambda: asyncio.sleep(0, 1))
    assert not _start(tasks, heard, lambda: asyncio.sleep(0, 2))
    assert _start(tasks, heard, lambda: asyncio.sleep(0, 3), "other work")
    await _turns()
    assert sorted(heard) == [("done", 1), ("done", 3)]
    assert _start(tasks, heard, lambda: asyncio.sleep(0, 4))
    await _turns()


async def test_nothing_follows_what_was_cancelled(heard: Heard) -> None:
    tasks = await _attached()
    _start(tasks, heard, lambda: asyncio.sleep(60))
    tasks.cancel("work")
    assert not tasks.runs("work")
    await _turns()
    assert heard == []


async def test_nothing_follows_what_was_cancelled_after_its_last_step(heard: Heard) -> None:
    """It has its result, and whoever shall hear of it is told a turn of the loop later: too late."""
    tasks = await _attached()

    async def finish() -> int:
        asyncio.get_running_loop().call_soon(tasks.cancel, "work")  # before the callbacks of its end
        return 1

    _start(tasks, heard, finish)
    await _turns()
    assert heard == []


async def test_only_the_last_of_what_is_restarted_is_heard(heard: Heard) -> None:
    tasks = await _attached()
    for number in range(3):
        tasks.restart(
            "work", lambda number=number: asyncio.sleep(0, number),  # type: ignore[misc]
            lambda result: heard.append(("done", result)), lambda error: heard.append(("failed", error)),
        )  # fmt: skip
        await asyncio.sleep(0)
    await _turns()
    assert heard == [("done", 2)]


async def test_what_is_started_before_the_loop_waits_for_it(heard: Heard) -> None:
    tasks = Tasks()
    assert _start(tasks, heard, lambda: asyncio.sleep(0, 1))
    assert not _start(tasks, heard, lambda: asyncio.sleep(0, 2))
    assert _start(tasks, heard, lambda: asyncio.sleep(0, 3), "withdrawn")
    tasks.cancel("withdrawn")
    assert tasks.runs("work")
    tasks.attach(asyncio.get_running_loop())
    await _turns()
    assert heard == [("done", 1)]


async def test_once_the_program_is_left_nothing_starts_and_nothing_is_heard(heard: Heard) -> None:
    async def fail() -> None:
        raise ValueError

    tasks, reported = await _attached(), list[object]()
    asyncio.get_running_loop().set_exception_handler(lambda _, context: reported.append(context))
    _start(tasks, heard, lambda: asyncio.sleep(0, 1))
    _start(tasks, heard, fail, "failing")
    assert [task.get_name() for task in tasks.leave()] == ["work", "failing"]
    assert not _start(tasks, heard, lambda: asyncio.sleep(0, 2), "later")
    await _turns()
    assert not tasks.runs("later")
    del tasks
    gc.collect()
    assert (heard, reported) == ([], [])

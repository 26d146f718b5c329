"""Who goes next: the last that came; and nobody's turn is lost."""

import asyncio

import pytest

from akool_desktop.desk.turns import LastFirst


def test_the_last_that_came_is_the_next() -> None:
    went: list[int] = []

    async def go(turns: LastFirst, number: int) -> None:
        async with turns:
            went.append(number)
            await asyncio.sleep(0)

    async def play() -> None:
        turns = LastFirst(2)
        await asyncio.gather(*(go(turns, number) for number in range(6)))

    asyncio.run(play())
    assert went == [0, 1, 5, 4, 3, 2]


@pytest.mark.parametrize("when", ["long before its turn", "just before its turn", "as it is given its turn"])
def test_one_that_is_stopped_takes_no_turn_with_it(when: str) -> None:
    async def play() -> None:
        turns = LastFirst(1)

        async def go() -> None:
            async with turns:
                pass

        await turns.__aenter__()
        waits, stopped = asyncio.create_task(go()), asyncio.create_task(go())
        await asyncio.sleep(0)
        if when == "as it is given its turn":
            await turns.__aexit__()
        stopped.cancel()
        if when == "long before its turn":
            await asyncio.sleep(0)
        if when != "as it is given its turn":
            await turns.__aexit__()
        await asyncio.wait_for(waits, 5)
        assert stopped.cancelled()
        await asyncio.wait_for(go(), 5)

    asyncio.run(play())

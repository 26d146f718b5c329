"""Who goes next, where only a few may go at once."""

import asyncio


class LastFirst:
    """So many at once; of those who wait, whoever came last: what was scrolled past waits for what is in view.

    ``async with`` is one turn. For one loop.
    """

    def __init__(self, at_once: int) -> None:
        self._free = at_once
        self._waiting: list[asyncio.Future[None]] = []

    async def __aenter__(self) -> None:
        if self._free:
            self._free -= 1
            return
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn in self._waiting:
                self._waiting.remove(turn)
            if not turn.cancelled():  # it was given the turn, and will not take it
                self._pass_on()
            raise

    async def __aexit__(self, *_: object) -> None:
        self._pass_on()

    def _pass_on(self) -> None:
        while self._waiting:
            turn = self._waiting.pop()
            if not turn.done():  # else it was stopped a moment ago
                turn.set_result(None)
                return
        self._free += 1

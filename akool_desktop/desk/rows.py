"""The sessions in view: rows of the ledger, kept true where the disk fails and where other programs write."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from akool_desktop.desk.accounts import finish
from akool_desktop.desk.clock import Clock
from akool_desktop.store.entry import Entry
from akool_desktop.store.ledger import Ledger, LedgerError

_SHOWN_AFTER_END = 600  # seconds that an ended session stays in view


class Rows:
    """``entries`` are the rows in view, by number; ``changed`` is called after each change of one.

    What the disk has no row for is in view under a number below 0, for this run.
    """

    def __init__(self, ledger: Ledger, clock: Clock) -> None:
        self._ledger = ledger
        self.clock = clock
        self.changed: Callable[[], None] = lambda: None
        self.entries: dict[int, Entry] = {}
        self.unwritten: LedgerError | None = None
        self._owed: dict[int, dict[str, object]] = {}  # changes that the disk has not taken yet
        self._writing = asyncio.Lock()  # what is noted first is written first
        self._shown = 0  # how often a row in view has changed
        self._is_behind = False  # others have written what is not in view yet

    @property
    def open(self) -> list[Entry]:
        """Whatever may still cost, oldest first."""
        return [entry for entry in self.entries.values() if not entry.state.over]

    async def all_open(self) -> list[Entry]:
        """The same with what is not in view yet: what others have written by now."""
        written = map(self._with_owed, await asyncio.to_thread(self._ledger.open_entries))
        return [entry for entry in (*self._unwritten(), *written) if not entry.state.over]

    def _unwritten(self) -> list[Entry]:
        return [entry for entry in self.entries.values() if entry.row < 0]

    @property
    def is_remembered(self) -> bool:
        """Whether the next start will know what is open: the disk has taken it all."""
        return self._ledger.is_shared and not self._owed and all(entry.row > 0 for entry in self.open)

    async def take_up(self, entry: Entry) -> Entry:
        """A row for a session that runs already. Its end may not wait for a disk that takes none."""
        try:
            return await self.write(self._ledger.take_up, entry)
        except LedgerError as error:
            self.unwritten = error
            return self._show(replace(entry, row=min([0, *self.entries]) - 1))

    async def note(self, entry: Entry, **changes: object) -> Entry:
        """Change the row. What the disk does not take is kept in view all the same, and written later.

        ``unwritten`` says so, once until the disk has taken everything.
        """
        return await finish(self._note(entry, changes))

    async def _note(self, entry: Entry, changes: Mapping[str, object]) -> Entry:
        if entry.row < 0:
            now = self.entries.get(entry.row, entry)
            return now if now.state.over else self._show(replace(now, **changes))  # type: ignore[arg-type]
        known = bool(self._owed)
        owed = {**self._owed.pop(entry.row, {}), **changes}
        try:
            return await self._write(self._ledger.note, entry.row, **owed)
        except LedgerError as error:
            if not known:
                self.unwritten = error
            self._owed[entry.row] = {**owed, **self._owed.get(entry.row, {})}
            return self._show(self._with_owed(self.entries.get(entry.row, entry)))

    async def write_owed(self) -> None:
        """Try once more what the disk has not taken."""
        for row in list(self._owed):
            entry = self.entries.get(row)
            if entry and row in self._owed:  # else another change has taken it along meanwhile
                await self.note(entry)

    async def write(self, write: Callable[..., Entry], *values: Any) -> Entry:
        """Commit to the disk off this thread; what was asked for is done even when its caller is cancelled, also while
        it waits for its turn: it may be the id of what was paid for."""
        return await finish(self._write(write, *values))

    async def _write(self, write: Callable[..., Entry], *values: Any, **changes: object) -> Entry:
        async with self._writing:
            return self._show(await asyncio.to_thread(write, *values, **changes))

    def _show(self, entry: Entry) -> Entry:
        """A working day is long: what ended a while ago leaves the view, as it does when the ledger is read anew. Not
        before the disk has taken that it ended."""
        since = self.clock.wall() - _SHOWN_AFTER_END
        old = [row for row, one in self.entries.items() if one.state.over and (one.ended_at or since) < since]
        for row in set(old) - self._owed.keys():
            del self.entries[row]
        self.entries[entry.row] = entry
        self._shown += 1
        self.changed()
        return entry

    async def reload(self) -> None:
        """Read what the ledger holds now: rows in view are the open ones and those that ended lately."""
        shown = -1
        while shown != self._shown:  # what changed in view meanwhile may be missing in what was read
            shown = self._shown
            rows = await asyncio.to_thread(self._ledger.open_entries)
            rows += await asyncio.to_thread(self._ledger.ended_since, self.clock.wall() - _SHOWN_AFTER_END)
        rows = [*self._unwritten(), *map(self._with_owed, rows)]
        self.entries = {entry.row: entry for entry in sorted(rows, key=lambda entry: entry.row)}
        self.changed()

    def _with_owed(self, entry: Entry) -> Entry:
        return entry if entry.state.over else replace(entry, **self._owed.get(entry.row, {}))  # type: ignore[arg-type]

    async def written_elsewhere(self) -> bool:
        """Whether another program has written to the ledger; its rows are in view then. What could not be read is read
        the next time."""
        self._is_behind = await asyncio.to_thread(self._ledger.changed) or self._is_behind
        if not self._is_behind:
            return False
        await self.reload()
        self._is_behind = False
        return True

    async def asked_forward(self) -> bool:
        """Whether another start has asked for this window; it has its answer then."""
        asked = await asyncio.to_thread(self._ledger.is_forward_asked)
        if asked:
            await asyncio.to_thread(self._ledger.answer_forward)
        return asked

"""Whatever operator, Akool, network and disk do, in any order and two things at once: each session that runs is in view
as open, or an open row without an id stands for it, nothing that runs counts as ended, and in the end all can be ended.

AKOOL_LONG=1 plays a thousand games, others each time, instead of the same 25.
"""

import asyncio
import itertools
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from hostile import Behaviour, HostileServer, Visit, answer, by_path, cut, ok, refuse, web_page
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from operating import Operator

from akool_desktop.akool.errors import AkoolError
from akool_desktop.desk import sessions, statuses, strays
from akool_desktop.desk.withdrawn import Withdrawn
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.ledger import LedgerError

LONG = bool(os.environ.get("AKOOL_LONG"))
TOLD = (AkoolError, LedgerError, strays.TakenError, Withdrawn)  # what the operator reads on a card
ENDPOINTS = ("create", "close", "detail", "list")
UNDONE: dict[str, Behaviour] = {"cut": cut, "gateway": web_page(502), "refused": refuse(1005)}
UNTOLD: dict[str, Behaviour] = {"lost": cut, "late gateway": web_page(502), "bare": answer({"code": 1000})}
MISHAPS = (*UNDONE, *UNTOLD, "old news", "full disk")


pytestmark = pytest.mark.timeout(1200)


@dataclass
class Booked:
    """``ours``: this program asked for it. A session is known by the key that pays for it, and by no other."""

    id: str
    key: str
    ours: bool
    over: bool = False


class Akool:
    """A session's endpoints as they are published. ``next`` is what goes wrong with the next requests of each."""

    def __init__(self, fill_disk: Callable[[], None]) -> None:
        self.fill_disk = fill_disk
        self._numbers = itertools.count(1)
        self.booked: dict[str, Booked] = {}
        self.next: dict[str, list[str]] = {endpoint: [] for endpoint in ENDPOINTS}
        acts = (self._create, self._close, self._detail, self._list)
        played = {f"session/{name}": self._played(name, act) for name, act in zip(ENDPOINTS, acts, strict=True)}
        self.server = HostileServer(by_path(played, refuse(1003)))

    def book(self, key: str, *, ours: bool) -> Booked:
        booked = Booked(f"s{next(self._numbers)}", key, ours)  # two connections may ask at once
        return self.booked.setdefault(booked.id, booked)

    def running(self) -> list[Booked]:
        return [booked for booked in self.booked.values() if not booked.over]

    def _played(self, name: str, act: Callable[[Visit, bool], Behaviour]) -> Behaviour:
        def behave(visit: Visit) -> bool:
            mishap = self.next[name].pop(0) if self.next[name] else ""
            if mishap in UNDONE:
                return UNDONE[mishap](visit)
            if mishap == "full disk":
                self.fill_disk()
            told = act(visit, mishap == "old news")
            return UNTOLD.get(mishap, told)(visit)

        return behave

    def _create(self, visit: Visit, _old: bool) -> Behaviour:
        booked = self.book(_key(visit), ours=True)
        return ok({"_id": booked.id, "status": 1, "credentials": {"livekit_token": f"room-token-{booked.id}"}})

    def _close(self, visit: Visit, late: bool) -> Behaviour:
        named = visit.request.json()
        assert isinstance(named, dict)
        booked = self._of(_key(visit), str(named["id"]))
        if booked is None or booked.over:
            return refuse(1216 if booked is None else 1219)
        booked.over = not late
        return ok(None)

    def _detail(self, visit: Visit, old: bool) -> Behaviour:
        booked = self._of(_key(visit), visit.request.path.rpartition("=")[2])
        return ok({"_id": booked.id, "status": 3 if booked.over and not old else 2}) if booked else refuse(1216)

    def _list(self, visit: Visit, old: bool) -> Behaviour:
        listed = [booked for booked in self.running() if booked.key == _key(visit)][: -1 if old else None]
        rows = [{"_id": booked.id, "status": 2} for booked in listed if "status=2" in visit.request.path]
        return ok({"count": len(rows), "result": rows})

    def _of(self, key: str, session_id: str) -> Booked | None:
        booked = self.booked.get(session_id)
        return booked if booked and booked.key == key else None


def _key(visit: Visit) -> str:
    return visit.request.header("x-api-key")[0]


Step = tuple[str, int, int]  # what, by which side, and which of several
KEYS = ("first-key-5f0c", "other-key-91ab")
SIDES, NUMBERS = st.integers(0, 1), st.integers(0, 5)
STEPS = st.tuples(
    st.sampled_from(["create", "end", "look", "find", "end_all", "read_list", "share"]), SIDES, NUMBERS
)
GONE_WRONG = st.lists(st.tuples(st.sampled_from(ENDPOINTS), st.sampled_from(MISHAPS)), max_size=4)


class AnyOrder(RuleBasedStateMachine):
    """A window and a command, at work on one ledger with one account."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(sessions, "_CONFIRMING", (0.0, 0.005))
        self.patch.setattr(strays, "_LOOKING", (0.0, 0.005))
        self.patch.setattr(statuses, "_COMMAND_TAKES", 0)  # at a new start no command is at work
        self.folder = Path(tempfile.mkdtemp())
        self.loop = asyncio.Runner()
        self.akool = Akool(lambda: self.fill_disk(True))
        self.akool.server.__enter__()
        self.key = KEYS[0]
        self.creating: list[Operator] = []
        self.sides = [self._started("window"), self._started("command")]

    def teardown(self) -> None:
        try:
            self._come_to_rest()
        finally:
            self.loop.run(self._leave())
            self.loop.close()
            self.akool.server.__exit__()
            self.patch.undo()
            shutil.rmtree(self.folder)

    # what happens

    @rule(side=SIDES, number=NUMBERS, mishap=st.sampled_from(["", *MISHAPS]))
    def create(self, side: int, number: int, mishap: str) -> None:
        self._do([("create", mishap)], ("create", side, number))

    @rule(step=STEPS, mishaps=GONE_WRONG)
    def act(self, step: Step, mishaps: list[tuple[str, str]]) -> None:
        self._do(mishaps, step)

    @rule(one=STEPS, other=STEPS, mishaps=GONE_WRONG)
    def act_at_once(self, one: Step, other: Step, mishaps: list[tuple[str, str]]) -> None:
        self._do(mishaps, one, other)

    @rule(full=st.booleans())
    def fill_disk(self, full: bool) -> None:
        for operator in self.sides:
            operator.ledger._connection.execute(f"PRAGMA query_only={'ON' if full else 'OFF'}")

    @rule(number=NUMBERS)
    def end_at_akool(self, number: int) -> None:
        if running := self.akool.running():
            running[number % len(running)].over = True

    @rule()
    def start_elsewhere(self) -> None:
        self.akool.book(self.key, ours=False)

    @rule()
    def change_key(self) -> None:
        self._use(KEYS[self.key == KEYS[0]])

    @rule()
    def start_anew(self) -> None:
        self.loop.run(self._leave())
        self.sides = [self._started("window"), self._started("command")]
        self.loop.run(self.sides[0].strays.recover())

    # what has to hold

    @invariant()
    def what_runs_is_in_view(self) -> None:
        window = self.sides[0].sessions
        self.loop.run(window.written_elsewhere())
        missing = {booked.id for booked in self.akool.running() if booked.ours}
        missing -= {entry.session_id for entry in window.open}
        assert len(missing) <= sum(not entry.session_id for entry in window.open), missing

    @invariant()
    def what_runs_does_not_count_as_ended(self) -> None:
        running = {booked.id for booked in self.akool.running()}
        over = {entry.session_id for side in self.sides for entry in side.sessions.entries.values() if entry.state.over}
        assert not running & over

    # how it is done

    def _started(self, origin: str) -> Operator:
        operator = Operator(self.akool.server.url, self.folder)
        operator.sessions._origin = origin
        self.loop.run(operator.use(self.key))
        return operator

    def _use(self, key: str) -> None:
        self.key = key
        for operator in self.sides:
            self.loop.run(operator.use(key))

    async def _leave(self) -> None:
        for operator in self.sides:
            await operator.leave()

    def _do(self, mishaps: list[tuple[str, str]], *steps: Step) -> None:
        self.akool.next = {name: [mishap for at, mishap in mishaps if at == name] for name in ENDPOINTS}
        self.loop.run(self._steps(*steps))

    async def _steps(self, *steps: Step) -> None:
        for done in await asyncio.gather(*map(self._step, steps), return_exceptions=True):
            if done and not isinstance(done, TOLD):
                raise done

    async def _step(self, step: Step) -> None:
        what, side, number = step
        await getattr(self, f"_{what}")(self.sides[side], number)

    async def _create(self, operator: Operator, number: int) -> None:
        """Taken back after a while, or not at all. There is one at a time for each window and command."""
        if operator in self.creating:
            return
        self.creating.append(operator)
        try:
            creating = asyncio.ensure_future(operator.create())
            if number:
                await asyncio.wait([creating], timeout=(number - 1) / 250)
                operator.sessions.cancel()
            await creating
        finally:
            self.creating.remove(operator)

    async def _end(self, operator: Operator, number: int) -> None:
        if entry := self._pick(operator, number):
            await operator.sessions.end(entry)

    async def _look(self, operator: Operator, number: int) -> None:
        if entry := self._pick(operator, number):
            await operator.sessions.look(entry)

    async def _find(self, _operator: Operator, number: int) -> None:
        """In the window, of which there is one. The operator knows which of the sessions that are found is the lost
        one, and whether there is none."""
        operator = self.sides[0]
        unknown = [entry for entry in operator.sessions.open if entry.state is State.UNKNOWN and not entry.session_id]
        if not unknown:
            return
        entry = unknown[number % len(unknown)]
        found = [session for session in await operator.strays.look_for(entry) if self.akool.booked[session.id].ours]
        if found:
            await operator.strays.take(entry, found[0])
        elif not self._missing():
            await operator.strays.give_up(entry)

    def _missing(self) -> set[str]:
        known = {entry.session_id for side in self.sides for entry in side.sessions.open}
        return {booked.id for booked in self.akool.running() if booked.ours} - known

    async def _end_all(self, operator: Operator, _number: int) -> None:
        others = await operator.strays.others(operator.account)
        await operator.strays.adopt(operator.account, others)
        await asyncio.gather(*(operator.sessions.end(entry) for entry in operator.sessions.open if entry.session_id))

    async def _read_list(self, operator: Operator, _number: int) -> None:
        await operator.strays.read_list(operator.account)

    async def _share(self, operator: Operator, _number: int) -> None:
        await operator.sessions.write_owed()
        with suppress(LedgerError):
            await operator.sessions.written_elsewhere()

    def _pick(self, operator: Operator, number: int) -> Entry | None:
        known = [entry for entry in operator.sessions.open if entry.session_id]
        return known[number % len(known)] if known else None

    def _come_to_rest(self) -> None:
        """Nothing goes wrong any more, and the operator ends everything, with the one key and with the other."""
        self.akool.next = {endpoint: [] for endpoint in ENDPOINTS}
        self.fill_disk(False)
        for operator in self.sides:
            self.loop.run(self._share(operator, 0))
        self.start_anew()
        for key in KEYS:
            self._use(key)
            window = self.sides[0]
            for number in range(len(window.sessions.open)):
                self.loop.run(self._find(window, number))
            self.loop.run(self._end_all(window, 0))
        assert not self.akool.running()
        assert not self.sides[0].sessions.open


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=1000 if LONG else 25, derandomize=not LONG, stateful_step_count=25, deadline=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip

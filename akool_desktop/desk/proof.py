"""Walk a real service through one short session for each stream type, and note what it does.

The lengths that are booked add up to a minute at most, whatever happens: that bounds the cost even if nothing can be
ended. All goes through the desk of the window's own sessions, so that each has its row in the ledger before the request
leaves, and one that a killed program leaves behind is found at the next start.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from akool_desktop.akool.client import AkoolClient
from akool_desktop.akool.errors import AkoolError, Refused
from akool_desktop.desk import proof_lines as lines
from akool_desktop.desk.proof_lines import Line, line
from akool_desktop.desk.reasons import NOT_FOUND
from akool_desktop.desk.sessions import Order, SessionDesk
from akool_desktop.desk.statuses import says_gone
from akool_desktop.desk.strays import Strays, running_sessions
from akool_desktop.desk.withdrawn import Withdrawn
from akool_desktop.session import rules
from akool_desktop.store.accounts import Account
from akool_desktop.store.entry import Entry, State
from akool_desktop.words import Words

_LOG = logging.getLogger(__name__)

MOST_SECONDS = 60  # of all sessions together
_LIVE_WITHIN = (0.5, 1.0, 1.5, 2.0, 3.0)  # seconds before each look whether it is live
_SETTLES = (1.0, 2.0, 4.0)  # seconds before each look at the balance after the end


class Proof:
    """``lines`` grow as the service answers. ``creating``: a create is on its way, which must not be cut off.

    ``tell`` hears of each session as it begins: a service that hangs may take minutes.
    """

    def __init__(
        self, sessions: SessionDesk, strays: Strays, client: AkoolClient, account: Account,
        tell: Callable[[Words], None],
    ) -> None:  # fmt: skip
        self.lines: list[Line] = []
        self.creating = False
        self._tell = tell
        self._sessions, self._strays, self._client, self._account = sessions, strays, client, account
        self._rows: set[int] = set()
        self._stopped = self._listed = False
        self._answers: dict[str, Mapping[str, object]] = {}
        client.heard = self._hear

    async def run(self, avatar: str, stream_types: Sequence[str]) -> None:
        """Raises Withdrawn after stop(), and whatever keeps the first free questions from being answered."""
        before = await self._first_balance()
        with suppress(AkoolError):  # the walk itself tells of it
            await self._strays.read_list(self._account)
            self._listed = True
        avatar = avatar or await self._first_avatar()
        seconds = MOST_SECONDS // len(stream_types)
        for stream_type in stream_types:
            if self._stopped:
                break
            body = rules.payload({"avatar_id": avatar, "duration": seconds, "stream_type": stream_type})
            before = await self._walk(Order(body, body, avatar), stream_type, before)

    def stop(self) -> None:
        """Take back a create that is on its way, and begin no other."""
        self._stopped = True
        self._sessions.cancel()

    @property
    def open(self) -> list[Entry]:
        """What was started here and may still cost."""
        return [entry for entry in self._sessions.open if entry.row in self._rows]

    @property
    def started(self) -> bool:
        entries = [entry for entry in self._sessions.entries.values() if entry.row in self._rows]
        return any(entry.state is not State.NOT_STARTED for entry in entries)

    @property
    def ids(self) -> set[str]:
        """Of its sessions and their avatars."""
        entries = [entry for entry in self._sessions.entries.values() if entry.row in self._rows]
        return {found for entry in entries for found in (entry.session_id, entry.avatar) if found}

    async def end_all(self) -> list[Entry]:
        """End what was started and is not over yet; what is left then is returned."""
        for entry in self.open:
            try:
                await self._end(entry)
            except Exception as error:  # one that cannot be ended keeps no other from its end
                _LOG.error("A session of the walk could not be ended", exc_info=error)
        return self.open

    async def _end(self, entry: Entry) -> None:
        if entry.state is State.UNKNOWN:
            entry = await self._found(entry)
        if entry.session_id and not entry.state.over:
            entry = await self._sessions.end(entry)
        if entry.session_id and not entry.state.over:
            await self._end_otherwise(entry)

    async def _walk(self, order: Order, stream_type: str, before: float | None) -> float | None:
        """One session from create to its confirmed end; the balance after it."""
        booked = Words("{type}, {seconds} seconds.", type=stream_type, seconds=order.body["duration"])
        self.lines.append(line("session", booked, "Nothing is counted on.", None))
        self._tell(booked)
        self._answers.clear()
        entry = await self._create(order, stream_type)
        if entry is None:
            return before
        held = await self._balance(entry)
        disowned = await self._watch(entry)
        if not await self._list(entry) and disowned:
            await self._end_nameless(entry)
        await self._close(entry)
        after = await self._settled(entry, held)
        self._tell_balance(before, held, after, int(str(order.body["duration"])))
        return before if after is None else after

    async def _create(self, order: Order, stream_type: str) -> Entry | None:
        seen, self.creating = set(self._sessions.entries), True
        try:
            entry = await self._sessions.create(self._account, order)
        except Withdrawn:
            raise
        except AkoolError as error:
            self.lines.append(line("create", error.card.happened, "A session is started.", False))
            return None
        finally:
            self.creating = False
            self._rows |= set(self._sessions.entries) - seen
        self.lines += lines.created(stream_type, self._answers["create"])
        return entry

    async def _watch(self, entry: Entry) -> bool:
        """Until it is live or over; whether it is known by no such id as the create gave."""
        waited = 0.0
        for pause in _LIVE_WITHIN:
            await asyncio.sleep(pause)
            waited += pause
            try:
                entry = await self._sessions.look(entry)
            except AkoolError as error:
                if not says_gone(error):
                    self.lines.append(line("detail", error.card.happened, "It is answered.", False))
                    return False
            if entry.state not in (State.WAITING, State.CREATING):
                break
        if "detail" not in self._answers:
            found = Words("It does not know the id that the create gave.")
            self.lines.append(line("detail", found, "It is answered.", False))
            return True
        self.lines += lines.detailed(self._answers["detail"])
        found = Words("After {seconds} seconds it is {state}.", seconds=f"{waited:g}", state=entry.state.name.lower())
        self.lines.append(line("detail", found, "It becomes live within seconds.", entry.state is State.LIVE))
        return False

    async def _list(self, entry: Entry) -> bool:
        """Whether it names the session, among those that wait or run: all there ever were may fill many pages."""
        try:
            here = entry.session_id in [session.id for session in await running_sessions(self._client)]
        except AkoolError as error:
            self.lines.append(line("list", error.card.happened, "It is answered.", False))
            return False
        self.lines += lines.listed(self._answers["list"], here)
        return here

    async def _end_nameless(self, entry: Entry) -> None:
        """Detail knows no such id as the create gave, and the list has none: what it started may bear another."""
        if not self._listed:
            return
        with suppress(AkoolError):
            new = [one for one in await self._strays.look_for(entry) if one.stream_type in ("", entry.stream_type)]
            if len(new) == 1:
                [started] = await self._strays.adopt(self._account, new)
                self._rows.add(started.row)
                await self._end(started)
                await self._sessions.settle(entry, State.ENDED, NOT_FOUND)
            found = Words("New on the account under other ids: {count} session(s).", count=len(new))
            self.lines.append(line("create", found, "Its answer names the session that it starts.", not new))

    async def _close(self, entry: Entry) -> None:
        self._answers.pop("close", None)
        ended = await self._sessions.end(entry)
        if "close" in self._answers:
            self.lines += lines.closed(self._answers["close"])
        if not ended.state.over:
            found = Words("Named id, it was not ended: {why}", why=ended.why)
            self.lines.append(line("close", found, "It is ended with the session named id.", False))
            ended = await self._end_otherwise(ended)
        found = Words("Afterwards it is {state}.", state=ended.state.name.lower().replace("_", " "))
        self.lines.append(line("end", found, "It is over within seconds.", ended.state is State.ENDED))
        for named in ("id", "session_id"):
            await self._close_again(entry, named)

    async def _end_otherwise(self, entry: Entry) -> Entry:
        """By the other name that the pages use: while it runs, it costs."""
        with suppress(AkoolError):
            await self._client.close_session(entry.session_id, named="session_id")
            entry = await self._sessions.end(entry)
        if entry.state.over:
            found = Words("After another close, named session_id, it was over.")
            self.lines.append(line("close", found, "It is not needed.", False))
        return entry

    async def _close_again(self, entry: Entry, named: str) -> None:
        """What is over already costs nothing: whether the name is understood shows in how it is refused."""
        assumed = "It is refused as over or unknown (1216, 1219), or accepted again."
        try:
            await self._client.close_session(entry.session_id, named="id" if named == "id" else "session_id")
            found, holds = Words("A second time, named {named}, it is accepted.", named=named), True
        except Refused as refusal:
            answer = refusal.code or f"HTTP {refusal.status}"
            found = Words("A second time, named {named}, it is refused with {answer}.", named=named, answer=answer)
            holds = says_gone(refusal)
        except AkoolError as error:
            found, holds = error.card.happened, False
        self.lines.append(line("close", found, assumed, holds if named == "id" else None))

    async def _found(self, entry: Entry) -> Entry:
        """Whose create was not answered: the one session that is new on the account since this began, if it is one."""
        if not self._listed:
            return entry  # what is new cannot be told from what ran before
        with suppress(AkoolError):
            candidates = await self._strays.look_for(entry)
            if len(candidates) == 1:
                found = Words("A create whose answer could not be used had started a session.")
                self.lines.append(line("create", found, "It may have.", None))
                return await self._strays.take(entry, candidates[0])
        return self._sessions.entries[entry.row]

    # the balance

    async def _first_balance(self) -> float | None:
        """None where it is not for this key: nothing else needs it. Any other fault would be met again, and cost."""
        try:
            return await self._sessions.read_balance(self._account)
        except AkoolError as error:
            self.lines.append(line("balance", error.card.happened, "It is told at any time.", False))
            if isinstance(error, Refused) and not (error.auth or error.busy):
                return None
            raise

    async def _balance(self, entry: Entry) -> float | None:
        """Now, written into the session's row too."""
        with suppress(AkoolError):
            await self._sessions.measure(self._sessions.entries[entry.row])
            return self._sessions.balances[self._account.id]
        return None

    async def _settled(self, entry: Entry, held: float | None) -> float | None:
        """After the end, once it has moved, or when it does not."""
        after = held
        for pause in _SETTLES:
            await asyncio.sleep(pause)
            after = await self._balance(entry)
            if after != held:
                break
        return after

    def _tell_balance(self, before: float | None, held: float | None, after: float | None, seconds: int) -> None:
        if before is None or held is None or after is None:
            self.lines.append(line("balance", Words("It was not told."), "It is told at any time.", False))
            return
        found = Words("{amount} credits were held for {seconds} seconds.", amount=f"{before - held:g}", seconds=seconds)
        self.lines.append(line("balance", found, "The full length is held at the create.", before > held))
        found = Words(
            "{back} came back after the end, so {cost} were paid.", back=f"{after - held:g}", cost=f"{before - after:g}"
        )
        assumed = "What was not used comes back soon after the end. (Other sessions on the account would count too.)"
        self.lines.append(line("balance", found, assumed, after >= held))

    async def _first_avatar(self) -> str:
        try:
            avatars = await self._client.avatars()
        except AkoolError as error:
            self.lines.append(line("avatars", error.card.happened, "They are listed.", False))
            raise
        usable = [avatar for avatar in avatars if avatar.available]
        official = [avatar for avatar in usable if avatar.official]
        if not usable:
            raise NoAvatar
        return (official or usable)[0].avatar_id

    def _hear(self, last: str, envelope: Mapping[str, object]) -> None:
        self._answers[last] = envelope


class NoAvatar(Exception):  # noqa: N818
    """The account lists no avatar that can be used now."""

    words = Words("No avatar of the account can be used now. Name one with --avatar.")

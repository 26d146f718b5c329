"""The free check before a session: everything that can be asked without paying, side by side.

Every line that asks somebody has a deadline of its own, so that one who never answers holds up no other.
"""

import asyncio
import secrets
import socket
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from akool_desktop.akool.elevenlabs import ELEVENLABS, ask_about_key
from akool_desktop.akool.errors import AkoolError
from akool_desktop.akool.proxies import BadProxy, PasswordWaits, proxy_for
from akool_desktop.akool.web import WebError
from akool_desktop.desk import check_lines as lines
from akool_desktop.desk.accounts import PRACTICE, AccountDesk, AccountError
from akool_desktop.desk.catalogue import Catalogue, Entry, VoiceEntry
from akool_desktop.desk.check_lines import Line
from akool_desktop.desk.lists import READERS
from akool_desktop.desk.sessions import SessionDesk
from akool_desktop.desk.strays import running_sessions
from akool_desktop.session import rules
from akool_desktop.session.fields import FIELDS, Field, Value
from akool_desktop.session.rules import Draft, value
from akool_desktop.store.accounts import Account
from akool_desktop.store.ledger import LedgerError
from akool_desktop.store.vault import IN_KEYRING
from akool_desktop.words import Card, Words

_SECONDS = 15.0
_TRIAL, _TRIED = "check", secrets.token_hex(8)  # no word: what the keyring was given is hidden wherever it stands

Show = Callable[[Line], None]


@dataclass(frozen=True)
class _Question:
    """``lines`` wait for what ``ask`` finds. Without an answer to a vital one, nothing can be created either."""

    lines: tuple[Line, ...]
    ask: Callable[[], Awaitable[Sequence[Line]]]
    vital: bool = False


class CheckDesk:
    def __init__(self, accounts: AccountDesk, sessions: SessionDesk, elevenlabs: str = ELEVENLABS) -> None:
        self._accounts, self._sessions, self._elevenlabs = accounts, sessions, elevenlabs

    async def check(self, account: Account, draft: Draft, show: Show = lambda _: None) -> list[Line]:
        """All lines, in the order of the form. ``show`` is given each when it begins to run and when it is done."""
        visible = rules.visible(draft)
        there = [(field, value(draft, field.key)) for field in FIELDS if field.key in visible]
        found = {line.name: line for line in self._read_here(draft, there)}
        questions = [*self._of_account(account, draft), *self._of_fields(account, draft, there)]
        for question in questions:
            found.update((line.name, line) for line in question.lines)
        for line in found.values():
            show(line)

        def keep(line: Line) -> None:
            found[line.name] = line
            show(line)

        async with asyncio.TaskGroup() as group:
            for question in questions:
                group.create_task(_answer(question, keep))
        return list(found.values())

    async def ask_elevenlabs(self, line: Line, draft: Draft) -> Line:
        """The one line that another service is asked about, when the operator wants it; it costs nothing."""
        key = str(value(draft, line.go_to))
        try:
            return lines.key_asked(line, await ask_about_key(key, self._elevenlabs))
        except AkoolError as error:
            return lines.not_asked(line, error.card.happened)

    def _read_here(self, draft: Draft, there: Sequence[tuple[Field, Value]]) -> list[Line]:
        """What needs nobody's answer."""
        asked = {field.key for field, held in there if held is not None and _is_looked_up(field, draft)}
        found = lines.in_form(draft, asked)
        for field, held in there:
            line = Line(field.key, Words(field.label), go_to=field.key)
            if field.token and held is not None:
                found.append(lines.token(line, draft, field, time.time()))
            if field.key_of and held is not None:
                key = str(held)
                travels = key.isascii() and key.isprintable()  # else no header holds it, and nobody can be asked
                found.append(lines.key_shape(replace(line, offers=field.key_of if travels else ""), key))
        return found

    def _of_account(self, account: Account, draft: Draft) -> list[_Question]:
        key, credits = Line("key", Words("Key")), Line("credits", Words("Credits"))
        clock = Line("clock", Words("This computer's clock"))
        others, keyring = Line("sessions", Words("Open sessions")), Line("keyring", Words("Keyring"))

        async def ask_balance() -> Sequence[Line]:
            client = await self._accounts.client(account)
            found = await self._sessions.read_balance(account)
            fit = (field.key for field in FIELDS if field.kind == "length" and field.key not in _wrong(draft))
            length = next((value(draft, key) for key in fit), None)
            held = await self._last_hold(account, length)
            return (
                lines.key_accepted(key, account.name),
                lines.balance(credits, found, length, held),
                lines.clock(clock, client.ahead),
            )

        async def ask_sessions() -> Sequence[Line]:
            return [lines.in_the_way(others, len(await running_sessions(await self._accounts.client(account))))]

        async def ask_keyring() -> Sequence[Line]:
            return [lines.keyring(keyring, await self._keeping())]

        return [
            _Question((key, credits, clock), ask_balance, vital=True),
            _Question((others,), ask_sessions),
            _Question((keyring,), ask_keyring),
        ]

    async def _keeping(self) -> Words:
        """Where keys are kept, found out by keeping one: some keyrings take everything and give nothing back."""
        where, vault = await self._accounts.keeping(), self._accounts.vault
        if where == IN_KEYRING:
            await asyncio.to_thread(vault.write, _TRIAL, _TRIED)
            await asyncio.to_thread(vault.forget, _TRIAL)
            where = vault.reason or IN_KEYRING
        return where

    async def _last_hold(self, account: Account, length: Value) -> float | None:
        try:
            return await self._sessions.last_hold(account, length) if isinstance(length, int) else None
        except LedgerError:
            return None

    def _of_fields(self, account: Account, draft: Draft, there: Sequence[tuple[Field, Value]]) -> list[_Question]:
        wrong = _wrong(draft)
        found: list[_Question] = []
        for field, held in there:
            if held is None or field.key in wrong:
                continue
            line = Line(field.key, Words(field.label), go_to=field.key)
            if _is_looked_up(field, draft):
                found.append(self._in_list(line, account, draft, field, str(held)))
            if field.leads_to:
                found.append(self._link(line, account, field, str(held)))
            found += self._hosts(line, account, field, held)
        return found

    def _in_list(self, line: Line, account: Account, draft: Draft, field: Field, held: str) -> _Question:
        notes = [note.words for note in rules.notes(draft) if note.key == field.key]

        async def ask() -> Sequence[Line]:
            listed = await READERS[field.list_of](await self._accounts.client(account))
            found = next((entry for entry in listed if entry.id == held), None)
            said = notes or self._speech(found, draft)
            return [lines.with_notes(lines.in_list(line, found, held), said)]

        return _Question((line,), ask)

    def _speech(self, found: Entry | None, draft: Draft) -> list[Words]:
        """A voice that speaks another language than the session, where the form cannot know it."""
        language = value(draft, "language")
        if not isinstance(found, VoiceEntry) or Catalogue().agrees(found, language) != "differs":
            return []
        tongue = found.locale or found.language
        return [Words("It speaks {tongue}; the session's language is {language}.", tongue=tongue, language=language)]

    def _link(self, line: Line, account: Account, field: Field, held: str) -> _Question:
        async def ask() -> Sequence[Line]:
            try:
                return [lines.link(line, field.leads_to, await self._accounts.web(account).probe(held, _SECONDS))]
            except WebError as error:
                return [lines.link_broken(line, error.words)]

        return _Question((line,), ask)

    def _hosts(self, line: Line, account: Account, field: Field, held: Value) -> list[_Question]:
        """Names of the room's servers: the operator's own, and the vendor's, which Practice does without."""
        if "wss" in field.schemes:
            return [_resolving(line, urlsplit(str(held)).hostname or "")]
        chosen = [choice for choice in field.choices if choice.value == held and account.id != PRACTICE.id]
        return [
            _resolving(Line(host, Words("Server of {vendor}", vendor=Words(choice.label))), host)
            for choice in chosen
            for host in choice.hosts
        ]


def _wrong(draft: Draft) -> set[str]:
    return {finding.key for finding in rules.problems(draft)}


def _is_looked_up(field: Field, draft: Draft) -> bool:
    """A language is no one's but Akool's: any code may do."""
    return field.list_of not in ("", "languages") and rules.holds(draft, field.listed)


def fine(found: Sequence[Line]) -> bool:
    """Whether nothing is red; what a command's exit code says."""
    return not any(line.state == "problem" for line in found)


def _behind_proxy(host: str) -> bool:
    try:
        return proxy_for(f"https://{host}/") is not None
    except BadProxy:
        return False
    except PasswordWaits:
        return True


def _resolving(line: Line, host: str) -> _Question:
    async def ask() -> Sequence[Line]:
        try:
            await asyncio.get_running_loop().getaddrinfo(host, 443, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            if await asyncio.to_thread(_behind_proxy, host):
                return [lines.server_behind_proxy(line, host)]
            return [lines.server_unknown(line, host)]
        return [lines.server_known(line, host)]

    return _Question((line,), ask)


async def _answer(question: _Question, keep: Show) -> None:
    """What comes of one question, within its time; nothing that goes wrong with it reaches the others."""
    try:
        async with asyncio.timeout(_SECONDS):
            found = await question.ask()
    except TimeoutError:
        found = _unanswered(question, _no_answer())
    except (AkoolError, AccountError) as error:
        found = _unanswered(question, error.card)
    except Exception as error:
        found = _unanswered(question, _fault(error))
    for line in found:
        keep(line)


def _unanswered(question: _Question, card: Card) -> list[Line]:
    first, *rest = question.lines
    told = lines.key_refused(first, card) if question.vital else lines.not_asked(first, card.happened, card.advice)
    return [told, *(lines.not_asked(line, card.happened) for line in rest)]


def _no_answer() -> Card:
    happened = Words("Nobody answered within {seconds} seconds.", seconds=f"{_SECONDS:g}")
    return Card(Words("No answer in time"), happened, _FREE, Words("Try again in a minute."))


def _fault(error: Exception) -> Card:
    happened = Words("An unexpected fault of this program: {fault}.", fault=type(error).__name__)
    return Card(Words("This could not be checked"), happened, _FREE, Words("Tell whoever looks after the program."))


_FREE = Words("No. A check only asks, and asking is free.")

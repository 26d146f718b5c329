"""What is secret of a session: in the keyring while it may run, in no file ever."""

import asyncio
import base64
import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile import ok, refuse
from keyrings import SAFE, Shelf, in_use
from operating import DRAFT, KEY, TOKEN, Operator, operate, server

from akool_desktop.akool.errors import Refused
from akool_desktop.desk import credentials
from akool_desktop.desk.accounts import PRACTICE
from akool_desktop.desk.credentials import RoomCredentials
from akool_desktop.desk.threads import DaemonExecutor
from akool_desktop.session.fields import Value
from akool_desktop.store import vault
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.redaction import SECRETS


class SlowShelf(Shelf):
    """It takes its time to forget."""

    __module__ = SAFE

    def delete_password(self, service: str, username: str) -> None:
        time.sleep(0.05)
        super().delete_password(service, username)


KEPT = Shelf.set_password


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    with in_use(SlowShelf()) as shelf:
        yield shelf


def test_an_end_has_taken_the_credentials_from_the_keyring(shelf: Shelf, tmp_path: Path) -> None:
    """When it is reported: after "End and quit" there is no later."""
    with server() as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> tuple[list[str], list[str]]:
            entry = await operator.create()
            await operator.sessions.credentials.keep(entry)
            kept = list(shelf.entries.values())
            await operator.sessions.end(entry)
            afterwards = list(shelf.entries.values())
            await operator.sessions.credentials.keep(entry)  # a task that comes late
            return kept, afterwards + list(shelf.entries.values())

        kept, afterwards = operate(operator, work())
    assert len(kept) == 1
    assert "room-token-2214" in kept[0]
    assert afterwards == []
    assert SECRETS._rooms == {}, "of a long day's rooms only the latest are hidden"


def test_two_data_folders_take_nothing_from_each_other(shelf: Shelf, tmp_path: Path) -> None:
    """Each numbers its rows from 1, and the keyring is one."""
    for name in ("one", "two"):
        with server(create=ok({"_id": name, "credentials": {"livekit_token": f"room-token-{name}"}})) as hostile:
            operator = Operator(hostile.url, tmp_path / name)

            async def work(operator: Operator = operator) -> None:
                await operator.sessions.credentials.keep(await operator.create())

            operate(operator, work())
    assert len(shelf.entries) == 2


def test_a_rehearsal_asks_for_no_keyring(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is locked would ask somebody who practises for a password."""
    asked: list[str] = []
    for name in ("get_password", "set_password", "delete_password"):
        monkeypatch.setattr(Shelf, name, lambda *_, name=name: asked.append(name))
    with server() as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> State:
            entry = await operator.sessions.create(PRACTICE, operator.order())
            await operator.sessions.credentials.keep(entry)
            await operator.sessions.credentials.load(entry)
            assert operator.sessions.credentials.of(entry)
            assert operator.sessions.credentials.kept_where(entry) is None
            return (await operator.sessions.end(entry)).state

        assert operate(operator, work()) is State.ENDED
    assert asked == []
    assert shelf.entries == {}


def test_a_keyring_that_does_not_answer_holds_up_no_end(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(credentials, "_KEYRING_TAKES", 0.1)
    answers = threading.Event()
    monkeypatch.setattr(Shelf, "get_password", lambda *_: answers.wait(30) and None)
    with server() as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> State:
            try:
                return (await operator.sessions.end(await operator.create())).state
            finally:
                answers.set()

        assert operate(operator, work()) is State.ENDED
    assert shelf.entries == {}


def test_credentials_are_kept_while_it_may_run_and_no_longer(url: str, tmp_path: Path) -> None:
    operator = Operator(url, tmp_path)

    async def work() -> tuple[object, object]:
        entry = await operator.create(None)
        await operator.sessions.credentials.keep(entry)
        operator.sessions.credentials = RoomCredentials(operator.accounts.vault)
        await operator.sessions.credentials.load(entry)
        kept = dict(operator.sessions.credentials.of(entry))
        await operator.sessions.end(entry)
        await operator.sessions.credentials.load(entry)
        return kept, operator.sessions.credentials.of(entry)

    kept, afterwards = operate(operator, work())
    assert kept
    assert not afterwards


def test_nothing_secret_is_in_the_ledger(tmp_path: Path) -> None:
    with server() as hostile:
        operator = Operator(hostile.url, tmp_path)
        operate(operator, operator.create())
    written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"booth.example" in written
    for secret in (KEY, TOKEN, "room-token-2214"):
        assert secret.encode() not in written


def test_no_secret_of_any_setting_is_in_the_ledger_also_when_akool_repeats_it(tmp_path: Path) -> None:
    eleven = "planted-eleven-77"
    own_voice: dict[str, Value] = {
        "use_elevenlabs": True, "voice_id": "v1", "voice_params.elevenlabs_settings.api_key": eleven,
    }  # fmt: skip
    with server(create=refuse(1003, f"bad {eleven} and {TOKEN} of {KEY}")) as hostile:
        operator = Operator(hostile.url, tmp_path)
        with pytest.raises(Refused):
            operate(operator, operator.create(DRAFT | own_voice))
        sent = hostile.requests[0].body.decode()
    assert eleven in sent
    assert TOKEN in sent
    written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"booth.example" in written
    for secret in (KEY, TOKEN, eleven):
        assert secret.encode() not in written


@pytest.mark.parametrize("repeated", [TOKEN[:14] + "…", "room-token-2214", base64.b64encode(KEY.encode()).decode()])
def test_no_part_of_a_secret_is_in_the_ledger_whatever_akool_repeats_of_it(repeated: str, tmp_path: Path) -> None:
    """Cut short, of the room that it made, or in base64."""
    SECRETS.know(TOKEN)  # as the form has, or the command that was given it
    with server(close=refuse(1010, f"cannot end {repeated}"), detail=ok({"status": 2})) as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> Entry:
            return await operator.sessions.end(await operator.create())

        assert operate(operator, work()).why.startswith("Akool did not end the session: 1010, cannot end [secret]")
    assert repeated[:12].encode() not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


@pytest.mark.usefixtures("shelf")
def test_credentials_are_there_once_the_keyring_is_unlocked(tmp_path: Path) -> None:
    """The Stage was tried while it was locked."""
    with server() as hostile:
        operator = Operator(hostile.url, tmp_path)

        async def work() -> list[bool]:
            entry = await operator.create()
            await operator.sessions.credentials.keep(entry)
            operator.sessions.credentials = RoomCredentials(operator.accounts.vault)  # another run
            operator.vault.use_this_run()
            found = []
            for _ in range(2):
                await operator.sessions.credentials.load(entry)
                found.append("livekit_token" in operator.sessions.credentials.of(entry))
                operator.vault.retry()
            return found

        assert operate(operator, work()) == [False, True]


def test_a_keyring_that_waits_all_day_takes_no_thread_from_the_ledger(shelf: Shelf, tmp_path: Path) -> None:
    """A prompt that nobody answers (a kiosk that signs in by itself): sessions are still sold, written down and ended,
    and once it is answered, the keyring holds what is open and nothing of what is over."""
    answered, get = threading.Event(), Shelf.get_password
    created = iter([ok({"_id": f"s{number}", "credentials": {"livekit_token": f"t{number}"}}) for number in range(11)])
    with server(create=lambda visit: next(created)(visit)) as hostile, pytest.MonkeyPatch.context() as locked:
        locked.setattr(vault, "_QUEUE", 0.05)
        locked.setattr(Shelf, "get_password", lambda *names: answered.wait(30) and get(*names))
        locked.setattr(Shelf, "set_password", lambda *names: answered.wait(30) and KEPT(*names))
        operator = Operator(hostile.url, tmp_path)

        async def work() -> list[State]:
            asyncio.get_running_loop().set_default_executor(DaemonExecutor(6))
            opens = asyncio.ensure_future(asyncio.to_thread(operator.vault.read, "what opens the prompt"))
            while not operator.vault.waiting:  # noqa: ASYNC110  # the vault is asked, and sets no event for tests
                await asyncio.sleep(0.01)
            states: list[State] = []
            keeping: list[asyncio.Task[None]] = []
            for _ in range(11):
                entry = await asyncio.wait_for(operator.create(), 2)
                keeping.append(asyncio.ensure_future(operator.sessions.credentials.keep(entry)))
                await asyncio.sleep(0.02)
                if len(states) < 10:
                    states.append((await asyncio.wait_for(operator.sessions.end(entry), 5)).state)
            answered.set()
            await asyncio.wait([opens, *keeping])
            return states

        assert operate(operator, work()) == [State.ENDED] * 10
    assert list(shelf.entries.values()) == [json.dumps({"livekit_token": "t10"})]

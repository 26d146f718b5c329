"""A keyring that is locked while the program runs: what could not be read is read when it is unlocked at last."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile import by_path, ok
from keyrings import Shelf, in_use
from ui.conftest import OpenProgram, Serve
from ui.driving import KEY, until_says

from akool_desktop.desk import accounts as accounts_module
from akool_desktop.paths import folders
from akool_desktop.store.accounts import Account, AccountBook


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    with in_use(Shelf()) as shelf:
        yield shelf


async def test_what_waited_for_the_keyring_is_read_when_it_is_unlocked(
    shelf: Shelf, open_program: OpenProgram, serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever starts the program with the computer types that password later than the program waits for it."""
    monkeypatch.setattr(accounts_module, "_PATIENCE", 0.7)
    account = Account("c1", "Client", "plum", "api_key", serve(by_path({"info": ok({"credit": 1234})}, ok([]))).url)
    AccountBook(folders(tmp_path / "data").config).add(account)
    shelf.set_password("", account.secret_name, KEY)
    shelf.open.clear()
    program = await open_program()
    await until_says(program, "credits not known")
    shelf.open.set()
    await until_says(program, "1,234 credits")
    await program.read()

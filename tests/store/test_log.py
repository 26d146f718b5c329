"""No secret enters the log, whatever is logged and in whatever form the secret stands there."""

import asyncio
import base64
import faulthandler
import html
import json
import logging
import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus, urlencode

import httpx
import pytest

from akool_desktop.store.clean_file import CleanFile
from akool_desktop.store.log import Log
from akool_desktop.store.redaction import INSTEAD, SECRETS, Redaction

KEY = 'planted/"key"+5f3a91 &=\\ä'
TOKEN = "eyJhbGciOiJIUzI1NiJ9.planted-b0oth_77c2e0.c2lnbmF0dXJl"
SHORT = "pl4nt"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    SECRETS.know(KEY, TOKEN, SHORT)
    root, level = logging.getLogger(), logging.getLogger().level
    handler = CleanFile(tmp_path / "akool-desktop.log")
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield tmp_path / "akool-desktop.log"
    root.setLevel(level)
    root.removeHandler(handler)
    handler.close()


def forms(secret: str) -> list[str]:
    plain = secret.encode()
    return [
        secret, quote(secret), quote(secret, safe=""), quote_plus(secret), quote(secret, safe="").lower(),
        urlencode({"key": secret}), json.dumps(secret), json.dumps(secret, ensure_ascii=False),
        json.dumps(json.dumps({"key": secret})), repr(secret), repr(plain), html.escape(secret), secret[::-1],
        base64.b64encode(plain).decode(), base64.b64encode(b"x" + plain).decode(),
        base64.b64encode(b"user:" + plain + b"\n").decode(), base64.urlsafe_b64encode(b"xy" + plain).decode(),
        plain.hex(), plain.hex().upper(), plain.hex(":"), str(list(plain)), secret.upper(),
        f"Authorization: Bearer {secret}", str({"x-api-key": secret}), str(httpx.Headers({"x": quote(secret)}).raw),
    ]  # fmt: skip


def leaks(text: str, secret: str) -> list[str]:
    """Pieces of a secret's forms that stand in the text."""
    found = [form[at : at + 10] for form in forms(secret) for at in range(len(form) - 9)]
    telling = [piece for piece in found if piece.lower() not in _AROUND]
    return [piece for piece in telling if piece.lower() in text.lower()]


_AROUND = " ".join(("Authorization: Bearer ", "{'x-api-key': '", '"{\\"key\\": \\"', "[(b'x', b'")).lower()


@pytest.mark.parametrize("secret", [KEY, TOKEN])
def test_no_form_of_a_secret_passes(log: Path, secret: str) -> None:
    for form in forms(secret):
        logging.getLogger("anybody").error("before %s after", form)
    text = log.read_text("utf-8")
    assert leaks(text, secret) == []
    assert text.count("before ") == text.count(" after") == len(forms(secret))


def test_a_short_secret_is_found_whole(log: Path) -> None:
    logging.error("say %s, %s and %s", SHORT, quote(SHORT), base64.b64encode(SHORT.encode()).decode())
    text = log.read_text("utf-8")
    assert SHORT not in text
    assert text.endswith(f"say {INSTEAD}, {INSTEAD} and {INSTEAD}Q=\n")


def test_pieces_of_a_secret_do_not_pass(log: Path) -> None:
    long = f"{TOKEN}.{'0123456789abcdefghij' * 10}"
    SECRETS.know(long)
    for piece in (TOKEN[:14], TOKEN[-13:], *textwrap.wrap(long, 30), base64.encodebytes(long.encode()).decode()):
        logging.error("%s", piece)
    assert leaks(log.read_text("utf-8"), long) == []


def test_wherever_it_stands_in_a_record(log: Path) -> None:
    """Message, arguments, exception and its causes and notes, stack, the logger's and the thread's name."""
    try:
        try:
            raise ValueError(TOKEN)
        except ValueError as error:
            error.add_note(quote(KEY))
            raise RuntimeError({"key": KEY}) from error
    except RuntimeError:
        logging.exception("failed with %r", {"token": TOKEN}, stack_info=True)
    logging.getLogger(f"library.{TOKEN}").warning(TOKEN)
    (handler,) = (found for found in logging.getLogger().handlers if isinstance(found, CleanFile))
    for mistake, arguments in (("%d", (TOKEN,)), (_Unsayable(), ())):  # the usual handler prints the arguments
        handler.handle(logging.LogRecord(f"x.{KEY}", logging.ERROR, "", 1, mistake, arguments, None))
    text = log.read_text("utf-8")
    assert "RuntimeError" in text
    assert "ValueError" in text
    assert leaks(text, KEY) == leaks(text, TOKEN) == []
    assert text.count("could not be written") == 2


class _Unsayable:
    def __str__(self) -> str:
        raise ValueError(TOKEN)


def test_what_libraries_say_at_their_most_talkative(log: Path) -> None:
    """httpx and httpcore log addresses and headers, asyncio the coroutines that failed and their arguments."""

    async def ask(key: str) -> None:
        transport = httpx.MockTransport(lambda _: httpx.Response(200))
        async with httpx.AsyncClient(transport=transport) as client:
            await client.get("https://akool.example/x", params={"key": key}, headers={"x-api-key": quote(key)})
        raise RuntimeError(key)

    async def abandon() -> None:
        asyncio.get_running_loop().set_debug(True)
        task = asyncio.ensure_future(ask(KEY))
        await asyncio.wait([task])
        asyncio.get_running_loop().call_exception_handler({"message": TOKEN, "exception": task.exception()})

    asyncio.run(abandon())
    text = log.read_text("utf-8")
    assert "akool.example" in text
    assert "RuntimeError" in text
    assert leaks(text, KEY) == leaks(text, TOKEN) == []


def test_what_is_no_secret_stays_as_it_is() -> None:
    redaction = Redaction()
    redaction.know(TOKEN)
    for text in ("", "The İstanbul session ended.", "x" * 5000):
        assert redaction.clean(text) == text
    assert redaction.clean(f"İ {TOKEN} İ") == f"İ {INSTEAD} İ"


def test_a_secret_that_is_being_typed_is_known_as_it_stands() -> None:
    redaction = Redaction()
    for end in range(1, len(TOKEN) + 1):
        redaction.know_typed("field", TOKEN[:end])
    assert redaction.clean(f"<{TOKEN}>") == f"<{INSTEAD}>"
    assert redaction.clean("eyJh is how they begin") == "eyJh is how they begin"
    redaction.know_typed("field", "")
    assert redaction.clean(TOKEN) == INSTEAD


def test_of_what_the_vault_keeps_as_json_its_secrets_are_known() -> None:
    redaction = Redaction()
    redaction.know(json.dumps({"agora_uid": 7, "agora_channel": "the hall", "agora_token": TOKEN}))
    assert redaction.clean(f'"the hall", "agora_token": "{TOKEN}"') == f'"the hall", "agora_token": "{INSTEAD}"'


def test_the_log_turns_over(tmp_path: Path) -> None:
    log = Log(tmp_path / "new")
    log.open()
    try:
        for _ in range(60):
            logging.getLogger("akool_desktop.x").info("x" * 100_000)
    finally:
        log.close()
    assert len(log.files()) == 4
    assert sum(path.stat().st_size for path in log.files()) < 4_400_000


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    log = Log(tmp_path / "file" / "log")
    log.open()
    log.watch_crashes()
    log.close()
    assert log.files() == []


def test_without_a_file_nothing_that_is_logged_is_printed_instead(tmp_path: Path) -> None:
    """Python would, as it is: no secret has been taken out of it by then."""
    (tmp_path / "file").write_text("")
    script = f"""
import logging
from pathlib import Path
from akool_desktop.store.log import Log
Log(Path({str(tmp_path / "file" / "log")!r})).open()
logging.getLogger("akool_desktop.x").error("the key is %s", {TOKEN!r})
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=30)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
@pytest.mark.timeout(20)
def test_a_pipe_in_its_place_holds_up_no_start(tmp_path: Path) -> None:
    for name in ("akool-desktop.log", "crash.txt"):
        os.mkfifo(tmp_path / name)
    log = Log(tmp_path)
    log.open()
    log.watch_crashes()
    log.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_disk_that_is_full_fails_nobody_at_the_end(tmp_path: Path) -> None:
    """A command that has ended a session would report a failure."""
    (tmp_path / "akool-desktop.log").symlink_to("/dev/full")
    log, before = Log(tmp_path), list(logging.getLogger().handlers)
    log.open()
    logging.getLogger("akool_desktop").info("A line")
    log.close()
    assert logging.getLogger().handlers == before


def test_a_crash_is_told_at_the_next_start_and_once(tmp_path: Path) -> None:
    was_on = faulthandler.is_enabled()
    (tmp_path / "crash.txt").write_text("Fatal Python error: Segmentation fault\n")
    try:
        for crashed in (True, False):
            log = Log(tmp_path)
            log.watch_crashes()
            assert log.crashed == crashed
            log.close()
        assert [path.name for path in log.files()] == ["crash-before.txt"]
    finally:
        if was_on:
            faulthandler.enable()


@pytest.mark.skipif(os.name != "posix", reason="has no such modes")
def test_nobody_else_on_the_computer_reads_it(tmp_path: Path) -> None:
    kept = Log(tmp_path / "data" / "log")
    kept.watch_crashes()
    kept.open()
    kept.close()
    assert not kept.folder.stat().st_mode & 0o077

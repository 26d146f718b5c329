"""An open window shows what a command does at the same time, in a process of its own, within a second or so."""

import asyncio
import json
import os
import sys
from pathlib import Path

from hostile import by_path, ok
from shell import ENDED, KEY, PLAIN, SESSION
from ui.conftest import OpenProgram, Serve
from ui.driving import Program, until

from akool_desktop.ui.sessions.strip import Strip

_A_SECOND = 1.5  # with the turn of the loop that shows it, on a busy computer


async def test_a_window_shows_what_a_command_creates_and_ends(
    serve: Serve, open_program: OpenProgram, tmp_path: Path
) -> None:
    live = SESSION | {"status": 2}
    answers = {"session/create": ok(SESSION), "session/close": ok(None), "session/detail": ok(live)}
    server = serve(by_path(answers, ok({"count": 0, "result": [], "credit": 9})))
    program = await open_program(environment_key=KEY, base_url=server.url)
    await program.read()
    assert not program.sessions.open
    preset = tmp_path / "plain.json"
    preset.write_text(json.dumps(PLAIN))
    await _command(tmp_path, server.url, "create", "--preset", str(preset))
    await _shown_within_a_second(program, "Waiting in line", "Live")
    answers["session/detail"] = ok(ENDED)
    await _command(tmp_path, server.url, "end", str(SESSION["_id"]))
    await _shown_within_a_second(program, "Ended, confirmed")


async def _command(folder: Path, url: str, *arguments: str) -> None:
    options = ["--data-dir", str(folder / "data"), "--base-url", url]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "akool_desktop", *arguments, *options, env=os.environ | {"AKOOL_API_KEY": KEY},
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, _ = await process.communicate()
    assert (process.returncode, out.decode()) == (0, f"{SESSION['_id']}\n")


async def _shown_within_a_second(program: Program, *states: str) -> None:
    began = asyncio.get_running_loop().time()
    strip = program.window.findChild(Strip)
    assert strip
    await until(lambda: any(program.says(state, strip) for state in states), f"for {states}")
    assert asyncio.get_running_loop().time() - began < _A_SECOND

"""A shell for commands, within the test or as a process, and what they are tried on."""

import io
import json
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hostile import HostileServer

from akool_desktop import cli
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.ledger import Ledger

KEY, TOKEN, ELEVEN = "planted-key-5f3a91", "planted-token-77c2e0", "planted-eleven-90c1"
AVATAR = "dvp_Tristan_cloth2_1080P"
Document = dict[str, Any]

PLAIN: Document = {"name": "Plain", "values": {"avatar_id": AVATAR, "duration": 90, "stream_type": "livekit"}}
OWN: Document = {
    "name": "Booth, hall 3",
    "values": {"avatar_id": AVATAR, "stream_type": "livekit", "credentials.livekit_url": "wss://booth.example",
               "use_elevenlabs": True},
    "secrets": {"credentials.livekit_token": "ask", "voice_params.elevenlabs_settings.api_key": "ask"},
}  # fmt: skip
TOKEN_NAME = "AKOOL_SECRET_CREDENTIALS_LIVEKIT_TOKEN"
ELEVEN_NAME = "AKOOL_SECRET_VOICE_PARAMS_ELEVENLABS_SETTINGS_API_KEY"
SESSION: Document = {"_id": "6698c9d69cf7b0d61d1b6420", "status": 1, "stream_type": "livekit", "credentials": {
    "livekit_url": "wss://akool.example", "livekit_token": "planted-room-0b44",
}}  # fmt: skip
ENDED = SESSION | {"status": 3}


class Shell:
    """Runs the program within the test: its exit code, standard output, standard error."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self._capsys, self._monkeypatch = folder, capsys, monkeypatch
        self.base_url = ""
        for name in ("AKOOL_API_KEY", TOKEN_NAME, ELEVEN_NAME):
            monkeypatch.delenv(name, raising=False)

    def use(self, base_url: str) -> None:
        """The account Environment, at this address."""
        self._monkeypatch.setenv("AKOOL_API_KEY", KEY)
        self.base_url = base_url

    def run(self, *arguments: str, given: str = "") -> tuple[int, str, str]:
        base = ["--base-url", self.base_url] if self.base_url else []
        self._monkeypatch.setattr(sys, "stdin", io.StringIO(given))
        try:
            code = cli.main([*arguments, "--data-dir", str(self.folder), *base])
        except SystemExit as left:
            code = int(str(left.code))
        return (code, *self._capsys.readouterr())

    def preset(self, document: Document, folder: str = "presets") -> Path:
        path = self.folder / folder / f"{document['name']}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(document))
        return path

    def rows(self) -> list[Entry]:
        ledger = Ledger(self.folder / "data")
        try:
            return ledger._entries("ORDER BY row")
        finally:
            ledger.close()

    def write_row(self, **changes: Any) -> None:
        ledger = Ledger(self.folder / "data")
        facts: dict[str, Any] = {"row": 0, "account_id": "environment", "account": "Environment", "avatar": "a",
                                 "stream_type": "agora", "created_at": time.time(), "state": State.LIVE}  # fmt: skip
        ledger.begin(Entry(**facts | changes))
        ledger.close()


def said(stderr: str) -> str:
    """The one line that was said."""
    (line,) = stderr.splitlines()
    assert line.startswith("akool-desktop: ")
    return line.removeprefix("akool-desktop: ")


def sent_to(server: HostileServer) -> Any:
    return next(seen.json() for seen in server.requests if seen.path.endswith("create"))

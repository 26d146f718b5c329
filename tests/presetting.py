"""Presets for one test: in a folder, written by hand, and on a desk with folders and a keyring of its own."""

import json
import threading
from dataclasses import replace
from pathlib import Path

from keyring.backend import KeyringBackend

from akool_desktop.desk.presets import PresetDesk
from akool_desktop.paths import resource
from akool_desktop.session.fields import Value
from akool_desktop.store.drafts import Drafts
from akool_desktop.store.presets import Preset, PresetFolder
from akool_desktop.store.vault import Vault

TOKEN = "planted-token-6c90"
KEY = "credentials.livekit_token"
KEYRING, ASK = {KEY: "keyring"}, {KEY: "ask"}
DRAFT: dict[str, Value] = {
    "avatar_id": "dvp_Tristan_cloth2_1080P", "stream_type": "livekit", "room": "own",
    "credentials.livekit_url": "wss://booth.example", KEY: TOKEN,
}  # fmt: skip


class Shelf(KeyringBackend):
    """A keyring that keeps what it is given by name; while ``open`` is not set, it waits behind its prompt."""

    __module__ = "keyring.backends.SecretService"

    def __init__(self) -> None:
        self.entries: dict[str, str] = {}
        self.open = threading.Event()
        self.open.set()

    def get_password(self, _service: str, username: str) -> str | None:
        self.open.wait()
        return self.entries.get(username)

    def set_password(self, _service: str, username: str, password: str) -> None:
        self.open.wait()
        self.entries[username] = password

    def delete_password(self, _service: str, username: str) -> None:
        self.open.wait()
        del self.entries[username]


def desk_in(folder: Path, data: str = "data") -> PresetDesk:
    """As after a start of the program, on a computer of its own where ``data`` is another."""
    presets = PresetFolder(folder / "presets", folder / data)
    presets.scan()
    return PresetDesk(presets, Drafts(folder / data / "drafts"), Vault(), resource("presets"))


def preset(name: str = "Booth", **more: object) -> Preset:
    return replace(Preset("", name, {"avatar_id": "a"}), **more)  # type: ignore[arg-type]


def by_hand(place: Path, file: str, document: object) -> Path:
    place.mkdir(exist_ok=True)
    path = place / file
    path.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
    return path


def names(folder: PresetFolder, text: str = "", tag: str = "") -> list[str]:
    return [listed.name for listed in folder.search(text, tag)]

"""Presets for one test: in a folder, written by hand, and on a desk with folders and a keyring of its own."""

import json
from dataclasses import replace
from pathlib import Path

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

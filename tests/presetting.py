"""A desk of presets with folders and a keyring of its own, for one test."""

from pathlib import Path

from akool_desktop.desk.presets import PresetDesk
from akool_desktop.paths import resource
from akool_desktop.session.fields import Value
from akool_desktop.store.drafts import Drafts
from akool_desktop.store.presets import PresetFolder
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

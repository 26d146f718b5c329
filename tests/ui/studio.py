"""The real window over the practice service, and one method for each thing that a picture of it may need."""

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jwt
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton, QWidget

from akool_desktop.desk.accounts import PRACTICE, AccountDesk
from akool_desktop.desk.lists import Lists
from akool_desktop.desk.network import NetworkDesk
from akool_desktop.desk.presets import PresetDesk
from akool_desktop.desk.sessions import SessionDesk
from akool_desktop.desk.strays import Strays
from akool_desktop.paths import resource
from akool_desktop.practice.failures import FAILURES
from akool_desktop.practice.service import PracticeService
from akool_desktop.session.fields import Value
from akool_desktop.store.accounts import Account, AccountBook
from akool_desktop.store.drafts import Drafts
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.file_cache import FileCache
from akool_desktop.store.history import History
from akool_desktop.store.ledger import Ledger
from akool_desktop.store.list_cache import ListCache
from akool_desktop.store.network import NetworkFile
from akool_desktop.store.presets import PresetFolder
from akool_desktop.store.settings import SettingsFile
from akool_desktop.store.vault import Vault
from akool_desktop.ui.language import tr
from akool_desktop.ui.tasks import Tasks
from akool_desktop.ui.window import Window

FULL: dict[str, Value] = {
    "avatar_id": "dvp_Tristan_cloth2_1080P", "voice_params.speed": 1.05, "language": "en",
    "knowledge_id": "practice-museum",
}  # fmt: skip
FAST_LIVEKIT: dict[str, Value] = FULL | {
    "knowledge_id": None, "scene_mode": "fast_dialogue", "e2e_type": "openai", "voice_params.voice_id": "marin",
    "voice_id": "iP95p4xoKVk53GoZ742B", "voice_params.pron_map": (("akool", "ai ku er"),), "stream_type": "livekit",
    "room": "own", "credentials.livekit_url": "https://booth.example.com", "credentials.livekit_token": "x" * 24,
    "credentials.livekit_room_name": "booth-3", "credentials.livekit_server_identity": "avatar-1", "duration": 1800,
}  # fmt: skip
ELEVENLABS: dict[str, Value] = FULL | {
    "use_elevenlabs": True, "voice_params.elevenlabs_settings.stability": 0.5, "mode_type": 1,
}  # fmt: skip
ADVANCED: dict[str, Value] = FULL | {
    "voice_params.turn_detection.type": "server_vad", "voice_params.turn_detection.threshold": 0.5,
    "voice_params.pron_map": (("akool", "ai ku er"), ("GIF", "jif")),
}  # fmt: skip
TRTC: dict[str, Value] = FULL | {"stream_type": "trtc", "room": "own", "credentials.trtc_sdk_app_id": "abc"}
AGORA: dict[str, Value] = FULL | {"room": "own", "credentials.agora_uid": 100000, "duration": None}
CREDENTIALS: dict[str, str | int] = {
    "agora_uid": 100010, "agora_app_id": "e0275b5410c4f3e1b71e", "agora_channel": "booth", "agora_token": "007secret",
}  # fmt: skip

Look = Callable[[str, QWidget], Awaitable[object]]


def own_token(seconds: float, room: str = "booth-3") -> dict[str, Value]:
    claims = {"sub": "avatar-1", "exp": time.time() + seconds, "video": {"room": room, "roomJoin": True}}
    return FAST_LIVEKIT | {"credentials.livekit_token": jwt.encode(claims, "s" * 32, "HS256")}


class Studio:
    """The window, and one method for each thing a picture may need.

    ``look`` is called with the name of what shows and its widget, ``pause`` are the seconds until all is painted.
    ``size`` is that of the windows to come, ``prefix`` goes before their names.
    """

    def __init__(self, folder: Path, look: Look, pause: float = 0.2) -> None:
        self.practice = PracticeService(resource("contract/create-session.json"), resource("practice/catalogue.json"))
        book = AccountBook(folder)
        self.client = Account("client", "Client account", "plum", "api_key", self.practice.start())
        book.add(self.client)
        self.accounts = AccountDesk(book, Vault(), environment_key="", start_practice=self.practice.start)
        self.accounts.vault.write(self.client.secret_name, "key-of-the-studio")
        self.accounts.choose(PRACTICE)
        self.tasks, self.size, self.prefix = Tasks(), (1440, 900), ""
        self._folder, self._look, self._pause = folder, look, pause
        self.window = self._open()

    def _open(self) -> Window:
        self.ledger_folder = Path(tempfile.mkdtemp(dir=self._folder))
        self.ledger = Ledger(self.ledger_folder)
        self.sessions = SessionDesk(self.ledger, self.accounts)
        strays = Strays(self.ledger, self.accounts, self.sessions)
        self.presets = PresetFolder(self.ledger_folder / "presets", self.ledger_folder)
        lists = Lists(self.accounts, ListCache(self.ledger_folder), FileCache(self.ledger_folder / "files"))
        desk = PresetDesk(
            self.presets, Drafts(self.ledger_folder / "drafts"), self.accounts.vault, resource("presets")
        )
        window = Window(
            self.accounts, NetworkDesk(NetworkFile(self._folder), self.accounts.vault), self.sessions, strays, desk,
            History(self.ledger_folder), lists, SettingsFile(self._folder), self.tasks, self.practice, FAILURES,
        )  # fmt: skip
        window.show()
        return window

    def add_session(self, state: State, account: Account, **facts: Any) -> Entry:
        """A row as the ledger would hold it, without asking anyone."""
        for name in ("recover", "watch"):
            self.tasks.cancel(name)
        now = time.time()
        entry = Entry(
            row=0, account_id=account.id, account=account.name, avatar="dvp_Tristan_cloth2_1080P", who="Tristan",
            stream_type="agora", room="akool", length=600, created_at=now - 140, state=state,
            session_id="6698c9d69cf7b0d61d1b6420", started_at=now - 138, sent={"avatar_id": "x"}, credits_before=1260,
            credits_held=1200, ended_at=now if state.over else None,
        )  # fmt: skip
        entry = self.ledger.begin(replace(entry, **facts))
        self.sessions.entries[entry.row] = entry
        self.sessions.credentials.take(entry, CREDENTIALS)
        self.sessions.changed()
        return entry

    async def renew(self, account: Account = PRACTICE) -> None:
        """A window with nothing in it yet, as large as most."""
        for task in self.tasks.leave():
            task.cancel()
        self.tasks = Tasks()
        self.tasks.attach(asyncio.get_running_loop())
        self.window.hide()
        self.window.deleteLater()
        self.accounts.choose(account)
        self.window = self._open()
        self.window.resize(*self.size)  # more than the screen that is not there
        self.window.begin()
        # what was open last would come into a draft that is loaded at once
        await self.settle("open preset", "scan presets", "presets")

    async def settle(self, *names: str) -> None:
        for _ in range(200):
            await asyncio.sleep(0.02)
            frames = self.window._open_preset.typed._frame, self.window._open_sessions.frames
            if not any(self.tasks.runs(name) for name in names) and not any(frame.isActive() for frame in frames):
                break
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        await asyncio.sleep(self._pause)

    async def take(self, name: str, widget: QWidget | None = None) -> None:
        await self.settle("read lists", "read credits")
        await self._look(f"{self.prefix}{name}", widget or self.window)

    async def put_away(self) -> None:
        for task in self.tasks.leave():
            task.cancel()
        await self.accounts.close()
        self.practice.stop()

    def press(self, name: str) -> None:
        buttons = (button for button in self.window.findChildren(QPushButton) if button.isVisible())
        next(button for button in buttons if button.text().startswith(tr(name))).click()

    def load(self, draft: dict[str, Value]) -> None:
        self.window._form.load(draft)

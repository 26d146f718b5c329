"""Every screen and state as PNG, light and dark, at 1x and 2x: ``python tests/ui/pictures.py DIR``.

Drives the real window over the practice service. The pictures are for looking at; nothing compares them.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import jwt
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, Qt, qInstallMessageHandler
from PySide6.QtWidgets import QDialog, QMenu, QPushButton, QWidget

from akool_desktop.akool.errors import Call, Refused
from akool_desktop.akool.models import Session
from akool_desktop.app import make_loop
from akool_desktop.desk.accounts import PRACTICE, AccountDesk
from akool_desktop.desk.catalogue import Catalogue, Listing
from akool_desktop.desk.lists import Lists
from akool_desktop.desk.network import NetworkDesk
from akool_desktop.desk.preset_differences import Difference
from akool_desktop.desk.preset_files import Opened
from akool_desktop.desk.presets import PresetDesk
from akool_desktop.desk.sessions import SessionDesk
from akool_desktop.desk.strays import Strays
from akool_desktop.desk.support import SupportDesk
from akool_desktop.desk.transfer import Imported, missing_here
from akool_desktop.paths import folders, resource
from akool_desktop.practice.failures import FAILURES
from akool_desktop.practice.service import PracticeService
from akool_desktop.session.fields import BY_KEY, Value
from akool_desktop.stage.session import PageClosed
from akool_desktop.store.accounts import Account, AccountBook
from akool_desktop.store.drafts import Drafts
from akool_desktop.store.file_cache import FileCache
from akool_desktop.store.history import History
from akool_desktop.store.ledger import Entry, Ledger, State
from akool_desktop.store.list_cache import ListCache
from akool_desktop.store.log import Log
from akool_desktop.store.network import NetworkFile
from akool_desktop.store.preset_file import Preset, Stored
from akool_desktop.store.presets import PresetFolder
from akool_desktop.store.settings import Settings, SettingsFile
from akool_desktop.store.vault import Vault
from akool_desktop.ui.account_dialog import AccountDialog
from akool_desktop.ui.application import application
from akool_desktop.ui.cards import MissingCard
from akool_desktop.ui.doors import Doors
from akool_desktop.ui.hand_off import HandOff
from akool_desktop.ui.imported import ImportedReport
from akool_desktop.ui.language import tr
from akool_desktop.ui.network_dialog import NetworkDialog
from akool_desktop.ui.pass_dialog import PassDialog
from akool_desktop.ui.pasting import PastingDialog
from akool_desktop.ui.preset_dialogs import ChangedQuestion, MisplacedQuestion, PresetDialog
from akool_desktop.ui.program_dialog import ProgramDialog
from akool_desktop.ui.questions import EndAllQuestion, FindQuestion, LeavingQuestion
from akool_desktop.ui.sheet import Sheet
from akool_desktop.ui.sizing import resize_text
from akool_desktop.ui.speaking import speak, speak_by
from akool_desktop.ui.stage_panel import Told
from akool_desktop.ui.support_dialog import SupportDialog
from akool_desktop.ui.tasks import Tasks
from akool_desktop.ui.theme import theme
from akool_desktop.ui.transfers import ExportQuestion
from akool_desktop.ui.window import Window
from akool_desktop.words import Words

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # it is started as a script, too

from ui.spoken import ACCENTED

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
        self.sessions.credentials[entry.row] = CREDENTIALS
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
        await self.settle("open preset")  # what was open last would come into a draft that is loaded at once

    async def settle(self, *names: str) -> None:
        for _ in range(200):
            await asyncio.sleep(0.02)
            frames = self.window._open_preset.typed._frame, self.window._open_sessions.steps
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


async def doors(studio: Studio) -> None:
    await studio.renew()
    shown = Doors(studio.window)
    shown.show()
    await studio.take("00-first-run")
    shown.open_form()


async def sharing(studio: Studio) -> None:
    await studio.renew(studio.client)
    studio.load(FAST_LIVEKIT)
    studio.add_session(State.LIVE, studio.client)
    studio.window._topbar.sharing.turn(True)
    await studio.take("36-screen-sharing")
    studio.window._topbar.sharing.turn(False)


async def main_window(studio: Studio) -> None:
    await studio.renew()
    await studio.take("01-empty")
    studio.window._creating.create()
    await studio.take("02-create-with-nothing-chosen")
    await studio.renew(studio.client)
    studio.load(FULL)
    await studio.take("03-client-account")
    await studio.renew()
    studio.load(FULL)
    studio.press("Request preview")
    await studio.take("04-practice-filled-preview")


async def form_states(studio: Studio) -> None:
    for name, draft, key in (
        ("05-fast-dialogue-own-livekit", FAST_LIVEKIT, "credentials.livekit_url"),
        ("06-fast-dialogue-voice", FAST_LIVEKIT, "voice_params.voice_id"),
        ("07-elevenlabs-retelling", ELEVENLABS, "voice_id"),
        ("08-advanced", ADVANCED, "voice_params.turn_detection.type"),
        ("09-say-words-as", ADVANCED, "voice_params.pron_map"),
        ("10-own-trtc", TRTC, "credentials.trtc_sdk_app_id"),
        ("11-own-agora-length-unknown", AGORA, "duration"),
    ):
        await studio.renew()
        studio.load(draft)
        studio.window._form.touch_all()
        studio.window._form.go_to(key)
        await studio.take(name)


def own_token(seconds: float, room: str = "booth-3") -> dict[str, Value]:
    claims = {"sub": "avatar-1", "exp": time.time() + seconds, "video": {"room": room, "roomJoin": True}}
    return FAST_LIVEKIT | {"credentials.livekit_token": jwt.encode(claims, "s" * 32, "HS256")}


async def token_clocks(studio: Studio) -> None:
    for name, draft in (
        ("good", own_token(3125)), ("short", own_token(1690)), ("over", own_token(-185)),
        ("other-room", own_token(3125, "booth-4")), ("unreadable", FAST_LIVEKIT),
    ):  # fmt: skip
        await studio.renew(studio.client)
        studio.load(draft)
        studio.window._form.touch_all()
        studio.window._form.go_to("credentials.livekit_url")
        await studio.take(f"25-token-{name}")


async def checks(studio: Studio) -> None:
    for name, draft in (
        ("fine", FULL), ("problems", own_token(-185)), ("short", own_token(1690)), ("elevenlabs", ELEVENLABS),
    ):  # fmt: skip
        await studio.renew(studio.client)
        studio.load(draft | {"credentials.livekit_url": "wss://127.0.0.1"})
        studio.window._check()
        await studio.take(f"26-check-{name}-running")
        await studio.settle("check")
        await studio.take(f"26-check-{name}")
    studio.load(FULL | {"duration": 300})
    await studio.take("26-check-stale")
    studio.window.resize(1024, 640)
    await studio.renew()
    studio.load(FULL)
    studio.window.resize(1024, 640)
    studio.window._check()
    await studio.settle("check")
    await studio.take("26-check-smallest")
    studio.window.errors.add(Refused(Call.CREATE, status=200, code=1104, msg="insufficient credit").card)
    await studio.take("26-check-behind-an-error")


async def results(studio: Studio) -> None:
    for state in State:
        await studio.renew(studio.client)
        studio.load(FULL)
        facts: dict[str, Any] = {"end_asked_at": time.time(), "why": "Ended here.", "credits_after": 1235.0}
        if state in (State.CREATING, State.UNKNOWN, State.NOT_STARTED):
            facts = {"session_id": "", "started_at": None, "why": "The answer never came."}
        entry = studio.add_session(state, studio.client, **facts)
        if entry.session_id and not state.over:
            studio.window._open_sessions.cards.show(entry.row)
        await studio.take(f"12-session-{state.name.lower()}")
    await studio.renew(studio.client)
    studio.load(FULL)
    for seconds, account in ((138, PRACTICE), (510, studio.client), (60, studio.client)):
        studio.add_session(State.LIVE, account, started_at=time.time() - seconds)
    await studio.take("12-sessions-three-ending-soon")
    await studio.renew(studio.client)
    studio.load(FULL)
    studio.window.errors.add(Refused(Call.CREATE, status=200, code=1104, msg="insufficient credit").card)
    await studio.take("13-error-1104")
    await studio.renew()
    studio.load(FULL)
    studio.practice.fail_next("slow")
    studio.window._creating.create()
    studio.window._banner.refresh()
    await studio.settle()
    await studio.take("14-creating")
    studio.window._creating.cancel()
    await studio.take("15-cancelling")
    studio.tasks.cancel("create")
    await studio.settle()


async def dialogs(studio: Studio) -> None:
    await studio.renew()
    for name, account in (("16-add-account", None), ("17-change-account", studio.client)):
        dialog = AccountDialog(studio.window, studio.accounts, studio.tasks, account)
        dialog.open()
        await studio.settle("where keys are kept")
        await studio.take(name, dialog)
        dialog._save()
        await studio.settle("save account")
        await studio.take(f"{name}-problem" if account is None else f"{name}-saved", dialog)
        dialog.close()
    studio.window._open_network()
    network = studio.window.findChild(NetworkDialog)
    assert network
    await studio.take("17-network", network)
    network._mode.setCurrentIndex(2)
    network._save()
    await studio.settle("save network")
    await studio.take("17-network-problem", network)
    network.close()


async def history(studio: Studio) -> None:
    await studio.renew(studio.client)
    studio.window._open_history()
    shown = studio.window._history_window
    assert shown
    await studio.settle("history")
    await studio.take("24-history-empty", shown)
    for number, state in enumerate((State.ENDED, State.FAILED, State.NOT_STARTED, State.ENDED, State.LIVE)):
        sent = {"avatar_id": "dvp_Tristan_cloth2_1080P", "mode_type": 2, "voice_params": {"speed": 1 + number / 20}}
        why = "" if state is State.LIVE else "Ended here."
        studio.add_session(state, studio.client, sent=sent, why=why, credits_after=1235.0)
    shown.search()
    await studio.settle("history")
    shown._table.selectRow(1)
    await studio.settle("history entry")
    shown._compare()
    await studio.settle("history compare")
    await studio.take("24-history", shown)
    shown._search.setText("nothing like it")
    await studio.settle("history")
    await studio.take("24-history-no-match", shown)
    shown.close()


def write_presets(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for number, (name, colour) in enumerate((
        ("Booth, hall 3", "plum"), ("Museum tour", ""), ("Fast talk, English", ""), ("Retelling, news", "ocean"),
        ("LiveKit booth with a name that is longer than the panel is wide", ""),
    )):  # fmt: skip
        document = {"id": f"p{number}", "name": name, "colour": colour, "tags": ["fair"], "values": FULL}
        (folder / f"{number}.json").write_text(json.dumps(document), "utf-8")
    (folder / "from a mail.json").write_text("{ no", "utf-8")


async def presets(studio: Studio) -> None:
    await studio.renew()
    studio.window.resize(1440, 900)
    write_presets(studio.presets.folder)
    studio.window._open_preset.list.look()
    await studio.settle("scan presets", "presets")
    studio.presets.set_favourite("p0", True)
    studio.window._open_preset.open("p0")
    await studio.settle("open preset", "use preset")
    studio.window._form._rows["language"].put("fr")
    studio.window._open_preset.list.refresh()
    if studio.window._panel.isVisible():  # it does not stand beside the form at every size
        studio.window._panel.focus_list()
    await studio.settle("presets")
    await studio.take("25-presets-changed")
    studio.window._panel._search.setText("nothing like it")
    await studio.settle("presets")
    await studio.take("25-presets-no-match")
    studio.window._panel._search.clear()
    await studio.settle("presets")
    studio.window._panel.asked.emit("delete", [studio.window._panel.rows.listed[1]])
    await studio.settle("delete presets", "presets")
    await studio.take("25-presets-deleted")
    studio.window.resize(1024, 640)
    studio.window._presets_place.search()
    await studio.take("25-presets-over-the-form")
    studio.window._presets_place.toggle()
    await dialogs_of_presets(studio)
    studio.window.resize(1440, 900)


async def dialogs_of_presets(studio: Studio) -> None:
    preset = studio.presets.read("p0").preset
    naming = PresetDialog(studio.window, "Save preset", preset, Words("The file holds no secret."))
    naming.open()
    naming._name.clear()
    naming._save()
    await studio.take("26-save-preset", naming)
    naming.close()
    differences = [
        Difference("avatar_id", Words("Avatar"), Words("dvp_Tristan_cloth2_1080P"), Words("dvp_Museum")),
        Difference("duration", Words("Session length"), Words("10:00"), Words("30:00")),
    ]
    asking = ChangedQuestion(studio.window, "Booth, hall 3", differences)
    asking.open()
    await studio.take("26-changed-elsewhere", asking)
    asking.close()


async def pickers(studio: Studio) -> None:
    """Each list as it is, and the avatars' in every state."""
    await studio.renew()
    studio.load(FULL | {"voice_id": "practice-clone-curatrice"})
    await studio.settle("read lists")
    await studio.take("25-picked")
    panel = studio.window._pickers
    read = panel.catalogue
    for key, name, search in (
        ("avatar_id", "avatars", ""), ("avatar_id", "avatars-no-match", "nobody"), ("voice_id", "voices", ""),
        ("language", "languages", "chinese"), ("knowledge_id", "knowledge-bases", ""),
    ):  # fmt: skip
        panel.open(BY_KEY[key])
        shown = panel._open
        assert shown
        shown._search.setText(search)
        await studio.settle()
        await studio.take(f"26-{name}", shown)
        if key == "voice_id":
            shown._others.setChecked(True)  # type: ignore[attr-defined]
            shown._player.failed.emit("No sound device was found, so the sample cannot be heard.")  # type: ignore[attr-defined]
            await studio.take("26-voices-others-no-sound", shown)
        shown.close()
    failed = Words("The connection to openapi.akool.com was refused.")
    avatars = read.lists["avatars"]
    for name, catalogue, reads in (
        ("loading", Catalogue(), True),
        ("failed", Catalogue({}, {"avatars": failed}), False),
        ("empty", Catalogue({"avatars": Listing((), avatars.read_at)}), False),
        ("offline", Catalogue({"avatars": replace(avatars, failed=failed)}), False),
    ):
        panel.open(BY_KEY["avatar_id"])
        shown = panel._open
        assert shown
        shown.take(catalogue, reads=reads)
        await studio.take(f"26-avatars-{name}", shown)
        shown.close()
    studio.load(FULL | {"avatar_id": "practicebooth", "background_url": "https://pictures.example/hall.jpg"})
    await studio.take("27-no-background")


async def questions(studio: Studio) -> None:
    await studio.renew(studio.client)
    studio.load(FULL)
    live = studio.add_session(State.LIVE, studio.client)
    unknown = studio.add_session(State.UNKNOWN, studio.client, session_id="", why="No usable answer came.")
    other = Session("77a8c9d69cf7b0d61d1b6999", 2, "livekit")
    clock = studio.sessions.clock
    leaving = LeavingQuestion(studio.window, studio.sessions.open, clock)
    leaving.open()
    await studio.take("20-leaving", leaving)
    leaving.show_ending([live])
    await studio.take("20-leaving-ending", leaving)
    leaving.show_not_ended([live])
    await studio.take("20-leaving-not-confirmed", leaving)
    leaving.show_not_ended([unknown])
    await studio.take("20-leaving-unknown", leaving)
    leaving.close()
    ending = EndAllQuestion(studio.window, "Client account", [live], clock)
    ending.open()
    await studio.take("21-end-all-looking", ending)
    ending.show_failed(Refused(Call.READ, status=200, code=1005, msg="frequent operation").card.happened)
    await studio.take("21-end-all-not-known", ending)
    ending.show_others([other])
    await studio.take("21-end-all", ending)
    ending.close()
    finding = FindQuestion(studio.window, unknown)
    finding.open()
    await studio.take("22-find-looking", finding)
    finding.show_found([other])
    await studio.take("22-find-one", finding)
    finding.show_found([])
    await studio.take("22-find-none", finding)
    finding.close()
    for state, facts in (
        (State.LIVE, {}), (State.NOT_CONFIRMED, {"end_asked_at": time.time()}),
        (State.LIVE, {"started_at": time.time() - 504}), (State.ENDED, {}),
    ):  # fmt: skip
        await studio.renew(studio.client)
        entry = studio.add_session(state, studio.client, **facts)
        compact = studio.window._open_sessions._make_compact()
        compact._row = entry.row
        compact.refresh()
        await studio.take(f"23-compact-{state.name.lower()}{'-soon' if 'started_at' in facts else ''}", compact)


async def stages(studio: Studio) -> None:
    """What a Stage's page tells, on the card of a session; the words are the page's own."""
    lines = {("user", "1"): "Good evening, hall three", ("bot", "2"): "Welcome! Ask me anything about the museum."}
    live = Told("live", "Live", 640, "H264 1280 × 720", "good", lines=lines)
    running = "The session is still running and may cost money: end it in Akool Desktop."
    left = Told("left", f"You have left the room. {running}")
    lost, asked, closed = Told(), Told(), Told(lines=lines)
    lost.open_in(False)
    asked.open_in(True)
    closed.hear(PageClosed())
    for name, told, is_open, facts in (
        ("none", Told(), False, {}), ("opening", asked, False, {}), ("live", live, True, {}),
        ("fast", live, True, {"sent": {"scene_mode": "fast_dialogue"}}), ("left", left, True, {}),
        ("closed", closed, False, {}), ("no-browser", lost, False, {}), ("own-room", Told(), False, {"room": "own"}),
    ):  # fmt: skip
        await studio.renew(studio.client)
        studio.load(FULL)
        entry = studio.add_session(State.LIVE, studio.client, **facts)
        opened = studio.window._open_sessions
        opened.cards.show(entry.row)
        await studio.settle(f"details {entry.row}")
        own = entry.room == "own"
        why_not = opened.stages._why_not(entry)
        panel = opened.stages._panels[entry.row]
        panel.show_told(told, why_not=why_not, takes_pass=own, may_open=True, is_page_open=is_open)
        await studio.take(f"28-stage-{name}")
        if name == "live":
            studio.window.resize(1024, 640)
            await studio.take("28-stage-smallest")


async def handing_over(studio: Studio) -> None:
    """What is given to others: the room, a page of LiveKit's, the program view's link, a way into an own room."""
    await studio.renew(studio.client)
    facts = {"stream_type": "livekit", "room": "akool", "length": 600, "started_at": time.time() - 60}
    entry = studio.add_session(State.LIVE, studio.client, **facts)
    sheet = Sheet(entry, studio.window._sessions.clock, {})
    token = own_token(52 * 60)["credentials.livekit_token"]
    room = {"livekit_url": "wss://rooms.example.com", "livekit_token": token, "livekit_room_name": "akool-7"}
    dialog = HandOff(studio.window, sheet, room, 540)
    dialog.open()
    await studio.take("33-hand-over", dialog)
    dialog.resize(dialog.width(), 900)
    (show,) = [found for found in dialog.findChildren(QPushButton) if found.text() == tr("Show the code")]
    show.click()
    await studio.take("33-hand-over-code", dialog)
    dialog.close()
    own = HandOff(studio.window, replace(sheet, entry=replace(entry, room="own")), {}, None)
    own.open()
    await studio.take("33-hand-over-own-room", own)
    own.close()
    for port, moved in ((0, False), (47800, True)):
        program = ProgramDialog(studio.window, port, moved=moved)
        program.open()
        await studio.take(f"34-program-view{'-moved' if moved else ''}", program)
        program.close()
    viewer = PassDialog(studio.window, "agora", {"agora_app_id": "a" * 32, "agora_channel": "hall"}, "")
    viewer.open()
    await studio.take("35-viewers-pass", viewer)
    viewer._give()
    await studio.take("35-viewers-pass-missing", viewer)
    viewer.close()


async def importing(studio: Studio) -> None:
    await studio.renew(studio.client)
    body = {"avatar_id": "dvp_Tristan_cloth2_1080P", "stream_type": "livekit", "duration": 4000, "webhook": "x",
            "credentials": {"livekit_url": "wss://booth.example.com", "livekit_token": "eyJhbGciOi"}}  # fmt: skip
    command = f"curl https://openapi.akool.com \\\n  -H 'x-api-key: 1f0c' \\\n  -d '{json.dumps(body, indent=2)}'"
    presets = json.dumps([{"name": f"Hall {number}", "values": {"avatar_id": "a"}} for number in (3, 4)])
    for name, text in (("empty", ""), ("command", command), ("several", presets), ("broken", '{"avatar_id": }')):
        dialog = PastingDialog(studio.window, text)
        dialog.open()
        await studio.take(f"24-paste-{name}", dialog)
        dialog.close()
    stored = Stored(Preset("a", "Booth, hall 3", {}), Path("x.json"), "")
    missing = ("credentials.livekit_token",)
    report = ImportedReport(studio.window, [
        Imported(Words("Booth, hall 3 imported."), stored, missing=missing),
        Imported(Words("Hall 4 is here already and says something else. What came is Hall 4 2."), stored, stored),
        Imported(Words("notes.json is not valid JSON: see line 3, column 7. It was left as it is.")),
    ])  # fmt: skip
    report.open()
    await studio.take("25-imported", report)
    report.close()
    studio.window._side.add_card(MissingCard("Booth, hall 3", missing_here(
        Opened(stored, {"avatar_id": "not here"}, missing=missing), studio.window._pickers.catalogue
    )))  # fmt: skip
    await studio.take("26-missing")


async def from_the_keyboard(studio: Studio) -> None:
    """What opens over the window and belongs to none of its panels."""
    await studio.renew()
    paths = folders(studio.ledger_folder)
    support = SupportDesk(paths, Log(paths.log))
    commands = studio.window.commands
    for name, opened in (("37-commands", commands.open_palette), ("37-keys", commands.show_keys)):
        opened()
        (shown,) = (found for found in studio.window.findChildren(QDialog) if found.isVisible())
        await studio.settle("presets by name")
        await studio.take(name, shown)
        shown.close()
    for name, dialog in (
        ("38-support-bundle", SupportDialog(studio.window, support, studio.tasks)),
        ("39-export", ExportQuestion(studio.window, ["Booth, hall 3"])),
        ("39-secret-in-clear", MisplacedQuestion(studio.window, "Booth, hall 3")),
    ):
        dialog.open()
        await studio.take(name, dialog)
        dialog.close()


async def menus(studio: Studio) -> None:
    await studio.renew()
    studio.load(FULL)
    studio.window._side._preview.show_open(True)
    await studio.settle("presets")
    buttons = [found for found in studio.window.findChildren(QPushButton) if found.isVisible() and found.menu()]
    for button in buttons:
        await take_menu(studio, f"40-menu-{button.text() or button.accessibleName()}".rstrip("…"), button.menu())


async def take_menu(studio: Studio, name: str, menu: QMenu) -> None:
    menu.popup(studio.window.mapToGlobal(QPoint(200, 200)))
    await studio.take(name, menu)
    menu.close()
    for found in menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        await take_menu(studio, f"{name}-{found.title()}", found)


async def sizes(studio: Studio) -> None:
    for name, width, height in (("18-smallest", 1024, 640), ("19-widest", 2560, 1440)):
        await studio.renew(studio.client)
        studio.load(FAST_LIVEKIT)
        studio.add_session(State.LIVE, studio.client)
        studio.window.resize(width, height)
        await studio.take(name)
        studio.window._form.touch_all()
        studio.window._form.go_to("credentials.livekit_url")
        await studio.take(f"{name}-problem")


SCENES: tuple[Callable[[Studio], Coroutine[Any, Any, None]], ...] = (
    doors, main_window, form_states, token_clocks, checks, results, dialogs, presets, pickers, questions, history,
    stages, handing_over, importing, from_the_keyboard, menus, sizes, sharing,
)  # fmt: skip


# Chinese; and a third longer than English, from right to left.
IN_OTHER_LANGUAGES: dict[str, Callable[[], None]] = {
    "zh": lambda: speak("zh_CN"), "rtl": lambda: speak_by(ACCENTED, QLocale("ar_EG")),
}  # fmt: skip


# As large as the window may be on screens of these sizes: the second is one of 1024x640.
LARGE = {"-200": (1440, 900), "-200-small": (1016, 600)}


async def take_large(studio: Studio) -> None:
    for scene in (main_window, form_states, large_window, results, questions, stages):
        await scene(studio)


async def large_window(studio: Studio) -> None:
    await studio.renew(studio.client)
    studio.load(FULL)
    studio.window._presets_place.toggle()
    await studio.take("25-presets-over-the-form")
    studio.window._presets_place.toggle()
    studio.window._check()
    await studio.settle("check")
    await studio.take("26-check")
    bar = studio.window._form.verticalScrollBar()
    bar.setValue(bar.maximum())
    await studio.take("27-below-the-form")


async def take_all(directory: Path, suffix: str) -> None:
    language = ""

    async def save(name: str, widget: QWidget) -> None:
        widget.grab().save(str(directory / f"{name}-{theme().choice}{language}{suffix}.png"))

    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(Path(folder), save)
        studio.tasks.attach(asyncio.get_running_loop())
        for choice in ("light", "dark"):
            theme().apply(choice)
            for scene in SCENES:
                await scene(studio)
        theme().apply("contrast")
        for scene in SCENES:
            await scene(studio)
        theme().apply("light")
        for name, change in IN_OTHER_LANGUAGES.items():
            change()
            language = f"-{name}"
            for scene in (main_window, form_states, results, dialogs, presets, pickers, questions, history):
                await scene(studio)
        speak("en")
        resize_text(200, partial(theme().apply, "light"))
        for choice in ("light", "dark"):
            theme().apply(choice)
            for name, studio.size in LARGE.items():
                language = name
                await take_large(studio)
        await studio.put_away()


def main(directory: Path) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    if "QT_SCALE_FACTOR" not in os.environ:
        for scale in ("1", "2"):
            environment = os.environ | {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
            subprocess.run([sys.executable, __file__, str(directory)], env=environment, check=True)
        print(f"{len(list(directory.glob('*.png')))} pictures in {directory}")
        return
    qInstallMessageHandler(lambda _kind, _where, words: None if "propagateSizeHints" in words else print(words))
    app = application(Settings())
    with asyncio.Runner(loop_factory=lambda: make_loop(app)) as runner:
        runner.run(take_all(directory, f"-{os.environ['QT_SCALE_FACTOR']}x"))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())

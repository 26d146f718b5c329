"""The screens of sessions: how each state looks, what is asked about money, the Stage, what is handed over."""

import time
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QPushButton
from ui.studio import FULL, Studio, own_token

from akool_desktop.akool.errors import Call, Refused
from akool_desktop.akool.models import Session
from akool_desktop.desk.accounts import PRACTICE
from akool_desktop.stage.session import PageClosed, Said
from akool_desktop.store.entry import State
from akool_desktop.ui.language import tr
from akool_desktop.ui.sessions.hand_off import HandOff
from akool_desktop.ui.sessions.leaving import LeavingQuestion
from akool_desktop.ui.sessions.pass_dialog import PassDialog
from akool_desktop.ui.sessions.program_dialog import ProgramDialog
from akool_desktop.ui.sessions.questions import EndAllQuestion, FindQuestion
from akool_desktop.ui.sessions.sheet import Sheet
from akool_desktop.ui.sessions.stage_panel import Told


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


async def questions(studio: Studio) -> None:
    await studio.renew(studio.client)
    studio.load(FULL)
    live = studio.add_session(State.LIVE, studio.client)
    unknown = studio.add_session(State.UNKNOWN, studio.client, session_id="", why="No usable answer came.")
    other = Session("77a8c9d69cf7b0d61d1b6999", 2, "livekit")
    clock = studio.sessions.clock
    leaving = LeavingQuestion(studio.window, studio.sessions.open, clock, remembered=True)
    leaving.open()
    await studio.take("20-leaving", leaving)
    leaving.show_ending([live])
    await studio.take("20-leaving-ending", leaving)
    leaving.show_not_ended([live])
    await studio.take("20-leaving-not-confirmed", leaving)
    leaving.show_not_ended([unknown])
    await studio.take("20-leaving-unknown", leaving)
    leaving.close()
    ending = EndAllQuestion(studio.window, "Client account", [live], [], clock, {})
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
    finding.show_found([other], is_payer=True)
    await studio.take("22-find-one", finding)
    finding.show_found([], is_payer=False)
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
    said = (
        Said("user", "1", "Good evening, hall three", final=True),
        Said("bot", "2", "Welcome! Ask me anything about the museum.", final=True),
    )
    lines: dict[tuple[str, str], Said] = {(line.speaker, line.mid): line for line in said}
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
    dialog = HandOff(studio.window, studio.window._tasks, sheet, room, 540)
    dialog.open()
    await studio.take("33-hand-over", dialog)
    dialog.resize(dialog.width(), 900)
    (show,) = [found for found in dialog.findChildren(QPushButton) if found.text() == tr("Show the code")]
    show.click()
    await studio.take("33-hand-over-code", dialog)
    dialog.close()
    own = HandOff(studio.window, studio.window._tasks, replace(sheet, entry=replace(entry, room="own")), {}, None)
    own.open()
    await studio.take("33-hand-over-own-room", own)
    own.close()
    for taken in (0, 47800):
        program = ProgramDialog(studio.window, taken, taken=taken)
        program.open()
        await studio.take(f"34-program-view{'-moved' if taken else ''}", program)
        program.close()
    viewer = PassDialog(studio.window, "agora", {"agora_app_id": "a" * 32, "agora_channel": "hall"}, "")
    viewer.open()
    await studio.take("35-viewers-pass", viewer)
    viewer._give()
    await studio.take("35-viewers-pass-missing", viewer)
    viewer.close()

"""The window's screens while a session is set up: the form in all its states, its tokens, the check."""


from ui.studio import ADVANCED, AGORA, ELEVENLABS, FAST_LIVEKIT, FULL, TRTC, Studio, own_token

from akool_desktop.akool.errors import Call, Refused
from akool_desktop.store.entry import State
from akool_desktop.ui.accounts.doors import Doors


async def doors(studio: Studio) -> None:
    await studio.renew()
    shown = Doors(studio.window, studio.window._inside)
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

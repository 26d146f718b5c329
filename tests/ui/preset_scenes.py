"""The screens of presets, of the lists to choose from, and of what comes in from elsewhere."""

import json
from dataclasses import replace
from pathlib import Path

from ui.studio import FULL, Studio

from akool_desktop.desk.catalogue import Catalogue, Listing
from akool_desktop.desk.preset_differences import Difference
from akool_desktop.desk.preset_files import Opened
from akool_desktop.desk.transfer import Imported, missing_here
from akool_desktop.session.fields import BY_KEY
from akool_desktop.store.preset_file import Preset, Stored
from akool_desktop.ui.cards import MissingCard
from akool_desktop.ui.presets.dialogs import ChangedQuestion, PresetDialog
from akool_desktop.ui.presets.imported import ImportedReport
from akool_desktop.ui.presets.pasting import PastingDialog
from akool_desktop.words import Words


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

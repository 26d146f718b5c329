"""The presets that come with the program: each is whole, and lacks only what nobody but the operator has."""

from pathlib import Path

import pytest
from presetting import DRAFT, desk_in

from akool_desktop.session import rules
from akool_desktop.session.fields import BY_KEY
from akool_desktop.session.values import written_values
from akool_desktop.store.preset_file import compose

LACKING = {
    "Minimal": [],
    "Retelling with Agora": [],
    "Dialogue with a knowledge base": [],
    "Fast dialogue": [],
    "Own room on LiveKit": ["credentials.livekit_url", "credentials.livekit_token"],
    "Own room on TRTC": [
        "credentials.trtc_sdk_app_id", "credentials.trtc_sdk_room_id", "credentials.trtc_sdk_user_id",
        "credentials.trtc_sdk_user_sig",
    ],
    "Own ElevenLabs voice": ["voice_params.elevenlabs_settings.api_key"],
}  # fmt: skip


def test_there_are_seven(tmp_path: Path) -> None:
    assert [starter.preset.name for starter in desk_in(tmp_path).starters()] == list(LACKING)


@pytest.mark.parametrize("name", LACKING)
def test_it_loads_whole_and_lacks_only_what_the_operator_has(name: str, tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    stored = desk.find(name)
    opened = desk.open_file(stored)
    problems = rules.problems(opened.draft)
    assert opened.left_out == ()
    assert [finding.key for finding in problems] == LACKING[name]
    assert all(str(finding.words).endswith(" is needed.") for finding in problems)
    assert rules.not_sent(opened.draft) == []
    assert {*opened.asked, *opened.missing} == {key for key in LACKING[name] if BY_KEY[key].secret}


@pytest.mark.parametrize("name", LACKING)
def test_it_is_written_as_the_program_writes(name: str, tmp_path: Path) -> None:
    stored = desk_in(tmp_path).find(name)
    preset = stored.preset
    assert compose(preset) == stored.path.read_bytes()
    draft = desk_in(tmp_path).open_file(stored).draft
    assert list(written_values(draft, preset.secrets).items()) == list(preset.values.items())
    assert preset.note
    assert preset.tags


def test_saving_one_makes_a_preset_and_leaves_it_alone(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    starter = desk.find("Own room on LiveKit")
    before = starter.path.read_bytes()
    saved = desk.save(starter, "Mine", DRAFT, {"credentials.livekit_token": "ask"}, note="")
    assert (saved.path.parent, saved.preset.name, saved.preset.note) == (tmp_path / "presets", "Mine", "")
    assert saved.preset.id != starter.preset.id
    assert starter.path.read_bytes() == before

"""Any name makes a file name that Windows, macOS and Linux take, and that no other file in the folder has."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akool_desktop.store.preset_names import file_name, is_preset, same

NAMES = {
    "Booth, hall 3": "Booth, hall 3.json",
    "a/b": "a-b.json",
    "a\\b": "a-b.json",
    '<>:"|?*': "-------.json",
    "CON": "_CON.json",
    "con": "_con.json",
    "Aux.main": "_Aux.main.json",
    "COM¹": "_COM¹.json",
    "lpt9 .x": "_lpt9 .x.json",
    "CONSOLE": "CONSOLE.json",
    "COM10": "COM10.json",
    "trailing dots...": "trailing dots.json",
    "trailing blanks  ": "trailing blanks.json",
    ".hidden": "hidden.json",
    "..": "preset.json",
    "": "preset.json",
    " ": "preset.json",
    "\0": "preset.json",
    "line\nbreak\ttab": "line break tab.json",
    "\u202edetrevni": "detrevni.json",
    "zero\u200bwidth": "zerowidth.json",
    "half \ud83d": "half.json",
    "🎤 Booth": "🎤 Booth.json",
    "👩\u200d🏫": "👩\u200d🏫.json",
    "Gru\u0308n": "Grün.json",
    "会议室": "会议室.json",
    "x" * 300: "x" * 60 + ".json",
    "室" * 300: "室" * 40 + ".json",
    "🎤" * 300: "🎤" * 30 + ".json",
    "Booth.json": "Booth.json.json",
}


@pytest.mark.parametrize(("name", "file"), NAMES.items(), ids=[ascii(name)[:30] for name in NAMES])
def test_the_file_says_what_the_preset_is_called(name: str, file: str) -> None:
    assert file_name(name, ()) == file


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("Booth", "booth.JSON"),
        ("BOOTH", "Booth.json"),
        ("Gr\u00fcn", "Gru\u0308n.json"),
        ("Straße", "STRASSE.json"),
    ],
)
def test_a_file_that_some_system_takes_for_the_same_is_not_written_over(name: str, there: str) -> None:
    assert file_name(name, {same(there)}) == f"{name} 2.json"
    assert file_name(name, {same(there), same(f"{name} 2.json")}) == f"{name} 3.json"


@given(st.text())
def test_any_text(name: str) -> None:
    file = file_name(name, ())
    assert is_preset(file)
    assert file == unicodedata.normalize("NFC", file)
    assert len(file.encode()) <= 130
    assert not set(file) & set('<>:"/\\|?*\0\n')
    assert file.removesuffix(".json").strip(" .") == file.removesuffix(".json") != ""


@pytest.mark.parametrize("file", [".booth.json", "._booth.json", ".6f1c.new", "booth.txt", "json", ".presets.lock"])
def test_other_files_are_no_presets(file: str) -> None:
    assert not is_preset(file)

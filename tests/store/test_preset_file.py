"""A preset's file: what is written is read back; what others wrote is read as far as it can be."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akool_desktop.store.preset_file import BIGGEST, Preset, PresetError, Stored, compose, parse, read_content

PATH = Path("folder/Booth.json")
# The example of the format.
EXAMPLE: dict[str, Any] = {
    "version": 1, "id": "6f1c2b0e", "name": "Booth, hall 3",
    "values": {
        "avatar_id": "dvp_Tristan_cloth2_1080P", "mode_type": 2, "room": "own", "stream_type": "livekit",
        "credentials.livekit_url": "wss://booth.example.com", "voice_params.speed": 1.05, "duration": 600,
    },
    "secrets": {"credentials.livekit_token": "ask"},
}  # fmt: skip


def read(document: object) -> Stored:
    return parse(json.dumps(document).encode(), PATH)


def said(stored: Stored) -> list[str]:
    return [str(words) for words in stored.left_out]


def test_the_example_is_read_and_written_to_the_letter() -> None:
    text = json.dumps(EXAMPLE, indent=2) + "\n"
    stored = parse(text.encode(), PATH)
    assert stored.preset == Preset("6f1c2b0e", "Booth, hall 3", EXAMPLE["values"], EXAMPLE["secrets"])
    assert stored.left_out == ()
    assert compose(stored.preset).decode() == text


def test_only_values_are_required() -> None:
    preset = read({"values": {}}).preset
    assert preset == Preset("", "Booth", {})


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + json.dumps(EXAMPLE).encode(),
        json.dumps(EXAMPLE, indent=1).replace("\n", "\r\n").encode(),
        json.dumps(EXAMPLE).encode("utf-16"),
    ],
    ids=["mark of Notepad", "CRLF", "PowerShell's UTF-16"],
)
def test_what_windows_does_to_a_text_file_is_no_damage(content: bytes) -> None:
    assert parse(content, PATH).preset == read(EXAMPLE).preset


BROKEN = {
    "empty": b"",
    "cut": b'{"version": 1, "val',
    "zeros": b"\0" * 64,
    "not UTF-8": b'{"values": {"a": "B\xfcro"}}',
    "a list": b"[]",
    "no values": b'{"name": "x"}',
    "values are a list": b'{"values": []}',
    "nested without end": b'{"values":' * 100_000,
    "nested deep": b'{"values": {"a": ' + b"[" * 60 + b"]" * 60 + b"}}",
    "not a number": b'{"values": {"a": NaN}}',
    "infinite": b'{"values": {"a": Infinity}}',
    "too large a number": b'{"values": {"a": 1e999}}',
    "too long a number": b'{"values": {"a": ' + b"9" * 5000 + b"}}",
    "comment": b'{"values": {} } // mine',
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_what_is_no_preset_is_said(content: bytes) -> None:
    with pytest.raises(PresetError) as broken:
        parse(content, PATH)
    text = str(broken.value.words)
    assert text.startswith(f"{PATH} is not a preset: it ")
    assert text.endswith("It was left as it is.")


def test_where_the_json_is_wrong_is_said() -> None:
    with pytest.raises(PresetError) as broken:
        parse(b'{\n  "values": {,}\n}', PATH)
    assert "line 2, column 14" in str(broken.value.words)


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("id", 7), ("id", "x" * 65), ("id", "a\nb"), ("name", 7), ("name", None), ("note", []), ("tags", "booth"),
        ("tags", [1]), ("colour", {}), ("version", "1"), ("version", True), ("version", 1.5), ("secrets", "ask"),
    ],
)  # fmt: skip
def test_one_odd_key_leaves_the_rest(key: str, wrong: object) -> None:
    stored = read(EXAMPLE | {key: wrong})
    assert said(stored) == [f"“{key}” was left out: it cannot be understood."]
    assert stored.preset.values == EXAMPLE["values"]


def test_a_newer_version_is_read_as_far_as_it_can_and_kept() -> None:
    stored = read(EXAMPLE | {"version": 3, "schedule": {"daily": [9, 18]}, "zoom": 1.5})
    assert said(stored) == ["This preset was written by a newer version of the program; what that added is kept."]
    again = json.loads(compose(stored.preset))
    assert (again["version"], again["schedule"], again["zoom"]) == (3, {"daily": [9, 18]}, 1.5)


def test_a_secret_in_place_of_its_slot_is_neither_said_nor_written_nor_shown() -> None:
    stored = read(EXAMPLE | {"secrets": {"credentials.livekit_token": "planted-71c", "b": 7, "c": "keyring"}})
    assert stored.preset.secrets == {"c": "keyring"}
    assert stored.misplaced == {"credentials.livekit_token": "planted-71c"}
    assert len(said(stored)) == 2
    assert "planted-71c" not in repr(stored) + "".join(said(stored)) + compose(stored.preset).decode()


def test_nothing_shows_the_values_of_a_preset() -> None:
    stored = read({"values": {"credentials.agora_token": "planted-0b4"}})
    assert "planted-0b4" not in repr(stored)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big.json"
    path.write_bytes(b'{"values": {}}' + b" " * BIGGEST)
    with pytest.raises(PresetError) as refused:
        read_content(path)
    assert "larger than 1 MB" in str(refused.value.words)


def test_no_file_no_preset(tmp_path: Path) -> None:
    with pytest.raises(PresetError) as refused:
        read_content(tmp_path / "none.json")
    assert str(refused.value.words) == f"{tmp_path / 'none.json'} is not there any more."
    with pytest.raises(PresetError):
        read_content(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(PresetError) as refused:
        read_content(tmp_path / "pipe.json")
    assert str(refused.value.words).endswith("is not a file.")


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(TEXT, inside, max_size=3),
    max_leaves=8,
)
PRESETS = st.builds(
    Preset,
    id=st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=64),
    name=TEXT.filter(bool),
    values=st.dictionaries(TEXT, JSON, max_size=6),
    secrets=st.dictionaries(TEXT, st.sampled_from(["keyring", "ask"]), max_size=3),
    note=TEXT,
    tags=st.lists(TEXT.filter(bool), unique=True, max_size=4).map(tuple),
    colour=TEXT,
    version=st.integers(0, 9),
    other=st.dictionaries(
        TEXT.filter(lambda key: key not in ("version", "id", "name", "note", "tags", "colour", "values", "secrets")),
        JSON, max_size=3,
    ),
)  # fmt: skip


@given(PRESETS)
def test_what_is_written_is_read_back(preset: Preset) -> None:
    content = compose(preset)
    assert parse(content, PATH).preset == preset
    assert compose(parse(content, PATH).preset) == content


@given(st.binary() | JSON.map(lambda found: json.dumps({"values": {}, "id": found, "tags": found}).encode()))
def test_whatever_stands_in_a_file(content: bytes) -> None:
    with suppress(PresetError):
        stored = parse(content, PATH)
        assert parse(compose(stored.preset), PATH).preset == stored.preset

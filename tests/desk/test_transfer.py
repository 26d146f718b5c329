"""Presets that come from elsewhere and go there: nothing here is overwritten, no secret leaves."""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from akool_desktop.desk.catalogue import Catalogue, Entry, Listing
from akool_desktop.desk.preset_files import Opened
from akool_desktop.desk.presets import PresetDesk
from akool_desktop.desk.transfer import Imported, Transfer, missing_here
from akool_desktop.store.drafts import Drafts
from akool_desktop.store.files import StoreError
from akool_desktop.store.presets import PresetFolder
from akool_desktop.store.vault import Vault

TOKEN, ELEVEN = "planted-token-77c2e0", "planted-eleven-90c1"
LIVEKIT_TOKEN, ELEVEN_KEY = "credentials.livekit_token", "voice_params.elevenlabs_settings.api_key"
BOOTH: dict[str, Any] = {
    "version": 1, "id": "6f1c2b0e", "name": "Booth, hall 3", "note": "Left of the stairs", "tags": ["fair"],
    "values": {"avatar_id": "Tristan", "stream_type": "livekit", "credentials.livekit_url": "wss://booth.example"},
    "secrets": {LIVEKIT_TOKEN: "keyring"},
}  # fmt: skip


class Bench:
    """A folder of presets here, and files that come from elsewhere."""

    def __init__(self, folder: Path) -> None:
        self.presets, self.elsewhere = folder / "presets", folder / "elsewhere"
        self.elsewhere.mkdir()
        self.folder = PresetFolder(self.presets, folder / "data")
        self.desk = PresetDesk(self.folder, Drafts(folder / "drafts"), Vault("Akool Desktop tests"), folder)
        self.transfer = Transfer(self.desk)

    def file(self, name: str, document: object) -> Path:
        path = self.elsewhere / name
        path.write_text(document if isinstance(document, str) else json.dumps(document), "utf-8")
        return path

    def take(self, *documents: object) -> list[Imported]:
        paths = [self.file(f"{number}.json", document) for number, document in enumerate(documents)]
        return self.transfer.import_files(paths)

    def here(self) -> dict[str, dict[str, Any]]:
        """What the files here say, by the name of the preset."""
        found = [json.loads(path.read_text("utf-8")) for path in self.presets.glob("*.json")]
        return {document["name"]: document for document in found}


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path)
    yield bench
    bench.folder.close()


def words(results: list[Imported]) -> list[str]:
    return [str(result.words) for result in results]


# in


def test_a_file_becomes_a_preset_with_all_that_it_says(bench: Bench) -> None:
    (result,) = bench.take(BOOTH)
    assert str(result.words) == "Booth, hall 3 imported."
    assert result.stored
    assert bench.here() == {"Booth, hall 3": BOOTH | {"values": dict(result.stored.preset.values)}}
    assert result.stored.preset.values.items() >= BOOTH["values"].items()
    assert result.missing == (LIVEKIT_TOKEN,)


def test_many_files_a_folder_and_one_file_of_many(bench: Bench) -> None:
    second = BOOTH | {"id": "b", "name": "Hall 4"}
    bench.file("one.json", BOOTH)
    bench.file("two.json", second)
    bench.file("notes.txt", "buy batteries")
    assert words(bench.transfer.import_files([bench.elsewhere])) == ["Booth, hall 3 imported.", "Hall 4 imported."]
    many = bench.file("many.json", {"version": 1, "presets": [BOOTH | {"id": "c", "name": "Hall 5"}, second, 7]})
    assert words(bench.transfer.import_files([many])) == [
        "Hall 5 imported.", "Hall 4 is here already, just as it came.",
    ]  # fmt: skip


def test_a_broken_file_stops_no_other_and_says_why(bench: Bench) -> None:
    results = bench.take('{"values": {', "hello", BOOTH)
    assert words(results) == [
        "0.json: The JSON cannot be read from line 1, column 13 on.",
        "1.json: Nothing here is a request. Paste a curl command, the JSON of a request, or a preset.",
        "Booth, hall 3 imported.",
    ]
    assert [bool(result.stored) for result in results] == [False, False, True]
    (gone,) = bench.transfer.import_files([bench.elsewhere / "gone.json"])
    assert str(gone.words).endswith("gone.json is not there any more.")


def test_a_name_that_is_taken_gets_a_number(bench: Bench) -> None:
    assert words(bench.take(BOOTH, BOOTH | {"id": "b"}, BOOTH | {"id": "c"})) == [
        "Booth, hall 3 imported.",
        "Booth, hall 3 imported as Booth, hall 3 2: there is another preset of that name.",
        "Booth, hall 3 imported as Booth, hall 3 3: there is another preset of that name.",
    ]
    assert len(bench.here()) == 3


def test_the_same_preset_twice_changes_nothing(bench: Bench) -> None:
    bench.take(BOOTH)
    before = bench.here()
    (result,) = bench.take(BOOTH)
    assert str(result.words) == "Booth, hall 3 is here already, just as it came."
    assert result.stored
    assert result.stored.preset.id == "6f1c2b0e"
    assert bench.here() == before


def test_another_version_of_a_preset_is_kept_beside_it(bench: Bench) -> None:
    bench.take(BOOTH)
    (result,) = bench.take(BOOTH | {"note": "Right of the stairs"})
    assert str(result.words) == (
        "Booth, hall 3 is here already and says something else. What came is Booth, hall 3 2."
    )
    assert {name: found["note"] for name, found in bench.here().items()} == {
        "Booth, hall 3": "Left of the stairs", "Booth, hall 3 2": "Right of the stairs",
    }  # fmt: skip
    assert bench.here()["Booth, hall 3 2"]["id"] != "6f1c2b0e"


@pytest.mark.parametrize(
    "change", [{"tags": ["fair", "2027"]}, {"colour": "plum"}, {"secrets": {LIVEKIT_TOKEN: "ask"}}]
)
def test_whatever_else_it_says_it_is_another_version(bench: Bench, change: dict[str, object]) -> None:
    bench.take(BOOTH)
    (result,) = bench.take(BOOTH | change)
    assert "says something else" in str(result.words)


def test_another_version_may_take_the_place_of_the_one_here(bench: Bench) -> None:
    bench.take(BOOTH)
    (result,) = bench.take(BOOTH | {"note": "Right of the stairs"})
    saved = bench.transfer.replace(result)
    assert (saved.preset.id, saved.preset.note) == ("6f1c2b0e", "Right of the stairs")
    assert {name: found["note"] for name, found in bench.here().items()} == {"Booth, hall 3": "Right of the stairs"}


def test_a_version_changed_meanwhile_is_not_overwritten_blindly(bench: Bench) -> None:
    """Reading and writing are one step: what stands there when the operator says so is what is replaced."""
    bench.take(BOOTH)
    (result,) = bench.take(BOOTH | {"note": "Right of the stairs"})
    bench.desk.delete("6f1c2b0e")
    with pytest.raises(StoreError):
        bench.transfer.replace(result)
    assert [found["note"] for found in bench.here().values()] == ["Right of the stairs"]


def test_a_file_of_somebody_else_gets_no_secret_of_a_preset_here(bench: Bench) -> None:
    """It may say any id, and any server for the token to go to."""
    bench.take(BOOTH | {"secrets": {LIVEKIT_TOKEN: TOKEN}})
    (result,) = bench.take(BOOTH | {"values": BOOTH["values"] | {"credentials.livekit_url": "wss://thief.example"}})
    assert result.stored
    assert LIVEKIT_TOKEN not in bench.desk.open_file(result.stored).draft
    assert result.missing == (LIVEKIT_TOKEN,)


def test_secrets_in_clear_go_to_their_slots_and_into_no_file(bench: Bench) -> None:
    values = BOOTH["values"] | {ELEVEN_KEY: ELEVEN, "webhook": "x"}
    (result,) = bench.take(BOOTH | {"values": values, "secrets": {LIVEKIT_TOKEN: TOKEN}})
    assert result.stored
    assert [str(found) for found in result.said] == [
        "A secret stood in it in clear; it is kept apart from the file now.",
        "“webhook” was left out: the form has no such setting.",
    ]
    draft = bench.desk.open_file(result.stored).draft
    assert (draft[LIVEKIT_TOKEN], draft[ELEVEN_KEY]) == (TOKEN, ELEVEN)
    assert bench.here()["Booth, hall 3"]["secrets"] == {LIVEKIT_TOKEN: "keyring", ELEVEN_KEY: "keyring"}
    _check_nowhere(bench.presets, TOKEN, ELEVEN)


def test_a_pasted_command_becomes_a_preset(bench: Bench) -> None:
    body = {"avatar_id": "Tristan", "stream_type": "livekit", "credentials": {
        "livekit_url": "wss://booth.example", "livekit_token": TOKEN,
    }, "webhook": 1}  # fmt: skip
    (result,) = bench.transfer.import_text(f"curl -H 'x-api-key: planted-key' -d '{json.dumps(body)}' https://x")
    assert str(result.words) == "Tristan imported."
    assert [str(found) for found in result.said][1:] == ["“webhook” was left out: the form has no such setting."]
    assert result.stored
    assert bench.desk.open_file(result.stored).draft[LIVEKIT_TOKEN] == TOKEN
    _check_nowhere(bench.presets, TOKEN, "planted-key")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_file_as_windows_writes_it(bench: Bench, encoding: str) -> None:
    path = bench.elsewhere / "windows.json"
    path.write_text(json.dumps(BOOTH | {"name": "Stand 3 – Köln 🎪"}, ensure_ascii=False), encoding)
    assert words(bench.transfer.import_files([path])) == ["Stand 3 – Köln 🎪 imported."]


@pytest.mark.parametrize("content", ["", " \n"])
def test_of_a_file_with_nothing_in_it_that_is_said(bench: Bench, content: str) -> None:
    """And not that nothing has been pasted."""
    path = bench.elsewhere / "empty.json"
    path.write_text(content)
    assert words(bench.transfer.import_files([path])) == ["empty.json: there is nothing in it."]


def test_letters_that_cannot_be_read_are_not_guessed(bench: Bench) -> None:
    path = bench.elsewhere / "ansi.json"
    path.write_bytes(json.dumps({"name": "一号展厅", "values": {"avatar_id": "a"}}, ensure_ascii=False).encode("gbk"))
    [result] = bench.transfer.import_files([path])
    assert str(result.words) == "ansi.json: its letters cannot be read. Save it as UTF-8 and import it again."
    assert bench.here() == {}


@pytest.mark.parametrize("name", ["CON", "a/b", "..", "🎪" * 5, "n" * 300])
def test_any_name_can_come(bench: Bench, name: str) -> None:
    bench.take(BOOTH | {"name": name})
    assert list(bench.here()) == [name]


def test_a_folder_of_presets_that_is_none_is_an_error(bench: Bench) -> None:
    bench.presets.write_text("a file where the folder should be")
    with pytest.raises(StoreError):
        bench.transfer.import_text(json.dumps(BOOTH))


def _check_nowhere(folder: Path, *secrets: str) -> None:
    for path in folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        assert not [secret for secret in secrets if secret.encode() in content], path


# out


def _export_ready(bench: Bench) -> list[str]:
    """Two presets; into the first somebody has written secrets by hand."""
    bench.presets.mkdir()
    spoilt = BOOTH | {
        "values": BOOTH["values"] | {ELEVEN_KEY: ELEVEN, "credentials.livekit_url": f"wss://me:{TOKEN}@x.example",
                                     "webhook_token": TOKEN, "extra": {"deep": TOKEN}, "duration": 90},
        "secrets": {LIVEKIT_TOKEN: TOKEN, ELEVEN_KEY: "ask"}, "api_key": TOKEN,
    }  # fmt: skip
    (bench.presets / "a.json").write_text(json.dumps(spoilt))
    (bench.presets / "b.json").write_text(json.dumps(BOOTH | {"id": "b", "name": "CON"}))
    bench.folder.scan()
    return ["6f1c2b0e", "b"]


def test_export_to_a_folder_holds_no_secret_and_says_so(bench: Bench, tmp_path: Path) -> None:
    ids, target = _export_ready(bench), tmp_path / "stick"
    said = str(bench.transfer.export_folder(ids, target))
    assert said == f"2 presets exported to {target}. No secret is in it: whoever imports it enters their own."
    _check_nowhere(target, TOKEN, ELEVEN)
    found = json.loads((target / "Booth, hall 3.json").read_text())
    assert found["values"] == {"avatar_id": "Tristan", "stream_type": "livekit", "duration": 90}
    assert found["secrets"] == {ELEVEN_KEY: "ask"}
    assert (target / "_CON.json").exists()


def test_what_a_hand_nested_as_the_request_does_is_exported_too_but_for_secrets(bench: Bench, tmp_path: Path) -> None:
    bench.presets.mkdir()
    nested = {"avatar_id": "Tristan", "stream_type": "livekit", "voice_params": {"speed": 1.1, "pron_map": {"a": "b"}},
              "credentials": {"livekit_url": "wss://x.example", "livekit_token": TOKEN}}  # fmt: skip
    (bench.presets / "a.json").write_text(json.dumps({"id": "a", "values": nested}))
    bench.folder.scan()
    bench.transfer.export_file(["a"], tmp_path / "out.json")
    assert json.loads((tmp_path / "out.json").read_text())["values"] == {
        "avatar_id": "Tristan", "stream_type": "livekit", "voice_params.speed": 1.1,
        "voice_params.pron_map": {"a": "b"}, "credentials.livekit_url": "wss://x.example",
    }  # fmt: skip


def test_export_overwrites_nothing(bench: Bench, tmp_path: Path) -> None:
    ids, target = _export_ready(bench), tmp_path / "stick"
    bench.transfer.export_folder(ids, target)
    bench.transfer.export_folder(ids, target)
    assert sorted(path.name for path in target.iterdir()) == [
        "Booth, hall 3 2.json", "Booth, hall 3.json", "_CON 2.json", "_CON.json",
    ]  # fmt: skip


def test_presets_whose_names_make_one_file_are_two_files(bench: Bench, tmp_path: Path) -> None:
    bench.take(BOOTH | {"id": "a", "name": "Hall 3/4"}, BOOTH | {"id": "b", "name": "hall 3:4"})
    bench.transfer.export_folder(["a", "b"], tmp_path / "stick")
    assert sorted(path.name for path in (tmp_path / "stick").iterdir()) == ["Hall 3-4.json", "hall 3-4 2.json"]


@pytest.mark.parametrize("count", [1, 2])
def test_one_file_can_be_imported_again(bench: Bench, tmp_path: Path, count: int) -> None:
    ids, path = _export_ready(bench)[:count], tmp_path / "presets to share.json"
    bench.transfer.export_file(ids, path)
    _check_nowhere(path.parent / path.name, TOKEN, ELEVEN)
    assert TOKEN not in path.read_text()
    other = tmp_path / "other"
    other.mkdir()
    there = Bench(other)
    assert words(there.transfer.import_files([path])) == ["Booth, hall 3 imported.", "CON imported."][:count]
    there.folder.close()


def test_many_presets_one_after_another_in_a_file_are_all_read(bench: Bench) -> None:
    """As somebody puts them together who knows no export."""
    presets = [{"name": f"Booth {number}", "values": {"avatar_id": "a"}} for number in range(301)]
    results = bench.take("\n".join(map(json.dumps, presets)))
    assert len([result for result in results if result.stored]) == 301


def test_half_a_file_brings_what_is_whole_and_says_where_it_breaks_off(bench: Bench) -> None:
    lines = [json.dumps({"name": f"Booth {number}", "values": {"avatar_id": "a"}}) for number in range(3)]
    first, broken = bench.take(f"{lines[0]}\n{lines[1][:-9]}\n{lines[2]}")
    assert str(first.words) == "Booth 0 imported."
    assert str(broken.words) == "0.json: The JSON cannot be read from line 3, column 3 on."


def test_half_an_export_says_where_it_breaks_off_however_long_it_is(bench: Bench) -> None:
    presets = [{"name": f"Booth {number}", "note": "n" * 500, "values": {}} for number in range(300)]
    [broken] = bench.take(json.dumps({"version": 1, "presets": presets}, indent=1)[:100_000])
    assert "The JSON cannot be read from line" in str(broken.words)


def test_one_file_of_thousands_can_be_imported_again(bench: Bench) -> None:
    """It is larger than any one preset may be."""
    ids = []
    for number in range(12):
        [result] = bench.take({"name": f"Booth {number}", "note": "n" * 100_000, "values": {"avatar_id": "a"}})
        assert result.stored
        ids.append(result.stored.preset.id)
    bench.transfer.export_file(ids, bench.elsewhere / "all.json")
    for preset_id in ids:
        bench.desk.delete(preset_id)
    results = bench.transfer.import_files([bench.elsewhere / "all.json"])
    assert [str(result.words) for result in results] == [f"Booth {number} imported." for number in range(12)]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are other there")
def test_others_may_read_what_is_exported(bench: Bench, tmp_path: Path) -> None:
    ids, before = _export_ready(bench), os.umask(0o022)
    try:
        bench.transfer.export_file(ids, tmp_path / "all.json")
        bench.transfer.export_folder(ids, tmp_path / "each")
    finally:
        os.umask(before)
    written = [tmp_path / "all.json", *(tmp_path / "each").glob("*.json")]
    assert {path.stat().st_mode & 0o777 for path in written} == {0o644}


def test_a_target_that_cannot_be_written_is_said(bench: Bench, tmp_path: Path) -> None:
    ids = _export_ready(bench)
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError):
        bench.transfer.export_folder(ids, tmp_path / "file" / "below")
    with pytest.raises(StoreError):
        bench.transfer.export_file(["gone"], tmp_path / "x.json")


# what is missing here


LISTS = Catalogue({
    "avatars": Listing((Entry("Tristan", "Tristan"),), datetime.now()),
    "voices": Listing((Entry("v1", "Vera"),), datetime.now()),
})  # fmt: skip
OPENED = Opened(None, {"avatar_id": "Tristan", "voice_id": "v1", "knowledge_id": "k1", "language": "en"})


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, []),
        ({"avatar_id": "Alinna"}, ["Avatar Alinna is not in the account's list."]),
        ({"voice_id": "v2"}, ["Voice v2 is not in the account's list."]),
        ({"voice_id": "v2", "use_elevenlabs": True}, []),
        ({"voice_id": "v2", "scene_mode": "fast_dialogue"}, []),
        ({"avatar_id": None}, []),
    ],
)
def test_what_the_accounts_lists_do_not_hold_is_missing(changes: dict[str, Any], said: list[str]) -> None:
    found = missing_here(replace(OPENED, draft={**OPENED.draft, **changes}), LISTS)
    assert [str(one.words) for one in found] == said


def test_a_secret_that_the_keyring_does_not_hold_is_missing() -> None:
    (found,) = missing_here(replace(OPENED, missing=(LIVEKIT_TOKEN,)), LISTS)
    assert found.key == LIVEKIT_TOKEN
    assert str(found.words) == "LiveKit token is not in this computer's keyring. Enter it once; saving keeps it."


def test_lists_that_were_not_read_say_nothing() -> None:
    assert missing_here(OPENED, Catalogue()) == []

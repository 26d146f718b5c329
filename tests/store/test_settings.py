"""Small choices are remembered, and a broken memory of them is no trouble."""

import json
from pathlib import Path

import pytest

from akool_desktop.store.files import StoreError
from akool_desktop.store.settings import Settings, SettingsFile

CHOICES = Settings(account="a1", theme="dark", window="AdnQywADAAA=")


def test_nothing_saved_means_the_defaults(tmp_path: Path) -> None:
    remembered = SettingsFile(tmp_path)
    assert remembered.load() == Settings(account="", theme="system", window="")
    assert remembered.said is None
    assert list(tmp_path.iterdir()) == []


def test_choices_are_there_in_the_next_run(tmp_path: Path) -> None:
    SettingsFile(tmp_path).save(CHOICES)
    assert SettingsFile(tmp_path).load() == CHOICES


@pytest.mark.parametrize(
    ("saved", "theme"), [({"theme": "sepia"}, "system"), ({"theme": 3}, "system"), ({"theme": "light"}, "light")]
)
def test_an_odd_value_means_its_default_alone(saved: dict[str, object], theme: str, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(json.dumps(saved | {"account": "a1", "window": None}))
    settings = SettingsFile(tmp_path).load()
    assert (settings.account, settings.theme, settings.window) == ("a1", theme, "")


@pytest.mark.parametrize(("saved", "port"), [("", 0), ("8123", 8123), ("65536", 0), ("-1", 0), ("9" * 5000, 0)])
def test_a_port_that_there_cannot_be_is_none(saved: str, port: int) -> None:
    """Of one, no Stage could open: no system takes its number."""
    assert Settings(stage_port=saved).port == port


def test_a_choice_that_only_a_newer_version_has_stays_until_another_is_made(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "sepia", "favourites": ["dvp"]}')
    remembered = SettingsFile(tmp_path)
    remembered.save(remembered.load()._replace(account="a1"))
    assert json.loads(path.read_text()).items() >= {"theme": "sepia", "favourites": ["dvp"], "account": "a1"}.items()
    remembered.save(remembered.load()._replace(theme="dark"))
    assert json.loads(path.read_text())["theme"] == "dark"


def test_what_a_newer_version_remembers_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"tongue": "de", "theme": "light"}')
    SettingsFile(tmp_path).save(CHOICES)
    assert json.loads(path.read_text()) == {
        "tongue": "de",
        "theme": "dark",
        "language": "system",
        "text_size": "100",
        "motion": "system",
        "account": "a1",
        "window": "AdnQywADAAA=",
        "presets": "",
        "presets_folder": "",
        "stage_port": "",
        "sharing": "",
        "favourites": "",
        "desktop": "",
    }


def test_a_damaged_file_is_set_aside_and_said(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": "da')
    remembered = SettingsFile(tmp_path)
    assert remembered.load() == Settings()
    assert "was set aside as settings damaged 20" in str(remembered.said)
    remembered.save(CHOICES)
    assert remembered.load() == CHOICES
    assert remembered.said is None


def test_a_disk_that_refuses_is_said(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    remembered = SettingsFile(tmp_path / "config")
    assert remembered.load() == Settings()
    with pytest.raises(StoreError, match=r"settings\.json could not be saved"):
        remembered.save(CHOICES)

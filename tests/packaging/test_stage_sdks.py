import json
from pathlib import Path

import pytest
import stage_sdks
from machine import SetupError

LOCK = json.loads((stage_sdks.RECIPE / stage_sdks.LOCK).read_text(encoding="utf-8"))
PACKAGES = {path: package for path, package in LOCK["packages"].items() if path}


def test_the_lock_names_exact_versions_hashes_and_no_registry() -> None:
    assert LOCK["packages"][""]["dependencies"] == {
        "agora-rtc-sdk-ng": "4.24.8",
        "livekit-client": "2.23.0",
        "trtc-sdk-v5": "5.17.1",
    }
    assert all(package["integrity"].startswith("sha512-") for package in PACKAGES.values())
    assert not [path for path, package in PACKAGES.items() if "resolved" in package]


def test_without_npm_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(stage_sdks, "SDKS", tmp_path / "sdk")
    with pytest.raises(SetupError, match=r"npm is missing, which comes with Node\.js"):
        stage_sdks.bring_sdks()


def test_the_files_come_with_their_licences_and_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    packages, sdks = tmp_path / "node_modules", tmp_path / "sdk"
    for inside in stage_sdks.FILES.values():
        (packages / inside).parent.mkdir(parents=True, exist_ok=True)
        (packages / inside).write_text(inside)
    (packages / "livekit-client/LICENSE").write_text("the words of the licence")
    stage_sdks.install(packages, sdks)
    assert {path.name for path in sdks.iterdir()} == {*stage_sdks.FILES, "THIRD_PARTY.txt", stage_sdks.LOCK}
    notices = (sdks / "THIRD_PARTY.txt").read_text(encoding="utf-8")
    for said in ("trtc-sdk-v5 5.17.1", "livekit-client 2.23.0", "Licence as declared: Apache-2.0", "the words of"):
        assert said in notices
    assert notices.count("The package holds no licence file") == 2  # Agora's and Tencent's
    monkeypatch.setattr(stage_sdks, "SDKS", sdks)
    monkeypatch.setenv("PATH", str(tmp_path))
    stage_sdks.bring_sdks()  # current: npm is not asked for
    (sdks / "trtc.js").unlink()  # then the window says which command brings it, and that must not think all is there
    with pytest.raises(SetupError, match="npm is missing"):
        stage_sdks.bring_sdks()


def test_the_ones_here_are_what_the_host_looks_for() -> None:
    from akool_desktop.stage.host import SDKS

    assert set(SDKS.values()) == set(stage_sdks.FILES)

import shutil
import subprocess
import sys
from pathlib import Path

import environment
import pytest
from machine import ROOT, SetupError


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    return tmp_path


@pytest.mark.timeout(300)
def test_an_environment_is_made_once_and_anew_when_it_was_not_finished(
    checkout: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SetupError, match="Installing nothing failed"):
        environment.make_environment(".venv", "", {"Installing nothing": ["--no-index", "no-such-package"]})
    leftover = checkout / ".venv" / "leftover"
    leftover.touch()

    python = environment.make_environment(".venv", "", {})
    assert not leftover.exists()
    asked = [python, "-c", "import sys; print(sys.prefix)"]
    assert Path(subprocess.check_output(asked, text=True).strip()) == checkout / ".venv"

    capfd.readouterr()
    assert environment.make_environment(".venv", "", {}) == python
    assert capfd.readouterr().out == ""


def test_another_description_or_a_python_that_is_gone_is_not_current(checkout: Path) -> None:
    stamp = checkout / "complete.txt"
    stamp.write_text("wanted")
    assert environment._is_current(stamp, "wanted", Path(sys.executable))
    assert not environment._is_current(stamp, "wanted", checkout / "python")
    assert not environment._is_current(stamp, "other", Path(sys.executable))


def test_only_one_makes_an_environment_at_a_time(checkout: Path) -> None:
    with (checkout / ".venv.lock").open("w") as second:
        with environment._one_at_a_time(checkout / ".venv.lock"):
            assert not environment._lock(second)
        assert environment._lock(second)


def test_only_what_is_installed_describes_the_project(checkout: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", checkout)
    before = environment.project_description()
    with (checkout / "pyproject.toml").open("a") as file:
        file.write("\n[tool.other]\nsetting = 1\n")
    assert environment.project_description() == before
    text = (checkout / "pyproject.toml").read_text()
    (checkout / "pyproject.toml").write_text(text.replace('"keyring>=', '"keyring>'))
    assert environment.project_description() != before

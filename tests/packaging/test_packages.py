"""What pip, pipx and uv install: the packages that are built from a checkout, and what is in them."""

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from machine import ROOT

VERSION = "Akool Desktop 0.1.0\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], list[str]]:
    """The names in the wheel, and in the source archive below its folder."""
    made = tmp_path_factory.mktemp("packages")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", str(made)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    (wheel,), (source,) = made.glob("*.whl"), made.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        sources = [name.partition("/")[2] for name in archive.getnames()]
    return zipfile.ZipFile(wheel).namelist(), sources


def files_of(folder: str) -> set[str]:
    found = (path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT).as_posix() for path in found}


def test_the_wheel_holds_the_program_and_all_its_data(built: tuple[list[str], list[str]]) -> None:
    wheel, _ = built
    inside = {name for name in wheel if ".dist-info/" not in name}
    assert inside == files_of("akool_desktop") | {f"akool_desktop/{name}" for name in files_of("resources")}


def test_the_source_archive_is_enough_to_build_and_test(built: tuple[list[str], list[str]]) -> None:
    _, sources = built
    assert {"pyproject.toml", "README.md"} <= set(sources)
    for folder in ("akool_desktop", "resources", "packaging", "tests"):
        assert files_of(folder) <= set(sources)


@pytest.mark.skipif("AKOOL_LONG" not in os.environ, reason="installs from the network; test.py --long")
@pytest.mark.timeout(900)
@pytest.mark.parametrize("tool", ["pip", "pipx", "uv"])
def test_a_checkout_installs_with(tool: str, tmp_path: Path) -> None:
    scripts = "Scripts" if sys.platform == "win32" else "bin"
    tools, program = tmp_path / "tools" / scripts, tmp_path / "bin"
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "tools")], check=True)
    if tool != "pip":
        subprocess.run([tools / "pip", "install", "--quiet", tool], check=True)
    commands = {
        "pip": ["pip", "install", "--quiet", "."],
        "pipx": ["pipx", "install", "--python", sys.executable, "."],
        "uv": ["uv", "tool", "install", "--python", sys.executable, "."],
    }
    name, *arguments = commands[tool]
    places = {"PIPX_HOME": "pipx", "PIPX_BIN_DIR": "bin", "UV_TOOL_DIR": "uv", "UV_TOOL_BIN_DIR": "bin"}
    variables = os.environ | {name: str(tmp_path / place) for name, place in places.items()}
    variables["UV_SYSTEM_CERTS"] = "true"  # pipx calls uv, where there is one
    done = subprocess.run(
        [tools / name, *arguments], cwd=ROOT, env=variables, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    command = [(tools if tool == "pip" else program) / "akool-desktop"]
    assert subprocess.check_output([*command, "--version"], cwd=tmp_path, text=True) == VERSION
    preset = ROOT / "resources" / "presets" / "1-minimal.json"
    create = ["create", "--account", "Practice", "--preset", str(preset), "--data-dir", str(tmp_path / "data")]
    created = subprocess.run([*command, *create], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert created.returncode == 0, created.stderr


_TOLD = "tests/ui/test_screen_reader.py::test_every_control_is_told_with_its_role_its_name_and_how_it_stands"


@pytest.mark.skipif("AKOOL_LONG" not in os.environ, reason="installs from the network; test.py --long")
@pytest.mark.timeout(1800)
def test_the_oldest_libraries_that_are_named_do(tmp_path: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest = [re.sub(r">=([\d.]+)[^;]*", r"==\1 ", named) for named in project["dependencies"]]
    extras = [named for named in project["optional-dependencies"]["test"] if not named.startswith(("ruff", "mypy"))]
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "v")], check=True)
    python = str(tmp_path / "v" / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    pip = [python, "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, *oldest, *extras, "hatchling", "editables"], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--editable", "."], cwd=ROOT, check=True)
    quick = {name: value for name, value in os.environ.items() if name != "AKOOL_LONG"}
    tests = [python, "-m", "pytest", "-q", "-n", "2", "-m", "not alone", "tests/ui", "tests/store", "tests/akool",
             "--deselect", _TOLD]  # fmt: skip  # Qt 6.8 does not tell that a spin box can be edited
    done = subprocess.run(tests, cwd=ROOT, env=quick, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]

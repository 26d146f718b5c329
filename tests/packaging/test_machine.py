import ast
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import machine
import pytest

# the benches run only inside the tests' environment
SCRIPTS = sorted(path for path in (machine.ROOT / "packaging").glob("*.py") if not path.name.startswith("bench"))
ABSENT = {"libabsent-one.so.1": "libabsent1", "libabsent-two.so.2": "libabsent2"}
ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="shared libraries of Linux")


def annotations(tree: ast.AST) -> list[ast.expr]:
    nodes = list(ast.walk(tree))
    arguments = [node.annotation for node in nodes if isinstance(node, ast.arg) and node.annotation]
    returned = [node.returns for node in nodes if isinstance(node, ast.FunctionDef) and node.returns]
    return arguments + returned


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_an_old_python_can_read_the_scripts(script: Path) -> None:
    tree = ast.parse(script.read_text(encoding="utf-8"), feature_version=(3, 6))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.NamedExpr)]  # feature_version lets it pass
    for annotation in annotations(tree):
        newer = [node for node in ast.walk(annotation) if isinstance(node, (ast.Subscript, ast.BinOp))]
        assert not newer, f"quote the annotation in line {annotation.lineno}"


@pytest.mark.parametrize("version", ["3.10", "3.16"])
def test_a_python_that_will_not_do_is_said(version: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "version_info", tuple(map(int, version.split("."))))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(machine.SetupError, match=f"needs Python 3.11 to 3.15; this is {version}"):
        machine.require_python()


def test_the_pythons_that_will_do_are_those_of_the_project() -> None:
    whole = tomllib.loads((machine.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    newest, oldest = machine.PYTHONS[0], machine.PYTHONS[-1]
    assert whole["project"]["requires-python"] == f">=3.{oldest[1]},<3.{newest[1] + 1}"
    assert list(machine.PYTHONS) == [(3, minor) for minor in range(newest[1], oldest[1] - 1, -1)]


@pytest.mark.skipif(sys.platform == "win32", reason="needs an executable shell script")
@pytest.mark.parametrize("version", [(3, 9), (3, 16)])
def test_another_python_on_the_path_takes_over(version: tuple[int, int], tmp_path: Path) -> None:
    other = tmp_path / "python3.13"
    other.write_text('#!/bin/sh\n[ "$1" = -c ] || echo "other: $*"\n')
    other.chmod(0o755)
    broken = tmp_path / "python3.14"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    code = (
        f"import machine; machine.PYTHONS = ((3, 14), (3, 13)); machine.sys.version_info = {version}; "
        f"machine.sys.argv = {['start.py', '--x']}; machine.run(print)"
    )
    reply = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PATH": f"{tmp_path}{os.pathsep}/bin", "PYTHONPATH": str(SCRIPTS[0].parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (reply.stdout, reply.stderr, reply.returncode) == ("other: start.py --x\n", "", 0)


@ON_LINUX
def test_only_libraries_that_do_not_load_are_missing() -> None:
    assert machine.missing_libraries({"libc.so.6": "libc6", **ABSENT}) == ABSENT


def test_nothing_missing_installs_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    machine.install_system_packages({})


@pytest.mark.skipif(shutil.which("apt-get") is None, reason="needs apt")
def test_without_root_the_one_line_that_installs_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(machine.SetupError) as raised:
        machine.install_system_packages(ABSENT)
    line = "sudo apt-get install -y --no-install-recommends libabsent1 libabsent2"
    assert str(raised.value).splitlines()[1] == line


def test_without_apt_the_files_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(machine.SetupError, match=r"lacks libabsent-one\.so\.1, libabsent-two\.so\.2: install"):
        machine.install_system_packages(ABSENT)


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("WARNING: Retrying after connection broken by 'NewConnectionError'", "Check the network"),
        ("Err:1 Temporary failure resolving 'host'\nE: Unable to locate package xvfb", "Check the network"),
        ("ERROR: Could not install packages: Missing dependencies for SOCKS support.", "SOCKS proxy"),
        ("line\nERROR: No space left on device", "ERROR: No space left on device\nIt failed."),
    ],
)
def test_a_failed_step_is_explained(output: str, said: str) -> None:
    assert said in machine.why_failed(output, "It failed.")


def test_a_step_says_how_it_went_and_keeps_its_output(capfd: pytest.CaptureFixture[str]) -> None:
    failing = [sys.executable, "-c", "import sys; print('why'); sys.exit(3)"]
    assert machine.run_step("Trying", failing) == (False, "why\n".replace("\n", os.linesep))
    assert capfd.readouterr().out.startswith("Trying ...\nTrying: failed after ")


@pytest.mark.skipif(sys.platform == "win32", reason="its shell closes nothing")
def test_a_closed_output_keeps_no_command_from_starting() -> None:
    code = "import machine; machine.replace_process(['/bin/sh', '-c', 'echo started >&2'])"
    reply = subprocess.run(
        ["sh", "-c", f'exec {sys.executable} -c "{code}" >&-'],
        env={**os.environ, "PYTHONPATH": str(SCRIPTS[0].parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert reply.stderr == "started\n"


def test_what_can_be_expected_is_a_sentence_and_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    def fail(_arguments: list[str]) -> int:
        raise PermissionError(13, "Permission denied", "/srv/.venv")

    with pytest.raises(SystemExit) as ended:
        machine.run(fail)
    assert ended.value.code == 1
    assert capsys.readouterr().err == "Setting up failed: [Errno 13] Permission denied: '/srv/.venv'.\n"

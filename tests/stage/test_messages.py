"""Modules of the page that need no browser, under node, which playwright brings along."""

import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable


@pytest.mark.parametrize("name", ["messages", "room", "microphone", "controls", "trtc"])
def test_under_node(name: str) -> None:
    node = str(compute_driver_executable()[0])
    tests = Path(__file__).with_name(f"{name}.test.mjs")
    ran = subprocess.run([node, "--no-warnings", "--test", str(tests)], capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "# fail 0" in ran.stdout or "ℹ fail 0" in ran.stdout

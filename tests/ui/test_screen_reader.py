"""What a screen reader is told of every control of every screen, over AT-SPI on a real bus.

The program is taken to each of its screens (ui/pictures.py knows how), and says what a person sees there (ui/seen.py).
What the bus tells from another process has to be the same. Some of them are read in Chinese too, and with large text in
a small window; with --long, all. Where files are asked for, Qt's own dialogs are read: many desktops bring theirs.
"""

import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from itertools import chain
from pathlib import Path
from pkgutil import walk_packages

import pytest
from painting import x_server
from PySide6.QtCore import QLibraryInfo, QVersionNumber
from PySide6.QtWidgets import QDialog
from ui.reading_aloud import Reader, Thing, reader, session_bus, variables

import akool_desktop.ui

pytestmark = [
    pytest.mark.timeout(900),  # with --long; a tenth of it else
    pytest.mark.skipif(
        not Path("/usr/libexec/at-spi-bus-launcher").exists() or not shutil.which("xdotool"),
        reason="needs at-spi2-core, Xvfb, openbox and xdotool, as packaging/test.py installs them on Debian and Ubuntu",
    ),
]

_SHARES = 2
# Roles that a person acts on, which are nothing without a name.
CONTROLS = {
    "button", "push button", "toggle button", "check box", "radio button", "combo box", "text", "entry",
    "password text", "spin button", "spin box", "list", "table", "menu item", "page tab", "slider", "switch", "tree",
    "button menu",
}  # fmt: skip
OF_NO_WINDOW = ("QMenu", "QListView")  # a screen reader follows the cursor there
# What a person is told of how they stand.
STATES = {"enabled", "focused", "checkable", "checked", "editable", "has popup", "expandable", "expanded"}


@dataclass(frozen=True)
class Screen:
    """What a person sees: role, name and states of each control, and what is wrong. ``told`` is what the bus tells."""

    name: str
    kind: str
    seen: Sequence[tuple[str, str, tuple[str, ...]]]
    problems: Sequence[str]
    told: Sequence[Thing]
    announced: Sequence[str]

    @property
    def controls(self) -> Sequence[Thing]:
        """Of what is told, what a person acts on; the list that opens below a choice stands for none of its own."""
        if self.kind in OF_NO_WINDOW:
            return self.told
        return [thing for thing in self.told if thing.role in CONTROLS and not thing.is_in("combo box")]


@pytest.fixture(scope="module")
def screens() -> list[Screen]:
    """Two programs show a share each, on displays and buses of their own: each waits for its reader half the time."""
    with ThreadPoolExecutor() as pool:
        return list(chain.from_iterable(pool.map(_read_share, range(_SHARES))))


def _read_share(number: int) -> list[Screen]:
    with (
        x_server() as display, session_bus() as session, _shown(number, variables(session, display)) as program,
        reader(session) as reading,
    ):  # fmt: skip
        return list(_read(program, reading))


@contextmanager
def _shown(number: int, variables: Mapping[str, str]) -> Iterator[subprocess.Popen[str]]:
    manager = subprocess.Popen(["openbox"], env=variables, stderr=subprocess.DEVNULL)
    showing = [sys.executable, str(Path(__file__).with_name("showing.py")), str(number), str(_SHARES)]
    program = subprocess.Popen(showing, env=variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield program
        assert program.wait(20) == 0
    finally:
        for process in (program, manager):
            process.kill()
            process.communicate()


def _read(program: subprocess.Popen[str], reading: Reader) -> Iterator[Screen]:
    assert program.stdin
    assert program.stdout
    for line in program.stdout:
        said = json.loads(line)
        controls = [(role, name, tuple(states)) for role, name, states in said["controls"]]
        told = reading.focused() if said["kind"] in OF_NO_WINDOW else reading.active()
        yield Screen(said["name"], said["kind"], controls, said["problems"], told, reading.announced)
        reading.announced = []
        program.stdin.write("\n")
        program.stdin.flush()


def test_every_control_is_told_with_its_role_its_name_and_how_it_stands(screens: list[Screen]) -> None:
    wrong = []
    for screen in screens:
        told = Counter(
            (thing.role, thing.name, tuple(sorted(thing.states & STATES)))
            for thing in screen.controls if thing.states & {"focusable", "focused"}
        )  # fmt: skip
        seen = Counter(screen.seen)
        if seen != told:
            wrong.append(f"{screen.name}: seen {sorted(seen - told)}, told {sorted(told - seen)}")
    assert not wrong, "\n".join(wrong)
    assert sum(len(screen.seen) for screen in screens) > 1000


def test_everything_that_a_person_acts_on_has_a_name(screens: list[Screen]) -> None:
    nameless = [
        f"{screen.name}: {thing.role} in {' > '.join(thing.path)}"
        for screen in screens for thing in screen.told
        if (thing in screen.controls and not thing.name.strip()) or thing.role in ("", "invalid", "unknown")
    ]  # fmt: skip
    assert not nameless, "\n".join(nameless)


def test_the_cursor_is_in_one_place(screens: list[Screen]) -> None:
    wrong = []
    for screen in screens:
        places = (thing for thing in screen.told if thing.role in CONTROLS or screen.kind in OF_NO_WINDOW)
        focused = [thing.name for thing in places if "focused" in thing.states]
        if len(focused) != 1:
            wrong.append(f"{screen.name}: {focused}")
    assert not wrong, "\n".join(wrong)


def test_a_field_tells_what_is_wrong_with_it(screens: list[Screen]) -> None:
    silent = [
        f"{screen.name}: {problem}"
        for screen in screens for problem in screen.problems
        if not any(problem in thing.description for thing in screen.controls)
    ]  # fmt: skip
    assert not silent, "\n".join(silent)
    assert {screen.kind for screen in screens if screen.problems} >= {"Window", "AccountDialog", "NetworkDialog"}


@pytest.mark.parametrize(("screen", "sentence"), [
    ("13-error-1104", "Not enough credits."), ("14-creating", "Creating…"),
    ("", ": Unknown"),  # it shows a frame later, when another screen may be on its way; the name, when lists are read
    ("16-add-account-problem", "Paste the key or token first."), ("25-presets-deleted", "deleted"),
    ("41-what-is-this", "The language of the session"), ("47-searched", "avatars, Tristan, Ready to stream"),
    ("47-moved", "Ready to stream"), ("48-palette", "Network…"), ("49-left", "Avatar: Avatar is needed."),
    ("49-checked", "Avatar: Avatar is needed."), ("26-voices-others-no-sound", "No sound device was found"),
    pytest.param("41-fold-opened", "open", marks=pytest.mark.skipif(
        QLibraryInfo.version() >= QVersionNumber(6, 12), reason="Qt tells of it as of a state that has changed"
    )),
])  # fmt: skip
def test_what_happens_is_read_aloud(screen: str, sentence: str, screens: list[Screen]) -> None:
    announced = [said for found in screens if found.name == (screen or found.name) for said in found.announced]
    assert any(sentence in said for said in announced), announced


def test_what_is_hidden_from_an_audience_is_not_read_aloud_either(screens: list[Screen]) -> None:
    (announced,) = [found.announced for found in screens if found.name == "50-hidden"]
    assert any("No picture" in said for said in announced)
    assert "booth.example.com" not in " ".join(announced)


def test_every_dialog_is_among_the_screens(screens: list[Screen]) -> None:
    for module in walk_packages(akool_desktop.ui.__path__, "akool_desktop.ui."):
        import_module(module.name)
    kinds = {screen.kind for screen in screens}
    assert {kind.__name__ for kind in _dialogs(QDialog)} - kinds == set()
    assert {"Window", "CompactStrip", "HistoryWindow"} <= kinds


def _dialogs(kind: type[QDialog]) -> Iterator[type[QDialog]]:
    """Those of the program that open as they are; others are made from them."""
    made = [found for found in kind.__subclasses__() if found.__module__.startswith("akool_desktop.")]
    if not made:
        yield kind
    for found in made:
        yield from _dialogs(found)

"""What a person does with the Presets panel, and sees in it."""

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView
from ui.conftest import OpenProgram
from ui.driving import Program, cursor, until


async def open_wide(open_program: OpenProgram) -> Program:
    """The panel stands beside the form where the window is wide enough."""
    program = await open_program()
    program.window.resize(1440, 900)
    return program


def preset_list(program: Program) -> QListView:
    return next(found for found in program.all(QListView) if found.accessibleName() == "Presets")


def names(program: Program) -> list[str]:
    model = preset_list(program).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def spoken(program: Program, name: str) -> str:
    """What a screen reader says of the row."""
    index = preset_list(program).model().index(names(program).index(name), 0)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def place(program: Program, name: str) -> QPoint:
    view = preset_list(program)
    return view.visualRect(view.model().index(names(program).index(name), 0)).center()


async def choose(program: Program, name: str) -> None:
    await until(lambda: name in names(program), f"for {name}")
    QTest.mouseClick(
        preset_list(program).viewport(), Qt.MouseButton.LeftButton, pos=place(program, name)
    )
    await opened(program, name)


async def open_one(open_program: OpenProgram) -> Program:
    """With the preset One in the form, whose avatar is "one"."""
    program = await open_wide(open_program)
    write(program.paths.presets, "One", avatar_id="one")
    program.window._open_preset.list.look()
    await choose(program, "One")
    return program


def write_each(program: Program, *names: str) -> None:
    """Presets of these names, whose avatars are called like them, in the list from its next look on."""
    for name in names:
        write(program.paths.presets, name, avatar_id=name)
    program.window._open_preset.list.look()


async def opened(program: Program, name: str) -> None:
    await until(lambda: program.window._open_preset.name == name and not program.tasks.runs("open preset"), name)
    await until(lambda: not program.tasks.runs("note open preset"), "for the next start to know of it")


async def save_as(program: Program, name: str, tags: str = "") -> None:
    QTest.keyClick(cursor(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    await until(program.dialogs, "for the dialog")
    dialog = program.dialog()
    for label, text in (("Preset name", name), ("Tags", tags)):
        edit = dialog.labelled(label)
        assert isinstance(edit, QLineEdit)
        edit.setText(text)
    dialog.press("Save preset")
    await opened(program, name)
    program.window.activateWindow()  # a window manager does that
    await until(program.window.isActiveWindow, "for the window")
    await until(lambda: name in names(program), f"for {name}")


def files(program: Program) -> dict[str, Any]:
    return {path.stem: json.loads(path.read_text("utf-8")) for path in program.paths.presets.glob("*.json")}


def write(folder: Path, name: str, **values: object) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps({"name": name, "values": values}), "utf-8")


async def delete(program: Program, name: str) -> None:
    await until(lambda: name in names(program), f"for {name}")
    preset_list(program).setFocus()
    preset_list(program).setCurrentIndex(preset_list(program).model().index(names(program).index(name), 0))
    QTest.keyClick(cursor(), Qt.Key.Key_Delete)
    await until(lambda: name not in names(program), f"for {name} to go")

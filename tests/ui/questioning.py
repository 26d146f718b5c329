"""The questions about money, as they come up in a test."""

from hostile import cut
from ui.driving import Program, Screen, until
from ui.selling import Sessions


async def asked(program: Program) -> Screen:
    await until(lambda: any(dialog.isActiveWindow() for dialog in program.dialogs()), "for a question")
    return program.dialog()


async def lose(program: Program, akool: Sessions, *, started: bool) -> Screen:
    """A create whose answer never comes; the question that follows it."""
    if started:
        await program.read()  # a list that is read in the background meanwhile would know it
        akool.start()
    akool.instead["session/create"] = cut
    program.click(program.create_button)
    return await asked(program)

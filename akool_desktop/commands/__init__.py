"""What the program does without a window: through the same desk, for a script, a kiosk, another computer's shell.

Never imports Qt. Standard output carries the result alone; whatever else is to be said goes to standard error.
"""

from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import dataclass

from akool_desktop.commands import check, create, doctor, end
from akool_desktop.commands.running import Setting

__all__ = ["COMMANDS", "Command", "Setting"]


@dataclass(frozen=True)
class Command:
    """``run`` returns the exit code. One that needs a preset is given it by --preset."""

    name: str
    help: str
    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Setting], int]
    needs_preset: bool


COMMANDS = (
    Command("create", "create a session from a preset, and print its id", create.add_arguments, create.run, True),
    Command("check", "check a preset for free, and print what is found", check.add_arguments, check.run, True),
    Command("doctor", "say what this computer is set up for; with --live, what Akool really does", doctor.add_arguments,
            doctor.run, False),
    Command("end", "end sessions, and wait until Akool confirms it", end.add_arguments, end.run, False),
)

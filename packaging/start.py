"""Opens Akool Desktop from a checkout, on a machine that has only Python: python3 packaging/start.py [ARGUMENTS]

The first run makes the environment .venv in the checkout and installs into it; the arguments go to akool-desktop.
"""

import os
import sys
from collections.abc import Mapping

from environment import make_environment, missing_for_an_environment, project_description
from machine import (
    QT_LIBRARIES,
    WAYLAND_LIBRARIES,
    X11_LIBRARIES,
    SetupError,
    install_system_packages,
    missing_libraries,
    replace_process,
    run,
)

WINDOWLESS = {"--version", "--help", "-h", "create", "check", "end", "doctor"}


def main(arguments: "list[str]") -> int:
    if sys.platform.startswith("linux") and WINDOWLESS.isdisjoint(arguments):
        platforms = window_platforms(os.environ)
        install_system_packages({**missing_for_a_window(platforms), **missing_for_an_environment(".venv")})
        still_missing = missing_for_a_window(platforms)
        if still_missing:
            raise SetupError(f"Qt cannot open a window here without {', '.join(still_missing)}.")
    title = "Installing Akool Desktop (about 90 MB to download)"
    python = make_environment(".venv", project_description(), {title: ["--editable", "."]})
    # -I: neither the folder one stands in nor PYTHONPATH may put other modules before the program's
    replace_process([python, "-I", "-m", "akool_desktop", *arguments])
    return 0


def window_platforms(variables: "Mapping[str, str]") -> "list[dict[str, str]]":
    """The libraries of each of Qt's ways to show a window that these environment variables offer."""
    if "QT_QPA_PLATFORM" in variables:
        return [{}]  # chosen by hand
    platforms = [
        libraries
        for variable, libraries in (("WAYLAND_DISPLAY", WAYLAND_LIBRARIES), ("DISPLAY", X11_LIBRARIES))
        if variables.get(variable)
    ]
    if not platforms:
        raise SetupError("Akool Desktop opens a window, and here is no display: run it in a desktop session.")
    return platforms


def missing_for_a_window(platforms: "list[dict[str, str]]") -> "dict[str, str]":
    """What Qt lacks at least (file name: package); any one of the platforms is enough for it."""
    nearest = min(map(missing_libraries, platforms), key=len)
    return {**missing_libraries(QT_LIBRARIES), **nearest}


if __name__ == "__main__":
    run(main)

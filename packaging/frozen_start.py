"""Runs first in the frozen program: what it starts (a browser, a file manager) must load the system's libraries.

PyInstaller's starter puts its own folder into the variable for the program's sake, and keeps what was there.
https://pyinstaller.org/en/stable/runtime-information.html#ld-library-path-libpath-considerations
"""

import os
import sys

if sys.platform.startswith("linux"):
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)

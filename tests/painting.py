"""How long a program takes until its window is painted, seen from outside: by what is on the X server's screen."""

import ctypes
import os
import select
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress

_PLANES, _Z_PIXMAP = ctypes.c_ulong(-1), 2
BLACK = 0


class Screen:
    """The root window of a display on which no window manager runs: black, until something is painted there."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        for name in ("XOpenDisplay", "XGetImage"):
            getattr(self._x, name).restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = self._x.XGetPixel.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))
        assert self._display, f"there is no display {display}"
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))

    def pixel(self, x: int, y: int) -> int:
        image = ctypes.c_void_p(self._x.XGetImage(self._display, self._root, x, y, 1, 1, _PLANES, _Z_PIXMAP))
        try:
            return int(self._x.XGetPixel(image, 0, 0)) & 0xFFFFFF
        finally:
            self._x.XDestroyImage(image)

    def wait_for(self, painted: bool, within: float = 30) -> float:
        """The instant at which a place in the middle was first seen painted, or black again."""
        until = time.perf_counter() + within
        while (self.pixel(300, 300) != BLACK) is not painted:
            assert time.perf_counter() < until, f"painted: {not painted}, still, after {within} s"
            select.select([], [], [], 0.002)  # the server sends no word of pixels: it is asked again and again
        return time.perf_counter()


@contextmanager
def x_server() -> Iterator[str]:
    """A display of its own, with a number that the server finds itself."""
    ready, told = os.pipe()
    command = ["Xvfb", "-displayfd", str(told), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[told], stderr=subprocess.DEVNULL)
    os.close(told)
    try:
        with os.fdopen(ready) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def time_to_paint(screen: Screen, command: Sequence[str], variables: Mapping[str, str]) -> float:
    """Seconds from the start of the process to its first paint; it is ended after that."""
    screen.wait_for(painted=False)
    started = time.perf_counter()
    process = subprocess.Popen(command, env=dict(variables), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        return screen.wait_for(painted=True) - started
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(20)
        process.kill()

"""Voice samples heard, one at a time. The only place that knows miniaudio, imported when a first one is played.

PySide6-Essentials has no sound; miniaudio has no wheel for some computers, nor for the newest Python. Where there is no
library or no sound device, that is a sentence and nothing worse.
"""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from akool_desktop.akool.web import WebError
from akool_desktop.desk.accounts import AccountDesk
from akool_desktop.desk.lists import Lists
from akool_desktop.ui.language import say
from akool_desktop.ui.tasks import Tasks
from akool_desktop.words import Words

if TYPE_CHECKING:
    from miniaudio import Backend, PlaybackDevice

_BACKENDS: "list[Backend]" = []  # none named: whatever this computer has


class SilentError(Exception):
    """Nothing can be heard; ``words`` say why."""

    def __init__(self, words: Words) -> None:
        super().__init__(str(words))
        self.words = words


class DamagedError(SilentError):
    """The sample itself is the reason."""


class Player(QObject):
    """``changed`` follows when another sample plays, or none any more."""

    changed = Signal()
    failed = Signal(str)
    _ended = Signal(object)

    def __init__(self, accounts: AccountDesk, lists: Lists, tasks: Tasks) -> None:
        super().__init__()
        self._accounts, self._lists, self._tasks = accounts, lists, tasks
        self._device: PlaybackDevice | None = None
        self._mark = object()
        self.playing = ""
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def toggle(self, url: str) -> None:
        """Play it, in the place of any other; or stop it."""
        was = self.playing
        self.stop()
        if url and url != was:
            self._play(url)

    def stop(self) -> None:
        self._tasks.cancel("sample")
        self._mark = object()
        device, self._device, self.playing = self._device, None, ""
        if device:
            self._tasks.in_thread(f"close sample {id(device)}", device.close)
        self.changed.emit()

    def put_away(self) -> None:
        """Now, and not in a thread: the program ends, and nothing may call into it from the sound's own thread."""
        device, self._device = self._device, None
        self.stop()
        if device:
            device.close()

    def _play(self, url: str) -> None:
        self.playing = url
        account, mark = self._accounts.chosen, self._mark

        async def start() -> "PlaybackDevice":
            content = await self._lists.sample(account, url)
            starting = asyncio.ensure_future(asyncio.to_thread(_started, content, lambda: self._ended.emit(mark)))
            try:
                return await asyncio.shield(starting)
            except DamagedError:
                await self._lists.spoilt(url)
                raise
            except asyncio.CancelledError:
                starting.add_done_callback(_silence)
                raise

        self._tasks.restart("sample", start, self._hold, self._fail)
        self.changed.emit()

    def _hold(self, device: "PlaybackDevice") -> None:
        self._device = device

    def _end(self, mark: object) -> None:
        if mark is self._mark:
            self.stop()

    def _fail(self, error: Exception) -> None:
        self.stop()
        words = error.words if isinstance(error, WebError | SilentError) else Words("The sample could not be played.")
        self.failed.emit(say(words))


def _silence(starting: "asyncio.Future[PlaybackDevice]") -> None:
    """It was stopped before it had begun to play."""
    if not starting.cancelled() and not starting.exception():
        starting.get_loop().run_in_executor(None, starting.result().close)


def _started(content: bytes, ended: Callable[[], None]) -> "PlaybackDevice":
    """Decoded as it plays, so that a small file cannot become a large one. Raises SilentError."""
    try:
        import miniaudio
    except ImportError:
        raise SilentError(Words("Samples cannot be heard here: there is no sound library for this computer.")) from None
    try:
        stream = miniaudio.stream_with_callbacks(miniaudio.stream_memory(content), end_callback=ended)
    except miniaudio.MiniaudioError:
        raise DamagedError(Words("This sample is damaged, or of a kind that cannot be played here.")) from None
    try:
        device = miniaudio.PlaybackDevice(backends=_BACKENDS, app_name="Akool Desktop")
        if device.backend == "Null" and not _BACKENDS:
            device.close()
            raise miniaudio.MiniaudioError("no device")
        next(stream)
        device.start(stream)
    except miniaudio.MiniaudioError:
        raise SilentError(Words("No sound device was found, so the sample cannot be heard.")) from None
    return device

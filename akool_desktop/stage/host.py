"""The console's side of the Stage: one host for each session, on a loopback port of its own.

A port of its own makes the page an origin of its own, so that two sessions' pages cannot read each other.
aiohttp takes a quarter of a second to load; that happens in a thread, when a Stage is first opened.
"""

import asyncio
import secrets
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal

from akool_desktop.paths import resource
from akool_desktop.stage.session import Events, StageSession

if TYPE_CHECKING:
    from akool_desktop.stage.site import Site

Fit = Literal["contain", "cover"]
SDKS = {"livekit": "livekit-client.js", "agora": "agora-rtc-sdk.js", "trtc": "trtc.js"}


class StageError(Exception):
    """A sentence that says what to do."""


class StageHost:
    """``events`` hears what happens on the page, on the loop that opened it.

    ``port`` 0 takes any free one. A number and a ``program_key`` that is kept, of new_program_key(), keep the
    address of the program view from one session to the next; ``taken`` is that port where it was taken, by another
    session perhaps, so that the address is another this time. ``language`` is what the pages speak: its ``name`` and
    ``direction``, and ``texts``, its translations by English template; without any they speak English.
    """

    def __init__(
        self,
        session: StageSession,
        events: Events,
        *,
        port: int = 0,
        program_key: str = "",
        language: Mapping[str, object] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._session = session
        self._events = events
        self._port = port
        self._program_key = program_key or new_program_key()
        self._clock = clock
        self._language = language or {}
        self._opening = asyncio.Lock()
        self._site: Site | None = None
        self._closed = False
        self.taken = 0

    async def open(self) -> str:
        """The address to open in the browser: good once, and for a minute.

        A page that is open already hands over to the new one as soon as that is there.
        """
        return (await self._started()).ticket_url()

    async def program_url(self, background: str = "000000", fit: Fit = "contain") -> str:
        """The address for OBS, a projector or a second screen: the avatar alone, while the page is in the room.

        ``background`` is six hexadecimal digits; ``fit`` shows the whole picture, or fills the frame.
        """
        return f"{(await self._started()).program_url()}&background={background}&fit={fit}"

    async def _started(self) -> "Site":
        async with self._opening:
            if self._closed:  # it ended while somebody pressed Open: nobody would close this one again
                raise StageError("This session is over.")
            if self._site is None:
                self._site = await self._start()
            return self._site

    async def _start(self) -> "Site":
        sdk = SDKS.get(self._session.stream_type)
        if sdk is not None and not resource(f"stage/sdk/{sdk}").is_file():
            raise StageError("The vendors' SDKs are not in this checkout. Run: python3 packaging/stage_sdks.py")
        await asyncio.to_thread(_load)
        from akool_desktop.stage.site import Site

        site = Site(self._session, self._events, self._clock, self._program_key, self._language)
        try:
            await site.start(self._port)
        except OSError:
            if not self._port:
                raise
            self.taken = self._port
            await site.start(0)
        return site

    @property
    def page_open(self) -> bool:
        return self._site is not None and self._site.page is not None

    async def speak(self, language: Mapping[str, object]) -> None:
        """Another ``language``, at once."""
        self._language = language
        if self._site is not None:
            await self._site.speak(language)

    async def say(self, text: str) -> None:
        """What Retelling says and Dialogue answers. Like the two below, StageError without a page."""
        if self._session.fast_dialogue:
            raise StageError("Fast dialogue is voice only: it takes no typed text.")
        await self._tell({"do": "say", "text": text})

    async def interrupt(self) -> None:
        await self._tell({"do": "interrupt"})

    async def leave(self) -> None:
        """The page leaves the room. The session runs on."""
        await self._tell({"do": "leave"})

    async def close(self, *, ended: bool) -> None:
        """Gives the port back, for good. When the session has ended the page says so and closes; otherwise it stays on
        air."""
        async with self._opening:
            self._closed = True
            site, self._site = self._site, None
            if site is not None:
                await site.stop(ended)

    async def _tell(self, order: Mapping[str, object]) -> None:
        if self._site is None or not await self._site.tell(order):
            raise StageError("The Stage is not open in the browser. Open it first.")


def new_program_key() -> str:
    return secrets.token_urlsafe(32)


def _load() -> None:
    import akool_desktop.stage.site  # noqa: F401

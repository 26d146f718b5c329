"""The cards of sessions in the right column, each made over some frames, and what is handed on from them."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from akool_desktop.desk.sessions import SessionDesk
from akool_desktop.store.entry import Entry
from akool_desktop.ui import clipboard
from akool_desktop.ui.cards import SessionCard
from akool_desktop.ui.language import say
from akool_desktop.ui.sessions.frames import Frames
from akool_desktop.ui.sessions.looks import name_of
from akool_desktop.ui.sessions.stages import Stages
from akool_desktop.ui.tasks import Tasks
from akool_desktop.words import Words

if TYPE_CHECKING:
    from akool_desktop.ui.sessions.hand_off import HandOff


class SessionCards(QObject):
    """``wanted`` and ``gone`` carry a card, ``said`` a sentence that needs no answer, ``failed`` an exception.

    They are made in ``place``, where the right column will have them.
    """

    wanted = Signal(QWidget)
    gone = Signal(QWidget)
    said = Signal(str)
    failed = Signal(Exception)

    def __init__(
        self,
        window: QWidget,
        place: QWidget,
        sessions: SessionDesk,
        stages: Stages,
        tasks: Tasks,
        frames: Frames,
        copy: Callable[[str, str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._place, self._sessions, self._stages = window, place, sessions, stages
        self._tasks, self._frames, self._copy = tasks, frames, copy
        self._cards: dict[int, SessionCard] = {}
        self._handed: HandOff | None = None

    def show(self, row: int) -> None:
        """On top, as made anew."""
        entry = self._sessions.entries.get(row)
        if entry is None:  # it is over, and out of view since
            return
        if row in self._cards:
            self._drop(row)
        load, make = self._sessions.credentials.load, partial(self._make, entry)
        self._tasks.start(f"details {row}", lambda: load(entry), lambda _: self._frames.add(make), self.failed.emit)

    def open_stage(self, row: int) -> None:
        """What its page tells is on the session's card."""
        if row not in self._cards:
            self.show(row)
        self._stages.open(row)

    def keep(self, entry: Entry) -> None:
        """Keep the credentials of a new session, and say where."""
        self._tasks.start(
            f"keep {entry.row}",
            lambda: self._sessions.credentials.keep(entry),
            lambda _: self._show_kept(entry),
            lambda _: self._show_kept(entry),
        )

    def refresh(self) -> None:
        for row in self._cards.keys() - self._sessions.entries.keys():
            self._drop(row)  # it ended a while ago, and is in the history
        for entry in self._sessions.entries.values():
            if entry.row in self._cards:
                self._cards[entry.row].show_entry(entry)
            if self._handed and self._handed.row == entry.row:
                self._handed.show_entry(entry)

    def _make(self, entry: Entry) -> None:
        if entry.row not in self._sessions.entries:
            return  # it ended a while ago, and has left the view in the frame between
        if entry.row in self._cards:
            self._drop(entry.row)
        card = SessionCard(
            self._place, entry, self._sessions.clock, partial(self._stages.make_panel, entry), copy=self._copy,
            copy_secret=self._copy_secret,
        )  # fmt: skip
        card.hand_off_wanted.connect(lambda: self._hand_off(entry.row))
        card.closed.connect(lambda: self._drop(entry.row))
        self._cards[entry.row] = card
        self._frames.add(partial(self._fill, entry, card))

    def _is_awaited(self, entry: Entry, card: SessionCard) -> bool:
        """Neither taken away nor replaced since the frame before."""
        return entry.row in self._sessions.entries and self._cards.get(entry.row) is card

    def _fill(self, entry: Entry, card: SessionCard) -> None:
        if self._is_awaited(entry, card):
            card.add_values(entry, self._sessions.credentials.of(entry))
            self._frames.add(partial(self._bring, entry, card))

    def _bring(self, entry: Entry, card: SessionCard) -> None:
        if self._is_awaited(entry, card):
            card.show_entry(self._sessions.entries[entry.row])
            self._show_kept(entry)
            self.wanted.emit(card)

    def _show_kept(self, entry: Entry) -> None:
        if entry.row in self._cards:
            self._cards[entry.row].show_kept(self._sessions.credentials.kept_where(entry))

    def _drop(self, row: int) -> None:
        self._stages.drop_panel(row)
        self.gone.emit(self._cards.pop(row))

    def _copy_secret(self, name: str, text: str) -> None:
        clipboard.copy_secret(text)
        self.said.emit(say(Words("{name} copied. It leaves the clipboard after a minute.", name=name)))

    def _hand_off(self, row: int) -> None:
        from akool_desktop.ui.sessions.hand_off import HandOff
        from akool_desktop.ui.sessions.sheet import Sheet

        entry, clock = self._sessions.entries.get(row), self._sessions.clock
        if entry is None:  # it is over, and out of view since
            return
        left = None if entry.state.over else clock.surely_left(entry)
        sheet = Sheet(entry, clock, {"avatar_id": name_of(entry)})
        credentials = self._sessions.credentials.of(entry)
        self._handed = HandOff(self._window, self._tasks, sheet, credentials, left)
        self._handed.finished.connect(self._forget_handed)
        self._handed.open()

    def _forget_handed(self) -> None:
        self._handed = None

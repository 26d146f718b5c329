"""Warnings before a session ends, in the window and on the desktop."""

from collections.abc import Callable, Iterable

from akool_desktop.desk.clock import Clock
from akool_desktop.store.entry import Entry, State
from akool_desktop.ui.language import say, tr, words_of
from akool_desktop.ui.notify import Notifier
from akool_desktop.ui.sessions.looks import account_of, minutes, name_of
from akool_desktop.words import Words

_MOMENTS = (300, 120, 60)  # seconds left
_LATE = 10  # seconds after such a moment


class Warnings:
    """Each once, at 5, 2 and 1 minutes; one that the booked length never reaches is not given."""

    def __init__(self, clock: Clock, notifier: Notifier, say_in_window: Callable[[str], None]) -> None:
        self._clock, self._notifier, self._say_in_window = clock, notifier, say_in_window
        self._given: dict[int, int] = {}

    def give(self, entries: Iterable[Entry]) -> None:
        """Those that are due now."""
        for entry in entries:
            left = self._clock.left(entry)
            if entry.state is State.LIVE and left and left.sure:
                self._warn(entry, left.seconds)

    def _warn(self, entry: Entry, seconds: int) -> None:
        due = [moment for moment in _MOMENTS if seconds <= moment < (entry.length or 0)]
        if not due or self._given.get(entry.row, _MOMENTS[0] + 1) <= due[-1]:
            return
        self._given[entry.row] = due[-1]
        title = _time_left(due[-1], seconds)
        sentence = say(Words("{who} on {account} ends then.", who=name_of(entry), account=account_of(entry.account)))
        self._say_in_window(say(Words("{left}: {what}", left=words_of(title), what=words_of(sentence))))
        self._notifier.notify(title, sentence)


def _time_left(moment: int, seconds: int) -> str:
    """The moment's round number; the real one where it comes late, after a start or a sleep."""
    if moment - seconds > _LATE:
        return say(Words("{time} left", time=minutes(seconds)))
    return tr("1 minute left") if moment == 60 else say(Words("{n} minutes left", n=moment // 60))

"""What is said under an input: what is wrong with it, what it resolves to, its hint, how long its token is good."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout

from akool_desktop.session.passes import TokenClock
from akool_desktop.ui.controls.messages import Message, fitting, muted_label
from akool_desktop.ui.form.known_line import KnownLine
from akool_desktop.ui.form.token_clock import TokenClockBox
from akool_desktop.ui.language import say
from akool_desktop.words import Words

if TYPE_CHECKING:
    from akool_desktop.desk.catalogue import Known


class Remarks:
    """In a row's column, right under the line that it begins with. Each is made when there is something to tell."""

    def __init__(self, column: QVBoxLayout) -> None:
        self._column = column
        self._said: tuple[str, ...] = ()
        self._messages: list[Message] = []
        self.known_line: KnownLine | None = None
        self._known: Known | None = None
        self._hint: QLabel | None = None
        self._is_usual = True
        self._clock: TokenClockBox | None = None

    def show(self, problem: Words | None, notes: Sequence[Words], hint: str, *, is_usual: bool) -> bool:
        """The problem, then the notes, then the hint; whether that is news. ``is_usual``: it is the hint that the
        field always has, and not one for how things stand.
        """
        self._is_usual = is_usual
        sentences = (*((say(problem),) if problem else ()), *map(say, notes), hint)
        if sentences == self._said:
            return False
        self._said = sentences
        for message in self._messages:
            self._column.removeWidget(message)
            message.hide()
            message.deleteLater()
        self._messages = [Message("problem", "danger", say(fitting(problem)))] if problem else []
        self._messages += [Message("warning", "warning", say(fitting(note))) for note in notes]
        for place, message in enumerate(self._messages, start=1):
            self._column.insertWidget(place, message)
            message.show()  # now: by itself it would come a turn of the loop later, and move what is below
        self.show_hint(hint)
        return True

    @property
    def text(self) -> str:
        """As it is read: what an id stands for is in the place of the usual hint here, too."""
        said = self._said
        if self._known and self._is_usual:
            name, words = self._known.name, say(self._known.words)
            both = say(Words("{name}: {state}", name=name, state=words)) if name and words else name or words
            said = (*said[:-1], both)
        return " ".join(said).strip()

    def show_hint(self, hint: str) -> None:
        if hint and self._hint is None:
            self._hint = muted_label(hint)
            self._column.insertWidget(1 + len(self._messages) + (self.known_line is not None), self._hint)
        if self._hint:
            self._hint.setText(hint)
            self._show_or_hide_hint()

    def _show_or_hide_hint(self) -> None:
        if self._hint:
            self._hint.setVisible(bool(self._hint.text()) and (self._known is None or not self._is_usual))

    def show_known(self, known: "Known | None") -> bool:
        """What the text resolves to in the account's list, in the place of the usual hint; whether that is news."""
        if known == self._known:
            return False
        self._known = known
        if self.known_line is None:
            self.known_line = KnownLine()
            self._column.insertWidget(1 + len(self._messages), self.known_line)
        self.known_line.setVisible(known is not None)
        self._show_or_hide_hint()
        if known:
            self.known_line.show_known(known)
        return True

    def show_clock(self, clock: TokenClock | None) -> None:
        """How long the token in there is good."""
        if clock and self._clock is None:
            self._clock = TokenClockBox()
            before = len(self._messages) + (self.known_line is not None) + (self._hint is not None)
            self._column.insertWidget(1 + before, self._clock)
        if self._clock:
            self._clock.show_clock(clock)

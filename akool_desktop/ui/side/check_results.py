"""What the check has found so far: problems first, then notes, then what is still asked, then what is fine."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTime, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from akool_desktop.desk.check_lines import Line, State
from akool_desktop.ui.controls.icons import BusyArc, Icon
from akool_desktop.ui.controls.layouts import clear
from akool_desktop.ui.controls.messages import breakable, muted_label
from akool_desktop.ui.hearing import announce
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.theme import font, px, set_font, set_state
from akool_desktop.words import Words, listed

# In the order in which they stand; the icon and its colour.
_LOOKS: dict[State, tuple[str, str]] = {
    "problem": ("problem", "danger"),
    "note": ("warning", "warning"),
    "running": ("todo", "muted"),
    "good": ("done", "good"),
}
_UNBROKEN = 24  # letters of an ID or a host's name, which would push the link beside it out of view
_RANKS = {state: rank for rank, state in enumerate(_LOOKS)}


class CheckResults(QWidget):
    """``ask_wanted``: about this line another service shall be asked too."""

    went_to = Signal(str)
    ask_wanted = Signal(Line)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Check results"))
        self._lines: dict[str, _CheckLine] = {}
        self._finished_at = ""
        self._stale: Words | None = None  # why it no longer holds
        self._compact = False
        heading = QLabel(tr("Check results"))
        heading.setFont(font("strong"))
        self._caption = muted_label(" ")
        self._caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(heading)
        head.addWidget(self._caption, 1)
        self._all_fine = _CheckLine()
        self._body = QVBoxLayout()
        self._body.setSpacing(px(10))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(10))
        layout.addLayout(head)
        layout.addWidget(self._all_fine)
        layout.addLayout(self._body)
        self.hide()

    @property
    def under_way(self) -> bool:
        return not self._finished_at

    def begin(self) -> None:
        clear(self._body)
        self._lines.clear()
        self._finished_at, self._stale = "", None
        self._refresh()

    def show_line(self, line: Line) -> None:
        """A line that begins, or what came of it."""
        if line.name not in self._lines:
            shown = _CheckLine()
            shown.went_to.connect(self.went_to)
            shown.ask_wanted.connect(self.ask_wanted)
            self._lines[line.name] = shown
        self._lines[line.name].show_line(line, stale=bool(self._stale))
        self._refresh()

    def finish(self) -> None:
        self._finished_at = QTime.currentTime().toString("HH:mm")
        self._refresh()
        lines = [shown.line for shown in self._lines.values()]
        wrong = [_told(line) for line in lines if line.state != "good"]
        announce(self, "\n".join(map(say, wrong or [_fine(lines)])))

    def show_stale(self, why: Words | None) -> None:
        if why != self._stale:
            self._stale = why
            for shown in self._lines.values():
                shown.show_line(shown.line, stale=bool(why))
            self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for shown in self._lines.values():
                shown.show_line(shown.line, stale=bool(self._stale))
            self._refresh()

    def show_compact(self, compact: bool) -> None:
        if compact != self._compact:
            self._compact = compact
            self._refresh()

    def _refresh(self) -> None:
        """Widgets are moved and not made anew: the cursor may be in one of them."""
        self._caption.setText(say(self._when()))
        in_order = sorted(self._lines.values(), key=lambda shown: _RANKS[shown.line.state])
        lines = [shown.line for shown in in_order]
        short = self._compact and bool(self._finished_at) and all(line.state == "good" for line in lines)
        for place, shown in enumerate(in_order):
            if self._body.indexOf(shown) != place:
                self._body.insertWidget(place, shown)
            shown.setVisible(not short or shown.may_be_asked)
        self._all_fine.setVisible(short)
        if short:
            fine = _fine(lines)
            names = listed([line.about for line in lines])
            self._all_fine.show_line(Line("all", fine, "good", fine, names), stale=bool(self._stale))

    def _when(self) -> Words:
        if self._stale:
            return self._stale
        if not self._finished_at:
            return Words("checking…")
        when = Words("{time}", time=self._finished_at)
        return when if self._compact else Words("{time}, nothing spent", time=self._finished_at)


def _told(line: Line) -> Words:
    """What was found and what there is to say of it: of a field, the first is its name alone."""
    return Words("{field}: {problem}", field=line.words, problem=line.detail) if line.detail else line.words


def _fine(lines: Sequence[Line]) -> Words:
    return Words("{count} of {count} fine", count=len(lines))


def _as_sentence(words: Words) -> str:
    """With a capital, but where it begins with a value: an ID has its letters to the letter."""
    said = say(words)
    return said if _begins_with_value(words) else said[:1].upper() + said[1:]


def _begins_with_value(words: Words) -> bool:
    if not words.template.startswith("{"):
        return False
    first = words.values[words.template[1:].partition("}")[0]]
    return _begins_with_value(first) if isinstance(first, Words) else True


class _CheckLine(QWidget):
    """One line: icon, words, what there is to add, and where to go."""

    went_to = Signal(str)
    ask_wanted = Signal(Line)

    def __init__(self) -> None:
        super().__init__()
        self.line = Line("", Words(""))
        self.may_be_asked = False
        self._icon = Icon("todo", "muted")
        self._busy = BusyArc()
        self._words = QLabel()
        self._words.setProperty("tone", "")  # now: a change of style later would take the font back
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._more = [muted_label(), muted_label()]
        self._go = self._link(tr("Go there"))
        self._go.setProperty("flush", "end")
        self._go.clicked.connect(lambda: self.went_to.emit(self.line.go_to))
        self._ask = self._link(tr("Ask ElevenLabs"))
        self._ask.clicked.connect(self._want_asked)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(px(8))
        layout.setVerticalSpacing(0)
        layout.setColumnStretch(1, 1)
        for mark in (self._icon, self._busy):
            layout.addWidget(mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 0, 1)
        layout.addWidget(self._go, 0, 2, Qt.AlignmentFlag.AlignTop)
        for row, label in enumerate(self._more, start=1):
            layout.addWidget(label, row, 1, 1, 2)
        layout.addWidget(self._ask, 3, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def _link(self, words: str) -> QPushButton:
        link = QPushButton(words)
        link.setProperty("kind", "link")
        link.hide()
        return link

    def show_line(self, line: Line, *, stale: bool) -> None:
        self.line = line
        self.may_be_asked = self.may_be_asked or bool(line.offers)
        running = line.state == "running"
        wrong = line.state in ("problem", "note")
        icon, tone = _LOOKS[line.state]
        self._icon.show_icon(icon, "muted" if stale else tone)
        self._icon.setVisible(not running)
        self._busy.setVisible(running)
        set_state(self._words, "tone", "muted" if stale or running else "")
        set_font(self._words, font("strong" if wrong else "body"))
        said = say(line.about if running else line.words)
        self._words.setText(breakable(said, _UNBROKEN))
        for label, words in zip(self._more, (line.detail, line.advice), strict=True):
            label.setText(breakable(_as_sentence(words), _UNBROKEN) if words else "")
            label.setVisible(words is not None)
        self._go.setAccessibleDescription(said)
        set_state(self._go, "tone", "muted" if stale else "")
        self._go.setVisible(wrong and bool(line.go_to))
        self._ask.setVisible(bool(line.offers) and not stale)
        self._ask.setEnabled(True)

    def _want_asked(self) -> None:
        self._ask.setEnabled(False)
        self.ask_wanted.emit(self.line)

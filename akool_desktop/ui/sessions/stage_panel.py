"""What a Stage's page tells, on its session's card, and what can be said through it from here."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from akool_desktop.stage.session import (
    FirstFrame,
    PageClosed,
    Picture,
    Quality,
    Refused,
    Said,
    StageEvent,
    StateChanged,
)
from akool_desktop.ui.controls.icons import IconButton
from akool_desktop.ui.controls.messages import breakable, muted_label
from akool_desktop.ui.controls.wrapping import Wrapping
from akool_desktop.ui.hearing import announce
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.language import told as in_words
from akool_desktop.ui.sessions.looks import picture_facts
from akool_desktop.ui.theme import font, px
from akool_desktop.words import Words, marked

_LINES = 4  # of the transcript
_LONGEST = 240  # characters of one
_IN_ROOM = ("joining", "waiting", "live", "reconnecting")
_OPENING = marked("Opening in the browser. If no page appears there, copy the link.")
_NO_BROWSER = marked(
    "No browser could be opened. Copy the link and open it in a browser on this computer, within a minute."
)
_CLOSED = marked("The page was closed. The session is still running and may cost money.")
_VOICE_ONLY = marked("Fast dialogue is voice only: it takes no typed text. Speak on the page.")
_SPEAKERS = {"bot": marked("Avatar"), "user": marked("You")}
_NOT_SENT = marked("You, not sent")
_QUALITIES = {"good": marked("good"), "fair": marked("fair"), "poor": marked("poor"), "lost": marked("lost")}


@dataclass
class Told:
    """What has been heard of one Stage. ``problem`` is why something could not be done."""

    state: str = ""
    sentence: str = ""
    first_frame: int | None = None  # milliseconds
    picture: str = ""  # codec and size
    quality: str = ""
    problem: str = ""
    waits: bool = False  # for a page that was asked for
    lines: dict[tuple[str, str], Said] = field(default_factory=dict)

    def open_in(self, browser: bool) -> None:
        """The page was asked for: of a browser, or there is none."""
        self.waits = True
        self.problem = "" if browser else _NO_BROWSER
        if browser and self.state not in _IN_ROOM:
            self.state, self.sentence = "opening", _OPENING

    def hear(self, event: StageEvent) -> None:
        match event:
            case StateChanged(state, sentence):
                self.state, self.sentence, self.problem, self.waits = state, sentence, "", False
            case PageClosed():
                self.state, self.sentence = "closed", _CLOSED
            case FirstFrame(milliseconds):
                self.first_frame = milliseconds
            case Picture():
                self.picture = f"{event.codec} {event.width} × {event.height}".strip()
            case Quality(word):
                self.quality = word
            case Refused(sentence):
                self.problem = sentence
            case Said(speaker, mid, sent=sent):
                self.problem = self.problem if speaker == "bot" or not sent else ""  # what was tried anew
                if (before := self.lines.get((speaker, mid))) and not before.sent:
                    del self.lines[speaker, mid]  # sent at last, it comes after what was said meanwhile
                self.lines[speaker, mid] = event
                self.lines = dict(list(self.lines.items())[-_LINES:])


class StagePanel(QWidget):
    """Open Stage; then the page's state in words, its picture, the last lines, and Say, Interrupt, Leave.

    ``buttons`` has room for another.
    """

    open_wanted = Signal()
    link_wanted = Signal()
    say_wanted = Signal(str)
    interrupt_wanted = Signal()
    leave_wanted = Signal()
    program_wanted = Signal()
    pass_wanted = Signal()

    def __init__(self, parent: QWidget, *, typing: bool) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Stage"))
        self._typing = typing
        self._shown: tuple[object, ...] = ()
        self._given = ""  # what was said last from here
        self._state = _sentence()
        self._why_not, self._facts, self._problem = muted_label(), muted_label(), _sentence("warning")
        self._lines, self._voice_only = _sentence(), muted_label(tr(_VOICE_ONLY))
        self._open = IconButton("stage", tr("Open Stage"))
        self._open.clicked.connect(self.open_wanted)
        self._link = IconButton("copy", tr("Copy link"), kind="quiet")
        self._link.setToolTip(tr("Good once, and for a minute"))
        self._link.clicked.connect(self.link_wanted)
        self._text = QLineEdit()
        self._text.setPlaceholderText(tr("Type, then press Enter"))
        self._text.returnPressed.connect(self._say)
        self._interrupt, self._leave = QPushButton(tr("Interrupt")), QPushButton(tr("Leave"))
        self._interrupt.clicked.connect(self.interrupt_wanted)
        self._leave.setToolTip(tr("The page leaves the room. The session runs on."))
        self._leave.clicked.connect(self.leave_wanted)
        self._program = IconButton("window", tr("Program view…"), kind="quiet")
        self._program.setToolTip(tr("The avatar alone, for OBS, a projector or a second screen"))
        self._program.clicked.connect(self.program_wanted)
        self._pass = IconButton("key", tr("Give a viewer's pass…"))
        self._pass.clicked.connect(self.pass_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        caption = QLabel(tr("Say"))
        caption.setBuddy(self._text)
        self._say_line = QWidget()
        typed = QHBoxLayout(self._say_line)
        typed.setContentsMargins(0, 0, 0, 0)
        typed.setSpacing(px(8))
        typed.addWidget(caption)
        typed.addWidget(self._text, 1)
        self.buttons = Wrapping(px(8))
        for button in (self._open, self._interrupt, self._leave, self._pass, self._program, self._link):
            self.buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(4), 0, 0)
        layout.setSpacing(px(6))
        title = QLabel(tr("Stage"))
        title.setFont(font("strong"))
        layout.addWidget(title)
        for label in (self._why_not, self._problem, self._state, self._facts, self._voice_only):
            layout.addWidget(label)
        layout.addWidget(self._say_line)
        layout.addLayout(self.buttons)
        layout.addWidget(self._lines)  # last: with each word that is said it grows, and Interrupt stays where it is

    def show_told(
        self, told: Told, *, why_not: str, takes_pass: bool, may_open: bool, is_page_open: bool
    ) -> None:
        """``why_not`` says why this session has no Stage, ``takes_pass`` that a viewer's pass would make one.

        ``may_open``: it is live, or waits in line.
        """
        in_room = is_page_open and told.state in _IN_ROOM
        live = is_page_open and told.state == "live"
        problem, facts = "" if why_not else in_words(told.problem), _facts(told) if live else ""
        texts = why_not, problem, in_words(told.sentence), facts, _transcript(told)
        shown = texts, takes_pass, may_open, in_room, live, is_page_open, told.waits
        if shown == self._shown:
            return
        self._shown = shown
        labels = self._why_not, self._problem, self._state, self._facts, self._lines
        for label, text in zip(labels, texts, strict=True):
            if label in (self._problem, self._state) and text != label.text():
                announce(self, text)
            label.setText(text)
            label.setVisible(bool(text))
        self._open.setVisible(may_open and not why_not and not in_room)
        self._link.setVisible(may_open and not why_not and not is_page_open and told.waits)
        self._voice_only.setVisible(live and not self._typing)
        self._say_line.setVisible(live and self._typing)
        self._interrupt.setVisible(live)
        self._leave.setVisible(in_room)
        self._program.setVisible(in_room)
        self._pass.setVisible(takes_pass and may_open)

    def _say(self) -> None:
        if text := self._text.text().strip():
            self._given = text
            self.say_wanted.emit(text)

    def forget_text(self) -> None:
        if self._text.text().strip() == self._given:  # else the next one is being typed
            self._text.clear()

    def give_back(self, unsent: str) -> None:
        """What was said from here did not go out: it stands here again, unless another does by then."""
        if unsent and self._given.endswith(unsent) and not self._text.text():
            self._text.setText(self._given)


def _facts(told: Told) -> str:
    parts = [picture_facts(told.first_frame, told.picture)]
    if told.quality:
        parts.append(say(Words("Connection {quality}", quality=Words(_QUALITIES[told.quality]))))
    return " · ".join(filter(None, parts))


def _transcript(told: Told) -> str:
    lines = (
        Words("{speaker}: {text}", speaker=Words(_SPEAKERS[said.speaker] if said.sent else _NOT_SENT),
              text=breakable(_end(said.text)))
        for said in told.lines.values() if said.text
    )  # fmt: skip
    return "\n".join(map(say, lines))


def _end(text: str) -> str:
    return text if len(text) <= _LONGEST else f"…{text[-_LONGEST:]}"


def _sentence(tone: str = "") -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setMinimumWidth(1)
    label.setProperty("tone", tone)
    label.hide()
    return label

"""What of an open session can be handed on, each thing with what it contains and for how long it is good."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from akool_desktop.desk.clock import Clock
from akool_desktop.session import rules, viewers
from akool_desktop.session.fields import BY_KEY
from akool_desktop.session.passes import span
from akool_desktop.store.ledger import Entry
from akool_desktop.ui.cards import words_label
from akool_desktop.ui.clipboard import copy_named
from akool_desktop.ui.icons import IconButton
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.qr_code import QrCode, fits
from akool_desktop.ui.questions import Question
from akool_desktop.ui.rows import muted_label
from akool_desktop.ui.session_looks import is_practice, name_of
from akool_desktop.ui.theme import font, px
from akool_desktop.words import Words

_AGES = 5000  # milliseconds until what is said of time is said anew
_ONE_VIEWER = (
    "Akool gives a session one viewer's identity. Whoever joins with these credentials takes the place of whoever was "
    "there before, the Stage included."
)
_OWN_ROOM = (
    "This session runs in your own room, so there are no credentials of Akool's to hand off. The token in the form is "
    "the avatar's; make passes for people on your own server."
)
_NOT_KEPT = (
    "The credentials of this session's room are not on this computer, so they cannot be handed off from here. Another "
    "program started it, or no keyring kept them."
)
_MADE_UP = "Practice: these credentials are made up. They have the form of real ones, but nobody can join with them."
_MEET = (
    "The link carries the token. Whoever sees the link or the code can join, and opening it hands the token to "
    "meet.livekit.io, LiveKit's own server, not Akool's and not yours. The page turns on camera and microphone at "
    "once, puts out the Stage, and takes no typed text for the avatar."
)
_SHEET = (
    "One page to print or send: what the session is, how to join, what to do when something fails. No key and no token "
    "is on it. It is good for as long as the session runs, and opens in your browser once it is saved."
)


class HandOffDialog(Question):
    """``said`` carries a sentence that needs no answer; ``sheet_wanted`` that the sheet is to be saved."""

    said = Signal(str)
    sheet_wanted = Signal()

    def __init__(self, parent: QWidget, entry: Entry, credentials: Mapping[str, str | int], clock: Clock) -> None:
        super().__init__(parent, say(Words("Hand off {name}", name=name_of(entry))), _sentence(entry, credentials))
        self._entry, self._credentials, self._clock = entry, credentials, clock
        self._good = muted_label(" ")
        self._told = muted_label()
        self._told.hide()
        if credentials and entry.room != "own":
            self._lines.addWidget(self._make_credentials())
        self._link = viewers.meet_link(credentials)
        if self._link and entry.room != "own" and not is_practice(entry):
            self._lines.addWidget(self._make_meet())
        self._lines.addWidget(self._make_sheet())
        self._lines.addStretch()
        self._buttons.insertWidget(0, self._told, 1)
        close = self.add_button(tr("Close"))
        close.clicked.connect(self.accept)
        self._age()
        ages = QTimer(self, interval=_AGES)
        ages.timeout.connect(self._age)
        ages.start()

    def _make_credentials(self) -> QWidget:
        names = ", ".join(say(viewers.label(name)) for name in self._credentials)
        stream = rules.said(BY_KEY["stream_type"], self._entry.stream_type)
        what = Words("What a front end needs to join Akool's {stream} room: {names}.", stream=stream, names=names)
        part = _Part(tr("Credentials of Akool's room"), muted_label(say(what)), self._good)
        for form, write in (("JSON", viewers.as_json), (".env", viewers.as_env)):
            words = say(Words("Copy as {form}", form=form))
            part.add_button("copy", words, partial(self._copy_credentials, form, write))
        return part

    def _copy_credentials(self, form: str, write: Callable[[str, str, viewers.Credentials], str]) -> None:
        text = write(self._entry.session_id, self._entry.stream_type, self._credentials)
        self._tell(copy_named(say(Words("Credentials as {form}", form=form)), text, secret=True))

    def _make_meet(self) -> QWidget:
        self._meet = part = _Part(tr("LiveKit Meet"), muted_label(tr(_MEET)))
        self._show_link = part.add_button("eye", tr("Show link and QR code"), self._reveal)
        return part

    def _reveal(self) -> None:
        self._show_link.hide()
        name = tr("QR code of the link")
        shown = QrCode(self._link, name) if fits(self._link) else muted_label(tr("The link is too long for a QR code."))
        self._meet.add_below(shown)
        copy = self._meet.add_button("copy", tr("Copy link"), lambda: self._tell(
            copy_named(tr("Link"), self._link, secret=True)))  # fmt: skip
        self._meet.add_button("stage", tr("Open LiveKit Meet"), lambda: QDesktopServices.openUrl(QUrl(self._link)))
        copy.setFocus()
        QTimer.singleShot(0, self, lambda: self._bring_into_view(shown))

    def _bring_into_view(self, code: QWidget) -> None:
        """Whole, and the buttons under it where there is room for both."""
        self._fit()
        inside = self._scroll.widget()
        assert inside
        inside.resize(inside.width(), self._lines.totalHeightForWidth(inside.width()))
        self._lines.activate()  # else it scrolls to where they were
        self._scroll.ensureWidgetVisible(self._meet.buttons, 0, px(12))
        self._scroll.ensureWidgetVisible(code, 0, px(12))

    def _make_sheet(self) -> QWidget:
        part = _Part(tr("Hand-off sheet"), muted_label(tr(_SHEET)))
        part.add_button("save", tr("Save sheet…"), self.sheet_wanted.emit)
        return part

    def _tell(self, sentence: str) -> None:
        self.show_told(sentence)
        self.said.emit(sentence)

    def show_told(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.show()

    def _age(self) -> None:
        """The token's time and the session's, as they are now."""
        good = say(viewers.good_for(self._credentials, self._clock.wall()))
        self._good.setText(f"{good} {say(_session_left(self._entry, self._clock))}")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As tall as its words, where the window behind leaves room for that."""
        layout, window = self.layout(), self.parentWidget()
        assert layout
        layout.activate()
        around = self.height() - self._scroll.height()
        wanted = around + self._lines.totalHeightForWidth(self._scroll.viewport().width())
        self.resize(self.width(), min(wanted, window.height() - px(40)) if window else wanted)


class _Part(QFrame):
    """A heading, sentences and buttons."""

    def __init__(self, title: str, *sentences: QLabel) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self.setAccessibleName(title)
        heading = words_label(title)
        heading.setFont(font("strong"))
        self.buttons = QWidget()
        self._buttons = QHBoxLayout(self.buttons)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.setSpacing(px(8))
        self._buttons.addStretch()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(px(14), px(12), px(14), px(12))
        self._layout.setSpacing(px(6))
        for label in (heading, *sentences):
            self._layout.addWidget(label)
        self._layout.addWidget(self.buttons)

    def add_button(self, icon: str, words: str, act: Callable[[], object]) -> QPushButton:
        button = IconButton(icon, words)
        button.clicked.connect(lambda: act())
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

    def add_below(self, widget: QWidget) -> None:
        """Between the sentences and the buttons."""
        self._layout.insertWidget(self._layout.count() - 1, widget, 0, Qt.AlignmentFlag.AlignLeft)


def _sentence(entry: Entry, credentials: Mapping[str, str | int]) -> str:
    if entry.room == "own":
        return tr(_OWN_ROOM)
    if not credentials:
        return tr(_NOT_KEPT)
    return tr(_MADE_UP) if is_practice(entry) else tr(_ONE_VIEWER)


def _session_left(entry: Entry, clock: Clock) -> Words:
    left = clock.left(entry)
    if left is None:
        return Words("How long the session runs is not known; the room closes with it.")
    return Words("The session has {span} left, and the room closes with it.", span=span(left.seconds, coarse=True))

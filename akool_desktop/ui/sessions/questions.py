"""The questions that concern money: end all sessions, and which one is the unknown one; leaving.py has the third."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from akool_desktop.akool.models import Session
from akool_desktop.desk.clock import Clock
from akool_desktop.desk.statuses import is_rehearsal
from akool_desktop.store.entry import Entry
from akool_desktop.ui.controls.dialog import Question
from akool_desktop.ui.controls.icons import BusyArc, Icon
from akool_desktop.ui.controls.messages import Message, muted_label, words_label
from akool_desktop.ui.hearing import announce
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.sessions.looks import account_of, facts_of, look_of, name_of, stream_said
from akool_desktop.ui.theme import font, px
from akool_desktop.words import Words, marked

_NONE_HERE = marked("None is open here.")
_NONE = marked("Akool lists no running session, and none is open here.")
_NONE_LISTED = marked("Akool lists no running session.")
_NO_ID = marked("None that is open here can be ended by its ID.")
_FIND_IT = marked("A create whose answer never came is not ended from here, and may be running: Find it, in its row, "
                  "asks Akool which session it is.")
_OTHERS_NOT_KNOWN = marked("What other programs have started is not known, and not ended from here.")


class QuestionOfSessions(Question):
    """One that is about what is open here."""

    def _show_entries(self, entries: Sequence[Entry], clock: Clock) -> None:
        self._clear_lines()
        for entry in entries:
            self._lines.addWidget(_line(entry, clock))
        self._lines.addStretch()


class EndAllQuestion(QuestionOfSessions):
    """What runs on the account, ours and others', and one question whether to end it all.

    Ours can be ended while Akool is still being asked what other programs have started. ``known`` are rows by their
    sessions: one of another account, which may be gone by now, can be among those that this account lists. ``unknown``
    are those that cannot be ended from here, since no answer has told their id.
    """

    end_wanted = Signal()

    def __init__(
        self,
        parent: QWidget,
        account: str,
        entries: Sequence[Entry],
        unknown: Sequence[Entry],
        clock: Clock,
        known: Mapping[str, Entry],
    ) -> None:
        super().__init__(parent, say(Words("End all sessions on {account}?", account=account_of(account))), "")
        self._entries, self._unknown, self._clock, self._known = entries, unknown, clock, known
        self.others: Sequence[Session] = ()
        self._shown = QElapsedTimer()
        self._cancel_button = self.add_button(tr("Cancel"))
        self._cancel_button.clicked.connect(self.reject)
        self._end_button = self.add_button("", "primary")
        self._end_button.clicked.connect(self._end)
        self._show(tr(_NO_ID if unknown else _NONE_HERE), _busy(tr("Looking for what other programs have started…")))

    def show_others(self, others: Sequence[Session]) -> None:
        self.others = others
        if not (others or self._entries):  # there is nothing to be cancelled
            self._cancel_button.setText(tr("Close"))
        none = _NONE_LISTED if self._unknown else _NONE
        self._show(tr(none), *map(self._other, others))

    def _other(self, session: Session) -> QWidget:
        if entry := self._known.get(session.id):
            return _line(entry, self._clock)
        return _unknown(session)

    def show_failed(self, words: Words) -> None:
        """Akool does not say what else runs."""
        both = Words("{first} {then}", first=Words(_OTHERS_NOT_KNOWN), then=words)
        self._show(tr(_OTHERS_NOT_KNOWN), Message("problem", "danger", say(both)))
        announce(self, say(both))

    def _show(self, none: str, *lines: QWidget) -> None:
        self._show_entries([*self._entries, *self._unknown], self._clock)
        if self._unknown:
            lines = (*lines, Message("warning", "warning", tr(_FIND_IT)))
        for line in lines:
            self._lines.insertWidget(self._lines.count() - 1, line)
        count = len(self._entries) + len(self.others)
        if not self.others and all(map(is_rehearsal, self._entries)):
            template = (
                "1 is running. This is practice: nothing is spent." if count == 1 else
                "{count} are running. This is practice: nothing is spent."
            )  # fmt: skip
        else:
            template = (
                "1 may be running. Akool gives back the unused part of what it holds." if count == 1 else
                "{count} may be running. Akool gives back the unused part of what they hold."
            )  # fmt: skip
        self._sentence.setText(say(Words(template, count=count)) if count else none)
        self._end_button.setText(tr("End 1 session") if count == 1 else say(Words("End {n} sessions", n=count)))
        self._end_button.setVisible(count > 0)
        self._fit_later()
        self._shown.start()

    def _end(self) -> None:
        """Not the click that was meant for fewer of them."""
        if self._shown.elapsed() >= QApplication.doubleClickInterval():
            self.end_wanted.emit()
            self.accept()


class FindQuestion(Question):
    """Which of the running sessions is the one whose answer never came, or that there is none."""

    taken = Signal(Session)
    end_wanted = Signal(Session)
    given_up = Signal()
    again_wanted = Signal()

    def __init__(self, parent: QWidget, entry: Entry) -> None:
        super().__init__(
            parent,
            say(Words("Was {who} started?", who=name_of(entry))),
            tr("No usable answer to Create session came. It is not repeated by itself: that could pay for two."),
        )
        later = self.add_button(tr("Decide later"))
        later.clicked.connect(self.reject)
        self._none_button = self.add_button(tr("None was started"))
        self._none_button.clicked.connect(self.given_up)
        self._none_button.clicked.connect(self.accept)
        self._again_button = self.add_button(tr("Look again"), "primary")
        self._again_button.clicked.connect(self.again_wanted)
        self.show_looking()

    def show_looking(self) -> None:
        self._clear_lines()
        self._lines.addWidget(_busy(tr("Looking through Akool's list of running sessions…")))
        self._lines.addStretch()
        self._again_button.setEnabled(False)
        self._none_button.setEnabled(False)

    def show_found(self, sessions: Sequence[Session], *, is_payer: bool) -> None:
        """``is_payer``: the key that was asked with is the one that created it."""
        self._clear_lines()
        self._again_button.setEnabled(True)
        self._none_button.setEnabled(True)
        if not sessions:
            none = tr("None appeared: Akool lists no running session that is not known here.")
            self._lines.addWidget(words_label(none))
        if not is_payer:
            other = tr(
                "The account's key or address has been changed since then, and Akool lists only what the present key"
                " pays for."
            )
            self._lines.addWidget(Message("warning", "warning", other))
        for session in sessions:
            self._lines.addWidget(self._candidate(session))
        self._lines.addStretch()
        self._fit_later()

    def show_failed(self, words: Words, *, is_over: bool) -> None:
        """``is_over``: it was so long ago that whatever was started costs nothing any more."""
        self._clear_lines()
        self._lines.addWidget(Message("problem", "danger", say(words)))
        self._lines.addStretch()
        self._again_button.setEnabled(True)
        self._none_button.setEnabled(is_over)
        self._fit_later()
        announce(self, say(words))

    def _candidate(self, session: Session) -> QWidget:
        """What can be done with it stands below: beside it, large text would have no room for both."""
        candidate, buttons = QWidget(), QHBoxLayout()
        layout = QVBoxLayout(candidate)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(_unknown(session))
        layout.addLayout(buttons)
        buttons.setContentsMargins(px(30), 0, 0, 0)  # in line with the words
        for words, signal in ((tr("It is this one"), self.taken), (tr("End it"), self.end_wanted)):
            button = QPushButton(words)
            button.setAccessibleDescription(session.id)
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(session))
            button.clicked.connect(self.accept)
            buttons.addWidget(button)
        buttons.addStretch()
        return candidate


def _busy(words: str) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(BusyArc())
    layout.addWidget(words_label(words), 1)
    return line


def _line(entry: Entry, clock: Clock) -> QWidget:
    look = look_of(entry, clock)
    return _shown(look.icon, look.tone, name_of(entry), f"{tr(look.words)} · {facts_of(entry, clock)}")


def _unknown(session: Session) -> QWidget:
    """Who started it is not known either: it may be the one whose answer never came."""
    facts = " · ".join(filter(None, (stream_said(session.stream_type), tr("running, not known here"))))
    return _shown("unknown", "warning", session.id, facts)


def _shown(icon_name: str, tone: str, name: str, facts: str) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(px(10))
    layout.addWidget(Icon(icon_name, tone), 0, Qt.AlignmentFlag.AlignTop)
    texts = QVBoxLayout()
    texts.setSpacing(0)
    bold = QLabel(name)
    bold.setFont(font("strong"))
    bold.setTextFormat(Qt.TextFormat.PlainText)
    texts.addWidget(bold)
    texts.addWidget(muted_label(facts))
    layout.addLayout(texts, 1)
    return line

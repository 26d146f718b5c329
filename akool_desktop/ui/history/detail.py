"""One past session: what was sent, how it ended and why, and what was different when it went well."""

import json

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from akool_desktop.desk.clock import Clock
from akool_desktop.session import rules
from akool_desktop.session.fields import FIELDS, Field, Value
from akool_desktop.store.entry import Entry
from akool_desktop.ui.controls.growing import Growing
from akool_desktop.ui.controls.icons import Icon, IconButton
from akool_desktop.ui.controls.layouts import clear
from akool_desktop.ui.controls.messages import breakable, muted_label, words_label
from akool_desktop.ui.language import day_and_time, say, told, tr
from akool_desktop.ui.sessions.looks import account_of, look_of, measured, minutes, name_of, picture_facts
from akool_desktop.ui.theme import font, px, set_state
from akool_desktop.words import Words, marked


class Detail(QWidget):
    """Stays as it is until another session is shown, so that nothing flickers while one goes through the rows."""

    run_wanted = Signal()
    changes_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._nothing = muted_label(" ")
        self._icon = Icon("info", "muted")
        self._title = words_label("")
        self._title.setFont(font("heading"))
        self._state = QLabel()
        self._run_button = IconButton("again", tr("Run again"))
        self._run_button.setToolTip(tr("Fills the form; nothing is sent until you create."))
        self._changes_button = QPushButton(tr("What changed"))
        self._changes_button.setToolTip(tr("Compared with the last run before it that ended well."))
        self._copy_button = IconButton("copy", tr("Copy Session ID"), words=False, kind="bare")
        self._changes = words_label("")
        self._facts = QGridLayout()
        self._sent = QPlainTextEdit()
        self._sent.setReadOnly(True)
        self._sent.setFont(font("code"))
        self._sent.setAccessibleName(tr("What was sent"))
        self._sent.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._sent.setTabChangesFocus(True)
        self._sent.setMinimumHeight(px(120))
        self._run_button.clicked.connect(self.run_wanted)
        self._changes_button.clicked.connect(self.changes_wanted)
        self._copy_button.clicked.connect(self.copy_wanted)
        self._lay_out()
        self.show_entry(None)

    def _lay_out(self) -> None:
        whole = QWidget()
        inside = QVBoxLayout(whole)
        inside.setContentsMargins(0, 0, px(16), 0)
        inside.setSpacing(px(12))
        inside.addWidget(self._title)
        inside.addLayout(_in_line(self._icon, self._state))
        inside.addLayout(self._facts)
        inside.addLayout(_in_line(self._run_button, self._changes_button))
        inside.addWidget(self._changes)
        inside.addWidget(muted_label(tr("What was sent, secrets left out")))
        frame = QFrame()
        frame.setProperty("box", "code")
        framed = QVBoxLayout(frame)
        framed.setContentsMargins(0, 0, 0, 0)
        framed.addWidget(self._sent)
        inside.addWidget(frame, 1)
        self._facts.setHorizontalSpacing(px(12))
        self._facts.setVerticalSpacing(px(4))
        self._facts.setColumnStretch(1, 1)
        self._scroll = Growing()
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidget(whole)
        whole.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(6), 0, 0)
        layout.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._scroll)

    def grow(self, grows: bool) -> None:
        """Whether the window scrolls, and not this."""
        self._scroll.grow(grows)

    def focus_first(self) -> None:
        if self._run_button.isVisible():
            self._run_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def invite(self, rows: bool) -> None:
        """What is said while no session is chosen, where there are rows to choose from."""
        self._nothing.setText(tr("Choose a session to see what was sent and how it ended.") if rows else " ")

    def show_entry(self, entry: Entry | None) -> None:
        self._nothing.setVisible(entry is None)
        self._scroll.setVisible(entry is not None)
        self._changes.hide()
        if entry is None:
            return
        look = look_of(entry, self._clock)
        self._icon.show_icon(look.icon, look.tone)
        self._state.setText(tr(look.words))
        set_state(self._state, "tone", look.tone)
        self._title.setText(name_of(entry))
        self._show_facts(entry)
        self._run_button.setEnabled(bool(entry.sent))
        self._changes_button.setEnabled(bool(entry.sent))
        sent = json.dumps(rules.masked(entry.sent), indent=2, ensure_ascii=False) if entry.sent else ""
        self._sent.setPlainText(sent or tr("Not known: another program started it."))

    def _show_facts(self, entry: Entry) -> None:
        self._facts.removeWidget(self._copy_button)
        clear(self._facts)
        for line, (name, found) in enumerate(facts(entry, self._clock)):
            is_id = name == _ID
            place = Qt.AlignmentFlag.AlignVCenter if is_id else Qt.AlignmentFlag.AlignTop
            self._facts.addWidget(muted_label(tr(name)), line, 0, place)
            shown = words_label(found)
            self._facts.addWidget(shown, line, 1, 1, 1 if is_id else 2)
            if is_id:
                shown.setText(breakable(found))
                shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)  # the button copies it as it is
                shown.setFont(font("code"))
                self._facts.addWidget(self._copy_button, line, 2, place)
        self._copy_button.setVisible(bool(entry.session_id))

    def show_changes(self, entry: Entry, good: Entry | None) -> None:
        self._changes.show()
        if good is None:
            self._changes.setText(tr("No earlier run of it ended well, so there is nothing to compare with."))
            return
        same = entry.preset and entry.preset == good.preset
        head = Words(
            "Compared with {time}, when a session of this preset ended well:" if same
            else "Compared with {time}, when a session of this avatar ended well:",
            time=_time(good.created_at),
        )
        lines = changes(entry, good) or [tr("Nothing was changed.")]
        self._changes.setText("\n".join([say(head), *lines]))


_ID = marked("Session ID")


def facts(entry: Entry, clock: Clock) -> list[tuple[str, str]]:
    """Name and value of what is known of the session."""
    used = minutes(clock.run(entry)) if entry.started_at else ""
    booked = "" if entry.length is None else minutes(entry.length)
    credits = measured(entry)
    known = (
        (marked("Why"), told(entry.why)),
        (marked("Account"), say(account_of(entry.account))),
        (marked("Preset"), entry.preset),
        (marked("Asked for"), _time(entry.created_at)),
        (marked("Went live"), _time(entry.started_at)),
        (marked("Over"), _time(entry.ended_at)),
        ("Stage", picture_facts(entry.first_frame, entry.picture)),
        (marked("Booked"), booked),
        (marked("Used"), used),
        (marked("Credits"), credits and say(Words(
            "{credits} measured, account shared by others may change it", credits=credits))),
        (_ID, entry.session_id),
    )  # fmt: skip
    return [(name, found) for name, found in known if found]


def changes(entry: Entry, good: Entry) -> list[str]:
    """What was sent differently from the good run, a line for each field. Never a secret."""
    now, then = rules.draft_of(entry.sent), rules.draft_of(good.sent)
    lines = []
    for field in FIELDS:
        before, after = rules.value(then, field.key), rules.value(now, field.key)
        if before != after and not field.secret:
            words = Words(
                "{field}: {before} → {after}",
                field=Words(field.label), before=_told(field, before), after=_told(field, after),
            )  # fmt: skip
            lines.append(say(words))
    return lines


def _told(field: Field, found: Value) -> Words:
    """A value in words; a list of words as what it lists, since two lists may be equally long."""
    if isinstance(found, tuple):
        return Words("{list}", list=", ".join(f"{word} = {said}" for word, said in found))
    return rules.said(field, found)


def _time(moment: float | None) -> str:
    return "" if moment is None else day_and_time(moment, seconds=True)


def _in_line(*widgets: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setSpacing(px(8))
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch()
    return layout

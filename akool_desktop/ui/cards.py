"""Cards that stay until they are closed: what failed, what was started, what a preset lacks here."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from akool_desktop.desk.clock import Clock
from akool_desktop.desk.transfer import Missing
from akool_desktop.session import rules
from akool_desktop.session.fields import BY_KEY
from akool_desktop.store.entry import Entry
from akool_desktop.store.redaction import SECRETS, is_secret
from akool_desktop.ui.controls.icons import Icon, IconButton
from akool_desktop.ui.controls.messages import breakable, muted_label, words_label
from akool_desktop.ui.language import say, tr, words_of
from akool_desktop.ui.sessions.looks import account_of, look_of, name_of
from akool_desktop.ui.sessions.stage_panel import StagePanel
from akool_desktop.ui.theme import dress_anew, font, px, set_state
from akool_desktop.words import Card, Words

_LOG = logging.getLogger(__name__)
_BOXES = {"live": "live", "warning": "amber"}
_DOTS = "••••••••"


class _Framed(QFrame):
    """A card with an icon, a title and a way to close it."""

    closed = Signal()

    def __init__(self, box: str, icon_name: str, tone: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", box)
        self._icon = Icon(icon_name, tone)
        self._title = words_label(title)
        self._title.setFont(font("strong"))
        self._title.setProperty("tone", tone)
        close = IconButton("clear", tr("Dismiss"), words=False, kind="bare")
        close.clicked.connect(self.closed)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(px(14), px(12), px(14), px(12))
        self._layout.setSpacing(px(6))
        head = QHBoxLayout()
        self._layout.addLayout(head)
        head.setSpacing(px(10))
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)


class ErrorCard(_Framed):
    """What happened, did it cost anything, what to do."""

    def __init__(
        self, card: Card, *, copy: Callable[[str], None], go: Callable[[str], None], details: str = ""
    ) -> None:
        """``details`` are for whoever looks after the program: only the copy carries them."""
        super().__init__("error", "problem", "danger", say(card.title))
        self._details = details
        _LOG.info("A card: %s / %s", card.title.template, card.happened.template)  # their values may be names
        for caption, words in (
            (tr("What happened"), card.happened),
            (tr("Did it cost anything"), card.cost),
            (tr("What to do"), card.advice),
        ):
            part = QVBoxLayout()
            part.setSpacing(0)
            part.addWidget(muted_label(caption))
            part.addWidget(words_label(SECRETS.clean(say(words))))
            self._layout.addLayout(part)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, px(6), 0, 0)
        buttons.setSpacing(px(4))
        if card.go_to:
            field = BY_KEY.get(card.go_to)  # named beside the button: some labels are wider than the column
            action = QPushButton(tr("Go there") if field else tr("Open the account"))
            if field:
                action.setToolTip(tr(field.label))
                action.setAccessibleDescription(tr(field.label))
            action.clicked.connect(lambda: go(card.go_to))
            buttons.addWidget(action)
        copy_button = IconButton("copy", tr("Copy"), kind="quiet")
        copy_button.clicked.connect(lambda: copy(self._text(card)))
        buttons.addWidget(copy_button)
        buttons.addStretch()
        self._layout.addLayout(buttons)
        self.setAccessibleName(say(card.title))

    def _text(self, card: Card) -> str:
        words = [say(words) for words in (card.title, card.happened, card.cost, card.advice)]
        return SECRETS.clean("\n".join([*words, self._details] if self._details else words))


class SessionCard(_Framed):
    """A session that was started: its state in words, its id, its credentials with the secrets as dots.

    Made from the outside in, where it will stand: what is put into another whole is dressed once more.
    """

    hand_off_wanted = Signal()

    def __init__(
        self,
        parent: QWidget,
        entry: Entry,
        clock: Clock,
        make_stage: Callable[[QWidget], StagePanel],
        *,
        copy: Callable[[str, str], None],
        copy_secret: Callable[[str, str], None],
    ) -> None:
        super().__init__("card", "queue", "accent", "", parent)
        self._copy, self._copy_secret, self._clock = copy, copy_secret, clock
        self._hand_off: IconButton | None = None
        self._layout.addWidget(
            muted_label(say(Words("{who} on {account}", who=name_of(entry), account=account_of(entry.account))))
        )
        self._stage = make_stage(self)
        self._layout.addWidget(self._stage)
        self._kept = muted_label()
        self._kept.setParent(self)
        self.show_entry(entry)

    def add_values(self, entry: Entry, credentials: Mapping[str, str | int]) -> None:
        """The rest of it: all made in one go would hold the window up."""
        self._hand_off = IconButton("copy", tr("Hand over…"))
        self._hand_off.clicked.connect(self.hand_off_wanted)
        self._stage.buttons.addWidget(self._hand_off)
        self._add_value(tr("Session ID"), entry.session_id, code=True)
        self._add_value(tr("Stream type"), say(rules.said(BY_KEY["stream_type"], entry.stream_type)))
        for name, found in credentials.items():
            field = BY_KEY.get(f"credentials.{name}")
            self._add_value(tr(field.label) if field else str(name), str(found), secret=is_secret(name), code=True)
        self._layout.addWidget(self._kept)

    def show_entry(self, entry: Entry) -> None:
        look = look_of(entry, self._clock)
        self._icon.show_icon(look.icon, look.tone)
        self._title.setText(tr(look.words))
        set_state(self._title, "tone", look.tone)
        box = _BOXES.get(look.tint, "card")
        if box != self.property("box"):
            set_state(self, "box", box)
            for button in self.findChildren(QPushButton):
                dress_anew(button)
        self.setAccessibleName(tr(look.words))
        if self._hand_off:
            self._hand_off.setVisible(not entry.state.over)  # nobody can take over what is over
        if entry.state.over:
            self.show_kept(None)  # they are gone from the keyring, and good for nothing any more

    def show_kept(self, where: Words | None) -> None:
        """Where the credentials are kept while the session may run."""
        self._kept.setText(say(Words("Credentials: {where}.", where=where)) if where else "")
        self._kept.setVisible(where is not None)

    def _add_value(self, name: str, found: str, *, secret: bool = False, code: bool = False) -> None:
        line = QWidget(self)
        self._layout.addWidget(line)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        texts = QVBoxLayout()
        layout.addLayout(texts, 1)
        texts.setSpacing(0)
        texts.addWidget(muted_label(name))
        shown = words_label(_DOTS if secret and found else breakable(found))
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)  # the button copies it as it is
        if code:
            shown.setFont(font("code"))
        texts.addWidget(shown)
        copy = IconButton("copy", say(Words("Copy {name}", name=words_of(name))), words=False)
        copy.clicked.connect(lambda: (self._copy_secret if secret else self._copy)(name, found))
        layout.addWidget(copy, 0, Qt.AlignmentFlag.AlignVCenter)


class MissingCard(_Framed):
    """What the preset in the form names and is not here; ``went_to`` carries the key of the field to mend it in."""

    went_to = Signal(str)

    def __init__(self, name: str, missing: Sequence[Missing]) -> None:
        title = Words("{name} lacks something on this computer", name=name)
        super().__init__("amber", "warning", "warning", say(title))
        for one in missing:
            self._layout.addWidget(self._make_line(one))
        self.setAccessibleName(say(title))

    def _make_line(self, one: Missing) -> QWidget:
        line = QWidget()
        go = QPushButton(tr("Go there"))
        go.setProperty("kind", "link")
        go.setAccessibleDescription(tr(BY_KEY[one.key].label))
        go.clicked.connect(lambda: self.went_to.emit(one.key))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(words_label(say(one.words)), 1)
        layout.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        return line


def card_of(error: Exception) -> Card:
    """The error's own card; for one that has none, an honest general one."""
    card = getattr(error, "card", None)
    if isinstance(card, Card):
        return card
    words = getattr(error, "words", None)
    if isinstance(words, Words):
        nothing_sent, again = Words("No. Nothing was sent."), Words("Mend it and try again.")
        return Card(Words("That could not be done"), words, nothing_sent, again)
    return Card(
        Words("Something went wrong in this program"),
        Words("An unexpected fault: {fault}.", fault=type(error).__name__),
        Words("It is not known. Look at your sessions at Akool before you create another."),
        Words("Copy this and send it to whoever looks after the program."),
    )


def leading_to(card: Card, account_id: str) -> Card:
    """The card, whose way to the account is the one to this account, whichever is chosen when it is taken."""
    return replace(card, go_to=f"account {account_id}") if card.go_to == "account" else card


def sentence_of(error: Exception) -> Words:
    """What a dialog says of it, where a card has no room."""
    card, words = getattr(error, "card", None), getattr(error, "words", None)
    if isinstance(card, Card):
        return Words("{title}. {happened} {advice}", title=card.title, happened=card.happened, advice=card.advice)
    return words if isinstance(words, Words) else Words("That did not work: {error}", error=type(error).__name__)

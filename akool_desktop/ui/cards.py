"""Cards that stay until they are closed: what failed, and what was started."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from akool_desktop.desk.sessions import Running, State
from akool_desktop.session import rules
from akool_desktop.session.fields import BY_KEY
from akool_desktop.ui.icons import Icon, IconButton
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.rows import muted_label
from akool_desktop.ui.theme import font, px, set_state
from akool_desktop.words import Card, Words

# state: icon, colour of its words, box
_LOOKS = {
    State.WAITING: ("queue", "accent", "card"),
    State.LIVE: ("live", "live", "live"),
    State.ENDING: ("busy", "muted", "card"),
    State.ENDED: ("done", "good", "card"),
    State.FAILED: ("problem", "danger", "card"),
    State.UNKNOWN: ("unknown", "warning", "amber"),
    State.NOT_CONFIRMED: ("warning", "warning", "amber"),
}
# docs.akool.com, Create Session, Credentials; the last three names are the guide's for TRTC
_SECRETS = ("agora_token", "livekit_token", "trtc_sdk_user_sig", "trtc_user_sig")
_DOTS = "••••••••"


class _Framed(QFrame):
    """A card with an icon, a title and a way to close it."""

    closed = Signal()

    def __init__(self, box: str, icon_name: str, tone: str, title: str) -> None:
        super().__init__()
        self.setProperty("box", box)
        self._icon = Icon(icon_name, tone)
        self._title = words_label(title)
        self._title.setFont(font("strong"))
        self._title.setProperty("tone", tone)
        close = IconButton("clear", tr("Dismiss"), words=False, kind="bare")
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._close_button = close
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(px(14), px(12), px(10), px(12))
        self._layout.setSpacing(px(6))
        self._layout.addLayout(head)


class ErrorCard(_Framed):
    """What happened, did it cost anything, what to do."""

    def __init__(self, card: Card, *, copy: Callable[[str], None], go: Callable[[str], None]) -> None:
        super().__init__("error", "problem", "danger", say(card.title))
        for caption, words in (
            (tr("What happened"), card.happened),
            (tr("Did it cost anything"), card.cost),
            (tr("What to do"), card.advice),
        ):
            self._layout.addWidget(muted_label(caption))
            self._layout.addWidget(words_label(say(words)))
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, px(6), 0, 0)
        if card.go_to:
            field = BY_KEY.get(card.go_to)
            action = QPushButton(
                say(Words("Go to {field}", field=Words(field.label))) if field else tr("Open the account")
            )
            action.clicked.connect(lambda: go(card.go_to))
            buttons.addWidget(action)
        copy_button = IconButton("copy", tr("Copy"), kind="quiet")
        copy_button.clicked.connect(lambda: copy(self._text(card)))
        buttons.addWidget(copy_button)
        buttons.addStretch()
        self._layout.addLayout(buttons)
        self.setAccessibleName(say(card.title))

    def _text(self, card: Card) -> str:
        return "\n".join(say(words) for words in (card.title, card.happened, card.cost, card.advice))


class SessionCard(_Framed):
    """A session that was started: its state in words, its id, its credentials with the secrets as dots."""

    ended = Signal()

    def __init__(self, running: Running, *, copy: Callable[[str, str], None]) -> None:
        icon_name, tone, box = _LOOKS[running.state]
        super().__init__(box, icon_name, tone, "")
        self._copy = copy
        session = running.session
        facts = muted_label(say(Words("{who} on {account}", who=running.who, account=running.account.name)))
        self._layout.addWidget(facts)
        self._add_value(tr("Session ID"), session.id, code=True)
        self._add_value(tr("Stream type"), say(rules.said(BY_KEY["stream_type"], session.stream_type)))
        for name, found in session.credentials.items():
            field = BY_KEY.get(f"credentials.{name}")
            self._add_value(tr(field.label) if field else str(name), str(found), secret=name in _SECRETS, code=True)
        self._end_button = IconButton("stop", tr("End session"), token="danger", kind="danger")
        self._end_button.setAccessibleDescription(session.id)
        self._end_button.clicked.connect(self.ended)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, px(6), 0, 0)
        buttons.addWidget(self._end_button)
        buttons.addStretch()
        self._layout.addLayout(buttons)
        self.show_running(running)

    def show_running(self, running: Running) -> None:
        icon_name, tone, box = _LOOKS[running.state]
        practice = running.account.id == "practice"
        words = tr(str(running.state))
        live_practice = practice and running.state is State.LIVE
        if live_practice:
            tone, box, words = "accent", "card", tr("Live, practice")
        self._icon.show_icon(icon_name, tone)
        self._title.setText(words)
        set_state(self._title, "tone", tone)
        set_state(self, "box", box)
        self.setAccessibleName(words)
        self._end_button.setVisible(not running.state.over)
        self._end_button.setEnabled(running.state is not State.ENDING)
        self._end_button.setText(tr("Try again") if running.state is State.NOT_CONFIRMED else tr("End session"))
        self._close_button.setVisible(running.state.over)

    def _add_value(self, name: str, found: str, *, secret: bool = False, code: bool = False) -> None:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(muted_label(name))
        shown = words_label(_DOTS if secret and found else found)
        if code:
            shown.setFont(font("code"))
        texts.addWidget(shown)
        layout.addLayout(texts, 1)
        copy = IconButton("copy", say(Words("Copy {name}", name=name)), words=False)
        copy.clicked.connect(lambda: self._copy(name, found))
        layout.addWidget(copy, 0, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addWidget(line)


def words_label(text: str) -> QLabel:
    """A plain sentence that wraps anywhere it must and can be selected with the mouse."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setMinimumWidth(1)
    return label

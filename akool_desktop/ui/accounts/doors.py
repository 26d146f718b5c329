"""The first run: two doors, and nothing else until one of them is taken.

They stand in the place of all that is in the window, which is whole but out of reach: hidden, from a screen reader too,
and its keys disabled. Nothing is asked of anybody before a door is taken that Practice would not ask.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from akool_desktop.ui.controls.icons import Icon
from akool_desktop.ui.controls.messages import muted_label
from akool_desktop.ui.controls.painted import FilledButton
from akool_desktop.ui.language import tr
from akool_desktop.ui.theme import font, px
from akool_desktop.words import marked

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_DIRECTLY = Qt.FindChildOption.FindDirectChildrenOnly
_PRACTICE = (
    ("done", marked("No key, no account")),
    ("done", marked("Nothing is sent to Akool, nothing is spent")),
    ("done", marked("Errors on demand, to learn what they look like")),
)
_ACCOUNT = (
    ("lock", marked("The key goes into this computer's keyring")),
    ("done", marked("Test key is free and shows your credits")),
    ("clock", marked("A session holds credits for its full length")),
)


class Doors(QScrollArea):
    """``practice_chosen`` and ``account_wanted``: which door was taken. ``open_form`` gives way to the form."""

    practice_chosen = Signal()
    account_wanted = Signal()

    def __init__(self, window: QWidget, behind: QWidget) -> None:
        self._behind = behind
        self._keys = window.findChildren(QShortcut, options=_DIRECTLY)
        self._focused = window.focusWidget()
        super().__init__(window)
        self.setObjectName("doors")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._practice_button = FilledButton(tr("Practise (no account)"))
        self._account_button = QPushButton(tr("Connect my Akool account…"))
        self._practice_button.clicked.connect(self.practice_chosen)
        self._account_button.clicked.connect(self.account_wanted)
        self._lay_out()
        self._reach_behind(False)
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self._practice_button.setFocus()

    def open_form(self) -> None:
        self._reach_behind(True)
        self.hide()
        self.deleteLater()
        if self._focused:
            self._focused.setFocus()

    def _reach_behind(self, can: bool) -> None:
        self._behind.setVisible(can)
        for key in self._keys:
            key.setEnabled(can)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        window = self.parentWidget()
        if watched is window and event.type() == QEvent.Type.Resize:
            self.setGeometry(window.rect())
            self.raise_()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or one under another; in a low window with less air, and without the signs."""
        super().resizeEvent(event)
        self._doors.setDirection(_ACROSS if self.width() >= px(720) else _DOWN)
        low = self.height() < px(540)
        self._page.setContentsMargins(px(16), px(8 if low else 24), px(16), px(24))
        for door in self.findChildren(QWidget, "door"):
            _show_roomy(door, not low)

    def _lay_out(self) -> None:
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._doors = QBoxLayout(_ACROSS)
        self._doors.setSpacing(px(24))
        for door in (self._make_practice(), self._make_account()):
            self._doors.addWidget(door, 1)
        page = QWidget()
        page.setMaximumWidth(px(880 + 2 * 16))
        self._page = layout = QVBoxLayout(page)
        layout.setSpacing(px(12))
        layout.addStretch(1)
        layout.addLayout(_beside(Icon("live", "accent", 24), _label("Akool Desktop", "heading")))
        layout.addSpacing(px(8))
        layout.addWidget(_label(tr("How would you like to begin?"), "title"))
        change = tr("You can change your mind at any time, from the account menu at the top right.")
        layout.addWidget(_sentence(change))
        layout.addSpacing(px(12))
        layout.addLayout(self._doors)
        layout.addSpacing(px(12))
        layout.addLayout(_beside(
            Icon("info", "muted", 16),
            muted_label(tr("Practice stays available as an account, so you can rehearse before every event.")),
        ))  # fmt: skip
        layout.addStretch(1)
        whole = QWidget()
        around = QHBoxLayout(whole)
        around.addStretch(1)
        around.addWidget(page, 100)
        around.addStretch(1)
        self.setWidget(whole)
        for opaque in (whole, self.viewport()):  # the style paints them; what is opaque keeps the window from painting
            opaque.setAutoFillBackground(False)

    def _make_practice(self) -> QWidget:
        return _door(
            "practice", tr("Practise first"),
            tr("A stand-in for Akool on this computer. Everything works; nothing leaves it."),
            _PRACTICE, self._practice_button, tr("Ready now"),
        )  # fmt: skip

    def _make_account(self) -> QWidget:
        self._account_button.setProperty("kind", "tall")
        return _door(
            "key", tr("Use an Akool account"),
            tr("Paste a key once. You can keep several accounts, each with its own name and colour."),
            _ACCOUNT, self._account_button, tr("You need an API key or a Bearer token from Akool"),
        )  # fmt: skip


def _door(
    icon_name: str, title: str, sentence: str, facts: Sequence[tuple[str, str]], button: QPushButton, under: str
) -> QWidget:
    door = QFrame()
    door.setObjectName("door")
    sign = QFrame()
    sign.setObjectName("sign")
    sign.setFixedSize(px(48), px(48))
    inside = QHBoxLayout(sign)
    inside.addWidget(Icon(icon_name, "accent", 24), 0, Qt.AlignmentFlag.AlignCenter)
    inside.setContentsMargins(0, 0, 0, 0)
    layout = QVBoxLayout(door)
    layout.setSpacing(px(10))
    layout.addWidget(sign)
    layout.addSpacing(px(8))
    layout.addWidget(_label(title, "state"))
    layout.addWidget(_sentence(sentence))
    layout.addSpacing(px(8))
    for name, fact in facts:
        layout.addLayout(_beside(Icon(name, "muted"), _label(tr(fact), "body")))
    layout.addStretch(1)
    layout.addSpacing(px(8))
    button.setAccessibleDescription(sentence)
    layout.addWidget(button)
    said = muted_label(under)
    said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    layout.addWidget(said)
    return door


def _show_roomy(door: QWidget, roomy: bool) -> None:
    sign, layout = door.findChild(QWidget, "sign"), door.layout()
    assert sign
    assert layout
    sign.setVisible(roomy)
    layout.setContentsMargins(px(32), px(32 if roomy else 12), px(32), px(28 if roomy else 12))


def _sentence(words: str) -> QLabel:
    """Under a title: as large as other words, not as what stands under a field."""
    label = muted_label(words)
    label.setFont(font("body"))
    return label


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setFont(font(role))
    label.setWordWrap(True)
    return label


def _beside(icon: Icon, label: QLabel) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(px(8))
    line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label, 1)
    return line

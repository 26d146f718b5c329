"""What the right column folds away: what is typed but not sent, and the request as it will be."""

import json
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from akool_desktop.session import rules
from akool_desktop.session.fields import BY_KEY
from akool_desktop.session.rules import Draft, NotSent
from akool_desktop.ui import clipboard
from akool_desktop.ui.controls.fold_button import FoldButton
from akool_desktop.ui.controls.icons import IconButton
from akool_desktop.ui.controls.layouts import clear
from akool_desktop.ui.controls.messages import breakable, muted_label
from akool_desktop.ui.controls.painted import OneLine
from akool_desktop.ui.keyboard.mnemonics import prefer
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.side.copy_as import CopyAs
from akool_desktop.ui.theme import font, px
from akool_desktop.words import Words


class _Fold(QWidget):
    """A heading that opens and closes what is under it."""

    def __init__(self, title: str, aside: str) -> None:
        super().__init__()
        self._button = FoldButton(title)
        self._button.clicked.connect(self._toggle)
        self._aside = OneLine()
        self._aside.setText(aside)
        self._head = QHBoxLayout()
        self._head.setSpacing(px(8))
        self._head.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._head.addWidget(self._aside, 1)
        self._head.addStretch()
        self._body: QWidget = QWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(6))
        layout.addLayout(self._head)
        layout.addWidget(self._body)

    def _toggle(self) -> None:
        self.show_open(self._body.isHidden())

    def show_open(self, is_open: bool) -> None:
        self._body.setVisible(is_open)
        self._button.show_open(is_open)


class NotSentFold(_Fold):
    """What is typed but will not be sent, with the reason."""

    def __init__(self) -> None:
        super().__init__("", "")
        self._shown: list[tuple[str, str]] = []
        self._lines = QVBoxLayout(self._body)
        self._lines.setContentsMargins(px(22), 0, 0, 0)
        self._lines.setSpacing(px(6))
        self.show_open(True)
        self.hide()

    def show_groups(self, groups: Sequence[NotSent], draft: Draft) -> None:
        shown: list[tuple[str, str]] = []
        for group in groups:
            shown.append((say(group.reason), ""))
            for key in group.keys:
                shown.append((tr(BY_KEY[key].label), say(rules.said(BY_KEY[key], rules.value(draft, key)))))
        self.setVisible(bool(shown))
        if shown == self._shown:
            return
        self._shown = shown
        count = sum(len(group.keys) for group in groups)
        title = Words("Not sent: 1 setting") if count == 1 else Words("Not sent: {count} settings", count=count)
        self._button.setText(say(title))
        clear(self._lines)
        for name, found in shown:
            self._lines.addWidget(_pair(name, found) if found else muted_label(name))


class Preview(_Fold):
    """The exact body, every secret as dots."""

    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Request preview"), tr("JSON, secrets hidden"))
        prefer(self._button, "Q")
        self.setAccessibleName(tr("Request preview"))
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setFont(font("code"))
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setMinimumHeight(px(48))
        self._text.setMaximumHeight(px(190))
        self._text.setAccessibleName(tr("Request preview"))
        self._text.setTabChangesFocus(True)
        copy = IconButton("copy", tr("Copy the request"), words=False)
        copy.clicked.connect(self._copy)
        self.copy_as = CopyAs()
        self.copy_as.copied.connect(self.copied)
        self._buttons = QWidget()
        beside = QHBoxLayout(self._buttons)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(px(8))
        beside.addWidget(self.copy_as)
        beside.addWidget(copy)
        self._head.addWidget(self._buttons)
        self._is_compact = False
        frame = QFrame()
        frame.setProperty("box", "code")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._text)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(px(2), 0, 0, px(8))
        body.addWidget(frame)
        layout = self.layout()
        assert layout
        layout.setContentsMargins(px(18), px(6), px(20), px(8))
        self.show_open(False)

    def show_compact(self, compact: bool) -> None:
        """In the narrow column there is no room for words beside the heading."""
        self._is_compact = compact
        self.copy_as.show_words(not compact)
        self._aside.setVisible(self._body.isHidden() and not compact)

    def show_open(self, is_open: bool) -> None:
        """Open, it shows by itself what it is, and its buttons need the room."""
        super().show_open(is_open)
        self._buttons.setVisible(is_open)
        self.show_compact(self._is_compact)

    def read(self) -> None:
        self.show_open(True)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_body(self, body: dict[str, object]) -> None:
        self.copy_as.show_body(body)
        text = json.dumps(rules.masked(body), indent=2, ensure_ascii=False)
        if text != self._text.toPlainText():
            bars = self._text.verticalScrollBar(), self._text.horizontalScrollBar()
            places = [bar.value() for bar in bars]
            self._text.setPlainText(text)
            for bar, place in zip(bars, places, strict=True):
                bar.setValue(place)  # where it is read, while one types

    def _copy(self) -> None:
        clipboard.copy(self._text.toPlainText())
        self.copied.emit(tr("Request copied"))


def _pair(name: str, found: str) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    left = QLabel(name)
    right = muted_label(breakable(found))
    right.setAlignment(Qt.AlignmentFlag.AlignRight)
    for label in (left, right):
        label.setFont(font("caption"))
        layout.addWidget(label, 1)
    return line

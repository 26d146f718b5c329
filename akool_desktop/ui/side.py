"""The right column: what will happen, what is in the way, and the one thing to do next."""

import json
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from akool_desktop.session import rules, summary
from akool_desktop.session.fields import BY_KEY
from akool_desktop.session.handoff import Auth
from akool_desktop.session.rules import Draft, Finding, NotSent
from akool_desktop.ui import clipboard
from akool_desktop.ui.cards import ErrorCard
from akool_desktop.ui.checks import Checks
from akool_desktop.ui.copy_as import CopyAs
from akool_desktop.ui.create_button import CreateButton
from akool_desktop.ui.icons import Icon, IconButton
from akool_desktop.ui.language import say, say_rich, tr
from akool_desktop.ui.mnemonics import prefer
from akool_desktop.ui.painted import OneLine
from akool_desktop.ui.rows import breakable, muted_label
from akool_desktop.ui.sections import hairline
from akool_desktop.ui.theme import font, px
from akool_desktop.words import Words


class Side(QWidget):
    """Summary on top, Create at the bottom, and between them whatever there is to say; cards come first."""

    create_pressed = Signal()
    cancel_pressed = Signal()
    went_to = Signal(str)
    copied = Signal(str)

    def __init__(self, checks: Checks) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._checks = checks
        self._checks.changed.connect(self._make_room)
        self._summary = _Summary()
        self._problems = _Problems()
        self._problems.went_to.connect(self.went_to)
        self._not_sent = _NotSentFold()
        self._preview = _Preview()
        self._preview.copied.connect(self.copied)
        self.create_button = CreateButton()
        self.create_button.clicked.connect(self.create_pressed)
        self._cancel_button = QPushButton(tr("Cancel"))
        self._cancel_button.clicked.connect(self.cancel_pressed)
        self._cancel_button.hide()
        prefer(self.create_button, "C")
        prefer(self._cancel_button, "X")
        self._waiting = muted_label(tr("Waiting for Akool's answer: a session that starts after all is ended at once."))
        self._waiting.hide()
        self._rule = hairline()  # under the summary, where anything stands below it
        self._cards = QVBoxLayout()
        self._cards.setSpacing(px(12))
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget()
        self._middle = middle = QVBoxLayout(inner)
        middle.setContentsMargins(px(20), px(12), px(20), px(12))
        middle.setSpacing(px(12))
        middle.addLayout(self._cards)
        middle.addWidget(self._checks.results)
        middle.addWidget(self._problems)
        middle.addWidget(self._not_sent)
        middle.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setMinimumHeight(px(8))
        scroll.setWidget(inner)
        bottom = QVBoxLayout()
        bottom.setContentsMargins(px(20), px(12), px(20), px(16))
        bottom.setSpacing(px(8))
        bottom.addWidget(self._waiting)
        bottom.addWidget(self._checks.button)
        bottom.addWidget(self._cancel_button)
        bottom.addWidget(self.create_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)  # the hairline at the left
        layout.setSpacing(0)
        layout.addWidget(self._summary)
        layout.addWidget(self._rule)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._preview)
        layout.addWidget(hairline())
        layout.addLayout(bottom)

    def show_draft(
        self,
        draft: Draft,
        names: summary.Names,
        shown: Sequence[Finding],
        notes: Sequence[Finding],
        *,
        spends: bool,
    ) -> None:
        held = summary.held(draft) if spends else Words("Practice credits only. They come back by themselves.")
        self._summary.show_words(summary.sentence(draft, names), held)
        self._problems.show_findings(shown, notes)
        self._checks.show_draft(draft)
        self._not_sent.show_groups(rules.not_sent(draft), draft)
        self._make_room()
        self._preview.show_body(rules.payload(draft))
        self.create_button.show_problems(len(rules.problems(draft)))

    def show_address(self, base_url: str, auth: Auth) -> None:
        """Where the chosen account's requests go, and how it signs them in."""
        self._preview.copy_as.show_address(base_url, auth)

    def show_compact(self, compact: bool) -> None:
        self._summary.show_compact(compact)
        self._checks.results.show_compact(compact)
        self._preview.show_compact(compact)

    def show_working(self, words: Words | None) -> None:
        """``words`` are on the Cancel button while a create is under way; None: none is."""
        self.create_button.show_working(words is not None)
        self._cancel_button.setVisible(words is not None)
        self._checks.button.setVisible(words is None)
        if words:
            self._cancel_button.setText(say(words))
        else:
            self._cancel_button.setEnabled(True)
            self._waiting.hide()

    def show_cancelling(self) -> None:
        self._cancel_button.setEnabled(False)
        self._cancel_button.setText(tr("Cancelling…"))
        self._waiting.show()

    def add_card(self, card: QWidget) -> None:
        """Newest on top."""
        self._cards.insertWidget(0, card)
        self._make_room()

    def remove_card(self, card: QWidget) -> None:
        self._cards.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._make_room()

    def _make_room(self) -> None:
        """An error takes the place of what a check found, and that, as long as it holds, of problems and notes.

        What no longer holds stands below them.
        """
        items = [self._cards.itemAt(place) for place in range(self._cards.count())]
        failed = any(item and isinstance(item.widget(), ErrorCard) for item in items)
        results = self._checks.there and not failed
        self._checks.results.setVisible(results)
        first = self._checks.results if self._checks.fresh else self._problems
        if self._middle.indexOf(first) != 1:  # the cards come before
            self._middle.insertWidget(1, first)
        self._problems.setVisible(self._problems.said and not (results and self._checks.fresh))
        parts = (self._checks.results, self._problems, self._not_sent)
        self._rule.setVisible(any(items) or not all(part.isHidden() for part in parts))
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes down the column: what is added later would come last in the window."""
        items = [self._cards.itemAt(place) for place in range(self._cards.count())]
        lists: list[QWidget] = [self._checks.results, self._problems]
        lists.sort(key=self._middle.indexOf)
        before = self._before()
        for part in [*(item.widget() for item in items if item), *lists]:
            for button in part.findChildren(QPushButton) if part else ():
                QWidget.setTabOrder(before, button)
                before = button

    def _before(self) -> QWidget:
        """What Tab leaves for the column: only what takes the focus itself can have something put after it."""
        widget = self.previousInFocusChain()
        while widget and widget is not self and (
            widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy() or self.isAncestorOf(widget)
        ):
            widget = widget.previousInFocusChain()
        return widget or self


class _Summary(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Summary"))
        caption = QLabel(tr("What will happen"))
        caption.setFont(font("strong"))
        caption.setProperty("tone", "muted")
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.RichText)
        self._sentence.setWordWrap(True)
        self._sentence.setFont(font("summary"))
        self._line_height = px(28)
        self._words = Words("")
        self._held = muted_label(" ")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(18), px(16), px(12))
        layout.setSpacing(px(8))
        for widget in (caption, self._sentence, self._held):
            layout.addWidget(widget)

    def show_compact(self, compact: bool) -> None:
        self._sentence.setFont(font("summary small" if compact else "summary"))
        self._line_height = px(24 if compact else 28)
        self._show_sentence()

    def show_words(self, sentence: Words, held: Words) -> None:
        self._words = sentence
        self._show_sentence()
        self._sentence.setAccessibleName("")
        self._held.setText(say(held))

    def _show_sentence(self) -> None:
        self._sentence.setText(f"<p style='line-height:{self._line_height}px;margin:0'>{say_rich(self._words)}</p>")


class _Problems(QWidget):
    """Problems first, then notes; each leads to its field."""

    went_to = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Problems"))
        self._shown: list[tuple[str, str, str]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(px(10))
        self.hide()

    def show_findings(self, problems: Sequence[Finding], notes: Sequence[Finding]) -> None:
        shown = [("problem", finding.key, say(finding.words)) for finding in problems]
        shown += [("warning", finding.key, say(finding.words)) for finding in notes]
        if shown == self._shown:
            return
        self._shown = shown
        while item := self._layout.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if shown:
            caption = QLabel(tr("Problems") if problems else tr("Notes"))
            caption.setFont(font("strong"))
            self._layout.addWidget(caption)
        for kind, key, sentence in shown:
            self._layout.addWidget(self._make_line(kind, key, sentence))

    @property
    def said(self) -> bool:
        """Whether there is anything to say."""
        return bool(self._shown)

    def _make_line(self, kind: str, key: str, sentence: str) -> QWidget:
        line = QWidget()
        label = QLabel(tr(BY_KEY[key].label))
        label.setFont(font("strong"))
        label.setWordWrap(True)
        texts = QVBoxLayout()
        texts.setContentsMargins(0, px(2), 0, 0)  # level with the words on the button
        texts.setSpacing(0)
        texts.addWidget(label)
        texts.addWidget(muted_label(sentence))
        go = QPushButton(tr("Go there"))
        go.setProperty("kind", "link")
        go.setAccessibleDescription(label.text())
        go.clicked.connect(lambda: self.went_to.emit(key))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(Icon(kind, "danger" if kind == "problem" else "warning"), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 1)
        layout.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        return line


class _Fold(QWidget):
    """A heading that opens and closes what is under it."""

    def __init__(self, title: str, aside: str, *, is_open: bool) -> None:
        super().__init__()
        self._button = IconButton("chevron-right", title, kind="fold")
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
        self.show_open(is_open)

    def _toggle(self) -> None:
        self.show_open(self._body.isHidden())

    def show_open(self, is_open: bool) -> None:
        self._body.setVisible(is_open)
        self._button.show_icon("chevron-down" if is_open else "chevron-right")
        self._button.setAccessibleDescription(tr("open") if is_open else tr("closed"))


class _NotSentFold(_Fold):
    """What is typed but will not be sent, with the reason."""

    def __init__(self) -> None:
        super().__init__("", "", is_open=True)
        self._shown: list[tuple[str, str]] = []
        self._lines = QVBoxLayout(self._body)
        self._lines.setContentsMargins(px(22), 0, 0, 0)
        self._lines.setSpacing(px(6))
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
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for name, found in shown:
            self._lines.addWidget(_pair(name, found) if found else muted_label(name))


class _Preview(_Fold):
    """The exact body, every secret as dots."""

    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Request preview"), tr("JSON, secrets hidden"), is_open=False)
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
        inside.setContentsMargins(px(6), px(6), px(2), px(2))
        inside.addWidget(self._text)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, px(8))
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
        if hasattr(self, "_buttons"):
            self._buttons.setVisible(is_open)
            self.show_compact(self._is_compact)

    def show_body(self, body: dict[str, object]) -> None:
        self.copy_as.show_body(body)
        text = json.dumps(rules.masked(body), indent=2, ensure_ascii=False)
        if text != self._text.toPlainText():
            self._text.setPlainText(text)

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

"""One row of the form: label, input, hint, and what is to be said about it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from akool_desktop.session.fields import Field, Value
from akool_desktop.session.passes import TokenClock
from akool_desktop.ui.controls.icons import IconButton
from akool_desktop.ui.controls.page import Page
from akool_desktop.ui.form.inputs import Input, SecretInput, TextInput, make_input
from akool_desktop.ui.form.meanings import Mark, describe
from akool_desktop.ui.form.remarks import Remarks
from akool_desktop.ui.hearing import announce
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.places import ANY
from akool_desktop.ui.theme import px
from akool_desktop.words import Words

if TYPE_CHECKING:
    from akool_desktop.desk.catalogue import Known
    from akool_desktop.ui.form.suggestions import Suggestions
    from akool_desktop.ui.pictures import Picture

IN_MEMORY = Words("In memory; the keyring keeps it when the preset is saved")
ASKED = Words("Asked for at each launch, kept nowhere")
_REVEALED_FOR = 20_000  # milliseconds
_WIDE_LABEL = 176  # in a form that has room for a picture beside an input
_NOT_LEAVING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class FieldRow(Page):
    """The row of one field; its object name is the field's key with "row " before it."""

    changed = Signal()
    left = Signal()
    entered = Signal()
    slot_chosen = Signal()
    choose_wanted = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self._kept = IN_MEMORY
        self._ask = QCheckBox(tr("Ask me at launch")) if field.secret else None
        self.setObjectName(f"row {field.key}")
        self._widget = make_input(field)
        self.input: Input = self._widget  # type: ignore[assignment]
        self._dont_send: QPushButton | None = None
        self._suggestions: Suggestions | None = None
        self._picture: Picture | None = None
        self._label = QLabel(tr(field.label))
        self._label_width: int | None = 0
        self._mark: Mark | None = None
        self._problem: Words | None = None
        describe(self._widget, field)
        self._lay_out()
        self.input.changed.connect(self._change)
        for child in self.findChildren(QWidget):
            if child.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                child.installEventFilter(self)

    def _lay_out(self) -> None:
        self._label.setBuddy(self._widget)
        self._label.setWordWrap(True)
        self._label.setMinimumHeight(px(32))
        self._label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        fills = self._widget.sizePolicy().expandingDirections() & Qt.Orientation.Horizontal
        line.addWidget(self._widget, 1 if fills else 0)
        for button in self._buttons():
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        if not fills:
            line.addStretch()
        column = QVBoxLayout()
        column.setSpacing(px(4))
        column.addLayout(line)
        if self._ask:
            self._ask.setAccessibleDescription(tr(self.field.label))
            self._ask.clicked.connect(self.slot_chosen)
            column.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignLeft)
        self._body = QHBoxLayout()
        self._body.setSpacing(px(16))
        self._body.addLayout(column, 1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, px(12))
        self._line.setSpacing(px(16))
        self._line.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addLayout(self._body, 1)
        self._remarks = Remarks(column)
        self._remarks.show_hint(tr(self.field.hint))

    def _buttons(self) -> list[QPushButton]:
        """What stands beside the input: the secret's three, a list's Choose, an optional value's Don't send."""
        if isinstance(self._widget, SecretInput):
            return self._secret_buttons(self._widget)
        if self.field.list_of and isinstance(self._widget, TextInput):
            choose = QPushButton(tr("Choose…"))
            choose.setAccessibleDescription(tr(self.field.label))
            choose.clicked.connect(self.choose_wanted)
            return [choose]
        if self.field.suggestions and isinstance(self._widget, TextInput):
            choose = IconButton("chevron-down", tr("Show suggestions"), words=False)
            choose.setAccessibleDescription(tr(self.field.label))
            choose.clicked.connect(lambda: self._suggest().show_all())
            return [choose]
        if self.field.kind in ("number", "whole", "length") and not self.field.required:
            self._dont_send = IconButton("clear", tr("Don't send"), token="muted", kind="quiet")
            self._dont_send.setProperty("tone", "muted")
            self._dont_send.setAccessibleDescription(tr(self.field.label))
            self._dont_send.clicked.connect(self._clear)
            return [self._dont_send]
        return []

    def _suggest(self) -> "Suggestions":
        assert isinstance(self._widget, TextInput)
        if self._suggestions is None:
            from akool_desktop.ui.form.suggestions import Suggestions

            self._suggestions = Suggestions(self._widget, self.field.suggestions)
            self._suggestions.chosen.connect(self._change)
        return self._suggestions

    def _secret_buttons(self, secret: SecretInput) -> list[QPushButton]:
        reveal = IconButton("eye", tr("Reveal"), words=False)
        paste = IconButton("paste", tr("Paste"), words=False)
        clear = IconButton("clear", tr("Clear"), words=False)
        reveal.setCheckable(True)
        hide = QTimer(self, singleShot=True, interval=_REVEALED_FOR)
        hide.timeout.connect(lambda: reveal.setChecked(False))
        self.left.connect(lambda: reveal.setChecked(False))
        reveal.toggled.connect(secret.reveal)
        reveal.toggled.connect(lambda shown: hide.start() if shown else hide.stop())
        paste.clicked.connect(lambda: self.put(QGuiApplication.clipboard().text().strip()))
        clear.clicked.connect(self._clear)
        for button in (reveal, paste, clear):
            button.setAccessibleDescription(tr(self.field.label))
        return [reveal, paste, clear]

    def set_label_width(self, label_width: int | None) -> bool:
        """Of the label beside the input; None: it stands above. Whether that is news."""
        if label_width == self._label_width:
            return False
        self._label_width = label_width
        if self._mark:
            self._mark.hide()  # under the pointer too: its place is another now
        above = label_width is None
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if above else QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(px(2 if above else 16))
        self._label.setMinimumHeight(px(24 if above else 32))
        if label_width is None:
            self._label.setMinimumWidth(0)
            self._label.setMaximumWidth(ANY)
        else:
            self._label.setFixedWidth(label_width)
        self._place_picture()
        return True

    def set_value(self, found: Value) -> None:
        self.input.set_value(found)
        self._show_dont_send()

    @property
    def slot(self) -> str:
        """What a preset does about the secret: "keyring" or "ask"."""
        return "ask" if self._ask and self._ask.isChecked() else "keyring"

    def show_slot(self, slot: str) -> None:
        if self._ask:
            self._ask.setChecked(slot == "ask")

    def show_kept(self, words: Words) -> bool:
        """Where the secret is kept; said with the hint. Whether that is news."""
        news, self._kept = words != self._kept, words
        return news

    @property
    def chosen(self) -> QWidget:
        """What is chosen in it, or all of it: no more has to come into view, or a click would move what it has met."""
        return self._widget.focusProxy() or self._widget

    def focus(self) -> None:
        self._widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_known(self, known: "Known | None") -> None:
        """What the text resolves to in the account's list; it takes the place of the hint that the field always has."""
        if not self._remarks.show_known(known):
            return
        self._widget.setAccessibleDescription(self._remarks.text)
        self._place_picture()
        if self._picture:
            self._picture.show_url(known.picture if known else "")
            self._picture.setVisible(bool(known and known.picture))

    def show_pictures(self, picture: "Picture") -> None:
        """Where the picture of what the field holds is to be seen."""
        self._picture = picture
        picture.hide()
        self._place_picture()

    def _place_picture(self) -> None:
        """Beside the input, or under it where it would leave an id no room."""
        if self._picture and (line := self._remarks.known_line):
            shown = not self._picture.isHidden()
            if self._label_width is not None and self._label_width < px(_WIDE_LABEL):
                line.hold(self._picture)
            else:
                self._body.insertWidget(0, self._picture, 0, Qt.AlignmentFlag.AlignTop)
            self._picture.setVisible(shown)  # which a new parent takes away

    def show_clock(self, clock: TokenClock | None) -> None:
        self._remarks.show_clock(clock)

    def show_findings(self, problem: Words | None, notes: Sequence[Words], hint: str) -> None:
        """The problem, if it is to be shown, then the notes, then the hint."""
        is_usual = hint == self.field.hint
        hint = (
            say(Words("{hint} {kept}.", hint=Words(hint), kept=self._kept)).strip() if self.field.secret else tr(hint)
        )
        self._problem = problem
        if self._remarks.show(problem, notes, hint, is_usual=is_usual):
            self.input.show_problem(problem is not None)
            self._widget.setAccessibleDescription(self._remarks.text)

    def put(self, found: Value) -> None:
        self.set_value(found)
        self._change()

    def _clear(self) -> None:
        self.put(None)
        self.focus()

    def _change(self) -> None:
        self._show_dont_send()
        self.changed.emit()

    def _show_dont_send(self) -> None:
        if self._dont_send:
            self._dont_send.setVisible(self.input.value() is not None)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # the form's own undo, which knows the other fields, in the place of the input's
            from PySide6.QtGui import QKeySequence

            if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
                event.ignore()
                return True
        elif isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _NOT_LEAVING:
            QTimer.singleShot(0, self, self._report_left)
        elif event.type() == QEvent.Type.FocusIn:
            if self.field.suggestions:
                self._suggest()
            QTimer.singleShot(0, self, self._report_entered)  # after the scroll that brings it into view
        return False

    def _report_entered(self) -> None:
        self.entered.emit()
        if self._has_cursor():
            self._show_mark()

    def _report_left(self) -> None:
        if not self._has_cursor():
            self._hide_mark()
            self.left.emit()
            if self._problem:
                announce(self, say(Words("{field}: {problem}", field=Words(self.field.label), problem=self._problem)))

    def _has_cursor(self) -> bool:
        now = QApplication.focusWidget()
        return now is not None and self.isAncestorOf(now)

    # what is this?

    def explain(self) -> None:
        self._show_mark().click()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_mark()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self._has_cursor():
            self._hide_mark()

    def _show_mark(self) -> Mark:
        """Between label and input, or behind a label that stands above. Most rows never need one."""
        self._mark = self._mark or Mark(self, self.field)
        above = self._line.direction() is QBoxLayout.Direction.TopToBottom
        words = self._label.fontMetrics().horizontalAdvance(self._label.text()) + px(24)
        end = min(words, self.width()) if above else self._label.width() + self._line.spacing()
        self._mark.stand_before(QPoint(end, 0 if above else px(4)))
        return self._mark

    def _hide_mark(self) -> None:
        if self._mark and not self.underMouse():
            self._mark.hide()

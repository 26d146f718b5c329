"""The right column: what will happen, what is in the way, and the one thing to do next."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from akool_desktop.session import rules, summary
from akool_desktop.session.handoff import Auth
from akool_desktop.session.rules import Draft, Finding
from akool_desktop.ui.cards import ErrorCard
from akool_desktop.ui.controls.growing import Growing
from akool_desktop.ui.controls.icons import IconButton
from akool_desktop.ui.controls.layouts import column
from akool_desktop.ui.controls.messages import muted_label
from akool_desktop.ui.controls.page import Page
from akool_desktop.ui.form.sections import hairline
from akool_desktop.ui.keyboard.mnemonics import prefer
from akool_desktop.ui.language import tr
from akool_desktop.ui.places import Shape
from akool_desktop.ui.side.checks import Checks
from akool_desktop.ui.side.create_button import CreateButton
from akool_desktop.ui.side.folds import NotSentFold, Preview
from akool_desktop.ui.side.problems import Problems
from akool_desktop.ui.side.summary import Summary
from akool_desktop.ui.theme import px, set_state
from akool_desktop.words import Words


class Side(QWidget):
    """Summary on top, Create at the bottom, and between them whatever there is to say; cards come first.

    ``told`` is all but the bottom, ``place_of_cards`` what a card is made in. ``said`` carries the part that has just
    come.
    """

    create_pressed = Signal()
    cancel_pressed = Signal()
    went_to = Signal(str)
    copied = Signal(str)
    said = Signal(QWidget)

    def __init__(self, checks: Checks) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._checks = checks
        self._checks.begun.connect(self._lead_to_check)
        self._checks.changed.connect(self._make_room)
        self._checks.changed.connect(self._follow_check)
        self._follows = False  # what a check finds, as it comes: until the operator scrolls
        self._has_failed_since = False  # since the last check: then an error is what there is to read
        self._summary = Summary()
        self._problems = Problems()
        self._problems.went_to.connect(self.went_to)
        self._not_sent = NotSentFold()
        self._preview = Preview()
        self._preview.copied.connect(self.copied)
        self.create_button = CreateButton()
        self.create_button.clicked.connect(self.create_pressed)
        self._cancel_button = QPushButton(tr("Cancel"))
        self._cancel_button.clicked.connect(self.cancel_pressed)
        self._beside_create = _OneOf(checks.button, self._cancel_button)
        prefer(self.create_button, "C")
        prefer(self._cancel_button, "X")
        self._waiting = muted_label(tr("Waiting for Akool's answer: a session that starts after all is ended at once."))
        self._waiting.hide()
        self._rule = hairline()  # under the summary, where anything stands below it
        self._between = hairline()  # what is in the way, and what is only not sent
        self._cards = QVBoxLayout()
        self._cards.setSpacing(px(12))
        self._read_button = IconButton("info", tr("Read what happened"), kind="tall")
        self._read_button.clicked.connect(self._lead_to_cards)
        self.told, self._scroll = QWidget(), Growing()
        self._above = QWidget(self.told)  # nothing to see: what Tab comes to first among the cards stands behind it
        self._above.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._above.hide()
        self.told.setObjectName("told")
        self.told.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._buttons = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._is_column = True
        self._lay_out()

    def _lay_out(self) -> None:
        self.place_of_cards = Page()
        self._scrolled = column(self.place_of_cards)
        self._middle = QVBoxLayout()
        self._scrolled.addLayout(self._middle, 1)
        self._middle.setContentsMargins(0, px(12), 0, px(12))
        self._middle.setSpacing(px(12))
        self._middle.addLayout(self._cards)
        for part in (self._checks.results, self._problems, self._between, self._not_sent):
            self._middle.addWidget(part)
        for inset in (self._cards, self._checks.results.layout(), self._problems.layout(), self._not_sent.layout()):
            assert inset
            inset.setContentsMargins(px(20), 0, px(20), 0)  # the line between them has none
        self._middle.addStretch()
        self._scroll.setWidget(self.place_of_cards)
        self._told = column(self.told)
        self._cut = hairline()  # where more is told than there is room for, and words are cut off in the middle
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(self._show_cut)
        bar.rangeChanged.connect(self._follow_check)
        bar.actionTriggered.connect(self._stop_following)
        self._told.addWidget(self._scroll, 1)
        self._told.addWidget(self._cut)
        self._told.addWidget(self._preview)
        self._buttons.setSpacing(px(8))
        middle = Qt.AlignmentFlag.AlignVCenter  # else the least high would be the height of all
        self._buttons.addWidget(self._beside_create, 0, middle)
        self._buttons.addWidget(self.create_button)
        self._buttons.addWidget(self._read_button, 0, middle)  # last: neither of the others moves when it comes
        self._bottom = QVBoxLayout()
        self._bottom.setSpacing(px(8))
        self._bottom.addWidget(self._waiting)
        self._bottom.addLayout(self._buttons)
        self._layout = column(self)
        self._layout.addWidget(self.told, 1)
        self._layout.addWidget(hairline())
        self._layout.addLayout(self._bottom)
        self._pin_summary(True)
        self._stand(as_column=True)

    def stand(self, shape: Shape) -> None:
        """As a column; or only what stays in view, side by side: then ``told`` has its place elsewhere."""
        self._show_compact(not shape.roomy)
        self._pin_summary(shape.roomy)
        self.create_button.stand(low=shape.low)
        self._read_button.show_words(not shape.low)
        bottom = (12, 16) if shape.columns else (4, 4) if shape.low else (8, 8)
        self._bottom.setContentsMargins(px(20), px(bottom[0]), px(20), px(bottom[1]))
        if shape.columns is not self._is_column:
            self._stand(as_column=shape.columns)

    def _pin_summary(self, pinned: bool) -> None:
        """Above what scrolls; in a small window it scrolls too, or a card would have no room to be read in."""
        into = self._told if pinned else self._scrolled
        if into.indexOf(self._summary) < 0:
            hidden = self._rule.isHidden()
            for place, part in enumerate((self._summary, self._rule)):
                into.insertWidget(place, part)
            self._summary.show()
            self._rule.setVisible(not hidden)

    def _stand(self, *, as_column: bool) -> None:
        self._is_column = as_column
        self._scroll.grow(not as_column)
        set_state(self, "shape", "" if as_column else "line")  # which has no hairline at its left
        if as_column:
            self._layout.insertWidget(0, self.told, 1)
            self.told.show()
        self._told.setContentsMargins(*[0 if as_column else 1] * 4)  # its outline, where it is a card below the form
        self._layout.setContentsMargins(1 if as_column else 0, 0, 0, 0)  # the hairline at the left
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._buttons.setDirection(down if as_column else across)
        self._buttons.setStretchFactor(self.create_button, 0 if as_column else 1)
        self._show_cut()
        self._make_room()

    def _show_cut(self) -> None:
        self._cut.setVisible(self._is_column and self._scroll.verticalScrollBar().maximum() > 0)

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

    def show_preview(self) -> None:
        """Opened, in view and with the cursor in it, wherever it stands."""
        self._preview.read()
        self.said.emit(self._preview)

    def show_address(self, base_url: str, auth: Auth) -> None:
        """Where the chosen account's requests go, and how it signs them in."""
        self._preview.copy_as.show_address(base_url, auth)

    def _show_compact(self, compact: bool) -> None:
        self._summary.show_compact(compact)
        self._checks.results.show_compact(compact)
        self._preview.show_compact(compact)

    def show_working(self, working: bool) -> None:
        """While a create is under way, it can be cancelled in the place of Check."""
        self.create_button.show_working(working)
        self._beside_create.show_one(self._cancel_button if working else self._checks.button)
        if working:
            self._cancel_button.setText(tr("Cancel"))
        elif not self._waiting.isHidden():
            self._waiting.hide()

    def show_cancelling(self) -> None:
        """The button stays enabled: without it the cursor would pass to Create, and Enter would buy another."""
        self._cancel_button.setText(tr("Cancelling…"))
        if not self._is_column:
            self._beside_create.updateGeometry()  # side by side with Create, longer words need more room
        self._waiting.show()

    def add_card(self, card: QWidget) -> None:
        """Newest on top."""
        self._has_failed_since |= isinstance(card, ErrorCard)
        self._cards.insertWidget(0, card)
        self._order_tabs(self._above, card)
        card.show()  # now: by itself it would come a turn of the loop later, and all be laid out and painted twice
        self._make_room()
        self.said.emit(card)
        QTimer.singleShot(0, card, lambda: self._scroll_to(card))

    def _scroll_to(self, card: QWidget) -> None:
        """To its beginning: what was said last, or asked for, is read first."""
        inner = self.place_of_cards
        height = self._scrolled.totalHeightForWidth(inner.width())
        inner.resize(inner.width(), max(self._scroll.contentsRect().height(), height))
        self._scrolled.activate()  # else it scrolls to where it was
        self._scroll.verticalScrollBar().setValue(card.mapTo(inner, QPoint(0, 0)).y() - px(12))

    def _lead_to_check(self) -> None:
        """What is asked for now stands below the cards of before, whatever they tell."""
        self._has_failed_since = False
        self._make_room()
        self._follows = self._cards.count() > 0 and self._is_column

    def _follow_check(self) -> None:
        """Its lines come one by one, and each may be the one that makes room to scroll."""
        if self._follows:
            QTimer.singleShot(0, self._checks.results, lambda: self._scroll_to(self._checks.results))
            self._follows = self._checks.results.under_way

    def _stop_following(self) -> None:
        self._follows = False

    def _lead_to_cards(self) -> None:
        """From what stays in view to what was said below the form."""
        if (item := self._cards.itemAt(0)) and (card := item.widget()):
            button = card.findChild(QPushButton)
            if button:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.said.emit(card)

    def remove_card(self, card: QWidget) -> None:
        self._cards.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._make_room()

    def _make_room(self) -> None:
        """An error takes the place of what a check had found, and that, as long as it holds, of problems and notes.

        What no longer holds stands below them.
        """
        items = [self._cards.itemAt(place) for place in range(self._cards.count())]
        failed = any(item and isinstance(item.widget(), ErrorCard) for item in items)
        results = self._checks.there and not (failed and self._has_failed_since)
        self._checks.results.setVisible(results)
        first = self._checks.results if self._checks.fresh else self._problems
        if self._middle.indexOf(first) != 1:  # the cards come before
            self._middle.insertWidget(1, first)
        self._problems.setVisible(self._problems.said and not (results and self._checks.fresh))
        parts = (self._checks.results, self._problems, self._not_sent)
        self._read_button.setVisible(any(items) and not self._is_column)
        self._rule.setVisible(any(items) or not all(part.isHidden() for part in parts))
        above = any(items) or not all(part.isHidden() for part in parts[:2])
        self._between.setVisible(above and not self._not_sent.isHidden())
        lists: list[QWidget] = [self._checks.results, self._problems]
        lists.sort(key=self._middle.indexOf)
        last = items[-1].widget() if items and items[-1] else None
        buttons = last.findChildren(QPushButton) if last else []
        self._order_tabs(buttons[-1] if buttons else self._above, *lists)

    def _order_tabs(self, before: QWidget, *parts: QWidget) -> None:
        """Tab goes down the column: what is added later would come last in the window."""
        for part in parts:
            stops = (found for found in part.findChildren(QWidget) if isinstance(found, QPushButton | QLineEdit))
            for stop in stops:
                QWidget.setTabOrder(before, stop)
                before = stop


class _OneOf(QWidget):
    """Buttons in one place, one of which shows. Without a layout: with one, all of the window is laid out anew."""

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._buttons = buttons
        for button in buttons:
            button.setParent(self)
        self.show_one(buttons[0])

    def show_one(self, shown: QPushButton) -> None:
        """The cursor stays in the place: by itself it would pass to Create."""
        has_cursor = any(button.hasFocus() for button in self._buttons)
        shown.show()
        if has_cursor:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        for button in self._buttons:
            button.setVisible(button is shown)

    def sizeHint(self) -> QSize:
        hints = [button.sizeHint() for button in self._buttons]
        return QSize(max(hint.width() for hint in hints), max(hint.height() for hint in hints))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """No layout tells that the words on the buttons are others."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in self._buttons:
            button.setGeometry(self.rect())

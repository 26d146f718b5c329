"""History: every past session, searched as one types, looked at, compared, run again, written to a file."""

import asyncio
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from akool_desktop.desk.clock import Clock
from akool_desktop.store.entry import Entry
from akool_desktop.store.history import History, Query
from akool_desktop.ui.cards import card_of
from akool_desktop.ui.controls.empty import Empty
from akool_desktop.ui.controls.messages import muted_label
from akool_desktop.ui.controls.search_field import SearchField
from akool_desktop.ui.hearing import announce
from akool_desktop.ui.history.detail import Detail
from akool_desktop.ui.history.export import HistoryExport
from akool_desktop.ui.history.filters import HistoryFilters
from akool_desktop.ui.history.rows import Rows, Table
from akool_desktop.ui.keyboard.in_view import follow_tab
from akool_desktop.ui.keyboard.keys import DOWN, HERE, Keys, on_key, press_focused
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.places import keep_least, keep_size, place_by, room_for, shape_in
from akool_desktop.ui.tasks import Tasks
from akool_desktop.ui.theme import px
from akool_desktop.words import Words

_LEAST = (480, 300)
_LEAST_ROWS = 140  # pixels, where the window scrolls as a whole
_Index = QModelIndex | QPersistentModelIndex


class HistoryWindow(QWidget):
    """Search as you type; the last keystroke wins. ``run_wanted`` carries the request of a past session."""

    run_wanted = Signal(object)
    copied = Signal(str, str)

    def __init__(self, parent: QWidget, history: History, clock: Clock, tasks: Tasks) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("History"))
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        keep_least(self, *_LEAST)
        self.resize(QSize(px(1440), px(760)).boundedTo(room_for(self)))
        self._before, self._history, self._tasks = parent, history, tasks
        self._chosen: Entry | None = None
        self._search = SearchField(tr("Search by name, account, session ID or reason"), tr("Search"))
        self._filters = HistoryFilters()
        self.export = HistoryExport(self, history, self.query, tasks)
        self._rows = Rows(clock)
        self._table = Table(self._rows)
        self._empty = Empty()
        self._list = QStackedWidget()
        self._said = muted_label(" ")
        self._detail = Detail(clock)
        self._look = QTimer(self, interval=500)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addWidget(self._search, 1)
        top.addWidget(self.export.button)
        self._list.addWidget(self._table)
        self._list.addWidget(self._empty)
        self._left = left = QVBoxLayout()
        left.setSpacing(px(12))
        left.addLayout(top)
        left.addWidget(self._filters)
        left.addWidget(self._list, 1)
        whole = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(px(20))
        self._body.addLayout(left, 1)
        self._body.addWidget(self._detail)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(whole)
        for opaque in (whole, self._scroll.viewport()):
            opaque.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(16), 0, px(8))
        layout.setSpacing(px(8))
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._said)

    def _connect(self) -> None:
        self._search.textChanged.connect(self.search)
        self._search.returnPressed.connect(self._go_to_rows)
        self._filters.changed.connect(self.search)
        self._empty.pressed.connect(self._show_all)
        self._rows.more_wanted.connect(self._read_more)
        self._table.selectionModel().currentRowChanged.connect(self._choose)
        self.export.said.connect(self._say)
        self.export.failed.connect(self._fail)
        self._detail.run_wanted.connect(self._run_again)
        self._detail.changes_wanted.connect(self._compare)
        self._detail.copy_wanted.connect(self._copy_id)
        self._look.timeout.connect(self._look_for_changes)
        self._before.installEventFilter(self)
        on_key(QKeySequence.StandardKey.Find, self, self._go_to_search)
        on_key("Esc", self, self.close)
        on_key("Down", self._search, self._go_to_rows, HERE)
        for keys in ("Return", "Enter"):
            on_key(keys, self._table, self._go_to_detail, HERE)

    def _go_to_detail(self) -> None:
        self._detail.focus_first()
        self._scroll.ensureWidgetVisible(self.focusWidget() or self._detail)

    def open(self, colours: Mapping[str, str]) -> None:
        """Show it, or bring it forward, with what the ledger holds now. ``colours`` are the accounts', by their ids."""
        self._rows.show_colours(colours)
        place_by(self, self._before.window())
        self.show()
        self.raise_()
        self.activateWindow()
        self._go_to_search()
        self._read_accounts()
        self.search()

    # the list

    def query(self) -> Query:
        return Query(self._search.text(), self._filters.states, self._filters.account_id)

    def search(self) -> None:
        page = partial(asyncio.to_thread, self._history.page, self.query())
        self._tasks.cancel("history more")
        self._tasks.restart("history", page, self._show_page, self._show_unreadable)

    def _show_page(self, entries: Sequence[Entry]) -> None:
        if self._rows.show(entries):
            self._keep_chosen()
            self._table.scrollToTop()
        self._detail.invite(bool(entries))
        if entries:
            self._list.setCurrentWidget(self._table)
        elif self.query() == Query():
            sentence = tr("Every session that is created is kept here: what was sent, how it ended and what it cost.")
            self._show_empty("history", tr("No sessions yet"), sentence, "")
        else:
            sentence = tr("Each word has to begin a word of the session: its name, account, state, ID or reason.")
            self._show_empty("search", tr("No session matches"), sentence, tr("Show all sessions"))

    def _show_unreadable(self, error: Exception) -> None:
        self._rows.show([])
        self._show_empty("problem", tr("History cannot be read"), say(card_of(error).happened), tr("Try again"))

    def _show_empty(self, *words: str) -> None:
        self._choose(QModelIndex())
        self._empty.say(*words)
        self._list.setCurrentWidget(self._empty)

    def _show_all(self) -> None:
        self._search.clear()
        self._filters.clear()
        self._go_to_search()
        self.search()

    def _read_more(self) -> None:
        if not self._tasks.runs("history"):
            page = partial(asyncio.to_thread, self._history.page, self.query(), self._rows.entries[-1].row)
            self._tasks.start("history more", page, self._rows.add, self._fail)

    def _read_accounts(self) -> None:
        read = partial(asyncio.to_thread, self._history.accounts)
        self._tasks.restart("history accounts", read, self._filters.offer_accounts, self._fail)

    def _look_for_changes(self) -> None:
        """Whoever reads further down is left alone."""
        if self._table.verticalScrollBar().value() == 0 and not self._tasks.runs("history"):
            look = partial(asyncio.to_thread, self._history.changed)
            self._tasks.start("history changed", look, self._follow, lambda _: None)

    def _follow(self, changed: bool) -> None:
        """A search that is under way may have read before the change, and this is told only once."""
        if changed:
            self._read_accounts()
            self.search()

    # one of them

    def _go_to_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _go_to_rows(self) -> None:
        if self._rows.entries:
            self._table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not self._table.selectionModel().hasSelection():
                self._table.selectRow(0)

    def _keep_chosen(self) -> None:
        """New rows leave the chosen one chosen where it is among them."""
        if self._chosen:
            place = self._rows.place_of(self._chosen.row)
            if place is None:
                self._choose(QModelIndex())
            else:
                self._table.selectRow(place)

    def _choose(self, index: _Index, _before: object = None) -> None:
        if index.isValid():
            read = partial(asyncio.to_thread, self._history.entry, self._rows.entries[index.row()].row)
            self._tasks.restart("history entry", read, self._show_entry, self._fail)
        else:
            self._tasks.cancel("history entry")
            self._show_entry(None)

    def _show_entry(self, entry: Entry | None) -> None:
        if entry != self._chosen:
            self._chosen = entry
            self._tasks.cancel("history compare")
            self._detail.show_entry(entry)

    def _run_again(self) -> None:
        """The form is in the window behind, so this one makes room."""
        if self._chosen:
            self.run_wanted.emit(self._chosen.sent)
            self.close()

    def _copy_id(self) -> None:
        if self._chosen:
            self.copied.emit(tr("Session ID"), self._chosen.session_id)
            self._say(tr("Session ID copied."))

    def _compare(self) -> None:
        entry = self._chosen
        if entry:
            find = partial(asyncio.to_thread, self._history.last_good, entry)
            self._tasks.restart("history compare", find, partial(self._detail.show_changes, entry), self._fail)

    def _fail(self, error: Exception) -> None:
        self._say(say(card_of(error).happened))

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        announce(self, sentence)

    # the window itself

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            keep_least(self, *_LEAST)
            self._stand()
            self._rows.say_anew()
            self._detail.show_entry(self._chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def _stand(self) -> None:
        """What is known of a session stands beside the rows, or below, where all of it scrolls."""
        shape = shape_in(self.size())
        self._body.setDirection(shape.direction)
        at_edge = not shape.columns and self.width() >= px(600)  # where it is smaller, the columns need all there is
        self._left.setContentsMargins(0, 0, px(16) if at_edge else 0, 0)
        keep_size(self._detail, (px(376 if shape.roomy else 308) if shape.columns else None, None))
        self._detail.grow(not shape.columns)
        self._list.setMinimumHeight(0 if shape.columns else px(_LEAST_ROWS))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._look.stop()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802
        return follow_tab(self, moved=super().focusNextPrevChild(next))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the window behind goes, to the compact strip or for good, this one goes with it."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.close()
        return super().eventFilter(watched, event)


# What is written down of its keys.
KEYS: Sequence[tuple[Keys, Words]] = (
    (QKeySequence.StandardKey.Find, Words("Search")), ("Down", DOWN),
    ("Return", Words("From a row to what can be done with it")), ("Esc", Words("Close")),
)  # fmt: skip

"""History: every past session, what was sent, how it ended and why."""

import asyncio
import json
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeySequence, QPainter, QShortcut, QStaticText
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from akool_desktop.desk.clock import Clock
from akool_desktop.session import rules
from akool_desktop.session.fields import BY_KEY, FIELDS
from akool_desktop.store.history import PAGE, History, Query
from akool_desktop.store.ledger import Entry, State
from akool_desktop.ui.account_dialog import account_dot
from akool_desktop.ui.cards import words_label
from akool_desktop.ui.icons import IconButton, icon
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.rows import muted_label
from akool_desktop.ui.session_looks import look_of, minutes, name_of
from akool_desktop.ui.tasks import Tasks
from akool_desktop.ui.theme import colour, font, px
from akool_desktop.words import Words

_COLUMNS = ("When", "Account", "Avatar", "Stream type", "State", "Booked", "Used", "Credits", "Why")
_WIDTHS = (130, 140, 130, 96, 150, 68, 58, 66)
_STATES: tuple[tuple[str, tuple[State, ...]], ...] = (
    ("All states", ()),
    ("Ended, confirmed", (State.ENDED,)),
    ("Failed or not started", (State.FAILED, State.NOT_STARTED)),
    ("May still cost", tuple(state for state in State if not state.over)),
)
_Index = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractTableModel):
    """The rows read so far; more are wanted as the view scrolls."""

    more_wanted = Signal()

    def __init__(self, clock: Clock, colours: dict[str, str]) -> None:
        super().__init__()
        self.entries: list[Entry] = []
        self._clock, self._colours = clock, colours
        self._complete = True

    def show(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = list(entries)
        self._complete = len(entries) < PAGE
        self.endResetModel()

    def add(self, entries: Sequence[Entry]) -> None:
        self._complete = len(entries) < PAGE
        if entries:
            self.beginInsertRows(QModelIndex(), len(self.entries), len(self.entries) + len(entries) - 1)
            self.entries.extend(entries)
            self.endInsertRows()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(_COLUMNS)

    def canFetchMore(self, parent: _Index) -> bool:  # noqa: N802
        return not parent.isValid() and not self._complete

    def fetchMore(self, _parent: _Index) -> None:  # noqa: N802
        self.more_wanted.emit()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return tr(_COLUMNS[section])
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            if role == Qt.ItemDataRole.ToolTipRole and _COLUMNS[section] == "Credits":
                return tr("Measured as the difference of two balances; others on the account may change it.")
        return None

    def data(self, index: _Index, role: int = 0) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(index.row(), index.column())
        return None

    def look(self, row: int, column: int) -> tuple[QIcon | None, str]:
        """The icon in front of a cell's words, and their colour."""
        entry, name = self.entries[row], _COLUMNS[column]
        if name == "State":
            look = look_of(entry, self._clock)
            return icon(look.icon, colour(look.tone), px(16)), look.tone
        if name == "Account":
            return account_dot(self._colours.get(entry.account_id, "slate")), "text"
        return None, "text"

    def text(self, row: int, column: int) -> str:
        entry = self.entries[row]
        match _COLUMNS[column]:
            case "When":
                return f"{datetime.fromtimestamp(entry.created_at):%Y-%m-%d %H:%M}"
            case "Account":
                return entry.account
            case "Avatar":
                return name_of(entry)
            case "Stream type":
                return say(rules.said(BY_KEY["stream_type"], entry.stream_type)) if entry.stream_type else ""
            case "State":
                return tr(look_of(entry, self._clock).words)
            case "Booked":
                return "" if entry.length is None else minutes(entry.length)
            case "Used":
                return minutes(self._clock.run(entry)) if entry.started_at else ""
            case "Credits":
                return _used(entry)
        return tr(entry.why)


@lru_cache(maxsize=2048)
def _laid_out(words: str, room: int) -> tuple[QStaticText, int]:
    """The words laid out once, elided to the room, and their height: most stand in many rows."""
    metrics = QFontMetrics(font("body"))
    made = QStaticText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.prepare(font=font("body"))
    return made, metrics.height()


class _Cells(QStyledItemDelegate):
    """Paints a cell without the style sheet, which takes three times as long for a page of them."""

    def __init__(self, rows: _Rows) -> None:
        super().__init__()
        self._rows = rows

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        place: QRect = option.rect
        row, column = index.row(), index.column()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, colour("accent_tint"))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, colour("line"))
        shown, tone = self._rows.look(row, column)
        left = place.left() + px(8)
        if shown:
            shown.paint(painter, left, place.top(), px(16), place.height())
            left += px(22)
        if words := self._rows.text(row, column):
            painter.setPen(colour(tone))
            laid_out, drop = _laid_out(words, place.right() - left)
            painter.drawStaticText(left, place.top() + (place.height() - drop) // 2, laid_out)


class HistoryWindow(QWidget):
    """Search as you type; the last keystroke wins. ``run_wanted`` carries the request of a past session."""

    run_wanted = Signal(object)
    copied = Signal(str, str)

    def __init__(
        self, parent: QWidget, history: History, clock: Clock, colours: dict[str, str], tasks: Tasks
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("History"))
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.resize(px(1320), px(680))
        self._history, self._tasks = history, tasks
        self._chosen: Entry | None = None
        self._search = QLineEdit()
        self._search.setPlaceholderText(tr("Search by name, account, session ID or reason"))
        self._search.setAccessibleName(tr("Search"))
        self._search.setClearButtonEnabled(True)
        self._states = QComboBox()
        self._states.setAccessibleName(tr("State"))
        for label, states in _STATES:
            self._states.addItem(tr(label), states)
        self._account_list = QComboBox()
        self._account_list.setAccessibleName(tr("Account"))
        self._account_list.addItem(tr("All accounts"), "")
        self._export_button = IconButton("save", tr("Export to CSV…"))
        self._said = muted_label()
        self._rows = _Rows(clock, colours)
        self._cells = _Cells(self._rows)
        self._table = self._make_table()
        self._nothing = muted_label(" ")
        self._detail = _Detail(clock)
        self._lay_out()
        self._connect()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName(tr("Past sessions"))
        table.setModel(self._rows)
        table.setItemDelegate(self._cells)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(px(34))
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setHighlightSections(False)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, px(width))
        return table

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(px(8))
        for combo in (self._states, self._account_list):
            combo.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            combo.setMinimumWidth(px(150))
        top.addWidget(self._search, 1)
        for widget in (self._states, self._account_list, self._export_button):
            top.addWidget(widget)
        left = QVBoxLayout()
        left.setSpacing(px(8))
        left.addLayout(top)
        left.addWidget(self._said)
        left.addWidget(self._nothing)
        left.addWidget(self._table, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(16), px(16), 0, px(16))
        layout.setSpacing(px(16))
        layout.addLayout(left, 1)
        layout.addWidget(self._detail)

    def _connect(self) -> None:
        self._search.textChanged.connect(self.search)
        self._states.activated.connect(self.search)
        self._account_list.activated.connect(self.search)
        self._rows.more_wanted.connect(self._read_more)
        self._table.selectionModel().currentRowChanged.connect(self._choose)
        self._export_button.clicked.connect(self._ask_where)
        self._detail.run_wanted.connect(self._run_again)
        self._detail.changes_wanted.connect(self._compare)
        self._detail.copy_wanted.connect(self._copy_id)
        QShortcut(QKeySequence.StandardKey.Find, self, self._search.setFocus)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)

    def open(self) -> None:
        """Show it, or bring it forward, with what the ledger holds now."""
        self.show()
        self.activateWindow()
        self._search.setFocus()
        self._tasks.restart(
            "history accounts", lambda: asyncio.to_thread(self._history.accounts), self._show_accounts, self._fail
        )
        self.search()

    # the list

    def query(self) -> Query:
        return Query(self._search.text(), tuple(self._states.currentData()), self._account_list.currentData())

    def search(self) -> None:
        query = self.query()
        self._tasks.cancel("history more")
        self._tasks.restart(
            "history", lambda: asyncio.to_thread(self._history.page, query), self._show_page, self._fail
        )

    def _show_page(self, entries: Sequence[Entry]) -> None:
        self._rows.show(entries)
        self._nothing.setText("" if entries else tr("No session matches. Try fewer words, or all states."))
        if not entries:
            self._choose(QModelIndex())

    def _read_more(self) -> None:
        query, before = self.query(), self._rows.entries[-1].row
        if not self._tasks.runs("history"):
            self._tasks.start(
                "history more", lambda: asyncio.to_thread(self._history.page, query, before), self._rows.add, self._fail
            )

    def _show_accounts(self, accounts: Sequence[tuple[str, str]]) -> None:
        chosen = self._account_list.currentData()
        while self._account_list.count() > 1:
            self._account_list.removeItem(1)
        for account_id, name in accounts:
            self._account_list.addItem(name, account_id)
        self._account_list.setCurrentIndex(max(0, self._account_list.findData(chosen)))

    # one of them

    def _choose(self, index: _Index, _before: object = None) -> None:
        self._chosen = None
        self._detail.show_entry(None)
        if index.isValid():
            row = self._rows.entries[index.row()].row
            self._tasks.restart(
                "history entry", lambda: asyncio.to_thread(self._history.entry, row), self._show_entry, self._fail
            )

    def _show_entry(self, entry: Entry | None) -> None:
        self._chosen = entry
        self._detail.show_entry(entry)

    def _run_again(self) -> None:
        if self._chosen:
            self.run_wanted.emit(self._chosen.sent)

    def _copy_id(self) -> None:
        if self._chosen:
            self.copied.emit(tr("Session ID"), self._chosen.session_id)

    def _compare(self) -> None:
        entry = self._chosen
        if entry:
            self._tasks.restart(
                "history compare",
                lambda: asyncio.to_thread(self._history.last_good, entry),
                lambda good: self._detail.show_changes(entry, good),
                self._fail,
            )

    # export

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, tr("Export to CSV"), str(Path.home() / "akool-sessions.csv"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("CSV file (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(lambda name: self.export(Path(name)))
        dialog.open()

    def export(self, path: Path) -> None:
        query = self.query()

        def done(count: int) -> None:
            self._say(Words("{count} sessions written to {file}. No secret is in it.", count=count, file=path))

        self._tasks.start(
            "history export", lambda: asyncio.to_thread(self._history.export, query, path), done, self._fail
        )

    def _fail(self, error: Exception) -> None:
        reason = getattr(error, "strerror", None) or type(error).__name__
        self._say(Words("That did not work: {reason}. Try again, or choose another place.", reason=reason))

    def _say(self, words: Words) -> None:
        self._said.setText(say(words))
        self._said.show()


class _Detail(QWidget):
    """What was sent and how it ended."""

    run_wanted = Signal()
    changes_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self.setFixedWidth(px(340))
        self._nothing = muted_label(tr("Choose a session to see what was sent and how it ended."))
        self._title = QLabel()
        self._title.setFont(font("heading"))
        self._title.setWordWrap(True)
        self._facts = words_label("")
        self._run_button = IconButton("again", tr("Run again"))
        self._changes_button = QPushButton(tr("What changed"))
        self._copy_button = IconButton("copy", tr("Copy Session ID"), words=False)
        self._changes = words_label("")
        self._sent = QPlainTextEdit()
        self._sent.setReadOnly(True)
        self._sent.setFont(font("code"))
        self._sent.setAccessibleName(tr("What was sent"))
        self._sent.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._sent.setTabChangesFocus(True)
        self._run_button.clicked.connect(self.run_wanted)
        self._changes_button.clicked.connect(self.changes_wanted)
        self._copy_button.clicked.connect(self.copy_wanted)
        buttons = QHBoxLayout()
        for button in (self._run_button, self._changes_button, self._copy_button):
            buttons.addWidget(button)
        buttons.addStretch()
        self._whole = QWidget()
        inside = QVBoxLayout(self._whole)
        inside.setContentsMargins(0, 0, px(16), 0)
        inside.setSpacing(px(10))
        inside.addWidget(self._title)
        inside.addWidget(self._facts)
        inside.addLayout(buttons)
        inside.addWidget(self._changes)
        inside.addWidget(muted_label(tr("What was sent, secrets left out")))
        inside.addWidget(self._sent, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._whole)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll = scroll
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(scroll)
        self.show_entry(None)

    def show_entry(self, entry: Entry | None) -> None:
        self._nothing.setVisible(entry is None)
        self._scroll.setVisible(entry is not None)
        self._changes.hide()
        if entry is None:
            return
        self._title.setText(f"{name_of(entry)}: {tr(look_of(entry, self._clock).words)}")
        self._facts.setText("\n".join(self._lines(entry)))
        self._run_button.setEnabled(bool(entry.sent))
        self._changes_button.setEnabled(bool(entry.sent))
        self._copy_button.setVisible(bool(entry.session_id))
        self._sent.setPlainText(json.dumps(entry.sent, indent=2, ensure_ascii=False) if entry.sent else "")

    def _lines(self, entry: Entry) -> list[str]:
        lines = [tr(entry.why)] if entry.why else []
        lines.append(say(Words("Asked for {time} on {account}", time=_time(entry.created_at), account=entry.account)))
        if entry.started_at:
            lines.append(say(Words("Live {time}", time=_time(entry.started_at))))
        if entry.ended_at:
            lines.append(say(Words("Over {time}", time=_time(entry.ended_at))))
        if used := _used(entry):
            lines.append(say(Words("{credits} credits measured, account shared by others may change it", credits=used)))
        if entry.session_id:
            lines.append(say(Words("Session ID {id}", id=entry.session_id)))
        return lines

    def show_changes(self, entry: Entry, good: Entry | None) -> None:
        self._changes.show()
        if good is None:
            self._changes.setText(tr("No earlier run of it ended well, so there is nothing to compare with."))
            return
        lines = changes(entry, good)
        head = say(Words("Against {time}, which ended well:", time=_time(good.created_at)))
        self._changes.setText("\n".join([head, *(lines or [tr("Nothing was changed.")])]))


def changes(entry: Entry, good: Entry) -> list[str]:
    """What was sent differently from the good run, a line for each field."""
    now, then = rules.draft_of(entry.sent), rules.draft_of(good.sent)
    lines = []
    for field in FIELDS:
        before, after = rules.value(then, field.key), rules.value(now, field.key)
        if before != after and not field.secret:
            words = Words(
                "{field}: {before} → {after}",
                field=Words(field.label), before=rules.said(field, before), after=rules.said(field, after),
            )  # fmt: skip
            lines.append(say(words))
    return lines


def _used(entry: Entry) -> str:
    if entry.credits_before is None or entry.credits_after is None:
        return ""
    return f"{entry.credits_before - entry.credits_after:,g}"


def _time(moment: float) -> str:
    return f"{datetime.fromtimestamp(moment):%Y-%m-%d %H:%M:%S}"

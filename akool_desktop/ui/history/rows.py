"""The table of past sessions: rows as they are read, painted in one go.

A page of cells painted one by one by a delegate, each with a style option of its own, takes several times as long,
and that time is what a keystroke in the search costs.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QIcon, QPainter, QPaintEvent, QResizeEvent, QStaticText
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from akool_desktop.desk.clock import Clock
from akool_desktop.session import rules
from akool_desktop.session.fields import BY_KEY
from akool_desktop.store.entry import Entry
from akool_desktop.store.history import PAGE
from akool_desktop.ui.accounts.colours import account_dot
from akool_desktop.ui.controls.icons import icon, reads_from_right
from akool_desktop.ui.controls.tooltips import plain
from akool_desktop.ui.language import day_and_time, say, told, tr
from akool_desktop.ui.masking import masked
from akool_desktop.ui.sessions.looks import account_of, look_of, measured, minutes, name_of
from akool_desktop.ui.theme import colour, font, px, scale
from akool_desktop.words import marked

_COLUMNS = (
    marked("When"), marked("Account"), marked("Avatar"), marked("Stream type"), marked("State"),
    marked("Booked"), marked("Used"), marked("Credits"), marked("Why"),
)  # fmt: skip
_WHEN, _ACCOUNT, _AVATAR, _STREAM, _STATE, _BOOKED, _USED, _CREDITS, _WHY = range(len(_COLUMNS))
# Words that fit in, as its title does; a column without them shares what room is left, by its part.
_FITTING = {
    _WHEN: "2026-12-30 20:00", _STREAM: "TRTC (Tencent)", _STATE: "Ended, confirmed", _BOOKED: "600:00",
    _USED: "600:00", _CREDITS: "",
}  # fmt: skip
_SHARING = {_ACCOUNT: 3, _AVATAR: 3, _WHY: 5}
# How narrow a part may be before these columns give way, in this order: the details beside the rows tell them too.
_GIVING_WAY = {_STREAM: 36, _WHY: 36, _CREDITS: 24, _USED: 24, _BOOKED: 24}
_Index = QModelIndex | QPersistentModelIndex


class Rows(QAbstractTableModel):
    """The rows read so far; more are wanted as the view scrolls."""

    more_wanted = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.entries: list[Entry] = []
        self._texts: list[tuple[str, ...] | None] = []
        self._clock = clock
        self._colours: Mapping[str, str] = {}
        self._complete = True

    def show(self, entries: Sequence[Entry]) -> bool:
        """Show these in the place of all; whether that changes anything."""
        if self.entries == entries:
            return False
        self.beginResetModel()
        self.entries, self._texts = list(entries), [None] * len(entries)
        self._complete = len(entries) < PAGE
        self.endResetModel()
        return True

    def add(self, entries: Sequence[Entry]) -> None:
        self._complete = len(entries) < PAGE
        if entries:
            self.beginInsertRows(QModelIndex(), len(self.entries), len(self.entries) + len(entries) - 1)
            self.entries.extend(entries)
            self._texts.extend([None] * len(entries))
            self.endInsertRows()

    def say_anew(self) -> None:
        """In the language of now, as the rows are looked at."""
        self._texts = [None] * len(self.entries)

    def show_colours(self, colours: Mapping[str, str]) -> None:
        """The colour's name by the account's id, of the accounts that there are."""
        self._colours = colours

    def place_of(self, row: int) -> int | None:
        return next((place for place, entry in enumerate(self.entries) if entry.row == row), None)

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
            if role == Qt.ItemDataRole.ToolTipRole and section == _CREDITS:
                return tr("Measured, account shared by others may change it: the difference of two balances.")
        return None

    def data(self, index: _Index, role: int = 0) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            shown = masked(self.texts(index.row())[index.column()])
            return plain(shown) if role == Qt.ItemDataRole.ToolTipRole else shown
        return None

    def texts(self, row: int) -> tuple[str, ...]:
        """The row's cells in words, made when they are first wanted."""
        texts = self._texts[row]
        if texts is None:
            texts = self._texts[row] = self._said(self.entries[row])
        return texts

    def icons(self, row: int) -> dict[int, tuple[QIcon | None, str]]:
        """The icon in front of a cell, and the tone of its words, where they have any."""
        entry = self.entries[row]
        look = look_of(entry, self._clock)
        dot = account_dot(self._colours[entry.account_id]) if entry.account_id in self._colours else None
        return {
            _STATE: (icon(look.icon, colour(look.tone), px(16)), look.tone),
            _ACCOUNT: (dot, "text"),
        }

    def _said(self, entry: Entry) -> tuple[str, ...]:
        stream = say(rules.said(BY_KEY["stream_type"], entry.stream_type)) if entry.stream_type else ""
        return (
            day_and_time(entry.created_at),
            say(account_of(entry.account)),
            name_of(entry),
            stream,
            tr(look_of(entry, self._clock).words),
            "" if entry.length is None else minutes(entry.length),
            minutes(self._clock.run(entry)) if entry.started_at else "",
            measured(entry),
            told(entry.why),
        )


class Table(QTableView):
    """Its columns fill its width, so that nothing has to be looked for sideways."""

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self._rows = rows
        self.setAccessibleName(tr("Past sessions"))
        self.setModel(rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or the columns jump
        bar = self.verticalScrollBar()
        bar.setEnabled(False)  # shows no handle: there is nothing to scroll yet
        bar.rangeChanged.connect(lambda _, end: bar.setEnabled(end > 0))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(36))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self._end_of_head = QWidget()  # above the scroll bar, where no heading reaches
        self._end_of_head.setObjectName("end of head")
        self._end_of_head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.addScrollBarWidget(self._end_of_head, Qt.AlignmentFlag.AlignTop)
        self.horizontalHeader().geometriesChanged.connect(self._end_head)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()
        self._end_head()

    def _end_head(self) -> None:
        self._end_of_head.setFixedHeight(self.horizontalHeader().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:  # of words or of their size
            self._share_width()

    def _share_width(self) -> None:
        widths = _widths(self.viewport().width())
        for column in range(len(_COLUMNS)):
            self.setColumnHidden(column, column not in widths)
            if column in widths:
                self.setColumnWidth(column, widths[column])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row that the keyboard comes to is chosen, and looks so."""
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectRow(self.currentIndex().row())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._rows.entries:
            return
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        last = len(self._rows.entries) - 1 if last < 0 else last
        chosen = self.currentIndex().row() if self.selectionModel().hasSelection() else -1
        shown = [column for column in range(len(_COLUMNS)) if not self.isColumnHidden(column)]
        places = [(column, self.columnViewportPosition(column), self.columnWidth(column)) for column in shown]
        painter = QPainter(self.viewport())
        painter.setFont(font("body"))
        for row in range(max(0, first), last + 1):
            place = QRect(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))
            if row == chosen:
                painter.fillRect(place, colour("accent_tint"))
            painter.fillRect(0, place.bottom(), place.width(), 1, colour("line"))
            self._paint_row(painter, row, place, places)
        painter.end()

    def _paint_row(
        self, painter: QPainter, row: int, place: QRect, places: Sequence[tuple[int, int, int]]
    ) -> None:
        texts, icons, toned = self._rows.texts(row), self._rows.icons(row), ""
        from_right = reads_from_right()
        top, height, gap = place.top(), place.height(), px(6)  # as the headings
        for column, left, width in places:
            shown, tone = icons.get(column, (None, "text"))
            room = width - 2 * gap
            left += gap
            if shown:
                at = left + room - px(16) if from_right else left
                shown.paint(painter, at, top, px(16), height)
                left, room = left + (0 if from_right else px(22)), room - px(22)
            if tone != toned:
                painter.setPen(colour(tone))
                toned = tone
            if words := texts[column]:
                laid_out, drop = _laid_out(masked(words), room, scale())
                at = left + room - int(laid_out.size().width()) if from_right else left
                painter.drawStaticText(at, top + (height - drop) // 2, laid_out)


def _widths(room: int) -> dict[int, int]:
    """The width of each column that has a place, to fill the room."""
    metrics = QFontMetrics(font("strong"))
    both = {column: (tr(words), tr(_COLUMNS[column])) for column, words in _FITTING.items()}
    fixed = {column: max(map(metrics.horizontalAdvance, texts)) + px(18) for column, texts in both.items()}
    fixed[_STATE] += px(22)
    sharing = dict(_SHARING)
    for column, narrowest in _GIVING_WAY.items():
        if room - sum(fixed.values()) >= px(narrowest) * sum(sharing.values()):
            break
        fixed.pop(column, None)
        sharing.pop(column, None)
    part = max(1, (room - sum(fixed.values())) // sum(sharing.values()))
    widths = fixed | {column: part * parts for column, parts in sharing.items()}
    widths[max(widths)] += max(0, room - sum(widths.values()))  # what no share is left of
    return {column: widths[column] for column in sorted(widths)}


@lru_cache(maxsize=4096)
def _laid_out(words: str, room: int, _scale: float) -> tuple[QStaticText, int]:
    """The words laid out once, elided to the room, and their height: most stand in many rows."""
    metrics = QFontMetrics(font("body"))
    made = QStaticText(metrics.elidedText(words.replace("\n", " "), Qt.TextElideMode.ElideRight, room))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.prepare(font=font("body"))
    return made, metrics.height()

"""The Presets list: its rows as far as they have been read, painted by hand, and the view that they show in."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from akool_desktop.store.presets import Listed
from akool_desktop.ui.controls.icons import paint_icon, placed
from akool_desktop.ui.controls.painted import ring
from akool_desktop.ui.controls.tooltips import plain
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.masking import masked
from akool_desktop.ui.theme import ACCOUNT_COLOURS, colour, font, px
from akool_desktop.words import Words

PAGE = 60  # rows read at a time
_ROW = 40
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PresetRows(QAbstractListModel):
    """``more_wanted`` asks for the next page as the list is scrolled. ``words`` stand at a row's right, by its id."""

    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.listed: list[Listed] = []
        self.open_id = ""
        self._words: Mapping[str, str] = {}
        self._complete = True

    def show(self, listed: Sequence[Listed]) -> None:
        """Show these in the place of all."""
        if self.listed == listed:
            return
        self.beginResetModel()
        self.listed = list(listed)
        self._complete = len(listed) < PAGE
        self.endResetModel()

    def add(self, listed: Sequence[Listed]) -> None:
        self._complete = len(listed) < PAGE
        if listed:
            self.beginInsertRows(QModelIndex(), len(self.listed), len(self.listed) + len(listed) - 1)
            self.listed.extend(listed)
            self.endInsertRows()

    def show_words(self, open_id: str, words: Mapping[str, str]) -> None:
        """Which preset is in the form, and what is said of which."""
        if (open_id, words) != (self.open_id, self._words):
            self.open_id, self._words = open_id, dict(words)
            self.dataChanged.emit(self.index(0), self.index(len(self.listed) - 1))

    def words_of(self, listed: Listed) -> str:
        return tr("cannot be read") if listed.broken else self._words.get(listed.id, "")

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.listed)

    def canFetchMore(self, _parent: _Index) -> bool:  # noqa: N802
        return not self._complete

    def fetchMore(self, _parent: _Index) -> None:  # noqa: N802
        self._complete = True  # until the next page is there
        self.more_wanted.emit()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        listed = self.listed[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return masked(listed.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                is_open = tr("in the form") if listed.id == self.open_id else ""  # which the eye sees by a bold name
                parts = (listed.name, is_open, tr("favourite") if listed.favourite else "", self.words_of(listed))
                return masked(", ".join(part for part in (*parts, *listed.tags) if part))
            case Qt.ItemDataRole.ToolTipRole:
                return plain(masked(_tooltip(listed)))
        return None


class PresetPainter(QStyledItemDelegate):
    """Star, name, what is said of it. ``starred`` follows a click on the star."""

    starred = Signal(object)

    def __init__(self, rows: PresetRows) -> None:
        super().__init__()
        self._rows = rows

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(px(120), px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        listed = self._rows.listed[index.row()]
        is_open = listed.id == self._rows.open_id
        place = option.rect.adjusted(0, px(2), 0, -px(2))
        painter.save()
        _paint_ground(painter, option, place, is_open)
        name = "problem" if listed.broken else "star-filled" if listed.favourite else "star"
        tone = "danger" if listed.broken else "accent" if listed.favourite else "muted"
        whole = QRectF(place)
        paint_icon(painter, name, QRectF(_star(place)), colour(tone))
        left, right = place.left() + px(32), place.right() - px(8)
        if listed.colour in ACCOUNT_COLOURS:  # at the end, so that names begin below each other
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ACCOUNT_COLOURS[listed.colour]))
            painter.drawEllipse(placed(QRectF(right - px(8), place.center().y() + 1 - px(4), px(8), px(8)), whole))
            right -= px(16)
        words = self._rows.words_of(listed)
        if words:
            beside = QRectF(left, place.top(), right - left, place.height())
            right -= _paint_words(painter, words, placed(beside, whole))
        painter.setFont(font("strong" if is_open else "body"))
        painter.setPen(colour("muted" if listed.broken else "text"))
        shown = QFontMetrics(painter.font()).elidedText(masked(listed.name), Qt.TextElideMode.ElideRight, right - left)
        rest = placed(QRectF(left, place.top(), right - left, place.height()), whole)
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        painter.restore()

    def editorEvent(
        self, event: QEvent, _model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            listed = self._rows.listed[index.row()]
            grown = _star(option.rect).adjusted(-px(6), -px(8), px(4), px(8))
            if not listed.broken and grown.contains(event.position().toPoint()):
                self.starred.emit(listed)
                return True
        return False


class PresetView(QListView):
    """``typed`` carries what was typed in the list: it belongs into the search. ``all_wanted``: the rows that were not
    read yet are to be chosen too."""

    typed = Signal(str)
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "presets")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.is_choosing_several = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        several = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        self.is_choosing_several = bool(event.modifiers() & several)
        super().mousePressEvent(event)

    def selectAll(self) -> None:  # noqa: N802
        super().selectAll()
        if self.model().canFetchMore(_NOWHERE):
            self.all_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if plain and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
            return
        super().keyPressEvent(event)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, place: QRect, is_open: bool) -> None:
    state = option.state
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if is_open or state & QStyle.StateFlag.State_Selected:
        painter.setBrush(colour("accent_tint"))
        painter.drawRoundedRect(place, px(6), px(6))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(colour("sunken"))
        painter.drawRoundedRect(place, px(6), px(6))
    if state & QStyle.StateFlag.State_HasFocus:
        ring(painter, QRectF(place), colour("accent"), px(6))


def _paint_words(painter: QPainter, words: str, place: QRectF) -> int:
    """Words at the far side; returns the room that they take, with a gap."""
    painter.setFont(font("caption"))
    painter.setPen(colour("muted"))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, masked(words))
    return QFontMetrics(painter.font()).horizontalAdvance(words) + px(8)


def _star(place: QRect) -> QRect:
    size = px(16)
    star = QRectF(place.left() + px(8), place.center().y() - size // 2 + 1, size, size)
    return placed(star, QRectF(place)).toRect()


def _tooltip(listed: Listed) -> str:
    tags = say(Words("Tags: {tags}", tags=", ".join(listed.tags))) if listed.tags else ""
    said = say(listed.broken) if listed.broken else ""
    return "\n".join(part for part in (listed.name, said, listed.note, tags, listed.path.name) if part)

"""Avatars as tiles: picture, name, whether it can stream."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from akool_desktop.desk.catalogue import AvatarEntry, Catalogue, Entry
from akool_desktop.session.fields import Choice, Field
from akool_desktop.session.rules import Draft
from akool_desktop.ui.entry_detail import Facts
from akool_desktop.ui.entry_list import EntryList, tiles
from akool_desktop.ui.filters import Filter
from akool_desktop.ui.icons import paint_icon, placed
from akool_desktop.ui.inputs import SegmentsInput
from akool_desktop.ui.language import tr
from akool_desktop.ui.masking import masked
from akool_desktop.ui.picker import Counts, Picker
from akool_desktop.ui.pictures import Picture, Pictures, paint_picture
from akool_desktop.ui.theme import colour, font, px
from akool_desktop.words import marked

_WIDTH, _WORDS = 168, 64
_GAP = 10
_PICTURE, _LOW_PICTURE = 112, 48  # high
_LOW = 400  # of the dialog: a whole tile would have no room, and nobody would see who it is
_FADED = 0.45
_WHOSE = Field(
    "whose", "From", 1, "choice", choices=(Choice("all", "All"), Choice("akool", "Akool's"), Choice("mine", "Mine"))
)


class AvatarPicker(Picker):
    title, placeholder = marked("Choose an avatar"), marked("Search by name or ID")
    counts = Counts(
        one=marked("1 avatar"), many=marked("{count} avatars"), some=marked("{shown} of {count} avatars"),
        show_all=marked("Show all avatars"), no_match=marked("No avatars match"), none_yet=marked("No avatars yet"),
    )  # fmt: skip
    empty = marked("Akool offers avatars to every account; your own are made at akool.com.")

    def __init__(
        self, parent: QWidget, field: Field, draft: Draft, catalogue: Catalogue, pictures: Pictures
    ) -> None:
        self._pictures = pictures
        self._whose = SegmentsInput(_WHOSE)
        self._whose.set_value("all")
        self._gender = Filter(marked("Any gender"))
        self._ready = QCheckBox(tr("Only ready"))
        self._tiles = _Tiles(pictures)
        super().__init__(parent, field, draft, catalogue)
        for changed in (self._whose.changed, self._gender.activated, self._ready.toggled):
            changed.connect(self.search)
        pictures.came.connect(self._repaint)
        self.finished.connect(lambda _: pictures.came.disconnect(self._repaint))

    def _repaint(self, _url: str) -> None:
        self.entries.view.viewport().update()

    def _list(self) -> EntryList:
        return EntryList(tiles(self._tiles.grid), self._tiles)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tiles.picture = _LOW_PICTURE if self.height() < px(_LOW) else _PICTURE
        view = self.entries.view
        assert isinstance(view, QListView)
        if view.gridSize() != self._tiles.grid:
            view.setGridSize(self._tiles.grid)
            view.scrollTo(view.currentIndex())

    def _picture(self) -> Picture:
        return Picture(self._pictures, 224, 168)

    def _filters(self) -> Sequence[QWidget]:
        return self._whose, self._gender, self._ready

    def _offer_filters(self, entries: Sequence[Entry]) -> None:
        self._gender.offer(entry.gender for entry in entries if isinstance(entry, AvatarEntry))

    def _clear_filters(self) -> None:
        self._whose.set_value("all")
        self._gender.setCurrentIndex(0)
        self._ready.setChecked(False)

    def _marks(self, entry: Entry) -> frozenset[str]:
        assert isinstance(entry, AvatarEntry)
        ready = ("ready",) if entry.usable else ()
        return frozenset(("all", "mine" if entry.own else "akool", *ready, *self._gender.marks(entry.gender)))

    def _needed(self) -> frozenset[str]:
        ready = ("ready",) if self._ready.isChecked() else ()
        return frozenset((str(self._whose.value()), *ready, *self._gender.needed()))

    def _facts(self, entry: Entry) -> Facts:
        assert isinstance(entry, AvatarEntry)
        lines = (
            (tr("From"), tr("My own") if entry.own else tr("Akool's avatars")),
            (tr("Background"), tr("May be replaced") if entry.takes_background else tr("Brings its own")),
            (tr("Own voice"), self.catalogue.own_voice(entry) or tr("none named")),
            (tr("Gender"), entry.gender.lower() or tr("not said")),
        )
        return Facts(lines, self.notes(entry), entry.picture)


class _Tiles(QStyledItemDelegate):
    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._pictures = pictures
        self.picture = _PICTURE

    @property
    def _size(self) -> QSize:
        return QSize(px(_WIDTH), px(self.picture + _WORDS))

    @property
    def grid(self) -> QSize:
        return self._size + QSize(px(_GAP), px(_GAP))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self._size

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = index.model().entries[index.row()]  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        tile = QRectF(option.rect.topLeft(), self._size)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("accent" if chosen else "line"), 2 if chosen else 1))
        painter.setBrush(colour("accent_tint" if chosen else "raised"))
        painter.drawRoundedRect(tile.adjusted(1, 1, -1, -1), px(8), px(8))
        picture = self._pictures.get(entry.picture)
        painter.setOpacity(1 if entry.usable else _FADED)
        place = QRectF(tile.left() + px(8), tile.top() + px(8), tile.width() - px(16), px(self.picture))
        paint_picture(painter, place, picture, comes=self._pictures.comes(entry.picture))
        painter.setOpacity(1)
        self._paint_words(painter, tile, entry)
        painter.restore()

    def _paint_words(self, painter: QPainter, tile: QRectF, entry: AvatarEntry) -> None:
        line = QRectF(tile.left() + px(10), tile.top() + px(self.picture + 14), tile.width() - px(20), px(22))
        painter.setFont(font("strong"))
        painter.setPen(colour("text" if entry.usable else "muted"))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(masked(entry.name), Qt.TextElideMode.ElideRight, int(line.width()))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, name)
        line.translate(0, px(21))
        look = ("done", "good") if entry.usable else ("warning", "warning")
        whole = QRectF(line)
        sign = placed(QRectF(line.left(), line.top() + px(3), px(16), px(16)), whole)
        paint_icon(painter, look[0], sign, colour(look[1]))
        line.setLeft(line.left() + px(20))
        line = placed(line, whole)
        painter.setFont(font("caption"))
        painter.setPen(colour("muted"))
        state = painter.fontMetrics().elidedText(tr(entry.state), Qt.TextElideMode.ElideRight, int(line.width()))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, state)

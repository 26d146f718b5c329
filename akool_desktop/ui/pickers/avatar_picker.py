"""Avatars as tiles: picture, name, whether it can stream."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
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
from akool_desktop.ui.controls.icons import paint_icon, placed
from akool_desktop.ui.form.inputs import SegmentsInput
from akool_desktop.ui.hearing import announce
from akool_desktop.ui.keyboard.keys import on_key
from akool_desktop.ui.language import day_and_time, say, time_of_day, tr
from akool_desktop.ui.masking import masked
from akool_desktop.ui.pickers.entry_detail import Facts, traits_told
from akool_desktop.ui.pickers.entry_list import EntryList, tiles
from akool_desktop.ui.pickers.favourites import Favourites
from akool_desktop.ui.pickers.filters import Filter
from akool_desktop.ui.pickers.picker import Counts, Picker
from akool_desktop.ui.pictures import Picture, Pictures, paint_picture
from akool_desktop.ui.theme import colour, font, px
from akool_desktop.words import Words, marked

_WIDTH, _WORDS = 168, 64
_GAP, _STAR = 10, 16
_PICTURE, _LOW_PICTURE = 112, 48  # high
_LOW = 400  # of the dialog: a whole tile would have no room, and nobody would see who it is
_FADED = 0.45
# By whether favourites are among them, and what was used lately.
_FIRST = {
    (False, False): marked("{count}"), (True, False): marked("{count}, favourites first"),
    (False, True): marked("{count}, recent first"), (True, True): marked("{count}, favourites and recent first"),
}  # fmt: skip
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
        self,
        parent: QWidget,
        field: Field,
        draft: Draft,
        catalogue: Catalogue,
        pictures: Pictures,
        favourites: Favourites,
        used: Mapping[str, float],
    ) -> None:
        self._pictures, self._favourites, self._used = pictures, favourites, dict(used)
        self._first: set[str] = set()
        self._whose = SegmentsInput(_WHOSE)
        self._whose.set_value("all")
        self._gender = Filter(marked("Any gender"))
        self._ready = QCheckBox(tr("Only ready"))
        self._tiles = _Tiles(pictures, favourites)
        super().__init__(parent, field, draft, catalogue)
        for changed in (self._whose.changed, self._gender.activated, self._ready.toggled):
            changed.connect(self.search)
        self.entries.rows.told = lambda entry: tr("Favourite") if entry.id in favourites else ""
        self.entries.clicked_at.connect(self._click)
        on_key("Ctrl+B", self, self._turn_favourite)
        self.entries.view.viewport().installEventFilter(self)
        pictures.came.connect(self._repaint)
        self.finished.connect(lambda _: pictures.came.disconnect(self._repaint))

    def _repaint(self, _url: str) -> None:
        self.entries.view.viewport().update()

    def _list(self) -> EntryList:
        return EntryList(tiles(self._tiles.grid), self._tiles)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tiles()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.entries.view.viewport():
            self._fit_tiles()
        return super().eventFilter(watched, event)

    def _fit_tiles(self) -> None:
        """They share the width, and are low where there is little height."""
        view, extent = self.entries.view, QStyle.PixelMetric.PM_ScrollBarExtent
        bar = view.style().pixelMetric(extent, None, view.verticalScrollBar())  # Qt keeps its place free
        self._tiles.share(view.maximumViewportSize().width() - bar - 1)
        self._tiles.picture = _LOW_PICTURE if self.height() < px(_LOW) else _PICTURE
        assert isinstance(view, QListView)
        if view.gridSize() != self._tiles.grid:
            view.setGridSize(self._tiles.grid)
            view.scrollTo(view.currentIndex())

    def _picture(self) -> Picture:
        return Picture(self._pictures, 224, 168)

    def _filters(self) -> Sequence[QWidget]:
        return self._whose, self._gender, self._ready

    def _ordered(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Favourites first, then what was used lately, from the next time on: what is starred stays where it is."""
        self._first = {entry.id for entry in entries if entry.id in self._favourites}
        return sorted(entries, key=lambda entry: (entry.id not in self._first, -self._used.get(entry.id, 0)))

    def _counted(self, shown: int) -> Words:
        entries = self.entries.rows.entries
        first = any(entry.id in self._first for entry in entries), any(entry.id in self._used for entry in entries)
        return Words(_FIRST[first], count=super()._counted(shown))

    def _click(self, index: QModelIndex, place: QPoint) -> None:
        if self._tiles.star.adjusted(-px(6), -px(6), px(6), px(6)).contains(place):
            self._turn(self.entries.rows.entries[index.row()])

    def _turn_favourite(self) -> None:
        if entry := self.entries.current():
            self._turn(entry)

    def _turn(self, entry: Entry) -> None:
        is_one = self._favourites.turn(entry.id)
        announce(self, tr("Favourite") if is_one else tr("No favourite"))
        self._repaint("")

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
            (tr("Gender"), traits_told(entry.gender)),
            (tr("Last used"), _day(self._used[entry.id]) if entry.id in self._used else tr("not yet")),
        )
        return Facts(lines, self.notes(entry), entry.picture)


def _day(moment: float) -> str:
    if date.fromtimestamp(moment) == date.today():
        return say(Words("Today, {time}", time=time_of_day(moment)))
    return day_and_time(moment)


class _Tiles(QStyledItemDelegate):
    def __init__(self, pictures: Pictures, favourites: Favourites) -> None:
        super().__init__()
        self._pictures, self._favourites = pictures, favourites
        self.picture = _PICTURE
        self._wide = px(_WIDTH)

    def share(self, width: int) -> None:
        """As many in a line as there is room for; what is left over widens them."""
        grid = px(_WIDTH + _GAP)
        self._wide = width // max(1, width // grid) - px(_GAP)

    @property
    def _size(self) -> QSize:
        return QSize(self._wide, px(self.picture + _WORDS))

    @property
    def grid(self) -> QSize:
        return self._size + QSize(px(_GAP), px(_GAP))

    @property
    def star(self) -> QRect:
        """Where it is in a tile, counted from where one begins to read."""
        return QRect(self._wide - px(10 + _STAR), px(self.picture + 17), px(_STAR), px(_STAR))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All of its place in the grid, so that the first tile of a line stands where the words above it do."""
        return self.grid

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = index.model().entries[index.row()]  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        tile = placed(QRectF(option.rect.topLeft(), self._size), QRectF(option.rect))
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
        star = QRectF(self.star).translated(tile.topLeft())
        look = ("star-filled", "accent") if entry.id in self._favourites else ("star", "muted")
        paint_icon(painter, look[0], placed(star, tile), colour(look[1]))
        room = tile.width() - px(20 + _STAR + 6)
        line = placed(QRectF(tile.left() + px(10), tile.top() + px(self.picture + 14), room, px(22)), tile)
        painter.setFont(font("strong"))
        painter.setPen(colour("text" if entry.usable else "muted"))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(masked(entry.name), Qt.TextElideMode.ElideRight, int(line.width()))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, name)
        line = QRectF(tile.left() + px(10), line.top() + px(21), tile.width() - px(20), px(22))
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

"""Pictures by their links: fetched when they are first painted, decoded off the window's thread, a few at once.

Whoever sent one may mean harm, so it is looked at before it is decoded: what kind it is, and how large it would become.
"""

import asyncio
from collections import OrderedDict

from PySide6.QtCore import QBuffer, QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from akool_desktop.akool.kinds import HEAD, kind_of
from akool_desktop.desk.accounts import AccountDesk
from akool_desktop.desk.lists import Lists
from akool_desktop.store.accounts import Account
from akool_desktop.ui.controls.icons import paint_icon
from akool_desktop.ui.tasks import Tasks
from akool_desktop.ui.theme import colour, px

_MOST_PIXELS = 4096  # on each side
_MOST_MEGABYTES = 80  # while it is decoded: 4096 x 4096 in four bytes, and a little
_FORMATS = (b"png", b"jpeg", b"gif", b"webp")
_KEPT = QSize(640, 480)  # what is shown is never larger
_MEMORY = 48 << 20  # bytes of pictures


class Pictures(QObject):
    """``came`` follows for each link that was asked for, with a picture or without."""

    came = Signal(str)

    def __init__(self, accounts: AccountDesk, lists: Lists, tasks: Tasks) -> None:
        super().__init__()
        self._accounts, self._lists, self._tasks = accounts, lists, tasks
        self._shown: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._bytes = 0
        QImageReader.setAllocationLimit(_MOST_MEGABYTES)

    def get(self, url: str) -> QPixmap | None:
        """The picture, if it is here; otherwise it is asked for. None for good where there is none to be had."""
        if url in self._shown:
            self._shown.move_to_end(url)
            return self._shown[url]
        if url:
            account = self._accounts.chosen
            self._tasks.start(
                f"picture {url}",
                lambda: self._fetch(account, url),
                lambda image: self._keep(url, image),
                lambda _: self._keep(url, None),
            )
        return None

    def comes(self, url: str) -> bool:
        """Whether it is still on its way."""
        return self._tasks.runs(f"picture {url}")

    def retry(self) -> None:
        """What could not be had before may be asked for again."""
        for url in [url for url, picture in self._shown.items() if picture is None]:
            del self._shown[url]

    async def _fetch(self, account: Account, url: str) -> QImage | None:
        image = await asyncio.to_thread(decoded, await self._lists.picture(account, url))
        if image is None:
            await self._lists.spoilt(url)
        return image

    def _keep(self, url: str, image: QImage | None) -> None:
        picture = None if image is None else QPixmap.fromImage(image)
        self._shown[url] = picture
        self._bytes += _weight(picture)
        while self._bytes > _MEMORY and len(self._shown) > 1:
            self._bytes -= _weight(self._shown.popitem(last=False)[1])
        self.came.emit(url)


def decoded(content: bytes) -> QImage | None:
    """The picture, made small; None where it is none, or would be too large. For a worker thread."""
    if kind_of(content[:HEAD]) != "picture":
        return None
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if reader.format().data() not in _FORMATS or not size.isValid() or max(size.width(), size.height()) > _MOST_PIXELS:
        return None
    if size.width() > _KEPT.width() or size.height() > _KEPT.height():
        reader.setScaledSize(size.scaled(_KEPT, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


def _weight(picture: QPixmap | None) -> int:
    return picture.width() * picture.height() * 4 if picture else 0


def paint_picture(painter: QPainter, place: QRectF, picture: QPixmap | None, *, comes: bool = False) -> None:
    """The picture, filling the place; a grey box while it comes, a figure where there is none."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    path = QPainterPath()
    path.addRoundedRect(place, px(4), px(4))
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    if picture is None:
        painter.fillRect(place, colour("sunken"))
        if not comes:
            side = min(place.width(), place.height()) / 2.5
            middle = QRectF(0, 0, side, side)
            middle.moveCenter(place.center())
            paint_icon(painter, "avatar", middle, colour("muted"))
    else:
        size = place.size().scaled(picture.width(), picture.height(), Qt.AspectRatioMode.KeepAspectRatio)
        source = QRectF((picture.width() - size.width()) / 2, (picture.height() - size.height()) / 3,
                        size.width(), size.height())  # fmt: skip
        painter.drawPixmap(place, picture, source)
    painter.restore()


class Picture(QWidget):
    """One picture in its place."""

    def __init__(self, pictures: Pictures, width: int, height: int) -> None:
        super().__init__()
        self._pictures = pictures
        self._url = ""
        self.setFixedSize(px(width), px(height))
        pictures.came.connect(self._look)

    def show_url(self, url: str) -> None:
        if url != self._url:
            self._url = url
            self.update()

    def _look(self, url: str) -> None:
        if url == self._url:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        picture = self._pictures.get(self._url)
        paint_picture(QPainter(self), QRectF(self.rect()), picture, comes=self._pictures.comes(self._url))

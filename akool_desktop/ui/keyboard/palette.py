"""Commands by name, to be done from one place (Ctrl+K)."""

import re
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from akool_desktop.ui.controls.messages import words_label
from akool_desktop.ui.hearing import announce, line_of
from akool_desktop.ui.keyboard.commands import Command
from akool_desktop.ui.keyboard.keys import written
from akool_desktop.ui.keyboard.other_words import other_words
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.masking import masked
from akool_desktop.ui.places import room_for
from akool_desktop.ui.theme import colour, font, px

_TOP = QModelIndex()
_KEYS = Qt.ItemDataRole.UserRole + 1  # of a command, in the list
_BESIDE = 10  # pixels between the words of a line and its ends
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class CommandPalette(QDialog):
    """Type some letters of it, press Enter. Nothing is done before.

    ``typed`` carries them to whoever knows more that is called like that: then call offer().
    """

    typed = Signal(str)

    def __init__(self, parent: QWidget, commands: Sequence[Command]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Commands"))
        self.resize(QSize(px(560), px(420)).boundedTo(room_for(self)))
        self._known = [(say(command.name), other_words(command.name), command) for command in commands]
        self._commands = self._known
        self._search, self._list, self._found = QLineEdit(), QListView(), _Found()
        self._list.setObjectName("commands")
        self._list.setModel(self._found)
        self._search.setPlaceholderText(tr("What do you want to do?"))
        self._search.setAccessibleName(tr("Search commands"))
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self._show)
        self._search.textChanged.connect(self.typed)
        self._search.textChanged.connect(lambda: self._tell_likeliest())
        self._search.returnPressed.connect(self._do)
        self._list.setAccessibleName(tr("Commands"))
        self._list.setItemDelegate(_Lines(self._list))
        self._list.activated.connect(lambda _: self._do())
        self._list.clicked.connect(lambda _: self._do())
        self._nothing = words_label(tr("Nothing is called that."))
        self._nothing.hide()
        self._shown_for = self._told = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(16), px(16), px(16))
        layout.setSpacing(px(8))
        for widget in (self._search, self._nothing, self._list):
            layout.addWidget(widget)
        self._show("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The cursor stays in the search while one moves through the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            self._list.keyPressEvent(event)
            announce(self, line_of(self._list))
            return True
        return super().eventFilter(watched, event)

    def offer(self, commands: Sequence[Command]) -> None:
        """After those that are always there."""
        self._commands = [*self._known, *((say(command.name), "", command) for command in commands)]
        self._show(self._search.text())

    def _show(self, typed: str) -> None:
        found = sorted(
            (fits, place)
            for place, (name, others, _) in enumerate(self._commands)
            if (fits := _fit(typed, name, others)) is not None
        )
        chosen = self._moved_to() if typed == self._shown_for else ""
        self._shown_for = typed
        lines = [self._commands[place] for _, place in found]
        self._found.show([(name, command) for name, _, command in lines])
        place = next((place for place, (name, _, _) in enumerate(lines) if name == chosen), self._likeliest)
        self._list.setCurrentIndex(self._found.index(place))
        self._nothing.setVisible(not found)

    def _tell_likeliest(self) -> None:
        told = line_of(self._list) if self._found.lines else self._nothing.text()
        if told != self._told:
            self._told = told
            announce(self, told)

    @property
    def _likeliest(self) -> int:
        """The line that Enter does: the first. None before anything is typed, which may have been typed too early: the
        first of all spends.
        """
        return 0 if self._shown_for.strip() else -1

    def _moved_to(self) -> str:
        """The name on which the cursor is, and stays when others come; none on the first: the likeliest may come."""
        at = self._list.currentIndex().row()
        return self._found.lines[at][0] if at > self._likeliest else ""

    def _do(self) -> None:
        at = self._list.currentIndex()
        if at.isValid():
            _, command = self._found.lines[at.row()]
            self.accept()
            command.act()


class _Found(QAbstractListModel):
    """``lines`` are names and commands. No item stands for one: PySide 6.11 may crash as a list of items is emptied."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[tuple[str, Command]] = ()

    def show(self, lines: Sequence[tuple[str, Command]]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        name, command = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return masked(name)
        return written(command.keys) if role in (_KEYS, Qt.ItemDataRole.AccessibleDescriptionRole) else None


class _Lines(QStyledItemDelegate):
    """A command's name, and its keys at the end of the line, so that they stand below each other."""

    def initStyleOption(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A long name ends before the keys, and widens no list."""
        super().initStyleOption(option, index)
        keys = QFontMetrics(font("caption")).horizontalAdvance(index.data(_KEYS))
        room = option.rect.width() - keys - 3 * px(_BESIDE)
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setFont(font("caption"))
        painter.setPen(colour("muted"))
        room = QRectF(option.rect).adjusted(px(_BESIDE), 0, -px(_BESIDE), 0)
        at_end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, QStyle.visualAlignment(option.direction, at_end), index.data(_KEYS))
        painter.restore()


def _fit(typed: str, name: str, others: str) -> tuple[int, int] | None:
    """How well the letters typed fit a name, less is better: as they stand, as the beginnings of words, one after the
    other, or as words in another order, of the name or, at last, of what else it is called; None: not.
    """
    text, words = name.casefold(), typed.casefold().split()
    place = text.find(typed.casefold().strip())
    if place >= 0:
        return (0 if place == 0 or text[place - 1] == " " else 1), place
    found = _beginnings("".join(words)).search(text)
    if found:
        return 2, len(found[0])
    if all(_beginnings(word).search(text) for word in words):
        return 3, 0
    called = f"{others} {text} {others}".casefold()
    return (4, 0) if all(_begins(word).search(called) for word in words) else None


def _begins(word: str) -> re.Pattern[str]:
    """A word as it stands: of those in whose place it could be, initials would find too many. Chinese is written
    without spaces, so that two words may have been typed as one.
    """
    return re.compile(rf"\b{re.escape(word)}") if word.isascii() else _beginnings(word)


@lru_cache(maxsize=8)  # asked of each command in turn
def _beginnings(letters: str) -> re.Pattern[str]:
    """Each goes on with the word, or begins a later one; in a script that has no spaces, it stands anywhere later."""
    signs = [re.escape(letter) for letter in letters]
    begins = [rf"\b{sign}" if letter.isascii() else sign for letter, sign in zip(letters, signs, strict=True)]
    others = (f"(?:{sign}|.*?{begin})" for sign, begin in zip(signs[1:], begins[1:], strict=True))
    return re.compile(begins[0] + "".join(others))

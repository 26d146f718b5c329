"""The Presets panel: search, open, mark, and everything else that is done with a preset."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from akool_desktop.store.presets import Listed
from akool_desktop.ui.controls.empty import Empty
from akool_desktop.ui.controls.icons import IconButton
from akool_desktop.ui.controls.menus import begin_at_first
from akool_desktop.ui.controls.messages import muted_label
from akool_desktop.ui.controls.search_field import SearchField
from akool_desktop.ui.hearing import announce, name_list
from akool_desktop.ui.keyboard.keys import HERE, on_key
from akool_desktop.ui.keyboard.mnemonics import prefer
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.places import PRESETS
from akool_desktop.ui.presets.acts import LIST_KEYS, PANEL_ACTS, ROW_ACTS, add_acts
from akool_desktop.ui.presets.rows import PresetPainter, PresetRows, PresetView
from akool_desktop.ui.theme import font, px
from akool_desktop.words import Words, marked


class PresetPanel(QWidget):
    """What the operator wants is a signal; ids and rows are those of the list.

    ``first_wanted`` means the first of what is searched for, which need not be shown yet: then call open_first().
    ``asked`` carries the name of an act and the rows that it is meant for, ``dropped`` paths of files.
    """

    opened = Signal(str)
    first_wanted = Signal()
    searched = Signal()
    more_wanted = Signal()
    all_wanted = Signal()
    starred = Signal(object)
    asked = Signal(str, list)
    starter_wanted = Signal(int)
    dropped = Signal(list)
    fold_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("presets")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.setFixedWidth(px(PRESETS))
        self._search = SearchField(tr("Search presets"), tr("Search presets"))
        self._tags = QComboBox()
        self._tags.hide()
        self.rows = PresetRows()
        self._painter = PresetPainter(self.rows)
        self._list = PresetView()
        self._empty = Empty(narrow=True)
        self.show_kept(0)
        self._stack = QStackedWidget()
        self._deleted = _Line()
        self._save_button = IconButton("preset", tr("Save preset"))
        self._starters = QMenu(tr("New from a starter"), self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        heading = QLabel(tr("Presets"))
        heading.setFont(font("strong"))
        self._new_button = IconButton("plus", tr("New preset"), words=False, kind="bare")
        self._more_button = IconButton("more", tr("More about presets"), words=False, kind="bare")
        self._more_button.setMenu(begin_at_first(QMenu(self._more_button)))
        self._fold_button = IconButton("panel", tr("Hide the presets"), words=False, kind="bare")
        head = QHBoxLayout()
        head.setContentsMargins(px(8), 0, 0, 0)
        head.setSpacing(px(2))
        head.addWidget(heading, 1)
        for button in (self._new_button, self._more_button, self._fold_button):
            head.addWidget(button)
        for button, letter in (
            (self._new_button, "N"), (self._more_button, "M"), (self._fold_button, "P"), (self._save_button, "S"),
        ):  # fmt: skip
            prefer(button, letter)
        self._list.setModel(self.rows)
        self._list.setItemDelegate(self._painter)
        self._list.setAccessibleName(tr("Presets"))
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(12), px(12), px(12), px(12))
        layout.setSpacing(px(10))
        layout.addLayout(head)
        layout.addWidget(self._search)
        layout.addWidget(self._tags)
        name_list(self._tags, tr("Tag"))
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._deleted)
        layout.addWidget(self._save_button)

    def _connect(self) -> None:
        self._search.textChanged.connect(self.searched)
        self._tags.activated.connect(self.searched)
        self._search.returnPressed.connect(self.first_wanted)
        self._list.clicked.connect(self._click)
        self._list.typed.connect(self._type)
        self._list.all_wanted.connect(self.all_wanted)
        self._list.customContextMenuRequested.connect(self._show_menu)
        self.rows.more_wanted.connect(self.more_wanted)
        self._painter.starred.connect(self.starred)
        self._save_button.clicked.connect(lambda: self.asked.emit("save", []))
        self._new_button.clicked.connect(lambda: self.asked.emit("new", []))
        self._fold_button.clicked.connect(self.fold_wanted)
        self._empty.pressed.connect(self._answer_empty)
        self._deleted.pressed.connect(lambda: self.asked.emit("restore", []))
        self._more_button.menu().aboutToShow.connect(self._fill_more)
        for keys, act in LIST_KEYS.items():
            on_key(keys, self._list, partial(self.ask, act), HERE)
        on_key("Down", self._search, self.focus_list, HERE)
        on_key("Up", self._list, self._go_up, HERE)

    # what it shows

    def show_kept(self, count: int) -> None:
        """How many presets there are in all: where there is none, none can be found."""
        self._kept = count
        icon_name, title, sentence = _NO_MATCH if count else _NO_PRESETS
        self._empty.say(icon_name, tr(title), tr(sentence), tr("Show all presets" if count else "Paste or import…"))

    def _answer_empty(self) -> None:
        if self._kept:
            self._tags.setCurrentIndex(0)
            self._search.clear()
            self._search.setFocus()
            self.searched.emit()
        else:
            self.asked.emit("paste", [])

    def show_rows(self, listed: Sequence[Listed]) -> None:
        """The first rows of what was searched for."""
        chosen, place = self._chosen_ids(), self._list.currentIndex().row()
        self.rows.show(listed)
        self._choose_again(chosen)
        if not chosen:
            self._choose_open()
        if listed and self._list.hasFocus() and not self._list.currentIndex().isValid():
            self._go_to(max(0, min(place, len(listed) - 1)))  # the cursor stays where it was, though that one has gone
        self._stack.setCurrentWidget(self._list if listed else self._empty)

    def choose_all(self, rest: Sequence[Listed]) -> None:
        """Those that are shown, and the rest of what was searched for."""
        self.rows.add(rest)
        self._list.selectAll()

    def show_tags(self, tags: Sequence[str]) -> None:
        """The tags to choose among; without any there is nothing to choose."""
        chosen = self.tag()
        if tags != [self._tags.itemData(place) for place in range(1, self._tags.count())]:
            self._tags.clear()
            self._tags.addItem(tr("All tags"), "")
            for tag in tags:
                self._tags.addItem(tag, tag)
            self._tags.setCurrentIndex(max(0, self._tags.findData(chosen)))
            self._tags.setVisible(bool(tags))
            if self.tag() != chosen:
                self.searched.emit()  # the last preset of that tag is gone

    def show_starters(self, names: Sequence[str]) -> None:
        self._starters.clear()
        for number, name in enumerate(names):
            self._starters.addAction(tr(name)).triggered.connect(
                lambda _=False, number=number: self.starter_wanted.emit(number)
            )

    def show_words(self, open_id: str, words: Mapping[str, str]) -> None:
        """Which preset is in the form, and what to say of which. One that comes into the form is the chosen one: what
        is done with it next is not done with the one before it."""
        comes = open_id != self.rows.open_id
        self.rows.show_words(open_id, words)
        if comes:
            self._list.clearSelection()
            self._choose_open()

    def show_deleted(self, words: Words | None) -> None:
        self._deleted.say(say(words) if words else "")

    def text(self) -> str:
        return self._search.text()

    def tag(self) -> str:
        """The chosen one; empty for all."""
        return str(self._tags.currentData() or "")

    def focus_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def focus_list(self) -> None:
        if self.rows.listed:
            self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._go_to(max(0, self._list.currentIndex().row()))

    def _go_to(self, place: int) -> None:
        model = self._list.selectionModel()
        model.setCurrentIndex(self.rows.index(place), model.SelectionFlag.ClearAndSelect)

    def _go_up(self) -> None:
        """From the first row up into the search."""
        place = self._list.currentIndex().row()
        if place > 0:
            self._go_to(place - 1)
        else:
            self.focus_search()

    def _chosen_ids(self) -> set[str]:
        rows = [index.row() for index in self._list.selectionModel().selectedIndexes()]
        return {self.rows.listed[row].id for row in rows}

    def _choose_again(self, ids: set[str]) -> None:
        model = self._list.selectionModel()
        for place in [place for place, listed in enumerate(self.rows.listed) if listed.id in ids]:
            model.select(self.rows.index(place), model.SelectionFlag.Select)
            model.setCurrentIndex(self.rows.index(place), model.SelectionFlag.NoUpdate)

    def _choose_open(self) -> None:
        for place in [place for place, listed in enumerate(self.rows.listed) if listed.id == self.rows.open_id]:
            self._go_to(place)

    # what is asked

    def open_first(self) -> None:
        if self.rows.listed:
            self.opened.emit(self.rows.listed[0].id)

    def _click(self) -> None:
        """A plain click opens; with Ctrl or Shift held it chooses several."""
        chosen = self._list.selectionModel().selectedIndexes()
        if len(chosen) == 1 and not self._list.is_choosing_several:
            self.ask("open")

    def _type(self, text: str) -> None:
        self._search.setFocus()
        self._search.setText(self._search.text() + text)

    def ask(self, act: str) -> bool:
        """Of the chosen rows, or of the panel; whether there was one to ask it of."""
        if act in dict(PANEL_ACTS):
            self.asked.emit(act, [])
            return True
        model = self._list.selectionModel()
        rows = [self.rows.listed[index.row()] for index in model.selectedIndexes()]
        current = self._list.currentIndex()
        if not rows and current.isValid():
            rows = [self.rows.listed[current.row()]]
        if not rows:
            return False
        if act == "open":
            self.opened.emit(rows[0].id)
        elif act == "star":
            self.starred.emit(rows[0])
        else:
            self.asked.emit(act, rows)
        return True

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._list.indexAt(place).isValid():
            add_acts(menu, ROW_ACTS, self.ask)
        else:
            add_acts(menu, PANEL_ACTS, self.ask)
        menu.popup(self._list.viewport().mapToGlobal(place))

    def _fill_more(self) -> None:
        menu = self._more_button.menu()
        menu.clear()
        if self._list.selectionModel().hasSelection():
            add_acts(menu, ROW_ACTS, self.ask)
            menu.addSeparator()
        menu.addMenu(self._starters)
        add_acts(menu, PANEL_ACTS, self.ask)

    # the widget itself

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event.mimeData().urls()) or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = _files(event.mimeData().urls())
        self.dropped.emit(files or [event.mimeData().text()])
        event.acceptProposedAction()


_NO_PRESETS = (
    "preset", marked("No presets yet"), marked("Fill in the form once, save it here, and start from it every time."),
)  # fmt: skip
_NO_MATCH = (
    "search", marked("No preset matches"), marked("Each word has to begin a word of its name, its tags or its note."),
)  # fmt: skip


class _Line(QWidget):
    """A sentence with Undo, for as long as it can be undone."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._label = muted_label(" ")
        undo = QPushButton(tr("Undo"))
        undo.setProperty("kind", "link")
        undo.clicked.connect(self.pressed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(8), 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addWidget(self._label, 1)
        layout.addWidget(undo)
        self.hide()

    def say(self, sentence: str) -> None:
        self._label.setText(sentence)
        self.setVisible(bool(sentence))
        announce(self, sentence)


def _files(urls: Sequence[QUrl]) -> list[Path]:
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]

"""A dialog to choose one entry of an account's list from: search, filters, the list, what is known of the chosen one.

One class for each list says what its entries look like and are found by; all the rest is alike, and stands here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from akool_desktop.desk.catalogue import Catalogue, Entry
from akool_desktop.session import rules
from akool_desktop.session.fields import Field
from akool_desktop.session.rules import Draft
from akool_desktop.ui.controls.empty import Empty
from akool_desktop.ui.controls.layouts import column
from akool_desktop.ui.controls.messages import muted_label
from akool_desktop.ui.controls.painted import FilledButton
from akool_desktop.ui.controls.search_field import SearchField
from akool_desktop.ui.form.sections import hairline
from akool_desktop.ui.hearing import announce, line_of
from akool_desktop.ui.keyboard.in_view import follow_tab
from akool_desktop.ui.keyboard.keys import Keys
from akool_desktop.ui.language import number, say, say_on_button, tr
from akool_desktop.ui.pickers.entry_detail import EntryDetail, Facts
from akool_desktop.ui.pickers.entry_list import EntryList, Finder
from akool_desktop.ui.pickers.list_head import ListHead
from akool_desktop.ui.pictures import Picture
from akool_desktop.ui.places import keep_least, room_for
from akool_desktop.ui.theme import font, px
from akool_desktop.words import Words, marked

_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_DOWN, _ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
_NAME = 24  # letters of a name on a button


@dataclass(frozen=True)
class Counts:
    """How many there are, as whole sentences: nouns bend in other ways elsewhere."""

    one: str = ""
    many: str = ""
    some: str = ""
    show_all: str = ""
    no_match: str = ""
    none_yet: str = ""


class Picker(QDialog):
    """``chosen`` carries the id of what is to be used; ``refresh_wanted`` asks for the lists to be read anew."""

    chosen = Signal(str)
    refresh_wanted = Signal()

    title, placeholder, empty = "", "", ""
    counts = Counts()
    code = marked("An ID")  # what stands in the field
    wide = 1040

    def __init__(self, parent: QWidget, field: Field, draft: Draft, catalogue: Catalogue) -> None:
        super().__init__(parent)
        self.field, self.draft, self.catalogue = field, draft, catalogue
        self._reads = False
        self._told = ""
        self._finder = Finder()
        self._taken: Sequence[Entry] = ()
        self._search = SearchField(tr(self.placeholder), tr("Search"))
        self._list_head, self._messages = ListHead(), QVBoxLayout()
        self.entries = self._list()
        self._empty = Empty()
        self._pages = QStackedWidget()
        self._detail = EntryDetail(self._picture())
        self._use_button = FilledButton()
        self._build()
        self.take(catalogue)
        self._search.setFocus()

    # what each list has of its own

    def _list(self) -> EntryList:
        raise NotImplementedError

    def _picture(self) -> Picture | None:
        return None

    def _filters(self) -> Sequence[QWidget]:
        return ()

    def _offer_filters(self, entries: Sequence[Entry]) -> None:
        """The list has been read: filters may offer what is in it."""

    def _ordered(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """What is wanted most, first."""
        return entries

    def _marks(self, entry: Entry) -> frozenset[str]:  # noqa: ARG002
        """What filters may ask for."""
        return frozenset()

    def _needed(self) -> frozenset[str]:
        """What the filters ask for now."""
        return frozenset()

    def _clear_filters(self) -> None:
        pass

    def _text(self, entry: Entry) -> str:
        return f"{entry.name} {entry.id}"

    def _facts(self, entry: Entry) -> Facts:
        return Facts((), self.notes(entry))

    # putting it together

    def _build(self) -> None:
        self.setWindowTitle(tr(self.title))
        self.setObjectName("picker")
        keep_least(self, 480, 280)
        size, parent = QSize(px(self.wide), px(608)).boundedTo(room_for(self)), self.parentWidget()
        self.resize(size.boundedTo(parent.size()).expandedTo(self.minimumSize()) if parent else size)
        self._search.installEventFilter(self)
        self.entries.view.setAccessibleName(tr(self.title))
        self._use_button.setDefault(True)
        layout = column(self)
        layout.addLayout(self._head())
        layout.addWidget(hairline())
        layout.addLayout(self._body(), 1)
        layout.addWidget(hairline())
        layout.addLayout(self._foot())
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the list: filters below the search, and what is chosen shows in its row."""
        super().resizeEvent(event)
        roomy = self.width() >= px(720)
        self._head_lines.setDirection(_ACROSS if self.width() >= px(900) else _DOWN)
        self._head_lines.setContentsMargins(*map(px, (20, 16, 20, 16) if roomy else (12, 8, 12, 8)))
        self._foot_line.setContentsMargins(*map(px, (20, 12, 20, 12) if roomy else (12, 8, 12, 8)))
        for part in (self._title, self._detail, self._hint):
            part.setVisible(roomy)

    def _head(self) -> QBoxLayout:
        self._title = QLabel(tr(self.title))
        self._title.setFont(font("heading"))
        search, self._filters_line = QHBoxLayout(), QHBoxLayout()
        search.setSpacing(px(24))
        search.addWidget(self._title)
        search.addWidget(self._search, 1)
        self._filters_line.setSpacing(px(8))
        for widget in self._filters():
            self._filters_line.addWidget(widget)
        self._head_lines = QBoxLayout(_ACROSS)
        self._head_lines.setSpacing(px(8))
        self._head_lines.addLayout(search, 1)
        self._head_lines.addLayout(self._filters_line)
        return self._head_lines

    def _body(self) -> QHBoxLayout:
        self._pages.addWidget(self.entries.view)
        self._pages.addWidget(self._empty)
        self._pages.setMinimumHeight(px(64))
        left = QFrame()
        left.setObjectName("found")
        lines = QVBoxLayout(left)
        lines.setContentsMargins(px(20), px(8), px(8), 0)
        lines.setSpacing(px(8))
        lines.addWidget(self._list_head)
        lines.addLayout(self._messages)
        lines.addWidget(self._pages, 1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(left, 1)
        body.addWidget(self._detail)
        return body

    def _foot(self) -> QHBoxLayout:
        label = Words("Arrow keys move, Enter uses, Esc closes. {code} can also be pasted into the {field} field.",
                      code=Words(self.code), field=Words(self.field.label))  # fmt: skip
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self._foot_line = foot = QHBoxLayout()
        foot.setSpacing(px(8))
        self._hint = muted_label(say(label))
        foot.addWidget(self._hint, 1)
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self._use_button)
        return foot

    def _connect(self) -> None:
        self._search.textChanged.connect(self.search)
        self._search.textChanged.connect(lambda: self._tell_found())
        self._use_button.clicked.connect(self._use)
        self._list_head.refresh_wanted.connect(self.refresh_wanted)
        self._empty.pressed.connect(self._answer_empty)
        self.entries.typed.connect(self._type)
        self.entries.used.connect(self._use)
        self.entries.moved.connect(self._show_current)

    # the list

    def take(self, catalogue: Catalogue, *, reads: bool = False) -> None:
        """The list has been read, or is being read anew."""
        first = self.field.list_of not in self.catalogue.lists or not self.entries.rows.entries
        self.catalogue, self._reads = catalogue, reads
        listing = catalogue.lists.get(self.field.list_of)
        entries = listing.entries if listing else ()
        if entries != self._taken:
            self._taken = entries
            self._finder.take(self._ordered(entries), self._text, self._marks)
            self._offer_filters(entries)
        self._list_head.show_listing(listing, reads=reads)
        kept = self.entries.current()
        self.search()
        wanted = str(rules.value(self.draft, self.field.key)) if first or kept is None else kept.id
        self.entries.go_to(self.entries.rows.place_of(wanted) or 0)

    def search(self) -> None:
        kept = self.entries.current()
        found = self._finder.matching(self._search.text(), self._needed())
        self.entries.rows.show(found)
        has_list = self.field.list_of in self.catalogue.lists
        self._list_head.show_count(self._counted(len(found)) if has_list else None)
        if found:
            self._pages.setCurrentWidget(self.entries.view)
            self.entries.go_to((self.entries.rows.place_of(kept.id) if kept else 0) or 0)
        else:
            self._say_empty()
            self._show_current()

    def _counted(self, shown: int) -> Words:
        listing = self.catalogue.lists.get(self.field.list_of)
        total = len(listing.entries) if listing else 0
        if shown == total:
            return Words(self.counts.one if total == 1 else self.counts.many, count=number(total))
        return Words(self.counts.some, shown=number(shown), count=number(total))

    def _tell_found(self) -> None:
        is_found = self._pages.currentWidget() is self.entries.view
        told = f"{self._list_head.count}, {line_of(self.entries.view)}" if is_found else self._empty.title
        if told != self._told:
            self._told = told
            announce(self, told)

    def _say_empty(self) -> None:
        listing, failed = self.catalogue.lists.get(self.field.list_of), self.catalogue.failed.get(self.field.list_of)
        icon_name = {"avatars": "avatar", "voices": "voice"}.get(self.field.list_of, "search")
        self._pages.setCurrentWidget(self._empty)
        if listing and listing.entries:
            sentence = tr("Every word has to be found in an entry, and every filter has to fit.")
            action = tr(self.counts.show_all)
            self._empty.say("search", tr(self.counts.no_match), sentence, action)
        elif listing:
            self._empty.say(icon_name, tr(self.counts.none_yet), tr(self.empty), "")
        elif failed and not self._reads:
            self._empty.say("problem", tr("The list could not be read"), say(failed), tr("Try again"))
        else:
            sentence = say(Words("{code} can be pasted into the field meanwhile.", code=Words(self.code)))
            self._empty.say(icon_name, tr("Reading the list…"), sentence, "")

    def _answer_empty(self) -> None:
        if self.field.list_of in self.catalogue.lists:
            self._clear_filters()
            self._search.clear()
            self._search.setFocus()
            self.search()
        else:
            self._list_head.refresh()

    # one of them

    def notes(self, entry: Entry) -> list[Words]:
        """What would be noted under the field with this entry in it."""
        draft = dict(self.draft) | {self.field.key: entry.id}
        draft |= self.catalogue.facts(draft)
        return [note.words for note in rules.notes(draft) if note.key == self.field.key]

    def _show_current(self) -> None:
        entry = self.entries.current() if self._pages.currentWidget() is self.entries.view else None
        self._detail.show_entry(entry, self._facts(entry) if entry else Facts(()))
        name = entry.name if entry and len(entry.name) <= _NAME else f"{entry.name[:_NAME]}…" if entry else ""
        self._use_button.setText(say_on_button(Words("Use {name}", name=name)) if entry else tr("Use"))
        self._use_button.setEnabled(entry is not None and entry.usable)

    def _use(self) -> None:
        entry = self.entries.current()
        if entry and entry.usable:
            self.chosen.emit(entry.id)
            self.accept()

    # keys

    def _type(self, text: str) -> None:
        """Letters typed in the list belong into the search."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if text:
            self._search.insert(text)
        else:
            self._search.backspace()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802
        return follow_tab(self, moved=super().focusNextPrevChild(next))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the search move through the list."""
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            sideways = event.key() in _SIDEWAYS and not self._search.text()
            if (event.key() in _MOVES or sideways) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                QApplication.sendEvent(self.entries.view, event)
                announce(self, line_of(self.entries.view))
                return True
        return super().eventFilter(watched, event)


# What is written down of its keys.
KEYS: Sequence[tuple[Keys, Words]] = (
    ("Down", Words("Move, with the cursor still in the search; so do Up, Page Up and Page Down")),
    ("Return", Words("Use what is chosen")), ("Space", Words("Hear the voice that is chosen in the list")),
    ("Ctrl+B", Words("Make the avatar that is chosen a favourite, or none")), ("Esc", Words("Close")),
)  # fmt: skip

"""Voices: found by what they are like, heard before they are chosen."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from akool_desktop.desk.catalogue import Catalogue, Entry, VoiceEntry, traits
from akool_desktop.session.fields import Field
from akool_desktop.session.rules import Draft
from akool_desktop.ui.controls.messages import Message
from akool_desktop.ui.hearing import announce
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.pickers.entry_detail import Facts, traits_told
from akool_desktop.ui.pickers.entry_list import EntryList, lines
from akool_desktop.ui.pickers.entry_rows import EntryRows
from akool_desktop.ui.pickers.filters import Filter
from akool_desktop.ui.pickers.picker import Counts, Picker
from akool_desktop.ui.pickers.player import Player
from akool_desktop.ui.theme import px
from akool_desktop.words import listed, marked

_CLONED, _OFFICIAL = "cloned", "Akool's"


class VoicePicker(Picker):
    title, placeholder = marked("Choose a voice"), marked("Search by name, language, style or ID")
    counts = Counts(
        one=marked("1 voice"), many=marked("{count} voices"), some=marked("{shown} of {count} voices"),
        show_all=marked("Show all voices"), no_match=marked("No voices match"), none_yet=marked("No voices yet"),
    )  # fmt: skip
    empty = marked("Voices come with the account, and your own are cloned at akool.com.")

    def __init__(self, parent: QWidget, field: Field, draft: Draft, catalogue: Catalogue, player: Player) -> None:
        self._player = player
        self._language, self._gender = Filter(marked("Any language")), Filter(marked("Any gender"))
        self._years, self._style = Filter(marked("Any age")), Filter(marked("Any style"))
        self._origin = Filter(marked("Cloned or Akool's"))
        self._others = QCheckBox(tr("Show unusable too"))
        self._others.setToolTip(tr("Voices that cannot be used in a session now, and why"))
        self._unheard: Message | None = None
        super().__init__(parent, field, draft, catalogue)
        self._origin.offer((_CLONED, _OFFICIAL))
        for each in self._chosen_filters():
            each.activated.connect(self.search)
        self._others.toggled.connect(self.search)
        self.entries.clicked_at.connect(self._click)
        self.entries.played.connect(self._play)
        self._detail.play_wanted.connect(self._play)
        player.changed.connect(self._show_playing)
        player.failed.connect(self._say_unheard)
        self.finished.connect(self._leave)

    def _list(self) -> EntryList:
        rows = EntryRows(_second, lambda voice: bool(voice.sample) and voice.sample == self._player.playing)
        return EntryList(lines(rows.height), rows)

    def _chosen_filters(self) -> Sequence[Filter]:
        return self._language, self._gender, self._years, self._style, self._origin

    def _filters(self) -> Sequence[QWidget]:
        return (self._others,)

    def _body(self) -> QHBoxLayout:
        """The filters have a line of their own, over the list."""
        body = super()._body()
        self._lines = QGridLayout()
        self._lines.setSpacing(px(8))
        self._lines.setColumnStretch(5, 1)
        self._arrange(5)
        item = body.itemAt(0)
        left = item.widget() if item else None
        column = left.layout() if left else None
        assert isinstance(column, QVBoxLayout)
        column.setContentsMargins(px(20), px(12), px(8), 0)
        column.insertLayout(0, self._lines)
        return body

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - (0 if self._detail.isHidden() else self._detail.minimumWidth()) - px(20 + 8)
        columns = next((columns for columns in (5, 3) if self._wide(columns) <= room), 2)
        self._arrange(columns)
        last = (self._others,)
        ways = (*last, *self._chosen_filters()) if columns == 5 else (*self._chosen_filters(), *last)
        for before, after in pairwise((self._search, *ways)):
            self.setTabOrder(before, after)

    def _wide(self, columns: int) -> int:
        """What the filters need, so many in a line."""
        parts = (*self._chosen_filters(), self._others)[: 5 if columns == 5 else 6]
        wide = [max(each.sizeHint().width() for each in parts[place::columns]) for place in range(columns)]
        return sum(wide) + px(8) * (columns - 1)

    def _arrange(self, columns: int) -> None:
        """The filters, so many in a line; where that makes several lines, there is room for the last one too."""
        for place, each in enumerate(self._chosen_filters()):
            self._lines.addWidget(each, place // columns, place % columns)
        if columns < 5:
            self._lines.addWidget(self._others, 5 // columns, 5 % columns)
        else:
            self._filters_line.addWidget(self._others)

    def _offer_filters(self, entries: Sequence[Entry]) -> None:
        voices = [entry for entry in entries if isinstance(entry, VoiceEntry)]
        self._language.offer(voice.language or voice.locale for voice in voices)
        self._gender.offer(voice.gender for voice in voices)
        self._years.offer(age for voice in voices for age in voice.age)
        self._style.offer(style for voice in voices for style in voice.style)

    def _clear_filters(self) -> None:
        for each in self._chosen_filters():
            each.setCurrentIndex(0)
        self._others.setChecked(True)

    def _marks(self, entry: Entry) -> frozenset[str]:
        assert isinstance(entry, VoiceEntry)
        return frozenset((
            *(("usable",) if entry.usable else ()),
            *self._language.marks(entry.language or entry.locale),
            *self._gender.marks(entry.gender),
            *self._years.marks(*entry.age),
            *self._style.marks(*entry.style),
            *self._origin.marks(_CLONED if entry.cloned else _OFFICIAL),
        ))

    def _needed(self) -> frozenset[str]:
        usable = () if self._others.isChecked() else ("usable",)
        return frozenset((*usable, *(mark for each in self._chosen_filters() for mark in each.needed())))

    def _text(self, entry: Entry) -> str:
        assert isinstance(entry, VoiceEntry)
        found = traits(entry)
        return " ".join((entry.name, entry.id, *map(str, found), *map(say, found)))

    def _facts(self, entry: Entry) -> Facts:
        assert isinstance(entry, VoiceEntry)
        tongue = f"{entry.language} ({entry.locale})" if entry.language and entry.locale else ""
        lines = (
            (tr("From"), tr("Cloned, my own") if entry.cloned else tr("Akool's voices")),
            (tr("Language"), tongue or entry.language or entry.locale or tr("not said")),
            (tr("Gender"), traits_told(entry.gender)),
            (tr("Age"), traits_told(*entry.age)),
            (tr("Style"), traits_told(*entry.style)),
        )
        return Facts(lines, self.notes(entry), sample=entry.sample)

    # hearing

    def _click(self, index: QModelIndex, place: QPoint) -> None:
        if EntryRows.hits_play(self.entries.rows.entries[index.row()], place):
            self._play()

    def _play(self) -> None:
        entry = self.entries.current()
        if isinstance(entry, VoiceEntry):
            self._hush()
            self._player.toggle(entry.sample)

    def _show_playing(self) -> None:
        self.entries.view.viewport().update()
        self._show_current()

    def _show_current(self) -> None:
        super()._show_current()
        entry = self.entries.current()
        plays = isinstance(entry, VoiceEntry) and bool(entry.sample) and entry.sample == self._player.playing
        self._detail.show_playing(plays)

    def _say_unheard(self, sentence: str) -> None:
        self._hush()
        self._unheard = Message("warning", "warning", sentence)
        self._messages.addWidget(self._unheard)
        announce(self, sentence)

    def _hush(self) -> None:
        if self._unheard:
            self._messages.removeWidget(self._unheard)
            self._unheard.hide()
            self._unheard.deleteLater()
            self._unheard = None

    def _leave(self) -> None:
        self._player.stop()
        self._player.changed.disconnect(self._show_playing)
        self._player.failed.disconnect(self._say_unheard)


def _second(entry: Entry) -> str:
    facts = listed(traits(entry)) if isinstance(entry, VoiceEntry) else None
    return say(facts) if facts else ""

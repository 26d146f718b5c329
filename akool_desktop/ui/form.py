"""The form: seven steps of rows, generated from the table, shown and hidden as the rules say."""

import time
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QUndoStack
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QWidget

from akool_desktop.session import passes, rules
from akool_desktop.session.fields import BY_KEY, FIELDS, STEPS, Field, Value
from akool_desktop.session.rules import Draft, Finding
from akool_desktop.ui.form_edit import FormEdit
from akool_desktop.ui.language import tr
from akool_desktop.ui.page import Page
from akool_desktop.ui.rows import FieldRow
from akool_desktop.ui.sections import Group, Section, column, hairline, order_tabs
from akool_desktop.ui.theme import px
from akool_desktop.words import Words

if TYPE_CHECKING:
    from akool_desktop.desk.catalogue import Catalogue
    from akool_desktop.ui.glide import Glide
    from akool_desktop.ui.pictures import Pictures
    from akool_desktop.ui.places import Shape

_TICK = 1000  # milliseconds
_WIDEST = 720
_LEAST_STEP, _LEAST_ROW = 70, 68  # pixels, without the margins and hints that some have
_NESTED = 8  # layouts, from a message in an advanced row up to the scroll area
_ORDER = {key: place for place, key in enumerate(BY_KEY)}
_KEYS = {step: tuple(field.key for field in FIELDS if field.step == step) for step in range(1, len(STEPS) + 1)}


class Form(QScrollArea):
    """Holds the draft, with what the lists tell of it. ``changed`` follows every edit; ``step_shown`` follows the
    scroll; ``choose_wanted`` names the field for which a list is to be opened.

    ``edits`` can be undone and done again. ``slots`` says of each secret whether a preset keeps it in the keyring or
    asks for it. ``noted``: time has passed, and other words are to be said of the same draft; ``aged`` goes before it
    when a token is no longer what it was.
    """

    changed = Signal()
    noted = Signal()
    aged = Signal()
    step_shown = Signal(int)
    choose_wanted = Signal(str)

    def __init__(self, height: int | None = None, parent: QWidget | None = None) -> None:
        """What shows of it down to that height; complete() adds the rest, when the window has been painted."""
        super().__init__(parent)
        self.setObjectName("form")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(px(24))  # it gives way to what tells of money
        self.draft: dict[str, Value] = {}
        self.edits = QUndoStack(self)
        self._typing = ""  # the field that has been typed into since it was entered
        self._touched: set[str] = set()
        self._catalogue: Catalogue | None = None
        self._rows: dict[str, FieldRow] = {}
        self._slots: Mapping[str, str] = {}
        self._sections: list[Section] = []
        self._is_complete = self._labels_above = self._is_low = False
        self._below: QWidget | None = None
        self._glide: Glide | None = None  # made for the first jump
        self._lay_out(height or 0)
        self._ticking = QTimer(self, interval=_TICK)
        self._ticking.timeout.connect(self._tick)
        self._noted: list[Finding] = []
        self._states: dict[str, passes.State] = {}
        self.verticalScrollBar().valueChanged.connect(self._report_step)
        self.load({})
        if height is None:
            self.complete()

    def _make_row(self, field: Field) -> FieldRow:
        row = FieldRow(field)
        row.changed.connect(lambda: self._edit(row))
        row.left.connect(lambda: self._leave(row))
        row.entered.connect(lambda: self.step_shown.emit(field.step))
        row.slot_chosen.connect(lambda: self._choose_slot(row))
        row.choose_wanted.connect(lambda: self.choose_wanted.emit(field.key))
        return row

    def _make_section(self, number: int) -> Section:
        def groups(advanced: bool) -> list[Group]:
            fields = [field for field in FIELDS if field.step == number and field.advanced is advanced]
            return [Group(list(same)) for _, same in groupby(fields, lambda field: field.when)]

        return Section(number, groups(False), groups(True))

    def _lay_out(self, height: int) -> None:
        """From the outside in: what is put into a whole is dressed once, and not at every step of the way."""
        self._content = Page()
        self.setWidget(self._content)
        self._page = Page(self._content)
        self._page.setMaximumWidth(px(_WIDEST))
        self._slack = QWidget(self._page)
        self._slack.setFixedHeight(0)
        self._tail = QWidget(self._page)
        self._column = column(self._page)
        self._column.addWidget(self._slack)
        self._column.addWidget(self._tail)
        self._column.addStretch()
        visible = rules.visible({})
        shown = [field.step for field in FIELDS if field.key in visible and not field.advanced]
        while len(self._sections) < len(STEPS) and height > 0:
            self._add_section()
            height -= px(_LEAST_STEP) + px(_LEAST_ROW) * shown.count(len(self._sections))
        self._outer = QHBoxLayout(self._content)
        self._outer.addWidget(self._page)
        self._outer.addStretch()
        self._outer.setStretch(0, 1000)

    def _add_section(self) -> None:
        section = self._make_section(len(self._sections) + 1)
        section.stand(low=self._is_low)
        if self._sections:
            self._insert(hairline())
        self._insert(section)
        self._sections.append(section)

    def _insert(self, part: QWidget) -> None:
        self._column.insertWidget(self._column.indexOf(self._tail), part)

    def complete(self) -> None:
        """Add what could not be seen at first: the steps below, and the rows that do not show."""
        if self._is_complete:
            return
        self._is_complete = True
        while len(self._sections) < len(STEPS):
            self._add_section()
        self._refresh()
        self._rows = {key: self._rows[key] for key in BY_KEY}
        order_tabs(self._sections)
        self._fit_rows()

    def _fill(self, group: Group) -> None:
        rows = [self._make_row(field) for field in group.fields]
        group.fill(rows)
        for row in rows:
            self._rows[row.field.key] = row
            row.set_value(self.draft.get(row.field.key, row.field.default))
            row.show_slot(self._slots.get(row.field.key, "keyring"))
            row.set_label_width(self._label_width())

    # the draft

    def load(self, draft: Draft) -> None:
        """Show another draft; nothing counts as touched, and nothing can be undone."""
        if self._glide:
            self._glide.stop()
        self._touched.clear()
        self.edits.clear()
        self._typing = ""
        self.show_draft(draft)

    def replace(self, draft: Draft, name: str, slots: Mapping[str, str] | None = None) -> None:
        """Show another draft in the place of this one, which can be had back: it is an edit like any other."""
        self.edits.push(FormEdit(self, name, draft, slots=slots))
        if slots is not None:
            self.show_slots(slots)
        self._touched.clear()
        self.show_draft(draft)

    def show_draft(self, draft: Draft, key: str = "") -> None:
        """Show the draft as it stands after an edit, or before it, and the field that it was made in."""
        self.draft = dict(draft)
        for row in self._rows.values():
            row.set_value(self.draft.get(row.field.key, row.field.default))
        self._refresh()
        self.changed.emit()
        if key:
            self._bring_into_view(self._rows[key])

    @property
    def slots(self) -> dict[str, str]:
        """By key, of the secrets that are set or are to be asked for."""
        rows = ((key, row.slot) for key, row in self._rows.items() if row.field.secret)
        return {key: slot for key, slot in rows if slot == "ask" or rules.value(self.draft, key) is not None}

    @property
    def chosen_slots(self) -> dict[str, str]:
        """By key, of every secret."""
        return {key: row.slot for key, row in self._rows.items() if row.field.secret}

    def show_slots(self, slots: Mapping[str, str]) -> None:
        self._slots = slots
        for key, row in self._rows.items():
            if row.field.secret:
                row.show_slot(slots.get(key, "keyring"))

    def show_kept(self, where: Mapping[str, Words]) -> None:
        """Where each secret is kept, by key."""
        if [self._rows[key].show_kept(words) for key, words in where.items()].count(True):
            self._refresh()

    def say_anew(self) -> None:
        """What is said of the rows as they stand, in the language of now."""
        self._refresh()

    def offer(self, catalogue: "Catalogue") -> None:
        """The account's lists have been read."""
        self._catalogue = catalogue
        self._refresh()

    def show_pictures(self, pictures: "Pictures") -> None:
        """Where the pictures come from that lists link to."""
        from akool_desktop.ui.pictures import Picture  # brings half of the desk along, which no first paint needs

        for row in self._rows.values():
            if row.field.list_of == "avatars":
                row.show_pictures(Picture(pictures, 64, 64))

    def put(self, key: str, found: Value) -> None:
        """What was chosen for one field."""
        self._rows[key].put(found)

    def touch_all(self) -> None:
        """Create was pressed: every problem may show."""
        self._touched.update(BY_KEY)
        self._refresh()
        self.changed.emit()

    def problems(self) -> list[Finding]:
        """The problems that may show already."""
        return [finding for finding in rules.problems(self.draft) if finding.key in self._touched]

    def notes(self) -> list[Finding]:
        """What may surprise, as of now, in screen order."""
        found = rules.notes(self.draft) + passes.notes(self.draft, time.time())
        return sorted(found, key=lambda finding: _ORDER[finding.key])

    def _edit(self, row: FieldRow) -> None:
        key = row.field.key
        found = row.input.value()
        if found == self.draft.get(key, row.field.default):
            return
        self._push(tr(row.field.label), {**self.draft, key: found}, key)
        self._typing = key
        self.draft[key] = found
        self._keep_still(row)
        self.changed.emit()

    def _push(self, name: str, after: Draft, key: str = "") -> None:
        goes_on = bool(key) and self._typing == key and BY_KEY[key].kind not in ("choice", "switch")
        self.edits.push(FormEdit(self, name, after, key=key, goes_on=goes_on))

    def _choose_slot(self, row: FieldRow) -> None:
        """The row shows already what was chosen."""
        chosen = row.slot
        after = self.chosen_slots
        row.show_slot("keyring" if chosen == "ask" else "ask")
        edit = FormEdit(self, tr("Ask me at launch"), dict(self.draft), key=row.field.key, slots=after)
        row.show_slot(chosen)
        self._typing = ""
        self.edits.push(edit)
        self.changed.emit()

    def _leave(self, row: FieldRow) -> None:
        self._typing = ""
        if row.field.key not in self._touched:
            self._touched.add(row.field.key)
            self._keep_still(self._focused_row() or row)
            self.changed.emit()

    def _focused_row(self) -> FieldRow | None:
        """The row that was clicked or tabbed to."""
        return self._row_around(QApplication.focusWidget())

    def _row_at_cursor(self) -> FieldRow | None:
        """The row that has the cursor, also behind the palette."""
        return self._row_around(self.window().focusWidget())

    def _row_around(self, focused: QWidget | None) -> FieldRow | None:
        return next((row for row in self._rows.values() if focused and row.isAncestorOf(focused)), None)

    # showing and hiding

    def _keep_still(self, row: FieldRow) -> None:
        """Refresh while the row under the pointer stays where it is.

        What no scroll position can make up for, because the page is at its top, an empty strip above does.
        """
        bar = self.verticalScrollBar()
        before = row.mapTo(self.viewport(), row.rect().topLeft()).y()
        self._refresh()
        _lay_out_now()
        wanted = bar.value() + row.mapTo(self.viewport(), row.rect().topLeft()).y() - before
        spare = max(-wanted, -self._slack.height())
        if wanted < 0 or self._slack.height():
            self._set_slack(self._slack.height() + spare)
        bar.setValue(wanted + spare)

    def _set_slack(self, height: int) -> None:
        self._slack.setFixedHeight(height)
        _lay_out_now()

    def _refresh(self) -> None:
        if self._catalogue:
            self.draft.update(self._catalogue.facts(self.draft))
        visible = rules.visible(self.draft)
        problems = {finding.key: finding.words for finding in self.problems()}
        self._noted = self.notes()
        noted = [note.key for note in self._noted]
        for section in self._sections:
            keys = _KEYS[section.number]
            section.show_counts(sum(key in problems for key in keys), sum(key in keys for key in noted))
            if section.advanced:
                section.advanced.show_state(visible, self._holds_something(section.number, visible, problems))
            for group in section.groups:
                self._show_group(section, group, visible)
        said: dict[str, list[Words]] = {}
        for note in rules.notes(self.draft):
            said.setdefault(note.key, []).append(note.words)
        for key in visible & self._rows.keys():
            row = self._rows[key]
            notes = said.get(key, [])
            notes += [doubt.words for doubt in passes.doubts(self.draft, key)]
            row.show_findings(problems.get(key), notes, rules.hint(self.draft, row.field))
            if row.field.list_of and self._catalogue:
                wanted = rules.value(self.draft, key) if rules.holds(self.draft, row.field.listed) else None
                row.show_known(self._catalogue.known(row.field.list_of, wanted))

        self._show_clocks()

    def _show_group(self, section: Section, group: Group, visible: frozenset[str]) -> None:
        shown, folds = group.fields[0].key in visible, group.fields[0].advanced and section.advanced
        if not group.rows and (self._is_complete or (shown and not (folds and not folds.is_open))):
            self._fill(group)
        group.show_as(shown)

    def _show_clocks(self) -> None:
        """Of every token that shows; while there is one, they tick."""
        now = time.time()
        clocks = {key: passes.clock(self.draft, key, now) for key, row in self._rows.items() if row.field.token}
        for key, clock in clocks.items():
            self._rows[key].show_clock(clock)
        self._states = {key: clock.state for key, clock in clocks.items() if clock}
        if self._states:
            if not self._ticking.isActive():
                self._ticking.start()
        else:
            self._ticking.stop()

    def _tick(self) -> None:
        """The clocks alone; all that is said, where a token has become another kind of token meanwhile."""
        if self.notes() == self._noted:
            self._show_clocks()
            return
        before = self._states
        self._keep_still(self._focused_row() or self._topmost_row())
        if self._states != before:
            self.aged.emit()
        self.noted.emit()

    def _topmost_row(self) -> FieldRow:
        """The first that is in view: what changes below it moves nothing that is read."""
        top = self.verticalScrollBar().value()
        rows = [row for row in self._rows.values() if row.isVisible() and self._top(row) >= top]
        return rows[0] if rows else self._rows[FIELDS[0].key]

    def _holds_something(self, step: int, visible: frozenset[str], problems: Mapping[str, Words]) -> bool:
        """Whether a value or a problem is among the step's advanced rows."""
        keys = [key for key in _KEYS[step] if BY_KEY[key].advanced and key in visible]
        return any(key in problems or rules.value(self.draft, key) is not None for key in keys)

    # getting about

    def go_to(self, key: str) -> None:
        """Bring a field into view and put the cursor into it."""
        row = self._rows[key]
        self._bring_into_view(row)
        row.focus()

    def _bring_into_view(self, row: FieldRow) -> None:
        section = self._sections[row.field.step - 1]
        if row.field.advanced and section.advanced:
            section.advanced.show_open(True)
        _lay_out_now()
        place = self._top(row)
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        if not top <= place <= top + height - row.height():
            self._scroll_to(place - height // 4)

    def explain(self) -> None:
        """What is this? Of the field that has the cursor; else of the first in view."""
        (self._row_at_cursor() or self._topmost_row()).explain()

    def focus_first(self) -> None:
        self.focus_on(FIELDS[0].key)

    def focus_on(self, key: str) -> None:
        self._rows[key].focus()

    def go_to_step(self, number: int) -> None:
        section = self._sections[number - 1]
        self._scroll_to(self._top(section))
        first = next(self._shown_rows(section), None)
        if first:
            first.focus()

    def _shown_rows(self, section: Section) -> Iterator[FieldRow]:
        visible = rules.visible(self.draft)
        return (row for key, row in self._rows.items() if key in visible and row.field.step == section.number)

    def _scroll_to(self, place: int) -> None:
        if self._glide is None:
            from akool_desktop.ui.glide import Glide

            self._glide = Glide(self.verticalScrollBar())
        self._glide.to(place)

    def _report_step(self, scrolled: int) -> None:
        if 0 < self._slack.height() <= scrolled:
            spare = self._slack.height()
            self._set_slack(0)
            self.verticalScrollBar().setValue(scrolled - spare)
            return
        if self._glide and self._glide.is_under_way:
            return  # the field that is jumped to says which step it is in, though it may not come to the top
        passed = [section.number for section in self._sections if self._top(section) <= scrolled + px(60)]
        self.step_shown.emit(passed[-1] if passed else 1)

    def _top(self, widget: QWidget) -> int:
        return widget.mapTo(self._content, widget.rect().topLeft()).y()

    def stand(self, shape: "Shape", below: QWidget | None, above: QWidget | None) -> None:
        """``below`` goes on under the last step, where the window has no room for it at the side; ``above`` comes
        before the first and scrolls away, where there is little height."""
        if self.isVisible():
            row = self._row_at_cursor() or self._topmost_row()
            QTimer.singleShot(0, self, lambda: self._come_to_rest(row))
        self._labels_above = not shape.columns
        self._is_low = shape.low
        for section in self._sections:
            section.stand(low=shape.low)
        if below and below is not self._below:
            self._insert(below)
            below.show()
        self._below = below
        if above and above.parentWidget() is not self._page:
            shown = not above.isHidden()
            self._column.insertWidget(0, above)
            above.setVisible(shown)
        self._fit_rows()

    def _come_to_rest(self, row: FieldRow) -> None:
        """When everything has its new place, what was in view is in view."""
        _lay_out_now()
        self._fit_rows()
        bar, top = self.verticalScrollBar(), self._top(row)
        if not bar.value() <= top <= bar.value() + self.viewport().height() - row.height():
            bar.setValue(top)

    def show_below(self, part: QWidget) -> None:
        """Scroll to what was just said below the steps, unless somebody is at one of them."""
        if self._below and self._below.isAncestorOf(part) and not self._focused_row():
            _lay_out_now()
            self._scroll_to(self._top(part) - px(8))
            self.step_shown.emit(len(STEPS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.width() >= px(600)
        self._outer.setContentsMargins(px(32 if wide else 24), 0, px(24), 0)
        self._fit_rows()  # first: the page is made as wide as its rows need, at least
        super().resizeEvent(event)

    def _fit_rows(self) -> None:
        for row in self._rows.values():
            if row.set_label_width(self._label_width()):
                self._tell_around(row)
        last = self._sections[-1].column.totalSizeHint().height() + px(8)
        below = self._below.sizeHint().height() if self._below else 0
        self._tail.setFixedHeight(max(0, self.contentsRect().height() - last - below))

    def _tell_around(self, row: FieldRow) -> None:
        """That it needs another width: by itself a layout tells the one around it when it is seen, and not before."""
        part: QWidget | None = row
        while part and part is not self._content:
            part.updateGeometry()
            part = part.parentWidget()

    def _label_width(self) -> int | None:
        """None: it stands above its input."""
        return None if self._labels_above else px(176 if self.width() >= px(600) else 128)


def _lay_out_now() -> None:
    """Finish the layout of the page. A layout tells the one around it by an event, and so on up to the scroll area."""
    for _ in range(_NESTED):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

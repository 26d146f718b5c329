"""The form: seven steps of rows, generated from the table, shown and hidden as the rules say."""

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from akool_desktop.session import passes, rules
from akool_desktop.session.fields import BY_KEY, FIELDS, STEPS, Field, Value
from akool_desktop.session.rules import Draft, Finding
from akool_desktop.ui.form.edit import FormEdit
from akool_desktop.ui.form.page import FormPage
from akool_desktop.ui.form.rows import FieldRow
from akool_desktop.ui.form.sections import Group, Section, order_tabs
from akool_desktop.ui.language import tr
from akool_desktop.words import Words

if TYPE_CHECKING:
    from akool_desktop.desk.catalogue import Catalogue
    from akool_desktop.ui.pictures import Pictures

_TICK = 1000  # milliseconds
_ORDER = {key: place for place, key in enumerate(BY_KEY)}
_KEYS = {step: tuple(field.key for field in FIELDS if field.step == step) for step in range(1, len(STEPS) + 1)}


class Form(FormPage):
    """Holds the draft, with what the lists tell of it. ``changed`` follows every edit; ``choose_wanted`` names the
    field for which a list is to be opened.

    ``edits`` can be undone and done again. ``slots`` says of each secret whether a preset keeps it in the keyring or
    asks for it. ``noted``: time has passed, and other words are to be said of the same draft; ``aged`` goes before it
    when a token is no longer what it was.
    """

    changed = Signal()
    noted = Signal()
    aged = Signal()
    choose_wanted = Signal(str)

    def __init__(self, height: int | None = None, parent: QWidget | None = None) -> None:
        """What shows of it down to that height; complete() adds the rest, when the window has been painted."""
        super().__init__(height or 0, parent)
        self._is_complete = False
        self.draft: dict[str, Value] = {}
        self.edits = QUndoStack(self)
        self._typing = ""  # the field that has been typed into since it was entered
        self._touched: set[str] = set()
        self._catalogue: Catalogue | None = None
        self._slots: Mapping[str, str] = {}
        self._ticking = QTimer(self, interval=_TICK)
        self._ticking.timeout.connect(self._tick)
        self._noted: list[Finding] = []
        self._states: dict[str, passes.State] = {}
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
        self._typing = ""  # or what is typed next would go on in the edit before this one
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

    def go_to(self, key: str) -> None:
        """To the field; of one that does not show, to what keeps it hidden."""
        super().go_to(rules.way_to(self.draft, key))

    def go_to_first(self) -> bool:
        """To the first field, or to the first that keeps the draft from being created: whether there is one."""
        found = rules.problems(self.draft)
        self.go_to(found[0].key if found else FIELDS[0].key)
        return bool(found)

    def notes(self) -> list[Finding]:
        """What may surprise, as of now, in screen order."""
        return self._notes_at(time.time())

    def _notes_at(self, now: float) -> list[Finding]:
        found = rules.notes(self.draft) + passes.notes(self.draft, now)
        return sorted(found, key=lambda finding: _ORDER[finding.key])

    def _edit(self, row: FieldRow) -> None:
        key = row.field.key
        found = row.input.value()
        if found == self.draft.get(key, row.field.default):
            return
        goes_on = self._typing == key and row.field.kind not in ("choice", "switch")
        after = {**self.draft, key: found}
        self.edits.push(FormEdit(self, tr(row.field.label), after, key=key, goes_on=goes_on))
        self._typing = key
        self.draft[key] = found
        self._keep_still(row, self._refresh)
        if row.field.kind == "choice":
            self.ensureWidgetVisible(row.chosen, 0, 0)  # the arrow keys lead to what is out of view
        self.changed.emit()

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
            self._keep_still(self._focused_row() or row, self._refresh)
            self.changed.emit()

    # showing and hiding

    def _refresh(self) -> None:
        if self._catalogue:
            self.draft.update(self._catalogue.facts(self.draft))
        visible, now = rules.visible(self.draft), time.time()
        problems = {finding.key: finding.words for finding in self.problems()}
        self._noted = self._notes_at(now)
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
        self._show_clocks(now)

    def _show_group(self, section: Section, group: Group, visible: frozenset[str]) -> None:
        shown, folds = group.fields[0].key in visible, group.fields[0].advanced and section.advanced
        if not group.rows and (self._is_complete or (shown and not (folds and not folds.is_open))):
            self._fill(group)
        group.show_as(shown)

    def _show_clocks(self, now: float) -> None:
        """Of every token that shows; while there is one, they tick."""
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
        now = time.time()  # read once: what the clocks say is what was noted
        if self._notes_at(now) == self._noted:
            self._show_clocks(now)
            return
        before = self._states
        self._keep_still(self._focused_row() or self._topmost_row(), self._refresh)
        if self._states != before:
            self.aged.emit()
        self.noted.emit()

    def _holds_something(self, step: int, visible: frozenset[str], problems: Mapping[str, Words]) -> bool:
        """Whether a value or a problem is among the step's advanced rows."""
        keys = [key for key in _KEYS[step] if BY_KEY[key].advanced and key in visible]
        return any(key in problems or rules.value(self.draft, key) is not None for key in keys)

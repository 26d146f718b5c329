"""The table of words and how to say them."""

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from akool_desktop.session.fields import Field, Value
from akool_desktop.ui.controls.icons import IconButton
from akool_desktop.ui.language import tr
from akool_desktop.ui.theme import px, set_state

_AT_FIRST = 50  # rows: of thousands, each made and laid out, the window would stand still for a minute


class _Pair(QWidget):
    """One row: the word, an arrow, how to say it, and a button that takes the row away."""

    changed = Signal()
    removed = Signal()

    def __init__(self, word: str = "", said: str = "") -> None:
        super().__init__()
        self.word, self.said = QLineEdit(word), QLineEdit(said)
        self.remove = IconButton("clear", tr("Remove this word"), words=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        for edit, name in ((self.word, tr("Word")), (self.said, tr("Say it as"))):
            edit.setPlaceholderText(name)
            edit.setAccessibleName(name)
            edit.textEdited.connect(self.changed)
        layout.addWidget(self.word, 1)
        layout.addWidget(QLabel("→"))
        layout.addWidget(self.said, 1)
        layout.addWidget(self.remove)
        self.remove.clicked.connect(self.removed)

    def show_pair(self, word: str, said: str) -> None:
        self.word.setText(word)
        self.said.setText(said)

    def pair(self) -> tuple[str, str]:
        return self.word.text(), self.said.text()


class PairsInput(QWidget):
    """Rows of word → say it as, the first of them; more are there when they are wanted. A row with nothing in it counts
    as no row.
    """

    changed = Signal()

    def __init__(self, _field: Field) -> None:
        super().__init__()
        self._pairs: list[_Pair] = []
        self._rest: tuple[tuple[str, str], ...] = ()  # what has no row yet
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(8))
        self._add_button = IconButton("plus", tr("Add a word"))
        self._add_button.clicked.connect(self._add_empty)
        self._more_button = IconButton("chevron-down", tr("Show more words"))
        self._more_button.clicked.connect(self._show_more)
        self._more_button.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addLayout(self._rows)
        buttons = QHBoxLayout()
        buttons.addWidget(self._add_button)
        buttons.addWidget(self._more_button)
        buttons.addStretch()
        layout.addLayout(buttons)
        self.setFocusProxy(self._add_button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def value(self) -> Value:
        return tuple(filter(any, (*(pair.pair() for pair in self._pairs), *self._rest))) or None

    def set_value(self, found: Value) -> None:
        """In the rows that are there: of a thousand words, to make them all anew takes seconds."""
        if found == self.value():
            return
        rows = max(len(self._pairs), _AT_FIRST)
        whole = _wrong_first(found if isinstance(found, tuple) else (), rows)
        wanted = whole[:rows]
        self._keep(whole[rows:])
        for pair, (word, said) in zip(self._pairs, wanted, strict=False):
            pair.show_pair(word, said)
        for pair in self._pairs[len(wanted) :]:
            self._remove(pair)
        for word, said in wanted[len(self._pairs) :]:
            self._add(_Pair(word, said))

    def _keep(self, rest: tuple[tuple[str, str], ...]) -> None:
        self._rest = rest
        self._more_button.setVisible(bool(rest))

    def _show_more(self) -> None:
        """As many again as there are: a few presses are enough for all, and none of them makes thousands at once."""
        first, count = len(self._pairs), max(len(self._pairs), _AT_FIRST)
        for word, said in self._rest[:count]:
            self._add(_Pair(word, said))
        self._keep(self._rest[count:])
        self._pairs[first].word.setFocus()

    def show_problem(self, wrong: bool) -> None:
        for pair in self._pairs:
            for edit in (pair.word, pair.said):
                set_state(edit, "state", "problem" if wrong and not edit.text().strip() else "")

    def _add_empty(self) -> None:
        pair = _Pair()
        self._add(pair)
        pair.word.setFocus()

    def _add(self, pair: _Pair) -> None:
        pair.changed.connect(self.changed)
        pair.removed.connect(lambda: self._remove_by_hand(pair))
        before = self._pairs[-1].remove if self._pairs else self._before_button()
        self._pairs.append(pair)
        self._rows.addWidget(pair)
        for after in (pair.word, pair.said, pair.remove, self._add_button):
            QWidget.setTabOrder(before, after)  # what is added later would come last in the window
            before = after

    def _before_button(self) -> QWidget:
        """What Tab leaves for the button: the last one in the chain that takes the focus itself."""
        widget: QWidget | None = self._add_button.previousInFocusChain()
        while widget and (widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy()):
            widget = widget.previousInFocusChain()
        return widget or self._add_button

    def _remove_by_hand(self, pair: _Pair) -> None:
        self._remove(pair)
        self._add_button.setFocus()
        self.changed.emit()

    def _remove(self, pair: _Pair) -> None:
        self._pairs.remove(pair)
        self._rows.removeWidget(pair)
        pair.hide()
        pair.deleteLater()


def _wrong_first(found: tuple[tuple[str, str], ...], rows: int) -> tuple[tuple[str, str], ...]:
    """Where not all have a row: what lacks its half or stands there twice has one."""
    if len(found) <= rows:
        return found
    times = Counter(word.strip() for word, _ in found)
    return tuple(sorted(found, key=lambda pair: all(map(str.strip, pair)) and times[pair[0].strip()] == 1))

"""The table of words and how to say them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from akool_desktop.session.fields import Field, Value
from akool_desktop.ui.icons import IconButton
from akool_desktop.ui.language import tr
from akool_desktop.ui.theme import px, set_state


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
    """Rows of word → say it as. A row with nothing in it counts as no row."""

    changed = Signal()

    def __init__(self, _field: Field) -> None:
        super().__init__()
        self._pairs: list[_Pair] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(8))
        self._add_button = IconButton("plus", tr("Add a word"))
        self._add_button.clicked.connect(self._add_empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addLayout(self._rows)
        buttons = QHBoxLayout()
        buttons.addWidget(self._add_button)
        buttons.addStretch()
        layout.addLayout(buttons)
        self.setFocusProxy(self._add_button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def value(self) -> Value:
        return tuple(pair.pair() for pair in self._pairs if any(pair.pair())) or None

    def set_value(self, found: Value) -> None:
        """In the rows that are there: of a thousand words, to make them all anew takes seconds."""
        if found == self.value():
            return
        wanted = found if isinstance(found, tuple) else ()
        for pair, (word, said) in zip(self._pairs, wanted, strict=False):
            pair.show_pair(word, said)
        for pair in self._pairs[len(wanted) :]:
            self._remove(pair)
        for word, said in wanted[len(self._pairs) :]:
            self._add(_Pair(word, said))

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

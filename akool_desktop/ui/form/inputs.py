"""One input for each kind of field.

Each has ``changed`` (the operator set it), ``value()``, ``set_value()``, ``show_problem()`` and carries its field's
key as object name. A value that does not parse is handed on as the text it is: the rules say what is wrong with it,
nothing is lost.
"""

import re
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QSignalBlocker, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from akool_desktop.session.fields import Choice, Field, Value
from akool_desktop.ui.controls.inner_signs import dot
from akool_desktop.ui.controls.painted import ChoiceRow, Segment, Switch
from akool_desktop.ui.form.pairs import PairsInput
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.theme import px, set_state
from akool_desktop.words import Words

_LONGEST = 30  # signs that may be a number; Python refuses to read one of thousands of digits


class Input(Protocol):
    """What a form row needs of its input, which is itself a QWidget."""

    @property
    def changed(self) -> SignalInstance: ...
    def value(self) -> Value: ...
    def set_value(self, found: Value) -> None: ...
    def show_problem(self, wrong: bool) -> None: ...


class _Outlined:
    """Inputs whose own outline shows a problem."""

    def show_problem(self: "QWidget", wrong: bool) -> None:  # type: ignore[misc]
        set_state(self, "state", "problem" if wrong else "")


class TextInput(_Outlined, QLineEdit):
    changed = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.setPlaceholderText(tr(field.example or ("" if field.required else "not sent")))
        self.textChanged.connect(self.changed)  # not textEdited: walking through suggestions sets the text as well

    def value(self) -> Value:
        return self.text() or None

    def set_value(self, found: Value) -> None:
        text = "" if found is None else str(found)
        if text != self.text():
            typed = self.isModified() and self.hasFocus()
            with QSignalBlocker(self):
                self.setText(text)
            self.setModified(typed)
            if not typed:
                self.setCursorPosition(0)  # a long one shows how it begins


class SecretInput(TextInput):
    """Dots, with a lock; or the text, while it is revealed."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        dot(self)

    def reveal(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


class NumberInput(_Outlined, QAbstractSpinBox):
    """A number, or nothing: then it is not sent. Arrows step from the middle of the bounds, or from the low one."""

    changed = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._field = field
        self.lineEdit().setTextMargins(px(11), 0, 0, 0)
        self.lineEdit().setPlaceholderText(tr("" if field.required else "not sent"))
        self.lineEdit().textEdited.connect(self.changed)
        self.setFixedSize(px(140), px(32))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def value(self) -> Value:
        text = self.lineEdit().text().strip()
        return _number(text, whole=self._field.kind == "whole") if text else None

    def set_value(self, found: Value) -> None:
        self.lineEdit().setText("" if found is None else self._written(found))

    def _written(self, found: Value) -> str:
        return f"{found:.2f}" if isinstance(found, float) and found == round(found, 2) else str(found)

    def _start(self) -> float:
        low, high = self._field.low or 0, self._field.high
        return low if high is None else (low + high) / 2

    def stepBy(self, steps: int) -> None:
        now = self.value()
        low, high, increment = self._field.low, self._field.high, self._field.increment
        if isinstance(now, (int, float)):
            moved = round(now + steps * increment, 2)
            moved = max(moved, low if low is not None else moved)
            moved = min(moved, high if high is not None else moved)
        else:
            moved = self._start()
        self.set_value(moved if self._field.kind == "number" else int(moved))
        self.changed.emit()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        return QAbstractSpinBox.StepEnabledFlag.StepUpEnabled | QAbstractSpinBox.StepEnabledFlag.StepDownEnabled

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the form must not change what will be booked."""
        event.ignore()


class LengthInput(NumberInput):
    """Minutes and seconds. A number alone counts minutes."""

    def value(self) -> Value:
        text = self.lineEdit().text().strip()
        if not text:
            return None
        if len(text) > _LONGEST:
            return text
        minutes, colon, seconds = text.partition(":")
        if minutes.isdecimal() and (seconds.isdecimal() and len(seconds) == 2 and int(seconds) < 60):
            return int(minutes) * 60 + int(seconds)
        return int(minutes) * 60 if minutes.isdecimal() and not colon else text

    def _written(self, found: Value) -> str:
        return f"{found // 60}:{found % 60:02}" if isinstance(found, int) else str(found)

    def _start(self) -> float:
        return 600

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.set_value(self.value())


class ListInput(_Outlined, QComboBox):
    changed = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        for choice in field.choices:
            words = Words("{choice}: {sentence}", choice=Words(choice.label), sentence=Words(choice.sentence))
            said = say(words) if choice.sentence else tr(choice.label)
            self.addItem(said, choice.value)
        self.activated.connect(self.changed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)  # its longest choice would push the form out of the smallest window
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def value(self) -> Value:
        found: Value = self.currentData()
        return found

    def set_value(self, found: Value) -> None:
        index = next((index for index in range(self.count()) if self.itemData(index) == found), -1)
        if index < 0:
            self.addItem(str(found), found)
            index = self.count() - 1
        self.setCurrentIndex(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class SwitchInput(Switch):
    changed = Signal()

    def __init__(self, _field: Field) -> None:
        super().__init__()
        self.toggled.connect(self.changed)

    def value(self) -> Value:
        return self.isChecked()

    def set_value(self, found: Value) -> None:
        with QSignalBlocker(self):
            self.setChecked(bool(found))
        self.update()

    def show_problem(self, wrong: bool) -> None:
        pass


class _ButtonsInput(QFrame):
    """Choices that are all in view: one of several buttons."""

    changed = Signal()

    def __init__(self, choices: tuple[Choice, ...], button: Callable[[Choice, int, int], QRadioButton]) -> None:
        super().__init__()
        self._choices = choices
        self._buttons = QButtonGroup(self)
        self.setProperty("box", "choices")
        for place, choice in enumerate(choices):
            made = button(choice, place, len(choices))
            made.setAccessibleDescription(tr(choice.sentence))
            self._buttons.addButton(made, place)
        self._buttons.idClicked.connect(self._choose)

    def _choose(self, place: int) -> None:
        self.setFocusProxy(self._buttons.button(place))
        self.changed.emit()

    def _lay_out(self, layout: QHBoxLayout | QVBoxLayout) -> None:
        layout.setContentsMargins(0, 0, 0, 0)  # its outline is around them
        layout.setSpacing(0)
        for button in self._buttons.buttons():
            layout.addWidget(button)

    def value(self) -> Value:
        return self._choices[self._buttons.checkedId()].value

    def set_value(self, found: Value) -> None:
        for place, choice in enumerate(self._choices):
            if choice.value == found:
                button = self._buttons.button(place)
                button.setChecked(True)
                self.setFocusProxy(button)
                if any(other.hasFocus() for other in self._buttons.buttons()):
                    button.setFocus(Qt.FocusReason.OtherFocusReason)  # else the space bar would take the other one

    def show_problem(self, wrong: bool) -> None:
        pass


class BoxInput(_ButtonsInput):
    """Choices that need a sentence each: rows in one box."""

    def __init__(self, field: Field) -> None:
        super().__init__(field.choices, lambda choice, place, count: ChoiceRow(
            tr(choice.label), tr(choice.sentence), first=place == 0, last=place == count - 1
        ))
        self._lay_out(QVBoxLayout(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class SegmentsInput(_ButtonsInput):
    """Two or three short choices side by side."""

    def __init__(self, field: Field) -> None:
        super().__init__(field.choices, lambda choice, place, count: Segment(
            tr(choice.label), first=place == 0, last=place == count - 1
        ))
        self._lay_out(QHBoxLayout(self))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


def _choice_input(field: Field) -> QWidget:
    if all(choice.sentence for choice in field.choices):
        return BoxInput(field)
    return ListInput(field) if field.choices[0].value is None else SegmentsInput(field)


def _number(text: str, *, whole: bool) -> Value:
    """The number that the text says, or the text. A decimal comma counts as a point."""
    written = text.replace(",", ".")
    if len(written) > _LONGEST or not re.fullmatch(r"-?\d+" if whole else r"-?\d*\.?\d+", written, re.ASCII):
        return text
    return int(written) if whole else float(written)


_INPUTS: dict[str, Callable[[Field], QWidget]] = {
    "text": TextInput,
    "url": TextInput,
    "secret": SecretInput,
    "number": NumberInput,
    "whole": NumberInput,
    "length": LengthInput,
    "choice": _choice_input,
    "switch": SwitchInput,
    "pairs": PairsInput,
}


def make_input(field: Field) -> QWidget:
    """The input for a field. What comes back is also an Input."""
    made = _INPUTS[field.kind](field)
    made.setObjectName(field.key)
    return made


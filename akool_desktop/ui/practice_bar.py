"""The banner that says plainly that this is practice, and lets it fail on purpose."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from akool_desktop.ui.controls.icons import Icon
from akool_desktop.ui.controls.menus import begin_at_first
from akool_desktop.ui.keyboard.commands import Command
from akool_desktop.ui.keyboard.mnemonics import prefer
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.places import Shape, keep_size
from akool_desktop.ui.theme import font, px, set_font
from akool_desktop.words import Words


class Failure(Protocol):
    """A way to fail that the practice service knows."""

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def sentence(self) -> str: ...
    @property
    def kind(self) -> str: ...


class Practice(Protocol):
    """What the banner needs of the practice service."""

    @property
    def failing(self) -> str | None: ...
    def fail_next(self, name: str | None) -> None: ...


class PracticeBar(QWidget):
    account_wanted = Signal()

    def __init__(self, practice: Practice, failures: Sequence[Failure]) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._practice, self._failures = practice, failures
        title = QLabel(tr("Practice"))
        title.setFont(font("strong"))
        self._sentence = QLabel()
        self._fail_button = _link(tr("Make it fail…"))
        self._fail_button.setMenu(begin_at_first(self._make_menu()))
        self._stop_button = _link(tr("Do not fail"))
        self._stop_button.clicked.connect(lambda: self._fail(None))
        self._account_button = _link(tr("Use an Akool account…"))
        self._account_button.clicked.connect(self.account_wanted)
        for button, letter in ((self._fail_button, "F"), (self._stop_button, "F"), (self._account_button, "L")):
            prefer(button, letter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(18), 0, px(16), 0)
        layout.setSpacing(px(10))
        layout.addWidget(Icon("practice", "accent"))
        layout.addWidget(title)
        layout.addWidget(self._sentence, 1)
        for button in (self._stop_button, self._fail_button, self._account_button):
            layout.addWidget(button)
        self.refresh()

    def stand(self, shape: Shape) -> None:
        """Without room for all of it on one line; the account can be had from the top bar too."""
        has_room = shape.columns
        keep_size(self, (None, shape.banner))
        self._account_button.setVisible(has_room)
        set_font(self._sentence, font("body" if has_room else "caption"))
        self._sentence.setWordWrap(not has_room)

    def refresh(self) -> None:
        """Say what the next create will do; the service takes a failure back once it has happened."""
        failing = next((failure for failure in self._failures if failure.name == self._practice.failing), None)
        shown, gone = self._fail_button, self._stop_button
        if failing:
            shown, gone = gone, shown
            self._sentence.setText(say(Words("At the next Create session: {failure}.", failure=Words(failing.label))))
        else:
            self._sentence.setText(tr("Nothing is sent to Akool, nothing is spent."))
        self._sentence.setToolTip(tr(failing.sentence) if failing else "")
        shown.show()
        if gone.hasFocus():
            shown.setFocus()  # the one beside them leads to an account
        gone.hide()

    def commands(self) -> list[Command]:
        """What it offers, from anywhere in the window: nothing on another account."""
        if self.isHidden():
            return []
        if self._practice.failing:
            return [Command(Words("Do not fail"), self._stop_button.click)]
        return [Command(Words("Make it fail…"), self._open_menu)]

    def _open_menu(self) -> None:
        below = self._fail_button.rect().bottomLeft()
        self._fail_button.menu().popup(self._fail_button.mapToGlobal(below))

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        kinds = {
            "refusal": menu.addMenu(tr("Akool refuses")),
            "foreign": menu.addMenu(tr("Akool refuses, by a code of its other services")),
            "mishap": menu.addMenu(tr("Something else goes wrong")),
        }
        for failure in self._failures:
            kind = kinds[failure.kind]
            kind.setToolTipsVisible(True)
            action = kind.addAction(tr(failure.label))
            action.setToolTip(tr(failure.sentence))
            action.triggered.connect(lambda _=False, name=failure.name: self._fail(name))
        return menu

    def _fail(self, name: str | None) -> None:
        self._practice.fail_next(name)
        self.refresh()


def _link(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("kind", "link")
    return button

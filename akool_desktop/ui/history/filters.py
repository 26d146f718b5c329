"""The filters of History: how a session stands or ended, and whose it is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from akool_desktop.store.entry import State
from akool_desktop.ui.hearing import name_list
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.sessions.looks import account_of
from akool_desktop.ui.theme import px
from akool_desktop.words import marked

_STATES: tuple[tuple[str, tuple[State, ...]], ...] = (
    (marked("All states"), ()),
    (marked("Ended, confirmed"), (State.ENDED,)),
    (marked("Failed or not started"), (State.FAILED, State.NOT_STARTED)),
    (marked("Still open"), tuple(state for state in State if not state.over)),
)


class HistoryFilters(QWidget):
    """``changed`` follows when the operator chooses."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._states, self._accounts = _list(), _list()
        for label, states in _STATES:
            self._states.addItem(tr(label), states)
        self._accounts.addItem(tr("All accounts"), "")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(8))
        for shown, name in ((self._states, tr("State")), (self._accounts, tr("Account"))):
            line.addWidget(shown)
            name_list(shown, name)
            shown.activated.connect(self.changed)
        line.addStretch()

    @property
    def states(self) -> tuple[State, ...]:
        """None of them: all."""
        return tuple(self._states.currentData())

    @property
    def account_id(self) -> str:
        """Empty: all."""
        return str(self._accounts.currentData())

    def clear(self) -> None:
        self._states.setCurrentIndex(0)
        self._accounts.setCurrentIndex(0)

    def offer_accounts(self, accounts: Sequence[tuple[str, str]]) -> None:
        """Their ids and names; what was chosen stays chosen."""
        chosen = self._accounts.currentData()
        while self._accounts.count() > 1:
            self._accounts.removeItem(1)
        for account_id, name in accounts:
            self._accounts.addItem(say(account_of(name)), account_id)
        self._accounts.setCurrentIndex(max(0, self._accounts.findData(chosen)))


def _list() -> QComboBox:
    made = QComboBox()
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    made.setMinimumWidth(px(150))
    made.setMaximumWidth(px(220))
    return made

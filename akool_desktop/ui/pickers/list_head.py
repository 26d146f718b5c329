"""What is said of an account's list above it: how many it shows, how old it is, why it could not be read anew."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from akool_desktop.desk.catalogue import Listing, moment
from akool_desktop.ui.controls.icons import IconButton
from akool_desktop.ui.controls.layouts import clear
from akool_desktop.ui.controls.messages import Message, muted_label
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.theme import px
from akool_desktop.words import Words

_REST = 5000  # milliseconds until the list can be read anew by hand once more


class ListHead(QWidget):
    """``refresh_wanted`` asks for the list to be read anew."""

    refresh_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._listing: Listing | None = None
        self._reads = False
        self._count, self._age = muted_label(" "), muted_label(" ")
        self._age.setWordWrap(False)
        self._refresh_button = IconButton("again", tr("Read the list anew"), words=False, kind="bare")
        self._refresh_button.clicked.connect(self.refresh)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._show_age)
        self._warned = ""
        said, self._lines = QHBoxLayout(), QVBoxLayout(self)
        said.addWidget(self._count, 1)
        said.addWidget(self._age)
        said.addWidget(self._refresh_button)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(px(8))
        self._lines.addLayout(said)

    def show_listing(self, listing: Listing | None, *, reads: bool) -> None:
        """None was read yet; or it is being read anew now."""
        self._listing, self._reads = listing, reads
        self._show_age()
        self._warn(listing.failed if listing else None)

    def show_count(self, words: Words | None) -> None:
        self._count.setText(say(words) if words else "")

    @property
    def count(self) -> str:
        return self._count.text()

    def refresh(self) -> None:
        """By hand, and not more often than the account's server may like."""
        if self._rest.isActive() or self._reads:
            return
        self._rest.start()
        self.refresh_wanted.emit()

    def _show_age(self) -> None:
        self._refresh_button.setEnabled(not self._reads and not self._rest.isActive())
        if self._reads:
            self._age.setText(tr("Reading…"))
        else:
            listing = self._listing
            self._age.setText(say(Words("List read {when}", when=moment(listing.read_at))) if listing else "")
        self._age.setVisible(bool(self._age.text()))

    def _warn(self, failed: Words | None) -> None:
        text = say(Words("This is the list as it was read last. {reason}", reason=failed)) if failed else ""
        if text != self._warned:
            self._warned = text
            clear(self._lines, 1)
            if text:
                self._lines.addWidget(Message("warning", "warning", text))

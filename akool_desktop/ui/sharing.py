"""Screen sharing: one switch, and nothing that is painted from then on shows a secret, a link or an account's name.

While it is on, every widget's words go past here before they are painted, shown or pointed at, so that no panel has to
think of it. What is behind them stays as it is: what is copied, saved and sent is the real thing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from akool_desktop.session.fields import BY_KEY
from akool_desktop.store.redaction import SECRETS
from akool_desktop.ui.controls.icons import IconButton
from akool_desktop.ui.language import tr
from akool_desktop.ui.masking import masked, masking
from akool_desktop.ui.theme import colour
from akool_desktop.ui.words_shown import words_on

_BEFORE = (QEvent.Type.Show, QEvent.Type.Paint, QEvent.Type.ToolTip, QEvent.Type.WindowTitleChange)
_UNSEEN_EVERY = 1_000  # milliseconds: what is only read aloud
_NORMAL, _PASSWORD = QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password


class SharingSign(IconButton):
    """The sign that it is on, which turns it off; there is none while it is off."""

    changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__("lock", tr("Hidden for screen sharing"), token="accent")
        self.setToolTip(
            tr("Secrets, links and account names are hidden. Copying still copies the real thing. Press to show them.")
        )
        self.clicked.connect(self.toggle)
        self.hide()

    @property
    def on(self) -> bool:
        return masking.on

    def toggle(self) -> None:
        self.turn(not self.on)
        self.changed.emit(self.on)

    def turn(self, on: bool) -> None:
        hide_from_audience(on)
        self.setVisible(on)


def hide_from_audience(on: bool) -> None:
    """Before the first paint, where it was on when the program was left: whoever restarts on a stage is still on it."""
    if on != masking.on:
        _mask().turn(on)


@contextmanager
def words_behind() -> Iterator[None]:
    """What the widgets really say, while nothing is painted: another language finds its sentences."""
    on = masking.on
    hide_from_audience(False)
    try:
        yield
    finally:
        hide_from_audience(on)


@cache
def _mask() -> "_Mask":
    return _Mask()


class _Mask(QObject):
    """Remembers what it has hidden, to bring it back where nobody has said anything else meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self._hidden: WeakKeyDictionary[QObject, dict[str, tuple[str, str]]] = WeakKeyDictionary()
        self._dotted: WeakKeyDictionary[QLineEdit, QLineEdit.EchoMode] = WeakKeyDictionary()
        self._timer = QTimer(self, interval=_UNSEEN_EVERY)
        self._timer.timeout.connect(self._hide_all)

    def turn(self, on: bool) -> None:
        app = QApplication.instance()
        assert app
        masking.on = on
        if on:
            app.installEventFilter(self)
            self._timer.start()
            self._hide_all()
            self._hide_all()  # once more: the first time has learnt servers from links
        else:
            app.removeEventFilter(self)
            self._timer.stop()
            self._bring_back()
        for widget in QApplication.allWidgets():
            QWidget.update(widget)  # a list's own, in PySide 6.8, wants an index

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _BEFORE or not isinstance(watched, QWidget):
            return False
        changed = self._hide(watched)
        painted = event.type() == QEvent.Type.Paint
        if painted and _is_telling(watched):
            _paint_cover(watched)
            return True
        return changed and painted  # it is painted anew, with what it says now

    def _hide_all(self) -> None:
        for widget in QApplication.allWidgets():
            self._hide(widget)

    def _hide(self, widget: QWidget) -> bool:
        """Whether that changed anything."""
        changed = False
        for thing, name, text, put in words_on(widget):
            if (hidden := masked(text)) != text:
                self._hidden.setdefault(thing, {})[name] = (text, hidden)
                put(hidden)
                changed = True
        return (isinstance(widget, QLineEdit) and self._dot(widget)) or changed

    def _dot(self, edit: QLineEdit) -> bool:
        """A field that can be typed in: its text stays, and shows as dots."""
        text, field = edit.text(), BY_KEY.get(edit.objectName())
        link = field is not None and field.kind == "url"
        if link:
            masking.learn_link(text)
        wanted = bool(text) and (link or masked(text) != text)
        if wanted and edit.echoMode() == _NORMAL:
            if SECRETS.clean(text) == text:  # a secret was dots before, and is again
                self._dotted[edit] = _NORMAL
            edit.setEchoMode(_PASSWORD)
            return True
        if not wanted and edit in self._dotted:
            edit.setEchoMode(self._dotted.pop(edit))
        return False

    def _bring_back(self) -> None:
        for widget in QApplication.allWidgets():
            for thing, name, now, put in words_on(widget):
                text, hidden = self._hidden.get(thing, {}).get(name, ("", ""))
                if now == hidden:
                    put(text)
        for edit, mode in list(self._dotted.items()):
            edit.setEchoMode(mode)
        self._hidden.clear()
        self._dotted.clear()


def _is_telling(widget: QWidget) -> bool:
    """A page of text, or a picture that stands for a link, painted by its widget as a whole.

    What is pasted from anywhere may hold secrets that nobody knows yet, so no word of it shows.
    """
    page = widget.parentWidget()
    if isinstance(page, QPlainTextEdit | QTextEdit) and widget is page.viewport():
        text = page.toPlainText()
        return masked(text) != text or bool(text and page.property("from_anywhere"))
    link = widget.property("stands_for") if isinstance(widget, QLabel) else None
    return link is not None and masked(link) != link


def _paint_cover(widget: QWidget) -> None:
    painter = QPainter(widget)
    painter.fillRect(widget.rect(), colour("raised"))
    painter.setPen(colour("muted"))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(widget.rect(), flags, tr("Hidden for screen sharing"))
    painter.end()

"""Where the Presets panel is: beside the form, or over it where the window has no room."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from akool_desktop.ui.keyboard.commands import Command
from akool_desktop.ui.keyboard.keys import INSIDE, on_key
from akool_desktop.ui.presets.acts import PANEL_ACTS, ROW_ACTS
from akool_desktop.ui.presets.panel import PresetPanel
from akool_desktop.ui.topbar import TopBar
from akool_desktop.words import Words

_COMMANDS_ALREADY = ("open", "save as", "paste", "import")


class PresetsPlace(QObject):
    """``folded`` says whether the operator has put the panel away; ``changed`` follows when they do, or undo it."""

    changed = Signal()

    def __init__(self, window: QWidget, panel: PresetPanel, body: QHBoxLayout, topbar: TopBar, *, folded: bool) -> None:
        super().__init__(window)
        self._window, self._panel, self._body, self._topbar = window, panel, body, topbar
        self.folded = folded
        self._has_room: bool | None = None
        self._was_at: QWidget | None = None
        panel.fold_wanted.connect(self._fold)
        panel.opened.connect(lambda _: self._leave())
        topbar.presets_wanted.connect(self.toggle)
        on_key("Esc", panel, self._leave, INSIDE)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def fit(self, *, has_room: bool) -> None:
        """The window has another size."""
        if has_room != self._has_room:
            self._has_room = has_room
            if has_room:
                self._body.insertWidget(0, self._panel)
            else:
                self._body.removeWidget(self._panel)
            self._show(has_room and not self.folded)
        elif not has_room:
            self._lift()

    def toggle(self) -> None:
        if self._has_room:
            self._fold()
        else:
            self._show(not self._panel.isVisible())
            if self._panel.isVisible():
                self._panel.focus_search()

    def search(self) -> None:
        """Bring the panel up with the cursor in its search."""
        if self._panel.isHidden():
            self.toggle()
        self._panel.focus_search()

    def commands(self) -> list[Command]:
        """What its menus offer, from anywhere in the window."""
        acts = [(act, words) for act, words in (*ROW_ACTS, *PANEL_ACTS) if act not in _COMMANDS_ALREADY]
        return [Command(Words("Preset: {act}", act=Words(words)), partial(self._act, act)) for act, words in acts]

    def _act(self, act: str) -> None:
        """With the chosen preset; where none is, one is to be found first."""
        if not self._panel.ask(act):
            self.search()

    def _fold(self) -> None:
        if self._has_room:
            self.folded = not self.folded
            self._show(not self.folded)
            self.changed.emit()
        else:
            self._leave()

    def _leave(self) -> None:
        """Over the form it goes when it has been of use, and the cursor goes back to where it was."""
        if not self._has_room and self._panel.isVisible():
            had_cursor = self._panel.isAncestorOf(QApplication.focusWidget() or self._window)
            self._show(False)
            if had_cursor and self._was_at:
                self._was_at.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, shown: bool) -> None:
        if shown:
            self._was_at = QApplication.focusWidget()
        self._panel.setVisible(shown)
        self._topbar.show_presets_button(not self._has_room or not shown)
        if shown and not self._has_room:
            self._lift()

    def _lift(self) -> None:
        """Over what it covers, but neither over the practice banner nor over the strip where money runs."""
        body = self._body.geometry()
        self._panel.setGeometry(body.x(), body.y(), self._panel.width(), body.height())
        self._panel.raise_()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Whoever goes on in the form does not want it over the form."""
        if now is None or now.window() is not self._window.window():
            return
        within = now is self._panel or self._panel.isAncestorOf(now)
        if not within and self._panel.isVisible():
            self._leave()

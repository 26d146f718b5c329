"""The program in front of a person: put together as app.py does it, driven by clicks and keys.

Things are found as a person finds them: an input by its field's key (object name) or its label (the label's buddy),
a button by the words on it.
"""

import asyncio
import json
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from akool_desktop.desk.accounts import AccountDesk
from akool_desktop.desk.clock import Clock
from akool_desktop.desk.lists import Lists
from akool_desktop.desk.network import NetworkDesk
from akool_desktop.desk.presets import PresetDesk
from akool_desktop.desk.sessions import SessionDesk
from akool_desktop.desk.strays import Strays
from akool_desktop.paths import folders, resource
from akool_desktop.practice.failures import FAILURES
from akool_desktop.practice.service import PracticeService
from akool_desktop.session.fields import Value
from akool_desktop.store.accounts import AccountBook, check_base_url
from akool_desktop.store.drafts import Drafts
from akool_desktop.store.file_cache import FileCache
from akool_desktop.store.history import History
from akool_desktop.store.ledger import Ledger
from akool_desktop.store.list_cache import ListCache
from akool_desktop.store.network import NetworkFile
from akool_desktop.store.presets import PresetFolder
from akool_desktop.store.settings import SettingsFile
from akool_desktop.store.vault import Vault
from akool_desktop.ui.controls.fold_button import FoldButton
from akool_desktop.ui.form.form import Form
from akool_desktop.ui.opening import Opening
from akool_desktop.ui.tasks import Tasks
from akool_desktop.ui.window import Window

AVATAR = "dvp_Tristan_cloth2_1080P"
KEY = "planted-key-5f3a91"

_PATIENCE = 25.0  # seconds until a test gives up waiting

_Widget = TypeVar("_Widget", bound=QWidget)


async def until(holds: Callable[[], object], what: str | Callable[[], str] = "") -> None:
    """Let the program go on until something holds; ``what`` is said of a wait in vain, after it."""
    deadline = asyncio.get_running_loop().time() + _PATIENCE
    while not holds():
        if asyncio.get_running_loop().time() > deadline:
            raise AssertionError(f"waited in vain {what if isinstance(what, str) else what()}")
        await asyncio.sleep(0.002)


def settle() -> None:
    """Let Qt lay out and show what has changed; what a timer put there among it, which shows a turn later.

    Where the loop runs, timers and sockets come while the test awaits.
    """
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents()


def cursor() -> QWidget:
    """The widget that has the cursor."""
    found = QApplication.focusWidget()
    assert found, "nothing has the cursor"
    return found


class Screen:
    """Hands and eyes for one widget: a window, a dialog, a panel."""

    def __init__(self, top: QWidget) -> None:
        self.top = top

    # finding

    def field(self, key: str) -> QWidget:
        """The input of a field."""
        found = self.top.findChild(QWidget, key)
        assert isinstance(found, QWidget), f"no input named {key}"
        return found

    def row(self, key: str) -> QWidget:
        return self.field(f"row {key}")

    def labelled(self, words: str) -> QWidget:
        """The input whose label says this, whether it shows or not."""
        found = [label.buddy() for label in self.all(QLabel) if label.text() == words and label.buddy()]
        assert len(found) == 1, f"{len(found)} inputs are labelled {words}"
        return found[0]

    def all(self, kind: type[_Widget]) -> list[_Widget]:
        return list(self.top.findChildren(kind))

    def buttons(self, words: str, within: QWidget | None = None) -> list[QAbstractButton]:
        """Visible buttons with these words, or with them as the name of an icon."""
        settle()
        return [
            button
            for button in (within or self.top).findChildren(QAbstractButton)
            if button.isVisible() and (button.text() or button.accessibleName()).startswith(words)
        ]

    def button(self, words: str, within: QWidget | None = None) -> QAbstractButton:
        found = self.buttons(words, within)
        assert len(found) == 1, f"{len(found)} buttons say {words}: {[b.text() for b in found]}"
        return found[0]

    def folds(self, *, opened: bool) -> list[FoldButton]:
        """Those of rows that few need."""
        folds = (button for button in self.buttons("Advanced") if isinstance(button, FoldButton))
        return [fold for fold in folds if fold.is_open is opened]

    def shows(self, key: str) -> bool:
        return self.field(key).isVisibleTo(self.top)

    def words(self, within: QWidget | None = None) -> list[str]:
        """All that can be read now, in no order that matters."""
        settle()
        return texts(within or self.top)

    def says(self, words: str, within: QWidget | None = None) -> bool:
        return any(words in text for text in self.words(within))

    # doing

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """With the left button, in the middle; a widget that has scrolled away is scrolled to, as one has to."""
        self.bring_into_view(widget)
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or widget.rect().center()
        )

    def press(self, words: str, within: QWidget | None = None) -> None:
        self.click(self.button(words, within))

    def bring_into_view(self, widget: QWidget) -> None:
        if widget.visibleRegion().contains(widget.rect().center()):
            return
        parent = widget.parentWidget()
        while parent:
            if isinstance(parent, QScrollArea) and not isinstance(widget, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()

    def turn(self, key: str) -> None:
        """A switch."""
        self.click(self.field(key))

    def type(self, key: str, text: str) -> None:
        """Put the cursor into the field and type in the place of what stands there."""
        edit = self.text_of(key)
        self.bring_into_view(edit)
        edit.setFocus(Qt.FocusReason.MouseFocusReason)
        edit.selectAll()
        if text:
            QTest.keyClicks(edit, text)
        else:
            QTest.keyClick(edit, Qt.Key.Key_Delete)

    def text_of(self, key: str) -> QLineEdit:
        """Where the text of the field is typed."""
        found = self.field(key)
        edit = found.lineEdit() if isinstance(found, QAbstractSpinBox) else found
        assert isinstance(edit, QLineEdit), f"{key} is not typed"
        return edit

    def choose(self, key: str, words: str) -> None:
        """One of the field's choices, by what it says."""
        found = self.field(key)
        if isinstance(found, QComboBox):
            self._choose_in_list(found, words)
            return
        radio = next(button for button in found.findChildren(QRadioButton) if button.text().startswith(words))
        self.click(radio)

    def _choose_in_list(self, found: QComboBox, words: str) -> None:
        """By the arrow keys, from the top."""
        self.bring_into_view(found)
        found.setFocus(Qt.FocusReason.MouseFocusReason)
        wanted = next(index for index in range(found.count()) if found.itemText(index).startswith(words))
        QTest.keyClick(found, Qt.Key.Key_Home)
        for _ in range(wanted):
            QTest.keyClick(found, Qt.Key.Key_Down)
        assert found.currentIndex() == wanted

    def tab_out_of(self, key: str) -> None:
        """Tab on to the next field; that the field was left is told a turn of the loop later."""
        while self.focused() == key:
            QTest.keyClick(cursor(), Qt.Key.Key_Tab)
        settle()

    def focused(self) -> str:
        """The key of the field that has the cursor; empty where the cursor is elsewhere."""
        widget = QApplication.focusWidget()
        while widget:
            name = widget.objectName()
            if name.startswith("row "):
                return name.removeprefix("row ")
            widget = widget.parentWidget()
        return ""


def texts(widget: QWidget) -> list[str]:
    """What labels, buttons and text fields within the widget show; where a long word may break is not seen."""
    found: list[str] = []
    for child in [widget, *widget.findChildren(QWidget)]:
        if child.isVisible():
            if isinstance(child, QLabel | QAbstractButton):
                found.append(child.text())
            elif isinstance(child, QPlainTextEdit):
                found.append(child.toPlainText())
            elif isinstance(child, QLineEdit):
                found.append(child.displayText())
    return [text.replace("\u200b", "") for text in found if text]


class Program(Screen):
    """The window with everything behind it, in a folder and with a keyring service of its own.

    Environment is chosen where there is an ``environment_key``, else Practice; with the doors of the first run in
    front where that is not ``answered``. ``begin`` needs the loop to run.
    """

    def __init__(
        self,
        folder: Path,
        *,
        environment_key: str = "",
        base_url: str = "",
        clock: Clock | None = None,
        opening: Opening | None = None,
        answered: bool = True,
    ) -> None:
        self.paths = folders(folder)
        contract, catalogue = resource("contract/create-session.json"), resource("practice/catalogue.json")
        self.practice = PracticeService(contract, catalogue, clock=clock.steady if clock else time.monotonic)
        address = self.practice.start()
        self.service = f"Akool Desktop test {uuid.uuid4()}"
        self.vault = Vault(self.service)
        self.accounts = AccountDesk(
            AccountBook(self.paths.config),
            self.vault,
            environment_key=environment_key,
            start_practice=lambda: address,
        )
        if answered:
            self.accounts.choose(self.accounts.chosen)
        if base_url:
            self.accounts.override_base_url(check_base_url(base_url))
        self.ledger = Ledger(self.paths.data)
        shelf = PresetFolder(self.paths.presets, self.paths.data)
        self.presets = PresetDesk(shelf, Drafts(self.paths.data / "drafts"), self.vault, resource("presets"))
        self.tasks = Tasks()
        self.sessions = SessionDesk(self.ledger, self.accounts, clock)
        self.window = Window(
            self.accounts,
            NetworkDesk(NetworkFile(self.paths.config), self.vault),
            self.sessions,
            Strays(self.ledger, self.accounts, self.sessions),
            self.presets,
            History(self.paths.data),
            Lists(self.accounts, ListCache(self.paths.cache), FileCache(self.paths.cache / "files")),
            SettingsFile(self.paths.config),
            self.tasks,
            self.practice,
            FAILURES,
            opening,
        )
        if opening is None:
            self.window.resize(1024, 640)
        super().__init__(self.window)

    @property
    def form(self) -> Form:
        found = self.window.findChild(Form)
        assert isinstance(found, Form)
        return found

    async def begin(self) -> None:
        """Show the window, wait for its first paint and for what it reads by itself."""
        self.tasks.attach(asyncio.get_running_loop())
        self.window.show()
        self.window.activateWindow()
        await until(self.window.isActiveWindow, "for the window")
        self.window.begin()
        names = ("open preset", "scan presets", "presets", "count presets", "list starters", "use preset")
        await until(lambda: not any(self.tasks.runs(name) for name in names), f"for {names}")

    async def read(self) -> None:
        """Until what is read in the background has been read, or could not be."""
        names = ("read lists", "read credits", "read session list", "recover")
        await until(lambda: not any(self.tasks.runs(name) for name in names), f"for {names}")

    async def quit(self) -> None:
        for shown in QApplication.topLevelWidgets():
            shown.hide()
        self.window._open_preset.put_away()
        self.window._open_sessions.put_away()  # else its timers begin work while the rest is put away
        await self.window.close_stages()
        tasks = self.tasks.leave()
        if closing := [task for task in tasks if task.get_name().startswith("close sample")]:
            await asyncio.wait(closing, timeout=5)  # a sound's own thread must be gone
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=5)
        await self.accounts.close()

    def put_away(self) -> None:
        self.window.hide()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.practice.stop()
        self.ledger.close()
        self.presets.folder.close()

    # the right column

    @property
    def create_button(self) -> QAbstractButton:
        return self.button("Create session on")

    def cards(self) -> list[QFrame]:
        """Error cards, newest first."""
        found = [frame for frame in self.all(QFrame) if frame.property("box") == "error" and frame.isVisible()]
        return sorted(found, key=lambda frame: frame.y())

    async def pause(self) -> None:
        """As a person does: what follows is another wish, and no double click any more."""
        await asyncio.sleep(QApplication.doubleClickInterval() / 1000 + 0.05)

    async def frame(self) -> None:
        """What has changed is shown a frame later."""
        timers = self.window._open_preset.typed._frame, self.window._open_sessions.frames
        await until(lambda: not any(timer.isActive() for timer in timers), "for the frame")

    async def card(self) -> QFrame:
        """The one error card that there is, as soon as there is one."""
        await until(self.cards, lambda: f"for an error card; the window says {self.words()}")
        assert len(self.cards()) == 1, [self.words(card) for card in self.cards()]
        return self.cards()[0]

    def session_ids(self) -> list[str]:
        """The ids on session cards, newest first."""
        captions = [label for label in self.all(QLabel) if label.text() == "Session ID" and label.isVisible()]
        return [self._below(caption).text().replace("\u200b", "") for caption in captions]

    def _below(self, caption: QLabel) -> QLabel:
        line = caption.parentWidget()
        assert line
        labels = line.findChildren(QLabel)
        return labels[labels.index(caption) + 1]

    async def created(self, number: int = 1) -> list[str]:
        await until(
            lambda: len(self.session_ids()) >= number and not self.tasks.runs("create"),
            lambda: f"for {number} session cards; there are cards {[self.words(card) for card in self.cards()]}",
        )
        return self.session_ids()

    def preview(self) -> str:
        """The body as the preview shows it, which has to be open."""
        found = [edit for edit in self.all(QPlainTextEdit) if edit.isVisible()]
        assert len(found) == 1
        return found[0].toPlainText()

    def preview_body(self) -> dict[str, Any]:
        """What the preview shows, which is opened for it."""
        if not any(edit.isVisible() for edit in self.all(QPlainTextEdit)):
            self.press("Request preview")
        body: dict[str, Any] = json.loads(self.preview())
        return body

    def load(self, draft: dict[str, Value]) -> None:
        self.form.load(draft)
        settle()

    def dialogs(self) -> list[QDialog]:
        return [dialog for dialog in self.all(QDialog) if dialog.isVisible()]

    def dialog(self) -> "Screen":
        """The one dialog that is open."""
        (found,) = self.dialogs()
        return Screen(found)

    async def closed(self) -> None:
        await until(lambda: not self.dialogs(), "for the dialog to close")


async def until_says(screen: Screen, *words: str) -> None:
    def missing() -> list[str]:
        return [each for each in words if not screen.says(each)]

    await until(lambda: not missing(), lambda: f"for {missing()}; it says {screen.words()}")


def measures(program: Program) -> bool:
    """Whether a balance is being read for one of the sessions."""
    return any(program.tasks.runs(f"measure {row}") for row in program.sessions.entries)

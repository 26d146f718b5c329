"""Lines of text that somebody types or pastes; of a whole book in the clipboard only the beginning goes in."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit

LONGEST = 50_001  # letters: one more than any request has, so that it is said; megabytes in a line would take minutes


class PastedText(QPlainTextEdit):
    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  # Qt's name
        """From the clipboard, and what is dropped."""
        cursor = self.textCursor()
        room = LONGEST - (self.document().characterCount() - 1) + len(cursor.selectedText())
        cursor.insertText(source.text()[: max(0, room)])
        self.ensureCursorVisible()

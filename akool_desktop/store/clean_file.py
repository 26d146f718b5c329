"""The file of the log, which no secret enters, whoever wrote the line and whatever stands in it.

A line is cleaned when it is finished: message, arguments, the words of an exception, a logger's and a thread's name.
"""

import logging
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from akool_desktop.store.files import open_at_once
from akool_desktop.store.redaction import SECRETS

_SIZE, _OLD = 1_000_000, 3  # bytes of each, and how many are kept beside the one that is written
_LINE = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"


class CleanFile(RotatingFileHandler):
    """Cleans the finished line; a disk that refuses it stops nobody."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=_SIZE, backupCount=_OLD, encoding="utf-8", errors="backslashreplace")
        self.setFormatter(logging.Formatter(_LINE))

    def _open(self) -> TextIOWrapper:
        """As logging does, but a pipe in its place, which nobody reads, holds up no start."""
        return open(self.baseFilename, "a", encoding=self.encoding, errors=self.errors, opener=open_at_once)

    def format(self, record: logging.LogRecord) -> str:
        try:
            return SECRETS.clean(super().format(record))
        except Exception as error:
            return f"A line of {SECRETS.clean(record.name)} could not be written: {type(error).__name__}"

    def handleError(self, record: logging.LogRecord) -> None:  # the usual one prints the line as it was
        pass

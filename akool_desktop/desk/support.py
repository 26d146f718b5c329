"""The support bundle: what helps whoever looks for a fault, in plain text files that the operator can read first."""

import json
import os
import platform
import sys
import time
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from akool_desktop import __version__
from akool_desktop.paths import Paths
from akool_desktop.store.files import StoreError, put, saving
from akool_desktop.store.history import History, Query
from akool_desktop.store.log import Log
from akool_desktop.store.redaction import SECRETS, without_links
from akool_desktop.store.settings import SettingsFile

_ROWS = 500  # sessions, the newest
_COLUMNS = (
    "row", "account_id", "stream_type", "room", "origin", "length", "session_id", "state", "why", "created_at",
    "started_at", "end_asked_at", "ended_at", "credits_before", "credits_held", "credits_after", "first_frame",
    "picture",
)  # fmt: skip
_READ_ME = """Akool Desktop, support bundle of {day}

Every file here is plain text. Read them before you send them to anybody; the program sends them to nobody.

  log/            what the program noted of itself: starts, faults, warnings of its libraries; the last crash, if any
  versions.txt    versions of the program, its libraries and this computer's system
  settings.json   what is chosen in the program: theme, language, the size of the window
  sessions.json   the newest {rows} rows of the ledger: times, states, stream types, credits, session ids

Not in here: API keys, tokens, passwords and other secrets; sessions' credentials; what was sent to Akool (avatars,
knowledge, links); names of accounts and presets, unless a fault in the log quotes one; your home folder's name.
Where a secret stood in a line, it says [secret], and [link] where a link did.
"""


class SupportDesk:
    def __init__(self, paths: Paths, log: Log) -> None:
        self._paths, self.log = paths, log

    def make(self, facts: Mapping[str, str]) -> Path:
        """The bundle's file. ``facts`` are those that only the window knows. Raises StoreError if the disk refuses."""
        from zipfile import ZIP_DEFLATED, ZipFile

        path = self.log.folder / time.strftime("akool-desktop-support-%Y-%m-%d-%H%M%S.zip")
        content = BytesIO()
        with ZipFile(content, "w", ZIP_DEFLATED) as bundle:
            for name, text in self._files(facts):
                bundle.writestr(name, _clean(text))
        with saving(path):
            put(path, content.getvalue(), os.replace)
        return path

    def _files(self, facts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        yield "READ ME.txt", _READ_ME.format(day=time.strftime("%Y-%m-%d %H:%M"), rows=_ROWS)
        yield "versions.txt", "".join(f"{name}: {found}\n" for name, found in {**_versions(), **facts}.items())
        settings = SettingsFile(self._paths.config).load()._asdict()
        del settings["favourites"]  # whose faces they are is nobody's business
        yield "settings.json", json.dumps(settings, indent=2)
        yield "sessions.json", json.dumps(self._sessions(), indent=1)
        for path in self.log.files():
            yield f"log/{path.name}", _read(path)

    def _sessions(self) -> list[dict[str, object]] | str:
        history, rows, before = History(self._paths.data), list[dict[str, object]](), None
        try:
            while len(rows) < _ROWS and (page := history.page(Query(), before)):
                rows += [{name: getattr(entry, name) for name in _COLUMNS} for entry in page]
                before = page[-1].row
        except StoreError as error:
            return str(error.words)
        finally:
            history.close()
        return rows[:_ROWS]


def _versions() -> dict[str, str]:
    system = {
        "Akool Desktop": __version__, "Python": platform.python_version(), "System": platform.platform(),
        "Machine": platform.machine(), "Desktop": os.environ.get("XDG_CURRENT_DESKTOP", ""),
    }  # fmt: skip
    loaded = {name: vars(found).get("__version__") for name, found in sorted(sys.modules.items()) if found}
    return system | {name: found for name, found in loaded.items() if "." not in name and isinstance(found, str)}


def _read(path: Path) -> str:
    """One that cannot be read (another user's, after a start with more rights) keeps nothing else out."""
    try:
        return path.read_text("utf-8", errors="backslashreplace")
    except OSError as error:
        return f"It could not be read: {error.strerror}."


def _clean(text: str) -> str:
    """Without secrets and links, and without the name of whoever's folders these are, as in text and in JSON."""
    home = str(Path.home())
    text = without_links(SECRETS.clean(text))
    for form in (home.replace("\\", "\\\\"), home, home.replace("\\", "/")):
        text = text.replace(form, "~")
    return text

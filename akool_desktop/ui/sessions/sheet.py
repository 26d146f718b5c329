"""The hand-off sheet: a session on one page, for whoever takes over, without anything that lets one in."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from html import escape
from urllib.parse import urlsplit

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from akool_desktop.desk.clock import Clock
from akool_desktop.desk.statuses import is_rehearsal
from akool_desktop.session import rules, summary
from akool_desktop.session.fields import FIELDS
from akool_desktop.store.entry import Entry
from akool_desktop.ui.language import day_and_time, say, tr
from akool_desktop.ui.sessions.looks import account_of, look_of, minutes, name_of, room_of, stream_said
from akool_desktop.words import Words, marked

_STYLE = """
    h1 { font-size: 150%; margin: 0 } h2 { font-size: 110%; margin: 12px 0 2px 0 } p, li { margin: 2px 0 }
    td { padding: 1px 14px 1px 0 } .name { color: #52606d } .code { font-family: monospace }
"""
_JOINING = (
    marked("In Akool Desktop, on the computer that started it: press Open Stage at the session."),
    marked("In a front end of your own: Hand over… at the session copies what it needs, which never goes on paper."),
    marked("There is one place for a viewer: who joins last has it."),
)
_JOINING_OWN = (
    marked("The room is on a server of your own: join it with a pass made there. The avatar's token is none for you."),
)
_WHEN_IT_STOPS = (
    marked("No picture on the Stage: open it again from the session in Akool Desktop. It takes over."),
    marked("“Not confirmed: may still cost”: press Try again at the session until it says “Ended, confirmed”."),
    marked("The session ended too early: create it again from its row in History, “Run again”."),
    marked("At the end: press End session. Closing the Stage page or the browser ends nothing, and credits stay held."),
)

_SIZES = (10.5, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0)  # points; the largest that fits one page


@dataclass(frozen=True)
class Sheet:
    """``names`` are the human names of what the request holds, by field key."""

    entry: Entry
    clock: Clock
    names: Mapping[str, str]

    def pdf(self) -> bytes:
        """One page of A4."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(say(Words("Hand-off: {who}", who=name_of(self.entry))))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(18, 16, 18, 16), QPageLayout.Unit.Millimeter)
        document = QTextDocument()
        document.documentLayout().setPaintDevice(writer)
        document.setDefaultStyleSheet(_STYLE)
        document.setHtml(self.html())
        document.setPageSize(writer.pageLayout().paintRectPixels(writer.resolution()).size().toSizeF())
        for points in _SIZES:
            font = QFont("Noto Sans")
            font.setPointSizeF(points)
            document.setDefaultFont(font)
            if document.pageCount() == 1:
                break
        document.print_(writer)
        return bytes(buffer.data().data())

    def html(self) -> str:
        entry = self.entry
        draft = rules.draft_of(entry.sent)
        parts = [f"<h1>{_plain(say(Words('Hand-off: {who}', who=name_of(entry))))}</h1>"]
        if entry.sent:
            parts.append(f"<p>{_plain(say(summary.sentence(draft, self.names)))}</p>")
        parts += [f"<h2>{_plain(tr('The session'))}</h2>", _table(self._facts())]
        if entry.sent:
            parts += [f"<h2>{_plain(tr('What was asked for, secrets left out'))}</h2>", _table(_asked(draft))]
        parts += _list(tr("How to join"), _JOINING_OWN if entry.room == "own" else _JOINING)
        parts += _list(tr("When something stops"), _WHEN_IT_STOPS)
        wall = self.clock.wall()
        zone = timezone(datetime.fromtimestamp(wall).astimezone().utcoffset() or timedelta())
        now = f"{day_and_time(wall)} ({zone})"  # whoever takes over may be elsewhere
        written = Words("Written {time}. No key, no token and no link to join is on this page.", time=now)
        parts.append(f"<p class='name'>{_plain(say(written))}</p>")
        return "".join(parts)

    def _facts(self) -> list[tuple[str, str]]:
        entry = self.entry
        left = self.clock.surely_left(entry) if entry.started_at and not entry.state.over else None
        ends = "" if left is None else day_and_time(self.clock.wall() + left)
        known = (
            (marked("State"), tr(look_of(entry, self.clock).words)),
            (marked("Session ID"), entry.session_id),
            (marked("Account"), say(account_of(entry.account))),
            (marked("Preset"), entry.preset),
            (marked("Stream type"), stream_said(entry.stream_type)),
            (marked("Room"), say(room_of(entry)) if entry.room else ""),
            (marked("Asked for"), day_and_time(entry.created_at)),
            (marked("Booked"), "" if entry.length is None else minutes(entry.length)),
            (marked("Ends at the latest"), ends),
            (marked("Costs"), tr("Practice: nothing is spent.") if is_rehearsal(entry) else ""),
        )
        return [(tr(name), found) for name, found in known if found]


def file_name(entry: Entry) -> str:
    """Safe on every system: letters, digits and dashes."""
    who = re.sub(r"[^\w]+", "-", name_of(entry)).strip("-")[:60]
    return f"hand-off-{who}-{datetime.fromtimestamp(entry.created_at):%Y%m%d-%H%M}.pdf"


def _asked(draft: rules.Draft) -> list[tuple[str, str]]:
    shown = rules.visible(draft)
    filled = [field for field in FIELDS if field.key in shown and not field.secret]
    return [
        (tr(field.label), _bare(str(found)) if field.kind == "url" else say(rules.said(field, found)))
        for field in filled
        if (found := rules.value(draft, field.key)) is not None
    ]


def _bare(link: str) -> str:
    """Without a name, a password or a signature, which let somebody in."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return "…"
    more = "?…" if parts.query or parts.fragment else ""
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}{more}"


def _list(heading: str, lines: Sequence[str]) -> list[str]:
    return [f"<h2>{_plain(heading)}</h2><ul>", *(f"<li>{_plain(tr(line))}</li>" for line in lines), "</ul>"]


def _table(rows: list[tuple[str, str]]) -> str:
    lines = (f"<tr><td class='name'>{_plain(name)}</td><td>{_plain(found)}</td></tr>" for name, found in rows)
    return f"<table>{''.join(lines)}</table>"


def _plain(text: str) -> str:
    return escape(text).replace("\n", "<br>")

"""Why a call to Akool came to nothing, as exceptions that carry their own card.

    AkoolError
    ├── NotSent          nothing left this computer: no connection, a bad setting, a key that cannot be a key
    ├── Refused          an answer, and it says no: Akool's code, or an HTTP status without one
    │   └── Redirected   the answer names another address, which is never followed: the key stays here
    └── Unclear          the request left and no usable answer came: only here may a create have cost something

The same failure costs nothing when a list was read and perhaps something when a session was created; so every error
knows its call. No error holds a secret, a URL's query or a request's body, and none is chained to httpx's own, which
would carry the request and its headers.
"""

from collections.abc import Mapping
from enum import StrEnum

from akool_desktop.akool.codes import CODES, STATUSES, UNKNOWN, Group, Meaning
from akool_desktop.akool.faults import NOT_SENT, UNCLEAR, Reason
from akool_desktop.words import Card, Words


class Call(StrEnum):
    """What was asked, as far as money is concerned."""

    CREATE = "create"
    CLOSE = "close"
    READ = "read"


class AkoolError(Exception):
    """One of the classes below; ``str()`` is for the log, ``card`` for the operator."""

    def __init__(self, call: Call, summary: str) -> None:
        super().__init__(f"{call}: {summary}")
        self.call = call

    @property
    def card(self) -> Card:
        raise NotImplementedError


class NotSent(AkoolError):  # noqa: N818  # an outcome, not a fault
    """Nothing of the request left this computer. ``values`` fill the card's sentence and hold no secret."""

    def __init__(self, call: Call, reason: Reason, **values: object) -> None:
        super().__init__(call, f"not sent, {reason}")
        self.reason = reason
        self.values: Mapping[str, object] = values

    @property
    def card(self) -> Card:
        fault = NOT_SENT[self.reason]
        cost = {
            Call.CREATE: Words("No. Nothing left this computer."),
            Call.CLOSE: _STILL_RUNNING,
            Call.READ: _FREE,
        }[self.call]
        happened = Words(fault.happened.template, **self.values)
        return Card(fault.title, happened, cost, _then_end(self.call, fault.advice), fault.go_to)


class Refused(AkoolError):  # noqa: N818
    """Akool, or whoever answered in its place, said no.

    ``code``: Akool's, or None when there was only an HTTP status. ``msg``: the server's own words, made safe to show.
    """

    def __init__(self, call: Call, *, status: int, code: int | None = None, msg: str = "") -> None:
        super().__init__(call, f"refused, {f'HTTP {status}' if code is None else f'code {code}'}")
        self.status = status
        self.code = code
        self.msg = msg

    @property
    def auth(self) -> bool:
        return self._meaning.group is Group.AUTH

    @property
    def busy(self) -> bool:
        return self._meaning.group is Group.BUSY

    @property
    def gone(self) -> bool:
        """What was asked about is not there (any more). Creating asks about nothing."""
        return self._meaning.group is Group.GONE and self.call is not Call.CREATE

    @property
    def card(self) -> Card:
        meaning = self._meaning
        answer = said(self.status, self.code, self.msg)
        happened = {
            Call.CREATE: Words("Akool refused the session: {said}.", said=answer),
            Call.CLOSE: Words("Akool did not end the session: {said}.", said=answer),
            Call.READ: Words("Akool refused to answer: {said}.", said=answer),
        }[self.call]
        if meaning is STATUSES[511]:
            happened = Words("The network answered in Akool's place: {said}.", said=answer)
        advice = _NOTHING_TO_DO if self.gone else _then_end(self.call, meaning.advice)
        go_to = meaning.go_to if self.call is Call.CREATE or meaning.go_to == "account" else ""
        return Card(meaning.title, happened, self._cost, advice, go_to)

    @property
    def _cost(self) -> Words:
        if self.call is Call.CLOSE:
            return Words("Not any more: the session is over.") if self.gone else _STILL_RUNNING
        return Words("No. No session was started.") if self.call is Call.CREATE else _FREE

    @property
    def _meaning(self) -> Meaning:
        return CODES.get(self.code or 0) or STATUSES.get(self.status) or UNKNOWN


class Redirected(Refused):
    """``target``: the host that the request should have been sent on to, or empty."""

    def __init__(self, call: Call, *, status: int, target: str) -> None:
        super().__init__(call, status=status)
        self.target = target

    @property
    def card(self) -> Card:
        fault = UNCLEAR[Reason.REDIRECT]
        happened = Words(fault.happened.template, target=self.target or _ELSEWHERE)
        return Card(fault.title, happened, self._cost, _then_end(self.call, fault.advice), fault.go_to)


class Unclear(AkoolError):  # noqa: N818
    """The request left, and no usable answer came: a session may have been started, or may still be running."""

    def __init__(self, call: Call, reason: Reason, **values: object) -> None:
        super().__init__(call, f"unclear, {reason}")
        self.reason = reason
        self.values: Mapping[str, object] = values

    @property
    def card(self) -> Card:
        fault = UNCLEAR[self.reason]
        happened = Words(fault.happened.template, **self.values)
        if self.call is Call.CREATE:
            return Card(Words("A session may have been started"), happened, _MAY_RUN, _LOOK_FIRST, fault.go_to)
        if self.call is Call.CLOSE:
            title = Words("Not confirmed: may still cost")
            return Card(title, happened, _STILL_RUNNING, _END_AGAIN, fault.go_to)
        return Card(fault.title, happened, _FREE, fault.advice, fault.go_to)


def said(status: int, code: int | None, msg: str) -> str:
    """The answer's number and own words: "1104, insufficient credit", "HTTP 403"."""
    number = f"HTTP {status}" if code is None else str(code)
    return ", ".join(part for part in (number, msg.rstrip(" .")) if part)


def _then_end(call: Call, advice: Words) -> Words:
    return Words("{advice} Then end the session again.", advice=advice) if call is Call.CLOSE else advice


_FREE = Words("No. This only asks, and asking is free.")
_STILL_RUNNING = Words("It may still: the session may be running.")
_MAY_RUN = Words("It may have: a session may be running that is not known here.")
_LOOK_FIRST = Words("Look for it under Sessions first: creating again could pay for two.")
_ELSEWHERE = Words("another address")
_END_AGAIN = Words("End the session again.")
_NOTHING_TO_DO = Words("Nothing needs to be done.")

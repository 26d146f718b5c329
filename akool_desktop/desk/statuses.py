"""How a session stands, read from what Akool says."""

from akool_desktop.akool.errors import Refused
from akool_desktop.akool.models import Session
from akool_desktop.desk.accounts import PRACTICE
from akool_desktop.store.entry import Entry, State

# docs.akool.com, Create Session, SessionResponse.status
_STATES = {1: State.WAITING, 2: State.LIVE, 3: State.ENDED, 4: State.FAILED}
_NONE, _CLOSED = 1216, 1219  # docs.akool.com, Error Code: no such session, closed already
_COMMAND_TAKES = 120  # seconds; a command that has not said more by then was stopped in the middle
_KNOWN_LATE = 30  # seconds
_LONGEST = 2 * 3600  # seconds: a session lasts an hour at most (Create Session, duration), and waits in line before


def is_rehearsal(entry: Entry) -> bool:
    """A session of Practice: it costs nothing, and is gone with the program that it was of."""
    return entry.account_id == PRACTICE.id


def is_at_work(entry: Entry, now: float) -> bool:
    """Whether the row is a command's that may not be done yet. Of windows there is one, and that is this run."""
    return entry.origin == "command" and 0 <= now - (entry.end_asked_at or entry.created_at) < _COMMAND_TAKES


def state_of(session: Session) -> State | None:
    """None when Akool does not say, or says something that no page explains."""
    return _STATES.get(session.status or 0)


def running_state_of(session: Session) -> State:
    """The same for one that was started or listed as running; that it is over counts once it was asked for."""
    return State.LIVE if state_of(session) is State.LIVE else State.WAITING


def says_gone(error: Exception) -> bool:
    return isinstance(error, Refused) and error.code in (_NONE, _CLOSED)


def is_new(entry: Entry, now: float) -> bool:
    """Whether it was created so lately that a server may not know it everywhere yet."""
    return 0 <= now - entry.created_at < _KNOWN_LATE


def can_run(entry: Entry, now: float) -> bool:
    """Whatever is known of it: no session lasts longer."""
    return now - entry.created_at <= _LONGEST


def says_over(error: Exception, entry: Entry, *, known: bool, now: float) -> bool:
    """Whether the session cannot cost any more. ``known``: it was the key that asked that paid, and it is not new.

    Else "no such session" is what the key of another account hears too, put in the place of the one that paid: it
    counts of a rehearsal, which is gone with the program it was of, and when no session lasts that long.
    """
    if not says_gone(error):
        return False
    closed = isinstance(error, Refused) and error.code == _CLOSED
    return closed or known or is_rehearsal(entry) or not can_run(entry, now)

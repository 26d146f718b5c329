"""How a session stands, read from what Akool says."""

from akool_desktop.akool.errors import Refused
from akool_desktop.akool.models import Session
from akool_desktop.store.ledger import State
from akool_desktop.words import marked

THE_COMMAND_STOPPED = marked("The command was stopped.")  # written down by a command, read in the window

# docs.akool.com, Create Session, SessionResponse.status
_STATES = {1: State.WAITING, 2: State.LIVE, 3: State.ENDED, 4: State.FAILED}
_GONE = (1216, 1219)  # docs.akool.com, Error Code: no such session, closed already


def state_of(session: Session) -> State | None:
    """None when Akool does not say, or says something that no page explains."""
    return _STATES.get(session.status or 0)


def running_state_of(session: Session) -> State:
    """The same for one that was started or listed as running; that it is over counts once it was asked for."""
    return State.LIVE if state_of(session) is State.LIVE else State.WAITING


def says_gone(error: Exception) -> bool:
    return isinstance(error, Refused) and error.code in _GONE

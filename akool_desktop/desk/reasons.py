"""Why a session was not started, ended, or stands as it does: the words that its row keeps and History tells.

They are written down in English, and said in the operator's language where they are shown.
"""

from dataclasses import replace

from akool_desktop.akool.errors import AkoolError
from akool_desktop.desk.accounts import AccountError
from akool_desktop.desk.clock import Left
from akool_desktop.desk.statuses import is_rehearsal, says_gone
from akool_desktop.store.entry import Entry, State
from akool_desktop.store.redaction import SECRETS
from akool_desktop.words import Card, Words, marked

CANCELLED = marked("Cancelled.")
NO_ANSWER = marked("No usable answer came.")
NOT_FOUND = marked("Looked for at Akool and not found.")
STOPPED_BEFORE_THE_ANSWER = marked("The program stopped before the answer came.")
STOPPED_BEFORE_THE_END = marked("The program stopped before the end.")
THE_COMMAND_STOPPED = marked("The command was stopped.")
ENDED_HERE = marked("Ended here.")
NOT_CONFIRMED = marked("Akool has not confirmed the end.")
PRACTICE_ENDED = marked("Practice ended with the program.")
BY_OTHERS = marked("Ended by Akool or another program.")

_NOT_THE_KEYS = marked("Akool does not know it by the key that the account has now: it may be another account's.")
_NOT_YET = marked("Akool does not know it yet: it was created just now.")
_AT_ITS_END = 5  # seconds that may be left of the booked length of what Akool ended by it


def of_failure(error: BaseException) -> str:
    """It is written down, and may quote a server that repeats what it was told."""
    card = getattr(error, "card", None)
    return SECRETS.clean(str(card.happened)) if card else type(error).__name__


def of_no_end(error: Exception | None, *, is_new: bool) -> str:
    """Why an end is not confirmed. ``error``: what the question for it, or the way there, has met; ``is_new``: of what
    was created just now."""
    if error is None:
        return NOT_CONFIRMED
    if says_gone(error):
        return _NOT_YET if is_new else _NOT_THE_KEYS
    return of_failure(error)


def hindrance_in(error: Exception) -> Card | None:
    """What kept Akool from being asked for an end, or from doing it, and what to do; none where there is no more to
    say than that it is not confirmed. Where the account cannot be used nothing was sent: so the session goes on."""
    if isinstance(error, AccountError):
        return replace(error.card, cost=Words("It may still: the session may be running."))
    return error.card if isinstance(error, AkoolError) and not says_gone(error) else None


def of_end(entry: Entry, seen: State, left: Left | None, *, is_from_before: bool) -> str:
    """Of one that Akool says is over. ``is_from_before``: an earlier run of the program has left it."""
    if seen is State.FAILED:
        return marked("Akool says that it failed.")
    if entry.end_asked_at is not None:
        return ENDED_HERE
    if left and left.seconds <= _AT_ITS_END:
        return marked("The booked time was over.")
    if is_rehearsal(entry) and is_from_before:
        return PRACTICE_ENDED
    return BY_OTHERS


def surprise_in(entry: Entry, who: str) -> Card | None:
    """Of a session that is over and was not to be; none where its end was asked for here, or came in its time."""
    fails = entry.state is State.FAILED and entry.end_asked_at is None
    if not fails and entry.why != BY_OTHERS:
        return None
    if is_rehearsal(entry):
        cost = Words("No. Practice costs nothing.")
    else:
        cost = Words("It may have. History shows the credits that were measured.")
    if fails:
        happened = Words("Akool says that {who} failed, and not why. Its ID is {id}.", who=who, id=entry.session_id)
        return Card(Words("The session failed"), happened, cost, _ONCE_MORE)
    template = "Akool says that {who} is over, and nobody has ended it here. Its ID is {id}."
    happened = Words(template, who=who, id=entry.session_id)
    return Card(Words("The session ended early"), happened, cost, _ASK_OTHERS)


_ONCE_MORE = Words(
    "“Run again” on its row fills the form with what was sent: create it once more. If that fails too, choose another "
    "avatar, or show Akool's support the ID."
)
_ASK_OTHERS = Words(
    "Ask who else uses this account. “Run again” on its row fills the form with what was sent: create it once more."
)

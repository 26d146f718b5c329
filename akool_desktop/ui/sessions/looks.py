"""How a session's state is said and shown: a word, then a shape, then a colour."""

from dataclasses import dataclass

from akool_desktop.desk.clock import Clock
from akool_desktop.desk.reasons import NOT_CONFIRMED
from akool_desktop.desk.statuses import is_rehearsal
from akool_desktop.session import rules
from akool_desktop.session.fields import BY_KEY
from akool_desktop.store.accounts import RESERVED_NAMES, words_of_name
from akool_desktop.store.entry import Entry, State
from akool_desktop.ui.language import amount, say, time_of_day, told, tr, words_of
from akool_desktop.ui.masking import masking
from akool_desktop.words import Words, marked

ENDING_SOON = 120  # seconds left


@dataclass(frozen=True)
class Look:
    """``tint`` is the row's background: live, warning, accent, or nothing."""

    words: str
    icon: str
    tone: str
    tint: str = ""


_LOOKS = {
    State.CREATING: Look("Creating", "busy", "accent"),
    State.WAITING: Look("Waiting in line", "queue", "accent"),
    State.LIVE: Look("Live", "live", "live", "live"),
    State.ENDING: Look("Ending", "busy", "muted"),
    State.ENDED: Look("Ended, confirmed", "done", "good"),
    State.FAILED: Look("Failed", "problem", "danger"),
    State.UNKNOWN: Look("Unknown", "unknown", "warning", "warning"),
    State.NOT_CONFIRMED: Look("Not confirmed: may still cost", "warning", "warning", "warning"),
    State.NOT_STARTED: Look("Not started", "info", "muted"),
}
_ENDING_SOON = Look("Ending soon", "clock", "warning", "warning")
_LIVE_PRACTICE = Look("Live, practice", "live", "accent", "accent")


def look_of(entry: Entry, clock: Clock) -> Look:
    left = clock.left(entry)
    if entry.state is State.LIVE and left and left.sure and left.seconds <= ENDING_SOON:
        return _ENDING_SOON
    if entry.state is State.LIVE and is_rehearsal(entry):
        return _LIVE_PRACTICE
    return _LOOKS[entry.state]


def has_stage(entry: Entry) -> bool:
    """Whether it can be seen from here now. In an own room it takes a viewer's pass, which is given on its card."""
    return is_on_air(entry) and entry.room != "own"


def offered(entry: Entry) -> list[str]:
    """What can be done with it now, as the buttons of its row are called, in their order."""
    has_id, state = bool(entry.session_id), entry.state
    may = {
        marked("Details"): has_id and not state.over,
        marked("Find it"): state is State.UNKNOWN and not has_id,
        marked("Run again"): state.over and bool(entry.sent),
        marked("Try again"): has_id and state is State.NOT_CONFIRMED,
        marked("Cancel"): state is State.CREATING and entry.origin == "window",
        marked("Open Stage"): has_stage(entry),
        marked("End session"): has_id and state in (State.WAITING, State.LIVE, State.UNKNOWN),
    }
    return [name for name, offers in may.items() if offers]


def is_on_air(entry: Entry) -> bool:
    return bool(entry.session_id) and entry.state in (State.WAITING, State.LIVE)


def name_of(entry: Entry) -> str:
    """Whom the row is about; what another program started has only its id."""
    return entry.who or entry.avatar or entry.session_id or tr("a session")


def account_of(name: str) -> Words:
    """The account's name; from now on an audience does not see it."""
    if name not in RESERVED_NAMES:
        masking.learn(name)
    return words_of_name(name)


def stream_said(stream_type: str) -> str:
    """Nothing where another program started it and Akool does not say."""
    return say(rules.said(BY_KEY["stream_type"], stream_type)) if stream_type else ""


def clause(sentence: str) -> str:
    """What was kept in English, as one fact beside others."""
    return told(sentence).rstrip(".。")


def facts_of(entry: Entry, clock: Clock) -> str:
    """Stream type, room and account; or how it ended."""
    stream = stream_said(entry.stream_type)
    parts = [stream]
    if entry.state.over:
        credits = measured(entry)
        used = Words("{credits} credits measured, account shared by others may change it", credits=credits)
        parts += [ran(entry, clock), clause(entry.why), say(used) if credits else ""]
    elif entry.state is State.NOT_CONFIRMED and entry.end_asked_at:
        asked = time_of_day(entry.end_asked_at)
        said = say(Words("asked to end at {time}, Akool has not confirmed it", time=asked))
        why = "" if entry.why == NOT_CONFIRMED else clause(entry.why)
        parts += [said, why, say(account_of(entry.account))]
    elif entry.state is State.UNKNOWN:
        parts += [clause(entry.why), say(account_of(entry.account))]
    else:
        if entry.room:
            parts = [say(Words("{stream}, {room}", stream=words_of(stream), room=room_of(entry)))]
        parts.append(say(account_of(entry.account)))
        if entry.origin != "window":
            parts.append(tr("started elsewhere") if entry.origin == "elsewhere" else tr("started by a command"))
    return " · ".join(part for part in parts if part)


def room_of(entry: Entry) -> Words:
    return Words("my own room") if entry.room == "own" else Words("Akool's room")


def held_of(entry: Entry) -> str:
    """What is held, as two balances say it; nothing where they are not known. Never computed from a price."""
    if is_rehearsal(entry):
        return tr("0 spent")
    if entry.credits_before is None or entry.credits_held is None:
        return ""
    held = entry.credits_before - entry.credits_held
    return say(Words("{credits} credits held", credits=amount(held))) if held > 0 else ""


def picture_facts(first_frame: int | None, picture: str) -> str:
    """How long the Stage took to show a picture (milliseconds), and what that was; nothing where neither is known."""
    after = "" if first_frame is None else f"{first_frame / 1000:.1f}"
    words = say(Words("First picture after {seconds} s", seconds=after)) if after else ""
    return " · ".join(filter(None, (words, picture)))


def minutes(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def ran(entry: Entry, clock: Clock) -> str:
    if entry.started_at is None:
        return ""
    ran = minutes(clock.run(entry))
    if entry.length is None:
        return say(Words("ran {ran}", ran=ran))
    return say(Words("ran {ran} of {length}", ran=ran, length=minutes(entry.length)))


def measured(entry: Entry) -> str:
    """Credits, the difference of two balances; nothing where one is not known, nor in practice."""
    if is_rehearsal(entry) or entry.credits_before is None or entry.credits_after is None:
        return ""
    return amount(entry.credits_before - entry.credits_after)

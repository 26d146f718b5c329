"""The ways in which a practice create can be told to fail, as data: a window offers them in a list.

The names are what ``PracticeService.fail_next`` takes, and with ``practice-`` before them they are avatar ids.
The codes and their meanings are those of docs.akool.com, Error Code.
"""

from dataclasses import dataclass, replace
from typing import Literal

AVATAR_PREFIX = "practice-"

SLOW_SECONDS = 20.0
HUGE_BYTES = 50 * 1024 * 1024


@dataclass(frozen=True)
class Failure:
    """``label`` for a list and ``sentence`` to explain it: English templates without values.

    ``kind``: a refusal that a create may meet, a refusal of Akool's other services, or what is no refusal at all.
    """

    name: str
    label: str
    sentence: str
    kind: Literal["refusal", "foreign", "mishap"] = "refusal"


_REFUSALS = (
    Failure("1003", "1003 Parameter error", "Akool refuses a setting of the request."),
    Failure("1004", "1004 Requires verification", "Akool wants the account verified first."),
    Failure("1005", "1005 Frequent operation", "Akool says that requests come too fast."),
    Failure("1006", "1006 Insufficient quota", "The account's quota is used up."),
    Failure("1008", "1008 Content does not exist", "Something that the request names is gone."),
    Failure("1009", "1009 Permission denied", "The account may not do this."),
    Failure("1010", "1010 Cannot be operated", "Akool says that this cannot be done now."),
    Failure("1011", "1011 Has been operated", "Akool says that this was done already."),
    Failure("1014", "1014 Resource does not exist", "The avatar, or something else that is named, is unknown."),
    Failure("1101", "1101 Illegal or expired token", "Akool does not accept the key."),
    Failure("1102", "1102 Token empty", "Akool found no key in the request."),
    Failure("1103", "1103 Not paid or overdue", "A bill of the account is open."),
    Failure("1104", "1104 Insufficient credit", "The account has too few credits for the length asked for."),
    Failure("1105", "1105 Avatar processing error", "The avatar could not be prepared."),
    Failure("1109", "1109 Account does not exist", "Akool does not know the account."),
    Failure("1111", "1111 Avatar callback error", "Akool's own report on the avatar failed."),
    Failure("1112", "1112 Voice processing error", "The voice could not be prepared."),
    Failure("1200", "1200 Account blocked", "Akool has blocked the account."),
    Failure("1206", "1206 Background change error", "The background could not be put in."),
    Failure("1213", "1213 Requires a subscription", "Only subscribers may do this."),
    Failure("1214", "1214 Live avatar in processing", "The avatar is still being prepared."),
    Failure("1215", "1215 Live avatar busy", "All places are taken, or the avatar is in use."),
    Failure("1216", "1216 Live avatar session does not exist", "Akool does not know the session."),
    Failure("1217", "1217 Live avatar callback error", "Akool's own report on the session failed."),
    Failure("1218", "1218 Live avatar processing error", "The session could not be prepared."),
    Failure("1219", "1219 Live avatar closed", "Akool says that the session is closed already."),
    Failure("1220", "1220 Live avatar upload error", "The avatar's own video could not be taken in."),
    Failure("1221", "1221 Account not subscribed", "The account has no subscription."),
    Failure("1222", "1222 Resource already exists", "Akool has something of this name already."),
    Failure("1223", "1223 Live avatar upload exceeded", "The account has as many own avatars as it may."),
    Failure("1232", "1232 Knowledge base not found", "Akool does not know the knowledge base."),
)

# Documented in the same table, and never seen of a create: codes of videos, faces and sounds, and of editing.
_FOREIGN = (
    Failure("1007", "1007 Too many faces", "Akool was to change more faces than it may."),
    Failure("1013", "1013 Use the video's audio", "Akool wants the sound that is in the video."),
    Failure("1015", "1015 Video processing error", "A video could not be processed."),
    Failure("1016", "1016 Face swapping error", "A face could not be swapped."),
    Failure("1017", "1017 Audio not created", "No sound came about."),
    Failure("1108", "1108 Image processing error", "A picture could not be processed."),
    Failure("1110", "1110 Audio processing error", "A sound could not be processed."),
    Failure("1201", "1201 Create audio error", "A sound could not be made."),
    Failure("1202", "1202 Same language", "The video is in the wanted language already."),
    Failure("1203", "1203 Video without audio", "Akool wants a video with sound."),
    Failure("1204", "1204 Duration exceeded", "A video is longer than a minute."),
    Failure("1205", "1205 Create video error", "A video could not be made."),
    Failure("1207", "1207 Size exceeded", "A file is larger than 300 MB."),
    Failure("1208", "1208 Video parsing error", "A video could not be read."),
    Failure("1209", "1209 Encoding not supported", "A video is of a kind that Akool does not read."),
    Failure("1210", "1210 Frame rate exceeded", "A video has too many frames a second."),
    Failure("1211", "1211 Lip sync error", "Lips and sound could not be matched."),
    Failure("1212", "1212 Sentiment analysis fails", "The mood of a text could not be read."),
    Failure("1233", "1233 Knowledge base exists", "A knowledge base of that name is there already."),
    Failure("1234", "1234 Knowledge base not created", "A knowledge base could not be made."),
    Failure("1235", "1235 Knowledge base not updated", "A knowledge base could not be changed."),
    Failure("1236", "1236 Knowledge base detail error", "A knowledge base could not be opened."),
)

_MISHAPS = (
    Failure("slow", "Slow answer", "The session is booked; the answer comes after 20 seconds."),
    Failure("never", "No answer", "The session is booked; no answer ever comes."),
    Failure("cut-before", "Cut before booking", "The connection is cut; no session is booked."),
    Failure("cut-after", "Cut after booking", "The session is booked; the connection is cut within the answer."),
    Failure("not-json", "Not JSON", "A gateway answers 502 with a web page; no session is booked."),
    Failure("wrong-shape", "Wrong shape", "The answer is JSON of another shape; no session is booked."),
    Failure("no-data", "No data", "The session is booked; the answer says so and nothing else."),
    Failure("huge", "Huge answer", "The answer is 50 MB long; no session is booked."),
    Failure("redirect", "Redirect", "The answer points to another address; no session is booked."),
    Failure("http-401", "HTTP 401", "The key is refused by status line alone; no session is booked."),
    Failure("http-429", "HTTP 429", "Too many requests, come back in 30 seconds; no session is booked."),
    Failure("http-500", "HTTP 500", "The service breaks down; no session is booked."),
    Failure("failed", "Session fails", "The session is booked, fails after waiting in line, and costs nothing."),
)

FAILURES: tuple[Failure, ...] = (
    *_REFUSALS,
    *(replace(failure, kind="foreign") for failure in _FOREIGN),
    *(replace(failure, kind="mishap") for failure in _MISHAPS),
)

_NAMES = frozenset(failure.name for failure in FAILURES)
_MEANINGS = {failure.name: failure.label.partition(" ")[2] for failure in FAILURES if failure.kind != "mishap"}


def is_failure(name: str) -> bool:
    """The names of FAILURES, and any other code from 1001 to 1999, so that unlisted ones can be met too."""
    return name in _NAMES or (len(name) == 4 and name.isascii() and name.isdigit() and 1001 <= int(name) <= 1999)


def failure_of_avatar(avatar_id: str) -> str | None:
    """``practice-1104`` asks for the failure 1104."""
    name = avatar_id.removeprefix(AVATAR_PREFIX)
    return name if name != avatar_id and is_failure(name) else None


def meaning(code: str) -> str:
    return _MEANINGS.get(code, f"Code {code}, made up by practice")

"""What Akool's numbers mean, in plain words.

The codes are those of docs.akool.com, *Error Code* and *Live Avatar*, and 1232 to 1236 of *Knowledge Base*.
Most of them speak of videos and face swaps, which a session does not use: they get a plain title and the same advice.
A number without a row here is shown as it came.
"""

from dataclasses import dataclass
from enum import StrEnum

from akool_desktop.words import Words

SUCCESS = 1000


class Group(StrEnum):
    """What kind of no it is, where the program itself acts on that."""

    AUTH = "auth"
    BUSY = "busy"
    GONE = "gone"


@dataclass(frozen=True)
class Meaning:
    """``go_to``: where the advice leads, a field's key or ``"account"``."""

    title: Words
    advice: Words
    go_to: str = ""
    group: Group | None = None


_PASTE_KEY = Words("Paste the key again. A new one is made on akool.com, under API.")
_ASK_AKOOL = Words("Ask Akool about this account, or choose another account.")
_PAY = Words("Settle it on akool.com, or choose another account.")
_SHORTER = Words("Book a shorter session, end one that is still running, or top up the account.")
_SLOWER = Words("Wait a minute, then try again.")
_WAIT = Words("Wait a minute, then try again. If it stays busy, choose another avatar.")
_LOOK = Words("Look at what Akool says above and change that.")
_CHOOSE_AVATAR = Words("Choose an avatar from the list: some ids work for videos only.")
_CHOOSE_VOICE = Words("Choose another voice, or leave the voice empty: then the avatar uses its own.")
_CHOOSE_BACKGROUND = Words("Choose another background, or leave it empty.")
_CHOOSE_KNOWLEDGE = Words("Choose the knowledge base from the list, or leave it empty.")
_REPORT = Words("Try again in a minute. If it comes back, show Akool's support what it said above.")


def _auth(title: Words, advice: Words = _PASTE_KEY) -> Meaning:
    return Meaning(title, advice, "account", Group.AUTH)


def _money(title: Words, advice: Words = _PAY, go_to: str = "account") -> Meaning:
    return Meaning(title, advice, go_to)


def _busy(title: Words, advice: Words = _WAIT, go_to: str = "avatar_id") -> Meaning:
    return Meaning(title, advice, go_to, Group.BUSY)


def _gone(title: Words, advice: Words = _REPORT, go_to: str = "") -> Meaning:
    """The advice is for creating; of a session that is gone, nothing has to be done."""
    return Meaning(title, advice, go_to, Group.GONE)


def _input(title: Words, advice: Words = _LOOK, go_to: str = "") -> Meaning:
    return Meaning(title, advice, go_to)


def _other(title: Words, advice: Words = _REPORT, go_to: str = "") -> Meaning:
    return Meaning(title, advice, go_to)


CODES: dict[int, Meaning] = {
    1003: _input(Words("A setting is missing or not accepted")),
    1004: _other(Words("This account must be verified first"), _ASK_AKOOL, "account"),
    1005: _busy(Words("Asked too often"), _SLOWER, ""),
    1006: _money(Words("The quota is used up"), _SHORTER, "duration"),
    1007: _other(Words("Too many faces to change")),
    1008: _gone(Words("Akool cannot find what was asked for"), _CHOOSE_AVATAR, "avatar_id"),
    1009: _other(Words("This account may not do that"), _ASK_AKOOL, "account"),
    1010: _other(Words("That cannot be done now")),
    1011: _other(Words("That has been done already")),
    1013: _other(Words("Akool wants the sound inside the video")),
    1014: _gone(Words("Akool does not have what was asked for"), _CHOOSE_AVATAR, "avatar_id"),
    1015: _other(Words("Akool could not process the video")),
    1016: _other(Words("Akool could not swap the face")),
    1017: _other(Words("Akool made no sound"), _CHOOSE_VOICE, "voice_id"),
    1101: _auth(Words("The key is wrong or has expired")),
    1102: _auth(Words("No key reached Akool")),
    1103: _money(Words("A payment is due")),
    1104: _money(Words("Not enough credits"), _SHORTER, "duration"),
    1105: _other(Words("Akool could not prepare the avatar"), _CHOOSE_AVATAR, "avatar_id"),
    1108: _other(Words("Akool could not read the picture"), _CHOOSE_BACKGROUND, "background_url"),
    1109: _auth(Words("Akool does not know this account")),
    1110: _other(Words("Akool could not prepare the sound"), _CHOOSE_VOICE, "voice_id"),
    1111: _other(Words("Akool lost touch with the avatar"), _CHOOSE_AVATAR, "avatar_id"),
    1112: _other(Words("Akool could not prepare the voice"), _CHOOSE_VOICE, "voice_id"),
    1200: _auth(Words("This account is blocked"), _ASK_AKOOL),
    1201: _other(Words("Akool could not make the sound"), _CHOOSE_VOICE, "voice_id"),
    1202: _other(Words("The video is in that language already")),
    1203: _other(Words("Akool wants a video with sound")),
    1204: _other(Words("The video is too long")),
    1205: _other(Words("Akool could not make the video")),
    1206: _other(Words("Akool could not change the background"), _CHOOSE_BACKGROUND, "background_url"),
    1207: _other(Words("The file is too large")),
    1208: _other(Words("Akool could not read the video")),
    1209: _other(Words("Akool cannot use this kind of video")),
    1210: _other(Words("The video has too many frames a second")),
    1211: _other(Words("Akool could not match lips and sound")),
    1212: _other(Words("Akool could not read the mood of the text")),
    1213: _money(Words("This needs a subscription")),
    1214: _busy(Words("The avatar is still being prepared")),
    1215: _busy(Words("Akool is busy with other sessions")),
    1216: _gone(Words("Akool does not have this session")),
    1217: _other(Words("Akool lost touch with the session")),
    1218: _other(Words("Akool could not run the session")),
    1219: _gone(Words("The session has ended already")),
    1220: _other(Words("Akool could not take the avatar's video"), _CHOOSE_AVATAR, "avatar_id"),
    1221: _money(Words("This account has no subscription")),
    1222: _input(Words("That exists already")),
    1223: _other(Words("No more avatars may be uploaded"), _CHOOSE_AVATAR, "avatar_id"),
    1232: _input(Words("Akool does not have this knowledge base"), _CHOOSE_KNOWLEDGE, "knowledge_id"),
    1233: _other(Words("A knowledge base of that name exists already"), go_to="knowledge_id"),
    1234: _other(Words("Akool could not make the knowledge base"), go_to="knowledge_id"),
    1235: _other(Words("Akool could not change the knowledge base"), go_to="knowledge_id"),
    1236: _other(Words("Akool could not open the knowledge base"), go_to="knowledge_id"),
}

_SIGN_IN = Words("Open any web page and sign in there, then try again.")
_NOT_HERE = Words("Check the account's base URL: this may be another server's address.")

STATUSES: dict[int, Meaning] = {
    400: _input(Words("A setting is missing or not accepted")),
    401: _auth(Words("The key is wrong or has expired")),
    402: _money(Words("A payment is due")),
    403: _auth(Words("The server does not let this account in"), _ASK_AKOOL),
    404: _other(Words("Nothing answers at this address"), _NOT_HERE, "account"),
    405: _other(Words("Nothing answers at this address"), _NOT_HERE, "account"),
    422: _input(Words("A setting is missing or not accepted")),
    429: _busy(Words("Asked too often"), _SLOWER, ""),
    511: _other(Words("The network wants a sign-in"), _SIGN_IN),  # RFC 6585: never the server's own, which saw nothing
}
"""HTTP statuses of a refusal that carries no code of Akool's: a gateway's, or of a server that is not Akool."""

UNKNOWN = _other(Words("Refused"), Words("Show Akool's support what it said above."))

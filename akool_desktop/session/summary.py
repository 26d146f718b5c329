"""The one sentence that says what will happen, and each step in two words.

``names`` gives the human name of what a field holds, by field key, where the account's lists know it.
"""

from collections.abc import Mapping

from akool_desktop.session.fields import BY_KEY
from akool_desktop.session.rules import Draft, said, value, visible
from akool_desktop.words import Strong, Words

Names = Mapping[str, str]

_PROVIDERS = {"agora": "Agora", "livekit": "LiveKit", "trtc": "TRTC"}


def sentence(draft: Draft, names: Names) -> Words:
    """What will happen when Create session is pressed now, in one sentence."""
    return Words(
        "{avatar} will {do} {language}{length} {room}{knowledge}.",
        avatar=_avatar(draft, names),
        do=_doing(draft),
        language=_language(draft, names),
        length=_length(draft),
        room=_room(draft),
        knowledge=_knowledge(draft, names),
    )


def held(draft: Draft) -> Words:
    """What the account holds back in advance, and what becomes of it."""
    seconds = value(draft, "duration")
    if not isinstance(seconds, int):
        return Words("Akool decides how long it may run and holds credits for that; it gives the unused part back.")
    return Words(
        "Holds the full {length} in advance; Akool gives the unused part back when the session has ended.",
        length=duration(seconds),
    )


def duration(seconds: int) -> Words:
    """A length as it is said: minutes where they are whole, seconds below one, both otherwise."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return Words("1 second") if rest == 1 else Words("{seconds} seconds", seconds=rest)
    if rest:
        return Words("{minutes}:{seconds} minutes", minutes=minutes, seconds=f"{rest:02}")
    return Words("1 minute") if minutes == 1 else Words("{minutes} minutes", minutes=minutes)


def gist(draft: Draft, step: int, names: Names) -> Words:
    """What a finished step holds, in a word or two."""
    match step:
        case 1:
            return _avatar(draft, names)
        case 2:
            return _voice(draft, names)
        case 7 if value(draft, "duration") is None:
            return Words("length not known")
    key = {3: "mode_type", 4: "scene_mode", 5: "stream_type", 6: "room", 7: "duration"}[step]
    return said(BY_KEY[key], value(draft, key))


def _named(draft: Draft, names: Names, key: str) -> Words | None:
    found = value(draft, key)
    return Strong("{name}", name=names.get(key, found)) if found is not None and key in visible(draft) else None


def _avatar(draft: Draft, names: Names) -> Words:
    return _named(draft, names, "avatar_id") or Words("An avatar you have not chosen yet")


def _voice(draft: Draft, names: Names) -> Words:
    chosen = _named(draft, names, "voice_params.voice_id") or _named(draft, names, "voice_id")
    if chosen:
        return chosen
    if _named(draft, names, "voice_url"):
        return Words("from a link")
    return Words("own voice")


def _doing(draft: Draft) -> Words:
    retelling = value(draft, "mode_type") == 1
    if value(draft, "scene_mode") == "fast_dialogue":
        if retelling:
            return Words("retell by {how}", how=Strong("fast dialogue"))
        return Words("answer people by {how}", how=Strong("fast dialogue"))
    return Words("say exactly what it is sent") if retelling else Words("answer people")


def _language(draft: Draft, names: Names) -> Words:
    language = _named(draft, names, "language")
    return Words("in {language} ", language=language) if language else Words("")


def _length(draft: Draft) -> Words:
    seconds = value(draft, "duration")
    if seconds is None:
        return Words("for a length that is not known")
    if not isinstance(seconds, int):
        return Words("for a length you have not entered yet")
    return Words("for {length}", length=Strong("{length}", length=duration(seconds)))


def _room(draft: Draft) -> Words:
    provider = _PROVIDERS.get(str(value(draft, "stream_type")), "")
    if value(draft, "room") == "own":
        return Words("in {room}", room=Strong("your own {provider} room", provider=provider))
    return Words("in {room}", room=Strong("Akool's {provider} room", provider=provider))


def _knowledge(draft: Draft, names: Names) -> Words:
    knowledge = _named(draft, names, "knowledge_id")
    return Words(", with the knowledge base {name}", name=knowledge) if knowledge else Words("")

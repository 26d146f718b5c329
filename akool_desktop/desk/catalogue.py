"""What the account has to choose from: avatars, voices, languages, knowledge bases.

An entry says what a person chooses by; a catalogue is all of them as they were last read, what they make of a draft's
ids, and the facts that follow from these. Reading them is lists.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from akool_desktop.session.fields import FIELDS, Value
from akool_desktop.session.rules import Draft, value
from akool_desktop.words import Words, listed, marked


@dataclass(frozen=True)
class Entry:
    """One thing that a text field may name. ``state``: that it is ready, or why it cannot be used."""

    id: str = ""
    name: str = ""
    usable: bool = True
    state: str = ""


@dataclass(frozen=True)
class AvatarEntry(Entry):
    picture: str = ""
    gender: str = ""
    own: bool = False
    voice_id: str = ""
    takes_background: bool = True


@dataclass(frozen=True)
class VoiceEntry(Entry):
    """``language`` in words, ``locale`` as a code; either may be missing. ``sample`` is a link."""

    language: str = ""
    locale: str = ""
    gender: str = ""
    age: tuple[str, ...] = ()
    style: tuple[str, ...] = ()
    cloned: bool = False
    sample: str = ""


@dataclass(frozen=True)
class KnowledgeEntry(Entry):
    """``prompt``: how its instructions begin."""

    prologue: str = ""
    prompt: str = ""
    documents: int = 0


@dataclass(frozen=True)
class Known:
    """What an id resolves to; without a name it is in no list, which blocks nothing."""

    name: str
    words: Words
    usable: bool
    picture: str = ""


@dataclass(frozen=True)
class Listing:
    """A list as it was read. ``failed``: why it could not be read anew since."""

    entries: tuple[Entry, ...]
    read_at: datetime
    failed: Words | None = None

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        return {entry.id: entry for entry in reversed(self.entries)}


@dataclass(frozen=True)
class Catalogue:
    """A list that was never read is missing; why, where that is known, stands in ``failed``."""

    lists: Mapping[str, Listing] = field(default_factory=dict)
    failed: Mapping[str, Words] = field(default_factory=dict)

    def is_behind(self, list_of: str) -> bool:
        """Whether it could not be read when it was asked for last: the network may be back."""
        listing = self.lists.get(list_of)
        return list_of in self.failed or bool(listing and listing.failed)

    def find(self, list_of: str, wanted: object) -> Entry | None:
        listing = self.lists.get(list_of)
        return listing.by_id.get(str(wanted)) if listing and wanted is not None else None

    def names(self, draft: Draft) -> dict[str, str]:
        """The human name of what each field holds, where a list knows it."""
        found = {item.key: self.find(item.list_of, value(draft, item.key)) for item in FIELDS if item.list_of}
        return {key: entry.name for key, entry in found.items() if entry}

    def known(self, list_of: str, wanted: object) -> Known | None:
        """What to say under a field that holds ``wanted``."""
        listing = self.lists.get(list_of)
        if wanted is None or listing is None:
            return None
        entry = self.find(list_of, wanted)
        if entry is None:
            return Known("", Words("Not in the list read {when}.", when=moment(listing.read_at)), usable=False)
        picture = entry.picture if isinstance(entry, AvatarEntry) else ""
        return Known(entry.name, self._said(entry), entry.usable, picture)

    def own_voice(self, avatar: AvatarEntry) -> str:
        """The name of the avatar's own voice, or its id where no list knows it; empty if it has none."""
        entry = self.find("voices", avatar.voice_id)
        return entry.name if entry else avatar.voice_id

    def facts(self, draft: Draft) -> dict[str, Value]:
        """What the lists tell about the draft, by the keys of session.fields.FACTS; None where they do not know."""
        avatar, voice = self.find("avatars", value(draft, "avatar_id")), self.find("voices", value(draft, "voice_id"))
        background = gender = language = None
        if isinstance(avatar, AvatarEntry):
            background = "taken" if avatar.takes_background else "not taken"
        if isinstance(voice, VoiceEntry):
            language = self.agrees(voice, value(draft, "language"))
            if isinstance(avatar, AvatarEntry):
                gender = _same(voice.gender[:1].lower(), avatar.gender[:1].lower())
        return {"avatar.background": background, "voice.language": language, "voice.gender": gender}

    def agrees(self, voice: VoiceEntry, wanted: Value) -> str | None:
        """Codes are compared by their first part: a voice from Mexico speaks Spanish."""
        if not isinstance(wanted, str):
            return None
        if voice.locale:
            return _same(_tongue(voice.locale), _tongue(wanted))
        if len(voice.language) <= 3:
            return _same(_tongue(voice.language), _tongue(wanted))
        named = self.find("languages", wanted)
        return _same(voice.language.split()[0].lower(), named.name.split()[0].lower()) if named else None

    def _said(self, entry: Entry) -> Words:
        match entry:
            case AvatarEntry(usable=True) if voice := self.own_voice(entry):
                return Words("{state}, own voice {voice}", state=Words(entry.state), voice=voice)
            case VoiceEntry(usable=True):
                return listed(traits(entry)) or Words("{text}", text="")
            case KnowledgeEntry(documents=1):
                return Words("1 document")
            case KnowledgeEntry():
                return Words("{count} documents", count=entry.documents)
        return Words(entry.state)


# What Akool tells of avatars and voices in English (docs.akool.com, Voice List, Query Parameters), and Practice's own.
_TRAITS = (
    marked("male"), marked("female"), marked("young"), marked("middle"), marked("elderly"), marked("calm"),
    marked("authoritative"), marked("warm"), marked("clear"), marked("friendly"), marked("lively"), marked("elegant"),
)  # fmt: skip


def trait(told: str) -> Words:
    """One thing that Akool tells of an entry. What is not known here stays in Akool's words."""
    word = told.lower()
    return Words(word) if word in _TRAITS else Words("{text}", text=word)


def traits(voice: VoiceEntry) -> list[Words]:
    """What a voice is like: "English (en-GB)", "female", "middle", "calm"."""
    tongue = f"{voice.language} ({voice.locale})" if voice.language and voice.locale else voice.language or voice.locale
    told = (trait(word) for word in (voice.gender, *voice.age, *voice.style) if word)
    return [*([Words("{text}", text=tongue)] if tongue else ()), *told]


def moment(when: datetime, now: datetime | None = None) -> Words:
    """ "at 13:58" by this computer's clock, with the day if it is another."""
    when = when.astimezone()
    if when.date() == (now or datetime.now()).date():
        return Words("at {time}", time=f"{when:%H:%M}")
    return Words("on {day} at {time}", day=f"{when:%Y-%m-%d}", time=f"{when:%H:%M}")


_ALIASES = {"no": "nb", "tl": "fil", "iw": "he", "in": "id", "yue": "zh"}


def _tongue(code: str) -> str:
    first = code.lower().replace("_", "-").partition("-")[0]
    return _ALIASES.get(first, first)


def _same(one: str, other: str) -> str | None:
    if not one or not other:
        return None
    return "fits" if one == other else "differs"

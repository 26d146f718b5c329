"""What the Stage is told of a session, and what it tells."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

State = Literal["joining", "waiting", "live", "reconnecting", "left", "ended", "failed"]
QualityWord = Literal["good", "fair", "poor", "lost"]


@dataclass(frozen=True)
class StageSession:
    """``stream_type`` is agora, livekit or trtc; practice has a stage that joins nothing.

    ``credentials`` are a viewer's, as Akool's reply names them. ``body`` is the session's request: the page repeats
    on joining what may change during a session, as Akool's own demo does. ``avatar``: who it is in the room, where
    others may be in there too and that is known; the page shows nobody else then.
    """

    title: str
    stream_type: str
    credentials: Mapping[str, object] = field(repr=False)
    body: Mapping[str, object] = field(default_factory=dict, repr=False)
    avatar: str = ""

    @property
    def fast_dialogue(self) -> bool:
        return self.body.get("scene_mode") == "fast_dialogue"


@dataclass(frozen=True)
class StateChanged:
    """``sentence`` is what the page shows for it, in English and without secrets."""

    state: State
    sentence: str


@dataclass(frozen=True)
class Refused:
    """What was asked for on the page or from here did not happen; the sentence says why, as above."""

    sentence: str


@dataclass(frozen=True)
class Said:
    """A line of the transcript; it comes again with the same ``mid`` as it grows, until it is ``final``.

    Of a very long one it is the end. ``sent`` is False where it never reached the room.
    """

    speaker: Literal["bot", "user"]
    mid: str
    text: str
    final: bool
    sent: bool = True


@dataclass(frozen=True)
class FirstFrame:
    """Time from opening the page to the first picture."""

    milliseconds: int


@dataclass(frozen=True)
class Picture:
    """``codec`` is empty where the provider does not say."""

    codec: str
    width: int
    height: int


@dataclass(frozen=True)
class Quality:
    word: QualityWord


@dataclass(frozen=True)
class PageClosed:
    """The browser has let go of the page; the session runs on."""


StageEvent = StateChanged | Refused | Said | FirstFrame | Picture | Quality | PageClosed
Events = Callable[[StageEvent], None]


def live_settings(body: Mapping[str, object]) -> dict[str, object]:
    """What of a request may be changed in a running session, as ``set-params`` names it.

    A voice of ElevenLabs stays out: the channel has no place for the account it belongs to.
    """
    voice = body.get("voice_params")
    voice = voice if isinstance(voice, Mapping) else {}
    named: dict[str, object] = {
        "lang": body.get("language"),
        "mode": body.get("mode_type"),
        "bgurl": body.get("background_url"),
    }
    if body.get("scene_mode") != "fast_dialogue":
        own = "elevenlabs_settings" not in voice
        spoken = {"vid": body.get("voice_id") if own else None, "vurl": body.get("voice_url") if own else None}
        spoken["speed"] = voice.get("speed")
        named["vparams"] = {key: value for key, value in spoken.items() if value not in (None, "")}
    return {key: value for key, value in named.items() if value not in (None, "", {})}


def event_from(said: object) -> StageEvent | None:
    """What the page reports, checked; None for what is not a report."""
    if not isinstance(said, dict):
        return None
    match said:
        case {"is": "state", "state": str(state), "sentence": str(sentence)} if state in _STATES:
            return StateChanged(_STATES[state], sentence[:_LONGEST])
        case {"is": "refused", "sentence": str(sentence)}:
            return Refused(sentence[:_LONGEST])
        case {"is": "said", "from": "bot" | "user" as who, "mid": str(mid), "text": str(text), "final": bool(final)}:
            return Said(who, mid[:_LONGEST], text, final, said.get("sent") is not False)
        case {"is": "first-frame", "ms": int(ms)} if ms >= 0:
            return FirstFrame(ms)
        case {"is": "picture", "codec": str(codec), "width": int(width), "height": int(height)}:
            return Picture(codec[:_LONGEST], width, height)
        case {"is": "quality", "word": str(word)} if word in _QUALITIES:
            return Quality(_QUALITIES[word])
    return None


_LONGEST = 500
_STATES: dict[str, State] = {
    "joining": "joining", "waiting": "waiting", "live": "live", "reconnecting": "reconnecting",
    "left": "left", "ended": "ended", "failed": "failed",
}  # fmt: skip
_QUALITIES: dict[str, QualityWord] = {"good": "good", "fair": "fair", "poor": "poor", "lost": "lost"}

"""The form as data: one Field for each thing the operator can set.

Keys are dotted paths in the body of Create Session (docs.akool.com, Live Avatar, Create Session), whose types,
bounds and enums stand here; the two switches ``use_elevenlabs`` and ``room`` belong to the form alone and are
never sent.

A condition names other fields and, for each, the values that fulfil it: ``None`` stands for "not set" and
``ANYTHING`` for "set to something". It holds when every named field is itself visible and has one of its values.
Of several conditions side by side, any one is enough. A condition may name a fact like a field: something that the
account's lists tell about what a field holds.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from akool_desktop.session.tokens import Kind as TokenKind
from akool_desktop.words import Words

Value = str | int | float | bool | tuple[tuple[str, str], ...] | None
Kind = Literal["text", "url", "secret", "number", "whole", "length", "choice", "switch", "pairs"]
Condition = Mapping[str, tuple[object, ...]]

ANYTHING = (...,)
NOTHING = (None,)
_ALWAYS: Condition = {}


class Choice(NamedTuple):
    """One value of a list. The value None is never sent. ``hosts``: servers that whoever takes part must reach."""

    value: str | int | bool | None
    label: str
    sentence: str = ""
    hosts: tuple[str, ...] = ()


class Note(NamedTuple):
    """A sentence under a field while its condition holds. As a note it is amber and never blocks."""

    when: Condition
    words: Words


class Token(NamedTuple):
    """What a secret is that can be read here: the fields it must agree with, by what it says of itself, and the
    field that says how long it must be good."""

    kind: TokenKind
    agrees: Mapping[str, str]
    outlasts: str = "duration"


class Field(NamedTuple):
    """One thing the operator can set.

    ``low`` and ``high`` are inclusive, ``increment`` is one press of an arrow; lengths count whole seconds.
    ``list_of`` names what the account can offer for a text: avatars, voices, languages, knowledge bases; it does so
    while the condition ``listed`` holds. ``leads_to`` are the kinds of file that a link may lead to, ``key_of`` the
    service that a key is for.
    ``hints`` take the place of ``hint`` while their condition holds.
    """

    key: str
    label: str
    step: int
    kind: Kind
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    suggestions: tuple[str, ...] = ()
    list_of: Literal["", "avatars", "voices", "languages", "knowledge_bases"] = ""
    listed: Condition = _ALWAYS
    schemes: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()
    key_of: Literal["", "elevenlabs"] = ""
    low: float | None = None
    high: float | None = None
    increment: float = 1
    unit: str = ""
    example: str = ""
    default: Value = None
    required: bool = False
    advanced: bool = False
    sent: bool = True
    when: tuple[Condition, ...] = ()
    token: Token | None = None
    hints: tuple[Note, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def secret(self) -> bool:
        return self.kind == "secret"


class Fact(NamedTuple):
    """What is known of the thing that the field ``of`` names, without being a field: its value stands in the draft
    under ``key``, put there by whoever knows, and None there means that nobody does. It is never sent.

    ``choices``: its values; the sentence of one says why a field is closed by it.
    """

    key: str
    of: str
    choices: tuple[Choice, ...]


STEPS = ("Avatar", "Voice", "Mode", "Scene mode", "Stream type", "Credentials", "Session")

_STANDARD: Condition = {"scene_mode": (None,)}
_FAST: Condition = {"scene_mode": ("fast_dialogue",)}
_ELEVENLABS: Condition = {"use_elevenlabs": (True,)}
_SERVER_VAD: Condition = {"voice_params.turn_detection.type": ("server_vad",)}
_OWN_AGORA: Condition = {"room": ("own",), "stream_type": ("agora",)}
_OWN_LIVEKIT: Condition = {"room": ("own",), "stream_type": ("livekit",)}
_OWN_TRTC: Condition = {"room": ("own",), "stream_type": ("trtc",)}

_NOT_SENT = Choice(None, "not sent")
_UNKNOWN = Choice(None, "not known")
_FITS = (_UNKNOWN, Choice("fits", "fits"), Choice("differs", "differs"))
_WHICH_VOICE = Note(
    {**_FAST, **_ELEVENLABS},
    Words("Akool does not say which voice wins when fast dialogue and ElevenLabs are both on. Try it before a show."),
)
_FAST_VOICES = ("alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse", "marin", "cedar")
_ELEVENLABS_SETTINGS = "voice_params.elevenlabs_settings."
_TURN = "voice_params.turn_detection."

FACTS: tuple[Fact, ...] = (
    Fact(
        "avatar.background", "avatar_id",
        (
            _UNKNOWN,
            Choice("taken", "takes a background"),
            Choice(
                "not taken", "takes no background",
                "Because this avatar brings its own background. This comes back when you choose another.",
            ),
        ),
    ),
    Fact("voice.language", "voice_id", _FITS),
    Fact("voice.gender", "voice_id", _FITS),
)

FIELDS: tuple[Field, ...] = (
    # 1 Avatar
    Field(
        "avatar_id", "Avatar", 1, "text", required=True, list_of="avatars",
        hint="Whose face speaks. Choose one of your account's avatars, or paste an avatar ID.",
        hints=(
            Note({"avatar.background": ("not taken",)}, Words("This avatar brings its own background.")),
        ),
    ),
    Field(
        "background_url", "Background picture or video", 1, "url", schemes=("http", "https"), example="https://",
        when=({"avatar.background": ("taken", None)},), leads_to=("picture", "video"),
        hint="Optional. A link anyone can open. History keeps it as it is, signature and all.",
    ),
    # 2 Voice
    Field(
        "voice_id", "Voice", 2, "text", list_of="voices", when=(_STANDARD, _ELEVENLABS), example="Avatar's own voice",
        listed={"use_elevenlabs": (False,)},
        hint="Optional. A voice of your account's list; the avatar's own voice while this is empty.",
        hints=(Note(_ELEVENLABS, Words("The ID of a voice in your ElevenLabs account.")),),
        notes=(
            Note(
                {**_ELEVENLABS, "voice_id": NOTHING},
                Words("ElevenLabs is on: enter the ID of an ElevenLabs voice here, or Akool may use another voice."),
            ),
            Note(
                {"voice_id": ANYTHING, "voice_url": ANYTHING},
                Words("Both Voice and Voice from a link are set. Akool does not say which one wins; keep one."),
            ),
            Note({"voice.language": ("differs",)}, Words("This voice speaks another language than the session.")),
            Note({"voice.gender": ("differs",)}, Words("This voice and the avatar differ in gender.")),
            _WHICH_VOICE,
        ),
    ),
    Field(
        "voice_url", "Voice from a link", 2, "url", schemes=("http", "https"), example="https://", when=(_STANDARD,),
        hint="Optional. The link of a custom voice model.",
    ),
    Field(
        "voice_params.voice_id", "Fast dialogue voice", 2, "choice", when=(_FAST,), notes=(_WHICH_VOICE,),
        choices=(_NOT_SENT, *(Choice(voice, voice) for voice in _FAST_VOICES)),
        hint="Fast dialogue has its own voices; those of the voice list do not work there.",
    ),
    Field(
        "voice_params.speed", "Speaking speed", 2, "number", low=0.8, high=1.2, increment=0.05, when=(_STANDARD,),
        hint="From 0.80, slow, to 1.20, fast.",
    ),
    Field(
        "voice_params.pron_map", "Say words as", 2, "pairs", advanced=True, when=(_STANDARD,),
        hint="A word as it is written, and how it shall be said: akool → ai ku er.",
    ),
    Field(
        "use_elevenlabs", "Use my ElevenLabs account", 2, "switch", default=False, sent=False,
        hint="Speak with a voice of your own ElevenLabs account, on its bill.",
    ),
    Field(
        _ELEVENLABS_SETTINGS + "api_key", "ElevenLabs API key", 2, "secret", required=True, when=(_ELEVENLABS,),
        key_of="elevenlabs", hint="From your ElevenLabs profile. It is sent to Akool with the session.",
    ),
    Field(
        _ELEVENLABS_SETTINGS + "model_id", "ElevenLabs model", 2, "text", when=(_ELEVENLABS,),
        suggestions=("eleven_flash_v2_5", "eleven_turbo_v2_5", "eleven_multilingual_v2"),
    ),
    Field(
        _ELEVENLABS_SETTINGS + "stability", "Stability", 2, "number", low=0, high=1, increment=0.05,
        when=(_ELEVENLABS,), hint="0, lively, to 1, even.",
    ),
    Field(
        _ELEVENLABS_SETTINGS + "similarity_boost", "Similarity boost", 2, "number", low=0, high=1, increment=0.05,
        when=(_ELEVENLABS,), hint="0, loose, to 1, close to the original voice.",
    ),
    Field(
        _ELEVENLABS_SETTINGS + "style", "Style", 2, "number", low=0, high=1, increment=0.05, when=(_ELEVENLABS,),
        hint="0, plain, to 1, exaggerated.",
    ),
    Field(
        _ELEVENLABS_SETTINGS + "use_speaker_boost", "Speaker boost", 2, "choice", when=(_ELEVENLABS,),
        choices=(_NOT_SENT, Choice(True, "on"), Choice(False, "off")),
    ),
    # 3 Mode
    Field(
        "mode_type", "Mode", 3, "choice", default=2,
        choices=(
            Choice(2, "Dialogue", "answers people"),
            Choice(1, "Retelling", "says exactly what it is sent"),
        ),
        notes=(
            Note(
                {"mode_type": (1,), **_FAST},
                Words("Retelling with fast dialogue: fast dialogue listens to voices only, so there may be nothing to"
                      " retell."),
            ),
        ),
    ),
    Field(
        "language", "Language", 3, "text", list_of="languages",
        hint="The language code of the session, such as en or zh-CN.",
    ),
    Field(
        "knowledge_id", "Knowledge base", 3, "text", list_of="knowledge_bases",
        hint="Optional. Documents that the avatar answers from.",
        notes=(
            Note(
                {"mode_type": (1,), "knowledge_id": ANYTHING},
                Words("In Retelling the avatar says what it is sent, so the knowledge base may not be used."),
            ),
        ),
    ),
    # 4 Scene mode
    Field(
        "scene_mode", "Scene mode", 4, "choice",
        choices=(
            Choice(None, "Standard", "the usual way"),
            Choice("fast_dialogue", "Fast dialogue", "quicker answers, voice input only"),
        ),
    ),
    Field(
        "e2e_type", "End-to-end engine", 4, "choice", choices=(_NOT_SENT, Choice("openai", "OpenAI")), when=(_FAST,),
    ),
    Field(
        "voice_params.stt_language", "Speech recognition language", 4, "text", list_of="languages", advanced=True,
        hint="Optional. The language people will speak; it makes recognition more accurate.",
    ),
    Field(
        "voice_params.stt_type", "Speech recognition engine", 4, "choice", advanced=True, when=(_STANDARD,),
        choices=(_NOT_SENT, Choice("openai_realtime", "OpenAI Realtime")),
        notes=(
            Note(
                {"voice_params.stt_type": ("openai_realtime",), "mode_type": (1,)},
                Words("OpenAI Realtime may answer by itself, even in Retelling."),
            ),
        ),
    ),
    Field(
        _TURN + "type", "Turn detection", 4, "choice", advanced=True,
        choices=(
            _NOT_SENT,
            Choice("server_vad", "Server VAD", "after a silence"),
            Choice("semantic_vad", "Semantic VAD", "when the sentence sounds finished"),
        ),
        hint="How the avatar notices that a person has finished speaking.",
    ),
    Field(
        _TURN + "threshold", "Activation threshold", 4, "number", low=0, high=1, increment=0.05, advanced=True,
        when=(_SERVER_VAD,), hint="Higher needs louder speech: better in a noisy hall.",
    ),
    Field(
        _TURN + "prefix_padding_ms", "Audio kept before speech", 4, "whole", low=0, increment=50, unit="ms",
        advanced=True, when=(_SERVER_VAD,), hint="In milliseconds. More loses fewer first syllables.",
    ),
    Field(
        _TURN + "silence_duration_ms", "Silence before the answer", 4, "whole", low=0, increment=50, unit="ms",
        advanced=True, when=(_SERVER_VAD,), hint="In milliseconds. Shorter answers sooner, and interrupts sooner.",
    ),
    # 5 Stream type
    Field(
        "stream_type", "Stream type", 5, "choice", default="agora",
        choices=(
            Choice("agora", "Agora", hosts=("webrtc2-ap-web-1.agora.io",)),
            Choice("livekit", "LiveKit"),
            Choice("trtc", "TRTC (Tencent)", hosts=("schedule.cloud-rtc.com",)),
        ),
    ),
    # 6 Credentials
    Field(
        "room", "Room", 6, "choice", default="akool", sent=False,
        choices=(Choice("akool", "Akool's room"), Choice("own", "My own room")),
    ),
    Field(
        "credentials.agora_uid", "Agora UID", 6, "whole", low=0, required=True, when=(_OWN_AGORA,),
        hint="The avatar's number in the channel.",
    ),
    Field("credentials.agora_app_id", "Agora App ID", 6, "text", when=(_OWN_AGORA,)),
    Field("credentials.agora_channel", "Agora channel", 6, "text", required=True, when=(_OWN_AGORA,)),
    Field(
        "credentials.agora_token", "Agora token", 6, "secret", required=True, when=(_OWN_AGORA,),
        hint="For the avatar, not for viewers.",
        token=Token("agora", {
            "app_id": "credentials.agora_app_id", "channel": "credentials.agora_channel",
            "uid": "credentials.agora_uid",
        }),
    ),
    Field(
        "credentials.livekit_url", "LiveKit server URL", 6, "url", schemes=("wss", "ws"), example="wss://",
        required=True, when=(_OWN_LIVEKIT,),
    ),
    Field(
        "credentials.livekit_token", "LiveKit token", 6, "secret", required=True, when=(_OWN_LIVEKIT,),
        hint="For the avatar, not for viewers.",
        token=Token("livekit", {
            "room": "credentials.livekit_room_name", "identity": "credentials.livekit_server_identity",
        }),
    ),
    Field("credentials.livekit_room_name", "LiveKit room", 6, "text", when=(_OWN_LIVEKIT,)),
    Field("credentials.livekit_server_identity", "LiveKit server identity", 6, "text", when=(_OWN_LIVEKIT,)),
    Field("credentials.livekit_client_identity", "LiveKit client identity", 6, "text", when=(_OWN_LIVEKIT,)),
    Field("credentials.trtc_sdk_app_id", "TRTC SDKAppID", 6, "whole", low=1, required=True, when=(_OWN_TRTC,)),
    Field("credentials.trtc_sdk_room_id", "TRTC room", 6, "text", required=True, when=(_OWN_TRTC,)),
    Field(
        "credentials.trtc_sdk_user_id", "TRTC user", 6, "text", required=True, when=(_OWN_TRTC,),
        hint="The avatar's user ID in the room.",
    ),
    Field(
        "credentials.trtc_sdk_user_sig", "TRTC UserSig", 6, "secret", required=True, when=(_OWN_TRTC,),
        hint="For the avatar, not for viewers.",
        token=Token("trtc", {"app_id": "credentials.trtc_sdk_app_id", "user": "credentials.trtc_sdk_user_id"}),
    ),
    # 7 Session
    Field(
        "duration", "Session length", 7, "length", low=1, high=3600, increment=60, default=600,
        hint="Minutes and seconds, up to 60:00. Credits for all of it are held in advance.",
        notes=(
            Note(
                {"duration": NOTHING},
                Words("Length not known: Akool decides when the session ends, and no warning is given before it."),
            ),
        ),
    ),
)

BY_KEY: Mapping[str, Field] = {item.key: item for item in FIELDS}
FACT_BY_KEY: Mapping[str, Fact] = {fact.key: fact for fact in FACTS}

"""What is wrong, what is noted, what helps: as the operator reads it."""

import pytest

from akool_desktop.session import rules
from akool_desktop.session.fields import BY_KEY, FIELDS, Value

Draft = dict[str, Value]
ELEVEN = "voice_params.elevenlabs_settings."
TURN = "voice_params.turn_detection."
OWN = "credentials."
AVATAR: Draft = {"avatar_id": "dvp_Tristan_cloth2_1080P"}
FAST: Draft = {"scene_mode": "fast_dialogue"}
ELEVENLABS: Draft = {"use_elevenlabs": True}
SERVER_VAD: Draft = {TURN + "type": "server_vad"}
AGORA: Draft = {"room": "own"}
LIVEKIT: Draft = {"room": "own", "stream_type": "livekit"}
TRTC: Draft = {"room": "own", "stream_type": "trtc"}


def problem_of(key: str, draft: Draft) -> str:
    """The sentence under the field; empty where nothing is wrong with it."""
    return " ".join(str(problem.words) for problem in rules.problems(draft) if problem.key == key)


@pytest.mark.parametrize(
    "link",
    [
        "https://example.com/a.jpg", "http://example.com", "HTTPS://Example.com/A.MP4", "https://example.com:8443/a?b#c",
        "https://münchen.example/bild.jpg", "http://10.0.0.2/x", "https://[::1]:8080/x", " https://example.com ",
        "https://example.com/a%20b.jpg",
    ],
)  # fmt: skip
@pytest.mark.parametrize("key", ["background_url", "voice_url"])
def test_links(key: str, link: str) -> None:
    assert problem_of(key, {key: link}) == ""


@pytest.mark.parametrize("link", ["wss://booth.example.com", "ws://10.0.0.2:7880", "wss://booth.example.com/rtc"])
def test_livekit_servers(link: str) -> None:
    assert problem_of(OWN + "livekit_url", LIVEKIT | {OWN + "livekit_url": link}) == ""


NOT_WHOLE = "This is not a whole link. It starts with http:// or https://."
NO_SERVER = "This link has no server name, or a space in it. Copy it again."
PORT = "What follows the colon after the server name is not a port, which is a number up to 65535."


@pytest.mark.parametrize(
    ("link", "sentence"),
    [
        ("example.com/a.jpg", NOT_WHOLE),
        ("www.example.com", NOT_WHOLE),
        ("example.com:8443/a.jpg", NOT_WHOLE),
        ("/home/me/picture.png", NOT_WHOLE),
        ("C:\\Pictures\\hall.png", NOT_WHOLE),
        ("//example.com/a.jpg", NOT_WHOLE),
        ("data:image/png;base64,AAAA", NOT_WHOLE),
        ("ftp://example.com/a", "Starts with ftp://. Background picture or video starts with http:// or https://."),
        ("file:///a.png", "Starts with file://. Background picture or video starts with http:// or https://."),
        ("https://", NO_SERVER),
        ("https:///a.jpg", NO_SERVER),
        ("https:example.com", NO_SERVER),
        ("https://exa mple.com", NO_SERVER),
        ("https://example.com/a b.jpg", NO_SERVER),
        ("https://example.com/a\nhttps://example.com/b", NO_SERVER),
        ("https://example.com:port/", PORT),
        ("https://example.com:70000/", PORT),
        ("http://[::1", "This is not a link. It starts with http:// or https://."),
    ],
)
def test_what_is_not_a_link(link: str, sentence: str) -> None:
    assert problem_of("background_url", {"background_url": link}) == sentence


def test_a_web_address_is_no_livekit_server() -> None:
    assert problem_of(OWN + "livekit_url", LIVEKIT | {OWN + "livekit_url": "https://booth.example.com"}) == (
        "Starts with https://. LiveKit server URL starts with wss:// or ws://."
    )


SPEED = "Enter a number from 0.8 to 1.2."
UNIT = "Enter a number from 0 to 1."
LENGTH = "Enter a length from 0:01 to 60:00."
NO_LENGTH = "Enter minutes and seconds, such as 10:00."
WHOLE = "Enter a whole number."
FROM_ZERO = "Enter a whole number from 0 up."


@pytest.mark.parametrize(
    ("key", "found", "around", "sentence"),
    [
        ("voice_params.speed", 0.8, {}, ""),
        ("voice_params.speed", 1.2, {}, ""),
        ("voice_params.speed", 1, {}, ""),
        ("voice_params.speed", 0.79, {}, SPEED),
        ("voice_params.speed", 1.21, {}, SPEED),
        ("voice_params.speed", float("nan"), {}, SPEED),
        ("voice_params.speed", float("inf"), {}, SPEED),
        ("voice_params.speed", "fast", {}, "Enter a number."),
        ("voice_params.speed", "1.0.0", {}, "Enter a number."),
        ("voice_params.speed", True, {}, "Enter a number."),
        *((ELEVEN + name, 0, ELEVENLABS, "") for name in ("stability", "similarity_boost", "style")),
        *((ELEVEN + name, 1, ELEVENLABS, "") for name in ("stability", "similarity_boost", "style")),
        *((ELEVEN + name, 1.01, ELEVENLABS, UNIT) for name in ("stability", "similarity_boost", "style")),
        *((ELEVEN + name, -0.01, ELEVENLABS, UNIT) for name in ("stability", "similarity_boost", "style")),
        (TURN + "threshold", 0.5, SERVER_VAD, ""),
        (TURN + "threshold", 5, SERVER_VAD, UNIT),
        (TURN + "prefix_padding_ms", 0, SERVER_VAD, ""),
        (TURN + "prefix_padding_ms", -1, SERVER_VAD, FROM_ZERO),
        (TURN + "silence_duration_ms", 0.5, SERVER_VAD, WHOLE),
        (TURN + "silence_duration_ms", "500 ms", SERVER_VAD, WHOLE),
        (OWN + "agora_uid", 0, AGORA, ""),
        (OWN + "agora_uid", 4294967295, AGORA, ""),
        (OWN + "agora_uid", -1, AGORA, FROM_ZERO),
        (OWN + "agora_uid", 1.0, AGORA, WHOLE),
        (OWN + "agora_uid", "booth", AGORA, WHOLE),
        (OWN + "agora_uid", False, AGORA, WHOLE),
        (OWN + "trtc_sdk_app_id", 1, TRTC, ""),
        (OWN + "trtc_sdk_app_id", 0, TRTC, "Enter a whole number from 1 up."),
        ("duration", None, {}, ""),
        ("duration", 1, {}, ""),
        ("duration", 3600, {}, ""),
        ("duration", 0, {}, LENGTH),
        ("duration", 3601, {}, LENGTH),
        ("duration", "ten", {}, NO_LENGTH),
        ("duration", "1:75", {}, NO_LENGTH),
        ("duration", 600.0, {}, NO_LENGTH),
        ("duration", True, {}, NO_LENGTH),
    ],
)
def test_numbers_and_lengths(key: str, found: Value, around: Draft, sentence: str) -> None:
    assert problem_of(key, around | {key: found}) == sentence


BOTH = "Every row needs both the word and how to say it."


@pytest.mark.parametrize(
    ("pairs", "sentence"),
    [
        ((), ""),
        ((("akool", "ai ku er"),), ""),
        ((("akool", "ai ku er"), ("Akool", "ai ku er")), ""),
        ((("akool", ""),), BOTH),
        ((("", "ai ku er"),), BOTH),
        (((" ", "ai ku er"),), BOTH),
        ((("akool", "\u200b"),), BOTH),
        ((("akool", "a"), ("ok", "o"), ("akool ", "b")), "akool stands here twice. Keep one."),
        ((("{odd}", "a"), ("{odd}", "b")), "{odd} stands here twice. Keep one."),
    ],
)
def test_words_and_how_to_say_them(pairs: tuple[tuple[str, str], ...], sentence: str) -> None:
    assert problem_of("voice_params.pron_map", {"voice_params.pron_map": pairs}) == sentence


SECRETS = [(ELEVEN + "api_key", ELEVENLABS), (OWN + "agora_token", AGORA), (OWN + "livekit_token", LIVEKIT)]


@pytest.mark.parametrize(("key", "around"), [*SECRETS, (OWN + "trtc_sdk_user_sig", TRTC)])
def test_secrets(key: str, around: Draft) -> None:
    assert problem_of(key, around | {key: "eyJ0.e-30_a=="}) == ""
    assert problem_of(key, around | {key: " eyJ0\u200b\n"}) == ""
    odd = around | {key: "ey\u0007J0"}
    assert problem_of(key, odd) == "This holds characters that no key has. Paste it again."
    assert "J0" not in repr(rules.problems(odd))


@pytest.mark.parametrize("around", ['"{}"', '"{}",', "\u201c{}\u201d\n", " '{}' ", "`{}`"])
@pytest.mark.parametrize("broken", ["eyJ0.e-30_a==", "eyJ0\n.e-30_a==", "eyJ0\u2028.e-30_a==", "eyJ0. \te-30_a=="])
def test_what_was_copied_along_with_a_secret_is_not_part_of_it(around: str, broken: str) -> None:
    """A mail wraps a token, and JSON puts it in quotes: pasting it once more would not mend it."""
    for key, draft in SECRETS:
        pasted = draft | {key: around.format(broken)}
        assert problem_of(key, pasted) == ""
        assert rules.value(pasted, key) == "eyJ0.e-30_a=="


@pytest.mark.parametrize(
    ("key", "found", "around", "sentence"),
    [
        ("avatar_id", None, {}, "Avatar is needed."),
        ("avatar_id", "", {}, "Avatar is needed."),
        ("avatar_id", "\u200b \u00a0\u200e", {}, "Avatar is needed."),
        ("avatar_id", "two\nlines", {}, "This holds a line break or a tab. Paste it again without."),
        ("language", "en\tde", {}, "This holds a line break or a tab. Paste it again without."),
        ("language", "中文", {}, ""),
        (OWN + "agora_channel", "hall {3}", AGORA, ""),
        ("avatar_id", False, {}, "This cannot be used here. Enter it anew."),
        ("avatar_id", 5, {}, "This cannot be used here. Enter it anew."),
        ("use_elevenlabs", "yes", {}, "This cannot be used here. Enter it anew."),
        ("voice_params.pron_map", "akool", {}, "This cannot be used here. Enter it anew."),
        ("voice_params.speed", (("a", "b"),), {}, "This cannot be used here. Enter it anew."),
        ("mode_type", None, {}, "Choose one of the list."),
        ("mode_type", 3, {}, "Choose one of the list."),
        ("mode_type", True, {}, "Choose one of the list."),
        ("stream_type", "zoom", {}, "Choose one of the list."),
        ("room", None, {}, "Choose one of the list."),
        ("scene_mode", "fast", {}, "Choose one of the list."),
        (ELEVEN + "use_speaker_boost", 1, ELEVENLABS, "Choose one of the list."),
    ],
)
def test_texts_and_lists(key: str, found: Value, around: Draft, sentence: str) -> None:
    assert problem_of(key, around | {key: found}) == sentence


def test_problems_come_in_screen_order() -> None:
    draft: Draft = LIVEKIT | ELEVENLABS | {"duration": 0, "background_url": "x"}
    assert [problem.key for problem in rules.problems(draft)] == [
        "avatar_id", "background_url", ELEVEN + "api_key", OWN + "livekit_url", OWN + "livekit_token", "duration",
    ]  # fmt: skip


def test_a_problem_of_a_hidden_field_blocks_nothing() -> None:
    hidden: Draft = {
        OWN + "livekit_url": "rubbish", "voice_url": "rubbish", "voice_params.speed": 9,
        "voice_params.pron_map": (("", ""),), TURN + "threshold": 7, ELEVEN + "api_key": "a\nb", OWN + "agora_uid": "x",
    }  # fmt: skip
    assert rules.problems(AVATAR | FAST | hidden) == []


# Notes. Each is there with its reason, gone without it, and never blocks.

NO_ELEVENLABS_VOICE = (
    "voice_id", "ElevenLabs is on: enter the ID of an ElevenLabs voice here, or Akool may use another voice.",
)  # fmt: skip
TWO_VOICES = (
    "voice_id", "Both Voice and Voice from a link are set. Akool does not say which one wins; keep one.",
)  # fmt: skip
WHICH_VOICE = "Akool does not say which voice wins when fast dialogue and ElevenLabs are both on. Try it before a show."
KNOWLEDGE = ("knowledge_id", "In Retelling the avatar says what it is sent, so the knowledge base may not be used.")
FAST_RETELLING = (
    "mode_type",
    "Retelling with fast dialogue: fast dialogue listens to voices only, so there may be nothing to retell.",
)
REALTIME = ("voice_params.stt_type", "OpenAI Realtime may answer by itself, even in Retelling.")
NO_LENGTH_NOTE = (
    "duration", "Length not known: Akool decides when the session ends, and no warning is given before it.",
)  # fmt: skip
OTHER_LANGUAGE = ("voice_id", "This voice speaks another language than the session.")
OTHER_GENDER = ("voice_id", "This voice and the avatar differ in gender.")
RETELLING: Draft = {"mode_type": 1}
KEYED: Draft = ELEVENLABS | {ELEVEN + "api_key": "sk"}
LINK: Draft = {"voice_url": "https://a.example"}


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        ({}, []),
        (KEYED, [NO_ELEVENLABS_VOICE]),
        (KEYED | {"voice_id": "  "}, [NO_ELEVENLABS_VOICE]),
        (KEYED | {"voice_id": "iP95"}, []),
        ({"voice_id": "a"} | LINK, [TWO_VOICES]),
        ({"voice_id": "a"}, []),
        (LINK, []),
        ({"voice_id": "a"} | LINK | FAST, []),
        (FAST, []),
        (FAST | KEYED | {"voice_id": "a"}, [("voice_id", WHICH_VOICE), ("voice_params.voice_id", WHICH_VOICE)]),
        (
            FAST | KEYED,
            [NO_ELEVENLABS_VOICE, ("voice_id", WHICH_VOICE), ("voice_params.voice_id", WHICH_VOICE)],
        ),
        (RETELLING, []),
        (RETELLING | {"knowledge_id": "k"}, [KNOWLEDGE]),
        ({"knowledge_id": "k"}, []),
        (RETELLING | FAST, [FAST_RETELLING]),
        (RETELLING | {"voice_params.stt_type": "openai_realtime"}, [REALTIME]),
        ({"voice_params.stt_type": "openai_realtime"}, []),
        (RETELLING | FAST | {"voice_params.stt_type": "openai_realtime"}, [FAST_RETELLING]),
        ({"voice_id": "a", "voice.language": "differs"}, [OTHER_LANGUAGE]),
        ({"voice_id": "a", "voice.gender": "differs"}, [OTHER_GENDER]),
        ({"voice_id": "a", "voice.language": "fits", "voice.gender": None}, []),
        (FAST | {"voice_id": "a", "voice.language": "differs", "voice.gender": "differs"}, []),
        ({"duration": None}, [NO_LENGTH_NOTE]),
        ({"duration": 1}, []),
    ],
)
def test_notes(draft: Draft, notes: list[tuple[str, str]]) -> None:
    assert [(note.key, str(note.words)) for note in rules.notes(AVATAR | draft)] == notes
    assert rules.problems(AVATAR | draft) == []


def test_every_note_of_the_form_has_its_row_above() -> None:
    told = {str(note.words) for field in FIELDS for note in field.notes}
    rows = (NO_ELEVENLABS_VOICE, TWO_VOICES, KNOWLEDGE, FAST_RETELLING, REALTIME, NO_LENGTH_NOTE, OTHER_LANGUAGE,
            OTHER_GENDER)  # fmt: skip
    assert told == {WHICH_VOICE, *(sentence for _, sentence in rows)}


def test_the_voice_hint_asks_for_an_elevenlabs_voice_while_that_is_on() -> None:
    voice = BY_KEY["voice_id"]
    assert rules.hint({}, voice) == voice.hint
    assert rules.hint(ELEVENLABS, voice) == "The ID of a voice in your ElevenLabs account."
    assert rules.hint(FAST | ELEVENLABS, voice) == "The ID of a voice in your ElevenLabs account."
    assert rules.hint(ELEVENLABS, BY_KEY["language"]) == BY_KEY["language"].hint


@pytest.mark.parametrize(
    ("key", "found", "words"),
    [
        ("voice_params.speed", 1.05, "1.05"), ("voice_params.speed", 1, "1.00"), ("voice_params.speed", 1.001, "1.001"),
        ("voice_params.speed", "fast", "fast"), ("duration", 600, "10:00"), ("duration", 61, "1:01"),
        ("duration", None, "not sent"), ("duration", "ten", "ten"), ("voice_params.pron_map", (("a", "b"),), "1 word"),
        ("voice_params.pron_map", (("a", "b"), ("c", "d")), "2 words"), ("mode_type", 1, "Retelling"),
        ("mode_type", 3, "3"), ("scene_mode", None, "Standard"), ("e2e_type", None, "not sent"),
        (ELEVEN + "use_speaker_boost", False, "off"), (ELEVEN + "api_key", "sk_1", "hidden"),
        (ELEVEN + "api_key", None, "not sent"), (TURN + "prefix_padding_ms", 300, "300 ms"),
        ("use_elevenlabs", True, "on"), ("use_elevenlabs", False, "off"), ("avatar_id", "{x}", "{x}"),
        ("stream_type", "{x}", "{x}"), (OWN + "agora_uid", 0, "0"),
    ],
)  # fmt: skip
def test_a_value_in_words(key: str, found: Value, words: str) -> None:
    assert str(rules.said(BY_KEY[key], found)) == words

# Facts.


NO_BACKGROUND: Draft = {
    "avatar_id": "mine", "avatar.background": "not taken", "background_url": "https://a.example/b",
}  # fmt: skip


def test_an_avatar_that_takes_no_background_closes_the_field_and_says_why() -> None:
    assert "background_url" not in rules.visible(NO_BACKGROUND)
    assert "background_url" not in rules.payload(NO_BACKGROUND)
    (group,) = rules.not_sent(NO_BACKGROUND)
    assert group.keys == ("background_url",)
    said = "Because this avatar brings its own background. This comes back when you choose another."
    assert str(group.reason) == said
    assert "brings its own background" in rules.hint(NO_BACKGROUND, BY_KEY["avatar_id"])


@pytest.mark.parametrize("known", [None, "taken", "rubbish", 7])
def test_a_background_may_be_set_while_nothing_is_known_against_it(known: Value) -> None:
    draft = NO_BACKGROUND | {"avatar.background": known}
    assert rules.payload(draft)["background_url"] == "https://a.example/b"
    assert rules.hint(draft, BY_KEY["avatar_id"]) == BY_KEY["avatar_id"].hint


def test_a_fact_is_never_sent() -> None:
    assert set(rules.payload(NO_BACKGROUND)) == {"avatar_id", "mode_type", "stream_type", "duration"}

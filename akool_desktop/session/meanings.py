"""What each field of the form is, in plain words, for somebody who asks.

Beside the table and not in it: a hint is always in view and says what to enter; this is asked for and says what it is
for. What is said of Akool's side is what its page says (docs.akool.com, Live Avatar, Create Session).
"""

from collections.abc import Mapping

_ELEVENLABS = "voice_params.elevenlabs_settings."
_TURN = "voice_params.turn_detection."

MEANINGS: Mapping[str, str] = {
    # 1 Avatar
    "avatar_id": (
        "The digital person that is seen and heard. Each has an ID; Choose… shows those that your account may use. "
        "One that was made from your own video can be used once Akool has finished it."
    ),
    "background_url": (
        "A picture or video that is shown behind the avatar. Akool's servers fetch it, so the link must work without "
        "a login."
    ),
    # 2 Voice
    "voice_id": (
        "Another voice in the place of the avatar's own, by its ID. Voices of Akool Multilingual 2 cannot be used in "
        "a session. While ElevenLabs is on, it is the ID of a voice there."
    ),
    "voice_url": "The link of a custom voice model, as Akool's list of voices gives it. Use this or Voice, not both.",
    "voice_params.voice_id": (
        "Fast dialogue speaks with one of ten preset voices. The voices of your account's list are not available in it."
    ),
    "voice_params.speed": "How fast the avatar speaks. 1.00 is the usual speed, and what Akool takes if none is sent.",
    "voice_params.pron_map": (
        "How words are said that a voice gets wrong, such as names. Write the word at the left, and at the right how "
        "it sounds."
    ),
    "use_elevenlabs": (
        "Speech is made with your ElevenLabs account in the place of Akool's voices, and ElevenLabs bills you for it. "
        "The switch itself is not sent: the settings under it are."
    ),
    _ELEVENLABS + "api_key": (
        "The secret that lets Akool use your ElevenLabs account. It is never written to a file here; with each "
        "session it goes to Akool."
    ),
    _ELEVENLABS + "model_id": (
        "Which of ElevenLabs' models makes the speech. Flash and turbo models are made for quick answers, multilingual "
        "ones for many languages."
    ),
    _ELEVENLABS + "stability": (
        "How alike the voice sounds from sentence to sentence. Higher is more consistent, lower brings more variation."
    ),
    _ELEVENLABS + "similarity_boost": "How closely the speech keeps to the original voice. Higher keeps closer to it.",
    _ELEVENLABS + "style": "How strongly the style of the original speaker is exaggerated. 0 leaves it as it is.",
    _ELEVENLABS + "use_speaker_boost": (
        "Makes the speech more like the original speaker. Akool's page recommends it for cloned voices."
    ),
    # 3 Mode
    "mode_type": (
        "What the avatar does with what it is given. In Dialogue it holds a conversation; in Retelling it says the "
        "text that it is sent, word for word."
    ),
    "language": (
        "The language of the session, as a code from Akool's list of languages. It should be one that the voice speaks."
    ),
    "knowledge_id": (
        "A collection of your documents and links at Akool. The avatar draws on it, so that its answers are about "
        "your matters. It is made and filled at Akool; here you choose one."
    ),
    # 4 Scene mode
    "scene_mode": (
        "Fast dialogue answers with less delay, and takes voice input only: no typed text. It has voices of its own. "
        "Standard is what Akool does when nothing is sent."
    ),
    "e2e_type": (
        "Who provides the model that hears and answers in one go, in fast dialogue. OpenAI is the only one that Akool "
        "names; not sent leaves it to Akool."
    ),
    "voice_params.stt_language": (
        "The language in which people speak to the avatar, so that it understands them better. Without it Akool uses "
        "a default or finds out by itself."
    ),
    "voice_params.stt_type": (
        "What turns people's speech into text. OpenAI Realtime is the only one that Akool names; not sent leaves it to "
        "Akool."
    ),
    _TURN + "type": (
        "How the avatar notices that it is its turn. Server VAD waits for a silence; Semantic VAD goes by whether the "
        "sentence sounds finished. VAD is short for voice activity detection."
    ),
    _TURN + "threshold": (
        "How loud a sound must be to count as speech, from 0 to 1. In a noisy hall a higher value keeps the avatar "
        "from answering the noise."
    ),
    _TURN + "prefix_padding_ms": (
        "How much sound from before the first word is taken along, in milliseconds, so that the beginning of a "
        "sentence is not cut off."
    ),
    _TURN + "silence_duration_ms": (
        "How long somebody must be silent, in milliseconds, until their turn counts as over. Short is quick, but a "
        "pause for thought is taken for the end."
    ),
    # 5 Stream type
    "stream_type": (
        "Whose network carries picture and sound between Akool and the viewers. Choose the one that your front end or "
        "your room uses; for the Stage any will do."
    ),
    # 6 Credentials
    "room": (
        "Where the avatar appears. Akool's room is made for the session, and you get what viewers need to join. Your "
        "own room is on your own Agora, LiveKit or TRTC account, and the avatar joins it like a guest."
    ),
    "credentials.agora_uid": (
        "The number under which the avatar joins your channel. No one else in the channel may have it, and the token "
        "must be made for it."
    ),
    "credentials.agora_app_id": "The ID of your project in Agora's console. Your channel belongs to that project.",
    "credentials.agora_channel": (
        "The name of the channel on your Agora account that the avatar joins. Viewers join the same one."
    ),
    "credentials.agora_token": (
        "The pass that your server makes to let the avatar into the channel. Viewers need passes of their own: a "
        "second join with this one would put the avatar out."
    ),
    "credentials.livekit_url": "The address of your LiveKit server, as your project shows it. It begins with wss://.",
    "credentials.livekit_token": (
        "The pass that your server makes to let the avatar into the room. Viewers need passes of their own: a second "
        "join with this one would put the avatar out."
    ),
    "credentials.livekit_room_name": (
        "The name of the room on your LiveKit server that the avatar joins. The token must be for the same room."
    ),
    "credentials.livekit_server_identity": (
        "The name by which the avatar's side is known in the room. The token of the avatar carries it."
    ),
    "credentials.livekit_client_identity": (
        "The name by which your viewer's side is known in the room. Akool lists it as optional and says no more of it."
    ),
    "credentials.trtc_sdk_app_id": "The number of your application in Tencent's TRTC console, called SDKAppID there.",
    "credentials.trtc_sdk_room_id": (
        "The room in your TRTC application that the avatar joins. Akool takes it as text, so viewers must join a room "
        "named by text, not by number."
    ),
    "credentials.trtc_sdk_user_id": (
        "The user name under which the avatar joins. No one else in the room may have it, and the UserSig must be made "
        "for it."
    ),
    "credentials.trtc_sdk_user_sig": (
        "The pass that your server makes for the avatar's user name. Viewers need passes of their own: a second join "
        "with this one would put the avatar out."
    ),
    # 7 Session
    "duration": (
        "How long the session may last, at most an hour. Akool charges credits for all of it at the start and gives "
        "back what was not used after the end."
    ),
}

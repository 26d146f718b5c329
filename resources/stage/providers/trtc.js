// TRTC (Tencent), with its own trtc-sdk-v5.

import { Failure } from "../failures.js";
import { load } from "./sdk.js";

export const VENDOR = "TRTC (Tencent)";

const NO_LOG = 5;
const MESSAGES = 1;
const WORDS = ["", "good", "good", "fair", "fair", "poor", "lost"];

export async function prepare(credentials) {
  await load("trtc.js");
  const sdk = globalThis.TRTC;
  sdk.setLogLevel(NO_LOG, false); // its uploaded log would hold the pass
  return (tell) => new Trtc(sdk, credentials, tell);
}

class Trtc {
  bytesPerSecond = 7680;
  #tracks = new Map();

  constructor(sdk, credentials, tell) {
    this.sdk = sdk;
    this.credentials = credentials;
    this.tell = tell;
    this.trtc = sdk.create();
    this.#listen(sdk.EVENT);
  }

  async join() {
    const pass = this.#pass();
    if (!Object.values(pass).every(Boolean)) throw new Failure("incomplete");
    try {
      // In this scene only an anchor may send messages, which is why Akool's own demo joins as one.
      const { SCENE_LIVE: scene, ROLE_ANCHOR: role } = this.sdk.TYPE;
      await this.trtc.enterRoom({ ...pass, scene, role, autoReceiveVideo: true, enableAutoPlayDialog: false });
    } catch (error) {
      throw new Failure(joinFailure(error, this.sdk.ERROR_CODE));
    }
  }

  async leave() {
    await this.trtc.exitRoom();
    this.trtc.destroy();
  }

  async send(bytes) {
    this.trtc.sendCustomMessage({ cmdId: MESSAGES, data: bytes.slice().buffer });
  }

  async publish(track) {
    await this.trtc.startLocalAudio({ option: { audioTrack: track } });
  }

  async unpublish() {
    await this.trtc.stopLocalAudio();
  }

  async picture() {
    return { codec: "" };
  }

  /** Akool's reply has these names with and without "sdk_". The application's ID is a number, the room a word. */
  #pass() {
    const named = (name) => this.credentials[`trtc_sdk_${name}`] ?? this.credentials[`trtc_${name}`];
    return {
      sdkAppId: Number(named("app_id")),
      strRoomId: String(named("room_id") ?? ""),
      userId: named("user_id"),
      userSig: named("user_sig"),
    };
  }

  #listen(Event) {
    const { trtc, tell } = this;
    trtc.on(Event.TRACK, ({ userId, track }) => userId && this.#came(userId, track));
    trtc.on(Event.REMOTE_VIDEO_AVAILABLE, (picture) => this.#watch(picture));
    trtc.on(Event.REMOTE_VIDEO_UNAVAILABLE, ({ userId }) => this.#gone(userId, ({ kind }) => kind === "video"));
    // The page plays the sound itself, so that its Mute works; the SDK's own copy is made silent.
    trtc.on(Event.REMOTE_AUDIO_AVAILABLE, ({ userId }) => trtc.setRemoteAudioVolume(userId, 0));
    trtc.on(Event.REMOTE_USER_EXIT, ({ userId }) => this.#left(userId));
    trtc.on(Event.CUSTOM_MESSAGE, ({ data }) => tell("data", new Uint8Array(data)));
    trtc.on(Event.NETWORK_QUALITY, ({ downlinkNetworkQuality: quality }) => WORDS[quality] && tell("quality", WORDS[quality]));
    trtc.on(Event.KICKED_OUT, ({ reason }) => tell("gone", reason === "kick" ? "elsewhere" : "removed"));
    trtc.on(Event.CONNECTION_STATE_CHANGED, ({ prevState, state, isReconnecting }) => {
      if (state === "CONNECTING" && isReconnecting) tell("reconnecting");
      if (state === "CONNECTED" && prevState === "CONNECTING") tell("back");
      if (state === "DISCONNECTED") tell("gone", "lost");
    });
  }

  /** The SDK has no second TRACK for a picture that was only held back. */
  async #watch({ userId, streamType }) {
    await this.trtc.startRemoteVideo({ userId, streamType, view: null });
    this.#came(userId, this.trtc.getVideoTrack({ userId, streamType }));
  }

  #came(user, track) {
    const tracks = this.#tracks.get(user) ?? [];
    if (!track || tracks.includes(track)) return;
    this.#tracks.set(user, [...tracks, track]);
    this.tell("track", track, user);
  }

  /** The SDK tells of nobody's tracks that they are gone. */
  #gone(user, which = () => true) {
    const tracks = this.#tracks.get(user) ?? [];
    this.#tracks.set(user, tracks.filter((track) => !which(track)));
    for (const track of tracks.filter(which)) this.tell("trackGone", track);
  }

  #left(user) {
    this.#gone(user);
    this.#tracks.delete(user);
    this.tell("someoneLeft", null, user);
  }
}

/** The SDK's code is the same for all that a server refuses; the server's own is `extraCode`, around -100006 for a pass. */
function joinFailure({ code, extraCode, message }, Code) {
  if (code === Code.INVALID_PARAMETER) return "incomplete";
  if (/sig/i.test(message) || (extraCode <= -100_000 && extraCode >= -100_018)) return "pass";
  return code === Code.OPERATION_FAILED ? "unreachable" : "join";
}

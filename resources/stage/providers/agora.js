// Agora, with its own agora-rtc-sdk-ng.

import { Failure } from "../failures.js";
import { load } from "./sdk.js";

export const VENDOR = "Agora";

const NO_LOG = 4;
const WORDS = ["", "good", "good", "fair", "fair", "poor", "lost"];

export async function prepare(credentials) {
  await load("agora-rtc-sdk.js");
  const sdk = globalThis.AgoraRTC;
  sdk.setLogLevel(NO_LOG);
  sdk.disableLogUpload();
  return (tell) => new Agora(sdk, credentials, tell);
}

class Agora {
  bytesPerSecond = 5760;
  #tracks = new Map();
  #published = new Map();

  constructor(sdk, credentials, tell) {
    this.sdk = sdk;
    this.credentials = credentials;
    this.tell = tell;
    this.client = sdk.createClient({ mode: "rtc", codec: "vp8" });
    this.#listen();
  }

  async join() {
    const { agora_app_id: app, agora_channel: channel, agora_token: token, agora_uid: uid } = this.credentials;
    if (!app || !channel || !token || uid === undefined) throw new Failure("incomplete");
    try {
      await this.client.join(app, channel, token, uid);
    } catch (error) {
      throw new Failure(joinFailure(error));
    }
  }

  async leave() {
    await this.client.leave();
  }

  /** Not in Agora's reference; Akool's own demo sends with it. */
  async send(bytes) {
    await this.client.sendStreamMessage(bytes, false);
  }

  async publish(track) {
    const own = this.sdk.createCustomAudioTrack({ mediaStreamTrack: track });
    this.#published.set(track, own);
    await this.client.publish(own);
  }

  async unpublish(track) {
    const own = this.#published.get(track);
    this.#published.delete(track);
    await this.client.unpublish(own);
    own.close();
  }

  async picture() {
    const [stats] = Object.values(this.client.getRemoteVideoStats());
    return { codec: stats?.codecType ?? "" };
  }

  #listen() {
    const { client, tell } = this;
    client.on("user-published", async (user, kind) => {
      const remote = await client.subscribe(user, kind);
      this.#tracks.set(`${user.uid} ${kind}`, remote.getMediaStreamTrack());
      tell("track", remote.getMediaStreamTrack(), user.uid);
    });
    client.on("user-unpublished", (user, kind) => this.#gone(`${user.uid} ${kind}`));
    client.on("user-left", ({ uid }) => tell("someoneLeft", null, uid));
    client.on("stream-message", (_uid, bytes) => tell("data", bytes));
    client.on("network-quality", ({ downlinkNetworkQuality: quality }) => WORDS[quality] && tell("quality", WORDS[quality]));
    client.on("connection-state-change", (state, before, reason) => {
      if (state === "RECONNECTING") tell("reconnecting");
      if (state === "CONNECTED" && before === "RECONNECTING") tell("back");
      if (state === "DISCONNECTED" && reason !== "LEAVE") tell("gone", goneFor(reason));
    });
  }

  #gone(key) {
    const track = this.#tracks.get(key);
    if (track) this.tell("trackGone", track);
    this.#tracks.delete(key);
  }
}

function joinFailure({ code, message }) {
  if (code === "UID_CONFLICT") return "elsewhere";
  return /token|dynamic.key|authorized|vendor.key|appid/i.test(message) ? "pass" : "join";
}

function goneFor(reason) {
  if (reason === "UID_CONFLICT") return "elsewhere";
  if (reason === "TOKEN_EXPIRE") return "pass";
  return /BANNED/.test(reason) ? "removed" : "lost";
}

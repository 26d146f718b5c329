// Run by test_messages.py. The double of the SDK does as trtc-sdk-v5 5.17.1 does, read in its code: TRACK is told once for
// each track, and who holds their picture back and shows it again keeps theirs.
import assert from "node:assert/strict";
import { test } from "node:test";

import { prepare } from "../../resources/stage/providers/trtc.js";

const EVENT = Object.fromEntries([
  "TRACK", "REMOTE_VIDEO_AVAILABLE", "REMOTE_VIDEO_UNAVAILABLE", "REMOTE_AUDIO_AVAILABLE", "REMOTE_USER_EXIT",
  "CUSTOM_MESSAGE", "NETWORK_QUALITY", "KICKED_OUT", "CONNECTION_STATE_CHANGED",
].map((name) => [name, name]));

class Sdk {
  #listeners = new Map();
  #told = new Set();
  tracks = new Map();

  on(event, listener) {
    this.#listeners.set(event, listener);
  }

  emit(event, told) {
    this.#listeners.get(event)?.(told);
  }

  async startRemoteVideo({ userId, streamType }) {
    const track = this.tracks.get(userId);
    if (!this.#told.has(track)) this.emit("TRACK", { userId, streamType, track });
    this.#told.add(track);
  }

  getVideoTrack({ userId }) {
    return this.tracks.get(userId);
  }
}

async function room() {
  const element = { addEventListener: (name, listener) => name === "load" && listener() };
  globalThis.document = { createElement: () => element, head: { append() {} } };
  const sdk = new Sdk();
  globalThis.TRTC = { EVENT, create: () => sdk, setLogLevel() {} };
  const heard = [];
  (await prepare({}))((name, value) => heard.push([name, value]));
  return { sdk, heard };
}

const turn = () => new Promise((done) => setImmediate(done));

test("a picture that is held back is gone, and is there again when it is shown again", async () => {
  const { sdk, heard } = await room();
  const [picture, sound] = [{ kind: "video" }, { kind: "audio" }];
  sdk.tracks.set("avatar", picture);
  const who = { userId: "avatar", streamType: "main" };
  sdk.emit("TRACK", { ...who, track: sound });
  for (let time = 0; time < 2; time += 1) {
    sdk.emit("REMOTE_VIDEO_AVAILABLE", who);
    await turn();
    sdk.emit("REMOTE_VIDEO_UNAVAILABLE", who);
  }
  const shownTwice = [["track", picture], ["trackGone", picture], ["track", picture], ["trackGone", picture]];
  assert.deepEqual(heard, [["track", sound], ...shownTwice]);
  sdk.emit("REMOTE_USER_EXIT", who);
  assert.deepEqual(heard.slice(5), [["trackGone", sound], ["someoneLeft", null]]);
});

// One visit to the avatar's room over whichever provider: joined within a deadline, left by itself when the
// connection does not come back, talked to in protocol 2. It knows no document; what it does is told to `show`.
//
// A provider has join(), leave(), send(bytes), publish(track), unpublish(track), picture() and bytesPerSecond, and
// tells its listener: track(track, who), trackGone(track), data(bytes), quality(word), reconnecting(), back(),
// someoneLeft(nothing, who), after their tracks, and gone(kind), kind being one of failures.js.

import { Failure, sentence, within } from "./failures.js";
import { Outbox, Replies, read, setParams } from "./messages.js";

const JOIN_MS = 15_000;
const LEAVE_MS = 3_000;
const RECONNECT_MS = 30_000;
const BY_THE_NETWORK = new Set(["lost", "unreachable", "silent"]);

const SAID = {
  joining: (vendor) => `Joining the room over ${vendor}…`,
  waiting: () => "In the room. The avatar has not come yet.",
  live: () => "Live",
  reconnecting: () => "The connection broke. Reconnecting…",
  left: () => "You have left the room. The session is still running and may cost money: end it in Akool Desktop.",
  ended: () => "The session has ended. You can close this page.",
  replaced: () => "The Stage was opened again, in another page. You can close this one.",
  dark: () => "The avatar's picture has stopped. It may come back by itself.",
  absent: () => "The avatar has left the room. The session may be about to end.",
};

export class Room {
  #provider = null;
  #outbox = null;
  #replies = new Replies();
  #reconnectTimer = 0; // while the connection is whole
  #farewell = null; // the last one
  #cutOff = false; // by the network, until joined again or left
  #seen = false;
  #pictures = new Set();
  #unsent = new Map(); // the line of the transcript that a text has

  /** `makeProvider(listener)` makes a new one for each visit; `settings` go out on joining. `avatar` is who it is in the room, or empty. */
  constructor(vendor, { settings, avatar }, makeProvider, show) {
    this.vendor = vendor;
    this.avatar = avatar;
    this.settings = settings;
    this.makeProvider = makeProvider;
    this.show = show;
  }

  async join() {
    this.#seen = this.#cutOff = false;
    this.#tell("joining");
    const provider = this.makeProvider((name, value, who) => this.#provider === provider && this.#hear[name](value, who));
    this.#provider = provider;
    try {
      await within(JOIN_MS, provider.join(), new Failure("silent"));
    } catch (error) {
      if (this.#provider === provider) await this.#fail(error);
      return;
    }
    if (this.#provider !== provider) return;
    const clock = { now: () => performance.now(), wait: (ms) => new Promise((done) => setTimeout(done, ms)) };
    this.#outbox = new Outbox((bytes) => provider.send(bytes), provider.bytesPerSecond, clock);
    if (!this.#seen) this.#tell("waiting");
    if (Object.keys(this.settings).length > 0) await this.setParams(this.settings);
  }

  /** The network is there again: a page on a projector has nobody to press Join again. */
  async comeBack() {
    if (this.#cutOff) await this.join();
  }

  get joined() {
    return this.#outbox !== null;
  }

  /** A picture is on the screen. */
  seen() {
    if (this.#provider === null || this.#seen) return;
    this.#seen = true;
    this.#tell("live");
  }

  /** `saying` is left, ended or replaced. */
  async leave(saying = "left") {
    this.#cutOff = false;
    if (await this.#letGo()) this.#tell(saying === "replaced" ? "left" : saying, SAID[saying]());
  }

  /** Whether it was sent. What was not stands in the transcript as such, until it is sent again. */
  async say(text) {
    const mid = crypto.randomUUID();
    const line = { from: "user", mid: this.#unsent.get(text) ?? mid, text, final: true };
    this.#unsent.delete(text);
    this.show.said({ ...line, sent: true });
    const sent = await this.#send(() => this.#outbox.say(text, mid));
    if (!sent) {
      this.#unsent.set(text, line.mid);
      this.show.said({ ...line, sent: false });
    }
    return sent;
  }

  interrupt() {
    return this.#send(() => this.#outbox.interrupt(crypto.randomUUID()));
  }

  /** Whether it was sent; then also on joining again. */
  async setParams(data) {
    const sent = await this.#send(() => this.#outbox.command(setParams(data, crypto.randomUUID())));
    if (sent) this.settings = { ...this.settings, ...data, vparams: { ...this.settings.vparams, ...data.vparams } };
    return sent;
  }

  async publish(track) {
    await this.#provider.publish(track);
  }

  async unpublish(track) {
    await this.#provider?.unpublish(track);
  }

  picture() {
    return this.#provider.picture();
  }

  async #send(out) {
    if (!this.joined) return false;
    try {
      await out();
      return true;
    } catch (error) {
      if (!this.joined) return false; // the room was left meanwhile, which says why
      const large = error instanceof RangeError;
      this.show.refused(large ? "That is too long to be changed in a running session." : "That could not be sent. Try again.");
      return false;
    }
  }

  #hear = {
    track: (track, who) => {
      if (!this.#mayBeAvatar(who)) return; // somebody else in an own room
      if (track.kind === "video") this.#pictures.add(track);
      this.show.track(track);
    },
    trackGone: (track) => {
      const wasLast = this.#pictures.delete(track) && this.#pictures.size === 0;
      this.show.trackGone(track);
      if (!wasLast || !this.#seen) return;
      this.#seen = false; // else a face that stands still would be called live
      if (this.#reconnectTimer === 0) this.#tell("waiting", SAID.dark());
    },
    quality: (word) => this.show.quality(word),
    data: (bytes) => this.#read(bytes),
    reconnecting: () => {
      this.#stopWaiting();
      this.#outbox?.hold();
      this.#reconnectTimer = setTimeout(() => this.#fail(new Failure("lost")), RECONNECT_MS);
      this.#tell("reconnecting");
    },
    back: () => {
      this.#stopWaiting();
      this.#outbox?.go();
      if (this.joined) this.#tell(this.#seen ? "live" : "waiting");
    },
    someoneLeft: (_, who) => {
      if (this.#pictures.size > 0 || !this.#mayBeAvatar(who)) return; // another viewer, or whoever listens: the avatar is on the air
      this.#seen = false;
      this.show.speaking(false);
      this.#tell("waiting", SAID.absent());
    },
    gone: (kind) => this.joined && this.#fail(new Failure(kind)), // before that, join() says why
  };

  #mayBeAvatar(who) {
    return !this.avatar || String(who) === this.avatar;
  }

  #read(bytes) {
    const message = read(bytes);
    if (message === null) return;
    if (message.kind === "chat") {
      const reply = this.#replies.take(message);
      if (reply !== null) this.show.said(reply);
    } else if (message.kind === "event") {
      this.show.speaking(message.event === "audio_start");
    } else if (message.code !== 1000) {
      this.show.refused(`Akool refused ${message.cmd} (code ${message.code}).`);
    }
  }

  async #fail(error) {
    this.#cutOff = BY_THE_NETWORK.has(error.kind);
    if (await this.#letGo()) this.#tell("failed", sentence(error, this.vendor));
  }

  /** False where something else was told meanwhile: the vendor may take its time. */
  async #letGo() {
    const farewell = (this.#farewell = {});
    const [provider, outbox] = [this.#provider, this.#outbox];
    this.#provider = this.#outbox = null;
    outbox?.drop(new Failure("lost"));
    this.#stopWaiting();
    this.#pictures.clear();
    this.show.empty();
    if (provider !== null) await within(LEAVE_MS, provider.leave(), new Failure("silent")).catch(() => {});
    return farewell === this.#farewell;
  }

  #stopWaiting() {
    clearTimeout(this.#reconnectTimer);
    this.#reconnectTimer = 0;
  }

  #tell(state, words = SAID[state](this.vendor)) {
    this.show.state(state, words);
  }
}

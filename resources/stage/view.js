// What the page shows. It decides nothing.

import { stayLit } from "./lit.js";

const WORDS = {
  joining: "Joining", waiting: "In the room", live: "Live", reconnecting: "Reconnecting", left: "Left",
  ended: "Ended", failed: "Not joined",
};
const IN_THE_ROOM = new Set(["waiting", "live", "reconnecting"]);
const SPEAKERS = { bot: "Avatar", user: "You", unsent: "You, not sent" };
const NOTE_MS = 8_000;
const NEAR_PX = 24;

const element = (id) => document.getElementById(id);

export class View {
  #stream = new MediaStream();
  #lines = new Map();
  #state = "joining";
  #speaking = false;
  #silenced = false;
  #noteTimer = 0;
  #video = element("avatar");

  /** `seen(width, height)` is told of the first picture of each track, and when its size changes. */
  constructor(seen) {
    this.seen = seen;
    // Frames are not told of while the page is behind another; a new size is.
    this.#video.addEventListener("resize", () => this.#video.videoWidth && seen(this.#video.videoWidth, this.#video.videoHeight));
    element("sound").addEventListener("click", () => this.#sound(this.#video.muted));
    for (const gesture of ["pointerdown", "keydown"]) addEventListener(gesture, (event) => this.#touched(event));
  }

  introduce({ title, fastDialogue }, about) {
    element("title").translate = false;
    element("title").textContent = title;
    document.title = `${title}: Stage`;
    element("vendor").textContent = about;
    element("say").hidden = element("voice-settings").hidden = fastDialogue;
    element("no-typing").hidden = !fastDialogue;
    element("text-hint").textContent = "Enter sends, Shift+Enter starts a new line, Esc interrupts.";
  }

  state(state, sentence, canJoin) {
    this.#state = state;
    document.body.dataset.state = state;
    element("icon").setAttribute("href", `#icon-${state}`);
    element("sentence").textContent = sentence;
    this.#showWord();
    stayLit(state === "live");
    const inside = IN_THE_ROOM.has(state);
    for (const id of ["text", "send", "hold", "open", "interrupt", "apply"]) element(id).disabled = !inside;
    element("leave").hidden = !inside && state !== "joining";
    element("join").hidden = !canJoin;
    if (!inside) element("quality").hidden = true;
  }

  speaking(speaking) {
    this.#speaking = speaking;
    this.#showWord();
  }

  track(track) {
    this.#stream.addTrack(track);
    // Never an empty stream: a video element waits for it, and the page with it.
    if (this.#video.srcObject === null) this.#video.srcObject = this.#stream;
    this.#play();
    if (track.kind === "video") {
      this.#video.requestVideoFrameCallback((_, { width, height }) => this.seen(width, height));
      const { videoWidth, videoHeight } = this.#video;
      if (document.hidden && videoWidth) this.seen(videoWidth, videoHeight); // back again, and neither would be told of
    }
  }

  trackGone(track) {
    this.#stream.removeTrack(track);
  }

  /** The tracks on the screen, none of which belong to the operator. */
  get tracks() {
    return this.#stream.getTracks();
  }

  empty() {
    for (const track of this.#stream.getTracks()) this.#stream.removeTrack(track);
    this.#video.srcObject = null;
    element("sound").hidden = true;
    this.speaking(false);
  }

  quality(word) {
    element("quality").hidden = false;
    element("quality").textContent = `Connection ${word}`;
  }

  /** A line that was not `sent` goes to the end when it is. */
  said({ from, mid, text, sent = true }) {
    const key = `${from} ${mid}`;
    const lines = element("lines");
    const atEnd = lines.scrollHeight - lines.scrollTop - lines.clientHeight < NEAR_PX; // else somebody reads further up
    const line = this.#lines.get(key) ?? this.#addLine(key);
    const [speaker, words] = line.children;
    if (sent && line.dataset.from === "unsent") lines.append(line);
    const who = sent ? from : "unsent";
    if (line.dataset.from !== who) speaker.textContent = SPEAKERS[who]; // else it would be said anew with each word
    line.dataset.from = who;
    words.textContent = text;
    if (atEnd) lines.scrollTop = lines.scrollHeight;
  }

  microphone(on, sentence) {
    element("microphone").textContent = on ? "Microphone on" : "Microphone off";
    element("microphone").toggleAttribute("data-on", on);
    if (sentence) this.note(sentence);
  }

  note(sentence, lasting = false) {
    clearTimeout(this.#noteTimer);
    element("note").hidden = false;
    element("note").textContent = sentence;
    if (!lasting) this.#noteTimer = setTimeout(() => (element("note").hidden = true), NOTE_MS);
  }

  #addLine(key) {
    const line = document.createElement("li");
    const words = Object.assign(document.createElement("span"), { translate: false, dir: "auto" });
    line.append(document.createElement("b"), words);
    element("lines").append(line);
    element("nothing-said").hidden = true;
    this.#lines.set(key, line);
    return line;
  }

  #showWord() {
    const speaking = this.#speaking && this.#state === "live";
    element("state-word").textContent = speaking ? "Live, speaking" : WORDS[this.#state];
  }

  async #play() {
    element("sound").hidden = false;
    this.#sound(!this.#video.muted, this.#silenced);
    try {
      await this.#video.play();
    } catch (error) {
      if (error.name !== "NotAllowedError" || this.#video.muted) return;
      this.#sound(false, true);
      this.#video.play().catch(() => {});
    }
  }

  /** Browsers keep a page silent that opened by itself, until the first click or key in it. */
  #touched({ target }) {
    if (this.#silenced && target !== element("sound")) this.#sound(true);
  }

  #sound(on, silenced = false) {
    this.#video.muted = !on;
    this.#silenced = silenced;
    element("sound").textContent = on ? "Mute" : "Turn sound on";
    element("sound").classList.toggle("first", !on);
  }
}

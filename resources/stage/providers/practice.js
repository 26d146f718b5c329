// A stand-in for the avatar: a drawn face that speaks the typed text, answers in Dialogue in the operator's language,
// and speaks protocol 2 as Akool does. Nothing leaves the page.

import { filled } from "../language.js";
import { Replies, read } from "../messages.js";
import { Ear } from "./practice-ear.js";
import { Face } from "./practice-face.js";
import { Voice } from "./practice-voice.js";

export const VENDOR = "Practice";

const DIALOGUE = 2;
const ANSWERS = [
  "You said “{text}” In a real session the avatar answers here, from its knowledge base if it has one.",
  "I heard “{text}” Practice gives the same few answers to everybody.",
  "“{text}” is as good as anything for a rehearsal. Interrupt me whenever you like, that works here too.",
];

export async function prepare() {
  return (tell) => new Practice(tell);
}

class Practice {
  bytesPerSecond = 5760;
  #replies = new Replies();
  #mode = DIALOGUE;
  #answers = 0;

  constructor(tell) {
    this.tell = tell;
    this.voice = new Voice(document.getElementById("avatar"));
    this.face = new Face(() => this.voice.loudness());
    this.ear = new Ear((seconds) => this.#heard(seconds));
  }

  async join() {
    const [track] = this.face.stream.getVideoTracks();
    this.tell("track", track);
    this.tell("track", this.voice.track);
    this.tell("quality", "good");
  }

  async leave() {
    this.voice.close();
    this.face.close();
    this.ear.close();
  }

  async send(bytes) {
    const message = read(bytes);
    if (message.kind === "chat") {
      const typed = this.#replies.take(message);
      if (typed?.final) this.#asked(typed.text);
    } else {
      this.#ordered(message.cmd, JSON.parse(new TextDecoder().decode(bytes)).pld.data ?? {});
    }
  }

  async publish(track) {
    this.ear.listen(track);
  }

  async unpublish() {
    this.ear.close();
  }

  async picture() {
    return { codec: "" };
  }

  #asked(text) {
    if (this.#mode === DIALOGUE) this.#answer(ANSWERS[this.#answers++ % ANSWERS.length], { text });
    else this.#speak(text);
  }

  #heard(seconds) {
    const heard = filled("{seconds} s of speech", { seconds });
    this.#reply("user", `(${heard})`);
    if (this.#mode === DIALOGUE) this.#answer("I heard you speak for {seconds} seconds. Practice does not listen to the words.", { seconds });
  }

  #ordered(cmd, data) {
    if (cmd === "interrupt") this.voice.stop();
    if (cmd === "set-params") {
      this.#mode = data.mode ?? this.#mode;
      this.voice.set(data.lang, data.vparams?.speed);
      if (data.bgurl) this.face.background = data.bgurl;
    }
    this.#emit({ v: 2, type: "command", mid: crypto.randomUUID(), pld: { cmd, code: 1000, msg: "OK" } });
  }

  #answer(template, values) {
    this.#speak(filled(template, values), document.documentElement.lang);
  }

  /** `language` is the text's, where it is not the session's. */
  async #speak(text, language) {
    this.#reply("bot", text);
    this.#emit({ v: 2, type: "event", mid: crypto.randomUUID(), pld: { event: "audio_start" } });
    if (!(await this.voice.say(text, language))) return;
    this.#emit({ v: 2, type: "event", mid: crypto.randomUUID(), pld: { event: "audio_end" } });
  }

  /** In several packets, as a real answer comes. */
  #reply(from, text) {
    const mid = crypto.randomUUID();
    const words = text.match(/\S+\s*/g) ?? [text];
    words.forEach((word, idx) => this.#emit({ v: 2, type: "chat", mid, idx, fin: idx === words.length - 1, pld: { from, text: word } }));
  }

  #emit(message) {
    this.tell("data", new TextEncoder().encode(JSON.stringify(message)));
  }
}

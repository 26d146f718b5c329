// Akool's data channel, protocol version 2, the same over all three providers (docs.akool.com, Live Avatar,
// "Sending messages"): what goes out is cut to what the channels carry, what comes in is put together again.
// No browser in here: node tests this file as it stands.

export const MOST_BYTES = 960;

const VERSION = 2;
const utf8 = new TextEncoder();
const strictUtf8 = new TextDecoder("utf-8", { fatal: true });
const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The text as packets of at most MOST_BYTES; all carry `mid`, and only the last says `fin`. */
export function chat(text, mid) {
  const pieces = cut(text, mid);
  return pieces.map((piece, idx) => chatPacket(mid, idx, idx === pieces.length - 1, piece));
}

export function interrupt(mid) {
  return packet({ v: VERSION, type: "command", mid, pld: { cmd: "interrupt" } });
}

/** `data` as the channel names things; what is empty stays out. Throws RangeError when it does not fit one packet. */
export function setParams(data, mid) {
  const bytes = packet({ v: VERSION, type: "command", mid, pld: { cmd: "set-params", data: withoutEmpty(data) } });
  if (bytes.length > MOST_BYTES) throw new RangeError("set-params does not fit into one packet");
  return bytes;
}

/** What a packet says, or null for what is not ours: another version, another kind, broken text. */
export function read(bytes) {
  const message = parsed(bytes);
  if (message === null || typeof message !== "object" || message.v !== VERSION) return null;
  const pld = message.pld;
  if (pld === null || typeof pld !== "object") return null;
  if (message.type === "chat") return readChat(message, pld);
  if (message.type === "event" && typeof pld.event === "string") return { kind: "event", event: pld.event };
  if (message.type === "command" && typeof pld.cmd === "string") {
    return { kind: "command", cmd: pld.cmd, code: Number(pld.code), msg: String(pld.msg ?? "") };
  }
  return null;
}

/** Puts interleaved replies together, by who speaks, `mid` and `idx`. */
export class Replies {
  #open = new Map();

  /** The reply as far as it has come without a gap; null when this packet adds nothing to it. */
  take({ from, mid, idx, fin, text }) {
    const key = `${from} ${mid}`;
    const reply = this.#open.get(key) ?? { next: 0, last: Infinity, early: new Map(), text: "", ended: false };
    this.#remember(key, reply);
    if (reply.ended || idx < reply.next) return null;
    reply.early.set(idx, text);
    if (fin) reply.last = idx;
    const before = reply.next;
    for (; reply.early.has(reply.next) && reply.next <= reply.last; reply.next += 1) {
      reply.text += reply.early.get(reply.next);
      reply.early.delete(reply.next);
    }
    if (reply.next === before) return null;
    reply.ended = reply.next > reply.last;
    return { from, mid, text: reply.text, final: reply.ended };
  }

  /** An ended reply is kept for a while, so that a packet that comes twice is not a new reply. */
  #remember(key, reply) {
    this.#open.delete(key);
    this.#open.set(key, reply);
    if (this.#open.size > MOST_REPLIES) this.#open.delete(this.#open.keys().next().value);
  }
}

const MOST_REPLIES = 64;

/**
 * Sends packets in order and no faster than the channel carries them. `clock` has now() and wait(ms).
 * What say() and command() promise is kept when all of it is out, or an interruption took its place.
 */
export class Outbox {
  #waiting = [];
  #next = null;
  #sending = false;
  #held = false;
  #freeAt = 0;
  #unfinished = null;

  constructor(send, bytesPerSecond, clock) {
    this.send = send;
    this.bytesPerMs = bytesPerSecond / 1000;
    this.clock = clock;
  }

  say(text, mid) {
    return this.#add(chat(text, mid).map((bytes, idx, all) => ({ bytes, mid, idx, fin: idx === all.length - 1 })));
  }

  command(bytes) {
    return this.#add([{ bytes, fin: true }]);
  }

  /** Drops what is still to be said; a text that is half out is closed, so that nobody waits for its end. */
  interrupt(mid) {
    const open = this.#unfinished;
    const closing = open && { ...open, bytes: chatPacket(open.mid, open.idx + 1, true, ""), fin: true };
    const commands = this.#waiting.filter((packet) => packet.mid === undefined);
    for (const packet of this.#waiting) if (packet.mid !== undefined && packet.mid !== open?.mid) packet.sent();
    this.#waiting = closing ? [closing] : [];
    const sent = this.command(interrupt(mid));
    this.#waiting.push(...commands);
    return sent;
  }

  /** While the connection is broken: channels take what they then lose. */
  hold() {
    this.#held = true;
  }

  go() {
    this.#held = false;
    this.#sendAll();
  }

  /** Nothing more goes out; whoever waits for it is told. */
  drop(error) {
    for (const packet of [this.#next, ...this.#waiting.splice(0)]) packet?.failed(error);
    this.#next = this.#unfinished = null;
  }

  #add(packets) {
    const promise = new Promise((sent, failed) => {
      for (const packet of packets) this.#waiting.push({ ...packet, sent, failed });
    });
    this.#sendAll();
    return promise;
  }

  async #sendAll() {
    if (this.#sending) return;
    this.#sending = true;
    while (this.#waiting.length > 0 && !this.#held) await this.#sendNext().catch((error) => this.drop(error));
    this.#sending = false;
  }

  async #sendNext() {
    const pause = this.#freeAt - this.clock.now();
    if (pause > 0) await this.clock.wait(pause);
    if (this.#waiting.length === 0 || this.#held) return; // since then
    const next = (this.#next = this.#waiting.shift());
    this.#freeAt = this.clock.now() + next.bytes.length / this.bytesPerMs;
    if (next.mid !== undefined) this.#unfinished = next.fin ? null : next;
    await this.send(next.bytes);
    this.#next = null;
    if (next.fin) next.sent();
  }
}

function cut(text, mid) {
  const pieces = [];
  let piece = "";
  let room = roomFor(mid, 0);
  for (const character of smallEnough(text, room)) {
    const size = sizeInJson(character);
    if (size > room) {
      pieces.push(piece);
      piece = "";
      room = roomFor(mid, pieces.length);
    }
    piece += character;
    room -= size;
  }
  return [...pieces, piece];
}

/** Characters as people count them; one that would fill a packet by itself goes by code points. */
function* smallEnough(text, room) {
  for (const { segment } of characters.segment(text)) {
    if (sizeInJson(segment) > room / 2) yield* segment;
    else yield segment;
  }
}

function roomFor(mid, idx) {
  return MOST_BYTES - chatPacket(mid, idx, false, "").length;
}

function chatPacket(mid, idx, fin, text) {
  return packet({ v: VERSION, type: "chat", mid, idx, fin, pld: { text } });
}

function packet(message) {
  return utf8.encode(JSON.stringify(message));
}

function sizeInJson(text) {
  return utf8.encode(JSON.stringify(text)).length - 2;
}

function withoutEmpty(data) {
  const kept = Object.entries(data).map(([key, value]) => [key, isRecord(value) ? withoutEmpty(value) : value]);
  return Object.fromEntries(kept.filter(([, value]) => !isEmpty(value)));
}

function isRecord(value) {
  return value !== null && typeof value === "object";
}

function isEmpty(value) {
  return value === undefined || value === null || value === "" || (isRecord(value) && Object.keys(value).length === 0);
}

function parsed(bytes) {
  try {
    return JSON.parse(typeof bytes === "string" ? bytes : strictUtf8.decode(bytes));
  } catch {
    return null;
  }
}

/** A chat without idx and fin is whole. */
function readChat({ mid, idx = 0, fin = true }, { from, text }) {
  if (typeof mid !== "string" || typeof text !== "string" || !Number.isInteger(idx) || idx < 0) return null;
  return { kind: "chat", from: from === "user" ? "user" : "bot", mid, idx, fin: fin === true, text };
}

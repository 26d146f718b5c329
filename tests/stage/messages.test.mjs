// Run by test_messages.py.
import assert from "node:assert/strict";
import { test } from "node:test";

import { MOST_BYTES, Outbox, Replies, chat, interrupt, read, setParams } from "../../resources/stage/messages.js";

const decode = (bytes) => JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
const family = "👨‍👩‍👧‍👦";

const TEXTS = {
  nothing: "",
  short: "Hello.",
  long: "The quick brown fox. ".repeat(400),
  escaped: '"\\\n\u0001'.repeat(700),
  umlauts: "Größenwahn ß ".repeat(200),
  chinese: "你好，世界。".repeat(300),
  families: family.repeat(300),
  combining: "e\u0301".repeat(1500),
  "one endless character": "a" + "\u0301".repeat(3000),
  "half a character": "\ud83d".repeat(900),
};

for (const [name, text] of Object.entries(TEXTS)) {
  test(`${name}: every packet fits, only the last says fin, and together they are the text`, () => {
    const packets = chat(text, "m".repeat(36));
    const messages = packets.map(decode);
    assert.ok(packets.every((bytes) => bytes.length <= MOST_BYTES));
    assert.deepEqual(messages.map((message) => message.idx), [...messages.keys()]);
    assert.deepEqual(messages.map((message) => message.fin), messages.map((_, at) => at === messages.length - 1));
    assert.equal(messages.map((message) => message.pld.text).join(""), text);
    assert.ok(messages.every(({ v, type, mid }) => v === 2 && type === "chat" && mid === "m".repeat(36)));
  });
}

test("no packet ends inside a character", () => {
  for (const packet of chat(family.repeat(300), "mid").map(decode)) {
    assert.equal(packet.pld.text.length % family.length, 0);
  }
});

test("packets are filled: the next character would not have fitted", () => {
  const packets = chat("ü".repeat(5000), "mid");
  assert.ok(packets.slice(0, -1).every((bytes) => bytes.length >= MOST_BYTES - 1));
});

test("a short text to the letter", () => {
  const [bytes] = chat("Guten Tag", "m1");
  assert.deepEqual(decode(bytes), { v: 2, type: "chat", mid: "m1", idx: 0, fin: true, pld: { text: "Guten Tag" } });
});

test("commands to the letter; what is empty stays out", () => {
  assert.deepEqual(decode(interrupt("m2")), { v: 2, type: "command", mid: "m2", pld: { cmd: "interrupt" } });
  const data = { lang: "de", mode: 1, bgurl: "", vparams: { speed: 1.1, vid: undefined, turn_detection: {} } };
  assert.deepEqual(decode(setParams(data, "m3")), {
    v: 2, type: "command", mid: "m3", pld: { cmd: "set-params", data: { lang: "de", mode: 1, vparams: { speed: 1.1 } } },
  });
  assert.throws(() => setParams({ bgurl: "x".repeat(950) }, "m4"), RangeError);
});

const bytes = (message) => new TextEncoder().encode(JSON.stringify(message));

test("what is read", () => {
  assert.deepEqual(read(bytes({ v: 2, type: "chat", mid: "a", idx: 1, fin: false, pld: { from: "user", text: "Hi" } })),
    { kind: "chat", from: "user", mid: "a", idx: 1, fin: false, text: "Hi" });
  assert.deepEqual(read(bytes({ v: 2, type: "chat", mid: "a", pld: { from: "bot", text: "Hi" } })),
    { kind: "chat", from: "bot", mid: "a", idx: 0, fin: true, text: "Hi" });
  assert.deepEqual(read(bytes({ v: 2, type: "command", mid: "a", pld: { cmd: "interrupt", code: 1000, msg: "OK" } })),
    { kind: "command", cmd: "interrupt", code: 1000, msg: "OK" });
  assert.deepEqual(read(bytes({ v: 2, type: "event", mid: "a", pld: { event: "audio_start" } })),
    { kind: "event", event: "audio_start" });
});

const FOREIGN = [
  { v: 1, type: "chat", mid: "a", idx: 0, fin: true, pld: { from: "bot", text: "old" } },
  { v: "2", type: "chat", mid: "a", idx: 0, fin: true, pld: { from: "bot", text: "old" } },
  { v: 3, type: "event", pld: { event: "audio_start" } },
  { v: 2, type: "chat", mid: "a", idx: -1, fin: true, pld: { text: "x" } },
  { v: 2, type: "chat", mid: "a", idx: 0.5, fin: true, pld: { text: "x" } },
  { v: 2, type: "chat", mid: 7, idx: 0, fin: true, pld: { text: "x" } },
  { v: 2, type: "chat", mid: "a", idx: 0, fin: true, pld: null },
  { v: 2, type: "song", mid: "a", pld: {} },
  { v: 2, type: "chat" },
  null, 2, "two", [],
];
for (const message of FOREIGN) {
  test(`not ours: ${JSON.stringify(message)}`, () => assert.equal(read(bytes(message)), null));
}

test("neither broken JSON nor broken UTF-8 is read", () => {
  assert.equal(read(new TextEncoder().encode('{"v":2')), null);
  assert.equal(read(new Uint8Array([0xff, 0xfe])), null);
});

const part = (from, mid, idx, fin, text) => ({ from, mid, idx, fin, text });

test("interleaved replies come together by speaker, mid and idx", () => {
  const replies = new Replies();
  const taken = [
    part("bot", "a", 0, false, "One "), part("bot", "b", 0, false, "Eins "), part("user", "a", 0, true, "Heard"),
    part("bot", "b", 1, true, "zwei"), part("bot", "a", 1, true, "two"),
  ].map((packet) => replies.take(packet));
  assert.deepEqual(taken.map(({ from, text, final }) => [from, text, final]), [
    ["bot", "One ", false], ["bot", "Eins ", false], ["user", "Heard", true],
    ["bot", "Eins zwei", true], ["bot", "One two", true],
  ]);
});

test("a part that comes early waits, one that comes twice adds nothing", () => {
  const replies = new Replies();
  assert.equal(replies.take(part("bot", "a", 1, false, "b")), null);
  assert.equal(replies.take(part("bot", "a", 2, true, "c")), null);
  assert.deepEqual(replies.take(part("bot", "a", 0, false, "a")), { from: "bot", mid: "a", text: "abc", final: true });
  assert.equal(replies.take(part("bot", "a", 0, false, "a")), null);
  assert.equal(replies.take(part("bot", "a", 2, true, "c")), null);
});

function clockAt(start) {
  const clock = { at: start, now: () => clock.at, wait: async (ms) => { clock.at += ms; } };
  return clock;
}

for (const rate of [5760, 7680]) {
  test(`no more than ${rate} bytes in any second`, async () => {
    const clock = clockAt(1000);
    const sent = [];
    const outbox = new Outbox(async (packet) => sent.push({ at: clock.at, size: packet.length }), rate, clock);
    await outbox.say("x".repeat(20_000), "mid");
    assert.ok(sent.length > 20);
    for (const { at } of sent) {
      const within = sent.filter((other) => other.at >= at && other.at < at + 1000);
      assert.ok(within.reduce((sum, { size }) => sum + size, 0) <= rate + MOST_BYTES);
    }
    assert.ok(sent.at(-1).at - 1000 < (21_500 + 22 * 100) / rate * 1000);
  });
}

test("texts do not mix, and a command goes after what was asked for before it", async () => {
  const sent = [];
  const outbox = new Outbox(async (packet) => sent.push(decode(packet)), 5760, clockAt(0));
  await Promise.all([outbox.say("x".repeat(2000), "one"), outbox.say("y", "two"), outbox.command(setParams({ mode: 1 }, "three"))]);
  assert.deepEqual(sent.map(({ mid }) => mid), ["one", "one", "one", "two", "three"]);
});

test("an interruption closes the text that is half out and drops those that wait", async () => {
  const sent = [];
  const outbox = new Outbox(async (packet) => {
    sent.push(decode(packet));
    if (sent.length === 2) outbox.interrupt("stop");
  }, 5760, clockAt(0));
  await Promise.all([outbox.say("x".repeat(9000), "one"), outbox.say("y", "two"), outbox.command(setParams({ mode: 1 }, "set"))]);
  assert.deepEqual(sent.map(({ mid, idx, fin }) => [mid, idx, fin]), [
    ["one", 0, false], ["one", 1, false], ["one", 2, true], ["stop", undefined, undefined], ["set", undefined, undefined],
  ]);
  assert.equal(sent[2].pld.text, "");
});

test("of what could not be sent no rest goes out with the next text", async () => {
  let sends = 0;
  const sent = [];
  const outbox = new Outbox(async (packet) => {
    sends += 1;
    if (sends === 2) throw new Error("no channel");
    sent.push([decode(packet).mid, decode(packet).idx]);
  }, 5760, clockAt(0));
  await assert.rejects(outbox.say("x".repeat(9000), "one"));
  await outbox.say("y", "two");
  await outbox.interrupt("stop");
  assert.deepEqual(sent, [["one", 0], ["two", 0], ["stop", undefined]]);
});

test("after a failed send the next one goes out", async () => {
  let fails = true;
  const sent = [];
  const outbox = new Outbox(async (packet) => {
    if (fails) throw new Error("no channel");
    sent.push(decode(packet).mid);
  }, 5760, clockAt(0));
  await assert.rejects(outbox.say("x", "one"));
  fails = false;
  await outbox.say("y", "two");
  assert.deepEqual(sent, ["two"]);
});

test("whoever waits behind a text that could not be sent is told too", async () => {
  let fail;
  const outbox = new Outbox(() => new Promise((_, failed) => (fail = failed)), 5760, clockAt(0));
  const told = Promise.allSettled([outbox.say("x", "one"), outbox.say("y", "two"), outbox.command(setParams({ mode: 1 }, "set"))]);
  await Promise.resolve();
  fail(new Error("no channel"));
  assert.deepEqual((await told).map(({ status }) => status), ["rejected", "rejected", "rejected"]);
});

test("when it is dropped, those are told whose packets the channel never took", async () => {
  const outbox = new Outbox(() => new Promise(() => {}), 5760, clockAt(0));
  const told = Promise.allSettled([outbox.say("x", "one"), outbox.say("y", "two")]);
  outbox.drop(new Error("left"));
  assert.deepEqual((await told).map(({ status }) => status), ["rejected", "rejected"]);
});

test("a text is told that it is out when its last packet is, also when an interruption closes it", async () => {
  const sent = [];
  const outbox = new Outbox(async (packet) => sent.push(decode(packet)), 5760, clockAt(0));
  await outbox.say("x".repeat(5000), "one");
  assert.equal(sent.at(-1).fin, true);
  const long = outbox.say("x".repeat(5000), "two");
  const behind = outbox.say("y", "three");
  await Promise.all([outbox.interrupt("stop"), long, behind]);
  assert.equal(sent.at(-1).pld.cmd, "interrupt");
});

test("what is held goes out in order when it is let go", async () => {
  const sent = [];
  const outbox = new Outbox(async (packet) => sent.push(decode(packet).mid), 5760, clockAt(0));
  outbox.hold();
  const told = [outbox.say("x".repeat(2000), "one"), outbox.say("y", "two")];
  await new Promise((later) => setTimeout(later));
  assert.deepEqual(sent, []);
  outbox.go();
  await Promise.all(told);
  assert.deepEqual(sent, ["one", "one", "one", "two"]);
});

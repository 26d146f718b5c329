// Run by test_messages.py.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Microphone } from "../../resources/stage/microphone.js";

/** A browser that asks its person first; `answer` is what they say. */
function browser() {
  const track = { enabled: true, stopped: false, addEventListener: (_, act) => (track.end = act), stop: () => (track.stopped = true) };
  let answer;
  const asked = new Promise((say) => (answer = () => say({ getAudioTracks: () => [track] })));
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: { mediaDevices: { getUserMedia: () => asked } } });
  return { track, answer };
}

function microphoneIn(shown) {
  const published = [];
  const room = { publish: async (track) => published.push(track), unpublish: async () => published.pop() };
  return { microphone: new Microphone(room, (on) => shown.push(on)), published };
}

test("closed before the browser has asked, it is given back as soon as it comes", async () => {
  const { track, answer } = browser();
  const shown = [];
  const { microphone, published } = microphoneIn(shown);
  const opening = microphone.on();
  await microphone.off();
  answer();
  await opening;
  assert.equal(track.stopped, true);
  assert.deepEqual(published, []);
  assert.equal(shown.at(-1), false);
});

test("let go before the browser has asked, it is silent and ready for the next time", async () => {
  const { track, answer } = browser();
  const { microphone, published } = microphoneIn([]);
  const holding = microphone.on();
  microphone.mute();
  answer();
  await holding;
  assert.deepEqual([track.stopped, track.enabled, published.length], [false, false, 1]);
});

test("pulled out, it is off and says so", async () => {
  const { track, answer } = browser();
  const told = [];
  const microphone = new Microphone({ publish: async () => {}, unpublish: async () => {} }, (on, words) => told.push([on, words]));
  answer();
  await microphone.on();
  track.end();
  await new Promise((later) => setTimeout(later));
  assert.equal(told.at(-1)[0], false);
  assert.match(told.at(-1)[1], /^The microphone is gone/);
});

// Run by test_messages.py.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Room } from "../../resources/stage/room.js";

const video = () => ({ kind: "video" });

/** A visit to a room in which whoever comes and goes is told by `tell`; `states` are what the page showed. */
async function visit(avatar = "") {
  const states = [];
  const shown = [];
  const visited = {};
  const provider = { join: async () => {}, leave: async () => {}, send: async () => {}, bytesPerSecond: 5760 };
  const show = { state: (state, words) => states.push(words), track: (track) => shown.push(track), trackGone() {}, empty() {} };
  const room = new Room("Vendor", { settings: {}, avatar }, (listener) => ((visited.tell = listener), { ...provider }), show);
  await room.join();
  return Object.assign(visited, { room, states, shown });
}

test("whoever leaves while the avatar's picture is there is not the avatar", async () => {
  const { room, states, tell } = await visit();
  const picture = video();
  tell("track", picture);
  room.seen();
  tell("someoneLeft");
  assert.equal(states.at(-1), "Live");
  tell("trackGone", picture);
  tell("someoneLeft");
  assert.match(states.at(-1), /^The avatar has left the room/);
});

test("where it is known who the avatar is, nobody else is shown or missed", async () => {
  const { states, shown, tell } = await visit("4711");
  const picture = video();
  tell("track", video(), "guest");
  tell("track", picture, 4711);
  assert.deepEqual(shown, [picture]);
  tell("trackGone", picture);
  tell("someoneLeft", null, "guest");
  assert.match(states.at(-1), /^In the room/);
  tell("someoneLeft", null, 4711);
  assert.match(states.at(-1), /^The avatar has left the room/);
});

test("a picture of the visit before is none of this one", async () => {
  const visited = await visit();
  visited.tell("track", video());
  await visited.room.leave();
  await visited.room.join();
  visited.tell("someoneLeft");
  assert.match(visited.states.at(-1), /^The avatar has left the room/);
});

// Run by test_messages.py.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Room } from "../../resources/stage/room.js";

const video = () => ({ kind: "video" });

/** A visit to a room in which whoever comes and goes is told by `tell`; `states` are what the page showed. */
async function visit(avatar = "") {
  const states = [];
  const shown = [];
  const said = [];
  const refused = [];
  const visited = { send: async () => {}, leave: async () => {} };
  const provider = { join: async () => {}, leave: () => visited.leave(), send: (bytes) => visited.send(bytes), bytesPerSecond: 5760 };
  const show = {
    state: (state, words) => states.push(words), track: (track) => shown.push(track), trackGone() {}, empty() {},
    said: (line) => said.push(line), refused: (words) => refused.push(words), speaking() {},
  };
  const room = new Room("Vendor", { settings: {}, avatar }, (listener) => ((visited.tell = listener), { ...provider }), show);
  await room.join();
  return Object.assign(visited, { room, states, shown, said, refused });
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

test("a text that could not be sent has one line, which says so until it is sent again", async () => {
  const visited = await visit();
  const sent = [];
  visited.send = () => Promise.reject(new Error("no channel"));
  assert.equal(await visited.room.say("Hello"), false);
  visited.send = async (bytes) => sent.push(JSON.parse(new TextDecoder().decode(bytes)).mid);
  assert.equal(await visited.room.say("Hello"), true);
  assert.equal(await visited.room.say("Hello"), true);
  const [first, , , second] = visited.said.map(({ mid }) => mid);
  assert.deepEqual(visited.said.map(({ mid, sent: out }) => [mid, out]), [
    [first, true], [first, false], [first, true], [second, true],
  ]);
  assert.notEqual(first, second);
  assert.notEqual(sent[0], first); // to Akool it is another: of the first some packets may have come
});

test("what a connection that broke for good never took is not said, and nobody is asked to try again", async () => {
  const visited = await visit();
  visited.send = () => new Promise(() => {});
  const told = Promise.all([visited.room.say("one"), visited.room.say("two")]);
  visited.tell("gone", "lost");
  assert.deepEqual(await told, [false, false]);
  assert.deepEqual(visited.said.filter(({ sent }) => !sent).map(({ text }) => text), ["one", "two"]);
  assert.deepEqual(visited.refused, []);
});

test("a picture that stops is not called live, and is when it is back", async () => {
  const { room, states, tell } = await visit();
  const picture = video();
  tell("track", picture);
  room.seen();
  tell("trackGone", picture);
  assert.match(states.at(-1), /^The avatar's picture has stopped/);
  tell("track", video());
  room.seen();
  assert.equal(states.at(-1), "Live");
});

test("a picture that goes with the connection is waited for as that is", async () => {
  const { room, states, tell } = await visit();
  const picture = video();
  tell("track", picture);
  room.seen();
  tell("reconnecting");
  tell("trackGone", picture);
  assert.match(states.at(-1), /^The connection broke/);
  tell("back");
  tell("track", video());
  room.seen();
  assert.equal(states.at(-1), "Live");
});

test("a slow farewell says nothing over what came after it", async () => {
  const visited = await visit();
  let gone;
  visited.leave = () => new Promise((done) => (gone = done));
  visited.tell("gone", "lost");
  await visited.room.leave("ended");
  gone();
  await new Promise((later) => setTimeout(later));
  assert.match(visited.states.at(-1), /^The session has ended/);
  await visited.room.join();
  visited.leave = () => new Promise((done) => (gone = done));
  const leaving = visited.room.leave();
  await visited.room.leave();
  await visited.room.join();
  gone();
  await leaving;
  assert.match(visited.states.at(-1), /^In the room/);
});

test("whoever the network cut off comes back with it, and nobody else does", async () => {
  const visited = await visit();
  const after = async (kind) => {
    visited.tell("gone", kind);
    await new Promise((later) => setTimeout(later));
    await visited.room.comeBack();
    return visited.states.at(-1);
  };
  assert.match(await after("lost"), /^In the room/);
  assert.match(await after("elsewhere"), /^This session was opened in another place/);
  await visited.room.join();
  visited.tell("gone", "lost");
  await visited.room.leave("replaced");
  await visited.room.comeBack();
  assert.match(visited.states.at(-1), /^The Stage was opened again/);
});
